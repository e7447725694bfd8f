// SPDX-License-Identifier: EUPL-1.2
// The finder's results: where from, what is found, how to narrow or widen it.
#include <algorithm>

#include "base/words.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t most_choices = 8;
constexpr std::size_t most_places = 6;

// What the page is asked: the query, and what was typed as a place.
struct Asked {
  OfferingQuery query;
  Paging paging;
  std::string where;
  std::vector<FoundPlace> choices;  // more than one place of that name
  std::string problem;              // no place of that name
};

void look_up(View const& view, Asked& asked) {
  asked.choices = view.atlas.gazetteer().find(asked.where, most_choices);
  if (asked.choices.empty()) {
    asked.problem = view.language("form.where_unknown", {{"where", asked.where}});
  } else if (asked.choices.size() == 1) {
    asked.query.home = asked.choices[0].point;
    asked.choices.clear();
  }
}

Result<Asked> read(http::Request const& request, View const& view) {
  auto query = parse_query(request.query);
  if (!query) return fail(query.error());
  auto const paging = parse_paging(request.query);
  if (!paging) return fail(paging.error());
  Asked asked{
      *std::move(query), *paging, std::string(trimmed(request.query.first("where").value_or(""))), {}, {}};
  // "52.01,4.36" is how a phone's position or a map says it.
  if (auto const point = GeoPoint::parse(asked.where)) {
    asked.query.home = *point;
  } else if (!asked.where.empty()) {
    look_up(view, asked);
  }
  return asked;
}

Html choice(View const& view, FoundPlace const& place, OfferingQuery query) {
  query.home = place.point;
  auto const label = place.context.empty() ? place.name : place.name + ", " + place.context;
  return html(R"(<li><a href="{}">{}</a></li>)", with_query(view.page("/offerings"), query), label);
}

Html choose_place(View const& view, Asked const& asked) {
  if (asked.choices.empty()) return {};
  return notice(
      "info", html(R"(<h2>{}</h2><ul class="links">{}</ul>)", view.language("form.which_place"),
                   each(asked.choices, [&](auto const& place) { return choice(view, place, asked.query); })));
}

// A link that switches one value of the query on or off.
Html chip(View const& view, OfferingQuery const& then, std::string const& label, std::size_t count, bool on) {
  auto const address = with_query(view.page("/offerings"), then);
  if (on)
    return html(
        R"(<li><a class="chip on" aria-current="true" href="{}">{} <b aria-hidden="true">×</b></a></li>)",
        address, label);
  return html(R"(<li><a class="chip" href="{}">{} <b>{}</b></a></li>)", address, label, count);
}

template <class Value>
bool toggle(std::vector<Value>& values, Value const& value) {
  auto const found = std::ranges::find(values, value);
  if (found == values.end()) {
    values.push_back(value);
    return false;
  }
  values.erase(found);
  return true;
}

Html theme_chips(View const& view, OfferingQuery const& query, Facets const& facets) {
  Html chips;
  auto const choices = view.atlas.themes().choices();
  for (std::size_t i = 0; i < facets.themes.size(); ++i) {
    auto const& theme = view.atlas.themes()[Index<Theme>(i)];
    auto then = query;
    bool const on = toggle(then.themes, theme.code);
    // Of the themes further down only those under a chosen one, so that the list stays short.
    bool const shown = std::ranges::find(choices, Index<Theme>(i)) != choices.end() || on ||
                       (theme.above && std::ranges::find(query.themes, *theme.above) != query.themes.end());
    if (shown && (on || facets.themes[i] > 0))
      chips += chip(view, then, view.name(theme.names), facets.themes[i], on);
  }
  return chips;
}

Html stage_chips(View const& view, OfferingQuery const& query, Facets const& facets) {
  return each(facets.stages, [&](auto const& entry) {
    auto then = query;
    bool const on = toggle(then.stages, entry.first);
    return chip(view, then, choice_phrase(view.language, "stage", entry.first), entry.second, on);
  });
}

Html access_chips(View const& view, OfferingQuery const& query, Facets const& facets) {
  return each(facets.access, [&](auto const& entry) {
    auto then = query;
    bool const on = toggle(then.access, entry.first);
    return chip(view, then, choice_phrase(view.language, "access", entry.first), entry.second, on);
  });
}

