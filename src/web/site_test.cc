// SPDX-License-Identifier: EUPL-1.2
#include "web/site.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "exchange/inquiries_csv.h"
#include "kit/drawn_atlas.h"
#include "kit/golden.h"
#include "kit/style_sheet.h"
#include "kit/temporary_folder.h"
#include "kit/written_translations.h"
#include "storage/sqlite_store.h"
#include "usecases/area/overview.h"
#include "web/completeness_parts.h"
#include "web/routes.h"

namespace wegwijzer::web {

class SiteTest : public testing::Test {
 protected:
  SiteTest() {
    offering_ = draft_.add(draft_.an_offering_at('A').titled("<b>Robots</b> & co").for_ages(8, 12));
  }

  http::Response ask(std::string const& path, http::Method method = http::Method::get,
                     std::string const& query = "", http::Headers headers = {}) {
    auto const atlas = std::make_shared<Atlas const>(draft_.atlas());
    Site const site([&] { return atlas; }, *store_, clock_, {}, languages_,
                    [&] { return has_opportunities_ ? opportunities_of(atlas) : nullptr; });
    http::Request request;
    request.method = method;
    request.path = *http::Path::parse(path);
    request.query = *http::Parameters::parse(query);
    request.form = *http::Parameters::parse("page=/about&message=Klopt+niet");
    request.headers = std::move(headers);
    return site.answer(request);
  }

  std::string text(std::string const& path, std::string const& query = "") {
    return std::string(ask(path, http::Method::get, query).body.bytes());
  }

  // The address of the style sheet changes with its bytes; a tag a line lets one see a difference.
  std::string steady_page(std::string const& path, std::string const& query = "") {
    auto const steady =
        std::regex_replace(text(path, query), std::regex("/assets/[0-9a-f]{16}/"), "/assets/…/");
    return std::regex_replace(steady, std::regex("><"), ">\n<");
  }

  // One of each thing that a page can be about.
  void fill_the_town() {
    auto& network = draft_.network();
    network.routes = {a_learning_route(draft_.new_id<LearningRoute>(), {offering_})};
    network.facts = {a_fact(draft_.new_id<Fact>(), {draft_.organisation()})};
    network.channels = {a_channel(draft_.new_id<Channel>(), {draft_.organisation()})};
    auto const partner = draft_.add_organisation("Museum");
    network.collaborations = {
        a_collaboration(draft_.new_id<Collaboration>(), draft_.organisation(), partner)};
    draft_.areas() = {};
    draft_.add_buurt_between('H', 'B', "BU00010101", "Het Veen (oost)");
    draft_.areas().push_back(a_buurt("GM0001", "Waterveen"));
    draft_.add_home('H', "BU00010101", 9, 20);
    has_opportunities_ = true;
    network.inquiries = {an_inquiry(draft_.new_id<Inquiry>(), {draft_.areas()[0].code}, {})};
    venue_ = draft_.add_venue('A', partner);
    knowledge_ = know_something(partner);
  }

  // For everybody to read; what partners say to each other is in no atlas.
  Id<KnowledgePage> know_something(Id<Organisation> partner) {
    auto const writer = store_->writer(an_ecosystem(), {"test"});
    auto const hub = records<Hub>(*writer).save(a_hub(writer->new_id<Hub>(), partner));
    KnowledgePage page;
    page.id = writer->new_id<KnowledgePage>();
    page.hub = hub->id, page.title = "Schepnetten lenen", page.text = "Bij het museum.",
    page.is_public = true;
    auto const kept = records<KnowledgePage>(*writer).save(page);
    writer->commit();
    return kept->id;
  }

  // What a page says of a gemeente only; a buurt leads there.
  static bool is_of_gemeente(std::string_view pattern) {
    constexpr std::string_view ends[] = {"}/least", "}/why", "}/sure", "}/change", "}/method"};
    return std::ranges::any_of(ends, [&](auto end) { return pattern.ends_with(end); });
  }

  // The address of a route's page: what stands for {…} is what the town has.
  std::string address_of(std::string_view pattern) {
    std::map<std::string, std::string> const things{
        {"/e/", "waterveen"},
        {"/routes/", wegwijzer::text(draft_.network().routes.at(0).id)},
        {"/offerings/", wegwijzer::text(offering_)},
        {"/organisations/", wegwijzer::text(draft_.organisation())},
        {"/venues/", wegwijzer::text(venue_)},
        {"/areas/", "BU00010101"},
        {"/e/waterveen/knowledge/", wegwijzer::text(knowledge_)},
        {"/e/waterveen/completeness/", "BU00010101"},
        {"/opportunity/", "BU00010101"},
        {"/opportunity/BU00010101/offerings/", wegwijzer::text(offering_)}};
    std::string address(pattern);
    if (is_of_gemeente(pattern)) address.replace(address.find('{'), 6, "GM0001");
    for (auto hole = address.find('{'); hole != address.npos; hole = address.find('{')) {
      address.replace(hole, address.find('}') + 1 - hole, things.at(address.substr(0, hole)));
    }
    return address;
  }

  std::shared_ptr<Opportunities const> opportunities_of(std::shared_ptr<Atlas const> const& atlas) const {
    auto model =
        std::make_shared<OpportunityModel const>(atlas, OpportunityParameters(), local_date(clock_.now()), 1);
    return std::make_shared<Opportunities const>(std::move(model), 1);
  }

