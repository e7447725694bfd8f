// SPDX-License-Identifier: EUPL-1.2
// The pages about opportunities of a drawn town: what they say is what the analysis found.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <thread>

#include "base/checksum.h"
#include "kit/drawn_atlas.h"
#include "kit/golden.h"
#include "kit/temporary_folder.h"
#include "opportunity/indicators.h"
#include "storage/sqlite_store.h"
#include "usecases/opportunity/report.h"
#include "web/opportunity_parts.h"
#include "web/site.h"

namespace wegwijzer::web {

namespace {

// Two buurten of one gemeente: in the east all that there is, in the west children who must go far.
class OpportunityPages : public testing::Test {
 protected:
  explicit OpportunityPages(char const* streets = "H-I-----------------A-B") : draft_(streets) {
    draft_.add_buurt_between('H', 'I', "BU00010101", "West");
    draft_.add_buurt_between('A', 'B', "BU00010102", "Oost");
    draft_.areas().push_back(a_buurt("GM0001", "Waterveen"));
    draft_.add_home('H', "BU00010101", 9, 20);
    draft_.add_home('A', "BU00010102", 9, 20);
    draft_.add_venue('A', draft_.organisation());
    add('A', "Robotclub", "robotics", Stage::belong);
    first_ = add('B', "Proefjes", "chemistry", Stage::introduce);
    add('B', "Muziekles", "music", Stage::deepen);
    reckon();
  }

