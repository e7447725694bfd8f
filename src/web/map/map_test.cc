// SPDX-License-Identifier: EUPL-1.2
// The routes of the map, as a browser asks for them.
#include <gmock/gmock.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/embedded.h"
#include "http/conditional.h"
#include "http/delivery.h"
#include "kit/drawn_atlas.h"
#include "kit/read_glyphs.h"
#include "kit/read_tile.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "web/site.h"

namespace wegwijzer::web {

namespace {

using nlohmann::json;
using testing::HasSubstr;

// The signs of a valid text in UTF-8, without those that only part lines.
std::set<std::uint32_t> signs_of(std::string_view text) {
  std::set<std::uint32_t> signs;
  for (std::size_t i = 0; i < text.size();) {
    auto const head = static_cast<unsigned char>(text[i]);
    std::size_t const more = head < 0x80 ? 0 : head < 0xE0 ? 1 : head < 0xF0 ? 2 : 3;
    std::uint32_t sign = more == 0 ? head : head & (0x3FU >> more);
    for (std::size_t k = 1; k <= more; ++k) {
      sign = sign << 6U | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    }
    if (sign >= ' ') signs.insert(sign);
    i += more + 1;
  }
  return signs;
}

class MapRoutes : public testing::Test {
 protected:
  http::Response ask(std::string const& path, std::string const& query = "", http::Headers headers = {}) {
    Site const site([&] { return atlas_; }, *store_, clock_);
    http::Request request;
    request.path = *http::Path::parse(path);
    request.query = *http::Parameters::parse(query);
    request.headers = std::move(headers);
    return http::delivered(request, site.answer(request));
  }

  // Of the tile at zoom 14 with place A.
  std::string tile_at_a(std::string const& version) {
    auto const at = tiles::to_world(draft_.at('A'));
    return "/map/" + version + "/14/" + std::to_string(at.x >> 18U) + "/" + std::to_string(at.y >> 18U) +
           ".mvt";
  }

  std::string letters_at(std::string const& font, std::string const& range) {
    auto path = style()["glyphs"].get<std::string>();
    auto const put = [&](std::string const& word, std::string const& value) {
      path.replace(path.find(word), word.size(), value);
    };
    put("{fontstack}", font.substr(0, font.find(' ')) + "%20" + font.substr(font.find(' ') + 1));
    put("{range}", range);
    return path;
  }

  std::map<std::uint32_t, ReadGlyph> letters_of(std::string const& font, std::string const& range) {
    auto const response = ask(letters_at(font, range));
    return response.status == 200 ? ReadGlyphs::read(response.body.bytes()).letters
                                  : std::map<std::uint32_t, ReadGlyph>{};
  }

  json style(std::string const& path = "/map/style.json", std::string const& query = "") {
    return json::parse(ask(path, query).body.bytes());
  }

  AtlasDraft draft_{"H---A---B"};
  std::shared_ptr<Atlas const> atlas_ = std::make_shared<Atlas const>(draft_.atlas());
  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
};

}  // namespace

TEST_F(MapRoutes, tell_where_all_that_is_found_is_done_once_a_place) {
  draft_.add(draft_.an_offering_at('A').titled("een"));
  Offering same = draft_.an_offering_at('B').titled("twee");
  draft_.add(same);
  same.id = draft_.new_id<Offering>();
  draft_.add(same);
  Offering home = draft_.an_offering_at('B').titled("thuis");
  home.venue.reset();
  home.where = Where::at_home;
  draft_.add(home);
  atlas_ = std::make_shared<Atlas const>(draft_.atlas());
  auto const near = "near=" + wegwijzer::text(draft_.at('H'));
  auto const all = json::parse(ask("/map/places.json", near).body.bytes())["features"];
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[1]["properties"]["offerings"], 2);
  EXPECT_THAT(std::string(all[0]["properties"]["address"]), HasSubstr("/venues/"));
  EXPECT_EQ(ask("/map/places.json", "age=negen").status, 400);
}

TEST_F(MapRoutes, give_a_tile_that_may_be_kept_forever) {
  auto const response = ask(tile_at_a("v1"));
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.headers.first("Content-Type"), "application/vnd.mapbox-vector-tile");
  EXPECT_EQ(response.headers.first("Cache-Control"), http::keep::forever);
  EXPECT_EQ(response.route, "/map/{version}/{z}/{x}/{y}.mvt");
  EXPECT_TRUE(TileReader::read(std::string(response.body.bytes())).contains("streets"));
}

TEST_F(MapRoutes, answer_304_to_who_has_the_tile) {
  http::Headers headers;
  headers.add("If-None-Match", std::string(*ask(tile_at_a("v1")).headers.first("ETag")));
  EXPECT_EQ(ask(tile_at_a("v1"), "", headers).status, 304);
}

