// SPDX-License-Identifier: EUPL-1.2
#include "web/asked.h"

#include "base/words.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/venue_map.h"

namespace wegwijzer::web {

namespace {

constexpr std::size_t most_choices = 8;

void look_up(View const& view, Asked& asked) {
  asked.choices = view.atlas.gazetteer().find(asked.where, most_choices);
  if (asked.choices.empty()) {
    asked.problem = view.language("form.where_unknown", {{"where", asked.where}});
  } else if (asked.choices.size() == 1) {
    asked.place = asked.choices[0];
    asked.query.home = asked.place->point;
    asked.choices.clear();
  }
}

Html choice(View const& view, FoundPlace const& place, OfferingQuery query, Url const& path) {
  query.home = place.point;
  return html(R"(<li><a href="{}">{}</a></li>)", with_query(path, query),
              proper_name(view, whole_name(place)));
}

}  // namespace

Result<Asked> read_asked(http::Request const& request, View const& view) {
  auto query = parse_query(request.query, view.atlas);
  if (!query) return fail(query.error());
  auto const paging = parse_paging(request.query);
  if (!paging) return fail(paging.error());
  Asked asked{
      *std::move(query), *paging, std::string(trimmed(request.query.first("where").value_or(""))), {}};
  asked.with_map = map_is_asked(request);
  // "52.01,4.36" is how a phone's position or a map says it.
  if (auto const point = GeoPoint::parse(asked.where)) {
    asked.query.home = *point;
  } else if (!asked.where.empty()) {
    look_up(view, asked);
  }
  return asked;
}

std::string whole_name(FoundPlace const& place) {
  return place.context.empty() ? place.name : place.name + ", " + place.context;
}

Html choose_place(View const& view, Asked const& asked, Url const& path) {
  if (asked.choices.empty()) return {};
  return notice(
      "info",
      html(R"(<h2>{}</h2><ul class="links">{}</ul>)", view.language("form.which_place"),
           each(asked.choices, [&](auto const& place) { return choice(view, place, asked.query, path); })));
}

}  // namespace wegwijzer::web
