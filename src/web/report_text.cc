// SPDX-License-Identifier: EUPL-1.2
#include "web/report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/words.h"
#include "web/charts.h"
#include "web/opportunity_parts.h"
#include "web/opportunity_wish.h"
#include "web/page.h"
#include "web/phrases.h"
#include "web/way_to.h"

namespace wegwijzer::web {

namespace {

std::string after_each_other(std::vector<std::string> sentences) {
  std::erase(sentences, "");
  return joined(sentences, " ");
}

// Where all are small, the first digit says little.
int digits_for(double most) {
  return most < 2 ? 2 : 1;
}

// More than fit: the paper leaves out the last.
constexpr std::size_t most_ends_on_paper = 8;
constexpr std::size_t most_offerings_on_paper = 14;
constexpr std::size_t areas_on_paper = 10;  // with the least, and as many with the most

class ReportWriting {
 public:
  ReportWriting(View const& view, ReportAsk const& ask) : view_(view), ask_(ask), t_(view.language) {}

  print::Report of_area(OpportunityReport const& report) const {
    auto out = begun(report.here.children, made_up_phrase(view_, offerings_of(report)));
    out.answer = answer(report);
    auto& [first, second] = out.pages;
    first.bands = {{funnel(t_("report.funnel"), report.here.experience.funnel),
                    why(t_("opportunity.why"), report.here), 0.5},
                   {changes(t_("opportunity.helps"), report)},
                   {levers(report)}};
    second.bands = {{barriers(report)},
                    {next_steps(report.here.experience), ends(report), 0.4},
                    {rockets(report.here.experience), subjects(report.here.experience), 0.58},
                    {offerings(report)}};
    return out;
  }

  print::Report of_whole(OpportunityOverview const& overview, OpportunityReport const& least) const {
    auto out = begun(overview.whole.children, made_up_phrase(view_, offerings_of(least)));
    out.answer = answer(overview);
    auto const place = name_of(least.here.area);
    auto& [first, second] = out.pages;
    first.bands = {
        {funnel(t_("report.funnel_in", {{"place", name_of(ask_.area)}}), overview.whole.experience.funnel),
         why(t_("report.why_there", {{"place", place}}), least.here), 0.5},
        {changes(t_("report.helps_there", {{"place", place}}), least)},
        {levers(least)}};
    auto const& whole = overview.whole.experience;
    second.bands = {{areas(overview)}, {rockets(whole), subjects(whole), 0.58}, {next_steps(whole)}};
    return out;
  }

 private:
  print::Report begun(double children, std::string notice) const {
    print::Report out;
    out.language = t_.tag();
    out.right_to_left = t_.right_to_left();
    out.title = t_("opportunity.title_in", {{"place", name_of(ask_.area)}});
    out.for_whom = t_("report.about", {{"children", children_phrase(view_, ask_.child)}});
    out.how_many = children_here(t_, children);
    out.notice = std::move(notice);
    out.explanation = t_("opportunity.what_counts");
    for (std::size_t i = 0; i < out.pages.size(); ++i) out.pages[i].name = page_name(i + 1, out.pages.size());
    out.more_title = t_("report.more");
    out.more =
        way_to(view_, with_fields(view_.page("/opportunity").segment(code()), fields_of({ask_.child})));
    out.closing = {joined({t_("report.made", {{"date", day_phrase(t_, view_.moment.today)}}),
                           t_("opportunity.what_not")},
                          " "),
                   attribution_phrase(view_)};
    out.made_at = instant(view_.moment.today, {});
    return out;
  }

  template <Choice Enum>
  std::string capital(char const* prefix, Enum value) const {
    return sentence_case(choice_phrase(t_, prefix, value));
  }

  std::string page_name(std::size_t page, std::size_t pages) const {
    return t_("report.page", {{"page", std::to_string(page)}, {"pages", std::to_string(pages)}});
  }

  std::string code() const { return view_.atlas.areas()[ask_.area].code.text(); }

  std::string const& name_of(Index<Area> area) const { return view_.atlas.areas()[area].name; }

  std::string title_of(Index<Offering> offering) const { return view_.atlas.catalogue()[offering].title; }

  static std::vector<Index<Offering>> offerings_of(OpportunityReport const& report) {
    std::vector<Index<Offering>> all;
    all.reserve(report.parts.size());
    for (auto const& part : report.parts) all.push_back(part.offering);
    return all;
  }

  std::string answer(OpportunityReport const& report) const {
    auto const& here = report.here.experience.funnel;
    auto const whole = view_.atlas.areas().outermost(ask_.area);
    auto const said = t_("opportunity.report_lead",
                         {{"children", children_phrase(view_, ask_.child)},
                          {"amount", rounded_opportunities(t_, here.supported)},
                          {"exists", decimal(t_, here.exists, 0)},
                          {"usual", rounded_opportunities(t_, report.whole.experience.funnel.supported)},
                          {"place", name_of(whole)}});
    return after_each_other({said, where_it_stands(view_, report)});
  }

