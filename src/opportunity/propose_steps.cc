// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/propose_steps.h"

#include <algorithm>
#include <bit>

#include "domain/homes.h"

namespace wegwijzer {

namespace {

// docs/parameters.md, "Finder and next steps".
constexpr Minutes near_enough_to_propose{15};
constexpr Profile walks_to_proposed{Mode::walk, AgeBand::from_6};
constexpr int least_part_of_ages = 2;  // one of so many

std::uint32_t ages_of_children(OfferingFacts const& facts) {
  std::uint32_t children = 0;
  for (int age = ChildrenByAge::youngest; age <= ChildrenByAge::oldest; ++age) {
    if (fits(facts, age)) children |= 1U << static_cast<unsigned>(age);
  }
  return children;
}

bool is_for_enough_ages(Catalogue const& catalogue, Index<Offering> from, Index<Offering> to) {
  auto const ages = ages_of_children(catalogue.facts(from));
  auto const both = ages & ages_of_children(catalogue.facts(to));
  return both != 0 && std::popcount(both) * least_part_of_ages >= std::popcount(ages);
}

bool has_edge(Network const& network, Index<Offering> from, auto fits_edge) {
  return std::ranges::any_of(network.steps_of(from), fits_edge);
}

bool can_be_proposed(Atlas const& atlas, Index<Offering> from, NextStep const& step,
                     OfferingPairs const& refused) {
  auto const& catalogue = atlas.catalogue();
  auto const& network = atlas.network();
  auto const is_to = [&](Index<StepEdge> edge) { return network.links(edge).to == step.offering; };
  return step.travel && catalogue.facts(step.offering).ecosystem == catalogue.facts(from).ecosystem &&
         is_for_enough_ages(catalogue, from, step.offering) && !has_edge(network, from, is_to) &&
         !refused.contains({catalogue[from].id, catalogue[step.offering].id});
}

}  // namespace

std::vector<ProposedStep> propose_steps(Atlas const& atlas, Index<Venue> venue, Date today,
                                        OfferingPairs const& refused) {
  std::vector<ProposedStep> proposed;
  auto const& catalogue = atlas.catalogue();
  auto const reach =
      atlas.streets().within(catalogue[venue].point, walks_to_proposed, near_enough_to_propose);
  if (!reach) return proposed;
  for (auto const from : catalogue.facts(venue).offerings) {
    auto const& facts = catalogue.facts(from);
    if (facts.in_school || !facts.needs_trip || facts.last_day < today) continue;
    auto const steps = next_steps(atlas, from, {.reach = &*reach, .age = {}, .today = today});
    auto const propose_best = [&](Direction direction, std::vector<NextStep> const& best_first) {
      auto const same = [&](Index<StepEdge> edge) { return atlas.network()[edge].direction == direction; };
      if (has_edge(atlas.network(), from, same)) return;
      auto const best = std::ranges::find_if(
          best_first, [&](NextStep const& step) { return can_be_proposed(atlas, from, step, refused); });
      if (best == best_first.end()) return;
      proposed.push_back({from, best->offering, direction, best->reason, *best->travel});
    };
    propose_best(Direction::deepen, steps.deeper);
    propose_best(Direction::broaden, steps.broader);
  }
  return proposed;
}

}  // namespace wegwijzer
