// SPDX-License-Identifier: EUPL-1.2
// The finder's results: where from, what is found, how to narrow or widen it.
#include <algorithm>

#include "web/asked.h"
#include "web/choices.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/pager.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"
#include "web/sharing.h"
#include "web/suggestion_parts.h"
#include "web/venue_map.h"
#include "web/words_found.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t most_places = 6;
constexpr std::size_t explained = 3;  // of the best the first say why

// The map that was opened stays open on the next page.
Url list_address(View const& view, Asked const& asked) {
  auto list = view.page("/offerings");
  return asked.with_map ? std::move(list).with("view", "map") : list;
}

// An order that says nothing here is no choice: best without words, nearest without a home.
bool can_sort(Sort sort, OfferingQuery const& query, FoundOfferings const& found) {
  if (sort == Sort::best) return !query.words.empty();
  return sort != Sort::nearest || found.home_known;
}

Html sort_links(View const& view, Asked const& asked, FoundOfferings const& found) {
  auto const& query = asked.query;
  auto const list = list_address(view, asked);
  return each(choices<Sort>, [&](auto const& entry) {
    if (!can_sort(entry.first, query, found)) return Html();
    auto then = query;
    then.sort = entry.first;
    auto const label = choice_phrase(view.language, "sort.", entry.first);
    if (entry.first == found.order) {
      return html(R"(<li><span class="current" aria-current="true">{}</span></li>)", label);
    }
    return html(R"(<li><a href="{}">{}</a></li>)", with_query(list, then), label);
  });
}

// What would help when little or nothing is found: only what finds more than now, and how many.
class Suggestions {
 public:
  Suggestions(View const& view, Asked const& asked, std::size_t now)
      : view_(view), query_(asked.query), list_(list_address(view, asked)), now_(now) {}

  Html list() {
    if (!query_.words.empty()) fewer_words();
    offer("empty.any_day", [](auto& then) { then.days = {}; });
    offer("empty.any_theme", [](auto& then) { then.themes.clear(); });
    offer("empty.not_free", [](auto& then) { then.free = false; });
    offer("empty.any_price", [](auto& then) { then.at_most.reset(); });
    offer("empty.any_access", [](auto& then) { then.access.clear(); });
    offer("empty.other_ages", [](auto& then) { then.age.reset(); });
    offer("empty.further", [](auto& then) { then.minutes = std::min(then.minutes * 2, Minutes(90)); });
    if (links_.empty()) offer("empty.all", [](auto& then) { then = around(then); });
    if (links_.empty()) offer("empty.everywhere", [](auto& then) { then = OfferingQuery(); });
    if (links_.empty()) return {};
    return html(R"(<div class="try"><h3>{}</h3><ul class="links">{}</ul></div>)", view_.language("empty.try"),
                links_);
  }

 private:
  // Everything that a child reaches in half an hour by bicycle.
  static OfferingQuery around(OfferingQuery const& query) {
    OfferingQuery plain;
    plain.home = query.home;
    plain.minutes = std::max(query.minutes, Minutes(30));
    return plain;
  }

  // Each of the words alone, and none of them.
  void fewer_words() {
    auto const read = view_.atlas.words().index().read(query_.words);
    for (auto const& word : read.words) {
      if (read.words.size() < 2 || !word.needed || word.alternatives.empty()) continue;
      offer("empty.only_word", [&](auto& then) { then.words = word.typed; });
    }
    offer("empty.without_words", [](auto& then) { then.words.clear(); });
  }

  template <class Change>
  void offer(char const* key, Change change) {
    auto then = query_;
    change(then);
    if (then == query_) return;
    auto const count = find_offerings(view_.atlas, then, view_.moment).offerings.size();
    if (count <= now_) return;
    links_ += html(R"(<li><a href="{}">{}</a> <span class="count">{}</span></li>)", with_query(list_, then),
                   view_.language(key, {{"minutes", minutes_phrase(view_.language, then.minutes)},
                                        {"word", then.words}}),
                   view_.language.count("results.anywhere", static_cast<std::int64_t>(count)));
  }

  View const& view_;
  OfferingQuery const& query_;
  Url list_;
  std::size_t now_;
  Html links_;
};

std::string place_phrase(View const& view, Asked const& asked) {
  if (asked.place) return whole_name(*asked.place);
  auto const area = asked.query.home ? view.atlas.areas().smallest_at(*asked.query.home) : std::nullopt;
  return area ? view.atlas.areas()[*area].name : view.language("results.your_home");
}

std::string heading(View const& view, Asked const& asked, FoundOfferings const& found) {
  auto const& t = view.language;
  auto const count = std::ssize(found.offerings);
  if (asked.query.area) {
    auto const area = view.atlas.areas().find(*asked.query.area);
    return t.count("results.in_area", count, {{"place", area ? view.atlas.areas()[*area].name : ""}});
  }
  if (!found.home_known) return t.count("results.anywhere", count);
  return t.count(asked.query.mode == Mode::walk ? "results.by_foot" : "results.by_bike",
                 count - static_cast<std::int64_t>(found.without_trip),
                 {{"minutes", minutes_phrase(t, asked.query.minutes)}, {"place", place_phrase(view, asked)}});
}

Html also_without_trip(View const& view, FoundOfferings const& found) {
  if (!found.home_known || found.without_trip == 0) return {};
  return html(R"(<p class="also">{}</p>)",
              view.language.count("results.without_trip", static_cast<std::int64_t>(found.without_trip)));
}

