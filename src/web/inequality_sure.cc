// SPDX-License-Identifier: EUPL-1.2
// How sure is that? What holds whatever is not known, what does not, and what would tell most to find out.
#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "base/words.h"
#include "web/completeness_parts.h"
#include "web/inequality_story.h"
#include "web/network_parts.h"
#include "web/opportunity_parts.h"
#include "web/parameter_phrases.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

// Of n draws a parameter that does nothing seems to explain 1 / (n - 1), which is half a hundredth of 200
// (sensitivity.h); this is four times that.
constexpr double more_than_chance = 0.02;
constexpr double least_shown = 0.005;  // "1%"
constexpr std::size_t most_parameters = 8;
constexpr std::size_t most_to_measure = 3;
constexpr std::size_t most_themes = 3;
constexpr std::size_t most_names = 12;
constexpr std::size_t most_names_in_answer = 3;

Sensitivity const& sensitivity_of(Story const& story, Outcome outcome) {
  return story.sure()->sensitivities[static_cast<std::size_t>(outcome)];
}

// Of the areas in order, those that are in the fifth with least in such a share of the draws.
template <class Is>
std::vector<std::string> areas_where(Story const& story, Is is) {
  std::vector<std::string> names;
  for (auto const& one : story.order()) {
    if (is(one.among_least)) names.push_back(story.name_of(story.area(one.number)));
  }
  return names;
}

std::string some_names(Story const& story, std::vector<std::string> names, std::size_t most = most_names) {
  if (names.size() <= most + 1) return joined_phrase(story.t, names);  // rather named than counted
  auto const left = static_cast<std::int64_t>(names.size() - most);
  names.resize(most);
  for (auto& name : names) name = story.t.in_one_piece(std::move(name));
  return joined(names, story.t("list.separator")) + " " + story.t.count("inequality.and_others", left);
}

template <std::size_t count>
std::size_t most_often(std::array<double, count> const& shares) {
  return static_cast<std::size_t>(std::ranges::max_element(shares) - shares.begin());
}

std::string first_and_last(Story const& story) {
  auto const order = story.order();
  auto const& first = order.front();
  auto const& last = order.back();
  return story.t(
      first.rank.high < last.rank.low ? "inequality.first_before_last" : "inequality.first_or_last",
      {{"first", story.name_of(story.area(first.number))}, {"last", story.name_of(story.area(last.number))}});
}

bool order_stands(Story const& story) {
  auto const order = story.order();
  return order.size() > 1 && order.front().rank.high < order.back().rank.low;
}

std::string about_factor(Story const& story) {
  auto const& largest = story.sure()->largest;
  auto const most = most_often(largest);
  return story.t("inequality.factor_largest",
                 {{"factor", choice_phrase(story.t, "factor.", static_cast<Factor>(most))},
                  {"times", story.in_draws(largest[most])}});
}

std::string about_lever(Story const& story) {
  auto const& best = story.sure()->best;
  auto const most = most_often(best);
  return story.t("inequality.lever_best",
                 {{"lever", choice_phrase(story.t, "lever_all.", static_cast<Lever>(most))},
                  {"times", story.in_draws(best[most])}});
}

Html sentences(std::vector<std::string> const& said) {
  return html(R"(<ul class="rows">{}</ul>)",
              each(said, [](std::string const& one) { return html("<li>{}</li>", one); }));
}

Html said_under(Story const& story, char const* heading, std::vector<std::string> const& said) {
  if (said.empty()) return {};
  return html(R"(<section><h2>{}</h2>{}</section>)", story.t(heading), sentences(said));
}

Html not_known(Story const& story) {
  return said_under(story, "inequality.not_known", what_is_not_known(story));
}

Html sure_and_not(Story const& story) {
  return said_under(story, "inequality.sure", what_is_sure(story)) +
         said_under(story, "inequality.not_sure", what_is_not_sure(story)) + not_known(story);
}

Html by_subject_of(Story const& story) {
  auto const& t = story.t;
  auto const& gini = sensitivity_of(story, Outcome::gini);
  std::vector<Bar> rows;
  for (auto const& [subject, name] : choices<ParameterSubject>) {
    double share = 0;
    for (std::size_t i = 0; i < gini.shares.size(); ++i) {
      if (story.sure()->varied[i]->subject == subject) share += gini.shares[i];
    }
    if (share < least_shown) continue;
    rows.push_back(
        {html("{}", choice_phrase(t, "parameter_subject.", subject)), share, percentage(t, share)});
  }
  std::ranges::stable_sort(rows, {}, [](Bar const& bar) { return -bar.value; });
  return bars(t("inequality.unsure_subjects"), rows, 1);
}

