// SPDX-License-Identifier: EUPL-1.2
// The figures about the inequality of a place as JSON; the margins once they are reckoned.
#include <cmath>
#include <nlohmann/json.hpp>

#include "usecases/opportunity/figures_table.h"
#include "web/api/answer.h"
#include "web/api/json.h"
#include "web/handlers.h"
#include "web/opportunity_wish.h"

namespace wegwijzer::web::api {

namespace {

// JSON has no number without end; a note says so.
Json finite_or_null(std::optional<double> value) {
  return value && std::isfinite(*value) ? Json(*value) : Json();
}

Json json_of(FigureRow const& row) {
  return {{"indicator", row.indicator},
          {"version", row.version},
          {"of", row.of},
          {"value", finite_or_null(row.value)},
          {"low", finite_or_null(row.low)},
          {"high", finite_or_null(row.high)},
          {"note", note_of(row)}};
}

}  // namespace

http::Response inequality(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const asked = read_opportunity_question(request, view, arguments);
  if (!asked) return problem(view, asked.error());
  auto const data = place_data(*asked->view.opportunities, asked->area, asked->query.child);
  if (!data) return problem(view, data.error());
  auto const& method = data->method;
  auto figures = Json::array();
  for (auto const& row : data->rows) figures.push_back(json_of(row));
  auto const progress =
      data->has_intervals()
          ? Json()
          : Json{{"state", text(data->margins)}, {"done", data->draws_done}, {"draws", usual_draws}};
  return answer({{"area", method.place.text()},
                 {"name", method.place_name},
                 {"day", text(method.day)},
                 {"children", method.children},
                 {"progress", progress},
                 {"figures", figures}});
}

}  // namespace wegwijzer::web::api
