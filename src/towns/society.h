// SPDX-License-Identifier: EUPL-1.2
// The people's side of a fictional town: organisations, the places where they are, what they offer to
// children, who works with whom, who tells of whom, routes and steps from one activity to the next, and who
// was asked what there is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/channel.h"
#include "domain/collaboration.h"
#include "domain/homes.h"
#include "domain/inquiry.h"
#include "domain/learning_route.h"
#include "domain/offering.h"
#include "domain/place_name.h"
#include "domain/step_edge.h"
#include "domain/vocabulary.h"
#include "towns/first_visit.h"
#include "towns/repertoire.h"
#include "towns/territory.h"

namespace wegwijzer::towns {

// A front on which something can stand, with its address.
struct Door {
  GeoPoint at;
  int dwellings = 0;
  std::uint32_t street = 0;  // of CellDoors::streets
  int number = 1;            // the first house number
};

struct CellDoors {
  std::vector<std::string> streets;
  std::vector<Door> doors;
  std::vector<GeoPoint> playgrounds;
};

struct Society {
  std::vector<Organisation> organisations;
  std::vector<Venue> venues;
  std::vector<Offering> offerings;
  std::vector<Collaboration> collaborations;
  std::vector<Channel> channels;
  std::vector<LearningRoute> routes;
  std::vector<StepEdge> steps;
  std::vector<Inquiry> inquiries;
};

// What all towns have in common.
struct Repertoire {
  std::vector<ProviderKind> kinds;
  std::vector<Activity> activities;
  FirstVisits first_visits;
  Vocabulary const* vocabulary = nullptr;
  Date today;                // dates of sessions lie around it
  double organisations = 1;  // against the usual number, and so of offerings an organisation has
  double offerings = 1;
};

// Ids, texts and dates depend on seed, town and day only.
Society people(Plan const& plan, Names const& names, WordLists const& lists, Territory const& territory,
               std::vector<CellDoors> const& doors, Repertoire const& repertoire, std::size_t town);

// Where people live, with the children of 4 to 14, per front.
std::vector<Home> homes_of(Plan const& plan, Territory const& territory, std::vector<CellDoors> const& doors,
                           std::size_t town);

// Streets, postcodes, buurten and the town itself, as people say where they live.
std::vector<PlaceName> place_names_of(Territory const& territory, Names const& names, Plan const& plan,
                                      GroundShape const& ground, std::vector<CellDoors> const& doors,
                                      std::size_t town);

// The postcode of a street: four digits of its wijk, two letters of its own.
std::string postcode_of(Territory const& territory, std::size_t cell, std::uint32_t street);

}  // namespace wegwijzer::towns