  AtlasDraft draft_{"H---A---B"};
  bool has_opportunities_ = false;
  Languages languages_ = Languages::compiled_in();
  Id<Venue> venue_;
  Id<KnowledgePage> knowledge_;
  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  Id<Offering> offering_;
};

TEST_F(SiteTest, answers_in_the_language_of_the_address) {
  EXPECT_NE(text("/").find("Waar woon je?"), std::string::npos);
  EXPECT_NE(text("/en").find("Where do you live?"), std::string::npos);
}

// What people read; not what programs ask for, such as tiles, nor short addresses that lead to a page.
bool is_page(Route const& route) {
  constexpr std::string_view others[] = {"/api/", "/map/", "/pictures/", "/k/"};
  // web/signed_in_test.cc and web/work_test.cc
  if (std::holds_alternative<Signing*>(route.handler) || std::holds_alternative<Working*>(route.handler))
    return false;
  return route.method == http::Method::get && route.pattern.find('.') == std::string_view::npos &&
         !route.pattern.ends_with("/{file}") &&
         std::ranges::none_of(others, [&](auto start) { return route.pattern.starts_with(start); });
}

// Keys that stand on the page instead of their sentence.
std::set<std::string> raw_keys(std::string const& page) {
  std::set<std::string> found;
  std::regex const dotted("[a-z_]+([.][a-z0-9_]+)+");
  for (std::sregex_iterator at(page.begin(), page.end(), dotted), end; at != end; ++at) {
    if (language("nl").find(at->str())) found.insert(at->str());
  }
  return found;
}

TEST_F(SiteTest, every_page_is_there_in_every_language) {
  fill_the_town();
  auto const home = "age=9&near=" + wegwijzer::text(draft_.at('H'));
  for (auto const& route : routes()) {
    if (!is_page(route)) continue;
    for (auto const& one : languages_.all()) {
      auto const address = (one->dutch() ? "" : "/" + one->tag()) + address_of(route.pattern);
      // Who says where he lives is led from the list of areas to his own.
      auto const answer = ask(address, http::Method::get, route.pattern == "/areas" ? "" : home);
      std::string const page(answer.body.bytes());
      EXPECT_EQ(answer.status, 200) << address;
      EXPECT_NE(page.find("<html lang=\"" + one->tag() + "\" dir=\"" + (*one)("language.direction") + "\">"),
                std::string::npos)
          << address;
      EXPECT_EQ(raw_keys(page), std::set<std::string>()) << address;
    }
  }
}

TEST_F(SiteTest, leads_from_a_home_to_its_area) {
  fill_the_town();
  auto const there = ask("/areas", http::Method::get, "near=" + wegwijzer::text(draft_.at('A')));
  EXPECT_EQ(there.status, 303);
  EXPECT_EQ(there.headers.first("Location"), "/areas/BU00010101");
  auto const elsewhere = ask("/areas", http::Method::get, "near=51.0,3.0");
  EXPECT_EQ(elsewhere.status, 200);
  EXPECT_NE(elsewhere.body.bytes().find("Daar kennen we geen buurt"), std::string_view::npos);
}

TEST_F(SiteTest, counts_for_each_area_what_its_overview_counts) {
  fill_the_town();
  auto const atlas = draft_.atlas();
  auto const today = local_date(clock_.now());
  auto const counts = offerings_per_area(atlas, today);
  std::size_t all = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    EXPECT_EQ(counts[i], overview_of(atlas, Index<Area>(i), today, {}).offerings);
    all += counts[i];
  }
  EXPECT_GT(all, 0U);
}

// A page without figures does not load their sheet; one with figures is not without it.
TEST_F(SiteTest, the_sheet_of_figures_goes_with_the_pages_that_have_them) {
  fill_the_town();
  auto const home = "age=9&near=" + wegwijzer::text(draft_.at('H'));
  std::regex const parts("class=\"(bars|wide|beside|shaded|legend|answer|upto|asking|todo|states)\\b");
  for (auto const& route : routes()) {
    if (!is_page(route)) continue;
    auto const page = text(address_of(route.pattern), home);
    bool const has_sheet = page.find("css/figures.css") != std::string::npos;
    EXPECT_TRUE(has_sheet || !std::regex_search(page, parts)) << route.pattern;
  }
  for (auto const* const path : {"/", "/offerings", "/children", "/teachers", "/organisations"}) {
    EXPECT_EQ(text(path).find("css/figures.css"), std::string::npos) << path;
  }
}

TEST_F(SiteTest, says_where_a_search_starts_when_the_home_was_chosen_elsewhere) {
  fill_the_town();
  auto const page = text("/offerings", "near=" + wegwijzer::text(draft_.at('H')));
  EXPECT_NE(page.find("Nu: Het Veen (oost)."), std::string::npos);
  EXPECT_EQ(text("/offerings").find("Nu: "), std::string::npos);
}

TEST_F(SiteTest, promises_no_order_that_it_does_not_give) {
  EXPECT_EQ(text("/offerings").find("dichtbij eerst"), std::string::npos);
  auto const page = text("/offerings", "sort=nearest");
  EXPECT_NE(page.find(R"(aria-current="true">binnenkort eerst<)"), std::string::npos);
  auto const from_home = text("/offerings", "near=" + wegwijzer::text(draft_.at('H')));
  EXPECT_NE(from_home.find(R"(aria-current="true">dichtbij eerst<)"), std::string::npos);
}

TEST_F(SiteTest, tells_once_that_the_text_of_an_offering_is_dutch) {
  auto const path = "/offerings/" + wegwijzer::text(offering_);
  EXPECT_EQ(text(path).find("in het Nederlands"), std::string::npos);
  EXPECT_NE(text("/en" + path).find("The organisation wrote this in Dutch."), std::string::npos);
}

