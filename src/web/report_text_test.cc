// SPDX-License-Identifier: EUPL-1.2
// Reports of a town where everything has a long name, as poppler finds them on paper.
#include "web/report_text.h"

#include <gmock/gmock.h>

#include <chrono>
#include <thread>

#include "kit/drawn_atlas.h"
#include "kit/printed_words.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "web/site.h"

namespace wegwijzer::web {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr int buurten = 25;

// Twenty-five buurten of one gemeente, and as many activities for all of them.
class ReportPaper : public testing::Test {
 protected:
  ReportPaper() {
    draft_.provider().name = "Stichting tot bevordering van de natuurwetenschappelijke vorming in het oosten";
    draft_.areas().push_back(a_buurt("GM0001", "Nieuw-Waterveen-aan-den-Rijn en omliggende dorpen"));
    for (int i = 0; i < buurten; ++i) {
      auto const letter = static_cast<char>('A' + i);
      auto const code = fmt::format("BU000101{:02}", i + 1);
      auto const name = fmt::format("Bedrijventerrein Noordoosterkwartier en verspreide huizen {}", i + 1);
      draft_.add_buurt_between(letter, letter, code.c_str(), name);
      draft_.add_home(letter, code.c_str(), 9, 20);
      Offering offering =
          draft_.an_offering_at(letter)
              .titled(
                  fmt::format("Natuurwetenschappelijke onderzoeksclub en sterrenkundewerkgroep {}", i + 1))
              .about(i % 2 == 0 ? "robotics" : "nature")
              .for_ages(4, 14)
              .costing({})
              .at_stage(Stage::introduce)
              .when("elke zaterdag 10:00-12:00");
      draft_.add(offering);
    }
    atlas_ = std::make_shared<Atlas const>(draft_.atlas());
    auto model = std::make_shared<OpportunityModel const>(atlas_, OpportunityParameters(),
                                                          local_date(clock_.now()), 1);
    opportunities_ = std::make_shared<Opportunities const>(std::move(model), 1);
  }

  http::Response ask(std::string const& path, std::string const& query = "") {
    Site const site([&] { return atlas_; }, *store_, clock_, address_, Languages::compiled_in(),
                    [&] { return opportunities_; });
    http::Request request;
    request.path = *http::Path::parse(path);
    request.query = *http::Parameters::parse(query);
    return site.answer(request);
  }

  std::string paper(std::string const& path, std::string const& query = "") {
    return written(folder_.path("report.pdf"), std::string(ask(path, query).body.bytes())).string();
  }

  AtlasDraft draft_{"A-B-C-D-E-F-G-H-I-J-K-L-M-N-O-P-Q-R-S-T-U-V-W-X-Y"};
  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::optional<PublicAddress> address_ = *PublicAddress::parse("https://wegwijzer.example");
  std::shared_ptr<Atlas const> atlas_;
  std::shared_ptr<Opportunities const> opportunities_;
};

std::string said_of(std::string const& file) {
  return said_by("pdftotext -layout " + file + " -");
}

}  // namespace

TEST_F(ReportPaper, is_two_pages_in_every_language_with_nothing_cut_off) {
  for (auto const* of : {"BU00010101", "GM0001"}) {
    for (auto const& language : Languages::compiled_in().all()) {
      auto const before = language->dutch() ? "" : "/" + language->tag();
      for (auto const* query : {"", "age=9&going=foot&purse=little&speaks=other"}) {
        auto const file = paper(before + "/opportunity/" + of + "/report.pdf", query);
        SCOPED_TRACE(before + " " + of + " " + query);
        EXPECT_THAT(said_by("pdfinfo " + file), HasSubstr("Pages:           2\n"));
        auto const words = printed_words(file);
        EXPECT_EQ(written_outside(words, 25, print::page_width, print::page_height),
                  std::vector<std::string>());
        if (!language->right_to_left()) {
          EXPECT_EQ(written_over_another(words), std::vector<std::string>());
        }
      }
    }
  }
}

