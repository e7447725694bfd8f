// SPDX-License-Identifier: EUPL-1.2
#include "usecases/community/merge_records.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/words.h"
#include "usecases/community/any_record.h"
#include "usecases/community/verdicts.h"
#include "usecases/contact/move.h"

namespace wegwijzer {

namespace {

tl::unexpected<Error> unknown_kind() {
  return fail(Fault::invalid, "duplicate.kind_unknown");
}

// What of `from` became part of another refers to that one now. Written for each way in which a field may
// refer to a record, so that no field can be forgotten.
template <class Thing>
bool refer_on(Id<Thing>& value, Id<Thing> from, Id<Thing> to) {
  if (value != from) return false;
  value = to;
  return true;
}

template <class Thing>
bool refer_on(std::optional<Id<Thing>>& value, Id<Thing> from, Id<Thing> to) {
  return value && refer_on(*value, from, to);
}

template <class Thing>
bool refer_on(std::vector<Id<Thing>>& values, Id<Thing> from, Id<Thing> to) {
  auto const found = std::ranges::find(values, from);
  if (found == values.end()) return false;
  if (std::ranges::find(values, to) == values.end()) {
    *found = to;
  } else {
    values.erase(found);
  }
  return true;
}

template <class Thing, class Value>
bool refer_on(Value&, Id<Thing>, Id<Thing>) {
  return false;
}

template <class Other, class Thing>
bool refer_on_all(Other& other, Id<Thing> from, Id<Thing> to) {
  bool changed = false;
  for_each_field<Other>(
      [&](auto const& field) { changed = refer_on(other.*field.member, from, to) || changed; });
  return changed;
}

template <class Other, class Thing>
std::size_t count_referring(Reader& reader, Id<Thing> to) {
  std::size_t count = 0;
  for (auto other : records<Other>(reader).all()) {
    if (!other.archived_on && refer_on_all(other, to, Id<Thing>())) ++count;
  }
  return count;
}

template <class Thing>
std::vector<WhatMoves> what_moves(Reader& reader, Id<Thing> from) {
  std::vector<WhatMoves> all;
  for_each_kind([&]<class Other>(Kind<Other>) {
    auto const count = count_referring<Other>(reader, from);
    if (count > 0) all.push_back({std::string(record_name<Other>), count});
  });
  std::size_t talk = 0;
  for_each_talk_kind([&]<class Other>(Kind<Other>) { talk += count_referring<Other>(reader, from); });
  if (talk > 0) all.push_back({"talk", talk});
  if constexpr (std::is_same_v<Thing, Organisation>) {
    if (auto const people = reader.contacts().of(from).size(); people > 0) {
      all.push_back({"contact", people});
    }
  }
  return all;
}

// With itself nobody works together, and nothing is the next step after itself.
bool says_nothing(Collaboration const& one) {
  return one.from == one.to;
}

bool says_nothing(StepEdge const& one) {
  return one.from == one.to;
}

template <class Other>
bool says_nothing(Other const&) {
  return false;
}

// Two that say the same are one.
bool say_the_same(Collaboration const& one, Collaboration const& other) {
  if (one.kind != other.kind) return false;
  bool const turned =
      one.kind == CollaborationKind::works_together && one.from == other.to && one.to == other.from;
  return turned || (one.from == other.from && one.to == other.to);
}

bool say_the_same(StepEdge const& one, StepEdge const& other) {
  return one.from == other.from && one.to == other.to;
}

template <class Other>
bool say_the_same(Other const&, Other const&) {
  return false;
}

// Moves what refers to `from`, kind by kind.
template <class Thing>
class Moving {
 public:
  Moving(Writer& writer, Id<Thing> from, Id<Thing> to, Date today)
      : writer_(writer), from_(from), to_(to), today_(today) {}

  Done all(MergeDone& done) {
    Done good;
    auto const move_kind = [&]<class Other>(Kind<Other>) {
      if (good) good = move<Other>(done);
    };
    for_each_kind(move_kind);
    for_each_talk_kind(move_kind);
    return good;
  }

 private:
  // Archived ones as well: who puts one back finds it where it belongs. What would be double is archived as
  // it is.
  template <class Other>
  Done move(MergeDone& done) {
    auto const all = records<Other>(writer_).all();
    for (auto const& other : all) {
      auto moved = other;
      if (!refer_on_all(moved, from_, to_)) continue;
      bool const twice = is_double(moved, all);
      if (twice && other.archived_on) continue;
      if (twice) moved = other, moved.archived_on = today_;
      if (!other.archived_on) ++(twice ? done.doubles : done.moved);
      if (auto const saved = records<Other>(writer_).save(std::move(moved)); !saved)
        return fail(saved.error());
    }
    return {};
  }

