// SPDX-License-Identifier: EUPL-1.2
// Every part of the pages in every state, made by the functions that the pages use. For who changes the
// site's look; not for search engines.
#include <array>

#include "web/charts.h"
#include "web/choices.h"
#include "web/drawings.h"
#include "web/examples.h"
#include "web/for_me.h"
#include "web/handlers.h"
#include "web/network_parts.h"
#include "web/page.h"
#include "web/pager.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/sharing.h"
#include "web/venue_map.h"

namespace wegwijzer::web::pages {

namespace {

// As web/style/colours.css names them; a test compares.
constexpr std::array colours{"ink",     "soft",     "paper",          "surface",      "line",
                             "control", "primary",  "primary-strong", "primary-soft", "on-primary",
                             "sun",     "sun-soft", "on-sun",         "broader",      "broader-soft",
                             "problem", "dot",      "dot-ink",        "dot-picked",   "plate"};

Html section(View const& view, char const* title, Html const& content) {
  return html(R"(<section><h2>{}</h2>{}</section>)", view.language(title), content);
}

Html swatches() {
  return html(R"(<ul class="swatches">{}</ul>)", each(colours, [](char const* name) {
                return html(R"(<li><span class="swatch {}"></span> {}</li>)", name, name);
              }));
}

Html letters(View const& view) {
  auto const& t = view.language;
  return html(
      R"(<p class="lead">{}</p><h3>{}</h3><p>{} <a href="{}">{}</a>, <strong>{}</strong>, <mark>{}</mark>.</p>)"
      R"(<p class="hint">{}</p><p class="count">{}</p>)",
      t("about.lead"), t("about.next_step"), t("about.next_step_text"), view.page("/about"), t("nav.about"),
      t("guide.strong"), t("guide.marked"), t("form.where_hint"), t.count("results.anywhere", 12));
}

Html buttons(View const& view) {
  auto const& t = view.language;
  return html(
      R"(<p class="actions"><button class="button primary" type="button">{}</button>)"
      R"(<a class="button" href="{}">{}</a><button class="button primary" type="button" disabled>{}</button>)"
      R"(<button class="button" type="button" disabled>{}</button></p>)"
      R"(<p><a class="button primary big" href="{}">{}</a></p>)",
      t("form.search"), view.page("/"), t("error.home"), t("guide.disabled"), t("guide.disabled"),
      view.page("/"), t("take_part.button"));
}

OfferingQuery chosen(View const& view) {
  OfferingQuery query;
  query.free = true;
  auto const& themes = view.atlas.themes().choices();
  if (!themes.empty()) query.themes = {view.atlas.themes()[themes.front()].code};
  return query;
}

Html chips(View const& examples) {
  auto const query = chosen(examples);
  return choices_to_make(examples, examples.page("/offerings"), query,
                         find_offerings(examples.atlas, query, examples.moment).facets);
}

Html cards(View const& examples) {
  OfferingQuery const query;
  auto const words = examples.atlas.words().index().read("robot");
  VenueMap map(examples, query);
  Html all;
  for (std::size_t i = 0; i < examples.atlas.catalogue().offerings().size(); ++i) {
    auto found = look_at(examples.atlas, Index<Offering>(i), query, nullptr, examples.moment);
    found.travel = Tenths(3000 * (static_cast<std::int32_t>(i) + 1));
    all += offering_card(examples, found, query,
                         {.mark = map_number(examples, map.number(found.offering)), .words = &words});
  }
  return html(R"({}<ul class="cards">{}</ul>)", map.show(), all);
}

Html places(View const& examples) {
  return html(R"(<ul class="cards small">{}</ul>)",
              place_card(examples, {Index<Venue>(0), Tenths(4200)}, OfferingQuery()));
}

Html form(View const& view) {
  auto const where = "Nergensland";
  return search_form(view, {}, where, view.language("form.where_unknown", {{"where", where}}));
}

Html notices(View const& view) {
  auto const& t = view.language;
  return notice("info", html("<h3>{}</h3><p>{}</p>", t("form.which_place"), t("form.where_hint"))) +
         notice("warning", html("<p>{}</p>", t("results.no_streets"))) +
         html(R"(<p class="problem">{}</p><p class="closed">{}</p><p class="walk-in">{}</p>)",
              t("form.where_unknown", {{"where", "Nergensland"}}), t("take_part.is_full"),
              t("take_part.walk_in"));
}

Html table(View const& view) {
  auto const& t = view.language;
  return html(
      R"(<table><caption>{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th></tr></thead>)"
      R"(<tbody><tr><th scope="row">{}</th><td>12</td></tr><tr><th scope="row">{}</th><td>1.204</td></tr></tbody>)"
      R"(</table><dl class="about"><div><dt>{}</dt><dd>{}</dd></div><div><dt>{}</dt><dd>{}</dd></div></dl>)",
      t("area.by_stage"), t("results.stage"), t("area.count"), t("stage.introduce"), t("stage.deepen"),
      t("offering.costs"), t("form.free"), t("offering.when"), t("schedule.unknown"));
}

Html empty(View const& view) {
  auto const& t = view.language;
  return html(
      R"(<div class="empty"><h3>{}</h3><p>{}</p><ul class="links"><li><a href="{}">{}</a> <span class="count">{}</span></li></ul></div>)",
      t("empty.title"), t("empty.text"), view.page("/offerings"), t("empty.everywhere"),
      t.count("results.anywhere", 12));
}

Html drawings(View const& view) {
  auto const themes = each(pictured_themes(view.atlas.themes()), [&](Index<Theme> theme) {
    return tile(view.page("/offerings"), drawing(view, theme), theme_name(view, theme));
  });
  return html(R"(<ul class="tiles">{}</ul><div class="choices">{}{}{}{}{}{}</div>{})", themes,
              drawing(Drawing::home), drawing(Drawing::online), drawing(Drawing::school),
              drawing(Drawing::ask), drawing(Drawing::pass), drawing(Drawing::signpost), scene());
}

Html long_text(View const& view) {
  auto const& t = view.language;
  return html(
      R"(<div class="field"><label for="message">{}</label><p class="hint" id="message-hint">{}</p>)"
      R"(<textarea id="message" name="message" rows="3" aria-describedby="message-hint"></textarea></div>)",
      t("correction.message"), t("correction.hint"));
}

Html in_order(View const& examples) {
  return html(R"(<ol class="cards in-order">{}</ol>)", each(std::array{0U, 7U}, [&](std::size_t i) {
                return offering_card(
                    examples, look_at(examples.atlas, Index<Offering>(i), {}, nullptr, examples.moment), {});
              }));
}

// A lesson, with what a child can do afterwards.
Html lesson(View const& examples) {
  auto const& t = examples.language;
  auto const step = [&](std::size_t i) {
    return html(R"(<li><a href="{}">{}</a></li>)", examples.page("/stijl"),
                in_dutch(examples, examples.atlas.catalogue()[Index<Offering>(i)].title));
  };
  auto const after = html(R"(<div class="after"><h4>{}</h4><ul>{}</ul><h4>{}</h4><ul>{}</ul></div>)",
                          t("teachers.after"), step(1), t("teachers.else_after"), step(7));
  auto const found = look_at(examples.atlas, Index<Offering>(0), {}, nullptr, examples.moment);
  return html(R"(<ul class="cards">{}</ul>)", offering_card(examples, found, {}, {.why = after}));
}

Html for_children(View const& examples) {
  auto const found = look_at(examples.atlas, Index<Offering>(0), {}, nullptr, examples.moment);
  return html(R"(<ul class="cards pictures">{}</ul>)", child_card(examples, {}, found)) +
         ask_somebody(examples, {}) + read_aloud(examples);
}

Html numbers(View const& view) {
  auto const& t = view.language;
  auto const row = html(R"(<tr><th scope="row">{}</th><td>24</td><td>1.204</td></tr>)", t("stage.deepen"));
  return bars(t("area.by_stage"), {{html("{}", t("stage.introduce")), 8, "8"},
                                   {html("{}", t("stage.deepen")), 3, "3", Interval{2, 5}}}) +
         data_table(t, t("area.by_stage"),
                    {{t("results.stage")}, {t("area.count")}, {t("opportunity.title")}}, row);
}

Html pages(View const& view) {
  return pager(view, view.page("/stijl"), {.page = 2, .size = 10}, 30);
}

Html sources(View const& examples) {
  auto const today = examples.moment.today;
  return fact_list(examples, {Index<Fact>(0)}, true) + provenance(examples, today, false) +
         provenance(examples, today - 2 * goes_stale_after<Offering>, true) +
         provenance(examples, std::nullopt, true);
}

Html body(View const& view) {
  auto const atlas = example_atlas(view);
  View const examples{atlas, view.language, view.moment};
  auto const& t = view.language;
  return html(R"(<h1>{}</h1><p class="lead">{}</p>)", t("guide.title"), t("guide.lead")) +
         section(view, "guide.colours", swatches()) + section(view, "guide.letters", letters(view)) +
         section(view, "guide.drawings", drawings(view)) + section(view, "guide.buttons", buttons(view)) +
         section(view, "guide.choices", chips(examples)) + section(view, "guide.cards", cards(examples)) +
         section(view, "places.title", places(examples)) + section(view, "guide.forms", form(view)) +
         section(view, "guide.notices", notices(view)) + section(view, "guide.tables", table(view)) +
         section(view, "guide.empty", empty(view)) + section(view, "guide.pages", pages(view)) +
         section(view, "guide.long_text", long_text(view)) +
         section(view, "guide.in_order", in_order(examples)) +
         section(view, "guide.lesson", lesson(examples)) +
         section(view, "guide.children", for_children(examples)) +
         section(view, "guide.numbers", numbers(view)) +
         section(view, "guide.for_me", is_it_for_me(examples, Index<Offering>(1), {})) +
         section(view, "guide.sharing", sharing(examples, {.page = view.page("/stijl")})) +
         section(view, "guide.sources", sources(examples));
}

}  // namespace

http::Response style_guide(http::Request const&, View const& view, PathArguments const&) {
  auto response = show(
      view, {.title = view.language("guide.title"), .body = body(view), .path = "/stijl", .figures = true});
  response.headers.add("X-Robots-Tag", "noindex");
  return response;
}

}  // namespace wegwijzer::web::pages
