// SPDX-License-Identifier: EUPL-1.2
#include "towns/repertoire.h"

#include <nlohmann/json.hpp>

#include "base/check.h"

namespace wegwijzer::towns {

namespace {

using Json = nlohmann::json;
using Texts = std::vector<std::string>;

constexpr std::array spots{std::pair{Spot::core, "core"},
                           std::pair{Spot::centre, "centre"},
                           std::pair{Spot::neighbourhood, "neighbourhood"},
                           std::pair{Spot::edge, "edge"},
                           std::pair{Spot::sportspark, "sportspark"},
                           std::pair{Spot::park, "park"},
                           std::pair{Spot::business, "business"},
                           std::pair{Spot::village, "village"}};

constexpr std::array places{std::pair{Place::provider, "provider"},
                            std::pair{Place::school, "school"},
                            std::pair{Place::neighbourhood, "neighbourhood"},
                            std::pair{Place::outdoors, "outdoors"},
                            std::pair{Place::at_home, "at_home"},
                            std::pair{Place::online, "online"}};

template <class Table>
auto named(Table const& table, std::string const& word) {
  auto const found = std::ranges::find_if(table, [&](auto const& row) { return row.second == word; });
  check(found != table.end(), "a word in the files of towns is not known");
  return found->first;
}

template <class Choice>
Choice choice(Json const& object, char const* key) {
  auto const found = parse_choice<Choice>(object.at(key).get<std::string>());
  check(found.has_value(), "a choice in the files of towns is not known");
  return *found;
}

template <class Value>
Value sound(Result<Value> value) {
  check(value.has_value(), "a value in the files of towns is wrong");
  return *std::move(value);
}

std::pair<int, int> range(Json const& pair) {
  return {pair.at(0).get<int>(), pair.at(1).get<int>()};
}

ProviderKind provider_kind(Json const& row) {
  ProviderKind kind;
  kind.key = row.at("key").get<std::string>();
  kind.sector = choice<Sector>(row, "sector");
  if (!row.at("venue_kind").is_null())
    kind.venue = sound(VenueKind::parse(row.at("venue_kind").get<std::string>()));
  kind.per_100_thousand = row.at("per_100k").get<double>();
  kind.least = row.value("min_per_town", kind.least);
  kind.most = row.value("max_per_town", kind.most);
  kind.spot = named(spots, row.at("where").get<std::string>());
  for (auto const& role : row.at("roles"))
    kind.roles.push_back(sound(parse_choice<Role>(role.get<std::string>())));
  kind.names = row.at("names").get<Texts>();
  kind.about = row.at("about").get<Texts>();
  kind.green_layer = row.at("green_layer").get<Texts>();
  kind.orange_layer = row.at("orange_layer").get<Texts>();
  kind.wheelchair = row.at("wheelchair").get<double>();
  if (row.contains("founded")) std::tie(kind.founded_from, kind.founded_to) = range(row.at("founded"));
  return kind;
}

Activity activity(Json const& row) {
  Activity one;
  one.key = row.at("key").get<std::string>();
  one.by = row.at("by").get<Texts>();
  for (auto const& theme : row.at("themes"))
    one.themes.push_back(sound(ThemeCode::parse(theme.get<std::string>())));
  one.stage = choice<Stage>(row, "stage");
  one.kind = choice<OfferingKind>(row, "kind");
  one.difficulty = row.at("difficulty").get<int>();
  one.asks_prior = row.at("asks_prior").get<bool>();
  one.school_time = choice<SchoolTime>(row, "school_time");
  one.place = named(places, row.at("place").get<std::string>());
  if (row.contains("ages")) {
    auto const [from, to] = range(row.at("ages"));
    one.ages = AgeRange{from, to};
  }
  if (row.contains("groups")) {
    auto const [from, to] = range(row.at("groups"));
    one.groups = SchoolGroups{from, to};
  }
  one.per = choice<Per>(row.at("price"), "per");
  one.cents = row.at("price").at("cents").get<std::vector<int>>();
  one.company = choice<Company>(row, "company");
  std::tie(one.capacity_from, one.capacity_to) = range(row.at("capacity"));
  one.titles = row.at("titles").get<Texts>();
  one.what = row.at("what").get<Texts>();
  one.expect = row.at("expect").get<Texts>();
  check(!one.titles.empty() && !one.what.empty() && !one.expect.empty() && !one.cents.empty(),
        "an activity in the files of towns has no words");
  return one;
}

}  // namespace

std::vector<ProviderKind> read_provider_kinds(std::string_view json) {
  std::vector<ProviderKind> kinds;
  for (auto const& row : Json::parse(json)) kinds.push_back(provider_kind(row));
  return kinds;
}

std::vector<Activity> read_activities(std::string_view json) {
  std::vector<Activity> activities;
  for (auto const& row : Json::parse(json)) activities.push_back(activity(row));
  return activities;
}

}  // namespace wegwijzer::towns
