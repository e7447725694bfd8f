// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/candidates.h"

#include <algorithm>
#include <tuple>

#include "opportunity/presence.h"
#include "reach/parallel.h"

namespace wegwijzer {

namespace {

constexpr std::uint32_t none = ~0U;

// What needs no trip first, then what has a venue.
auto place_in_order(Candidate const& one, bool needs_trip) {
  auto const group = !needs_trip ? 0 : one.venue ? 1 : 2;
  auto const within = group == 0 ? one.ecosystem.value() : group == 1 ? one.venue->value() : 0;
  return std::tuple(group, within, one.offering);
}

bool is_open(OfferingFacts const& facts, Date today) {
  return !facts.in_school && facts.last_day >= today && can_join(facts, today);
}

Candidate candidate_of(Catalogue const& catalogue, Index<Offering> offering, Date today) {
  auto const& facts = catalogue.facts(offering);
  Candidate one{offering, facts.organisation, facts.ecosystem, {}, {}, facts.ages, {}, {}, {}, 0};
  if (facts.needs_trip) one.venue = facts.venue;
  if (one.venue) one.area = catalogue.facts(*one.venue).area;
  one.moments = moments_of(catalogue[offering].schedule, catalogue.holidays(facts.ecosystem), today);
  one.welcome = welcome_items(catalogue, offering);
  one.felt_welcome = catalogue.felt_welcome(offering);
  one.seats = seats_of(catalogue[offering], one.moments);
  return one;
}

// Where each of so many values begins in a sorted list, and one more.
template <class Value>
std::vector<std::uint32_t> firsts(std::size_t from, std::size_t count, std::size_t values, Value value) {
  std::vector<std::uint32_t> firsts(values + 1);
  auto at = from;
  for (std::size_t i = 0; i <= values; ++i) {
    while (at < from + count && value(at) < i) ++at;
    firsts[i] = static_cast<std::uint32_t>(at);
  }
  return firsts;
}

}  // namespace

Candidates::Candidates(Atlas const& atlas, Date today, unsigned threads) {
  auto const& catalogue = atlas.catalogue();
  std::vector<Index<Offering>> open;
  for (std::size_t i = 0; i < catalogue.offerings().size(); ++i) {
    if (is_open(catalogue.facts(Index<Offering>(i)), today)) open.emplace_back(i);
  }
  all_.resize(open.size());
  in_parallel(open.size(), threads,
              [&](unsigned, std::size_t i) { all_[i] = candidate_of(catalogue, open[i], today); });
  auto const needs_trip = [&](Candidate const& one) { return catalogue.facts(one.offering).needs_trip; };
  std::ranges::sort(all_, {}, [&](Candidate const& one) { return place_in_order(one, needs_trip(one)); });
  auto const trips = std::ranges::partition_point(all_, [&](auto const& one) { return !needs_trip(one); });
  auto const placed =
      std::partition_point(trips, all_.end(), [](auto const& one) { return one.venue.has_value(); });
  auto const without = static_cast<std::size_t>(trips - all_.begin());
  auto const at_venues = static_cast<std::size_t>(placed - trips);
  without_trip_ = firsts(0, without, catalogue.ecosystems().size(),
                         [&](std::size_t i) { return all_[i].ecosystem.value(); });
  at_venue_ = firsts(without, at_venues, catalogue.venues().size(),
                     [&](std::size_t i) { return all_[i].venue->value(); });
  number_.assign(catalogue.offerings().size(), none);
  for (std::uint32_t i = 0; i < all_.size(); ++i) number_[all_[i].offering.value()] = i;
  count_fitting(catalogue.ecosystems().size());
}

std::optional<std::size_t> Candidates::find(Index<Offering> offering) const {
  auto const number = number_[offering.value()];
  return number == none ? std::nullopt : std::optional<std::size_t>(number);
}

void Candidates::count_fitting(std::size_t ecosystems) {
  fitting_.resize(ecosystems);
  for (auto const& one : all_) {
    for (int age = ChildrenByAge::youngest; age <= ChildrenByAge::oldest; ++age) {
      if (fits(one, age))
        ++fitting_[one.ecosystem.value()][static_cast<std::size_t>(age - ChildrenByAge::youngest)];
    }
  }
}

}  // namespace wegwijzer
