// SPDX-License-Identifier: EUPL-1.2
// What would change inequality? Each lever pulled for all activities at once.
#include <algorithm>
#include <cmath>

#include "base/words.h"
#include "web/inequality_story.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

// Smaller differences are none to speak of.
constexpr double seen_in_gini = 0.005;

LeverFigures const& pulled(Story const& story, Lever lever) {
  return story.now().levers[static_cast<std::size_t>(lever)];
}

double more_unequal(Story const& story, Lever lever) {
  return pulled(story, lever).gini - story.now().spread.gini;
}

template <class Of>
Figure lever_figure(Story const& story, Lever lever, Of of) {
  return story.figure(
      [&](PlaceFigures const& figures) { return figures.levers[static_cast<std::size_t>(lever)].*of; });
}

std::string lever_name(Story const& story, Lever lever) {
  return sentence_case(choice_phrase(story.t, "lever_all.", lever));
}

std::string least_then(Story const& story, Lever lever) {
  return story.amount_alone(lever_figure(story, lever, &LeverFigures::least_fifth));
}

std::string least_now(Story const& story) {
  return story.amount_alone(story.figure(least_fifth_of));
}

std::string mean_then(Story const& story, Lever lever) {
  return story.amount_alone(lever_figure(story, lever, &LeverFigures::mean));
}

std::string mean_now(Story const& story) {
  return story.amount_alone(story.figure(mean_of));
}

// In the digits that are told.
bool does_something(Story const& story, Lever lever) {
  return least_then(story, lever) != least_now(story) || mean_then(story, lever) != mean_now(story);
}

// -1, 0 or 1: less, as much or more unequal, as far as it is seen in the digits that are told.
int unequal(Story const& story, Lever lever) {
  auto const more = more_unequal(story, lever);
  bool const seen = story.gini(pulled(story, lever).gini) != story.gini(story.now().spread.gini);
  if (!seen || std::abs(more) < seen_in_gini) return 0;
  return more > 0 ? 1 : -1;
}

char const* unequal_key(int more) {
  if (more > 0) return "inequality.lever_more_unequal";
  return more < 0 ? "inequality.lever_less_unequal" : "inequality.lever_as_unequal";
}

Html lever_item(Story const& story, Lever lever) {
  return html("<li><strong>{}.</strong> {}</li>", lever_name(story, lever), lever_sentence(story, lever));
}

Html in_sentences(Story const& story, std::vector<Lever> const& levers) {
  return html(R"(<section><h2>{}</h2><p>{}</p><ol class="rows">{}</ol></section>)",
              story.t("inequality.levers"), story.t("inequality.levers_hint"),
              each(levers, [&](Lever lever) { return lever_item(story, lever); }));
}

Html for_the_least(Story const& story, std::vector<Lever> const& levers) {
  auto const& t = story.t;
  auto const now = story.figure(least_fifth_of);
  std::vector<Bar> rows{
      {html("<strong>{}</strong>", t("inequality.as_it_is")), now.value, story.amount(now), now.between}};
  for (auto const lever : levers) {
    auto const then = lever_figure(story, lever, &LeverFigures::least_fifth);
    rows.push_back({html("{}", lever_name(story, lever)), then.value, story.amount(then), then.between});
  }
  return bars(t("inequality.levers_bars"), rows);
}

Html lever_row(Story const& story, Lever lever) {
  auto const best =
      story.sure()
          ? html("<td>{}</td>", percentage(story.t, story.sure()->best[static_cast<std::size_t>(lever)]))
          : Html();
  return html(R"(<tr><th scope="row">{}</th><td>{}</td><td>{}</td>{}</tr>)", lever_name(story, lever),
              story.amount(lever_figure(story, lever, &LeverFigures::mean)),
              story.gini(lever_figure(story, lever, &LeverFigures::gini)), best);
}

Html lever_table(Story const& story, std::vector<Lever> const& levers) {
  auto const& t = story.t;
  std::vector<Column> columns{
      {t("inequality.change")}, {t("inequality.mean_then")}, {t("inequality.gini_then")}};
  if (story.sure()) columns.push_back({t("inequality.best_in")});
  auto const now = html(R"(<tr><th scope="row">{}</th><td>{}</td><td>{}</td>{}</tr>)",
                        t("inequality.as_it_is"), story.amount(story.figure(mean_of)),
                        story.gini(story.figure(gini_of)), story.sure() ? html("<td>–</td>") : Html());
  return data_table(t, t("inequality.levers_table"), columns,
                    now + each(levers, [&](Lever lever) { return lever_row(story, lever); }), "dense");
}

