// SPDX-License-Identifier: EUPL-1.2
// The look of an ecosystem, on whose pages it is and how it is served.
#include "web/own_look.h"

#include <gmock/gmock.h>

#include "http/conditional.h"
#include "kit/drawn_atlas.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "web/flyer_text.h"
#include "web/site.h"

namespace wegwijzer::web {

namespace {

using testing::HasSubstr;
using testing::Not;

class OwnLook : public testing::Test {
 protected:
  OwnLook() {
    offering_ = draft_.add(draft_.an_offering_at('A').titled("Robots"));
    draft_.ecosystem().colour = Colour{{0xc8, 0x10, 0x2e}};
    draft_.ecosystem().logo = Picture{std::string(32, 'a'), 600, 240, "Gemeente \"W\""};
  }

  http::Response ask(std::string const& path, std::string const& query = "") {
    auto const atlas = std::make_shared<Atlas const>(draft_.atlas());
    Site const site([&] { return atlas; }, *store_, clock_);
    http::Request request;
    request.path = *http::Path::parse(path);
    request.query = *http::Parameters::parse(query);
    return site.answer(request);
  }

  std::string text(std::string const& path, std::string const& query = "") {
    return std::string(ask(path, query).body.bytes());
  }

  print::Flyer flyer_text_of_area() {
    auto const atlas = draft_.atlas();
    View const view{atlas, language("nl"), {date(2026, 11, 24), {600}}};
    auto const choice = rank_for_flyer(atlas, {}, view.moment, 8).first(8);
    return flyer_text(view, {"Wat kun je doen?", {}, Url::path("/offerings"), {}}, choice);
  }

  // The v of the style sheet that the page asks for.
  std::string version() {
    auto const page = text("/e/waterveen");
    std::string const before = "/e/waterveen/theme.css?v=";
    auto const at = page.find(before) + before.size();
    return page.substr(at, page.find('"', at) - at);
  }

  AtlasDraft draft_{"H---A---B"};
  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  Id<Offering> offering_;
};

}  // namespace

TEST_F(OwnLook, is_on_the_pages_of_the_ecosystem) {
  auto const offering = "/offerings/" + wegwijzer::text(offering_);
  for (auto const& path : {std::string("/e/waterveen"), offering, "/en" + offering}) {
    auto const page = text(path);
    EXPECT_LT(page.find("site.css"), page.find("/e/waterveen/theme.css?v=")) << path;
    EXPECT_THAT(page, HasSubstr(std::string("<img src=\"/pictures/") + std::string(32, 'a') +
                                "-480.webp\" width=\"600\" height=\"240\" alt=\"Gemeente &quot;W&quot;\""))
        << path;
    EXPECT_THAT(page, HasSubstr("<span>Wegwijzer</span>")) << path;
  }
  EXPECT_THAT(text("/embed/offerings", "ecosystem=waterveen"), HasSubstr("/e/waterveen/theme.css?v="));
}

TEST_F(OwnLook, is_on_all_pages_when_there_is_no_other_ecosystem) {
  for (auto const* path : {"/", "/about", "/offerings", "/niets"}) {
    EXPECT_THAT(text(path), HasSubstr("/e/waterveen/theme.css?v=")) << path;
  }
  draft_.ecosystem().origin = Origin::report;  // only a publication is left
  EXPECT_THAT(text("/about"), Not(HasSubstr("theme.css")));
  EXPECT_THAT(text("/e/waterveen"), HasSubstr("/e/waterveen/theme.css?v="));
}

// #c8102e is read on white as it is: 5.9 to 1.
TEST_F(OwnLook, is_on_a_flyer_of_which_all_is_of_that_ecosystem) {
  auto const titles = [&] { return flyer_text_of_area().colours; };
  EXPECT_EQ(titles().main, "#c8102e");
  EXPECT_TRUE(titles().band);
  draft_.ecosystem().colour.reset();
  EXPECT_EQ(titles().main, print::FlyerColours().main);
  EXPECT_FALSE(titles().band);
}

TEST_F(OwnLook, is_on_the_picture_of_the_map) {
  std::string const dot = "dot=" + wegwijzer::text(draft_.at('A'));
  EXPECT_THAT(text("/map/picture.svg", dot + "&ecosystem=waterveen"), HasSubstr("fill=\"#c8102e\""));
  EXPECT_THAT(text("/map/picture.svg", dot + "&look=dark"), Not(HasSubstr("fill=\"#7fd4c9\"")));
  EXPECT_THAT(text("/offerings", "ecosystem=waterveen"),
              HasSubstr("/map/picture.svg?ecosystem=waterveen&amp;"));
}

TEST_F(OwnLook, is_said_by_the_api) {
  EXPECT_THAT(text("/api/v1/ecosystems"),
              HasSubstr("\"colour\":\"#c8102e\",\"accent\":null,\"logo\":{\"path\":\"/pictures/" +
                        std::string(32, 'a') + "-600.webp\",\"width\":600,\"height\":240,"));
}

TEST_F(OwnLook, is_not_asked_for_by_who_has_none) {
  draft_.ecosystem().colour.reset();
  draft_.ecosystem().logo.reset();
  EXPECT_THAT(text("/e/waterveen"), Not(HasSubstr("theme.css")));
  EXPECT_THAT(text("/e/waterveen"), Not(HasSubstr("class=\"logo\"")));
  EXPECT_EQ(ask("/e/waterveen/theme.css").status, 404);
  EXPECT_EQ(ask("/e/niets/theme.css").status, 404);
}

TEST_F(OwnLook, is_kept_by_browsers_until_it_changes) {
  auto const before = version();
  auto const sheet = ask("/e/waterveen/theme.css", "v=" + before);
  EXPECT_EQ(sheet.status, 200);
  EXPECT_EQ(sheet.headers.first("Content-Type"), "text/css; charset=utf-8");
  EXPECT_EQ(sheet.headers.first("Cache-Control"), http::keep::forever);
  draft_.ecosystem().colour = Colour{{0x00, 0x30, 0x80}};
  EXPECT_NE(version(), before);
  EXPECT_EQ(ask("/e/waterveen/theme.css", "v=" + before).headers.first("Cache-Control"),
            http::keep::ask_again);
}

}  // namespace wegwijzer::web
