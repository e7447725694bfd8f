// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/model.h"

#include <algorithm>

#include "base/check.h"
#include "opportunity/catchment.h"
#include "reach/parallel.h"

namespace wegwijzer {

namespace {

Minutes whole(double minutes) {
  return Minutes(static_cast<std::int32_t>(minutes + 0.5));
}

std::vector<GeoPoint> points_of(std::vector<HomeArea> const& homes) {
  std::vector<GeoPoint> points;
  for (auto const& home : homes) points.push_back(home.point);
  return points;
}

// The children of a home area of the ages of this way, and that go this way.
ChildCounts going(HomeArea const& home, std::size_t way, double without_bicycle) {
  auto const profile = travel_of_way(way);
  auto const share = profile.mode == Mode::walk ? without_bicycle : 1 - without_bicycle;
  ChildCounts children{};
  for (std::size_t i = 0; i < children.size(); ++i) {
    auto const age = ChildrenByAge::youngest + static_cast<int>(i);
    if (age_band(age) == profile.age) children[i] = home.children[i] * share;
  }
  return children;
}

std::vector<Supply> supplies_of(Candidates const& candidates) {
  std::vector<Supply> supplies;
  for (auto const& one : candidates.all()) supplies.push_back({one.seats, one.ages});
  return supplies;
}

}  // namespace

std::size_t way_of(Profile travel) {
  auto const band = static_cast<std::size_t>(travel.age);
  check(band < child_bands, "only the ways of children are asked for");
  return static_cast<std::size_t>(travel.mode) * child_bands + band;
}

Profile travel_of_way(std::size_t way) {
  return {static_cast<Mode>(way / child_bands), static_cast<AgeBand>(way % child_bands)};
}

OpportunityModel::OpportunityModel(std::shared_ptr<Atlas const> atlas,
                                   OpportunityParameters const& parameters, Date today, unsigned threads,
                                   ModelWatch const& watch)
    : atlas_(std::move(atlas)),
      parameters_(parameters),
      today_(today),
      decay_(whole(parameters.longest_journey), whole(parameters.half_at)),
      dutch_(dutch_in(atlas_->vocabulary())),
      candidates_(*atlas_, today, threads),
      homes_(home_areas(*atlas_, static_cast<int>(parameters.square))),
      surroundings_(*atlas_, parameters_),
      kinds_(*atlas_, candidates_, today) {
  find_rows(threads, watch);
  share_seats(threads, watch);
}

void OpportunityModel::find_rows(unsigned threads, ModelWatch const& watch) {
  auto const points = points_of(homes_);
  auto const told = [&](std::size_t done) {
    if (watch) watch(ModelStep::streets, done);
  };
  for (std::size_t way = 0; way < way_count; ++way) {
    rows_.push_back(atlas_->streets().rows(points, travel_of_way(way), longest_journey(), threads, told));
    if (watch) watch(ModelStep::reach, points.size());
  }
}

// Each way is added up by itself, and these sums in their order, so that any number of threads gives the
// same.
void OpportunityModel::share_seats(unsigned threads, ModelWatch const& watch) {
  auto const supplies = supplies_of(candidates_);
  std::vector<Catchment> parts(way_count, Catchment(supplies));
  in_parallel(way_count, threads, [&](unsigned, std::size_t way) {
    std::vector<WithinReach> reached;
    for (std::size_t home = 0; home < homes_.size(); ++home) {
      reached.clear();
      auto const add = [&](Candidate const& one, double decay) {
        reached.push_back({static_cast<std::uint32_t>(candidates_.number_of(one)), decay});
      };
      for (auto const ecosystem : surroundings_.ecosystems(homes_[home].area)) {
        for (auto const& one : candidates_.without_trip(ecosystem)) add(one, 1);
      }
      for (auto const& arrival : rows_[way].of(home)) {
        auto const decay = decay_(arrival.travel);
        for (auto const& one : candidates_.at(arrival.venue)) add(one, decay);
      }
      parts[way].add(going(homes_[home], way, without_bicycle(homes_[home].area)), reached);
      if (watch) watch(ModelStep::seats, 1);
    }
  });
  Catchment all(supplies);
  for (auto const& part : parts) all.add(part);
  seats_per_child_ = all.seats_per_child();
}

double OpportunityModel::figure_or(Index<Area> area, char const* name, double times, double otherwise) const {
  for (std::optional<Index<Area>> at = area; at; at = atlas_->areas().around(*at)) {
    auto const& figures = atlas_->areas()[*at].figures;
    auto const figure = figures.find(name);
    if (figure != figures.end()) return std::clamp(figure->second / 100 * times, 0.0, 1.0);
  }
  return otherwise;
}

double OpportunityModel::little_money(Index<Area> area) const {
  return figure_or(area, "income_low", parameters_.little_of_low_incomes, parameters_.little_not_known);
}

double OpportunityModel::other_language(Index<Area> area) const {
  return figure_or(area, "origin_outside_europe", parameters_.other_language_of_origin,
                   parameters_.other_language_not_known);
}

double OpportunityModel::without_bicycle(Index<Area> area) const {
  auto const little = little_money(area);
  return little * parameters_.without_bicycle_little + (1 - little) * parameters_.without_bicycle_enough;
}

ProfileTable::ProfileTable(OpportunityModel const& model, ChildProfile const& child) : child_(child) {
  auto const& catalogue = model.atlas().catalogue();
  auto const& parameters = model.parameters();
  rows_.resize(model.candidates().all().size());
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    auto const& one = model.candidates()[i];
    if (!fits(one, child.age)) continue;
    auto const& offering = catalogue[one.offering];
    auto const& facts = catalogue.facts(one.offering);
    auto items = one.welcome;
    items[static_cast<std::size_t>(WelcomeItem::language)] = speaks_with(facts, child, model.dutch());
    auto& row = rows_[i];
    row.welcome = welcome(items, parameters);
    items[static_cast<std::size_t>(WelcomeItem::area)] = true;
    row.welcome_in_own_area = welcome(items, parameters);
    auto const when = time_barriers(offering, one.moments, child, parameters);
    row.barriers[Barrier::price] = price_barrier(offering, one.moments, child, parameters);
    row.barriers[Barrier::time] = when.time;
    row.barriers[Barrier::company] = when.company;
    row.barriers[Barrier::language] = language_barrier(facts, child, model.dutch(), parameters);
    row.barriers[Barrier::needs] = needs_barrier(facts, child, parameters);
  }
}

