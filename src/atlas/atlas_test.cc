// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <thread>

#include "atlas/areas.h"
#include "atlas/gazetteer.h"
#include "kit/drawn_atlas.h"

namespace wegwijzer {

namespace {

GeoPoint at(double north, double east) {
  return GeoPoint::of_degrees(52 + north, 4 + east);
}

Area square(char const* code, char const* name, double low, double high) {
  return {*AreaCode::parse(code),
          name,
          {{{at(low, low), at(low, high), at(high, high), at(high, low), at(low, low)}, {}}},
          {},
          {},
          "test"};
}

Areas a_gemeente() {
  return Areas({square("GM0503", "Delft", 0, 0.2), square("WK050311", "Binnenstad", 0, 0.1),
                square("BU05031100", "Hart", 0, 0.05), square("BU05031101", "Rand", 0.05, 0.1)});
}

PlaceName name(PlaceNameKind kind, char const* text, char const* context, double north = 0) {
  return {kind, text, context, at(north, 0)};
}

std::vector<std::string> names(std::vector<FoundPlace> const& places) {
  std::vector<std::string> out;
  for (auto const& place : places) out.push_back(place.name + "|" + place.context);
  return out;
}

using Found = std::vector<std::string>;

}  // namespace

TEST(Areas, know_what_lies_in_what) {
  auto const areas = a_gemeente();
  auto const delft = *areas.find(*AreaCode::parse("GM0503"));
  auto const hart = *areas.find(*AreaCode::parse("BU05031100"));
  EXPECT_EQ(areas[*areas.around(hart)].name, "Binnenstad");
  EXPECT_TRUE(areas.lies_in(hart, delft));
  EXPECT_FALSE(areas.lies_in(delft, hart));
  EXPECT_EQ(areas.inside(delft).size(), 1U);
}

TEST(Areas, find_the_smallest_around_a_point) {
  auto const areas = a_gemeente();
  EXPECT_EQ(areas[*areas.smallest_at(at(0.02, 0.02))].name, "Hart");
  EXPECT_EQ(areas[*areas.smallest_at(at(0.02, 0.08))].name, "Binnenstad");
  EXPECT_EQ(areas[*areas.smallest_at(at(0.15, 0.15))].name, "Delft");
  EXPECT_FALSE(areas.smallest_at(at(0.5, 0.5)));
}

TEST(Areas, a_buurt_without_its_wijk_lies_in_the_gemeente) {
  Areas const areas({square("GM0503", "Delft", 0, 0.2), square("BU05031100", "Hart", 0, 0.05)});
  EXPECT_EQ(areas[*areas.around(*areas.find(*AreaCode::parse("BU05031100")))].name, "Delft");
}

TEST(Gazetteer, finds_a_postcode_in_any_spelling) {
  Gazetteer const places({name(PlaceNameKind::postcode, "2611 AB", "Delft", 0.1),
                          name(PlaceNameKind::postcode, "2611AC", "Delft", 0.3)},
                         {});
  EXPECT_EQ(places.find("2611ab", 5).at(0).point, at(0.1, 0));
  // Four digits are the middle of their postcodes.
  EXPECT_EQ(places.find("2611", 5).at(0).point, at(0.2, 0));
  EXPECT_TRUE(places.find("9999 ZZ", 5).empty());
}

TEST(Gazetteer, prefers_what_is_called_exactly_so) {
  Gazetteer const places({name(PlaceNameKind::street, "Kerkstraat", "Delft"),
                          name(PlaceNameKind::street, "Kerkstraatje", "Delft"),
                          name(PlaceNameKind::street, "Kerkstraat", "Leiden", 1)},
                         {});
  EXPECT_EQ(names(places.find("kerkstraat", 5)), (Found{"Kerkstraat|Delft", "Kerkstraat|Leiden"}));
  EXPECT_EQ(names(places.find("Kerkstraat, leiden", 5)), Found{"Kerkstraat|Leiden"});
  EXPECT_EQ(places.find("kerk", 5).size(), 3U);
}

TEST(Gazetteer, knows_areas_and_puts_towns_first) {
  Gazetteer const places({name(PlaceNameKind::street, "Delftweg", "Rijswijk")}, a_gemeente());
  EXPECT_EQ(places.find("hart", 5).at(0).context, "Binnenstad");
  EXPECT_EQ(names(places.find("delf", 5)), (Found{"Delft|", "Delftweg|Rijswijk"}));
}

TEST(Gazetteer, gives_the_street_when_the_house_number_is_not_known) {
  Gazetteer const places({name(PlaceNameKind::street, "Kerkstraat", "Delft"),
                          name(PlaceNameKind::address, "Kerkstraat 4", "Delft", 0.1),
                          name(PlaceNameKind::place, "Delft", "", 0.2)},
                         {});
  EXPECT_EQ(places.find("Kerkstraat 4", 5).at(0).point, at(0.1, 0));
  EXPECT_FALSE(places.find("Kerkstraat 4", 5).at(0).only_street);
  for (auto const* typed : {"kerkstraat 12", "Kerkstraat 12a", "kerkstraat 12 hs", "Kerkstraat 12, Delft",
                            "kerkstraat 12 delft"}) {
    auto const found = places.find(typed, 5);
    ASSERT_EQ(names(found), Found{"Kerkstraat|Delft"}) << typed;
    EXPECT_TRUE(found[0].only_street) << typed;
  }
  EXPECT_TRUE(places.find("Dorpsstraat 12", 5).empty());
  EXPECT_TRUE(places.find("Kerkstraat, Leiden", 5).empty());
}

TEST(Gazetteer, reads_the_town_behind_the_street) {
  Gazetteer const places({name(PlaceNameKind::street, "Kerkstraat", "Delft"),
                          name(PlaceNameKind::street, "Kerkstraat", "Den Haag", 1),
                          name(PlaceNameKind::place, "Den Haag", "", 1)},
                         {});
  EXPECT_EQ(names(places.find("kerkstraat den haag", 5)), Found{"Kerkstraat|Den Haag"});
}

TEST(Gazetteer, reads_an_address_behind_the_postcode) {
  Gazetteer const places({name(PlaceNameKind::postcode, "2611 AB", "Delft", 0.1)}, {});
  for (auto const* typed : {"2611 AB 12", "2611ab 12", "2611AB, Delft"})
    EXPECT_EQ(places.find(typed, 5).size(), 1U) << typed;
}

TEST(Gazetteer, knows_areas_without_their_number_and_puts_streets_in_their_gemeente) {
  Areas const areas({square("GM0503", "Delft", 0, 0.2), square("WK050324", "Wijk 24 Voorhof", 0, 0.1)});
  Gazetteer const places({{PlaceNameKind::street, "Papsouwselaan", "", at(0.05, 0.05)}}, areas);
  EXPECT_EQ(names(places.find("voorhof", 5)), Found{"Voorhof|Delft"});
  EXPECT_EQ(names(places.find("wijk 24 voorhof", 5)), Found{"Voorhof|Delft"});
  EXPECT_EQ(names(places.find("Papsouwselaan, Delft", 5)), Found{"Papsouwselaan|Delft"});
}

TEST(Gazetteer, asks_which_of_two_places_of_one_name) {
  Areas const areas(
      {square("WK050311", "Wijk 11 Binnenstad", 0, 0.1), square("WK085510", "Binnenstad", 1, 0.1)});
  EXPECT_EQ(Gazetteer({}, areas).find("binnenstad", 5).size(), 2U);
}

TEST(Gazetteer, says_one_town_once) {
  // The town in OpenStreetMap and the gemeente of CBS lie near each other.
  Gazetteer const places({name(PlaceNameKind::place, "Delft", "Elders", 0.1)},
                         Areas({square("GM0503", "Delft", 0, 0.2)}));
  EXPECT_EQ(places.find("Delft", 5).size(), 2U);  // 6 km apart and in another context: two answers
  Gazetteer const near({{PlaceNameKind::place, "Delft", "", at(0.08, 0.08)}},
                       Areas({square("GM0503", "Delft", 0, 0.2)}));
  EXPECT_EQ(near.find("Delft", 5).size(), 1U);
}

TEST(Catalogue, leaves_out_what_is_archived_or_private) {
  EcosystemRecords hidden{
      an_ecosystem("geheim"), {an_organisation(Id<Organisation>(uuid_v7(1, 1, 1)))}, {}, {}};
  hidden.ecosystem.is_public = false;
  EcosystemRecords open{an_ecosystem(), {an_organisation(Id<Organisation>(uuid_v7(1, 1, 2)))}, {}, {}};
  open.offerings.push_back(an_offering(Id<Offering>(uuid_v7(2, 2, 2)), open.organisations[0].id));
  open.organisations[0].archived_on = date(2026, 1, 1);
  Catalogue const catalogue({hidden, open}, {}, {}, {});
  EXPECT_TRUE(catalogue.organisations().empty());
  EXPECT_TRUE(catalogue.offerings().empty());
  EXPECT_EQ(catalogue.ecosystems().size(), 1U);
}

TEST(Catalogue, finds_the_record_that_another_became_part_of) {
  EcosystemRecords records{an_ecosystem(), {an_organisation(Id<Organisation>(uuid_v7(1, 1, 1)))}, {}, {}};
  auto gone = an_organisation(Id<Organisation>(uuid_v7(1, 1, 2)));
  gone.archived_on = date(2026, 1, 1);
  records.organisations.push_back(gone);
  Catalogue const before({records}, {}, {}, {});
  EXPECT_FALSE(before.find(gone.id));
  records.went_into = {{gone.id.uuid(), records.organisations[0].id.uuid()}};
  Catalogue const catalogue({records}, {}, {}, {});
  EXPECT_EQ(catalogue.organisations().size(), 1U);
  EXPECT_EQ(catalogue.find(gone.id), catalogue.find(records.organisations[0].id));
}

TEST(Network, is_found_from_either_end) {
  AtlasDraft draft("H---A---B");
  auto const school = draft.organisation(), club = draft.add_organisation("Club");
  auto const first = draft.add(draft.an_offering_at('A')), second = draft.add(draft.an_offering_at('B'));
  auto& network = draft.network();
  network.collaborations = {a_collaboration(draft.new_id<Collaboration>(), school, club)};
  network.channels = {a_channel(draft.new_id<Channel>(), {school, club})};
  network.channels[0].organisation = club;
  network.routes = {a_learning_route(draft.new_id<LearningRoute>(), {first, second, first})};
  network.steps = {a_step_edge(draft.new_id<StepEdge>(), second, first)};
  network.facts = {a_fact(draft.new_id<Fact>(), {club}), a_fact(draft.new_id<Fact>())};
  auto const atlas = draft.atlas();
  auto const& found = atlas.network();
  auto const at_school = found.of(*atlas.catalogue().find(school)),
             at_club = found.of(*atlas.catalogue().find(club));
  EXPECT_EQ(at_school.collaborations, at_club.collaborations);
  EXPECT_EQ(found.links(at_club.collaborations.at(0)).partner_of(*atlas.catalogue().find(club)),
            *atlas.catalogue().find(school));
  EXPECT_EQ(at_school.listed_by, at_club.runs);
  EXPECT_TRUE(at_school.runs.empty());
  EXPECT_EQ(at_club.facts.size(), 1U);
  auto const routes = found.routes_of(*atlas.catalogue().find(first));
  ASSERT_EQ(routes.size(), 1U);
  EXPECT_EQ(found.links(routes[0]).steps.size(), 3U);
  EXPECT_EQ(found.find(network.routes[0].id), routes[0]);
  EXPECT_EQ(found.of(Index<Ecosystem>(0)).facts.size(), 2U);
  auto const steps = found.steps_of(*atlas.catalogue().find(second));
  EXPECT_EQ(steps, found.of(Index<Ecosystem>(0)).steps);
  ASSERT_EQ(steps.size(), 1U);
  EXPECT_EQ(found.links(steps[0]).to, *atlas.catalogue().find(first));
  EXPECT_TRUE(found.steps_of(*atlas.catalogue().find(first)).empty());
}

TEST(Network, knows_which_next_steps_are_agreed) {
  AtlasDraft draft("H---A---B");
  auto const club = draft.add_organisation("Club");
  auto const lesson = draft.add(draft.an_offering_at('A')), series = draft.add(draft.an_offering_at('A'));
  Offering training = draft.an_offering_at('B');
  training.organisation = club;
  draft.add(training);
  // Whether the one and the other said yes; to the series of the same organisation, and to the training.
  auto const agreed = [&](bool by_from, bool by_to) {
    auto& steps = draft.network().steps;
    steps = {a_step_edge(draft.new_id<StepEdge>(), lesson, series),
             a_step_edge(draft.new_id<StepEdge>(), lesson, training.id)};
    for (auto& step : steps) step.agreed_by_from = by_from, step.agreed_by_to = by_to;
    auto const atlas = draft.atlas();
    return std::pair{atlas.network().links(Index<StepEdge>(0)).agreed,
                     atlas.network().links(Index<StepEdge>(1)).agreed};
  };
  EXPECT_EQ(agreed(false, false), std::pair(false, false));
  EXPECT_EQ(agreed(true, false), std::pair(true, false));
  EXPECT_EQ(agreed(false, true), std::pair(true, false));
  EXPECT_EQ(agreed(true, true), std::pair(true, true));
}

TEST(Network, leaves_out_what_refers_to_nothing) {
  AtlasDraft draft("H---A---B");
  auto const school = draft.organisation();
  Id<Organisation> const gone(uuid_v7(1, 1, 1));
  auto& network = draft.network();
  network.collaborations = {a_collaboration(draft.new_id<Collaboration>(), school, gone)};
  network.routes = {a_learning_route(draft.new_id<LearningRoute>(), {Id<Offering>(uuid_v7(1, 1, 1))})};
  network.facts = {a_fact(draft.new_id<Fact>(), {school, gone}), a_fact(draft.new_id<Fact>())};
  network.facts[1].archived_on = date(2026, 1, 1);
  Offering old = draft.an_offering_at('A');
  old.archived_on = date(2026, 1, 1);
  auto const here = draft.add(draft.an_offering_at('A')), there = draft.add(draft.an_offering_at('B'));
  network.steps = {a_step_edge(draft.new_id<StepEdge>(), here, Id<Offering>(uuid_v7(1, 1, 1))),
                   a_step_edge(draft.new_id<StepEdge>(), draft.add(old), here),
                   a_step_edge(draft.new_id<StepEdge>(), here, here),
                   a_step_edge(draft.new_id<StepEdge>(), here, there)};
  network.steps[3].archived_on = date(2026, 1, 1);
  network.inquiries = {an_inquiry(draft.new_id<Inquiry>(), {}, {})};
  network.inquiries[0].asked = gone;
  auto const atlas = draft.atlas();
  auto const& all = atlas.network().of(Index<Ecosystem>(0));
  EXPECT_TRUE(all.collaborations.empty());
  EXPECT_TRUE(all.routes.empty());
  EXPECT_TRUE(all.steps.empty());
  ASSERT_EQ(all.facts.size(), 1U);
  EXPECT_EQ(atlas.network().links(all.facts[0]).organisations.size(), 1U);
  ASSERT_EQ(all.inquiries.size(), 1U);  // its answer still holds
  EXPECT_FALSE(atlas.network().links(all.inquiries[0]).asked);
}

TEST(StreetMaps, number_each_profile) {
  for (std::size_t number = 0; number < profile_count; ++number)
    EXPECT_EQ(number_of(profile_numbered(number)), number);
  EXPECT_NE(number_of({Mode::walk, AgeBand::grown, Roads::calm}), number_of({Mode::walk, AgeBand::grown}));
}

TEST(StreetMaps, answer_the_same_from_many_threads) {
  AtlasDraft draft("H---A---B");
  draft.add(draft.an_offering_at('A'));
  draft.add(draft.an_offering_at('B'));
  auto const atlas = draft.atlas();
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < 50; ++n) {
        auto const reach = atlas.streets().within(draft.at('H'), {Mode::walk, AgeBand::from_9}, Minutes(60));
        // 400 m and 800 m at 80 s per 100 m.
        EXPECT_EQ(reach->arrivals(),
                  (std::vector<Arrival>{{Index<Venue>(0), Tenths(3'200)}, {Index<Venue>(1), Tenths(6'400)}}));
      }
    });
  }
  for (auto& thread : threads) thread.join();
}