Html only_street(View const& view, Asked const& asked) {
  if (!asked.place || !asked.place->only_street) return {};
  return html("<p>{}</p>", view.language("form.only_street", {{"street", asked.place->name}}));
}

Html no_streets(View const& view, OfferingQuery const& query, FoundOfferings const& found) {
  if (!query.home || found.home_known) return {};
  return notice("warning", html("<p>{}</p>", view.language("results.no_streets")));
}

FoundOffering with_next(View const& view, FoundOffering found) {
  found.next = next_time(view.atlas, found.offering, view.moment);
  return found;
}

bool few(FoundOfferings const& found) {
  return found.offerings.size() < 5;
}

CardNotes notes(View const& view, Asked const& asked, FoundOfferings const& found, std::size_t place) {
  if (found.read.empty()) return {};
  bool const at_the_top = place < explained && found.order == Sort::best;
  return {.words = &found.read,
          .why = at_the_top ? why_here(view, asked.query, found, found.offerings[place]) : Html()};
}

Html empty_answer(View const& view, Asked const& asked, FoundOfferings const& found) {
  auto const& t = view.language;
  auto const text =
      found.read.hopeless() ? t("words.nothing", {{"words", asked.query.words}}) : t("empty.text");
  return html(R"(<div class="empty"><h2>{}</h2><p>{}</p>{}{}</div>)", t("empty.title"), text,
              Suggestions(view, asked, 0).list(), way_to_missing(view, "/offerings"));
}

// Beside each other where there is room.
Html map_and_list(Html const& map, Html const& list) {
  return html(R"(<div class="with-map">{}<div>{}</div></div>)", map, list);
}

Html list(View const& view, Asked const& asked, FoundOfferings const& found) {
  auto const shown = on_this_page(found.offerings, asked.paging);
  VenueMap map(view, asked.query);
  Html cards;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    auto said = notes(view, asked, found, asked.paging.first() + i);
    said.mark = map_number(view, map.number(shown[i].offering));
    cards += offering_card(view, with_next(view, shown[i]), asked.query, said);
  }
  return map_and_list(map.show(asked.with_map),
                      (shown.empty() ? past_the_end(view) : html(R"(<ul class="cards">{}</ul>)", cards)) +
                          pager(view, with_query(list_address(view, asked), asked.query), asked.paging,
                                found.offerings.size()) +
                          (few(found) ? Suggestions(view, asked, found.offerings.size()).list() : Html()));
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
  return html(R"(<h1>{}</h1>{}{}{}{}<details class="again"><summary>{}</summary>{}{}</details>{})",
              heading(view, asked, found), words_notice(view, asked.query, found), only_street(view, asked),
              also_without_trip(view, found), no_streets(view, asked.query, found), t("results.change"),
              search_form(view, asked.query, asked.where), asked.with_map ? keep_map_open() : Html(),
              choices_to_make(view, list_address(view, asked), asked.query, found.facets)) +
         (found.offerings.empty()
              ? map_and_list(VenueMap(view, asked.query).show(asked.with_map),
                             empty_answer(view, asked, found))
              : html(R"(<h2 class="hidden">{}</h2><div class="sort"><span>{}</span><ul>{}</ul></div>{})",
                     t("results.list"), t("results.sort"), sort_links(view, asked, found),
                     list(view, asked, found))) +
         places(view, asked, found) +
         (found.offerings.empty() ? Html() : sharing_of_search(view, asked.query));
}

// An empty finder would say that there is nothing; we do not know what there is.
http::Response offering_unknown(View const& view, Index<Ecosystem> index) {
  auto const& ecosystem = view.atlas.catalogue()[index];
  auto const& t = view.language;
  return show(view, {.title = t("results.title"),
                     .body = html(R"(<h1>{}</h1><p>{}</p><p><a class="button" href="{}">{}</a></p>)",
                                  ecosystem.name, t("ecosystem.offering_unknown"),
                                  view.page("/e").segment(ecosystem.slug), t("ecosystem.what_is_known")),
                     .path = "/offerings",
                     .ecosystem = index,
                     .findable = false});
}

}  // namespace

http::Response offerings(http::Request const& request, View const& view, PathArguments const&) {
  auto const asked = read_asked(request, view);
  if (!asked) return show_error(view, "/offerings", asked.error());
  auto const ecosystem =
      asked->query.ecosystem ? view.atlas.catalogue().find_ecosystem(*asked->query.ecosystem) : std::nullopt;
  if (ecosystem && view.atlas.catalogue()[*ecosystem].origin == Origin::report) {
    return offering_unknown(view, *ecosystem);
  }
  auto const title = view.language(asked->unclear() ? "form.where" : "results.title");
  auto body = asked->unclear()
                  ? html("<h1>{}</h1>{}{}", title, choose_place(view, *asked, list_address(view, *asked)),
                         search_form(view, asked->query, asked->where, asked->problem) +
                             (asked->with_map ? keep_map_open() : Html()))
                  : results(view, *asked);
  return show(view, {.title = title,
                     .body = std::move(body),
                     .path = "/offerings",
                     .query = asked->query,
                     .also = asked->with_map ? Fields{{"view", "map"}} : Fields(),
                     .ecosystem = ecosystem,
                     .findable = request.query.empty()});
}

}  // namespace wegwijzer::web::pages