TEST_F(MapRoutes, give_a_page_of_before_an_import_the_tile_of_now_to_be_asked_for_again) {
  auto const response = ask(tile_at_a("v0"));
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.headers.first("Cache-Control"), http::keep::ask_again);
}

TEST_F(MapRoutes, know_no_tile_outside_the_map_or_the_world) {
  for (auto const* path :
       {"/map/v1/14/0/0.mvt", "/map/v1/17/0/0.mvt", "/map/v1/1/2/0.mvt", "/map/v1/0/0/0", "/map/v1/0/0/0.pbf",
        "/map/v1/0/0/-1.mvt", "/map/v1/0/0/.mvt", "/map/v1/a/0/0.mvt"}) {
    EXPECT_EQ(ask(path).status, 404) << path;
  }
}

TEST_F(MapRoutes, say_when_a_tile_is_empty) {
  // From afar the one street is not on the map yet.
  auto const response = ask("/map/v1/0/0/0.mvt");
  EXPECT_EQ(response.status, 204);
  EXPECT_TRUE(response.body.bytes().empty());
}

TEST_F(MapRoutes, style_names_the_tiles_of_this_version_and_where_they_are) {
  auto const map = style()["sources"]["map"];
  EXPECT_EQ(map["tiles"][0], "/map/v1/{z}/{x}/{y}.mvt");
  auto const home = draft_.at('A');
  EXPECT_LE(map["bounds"][0], home.longitude_degrees());
  EXPECT_GE(map["bounds"][2], home.longitude_degrees());
  EXPECT_LE(map["bounds"][1], home.latitude_degrees() + 1e-6);
  EXPECT_GE(map["bounds"][3], home.latitude_degrees() - 1e-6);
}

TEST_F(MapRoutes, style_asks_nobody_else_for_letters_or_pictures) {
  auto const text = std::string(ask("/map/style.json").body.bytes());
  EXPECT_EQ(text.find("http"), std::string::npos);
  EXPECT_EQ(style()["glyphs"].get<std::string>().find("/assets/"), 0U);
  EXPECT_FALSE(style().contains("sprite"));
}

TEST_F(MapRoutes, style_draws_only_from_layers_that_tiles_have_and_each_layer_once) {
  std::set<std::string> ids, from;
  auto const whole = style();
  for (auto const& layer : whole["layers"]) {
    EXPECT_TRUE(ids.insert(layer["id"]).second) << layer["id"];
    if (layer.contains("source-layer")) from.insert(layer["source-layer"].get<std::string>());
  }
  EXPECT_EQ(from, (std::set<std::string>{"green", "water", "buildings", "waterways", "railways", "streets",
                                         "labels"}));
}

// MapLibre asks for all fonts of a list in one address, with commas, so a list has one.
TEST_F(MapRoutes, give_the_letters_of_each_font_that_the_style_has) {
  auto const whole = style();
  for (auto const& layer : whole["layers"]) {
    if (layer["type"] != "symbol") continue;
    ASSERT_EQ(layer["layout"]["text-font"].size(), 1U);
    auto const font = layer["layout"]["text-font"][0].get<std::string>();
    auto const response = ask(letters_at(font, "0-255"));
    EXPECT_EQ(response.headers.first("Content-Type"), "application/x-protobuf");
    EXPECT_EQ(response.headers.first("Cache-Control"), http::keep::forever);
    EXPECT_EQ(ReadGlyphs::read(response.body.bytes()).name, font);
  }
}

TEST_F(MapRoutes, answer_304_to_who_has_the_letters_and_pack_them_for_who_can_unpack) {
  auto const path = letters_at("Figtree Bold", "0-255");
  http::Headers has, unpacks;
  has.add("If-None-Match", std::string(*ask(path).headers.first("ETag")));
  EXPECT_EQ(ask(path, "", has).status, 304);
  unpacks.add("Accept-Encoding", "gzip");
  EXPECT_LT(ask(path, "", unpacks).body.bytes().size() * 10, ask(path).body.bytes().size() * 7);
}

// Of a range that is missing the browser draws the letters itself.
TEST_F(MapRoutes, know_no_letters_of_another_font_or_range) {
  for (auto const& path : {letters_at("Figtree Thin", "0-255"), letters_at("Figtree Bold", "1024-1279"),
                           letters_at("Figtree Bold", "0-256"), letters_at("Figtree Bold", "x")}) {
    EXPECT_EQ(ask(path).status, 404) << path;
  }
}

