// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "community/comparison.h"
#include "community/contact.h"
#include "community/duplicates.h"
#include "community/weights.h"
#include "kit/builders.h"

namespace wegwijzer::community {

namespace {

template <class Thing>
Id<Thing> id(std::uint64_t number) {
  return Id<Thing>(uuid_v7(1'700'000'000'000 + number, number, number));
}

GeoPoint metres_east(double metres) {
  return LocalPlane(GeoPoint::of_degrees(52, 4)).point({metres, 0});
}

Venue place(std::uint64_t number, std::string name, char const* kind, double metres = 0) {
  auto venue = a_venue(id<Venue>(number), metres_east(metres), std::move(name));
  venue.kind = *VenueKind::parse(kind);
  return venue;
}

Organisation party(std::uint64_t number, std::string name, std::string phone = {}) {
  auto organisation = an_organisation(id<Organisation>(number), std::move(name));
  organisation.phone = std::move(phone);
  return organisation;
}

std::vector<LikelyPair<Venue>> pairs(std::vector<Venue> const& venues,
                                     std::vector<Organisation> const& organisations = {}) {
  return likely_duplicate_venues(organisations, venues, shown_from);
}

bool are_one(Venue const& one, Venue const& other) {
  return !pairs({one, other}).empty();
}

bool are_one(Organisation const& one, Organisation const& other) {
  return !likely_duplicates(std::vector{one, other}, {}, shown_from).empty();
}

bool has(std::vector<Reason> const& reasons, Reason reason) {
  return std::ranges::find(reasons, reason) != reasons.end();
}

}  // namespace

TEST(NameParts, kinds_legal_forms_and_small_words_tell_nothing_apart) {
  for (auto const* const name :
       {"Basisschool De Regenboog", "Stichting O.B.S. De Regenboog", "De Regenboog, basisschool",
        "Regenboogschool", "REGENBOOG BS", "Basischool de Regenboog e.V."}) {
    EXPECT_EQ(name_parts(name).words, std::vector<std::string>{"regenboog"}) << name;
    EXPECT_TRUE(name_parts(name).kinds.meets({SaidKind::school}) || std::string(name).starts_with("De"))
        << name;
  }
  EXPECT_EQ(name_parts("Stadtbibliothek Heidelberg").words,
            (std::vector<std::string>{"heidelberg", "stadt"}));
  EXPECT_EQ(name_parts("Evangelischer Kindergarten Arche").words, std::vector<std::string>{"arche"});
}

TEST(NameParts, an_abbreviation_of_a_club_says_its_sport) {
  EXPECT_EQ(name_parts("TV Ypenburg").words, (std::vector<std::string>{"tennis", "ypenburg"}));
  EXPECT_EQ(name_parts("Tennisvereniging Ypenburg").words, (std::vector<std::string>{"tennis", "ypenburg"}));
}

TEST(Contact, is_the_same_however_it_is_written) {
  for (auto const* const phone : {"015-2123456", "+31 (0)15 212 34 56", "0031152123456", "(015) 212 34 56"}) {
    EXPECT_EQ(phone_key(phone), "0152123456") << phone;
  }
  EXPECT_EQ(phone_key("112"), "");
  EXPECT_EQ(page_key("https://www.Dok.info/agenda/?x=1"), "dok.info/agenda");
  EXPECT_EQ(host_key("http://dok.info/agenda"), "dok.info");
  EXPECT_EQ(host_key("https://nl-nl.facebook.com/dok"), "");
  EXPECT_EQ(address_key("Nieuwstr. 12 a"), address_key("Nieuwstraat 12A"));
  EXPECT_EQ(address_key("Hauptstraße 9"), address_key("Hauptstr. 9"));
  EXPECT_EQ(address_key("Markt"), "");
}

TEST(Duplicates, one_place_drawn_twice_and_named_otherwise_is_found_with_reasons) {
  auto drawn = place(1, "OBS De Regenboog", "school");
  drawn.source = "osm:node/1", drawn.phone = "+31 15 2123456";
  auto listed = place(2, "Basisschool De Regenbog", "school", 20);
  listed.source = "duo:15XY", listed.phone = "015-2123456";
  auto const found = pairs({drawn, listed, place(3, "Museum Het Hof", "museum", 3'000)});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].one, drawn.id);
  EXPECT_TRUE(has(found[0].likeness.reasons, Reason::names_alike));
  EXPECT_TRUE(has(found[0].likeness.reasons, Reason::same_phone));
  EXPECT_TRUE(has(found[0].likeness.reasons, Reason::near));
  EXPECT_NEAR(found[0].likeness.apart->value, 20, 0.1);
}

TEST(Duplicates, branches_of_a_library_are_two_places) {
  auto north = place(1, "Bibliotheek Delft", "library"),
       south = place(2, "Bibliotheek Delft", "library", 2'000);
  for (auto* one : {&north, &south}) one->website = "https://bibliotheek.example", one->phone = "015-2123456";
  north.street = "Markt 1", south.street = "Dorpslaan 2";
  EXPECT_FALSE(are_one(north, south));
}

TEST(Duplicates, two_schools_in_one_building_are_two) {
  auto one = place(1, "Basisschool De Vlinder", "school"),
       other = place(2, "Basisschool Het Kompas", "school", 5);
  for (auto* school : {&one, &other}) school->street = "Laan 4", school->phone = "015-2123456";
  EXPECT_FALSE(are_one(one, other));
}

TEST(Duplicates, childcare_in_a_school_of_its_name_is_another) {
  EXPECT_FALSE(
      are_one(place(1, "Basisschool De Vlinder", "school"), place(2, "BSO De Vlinder", "childcare")));
}

TEST(Duplicates, a_sports_hall_is_not_the_club_in_it) {
  EXPECT_FALSE(are_one(place(1, "Sporthal De Veur", "sports-centre"),
                       place(2, "Badmintonclub De Veur", "sports-club")));
}

TEST(Duplicates, schools_of_another_creed_are_two) {
  EXPECT_FALSE(are_one(place(1, "OBS De Regenboog", "school"), place(2, "RKBS De Regenboog", "school", 150)));
}

TEST(Duplicates, what_has_another_number_is_another) {
  EXPECT_FALSE(are_one(place(1, "Gymzaal Parkzicht 1", "sports-centre"),
                       place(2, "Gymzaal Parkzicht 2", "sports-centre", 20)));
}

TEST(Duplicates, a_site_that_many_have_says_little) {
  std::vector<Venue> chain;
  for (std::uint64_t i = 0; i < 30; ++i) {
    auto venue = place(i, "Zonnebloem " + std::string(1, static_cast<char>('a' + i % 26)) + "hoek",
                       "childcare", 900.0 * static_cast<double>(i));
    venue.website = "https://keten.example", venue.phone = "015-2123456";
    chain.push_back(venue);
  }
  EXPECT_TRUE(pairs(chain).empty());
}

TEST(Duplicates, a_place_is_known_by_the_name_of_its_organisation) {
  auto const organisation = party(9, "Techniekhuis Waterveen");
  auto own = place(1, "De Werkplaats", "makerspace");
  own.organisation = organisation.id;
  auto const drawn = place(2, "Techniekhuis Waterveen", "makerspace", 12);
  auto const found = pairs({own, drawn}, {organisation});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(has(found[0].likeness.reasons, Reason::organisation_name));
}

TEST(Duplicates, organisations_are_found_without_any_place) {
  EXPECT_TRUE(are_one(party(1, "Stichting Techniekhuis Waterveen", "015-2123456"),
                      party(2, "Techniekhuis Waterveen", "+31152123456")));
  EXPECT_TRUE(
      are_one(party(1, "Muziekvereniging Kunst na Arbeid"), party(2, "Muziekvereniging Kunst na Arbeid")));
  EXPECT_FALSE(are_one(party(1, "Techniekhuis"), party(2, "Muziekvereniging")));
}

TEST(Duplicates, what_is_archived_takes_no_part) {
  auto one = place(1, "Museum Het Hof", "museum"), other = place(2, "Museum Het Hof", "museum", 5);
  ASSERT_TRUE(are_one(one, other));
  other.archived_on = date(2026, 1, 1);
  EXPECT_FALSE(are_one(one, other));
}

TEST(Duplicates, adding_what_has_nothing_to_do_with_a_pair_leaves_it_as_alike) {
  std::vector<Venue> venues{place(1, "Museum Het Hofje", "museum"),
                            place(2, "Museum Het Hoffje", "museum", 5)};
  auto const before = pairs(venues).at(0).likeness;
  for (std::uint64_t i = 10; i < 60; ++i)
    venues.push_back(place(i, {}, "museum", 5'000 + 900.0 * static_cast<double>(i)));
  auto const after = pairs(venues).at(0).likeness;
  EXPECT_EQ(before.reasons, after.reasons);
  EXPECT_NEAR(before.score, after.score, 0.01);
}

TEST(Duplicates, grounds_say_in_what_a_pair_is_alike) {
  auto one = place(1, "Museum Het Hof", "museum"), other = place(2, "Museum Het Hof", "museum", 5);
  one.phone = other.phone = "015-2123456";
  EXPECT_EQ(pairs({one, other}).at(0).likeness.grounds,
            (std::vector<std::string>{"near=25", "same_kind=", "same_name=hof", "same_phone=0152123456"}));
}

namespace {

// Few names, places and numbers, so that many are alike.
rc::Gen<std::vector<Venue>> drawn_venues() {
  return rc::gen::exec([] {
    static std::vector<char const*> const names = {
        "Basisschool De Vlinder", "De Vlinder",     "BSO De Vlinder", "Bibliotheek",
        "Bibliotheek Noord",      "Vlinder school", "De Vlidner",     "",
        "Speelplek Laanstraat",   "Gymzaal 1",      "Gymzaal 2",      "Museum Het Hof"};
    static std::vector<char const*> const kinds = {"school", "childcare", "library", "playground", "museum"};
    static std::vector<char const*> const phones = {"", "", "015-2123456", "+31 15 2123456", "010-1234567"};
    static std::vector<char const*> const streets = {"", "", "Laan 1", "Laan 2"};
    std::vector<Venue> venues;
    auto const count = *rc::gen::inRange(2, 25);
    for (int i = 0; i < count; ++i) {
      auto venue = place(static_cast<std::uint64_t>(i), *rc::gen::elementOf(names),
                         *rc::gen::elementOf(kinds), *rc::gen::inRange(0, 1'500));
      venue.phone = *rc::gen::elementOf(phones);
      venue.street = *rc::gen::elementOf(streets);
      venue.website = *rc::gen::element<std::string>("", "https://a.example", "https://a.example/b");
      if (*rc::gen::inRange(0, 8) == 0) venue.archived_on = date(2026, 1, 1);
      if (*rc::gen::inRange(0, 3) == 0)
        venue.organisation = id<Organisation>(static_cast<std::uint64_t>(*rc::gen::inRange(90, 93)));
      venues.push_back(std::move(venue));
    }
    return venues;
  });
}

std::vector<Organisation> three_organisations() {
  return {party(90, "De Vlinder", "015-2123456"), party(91, "Museum Het Hof"),
          party(92, "Bibliotheek Noord")};
}

// All pairs, one by one.
std::vector<std::tuple<Uuid, Uuid, double>> slowly(std::vector<Venue> const& venues, double from) {
  auto const organisations = three_organisations();
  Comparison const comparison(subjects(organisations, venues, SubjectKind::venue), SubjectKind::venue);
  std::vector<std::tuple<Uuid, Uuid, double>> found;
  for (std::size_t i = 0; i < comparison.size(); ++i) {
    for (auto j = i + 1; j < comparison.size(); ++j) {
      if (!comparison.leads(i, j)) continue;
      auto const likeness = comparison.likeness(i, j);
      if (likeness.score >= from) found.emplace_back(comparison.id(i), comparison.id(j), likeness.score);
    }
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace

RC_GTEST_PROP(Duplicates, are_those_that_comparing_all_pairs_gives, ()) {
  auto const venues = *drawn_venues();
  std::vector<std::tuple<Uuid, Uuid, double>> fast;
  for (auto const& one : likely_duplicate_venues(three_organisations(), venues, 0.01)) {
    fast.emplace_back(one.one.uuid(), one.other.uuid(), one.likeness.score);
  }
  std::ranges::sort(fast);
  RC_ASSERT(fast == slowly(venues, 0.01));
}

RC_GTEST_PROP(Duplicates, do_not_depend_on_the_order_of_the_records, ()) {
  auto venues = *drawn_venues();
  auto const before = likely_duplicate_venues(three_organisations(), venues, 0.01);
  std::ranges::reverse(venues);
  std::swap(venues.front(), venues[venues.size() / 2]);
  RC_ASSERT(before == likely_duplicate_venues(three_organisations(), venues, 0.01));
}

RC_GTEST_PROP(Duplicates, are_two_records_that_are_there_and_as_alike_either_way, ()) {
  auto const venues = *drawn_venues();
  for (auto const& one : likely_duplicate_venues(three_organisations(), venues, 0.0)) {
    RC_ASSERT(one.one < one.other);
    for (auto const& venue : venues) {
      RC_ASSERT((venue.id != one.one && venue.id != one.other) || !venue.archived_on);
    }
  }
  Comparison const comparison(subjects({}, venues, SubjectKind::venue), SubjectKind::venue);
  for (std::size_t i = 0; i + 1 < comparison.size(); ++i) {
    RC_ASSERT(comparison.likeness(i, i + 1) == comparison.likeness(i + 1, i));
    RC_ASSERT(comparison.leads(i, i + 1) == comparison.leads(i + 1, i));
  }
}

}  // namespace wegwijzer::community
