// SPDX-License-Identifier: EUPL-1.2
// The pages about releases, of releases that are written here by hand.
#include <gtest/gtest.h>

#include <limits>
#include <regex>

#include "exchange/draws_csv.h"
#include "exchange/funnel_csv.h"
#include "kit/drawn_atlas.h"
#include "kit/golden.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "usecases/release/compare.h"
#include "usecases/release/make.h"
#include "web/site.h"

namespace wegwijzer::web {

namespace {

class ReleasePages : public testing::Test {
 protected:
  ReleasePages() {
    AtlasDraft draft("H-I-----A-B");
    draft.add_buurt_between('H', 'I', "BU00010101", "West");
    draft.add_buurt_between('A', 'B', "BU00010102", "Oost");
    draft.areas().push_back(a_buurt("GM0001", "Waterveen"));
    atlas_ = std::make_shared<Atlas const>(draft.atlas());
  }

  // West has 30 children of one kind, Oost 10.
  struct Said {
    double west = 1;  // known of two within reach
    double oost = 1;
    std::vector<FigureRow> figures{};
    OpportunityParameters parameters{};
    std::vector<DrawnRow> draws{};
    char const* note = "";
    char const* versions = "1";
    Date day = date(2026, 6, 1);
  };

  std::string keep(Said const& said) {
    Id<FigureRelease> const id(ids_.next());
    auto release = a_figure_release(id, said.day);
    auto const left = [](double known) { return std::array{2.0, known, known, known, known}; };
    release.head.note = said.note;
    release.head.versions = said.versions;
    release.files.figures = write_figures_csv(said.figures);
    release.files.parameters = parameters_csv(said.parameters);
    release.files.funnel = write_funnel_csv(
        std::vector<FunnelRow>{{*AreaCode::parse("BU00010101"), "9-foot-enough-dutch", 30, left(said.west)},
                               {*AreaCode::parse("BU00010102"), "9-foot-enough-dutch", 10, left(said.oost)}});
    release.files.draws = write_draws_csv(said.draws);
    release.head.checksum = checksum_of(release);
    EXPECT_TRUE(store_->add(release));
    return wegwijzer::text(id);
  }

  http::Response ask(std::string const& path, std::string const& query = "") {
    Site const site([&] { return atlas_; }, *store_, clock_);
    http::Request request;
    request.path = *http::Path::parse(path);
    request.query = *http::Parameters::parse(query);
    return site.answer(request);
  }

  std::string page(std::string const& path, std::string const& query = "") {
    return std::string(ask("/opportunity/GM0001/releases" + path, query).body.bytes());
  }

  std::string steady(std::string const& path, std::string const& query = "") {
    return std::regex_replace(page(path, query), std::regex("/assets/[0-9a-f]{16}/"), "/assets/…/");
  }

  static std::vector<FigureRow> figures(double mean, double gini) {
    return {{"children", 1, "", 40, 38, 42},
            {"mean", 1, "", mean, mean - 0.1, mean + 0.1},
            {"gini", 1, "", gini, gini - 0.1, gini + 0.1},
            {"gini_share", 1, "visibility", gini, gini - 0.1, gini + 0.1},
            {"amount", 1, "BU00010101", 1, 0.9, 1.1}};
  }