  // The opportunities of the town as it is drawn now.
  void reckon() {
    auto const atlas = std::make_shared<Atlas const>(draft_.atlas());
    auto model =
        std::make_shared<OpportunityModel const>(atlas, OpportunityParameters(), local_date(clock_.now()), 1);
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

  // The address of the style sheet changes with its bytes.
  std::string steady(std::string const& path, std::string const& query = "") {
    return std::regex_replace(text(path, query), std::regex("/assets/[0-9a-f]{16}/"), "/assets/…/");
  }

  Id<Offering> add(char letter, char const* title, char const* theme, Stage stage) {
    Offering offering = draft_.an_offering_at(letter)
                            .titled(title)
                            .about(theme)
                            .for_ages(6, 12)
                            .costing({})
                            .at_stage(stage)
                            .when("elke zaterdag 10:00-12:00");
    return draft_.add(offering);
  }

  AtlasDraft draft_;
  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::shared_ptr<Atlas const> atlas_;
  std::shared_ptr<Opportunities const> opportunities_;
  Id<Offering> first_;
};

class OpportunityPagesWithoutPavement : public OpportunityPages {
 protected:
  OpportunityPagesWithoutPavement() : OpportunityPages("H-I-!!!!-A-B\n  |      |  \n  +------+  ") {}
};

class OpportunityPagesWithTraffic : public OpportunityPages {
 protected:
  OpportunityPagesWithTraffic() : OpportunityPages("H-I-----%%%%%%------A-B") {}
};

}  // namespace

// Of 700 m of fast traffic, at 12 km/h 210 s, a child of nine pushes its bicycle in 700.
TEST_F(OpportunityPagesWithTraffic, tell_how_far_children_go_round_it) {
  auto const page = "/opportunity/BU00010101/offerings/" + wegwijzer::text(first_);
  EXPECT_NE(text(page, "age=9&going=bicycle").find("zijn tot 8 minuten langer onderweg"), std::string::npos);
  EXPECT_EQ(text(page, "age=9&going=foot").find("langer onderweg"), std::string::npos);
}

// Round by the south are 400 m more, at nine 320 s.
TEST_F(OpportunityPagesWithoutPavement, tell_how_far_children_walk_round_it) {
  auto const page = "/opportunity/BU00010101/offerings/" + wegwijzer::text(first_);
  EXPECT_NE(text(page, "age=9&going=foot").find("en geen stoep is. Ze zijn tot 5 minuten langer onderweg"),
            std::string::npos);
  EXPECT_EQ(text(page, "age=12&going=foot").find("langer onderweg"), std::string::npos);
}

TEST_F(OpportunityPages, say_who_has_least_and_why) {
  auto const page = text("/opportunity/GM0001", "age=9&going=foot");
  auto const answer = page.substr(page.find("class=\"answer\""));
  EXPECT_LT(answer.find("West"), answer.find("</section>")) << "the far buurt has least";
  EXPECT_LT(answer.find("er is weinig in de buurt"), answer.find("</section>")) << "because it is far";
  EXPECT_LT(page.find(">West</a>"), page.find(">Oost</a>")) << "with the least on top";
}

TEST_F(OpportunityPages, tell_white_spots_of_the_area_and_the_children_of_the_page) {
  auto const all = text("/opportunity/BU00010101/paths");
  EXPECT_NE(all.find("Dit gaat over West, en over kinderen van 4 tot en met 14 jaar."), std::string::npos);
  EXPECT_NE(all.find("/completeness/BU00010101?age=4\""), std::string::npos);
  auto const some = text("/opportunity/GM0001/paths", "age=9");
  EXPECT_NE(some.find("Dit gaat over Waterveen, en over kinderen van 9 jaar."), std::string::npos);
}

TEST_F(OpportunityPages, say_what_children_speak_and_need_in_one_sentence) {
  auto const page = text("/opportunity/GM0001/paths", "age=9&speaks=en&access=wheelchair");
  EXPECT_NE(
      page.find("kinderen van 9 jaar, die Engels spreken en nog weinig Nederlands, en die dit nodig hebben: "
                "ruimte voor een rolstoel"),
      std::string::npos);
}

// Language and own area are four of fourteen points. Three in four felt welcome: 1.5 of two more.
TEST_F(OpportunityPages, say_how_welcome_children_felt_among_what_makes_it_welcoming) {
  auto const path = "/opportunity/BU00010102/offerings/" + wegwijzer::text(first_);
  EXPECT_NE(text(path, "age=9").find("keer 4 van de 14 punten"), std::string::npos);
  EXPECT_EQ(text(path, "age=9").find("antwoord gaven"), std::string::npos);
  draft_.felt_welcome()[first_] = {0.75, date(2026, 2, 1), date(2026, 7, 31)};
  reckon();
  auto const page = text(path, "age=9");
  EXPECT_NE(page.find("voelden zich ongeveer 3 op de 4 welkom"), std::string::npos);
  EXPECT_NE(page.find("(punten: 75% van 2)"), std::string::npos);
  EXPECT_NE(page.find("keer 5,5 van de 16 punten"), std::string::npos);
}

TEST_F(OpportunityPages, open_every_number_to_the_offerings_behind_it) {
  auto const area = *atlas_->areas().find(*AreaCode::parse("BU00010101"));
  auto const report = *opportunity_report(*opportunities_, area, {AgeRange{9, 9}, Going::own_bicycle}, 5);
  ASSERT_EQ(report.parts.size(), 3U);
  double sum = 0;
  for (auto const& part : report.parts) sum += part.funnel.supported;
  EXPECT_NEAR(sum, report.here.experience.funnel.supported, 1e-12);
  auto const page = text("/opportunity/BU00010101", "age=9&going=bicycle");
  for (auto const* title : {"Robotclub", "Proefjes", "Muziekles"}) {
    EXPECT_NE(page.find(title), std::string::npos) << title;
  }
  auto const one =
      text("/opportunity/BU00010101/offerings/" + wegwijzer::text(first_), "age=9&going=bicycle");
  EXPECT_NE(one.find("Geen kanaal dat we kennen"), std::string::npos);
  EXPECT_NE(one.find("Ken ik het?"), std::string::npos);
}

TEST_F(OpportunityPages, say_where_trained_talent_spotters_point_children_on) {
  auto const school = draft_.add_organisation("School"), team = draft_.add_organisation("Wijkteam");
  draft_.venue(draft_.add_venue('A', school)).catchment = {{*AreaCode::parse("BU00010102"), 30}};
  for (auto const& [from, kind] : {std::pair{school, CollaborationKind::works_together},
                                   std::pair{team, CollaborationKind::refers_to}}) {
    draft_.network().collaborations.push_back(
        a_collaboration(draft_.new_id<Collaboration>(), from, draft_.organisation()));
    draft_.network().collaborations.back().kind = kind;
  }
  auto const page = [&] {
    reckon();
    return text("/opportunity/BU00010102/offerings/" + wegwijzer::text(first_), "age=9");
  };
  auto const before = page();
  EXPECT_NE(before.find("Een andere organisatie verwijst kinderen hierheen: 20% van hen."),
            std::string::npos);
  EXPECT_EQ(before.find("talentfluisteraars"), std::string::npos);
  draft_.organisation_of(school).trained_spotters = true;
  draft_.organisation_of(team).trained_spotters = true;
  auto const after = page();
  EXPECT_NE(after.find("Van 100% van de leerlingen heeft die school ook opgeleide talentfluisteraars."),
            std::string::npos);
  EXPECT_NE(after.find("Een andere organisatie, met opgeleide talentfluisteraars, verwijst"),
            std::string::npos);
}

TEST_F(OpportunityPages, lead_to_the_same_as_a_paper) {
  for (auto const* area : {"GM0001", "BU00010101"}) {
    auto const page = text(std::string("/opportunity/") + area, "age=9&upTo=known");
    EXPECT_NE(page.find(std::string("href=\"/opportunity/") + area + "/report.pdf?age=9\""),
              std::string::npos)
        << area;
  }
}

TEST_F(OpportunityPages, look_as_they_did) {
  expect_golden("web/opportunity_overview.html", steady("/opportunity/GM0001", "age=9"));
  expect_golden("web/opportunity_report.html", steady("/opportunity/BU00010101"));
  expect_golden("web/opportunity_paths.html", steady("/opportunity/GM0001/paths", "age=9"));
  expect_golden("web/opportunity_compare.html", steady("/opportunity/BU00010101/compare"));
  expect_golden("web/opportunity_table.csv", text("/opportunity/GM0001/table.csv", "age=9"));
}

// The first question begins the reckoning of margins, which takes a moment here.
TEST_F(OpportunityPages, give_the_figures_as_data_and_how_they_were_reckoned) {
  auto const first = nlohmann::json::parse(text("/api/v1/areas/BU00010101/inequality", "age=9"));
  EXPECT_EQ(first["area"], "GM0001");
  EXPECT_EQ(first["children"], "9-any-any-any");
  auto now = first;
  for (int i = 0; i < 600 && !now["progress"].is_null(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    now = nlohmann::json::parse(text("/api/v1/areas/GM0001/inequality", "age=9"));
  }
  ASSERT_TRUE(now["progress"].is_null());
  auto const gini =
      *std::ranges::find_if(now["figures"], [](auto const& one) { return one["indicator"] == "gini"; });
  EXPECT_LE(gini["low"].get<double>(), gini["high"].get<double>());
  auto const csv = text("/opportunity/GM0001/figures.csv", "age=9");
  EXPECT_TRUE(csv.starts_with("indicator,version,of,value,low,high,note\r\nchildren,1,,40,40,40,\r\n"))
      << csv;
  auto const page = text("/opportunity/GM0001/method", "age=9");
  EXPECT_NE(page.find(checksum(csv)), std::string::npos);
  EXPECT_NE(page.find("href=\"/opportunity/GM0001/figures.csv?age=9\""), std::string::npos);
  EXPECT_NE(page.find("<code dir=\"ltr\">waiver_works</code>"), std::string::npos);
  EXPECT_EQ(page.find("worden nog berekend"), std::string::npos);
  auto const method = nlohmann::json::parse(text("/opportunity/GM0001/method.json", "age=9"));
  EXPECT_EQ(method["checksums"]["files"]["figures.csv"], checksum(csv));
  EXPECT_EQ(method["intervals"]["draws"], usual_draws);
  EXPECT_EQ(method["intervals"]["state"], "there");
  EXPECT_EQ(ask("/opportunity/GM0009/method").status, 404);
}

// A file without margins is another one than that with them, and nobody should take it for the same.
TEST_F(OpportunityPages, say_whether_the_figures_have_margins) {
  auto const file = [&](std::string const& wish) {
    return std::string(*ask("/opportunity/GM0001/figures.csv", wish).headers.first("Content-Disposition"));
  };
  // The first question begins the job, and cannot have its answer; so each is about other children.
  auto const before = text("/opportunity/GM0001/method");
  EXPECT_NE(before.find("staan nu nog geen marges"), std::string::npos);
  EXPECT_NE(before.find("Cijfers (CSV, nog zonder marges)"), std::string::npos);
  EXPECT_NE(file("age=9").find("inequality-GM0001-figures-without-margins.csv"), std::string::npos);
  auto const method = nlohmann::json::parse(text("/opportunity/GM0001/method.json", "age=8-9"));
  EXPECT_NE(method["intervals"]["state"], "there");
  for (int i = 0; i < 600 && file("").find("without") != std::string::npos; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  EXPECT_NE(file("").find("inequality-GM0001-figures.csv"), std::string::npos);
  EXPECT_NE(text("/opportunity/GM0001/method").find("staan de marges erbij"), std::string::npos);
}

// Many more kinds of children than may wait, asked faster than one job ends. A job that ends in between lets
// one of them wait, so each form is asked of many.
TEST_F(OpportunityPages, say_that_too_many_wait_to_reckon_margins) {
  std::size_t by_api = 0, by_method = 0, by_page = 0;
  for (auto const* more : {"", "&purse=enough", "&speaks=dutch", "&purse=enough&speaks=dutch"}) {
    for (int from = 4; from <= 9; ++from) {
      auto const asked = fmt::format("age={}-9{}", from, more);
      auto const answer = nlohmann::json::parse(text("/api/v1/areas/GM0001/inequality", asked));
      auto const method = nlohmann::json::parse(text("/opportunity/GM0001/method.json", asked));
      auto const page = text("/opportunity/GM0001/method", asked);
      if (answer["progress"].is_object() && answer["progress"]["state"] == "tooBusy") ++by_api;
      if (method["intervals"]["state"] == "tooBusy") ++by_method;
      if (page.find("wachten te veel andere vragen") != std::string::npos) ++by_page;
    }
  }
  EXPECT_GT(by_api, 0U);
  EXPECT_GT(by_method, 0U);
  EXPECT_GT(by_page, 0U);
}

TEST_F(OpportunityPages, lead_from_a_buurt_to_the_figures_of_its_gemeente) {
  for (std::string const below : {"figures.csv", "method", "method.json"}) {
    auto const answer = ask("/en/opportunity/BU00010101/" + below, "age=9&access=wheelchair");
    EXPECT_EQ(answer.status, 303) << below;
    EXPECT_EQ(answer.headers.first("Location"), "/en/opportunity/GM0001/" + below + "?age=9");
  }
}

// docs/decisions/0041: of fewer than ten such children nothing is told, in no form.
TEST_F(OpportunityPages, give_no_figures_of_hardly_any_children) {
  auto const few = "age=9&going=foot&speaks=other";
  EXPECT_EQ(ask("/opportunity/GM0001/figures.csv", few).status, 404);
  EXPECT_EQ(ask("/opportunity/GM0001/method", few).status, 404);
  EXPECT_EQ(ask("/api/v1/areas/GM0001/inequality", few).status, 404);
}

TEST_F(OpportunityPages, say_with_which_values_they_were_reckoned_in_words) {
  auto const page = text("/opportunity/GM0001/method", "age=9&access=wheelchair");
  EXPECT_NE(page.find("Hoe vaak een regeling echt betaalt als dat zou kunnen<span class=\"below\">aanname · "
                      "<code dir=\"ltr\">waiver_works</code></span></th><td>60%"
                      "<span class=\"below\">(36% tot 90%)</span></td>"),
            std::string::npos);
  EXPECT_NE(page.find("bron · <code dir=\"ltr\">without_bicycle_little</code></span></th><td>12%"
                      "<span class=\"below\">(5% tot 20%)</span></td>"),
            std::string::npos);
  EXPECT_NE(page.find("<td>250 m</td>"), std::string::npos) << "the one that is not varied";
  EXPECT_NE(page.find("telt hier niet mee"), std::string::npos) << "needs";
  EXPECT_EQ(page.find("die dit nodig hebben"), std::string::npos);
}

TEST_F(OpportunityPages, have_a_name_for_every_parameter_and_indicator) {
  for (auto const* tag : {"nl", "en", "ar"}) {
    for (auto const& one : opportunity_parameters()) {
      EXPECT_TRUE(language(tag).find("parameter." + std::string(one.name))) << tag << ' ' << one.name;
    }
    for (auto const& one : indicators) {
      EXPECT_TRUE(language(tag).find("indicator." + std::string(one.name))) << tag << ' ' << one.name;
    }
  }
}

TEST_F(OpportunityPages, say_plainly_that_both_children_are_the_same) {
  auto const page =
      text("/opportunity/BU00010101/compare", "one=9-foot-little-dutch&other=9-foot-little-dutch");
  EXPECT_NE(page.find("Je koos twee keer hetzelfde kind"), std::string::npos);
  EXPECT_EQ(page.find("Waar zit het verschil?"), std::string::npos);
  EXPECT_EQ(page.find("Activiteiten met het grootste verschil"), std::string::npos);
}

TEST_F(OpportunityPages, round_to_two_digits) {
  auto const& nl = language("nl");
  for (auto const& [amount, said] : {std::pair{0.0, "0"},
                                     {0.004, "0"},
                                     {0.0123, "0,01"},
                                     {0.994, "0,99"},
                                     {0.996, "1,0"},
                                     {5.25, "5,2"},
                                     {9.94, "9,9"},
                                     {9.96, "10"},
                                     {18.4, "18"},
                                     {123.4, "123"}}) {
    EXPECT_EQ(rounded_opportunities(nl, amount), said) << amount;
  }
}

TEST_F(OpportunityPages, give_the_same_by_the_api) {
  auto const answer = nlohmann::json::parse(text("/api/v1/areas/BU00010101/opportunity", "age=9&going=foot"));
  auto const area = *atlas_->areas().find(*AreaCode::parse("BU00010101"));
  auto const report = *opportunity_report(*opportunities_, area, {AgeRange{9, 9}, Going::on_foot}, 10);
  EXPECT_EQ(answer["funnel"]["supported"], report.here.experience.funnel.supported);
  EXPECT_EQ(answer["behind"], "presence");
  EXPECT_EQ(answer["offerings"].size(), report.parts.size());
  auto const all = nlohmann::json::parse(text("/api/v1/areas/GM0001/opportunities", "age=9"));
  EXPECT_EQ(all["areas"].size(), 2U);
  EXPECT_EQ(all["areas"][0]["name"], "West");
}

TEST_F(OpportunityPages, count_what_a_child_needs_and_which_language_it_speaks) {
  auto const supported = [&](std::string const& query) {
    return nlohmann::json::parse(text("/api/v1/areas/BU00010101/opportunity", query))["funnel"]["supported"]
        .get<double>();
  };
  EXPECT_LT(supported("age=9&access=wheelchair"), supported("age=9"));
  EXPECT_LT(supported("age=9&access=wheelchair&access=hearing"), supported("age=9&access=wheelchair"));
  auto const page = text("/opportunity/GM0001", "age=9&access=wheelchair&speaks=en");
  EXPECT_NE(page.find("die dit nodig hebben: ruimte voor een rolstoel"), std::string::npos);
  EXPECT_NE(page.find("die Engels spreken en nog weinig Nederlands"), std::string::npos);
  EXPECT_NE(page.find("/opportunity/BU00010101?age=9&amp;speaks=en&amp;access=wheelchair"),
            std::string::npos);
  auto const table = text("/opportunity/GM0001/table.csv", "age=9&access=wheelchair&speaks=en");
  EXPECT_NE(table.find(";9-any-any-en+wheelchair;"), std::string::npos);
}

TEST_F(OpportunityPages, say_whether_there_is_always_a_next_step) {
  auto const all = nlohmann::json::parse(text("/api/v1/areas/BU00010102/opportunity", "age=9"));
  auto const& ends = all["ends"];
  ASSERT_GT(ends["some"], 0.0);
  auto const page = text("/opportunity/BU00010102/paths", "age=9");
  auto const deeper = 1 - ends["notDeeper"].get<double>() / ends["open"].get<double>();
  EXPECT_NE(page.find(fmt::format("Na {:.0f}% van de activiteiten", 100 * deeper)), std::string::npos);
  auto const table = text("/opportunity/GM0001/paths.csv", "age=9");
  for (auto const* row :
       {"whole;GM0001;", "subject;technology;", "stage;introduce;", "age;9;", "area;BU00010101;"}) {
    EXPECT_NE(table.find(std::string("\n") + row), std::string::npos) << row;
  }
  EXPECT_EQ(table.find("\nage;6;"), std::string::npos) << "nobody asked about six";
  EXPECT_NE(page.find("noindex"), std::string::npos) << "one answer of many is not for a crawler";
  EXPECT_EQ(text("/opportunity/BU00010102/paths").find("noindex"), std::string::npos);
  auto const nothing = text("/opportunity/BU00010102/paths",
                            "age=9&access=wheelchair&access=hearing&access=sight&access=small_group");
  EXPECT_NE(nothing.find("nog nergens goed terecht"), std::string::npos);
}

TEST_F(OpportunityPages, say_where_one_more_activity_would_add_most) {
  auto const one = nlohmann::json::parse(text("/api/v1/areas/BU00010102/opportunity", "age=9&speaks=en"));
  ASSERT_EQ(one["oneMore"].size(), 1U) << "the other places are nobody's";
  EXPECT_EQ(one["leastSubject"], "nature") << "of which there is nothing";
  auto const gain = one["oneMore"][0]["gain"].get<double>();
  auto const page = text("/opportunity/BU00010102", "age=9&speaks=en");
  EXPECT_NE(page.find(fmt::format("op zaterdagochtend <span class=\"count\">(+0,{:02.0f} kans)", 100 * gain)),
            std::string::npos)
      << gain;
  EXPECT_NE(page.find("in hun eigen taal"), std::string::npos);
  EXPECT_EQ(text("/opportunity/BU00010102", "age=9").find("in hun eigen taal"), std::string::npos);
}

TEST_F(OpportunityPages, say_what_is_wrong_in_an_address) {
  for (auto const* ages : {"40", "3-9", "9-15", "11-9", "negen", "9-"}) {
    EXPECT_EQ(ask("/opportunity/GM0001", std::string("age=") + ages).status, 400) << ages;
  }
  EXPECT_EQ(ask("/opportunity/GM0001", "going=car").status, 400);
  EXPECT_EQ(ask("/opportunity/GM0001", "speaks=xx").status, 400);
  EXPECT_EQ(ask("/opportunity/GM0001", "speaks=nl").status, 400);
  EXPECT_EQ(ask("/opportunity/GM0001", "access=rocket").status, 400);
  auto const wrong = text("/opportunity/GM0001", "speaks=xx");
  EXPECT_NE(wrong.find("achter ‘speaks’"), std::string::npos);
  EXPECT_NE(wrong.find("href=\"/opportunity/GM0001\">Naar deze pagina zonder keuzes"), std::string::npos);
  EXPECT_EQ(ask("/opportunity/GM9999").status, 404);
  EXPECT_EQ(ask("/opportunity/GM9999/paths").status, 404);
  EXPECT_EQ(ask("/opportunity/BU00010101/compare", "one=9-car").status, 400);
  EXPECT_EQ(ask("/opportunity/BU00010101/offerings/niets").status, 404);
  EXPECT_EQ(ask("/api/v1/areas/GM0001/opportunity", "purse=full").status, 400);
  opportunities_ = nullptr;
  EXPECT_EQ(ask("/opportunity/GM0001").status, 503);
  EXPECT_EQ(ask("/opportunity/GM0001/paths").status, 503);
  EXPECT_EQ(ask("/api/v1/areas/GM0001/opportunity").status, 503);
}

}  // namespace wegwijzer::web
