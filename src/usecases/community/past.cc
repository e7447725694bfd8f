// SPDX-License-Identifier: EUPL-1.2
#include "usecases/community/past.h"

#include <algorithm>
#include <unordered_map>

#include "base/words.h"

namespace wegwijzer {

namespace {

using Later = std::unordered_map<std::string, std::vector<AuditEntry const*>>;  // by kind and id

std::string key(std::string_view record, Uuid id) {
  return std::string(record) + " " + text(id);
}

Instant end_of(Date day) {
  return instant(day + std::chrono::days(1), TimeOfDay{});
}

Later changed_after(std::vector<AuditEntry> const& history, Instant moment) {
  Later later;
  for (auto const& entry : history) {
    if (entry.at >= moment && !confirms(entry)) later[key(entry.record, entry.id)].push_back(&entry);
  }
  return later;
}

template <class Thing>
std::optional<Thing> as_of(Thing const& thing, Later const& later) {
  auto const found = later.find(key(record_name<Thing>, thing.id.uuid()));
  return found == later.end() ? std::optional(thing) : as_before(thing, found->second);
}

template <class Thing>
bool on_map(std::optional<Thing> const& thing) {
  return thing && !thing->archived_on;
}

template <class Thing>
std::vector<ThenAndNow::FieldChange> changed_fields(Thing const& then, Thing const& now) {
  std::vector<ThenAndNow::FieldChange> changed;
  for_each_field<Thing>([&](auto const& field) {
    auto before = to_field_text(then.*field.member);
    auto after = to_field_text(now.*field.member);
    if (before != after) changed.push_back({std::string(field.name), std::move(before), std::move(after)});
  });
  return changed;
}

template <class Thing>
std::optional<ThenAndNow> difference(std::optional<Thing> const& then, std::optional<Thing> const& now) {
  using What = ThenAndNow::What;
  auto const& known = now ? now : then;
  if (!known) return std::nullopt;
  ThenAndNow one{std::string(record_name<Thing>), known->id.uuid(), std::string(name_of(*known))};
  if (!then) {
    one.what = What::made;
    return on_map(now) ? std::optional(one) : std::nullopt;
  }
  if (on_map(then) != on_map(now)) {
    one.what = on_map(now) ? What::restored : What::archived;
    return one;
  }
  if (!on_map(now)) return std::nullopt;
  one.fields = changed_fields(*then, *now);
  return one.fields.empty() ? std::nullopt : std::optional(one);
}

template <class Thing>
void compare_kind(Reader& reader, Later const& since_then, Later const& since_now, DaysCompared& out) {
  CountThenAndNow count{std::string(record_name<Thing>)};
  std::vector<std::pair<std::string, ThenAndNow>> named;
  for (auto const& thing : records<Thing>(reader).all()) {
    auto const then = as_of(thing, since_then);
    auto const now = as_of(thing, since_now);
    count.then += on_map(then) ? 1 : 0;
    count.now += on_map(now) ? 1 : 0;
    if (auto one = difference(then, now)) named.emplace_back(folded(one->name), *std::move(one));
  }
  std::ranges::stable_sort(named, {}, &std::pair<std::string, ThenAndNow>::first);
  for (auto& [name, one] : named) out.different.push_back(std::move(one));
  out.counts.push_back(std::move(count));
}

}  // namespace

DaysCompared compare_days(Reader& reader, Date then, Date now) {
  auto const history = reader.audit();
  auto const since_then = changed_after(history, end_of(then));
  auto const since_now = changed_after(history, end_of(now));
  DaysCompared out;
  for_each_kind([&]<class Thing>(Kind<Thing>) { compare_kind<Thing>(reader, since_then, since_now, out); });
  return out;
}

}  // namespace wegwijzer
