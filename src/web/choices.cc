// SPDX-License-Identifier: EUPL-1.2
#include "web/choices.h"

#include <algorithm>

#include "base/check.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web {

namespace {

// A choice that is not made yet, with how many would be left; nothing when that is none.
Html chip(View const& view, OfferingQuery const& then, std::string const& label, std::size_t count) {
  if (count == 0) return {};
  return html(R"(<li><a class="chip" href="{}">{} <b>{}</b></a></li>)",
              with_query(view.page("/offerings"), then), label, count);
}

// A choice that is made, with which it is taken back.
Html chosen_chip(View const& view, OfferingQuery const& then, std::string const& label) {
  return html(
      R"(<li><a class="chip on" href="{}"><span class="hidden">{} </span>{} <b aria-hidden="true">×</b></a></li>)",
      with_query(view.page("/offerings"), then), view.language("results.take_away"), label);
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

std::string day_name(View const& view, std::chrono::weekday day) {
  return view.language("weekday." + std::to_string(day.c_encoding()));
}

Html theme_chips(View const& view, OfferingQuery const& query, Facets const& facets) {
  return each(facets.themes, [&](auto const& entry) {
    return chip(view, with_theme(view.atlas, query, entry.first), theme_name(view, entry.first),
                entry.second);
  });
}

// One list of the query, such as its stages, as choices: those not yet made.
template <class List, class Counts>
Html choice_chips(View const& view, OfferingQuery const& query, List OfferingQuery::* list,
                  Counts const& counts, char const* prefix) {
  return each(counts, [&](auto const& entry) {
    if (has(query.*list, entry.first)) return Html();
    auto then = query;
    then.*list = with(query.*list, entry.first);
    return chip(view, then, choice_phrase(view.language, prefix, entry.first), entry.second);
  });
}

Html language_chips(View const& view, OfferingQuery const& query, Facets const& facets) {
  Html chips;
  auto const& all = view.atlas.vocabulary().languages;
  for (std::size_t i = 0; i < std::min(all.size(), most_languages); ++i) {
    if (has(query.languages, all[i].code)) continue;
    auto then = query;
    then.languages = with(query.languages, all[i].code);
    chips += chip(view, then, spoken_name(view, all[i].code), facets.languages[i]);
  }
  return chips;
}

Html day_chips(View const& view, OfferingQuery const& query, Facets const& facets) {
  constexpr unsigned week[] = {1, 2, 3, 4, 5, 6, 0};
  return each(week, [&](unsigned number) {
    std::chrono::weekday const day(number);
    if (query.days.contains(day)) return Html();
    auto then = query;
    then.days.add(day);
    return chip(view, then, day_name(view, day), facets.days[number]);
  });
}

std::string at_most_phrase(View const& view, Euro euro) {
  return view.language("form.at_most", {{"euro", std::to_string(euro.cents / 100)}});
}

// Prices to choose from; what is chosen already has no chip.
Html price_chips(View const& view, OfferingQuery const& query, Facets const& facets) {
  if (query.free || query.at_most) return {};
  Html chips;
  for (std::size_t i = 0; i < price_limits.size(); ++i) {
    auto then = query;
    then.at_most = Euro{price_limits[i] * 100};
    chips += chip(view, then, at_most_phrase(view, *then.at_most), facets.at_most[i]);
  }
  return chips;
}

Html free_chip(View const& view, OfferingQuery const& query, Facets const& facets) {
  if (query.free) return {};
  auto then = query;
  then.free = true;
  return chip(view, then, view.language("form.free"), facets.free);
}

OfferingQuery without_day(OfferingQuery query, std::chrono::weekday day) {
  auto const days = query.days.list();
  query.days = {};
  for (auto const other : days) {
    if (other != day) query.days.add(other);
  }
  return query;
}

Html chosen_chips(View const& view, OfferingQuery const& query) {
  Html chips;
  auto const each_of = [&](auto list, auto name) {
    for (auto const& value : query.*list) {
      auto then = query;
      then.*list = without(query.*list, value);
      chips += chosen_chip(view, then, name(value));
    }
  };
  auto const choice = [&](char const* prefix) {
    return [&view, prefix](auto value) { return choice_phrase(view.language, prefix, value); };
  };
  if (!query.words.empty()) {
    auto then = query;
    then.words.clear();
    chips += chosen_chip(view, then, "‘" + query.words + "’");
  }
  each_of(&OfferingQuery::themes, [&](auto const& code) {
    return theme_name(view, known(view.atlas.themes().find(code), "parse_query knows it"));
  });
  for (auto const day : query.days.list()) {
    chips += chosen_chip(view, without_day(query, day), day_name(view, day));
  }
  if (query.free) {
    auto then = query;
    then.free = false;
    chips += chosen_chip(view, then, view.language("form.free"));
  }
  if (query.at_most) {
    auto then = query;
    then.at_most.reset();
    chips += chosen_chip(view, then, at_most_phrase(view, *query.at_most));
  }
  each_of(&OfferingQuery::stages, choice("stage."));
  each_of(&OfferingQuery::languages, [&](auto const& code) { return spoken_name(view, code); });
  each_of(&OfferingQuery::access, choice("access."));
  if (chips.empty()) return {};
  return html(R"(<div class="chosen"><h2>{}</h2><ul class="chips">{}</ul></div>)",
              view.language("results.chosen"), chips);
}

Html facet(std::string const& title, Html const& chips) {
  if (chips.empty()) return {};
  return html(R"(<div class="facet"><h2>{}</h2><ul class="chips">{}</ul></div>)", title, chips);
}

}  // namespace

Html choices_to_make(View const& view, OfferingQuery const& query, Facets const& counts) {
  auto const& t = view.language;
  auto const choices =
      facet(t("form.themes"), theme_chips(view, query, counts)) +
      facet(t("form.days"), day_chips(view, query, counts)) +
      facet(t("results.costs"), free_chip(view, query, counts) + price_chips(view, query, counts)) +
      facet(t("results.stage"), choice_chips(view, query, &OfferingQuery::stages, counts.stages, "stage.")) +
      facet(t("offering.languages"), language_chips(view, query, counts)) +
      facet(t("results.access"), choice_chips(view, query, &OfferingQuery::access, counts.access, "access."));
  return chosen_chips(view, query) +
         (choices.empty() ? Html()
                          : html(R"(<details class="facets"><summary>{}</summary>{}</details>)",
                                 t("results.filters"), choices));
}

}  // namespace wegwijzer::web
