// SPDX-License-Identifier: EUPL-1.2
#include "web/inequality_text.h"

#include <algorithm>
#include <span>

#include "base/version.h"
#include "base/words.h"
#include "web/opportunity_parts.h"
#include "web/page.h"
#include "web/phrases.h"
#include "web/way_to.h"

namespace wegwijzer::web {

namespace {

constexpr std::size_t areas_on_summary = 6;  // with the least, and as many with the most
constexpr std::size_t levers_on_summary = 6;

class SummaryWriting {
 public:
  explicit SummaryWriting(Story const& story) : story_(story), t_(story.t) {}

  print::Report summary() const {
    auto out = begun();
    out.answer = joined(least_answer(story_), " ");
    auto& [first, second] = out.pages;
    first.bands = {{ten_children(), why(), 0.5}};
    if (!story_.order().empty()) first.bands.push_back({areas()});
    second.bands = {{change()}, how_sure(), {not_known(), measure_first(), 0.5}, {method()}};
    return out;
  }

 private:
  print::Report begun() const {
    auto const& view = story_.view;
    print::Report out;
    out.language = t_.tag();
    out.right_to_left = t_.right_to_left();
    out.title = t_("inequality.summary_title", {{"place", story_.name()}});
    out.for_whom = t_("report.about", {{"children", story_.children()}});
    out.how_many = t_("inequality.how_many", {{"number", rounded_children(t_, story_.now().children)}});
    out.notice = made_up_phrase(view, offerings());
    out.explanation = t_("opportunity.what_counts");
    for (std::size_t i = 0; i < out.pages.size(); ++i) {
      out.pages[i].name =
          t_("report.page", {{"page", std::to_string(i + 1)}, {"pages", std::to_string(out.pages.size())}});
    }
    out.more_title = t_("inequality.more_on");
    auto const page = view.page("/opportunity")
                          .segment(view.atlas.areas()[story_.whole].code.text())
                          .segment(text(StoryPage::least));
    out.more = way_to(view, with_fields(page, fields_of({story_.child})));
    out.closing = {t_("inequality.made", {{"date", day_phrase(t_, view.moment.today)},
                                          {"version", std::string(program_version())}}) +
                       " " + t_("opportunity.what_not"),
                   attribution_phrase(view)};
    out.made_at = instant(view.moment.today, {});
    return out;
  }

  // Those that children here may meet.
  std::vector<Index<Offering>> offerings() const {
    auto const& model = story_.view.opportunities->model();
    std::vector<Index<Offering>> all;
    for (auto const number : candidates_met(model, story_.place.population->homes)) {
      all.push_back(model.candidates()[number].offering);
    }
    return all;
  }

  print::ReportSection ten_children() const {
    print::BarChart chart{t_("inequality.ten_table"), {}};
    for (std::size_t i = 0; i < 10; ++i) {
      auto const figure = story_.figure([&](PlaceFigures const& of) { return of.spread.tenths[i]; });
      chart.rows.push_back({t_("inequality.child", {{"number", std::to_string(i + 1)}}), figure.value,
                            story_.amount(figure), i == 0});
    }
    return {t_("inequality.ten", {{"place", story_.name()}}), {gini_in_words(story_)[1]}, std::move(chart)};
  }

  print::ReportSection why() const {
    print::BarChart chart{t_("inequality.five_table"), {}};
    auto const gini = story_.now().spread.gini;
    bool first = true;
    for (auto const factor : factors_by_share(story_)) {
      auto const share = gini > 0 ? story_.now().shares[factor] / gini : 0;
      chart.rows.push_back({choice_phrase(t_, "factor.", static_cast<Factor>(factor)), std::max(share, 0.0),
                            percentage(t_, share), first});
      first = false;
    }
    return {t_("inequality_question.why"), why_answer(story_), std::move(chart)};
  }

  std::vector<std::string> area_row(std::size_t place, AreaInOrder const& one) const {
    auto const figure = area_figure(story_, one.number);
    std::vector<std::string> row{std::to_string(place) + ". " + story_.name_of(story_.area(one.number)),
                                 story_.amount_alone(figure)};
    if (!story_.sure()) return row;
    row.push_back(story_.amount_between(figure));
    row.push_back(rank_phrase(t_, one.rank));
    row.push_back(percentage(t_, one.among_least));
    return row;
  }

