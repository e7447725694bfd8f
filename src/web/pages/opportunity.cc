// SPDX-License-Identifier: EUPL-1.2
// Who has least? Opportunities of a gemeente on a map and in a table, from everything that exists to what
// these children experience.
#include <algorithm>

#include "usecases/opportunity/report.h"
#include "usecases/opportunity/table.h"
#include "web/charts.h"
#include "web/completeness_parts.h"
#include "web/handlers.h"
#include "web/inequality_story.h"
#include "web/opportunity_parts.h"
#include "web/opportunity_paths.h"
#include "web/opportunity_wish.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/report_text.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t most_changes = 5;

// The six stages as a row of steps, of which one is chosen: how far the funnel is followed.
Html stage_steps(OpportunityQuestion const& asked) {
  auto const& t = asked.view.language;
  auto const step = [&](auto const& choice) {
    auto query = asked.query;
    query.stage = choice.first;
    auto const label = choice_phrase(t, "funnel.", choice.first);
    if (query.stage == asked.query.stage) {
      return html(R"(<li><span class="chip on" aria-current="true">{}</span></li>)", label);
    }
    return html(R"(<li><a class="chip" href="{}">{}</a></li>)",
                with_fields(opportunity_page(asked.view, asked.area), fields_of(query)), label);
  };
  return html(R"(<nav class="upto" aria-label="{}"><p>{}</p><ol class="chips">{}</ol></nav>)",
              t("opportunity.slider"), t("opportunity.slider_hint"), each(choices<FunnelStage>, step));
}

Html area_row(OpportunityQuestion const& asked, AreaOpportunity const& one) {
  auto const& t = asked.view.language;
  auto const& area = asked.view.atlas.areas()[one.area];
  auto const value = amount(one.experience.funnel, asked.query.stage);
  return html(
      R"(<tr><th scope="row"><a href="{}">{}</a></th><td>{}</td><td class="words">{}</td><td>{}</td></tr>)",
      with_fields(opportunity_page(asked.view, one.area), fields_of(asked.query)),
      proper_name(asked.view, area.name), rounded_opportunities(t, value),
      behind_phrase(asked.view, "behind.", one.behind), rounded_children(t, one.children));
}

Html area_table(OpportunityQuestion const& asked, std::string const& caption,
                std::vector<AreaOpportunity> const& areas) {
  auto const& t = asked.view.language;
  return data_table(t, caption,
                    {{t("opportunity.area")},
                     {choice_phrase(t, "funnel.", asked.query.stage)},
                     {t("opportunity.behind"), true},
                     {t("opportunity.children")}},
                    each(areas, [&](AreaOpportunity const& one) { return area_row(asked, one); }), "areas");
}

Html hardly_lived_in(OpportunityQuestion const& asked, OpportunityOverview const& overview) {
  if (overview.hardly_lived_in.empty()) return {};
  auto const& t = asked.view.language;
  return html(R"(<details class="more"><summary>{}</summary>{}</details>)", t("opportunity.hardly_lived_in"),
              area_table(asked, t("opportunity.hardly_table"), overview.hardly_lived_in));
}

// The same areas as in the table, so that both show who has least.
Html map_of(OpportunityQuestion const& asked, OpportunityOverview const& overview) {
  auto const& t = asked.view.language;
  std::vector<Shade> shades;
  for (auto const& one : overview.areas) {
    auto const value = amount(one.experience.funnel, asked.query.stage);
    shades.push_back({one.area, value, rounded_opportunities(t, value)});
  }
  for (auto const& one : overview.hardly_lived_in) shades.push_back(with_too_few(asked.view, one.area));
  return shaded_map(asked.view, t("opportunity.map"), shades);
}

