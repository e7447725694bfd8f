// SPDX-License-Identifier: EUPL-1.2
// The catalogue as JSON: the same use cases as the pages, the same names as assets/api/openapi.json.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/embedded.h"
#include "usecases/area/overview.h"
#include "usecases/offering/steps.h"
#include "web/api/answer.h"
#include "web/api/json.h"
#include "web/handlers.h"
#include "web/parts.h"

namespace wegwijzer::web::api {

namespace {

Json point_json(GeoPoint point) {
  return {{"latitude", point.latitude_degrees()}, {"longitude", point.longitude_degrees()}};
}

Json occurrence_json(std::optional<Occurrence> const& next) {
  if (!next) return nullptr;
  return {{"date", text(next->day)}, {"from", text(next->hours.from)}, {"until", text(next->hours.until)}};
}

Json price_json(std::optional<Price> const& price) {
  if (!price) return nullptr;
  return {{"euro", static_cast<double>(price->amount.cents) / 100},
          {"per", text(price->per)},
          {"free", price->free()}};
}

Json ages_json(Offering const& offering) {
  if (!offering.ages && !offering.groups) return nullptr;
  auto const from_groups = offering.groups ? std::optional(offering.groups->ages()) : std::nullopt;
  auto const low = std::min(offering.ages ? offering.ages->from : 99, from_groups ? from_groups->from : 99);
  auto const high = std::max(offering.ages ? offering.ages->to : 0, from_groups ? from_groups->to : 0);
  return {{"from", low}, {"to", high}};
}

Json travel_minutes(std::optional<Tenths> const& travel) {
  return travel ? Json(std::chrono::ceil<Minutes>(*travel).count()) : Json();
}

Json venue_json(Venue const& venue) {
  return {{"id", text(venue.id)},
          {"name", venue.name},
          {"kind", venue.kind.text()},
          {"point", point_json(venue.point)},
          {"street", venue.street},
          {"postcode", venue.postcode},
          {"city", venue.city},
          {"website", venue.website},
          {"wheelchair", or_null(venue.wheelchair)},
          {"confirmedOn", text_or_null(venue.confirmed_on)}};
}

// What a list shows of an offering.
Json summary_json(View const& view, FoundOffering const& found) {
  auto const& catalogue = view.atlas.catalogue();
  auto const& offering = catalogue[found.offering];
  auto const& facts = catalogue.facts(found.offering);
  return {
      {"id", text(offering.id)},
      {"title", offering.title},
      {"organisation", {{"id", text(offering.organisation)}, {"name", catalogue[facts.organisation].name}}},
      {"ecosystem", catalogue[facts.ecosystem].slug},
      {"kind", text(offering.kind)},
      {"stage", text_or_null(offering.stage)},
      {"themes", texts(offering.themes)},
      {"ages", ages_json(offering)},
      {"price", price_json(offering.price)},
      {"funds", texts(offering.funds)},
      {"place", text(offering.where)},
      {"travelMinutes", travel_minutes(found.travel)},
      {"next", occurrence_json(found.next)},
      {"placesLeft", or_null(offering.places_left)},
      {"confirmedOn", text_or_null(offering.confirmed_on)},
      {"stale", stale(offering, view.moment.today)}};
}

Json pictures_json(Pictures const& pictures) {
  auto out = Json::array();
  for (auto const& picture : pictures.all) out.push_back(picture_json(picture));
  return out;
}

// Of what was published only, so rounded and blurred already.
Json felt_welcome_json(std::optional<FeltWelcome> const& felt) {
  if (!felt) return {};
  return {{"share", std::round(felt->share * 100) / 100},
          {"first", text(felt->first)},
          {"last", text(felt->last)}};
}

Json whole_json(View const& view, FoundOffering const& found) {
  auto const& offering = view.atlas.catalogue()[found.offering];
  auto const& venue = view.atlas.catalogue().facts(found.offering).venue;
  auto out = summary_json(view, found);
  out["summary"] = offering.summary;
  out["expect"] = offering.expect;
  out["meets"] = offering.meets;
  out["roleModels"] = texts(offering.role_models);
  out["bring"] = offering.bring;
  out["pictures"] = pictures_json(offering.pictures);
  out["difficulty"] = or_null(offering.difficulty);
  out["asksPrior"] = offering.asks_prior;
  out["schoolTime"] = text(offering.school_time);
  out["schoolGroups"] = text_or_null(offering.groups);
  out["languages"] = texts(offering.languages);
  out["access"] = texts(offering.access);
  out["company"] = text_or_null(offering.company);
  out["capacity"] = or_null(offering.capacity);
  out["feltWelcome"] = felt_welcome_json(view.atlas.catalogue().felt_welcome(found.offering));
  out["schedule"] = text(offering.schedule);
  out["venue"] = venue ? venue_json(view.atlas.catalogue()[*venue]) : Json();
  out["takePart"] = {{"link", offering.link},
                     {"phone", offering.phone},
                     {"email", offering.email},
                     {"deadline", text_or_null(offering.deadline)},
                     {"trialLesson", or_null(offering.trial_lesson)},
                     {"waitingList", or_null(offering.waiting_list)}};
  return out;
}

Json organisation_json(View const& view, Index<Organisation> index) {
  auto const& organisation = view.atlas.catalogue()[index];
  return {{"id", text(organisation.id)},
          {"name", organisation.name},
          {"ecosystem", view.atlas.catalogue()[view.atlas.catalogue().ecosystem(index)].slug},
          {"roles", texts(organisation.roles)},
          {"sector", text(organisation.sector)},
          {"about", organisation.about},
          {"website", organisation.website},
          {"greenLayer", organisation.green_layer},
          {"orangeLayer", organisation.orange_layer},
          {"trainedSpotters", or_null(organisation.trained_spotters)},
          {"safety",
           {{"certificates", or_null(organisation.certificates)},
            {"certificatesSaidOn", text_or_null(organisation.certificates_said_on)},
            {"contact", organisation.safety_contact},
            {"phone", organisation.safety_phone},
            {"email", organisation.safety_email},
            {"rules", organisation.safety_rules}}},
          {"offerings", view.atlas.catalogue().offerings_of(index).size()},
          {"confirmedOn", text_or_null(organisation.confirmed_on)}};
}

Json area_json(View const& view, Index<Area> index) {
  auto const& area = view.atlas.areas()[index];
  auto const around = view.atlas.areas().around(index);
  auto const middle = view.atlas.areas().middle(index);
  return {{"code", area.code.text()},
          {"kind", text(area.code.kind())},
          {"name", area.name},
          {"within", around ? Json(view.atlas.areas()[*around].code.text()) : Json()},
          {"point", middle ? point_json(*middle) : Json()},
          {"figures", area.figures}};
}

std::string step_reason(NextStep const& step) {
  if (step.reason.new_theme) return "other_theme";
  if (!step.reason.shared_theme) return "agreed";
  return step.reason.later_stage ? "later_stage" : "harder";
}

// What says that it is a next step, beside the definitions.
Json edge_json(View const& view, std::optional<Index<StepEdge>> index) {
  if (!index) return nullptr;
  auto const& edge = view.atlas.network()[*index];
  return {{"id", text(edge.id)},
          {"proposedBy", text(edge.proposed_by)},
          {"evidence", edge.evidence},
          {"confirmedOn", text_or_null(edge.confirmed_on)}};
}

Json steps_json(View const& view, std::vector<NextStep> const& steps, OfferingQuery const& query,
                Reach const* reach, std::size_t most) {
  auto out = Json::array();
  for (std::size_t i = 0; i < std::min(steps.size(), most); ++i) {
    auto const& step = steps[i];
    auto const theme = step.reason.new_theme ? step.reason.new_theme : step.reason.shared_theme;
    out.push_back(
        {{"offering", summary_json(view, look_at(view.atlas, step.offering, query, reach, view.moment))},
         {"reason", step_reason(step)},
         {"theme", theme ? Json(view.atlas.themes()[*theme].code.text()) : Json()},
         {"agreed", step.reason.agreed},
         {"edge", edge_json(view, step.reason.edge)},
         {"experienced", step.worth ? Json(step.worth->experienced) : Json()},
         {"barrier", step.worth ? text_or_null(step.worth->barrier) : Json()}});
  }
  return out;
}

template <class Thing, class EcosystemOf>
std::vector<Index<Thing>> of_ecosystem(View const& view, OfferingQuery const& query, std::size_t count,
                                       EcosystemOf ecosystem_of) {
  auto const wanted =
      query.ecosystem ? view.atlas.catalogue().find_ecosystem(*query.ecosystem) : std::nullopt;
  std::vector<Index<Thing>> all;
  for (std::size_t i = 0; i < count; ++i) {
    if (!wanted || ecosystem_of(Index<Thing>(i)) == *wanted) all.emplace_back(i);
  }
  return all;
}

}  // namespace

http::Response offerings(http::Request const& request, View const& view, PathArguments const&) {
  auto const query = parse_query(request.query, view.atlas);
  if (!query) return problem(view, query.error());
  auto const found = find_offerings(view.atlas, *query, view.moment);
  return paged(view, request, found.offerings.size(),
               [&](std::size_t i) {
                 auto shown = found.offerings[i];
                 shown.next = next_time(view.atlas, shown.offering, view.moment);
                 return summary_json(view, shown);
               },
               {{"homeKnown", found.home_known},
                {"corrected", found.read.corrected.empty() ? Json() : Json(found.read.corrected)}});
}

http::Response offering(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const index = view.find<Offering>(arguments.at(0), "offering.missing");
  if (!index) return problem(view, index.error());
  auto const query = parse_query(request.query, view.atlas);
  if (!query) return problem(view, query.error());
  auto const reach = reach_of(view.atlas, *query);
  return answer(
      whole_json(view, look_at(view.atlas, *index, *query, reach ? &*reach : nullptr, view.moment)));
}

http::Response next_steps(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const index = view.find<Offering>(arguments.at(0), "offering.missing");
  if (!index) return problem(view, index.error());
  auto const query = parse_query(request.query, view.atlas);
  if (!query) return problem(view, query.error());
  auto const limit = parse_limit(request.query);
  if (!limit) return problem(view, limit.error());
  auto const next = steps_from(view.atlas, *index, *query, view.moment.today, view.opportunities);
  auto const* reach = next.reach ? &*next.reach : nullptr;
  auto const& [deeper, broader] = next.steps;
  return answer({{"from", text(next.start)},
                 {"deeper", steps_json(view, deeper, *query, reach, *limit)},
                 {"deeperTotal", deeper.size()},
                 {"broader", steps_json(view, varied(view.atlas, broader, *limit), *query, reach, *limit)},
                 {"broaderTotal", broader.size()},
                 {"deadEnd", next.steps.dead_end()}});
}

http::Response organisations(http::Request const& request, View const& view, PathArguments const&) {
  auto const query = parse_query(request.query, view.atlas);
  if (!query) return problem(view, query.error());
  auto const& catalogue = view.atlas.catalogue();
  auto const all = of_ecosystem<Organisation>(view, *query, catalogue.organisations().size(),
                                              [&](auto index) { return catalogue.ecosystem(index); });
  return paged(view, request, all.size(), [&](std::size_t i) { return organisation_json(view, all[i]); });
}

http::Response organisation(http::Request const&, View const& view, PathArguments const& arguments) {
  auto const index = view.find<Organisation>(arguments.at(0), "organisation.missing");
  if (!index) return problem(view, index.error());
  return answer(organisation_json(view, *index));
}

http::Response venues(http::Request const& request, View const& view, PathArguments const&) {
  auto const query = parse_query(request.query, view.atlas);
  if (!query) return problem(view, query.error());
  auto const& catalogue = view.atlas.catalogue();
  auto all = of_ecosystem<Venue>(view, *query, catalogue.venues().size(),
                                 [&](auto index) { return catalogue.facts(index).ecosystem; });
  auto const reach = reach_of(view.atlas, *query);
  if (reach) std::erase_if(all, [&](auto index) { return !reach->to(index); });
  return paged(view, request, all.size(), [&](std::size_t i) {
    auto out = venue_json(catalogue[all[i]]);
    if (reach) out["travelMinutes"] = travel_minutes(reach->to(all[i]));
    return out;
  });
}

http::Response areas(http::Request const& request, View const& view, PathArguments const&) {
  return paged(view, request, view.atlas.areas().all().size(),
               [&](std::size_t i) { return area_json(view, Index<Area>(i)); });
}

http::Response area(http::Request const&, View const& view, PathArguments const& arguments) {
  auto const code = AreaCode::parse(arguments.at(0));
  auto const index = code ? view.atlas.areas().find(*code) : std::nullopt;
  if (!index) return problem(view, {Fault::missing, "area.missing"});
  auto const overview = overview_of(view.atlas, *index, view.moment.today, view.atlas.themes().choices());
  auto out = area_json(view, *index);
  out["venues"] = overview.venues.size();
  out["offerings"] = overview.offerings;
  out["byTheme"] = Json::object();
  for (auto const& [theme, count] : overview.by_theme) {
    out["byTheme"][view.atlas.themes()[theme].code.text()] = count;
  }
  out["byStage"] = Json::object();
  for (auto const& [stage, count] : overview.by_stage) {
    out["byStage"][stage ? text(*stage) : "unknown"] = count;
  }
  out["byAge"] = Json::object();
  for (auto const& [age, count] : overview.by_age) out["byAge"][std::to_string(age)] = count;
  return answer(out);
}

http::Response themes(http::Request const&, View const& view, PathArguments const&) {
  auto results = Json::array();
  for (auto const& theme : view.atlas.themes().all()) {
    results.push_back({{"code", theme.code.text()},
                       {"above", text_or_null(theme.above)},
                       {"names", {{"nl", theme.names.dutch}, {"en", theme.names.english}}}});
  }
  return answer({{"results", std::move(results)}});
}

http::Response places(http::Request const& request, View const& view, PathArguments const&) {
  auto results = Json::array();
  for (auto const& place : view.atlas.gazetteer().find(request.query.first("q").value_or(""), 10)) {
    results.push_back({{"name", place.name}, {"context", place.context}, {"point", point_json(place.point)}});
  }
  return answer({{"results", std::move(results)}});
}

http::Response suggestions(http::Request const& request, View const& view, PathArguments const&) {
  constexpr std::size_t most = 8;
  constexpr char const* kinds[] = {"theme", "word", "organisation", "title"};
  auto results = Json::array();
  for (auto const& one : view.atlas.words().completions().find(request.query.first("q").value_or(""), most)) {
    results.push_back({{"text", one.text}, {"kind", kinds[one.kind]}});
  }
  return answer({{"results", std::move(results)}});
}

http::Response openapi(http::Request const&, View const&, PathArguments const&) {
  return http::json(std::string(embedded_file(assets_files(), "api/openapi.json")));
}

}  // namespace wegwijzer::web::api
