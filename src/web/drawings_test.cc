// SPDX-License-Identifier: EUPL-1.2
#include "web/drawings.h"

#include <gtest/gtest.h>

#include "base/embedded.h"
#include "exchange/vocabulary_csv.h"
#include "kit/drawn_atlas.h"

namespace wegwijzer::web {

namespace {

bool is_drawn(std::string const& name) {
  auto const sheet = embedded_file(assets_files(), "images/drawings.svg");
  return sheet.find("<symbol id=\"" + name + "\" ") != sheet.npos;
}

// What follows the # in the only <use> of a drawing.
std::string name_in(Html const& drawing) {
  auto const from = drawing.text().find('#') + 1;
  return drawing.text().substr(from, drawing.text().find('"', from) - from);
}

}  // namespace

TEST(Drawings, are_there_for_all_that_pages_name) {
  for (auto const theme : drawn_themes) EXPECT_TRUE(is_drawn(std::string(theme))) << theme;
  for (auto const other : {Drawing::play, Drawing::home, Drawing::online, Drawing::school, Drawing::ask,
                           Drawing::pass, Drawing::signpost})
    EXPECT_TRUE(is_drawn(name_in(drawing(other))));
  EXPECT_TRUE(is_drawn(name_in(scene())));
}

TEST(Drawings, show_a_theme_or_what_is_above_it) {
  AtlasDraft const draft("A---B");
  auto const atlas = draft.atlas();
  View const view{atlas, language("nl"), {}};
  auto const shown = [&](char const* code) {
    return name_in(drawing(view, *atlas.themes().find(*ThemeCode::parse(code))));
  };
  EXPECT_EQ(shown("technology"), "technology");
  EXPECT_EQ(shown("robotics"), "technology");
  EXPECT_EQ(shown("nature"), "nature");
}

TEST(Drawings, show_where_an_offering_without_theme_is_done) {
  AtlasDraft draft("A---B");
  auto const atlas = draft.atlas();
  View const view{atlas, language("nl"), {}};
  Offering offering;
  EXPECT_EQ(name_in(drawing(view, offering)), "signpost");
  offering.where = Where::at_home;
  EXPECT_EQ(name_in(drawing(view, offering)), "home");
  offering.themes = {*ThemeCode::parse("unheard-of"), *ThemeCode::parse("music")};
  EXPECT_EQ(name_in(drawing(view, offering)), "music");
}

// Each theme of the vocabulary that we ship has its own picture or that of a theme above it; none falls back
// on the signpost.
TEST(Drawings, cover_the_whole_vocabulary) {
  AtlasSource source;
  source.vocabulary = std::make_shared<Vocabulary const>(read_embedded_vocabulary());
  Atlas const atlas(std::move(source));
  View const view{atlas, language("nl"), {}};
  for (std::size_t i = 0; i < atlas.themes().all().size(); ++i) {
    Index<Theme> const theme(i);
    if (atlas.themes()[theme].code.text() == "wnt") continue;  // shown as the themes below it
    EXPECT_NE(name_in(drawing(view, theme)), "signpost") << atlas.themes()[theme].code.text();
  }
  EXPECT_EQ(pictured_themes(atlas.themes()).size(), 18U);
}

}  // namespace wegwijzer::web