// Least of all, why, and what would help most there.
Html answer(OpportunityQuestion const& asked, OpportunityOverview const& overview) {
  if (overview.areas.empty()) return {};
  auto const& view = asked.view;
  auto const& t = view.language;
  auto const least = std::ranges::min(overview.areas, {}, [](AreaOpportunity const& one) {
                       return std::pair(one.experience.funnel.supported, one.area);
                     }).area;
  auto const report = opportunity_report(*view.opportunities, least, asked.query.child, 1);
  if (!report) return {};
  auto const& name = view.atlas.areas()[least].name;
  auto const link = with_fields(opportunity_page(view, least), fields_of({asked.query.child}));
  auto const help = report->changes.empty()
                        ? Html()
                        : html(R"(<p><strong>{}</strong> {}</p>{})", t("opportunity.helps_most"),
                               change_phrase(view, report->changes.front()), another_way(view, *report));
  return html(
      R"(<section class="answer"><h2>{}</h2><p>{} <a href="{}">{}</a>: {} {}</p><p><strong>{}</strong> {}</p>{}</section>)",
      t("opportunity.who_has_least"),
      t("opportunity.least_of", {{"children", children_phrase(view, asked.query.child)}}), link,
      proper_name(view, name),
      t("opportunity.least_amount",
        {{"amount", rounded_opportunities(t, report->here.experience.funnel.supported)},
         {"usual", rounded_opportunities(t, overview.whole.experience.funnel.supported)}}),
      overview.hardly_lived_in.empty() ? "" : t("opportunity.few_left_out"), t("opportunity.because"),
      behind_phrase(view, "because.", report->here.behind), help);
}

Html overview_body(OpportunityQuestion const& asked, OpportunityOverview const& overview) {
  auto const& view = asked.view;
  auto const& t = view.language;
  auto const name = view.atlas.areas()[asked.area].name;
  auto const table =
      with_fields(opportunity_page(view, asked.area).segment("table.csv"), fields_of(asked.query));
  auto const paths =
      with_fields(opportunity_page(view, asked.area).segment("paths"), fields_of({asked.query.child}));
  return html(
      R"(<h1>{}</h1><p class="lead">{}</p>{}{}{}{}<div class="beside">{}<div>{}</div></div>)"
      R"(<p class="actions"><a class="button" href="{}">{}</a> <a class="button" href="{}">{}</a></p>{}{})",
      t("opportunity.title_in", {{"place", name}}), t("opportunity.lead"), what_is_an_opportunity(view),
      answer(asked, overview) + as_paper(view, asked.area, asked.query) +
          to_four_questions(view, asked.area, asked.query.child),
      child_form(view, opportunity_page(view, asked.area), asked.query), stage_steps(asked),
      map_of(asked, overview),
      funnel_picture(view,
                     t("opportunity.funnel_of", {{"children", children_phrase(view, asked.query.child)}}),
                     overview.whole.experience.funnel),
      table, t("opportunity.csv"), paths, t("paths.link"),
      area_table(asked, t("opportunity.table"), overview.areas), hardly_lived_in(asked, overview));
}

Page page_of(OpportunityQuestion const& asked, std::string title, Html body) {
  return {.title = std::move(title),
          .body = std::move(body),
          .path = "/opportunity/" + asked.view.atlas.areas()[asked.area].code.text(),
          .also = fields_of(asked.query),
          .findable = fields_of(asked.query).empty(),
          .figures = true};
}

http::Response show_overview(OpportunityQuestion const& asked) {
  auto const overview =
      opportunity_overview(*asked.view.opportunities, asked.area, asked.query.child, asked.query.stage);
  auto const path = "/opportunity/" + asked.view.atlas.areas()[asked.area].code.text();
  if (!overview) return show_error(asked.view, path, {Fault::missing, "opportunity.nobody"});
  auto const name = asked.view.atlas.areas()[asked.area].name;
  return show(asked.view, page_of(asked, asked.view.language("opportunity.title_in", {{"place", name}}),
                                  overview_body(asked, *overview)));
}

