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
#include "opportunity/journeys.h"
#include "opportunity/step_kinds.h"
#include "opportunity/surroundings.h"

namespace wegwijzer {

// Of one offering for one child.
struct Factors {
  double presence = 0;
  double visibility = 0;
  double welcome = 0;
  Barriers barriers;
  double access = 1;   // of all barriers
  double support = 0;  // g0 + (1 - g0) g

  double experienced() const { return presence * visibility * welcome * access * support; }
};

// A way of going at an age: the journeys of all children with it are the same.
inline constexpr std::size_t child_bands = 4;  // the fifth band of ages is grown-up
inline constexpr std::size_t way_count = 2 * child_bands;
inline constexpr std::size_t calm_way_count =
    2 * (child_bands - 1);           // for which calm streets are asked as well
std::size_t way_of(Profile travel);  // of a child of 4 to 14
Profile travel_of_way(std::size_t way);

enum class ModelStep { streets, reach, seats };

// Told of home areas and, for streets, of crossings and venues; an exception stops the work.
using ModelWatch = std::function<void(ModelStep step, std::size_t done)>;

class OpportunityModel {
 public:
  // Journeys of `before` are taken over when streets, venues, homes and how far is looked are the same.
  OpportunityModel(std::shared_ptr<Atlas const> atlas, OpportunityParameters const& parameters, Date today,
                   unsigned threads, ModelWatch const& watch = {}, OpportunityModel const* before = nullptr);

  // The same homes, journeys and offerings with other parameters: the squares stay, and no journey is longer
  // than looked_for().
  OpportunityModel(OpportunityModel const& same, OpportunityParameters const& parameters, unsigned threads);

  // The same offerings with other parameters, of these of its homes; `square` is not looked at.
  OpportunityModel(OpportunityModel const& same, OpportunityParameters const& parameters,
                   std::span<std::size_t const> homes, unsigned threads, ModelWatch const& watch);

  Atlas const& atlas() const { return *atlas_; }

  std::shared_ptr<Atlas const> const& shared_atlas() const { return atlas_; }

  OpportunityParameters const& parameters() const { return parameters_; }

  Date today() const { return today_; }

  Candidates const& candidates() const { return *candidates_; }

  std::vector<HomeArea> const& homes() const { return *homes_; }

  Surroundings const& surroundings() const { return surroundings_; }

  StepKinds const& step_kinds() const { return *kinds_; }

  Decay const& decay() const { return decay_; }

  std::uint32_t dutch() const { return dutch_; }

  static Minutes longest_journey(OpportunityParameters const& parameters) {
    return Minutes(static_cast<std::int32_t>(parameters.longest_journey + 0.5));
  }

  Minutes longest_journey() const { return longest_journey(parameters_); }

  // The longest journey that its homes were asked for, which may be longer than that.
  Minutes looked_for() const { return looked_for_; }

  // Whether the homes are the same, and the very journeys, taken over from there.
  bool shares_journeys_with(OpportunityModel const& other) const {
    return rows_ == other.rows_ && *homes_ == *other.homes_;
  }

  // What a home area reaches; perhaps also farther than the longest journey, of which decay() leaves nothing.
  Journeys reached(std::size_t home, Profile travel) const { return (*rows_)[way_of(travel)].of(home); }

  // What is asked of a candidate over and over, side by side.
  struct Quick {
    std::uint32_t ages = 0;
    std::uint32_t organisation = 0;
    std::uint32_t area = none;
    double full = 1;  // of a seat, at most one, for each child
  };

  static constexpr std::uint32_t none = ~0U;

  Quick const& quick(std::size_t candidate) const { return quick_[candidate]; }

  // Seats for each child that comes to a candidate, by balanced floating catchment (catchment.h).
  double seats_per_child(std::size_t candidate) const { return seats_per_child_[candidate]; }

  // The share of the children of a home area's band of ages that go without a bicycle.
  double without_bicycle(Index<Area> area) const;

  // The share of families with little to spend, and of children who speak little Dutch.
  double little_money(Index<Area> area) const { return families_[area.value()].little_money; }

  double other_language(Index<Area> area) const { return families_[area.value()].other_language; }

 private:
  bool has_the_journeys_of(OpportunityModel const& before) const;
  void find_rows(unsigned threads, ModelWatch const& watch);
  void share_seats(unsigned threads, ModelWatch const& watch);

  // Shares of the families of an area.
  struct Families {
    double little_money;
    double other_language;
  };

  static std::vector<Families> families(Areas const& areas, OpportunityParameters const& parameters);

