// SPDX-License-Identifier: EUPL-1.2
#include "atlas/gazetteer.h"

#include <algorithm>
#include <tuple>

#include "base/words.h"

namespace wegwijzer {

namespace {

// More prefix matches than this are not looked at: the visitor has to type on anyway.
constexpr std::ptrdiff_t most_looked_at = 2'000;

}  // namespace

Gazetteer::Gazetteer(std::vector<PlaceName> const& names, Areas const& areas) {
  entries_.reserve(names.size() + areas.all().size());
  for (auto const& name : names) {
    auto const postcode = Postcode::parse(name.name);
    constexpr Rank ranks[] = {Rank::postcode, Rank::town, Rank::street, Rank::address};
    bool const is_postcode = name.kind == PlaceNameKind::postcode && postcode;
    add(ranks[static_cast<int>(name.kind)], is_postcode ? folded(postcode->text()) : folded(name.name),
        {name.name, name.context, name.point});
  }
  for (std::size_t i = 0; i < areas.all().size(); ++i) {
    auto const& area = areas.all()[i];
    auto const middle = areas.middle(Index<Area>(i));
    if (!middle || area.name.empty()) continue;
    auto const around = areas.around(Index<Area>(i));
    auto const rank = area.code.kind() == AreaKind::gemeente ? Rank::town : Rank::part;
    add(rank, folded(area.name), {area.name, around ? areas[*around].name : "", *middle});
  }
  std::ranges::sort(entries_, {}, [](Entry const& e) { return std::tie(e.key, e.rank, e.town); });
}

void Gazetteer::add(Rank rank, std::string_view key, FoundPlace place) {
  if (key.empty()) return;
  auto town = folded(place.context);
  entries_.push_back({std::string(key), std::move(town), rank, std::move(place)});
}

std::vector<Gazetteer::Entry const*> Gazetteer::beginning_with(std::string_view key) const {
  std::vector<Entry const*> found;
  auto const key_of = [](Entry const& e) { return std::string_view(e.key); };
  for (auto at = std::ranges::lower_bound(entries_, key, {}, key_of);
       at != entries_.end() && at->key.starts_with(key) && std::ssize(found) < most_looked_at; ++at) {
    found.push_back(&*at);
  }
  return found;
}

std::vector<FoundPlace> Gazetteer::postcode(Postcode const& code) const {
  std::int64_t north = 0, east = 0, count = 0;
  Entry const* any = nullptr;
  for (auto const* entry : beginning_with(folded(code.text()))) {
    if (entry->rank != Rank::postcode) continue;
    north += entry->place.point.latitude, east += entry->place.point.longitude, ++count;
    any = entry;
  }
  if (!any) return {};
  GeoPoint const middle{static_cast<std::int32_t>(north / count), static_cast<std::int32_t>(east / count)};
  return {{code.text(), any->place.context, middle}};
}

std::vector<FoundPlace> Gazetteer::find(std::string_view text, std::size_t most) const {
  if (auto const code = Postcode::parse(trimmed(text))) return postcode(*code);
  auto const comma = text.find(',');
  auto const key = folded(text.substr(0, comma));
  auto const town = comma == text.npos ? std::string() : folded(text.substr(comma + 1));
  if (key.empty()) return {};
  auto matches = beginning_with(key);
  std::erase_if(matches, [&](Entry const* e) { return !e->town.starts_with(town); });
  bool const exact = std::ranges::any_of(matches, [&](Entry const* e) { return e->key == key; });
  if (exact) std::erase_if(matches, [&](Entry const* e) { return e->key != key; });
  std::ranges::stable_sort(matches, {}, [](Entry const* e) { return std::tuple(e->rank, e->key.size()); });
  std::vector<FoundPlace> places;
  for (auto const* match : matches) {
    // A town and its gemeente, or a street in two files, are one answer to the visitor.
    bool const known = std::ranges::any_of(places, [&](FoundPlace const& p) {
      return p.name == match->place.name &&
             (p.context == match->place.context || distance(p.point, match->place.point).value < 3'000);
    });
    if (!known && places.size() < most) places.push_back(match->place);
  }
  return places;
}

}  // namespace wegwijzer