ExperienceOf::ExperienceOf(OpportunityModel const& model) : model_(model) {
  auto const organisations = model.atlas().catalogue().organisations().size();
  for (std::size_t i = 0; i < organisations; ++i) {
    known_.push_back(model.surroundings().otherwise(Index<Organisation>(i)));
  }
}

void ExperienceOf::enter(Index<Area> area) {
  if (area_ == area) return;
  auto const& surroundings = model_.surroundings();
  if (area_) {
    for (auto const& known : surroundings.of(*area_)) {
      known_[known.organisation.value()] = surroundings.otherwise(known.organisation);
    }
  }
  for (auto const& known : surroundings.of(area)) known_[known.organisation.value()] = known;
  area_ = area;
}

Factors ExperienceOf::factors(Candidate const& one, std::size_t number, std::optional<Tenths> travel,
                              ProfileTable const& table) const {
  auto const& child = table.child();
  auto const& parameters = model_.parameters();
  auto const& row = table[number];
  auto const& known = known_[one.organisation.value()];
  bool const in_own_area = one.area && one.area == area_;
  Factors factors;
  factors.presence = (travel ? model_.decay()(*travel) : 1) * std::min(1.0, model_.seats_per_child(number));
  factors.visibility = visibility(known, in_own_area, child, parameters);
  factors.welcome = in_own_area ? row.welcome_in_own_area : row.welcome;
  factors.barriers = row.barriers;
  if (travel) factors.barriers[Barrier::route] = route_barrier(*travel, child, parameters);
  auto const guided =
      guidance(known, model_.surroundings().is_referred_to(one.organisation), child, parameters);
  factors.support = support(guided, parameters);
  return factors;
}

}  // namespace wegwijzer
