// SPDX-License-Identifier: EUPL-1.2
// What leaves the site: flyers, calendars, codes and lists on the websites of others.
#include "web/sharing.h"

#include <gmock/gmock.h>

#include "http/security_headers.h"
#include "kit/drawn_atlas.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "web/own_page.h"
#include "web/routes.h"
#include "web/short_address.h"
#include "web/site.h"

namespace wegwijzer::web {

namespace {

using testing::HasSubstr;
using testing::Not;

class SharingTest : public testing::Test {
 protected:
  SharingTest() {
    Offering offering = draft_.an_offering_at('A').titled("Robots & co").when("elke woensdag 14:00-15:00");
    offering.confirmed_on = date(2026, 11, 1);
    offering_ = draft_.add(offering);
    school_ = draft_.add_venue('B');
  }

  http::Response ask(std::string const& path, std::string const& query = "") {
    auto const atlas = std::make_shared<Atlas const>(draft_.atlas());
    Site const site([&] { return atlas; }, *store_, clock_, address_);
    http::Request request;
    request.path = *http::Path::parse(path);
    request.query = *http::Parameters::parse(query);
    return site.answer(request);
  }

  std::string text(std::string const& path, std::string const& query = "") {
    return std::string(ask(path, query).body.bytes());
  }

  // A neighbourhood around the whole town, spoken of as the place of A.
  void live_in_a_neighbourhood() {
    draft_.add_buurt_at('A', "BU00010101");
    auto const west = draft_.at('H'), east = draft_.at('B');
    constexpr std::int32_t beyond = 10'000;  // 1e-7 degree: about 100 metres
    draft_.areas().back().outline = {{.outer = {{west.latitude - beyond, west.longitude - beyond},
                                                {west.latitude - beyond, east.longitude + beyond},
                                                {west.latitude + beyond, east.longitude + beyond},
                                                {west.latitude + beyond, west.longitude - beyond},
                                                {west.latitude - beyond, west.longitude - beyond}},
                                      .holes = {}}};
  }

  std::string from_middle() { return "near=" + wegwijzer::text(draft_.at('A')); }

  std::string home() { return "near=" + wegwijzer::text(draft_.at('H')); }