  std::shared_ptr<Atlas const> atlas_;
  OpportunityParameters parameters_;
  Date today_;
  Decay decay_;
  std::vector<Families> families_;  // by area
  std::uint32_t dutch_;
  std::shared_ptr<Candidates const> candidates_;
  std::shared_ptr<std::vector<HomeArea> const> homes_;
  Surroundings surroundings_;
  std::shared_ptr<StepKinds const> kinds_;
  Minutes looked_for_;
  std::shared_ptr<std::vector<JourneyRows> const> rows_;  // by way
  std::vector<double> seats_per_child_;
  std::vector<Quick> quick_;
};

// The factors that are the same wherever a child of this profile lives.
class ProfileTable {
 public:
  struct Row {
    double welcome = 0;  // elsewhere than in one's own area
    double welcome_in_own_area = 0;
    Barriers barriers;  // without that of the route
    double access = 1;  // of these
    bool operator==(Row const&) const = default;
  };

  // Of all candidates, or of these only.
  ProfileTable(OpportunityModel const& model, ChildProfile const& child,
               std::vector<std::uint32_t> const* only = nullptr, unsigned threads = 1);

  ChildProfile const& child() const { return child_; }

  // Of a candidate that fits the age.
  Row const& operator[](std::size_t candidate) const { return rows_[candidate]; }

 private:
  void fill(OpportunityModel const& model, std::size_t candidate);

  ChildProfile child_;
  std::vector<Row> rows_;
};

// An offering and what follows from it, whether it is a candidate or only thought of.
struct AskedOffering {
  Offering const& offering;
  OfferingFacts const& facts;
  Moments const& moments;
  WelcomeItems welcome;
  std::optional<FeltWelcome> felt_welcome{};
};

AskedOffering asked(Catalogue const& catalogue, Candidate const& candidate);

// For a child whose age it suits.
ProfileTable::Row profile_row(OpportunityModel const& model, AskedOffering const& one,
                              ChildProfile const& child);

// Asks a model what one child meets. A workspace: one per thread, it keeps its memory.
class ExperienceOf {
 public:
  explicit ExperienceOf(OpportunityModel const& model);

  // Of one candidate, of the age of the table's child; nothing when it is out of reach.
  std::optional<Factors> of(std::size_t candidate, Index<Area> area, Journeys const& reached,
                            ProfileTable const& table) const;

  // Calls visit(candidate, factors) for all that a child that lives in this area and reaches these venues
  // could do of its age, in the order of candidates.
  template <class Visit>
  void for_each(Index<Area> area, Journeys const& reached, ProfileTable const& table, Visit visit) {
    enter(area, table.child());
    for (auto const ecosystem : model_.surroundings().ecosystems(area)) {
      meet(model_.candidates().without_trip(ecosystem), 1, 1, table, visit);
    }
    for (std::size_t i = 0; i < reached.arrivals.size(); ++i) {
      auto const& [venue, travel] = reached.arrivals[i];
      auto const here = model_.candidates().at(venue);
      if (here.begin == here.end) continue;
      auto const decay = model_.decay()(travel);
      if (decay <= 0) continue;
      auto const route = route_barrier(reached.calm_time(i), table.child(), model_.parameters());
      meet(here, decay, route, table, visit);
    }
  }

 private:
  // What the families of an area see of an organisation, and how its children are guided there.
  struct Seen {
    double elsewhere = 0;
    double in_own_area = 0;
    double support = 0;
  };

  void enter(Index<Area> area, ChildProfile const& child);
  Seen seen(KnownThere const& known, ChildProfile const& child) const;

  static Factors factors(OpportunityModel::Quick const& one, ProfileTable::Row const& row, Seen const& seen,
                         bool in_own_area, double decay, double route) {
    Factors factors;
    factors.presence = decay * one.full;
    factors.visibility = in_own_area ? seen.in_own_area : seen.elsewhere;
    factors.welcome = in_own_area ? row.welcome_in_own_area : row.welcome;
    factors.barriers = row.barriers;
    factors.barriers[Barrier::route] = route;
    factors.access = row.access * route;
    factors.support = seen.support;
    return factors;
  }

  template <class Visit>
  void meet(Candidates::Range candidates, double decay, double route, ProfileTable const& table,
            Visit& visit) {
    auto const age = table.child().age;
    for (std::size_t number = candidates.begin; number < candidates.end; ++number) {
      auto const& one = model_.quick(number);
      if (!(one.ages >> age & 1U)) continue;
      visit(number, factors(one, table[number], seen_[one.organisation], one.area == area_, decay, route));
    }
  }

  OpportunityModel const& model_;
  std::optional<ChildProfile> child_;  // for whom the organisations are seen, and from where
  std::uint32_t area_ = OpportunityModel::none;
  std::vector<Seen> usual_;  // by organisation, where nothing is known of it
  std::vector<Seen> seen_;
};

}  // namespace wegwijzer