std::vector<std::string> names_of_more_unequal(Story const& story) {
  std::vector<std::string> names;
  for (auto const lever : levers_by_least(story)) {
    bool const more = pulled(story, lever).mean > story.now().spread.mean;
    if (more && unequal(story, lever) > 0)
      names.push_back(story.t("inequality.named", {{"name", choice_phrase(story.t, "lever_all.", lever)}}));
  }
  return names;
}

Html beware(Story const& story) {
  auto const names = names_of_more_unequal(story);
  if (names.empty()) return {};
  return html("<p><strong>{}</strong> {}</p>", story.t("inequality.beware"),
              story.t("inequality.beware_of", {{"levers", joined_phrase(story.t, names)}}));
}

// Of needs nothing is known here, so nothing is said of them either.
Html of_no_use(Story const& story) {
  std::vector<std::string> names;
  for (auto const& [lever, name] : choices<Lever>) {
    if (lever == Lever::needs || does_something(story, lever)) continue;
    names.push_back(story.t("inequality.named", {{"name", choice_phrase(story.t, "lever_all.", lever)}}));
  }
  if (names.empty()) return {};
  return html("<p>{}</p>", story.t("inequality.levers_little", {{"levers", joined_phrase(story.t, names)}}));
}

Html where_to_begin(Story const& story) {
  auto const order = story.order();
  if (order.empty()) return {};
  auto const least = story.area(order.front().number);
  return html(
      R"(<section><h2>{}</h2><p>{}</p><p class="actions"><a class="button" href="{}">{}</a></p></section>)",
      story.t("inequality.one_activity"),
      story.t("inequality.one_activity_hint", {{"area", story.name_of(least)}}),
      with_fields(opportunity_page(story.view, least), fields_of({story.child})),
      story.t("opportunity.title_in", {{"place", story.name_of(least)}}));
}

}  // namespace

std::vector<Lever> levers_by_least(Story const& story) {
  std::vector<Lever> levers;
  for (auto const& [lever, name] : choices<Lever>) {
    if (does_something(story, lever)) levers.push_back(lever);
  }
  std::ranges::stable_sort(levers, {}, [&](Lever lever) { return -pulled(story, lever).least_fifth; });
  return levers;
}

std::string lever_sentence(Story const& story, Lever lever) {
  auto const& t = story.t;
  auto const least = least_now(story), then = least_then(story, lever);
  auto const mean = mean_now(story), mean_after = mean_then(story, lever);
  return joined(
      {t(least != then ? "inequality.lever_least" : "inequality.lever_least_same",
         {{"now", least}, {"then", then}}),
       t(mean != mean_after ? "inequality.lever_mean" : "inequality.lever_mean_same",
         {{"now", mean}, {"then", mean_after}}),
       t(unequal_key(unequal(story, lever)), {{"gini_now", story.gini(story.now().spread.gini)},
                                              {"gini_then", story.gini(pulled(story, lever).gini)}})},
      " ");
}

std::vector<std::string> change_answer(Story const& story) {
  auto const& t = story.t;
  auto const levers = levers_by_least(story);
  if (levers.empty()) return {t("inequality.no_lever")};
  auto const best = levers.front();
  std::vector<std::string> said{t("inequality.best_lever", {{"lever", choice_phrase(t, "lever_all.", best)},
                                                            {"now", least_now(story)},
                                                            {"then", least_then(story, best)}})};
  if (story.sure()) {
    said.push_back(t("inequality.best_in_draws",
                     {{"times", story.in_draws(story.sure()->best[static_cast<std::size_t>(best)])}}));
  }
  auto const fairest = std::ranges::min(levers, {}, [&](Lever lever) { return pulled(story, lever).gini; });
  if (unequal(story, fairest) < 0) {
    said.push_back(t("inequality.fairest_lever", {{"lever", choice_phrase(t, "lever_all.", fairest)},
                                                  {"now", story.gini(story.now().spread.gini)},
                                                  {"then", story.gini(pulled(story, fairest).gini)}}));
  }
  return said;
}

Html change_content(Story const& story) {
  auto const levers = levers_by_least(story);
  if (levers.empty()) return where_to_begin(story);
  return in_sentences(story, levers) + of_no_use(story) + beware(story) + for_the_least(story, levers) +
         lever_table(story, levers) + html("<p>{}</p>", story.t("inequality.levers_not")) +
         where_to_begin(story);
}

}  // namespace wegwijzer::web
