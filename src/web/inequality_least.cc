// SPDX-License-Identifier: EUPL-1.2
// Who has least? Ten children in a row, kinds of children, and neighbourhoods.
#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "web/inequality_story.h"
#include "web/opportunity_parts.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

// Kinds of which there are fewer say as little as areas do.
bool is_told(PlaceFigures const& figures, std::size_t group) {
  return are_enough(figures.group_children[group]);
}

bool can_be_compared(PlaceFigures const& figures, Trait trait) {
  std::size_t told = 0;
  for (std::size_t g = 0; g < child_groups().size(); ++g) {
    if (child_groups()[g].trait == trait && is_told(figures, g)) ++told;
  }
  return told > 1;
}

// Without ages: that the youngest have least is no news.
std::optional<std::size_t> group_with_least(PlaceFigures const& figures) {
  std::optional<std::size_t> least;
  for (std::size_t g = 0; g < child_groups().size(); ++g) {
    auto const trait = child_groups()[g].trait;
    if (trait == Trait::age || !is_told(figures, g) || !can_be_compared(figures, trait)) continue;
    if (!least || figures.group_means[g] < figures.group_means[*least]) least = g;
  }
  return least;
}

// When all ages are meant.
std::optional<std::size_t> age_with_least(Story const& story) {
  if (story.child.ages) return std::nullopt;
  std::optional<std::size_t> least;
  for (std::size_t g = 0; g < child_groups().size(); ++g) {
    if (child_groups()[g].trait != Trait::age || !is_told(story.now(), g)) continue;
    if (!least || story.now().group_means[g] < story.now().group_means[*least]) least = g;
  }
  return least;
}

Figure group_figure(Story const& story, std::size_t group) {
  return story.figure([&](PlaceFigures const& of) { return of.group_means[group]; });
}

// Of two children drawn at random: Gini is half of it, over the mean (inequality.h).
double difference_of(PlaceFigures const& of) {
  return 2 * of.spread.gini * of.spread.mean;
}

std::string last_against_first(Story const& story) {
  auto const& tenths = story.now().spread.tenths;
  auto const& t = story.t;
  if (tenths.back() <= 0) return t("inequality.nobody_has");
  if (tenths.front() <= 0) return t("inequality.first_has_nothing");
  auto const times = tenths.back() / tenths.front();
  if (times > 100) return t("inequality.last_far_from_first");
  return t("inequality.last_against_first", {{"times", story.times(times)}});
}

Html ten_children(Story const& story) {
  auto const& t = story.t;
  std::vector<Bar> rows;
  for (std::size_t i = 0; i < 10; ++i) {
    auto const figure = story.figure([&](PlaceFigures const& of) { return of.spread.tenths[i]; });
    rows.push_back({html("{}", t("inequality.child", {{"number", std::to_string(i + 1)}})), figure.value,
                    story.amount(figure), figure.between});
  }
  return html(R"(<section><h2>{}</h2><p>{}</p>{}<p>{}</p></section>)",
              t("inequality.ten", {{"place", story.name()}}), t("inequality.ten_hint"),
              bars(t("inequality.ten_table"), rows), last_against_first(story));
}

// The four tenths with least may have nothing, now or in some of the draws: then it is no number.
std::vector<std::string> palma_in_words(Story const& story) {
  auto const& t = story.t;
  auto const& spread = story.now().spread;
  if (spread.mean <= 0) return {};
  if (!spread.palma) return {t("inequality.palma_of_nothing")};
  auto figure = story.figure([](PlaceFigures const& of) {
    return of.spread.palma.value_or(std::numeric_limits<double>::infinity());
  });
  bool const may_be_nothing = figure.between && !std::isfinite(figure.between->high);
  if (may_be_nothing) figure.between.reset();
  std::vector<std::string> said{t("inequality.palma", {{"times", story.times(figure)}})};
  if (may_be_nothing) said.push_back(t("inequality.palma_perhaps_of_nothing"));
  return said;
}

Html in_one_number(Story const& story) {
  return html(R"(<section><h2>{}</h2>{}</section>)", story.t("inequality.in_a_number"),
              each(gini_in_words(story), [](std::string const& said) { return html("<p>{}</p>", said); }));
}

Html group_bars(Story const& story, Trait trait) {
  auto const& t = story.t;
  auto const& figures = story.now();
  if (!can_be_compared(figures, trait)) return {};
  std::vector<Bar> rows;
  for (std::size_t g = 0; g < child_groups().size(); ++g) {
    auto const& group = child_groups()[g];
    if (group.trait != trait || !is_told(figures, g)) continue;
    auto const figure = group_figure(story, g);
    rows.push_back(
        {html(R"({} <span class="count">({})</span>)", group_label(story, group),
              t("inequality.children_of", {{"number", rounded_children(t, figures.group_children[g])}})),
         figure.value, story.amount(figure), figure.between});
  }
  return bars(choice_phrase(t, "inequality_by.", trait), rows);
}

Html kinds_of_children(Story const& story) {
  auto const all = each(choices<Trait>, [&](auto const& choice) { return group_bars(story, choice.first); });
  if (all.empty()) return {};
  return html(R"(<section><h2>{}</h2><p>{}</p>{}</section>)", story.t("inequality.kinds"),
              story.t("inequality.kinds_hint"), all);
}

Html area_name(Story const& story, std::uint32_t number) {
  auto const area = story.area(number);
  return html(R"(<th scope="row"><a href="{}">{}</a><span class="below">{}</span></th>)",
              with_fields(opportunity_page(story.view, area), fields_of({story.child})),
              proper_name(story.view, story.name_of(area)),
              story.t("inequality.children_in",
                      {{"number", rounded_children(story.t, story.now().area_children[number])}}));
}