Html parameter_row(Story const& story, Outcome outcome, std::size_t number) {
  auto const& t = story.t;
  auto const& parameter = *story.sure()->varied[number];
  auto const value = story.view.opportunities->model().parameters().*parameter.value;
  auto const share = sensitivity_of(story, outcome).shares[number];
  return html(
      R"(<tr><th scope="row">{}<span class="below">{}</span></th><td>{}</td><td>{}</td><td>{}</td></tr>)",
      sentence_case(parameter_name(t, parameter)), parameter_from(t, parameter, value),
      value_and_range(t, parameter, value), percentage(t, share), percentage(t, expected_narrowing(share)));
}

Html parameter_table(Story const& story, Outcome outcome) {
  auto const& t = story.t;
  auto const most = unsure_by(story, outcome);
  if (most.empty()) return {};
  return data_table(t, choice_phrase(t, "inequality_unsure.", outcome),
                    {{t("inequality.parameter")},
                     {t("inequality.value_and_range")},
                     {t("inequality.share_of_spread")},
                     {t("inequality.narrower")}},
                    each(most, [&](std::size_t number) { return parameter_row(story, outcome, number); }));
}

// The one place for what to find out first, and of whom.
std::string facts_phrase(Language const& t, std::vector<UnsaidFact> const& facts) {
  std::vector<std::string> names;
  names.reserve(facts.size());
  for (auto const fact : facts) names.push_back(choice_phrase(t, "unsaid.", fact));
  return joined_phrase(t, names);
}

// Whom to ask for what they did not say.
Html organisations_to_ask(Story const& story, ToAsk const& to_ask) {
  if (to_ask.organisations.empty()) return {};
  auto const item = [&](OrganisationToAsk const& one) {
    return html("<li>{}: {}.</li>", organisation_link(story.view, one.organisation),
                facts_phrase(story.t, one.facts));
  };
  return html(R"(<p>{}</p><ol class="rows">{}</ol>)",
              story.t("inequality.unsaid_share", {{"share", percentage(story.t, to_ask.rests_on_unsaid)}}),
              each(to_ask.organisations, item));
}

// The ages from the youngest to the oldest that nobody was asked about.
AgeRange span_of(AgeBits ages) {
  return {std::countr_zero(ages), static_cast<int>(std::bit_width(ages)) - 1};
}

std::vector<std::string> theme_names_of(View const& view, std::vector<Index<Theme>> const& themes) {
  std::vector<std::string> names;
  names.reserve(themes.size());
  for (auto const theme : themes) names.push_back(theme_name(view, theme));
  return names;
}

// Where on the map nobody was asked anything.
Html cells_to_ask(Story const& story, ToAsk const& to_ask) {
  if (to_ask.cells.empty()) return {};
  auto const item = [&](CellsToAsk const& cells) {
    return html(R"(<li><a href="{}">{}</a></li>)", questions_page(story.view, cells.ecosystem),
                story.t("inequality.cell_to_ask",
                        {{"area", story.name_of(cells.area)},
                         {"themes", some_names(story, theme_names_of(story.view, cells.themes), most_themes)},
                         {"ages", ages_phrase(story.t, span_of(cells.ages))},
                         {"children", rounded_children(story.t, cells.children)}}));
  };
  return html(R"(<p>{}</p><ol class="rows">{}</ol>)", story.t("inequality.cells_hint"),
              each(to_ask.cells, item));
}

Html ask_first(Story const& story) {
  auto const& to_ask = story.place.to_ask;
  if (!to_ask || (to_ask->organisations.empty() && to_ask->cells.empty())) return {};
  return html("<section><h2>{}</h2>{}{}</section>", story.t("inequality.ask_first"),
              organisations_to_ask(story, *to_ask), cells_to_ask(story, *to_ask));
}

Html measure_first(Story const& story) {
  auto const said = what_to_measure(story);
  if (said.empty()) return {};
  return html(R"(<section><h2>{}</h2><p>{}</p><ol class="rows">{}</ol></section>)",
              story.t("inequality.measure_first"), story.t("inequality.measure_hint"),
              each(said, [](std::string const& one) { return html("<li>{}</li>", one); }));
}

Html what_makes_it_unsure(Story const& story) {
  auto const& t = story.t;
  return html(R"(<section><h2>{}</h2><p>{}</p>{}{}{}<p class="hint">{}</p></section>)",
              t("inequality.unsure"), t("inequality.unsure_hint"), by_subject_of(story),
              parameter_table(story, Outcome::gini), parameter_table(story, Outcome::mean),
              t("inequality.unsure_rest", {{"least", percentage(t, more_than_chance)}}));
}