TEST_F(SiteTest, names_each_other_language_in_that_language) {
  auto const page = text("/about");
  for (auto const* link :
       {R"(<a class="language" lang="en" dir="ltr" hreflang="en" href="/en/about">English</a>)",
        R"(<a class="language" lang="ar" dir="rtl" hreflang="ar" href="/ar/about">العربية</a>)"}) {
    EXPECT_NE(page.find(link), std::string::npos) << link;
  }
  EXPECT_EQ(page.find(R"(<a class="language" lang="nl")"), std::string::npos);
}

// No line of the program knows this language.
TEST_F(SiteTest, speaks_a_language_that_is_only_a_file) {
  auto merels = a_language("Merels", "rtl");
  merels["about.title"] = {"Tjielp Wegwijzer"};
  merels["theme:music"] = {"tjielpen"};
  write_translations(folder_.path("qaa.mo"), merels);
  languages_ = Languages::read(folder_.path(""))->languages;
  auto const page = text("/qaa/about");
  for (auto const* said : {R"(<html lang="qaa" dir="rtl">)", "<h1>Tjielp Wegwijzer</h1>",
                           "How we work out the travel time", R"(href="/qaa/organisations")"}) {
    EXPECT_NE(page.find(said), std::string::npos) << said;
  }
  EXPECT_NE(text("/").find(R"(hreflang="qaa" href="/qaa">Merels</a>)"), std::string::npos);
  EXPECT_NE(text("/qaa/").find("<span>tjielpen</span>"), std::string::npos);
  EXPECT_NE(error_page(429, "/qaa?x", languages_).body.bytes().find(R"(lang="qaa")"), std::string::npos);
}

TEST_F(SiteTest, marks_what_is_dutch_and_keeps_names_in_one_piece_from_right_to_left) {
  fill_the_town();
  Offering asked = draft_.an_offering_at('B').titled("Koken (gratis)").when("elke woensdag 14:00-15:30");
  asked.phone = "015 123 45 67";
  auto const page = text("/ar/offerings/" + wegwijzer::text(draft_.add(asked)));
  for (auto const* said :
       {R"(<h1><span lang="nl" dir="ltr">Koken (gratis)</span></h1>)", "<bdi>Techniekhuis</bdi>",
        "من \u206614:00\u2069 إلى \u206615:30\u2069", "\u2066015 123 45 67\u2069", "كل أسبوع: الأربعاء"}) {
    EXPECT_NE(page.find(said), std::string::npos) << said;
  }
  EXPECT_NE(text("/ar/areas/GM0001").find("<bdi>Het Veen (oost)</bdi>"), std::string::npos);
  // The fact was written in Dutch and in English.
  EXPECT_NE(
      text("/ar/e/waterveen/facts").find(R"(<span lang="en" dir="ltr">Children look for worms.</span>)"),
      std::string::npos);
}

TEST(Addresses, of_ours_are_no_languages) {
  for (auto const& route : routes()) {
    auto const first = route.pattern.substr(1, route.pattern.substr(1).find('/'));
    EXPECT_FALSE(is_language_tag(first)) << route.pattern;
  }
}

TEST_F(SiteTest, shows_what_people_typed_as_text) {
  auto const page = text("/offerings/" + wegwijzer::text(offering_));
  EXPECT_NE(page.find("&lt;b&gt;Robots&lt;/b&gt; &amp; co"), std::string::npos);
  EXPECT_EQ(page.find("<b>Robots"), std::string::npos);
  EXPECT_NE(text("/offerings", "where=%22%3E%3Cscript%3E").find("&quot;&gt;&lt;script&gt;"),
            std::string::npos);
}

TEST_F(SiteTest, a_page_that_is_not_there_says_where_to_go_on) {
  auto const page = text("/niets");
  EXPECT_NE(page.find("Zo kun je verder"), std::string::npos);
  EXPECT_NE(page.find("href=\"/children\""), std::string::npos);
  EXPECT_NE(page.find("href=\"/offerings?theme=nature\""), std::string::npos);
  EXPECT_EQ(text("/offerings", "theme=niets").find("Zo kun je verder"), std::string::npos)
      << "that page is there";
}

TEST_F(SiteTest, knows_what_is_missing_and_what_is_not_allowed) {
  EXPECT_EQ(ask("/niets").status, 404);
  EXPECT_EQ(ask("/offerings/niets").status, 404);
  EXPECT_EQ(ask("/api/v1/niets").headers.first("Content-Type"), "application/problem+json");
  auto const refused = ask("/offerings", http::Method::post);
  EXPECT_EQ(refused.status, 405);
  EXPECT_EQ(refused.headers.first("Allow"), "GET, HEAD");
  EXPECT_EQ(ask("/", http::Method::head).status, 200);
}

TEST_F(SiteTest, refuses_a_form_that_another_site_sends) {
  http::Headers headers;
  headers.add("Sec-Fetch-Site", "cross-site");
  EXPECT_EQ(ask("/corrections", http::Method::post, "", headers).status, 403);
  EXPECT_EQ(ask("/corrections", http::Method::post).status, 303);
  EXPECT_EQ(store_->reader(an_ecosystem())->suggestions().all().at(0).message, "Klopt niet");
}

TEST_F(SiteTest, api_pages_its_lists) {
  draft_.add(draft_.an_offering_at('B').titled("Tweede"));
  auto const first = ask("/api/v1/offerings", http::Method::get, "pageSize=1");
  EXPECT_NE(first.body.bytes().find("\"total\":2"), std::string::npos);
  EXPECT_EQ(first.headers.first("Link"), "</api/v1/offerings?pageSize=1&page=2>; rel=\"next\"");
  EXPECT_EQ(first.headers.first("API-Version"), "1.0.0");
}