http::Response show_report(OpportunityQuestion const& asked) {
  auto const report =
      opportunity_report(*asked.view.opportunities, asked.area, asked.query.child, most_changes);
  auto const path = "/opportunity/" + asked.view.atlas.areas()[asked.area].code.text();
  if (!report) return show_error(asked.view, path, {Fault::missing, "opportunity.nobody"});
  auto const name = asked.view.atlas.areas()[asked.area].name;
  return show(asked.view, page_of(asked, asked.view.language("opportunity.title_in", {{"place", name}}),
                                  report_body(asked.view, asked.area, asked.query, *report)));
}

std::optional<print::Report> paper_of_whole(OpportunityQuestion const& asked) {
  auto const& opportunities = *asked.view.opportunities;
  auto const overview =
      opportunity_overview(opportunities, asked.area, asked.query.child, FunnelStage::supported);
  if (!overview || overview->areas.empty()) return std::nullopt;
  auto const least =
      opportunity_report(opportunities, overview->areas.front().area, asked.query.child, most_changes);
  if (!least) return std::nullopt;
  return overview_text(asked.view, {asked.area, asked.query.child}, *overview, *least);
}

std::optional<print::Report> paper_of_area(OpportunityQuestion const& asked) {
  auto const report =
      opportunity_report(*asked.view.opportunities, asked.area, asked.query.child, most_changes);
  if (!report) return std::nullopt;
  return report_text(asked.view, {asked.area, asked.query.child}, *report);
}

bool is_whole(OpportunityQuestion const& asked) {
  return asked.view.atlas.areas().outermost(asked.area) == asked.area;
}

std::string path_of(PathArguments const& arguments) {
  return "/opportunity/" + arguments.at(0);
}

// What answer(asked, paths) makes of them, or what is wrong.
template <class Answer>
http::Response answer_paths(http::Request const& request, View const& view, PathArguments const& arguments,
                            char const* below, Answer answer) {
  auto const asked = read_opportunity_question(request, view, arguments);
  if (!asked) return show_error(view, path_of(arguments) + below, asked.error());
  auto const paths =
      wegwijzer::opportunity_paths(*asked->view.opportunities, asked->area, asked->query.child);
  if (!paths) return show_error(view, path_of(arguments) + below, {Fault::missing, "opportunity.nobody"});
  return answer(*asked, *paths);
}

}  // namespace

http::Response opportunities(http::Request const&, View const& view, PathArguments const&) {
  auto const there = view_of_opportunities(view);
  if (!there) return show_error(view, "/opportunity", there.error());
  auto const& t = view.language;
  auto const places = places_with_opportunities(there->opportunities->model());
  auto const link = [&](Index<Area> area) {
    return html(R"(<li><a href="{}">{}</a></li>)", opportunity_page(*there, area),
                proper_name(*there, there->atlas.areas()[area].name));
  };
  return show(*there, {.title = t("opportunity.title"),
                       .body = html(R"(<h1>{}</h1><p class="lead">{}</p>{}{})", t("opportunity.title"),
                                    t("opportunity.lead"), what_is_an_opportunity(*there),
                                    places.empty()
                                        ? html("<p>{}</p>", t("opportunity.nowhere"))
                                        : html(R"(<ul class="links columns">{}</ul>)", each(places, link))),
                       .path = "/opportunity"});
}

http::Response opportunity(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const asked = read_opportunity_question(request, view, arguments);
  if (!asked) return show_error(view, path_of(arguments), asked.error());
  return is_whole(*asked) ? show_overview(*asked) : show_report(*asked);
}

http::Response opportunity_table(http::Request const& request, View const& view,
                                 PathArguments const& arguments) {
  auto const asked = read_opportunity_question(request, view, arguments);
  if (!asked) return show_error(view, path_of(arguments), asked.error());
  auto const& atlas = asked->view.atlas;
  std::string table;
  if (is_whole(*asked)) {
    auto const overview =
        opportunity_overview(*asked->view.opportunities, asked->area, asked->query.child, asked->query.stage);
    if (overview) table = overview_table(atlas, *overview, asked->query.child);
  } else if (auto const report =
                 opportunity_report(*asked->view.opportunities, asked->area, asked->query.child, 0)) {
    table = offerings_table(atlas, report->parts);
  }
  if (table.empty()) return show_error(view, path_of(arguments), {Fault::missing, "opportunity.nobody"});
  return spreadsheet(std::move(table), "opportunity-" + atlas.areas()[asked->area].code.text() + ".csv");
}

