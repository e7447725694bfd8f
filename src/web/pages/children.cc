// SPDX-License-Identifier: EUPL-1.2
// The children's way in, in pictures: what do you like, how old are you, where do you live. Then a handful of
// things to do, something for at home, and somebody to ask: there is always a next thing to press.
#include "usecases/offering/for_child.h"
#include "usecases/offering/for_class.h"
#include "web/asked.h"
#include "web/drawings.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web::pages {

namespace {

constexpr char const* children_path = "/children";

// What the child has said so far; each link adds one thing.
struct ToldByChild {
  Asked asked;
  bool any_theme = false;  // "Verras me"
  bool anywhere = false;   // does not say where it lives
};

using Fields = std::vector<std::pair<std::string, std::string>>;

// What is said beside the query.
Fields also(ToldByChild const& told) {
  Fields fields;
  if (told.any_theme) fields.emplace_back("surprise", "1");
  if (told.anywhere) fields.emplace_back("anywhere", "1");
  return fields;
}

// The address that says so much and, of these, one thing more.
Url saying_of_child(View const& view, ToldByChild const& told) {
  auto url = with_query(view.page(children_path), told.asked.query);
  for (auto const& [name, value] : also(told)) url = std::move(url).with(name, value);
  return url;
}

// One of the three questions, with the way back to the one before.
Html question(View const& view, int step, std::optional<Url> const& back, char const* key,
              Html const& answers) {
  auto const& t = view.language;
  auto const before =
      back ? html(R"(<p class="back"><a href="{}">{}</a></p>)", *back, t("children.back")) : Html();
  return html(R"({}<div class="to-read"><p class="step-of">{}</p><h1>{}</h1></div>{}{})", before,
              t("children.step", {{"step", std::to_string(step)}}), t(key), read_aloud(view), answers);
}

Html choose_theme(View const& view, ToldByChild const& told) {
  auto const themes = each(pictured_themes(view.atlas.themes()), [&](Index<Theme> theme) {
    auto then = told;
    then.asked.query.themes = {view.atlas.themes()[theme].code};
    return tile(saying_of_child(view, then), drawing(view, theme), theme_name(view, theme));
  });
  auto surprise = told;
  surprise.any_theme = true;
  return question(view, 1, std::nullopt, "children.what",
                  html(R"(<ul class="tiles">{}{}</ul>)", themes,
                       tile(saying_of_child(view, surprise), drawing(Drawing::signpost),
                            view.language("children.surprise"))));
}

Html choose_age(View const& view, ToldByChild const& told) {
  auto before = told;
  before.asked.query.themes.clear();
  before.any_theme = false;
  Html ages;
  for (int age = 4; age <= 14; ++age) {
    auto then = told;
    then.asked.query.age = age;
    ages += html(R"(<li><a class="tile number" href="{}"><b>{}</b> <span>{}</span></a></li>)",
                 saying_of_child(view, then), age, view.language.count("children.years", age));
  }
  return question(view, 2, saying_of_child(view, before), "children.age",
                  html(R"(<ul class="tiles numbers">{}</ul>)", ages));
}

// All that is said but the place, which the form asks.
Html told_so_far(ToldByChild const& told) {
  auto query = told.asked.query;
  query.home.reset();
  return hidden_query(query) + (told.any_theme ? hidden("surprise", "1") : Html());
}

// A child knows its school, and need not type it. In a town with many there is no end to them.
Html choose_school(View const& view, ToldByChild const& told) {
  constexpr std::size_t most = 12;
  auto const schools = find_schools(view.atlas, "", most + 1);
  if (schools.empty() || schools.size() > most) return {};
  auto const tiles = each(schools, [&](Index<Venue> index) {
    auto const& venue = view.atlas.catalogue()[index];
    auto then = told;
    then.asked.query.home = venue.point;
    return tile(saying_of_child(view, then), drawing(Drawing::school), venue_name(view, venue));
  });
  return html(R"(<h2>{}</h2><ul class="tiles wide">{}</ul>)", view.language("children.school"), tiles);
}

Html choose_home(View const& view, ToldByChild const& told) {
  auto const& t = view.language;
  auto skipped = told;
  skipped.anywhere = true;
  auto before = told;
  before.asked.query.age.reset();
  auto known = told.asked;
  auto const which = choose_place(
      view, known,
      told.any_theme ? view.page(children_path).with("surprise", "1") : view.page(children_path));
  return question(
      view, 3, saying_of_child(view, before), "children.where",
      which +
          html(
              R"(<form class="search" method="get" action="{}">{}{})"
              R"(<p class="actions"><button class="button primary" type="submit">{}</button></p></form>{}<p class="actions"><a class="button" href="{}">{}</a></p>)",
              view.page(children_path), told_so_far(told),
              text_field({.id = "where",
                          .label = t("children.street"),
                          .hint = t("form.where_hint"),
                          .value = told.asked.where,
                          .problem = told.asked.problem}),
              t("children.go"), choose_school(view, told), saying_of_child(view, skipped),
              t("children.skip")));
}

Html cards(View const& view, OfferingQuery const& query, std::string const& title,
           std::vector<FoundOffering> const& found) {
  if (found.empty()) return {};
  return html(R"(<section><h2>{}</h2><ul class="cards pictures">{}</ul></section>)", title,
              each(found, [&](auto const& one) { return child_card(view, query, one); }));
}

// A person who knows, wherever one lives.
Html somebody_to_ask(View const& view, ForChild const& found, OfferingQuery const& query) {
  auto const& t = view.language;
  Html place;
  if (found.to_ask) {
    auto const& venue = view.atlas.catalogue()[found.to_ask->venue];
    place = html(R"(<p>{} <a href="{}">{}</a> ({})</p>)", t("children.ask_at"),
                 with_query(view.page("/venues", venue.id), circumstances_of(query)), venue_name(view, venue),
                 travel_phrase(t, found.to_ask->travel, query.mode));
  }
  return ask_somebody(view, place);
}

Html another_choice(View const& view, ToldByChild const& told) {
  auto again = told;
  again.asked.query.themes.clear();
  again.any_theme = false;
  auto const& t = view.language;
  return html(
      R"(<p class="actions"><a class="button primary" href="{}">{}</a><a class="button" href="{}">{}</a></p>)",
      saying_of_child(view, again), t("children.other"),
      with_query(view.page("/offerings"), told.asked.query), t("children.show_all"));
}

std::string title_of(View const& view, ToldByChild const& told, ForChild const& found) {
  if (found.near.empty() && found.further.empty()) return view.language("children.other_things");
  auto const& themes = told.asked.query.themes;
  auto const theme = themes.empty() ? std::nullopt : view.atlas.themes().find(themes.front());
  return theme ? view.language("children.found", {{"theme", theme_name(view, *theme)}})
               : view.language("children.found_any");
}

Html answer(View const& view, ToldByChild const& told) {
  auto const& query = told.asked.query;
  auto const& t = view.language;
  auto const found = find_for_child(view.atlas, query, view.moment);
  auto const nothing =
      found.near.empty()
          ? html("<p>{}</p>", t(found.home_known ? "children.nothing_near" : "children.nothing"))
          : Html();
  auto const no_streets =
      query.home && !found.home_known ? html("<p>{}</p>", t("results.no_streets")) : Html();
  return html(R"(<div class="to-read"><h1>{}</h1>{}{}</div>{})", title_of(view, told, found), nothing,
              no_streets, read_aloud(view)) +
         cards(view, query, t(found.home_known ? "children.near" : "children.in_town"), found.near) +
         cards(view, query, t("children.further"), found.further) +
         cards(view, query, t(found.at_home_of_theme ? "children.at_home" : "children.at_home_other"),
               found.at_home) +
         somebody_to_ask(view, found, query) + another_choice(view, told);
}

Html next_question(View const& view, ToldByChild const& told) {
  auto const& query = told.asked.query;
  if (query.themes.empty() && !told.any_theme) return choose_theme(view, told);
  if (!query.age) return choose_age(view, told);
  if (told.asked.unclear() || (!query.home && !told.anywhere)) return choose_home(view, told);
  return answer(view, told);
}

}  // namespace

http::Response children(http::Request const& request, View const& view, PathArguments const&) {
  auto asked = read_asked(request, view);
  if (!asked) return show_error(view, children_path, asked.error());
  ToldByChild const told{*std::move(asked), request.query.first("surprise").has_value(),
                         request.query.first("anywhere").has_value()};
  return show(view, {.title = view.language("children.title"),
                     .body = next_question(view, told),
                     .path = children_path,
                     .query = told.asked.query,
                     .also = also(told),
                     .findable = request.query.empty()});
}

}  // namespace wegwijzer::web::pages