TEST_F(SiteTest, api_gives_the_ground_within_some_minutes) {
  auto const asked = [&](std::string const& query) { return ask("/api/v1/reach", http::Method::get, query); };
  auto const found = asked("mode=walk&minutes=5&near=" + wegwijzer::text(draft_.at('A')));
  EXPECT_EQ(found.headers.first("Content-Type"), "application/geo+json");
  EXPECT_EQ(found.headers.first("API-Version"), "1.0.0");
  EXPECT_NE(found.body.bytes().find(R"("type":"MultiPolygon")"), std::string::npos);
  EXPECT_EQ(asked("").status, 400);
  EXPECT_NE(asked("").body.bytes().find("near"), std::string::npos);
  EXPECT_EQ(asked("near=51.0,4.0").status, 404);
}

TEST_F(SiteTest, everything_below_api_speaks_json_with_its_version) {
  for (auto const* path :
       {"/api/v1/offerings", "/api/v1/openapi.json", "/api/v1/niets", "/api/v1/offerings/"}) {
    auto const answer = ask(path);
    EXPECT_EQ(answer.headers.first("API-Version"), "1.0.0") << path;
    EXPECT_EQ(answer.headers.first("Access-Control-Allow-Origin"), "*") << path;
  }
  EXPECT_EQ(ask("/api/v1/offerings/").status, 404);
  auto const refused = error_page(429, "/api/v1/offerings?near=52,4");
  EXPECT_EQ(refused.headers.first("Content-Type"), "application/problem+json");
  EXPECT_EQ(error_page(405, "/api/v1/offerings").headers.first("Allow"), "GET, HEAD");
}

TEST_F(SiteTest, refusals_speak_the_language_of_the_address) {
  auto const page = [](char const* target) { return std::string(error_page(429, target).body.bytes()); };
  EXPECT_NE(page("/offerings").find(R"(lang="nl")"), std::string::npos);
  EXPECT_NE(page("/en/offerings").find(R"(lang="en")"), std::string::npos);
  EXPECT_NE(page("/ar?near=52,4").find(R"(lang="ar" dir="rtl")"), std::string::npos);
  EXPECT_NE(page("/enschede").find(R"(lang="nl")"), std::string::npos);
  EXPECT_NE(page("").find(R"(lang="nl")"), std::string::npos);
}

TEST_F(SiteTest, refuses_what_the_atlas_does_not_know) {
  for (auto const* query :
       {"theme=niets", "ecosystem=niets", "language=xx", "area=BU99999999", "age=negen"}) {
    EXPECT_EQ(ask("/offerings", http::Method::get, query).status, 400) << query;
    EXPECT_EQ(ask("/api/v1/offerings", http::Method::get, query).status, 400) << query;
  }
}

TEST_F(SiteTest, next_steps_say_where_they_start_and_are_as_many_as_asked) {
  for (auto const* title : {"een", "twee", "drie"}) {
    draft_.add(draft_.an_offering_at('B').titled(title).about("music").for_ages(8, 12));
  }
  auto const steps = "/api/v1/offerings/" + wegwijzer::text(offering_) + "/next-steps";
  auto const from_venue = text(steps, "age=9&limit=2");
  EXPECT_NE(from_venue.find(R"("from":"venue")"), std::string::npos);
  EXPECT_NE(from_venue.find(R"("broaderTotal":3)"), std::string::npos);
  EXPECT_EQ(from_venue.find(R"("title":"twee")"), std::string::npos);  // the third by title
  // No street of ours is near this home: the steps are those near the offering.
  EXPECT_NE(text(steps, "near=0,0&age=9").find(R"("from":"venue")"), std::string::npos);
  EXPECT_NE(text(steps, "near=" + wegwijzer::text(draft_.at('H'))).find(R"("from":"home")"),
            std::string::npos);
}

TEST_F(SiteTest, what_cannot_be_joined_has_no_button) {
  Offering late = draft_.an_offering_at('B').titled("Te laat");
  late.deadline = date(2026, 11, 23);
  late.link = "https://club.example/aanmelden";
  auto const page = text("/offerings/" + wegwijzer::text(draft_.add(late)));
  EXPECT_NE(page.find("Aanmelden kan niet meer"), std::string::npos);
  EXPECT_EQ(page.find("club.example/aanmelden"), std::string::npos);
}

TEST_F(SiteTest, pages_and_answers_are_as_they_were_reviewed) {
  draft_.add(draft_.an_offering_at('B')
                 .titled("Gitaarles")
                 .about("music")
                 .for_ages(8, 14)
                 .at_stage(Stage::belong)
                 .costing({Euro{6200}, Per::month})
                 .when("elke woensdag 14:00-15:30, niet in schoolvakanties; niet 2 december 2026"));
  auto const offering = "/offerings/" + wegwijzer::text(offering_);
  auto const child = "age=9&near=" + wegwijzer::text(draft_.at('H'));
  expect_golden("web/home.html", steady_page("/"));
  expect_golden("web/offerings.html", steady_page("/offerings", child));
  expect_golden("web/offering.html", steady_page(offering, child));
  expect_golden("web/offering.en.html", steady_page("/en" + offering, child));
  expect_golden("web/offering.ar.html", steady_page("/ar" + offering, child));
  expect_golden("web/offerings.json", text("/api/v1/offerings", child));
  expect_golden("web/offering.json", text("/api/v1" + offering, child));
  expect_golden("web/next_steps.json", text("/api/v1" + offering + "/next-steps", child));
  expect_golden("web/wrong.json", text("/api/v1/offerings", "age=negen"));
}