  // In Oost twice as much is known afterwards: a mean of 1.25, and a Gini of 0.15 over two neighbourhoods.
  std::string two_that_may_be_compared() {
    auto const before = keep({.figures = figures(1, 0.02), .note = "Voor de <zomer>"});
    auto const after = keep({.oost = 2, .figures = figures(1.25, 0.18), .day = date(2026, 9, 1)});
    return "from=" + before + "&to=" + after;
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::shared_ptr<Atlas const> atlas_;
};

}  // namespace

TEST_F(ReleasePages, say_when_there_are_none) {
  EXPECT_NE(page("").find("Er zijn nog geen uitgaven"), std::string::npos);
  EXPECT_EQ(ask("/opportunity/GM0009/releases").status, 404);
}

TEST_F(ReleasePages, look_as_they_did) {
  auto const two = two_that_may_be_compared();
  expect_golden("web/releases.html", steady(""));
  expect_golden("web/compared_releases.html", steady("/compare", two));
  expect_golden("web/compared_releases.csv", page("/compare.csv", two));
}

TEST_F(ReleasePages, compare_the_last_two_when_none_are_named) {
  EXPECT_NE(page("/compare").find("Er zijn nog geen uitgaven"), std::string::npos);
  two_that_may_be_compared();
  EXPECT_NE(page("/compare").find("eerst 1,000, daarna 1,250"), std::string::npos);
}

TEST_F(ReleasePages, give_the_files_as_they_were_kept) {
  auto const id = keep({.figures = figures(1, 0.02)});
  auto const kept = *store_->figure_release(*Id<FigureRelease>::parse(id));
  EXPECT_EQ(page("/" + id + "/figures.csv"), kept.files.figures);
  EXPECT_EQ(page("/" + id + "/method.json"), kept.files.method);
  EXPECT_EQ(page("/" + id + "/parameters.csv"), kept.files.parameters);
  EXPECT_EQ(page("/" + id + "/funnel.csv"), kept.files.funnel);
  EXPECT_EQ(page("/" + id + "/draws.csv"), kept.files.draws);
  auto const answer = ask("/opportunity/GM0001/releases/" + id + "/figures.csv");
  EXPECT_NE(answer.headers.first("Content-Disposition")->find("release-GM0001-2026-06-01-figures.csv"),
            std::string::npos);
  EXPECT_EQ(ask("/opportunity/BU00010101/releases/" + id + "/figures.csv").status, 404) << "of another place";
}

TEST_F(ReleasePages, say_in_words_what_changed_and_why) {
  auto const words = page("/compare", two_that_may_be_compared());
  for (auto const* said :
       {"Deze twee mag je vergelijken", "Kinderen hebben gemiddeld meer kansen: eerst 1,000, daarna 1,250.",
        "De richting is zeker, als de kaart klopt", "Het komt het meest door: of gezinnen ervan weten.",
        "De kansen zijn ongelijker verdeeld", "Voor de &lt;zomer&gt;"}) {
    EXPECT_NE(words.find(said), std::string::npos) << said;
  }
}

TEST_F(ReleasePages, do_not_claim_a_change_that_may_be_nothing) {
  auto const before = keep({.figures = figures(1, 0.02)});
  auto const after = keep({.oost = 1.2, .figures = figures(1.05, 0.05)});
  auto const words = page("/compare", "from=" + before + "&to=" + after);
  EXPECT_NE(words.find("te klein om zeker te weten"), std::string::npos);
  EXPECT_EQ(words.find("groter dan de marges"), std::string::npos);
}

TEST_F(ReleasePages, subtract_nothing_of_other_versions) {
  auto other = figures(1.25, 0.18);
  other[2].version = 2;
  auto const before = keep({.figures = figures(1, 0.02)});
  auto const after = keep({.oost = 2, .figures = other});
  auto const words = page("/compare", "from=" + before + "&to=" + after);
  EXPECT_EQ(words.find("Deze twee mag je vergelijken"), std::string::npos);
  EXPECT_NE(words.find("Ongelijkheid (Gini, 0 is gelijk): 1 → 2"), std::string::npos);
  EXPECT_NE(words.find("We vergelijken dit cijfer niet: Ongelijkheid (Gini"), std::string::npos);
  EXPECT_NE(words.find("niet te vergelijken"), std::string::npos);
  auto const row = words.substr(words.find("<th scope=\"row\">Ongelijkheid (Gini"));
  EXPECT_GT(row.find("+0,160"), row.find("</tr>")) << "that of one question may be subtracted";
}

TEST_F(ReleasePages, say_between_what_a_change_lies_that_was_reckoned_in_each_draw) {
  auto const draws = [](std::vector<double> mean) {
    return std::vector<DrawnRow>{{"mean", 1, "", std::move(mean)}, {"parameter", 1, "half_at", {5, 10, 20}}};
  };
  std::vector<FigureRow> const from{{"mean", 1, "", 1, 0.5, 1.5}}, to{{"mean", 1, "", 1.2, 0.6, 1.8}};
  auto const before = keep({.figures = from, .draws = draws({0.5, 1, 1.5})});
  auto const after = keep({.oost = 2, .figures = to, .draws = draws({0.6, 1.2, 1.8})});
  auto const words = page("/compare", "from=" + before + "&to=" + after);
  EXPECT_NE(words.find("De richting is zeker, als de kaart klopt"), std::string::npos);
  EXPECT_NE(words.find("+0,110 tot +0,290"), std::string::npos);
}

TEST_F(ReleasePages, call_other_parameters_a_scenario_and_name_them) {
  OpportunityParameters free;
  free.waiver_works = 1;
  auto const before = keep({.figures = figures(1, 0.02)});
  auto const after = keep({.oost = 2, .figures = figures(1.25, 0.18), .parameters = free});
  auto const words = page("/compare", "from=" + before + "&to=" + after);
  EXPECT_NE(words.find("hoe vaak een regeling echt betaalt als dat zou kunnen "
                       "(<code dir=\"ltr\">waiver_works</code>): 0,6 → 1"),
            std::string::npos);
  EXPECT_NE(words.find("Scenario: waar het verschil vandaan komt"), std::string::npos);
}

TEST_F(ReleasePages, say_that_nothing_changed_and_show_no_tables_of_zeros) {
  auto const same = figures(1, 0.02);
  auto const from = keep({.figures = same}), to = keep({.figures = same, .day = date(2026, 9, 1)});
  auto const words = page("/compare", "from=" + from + "&to=" + to);
  EXPECT_NE(words.find("Er is niets veranderd"), std::string::npos);
  EXPECT_EQ(words.find("<table"), std::string::npos);
  EXPECT_EQ(page("/compare", two_that_may_be_compared()).find("Er is niets veranderd"), std::string::npos);
}

TEST_F(ReleasePages, name_the_figures_that_have_another_version) {
  keep({.figures = figures(1, 0.02), .versions = "1, mean 2, gini 2, lost 3"});
  auto const words = page("");
  EXPECT_NE(
      words.find("<li>Versie 2: Gemiddeld aantal kansen per kind; Ongelijkheid (Gini, 0 is gelijk)</li>"),
      std::string::npos);
  EXPECT_NE(words.find("<li>Versie 3: lost</li>"), std::string::npos)
      << "one that this program no longer has";
  EXPECT_NE(words.find("<li>Versie 1: de andere cijfers</li>"), std::string::npos);
}

// Palma where the four tenths with least have nothing, now or in some of the draws.
TEST_F(ReleasePages, say_in_words_what_is_no_number) {
  constexpr auto no_end = std::numeric_limits<double>::infinity();
  auto before = figures(1, 0.02), after = figures(1.25, 0.18);
  before.push_back({"palma", 1, "", 4, 2, no_end});
  after.push_back({"palma", 1, "", std::nullopt, 3, no_end});
  auto const from = keep({.figures = before}), to = keep({.oost = 2, .figures = after});
  auto const words = page("/compare", "from=" + from + "&to=" + to);
  EXPECT_NE(
      words.find("<td>4,000<span class=\"below\">(2,000 tot geen grens)</span></td><td>geen getal</td>"),
      std::string::npos);
  EXPECT_NE(words.find("Hoeveel keer zoveel andere kinderen hebben, is dan niet te zeggen"),
            std::string::npos);
  EXPECT_EQ(page("").find("inf"), std::string::npos);
  EXPECT_EQ(page("/" + to + "/figures.csv").find(",inf"), std::string::npos);
}

TEST_F(ReleasePages, explain_what_is_sure_and_why_two_may_be_too_different) {
  auto const words = page("");
  EXPECT_NE(words.find("Waarom kun je twee uitgaven niet altijd vergelijken?"), std::string::npos);
  EXPECT_NE(words.find("Wat betekent ‘zeker’?"), std::string::npos);
}

TEST_F(ReleasePages, do_not_compare_a_release_with_itself) {
  auto const one = keep({.figures = figures(1, 0.02)});
  EXPECT_EQ(ask("/opportunity/GM0001/releases/compare", "from=" + one + "&to=" + one).status, 400);
  EXPECT_NE(page("/compare", "from=" + one + "&to=" + one).find("twee keer dezelfde uitgave"),
            std::string::npos);
}

TEST_F(ReleasePages, name_the_release_that_is_not_there) {
  auto const one = keep({.figures = figures(1, 0.02)});
  EXPECT_EQ(ask("/opportunity/GM0001/releases/compare", "from=" + one).status, 404);
  EXPECT_EQ(ask("/opportunity/GM0001/releases/compare", "from=" + one + "&to=niets").status, 404);
  EXPECT_EQ(ask("/opportunity/GM0001/releases/niets/figures.csv").status, 404);
}

}  // namespace wegwijzer::web
