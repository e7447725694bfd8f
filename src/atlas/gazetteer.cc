// SPDX-License-Identifier: EUPL-1.2
#include "atlas/gazetteer.h"

#include <algorithm>
#include <tuple>

#include "base/words.h"

namespace wegwijzer {

namespace {

// More prefix matches than this are not looked at: the visitor has to type on anyway.
constexpr std::ptrdiff_t most_looked_at = 2'000;

// CBS numbers its areas: "Wijk 24 Voorhof" is Voorhof to who lives there.
std::string_view without_number(std::string_view name) {
  for (std::string_view const kind : {"Wijk ", "Buurt "}) {
    if (!name.starts_with(kind)) continue;
    auto const end = name.find(' ', kind.size());
    auto const number = name.substr(kind.size(), end == name.npos ? end : end - kind.size());
    if (end != name.npos && whole_number(number)) return trimmed(name.substr(end));
  }
  return name;
}

std::string gemeente_at(Areas const& areas, GeoPoint point) {
  auto area = areas.smallest_at(point);
  while (area && areas[*area].code.kind() != AreaKind::gemeente) area = areas.around(*area);
  return area ? areas[*area].name : "";
}

// "kerkstraat 12a" is "kerkstraat"; nothing when there is no house number at the end.
std::string without_house_number(std::string const& key) {
  auto const blank = key.rfind(' ');
  if (blank == key.npos) return {};
  bool const number = key[blank + 1] >= '0' && key[blank + 1] <= '9';
  if (number) return key.substr(0, blank);
  // "12 a", "12 hs"
  bool const addition = key.size() - blank <= 3;
  return addition ? without_house_number(key.substr(0, blank)) : std::string();
}

}  // namespace

Gazetteer::Gazetteer(std::vector<PlaceName> const& names, Areas const& areas) {
  entries_.reserve(names.size() + areas.all().size());
  add_names(names, areas);
  add_areas(areas);
  std::ranges::sort(entries_, {}, [](Entry const& e) { return std::tie(e.key, e.rank, e.town); });
}

void Gazetteer::add_names(std::vector<PlaceName> const& names, Areas const& areas) {
  for (auto const& name : names) {
    constexpr Rank ranks[] = {Rank::postcode, Rank::town, Rank::street, Rank::address};
    auto const postcode = Postcode::parse(name.name);
    bool const is_postcode = name.kind == PlaceNameKind::postcode && postcode;
    auto town = name.context.empty() ? gemeente_at(areas, name.point) : name.context;
    if (town == name.name) town.clear();  // not "Delft, Delft"
    add(ranks[static_cast<int>(name.kind)], is_postcode ? folded(postcode->text()) : folded(name.name),
        {name.name, std::move(town), name.point});
  }
}

void Gazetteer::add_areas(Areas const& areas) {
  for (std::size_t i = 0; i < areas.all().size(); ++i) {
    auto const& area = areas.all()[i];
    auto const middle = areas.middle(Index<Area>(i));
    if (!middle || area.name.empty()) continue;
    auto const around = areas.around(Index<Area>(i));
    auto const rank = area.code.kind() == AreaKind::gemeente ? Rank::town : Rank::part;
    auto const name = without_number(area.name);
    FoundPlace const place{std::string(name), around ? areas[*around].name : "", *middle};
    add(rank, folded(name), place);
    if (name != area.name) add(rank, folded(area.name), place);
  }
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

std::vector<Gazetteer::Reading> Gazetteer::readings(std::string_view text) {
  auto const comma = text.find(',');
  auto const key = folded(text.substr(0, comma));
  auto const town = comma == text.npos ? std::string() : folded(text.substr(comma + 1));
  std::vector<Reading> all{{key, town}};
  // Without a comma the last words may be the town.
  for (auto blank = key.rfind(' '); town.empty() && blank != key.npos && blank > 0;
       blank = key.rfind(' ', blank - 1)) {
    all.push_back({key.substr(0, blank), key.substr(blank + 1), true});
  }
  return all;
}

std::vector<FoundPlace> Gazetteer::find(std::string_view text, std::size_t most) const {
  // "2611 AB", and what stands behind it: "2611 AB 12", "2611AB, Delft".
  for (auto const length : {text.size(), std::size_t{7}, std::size_t{6}}) {
    auto const code = Postcode::parse(trimmed(trimmed(text).substr(0, length)));
    if (code && (length >= text.size() || code->text().size() == 6)) return postcode(*code);
  }
  auto const all = readings(text);
  for (auto const& reading : all) {
    if (auto found = find(reading, most); !found.empty()) return found;
  }
  for (auto const& reading : all) {
    auto const street = without_house_number(reading.key);
    if (street.empty()) continue;
    auto found = find({street, reading.town, true}, most);
    for (auto& place : found) place.only_street = true;
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<FoundPlace> Gazetteer::find(Reading const& reading, std::size_t most) const {
  if (reading.key.empty()) return {};
  auto matches = beginning_with(reading.key);
  // What lies in no town that we know may lie in this one.
  std::erase_if(matches, [&](Entry const* e) {
    if (reading.exact && e->key != reading.key) return true;
    return !reading.town.empty() && !e->town.empty() && !e->town.starts_with(reading.town);
  });
  if (reading.exact && !reading.town.empty() && !knows_town(reading.town)) return {};
  bool const exact = std::ranges::any_of(matches, [&](Entry const* e) { return e->key == reading.key; });
  if (exact) std::erase_if(matches, [&](Entry const* e) { return e->key != reading.key; });
  std::ranges::stable_sort(matches, {}, [](Entry const* e) { return std::tuple(e->rank, e->key.size()); });
  std::vector<FoundPlace> places;
  for (auto const* match : matches) {
    // A town and its gemeente, or a street in two files, are one answer to the visitor.
    bool const known = std::ranges::any_of(places, [&](FoundPlace const& p) {
      bool const same_town = !p.context.empty() && p.context == match->place.context;
      return p.name == match->place.name &&
             (same_town || distance(p.point, match->place.point).value < 3'000);
    });
    if (!known && places.size() < most) places.push_back(match->place);
  }
  return places;
}

bool Gazetteer::knows_town(std::string_view town) const {
  return std::ranges::any_of(beginning_with(town),
                             [&](Entry const* e) { return e->key == town && e->rank == Rank::town; });
}

}  // namespace wegwijzer