Html day_chips(View const& view, OfferingQuery const& query, Facets const& facets) {
  constexpr unsigned week[] = {1, 2, 3, 4, 5, 6, 0};
  return each(week, [&](unsigned number) {
    std::chrono::weekday const day(number);
    auto then = query;
    then.days = {};
    bool const on = query.days.contains(day);
    for (auto const other : query.days.list()) {
      if (other != day) then.days.add(other);
    }
    if (!on) then.days.add(day);
    if (!on && facets.days[number] == 0) return Html();
    return chip(view, then, view.language("weekday." + std::to_string(number)), facets.days[number], on);
  });
}

Html free_chip(View const& view, OfferingQuery const& query, Facets const& facets) {
  auto then = query;
  then.free = !query.free;
  return chip(view, then, view.language("form.free"), facets.free, query.free);
}

Html facet(std::string const& title, Html chips) {
  if (chips.empty()) return {};
  return html(R"(<div class="facet"><h2>{}</h2><ul class="chips">{}</ul></div>)", title, chips);
}

std::size_t chosen(OfferingQuery const& query) {
  return query.themes.size() + query.days.list().size() + query.stages.size() + query.access.size() +
         query.free;
}

Html facets(View const& view, OfferingQuery const& query, Facets const& counts) {
  auto const& t = view.language;
  auto const on = static_cast<std::int64_t>(chosen(query));
  return html(R"(<details class="facets" {}><summary>{}</summary>{}{}{}{}{}</details>)", Flag{"open", on > 0},
              on > 0 ? t.count("results.filters_on", on) : t("results.filters"),
              facet(t("form.themes"), theme_chips(view, query, counts)),
              facet(t("form.days"), day_chips(view, query, counts)),
              facet(t("results.costs"), free_chip(view, query, counts)),
              facet(t("results.stage"), stage_chips(view, query, counts)),
              facet(t("results.access"), access_chips(view, query, counts)));
}

Html sort_links(View const& view, OfferingQuery const& query) {
  return each(choices<Sort>, [&](auto const& entry) {
    auto then = query;
    then.sort = entry.first;
    auto const label = choice_phrase(view.language, "sort", entry.first);
    if (entry.first == query.sort)
      return html(R"(<li><span class="current" aria-current="true">{}</span></li>)", label);
    return html(R"(<li><a href="{}">{}</a></li>)", with_query(view.page("/offerings"), then), label);
  });
}

// What would help when little or nothing is found: wider, not emptier.
Html suggestion(View const& view, OfferingQuery const& then, char const* key, std::size_t count) {
  if (count == 0) return {};
  return html(R"(<li><a href="{}">{}</a></li>)", with_query(view.page("/offerings"), then),
              view.language.count(key, static_cast<std::int64_t>(count)));
}

Html suggestions(View const& view, OfferingQuery const& query, FoundOfferings const& found) {
  auto further = query, any_age = query, paid = query, any_theme = query;
  further.minutes = std::min(query.minutes * 2, Minutes(90));
  any_age.age.reset();
  paid.free = false;
  auto out = suggestion(view, paid, "empty.not_free", found.not_free) +
             suggestion(view, any_age, "empty.other_ages", found.other_ages);
  if (found.further_away > 0 && query.minutes < Minutes(90)) {
    out = html(R"(<li><a href="{}">{}</a></li>)", with_query(view.page("/offerings"), further),
               view.language.count("empty.further", further.minutes.count())) +
          out;
  }
  if (chosen(query) > 0) {
    OfferingQuery plain = circumstances_of(query);
    plain.ecosystem = query.ecosystem;
    out += html(R"(<li><a href="{}">{}</a></li>)", with_query(view.page("/offerings"), plain),
                view.language("empty.all"));
  }
  return out.empty() ? out : html(R"(<p>{}</p><ul class="links">{}</ul>)", view.language("empty.try"), out);
}

std::string place_phrase(View const& view, Asked const& asked) {
  if (!asked.where.empty()) return asked.where;
  auto const area = asked.query.home ? view.atlas.areas().smallest_at(*asked.query.home) : std::nullopt;
  return area ? view.atlas.areas()[*area].name : view.language("results.your_home");
}

std::string heading(View const& view, Asked const& asked, FoundOfferings const& found) {
  auto const count = static_cast<std::int64_t>(found.offerings.size());
  if (asked.query.area) {
    auto const area = view.atlas.areas().find(*asked.query.area);
    auto const name = area ? view.atlas.areas()[*area].name : asked.query.area->text();
    return view.language.count("results.in_area", count, {{"place", name}});
  }
  if (!found.home_known) return view.language.count("results.anywhere", count);
  auto const key = asked.query.mode == Mode::walk ? "results.by_foot" : "results.by_bike";
  return view.language.count(
      key, count,
      {{"minutes", std::to_string(asked.query.minutes.count())}, {"place", place_phrase(view, asked)}});
}

