// SPDX-License-Identifier: EUPL-1.2
// Why are opportunities unequal? By the five questions, by where children live, and by what children differ
// in.
#include <algorithm>
#include <numeric>

#include "web/inequality_story.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

double share_of_gini(Story const& story, std::size_t factor) {
  auto const gini = story.now().spread.gini;
  return gini > 0 ? story.now().shares[factor] / gini : 0;
}

std::string factor_name(Story const& story, std::size_t factor) {
  return choice_phrase(story.t, "factor.", static_cast<Factor>(factor));
}

Figure part_of_gini(Story const& story, std::size_t factor) {
  return story.figure([&](PlaceFigures const& of) { return of.shares[factor]; });
}

Figure when_equal(Story const& story, std::size_t factor) {
  return story.figure([&](PlaceFigures const& of) { return of.made_equal[factor]; });
}

Html factor_row(Story const& story, std::size_t factor) {
  auto const part = part_of_gini(story, factor), equal = when_equal(story, factor);
  auto const sure =
      story.sure() ? html("<td>{}</td>", percentage(story.t, story.sure()->largest[factor])) : Html();
  return html(R"(<tr><th scope="row">{}</th><td>{}</td>{}<td>{}</td></tr>)", factor_name(story, factor),
              story.gini(part), sure, story.gini(equal));
}

Html factor_table(Story const& story) {
  auto const& t = story.t;
  std::vector<Column> columns{{t("inequality.question")}, {t("inequality.part_of_gini")}};
  if (story.sure()) columns.push_back({t("inequality.largest_in")});
  columns.push_back({t("inequality.when_equal")});
  return data_table(
      t, t("inequality.factor_table", {{"gini", story.gini(story.now().spread.gini)}}), columns,
      each(factors_by_share(story), [&](std::size_t factor) { return factor_row(story, factor); }), "dense");
}

Html five_questions(Story const& story) {
  auto const& t = story.t;
  std::vector<Bar> rows;
  for (auto const factor : factors_by_share(story)) {
    auto const share = share_of_gini(story, factor);
    rows.push_back({html("{}", factor_name(story, factor)), share, percentage(t, share)});
  }
  auto const first = factors_by_share(story).front();
  return html(R"(<section><h2>{}</h2><p>{}</p>{}<p>{}</p>{}</section>)", t("inequality.five"),
              t("inequality.five_hint"), bars(t("inequality.five_table"), rows, 1),
              t("inequality.if_equal", {{"factor", factor_name(story, first)},
                                        {"gini", story.gini(story.now().spread.gini)},
                                        {"then", story.gini(story.now().made_equal[first])}}),
              factor_table(story));
}

double share_of_theil(Story const& story, double part) {
  auto const theil = story.now().spread.theil;
  return theil > 0 ? part / theil : 0;
}

// By level what lies between its parts and not between larger ones, and at last what lies within the
// smallest.
std::vector<std::pair<std::string, double>> by_where(Story const& story) {
  auto const& between = story.now().theil_between;
  auto const& t = story.t;
  std::vector<std::pair<std::string, double>> parts;
  double before = 0;
  for (std::size_t i = 0; i < between.size(); ++i) {
    bool const first = i == 0, smallest = i + 1 == between.size();
    auto const* const key = !smallest ? "inequality.between_districts"
                            : first   ? "inequality.between_areas"
                                      : "inequality.between_areas_in_district";
    parts.emplace_back(t(key), share_of_theil(story, between[i] - before));
    before = between[i];
  }
  parts.emplace_back(t("inequality.within_area"), share_of_theil(story, story.now().spread.theil - before));
  return parts;
}

Html where_it_lies(Story const& story) {
  auto const& t = story.t;
  std::vector<Bar> rows;
  for (auto const& [name, share] : by_where(story))
    rows.push_back({html("{}", name), share, percentage(t, share)});
  return html(R"(<section><h2>{}</h2><p>{}</p>{}</section>)", t("inequality.where"),
              t("inequality.where_hint"), bars(t("inequality.where_table"), rows, 1));
}

// What a wish leaves open.
std::vector<Trait> traits_by_share(Story const& story) {
  std::vector<Trait> traits;
  auto const& between = story.now().theil_between_groups;
  for (auto const& [trait, name] : choices<Trait>) {
    if (between[static_cast<std::size_t>(trait)] > 0) traits.push_back(trait);
  }
  std::ranges::stable_sort(traits, {},
                           [&](Trait trait) { return -between[static_cast<std::size_t>(trait)]; });
  return traits;
}

Html by_kind(Story const& story) {
  auto const& t = story.t;
  std::vector<Bar> rows;
  for (auto const trait : traits_by_share(story)) {
    auto const share =
        share_of_theil(story, story.now().theil_between_groups[static_cast<std::size_t>(trait)]);
    rows.push_back({html("{}", sentence_case(choice_phrase(t, "inequality_trait.", trait))), share,
                    percentage(t, share)});
  }
  if (rows.empty()) return {};
  return html(R"(<section><h2>{}</h2><p>{}</p>{}</section>)", t("inequality.by_kind"),
              t("inequality.by_kind_hint"), bars(t("inequality.by_kind_table"), rows, 1));
}

Html how_to_read(Story const& story) {
  auto const& t = story.t;
  auto const paragraph = [&](char const* key) { return html("<p>{}</p>", t(key)); };
  return html(R"(<details class="more"><summary>{}</summary>{}{}{}{}</details>)", t("inequality.how_to_read"),
              paragraph("inequality.how_factors"), paragraph("inequality.how_equal"),
              paragraph("inequality.how_where"), paragraph("inequality.how_not"));
}

}  // namespace

std::vector<std::size_t> factors_by_share(Story const& story) {
  std::vector<std::size_t> factors(factor_count);
  std::iota(factors.begin(), factors.end(), 0);
  std::ranges::stable_sort(factors, {}, [&](std::size_t factor) { return -story.now().shares[factor]; });
  return factors;
}

std::vector<std::string> why_answer(Story const& story) {
  auto const& t = story.t;
  if (story.now().spread.gini <= 0) return {t("inequality.all_the_same")};
  auto const first = factors_by_share(story).front();
  std::vector<std::string> said{
      t("inequality.most_by",
        {{"factor", factor_name(story, first)}, {"share", percentage(t, share_of_gini(story, first))}}) +
      " " + choice_phrase(t, "inequality_because.", static_cast<Factor>(first))};
  if (story.sure()) {
    said.push_back(t("inequality.most_in_draws", {{"times", story.in_draws(story.sure()->largest[first])}}));
  }
  if (auto const traits = traits_by_share(story); !traits.empty()) {
    auto const part = story.now().theil_between_groups[static_cast<std::size_t>(traits.front())];
    said.push_back(
        t("inequality.most_by_trait", {{"trait", choice_phrase(t, "inequality_trait.", traits.front())},
                                       {"share", percentage(t, share_of_theil(story, part))}}));
  }
  auto const within = by_where(story).back().second;
  said.push_back(t(within >= 0.5 ? "inequality.mostly_within" : "inequality.mostly_between",
                   {{"within", percentage(t, within)}, {"between", percentage(t, 1 - within)}}));
  return said;
}

Html why_content(Story const& story) {
  if (story.now().spread.gini <= 0) return {};
  return five_questions(story) + where_it_lies(story) + by_kind(story) + how_to_read(story);
}

}  // namespace wegwijzer::web