TEST(StreetMaps, answer_the_same_once_they_are_prepared_and_while_they_are) {
  AtlasDraft draft("H---A%%%B");
  draft.add(draft.an_offering_at('A'));
  draft.add(draft.an_offering_at('B'));
  auto const atlas = draft.atlas();
  auto const ask = [&] {
    std::vector<Arrival> found;
    for (auto const roads : {Roads::all, Roads::calm}) {
      Profile const profile{Mode::bike, AgeBand::from_9, roads};
      std::ranges::copy(atlas.streets().within(draft.at('H'), profile, Minutes(60))->arrivals(),
                        std::back_inserter(found));
    }
    return found;
  };
  auto const expected = ask();
  ASSERT_EQ(expected.size(), 4U);
  EXPECT_EQ(expected[0], expected[2]);
  EXPECT_LT(expected[1].travel, expected[3].travel);
  std::vector<std::jthread> visitors;
  for (int visitor = 0; visitor < 2; ++visitor) {
    visitors.emplace_back([&] {
      for (int question = 0; question < 200; ++question) EXPECT_EQ(ask(), expected);
    });
  }
  atlas.streets().prepare(2, [] { return true; });
  visitors.clear();
  EXPECT_EQ(ask(), expected);
}

TEST(StreetMaps, stop_preparing_when_told_and_answer_all_the_same) {
  AtlasDraft draft("H---A");
  draft.add(draft.an_offering_at('A'));
  auto const atlas = draft.atlas();
  auto const ask = [&] { return atlas.streets().within(draft.at('H'), {}, Minutes(60))->arrivals().size(); };
  EXPECT_EQ(ask(), 1U);
  atlas.streets().prepare(1, [] { return false; });
  EXPECT_EQ(ask(), 1U);
}

}  // namespace wegwijzer
