// SPDX-License-Identifier: EUPL-1.2
// What there can be in a fictional town: kinds of provider (assets/towns/providers.json) and what they can
// offer to children (assets/towns/activities).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/offering.h"

namespace wegwijzer::towns {

// Where in a town an organisation of some kind is found.
enum class Spot { core, centre, neighbourhood, edge, sportspark, park, business, village };

struct ProviderKind {
  std::string key;  // "petting-farm"
  Sector sector = Sector::other;
  std::optional<VenueKind> venue;
  double per_100_thousand = 0;  // inhabitants
  std::size_t least = 0;        // in any town
  std::size_t most = 1'000'000;
  Spot spot = Spot::neighbourhood;
  std::vector<Role> roles;
  std::vector<std::string> names;  // patterns
  std::vector<std::string> about;  // patterns of sentences
  std::vector<std::string> green_layer, orange_layer;
  double wheelchair = 0;  // the share that one can enter
  int founded_from = 1950;
  int founded_to = 2020;
};

enum class Place { provider, school, neighbourhood, outdoors, at_home, online };

struct Activity {
  std::string key;              // "worm-hunt"
  std::vector<std::string> by;  // keys of provider kinds
  std::vector<ThemeCode> themes;
  Stage stage = Stage::introduce;
  OfferingKind kind = OfferingKind::workshop;
  int difficulty = 1;
  bool asks_prior = false;
  SchoolTime school_time = SchoolTime::out_of_school;
  Place place = Place::provider;
  std::optional<AgeRange> ages;
  std::optional<SchoolGroups> groups;
  Per per = Per::time;
  std::vector<int> cents;
  Company company = Company::alone;
  int capacity_from = 8;
  int capacity_to = 20;
  std::vector<std::string> titles;  // patterns
  std::vector<std::string> what;    // patterns of sentences
  std::vector<std::string> expect;
};

// The files come with the program: a fault in them is a bug and throws.
std::vector<ProviderKind> read_provider_kinds(std::string_view json);
std::vector<Activity> read_activities(std::string_view json);

}  // namespace wegwijzer::towns