  print::ReportSection areas() const {
    auto const order = story_.order();
    print::Table table{
        t_("inequality.areas_on_paper"), {{t_("opportunity.area")}, {t_("inequality.opportunities")}}, {}};
    if (story_.sure()) {
      for (auto const* key : {"inequality.between", "inequality.place_in_order", "inequality.among_least"}) {
        table.columns.push_back({t_(key)});
      }
    }
    auto const between = order.size() > 2 * areas_on_summary ? order.size() - 2 * areas_on_summary : 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (between > 0 && i == areas_on_summary) {
        auto& row = table.rows.emplace_back(table.columns.size());
        row.front() = t_.count("report.between", static_cast<std::int64_t>(between));
        i += between;
      }
      table.rows.push_back(area_row(i + 1, order[i]));
    }
    return {t_("inequality.areas"), {}, std::move(table)};
  }

  print::ReportSection change() const {
    print::Table table{t_("inequality.levers_table"),
                       {{t_("inequality.change")},
                        {t_("inequality.least_then")},
                        {t_("inequality.mean_then")},
                        {t_("inequality.gini_then")}},
                       {}};
    if (story_.sure()) table.columns.push_back({t_("inequality.best_in")});
    auto const row = [&](std::string name, auto least, auto mean, auto gini, std::string best) {
      std::vector<std::string> cells{std::move(name), story_.amount(least), story_.amount(mean),
                                     story_.gini(gini)};
      if (story_.sure()) cells.push_back(std::move(best));
      table.rows.push_back(std::move(cells));
    };
    row(t_("inequality.as_it_is"), story_.figure(least_fifth_of), story_.figure(mean_of),
        story_.figure(gini_of), "–");
    auto levers = levers_by_least(story_);
    levers.resize(std::min(levers.size(), levers_on_summary));
    for (auto const lever : levers) {
      auto const at = static_cast<std::size_t>(lever);
      auto const of = [&](double LeverFigures::* member) {
        return story_.figure([&](PlaceFigures const& figures) { return figures.levers[at].*member; });
      };
      row(sentence_case(choice_phrase(t_, "lever_all.", lever)), of(&LeverFigures::least_fifth),
          of(&LeverFigures::mean), of(&LeverFigures::gini),
          story_.sure() ? percentage(t_, story_.sure()->best[at]) : "");
    }
    return {t_("inequality_question.change"), change_answer(story_), std::move(table)};
  }

  // What a council can build on, beside what it cannot.
  print::ReportBand how_sure() const {
    if (!story_.sure()) {
      return {{t_("inequality_question.sure"), {why_no_margins(t_, story_.place.margins)}}};
    }
    print::ReportSection not_sure{t_("inequality.not_sure"), what_is_not_sure(story_)};
    auto sure = what_is_sure(story_);
    if (sure.empty()) return {std::move(not_sure)};
    return {{t_("inequality.sure"), std::move(sure)}, std::move(not_sure), 0.5};
  }

  print::ReportSection not_known() const { return {t_("inequality.not_known"), what_is_not_known(story_)}; }

  std::optional<print::ReportSection> measure_first() const {
    if (!story_.sure()) return std::nullopt;
    auto said = what_to_measure(story_);
    if (said.empty()) return std::nullopt;
    return print::ReportSection{t_("inequality.measure_first"), std::move(said)};
  }

  print::ReportSection method() const {
    std::vector<std::string> said{t_("opportunity.what_for"), t_("inequality.how_factors"),
                                  t_("inequality.how_levers")};
    if (story_.sure()) {
      said.push_back(t_("inequality.how_draws", {{"parameters", std::to_string(story_.sure()->varied.size())},
                                                 {"draws", story_.draws()}}));
    }
    return {t_("inequality.method"), std::move(said), {}};
  }

  Story const& story_;
  Language const& t_;
};

}  // namespace

print::Report inequality_text(Story const& story) {
  return SummaryWriting(story).summary();
}

}  // namespace wegwijzer::web