// With the interval below it, so that a phone has room for the other columns.
Html amount_cell(Story const& story, Figure const& figure) {
  auto const between =
      figure.between ? html(R"(<span class="below">({})</span>)", story.amount_between(figure)) : Html();
  return html("<td>{}{}</td>", story.amount_alone(figure), between);
}

Html area_in_order(Story const& story, AreaInOrder const& one) {
  auto const sure = story.sure() ? html("<td>{}</td><td>{}</td>", rank_phrase(story.t, one.rank),
                                        percentage(story.t, one.among_least))
                                 : Html();
  return html("<tr>{}{}{}</tr>", area_name(story, one.number),
              amount_cell(story, area_figure(story, one.number)), sure);
}

Html areas_in_order(Story const& story, std::string const& caption, std::span<AreaInOrder const> order) {
  auto const& t = story.t;
  std::vector<Column> columns{{t("opportunity.area")}, {t("inequality.opportunities")}};
  if (story.sure()) {
    columns.push_back({t("inequality.place_in_order")});
    columns.push_back({t("inequality.among_least")});
  }
  return data_table(t, caption, columns,
                    each(order, [&](AreaInOrder const& one) { return area_in_order(story, one); }), "areas");
}

Html areas_apart(Story const& story) {
  auto const& t = story.t;
  auto const apart = story.apart();
  if (apart.empty()) return {};
  auto const row = [&](std::uint32_t number) {
    // Where no such child lives, nothing is experienced, neither little nor much.
    auto const amount = story.now().area_children[number] > 0 ? story.amount_alone(area_figure(story, number))
                                                              : std::string("–");
    return html("<tr>{}<td>{}</td></tr>", area_name(story, number), amount);
  };
  return html(
      R"(<details class="more"><summary>{}</summary><p>{}</p>{}</details>)", t("opportunity.hardly_lived_in"),
      t("inequality.apart_hint"),
      data_table(t, t("opportunity.hardly_table"), {{t("opportunity.area")}, {t("inequality.opportunities")}},
                 each(apart, row), "areas"));
}

// Of those that can be compared, the same as in the table.
Html map_of_areas(Story const& story) {
  std::vector<Shade> shades;
  for (auto const i : story.place.population->in_order) {
    auto const figure = area_figure(story, i);
    shades.push_back({story.area(i), figure.value, story.amount_alone(figure)});
  }
  for (auto const i : story.apart()) shades.push_back(with_too_few(story.view, story.area(i)));
  return shaded_map(story.view, story.t("opportunity.map"), shades);
}

constexpr std::size_t areas_at_once = 10;

// The first ones at once, all of them folded away.
Html table_of_areas(Story const& story, std::vector<AreaInOrder> const& order) {
  auto const& t = story.t;
  if (order.empty()) return {};
  if (order.size() <= areas_at_once) return areas_in_order(story, t("opportunity.table"), order);
  auto const first = std::span(order).first(areas_at_once);
  return areas_in_order(story, t("inequality.first_areas"), first) +
         html(R"(<details class="more"><summary>{}</summary>{}</details>)", t("paths.all_areas"),
              areas_in_order(story, t("opportunity.table"), order));
}

Html neighbourhoods(Story const& story) {
  auto const& t = story.t;
  auto const order = story.order();
  auto const hint = story.sure() ? html("<p>{}</p>", t.count("inequality.order_hint",
                                                             static_cast<std::int64_t>(story.least_fifth())))
                                 : Html();
  return html(R"(<section><h2>{}</h2>{}{}{}{}</section>)", t("inequality.areas"), map_of_areas(story), hint,
              table_of_areas(story, order), areas_apart(story));
}

}  // namespace

std::vector<std::string> least_answer(Story const& story) {
  auto const& t = story.t;
  std::vector<std::string> said;
  if (auto const order = story.order(); order.size() > 1) {
    auto const least = order.front();
    said.push_back(
        t("inequality.least_area", {{"area", story.name_of(story.area(least.number))},
                                    {"amount", story.amount_alone(area_figure(story, least.number))},
                                    {"place", story.name()},
                                    {"usual", story.amount_alone(story.figure(mean_of))}}));
    if (!story.apart().empty()) said.back() += " " + t("opportunity.few_left_out");
  }
  if (auto const age = age_with_least(story)) {
    said.push_back(t("inequality.least_age", {{"age", child_groups()[*age].value},
                                              {"amount", story.amount_alone(group_figure(story, *age))}}));
  }
  if (auto const group = group_with_least(story.now())) {
    said.push_back(t("inequality.least_kind", {{"kind", group_phrase(story, child_groups()[*group])},
                                               {"amount", story.amount_alone(group_figure(story, *group))}}));
  }
  said.push_back(last_against_first(story));
  return said;
}

std::vector<std::string> gini_in_words(Story const& story) {
  auto const& t = story.t;
  std::vector<std::string> said;
  said.push_back(
      t("inequality.two_children", {{"difference", story.amount_alone(story.figure(difference_of))},
                                    {"usual", story.amount_alone(story.figure(mean_of))}}));
  said.push_back(t("inequality.gini", {{"gini", story.gini(story.figure(gini_of))}}));
  for (auto& sentence : palma_in_words(story)) said.push_back(std::move(sentence));
  return said;
}

Html least_content(Story const& story) {
  return ten_children(story) + in_one_number(story) + kinds_of_children(story) + neighbourhoods(story);
}

}  // namespace wegwijzer::web