  AtlasDraft draft_{"H---A---B"};
  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::optional<PublicAddress> address_ = *PublicAddress::parse("https://wegwijzer.example");
  Id<Offering> offering_;
  Id<Venue> school_;
};

}  // namespace

TEST_F(SharingTest, flyers_are_pdf_in_the_language_of_the_address) {
  for (auto const& [path, language] :
       {std::pair{std::string("/offerings/flyer.pdf"), "/Lang (nl)"},
        {"/en/venues/" + wegwijzer::text(school_) + "/flyer.pdf", "/Lang (en)"}}) {
    auto const answer = ask(path);
    EXPECT_EQ(answer.headers.first("Content-Type"), "application/pdf") << path;
    EXPECT_THAT(answer.body.bytes(), testing::StartsWith("%PDF")) << path;
    EXPECT_THAT(answer.body.bytes(), HasSubstr(language)) << path;
  }
  EXPECT_EQ(ask("/areas/BU99999999/flyer.pdf").status, 404);
  EXPECT_EQ(ask("/offerings/flyer.pdf", "theme=niets").status, 400);
}

TEST_F(SharingTest, calendar_has_the_coming_sessions_and_may_be_kept_for_some_hours) {
  auto const answer = ask("/calendar.ics");
  EXPECT_EQ(answer.headers.first("Content-Type"), "text/calendar; charset=utf-8");
  EXPECT_EQ(answer.headers.first("Cache-Control"), "public, max-age=10800");
  EXPECT_THAT(answer.body.bytes(), HasSubstr("SUMMARY:Robots & co"));
  EXPECT_THAT(answer.body.bytes(), HasSubstr("DTSTART:20261125T130000Z"));
  auto const before = std::string(answer.body.bytes());
  clock_.set(instant(date(2026, 11, 24), {22 * 60}));
  EXPECT_EQ(text("/calendar.ics"), before) << "the same all day, so that it is sent once";
  EXPECT_THAT(text("/calendar.ics", "theme=music"), Not(HasSubstr("VEVENT")));
}

TEST_F(SharingTest, calendar_of_what_is_made_up_says_so_in_its_name_and_in_what_it_holds) {
  draft_.ecosystem().origin = Origin::own;
  EXPECT_THAT(text("/calendar.ics"), Not(HasSubstr("verzonnen")));
  draft_.ecosystem().origin = Origin::fictional;
  auto const calendar = text("/calendar.ics");
  EXPECT_THAT(calendar, HasSubstr("X-WR-CALNAME:Wegwijzer (verzonnen)\r\n"));
  EXPECT_THAT(calendar, HasSubstr("X-WR-CALDESC:Dit is een voorbeeld (Waterveen)."));
  EXPECT_THAT(text("/en/calendar.ics"), HasSubstr("X-WR-CALNAME:Wegwijzer (made up)\r\n"));
}

TEST_F(SharingTest, no_way_out_of_a_search_tells_the_home) {
  auto const page = text("/offerings", home());
  auto const shared = page.substr(page.find("class=\"sharing\""));
  EXPECT_THAT(shared, HasSubstr("/offerings/flyer.pdf"));
  EXPECT_THAT(shared, HasSubstr("/calendar.ics"));
  EXPECT_THAT(shared, HasSubstr("/embed"));
  // Outside every area there is no middle to start from instead.
  EXPECT_THAT(shared.substr(0, shared.find("</section>")), Not(HasSubstr("near")));
}

TEST_F(SharingTest, what_is_shared_from_a_home_in_a_neighbourhood_starts_at_its_middle) {
  live_in_a_neighbourhood();
  auto const home = wegwijzer::text(draft_.at('H')), middle = wegwijzer::text(draft_.at('A'));
  for (auto const& path : {std::string("/offerings"), "/offerings/" + wegwijzer::text(offering_)}) {
    auto const page = text(path, "near=" + home);
    auto const from = page.find("class=\"sharing\"");
    auto const shared = page.substr(from, page.find("</section>", from) - from);
    EXPECT_THAT(shared, HasSubstr(percent_encoded(middle))) << path;
    for (auto const& told : {home, percent_encoded(home), percent_encoded(percent_encoded(home))}) {
      EXPECT_THAT(shared, Not(HasSubstr(told))) << path;
    }
  }
}

// What leaves is the same for everybody in the neighbourhood, to the byte: then it cannot tell who asked.
TEST_F(SharingTest, what_leaves_the_site_is_the_same_for_each_home_in_a_neighbourhood) {
  live_in_a_neighbourhood();
  auto const elsewhere = "near=" + wegwijzer::text(draft_.at('B'));
  for (auto const* path : {"/offerings/flyer.pdf", "/calendar.ics", "/embed/offerings"}) {
    EXPECT_EQ(text(path, home()), text(path, from_middle())) << path;
    EXPECT_EQ(text(path, home()), text(path, elsewhere)) << path;
  }
}

TEST_F(SharingTest, a_code_is_made_from_the_middle_of_a_neighbourhood_and_never_from_a_home) {
  live_in_a_neighbourhood();
  EXPECT_EQ(ask("/qr.svg", "page=" + percent_encoded("/offerings?" + from_middle())).status, 200);
  EXPECT_EQ(ask("/qr.svg", "page=" + percent_encoded("/offerings?" + home())).status, 400);
  auto beside = draft_.at('A');
  beside.longitude += 1;  // a centimetre from the middle is somebody's place again
  EXPECT_EQ(ask("/qr.svg", "page=" + percent_encoded("/offerings?near=" + wegwijzer::text(beside))).status,
            400);
}

TEST_F(SharingTest, codes_are_only_of_pages_of_this_site) {
  auto const code = ask("/qr.svg", "page=/offerings?theme%3Dmusic");
  EXPECT_EQ(code.headers.first("Content-Type"), "image/svg+xml");
  EXPECT_THAT(code.body.bytes(), HasSubstr("<title>https://wegwijzer.example/offerings?theme=music</title>"));
  for (auto const* foreign : {"https://elders.example", "//elders.example", "/%5Celders.example", "",
                              "offerings", "/../geheim", "javascript:alert(1)", "/a%23b"}) {
    EXPECT_EQ(ask("/qr.svg", std::string("page=") + foreign).status, 400) << foreign;
  }
  EXPECT_EQ(ask("/qr.svg", "page=/offerings?near%3D52.0,4.0").status, 400);
}

TEST_F(SharingTest, without_a_public_address_no_code_and_no_line_is_given) {
  address_.reset();
  EXPECT_EQ(ask("/qr.svg", "page=/offerings").status, 503);
  EXPECT_THAT(text("/offerings"), Not(HasSubstr("/qr.svg")));
  EXPECT_THAT(text("/embed"), Not(HasSubstr("<textarea")));
  EXPECT_THAT(text("/embed"), HasSubstr("kent haar eigen adres nog niet"));
  EXPECT_THAT(ask("/offerings/flyer.pdf").body.bytes(), testing::StartsWith("%PDF"));
}

TEST_F(SharingTest, short_addresses_lead_to_offering_and_venue_in_either_case) {
  auto const code = short_code(offering_.uuid());
  EXPECT_EQ(code.size(), 10U);
  EXPECT_EQ(ask("/k/" + code).headers.first("Location"), "/offerings/" + wegwijzer::text(offering_));
  std::string capitals = code;
  for (auto& c : capitals) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  EXPECT_EQ(ask("/en/k/" + capitals).headers.first("Location"),
            "/en/offerings/" + wegwijzer::text(offering_));
  EXPECT_EQ(ask("/k/" + short_code(school_.uuid())).headers.first("Location"),
            "/venues/" + wegwijzer::text(school_));
  EXPECT_EQ(ask("/k/2222222222").status, 404);
  EXPECT_EQ(ask("/k/kort").status, 404);
}

TEST_F(SharingTest, only_the_embedded_list_may_stand_in_a_frame_of_another_site) {
  for (auto const& route : routes()) {
    if (route.method != http::Method::get || route.pattern.find('{') != route.pattern.npos) continue;
    auto answer = ask(std::string(route.pattern));
    http::add_security_headers(answer, {});
    auto const policy = std::string(*answer.headers.first("Content-Security-Policy"));
    bool const embedded = route.pattern == "/embed/offerings";
    EXPECT_THAT(policy, HasSubstr(embedded ? "frame-ancestors *" : "frame-ancestors 'none'"))
        << route.pattern;
    bool const shared = embedded || route.pattern == "/embed.js";
    bool const open = route.pattern.starts_with("/api/");
    if (open) continue;
    EXPECT_EQ(answer.headers.first("Cross-Origin-Resource-Policy"), shared ? "cross-origin" : "same-origin")
        << route.pattern;
    EXPECT_EQ(answer.headers.has("Access-Control-Allow-Origin"), route.pattern == "/embed.js")
        << route.pattern;
    EXPECT_FALSE(answer.headers.has("Set-Cookie")) << route.pattern;
  }
  EXPECT_THAT(*ask("/embed").headers.first("Content-Security-Policy"), HasSubstr("frame-src 'self'"));
  EXPECT_THAT(*ask("/embed/offerings", "age=negen").headers.first("Content-Security-Policy"),
              HasSubstr("frame-ancestors *"));
}

TEST_F(SharingTest, embedded_list_opens_its_links_outside_the_frame) {
  auto const page = text("/embed/offerings", "theme=technology");
  EXPECT_THAT(page, HasSubstr(R"(<base target="_blank">)"));
  EXPECT_THAT(page, HasSubstr("Robots &amp; co"));
  EXPECT_THAT(page, HasSubstr("nieuw venster"));
  EXPECT_THAT(text("/en/embed/offerings"), HasSubstr(R"(<html lang="en" dir="ltr">)"));
  EXPECT_THAT(text("/embed/offerings", "view=map"), HasSubstr("<ww-map"));
  EXPECT_THAT(page, Not(HasSubstr("<ww-map")));
}

TEST_F(SharingTest, a_place_that_a_partner_types_becomes_an_area_or_says_why_not) {
  draft_.areas() = {};
  draft_.add_buurt_between('H', 'B', "WK000101", "Het Veen");
  auto const place = "where=" + wegwijzer::text(draft_.at('H'));
  EXPECT_THAT(text("/embed", place), HasSubstr("area=WK000101&quot;"));
  EXPECT_THAT(text("/embed", place), Not(HasSubstr("near=")));
  EXPECT_THAT(text("/embed", "where=nergens"), HasSubstr("We kennen ‘nergens’ niet."));
  EXPECT_THAT(text("/embed", "where=53.5,6.5"), HasSubstr("geen wijk of gemeente om ‘53.5,6.5’"));
  EXPECT_EQ(ask("/embed/offerings", "where=nergens").status, 400);
  EXPECT_THAT(text("/embed/offerings"), HasSubstr(R"(<link rel="icon")"));
}

TEST_F(SharingTest, line_for_a_partner_runs_from_the_left_in_every_language) {
  EXPECT_THAT(text("/ar/embed"), HasSubstr(R"(<textarea id="line" dir="ltr")"));
}

TEST_F(SharingTest, partner_gets_one_line_that_works_without_script_too) {
  auto const page = text("/embed", "theme=music&view=map");
  EXPECT_THAT(
      page,
      HasSubstr(
          "&lt;wegwijzer-kaart&gt;&lt;a href=&quot;https://wegwijzer.example/offerings?theme=music&quot;&gt;"
          "Activiteiten voor kinderen: music&lt;/a&gt;&lt;/wegwijzer-kaart&gt;&lt;script "
          "type=&quot;module&quot; "
          "src=&quot;https://wegwijzer.example/embed.js&quot;&gt;&lt;/script&gt;"));
  EXPECT_THAT(text("/embed", home()), Not(HasSubstr("near=")));
}

TEST(OwnPage, is_written_as_this_site_writes_it) {
  EXPECT_EQ(OwnPage::parse("/offerings?q=b\xc3\xa9", {})->url().text(), "/offerings?q=b%C3%A9");
  EXPECT_EQ(OwnPage::parse("/", {})->url().text(), "/");
}

}  // namespace wegwijzer::web