TEST_F(SiteTest, finds_by_words_marks_them_and_says_why) {
  draft_.add(draft_.an_offering_at('B').titled("Zingen").about("music"));
  auto const page = text("/offerings", "q=robots");
  for (auto const* said : {"Wat wil je doen?", R"(name="q" type="text" value="robots")",
                           "&lt;b&gt;<mark>Robots</mark>&lt;/b&gt;", "Waarom staat dit bovenaan?",
                           "‘robots’ past bij de titel", "beste eerst"}) {
    EXPECT_NE(page.find(said), std::string::npos) << said;
  }
  EXPECT_EQ(page.find("Zingen"), std::string::npos);
  EXPECT_EQ(text("/offerings").find("beste eerst"), std::string::npos);
}

TEST_F(SiteTest, asks_what_was_meant_and_helps_on_when_nothing_is_found) {
  auto const mistyped = text("/offerings", "q=robtos&age=9");
  EXPECT_NE(mistyped.find("Bedoelde je <a href=\"/offerings?q=robots&amp;age=9\">robots</a>?"),
            std::string::npos);
  EXPECT_NE(mistyped.find("<mark>Robots</mark>"), std::string::npos);
  auto const nothing = text("/offerings", "q=parachute%3Cx%3E");
  EXPECT_NE(nothing.find("We vonden niets met ‘parachute&lt;x&gt;’."), std::string::npos);
  EXPECT_NE(nothing.find("Zonder deze woorden"), std::string::npos);
  EXPECT_NE(text("/offerings", "q=parachute+robots").find("Met ‘parachute’ vonden we niets."),
            std::string::npos);
  EXPECT_EQ(ask("/offerings", http::Method::get, "q=" + std::string(201, 'a')).status, 400);
}

TEST_F(SiteTest, completes_what_is_being_typed) {
  EXPECT_NE(text("/api/v1/suggestions", "q=tech").find(R"({"text":"Techniekhuis","kind":"organisation"})"),
            std::string::npos);
  EXPECT_EQ(text("/api/v1/suggestions"), R"({"results":[]})");
  EXPECT_NE(text("/api/v1/offerings", "q=robtos").find(R"("corrected":"robots")"), std::string::npos);
}