// At first without how sure it is; when that has been reckoned there is more to say.
TEST_F(ReportPaper, about_inequality_is_two_pages_in_every_language_with_nothing_cut_off) {
  auto const whole = *atlas_->areas().find(*AreaCode::parse("GM0001"));
  for (bool const sure : {false, true}) {
    for (int tries = 0; sure && tries < 6'000 && !opportunities_->inequality(whole, {})->sure; ++tries) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    for (auto const& language : Languages::compiled_in().all()) {
      auto const before = language->dutch() ? "" : "/" + language->tag();
      auto const file = paper(before + "/opportunity/GM0001/summary.pdf");
      SCOPED_TRACE(before + (sure ? " sure" : " not sure yet"));
      EXPECT_THAT(said_by("pdfinfo " + file), HasSubstr("Pages:           2\n"));
      auto const words = printed_words(file);
      EXPECT_EQ(written_outside(words, 25, print::page_width, print::page_height),
                std::vector<std::string>());
      if (!language->right_to_left()) {
        EXPECT_EQ(written_over_another(words), std::vector<std::string>());
      }
    }
  }
  EXPECT_THAT(said_by("pdfinfo -url " + paper("/opportunity/GM0001/summary.pdf", "age=9")),
              HasSubstr("https://wegwijzer.example/opportunity/GM0001/least?age=9"));
}

TEST_F(ReportPaper, of_a_buurt_answers_explains_and_says_what_helps) {
  auto const said = said_of(paper("/opportunity/BU00010101/report.pdf", "age=9"));
  for (auto const* part :
       {"Kansen in Bedrijventerrein", "Over kinderen van 9 jaar.", "Van de 25 buurten",
        "Van alles wat er is naar kansen", "Waarom is dat zo?", "Wat helpt het meest?", "Bladzijde 1 van 2",
        "Welke drempel houdt wie tegen?", "Is er altijd een volgende stap?", "De drietrapsraket",
        "De activiteiten achter dit getal", "Het is een berekening, geen telling",
        "wegwijzer.example/opportunity/BU00010101", "Bladzijde 2 van 2"}) {
    EXPECT_THAT(said, HasSubstr(part));
  }
}

// Of 25 areas the first ten and the last ten.
TEST_F(ReportPaper, of_a_gemeente_shows_the_areas_with_least_and_with_most) {
  auto const whole = *atlas_->areas().find(*AreaCode::parse("GM0001"));
  auto const overview = *opportunity_overview(*opportunities_, whole, {}, FunnelStage::supported);
  View const view{*atlas_, language("nl"), {date(2026, 11, 24), {600}}};
  auto const least = *opportunity_report(*opportunities_, overview.areas.front().area, {}, 5);
  auto const drawn = overview_text(view, {whole, {}}, overview, least);
  auto const& rows = std::get<print::Table>(drawn.pages[1].bands[0].first.shown).rows;
  auto const line = [&](std::size_t place) {
    return fmt::format("{}. {}", place, atlas_->areas()[overview.areas[place - 1].area].name);
  };
  ASSERT_EQ(rows.size(), 21U);
  EXPECT_EQ(rows[0][0], line(1));
  EXPECT_EQ(rows[9][0], line(10));
  EXPECT_EQ(rows[10][0], "… 5 buurten ertussen");
  EXPECT_EQ(rows[11][0], line(16));
  EXPECT_EQ(rows[20][0], line(25));
}

TEST_F(ReportPaper, without_an_address_of_the_site_has_neither_code_nor_link) {
  EXPECT_THAT(said_by("pdfinfo -url " + paper("/opportunity/GM0001/report.pdf")),
              HasSubstr("https://wegwijzer.example/opportunity/GM0001"));
  address_.reset();
  auto const file = paper("/opportunity/GM0001/report.pdf");
  EXPECT_THAT(said_by("pdfinfo -url " + file), Not(HasSubstr("http")));
  EXPECT_THAT(said_of(file), Not(HasSubstr("de activiteiten erachter:")));
}

TEST_F(ReportPaper, says_what_is_wrong_in_its_address) {
  EXPECT_EQ(ask("/opportunity/BU00010101/report.pdf").headers.first("Content-Type"), "application/pdf");
  EXPECT_EQ(ask("/opportunity/BU99999999/report.pdf").status, 404);
  EXPECT_EQ(ask("/opportunity/buurt/report.pdf").status, 404);
  for (auto const* wrong : {"age=40", "going=car", "purse=full", "speaks=dog"}) {
    EXPECT_EQ(ask("/opportunity/BU00010101/report.pdf", wrong).status, 400) << wrong;
    EXPECT_EQ(ask("/opportunity/GM0001/report.pdf", wrong).status, 400) << wrong;
  }
  opportunities_ = nullptr;
  EXPECT_EQ(ask("/opportunity/BU00010101/report.pdf").status, 503);
}

}  // namespace wegwijzer::web
