// SPDX-License-Identifier: EUPL-1.2
// The five factors of every offering for every child (DOMAIN.md section 4): all that can be worked out before
// anybody asks. Immutable and shared; a pure function of atlas, parameters and day.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "opportunity/access.h"
#include "opportunity/candidates.h"
#include "opportunity/decay.h"
#include "opportunity/home_areas.h"
#include "opportunity/step_kinds.h"
#include "opportunity/surroundings.h"

namespace wegwijzer {

// Of one offering for one child.
struct Factors {
  double presence = 0;
  double visibility = 0;
  double welcome = 0;
  Barriers barriers;
  double support = 0;  // g0 + (1 - g0) g

  double experienced() const { return presence * visibility * welcome * barriers.access() * support; }
};

// A way of going at an age: the journeys of all children with it are the same.
inline constexpr std::size_t child_bands = 4;  // the fifth band of ages is grown-up
inline constexpr std::size_t way_count = 2 * child_bands;
std::size_t way_of(Profile travel);  // of a child of 4 to 14
Profile travel_of_way(std::size_t way);

enum class ModelStep { streets, reach, seats };

// Told of home areas and, for streets, of crossings and venues; an exception stops the work.
using ModelWatch = std::function<void(ModelStep step, std::size_t done)>;

class OpportunityModel {
 public:
  OpportunityModel(std::shared_ptr<Atlas const> atlas, OpportunityParameters const& parameters, Date today,
                   unsigned threads, ModelWatch const& watch = {});

  Atlas const& atlas() const { return *atlas_; }

  std::shared_ptr<Atlas const> const& shared_atlas() const { return atlas_; }

  OpportunityParameters const& parameters() const { return parameters_; }

  Date today() const { return today_; }

  Candidates const& candidates() const { return candidates_; }

  std::vector<HomeArea> const& homes() const { return homes_; }

  Surroundings const& surroundings() const { return surroundings_; }

  StepKinds const& step_kinds() const { return kinds_; }

  Decay const& decay() const { return decay_; }

  std::uint32_t dutch() const { return dutch_; }

  Minutes longest_journey() const {
    return Minutes(static_cast<std::int32_t>(parameters_.longest_journey + 0.5));
  }

  // What a home area reaches.
  std::span<Arrival const> reached(std::size_t home, Profile travel) const {
    return rows_[way_of(travel)].of(home);
  }

  // Seats for each child that comes to a candidate, by balanced floating catchment (catchment.h).
  double seats_per_child(std::size_t candidate) const { return seats_per_child_[candidate]; }

  // The share of the children of a home area's band of ages that go without a bicycle.
  double without_bicycle(Index<Area> area) const;
  // The share of families with little to spend, and of children who speak little Dutch.
  double little_money(Index<Area> area) const;
  double other_language(Index<Area> area) const;

 private:
  void find_rows(unsigned threads, ModelWatch const& watch);
  void share_seats(unsigned threads, ModelWatch const& watch);
  double figure_or(Index<Area> area, char const* name, double times, double otherwise) const;

  std::shared_ptr<Atlas const> atlas_;
  OpportunityParameters parameters_;
  Date today_;
  Decay decay_;
  std::uint32_t dutch_;
  Candidates candidates_;
  std::vector<HomeArea> homes_;
  Surroundings surroundings_;
  StepKinds kinds_;
  std::vector<ReachRows> rows_;  // by way
  std::vector<double> seats_per_child_;
};

// The factors that are the same wherever a child of this profile lives.
class ProfileTable {
 public:
  struct Row {
    double welcome = 0;  // elsewhere than in one's own area
    double welcome_in_own_area = 0;
    Barriers barriers;  // without that of the route
  };

  ProfileTable(OpportunityModel const& model, ChildProfile const& child);

  ChildProfile const& child() const { return child_; }

  // Of a candidate that fits the age.
  Row const& operator[](std::size_t candidate) const { return rows_[candidate]; }

 private:
  ChildProfile child_;
  std::vector<Row> rows_;
};

// Asks a model what one child meets. A workspace: one per thread, it keeps its memory.
class ExperienceOf {
 public:
  explicit ExperienceOf(OpportunityModel const& model);

  // Calls visit(candidate, factors) for all that a child that lives in this area and reaches these venues
  // could do of its age, in the order of candidates.
  template <class Visit>
  void for_each(Index<Area> area, std::span<Arrival const> reached, ProfileTable const& table, Visit visit) {
    enter(area);
    for (auto const ecosystem : model_.surroundings().ecosystems(area)) {
      for (auto const& one : model_.candidates().without_trip(ecosystem)) meet(one, {}, table, visit);
    }
    for (auto const& arrival : reached) {
      for (auto const& one : model_.candidates().at(arrival.venue)) meet(one, arrival.travel, table, visit);
    }
  }

 private:
  void enter(Index<Area> area);

  template <class Visit>
  void meet(Candidate const& one, std::optional<Tenths> travel, ProfileTable const& table, Visit& visit) {
    if (fits(one, table.child().age)) {
      auto const number = model_.candidates().number_of(one);
      visit(number, factors(one, number, travel, table));
    }
  }

  Factors factors(Candidate const& one, std::size_t number, std::optional<Tenths> travel,
                  ProfileTable const& table) const;

  OpportunityModel const& model_;
  std::optional<Index<Area>> area_;
  std::vector<KnownThere> known_;  // by organisation, in this area
};

}  // namespace wegwijzer