TEST_F(SiteTest, keeps_a_price_in_the_address_and_the_form) {
  draft_.add(draft_.an_offering_at('B').titled("Duur").costing({Euro{2'000}, Per::time}));
  auto const page = text("/offerings", "maxPrice=10");
  EXPECT_NE(page.find(R"(<option value="10" selected>Hooguit € 10</option>)"), std::string::npos);
  EXPECT_EQ(page.find("Duur"), std::string::npos);
  EXPECT_NE(text("/offerings").find("maxPrice=25"), std::string::npos);
  EXPECT_EQ(ask("/offerings", http::Method::get, "maxPrice=-1").status, 400);
}

TEST_F(SiteTest, the_network_is_seen_from_the_town_and_from_a_partner) {
  auto const school = draft_.organisation(), club = draft_.add_organisation("Club <1>");
  auto& network = draft_.network();
  network.collaborations = {a_collaboration(draft_.new_id<Collaboration>(), school, club)};
  network.collaborations[0].kind = CollaborationKind::refers_to;
  network.channels = {a_channel(draft_.new_id<Channel>(), {school})};
  network.channels[0].families = *Percent::parse("35");
  for (auto const& [query, said] :
       {std::pair{"", "Club &lt;1&gt;"}, std::pair{"show=collaborations", "verwijst kinderen door naar"},
        std::pair{"show=collaborations&q=CLUB", "Samen een techniekdag"},
        std::pair{"show=channels", "Jeugdkrant"}, std::pair{"show=channels", "35% van de gezinnen"}}) {
    EXPECT_NE(text("/e/waterveen/network", query).find(said), std::string::npos) << query;
  }
  EXPECT_EQ(ask("/e/waterveen/network", http::Method::get, "show=niets").status, 400);
  auto const partner = text("/en/organisations/" + wegwijzer::text(club));
  EXPECT_NE(partner.find("Is referred children by"), std::string::npos);
  EXPECT_NE(partner.find("A technology day together"), std::string::npos);
  EXPECT_NE(text("/organisations/" + wegwijzer::text(school)).find("Jeugdkrant"), std::string::npos);
  EXPECT_EQ(ask("/e/nergens/network").status, 404);
}

TEST_F(SiteTest, an_organisation_tells_whether_it_has_trained_spotters_once_that_is_known) {
  auto const id = wegwijzer::text(draft_.organisation());
  EXPECT_EQ(text("/organisations/" + id).find("Talentfluisteraars"), std::string::npos);
  EXPECT_NE(text("/api/v1/organisations/" + id).find(R"("trainedSpotters":null)"), std::string::npos);
  for (auto const& [trained, said] : {std::pair{true, "Ja: er zijn"}, std::pair{false, "Nee: er is"}}) {
    draft_.provider().trained_spotters = trained;
    EXPECT_NE(text("/organisations/" + id).find(std::string("<dt>Talentfluisteraars</dt><dd>") + said),
              std::string::npos);
  }
}

TEST_F(SiteTest, each_organisation_stands_on_one_page_of_the_list) {
  for (int i = 10; i < 32; ++i) draft_.add_organisation("Club " + std::to_string(i));
  for (std::string const path : {"/organisations", "/e/waterveen/network"}) {
    auto const first = text(path), second = text(path, "page=2");
    for (int i = 10; i < 32; ++i) {
      auto const name = "Club " + std::to_string(i) + "</a>";
      EXPECT_NE(first.find(name) == std::string::npos, second.find(name) == std::string::npos) << name;
    }
    EXPECT_NE(first.find("Bladzijde 1 van 2"), std::string::npos) << path;
    EXPECT_NE(first.find(path + "?page=2"), std::string::npos) << path;
    EXPECT_NE(text(path, "page=9").find("Deze bladzijde is leeg"), std::string::npos) << path;
    auto const one = text(path, "q=club+12");
    EXPECT_NE(one.find("Club 12</a>"), std::string::npos) << path;
    EXPECT_EQ(one.find("Club 13</a>"), std::string::npos) << path;
    EXPECT_NE(one.find(R"(/en)" + path + "?q=club%2012"), std::string::npos) << path;
  }
}

TEST_F(SiteTest, a_learning_route_shows_its_steps_in_order) {
  auto const club = draft_.add(draft_.an_offering_at('B').titled("Robotclub").at_stage(Stage::belong));
  auto& network = draft_.network();
  network.routes = {a_learning_route(draft_.new_id<LearningRoute>(), {offering_, club})};
  auto const route = "/routes/" + wegwijzer::text(network.routes[0].id);
  auto const page = text(route);
  EXPECT_LT(page.find("Robots&lt;/b"), page.find("Robotclub"));
  EXPECT_NE(page.find("Lid worden"), std::string::npos);
  auto const step = text("/offerings/" + wegwijzer::text(club));
  EXPECT_NE(step.find("Onderdeel van de leerroute"), std::string::npos);
  EXPECT_NE(step.find(route), std::string::npos);
  EXPECT_NE(step.find(R"(<strong aria-current="step">Robotclub</strong>)"), std::string::npos);
  EXPECT_EQ(ask("/routes/niets").status, 404);
}

TEST_F(SiteTest, an_agreed_step_is_marked_and_a_proposed_one_is_not) {
  auto const club = draft_.add_organisation("Club");
  Offering training = draft_.an_offering_at('B').titled("Training").about("music").for_ages(8, 12);
  training.organisation = club;
  draft_.add(training);
  auto& edge = draft_.network().steps.emplace_back(
      a_step_edge(draft_.new_id<StepEdge>(), offering_, training.id, Direction::deepen));
  auto const path = "/offerings/" + wegwijzer::text(offering_);
  auto const json = [&] { return text("/api/v1" + path + "/next-steps", "age=9"); };
  auto const network = [&] { return text("/e/waterveen/network", "show=steps"); };
  // Music is another theme: by the definitions it broadens.
  EXPECT_EQ(text(path).find("fgesproken"), std::string::npos);
  EXPECT_EQ(text(path).find("kennismaken"), std::string::npos);
  EXPECT_NE(json().find(R"("reason":"other_theme","theme":"music","agreed":false,"edge":null)"),
            std::string::npos);
  EXPECT_NE(network().find("verdiepen, voorgesteld"), std::string::npos);
  edge.agreed_by_from = true;
  EXPECT_NE(network().find("een van de twee zegt ja"), std::string::npos);
  edge.agreed_by_to = true;
  edge.confirmed_on = date(2026, 11, 1);
  EXPECT_NE(text(path).find("Samen afgesproken</span> Zij vinden dat dit hier goed op volgt"),
            std::string::npos);
  EXPECT_NE(json().find(R"("reason":"agreed","theme":null,"agreed":true,"edge":{)"), std::string::npos);
  EXPECT_NE(json().find(R"("confirmedOn":"2026-11-01"})"), std::string::npos);
  EXPECT_NE(network().find("samen afgesproken"), std::string::npos);
  EXPECT_NE(text("/en/e/waterveen/network", "show=steps").find("go deeper, agreed together"),
            std::string::npos);
}

TEST_F(SiteTest, a_step_says_who_agreed_on_it_why_and_when_that_was_confirmed) {
  auto const club = draft_.add_organisation("Club <1>");
  Offering training = draft_.an_offering_at('B').titled("Training").about("music").for_ages(8, 12);
  training.organisation = club;
  draft_.add(training);
  auto& edge =
      draft_.network().steps.emplace_back(a_step_edge(draft_.new_id<StepEdge>(), offering_, training.id));
  edge.evidence = "De <i>trainer</i> komt kennismaken";
  edge.agreed_by_to = true;
  auto const network = [&] { return text("/e/waterveen/network", "show=steps"); };
  EXPECT_NE(network().find("Ja tegen deze stap zei Club &lt;1&gt;"), std::string::npos);
  EXPECT_NE(network().find("Nog door niemand nagekeken."), std::string::npos);
  edge.agreed_by_from = true;
  edge.confirmed_on = date(2026, 11, 1);
  auto const offering = [&] { return text("/offerings/" + wegwijzer::text(offering_)); };
  for (auto const& page : {network(), offering()}) {
    EXPECT_NE(page.find("De &lt;i&gt;trainer&lt;/i&gt; komt kennismaken"), std::string::npos);
    EXPECT_NE(page.find("Deze stap is afgesproken door Techniekhuis en Club &lt;1&gt;"), std::string::npos);
    EXPECT_NE(page.find("Nagekeken op zondag 1 november"), std::string::npos);
    EXPECT_EQ(page.find("Al een tijd niet nagekeken"), std::string::npos);
  }
  edge.confirmed_on = date(2025, 11, 1);
  for (auto const& page : {network(), offering()}) {
    EXPECT_NE(page.find("Al een tijd niet nagekeken"), std::string::npos);
  }
  expect_golden("web/network_steps.html", steady_page("/e/waterveen/network", "show=steps"));
}

TEST_F(SiteTest, what_a_report_says_has_its_reference_and_is_never_unconfirmed) {
  draft_.ecosystem().origin = Origin::report;
  auto const partner = draft_.add_organisation("Museum");
  auto& facts = draft_.network().facts;
  facts = {a_fact(draft_.new_id<Fact>(), {partner}), a_fact(draft_.new_id<Fact>())};
  facts[0].level = Level::micro;
  facts[1].kind = FactKind::about, facts[1].dutch = "Een stad met water.";
  auto const town = text("/e/waterveen");
  EXPECT_NE(town.find("Een stad met water."), std::string::npos);
  EXPECT_EQ(town.find("<form"), std::string::npos);
  EXPECT_EQ(text("/offerings", "ecosystem=waterveen").find("<form"), std::string::npos);
  auto const page = text("/organisations/" + wegwijzer::text(partner));
  EXPECT_NE(page.find("deel 3, Waterveen"), std::string::npos);
  EXPECT_EQ(page.find("nagekeken"), std::string::npos);
  auto const micro = text("/e/waterveen/facts", "level=micro");
  EXPECT_NE(micro.find("Kinderen zoeken wormen."), std::string::npos);
  EXPECT_EQ(micro.find("Een stad met water."), std::string::npos);
  EXPECT_NE(micro.find(R"(href="/en/e/waterveen/facts?level=micro")"), std::string::npos);
  EXPECT_EQ(ask("/e/waterveen/facts", http::Method::get, "kind=niets").status, 400);
  for (auto const* path : {"/e/waterveen", "/e/waterveen/network", "/e/waterveen/facts"}) {
    EXPECT_NE(text(path).find("Uit het rapport Samenwerken aan talentontwikkeling"), std::string::npos)
        << path;
    EXPECT_EQ(text(path).find("bestaan niet echt"), std::string::npos) << path;
  }
}

TEST_F(SiteTest, the_network_as_json) {
  auto& network = draft_.network();
  network.facts = {a_fact(draft_.new_id<Fact>(), {draft_.organisation()}), a_fact(draft_.new_id<Fact>())};
  network.facts[1].kind = FactKind::plan;
  network.routes = {a_learning_route(draft_.new_id<LearningRoute>(), {offering_})};
  auto const below = [&](std::string const& path, std::string const& query = "") {
    return text("/api/v1/ecosystems/waterveen/" + path, query);
  };
  EXPECT_NE(below("facts").find(R"("total":2)"), std::string::npos);
  EXPECT_NE(below("facts", "kind=plan").find(R"("total":1)"), std::string::npos);
  EXPECT_NE(below("routes").find(R"("stage":null)"), std::string::npos);
  network.steps = {a_step_edge(draft_.new_id<StepEdge>(), offering_, draft_.add(draft_.an_offering_at('B')))};
  network.steps[0].ages = AgeRange{8, 10};
  EXPECT_NE(below("next-steps").find(R"("direction":"deepen","ages":{"from":8,"to":10},"agreed":false,)"),
            std::string::npos);
  EXPECT_NE(below("channels").find(R"("results":[])"), std::string::npos);
  EXPECT_NE(text("/api/v1/ecosystems").find(R"("origin":"fictional")"), std::string::npos);
  EXPECT_EQ(ask("/api/v1/ecosystems/nergens/facts").status, 404);
}

class CompletenessPages : public SiteTest {
 protected:
  CompletenessPages() {
    draft_.add_buurt_around("A", "BU00010101");
    draft_.add_buurt_around("B", "BU00010102");
    draft_.areas().push_back(a_buurt("WK000101", "West"));
    auto const school = draft_.add_organisation("School");
    draft_.organisation_of(school).sector = Sector::education;
    draft_.venue(draft_.add_venue('A', school)).kind = *VenueKind::parse("school");
    auto& inquiries = draft_.network().inquiries;
    inquiries = {
        an_inquiry(draft_.new_id<Inquiry>(), {*AreaCode::parse("BU00010102")}, {*ThemeCode::parse("nature")}),
        an_inquiry(draft_.new_id<Inquiry>(), {}, {*ThemeCode::parse("music")}, InquiryAnswer::some)};
    for (auto& inquiry : inquiries) {
      inquiry.asked = school;
      inquiry.confirmed_on = date(2026, 9, 1);
    }
    inquiries[1].note = "Op zolder & <b>samen</b>";
  }

  std::string below(std::string const& path, std::string const& query = "") {
    return text("/e/waterveen/completeness" + path, query);
  }
};

TEST_F(CompletenessPages, call_only_what_was_asked_a_white_spot) {
  auto const asked = below("/BU00010102", "theme=nature&age=9");
  EXPECT_NE(asked.find("Niets: een witte vlek"), std::string::npos);
  EXPECT_NE(asked.find("Gevraagd op dinsdag 1 september 2026."), std::string::npos);
  auto const unasked = below("/BU00010101", "theme=nature&age=9");
  EXPECT_EQ(unasked.find("witte vlek"), std::string::npos);
  EXPECT_NE(unasked.find("Dit is nog aan niemand gevraagd."), std::string::npos);
  // The wijk has a buurt where nobody was asked.
  EXPECT_EQ(below("/WK000101", "theme=nature&age=9").find("witte vlek"), std::string::npos);
  // Nobody ever confirmed the robots.
  auto const old = below("/BU00010101", "theme=technology&age=9");
  EXPECT_NE(old.find(">Verouderd</strong>"), std::string::npos);
  EXPECT_NE(old.find("Robots&lt;/b&gt;"), std::string::npos);
}

TEST_F(CompletenessPages, have_shares_that_add_up_to_all) {
  // 1/3 each: 33 1/3, of which the first gets what is left over.
  EXPECT_EQ(whole_percents({1, 1, 1, 0, 0}), (StateCounts{34, 33, 33, 0, 0}));
  // 8.27, 6.85, 20.90, 7.69 and 56.29 of 5,852: 97 rounded down, and three for the largest remainders.
  EXPECT_EQ(whole_percents({484, 401, 1223, 450, 3294}), (StateCounts{8, 7, 21, 8, 56}));
  // 99.6 is not all.
  EXPECT_EQ(whole_percents({996, 4, 0, 0, 0}), (StateCounts{99, 1, 0, 0, 0}));
  EXPECT_EQ(whole_percents({7, 0, 0, 0, 0}), (StateCounts{100, 0, 0, 0, 0}));
  EXPECT_EQ(whole_percents({}), StateCounts{});
}

TEST_F(CompletenessPages, show_what_was_said_as_text) {
  auto const page = below("/BU00010101", "theme=music&age=9");
  EXPECT_NE(page.find("Op zolder &amp; &lt;b&gt;samen&lt;/b&gt;"), std::string::npos);
}

TEST_F(CompletenessPages, refuse_what_is_no_age_theme_or_area_of_theirs) {
  for (auto const* query : {"age=3", "age=15", "theme=robotics", "theme=niets"})
    EXPECT_EQ(ask("/e/waterveen/completeness", http::Method::get, query).status, 400) << query;
  for (auto const* path : {"/e/waterveen/completeness/BU09999999", "/e/waterveen/completeness/x",
                           "/e/niets/completeness", "/e/niets/questions", "/e/niets/questions.csv"})
    EXPECT_EQ(ask(path).status, 404) << path;
}

TEST_F(CompletenessPages, give_questions_that_can_be_filled_in_and_read_back) {
  auto const vocabulary = a_vocabulary();
  auto const import = read_inquiries_csv(text("/e/waterveen/questions.csv"), *vocabulary, date(2026, 11, 24));
  ASSERT_TRUE(import);
  EXPECT_TRUE(import->problems.empty());
  // Technology in both buurten, nature in that of which nobody was asked; music is known to exist.
  ASSERT_EQ(import->rows.size(), 2U);
  EXPECT_EQ(import->rows[0].asked + ", " + import->rows[1].asked, "Techniekhuis, School");
  for (auto const& row : import->rows) {
    EXPECT_EQ(row.areas, std::vector<std::string>{"West (WK000101)"});
    EXPECT_FALSE(row.answered);
  }
}

TEST_F(CompletenessPages, as_json_have_each_age_in_one_state) {
  auto const known = text("/api/v1/ecosystems/waterveen/completeness");
  // 2 buurten, 3 themes, 11 ages: robots of 8-12 are stale; nature in one; music in both.
  EXPECT_NE(
      known.find(R"("counts":{"covered":0,"reportedSome":22,"stale":5,"reportedNone":11,"notAsked":28})"),
      std::string::npos)
      << known;
  auto const questions = text("/api/v1/ecosystems/waterveen/questions");
  EXPECT_NE(questions.find(R"("openCells":33,"shortest":true,"atLeast":2)"), std::string::npos) << questions;
}

TEST_F(CompletenessPages, are_as_they_were_reviewed) {
  expect_golden("web/completeness.html", steady_page("/e/waterveen/completeness"));
  expect_golden("web/completeness_of_area.en.html",
                steady_page("/en/e/waterveen/completeness/WK000101", "theme=music&age=7"));
  expect_golden("web/questions.html", steady_page("/e/waterveen/questions"));
  expect_golden("web/questions.csv", text("/e/waterveen/questions.csv"));
  expect_golden("web/completeness.csv", text("/e/waterveen/completeness.csv"));
}

TEST_F(SiteTest, shows_its_own_style_in_every_state_but_not_to_search_engines) {
  auto const answer = ask("/stijl");
  EXPECT_EQ(answer.headers.first("X-Robots-Tag"), "noindex");
  auto const page = text("/stijl");
  for (auto const* said :
       {"Gratis", "Vol", "Vol, wachtlijst", "Aanmelden kan niet meer", "Al een tijd niet nagekeken",
        "Nog niet bevestigd", "<mark>robot</mark>", "We kennen ‘Nergensland’ niet", "data-venues", "Thuis"}) {
    EXPECT_NE(page.find(said), std::string::npos) << said;
  }
  EXPECT_NE(text("/en/stijl").find("Style of the site"), std::string::npos);
  EXPECT_EQ(text("/").find("/stijl"), std::string::npos);
}

TEST_F(SiteTest, shows_each_colour_that_the_style_sheet_names) {
  auto const page = text("/stijl");
  auto const style = style_sheet();
  std::regex const named("--([a-z-]+): #");
  for (std::sregex_iterator at(style.begin(), style.end(), named), end; at != end; ++at) {
    auto const name = (*at)[1].str();
    EXPECT_NE(page.find("<span class=\"swatch " + name + "\">"), std::string::npos) << name;
    EXPECT_NE(style.find(".swatch." + name + " { background: var(--" + name + "); }"), std::string::npos)
        << name;
  }
}

TEST_F(SiteTest, the_log_gets_the_pattern_and_not_the_path) {
  EXPECT_EQ(ask("/offerings/" + wegwijzer::text(offering_)).route, "/offerings/{id}");
}

}  // namespace wegwijzer::web
