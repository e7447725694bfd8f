// SPDX-License-Identifier: EUPL-1.2
#include "exchange/offerings_csv.h"

#include <gmock/gmock.h>

#include "base/embedded.h"
#include "kit/embedded_words.h"

namespace wegwijzer {

namespace {

using testing::ElementsAre;

Import<OfferingRow> read(std::string_view bytes) {
  return read_offerings_csv(bytes, words(), date(2026, 11, 24)).value();
}

// The key of the only fault when one cell is filled in.
std::string fault(std::string const& heading, std::string const& cell) {
  auto const import = read("titel;organisatie;" + heading + "\nA;B;\"" + cell + "\"\n");
  return import.problems.size() == 1 ? import.problems[0].error.key : std::to_string(import.problems.size());
}

Offering offering(std::string const& heading, std::string const& cell) {
  auto const import = read("titel;organisatie;" + heading + "\nA;B;\"" + cell + "\"\n");
  EXPECT_TRUE(import.problems.empty()) << import.problems[0].error.key;
  return import.rows.at(0).offering;
}

}  // namespace

TEST(OfferingsCsv, reads_what_the_template_says) {
  auto const import = read(embedded_file(assets_files(), "templates/aanbod.csv"));
  EXPECT_TRUE(import.problems.empty());
  ASSERT_EQ(import.rows.size(), 2U);
  auto const& robots = import.rows[0].offering;
  EXPECT_EQ(import.rows[0].number, "dv-1");
  EXPECT_EQ(robots.kind, OfferingKind::series);
  EXPECT_THAT(robots.themes, ElementsAre(*ThemeCode::parse("robotics"), *ThemeCode::parse("programming")));
  EXPECT_EQ(robots.stage, Stage::deepen);
  EXPECT_EQ(robots.ages, (AgeRange{8, 12}));
  EXPECT_EQ(robots.price, (Price{Euro{2750}, Per::series}));
  EXPECT_EQ(robots.funds.size(), 2U);
  EXPECT_THAT(robots.access, ElementsAre(Access::wheelchair, Access::small_group));
  EXPECT_EQ(robots.schedule.repeats.size(), 1U);
  EXPECT_EQ(robots.deadline, date(2026, 9, 2));
  EXPECT_EQ(import.rows[0].venue->needs_position, "");  // only its name: one that exists already
  EXPECT_TRUE(import.rows[1].offering.price->free());
  EXPECT_EQ(import.rows[1].offering.trial_lesson, std::nullopt);
}

TEST(OfferingsCsv, keeps_empty_cells_unknown) {
  auto const unknown = offering("prijs", "");
  EXPECT_FALSE(unknown.price);
  EXPECT_FALSE(unknown.ages);
  EXPECT_FALSE(unknown.stage);
  EXPECT_TRUE(unknown.schedule.empty());
}

TEST(OfferingsCsv, understands_ages_and_prices_as_people_write_them) {
  for (auto const* ages : {"8-12", "8 – 12 jaar", "van 8 tot 12 jaar", "8 t/m 12 jr", "8 tot en met 12"}) {
    EXPECT_EQ(offering("leeftijd", ages).ages, (AgeRange{8, 12})) << ages;
  }
  EXPECT_EQ(offering("leeftijd", "vanaf 8 jaar").ages, (AgeRange{8, 99}));
  EXPECT_EQ(offering("groepen", "groep 5 t/m 8").groups, (SchoolGroups{5, 8}));
  EXPECT_EQ(offering("prijs", "€ 7,50").price, (Price{Euro{750}, Per::time}));
}

TEST(OfferingsCsv, says_what_is_wrong_in_a_cell) {
  EXPECT_EQ(fault("leeftijd", "12-aug"), "cell.ages_became_date");
  EXPECT_EQ(fault("leeftijd", "kinderen"), "cell.ages");
  EXPECT_EQ(fault("leeftijd", "12-8"), "ages.reversed");
  EXPECT_EQ(fault("groepen", "5-9"), "cell.groups");
  EXPECT_EQ(fault("prijs", "vijf euro"), "cell.price");
  EXPECT_EQ(fault("per", "maand"), "cell.per_without_price");
  EXPECT_EQ(fault("thema's", "robotika"), "cell.theme_unknown_nearest");
  EXPECT_EQ(fault("trap", "stap 1"), "cell.choice");
  EXPECT_EQ(fault("niveau", "4"), "cell.count");
  EXPECT_EQ(fault("wanneer", "soms"), "schedule.day_missing");
  EXPECT_EQ(fault("link", "ftp://club.nl"), "cell.link");
  EXPECT_EQ(fault("proefles", "misschien"), "cell.yes_no");
}

TEST(OfferingsCsv, refuses_the_same_number_twice) {
  auto const import = read("nummer;titel;organisatie\n1;A;B\n1;C;B\n");
  ASSERT_EQ(import.problems.size(), 1U);
  EXPECT_EQ(import.problems[0].line, 3U);
  EXPECT_EQ(import.problems[0].error.key, "cell.offering_twice");
}

TEST(OfferingsCsv, gives_back_what_it_wrote) {
  auto rows = read(embedded_file(assets_files(), "templates/aanbod.csv")).rows;
  rows.push_back(read("titel;organisatie;adres;plaats\n=1+1;\"A;B\";Weg 1;Delft\n").rows[0]);
  auto const again = read(write_offerings_csv(rows, words()));
  EXPECT_TRUE(again.problems.empty());
  ASSERT_EQ(again.rows.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(again.rows[i].offering, rows[i].offering);
    EXPECT_EQ(again.rows[i].organisation, rows[i].organisation);
    EXPECT_EQ(again.rows[i].venue, rows[i].venue);
  }
}

TEST(OfferingsCsv, asks_what_can_be_seen_on_a_picture) {
  EXPECT_EQ(fault("foto 1", "robot.jpg"), "cell.picture_without_description");
  EXPECT_EQ(fault("foto 2 beschrijving", "Een robot"), "cell.description_without_picture");
  auto const import = read(
      "titel;organisatie;foto 1;foto 1 beschrijving;foto 3;foto 3 beschrijving\n"
      "A;B;robot.jpg;Een robot;zaal/deur.png;De deur\n");
  ASSERT_TRUE(import.problems.empty());
  auto const& files = import.rows.at(0).picture_files;
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[0].file, "robot.jpg");
  EXPECT_EQ(files[1].column, "foto 3");
  EXPECT_EQ(files[1].description, "De deur");
}

TEST(OfferingsCsv, reads_who_one_meets_and_what_to_bring) {
  EXPECT_EQ(offering("wie je ziet", "Noor, trainer").meets, "Noor, trainer");
  EXPECT_EQ(offering("meenemen", "Gymschoenen").bring, "Gymschoenen");
}

TEST(OfferingsCsv, reads_which_role_models_children_meet) {
  EXPECT_EQ(offering("rolmodellen", "oudere kinderen, Mannen en vrouwen").role_models,
            (std::vector{RoleModel::older_children, RoleModel::women_and_men}));
  EXPECT_EQ(offering("role models", "uit de buurt, andere thuistaal").role_models,
            (std::vector{RoleModel::from_area, RoleModel::home_languages}));
  EXPECT_TRUE(offering("rolmodellen", "").role_models.empty());
  EXPECT_EQ(fault("rolmodellen", "beroemd"), "cell.choice");
}

}  // namespace wegwijzer
