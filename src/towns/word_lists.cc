// SPDX-License-Identifier: EUPL-1.2
#include "towns/word_lists.h"

#include <nlohmann/json.hpp>

namespace wegwijzer::towns {

namespace {

using Json = nlohmann::json;

std::map<std::string, Words, std::less<>> by_key(Json const& object) {
  std::map<std::string, Words, std::less<>> lists;
  for (auto const& [key, list] : object.items()) lists[key] = list.get<Words>();
  return lists;
}

}  // namespace

WordLists read_word_lists(std::string_view json) {
  auto const file = Json::parse(json);
  auto const list = [&](char const* key) { return file.at(key).get<Words>(); };
  WordLists lists;
  auto const& towns = file.at("towns");
  lists.town_firsts = towns.at("first").get<Words>();
  lists.town_lasts = towns.at("last").get<Words>();
  lists.real_towns = towns.at("avoid").get<Words>();
  for (auto const& theme : file.at("street_themes")) {
    lists.street_themes.push_back(
        {theme.at("names").get<Words>(), theme.at("suffixes").get<Words>(), theme.at("era").get<Words>()});
  }
  lists.core_streets = list("core_streets");
  lists.canals = list("canals");
  lists.main_roads = list("main_roads");
  lists.parks = list("parks");
  lists.waters = list("waters");
  lists.station = file.at("station").at("name").get<std::string>();
  lists.station_square = file.at("station").at("square").get<std::string>();
  lists.cycleways = list("cycleways");
  lists.rural_roads = list("rural_roads");
  lists.first_names = list("first_names");
  lists.buurten = by_key(file.at("buurten"));
  lists.words = by_key(file.at("words"));
  return lists;
}

}  // namespace wegwijzer::towns
