// SPDX-License-Identifier: EUPL-1.2
// Neighbourhoods: what is here, by theme, stage and age.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "usecases/area/overview.h"
#include "web/asked.h"
#include "web/drawings.h"
#include "web/filters.h"
#include "web/handlers.h"
#include "web/map_picture.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"
#include "web/sharing.h"
#include "web/suggestion_parts.h"

namespace wegwijzer::web::pages {

namespace {

using Counts = std::vector<std::size_t>;

std::string activities(View const& view, std::size_t count) {
  return view.language.count("results.anywhere", static_cast<std::int64_t>(count));
}

Html area_tile(View const& view, Index<Area> index, Counts const& counts) {
  auto const& area = view.atlas.areas()[index];
  return html(R"(<li><a class="tile" href="{}"><b>{}</b> <span class="count">{}</span></a></li>)",
              view.page("/areas").segment(area.code.text()), proper_name(view, area.name),
              activities(view, counts[index.value()]));
}

Html area_tiles(View const& view, std::vector<Index<Area>> const& areas) {
  auto const counts = offerings_per_area(view.atlas, view.moment.today);
  return html(R"(<ul class="tiles named">{}</ul>)",
              each(areas, [&](auto index) { return area_tile(view, index, counts); }));
}

// The gemeenten (or wijken where no gemeente is known) in which there is a place of ours; all when there is
// none yet.
std::vector<Index<Area>> outermost(Atlas const& atlas) {
  auto const& areas = atlas.areas();
  std::set<Index<Area>> with_a_place;
  for (std::size_t i = 0; i < atlas.catalogue().venues().size(); ++i) {
    auto const area = atlas.catalogue().facts(Index<Venue>(i)).area;
    if (area) with_a_place.insert(areas.outermost(*area));
  }
  std::vector<Index<Area>> found(with_a_place.begin(), with_a_place.end());
  for (std::size_t i = 0; with_a_place.empty() && i < areas.all().size(); ++i) {
    if (!areas.around(Index<Area>(i))) found.emplace_back(i);
  }
  std::ranges::sort(found, {}, [&](auto index) { return areas[index].name; });
  return found;
}

// What of the area is looked at further; counted as the overview counts, with what is in school hours.
OfferingQuery query_of(AreaCode const& code) {
  OfferingQuery query;
  query.area = code;
  query.school_time = SchoolTimeWish::any;
  return query;
}

// The themes of which something is known here, to press, and then those of which nothing is.
Html themes(View const& view, AreaCode const& code, AreaOverview const& overview) {
  Html tiles;
  std::vector<std::string> nothing;
  for (auto const theme : pictured_themes(view.atlas.themes())) {
    auto const count = overview.by_theme.at(theme);
    auto query = query_of(code);
    query.themes = {view.atlas.themes()[theme].code};
    if (count == 0) {
      nothing.push_back(theme_name(view, theme));
    } else {
      tiles += tile(with_query(view.page("/offerings"), query), drawing(view, theme), theme_name(view, theme),
                    std::to_string(count));
    }
  }
  auto const& t = view.language;
  return html(R"(<section><h2>{}</h2><ul class="tiles">{}</ul>{}</section>)", t("area.by_theme"), tiles,
              nothing.empty()
                  ? Html()
                  : html("<p>{}</p>", t("area.themes_without", {{"themes", joined_phrase(t, nothing)}})));
}

Html chip(View const& view, OfferingQuery const& query, std::string const& label, std::size_t count) {
  return count == 0 ? Html() : filter_chip(with_query(view.page("/offerings"), query), label, count, false);
}

Html ages(View const& view, AreaCode const& code, AreaOverview const& overview) {
  auto const chips = each(overview.by_age, [&](auto const& entry) {
    auto query = query_of(code);
    query.age = entry.first;
    return chip(view, query, view.language.count("form.age_years", entry.first), entry.second);
  });
  return html(R"(<section><h2>{}</h2><ul class="chips">{}</ul></section>)", view.language("area.by_age"),
              chips);
}

Html stages(View const& view, AreaCode const& code, AreaOverview const& overview) {
  auto const& t = view.language;
  Html chips, unknown;
  for (auto const& [stage, count] : overview.by_stage) {
    auto query = query_of(code);
    if (stage) {
      query.stages = {*stage};
      chips += chip(view, query, choice_phrase(t, "stage.", *stage), count);
    } else {
      unknown = html("<p>{}</p>", t.count("area.stage_unknown", static_cast<std::int64_t>(count)));
    }
  }
  return html(R"(<section><h2>{}</h2><ul class="chips">{}</ul>{}</section>)", t("area.by_stage"), chips,
              unknown);
}

constexpr std::size_t most_venues_listed = 60;

std::string figure_text(Language const& language, double value) {
  auto text = value == std::floor(value) ? std::to_string(static_cast<std::int64_t>(value))
                                         : fmt::format("{:.1f}", value);
  auto const point = std::min(text.find('.'), text.size());
  if (point < text.size()) text.replace(point, 1, language("number.decimal_sign"));
  for (auto at = static_cast<std::ptrdiff_t>(point) - 3; at > 0; at -= 3) {
    text.insert(static_cast<std::size_t>(at), language("number.thousands_sign"));
  }
  return text;
}

Html figures(View const& view, Area const& area) {
  auto const& t = view.language;
  Html rows;
  for (auto const* name : {"population", "pop_0_14", "income_low", "dwelling_total", "dwelling_value"}) {
    auto const known = area.figures.find(name);
    rows += html("<div><dt>{}</dt><dd>{}</dd></div>", t(std::string("figure.") + name),
                 known == area.figures.end() ? t("answer.unknown") : figure_text(t, known->second));
  }
  return html(R"(<section><h2>{}</h2><dl class="about">{}</dl><p class="provenance">{}</p></section>)",
              t("area.figures"), rows,
              t(area.source == made_up_source ? "area.figures_made_up" : "area.figures_source"));
}

Html venue_row(View const& view, Index<Venue> index) {
  auto const& venue = view.atlas.catalogue()[index];
  return html(R"(<li><a href="{}">{}</a> <span class="count">{}</span></li>)", view.page("/venues", venue.id),
              proper_name(view, venue_name(view, venue)), venue_kind_phrase(view, venue.kind));
}

Html venues(View const& view, AreaOverview const& overview) {
  auto const& t = view.language;
  return html(R"(<section><h2>{}</h2>{}</section>)",
              t.count("area.venues", static_cast<std::int64_t>(overview.venues.size())),
              overview.venues.empty()
                  ? html("<p>{}</p>", t("area.no_venues"))
                  : html(R"(<ul class="rows columns">{}</ul>)",
                         each(overview.venues, [&](auto index) { return venue_row(view, index); })));
}

// A large area has too many places to read: how many of each kind; their names are with its parts.
Html kinds_of_venues(View const& view, AreaOverview const& overview) {
  auto const& t = view.language;
  std::map<std::string, std::size_t> counts;
  for (auto const index : overview.venues) {
    auto const kind = venue_kind_phrase(view, view.atlas.catalogue()[index].kind);
    ++counts[kind.empty() ? t("area.other_venues") : kind];
  }
  return html(R"(<section><h2>{}</h2><ul class="rows columns">{}</ul></section>)",
              t.count("area.venues", static_cast<std::int64_t>(overview.venues.size())),
              each(counts, [](auto const& kind) {
                return html(R"(<li>{} <span class="count">{}</span></li>)", kind.first, kind.second);
              }));
}

Html shared(View const& view, AreaCode const& code) {
  OfferingQuery query;
  query.area = code;
  auto const page = [&] { return view.page("/areas").segment(code.text()); };
  return sharing(view, {.page = page(),
                        .flyer = page().segment("flyer.pdf"),
                        .calendar = with_query(view.page("/calendar.ics"), query),
                        .embedding = with_query(view.page("/embed"), query)});
}

// Where it lies; empty where there is no map, or no border of it.
Html on_the_map(View const& view, Area const& area) {
  if (area.outline.empty() || !view.atlas.map().box()) return {};
  OfferingQuery query;
  query.area = area.code;
  return html(R"(<div class="around">{}</div>)",
              map_picture(with_query(view.page("/map/picture.svg"), query),
                          view.language("map.area", {{"place", area.name}}), 400));
}

Html part_of(View const& view, Index<Area> index) {
  auto const around = view.atlas.areas().around(index);
  if (!around) return {};
  auto const& larger = view.atlas.areas()[*around];
  return html(R"( {} <a href="{}">{}</a>)", view.language("area.in"),
              view.page("/areas").segment(larger.code.text()), proper_name(view, larger.name));
}

Html buttons(View const& view, AreaCode const& code) {
  auto const& t = view.language;
  auto const list = with_query(view.page("/offerings"), query_of(code));
  auto const button = [](Url const& to, std::string const& label, char const* kind) {
    return html(R"(<a class="{}" href="{}">{}</a>)", kind, to, label);
  };
  return html(
      R"(<p class="actions">{}{}{}</p>)", button(list, t("area.show_offerings"), "button primary"),
      view.atlas.map().box() ? button(Url(list).with("view", "map"), t("area.show_map"), "button") : Html(),
      button(view.page("/opportunity").segment(code.text()), t("opportunity.from_area"), "button"));
}

Html head(View const& view, Index<Area> index, std::size_t offerings) {
  auto const& t = view.language;
  auto const& area = view.atlas.areas()[index];
  auto const lead =
      offerings == 0 ? t("area.lead_none") : t.count("area.lead", static_cast<std::int64_t>(offerings));
  return html(
      R"(<div class="with-picture"><div><h1>{}</h1><p class="by">{}{}</p><p class="lead">{}</p>{}</div>{}</div>)",
      proper_name(view, area.name), choice_phrase(t, "area.", area.code.kind()), part_of(view, index), lead,
      offerings == 0 ? Html() : buttons(view, area.code), on_the_map(view, area));
}

Html parts_of(View const& view, std::vector<Index<Area>> const& inside) {
  if (inside.empty()) return {};
  return html("<section><h2>{}</h2>{}</section>", view.language("area.inside"), area_tiles(view, inside));
}

Html body(View const& view, Index<Area> index) {
  auto const& area = view.atlas.areas()[index];
  auto const overview =
      overview_of(view.atlas, index, view.moment.today, pictured_themes(view.atlas.themes()));
  auto const inside = view.atlas.areas().inside(index);
  bool const named = inside.empty() || overview.venues.size() <= most_venues_listed;
  auto const what = overview.offerings == 0
                        ? Html()
                        : themes(view, area.code, overview) + ages(view, area.code, overview) +
                              stages(view, area.code, overview);
  return head(view, index, overview.offerings) + what + parts_of(view, inside) +
         (named ? venues(view, overview) : kinds_of_venues(view, overview)) +
         way_to_missing(view, "/areas/" + area.code.text()) + figures(view, area) + shared(view, area.code);
}

Html find_my_area(View const& view, Asked const& asked) {
  auto const& t = view.language;
  return choose_place(view, asked, view.page("/areas")) +
         html(
             R"(<form class="search by-name" method="get" action="{}">{}<p><button class="button" type="submit">{}</button></p></form>)",
             view.page("/areas"),
             text_field({.id = "where",
                         .label = t("form.where"),
                         .hint = t("form.where_hint"),
                         .value = asked.where,
                         .problem = asked.problem}),
             t("areas.find"));
}

// Where there is one gemeente, what it is made of is what one chooses from.
Html areas_to_choose(View const& view) {
  auto const all = outermost(view.atlas);
  if (all.empty()) return html("<p>{}</p>", view.language("areas.none"));
  return area_tiles(view, all) +
         (all.size() == 1 ? parts_of(view, view.atlas.areas().inside(all[0])) : Html());
}

}  // namespace

http::Response areas(http::Request const& request, View const& view, PathArguments const&) {
  auto asked = read_asked(request, view);
  if (!asked) return show_error(view, "/areas", asked.error());
  auto const& t = view.language;
  if (asked->query.home) {
    auto const area = view.atlas.areas().smallest_at(*asked->query.home);
    if (area)
      return http::redirect(view.page("/areas").segment(view.atlas.areas()[*area].code.text()).text());
    asked->problem = t("areas.not_there");
  }
  return show(view, {.title = t("nav.areas"),
                     .body = html(R"(<h1>{}</h1><p class="lead">{}</p>{}{})", t("nav.areas"), t("areas.lead"),
                                  find_my_area(view, *asked), areas_to_choose(view)),
                     .path = "/areas",
                     .findable = request.query.empty()});
}

http::Response area(http::Request const&, View const& view, PathArguments const& arguments) {
  auto const path = "/areas/" + arguments.at(0);
  auto const code = AreaCode::parse(arguments.at(0));
  auto const index = code ? view.atlas.areas().find(*code) : std::nullopt;
  if (!index) return show_error(view, path, {Fault::missing, "area.missing"});
  return show(view, {.title = view.atlas.areas()[*index].name, .body = body(view, *index), .path = path});
}

}  // namespace wegwijzer::web::pages
