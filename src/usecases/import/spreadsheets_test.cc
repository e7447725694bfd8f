// SPDX-License-Identifier: EUPL-1.2
// What a secretary's file does to the store: the same record again, another one, or a problem that says why
// not.
#include "usecases/import/spreadsheets.h"

#include <gmock/gmock.h>

#include "exchange/vocabulary_csv.h"
#include "kit/builders.h"
#include "kit/embedded_words.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"

namespace wegwijzer {

class Spreadsheets : public testing::Test {
 protected:
  ImportReport organisations(std::string_view file) {
    return kept(read_organisations_csv(file, words(), date(2026, 11, 24)), import_organisations);
  }

  ImportReport offerings(std::string_view file) {
    return kept(read_offerings_csv(file, words(), date(2026, 11, 24)), import_offerings);
  }

  std::vector<std::string> titles() {
    std::vector<std::string> all;
    for (auto const& offering : writer_->offerings().all()) all.push_back(offering.title);
    return all;
  }

 private:
  template <class Row, class ImportRows>
  ImportReport kept(Result<Import<Row>> const& read, ImportRows import) {
    EXPECT_TRUE(read->problems.empty());
    ImportReport report;
    EXPECT_TRUE(import(*writer_, read->rows, report));
    return report;
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);

 protected:
  std::unique_ptr<Writer> writer_ = store_->writer(an_ecosystem(), {"test"});
};

using testing::ElementsAre;

TEST_F(Spreadsheets, two_clubs_may_use_the_same_number) {
  organisations("naam\nSchaakclub\nJudoclub\n");
  offerings("nummer;titel;organisatie\n1;Schaken;Schaakclub\n");
  EXPECT_EQ(offerings("nummer;titel;organisatie\n1;Judo;Judoclub\n").added, 1U);
  EXPECT_THAT(titles(), ElementsAre("Schaken", "Judo"));
}

TEST_F(Spreadsheets, a_number_keeps_the_record_when_its_name_changes) {
  organisations("nummer;naam;locatie;breedtegraad;lengtegraad\nSC;Schaakclub;Zaal;52,0;4,0\n");
  offerings("nummer;titel;organisatie;locatie\n1;Schaken;Schaakclub;Zaal\n");
  EXPECT_EQ(organisations("nummer;naam\nSC;Schaakclub Dame\n").updated, 1U);
  EXPECT_EQ(
      offerings("nummer;titel;organisatie;locatie\n1;Schaken op woensdag;Schaakclub Dame;Zaal\n").updated,
      1U);
  EXPECT_THAT(titles(), ElementsAre("Schaken op woensdag"));
  EXPECT_EQ(writer_->organisations().all().size(), 1U);
  EXPECT_EQ(writer_->venues().all().size(), 1U);
}

TEST_F(Spreadsheets, the_same_file_twice_changes_nothing) {
  auto const* const clubs = "naam;adres;breedtegraad;lengtegraad\nBieb;Plein 1;52,0;4,0\n";
  auto const* const activities = "titel;organisatie;adres;leeftijd;prijs\nLezen;Bieb;Plein 1;6-9;gratis\n";
  organisations(clubs);
  offerings(activities);
  auto const audit = writer_->audit().size();
  EXPECT_EQ(organisations(clubs).unchanged, 1U);
  EXPECT_EQ(offerings(activities).unchanged, 1U);
  EXPECT_EQ(writer_->audit().size(), audit);
}

TEST_F(Spreadsheets, an_unknown_club_or_hall_is_told_by_line_and_the_others_are_kept) {
  organisations("naam\nBieb\n");
  auto const report = offerings(
      "titel;organisatie;locatie\n"
      "Judo;Judoclub;\n"
      "Lezen;Bieb;Leeszaal\n"
      "Voorlezen;Bieb;\n");
  EXPECT_THAT(titles(), ElementsAre("Voorlezen"));
  ASSERT_EQ(report.problems.size(), 2U);
  EXPECT_EQ(report.problems[0].line, 2U);
  EXPECT_EQ(report.problems[0].error.key, "import.organisation_unknown");
  EXPECT_EQ(report.problems[1].line, 3U);
  EXPECT_EQ(report.problems[1].error.key, "import.venue_unknown");
}

TEST_F(Spreadsheets, a_hall_of_another_is_known_by_its_name_and_position) {
  organisations(
      "naam;locatie;breedtegraad;lengtegraad\n"
      "Buurthuis;Grote zaal;52,01;4,01\n"
      "Judoclub;Zaal;52,02;4,02\n"
      "Dansclub;Zaal;52,03;4,03\n");
  auto const* const file =
      "titel;organisatie;locatie;breedtegraad;lengtegraad\n"
      "In eigen zaal;Judoclub;Zaal;52,02;4,02\n"
      "Bij de dansers;Judoclub;Zaal;52,03;4,03\n"
      "In het buurthuis;Judoclub;Grote zaal;52,01;4,01\n"
      "Nieuw;Judoclub;Tent;52,04;4,04\n"
      "Ook in de tent;Dansclub;Tent;;\n";
  offerings(file);
  std::vector<std::string> halls;
  for (auto const& offering : writer_->offerings().all()) {
    auto const venue = writer_->venues().find(*offering.venue);
    halls.push_back(writer_->organisations().find(*venue->organisation)->name + ", " + venue->name);
  }
  EXPECT_THAT(halls, ElementsAre("Judoclub, Zaal", "Dansclub, Zaal", "Buurthuis, Grote zaal",
                                 "Judoclub, Tent", "Judoclub, Tent"));
  EXPECT_EQ(writer_->venues().all().size(), 4U);
  EXPECT_EQ(offerings(file).unchanged, 5U);
  EXPECT_EQ(writer_->venues().all().size(), 4U);
}

TEST_F(Spreadsheets, two_organisations_in_one_building_each_have_a_place_of_their_own) {
  organisations(
      "naam;locatie;breedtegraad;lengtegraad\n"
      "Judoclub;De Brink;52,0;4,0\n"
      "Dansclub;De Brink;52,0;4,0\n");
  offerings("titel;organisatie;locatie;breedtegraad;lengtegraad\nDansen;Dansclub;De Brink;52,0;4,0\n");
  EXPECT_EQ(writer_->venues().all().size(), 2U);
  auto const venue = writer_->venues().find(*writer_->offerings().all()[0].venue);
  EXPECT_EQ(writer_->organisations().find(*venue->organisation)->name, "Dansclub");
}

TEST_F(Spreadsheets, an_address_is_looked_up_among_the_known_ones) {
  writer_->ground().replace_place_names(
      "kaart", {{PlaceNameKind::address, "Plein 1", "Delft", GeoPoint::of_degrees(52.01, 4.36)}});
  auto const report = organisations("naam;adres;plaats\nBieb;Plein 1;Delft\nMuseum;Plein 999;Delft\n");
  EXPECT_EQ(report.added, 2U);  // the museum without a place
  ASSERT_EQ(writer_->venues().all().size(), 1U);
  EXPECT_EQ(writer_->venues().all()[0].point, GeoPoint::of_degrees(52.01, 4.36));
  EXPECT_EQ(report.problems.at(0).error.key, "import.address_unknown");
}

}  // namespace wegwijzer
