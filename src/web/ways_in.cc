// SPDX-License-Identifier: EUPL-1.2
#include "web/ways_in.h"

#include "web/drawings.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web {

namespace {

Html way(Url const& to, Html const& picture, std::string const& who, std::string const& what) {
  return html(R"(<li><a class="tile" href="{}">{}<span><b>{}</b> <span>{}</span></span></a></li>)", to,
              picture, who, what);
}

Html theme_tile(View const& view, Index<Theme> theme) {
  OfferingQuery query;
  query.themes = {view.atlas.themes()[theme].code};
  return tile(with_query(view.page("/offerings"), query), drawing(view, theme), theme_name(view, theme));
}

}  // namespace

Html ways_in(View const& view) {
  auto const& t = view.language;
  return html(
      R"(<section><h2 class="hidden">{}</h2><ul class="tiles ways">{}{}{}</ul></section>)", t("home.ways"),
      way(view.page("/children"), drawing(Drawing::play), t("home.child"), t("home.child_text")),
      way(view.page("/teachers"), drawing(Drawing::school), t("home.teacher"), t("home.teacher_text")),
      way(view.page("/join"), drawing(Drawing::signpost), t("home.provider"), t("home.provider_text")));
}

Html theme_tiles(View const& view) {
  return html(
      R"(<section><h2>{}</h2><ul class="tiles">{}</ul></section>)", view.language("home.themes"),
      each(pictured_themes(view.atlas.themes()), [&](auto theme) { return theme_tile(view, theme); }));
}

}  // namespace wegwijzer::web
