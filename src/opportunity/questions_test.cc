// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/questions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>

#include "kit/drawn_atlas.h"

namespace wegwijzer {

namespace {

constexpr Date day_of_asking = Date(std::chrono::days(20'000));
constexpr Index<Ecosystem> our_ecosystem(0);

// Two wijken of two buurten each: A and B in West, C and D in Oost.
AtlasDraft two_wijken() {
  AtlasDraft draft("A---B---C---D");
  draft.add_buurt_around("A", "BU09010101");
  draft.add_buurt_around("B", "BU09010102");
  draft.add_buurt_around("C", "BU09010201");
  draft.add_buurt_around("D", "BU09010202");
  draft.areas().push_back(a_buurt("WK090101", "West"));
  draft.areas().push_back(a_buurt("WK090102", "Oost"));
  draft.add_venue('A');
  return draft;
}

Id<Organisation> settle(AtlasDraft& draft, std::string name, Sector sector, std::string_view letters,
                        std::vector<Role> roles = {Role::provider}) {
  auto const id = draft.add_organisation(std::move(name), std::move(roles));
  draft.organisation_of(id).sector = sector;
  auto const* kind = sector == Sector::education ? "school"
                     : sector == Sector::welfare ? "community-centre"
                                                 : "museum";
  for (auto const letter : letters) draft.venue(draft.add_venue(letter, id)).kind = *VenueKind::parse(kind);
  return id;
}

struct Told {
  std::vector<std::string> lines;
  std::vector<std::string> nobody;
};

std::string line_of(Atlas const& atlas, Question const& question) {
  std::string line = atlas.themes()[question.theme].code.text() + " in";
  for (auto const area : question.areas) line += " " + atlas.areas()[area].name;
  return line + " for " + text(question.ages) + ": " + std::to_string(question.cells);
}

Told told(AtlasDraft const& draft) {
  auto const atlas = draft.atlas();
  Completeness const known(atlas, our_ecosystem, day_of_asking);
  auto const list = shortest_questions(atlas, our_ecosystem, known);
  EXPECT_TRUE(list.shortest());
  Told out;
  for (auto const& to : list.to) {
    for (auto const& question : to.questions) {
      out.lines.push_back(atlas.catalogue()[to.organisation].name + ": " + line_of(atlas, question));
    }
  }
  for (auto const& question : list.nobody_knows) out.nobody.push_back(line_of(atlas, question));
  return out;
}

using testing::ElementsAre;
using testing::IsEmpty;

}  // namespace

TEST(Questions, go_to_who_knows_and_what_nobody_knows_is_told) {
  auto draft = two_wijken();
  settle(draft, "School", Sector::education, "A");
  settle(draft, "Natuurcentrum", Sector::nature, "", {Role::network_partner});
  auto const list = told(draft);
  // Nature everywhere: 4 buurten, 11 ages. The school knows all themes in its wijk up to 12: 2 buurten, 9
  // ages.
  EXPECT_THAT(list.lines,
              ElementsAre("Natuurcentrum: nature in West Oost for 4-14: 44",
                          "School: technology in West for 4-12: 18", "School: music in West for 4-12: 18"));
  // 13 and 14 in West (4 cells) and all ages in Oost (22), of the two other themes.
  EXPECT_THAT(list.nobody,
              ElementsAre("technology in West Oost for 4-14: 26", "music in West Oost for 4-14: 26"));
}

TEST(Questions, ask_as_few_organisations_as_possible) {
  auto draft = two_wijken();
  settle(draft, "Buurthuis West", Sector::welfare, "A");
  settle(draft, "Buurthuis Oost", Sector::welfare, "D");
  settle(draft, "Welzijn in beide", Sector::welfare, "BC");
  auto const list = told(draft);
  EXPECT_THAT(list.lines, ElementsAre("Welzijn in beide: technology in West Oost for 4-14: 44",
                                      "Welzijn in beide: nature in West Oost for 4-14: 44",
                                      "Welzijn in beide: music in West Oost for 4-14: 44"));
  EXPECT_THAT(list.nobody, IsEmpty());
}

TEST(Questions, are_not_about_what_is_known) {
  auto draft = two_wijken();
  settle(draft, "Buurthuis", Sector::welfare, "AC");
  Offering club = draft.an_offering_at('A').about("music").for_ages(4, 14);
  club.confirmed_on = day_of_asking;
  draft.add(club);
  auto inquiry =
      an_inquiry(draft.new_id<Inquiry>(), {*AreaCode::parse("BU09010102"), *AreaCode::parse("WK090102")},
                 {*ThemeCode::parse("music"), *ThemeCode::parse("nature")});
  inquiry.confirmed_on = day_of_asking;
  draft.network().inquiries = {inquiry};
  EXPECT_THAT(told(draft).lines, ElementsAre("Buurthuis: technology in West Oost for 4-14: 44",
                                             "Buurthuis: nature in West for 4-14: 11"));
  // After a year the answer has to be asked for again; the club still counts for half a year only.
  draft.network().inquiries[0].confirmed_on = day_of_asking - std::chrono::days(366);
  EXPECT_THAT(told(draft).lines, ElementsAre("Buurthuis: technology in West Oost for 4-14: 44",
                                             "Buurthuis: nature in West Oost for 4-14: 44",
                                             "Buurthuis: music in West Oost for 4-14: 33"));
}

TEST(Questions, name_a_gemeente_when_all_of_it_is_meant) {
  auto draft = two_wijken();
  draft.areas().push_back(a_buurt("GM0901", "Dorp"));
  settle(draft, "Natuurcentrum", Sector::nature, "", {Role::network_partner});
  EXPECT_THAT(told(draft).lines, ElementsAre("Natuurcentrum: nature in Dorp for 4-14: 44"));
}

TEST(Questions, a_provider_knows_its_own_subject_where_it_works) {
  auto draft = two_wijken();
  auto const club = settle(draft, "Debatclub", Sector::other, "");
  Offering offering = draft.an_offering_at('C').about("robotics").for_ages(8, 12);
  offering.organisation = club;
  draft.add(offering);  // never confirmed
  EXPECT_THAT(told(draft).lines, ElementsAre("Debatclub: technology in Oost for 4-14: 22"));
}

TEST(Questions, a_school_knows_where_its_pupils_live) {
  auto draft = two_wijken();
  auto const school = settle(draft, "School", Sector::education, "");
  auto const venue = draft.add_venue('A', school);
  draft.venue(venue).kind = *VenueKind::parse("school");
  draft.venue(venue).catchment = {{*AreaCode::parse("BU09010201"), 10}, {*AreaCode::parse("BU09010202"), 9}};
  EXPECT_THAT(told(draft).lines, ElementsAre("School: technology in West BU09010201 for 4-12: 27",
                                             "School: nature in West BU09010201 for 4-12: 27",
                                             "School: music in West BU09010201 for 4-12: 27"));
}

TEST(Questions, what_is_told_to_exist_waits_to_be_mapped_until_an_offering_is_there) {
  auto draft = two_wijken();
  auto inquiry = an_inquiry(draft.new_id<Inquiry>(), {*AreaCode::parse("BU09010101")},
                            {*ThemeCode::parse("music")}, InquiryAnswer::some);
  inquiry.confirmed_on = day_of_asking;
  draft.network().inquiries = {inquiry};
  auto const waiting = [&] {
    auto const atlas = draft.atlas();
    Completeness const known(atlas, our_ecosystem, day_of_asking);
    return still_to_map(atlas, our_ecosystem, known, day_of_asking).size();
  };
  EXPECT_EQ(waiting(), 1U);
  Offering club = draft.an_offering_at('A').about("music").for_ages(4, 14);
  club.confirmed_on = day_of_asking;
  draft.add(club);
  EXPECT_EQ(waiting(), 0U);
}

namespace {

AtlasDraft any_organisations() {
  auto draft = two_wijken();
  for (auto left = *rc::gen::inRange(0, 7); left > 0; --left) {
    auto const sector = *rc::gen::elementOf(std::vector{Sector::education, Sector::welfare, Sector::nature,
                                                        Sector::technology, Sector::business});
    std::string letters;
    for (auto const letter : std::string_view("ABCD")) {
      if (*rc::gen::inRange(0, 3) == 0) letters += letter;
    }
    settle(draft, "Organisatie " + std::to_string(left), sector, letters,
           *rc::gen::inRange(0, 4) == 0 ? std::vector{Role::network_partner} : std::vector{Role::provider});
  }
  for (auto left = *rc::gen::inRange(0, 4); left > 0; --left) {
    auto inquiry = an_inquiry(
        draft.new_id<Inquiry>(),
        {*AreaCode::parse(*rc::gen::elementOf(std::vector{"BU09010101", "BU09010201", "WK090102"}))},
        {*ThemeCode::parse(*rc::gen::elementOf(std::vector{"technology", "nature", "music"}))});
    inquiry.confirmed_on = day_of_asking;
    draft.network().inquiries.push_back(inquiry);
  }
  return draft;
}

struct SlowCell {
  std::size_t buurt, theme;
  int age;
};

std::vector<SlowCell> slow_open_cells(Completeness const& known) {
  std::vector<SlowCell> open;
  for (std::size_t buurt = 0; buurt < known.buurten().size(); ++buurt) {
    for (std::size_t theme = 0; theme < known.themes().size(); ++theme) {
      for (int age = youngest_asked; age <= oldest_asked; ++age) {
        auto const state = known.buurten()[buurt].by_theme[theme].at(age);
        if (state == CellState::not_asked || state == CellState::stale) open.push_back({buurt, theme, age});
      }
    }
  }
  return open;
}

bool knows(Answerer const& answerer, SlowCell const& cell) {
  return std::ranges::binary_search(answerer.buurten, cell.buurt) &&
         std::ranges::binary_search(answerer.themes, cell.theme) && (answerer.ages >> cell.age & 1);
}

bool asks(Atlas const& atlas, Completeness const& known, Question const& question, SlowCell const& cell) {
  auto const buurt = known.buurten()[cell.buurt].area;
  return question.theme == known.themes()[cell.theme] && question.ages.contains(cell.age) &&
         std::ranges::any_of(question.areas, [&](auto area) { return atlas.areas().lies_in(buurt, area); });
}

}  // namespace

RC_GTEST_PROP(Questions, answer_every_open_cell_by_as_few_as_the_best_of_all_choices, ()) {
  auto const draft = any_organisations();
  auto const atlas = draft.atlas();
  Completeness const known(atlas, our_ecosystem, day_of_asking);
  auto const answerers = answerers_of(atlas, our_ecosystem, known);
  auto open = slow_open_cells(known);
  auto const list = shortest_questions(atlas, our_ecosystem, known);
  RC_ASSERT(list.open_cells == open.size());
  std::size_t unanswered = 0;
  for (auto const& question : list.nobody_knows) unanswered += question.cells;
  auto const known_by_nobody = std::erase_if(open, [&](SlowCell const& cell) {
    return std::ranges::none_of(answerers, [&](auto const& one) { return knows(one, cell); });
  });
  RC_ASSERT(unanswered == known_by_nobody);
  for (auto const& cell : open) {
    RC_ASSERT(std::ranges::any_of(list.to, [&](QuestionsTo const& to) {
      auto const& who = *std::ranges::find(answerers, to.organisation, &Answerer::organisation);
      return knows(who, cell) && std::ranges::any_of(to.questions, [&](Question const& question) {
               return asks(atlas, known, question, cell);
             });
    }));
  }
  auto fewest = answerers.size();
  for (std::uint32_t chosen = 0; chosen < 1U << answerers.size(); ++chosen) {
    bool const all = std::ranges::all_of(open, [&](SlowCell const& cell) {
      for (std::size_t i = 0; i < answerers.size(); ++i) {
        if ((chosen >> i & 1) && knows(answerers[i], cell)) return true;
      }
      return false;
    });
    if (all) fewest = std::min(fewest, static_cast<std::size_t>(std::popcount(chosen)));
  }
  RC_ASSERT(list.shortest());
  RC_ASSERT(list.to.size() == fewest);
}

}  // namespace wegwijzer
