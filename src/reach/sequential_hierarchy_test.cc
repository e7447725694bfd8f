// SPDX-License-Identifier: EUPL-1.2
// The customised hierarchy against one that is made for a single profile, which orders the crossings by quite
// other rules: on networks too large for times between all nodes.
#include "kit/sequential_hierarchy.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/any_network.h"
#include "kit/hierarchy_of.h"
#include "kit/made_world.h"
#include "reach/matrix.h"

namespace wegwijzer {

namespace {

// Of every so many streets.
std::vector<std::optional<Place>> middles(Streets const& streets, std::size_t step) {
  std::vector<std::optional<Place>> places;
  for (std::size_t edge = 0; edge < streets.edge_count(); edge += step)
    places.push_back(Place{Index<Edge>(edge), Along{Along::whole / 2}, Tenths(0)});
  return places;
}

ReachMatrix asked(std::shared_ptr<Hierarchy const> hierarchy,
                  std::vector<std::optional<Place>> const& places) {
  PlaceIndex const index(std::move(hierarchy), Heading::to_index, Minutes(60), places);
  return reach_matrix(index, places, Minutes(60), 1);
}

}  // namespace

RC_GTEST_PROP(Hierarchies, answer_as_one_contracted_for_the_profile_alone, ()) {
  auto const mode = *rc::gen::element(Mode::walk, Mode::bike);
  auto const times =
      std::make_shared<TravelTimes const>(any_streets(60, 160), Profile{mode, AgeBand::from_9});
  auto const places = middles(times->streets(), 1);
  auto const sequential = asked(std::make_shared<Hierarchy const>(sequential_hierarchy(times)), places);
  auto const customised = asked(hierarchy_of(times), places);
  RC_ASSERT(customised.first == sequential.first);
  RC_ASSERT(customised.hits == sequential.hits);
}

TEST(Hierarchies, answer_in_a_made_town_as_one_contracted_for_the_profile_alone) {
  auto const streets = MadeWorld(1'500).streets();
  auto const times = std::make_shared<TravelTimes const>(streets, Profile{Mode::bike, AgeBand::from_9});
  auto const places = middles(*streets, 100);
  auto const sequential = asked(std::make_shared<Hierarchy const>(sequential_hierarchy(times)), places);
  auto const customised = asked(hierarchy_of(times), places);
  EXPECT_EQ(customised.first, sequential.first);
  EXPECT_EQ(customised.hits, sequential.hits);
  EXPECT_GT(customised.hits.size(), places.size());
}

}  // namespace wegwijzer
