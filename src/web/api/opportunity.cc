// SPDX-License-Identifier: EUPL-1.2
// Opportunities as JSON: of one area with what lies behind them, and of all areas of a gemeente.
#include <nlohmann/json.hpp>

#include "usecases/opportunity/report.h"
#include "web/api/answer.h"
#include "web/api/json.h"
#include "web/handlers.h"
#include "web/opportunity_wish.h"

namespace wegwijzer::web::api {

namespace {

constexpr std::size_t most_changes = 10;

Json json_of(Funnel const& funnel) {
  Json out;
  for (auto const& [stage, name] : choices<FunnelStage>) out[std::string(name)] = amount(funnel, stage);
  return out;
}

template <class Enum, std::size_t count>
Json by_name(std::array<double, count> const& values) {
  Json out;
  for (auto const& [value, name] : choices<Enum>)
    out[std::string(name)] = values[static_cast<std::size_t>(value)];
  return out;
}

Json json_of(Ends const& ends) {
  return {{"open", ends.open},
          {"notDeeper", ends.not_deeper},
          {"dead", ends.dead},
          {"some", ends.some},
          {"always", ends.always}};
}

Json json_of(Diversity const& diversity) {
  return {{"order0", diversity.kinds}, {"order1", diversity.common}, {"order2", diversity.dominant}};
}

Json json_of(View const& view, AreaOpportunity const& one) {
  auto const& area = view.atlas.areas()[one.area];
  return {{"area", area.code.text()},
          {"name", area.name},
          {"children", one.children},
          {"funnel", json_of(one.experience.funnel)},
          {"withoutBarrier", by_name<Barrier>(one.experience.without)},
          {"againstWhole", by_name<Factor>(one.against_whole)},
          {"behind", text_or_null(one.behind)},
          {"ends", json_of(one.experience.ends)}};
}

Json subjects_json(View const& view, Experience const& experience) {
  auto out = Json::array();
  auto const& subjects = view.atlas.themes().subjects();
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    auto const& rocket = experience.rockets[i];
    out.push_back({{"theme", view.atlas.themes()[subjects[i]].code.text()},
                   {"amount", experience.by_theme[i]},
                   {"ends", json_of(experience.ends_by_theme[i])},
                   {"rocket",
                    {{"introduce", rocket.introduce},
                     {"deepen", rocket.deepen},
                     {"belong", rocket.belong},
                     {"whole", rocket.whole}}}});
  }
  return out;
}

Json stages_json(Experience const& experience) {
  Json out;
  for (auto const& [stage, name] : choices<Stage>) {
    out[std::string(name)] = json_of(experience.ends_by_stage[static_cast<std::size_t>(stage)]);
  }
  return out;
}

Json json_of(View const& view, Change const& change) {
  return {{"offering", text(view.atlas.catalogue()[change.offering].id)},
          {"title", view.atlas.catalogue()[change.offering].title},
          {"lever", text(change.lever)},
          {"gain", change.gain}};
}

Json json_of(View const& view, OneMore const& one) {
  auto const& catalogue = view.atlas.catalogue();
  return {{"venue", text(catalogue[one.venue].id)},
          {"name", catalogue[one.venue].name},
          {"when", text(one.when)},
          {"gain", one.gain}};
}

Json json_of(View const& view, OfferingPart const& part) {
  return {{"offering", text(view.atlas.catalogue()[part.offering].id)},
          {"title", view.atlas.catalogue()[part.offering].title},
          {"funnel", json_of(part.funnel)},
          {"barriers", by_name<Barrier>(part.barriers)}};
}

Json json_of(View const& view, OpportunityReport const& report) {
  auto out = json_of(view, report.here);
  out["whole"] = json_of(view, report.whole);
  out["subjects"] = subjects_json(view, report.here.experience);
  out["endsByStage"] = stages_json(report.here.experience);
  out["diversity"] = {{"subjects", json_of(report.subjects)}, {"stages", json_of(report.stages)}};
  out["levers"] = by_name<Lever>(report.levers);
  out["changes"] = Json::array();
  for (auto const& change : report.changes) out["changes"].push_back(json_of(view, change));
  out["oneMore"] = Json::array();
  for (auto const& one : report.one_more) out["oneMore"].push_back(json_of(view, one));
  out["leastSubject"] = report.least ? Json(view.atlas.themes()[*report.least].code.text()) : Json();
  out["offerings"] = Json::array();
  for (auto const& part : report.parts) out["offerings"].push_back(json_of(view, part));
  return out;
}

}  // namespace

http::Response opportunity(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const asked = read_opportunity_question(request, view, arguments);
  if (!asked) return problem(view, asked.error());
  auto const report =
      opportunity_report(*asked->view.opportunities, asked->area, asked->query.child, most_changes);
  if (!report) return problem(view, {Fault::missing, "opportunity.nobody"});
  return answer(json_of(asked->view, *report));
}

http::Response opportunities(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const asked = read_opportunity_question(request, view, arguments);
  if (!asked) return problem(view, asked.error());
  auto const overview =
      opportunity_overview(*asked->view.opportunities, asked->area, asked->query.child, asked->query.stage);
  if (!overview) return problem(view, {Fault::missing, "opportunity.nobody"});
  auto areas = Json::array();
  for (auto const& one : overview->areas) areas.push_back(json_of(asked->view, one));
  return answer({{"whole", json_of(asked->view, overview->whole)}, {"areas", areas}});
}

}  // namespace wegwijzer::web::api
