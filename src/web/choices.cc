// SPDX-License-Identifier: EUPL-1.2
#include "web/choices.h"

#include <algorithm>

#include "base/check.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web {

namespace {

// The list whose choices they are, in its language.
struct ListPage {
  View const& view;
  Url address;  // without a query
};

// A choice that is not made yet, with how many would be left; nothing when that is none.
Html chip(ListPage const& page, OfferingQuery const& then, std::string const& label, std::size_t count) {
  if (count == 0) return {};
  return html(R"(<li><a class="chip" href="{}">{} <b>{}</b></a></li>)", with_query(page.address, then), label,
              count);
}

// A choice that is made, with which it is taken back.
Html chosen_chip(ListPage const& page, OfferingQuery const& then, std::string const& label) {
  return html(
      R"(<li><a class="chip on" href="{}"><span class="hidden">{} </span>{} <b aria-hidden="true">×</b></a></li>)",
      with_query(page.address, then), page.view.language("results.take_away"), label);
}

template <class Value>
std::vector<Value> without(std::vector<Value> values, Value const& value) {
  std::erase(values, value);
  return values;
}

template <class Value>
std::vector<Value> with(std::vector<Value> values, Value const& value) {
  values.push_back(value);
  return values;
}

template <class Value>
bool has(std::vector<Value> const& values, Value const& value) {
  return std::ranges::find(values, value) != values.end();
}

std::string day_name(Language const& language, std::chrono::weekday day) {
  return language("weekday." + std::to_string(day.c_encoding()));
}

Html theme_chips(ListPage const& page, OfferingQuery const& query, Facets const& facets) {
  return each(facets.themes, [&](auto const& entry) {
    return chip(page, with_theme(page.view.atlas, query, entry.first), theme_name(page.view, entry.first),
                entry.second);
  });
}

// One list of the query, such as its stages, as choices: those not yet made.
template <class List, class Counts>
Html choice_chips(ListPage const& page, OfferingQuery const& query, List OfferingQuery::* list,
                  Counts const& counts, char const* prefix) {
  return each(counts, [&](auto const& entry) {
    if (has(query.*list, entry.first)) return Html();
    auto then = query;
    then.*list = with(query.*list, entry.first);
    return chip(page, then, choice_phrase(page.view.language, prefix, entry.first), entry.second);
  });
}

Html language_chips(ListPage const& page, OfferingQuery const& query, Facets const& facets) {
  Html chips;
  auto const& all = page.view.atlas.vocabulary().languages;
  for (std::size_t i = 0; i < std::min(all.size(), most_languages); ++i) {
    if (has(query.languages, all[i].code)) continue;
    auto then = query;
    then.languages = with(query.languages, all[i].code);
    chips += chip(page, then, spoken_name(page.view, all[i].code), facets.languages[i]);
  }
  return chips;
}

Html day_chips(ListPage const& page, OfferingQuery const& query, Facets const& facets) {
  constexpr unsigned week[] = {1, 2, 3, 4, 5, 6, 0};
  return each(week, [&](unsigned number) {
    std::chrono::weekday const day(number);
    if (query.days.contains(day)) return Html();
    auto then = query;
    then.days.add(day);
    return chip(page, then, day_name(page.view.language, day), facets.days[number]);
  });
}

std::string at_most_phrase(Language const& language, Euro euro) {
  return language("form.at_most", {{"euro", std::to_string(euro.cents / 100)}});
}

// Prices to choose from; what is chosen already has no chip.
Html price_chips(ListPage const& page, OfferingQuery const& query, Facets const& facets) {
  if (query.free || query.at_most) return {};
  Html chips;
  for (std::size_t i = 0; i < price_limits.size(); ++i) {
    auto then = query;
    then.at_most = Euro{price_limits[i] * 100};
    chips += chip(page, then, at_most_phrase(page.view.language, *then.at_most), facets.at_most[i]);
  }
  return chips;
}

Html free_chip(ListPage const& page, OfferingQuery const& query, Facets const& facets) {
  if (query.free) return {};
  auto then = query;
  then.free = true;
  return chip(page, then, page.view.language("form.free"), facets.free);
}

OfferingQuery without_day(OfferingQuery query, std::chrono::weekday day) {
  auto const days = query.days.list();
  query.days = {};
  for (auto const other : days) {
    if (other != day) query.days.add(other);
  }
  return query;
}

Html chosen_chips(ListPage const& page, OfferingQuery const& query) {
  Html chips;
  auto const each_of = [&](auto list, auto name) {
    for (auto const& value : query.*list) {
      auto then = query;
      then.*list = without(query.*list, value);
      chips += chosen_chip(page, then, name(value));
    }
  };
  auto const choice = [&](char const* prefix) {
    return [&page, prefix](auto value) { return choice_phrase(page.view.language, prefix, value); };
  };
  if (!query.words.empty()) {
    auto then = query;
    then.words.clear();
    chips += chosen_chip(page, then, page.view.language("words.quoted", {{"words", query.words}}));
  }
  if (query.age) {
    auto then = query;
    then.age.reset();
    chips += chosen_chip(page, then, page.view.language.count("form.age_years", *query.age));
  }
  each_of(&OfferingQuery::themes, [&](auto const& code) {
    return theme_name(page.view, known(page.view.atlas.themes().find(code), "parse_query knows it"));
  });
  for (auto const day : query.days.list()) {
    chips += chosen_chip(page, without_day(query, day), day_name(page.view.language, day));
  }
  if (query.free) {
    auto then = query;
    then.free = false;
    chips += chosen_chip(page, then, page.view.language("form.free"));
  }
  if (query.at_most) {
    auto then = query;
    then.at_most.reset();
    chips += chosen_chip(page, then, at_most_phrase(page.view.language, *query.at_most));
  }
  each_of(&OfferingQuery::stages, choice("stage."));
  each_of(&OfferingQuery::languages, [&](auto const& code) { return spoken_name(page.view, code); });
  each_of(&OfferingQuery::access, choice("access."));
  if (chips.empty()) return {};
  return html(R"(<div class="chosen"><h2>{}</h2><ul class="chips">{}</ul></div>)",
              page.view.language("results.chosen"), chips);
}

Html facet(std::string const& title, Html const& chips) {
  if (chips.empty()) return {};
  return html(R"(<div class="facet"><h2>{}</h2><ul class="chips">{}</ul></div>)", title, chips);
}

}  // namespace

Html choices_to_make(View const& view, Url const& list, OfferingQuery const& query, Facets const& counts) {
  auto const& t = view.language;
  ListPage const page{view, list};
  auto const choices =
      facet(t("form.themes"), theme_chips(page, query, counts)) +
      facet(t("form.days"), day_chips(page, query, counts)) +
      facet(t("results.costs"), free_chip(page, query, counts) + price_chips(page, query, counts)) +
      facet(t("results.stage"), choice_chips(page, query, &OfferingQuery::stages, counts.stages, "stage.")) +
      facet(t("offering.languages"), language_chips(page, query, counts)) +
      facet(t("results.access"), choice_chips(page, query, &OfferingQuery::access, counts.access, "access."));
  return chosen_chips(page, query) +
         (choices.empty() ? Html()
                          : html(R"(<details class="facets"><summary>{}</summary>{}</details>)",
                                 t("results.filters"), choices));
}

}  // namespace wegwijzer::web
