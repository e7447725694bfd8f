// SPDX-License-Identifier: EUPL-1.2
// The four questions about inequality in a drawn town: what their pages and the paper say is what was
// reckoned.
#include <gmock/gmock.h>

#include <chrono>
#include <thread>

#include "kit/drawn_atlas.h"
#include "kit/printed_words.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "web/charts.h"
#include "web/opportunity_parts.h"
#include "web/phrases.h"
#include "web/site.h"

namespace wegwijzer::web {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

namespace {

// Three buurten of one gemeente: in the east all that there is, in the west children who must go far, and a
// farm with two children.
class InequalityPages : public testing::Test {
 protected:
  InequalityPages() {
    draft_.add_buurt_between('H', 'I', "BU00010101", "West");
    draft_.add_buurt_between('A', 'B', "BU00010102", "Oost");
    draft_.add_buurt_between('F', 'F', "BU00010103", "Boerderij");
    draft_.areas().push_back(a_buurt("GM0001", "Waterveen"));
    draft_.add_home('H', "BU00010101", 9, 20);
    draft_.add_home('A', "BU00010102", 9, 20);
    draft_.add_home('F', "BU00010103", 9, 2);
    draft_.add_venue('A', draft_.organisation());
    for (auto const* title : {"Robotclub", "Proefjes"}) {
      Offering offering = draft_.an_offering_at('A')
                              .titled(title)
                              .about("robotics")
                              .for_ages(6, 12)
                              .when("elke zaterdag 10:00-12:00");
      draft_.add(offering);
    }
    reckon({});
  }

  void reckon(OpportunityParameters const& parameters) {
    auto const atlas = std::make_shared<Atlas const>(draft_.atlas());
    auto model = std::make_shared<OpportunityModel const>(atlas, parameters, local_date(clock_.now()), 1);
    atlas_ = atlas;
    opportunities_ = std::make_shared<Opportunities const>(std::move(model), 1);
  }

  http::Response ask(std::string const& path, std::string const& query = "") {
    Site const site([&] { return atlas_; }, *store_, clock_, {}, Languages::compiled_in(),
                    [&] { return opportunities_; });
    http::Request request;
    request.path = *http::Path::parse(path);
    request.query = *http::Parameters::parse(query);
    return site.answer(request);
  }

  std::string text(std::string const& path, std::string const& query = "") {
    return std::string(ask(path, query).body.bytes());
  }

  InequalityOfPlace reckoned(ChildWish const& wish = {}) {
    return *opportunities_->inequality(*atlas_->areas().find(*AreaCode::parse("GM0001")), wish);
  }

