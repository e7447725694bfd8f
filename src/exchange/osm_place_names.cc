// SPDX-License-Identifier: EUPL-1.2
#include "exchange/osm_place_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <span>
#include <tuple>

#include "base/words.h"
#include "exchange/osm_shape.h"

namespace wegwijzer {

namespace {

constexpr double same_street = 2'000;  // metres
constexpr double same_address = 200;   // metres: a shop and its building, both with the address

struct PlaceRule {
  std::string_view value;
  std::optional<TownSize> town;
};

constexpr auto place_rules = std::to_array<PlaceRule>({{"city", TownSize::city},
                                                       {"town", TownSize::town},
                                                       {"village", TownSize::village},
                                                       {"hamlet", std::nullopt},
                                                       {"suburb", std::nullopt},
                                                       {"quarter", std::nullopt},
                                                       {"neighbourhood", std::nullopt}});

// The Dutch woonplaats, the town of addresses, is a boundary of level 10.
bool is_town_boundary(Tags const& tags) {
  return tags["boundary"] == "administrative" && tags["admin_level"] == "10";
}

// "12;14" and "12,14" are two house numbers.
std::vector<std::string> numbers(std::string text) {
  std::ranges::replace(text, ',', ';');
  std::vector<std::string> found;
  for (auto const part : split(text, ';')) found.emplace_back(part);
  return found;
}

// "2611AB" as people write it.
std::string written_postcode(std::string const& code) {
  auto const dutch = Postcode::parse(code);
  return dutch && code.size() == 6 ? code.substr(0, 4) + " " + code.substr(4) : code;
}

// Calls `use(run)` for every run of things that are equal by `key`; the things are sorted by it.
template <class Thing, class Key, class Use>
void for_runs(std::span<Thing const> things, Key key, Use use) {
  while (!things.empty()) {
    auto const differs = [&](Thing const& thing) { return key(thing) != key(things.front()); };
    auto const end = std::ranges::find_if(things, differs);
    auto const size = static_cast<std::size_t>(end - things.begin());
    use(things.first(size));
    things = things.subspan(size);
  }
}

template <class Things>
GeoPoint mean(Things const& things) {
  std::int64_t latitude = 0;
  std::int64_t longitude = 0;
  for (auto const& thing : things) {
    latitude += thing.point.latitude;
    longitude += thing.point.longitude;
  }
  auto const count = static_cast<std::int64_t>(things.size());
  return {static_cast<std::int32_t>(latitude / count), static_cast<std::int32_t>(longitude / count)};
}

// Where the ways of one name lie: the middle of the way that is nearest to the middle of all.
template <class Ways>
GeoPoint point_of_street(Ways const& ways) {
  auto const middle = mean(ways);
  return std::ranges::min_element(ways, {}, [&](auto const& way) { return distance(way.point, middle); })
      ->point;
}

// Splits ways of one name into groups that hang together by steps of at most 2 km.
template <class Way>
std::vector<std::vector<Way>> groups_nearby(std::span<Way const> ways) {
  std::vector<Way> left(ways.begin(), ways.end());
  std::vector<std::vector<Way>> groups;
  while (!left.empty()) {
    auto& group = groups.emplace_back(1, left.back());
    left.pop_back();
    for (std::size_t i = 0; i < group.size(); ++i) {
      auto const far = std::stable_partition(left.begin(), left.end(), [&](Way const& way) {
        return distance(way.point, group[i].point).value > same_street;
      });
      group.insert(group.end(), far, left.end());
      left.erase(far, left.end());
    }
  }
  return groups;
}

template <class Addresses>
std::string most_frequent_town(Addresses const& addresses) {
  std::map<std::string_view, int> counts;
  for (auto const& [address, point] : addresses) ++counts[address.city];
  auto const frequency = [](auto const& row) { return row.second; };
  return std::string(std::ranges::max_element(counts, {}, frequency)->first);
}

}  // namespace

void OsmPlaceNames::add(OsmThing const& thing) {
  add_place(thing);
  add_station(thing);
  add_address(thing);
}

void OsmPlaceNames::add_place(OsmThing const& thing) {
  std::string name(trimmed(thing.tags["name"]));
  if (name.empty()) return;
  bool const boundary = is_town_boundary(thing.tags) && !thing.outline.empty();
  if (boundary) towns_.add_outline(name, thing.outline);
  auto const rule = std::ranges::find(place_rules, thing.tags["place"], &PlaceRule::value);
  if (rule == place_rules.end()) return;
  if (rule->town && thing.outline.empty()) towns_.add_point(name, *rule->town, thing.point);
  if (rule->town && !thing.outline.empty() && !boundary) towns_.add_outline(name, thing.outline);
  places_.push_back({std::move(name), rule->town, thing.point, thing.outline});
}

// A station bears the name of its town, "Delft", and people call it "Station Delft".
void OsmPlaceNames::add_station(OsmThing const& thing) {
  auto const kind = thing.tags["railway"];
  auto const name = trimmed(thing.tags["name"]);
  if (name.empty() || (kind != "station" && kind != "halt")) return;
  auto const says_so = folded(name).find("station") != std::string::npos;
  places_.push_back({says_so ? std::string(name) : "Station " + std::string(name), {}, thing.point, {}});
}

void OsmPlaceNames::add_address(OsmThing const& thing) {
  auto address = osm_address(thing.tags);
  if (address.number.empty() || (address.street.empty() && address.postcode.empty())) return;
  addresses_.push_back({std::move(address), thing.point});
}

void OsmPlaceNames::add_street(std::string_view name, GeoPoint halfway) {
  if (auto const clean = trimmed(name); !clean.empty()) {
    street_ways_.push_back({std::string(clean), {}, halfway});
  }
}

std::vector<PlaceName> OsmPlaceNames::take() && {
  drop_outlined_twice();
  find_towns();
  std::vector<PlaceName> names;
  name_places(names);
  name_streets(names);
  name_addresses(names);
  name_postcodes(names);
  return names;
}

// A town is often drawn twice, as a node and as an outline around it.
void OsmPlaceNames::drop_outlined_twice() {
  auto const has_node = [this](Place const& place) {
    return !place.outline.empty() && std::ranges::any_of(places_, [&](Place const& other) {
      return other.outline.empty() && other.name == place.name && contains(place.outline, other.point);
    });
  };
  std::vector<Place> kept;
  std::ranges::copy_if(places_, std::back_inserter(kept),
                       [&](auto const& place) { return !has_node(place); });
  places_ = std::move(kept);
}

void OsmPlaceNames::find_towns() {
  find_towns_of_addresses();
  find_towns_of_streets();
}

void OsmPlaceNames::find_towns_of_addresses() {
  for (auto& [address, point] : addresses_) {
    if (address.city.empty()) address.city = towns_.town_at(point);
  }
  std::ranges::stable_sort(addresses_, {}, [](Address const& row) {
    return std::tie(row.address.street, row.address.city, row.address.number);
  });
}

void OsmPlaceNames::find_towns_of_streets() {
  for (auto& way : street_ways_) way.town = town_of(way);
  std::ranges::stable_sort(street_ways_, {},
                           [](StreetWay const& way) { return std::tie(way.name, way.town); });
}

std::string OsmPlaceNames::town_of(StreetWay const& way) const {
  auto const street = [](Address const& row) -> std::string const& { return row.address.street; };
  std::string town;
  double least = same_street;
  for (auto const& [address, point] : std::ranges::equal_range(addresses_, way.name, {}, street)) {
    auto const metres = distance(point, way.point).value;
    if (address.city.empty() || metres >= least) continue;
    least = metres;
    town = address.city;
  }
  return town.empty() ? towns_.town_at(way.point) : town;
}

void OsmPlaceNames::name_places(std::vector<PlaceName>& names) const {
  auto const first = names.size();
  for (auto const& place : places_) {
    names.push_back({PlaceNameKind::place, place.name,
                     place.town ? std::string() : towns_.town_at(place.point), place.point});
  }
  std::ranges::stable_sort(names.begin() + static_cast<std::ptrdiff_t>(first), names.end(), {},
                           [](PlaceName const& name) { return std::tie(name.name, name.context); });
}

void OsmPlaceNames::name_streets(std::vector<PlaceName>& names) const {
  auto const key = [](StreetWay const& way) { return std::tie(way.name, way.town); };
  for_runs(std::span(street_ways_), key, [&](std::span<StreetWay const> ways) {
    auto const add = [&](auto const& group) {
      names.push_back({PlaceNameKind::street, ways.front().name, ways.front().town, point_of_street(group)});
    };
    if (!ways.front().town.empty()) return add(ways);
    for (auto const& group : groups_nearby(ways)) add(group);
  });
}

void OsmPlaceNames::name_addresses(std::vector<PlaceName>& names) const {
  std::map<std::tuple<std::string, std::string>, GeoPoint> seen;
  for (auto const& [address, point] : addresses_) {
    if (address.street.empty()) continue;
    for (auto const& number : numbers(address.number)) {
      PlaceName name{PlaceNameKind::address, address.street + " " + number, address.city, point};
      auto const [before, is_new] = seen.try_emplace({name.name, name.context}, point);
      if (is_new || distance(before->second, point).value > same_address) names.push_back(std::move(name));
    }
  }
}

void OsmPlaceNames::name_postcodes(std::vector<PlaceName>& names) {
  auto const postcode = [](Address const& row) -> std::string const& { return row.address.postcode; };
  std::ranges::stable_sort(addresses_, {}, postcode);
  for_runs(std::span<Address const>(addresses_), postcode, [&](std::span<Address const> run) {
    auto const& code = run.front().address.postcode;
    if (!code.empty()) {
      names.push_back({PlaceNameKind::postcode, written_postcode(code), most_frequent_town(run), mean(run)});
    }
  });
}

}  // namespace wegwijzer
