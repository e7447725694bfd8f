// SPDX-License-Identifier: EUPL-1.2
// A fictional town can leave as three spreadsheets and come back: by their readers, and into a store.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "exchange/vocabulary_csv.h"
#include "exchange/write_spreadsheets.h"
#include "kit/builders.h"
#include "kit/embedded_words.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "towns/world.h"
#include "usecases/import/inquiries.h"
#include "usecases/import/spreadsheets.h"

namespace wegwijzer {

class WorldSpreadsheets : public testing::Test {
 protected:
  struct Read {
    std::vector<OrganisationRow> organisations;
    std::vector<OfferingRow> offerings;
  };

  static towns::World& world() {
    static auto const world_words = towns::read_world_words(words(), today());
    static towns::World world({.seed = 7, .towns = 2, .children = 8'000}, world_words, 2);
    return world;
  }

  static Read read(towns::Society const& society) {
    std::ostringstream organisations, offerings;
    EXPECT_TRUE(
        write_organisations_spreadsheet(organisations, society.organisations, society.venues, words()));
    EXPECT_TRUE(write_offerings_spreadsheet(offerings, society.offerings, society.organisations,
                                            society.venues, words()));
    return {sound(read_organisations_csv(organisations.str(), words(), today())),
            sound(read_offerings_csv(offerings.str(), words(), today()))};
  }

  static std::vector<InquiryRow> read_inquiries(std::size_t town, towns::Society const& society) {
    std::ostringstream inquiries;
    EXPECT_TRUE(write_inquiries_spreadsheet(inquiries, society.inquiries, society.organisations,
                                            world().areas(town), words()));
    return sound(read_inquiries_csv(inquiries.str(), words(), today()));
  }

  template <class Thing>
  static Thing const& find(std::vector<Thing> const& all, Id<Thing> id) {
    return *std::ranges::find(all, id, &Thing::id);
  }

  // What the two files say of a venue.
  static std::string place(Venue const& venue) {
    return venue.name + ", " + venue.street + ", " + venue.postcode + ", " + venue.city + ", " +
           text(venue.point);
  }

 private:
  static Date today() { return date(2026, 11, 24); }

  template <class Row>
  static std::vector<Row> sound(Result<Import<Row>> const& import) {
    for (auto const& problem : import->problems) {
      ADD_FAILURE() << problem.line << " " << problem.place << " " << problem.error.key;
    }
    return import->rows;
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);

 protected:
  std::unique_ptr<Writer> writer_ = store_->writer(an_ecosystem(), {"test"});
};

TEST_F(WorldSpreadsheets, every_organisation_of_every_town_is_read_back) {
  for (std::size_t town = 0; town < world().town_count(); ++town) {
    auto const society = world().society(town);
    auto const rows = read(society).organisations;
    ASSERT_EQ(rows.size(), society.organisations.size());
    ASSERT_FALSE(rows.empty());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      auto expected = society.organisations[i];
      expected.id = {};
      expected.source = rows[i].organisation.source;
      ASSERT_EQ(rows[i].organisation, expected) << expected.name;
      auto const venue =
          std::ranges::find(society.venues, std::optional(society.organisations[i].id), &Venue::organisation);
      ASSERT_EQ(rows[i].venue.has_value(), venue != society.venues.end());
      if (!rows[i].venue) continue;
      EXPECT_EQ(place(rows[i].venue->venue), place(*venue));
      EXPECT_EQ(rows[i].venue->venue.kind, venue->kind);
      EXPECT_EQ(rows[i].venue->venue.wheelchair, venue->wheelchair);
    }
  }
}

TEST_F(WorldSpreadsheets, every_offering_of_every_town_is_read_back) {
  for (std::size_t town = 0; town < world().town_count(); ++town) {
    auto const society = world().society(town);
    auto const rows = read(society).offerings;
    ASSERT_EQ(rows.size(), society.offerings.size());
    ASSERT_FALSE(rows.empty());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      auto expected = society.offerings[i];
      expected.id = {};
      expected.organisation = {};
      expected.venue.reset();
      ASSERT_EQ(rows[i].picture_files.size(), expected.pictures.all.size());
      expected.pictures = {};
      ASSERT_EQ(rows[i].offering, expected) << expected.title;
      EXPECT_EQ(rows[i].organisation, find(society.organisations, society.offerings[i].organisation).name);
      ASSERT_EQ(rows[i].venue.has_value(), society.offerings[i].venue.has_value());
      if (!rows[i].venue) continue;
      EXPECT_EQ(place(rows[i].venue->venue), place(find(society.venues, *society.offerings[i].venue)));
    }
  }
}

TEST_F(WorldSpreadsheets, in_a_store_everybody_was_asked_the_same_and_answered_it) {
  auto const society = world().society(0);
  auto const rows = read(society);
  auto const inquiries = read_inquiries(0, society);
  ASSERT_EQ(inquiries.size(), society.inquiries.size());
  for (auto const& area : world().areas(0)) writer_->ground().save(area);
  ImportReport report, again;
  ASSERT_TRUE(import_organisations(*writer_, rows.organisations, report));
  for (auto* const now : {&report, &again}) ASSERT_TRUE(import_inquiries(*writer_, inquiries, *now));
  EXPECT_TRUE(report.problems.empty());
  EXPECT_EQ(again.unchanged, society.inquiries.size());

  auto const organisations = writer_->organisations().all();
  auto const said = [](Inquiry inquiry, auto const& by) {
    auto const asked = find(by, *inquiry.asked).name;
    inquiry.asked.reset();
    std::string all = asked;
    for (auto const& [name, value] : field_values(inquiry)) all += "; " + name + " " + value.value_or("");
    return all + "; " + text(*inquiry.confirmed_on);
  };
  std::vector<std::string> before, after;
  for (auto const& one : society.inquiries) before.push_back(said(one, society.organisations));
  for (auto const& one : records<Inquiry>(*writer_).all()) after.push_back(said(one, organisations));
  EXPECT_FALSE(before.empty());
  EXPECT_THAT(after, testing::UnorderedElementsAreArray(before));
}

TEST_F(WorldSpreadsheets, in_a_store_each_offering_is_held_where_it_was_and_no_place_is_there_twice) {
  auto const society = world().society(0);
  auto const rows = read(society);
  ImportReport report, again;
  for (auto* const now : {&report, &again}) {
    ASSERT_TRUE(import_organisations(*writer_, rows.organisations, *now));
    ASSERT_TRUE(import_offerings(*writer_, rows.offerings, *now));
    EXPECT_TRUE(now->problems.empty());
  }
  EXPECT_EQ(again.unchanged, report.added);
  EXPECT_EQ(report.added, society.organisations.size() + society.offerings.size());

  auto const owned = [](Venue const& venue) { return venue.organisation.has_value(); };
  auto const venues = writer_->venues().all();
  EXPECT_EQ(std::ssize(venues), std::ranges::count_if(society.venues, owned));
  auto const held = [](Offering const& offering, auto const& organisations, auto const& all_venues) {
    auto const by = find(organisations, offering.organisation).name + ": " + offering.title + " at ";
    if (!offering.venue) return by + "no place";
    auto const& venue = find(all_venues, *offering.venue);
    return by + place(venue) + " of " + find(organisations, *venue.organisation).name;
  };
  std::vector<std::string> before, after;
  for (auto const& offering : society.offerings) {
    before.push_back(held(offering, society.organisations, society.venues));
  }
  auto const organisations = writer_->organisations().all();
  for (auto const& offering : writer_->offerings().all()) {
    after.push_back(held(offering, organisations, venues));
  }
  EXPECT_THAT(after, testing::UnorderedElementsAreArray(before));
  auto const guest = [&](Offering const& offering) {
    return offering.venue && find(society.venues, *offering.venue).organisation != offering.organisation;
  };
  EXPECT_GT(std::ranges::count_if(society.offerings, guest), 0);
}

}  // namespace wegwijzer