  // Until it is known how sure the figures are.
  InequalityOfPlace sure(ChildWish const& wish = {}) {
    for (int tries = 0; tries < 6'000; ++tries) {
      if (auto found = reckoned(wish); found.sure) return found;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    throw Broken("how sure it is was not found out within a minute");
  }

  std::string area_mean(char const* code) {
    auto const place = reckoned();
    auto const area = *atlas_->areas().find(*AreaCode::parse(code));
    auto const at = std::ranges::find(place.population->areas, area) - place.population->areas.begin();
    return rounded_opportunities(language("nl"), place.figures->area_means[static_cast<std::size_t>(at)]);
  }

  static std::string decimal_of(double value, int digits) { return decimal(language("nl"), value, digits); }

  AtlasDraft draft_{"F-H-I-----------------A-B"};
  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::shared_ptr<Atlas const> atlas_;
  std::shared_ptr<Opportunities const> opportunities_;
};

}  // namespace

TEST_F(InequalityPages, say_who_has_least) {
  auto const page = text("/opportunity/GM0001/least", "age=9");
  auto const answer = page.substr(page.find("class=\"answer\""), 600);
  EXPECT_THAT(answer, HasSubstr("Kinderen in West hebben het minst"));
  EXPECT_LT(page.find(">West</a>"), page.find(">Oost</a>")) << "with the least on top";
  EXPECT_GT(page.find(">Boerderij</a>"), page.find("Gebieden met minder dan 10")) << "in no order";
  auto const figures = reckoned({AgeRange{9, 9}}).figures;
  EXPECT_THAT(page, HasSubstr("Hier is hij " + decimal_of(figures->spread.gini, 2)));
}

TEST_F(InequalityPages, leave_the_same_areas_grey_on_each_map_and_out_of_each_table) {
  for (auto const* below : {"", "/least"}) {
    auto const page = text(std::string("/opportunity/GM0001") + below, "age=9");
    EXPECT_THAT(page,
                ContainsRegex("class=\"shade-none\"[^>]*><title>Boerderij: te weinig kinderen</title>"));
    EXPECT_THAT(page, HasSubstr("</svg>te weinig kinderen</li>")) << "in the legend";
    EXPECT_THAT(page, HasSubstr("Alleen buurten met 10 of meer van deze kinderen staan in de rij."));
    EXPECT_THAT(page, Not(ContainsRegex("class=\"shade-[0-9]\"[^>]*><title>Boerderij")));
  }
}

TEST_F(InequalityPages, show_figures_at_once_and_how_sure_they_are_later) {
  auto const before = text("/opportunity/GM0001/sure");
  EXPECT_THAT(before, HasSubstr("<progress id=\"draws\" max=\"200\""));
  EXPECT_THAT(before, HasSubstr("href=\"/opportunity/GM0001/sure\">Laad opnieuw</a>"));
  EXPECT_THAT(before, Not(HasSubstr("http-equiv")))
      << "a page that loads itself is taken from who reads slowly";
  auto const found = *sure().sure;
  auto const after = text("/opportunity/GM0001/sure");
  EXPECT_THAT(after, Not(HasSubstr("<progress")));
  EXPECT_THAT(after, HasSubstr("Dit is niet zeker"));
  EXPECT_THAT(after, HasSubstr("In West hebben kinderen minder dan in Oost, in minstens 9 van de 10"));
  EXPECT_THAT(after, HasSubstr("Meet dit eerst"));
  auto const gini = decimal_of(found.low.spread.gini, 2) + " tot " + decimal_of(found.high.spread.gini, 2);
  EXPECT_THAT(after, HasSubstr("de Gini (0 is gelijk, 1 is heel ongelijk), kan " + gini + " zijn"));
  EXPECT_THAT(text("/opportunity/GM0001/least"),
              HasSubstr("(" + decimal_of(found.low.spread.gini, 2) + "\u00a0tot\u00a0"));
}

TEST_F(InequalityPages, say_what_inequality_comes_from) {
  auto const place = reckoned({AgeRange{9, 9}});
  auto const& figures = *place.figures;
  auto const most = std::ranges::max_element(figures.shares) - figures.shares.begin();
  auto const factor = choice_phrase(language("nl"), "factor.", static_cast<Factor>(most));
  auto const page = text("/opportunity/GM0001/why", "age=9");
  EXPECT_THAT(page, HasSubstr("Het meeste verschil komt van de vraag ‘" + factor + "’: " +
                              percentage(language("nl"), figures.shares[most] / figures.spread.gini)));
  EXPECT_THAT(page, HasSubstr("Tussen buurten"));
  EXPECT_THAT(page, Not(HasSubstr("Leeftijd</th>"))) << "all are nine";
  EXPECT_THAT(page, HasSubstr("Je mag ze niet optellen"));
}

TEST_F(InequalityPages, say_what_would_change_it_and_where_to_begin) {
  auto const place = reckoned();
  auto const& levers = place.figures->levers;
  auto const best = std::ranges::max_element(levers, {}, &LeverFigures::least_fifth) - levers.begin();
  auto const page = text("/opportunity/GM0001/change");
  EXPECT_THAT(page, HasSubstr("als dit overal zo was: " +
                              choice_phrase(language("nl"), "lever_all.", static_cast<Lever>(best))));
  EXPECT_THAT(page, HasSubstr("href=\"/opportunity/BU00010101\">Kansen in West</a>"));
  EXPECT_THAT(page, Not(HasSubstr("Overal de hulp die nodig is"))) << "nobody knows how many need it";
}

TEST_F(InequalityPages, say_nothing_of_hardly_any_children) {
  auto const page = text("/opportunity/GM0001/why", "age=9&going=foot&speaks=en");
  EXPECT_THAT(page, HasSubstr("te weinig van zulke kinderen"));
  EXPECT_THAT(page, Not(HasSubstr("Het antwoord")));
}

TEST_F(InequalityPages, keep_which_children_are_meant_and_leave_out_what_nobody_counts) {
  auto const page = text("/opportunity/GM0001/why", "age=9&going=bicycle&access=wheelchair");
  EXPECT_THAT(page,
              HasSubstr("Wat een kind nodig heeft, en welke andere taal het spreekt, telt hier niet mee"));
  EXPECT_THAT(page, HasSubstr("/opportunity/GM0001/change?age=9&amp;going=bicycle\""));
  EXPECT_THAT(page, HasSubstr("/opportunity/GM0001/figures.csv?age=9&amp;going=bicycle\""));
  EXPECT_THAT(page, HasSubstr("/opportunity/GM0001/method?age=9&amp;going=bicycle\""));
  EXPECT_THAT(page, Not(HasSubstr("name=\"access\"")));
  EXPECT_THAT(page, HasSubstr("aria-current=\"page\" href=\"/opportunity/GM0001/why?age=9"));
}

TEST_F(InequalityPages, of_a_buurt_are_those_of_its_gemeente) {
  auto const answer = ask("/en/opportunity/BU00010102/least", "age=9");
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.headers.first("Location"), "/en/opportunity/GM0001/least?age=9");
}

TEST_F(InequalityPages, are_two_pages_on_paper_with_and_without_how_sure) {
  for (auto const* before : {"", "/en", "/ar"}) {
    auto const file =
        written(folder_.path("summary.pdf"), text(std::string(before) + "/opportunity/GM0001/summary.pdf"));
    EXPECT_THAT(said_by("pdfinfo " + file.string()), HasSubstr("Pages:           2\n")) << before;
  }
  sure();
  auto const file = written(folder_.path("summary.pdf"), text("/opportunity/GM0001/summary.pdf")).string();
  EXPECT_THAT(said_by("pdfinfo " + file), HasSubstr("Pages:           2\n"));
  auto const said = said_by("pdftotext -layout " + file + " -");
  for (auto const* part : {"Ongelijke kansen in Waterveen", "Kinderen in West hebben het minst", "Waarom?",
                           "Wat zou het veranderen?", "Dit is zeker", "Dit is niet zeker",
                           "Dit weten we niet", "Meet dit eerst", "Zo rekenen we", "versie 0.1.0"}) {
    EXPECT_THAT(said, HasSubstr(part));
  }
}

// Before and after it is known how sure they are.
TEST_F(InequalityPages, round_as_the_overview_does) {
  auto const amounts = [&] {
    auto const west = area_mean("BU00010101");
    EXPECT_THAT(text("/opportunity/GM0001"), HasSubstr(">West</a></th><td>" + west + "</td>"));
    return text("/opportunity/GM0001/least");
  };
  auto const west = area_mean("BU00010101");
  EXPECT_THAT(amounts(), HasSubstr("</span></th><td>" + west + "<")) << "with margins or before them";
  sure();
  EXPECT_THAT(amounts(), HasSubstr("</span></th><td>" + west + "<span class=\"below\">("));
}

TEST_F(InequalityPages, show_the_range_that_was_drawn_from) {
  OpportunityParameters own;
  own.known_without_channels = 0.95;  // above all that is usual
  reckon(own);
  sure();
  EXPECT_THAT(text("/opportunity/GM0001/sure"),
              HasSubstr("<td>95%<span class=\"below\">(10% tot 95%)</span></td>"));
  EXPECT_THAT(text("/opportunity/GM0001/method"),
              HasSubstr("eigen waarde · <code dir=\"ltr\">known_without_channels</code></span></th>"
                        "<td>95%<span class=\"below\">(10% tot 95%)</span></td>"));
}

// Who may go nowhere has nothing: half of the children, so that there is nothing to divide by.
TEST_F(InequalityPages, say_in_words_that_those_with_least_have_nothing) {
  OpportunityParameters own;
  own.longest_journey = 5;
  own.half_at = 0;
  reckon(own);
  EXPECT_EQ(reckoned().figures->spread.palma, std::nullopt);
  auto const page = text("/opportunity/GM0001/least");
  EXPECT_THAT(page, HasSubstr("De veertig procent met de minste kansen heeft samen niets"));
  EXPECT_THAT(page, Not(HasSubstr("keer zoveel als de veertig procent")));
  auto const paper = written(folder_.path("summary.pdf"), text("/opportunity/GM0001/summary.pdf")).string();
  EXPECT_THAT(said_by("pdftotext " + paper + " -"), Not(HasSubstr("inf")));
  EXPECT_THAT(text("/opportunity/GM0001/figures.csv"), Not(HasSubstr(",inf")));
}

TEST_F(InequalityPages, say_what_is_wrong_in_an_address) {
  for (std::string const below : {"least", "why", "sure", "change", "summary.pdf"}) {
    EXPECT_EQ(ask("/opportunity/GM0001/" + below, "age=40").status, 400) << below;
    EXPECT_EQ(ask("/opportunity/GM0001/" + below, "going=car").status, 400) << below;
    EXPECT_EQ(ask("/opportunity/GM9999/" + below).status, 404) << below;
    auto const nobody = ask("/opportunity/GM0001/" + below, "age=4");
    EXPECT_EQ(nobody.status, 404) << below;
    EXPECT_THAT(std::string(nobody.body.bytes()), HasSubstr("Hier is niet bekend of er kinderen wonen"));
  }
  opportunities_ = nullptr;
  EXPECT_EQ(ask("/opportunity/GM0001/least").status, 503);
}

}  // namespace wegwijzer::web