http::Response opportunity_paper(http::Request const& request, View const& view,
                                 PathArguments const& arguments) {
  auto const asked = read_opportunity_question(request, view, arguments);
  if (!asked) return show_error(view, path_of(arguments), asked.error());
  auto const paper = is_whole(*asked) ? paper_of_whole(*asked) : paper_of_area(*asked);
  if (!paper) return show_error(view, path_of(arguments), {Fault::missing, "opportunity.nobody"});
  auto response = http::file(print::report(*paper).pdf, "application/pdf");
  response.headers.set(
      "Content-Disposition",
      "inline; filename=\"opportunity-" + asked->view.atlas.areas()[asked->area].code.text() + ".pdf\"");
  return response;
}

http::Response opportunity_paths(http::Request const& request, View const& view,
                                 PathArguments const& arguments) {
  return answer_paths(request, view, arguments, "/paths",
                      [&](OpportunityQuestion const& asked, OpportunityPaths const& paths) {
                        auto const& place = asked.view.atlas.areas()[asked.area].name;
                        return show(asked.view,
                                    {.title = asked.view.language("paths.title", {{"place", place}}),
                                     .body = paths_body(asked, paths),
                                     .path = path_of(arguments) + "/paths",
                                     .also = fields_of(asked.query),
                                     .findable = fields_of(asked.query).empty(),
                                     .figures = true});
                      });
}

http::Response opportunity_paths_table(http::Request const& request, View const& view,
                                       PathArguments const& arguments) {
  return answer_paths(request, view, arguments, "/paths.csv",
                      [](OpportunityQuestion const& asked, OpportunityPaths const& paths) {
                        auto const& atlas = asked.view.atlas;
                        return spreadsheet(paths_table(atlas, asked.area, paths),
                                           "paths-" + atlas.areas()[asked.area].code.text() + ".csv");
                      });
}

http::Response opportunity_offering(http::Request const& request, View const& view,
                                    PathArguments const& arguments) {
  auto const path = path_of(arguments) + "/offerings/" + arguments.at(1);
  auto const asked = read_opportunity_question(request, view, arguments);
  if (!asked) return show_error(view, path, asked.error());
  auto const offering = asked->view.find<Offering>(arguments.at(1), "offering.missing");
  if (!offering) return show_error(view, path, offering.error());
  auto const reasons =
      offering_reasons(asked->view.opportunities->model(), asked->area, *offering, asked->query.child);
  if (!reasons) return show_error(view, path, reasons.error());
  return show(asked->view, {.title = asked->view.atlas.catalogue()[*offering].title,
                            .body = reasons_body(asked->view, asked->area, asked->query, *reasons),
                            .path = path,
                            .also = fields_of(asked->query),
                            .findable = false,
                            .figures = true});
}

http::Response opportunity_compare(http::Request const& request, View const& view,
                                   PathArguments const& arguments) {
  auto const path = path_of(arguments) + "/compare";
  auto const asked = read_opportunity_question(request, view, arguments);
  if (!asked) return show_error(view, path, asked.error());
  auto const two = parse_two_children(request.query);
  if (!two) return show_error(view, path, two.error());
  auto const& [one, other] = *two;
  auto const compared = compare_children(asked->view.opportunities->model(), asked->area, one, other);
  if (!compared) return show_error(view, path, {Fault::missing, "opportunity.nobody"});
  return show(asked->view, {.title = asked->view.language("compare.title"),
                            .body = comparison_body(asked->view, asked->area, one, other, *compared),
                            .path = path,
                            .also = {{"one", text(one)}, {"other", text(other)}},
                            .findable = false,
                            .figures = true});
}

}  // namespace wegwijzer::web::pages