Html how_it_is_done(Story const& story) {
  auto const& t = story.t;
  return html(R"(<details class="more"><summary>{}</summary><p>{}</p><p>{}</p></details>)",
              t("inequality.how_sure"),
              t("inequality.how_draws",
                {{"parameters", std::to_string(story.sure()->varied.size())}, {"draws", story.draws()}}),
              t("inequality.how_narrower"));
}

}  // namespace

std::vector<std::size_t> unsure_by(Story const& story, Outcome outcome) {
  auto const& shares = sensitivity_of(story, outcome).shares;
  std::vector<std::size_t> most(shares.size());
  std::iota(most.begin(), most.end(), 0);
  std::ranges::stable_sort(most, {}, [&](std::size_t number) { return -shares[number]; });
  most.resize(std::min(most.size(), most_parameters));
  std::erase_if(most, [&](std::size_t number) { return shares[number] < more_than_chance; });
  return most;
}

std::vector<std::string> what_to_measure(Story const& story) {
  auto most = unsure_by(story, Outcome::gini);
  most.resize(std::min(most.size(), most_to_measure));
  std::vector<std::string> said;
  for (auto const number : most) {
    auto const share = sensitivity_of(story, Outcome::gini).shares[number];
    said.push_back(
        story.t("inequality.measure_this",
                {{"parameter", sentence_case(parameter_name(story.t, *story.sure()->varied[number]))},
                 {"narrower", percentage(story.t, expected_narrowing(share))}}));
  }
  return said;
}

std::vector<std::string> what_is_sure(Story const& story) {
  auto const& t = story.t;
  std::vector<std::string> said;
  if (auto const names = areas_where(story, [](double share) { return share >= sure_enough; });
      !names.empty()) {
    said.push_back(t("inequality.surely_least", {{"areas", some_names(story, names)}}));
  }
  if (auto const never = areas_where(story, [](double share) { return share <= 1 - sure_enough; });
      !never.empty()) {
    said.push_back(t.count("inequality.surely_not_least", static_cast<std::int64_t>(never.size())));
  }
  if (order_stands(story)) said.push_back(first_and_last(story));
  if (std::ranges::max(story.sure()->largest) >= sure_enough) said.push_back(about_factor(story));
  if (std::ranges::max(story.sure()->best) >= sure_enough) said.push_back(about_lever(story));
  return said;
}

std::vector<std::string> what_is_not_sure(Story const& story) {
  auto const& t = story.t;
  std::vector<std::string> said{
      t("inequality.mean_between",
        {{"between", story.amount_between(story.figure(mean_of))}, {"place", story.name()}}),
      t("inequality.gini_between", {{"between", story.gini_between(story.figure(gini_of))}})};
  auto const perhaps =
      areas_where(story, [](double share) { return share > 1 - sure_enough && share < sure_enough; });
  if (!perhaps.empty()) {
    said.push_back(t("inequality.perhaps_least", {{"areas", some_names(story, perhaps)}}));
  }
  if (story.order().size() > 1 && !order_stands(story)) said.push_back(first_and_last(story));
  if (std::ranges::max(story.sure()->largest) < sure_enough) said.push_back(about_factor(story));
  if (std::ranges::max(story.sure()->best) < sure_enough) said.push_back(about_lever(story));
  return said;
}

std::vector<std::string> what_is_not_known(Story const& story) {
  auto const& t = story.t;
  return {t("inequality.not_known_map"), t("inequality.not_known_needs"), t("inequality.not_known_costs")};
}

std::vector<std::string> sure_answer(Story const& story) {
  auto const& t = story.t;
  if (!story.sure()) return {why_no_margins(t, story.place.margins)};
  std::vector<std::string> said;
  auto const surely = areas_where(story, [](double share) { return share >= sure_enough; });
  auto const perhaps =
      areas_where(story, [](double share) { return share > 1 - sure_enough && share < sure_enough; });
  if (!surely.empty()) {
    said.push_back(
        t("inequality.sure_of_areas", {{"areas", some_names(story, surely, most_names_in_answer)}}));
  } else if (!perhaps.empty()) {
    said.push_back(t("inequality.sure_of_no_area"));
  }
  said.push_back(t("inequality.sure_of_gini", {{"between", story.gini_between(story.figure(gini_of))}}));
  if (auto const most = unsure_by(story, Outcome::gini); !most.empty()) {
    said.push_back(t("inequality.unsure_most_by",
                     {{"parameter", parameter_name(t, *story.sure()->varied[most.front()])}}));
  }
  return said;
}

Html sure_content(Story const& story) {
  if (!story.sure()) return not_known(story);
  return sure_and_not(story) + measure_first(story) + ask_first(story) + what_makes_it_unsure(story) +
         how_it_is_done(story);
}

}  // namespace wegwijzer::web
