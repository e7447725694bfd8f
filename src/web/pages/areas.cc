// SPDX-License-Identifier: EUPL-1.2
// Neighbourhoods: what is here, by theme, stage and age.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "usecases/area/overview.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"
#include "web/sharing.h"

namespace wegwijzer::web::pages {

namespace {

Html area_link(View const& view, Index<Area> index) {
  auto const& area = view.atlas.areas()[index];
  return html(R"(<li><a href="{}">{}</a></li>)", view.page("/areas").segment(area.code.text()),
              proper_name(view, area.name));
}

Html area_links(View const& view, std::vector<Index<Area>> const& areas) {
  return html(R"(<ul class="links columns">{}</ul>)",
              each(areas, [&](auto index) { return area_link(view, index); }));
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

template <class Keys, class Name>
Html count_table(std::string const& caption, std::string const& column, std::string const& count_column,
                 Keys const& counts, Name name) {
  auto const row = [&](auto const& entry) {
    return html(R"(<tr><th scope="row">{}</th><td>{}</td></tr>)", name(entry.first), entry.second);
  };
  return html(
      R"(<table><caption>{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr></thead>)"
      R"(<tbody>{}</tbody></table>)",
      caption, column, count_column, each(counts, row));
}

Html tables(View const& view, AreaOverview const& overview) {
  auto const& t = view.language;
  auto const count = t("area.count");
  return html(R"(<div class="tables">{}{}{}</div>)",
              count_table(t("area.by_theme"), t("offering.themes"), count, overview.by_theme,
                          [&](Index<Theme> theme) { return theme_name(view, theme); }),
              count_table(t("area.by_stage"), t("results.stage"), count, overview.by_stage,
                          [&](std::optional<Stage> stage) {
                            return stage ? choice_phrase(t, "stage.", *stage) : t("answer.unknown");
                          }),
              count_table(t("area.by_age"), t("form.age"), count, overview.by_age,
                          [&](int age) { return t.count("form.age_years", age); }));
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
                  : html(R"(<ul class="rows">{}</ul>)",
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
  return html(R"(<section><h2>{}</h2><div class="tables">{}</div></section>)",
              t.count("area.venues", static_cast<std::int64_t>(overview.venues.size())),
              count_table(t("area.by_kind"), t("area.kind_of_venue"), t("area.count_venues"), counts,
                          [](std::string const& kind) { return kind; }));
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

Html body(View const& view, Index<Area> index) {
  auto const& t = view.language;
  auto const& area = view.atlas.areas()[index];
  auto const overview = overview_of(view.atlas, index, view.moment.today);
  OfferingQuery query;
  query.area = area.code;
  query.school_time = SchoolTimeWish::any;  // as the overview counts
  auto const count = static_cast<std::int64_t>(overview.offerings);
  auto const around = view.atlas.areas().around(index);
  auto const inside = view.atlas.areas().inside(index);
  return html(R"(<h1>{}</h1><p class="by">{}{}</p><p class="lead">{}</p>)", proper_name(view, area.name),
              choice_phrase(t, "area.", area.code.kind()),
              around ? html(R"( {} <a href="{}">{}</a>)", t("area.in"),
                            view.page("/areas").segment(view.atlas.areas()[*around].code.text()),
                            proper_name(view, view.atlas.areas()[*around].name))
                     : Html(),
              count == 0 ? t("area.lead_none") : t.count("area.lead", count)) +
         (count > 0
              ? html(
                    R"(<p class="actions"><a class="button" href="{}">{}</a><a class="button" href="{}">{}</a></p>{})",
                    with_query(view.page("/offerings"), query), t("area.show_offerings"),
                    view.page("/opportunity").segment(area.code.text()), t("opportunity.from_area"),
                    tables(view, overview))
              : Html()) +
         (inside.empty()
              ? Html()
              : html("<section><h2>{}</h2>{}</section>", t("area.inside"), area_links(view, inside))) +
         (inside.empty() || overview.venues.size() <= most_venues_listed ? venues(view, overview)
                                                                         : kinds_of_venues(view, overview)) +
         figures(view, area) + shared(view, area.code);
}

}  // namespace

http::Response areas(http::Request const&, View const& view, PathArguments const&) {
  auto const& t = view.language;
  auto const all = outermost(view.atlas);
  return show(view, {.title = t("nav.areas"),
                     .body = html(R"(<h1>{}</h1><p class="lead">{}</p>{})", t("nav.areas"), t("areas.lead"),
                                  all.empty() ? html("<p>{}</p>", t("areas.none")) : area_links(view, all)),
                     .path = "/areas"});
}

http::Response area(http::Request const&, View const& view, PathArguments const& arguments) {
  auto const path = "/areas/" + arguments.at(0);
  auto const code = AreaCode::parse(arguments.at(0));
  auto const index = code ? view.atlas.areas().find(*code) : std::nullopt;
  if (!index) return show_error(view, path, {Fault::missing, "area.missing"});
  return show(view, {.title = view.atlas.areas()[*index].name, .body = body(view, *index), .path = path});
}

}  // namespace wegwijzer::web::pages
