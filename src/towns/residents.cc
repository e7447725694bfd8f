// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "towns/society.h"

namespace wegwijzer::towns {

namespace {

constexpr std::string_view letters = "ABCDEGHJKLMNPRSTVWXZ";

}  // namespace

std::string postcode_of(Territory const& territory, std::size_t cell, std::uint32_t street) {
  auto const& buurt = territory.buurten[territory.buurt_of_cell[cell]];
  auto const wijk = std::stoul(buurt.code.text().substr(2, 6));
  auto const digits = 1'000 + wijk * 7 % 9'000;
  auto const in_wijk = territory.wijken[buurt.wijk].buurten;
  auto const place =
      static_cast<std::size_t>(std::ranges::find(in_wijk, territory.buurt_of_cell[cell]) - in_wijk.begin());
  auto const number = place * 29 + street;
  return fmt::format("{}{}{}", digits, letters[number / letters.size() % letters.size()],
                     letters[number % letters.size()]);
}

std::vector<Home> homes_of(Plan const& plan, Territory const& territory, std::vector<CellDoors> const& doors,
                           std::size_t town) {
  std::vector<Home> homes;
  std::size_t next_door = 0;  // children of a buurt without any front: they live in the next one
  for (std::size_t i = 0; i < territory.buurten.size(); ++i) {
    auto const& buurt = territory.buurten[i];
    if (buurt.town != town || buurt.inhabitants == 0) continue;
    auto random = plan.seed.stream("homes", i);
    auto const first = homes.size();
    std::vector<std::size_t> by_dwelling;
    for (auto const cell : buurt.cells) {
      for (auto const& door : doors[cell].doors) {
        if (door.dwellings == 0) continue;
        by_dwelling.insert(by_dwelling.end(), static_cast<std::size_t>(door.dwellings), homes.size());
        homes.push_back({door.at, 0, {}, buurt.code});
      }
    }
    auto const children = buurt.children_4_12 + next_door;
    next_door = by_dwelling.empty() ? children : 0;
    if (by_dwelling.empty()) continue;
    auto const dwellings = buurt.inhabitants / std::max(1.0, buurt.figures.at("household_size"));
    auto const per_door = dwellings / static_cast<double>(by_dwelling.size());
    double rest = 0;
    for (auto k = first, at = std::size_t{0}; k < homes.size(); ++k) {
      while (at < by_dwelling.size() && by_dwelling[at] == k) rest += per_door, ++at;
      homes[k].dwellings = static_cast<std::uint16_t>(std::max(1.0, std::floor(rest)));
      rest -= homes[k].dwellings;
    }
    auto const add_child = [&](int age) {
      auto& count = homes[by_dwelling[random.below(by_dwelling.size())]].children.at(age);
      if (count < 255) ++count;
    };
    for (std::size_t child = 0; child < children; ++child) add_child(4 + static_cast<int>(random.below(9)));
    for (std::size_t child = 0; child < children * 2 / 9; ++child)
      add_child(13 + static_cast<int>(random.below(2)));
  }
  return homes;
}

std::vector<PlaceName> place_names_of(Territory const& territory, Names const& names, Plan const& plan,
                                      GroundShape const& ground, std::vector<CellDoors> const& doors,
                                      std::size_t town) {
  auto const& name = names.town(town);
  std::vector<PlaceName> all{
      {PlaceNameKind::place, name, "", on_earth(ground.bent(plan.towns[town].middle))}};
  if (auto const& station = plan.towns[town].station) {
    all.push_back({PlaceNameKind::place, names.station(town), name, on_earth(ground.bent(station->at))});
  }
  std::map<std::string, std::vector<GeoPoint>> streets, postcodes;
  for (auto const& buurt : territory.buurten) {
    if (buurt.town != town) continue;
    for (auto const cell : buurt.cells) {
      for (auto const& door : doors[cell].doors) {
        auto const& street = doors[cell].streets[door.street];
        if (street.empty()) continue;
        streets[street].push_back(door.at);
        auto const code = postcode_of(territory, cell, door.street);
        postcodes[code.substr(0, 4) + " " + code.substr(4)].push_back(door.at);
      }
    }
  }
  auto const add = [&](PlaceNameKind kind, auto const& group) {
    for (auto const& [text, points] : group) all.push_back({kind, text, name, points[points.size() / 2]});
  };
  add(PlaceNameKind::street, streets);
  add(PlaceNameKind::postcode, postcodes);
  return all;
}

}  // namespace wegwijzer::towns
