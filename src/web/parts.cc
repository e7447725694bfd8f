// SPDX-License-Identifier: EUPL-1.2
#include "web/parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "domain/record.h"
#include "web/assets.h"
#include "web/drawings.h"
#include "web/phrases.h"
#include "web/query.h"
#include "web/words_found.h"

namespace wegwijzer::web {

Html minutes_options(View const& view, Minutes chosen) {
  std::vector<int> choices{5, 10, 15, 20, 30, 45, 60};
  if (!std::ranges::binary_search(choices, chosen.count())) {
    choices.insert(std::ranges::lower_bound(choices, chosen.count()), chosen.count());
  }
  return each(choices, [&](int minutes) {
    return option(std::to_string(minutes), minutes_phrase(view.language, Minutes(minutes)),
                  chosen.count() == minutes);
  });
}

namespace {

Html mode_radio(View const& view, char const* value, char const* key, bool chosen) {
  return html(
      R"(<label class="choice"><input type="radio" name="mode" value="{}" {}><span>{}</span></label>)", value,
      Flag{"checked", chosen}, view.language(key));
}

}  // namespace

Html mode_choices(View const& view, Mode chosen) {
  return html(R"(<div class="choices">{}{}</div>)",
              mode_radio(view, "walk", "form.walk", chosen == Mode::walk),
              mode_radio(view, "bike", "form.bike", chosen == Mode::bike));
}

namespace {

Html theme_box(View const& view, Index<Theme> theme, OfferingQuery const& query) {
  auto const& code = view.atlas.themes()[theme].code;
  bool const chosen = std::ranges::find(query.themes, code) != query.themes.end();
  return html(
      R"(<label class="choice"><input type="checkbox" name="theme" value="{}" {}><span>{}</span></label>)",
      code.text(), Flag{"checked", chosen}, theme_name(view, theme));
}

Html day_box(View const& view, unsigned day, OfferingQuery const& query) {
  constexpr char const* codes[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
  return html(
      R"(<label class="choice"><input type="checkbox" name="day" value="{}" {}><span>{}</span></label>)",
      codes[day], Flag{"checked", query.days.contains(std::chrono::weekday(day))},
      view.language(fmt::format("weekday.{}", day)));
}

// A further theme chosen by its address, which has no box of its own, stays chosen.
Html hidden_themes(View const& view, OfferingQuery const& query) {
  auto const& top = view.atlas.themes().choices();
  return each(query.themes, [&](ThemeCode const& code) {
    auto const theme = view.atlas.themes().find(code);
    if (!theme || std::ranges::find(top, *theme) != top.end()) return Html();
    return html(
        R"(<label class="choice"><input type="checkbox" name="theme" value="{}" checked><span>{}</span></label>)",
        code.text(), theme_name(view, *theme));
  });
}

// Closed until it is asked for, so that the button is in sight on a phone.
Html more(std::string const& title, bool open, Html const& fields) {
  return html(R"(<details class="more" {}><summary>{}</summary>{}</details>)", Flag{"open", open}, title,
              fields);
}

Html themes_to_choose(View const& view, OfferingQuery const& query) {
  auto const& title = view.language("form.themes");
  auto const& top = view.atlas.themes().choices();
  return more(
      title, !query.themes.empty(),
      html(
          R"(<fieldset class="field"><legend class="hidden">{}</legend><div class="choices">{}{}</div></fieldset>)",
          title, each(top, [&](Index<Theme> theme) { return theme_box(view, theme, query); }),
          hidden_themes(view, query)));
}

Html price_options(View const& view, std::optional<Euro> at_most) {
  std::vector<std::int64_t> choices{5, 10, 25, 50, 100};
  auto const chosen = at_most ? std::optional(at_most->cents / 100) : std::nullopt;
  if (chosen && !std::ranges::binary_search(choices, *chosen)) {
    choices.insert(std::ranges::lower_bound(choices, *chosen), *chosen);
  }
  return option("", view.language("form.any_price"), !chosen) + each(choices, [&](std::int64_t euro) {
           return option(std::to_string(euro),
                         view.language("form.at_most", {{"euro", std::to_string(euro)}}), chosen == euro);
         });
}

Html days_and_costs(View const& view, OfferingQuery const& query) {
  auto const& t = view.language;
  constexpr unsigned days[] = {1, 2, 3, 4, 5, 6, 0};
  return more(
      t("form.more"), query.free || query.at_most || !query.days.empty(),
      html(
          R"(<fieldset class="field"><legend>{}</legend><div class="choices">{}</div></fieldset>)"
          R"(<div class="field"><label class="choice"><input type="checkbox" name="free" value="true" {}><span>{}</span></label></div>)"
          R"(<div class="field"><label for="max-price">{}</label><p class="hint" id="max-price-hint">{}</p>)"
          R"(<select id="max-price" name="maxPrice" aria-describedby="max-price-hint">{}</select></div>)",
          t("form.days"), each(days, [&](unsigned day) { return day_box(view, day, query); }),
          Flag{"checked", query.free}, t("form.free"), t("form.max_price"), t("form.max_price_hint"),
          price_options(view, query.at_most)));
}

// The browser completes what is typed with these, without a script.
Html known_words(View const& view) {
  return each(view.atlas.themes().all(), [&](Theme const& theme) {
    auto const name = theme_name(view, theme);
    // Offerings are written in Dutch: in a further language the Dutch word is what finds them.
    if (name == theme.names.english || view.language.dutch())
      return html(R"(<option value="{}"></option>)", name);
    return html(R"(<option value="{}">{}</option>)", theme.names.dutch, name);
  });
}

Html words_field(View const& view, OfferingQuery const& query) {
  auto const& t = view.language;
  return html(
      R"(<div class="field"><label for="q">{}</label><p class="hint" id="q-hint">{}</p>)"
      R"(<input id="q" name="q" type="text" value="{}" maxlength="100" autocomplete="off" list="known-words" )"
      R"(aria-describedby="q-hint"><datalist id="known-words">{}</datalist></div>)",
      t("form.words"), t("form.words_hint"), query.words, known_words(view));
}

// A home that was chosen and not typed is told by its neighbourhood: the field stays empty, so that the home
// stays what it was.
std::string where_hint(View const& view, OfferingQuery const& query, std::string_view where) {
  auto const& t = view.language;
  auto const area = query.home && where.empty() ? view.atlas.areas().smallest_at(*query.home) : std::nullopt;
  return area ? t("form.where_now", {{"place", view.atlas.areas()[*area].name}}) : t("form.where_hint");
}

Html where_field(View const& view, OfferingQuery const& query, std::string_view where,
                 std::string const& problem) {
  return text_field({.id = "where",
                     .label = view.language("form.where"),
                     .hint = where_hint(view, query, where),
                     .value = std::string(where),
                     .problem = problem});
}

// The home chosen before, kept while the field still shows its name.
Html hidden_home(OfferingQuery const& query, std::string_view where) {
  if (!query.home || !where.empty()) return {};
  return hidden("near", text(*query.home));
}

// What was chosen on the results page and has no field in the form stays chosen.
Html hidden_choices(OfferingQuery const& query) {
  OfferingQuery const plain;
  auto out = each(query.stages, [](Stage stage) { return hidden("stage", code(stage)); }) +
             each(query.access, [](Access need) { return hidden("access", code(need)); }) +
             each(query.languages, [](LanguageCode const& code) { return hidden("language", code.text()); });
  if (query.school_time != plain.school_time) out += hidden("school", code(query.school_time));
  if (query.sort) out += hidden("sort", code(*query.sort));
  if (query.ecosystem) out += hidden("ecosystem", *query.ecosystem);
  return out;
}

Html fact(std::string const& text, char const* kind = "plain") {
  return html(R"(<li class="{}">{}</li>)", kind, text);
}

// Whether there is room; nothing when that is not said.
Html room_fact(View const& view, Offering const& offering) {
  switch (joining(offering, view.moment.today)) {
    case Joining::closed:
      return fact(view.language("take_part.closed_short"), "full");
    case Joining::full:
      return fact(view.language("places.full"), "full");
    case Joining::open:
      break;
  }
  if (!offering.places_left) return {};
  if (*offering.places_left == 0) return fact(view.language("places.full_waiting_list"), "full");
  return fact(view.language.count("places.left", *offering.places_left));
}

// The beginning of the text up to about a line and a half, cut between words.
std::string beginning(std::string_view text) {
  constexpr std::size_t most = 110;
  if (text.size() <= most) return std::string(text);
  auto const sentence = text.substr(0, most).rfind(". ");
  if (sentence != text.npos && sentence > most / 2) return std::string(text.substr(0, sentence + 1));
  auto const blank = text.substr(0, most).rfind(' ');
  return std::string(trimmed(text.substr(0, blank == text.npos ? 0 : blank))) + " …";
}

// The beginning; when the words that were looked for stand further on, the beginning of their sentence.
std::string excerpt(View const& view, search::Query const* words, std::string_view text) {
  auto const first = beginning(text);
  if (!words) return first;
  auto const& index = view.atlas.words().index();
  auto const marks = index.marks(*words, text);
  if (marks.empty() || marks[0].end <= first.size()) return first;
  auto const before = text.substr(0, marks[0].begin).rfind(". ");
  return before == text.npos ? first : "… " + beginning(text.substr(before + 2));
}

Html unchecked(View const& view, Offering const& offering) {
  if (!stale(offering, view.moment.today)) return {};
  return html(R"(<p class="stale">{}</p>)",
              view.language(offering.confirmed_on ? "record.stale" : "record.not_confirmed"));
}

Html travel_fact(View const& view, Offering const& offering, FoundOffering const& found,
                 OfferingQuery const& query) {
  if (offering.where != Where::at_venue) {
    return fact(choice_phrase(view.language, "where.", offering.where), "travel");
  }
  if (!found.travel) return {};
  return fact(travel_phrase(view.language, *found.travel, query.mode), "travel");
}

Html facts(View const& view, Offering const& offering, FoundOffering const& found,
           OfferingQuery const& query) {
  auto const& t = view.language;
  bool const free = offering.price && offering.price->free();
  auto out = travel_fact(view, offering, found, query) + fact(for_whom_phrase(t, offering)) +
             fact(price_phrase(t, offering.price), free ? "free" : "plain");
  if (!offering.funds.empty() && !free) out += fact(t("price.help_possible"), "help");
  if (found.next && joining(offering, view.moment.today) != Joining::closed) {
    out += fact(next_phrase(t, *found.next, view.moment.today));
  }
  return out + room_fact(view, offering);
}

// Dutch and English both run from left to right.
Html in_language(View const& view, char const* tag, Html const& text) {
  return view.language.right_to_left() ? html(R"(<span lang="{}" dir="ltr">{}</span>)", tag, text)
                                       : html(R"(<span lang="{}">{}</span>)", tag, text);
}

}  // namespace

Url picture_address(Picture const& picture, int width) {
  return Url::path("/pictures").segment(picture_name(picture, width));
}

Html picture(Picture const& shown) {
  auto const small = picture_widths(shown.width).front();
  return html(
      R"~(<picture><source srcset="{}" media="(min-width: 60rem), (min-resolution: 1.5dppx)">)~"
      R"(<img src="{}" width="{}" height="{}" alt="{}" lang="nl" loading="lazy" decoding="async"></picture>)",
      picture_address(shown, shown.width), picture_address(shown, small), shown.width, shown.height,
      shown.description);
}

Url offering_address(View const& view, Index<Offering> offering, OfferingQuery const& query) {
  return with_query(view.page("/offerings", view.atlas.catalogue()[offering].id), circumstances_of(query));
}

Html search_form(View const& view, OfferingQuery const& query, std::string_view where,
                 std::string const& problem) {
  auto const& t = view.language;
  return html(
      R"(<form class="search" id="search" method="get" action="{}" data-remember="{}" data-remember-hint="{}"><div class="asked">{}{}</div>{}<div class="row"><div class="field"><label for="age">{}</label>)"
      R"(<select id="age" name="age">{}</select></div><div class="field"><label for="minutes">{}</label>)"
      R"(<select id="minutes" name="minutes">{}</select></div><fieldset class="field"><legend>{}</legend>)"
      R"({}</fieldset></div><div class="further">{}{}</div>{})"
      R"(<p><button class="button primary" type="submit">{}</button></p></form><script type="module" src="{}"></script>)",
      view.page("/offerings"), t("form.remember"), t("form.remember_hint"), words_field(view, query),
      where_field(view, query, where, problem), hidden_home(query, where), t("form.age"),
      age_options(view, query.age), t("form.minutes"), minutes_options(view, query.minutes), t("form.mode"),
      mode_choices(view, query.mode), themes_to_choose(view, query), days_and_costs(view, query),
      hidden_choices(query), t("form.search"), asset("js/finder.js"));
}

Html in_dutch(View const& view, Html const& text) {
  return view.language.dutch() ? text : in_language(view, "nl", text);
}

Html in_dutch(View const& view, std::string_view text) {
  return in_dutch(view, html("{}", text));
}

Html in_dutch_or_english(View const& view, std::string const& dutch, std::string const& english) {
  if (view.language.dutch() || english.empty()) return in_dutch(view, dutch);
  auto const text = html("{}", english);
  return view.language.english() ? text : in_language(view, "en", text);
}

Html proper_name(View const& view, Html const& name) {
  return view.language.right_to_left() ? html("<bdi>{}</bdi>", name) : name;
}

Html proper_name(View const& view, std::string_view name) {
  return proper_name(view, html("{}", name));
}

Html offering_card(View const& view, FoundOffering const& found, OfferingQuery const& query,
                   CardNotes const& notes) {
  auto const& catalogue = view.atlas.catalogue();
  auto const& offering = catalogue[found.offering];
  auto const& organisation = catalogue[catalogue.facts(found.offering).organisation];
  auto const written = [&](std::string_view text) {
    return notes.words ? marked(view, *notes.words, text) : html("{}", text);
  };
  return html(
      R"(<li class="card">{}{}<h3><a href="{}">{}</a></h3><p class="by">{}</p>{}{}<ul class="facts">{}</ul>{}{}</li>)",
      notes.mark, drawing(view, offering), offering_address(view, found.offering, query),
      in_dutch(view, written(offering.title)), proper_name(view, written(organisation.name)), notes.reason,
      notes.reason.empty() && !offering.summary.empty()
          ? html("<p>{}</p>", in_dutch(view, written(excerpt(view, notes.words, offering.summary))))
          : Html(),
      facts(view, offering, found, query), unchecked(view, offering), notes.why);
}

namespace {

// As the provider shows it; else as its theme is drawn.
Html pictured(View const& view, Offering const& offering) {
  return offering.pictures.all.empty() ? drawing(view, offering) : picture(offering.pictures.all.front());
}

}  // namespace

Html child_card(View const& view, OfferingQuery const& query, FoundOffering const& found) {
  auto const& offering = view.atlas.catalogue()[found.offering];
  auto const& t = view.language;
  Html facts;
  if (found.travel) facts += fact(travel_phrase(t, *found.travel, query.mode), "travel");
  if (offering.where != Where::at_venue) facts += fact(choice_phrase(t, "where.", offering.where), "travel");
  if (offering.price && offering.price->free()) facts += fact(t("price.free"), "free");
  if (found.next) facts += fact(sentence_case(next_phrase(t, *found.next, view.moment.today)), "plain");
  return html(R"(<li class="card picture">{}<h3><a href="{}">{}</a></h3><ul class="facts">{}</ul></li>)",
              pictured(view, offering), offering_address(view, found.offering, query),
              in_dutch(view, offering.title), facts);
}

Html ask_somebody(View const& view, Html const& place) {
  auto const& t = view.language;
  return html(R"(<section class="ask">{}<div><h2>{}</h2><p>{}</p>{}</div></section>)", drawing(Drawing::ask),
              t("children.ask"), t("children.ask_text"), place);
}

Html text_field(TextField const& field) {
  auto const hint = field.id + "-hint", problem = field.id + "-problem";
  return html(R"(<div class="field"><label for="{}">{}</label><p class="hint" id="{}">{}</p>{})"
              R"(<input id="{}" name="{}" type="text" value="{}" maxlength="120" autocomplete="{}" )"
              R"(aria-describedby="{}" aria-invalid="{}"></div>)",
              field.id, field.label, hint, field.hint,
              field.problem.empty() ? html(R"(<span id="{}"></span>)", problem)
                                    : html(R"(<p class="problem" id="{}">{}</p>)", problem, field.problem),
              field.id, field.id, field.value, field.complete, hint + " " + problem,
              field.problem.empty() ? "false" : "true");
}

Html option(std::string_view value, std::string_view label, bool chosen) {
  return html(R"(<option value="{}" {}>{}</option>)", value, Flag{"selected", chosen}, label);
}

Html age_options(View const& view, std::optional<int> age) {
  Html options = option("", view.language("form.age_any"), !age);
  for (int years = 4; years <= 14; ++years) {
    options += option(std::to_string(years), view.language.count("form.age_years", years), age == years);
  }
  return options;
}

Html theme_options(View const& view, std::vector<ThemeCode> const& chosen, std::string_view none) {
  return option("", none, chosen.empty()) + each(view.atlas.themes().choices(), [&](Index<Theme> theme) {
           auto const& code = view.atlas.themes()[theme].code;
           return option(code.text(), theme_name(view, theme),
                         std::ranges::find(chosen, code) != chosen.end());
         });
}

Html hidden(std::string_view name, std::string_view value) {
  return html(R"(<input type="hidden" name="{}" value="{}">)", name, value);
}

Html hidden_query(OfferingQuery const& query) {
  auto out = each(query.themes, [](ThemeCode const& code) { return hidden("theme", code.text()); }) +
             hidden("mode", query.mode == Mode::walk ? "walk" : "bike") +
             hidden("minutes", std::to_string(query.minutes.count())) + hidden_choices(query);
  if (query.age) out += hidden("age", std::to_string(*query.age));
  if (query.free) out += hidden("free", "true");
  return out;
}

Html read_aloud(View const& view) {
  return html(
      R"(<ww-read-aloud data-read="{}" data-stop="{}"></ww-read-aloud><script type="module" src="{}"></script>)",
      view.language("read_aloud.read"), view.language("read_aloud.stop"), asset("js/read_aloud.js"));
}

Html provenance(View const& view, std::optional<Date> confirmed_on, bool is_stale) {
  auto const& t = view.language;
  if (!confirmed_on) return html(R"(<p class="provenance">{}</p>)", t("record.never_confirmed"));
  return html(R"(<p class="provenance">{}{}</p>)",
              t("record.confirmed", {{"date", day_phrase(t, *confirmed_on)}}),
              is_stale ? html(" <strong>{}</strong>", t("record.stale")) : Html());
}

Html place_card(View const& view, Arrival const& place, OfferingQuery const& query) {
  auto const& venue = view.atlas.catalogue()[place.venue];
  return html(
      R"(<li class="card small"><h3><a href="{}">{}</a></h3><ul class="facts"><li class="plain">{}</li><li class="plain">{}</li></ul></li>)",
      with_query(view.page("/venues", venue.id), circumstances_of(query)),
      proper_name(view, venue_name(view, venue)), venue_kind_phrase(view, venue.kind),
      travel_phrase(view.language, place.travel, query.mode));
}

}  // namespace wegwijzer::web