Html no_streets(View const& view, OfferingQuery const& query, FoundOfferings const& found) {
  if (!query.home || found.home_known) return {};
  return notice("warning", html("<p>{}</p>", view.language("results.no_streets")));
}

// Another's link tells the neighbourhood, never the home.
Html share_link(View const& view, OfferingQuery query) {
  auto const area = query.home ? view.atlas.areas().smallest_at(*query.home) : std::nullopt;
  if (!area) return {};
  query.home = view.atlas.areas().middle(*area);
  return html(R"(<p class="share"><a href="{}">{}</a></p>)", with_query(view.page("/offerings"), query),
              view.language("results.share", {{"area", view.atlas.areas()[*area].name}}));
}

Html pager_link(View const& view, OfferingQuery const& query, std::size_t page, char const* key) {
  return html(R"(<li><a class="button" href="{}">{}</a></li>)",
              with_query(view.page("/offerings"), query).with("page", std::to_string(page)),
              view.language(key));
}

Html pager(View const& view, Asked const& asked, std::size_t total) {
  auto const [page, size] = asked.paging;
  Html links;
  if (page > 1) links += pager_link(view, asked.query, page - 1, "pager.previous");
  if (page * size < total) links += pager_link(view, asked.query, page + 1, "pager.next");
  if (links.empty()) return {};
  return html(R"(<nav aria-label="{}"><ul class="pager">{}</ul></nav>)", view.language("pager.label"), links);
}

FoundOffering with_next(View const& view, FoundOffering found) {
  found.next = next_time(view.atlas, found.offering, view.moment);
  return found;
}

Html list(View const& view, Asked const& asked, FoundOfferings const& found) {
  auto const from = std::min(asked.paging.first(), found.offerings.size());
  auto const to = std::min(from + asked.paging.size, found.offerings.size());
  Html cards;
  for (auto i = from; i < to; ++i)
    cards += offering_card(view, with_next(view, found.offerings[i]), asked.query);
  return html(R"(<ul class="cards">{}</ul>{}{})", cards, pager(view, asked, found.offerings.size()),
              found.offerings.size() < 5 ? suggestions(view, asked.query, found) : Html());
}

Html places(View const& view, Asked const& asked, FoundOfferings const& found) {
  if (found.places.empty()) return {};
  auto const shown = std::vector(
      found.places.begin(),
      found.places.begin() + static_cast<std::ptrdiff_t>(std::min(most_places, found.places.size())));
  return html(R"(<section><h2>{}</h2><p>{}</p><ul class="cards small">{}</ul></section>)",
              view.language("places.title"), view.language("places.explanation"),
              each(shown, [&](Arrival const& place) { return place_card(view, place, asked.query); }));
}

Html results(View const& view, Asked const& asked) {
  auto const found = find_offerings(view.atlas, asked.query, view.moment);
  auto const& t = view.language;
  return html(R"(<h1>{}</h1>{}<details class="again"><summary>{}</summary>{}</details>{})",
              heading(view, asked, found), no_streets(view, asked.query, found), t("results.change"),
              search_form(view, asked.query, asked.where), facets(view, asked.query, found.facets)) +
         (found.offerings.empty()
              ? html(R"(<div class="empty"><h2>{}</h2><p>{}</p>{}</div>)", t("empty.title"), t("empty.text"),
                     suggestions(view, asked.query, found))
              : html(R"(<h2 class="hidden">{}</h2><div class="sort"><span>{}</span><ul>{}</ul></div>{})",
                     t("results.list"), t("results.sort"), sort_links(view, asked.query),
                     list(view, asked, found))) +
         places(view, asked, found) + share_link(view, asked.query);
}

}  // namespace

http::Response offerings(http::Request const& request, View const& view, PathArguments const&) {
  auto const asked = read(request, view);
  if (!asked) return show_error(view, "/offerings", asked.error());
  bool const unclear = !asked->problem.empty() || !asked->choices.empty();
  auto const title = view.language(unclear ? "form.where" : "results.title");
  auto body = unclear ? html("<h1>{}</h1>{}{}", title, choose_place(view, *asked),
                             search_form(view, asked->query, asked->where, asked->problem))
                      : results(view, *asked);
  return show(view, {.title = title, .body = std::move(body), .path = "/offerings", .query = asked->query});
}

}  // namespace wegwijzer::web::pages