  // Between two offerings there is one next step at most, also when somebody refused it.
  template <class Other>
  static bool is_double(Other const& moved, std::vector<Other> const& all) {
    constexpr bool archived_too = std::is_same_v<Other, StepEdge>;
    return says_nothing(moved) || std::ranges::any_of(all, [&](Other const& one) {
             return one.id != moved.id && (archived_too || !one.archived_on) && say_the_same(one, moved);
           });
  }

  Writer& writer_;
  Id<Thing> from_, to_;
  Date today_;
};

template <class Value>
FieldText together(std::vector<Value> one, std::vector<Value> const& other) {
  for (auto const& value : other) {
    if (std::ranges::find(one, value) == one.end()) one.push_back(value);
  }
  return to_field_text(one);
}

template <class Value>
FieldText together(Value const&, Value const&) {
  return std::nullopt;
}

bool by_person(std::string const& actor) {
  return actor.starts_with("person:");
}

// A person before a source, then the newest.
auto weight_of(FieldOrigin const& origin) {
  bool const person = by_person(origin.said_by) || by_person(origin.confirmed_by);
  return std::tuple(origin.value.value_or("") != "", person, std::max(origin.said_at, origin.confirmed_at));
}

// Of a list that has all of the other, that one.
FieldFrom proposed_from(FieldOfTwo const& field) {
  if (!field.differs() || field.together == field.stays.value) return FieldFrom::stays;
  if (field.together == field.goes.value && field.together) return FieldFrom::goes;
  if (field.together) return FieldFrom::both;
  return weight_of(field.goes) > weight_of(field.stays) ? FieldFrom::goes : FieldFrom::stays;
}

template <class Thing>
std::vector<FieldOfTwo> fields_of_two(Reader& reader, Thing const& stays, Thing const& goes) {
  auto const ours = field_origins(stays, reader.audit(record_name<Thing>, stays.id.uuid()));
  auto const theirs = field_origins(goes, reader.audit(record_name<Thing>, goes.id.uuid()));
  std::vector<FieldOfTwo> fields;
  std::size_t i = 0;
  for_each_field<Thing>([&](auto const& field) {
    FieldOfTwo of_two{ours[i], theirs[i]};
    ++i;
    if (of_two.differs()) of_two.together = together(stays.*field.member, goes.*field.member);
    of_two.proposed = proposed_from(of_two);
    if (of_two.proposed != FieldFrom::both) of_two.together.reset();
    fields.push_back(std::move(of_two));
  });
  return fields;
}

template <class Thing>
struct TwoRecords {
  Thing stays;
  Thing goes;
};

template <class Thing>
Result<TwoRecords<Thing>> two_records(Reader& reader, Uuid stays, Uuid goes) {
  if (stays == goes) return fail(Fault::invalid, "duplicate.one_record");
  auto one = records<Thing>(reader).find(Id<Thing>(stays));
  if (!one) return fail(one.error());
  auto other = records<Thing>(reader).find(Id<Thing>(goes));
  if (!other) return fail(other.error());
  if (one->archived_on || other->archived_on) return fail(Fault::conflict, "duplicate.not_there");
  return TwoRecords<Thing>{*std::move(one), *std::move(other)};
}

template <class Thing>
MergePlan plan_of(Reader& reader, TwoRecords<Thing> const& two) {
  return {std::string(record_name<Thing>),
          two.stays.id.uuid(),
          two.goes.id.uuid(),
          two.stays.version,
          two.goes.version,
          fields_of_two(reader, two.stays, two.goes),
          what_moves(reader, two.goes.id)};
}

FieldFrom choice_of(MergeOrder const& order, FieldOfTwo const& field) {
  auto const found = order.chosen.find(field.name());
  auto const from = found == order.chosen.end() ? field.proposed : found->second;
  return from == FieldFrom::both && !field.together ? FieldFrom::stays : from;
}

// The one that stays, as was chosen.
template <class Thing>
Result<Thing> put_together(Reader& reader, TwoRecords<Thing> const& two, MergeOrder const& order) {
  auto thing = two.stays;
  for (auto const& field : fields_of_two(reader, two.stays, two.goes)) {
    auto const from = choice_of(order, field);
    if (from == FieldFrom::stays) continue;
    auto const set =
        set_text(thing, field.name(), from == FieldFrom::both ? field.together : field.goes.value);
    if (!set) return fail(set.error());
  }
  thing.confirmed_on = std::max(two.stays.confirmed_on, two.goes.confirmed_on);
  return thing;
}

std::string role_line(accounts::Membership const& one) {
  return "role=" + text(one.person()) + " " + text(one.role());
}

std::vector<std::string> role_lines(std::vector<accounts::Membership> const& roles) {
  std::vector<std::string> lines;
  for (auto const& one : roles) lines.push_back(role_line(one));
  return lines;
}

template <class Thing>
Result<MergeDone> merge_two(Writer& writer, MergeOrder const& order, Date today,
                            std::vector<std::string> const& roles) {
  auto two = two_records<Thing>(writer, order.stays, order.goes);
  if (!two) return fail(two.error());
  if (two->stays.version != order.stays_version || two->goes.version != order.goes_version) {
    return fail(Fault::conflict, "duplicate.changed_meanwhile");
  }
  auto thing = put_together(writer, *two, order);
  if (!thing) return fail(thing.error());
  MergeDone done{writer.begin(MapChangeKind::merge, std::string(name_of(*thing)))};
  auto& all = records<Thing>(writer);
  two->goes.archived_on = today;
  if (auto const saved = all.save(std::move(two->goes)); !saved) return fail(saved.error());
  if (auto const saved = all.save(*std::move(thing)); !saved) return fail(saved.error());
  writer.decide(record_name<Thing>, order.goes, order.stays, OneOrTwo::one_thing, roles);
  auto const moved = Moving<Thing>(writer, Id<Thing>(order.goes), Id<Thing>(order.stays), today).all(done);
  if (!moved) return fail(moved.error());
  if constexpr (std::is_same_v<Thing, Organisation>) {
    move_contacts(writer, Id<Thing>(order.goes), Id<Thing>(order.stays), done.change);
  }
  return done;
}

// How much it says, and how much refers to it.
template <class Thing>
auto use_of(Reader& reader, Thing const& thing) {
  std::size_t referring = 0;
  for (auto const& moves : what_moves(reader, thing.id)) referring += moves.count;
  auto const values = field_values(thing);
  auto const said =
      std::ranges::count_if(values, [](FieldValue const& one) { return one.value.value_or("") != ""; });
  return std::pair(referring, said);
}

}  // namespace

Result<MergePlan> plan_merge(Reader& reader, std::string_view record, Uuid stays, Uuid goes) {
  Result<MergePlan> plan = unknown_kind();
  with_kind(record, [&]<class Thing>(Kind<Thing>) {
    plan = two_records<Thing>(reader, stays, goes).map([&](TwoRecords<Thing> const& two) {
      return plan_of(reader, two);
    });
  });
  return plan;
}

Result<Uuid> better_to_stay(Reader& reader, std::string_view record, Uuid one, Uuid other) {
  Result<Uuid> better = unknown_kind();
  with_kind(record, [&]<class Thing>(Kind<Thing>) {
    better = two_records<Thing>(reader, one, other).map([&](TwoRecords<Thing> const& two) {
      return use_of(reader, two.goes) > use_of(reader, two.stays) ? other : one;
    });
  });
  return better;
}

Result<MergeDone> merge_records(Writer& writer, MergeOrder const& order, Date today,
                                std::vector<accounts::Membership> const& roles) {
  Result<MergeDone> done = unknown_kind();
  with_kind(order.record, [&]<class Thing>(Kind<Thing>) {
    done = merge_two<Thing>(writer, order, today, role_lines(roles));
  });
  return done;
}

std::vector<accounts::Membership> roles_to_give(Accounts& accounts, Ecosystem const& ecosystem,
                                                Id<Organisation> stays, Id<Organisation> goes) {
  std::vector<accounts::Membership> roles;
  for (auto const& [role, name] : choices<accounts::Role>) {
    if (accounts::belongs(role) != accounts::Belongs::to_organisation) continue;
    auto const there = accounts.holders(role, {ecosystem.id, stays});
    for (auto const& one : accounts.holders(role, {ecosystem.id, goes})) {
      bool const has_it =
          std::ranges::find(there, one.person(), &accounts::Membership::person) != there.end();
      auto const given = accounts::Membership::make(one.person(), role, {ecosystem.id, stays});
      if (!has_it && given) roles.push_back(*given);
    }
  }
  return roles;
}

std::vector<accounts::Membership> roles_given(Reader& reader, Id<MapChange> change) {
  std::vector<accounts::Membership> roles;
  for (auto const& verdict : reader.verdicts()) {
    if (verdict.change != change || verdict.record != record_name<Organisation>) continue;
    for (auto const& line : verdict.grounds) {
      auto const words = split(std::string_view(line).substr(line.find('=') + 1), ' ');
      auto const person =
          words.size() == 2 ? Id<accounts::Person>::parse(words[0]) : fail(Fault::invalid, "id.invalid");
      auto const role =
          words.size() == 2 ? parse_choice<accounts::Role>(words[1]) : fail(Fault::invalid, "choice.unknown");
      if (!person || !role) continue;
      auto const one = accounts::Membership::make(*person, *role,
                                                  {reader.ecosystem().id, Id<Organisation>(verdict.other)});
      if (one) roles.push_back(*one);
    }
  }
  return roles;
}

Done say_two_things(Writer& writer, std::string_view record, Uuid one, Uuid other,
                    std::vector<std::string> const& grounds) {
  if (one == other) return fail(Fault::invalid, "duplicate.one_record");
  if (!with_kind(record, [](auto) {})) return unknown_kind();
  auto const [low, high] = std::minmax(one, other);
  writer.decide(record, low, high, OneOrTwo::two_things, grounds);
  return {};
}

}  // namespace wegwijzer
