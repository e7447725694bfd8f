// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/changes.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "opportunity/weighed_homes.h"

namespace wegwijzer {

namespace {

// With one factor replaced; the order of multiplication is that of Factors::experienced().
double with(double presence, double visibility, double welcome, double access, double support) {
  return presence * visibility * welcome * access * support;
}

bool is_barrier(Lever lever) {
  return static_cast<std::size_t>(lever) < barrier_count;
}

void add(Factors const& factors, double seats_per_child, double weight, OfferingPart& part) {
  auto const welcome = factors.presence * factors.visibility * factors.welcome;
  part.funnel.exists += weight;
  part.funnel.tally(factors, weight);
  for (auto const& [lever, name] : choices<Lever>) {
    part.gains[static_cast<std::size_t>(lever)] += weight * gain(factors, seats_per_child, lever);
  }
  for (auto const& [barrier, name] : choices<Barrier>) {
    part.barriers[static_cast<std::size_t>(barrier)] += weight * welcome * factors.barriers[barrier];
  }
}

double share_left(double now, double before) {
  return before > 0 ? now / before : 0;
}

std::array<double, factor_count> shares_left(Funnel const& funnel) {
  return {share_left(funnel.within_reach, funnel.exists), share_left(funnel.known, funnel.within_reach),
          share_left(funnel.welcome, funnel.known), share_left(funnel.possible, funnel.welcome),
          share_left(funnel.supported, funnel.possible)};
}

std::vector<OfferingPart> those_reached(OpportunityModel const& model, std::vector<OfferingPart> all) {
  std::vector<OfferingPart> parts;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].funnel.exists <= 0) continue;
    all[i].offering = model.candidates()[i].offering;
    for (auto& left : all[i].barriers) left = share_left(left, all[i].funnel.welcome);
    parts.push_back(all[i]);
  }
  return parts;
}

}  // namespace

Factor factor_of(Lever lever) {
  switch (lever) {
    case Lever::seats:
      return Factor::presence;
    case Lever::visibility:
      return Factor::visibility;
    case Lever::welcome:
      return Factor::welcome;
    case Lever::guidance:
      return Factor::guidance;
    default:
      return Factor::access;
  }
}

double gain(Factors const& factors, double seats_per_child, Lever lever) {
  auto const& f = factors;
  auto const access = f.access;
  auto const now = f.experienced();
  if (is_barrier(lever)) {
    auto const barrier = static_cast<Barrier>(lever);
    if (f.barriers[barrier] >= 1) return 0;
    return with(f.presence, f.visibility, f.welcome, f.barriers.access_without(barrier), f.support) - now;
  }
  switch (lever) {
    case Lever::seats:
      if (seats_per_child >= 1 || seats_per_child <= 0) return 0;
      return with(f.presence / seats_per_child, f.visibility, f.welcome, access, f.support) - now;
    case Lever::visibility:
      return with(f.presence, 1, f.welcome, access, f.support) - now;
    case Lever::welcome:
      return with(f.presence, f.visibility, 1, access, f.support) - now;
    default:
      return with(f.presence, f.visibility, f.welcome, access, 1) - now;
  }
}

std::vector<OfferingPart> taken_apart(OpportunityModel const& model, Index<Area> area,
                                      std::span<ChildProfile const> children) {
  auto const weighed = weigh_homes(model, area, children);
  std::vector<OfferingPart> all(model.candidates().all().size());
  ExperienceOf asking(model);
  for (std::size_t p = 0; p < children.size(); ++p) {
    ProfileTable const table(model, children[p]);
    for (std::size_t i = 0; i < weighed.homes.size(); ++i) {
      auto const home = weighed.homes[i];
      auto const weight = weighed.weights[p][i];
      if (weight <= 0) continue;
      asking.for_each(model.homes()[home].area, model.reached(home, children[p].travel()), table,
                      [&](std::size_t candidate, Factors const& factors) {
                        add(factors, model.seats_per_child(candidate), weight, all[candidate]);
                      });
    }
  }
  return those_reached(model, std::move(all));
}

std::vector<Change> best_changes(std::span<OfferingPart const> parts, std::size_t most) {
  std::vector<Change> changes;
  for (auto const& part : parts) {
    auto const best = std::ranges::max_element(part.gains);
    auto const lever = static_cast<Lever>(best - part.gains.begin());
    if (*best > 0) changes.push_back({lever, part.offering, *best});
  }
  std::ranges::sort(changes, {},
                    [](Change const& change) { return std::tuple(-change.gain, change.offering); });
  changes.resize(std::min(changes.size(), most));
  return changes;
}

std::array<double, lever_count> gains_of_levers(std::span<OfferingPart const> parts) {
  std::array<double, lever_count> gains{};
  for (auto const& part : parts) {
    for (std::size_t i = 0; i < lever_count; ++i) gains[i] += part.gains[i];
  }
  return gains;
}

std::array<double, factor_count> against(Funnel const& here, Funnel const& elsewhere) {
  auto ratios = shares_left(here);
  auto const others = shares_left(elsewhere);
  for (std::size_t i = 0; i < factor_count; ++i) {
    auto const none = ratios[i] > 0 ? std::numeric_limits<double>::infinity() : 1;
    ratios[i] = others[i] > 0 ? ratios[i] / others[i] : none;
  }
  return ratios;
}

}  // namespace wegwijzer
