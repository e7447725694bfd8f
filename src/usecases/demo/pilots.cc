// SPDX-License-Identifier: EUPL-1.2
#include "usecases/demo/pilots.h"

#include <algorithm>
#include <map>

#include "base/check.h"
#include "exchange/pilot.h"

namespace wegwijzer {

namespace {

// Puts one pilot into its ecosystem.
class PilotLoading {
 public:
  PilotLoading(Writer& writer, Pilot const& pilot) : writer_(writer), pilot_(pilot) {}

  void load() {
    keep(fact(FactKind::about, std::nullopt, {}, pilot_.about), "about");
    for (auto const& one : pilot_.organisations) add(one);
    std::size_t number = 0;
    for (auto const& one : pilot_.collaborations) add(one, ++number);
    number = 0;
    for (auto const& one : pilot_.facts) {
      keep(fact(one.kind, one.level, ids_of(one.organisations), one.said),
           "fact-" + std::to_string(++number));
    }
  }

 private:
  template <class Thing>
  void keep(Thing thing, std::string const& name) {
    thing.id = writer_.new_id<Thing>();
    thing.source = "report-2023:" + pilot_.ecosystem.slug + "/" + name;
    check(records<Thing>(writer_).save(std::move(thing)).has_value(), "a new record can be saved");
  }

  static Fact fact(FactKind kind, std::optional<Level> level, std::vector<Id<Organisation>> about,
                   PilotText const& said) {
    Fact made;
    made.kind = kind, made.level = level, made.organisations = std::move(about);
    made.dutch = said.dutch, made.english = said.english, made.reference = said.reference;
    return made;
  }

  void add(PilotOrganisation const& one) {
    Organisation made;
    made.id = writer_.new_id<Organisation>();
    made.name = one.name, made.sector = one.sector, made.roles = one.roles, made.about = one.role.dutch;
    made.trained_spotters = one.trained_spotters;
    made.source = "report-2023:" + pilot_.ecosystem.slug + "/" + one.key;
    ids_[one.key] = made.id;
    check(writer_.organisations().save(std::move(made)).has_value(), "a new organisation can be saved");
    keep(fact(FactKind::role, one.level, {ids_[one.key]}, one.role), one.key);
  }

  void add(PilotCollaboration const& one, std::size_t number) {
    Collaboration made;
    made.from = ids_.at(one.from), made.to = ids_.at(one.to);
    made.kind = one.kind, made.level = one.level;
    made.about = one.said.dutch, made.about_en = one.said.english, made.reference = one.said.reference;
    keep(std::move(made), "collaboration-" + std::to_string(number));
  }

  std::vector<Id<Organisation>> ids_of(std::vector<std::string> const& keys) const {
    std::vector<Id<Organisation>> ids;
    ids.reserve(keys.size());
    for (auto const& key : keys) ids.push_back(ids_.at(key));
    return ids;
  }

  Writer& writer_;
  Pilot const& pilot_;
  std::map<std::string, Id<Organisation>> ids_;
};

Ecosystem make_pilot(Store& store, Pilot const& pilot, Ids& ids) {
  auto ecosystem = pilot.ecosystem;
  ecosystem.id = Id<Ecosystem>(ids.next());
  auto const writer = store.writer(ecosystem, {"demo"});
  PilotLoading(*writer, pilot).load();
  writer->commit();
  return ecosystem;
}

}  // namespace

Done find_room_for_pilots(Store& store) {
  auto const there = store.ecosystems();
  for (auto const& pilot : read_embedded_pilots()) {
    if (std::ranges::find(there, pilot.ecosystem.slug, &Ecosystem::slug) != there.end()) {
      return fail(Fault::conflict, "demo.pilot_already_there", {{"name", pilot.ecosystem.name}});
    }
  }
  return {};
}

Result<std::vector<Ecosystem>> make_pilots(Store& store, Ids& ids) {
  if (auto const room = find_room_for_pilots(store); !room) return fail(room.error());
  auto const pilots = read_embedded_pilots();
  std::vector<Ecosystem> made;
  made.reserve(pilots.size());
  for (auto const& pilot : pilots) made.push_back(make_pilot(store, pilot, ids));
  return made;
}

}  // namespace wegwijzer