  std::string answer(OpportunityOverview const& overview) const {
    auto const& least = overview.areas.front();
    return t_("report.least",
              {{"children", children_phrase(view_, ask_.child)},
               {"place", name_of(least.area)},
               {"amount", rounded_opportunities(t_, least.experience.funnel.supported)},
               {"whole", name_of(ask_.area)},
               {"usual", rounded_opportunities(t_, overview.whole.experience.funnel.supported)}});
  }

  print::ReportSection funnel(std::string caption, Funnel const& funnel) const {
    print::BarChart chart{std::move(caption), {}};
    for (auto const& [stage, name] : choices<FunnelStage>) {
      auto const value = amount(funnel, stage);
      bool const is_answer = stage == FunnelStage::supported;
      chart.rows.push_back({capital("funnel.", stage), value, rounded_opportunities(t_, value), is_answer});
    }
    return {t_("opportunity.funnel"), {}, std::move(chart)};
  }

  // Each factor against the whole gemeente, the one that is most behind marked.
  print::ReportSection why(std::string heading, AreaOpportunity const& here) const {
    print::BarChart chart{t_("opportunity.factors"), {}, 1};
    for (auto const& [factor, name] : choices<Factor>) {
      auto const ratio = here.against_whole[static_cast<std::size_t>(factor)];
      chart.rows.push_back(
          {choice_phrase(t_, "factor.", factor), ratio, percentage(t_, ratio), factor == here.behind});
    }
    auto const because =
        after_each_other({t_("opportunity.because"), behind_phrase(view_, "because.", here.behind)});
    return {std::move(heading), {because}, std::move(chart)};
  }

  print::ReportSection changes(std::string heading, OpportunityReport const& report) const {
    auto const& catalogue = view_.atlas.catalogue();
    print::ReportChanges changes;
    for (auto const& change : report.changes) {
      changes.push_back({title_of(change.offering),
                         catalogue[catalogue.facts(change.offering).organisation].name,
                         capital("lever.", change.lever), plus(change.gain, 2)});
    }
    if (changes.empty()) return {std::move(heading), {t_("report.nothing_helps")}};
    return {std::move(heading), {t_("report.helps_hint")}, std::move(changes)};
  }

  std::string plus(double amount, int digits) const {
    return t_.in_one_piece(t_("opportunity.plus", {{"amount", decimal(t_, amount, digits)}}));
  }

  print::ReportSection levers(OpportunityReport const& report) const {
    auto const digits = digits_for(std::ranges::max(report.levers));
    print::BarChart chart{t_("opportunity.levers"), {}};
    for (auto const& [lever, name] : choices<Lever>) {
      auto const gain = report.levers[static_cast<std::size_t>(lever)];
      chart.rows.push_back({capital("lever_all.", lever), gain, plus(gain, digits)});
    }
    std::ranges::stable_sort(chart.rows, {}, [](print::BarRow const& row) { return -row.value; });
    return {"", {}, std::move(chart), 5};
  }

  // Of one group as bars, of more as a table.
  print::ReportSection barriers(OpportunityReport const& report) const {
    if (report.stopped.size() > 1) return barriers_by_group(report);
    print::BarChart chart{t_("opportunity.barriers_hint"), {}};
    for (auto const& [barrier, name] : choices<Barrier>) {
      auto const share = report.stopped.front().shares[static_cast<std::size_t>(barrier)];
      chart.rows.push_back({capital("barrier.", barrier), share, percentage(t_, share)});
    }
    return {t_("opportunity.barriers"), {}, std::move(chart)};
  }

  print::ReportSection barriers_by_group(OpportunityReport const& report) const {
    print::Table table{t_("opportunity.barriers_hint"), {{t_("opportunity.barrier")}}, {}};
    for (auto const& stopped : report.stopped) {
      table.columns.push_back({capital("group.", stopped.group)});
    }
    for (auto const& [barrier, name] : choices<Barrier>) {
      auto& row = table.rows.emplace_back(std::vector{capital("barrier.", barrier)});
      for (auto const& stopped : report.stopped) {
        row.push_back(percentage(t_, stopped.shares[static_cast<std::size_t>(barrier)]));
      }
    }
    return {t_("opportunity.barriers"), {}, std::move(table)};
  }

  print::ReportSection next_steps(Experience const& here) const {
    return {t_("opportunity.ends"),
            {next_step_phrase(t_, here.ends),
             t_("opportunity.open_and_ends", {{"open", decimal(t_, here.ends.open)},
                                              {"shallow", decimal(t_, here.ends.not_deeper)},
                                              {"dead", decimal(t_, here.ends.dead)}})}};
  }

