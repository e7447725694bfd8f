// SPDX-License-Identifier: EUPL-1.2
#include "usecases/network/find.h"

#include <gmock/gmock.h>

#include "kit/drawn_atlas.h"

namespace wegwijzer {

TEST(FindNetwork, by_the_name_of_either_side_with_what_another_kind_would_give) {
  AtlasDraft draft("H---A---B");
  auto const school = draft.organisation(), club = draft.add_organisation("Café Één"),
             museum = draft.add_organisation("Museum");
  auto const add = [&](Id<Organisation> from, Id<Organisation> to, CollaborationKind kind) {
    auto made = a_collaboration(draft.new_id<Collaboration>(), from, to);
    made.kind = kind;
    draft.network().collaborations.push_back(made);
  };
  add(school, club, CollaborationKind::refers_to);
  add(club, museum, CollaborationKind::hosts);
  add(school, museum, CollaborationKind::hosts);
  draft.network().channels = {a_channel(draft.new_id<Channel>(), {club}),
                              a_channel(draft.new_id<Channel>(), {museum})};
  auto const atlas = draft.atlas();
  // Of the three two have the café on one side; one of those is of the kind that is chosen.
  auto const found =
      find_network(atlas, Index<Ecosystem>(0), {.name = "cafe een", .kind = CollaborationKind::hosts});
  EXPECT_THAT(found.kinds, testing::ElementsAre(std::pair{CollaborationKind::refers_to, 1U},
                                                std::pair{CollaborationKind::hosts, 1U}));
  EXPECT_EQ(found.collaborations.size(), 1U);
  EXPECT_EQ(found.channels.size(), 1U);
  EXPECT_EQ(found.partners.organisations.size(), 1U);
  EXPECT_EQ(find_network(atlas, Index<Ecosystem>(0), {}).collaborations.size(), 3U);
}

TEST(FindNetwork, puts_agreed_steps_first_and_knows_them_by_title_and_organisation) {
  AtlasDraft draft("H---A---B");
  auto const lesson = draft.add(draft.an_offering_at('A').titled("Les")),
             club = draft.add(draft.an_offering_at('B').titled("Club")),
             choir = draft.add(draft.an_offering_at('B').titled("Koor"));
  auto& steps = draft.network().steps;
  steps = {a_step_edge(draft.new_id<StepEdge>(), lesson, choir),
           a_step_edge(draft.new_id<StepEdge>(), lesson, club)};
  steps[1].agreed_by_to = true;  // within one organisation one yes is enough
  auto const atlas = draft.atlas();
  auto const found = [&](std::string name) {
    return find_network(atlas, Index<Ecosystem>(0), {.name = std::move(name)}).steps;
  };
  EXPECT_THAT(found(""), testing::ElementsAre(Index<StepEdge>(1), Index<StepEdge>(0)));
  EXPECT_THAT(found("techniekhuis"), testing::SizeIs(2));
  EXPECT_THAT(found("koor"), testing::ElementsAre(Index<StepEdge>(0)));
}

TEST(FindOrganisations, a_sector_leaves_the_counts_of_the_others) {
  AtlasDraft draft("H---A---B");
  draft.add_organisation("Zwemclub");
  draft.add_organisation("Atletiek");
  auto const atlas = draft.atlas();
  auto const all = find_organisations(atlas, {});
  ASSERT_EQ(all.organisations.size(), 3U);
  auto const name = [&](std::size_t i) { return atlas.catalogue()[all.organisations[i]].name; };
  EXPECT_EQ(name(0), "Atletiek");
  EXPECT_EQ(name(2), "Zwemclub");
  auto const sector = atlas.catalogue()[all.organisations[0]].sector;
  EXPECT_EQ(find_organisations(atlas, {.sector = sector}).sectors, all.sectors);
  EXPECT_TRUE(find_organisations(atlas, {.name = "roeien"}).organisations.empty());
}

}  // namespace wegwijzer
