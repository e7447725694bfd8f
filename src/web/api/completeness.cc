// SPDX-License-Identifier: EUPL-1.2
// What is known per buurt, theme and age, and the questions that would complete it, as JSON.
#include "opportunity/questions.h"
#include "web/api/json.h"
#include "web/handlers.h"

namespace wegwijzer::web::api {

namespace {

constexpr std::array state_names{
    std::pair{CellState::covered, "covered"}, std::pair{CellState::reported_some, "reportedSome"},
    std::pair{CellState::stale, "stale"}, std::pair{CellState::reported_none, "reportedNone"},
    std::pair{CellState::not_asked, "notAsked"}};

Json ages_in(AgeBits bits) {
  auto ages = Json::array();
  for (int age = youngest_asked; age <= oldest_asked; ++age) {
    if (bits >> age & 1) ages.push_back(age);
  }
  return ages;
}

Json json_of(View const& view, Completeness const& known, KnownBuurt const& buurt) {
  auto themes = Json::array();
  for (std::size_t i = 0; i < known.themes().size(); ++i) {
    Json theme{{"theme", view.atlas.themes()[known.themes()[i]].code.text()}};
    for (auto const& [state, name] : state_names) theme[name] = ages_in(buurt.by_theme[i].ages(state));
    themes.push_back(std::move(theme));
  }
  auto const& area = view.atlas.areas()[buurt.area];
  return {{"code", area.code.text()},
          {"name", area.name},
          {"within", view.atlas.areas()[known.wijken()[buurt.wijk].area].code.text()},
          {"childrenLiveHere", buurt.children},
          {"themes", std::move(themes)}};
}

Json json_of(View const& view, Question const& question) {
  auto areas = Json::array();
  for (auto const area : question.areas) areas.push_back(view.atlas.areas()[area].code.text());
  return {{"theme", view.atlas.themes()[question.theme].code.text()},
          {"areas", std::move(areas)},
          {"ages", {{"from", question.ages.from}, {"to", question.ages.to}}},
          {"cells", question.cells}};
}

Json jsons_of(View const& view, std::vector<Question> const& questions) {
  auto all = Json::array();
  for (auto const& question : questions) all.push_back(json_of(view, question));
  return all;
}

Json json_of(View const& view, QuestionsTo const& to) {
  auto const& organisation = view.atlas.catalogue()[to.organisation];
  return {{"organisation", {{"id", text(organisation.id)}, {"name", organisation.name}}},
          {"cells", to.cells},
          {"questions", jsons_of(view, to.questions)}};
}

}  // namespace

http::Response completeness(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const ecosystem = view.ecosystem(arguments.at(0));
  if (!ecosystem) return problem(view, ecosystem.error());
  Completeness const known(view.atlas, *ecosystem, view.moment.today);
  auto const counted = known.count();
  Json counts = Json::object();
  for (auto const& [state, name] : state_names) counts[name] = counted[static_cast<std::size_t>(state)];
  return paged(
      view, request, known.buurten().size(),
      [&](std::size_t i) { return json_of(view, known, known.buurten()[i]); },
      Json{{"counts", std::move(counts)}, {"offeringsNotCounted", known.not_counted().size()}});
}

http::Response questions(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const ecosystem = view.ecosystem(arguments.at(0));
  if (!ecosystem) return problem(view, ecosystem.error());
  Completeness const known(view.atlas, *ecosystem, view.moment.today);
  auto const list = shortest_questions(view.atlas, *ecosystem, known);
  return paged(
      view, request, list.to.size(), [&](std::size_t i) { return json_of(view, list.to[i]); },
      Json{{"openCells", list.open_cells},
           {"shortest", list.shortest()},
           {"atLeast", list.at_least},
           {"nobodyKnows", jsons_of(view, list.nobody_knows)}});
}

}  // namespace wegwijzer::web::api
