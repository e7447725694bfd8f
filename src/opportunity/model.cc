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

// Nothing where all within the longest journey counts whole.
std::optional<Minutes> half_of(OpportunityParameters const& parameters) {
  return parameters.half_at > 0 ? std::optional(whole(parameters.half_at)) : std::nullopt;
}

std::vector<GeoPoint> points_of(std::vector<HomeArea> const& homes) {
  std::vector<GeoPoint> points;
  for (auto const& home : homes) points.push_back(home.point);
  return points;
}

std::vector<HomeArea> these(std::vector<HomeArea> const& homes, std::span<std::size_t const> numbers) {
  std::vector<HomeArea> found;
  for (auto const number : numbers) found.push_back(homes[number]);
  return found;
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

// This figure of the smallest area around that has it.
std::optional<double> percentage(Areas const& areas, Index<Area> area, std::string const& name) {
  for (std::optional<Index<Area>> at = area; at; at = areas.around(*at)) {
    auto const figure = areas[*at].figures.find(name);
    if (figure != areas[*at].figures.end()) return figure->second;
  }
  return std::nullopt;
}

double share_or(std::optional<double> percentage, double times, double otherwise) {
  return percentage ? std::clamp(*percentage / 100 * times, 0.0, 1.0) : otherwise;
}

// Each way, and those of them that are asked for over calm streets as well.
std::vector<Profile> travels_asked_for() {
  std::vector<Profile> travels;
  for (std::size_t way = 0; way < way_count; ++way) travels.push_back(travel_of_way(way));
  for (std::size_t way = 0; way < way_count; ++way) {
    if (alone(travel_of_way(way)) != travel_of_way(way)) travels.push_back(alone(travel_of_way(way)));
  }
  return travels;
}

// Of what was found for these.
std::vector<JourneyRows> beside_each_other(std::vector<ReachRows> found) {
  std::vector<JourneyRows> rows;
  auto calm = way_count;
  for (std::size_t way = 0; way < way_count; ++way) {
    if (alone(travel_of_way(way)) == travel_of_way(way)) {
      rows.emplace_back(std::move(found[way]));
    } else {
      rows.emplace_back(std::move(found[way]), found[calm++]);
    }
  }
  return rows;
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
                                   ModelWatch const& watch, OpportunityModel const* before)
    : atlas_(std::move(atlas)),
      parameters_(parameters),
      today_(today),
      decay_(whole(parameters.longest_journey), half_of(parameters)),
      families_(families(atlas_->areas(), parameters_)),
      dutch_(dutch_in(atlas_->vocabulary())),
      candidates_(std::make_shared<Candidates const>(*atlas_, today, threads)),
      homes_(std::make_shared<std::vector<HomeArea> const>(
          home_areas(*atlas_, static_cast<int>(parameters.square)))),
      surroundings_(*atlas_, parameters_),
      kinds_(std::make_shared<StepKinds const>(*atlas_, *candidates_, today)),
      looked_for_(longest_journey()) {
  if (before && has_the_journeys_of(*before)) {
    rows_ = before->rows_;
  } else {
    find_rows(threads, watch);
  }
  share_seats(threads, watch);
}

OpportunityModel::OpportunityModel(OpportunityModel const& same, OpportunityParameters const& parameters,
                                   unsigned threads)
    : atlas_(same.atlas_),
      parameters_(parameters),
      today_(same.today_),
      decay_(whole(parameters.longest_journey), half_of(parameters)),
      families_(families(atlas_->areas(), parameters_)),
      dutch_(same.dutch_),
      candidates_(same.candidates_),
      homes_(same.homes_),
      surroundings_(*atlas_, parameters_),
      kinds_(same.kinds_),
      looked_for_(same.looked_for_),
      rows_(same.rows_) {
  check(longest_journey() <= looked_for_, "nobody asked for journeys that long");
  share_seats(threads, {});
}

OpportunityModel::OpportunityModel(OpportunityModel const& same, OpportunityParameters const& parameters,
                                   std::span<std::size_t const> homes, unsigned threads,
                                   ModelWatch const& watch)
    : atlas_(same.atlas_),
      parameters_(parameters),
      today_(same.today_),
      decay_(whole(parameters.longest_journey), half_of(parameters)),
      families_(families(atlas_->areas(), parameters_)),
      dutch_(same.dutch_),
      candidates_(same.candidates_),
      homes_(std::make_shared<std::vector<HomeArea> const>(these(*same.homes_, homes))),
      surroundings_(*atlas_, parameters_),
      kinds_(same.kinds_),
      looked_for_(longest_journey()) {
  find_rows(threads, watch);
  share_seats(threads, watch);
}

bool OpportunityModel::has_the_journeys_of(OpportunityModel const& before) const {
  auto const point = [](Venue const& venue) { return venue.point; };
  auto const& venues = atlas_->catalogue().venues();
  return atlas_->streets().maps() == before.atlas_->streets().maps() && *homes_ == *before.homes_ &&
         looked_for_ == before.looked_for_ &&
         std::ranges::equal(venues, before.atlas_->catalogue().venues(), {}, point, point);
}

// The first alone, which prepares the streets for all; then some at once, since part of the work on each is
// for one thread. What is left over, too little for all threads, goes before them one by one.
void OpportunityModel::find_rows(unsigned threads, ModelWatch const& watch) {
  constexpr unsigned most_at_once = 4;
  auto const points = points_of(*homes_);
  auto const told = [&](std::size_t done) {
    if (watch) watch(ModelStep::streets, done);
  };
  auto const ways = travels_asked_for();
  std::vector<ReachRows> found(ways.size());
  auto const find = [&](std::size_t way, unsigned with) {
    found[way] = atlas_->streets().rows(points, ways[way], looked_for_, with, told);
    if (watch) watch(ModelStep::reach, points.size());
  };
  auto const at_once = std::clamp(threads, 1U, most_at_once);
  auto const each = (std::max(1U, threads) + at_once - 1) / at_once;
  auto const alone = 1 + (ways.size() - 1) % at_once;
  for (std::size_t way = 0; way < alone; ++way) find(way, threads);
  in_parallel(ways.size() - alone, at_once, [&](unsigned, std::size_t i) { find(alone + i, each); });
  rows_ = std::make_shared<std::vector<JourneyRows> const>(beside_each_other(std::move(found)));
}

// Each way is added up by itself, and these sums in their order, so that any number of threads gives the
// same.
void OpportunityModel::share_seats(unsigned threads, ModelWatch const& watch) {
  auto const supplies = supplies_of(*candidates_);
  std::vector<Catchment> parts(way_count, Catchment(supplies));
  in_parallel(way_count, threads, [&](unsigned, std::size_t way) {
    std::vector<WithinReach> reached;
    for (std::size_t home = 0; home < homes_->size(); ++home) {
      reached.clear();
      auto const add = [&](Candidates::Range range, double decay) {
        if (decay > 0 && range.begin < range.end) reached.push_back({range.begin, range.end, decay});
      };
      for (auto const ecosystem : surroundings_.ecosystems((*homes_)[home].area)) {
        add(candidates_->without_trip(ecosystem), 1);
      }
      for (auto const& arrival : (*rows_)[way].of(home).arrivals)
        add(candidates_->at(arrival.venue), decay_(arrival.travel));
      parts[way].add(going((*homes_)[home], way, without_bicycle((*homes_)[home].area)), reached);
      if (watch) watch(ModelStep::seats, 1);
    }
  });
  Catchment all(supplies);
  for (auto const& part : parts) all.add(part);
  seats_per_child_ = all.seats_per_child();
  for (std::size_t i = 0; i < seats_per_child_.size(); ++i) {
    auto const& one = (*candidates_)[i];
    auto const area = one.area ? static_cast<std::uint32_t>(one.area->value()) : none;
    quick_.push_back({one.ages, static_cast<std::uint32_t>(one.organisation.value()), area,
                      std::min(1.0, seats_per_child_[i])});
  }
}

std::vector<OpportunityModel::Families> OpportunityModel::families(Areas const& areas,
                                                                   OpportunityParameters const& parameters) {
  std::vector<Families> families;
  families.reserve(areas.all().size());
  for (std::size_t i = 0; i < areas.all().size(); ++i) {
    auto const low_incomes = percentage(areas, Index<Area>(i), "income_low");
    auto const from_elsewhere = percentage(areas, Index<Area>(i), "origin_outside_europe");
    families.push_back(
        {share_or(low_incomes, parameters.little_of_low_incomes, parameters.little_not_known),
         share_or(from_elsewhere, parameters.other_language_of_origin, parameters.other_language_not_known)});
  }
  return families;
}

double OpportunityModel::without_bicycle(Index<Area> area) const {
  auto const little = little_money(area);
  return little * parameters_.without_bicycle_little + (1 - little) * parameters_.without_bicycle_enough;
}

ProfileTable::ProfileTable(OpportunityModel const& model, ChildProfile const& child,
                           std::vector<std::uint32_t> const* only, unsigned threads)
    : child_(child), rows_(model.candidates().all().size()) {
  constexpr std::size_t at_once = 1'000;
  auto const count = only ? only->size() : rows_.size();
  in_parallel((count + at_once - 1) / at_once, threads, [&](unsigned, std::size_t part) {
    auto const end = std::min(count, (part + 1) * at_once);
    for (auto i = part * at_once; i < end; ++i) fill(model, only ? (*only)[i] : i);
  });
}

void ProfileTable::fill(OpportunityModel const& model, std::size_t candidate) {
  auto const& one = model.candidates()[candidate];
  if (!fits(one, child_.age)) return;
  rows_[candidate] = profile_row(model, asked(model.atlas().catalogue(), one), child_);
}

AskedOffering asked(Catalogue const& catalogue, Candidate const& candidate) {
  return {catalogue[candidate.offering], catalogue.facts(candidate.offering), candidate.moments,
          candidate.welcome, candidate.felt_welcome};
}

ProfileTable::Row profile_row(OpportunityModel const& model, AskedOffering const& one,
                              ChildProfile const& child) {
  auto const& parameters = model.parameters();
  ProfileTable::Row row;
  auto items = one.welcome;
  items[static_cast<std::size_t>(WelcomeItem::language)] = speaks_with(one.facts, child, model.dutch());
  auto const felt = still_counting(one.felt_welcome, model.today(), parameters);
  auto const welcome_where = [&](bool in_own_area) {
    items[static_cast<std::size_t>(WelcomeItem::area)] = in_own_area;
    items[static_cast<std::size_t>(WelcomeItem::role_models)] =
        meets_role_models(one.offering, child, in_own_area);
    return welcome(items, felt, parameters);
  };
  row.welcome = welcome_where(false);
  row.welcome_in_own_area = welcome_where(true);
  auto const when = time_barriers(one.offering, one.moments, child, parameters);
  row.barriers[Barrier::price] = price_barrier(one.offering, one.moments, child, parameters);
  row.barriers[Barrier::time] = when.time;
  row.barriers[Barrier::company] = when.company;
  row.barriers[Barrier::language] = language_barrier(one.facts, child, model.dutch(), parameters);
  row.barriers[Barrier::needs] = needs_barrier(one.facts, child, parameters);
  row.access = row.barriers.access();
  return row;
}

ExperienceOf::ExperienceOf(OpportunityModel const& model) : model_(model) {}

ExperienceOf::Seen ExperienceOf::seen(KnownThere const& known, ChildProfile const& child) const {
  auto const& parameters = model_.parameters();
  auto const guided = guidance(known, model_.surroundings().guides_to(known.organisation), child, parameters);
  return {visibility(known, false, child, parameters), visibility(known, true, child, parameters),
          support(guided, parameters)};
}

void ExperienceOf::enter(Index<Area> area, ChildProfile const& child) {
  auto const& surroundings = model_.surroundings();
  if (child_ != child) {
    child_ = child;
    area_ = OpportunityModel::none;
    usual_.clear();
    auto const organisations = model_.atlas().catalogue().organisations().size();
    for (std::size_t i = 0; i < organisations; ++i) {
      usual_.push_back(seen(surroundings.otherwise(Index<Organisation>(i)), child));
    }
    seen_ = usual_;
  }
  if (area_ == area.value()) return;
  if (area_ != OpportunityModel::none) {
    for (auto const& known : surroundings.of(Index<Area>(area_))) {
      seen_[known.organisation.value()] = usual_[known.organisation.value()];
    }
  }
  for (auto const& known : surroundings.of(area)) seen_[known.organisation.value()] = seen(known, child);
  area_ = static_cast<std::uint32_t>(area.value());
}

std::optional<Factors> ExperienceOf::of(std::size_t candidate, Index<Area> area, Journeys const& reached,
                                        ProfileTable const& table) const {
  auto const& child = table.child();
  auto const& one = model_.candidates()[candidate];
  double decay = 1, route = 1;
  if (one.venue) {
    auto const arrival = reached.find(*one.venue);
    if (!arrival) return std::nullopt;
    decay = model_.decay()(reached.arrivals[*arrival].travel);
    if (decay <= 0) return std::nullopt;
    route = route_barrier(reached.calm_time(*arrival), child, model_.parameters());
  } else {
    auto const& here = model_.surroundings().ecosystems(area);
    auto const without_trip = model_.candidates().without_trip(one.ecosystem);
    bool const is_here = std::ranges::find(here, one.ecosystem) != here.end();
    if (!is_here || candidate < without_trip.begin || candidate >= without_trip.end) return std::nullopt;
  }
  auto const known = model_.surroundings().of(one.organisation, area);
  auto const& quick = model_.quick(candidate);
  return factors(quick, table[candidate], seen(known, child), quick.area == area.value(), decay, route);
}

}  // namespace wegwijzer
