// SPDX-License-Identifier: EUPL-1.2
#include "web/linked_data.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "kit/drawn_atlas.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "web/site.h"

namespace wegwijzer::web {

namespace {

using Json = nlohmann::ordered_json;

// On Tuesday 24 November 2026.
class LinkedDataTest : public testing::Test {
 protected:
  std::string page(std::string const& path) {
    auto const atlas = std::make_shared<Atlas const>(draft_.atlas());
    Site const site([&] { return atlas; }, *store_, clock_, address_);
    http::Request request;
    request.path = *http::Path::parse(path);
    return std::string(site.answer(request).body.bytes());
  }

  // What a program reads in a page; null when there is nothing.
  Json read(std::string const& path) {
    auto const text = page(path);
    auto const begin = text.find(markup::data_begin);
    if (begin == text.npos) return {};
    auto const first = begin + markup::data_begin.size();
    return Json::parse(text.substr(first, text.find("</script", first) - first));
  }

  Json read(Offering const& offering) { return read("/offerings/" + text(draft_.add(offering))); }

  AtlasDraft draft_{"H---A---B"};
  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::optional<PublicAddress> address_;
};

}  // namespace

TEST_F(LinkedDataTest, an_offering_with_dates_is_an_event_on_the_next_of_them) {
  address_ = *PublicAddress::parse("https://wegwijzer.example");
  Offering robots = draft_.an_offering_at('A')
                        .titled("</script><b>Robots</b> & \"co\"")
                        .for_ages(8, 12)
                        .costing({Euro{1250}, Per::time})
                        .when("elke woensdag 14:00-15:30");
  robots.link = "https://club.example/meedoen", robots.places_left = 3, robots.capacity = 12;
  robots.languages = {*LanguageCode::parse("nl")};
  auto const event = read(robots);
  EXPECT_EQ(event.at("@context"), "https://schema.org");
  EXPECT_EQ(event.at("@type"), "Event");
  EXPECT_EQ(event.at("name"), robots.title);
  EXPECT_EQ(event.at("url"), "https://wegwijzer.example/offerings/" + text(robots.id));
  EXPECT_EQ(event.at("startDate"), "2026-11-25T14:00:00+01:00");
  EXPECT_EQ(event.at("endDate"), "2026-11-25T15:30:00+01:00");
  EXPECT_EQ(event.at("location").at("@type"), "Place");
  EXPECT_EQ(event.at("location").at("name"), "Plek A");
  EXPECT_EQ(event.at("organizer").at("name"), "Techniekhuis");
  EXPECT_EQ(event.at("audience").at("suggestedMinAge"), 8);
  EXPECT_EQ(event.at("audience").at("suggestedMaxAge"), 12);
  EXPECT_EQ(event.at("inLanguage"), Json::array({"nl"}));
  EXPECT_EQ(event.at("isAccessibleForFree"), false);
  EXPECT_EQ(event.at("maximumAttendeeCapacity"), 12);
  EXPECT_EQ(event.at("remainingAttendeeCapacity"), 3);
  auto const& offer = event.at("offers");
  EXPECT_EQ(offer.at("price"), "12.50");
  EXPECT_EQ(offer.at("priceCurrency"), "EUR");
  EXPECT_EQ(offer.at("url"), "https://club.example/meedoen");
  EXPECT_EQ(offer.at("availability"), "https://schema.org/InStock");
}

TEST_F(LinkedDataTest, a_moment_in_summer_is_two_hours_ahead) {
  EXPECT_EQ(read(draft_.an_offering_at('A').when("1 juli 2027 09:00-10:00")).at("startDate"),
            "2027-07-01T09:00:00+02:00");
}

TEST_F(LinkedDataTest, without_dates_it_is_a_course_or_a_service) {
  EXPECT_EQ(read(draft_.an_offering_at('A')).at("@type"), "Course");
  Offering kit = draft_.an_offering_at('A').costing({Euro{6200}, Per::month});
  kit.kind = OfferingKind::loan_item;
  auto const service = read(kit);
  EXPECT_EQ(service.at("@type"), "Service");
  EXPECT_EQ(service.at("availableChannel").at("serviceLocation").at("name"), "Plek A");
  EXPECT_EQ(service.at("offers").at("priceSpecification").at("price"), "62.00");
  EXPECT_EQ(service.at("offers").at("priceSpecification").at("unitCode"), "MON");
}

TEST_F(LinkedDataTest, what_is_over_is_no_event) {
  EXPECT_TRUE(read(draft_.an_offering_at('A').when("3 november 2026 14:00-15:00")).is_null());
}

TEST_F(LinkedDataTest, what_is_unknown_is_absent) {
  auto const course = read(draft_.an_offering_at('A'));
  for (auto const* unknown : {"url", "description", "audience", "offers", "isAccessibleForFree", "inLanguage",
                              "startDate", "location"}) {
    EXPECT_FALSE(course.contains(unknown)) << unknown;
  }
  Offering old = draft_.an_offering_at('A');
  old.ages = AgeRange{10};
  EXPECT_FALSE(read(old).at("audience").contains("suggestedMaxAge"));
}

TEST_F(LinkedDataTest, what_cannot_be_joined_is_not_offered) {
  Offering late = draft_.an_offering_at('A').costing({Euro{100}, Per::time});
  late.deadline = date(2026, 11, 23), late.link = "https://club.example/meedoen";
  EXPECT_FALSE(read(late).contains("offers"));
  Offering full = draft_.an_offering_at('A');
  full.places_left = 0, full.link = "https://club.example/meedoen";
  EXPECT_EQ(read(full).at("offers").at("availability"), "https://schema.org/SoldOut");
  EXPECT_FALSE(read(full).at("offers").contains("url"));
}

TEST_F(LinkedDataTest, a_link_that_is_no_website_is_not_passed_on) {
  Offering odd = draft_.an_offering_at('A').costing({Euro{0}, Per::time});
  odd.link = "javascript:alert(1)";
  EXPECT_FALSE(read(odd).at("offers").contains("url"));
}

TEST_F(LinkedDataTest, an_organisation_and_a_place_are_told_apart) {
  auto const organisation = read("/organisations/" + text(draft_.organisation()));
  EXPECT_EQ(organisation.at("@type"), "Organization");
  EXPECT_EQ(organisation.at("name"), "Techniekhuis");
  EXPECT_FALSE(organisation.contains("telephone"));
  auto const place = read("/venues/" + text(draft_.add_venue('B')));
  EXPECT_EQ(place.at("@type"), "Place");
  EXPECT_EQ(place.at("name"), "Plek B");
  EXPECT_NEAR(place.at("geo").at("latitude").get<double>(), draft_.at('B').latitude_degrees(), 1e-9);
  EXPECT_FALSE(place.contains("address"));
  EXPECT_FALSE(place.contains("amenityFeature"));
}

TEST_F(LinkedDataTest, what_is_made_up_says_so) {
  auto const path = "/organisations/" + text(draft_.organisation());
  EXPECT_NE(read(path).at("disambiguatingDescription").get<std::string>().find("Waterveen"),
            std::string::npos);
  draft_.ecosystem().origin = Origin::own;
  EXPECT_FALSE(read(path).contains("disambiguatingDescription"));
}

TEST_F(LinkedDataTest, a_picture_has_its_whole_address_and_says_what_it_shows) {
  Offering robots = draft_.an_offering_at('A');
  robots.pictures.all = {{std::string(32, 'a'), 1200, 800, "De zaal"}};
  EXPECT_FALSE(read(robots).contains("image"));
  address_ = *PublicAddress::parse("https://wegwijzer.example");
  robots.id = draft_.new_id<Offering>();
  auto const image = read(robots).at("image").at(0);
  EXPECT_EQ(image.at("contentUrl"),
            "https://wegwijzer.example/pictures/" + std::string(32, 'a') + "-1200.webp");
  EXPECT_EQ(image.at("caption"), "De zaal");
}

TEST_F(LinkedDataTest, who_to_turn_to_about_safety_is_a_contact_point) {
  draft_.provider().safety_contact = "de voorzitter";
  auto const club = read("/organisations/" + text(draft_.organisation()));
  EXPECT_EQ(club.at("contactPoint").at("name"), "de voorzitter");
  EXPECT_FALSE(club.at("contactPoint").contains("telephone"));
}

}  // namespace wegwijzer::web
