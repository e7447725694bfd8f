// SPDX-License-Identifier: EUPL-1.2
#include "exchange/organisations_csv.h"

#include <gmock/gmock.h>

#include "base/embedded.h"
#include "kit/embedded_words.h"

namespace wegwijzer {

namespace {

Import<OrganisationRow> read_rows(std::string_view bytes) {
  return read_organisations_csv(bytes, words(), date(2026, 11, 24)).value();
}

}  // namespace

TEST(OrganisationsCsv, reads_what_the_template_says) {
  auto const import = read_rows(embedded_file(assets_files(), "templates/organisaties.csv"));
  EXPECT_TRUE(import.problems.empty());
  ASSERT_EQ(import.rows.size(), 2U);
  auto const& vonk = import.rows[0];
  EXPECT_EQ(vonk.organisation.source, "csv:organisation/dv");
  EXPECT_EQ(vonk.organisation.sector, Sector::technology);
  EXPECT_EQ(vonk.organisation.confirmed_on, date(2026, 9, 1));
  ASSERT_TRUE(vonk.venue);
  EXPECT_EQ(vonk.venue->venue.kind.text(), "makerspace");
  EXPECT_EQ(vonk.venue->venue.point, GeoPoint::of_degrees(52.0116, 4.3571));
  EXPECT_FALSE(vonk.venue->needs_position);
  EXPECT_FALSE(import.rows[1].venue);
  EXPECT_EQ(import.rows[1].organisation.website, "https://www.voorbeeld.nl");
}

TEST(OrganisationsCsv, asks_for_the_position_of_an_address) {
  auto const import = read_rows("naam;adres;postcode;plaats\nBieb;Vesteplein 100;2611 wg;Delft\n");
  ASSERT_EQ(import.rows.size(), 1U);
  EXPECT_EQ(import.rows[0].venue->needs_position, "Vesteplein 100, 2611WG, Delft");
}

TEST(OrganisationsCsv, tells_all_faults_of_a_row_and_reads_the_others) {
  auto const import = read_rows(
      "naam;sector;website;e-mail;breedtegraad\n"
      "A;sprot;javascript:alert(1);jan.nl;91\n"
      "B;sport;;;\n"
      "b;sport;;;\n");
  ASSERT_EQ(import.rows.size(), 1U);
  EXPECT_EQ(import.rows[0].organisation.name, "B");
  std::vector<std::string> found;
  for (auto const& problem : import.problems) {
    found.push_back(std::to_string(problem.line) + " " + problem.place + " " + problem.error.key);
  }
  EXPECT_THAT(found,
              testing::ElementsAre("2 sector cell.choice", "2 website cell.link", "2 e-mail cell.email",
                                   "2 breedtegraad cell.degrees", "2 lengtegraad cell.half_a_position",
                                   "4 naam cell.organisation_twice"));
}

TEST(OrganisationsCsv, reads_lists_with_commas_or_semicolons_and_leaves_out_invisible_signs) {
  auto const import = read_rows("naam;groene laag\n\1Bieb;\"docent, gids; begeleider\"\n\2;\n");
  ASSERT_EQ(import.rows.size(), 1U);
  EXPECT_EQ(import.rows[0].organisation.name, "Bieb");
  EXPECT_THAT(import.rows[0].organisation.green_layer, testing::ElementsAre("docent", "gids", "begeleider"));
  EXPECT_EQ(import.problems.at(0).error.key, "cell.only_invisible");
}

TEST(OrganisationsCsv, gives_back_what_it_wrote) {
  auto const first = read_rows(embedded_file(assets_files(), "templates/organisaties.csv")).rows;
  auto const again = read_rows(write_organisations_csv(first, words()));
  EXPECT_TRUE(again.problems.empty());
  ASSERT_EQ(again.rows.size(), first.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(again.rows[i].organisation, first[i].organisation);
    EXPECT_EQ(again.rows[i].venue, first[i].venue);
  }
}

TEST(OrganisationsCsv, reads_whether_there_are_trained_spotters_or_nobody_said) {
  auto const import = read_rows("naam;talentfluisteraars\nSchool;ja\nClub;nee\nBieb;\nMuseum;250\n");
  ASSERT_EQ(import.rows.size(), 3U);
  EXPECT_EQ(import.rows[0].organisation.trained_spotters, true);
  EXPECT_EQ(import.rows[1].organisation.trained_spotters, false);
  EXPECT_EQ(import.rows[2].organisation.trained_spotters, std::nullopt);
  ASSERT_EQ(import.problems.size(), 1U);
  EXPECT_EQ(import.problems[0].place, "talentfluisteraars");
}

TEST(OrganisationsCsv, reads_what_is_said_of_safety) {
  auto const import = read_organisations_csv(
      "naam;vog;vog gezegd op;aanspreekpunt veiligheid;e-mail veiligheid;regels veiligheid\n"
      "Judoclub;nee;1-9-2026;de voorzitter;veilig@club.nl;www.club.nl/veilig\n"
      "Dansclub;;1-9-2026;;;\n"
      "Schaakclub;;;;;\n",
      words(), date(2026, 11, 24));
  ASSERT_EQ(import->rows.size(), 2U);
  auto const& club = import->rows[0].organisation;
  EXPECT_EQ(club.certificates, false);
  EXPECT_EQ(club.certificates_said_on, date(2026, 9, 1));
  EXPECT_EQ(club.safety_contact, "de voorzitter");
  EXPECT_EQ(club.safety_rules, "https://www.club.nl/veilig");
  EXPECT_FALSE(speaks_of_safety(import->rows[1].organisation));
  ASSERT_EQ(import->problems.size(), 1U);  // when it was said, but not what
  EXPECT_EQ(import->problems[0].line, 3U);
  EXPECT_EQ(import->problems[0].place, "vog");
}

}  // namespace wegwijzer
