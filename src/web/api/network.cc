// SPDX-License-Identifier: EUPL-1.2
// The partner network as JSON: ecosystems, who works with whom, channels, learning routes, next steps, facts.
#include <nlohmann/json.hpp>

#include "usecases/fact/find.h"
#include "web/api/answer.h"
#include "web/api/json.h"
#include "web/handlers.h"

namespace wegwijzer::web::api {

namespace {

Json brief_json(View const& view, Index<Organisation> index) {
  auto const& organisation = view.atlas.catalogue()[index];
  return {{"id", text(organisation.id)}, {"name", organisation.name}};
}

Json brief_jsons(View const& view, std::vector<Index<Organisation>> const& all) {
  auto out = Json::array();
  for (auto const index : all) out.push_back(brief_json(view, index));
  return out;
}

Json both_languages(std::string const& dutch, std::string const& english) {
  return {{"nl", dutch}, {"en", english}};
}

Json json_of(View const& view, Index<Collaboration> index) {
  auto const& collaboration = view.atlas.network()[index];
  auto const& links = view.atlas.network().links(index);
  return {{"id", text(collaboration.id)},
          {"from", brief_json(view, links.from)},
          {"to", brief_json(view, links.to)},
          {"kind", text(collaboration.kind)},
          {"level", text_or_null(collaboration.level)},
          {"about", both_languages(collaboration.about, collaboration.about_en)},
          {"reference", collaboration.reference}};
}

Json json_of(View const& view, Index<Channel> index) {
  auto const& channel = view.atlas.network()[index];
  auto const& links = view.atlas.network().links(index);
  return {{"id", text(channel.id)},
          {"name", channel.name},
          {"kind", text(channel.kind)},
          {"organisation", links.organisation ? brief_json(view, *links.organisation) : Json()},
          {"lists", brief_jsons(view, links.lists)},
          {"areas", texts(channel.areas)},
          {"familiesPercent", channel.families ? Json(channel.families->value()) : Json()}};
}

Json brief_json(View const& view, Index<Offering> index) {
  auto const& offering = view.atlas.catalogue()[index];
  return {{"id", text(offering.id)}, {"title", offering.title}, {"stage", text_or_null(offering.stage)}};
}

Json json_of(View const& view, Index<LearningRoute> index) {
  auto const& route = view.atlas.network()[index];
  auto steps = Json::array();
  for (auto const step : view.atlas.network().links(index).steps) steps.push_back(brief_json(view, step));
  return {{"id", text(route.id)},
          {"title", route.title},
          {"summary", route.summary},
          {"steps", std::move(steps)}};
}

Json json_of(View const& view, Index<StepEdge> index) {
  auto const& edge = view.atlas.network()[index];
  auto const& links = view.atlas.network().links(index);
  return {{"id", text(edge.id)},
          {"from", brief_json(view, links.from)},
          {"to", brief_json(view, links.to)},
          {"direction", text(edge.direction)},
          {"ages", edge.ages ? Json{{"from", edge.ages->from}, {"to", edge.ages->to}} : Json()},
          {"agreed", links.agreed},
          {"agreedByFrom", edge.agreed_by_from},
          {"agreedByTo", edge.agreed_by_to},
          {"proposedBy", text(edge.proposed_by)},
          {"evidence", edge.evidence},
          {"confirmedOn", text_or_null(edge.confirmed_on)},
          {"stale", stale(edge, view.moment.today)}};
}

Json json_of(View const& view, Index<Fact> index) {
  auto const& fact = view.atlas.network()[index];
  return {{"id", text(fact.id)},
          {"kind", text(fact.kind)},
          {"level", text_or_null(fact.level)},
          {"organisations", brief_jsons(view, view.atlas.network().links(index).organisations)},
          {"text", both_languages(fact.dutch, fact.english)},
          {"reference", fact.reference}};
}

template <class Thing>
http::Response list(http::Request const& request, View const& view, std::vector<Index<Thing>> const& all) {
  return paged(view, request, all.size(), [&](std::size_t i) { return json_of(view, all[i]); });
}

// All of one kind in the ecosystem of the address.
template <class Thing>
http::Response list_of(http::Request const& request, View const& view, PathArguments const& arguments,
                       std::vector<Index<Thing>> EcosystemNetwork::* all) {
  auto const ecosystem = view.ecosystem(arguments.at(0));
  if (!ecosystem) return problem(view, ecosystem.error());
  return list(request, view, view.atlas.network().of(*ecosystem).*all);
}

}  // namespace

http::Response ecosystems(http::Request const& request, View const& view, PathArguments const&) {
  auto const& all = view.atlas.catalogue().ecosystems();
  return paged(view, request, all.size(), [&](std::size_t i) {
    return Json{{"slug", all[i].slug},
                {"name", all[i].name},
                {"holidayRegion", text(all[i].holiday_region)},
                {"origin", text(all[i].origin)},
                {"colour", text_or_null(all[i].colour)},
                {"accent", text_or_null(all[i].accent)},
                {"logo", all[i].logo ? picture_json(*all[i].logo) : Json()}};
  });
}

http::Response collaborations(http::Request const& request, View const& view,
                              PathArguments const& arguments) {
  return list_of(request, view, arguments, &EcosystemNetwork::collaborations);
}

http::Response channels(http::Request const& request, View const& view, PathArguments const& arguments) {
  return list_of(request, view, arguments, &EcosystemNetwork::channels);
}

http::Response learning_routes(http::Request const& request, View const& view,
                               PathArguments const& arguments) {
  return list_of(request, view, arguments, &EcosystemNetwork::routes);
}

http::Response step_edges(http::Request const& request, View const& view, PathArguments const& arguments) {
  return list_of(request, view, arguments, &EcosystemNetwork::steps);
}

http::Response facts(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const ecosystem = view.ecosystem(arguments.at(0));
  if (!ecosystem) return problem(view, ecosystem.error());
  auto const query = parse_fact_query(request.query);
  if (!query) return problem(view, query.error());
  return list(request, view, find_facts(view.atlas.network(), *ecosystem, *query).facts);
}

}  // namespace wegwijzer::web::api