// What all names of the made-up towns are put together from, and letters of names all over Europe.
TEST_F(MapRoutes, have_a_letter_for_each_sign_of_a_name) {
  auto const lists = embedded_file(assets_files(), "towns/names.json");
  auto const signs = signs_of(std::string(lists) + "ÀàÇçÉéÈèËëÏïÑñÖöÜüßÅåÆæØøŁłŻżŞşĞğİıČčŠšŽžŐőŰűȘșȚțẞŒœ’‘–");
  for (auto const* font : {"Figtree Regular", "Figtree Bold"}) {
    std::map<std::uint32_t, std::map<std::uint32_t, ReadGlyph>> ranges;
    for (auto const sign : signs) {
      auto const first = sign / 256 * 256;
      auto const range = std::to_string(first) + "-" + std::to_string(first + 255);
      if (!ranges.contains(first)) ranges[first] = letters_of(font, range);
      EXPECT_TRUE(ranges[first].contains(sign)) << font << " U+" << std::hex << sign;
    }
  }
}

TEST_F(MapRoutes, style_has_a_dark_variant_and_the_credit_in_the_language_of_the_address) {
  EXPECT_NE(style()["layers"][0], style("/map/style.json", "look=dark")["layers"][0]);
  EXPECT_EQ(style()["sources"]["map"]["attribution"], "© OpenStreetMap-bijdragers");
  EXPECT_EQ(style("/en/map/style.json")["sources"]["map"]["attribution"], "© OpenStreetMap contributors");
}

TEST_F(MapRoutes, give_a_picture_with_dots) {
  auto const response =
      ask("/map/picture.svg", "dot=" + text(draft_.at('A')) + "&dot=" + text(draft_.at('B')));
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.headers.first("Content-Type"), "image/svg+xml");
  EXPECT_THAT(std::string(response.body.bytes()), HasSubstr(">2</text>"));
}

TEST_F(MapRoutes, show_home_and_what_it_reaches_in_a_picture) {
  auto const dot = "dot=" + text(draft_.at('B'));
  auto const drawn = [&](std::string const& query) {
    return std::string(ask("/map/picture.svg", query).body.bytes());
  };
  EXPECT_THAT(drawn(dot), Not(HasSubstr("fill-opacity")));
  EXPECT_THAT(drawn(dot + "&minutes=5&near=" + text(draft_.at('A'))), HasSubstr("fill-opacity"));
  // Far from every street: only the ring of the home.
  auto const far = drawn(dot + "&near=51.0,4.0");
  EXPECT_THAT(far, Not(HasSubstr("fill-opacity")));
  EXPECT_THAT(far, HasSubstr("r=\"8\""));
  EXPECT_EQ(ask("/map/picture.svg", dot + "&near=here").status, 400);
}

TEST_F(MapRoutes, draw_the_way_to_a_place_in_a_picture) {
  auto const drawn = [&](std::string const& query) {
    return std::string(ask("/map/picture.svg", "place=" + text(draft_.at('B')) + query).body.bytes());
  };
  constexpr auto* way = "stroke-width=\"45.0\"";
  EXPECT_THAT(drawn("&near=" + text(draft_.at('A'))), AllOf(HasSubstr(way), Not(HasSubstr("fill-opacity"))));
  EXPECT_THAT(drawn(""), Not(HasSubstr(way)));
  EXPECT_EQ(ask("/map/picture.svg", "place=here").status, 400);
}

// Without a script the form on the map, the order and the search form lead to a page on which it is open.
TEST_F(MapRoutes, stay_open_on_the_page_of_a_list_that_says_so) {
  draft_.add(draft_.an_offering_at('A').titled("een"));
  atlas_ = std::make_shared<Atlas const>(draft_.atlas());
  auto const near = "near=" + text(draft_.at('H'));
  auto const page = [&](std::string const& query) {
    return std::string(ask("/offerings", near + query).body.bytes());
  };
  auto const kept = R"(<input type="hidden" name="view" value="map" form="search">)";
  EXPECT_THAT(page("&view=map"),
              AllOf(HasSubstr(R"(<details class="map" open>)"), HasSubstr("/offerings?view=map&amp;"),
                    HasSubstr(kept), HasSubstr("/en/offerings?")));
  EXPECT_THAT(page(""), AllOf(HasSubstr(R"(<details class="map" >)"), Not(HasSubstr(kept))));
  // Where nothing is found the ground that is reached still shows.
  EXPECT_THAT(page("&view=map&q=zweefvliegen"), HasSubstr(R"(data-venues="[]")"));
  EXPECT_THAT(page("&q=zweefvliegen"), Not(HasSubstr("ww-map")));
}

TEST_F(MapRoutes, refuse_a_picture_that_is_too_large_or_nowhere) {
  std::string many = "dot=52,4";
  for (int i = 0; i < 100; ++i) many += "&dot=52,4";
  for (auto const& query : {std::string("around=52,4&width=99"), std::string("around=52,4&width=1025"),
                            std::string("around=52,4&height=1e9"), std::string("around=52,4&reach=-5"),
                            std::string("around=here"), std::string("dot="), std::string(""), many}) {
    EXPECT_EQ(ask("/map/picture.svg", query).status, 400) << query;
  }
}

}  // namespace wegwijzer::web