  std::optional<print::ReportSection> ends(OpportunityReport const& report) const {
    print::Table table{
        t_("opportunity.ends_table"),
        {{t_("opportunity.activity")}, {t_("opportunity.not_deeper")}, {t_("opportunity.dead")}},
        {}};
    for (auto const& ends : report.ends) {
      if (ends.not_deeper <= 0 || table.rows.size() == most_ends_on_paper) break;
      table.rows.push_back({title_of(ends.offering), share_of_open(t_, ends.not_deeper, ends.open),
                            share_of_open(t_, ends.dead, ends.open)});
    }
    if (table.rows.empty()) return std::nullopt;
    return print::ReportSection{"", {}, std::move(table), 5};
  }

  print::ReportSection rockets(Experience const& here) const {
    auto const& all = view_.atlas.themes().subjects();
    print::Table table{t_("opportunity.rockets_table"),
                       {{t_("opportunity.subject")},
                        {t_("stage.introduce")},
                        {t_("stage.deepen")},
                        {t_("stage.belong")},
                        {t_("opportunity.whole")}},
                       {}};
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto const& rocket = here.rockets[i];
      table.rows.push_back({sentence_case(theme_name(view_, all[i])), percentage(t_, rocket.introduce),
                            percentage(t_, rocket.deepen), percentage(t_, rocket.belong),
                            percentage(t_, rocket.whole)});
    }
    return {t_("opportunity.rockets"), {t_("opportunity.rockets_hint")}, std::move(table)};
  }

  print::ReportSection subjects(Experience const& here) const {
    auto const& all = view_.atlas.themes().subjects();
    auto const digits = digits_for(std::ranges::max(here.by_theme));
    print::BarChart chart{t_("opportunity.by_subject"), {}};
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto const value = here.by_theme[i];
      chart.rows.push_back({sentence_case(theme_name(view_, all[i])), value, decimal(t_, value, digits)});
    }
    return {t_("opportunity.subjects"), {}, std::move(chart)};
  }

  print::ReportSection offerings(OpportunityReport const& report) const {
    auto const count = t_.count("report.of_offerings", static_cast<std::int64_t>(report.parts.size()));
    print::Table table{count,
                       {{t_("opportunity.activity")},
                        {capital("funnel.", FunnelStage::reach)},
                        {capital("funnel.", FunnelStage::known)},
                        {capital("funnel.", FunnelStage::welcome)},
                        {capital("funnel.", FunnelStage::possible)},
                        {capital("funnel.", FunnelStage::supported)}},
                       {}};
    auto const most = std::min(report.parts.size(), most_offerings_on_paper);
    for (auto const& part : std::span(report.parts).first(most)) {
      auto& row = table.rows.emplace_back(std::vector{title_of(part.offering)});
      for (auto const& [stage, name] : choices<FunnelStage>) {
        if (stage != FunnelStage::exists) row.push_back(decimal(t_, amount(part.funnel, stage), 2));
      }
    }
    return {t_("opportunity.behind_number"), {}, std::move(table), 5};
  }

  // The ones with least and the ones with most, numbered, with between them how many are not shown.
  print::ReportSection areas(OpportunityOverview const& overview) const {
    auto const& all = overview.areas;
    print::Table table{order_of(overview),
                       {{t_("opportunity.area")},
                        {t_("opportunity.behind"), true},
                        {capital("funnel.", FunnelStage::supported)},
                        {t_("opportunity.children")}},
                       {}};
    auto const between = all.size() > 2 * areas_on_paper ? all.size() - 2 * areas_on_paper : 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (between > 0 && i == areas_on_paper) {
        table.rows.push_back({t_.count("report.between", static_cast<std::int64_t>(between)), "", "", ""});
        i += between;
      }
      table.rows.push_back(area_row(i + 1, all[i]));
    }
    return {t_("opportunity.who_has_least"), {}, std::move(table)};
  }

  std::string order_of(OpportunityOverview const& overview) const {
    auto const apart = static_cast<std::int64_t>(overview.hardly_lived_in.size());
    return after_each_other({t_("report.order"), apart > 0 ? t_.count("report.apart", apart) : ""});
  }

  std::vector<std::string> area_row(std::size_t place, AreaOpportunity const& one) const {
    return {t_.in_one_piece(fmt::format("{}. {}", place, name_of(one.area))),
            sentence_case(behind_phrase(view_, "behind.", one.behind)),
            rounded_opportunities(t_, one.experience.funnel.supported), rounded_children(t_, one.children)};
  }

  View const& view_;
  ReportAsk const& ask_;
  Language const& t_;
};

}  // namespace

print::Report report_text(View const& view, ReportAsk const& ask, OpportunityReport const& report) {
  return ReportWriting(view, ask).of_area(report);
}

print::Report overview_text(View const& view, ReportAsk const& ask, OpportunityOverview const& overview,
                            OpportunityReport const& least) {
  return ReportWriting(view, ask).of_whole(overview, least);
}

}  // namespace wegwijzer::web
