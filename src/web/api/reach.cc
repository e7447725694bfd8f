// SPDX-License-Identifier: EUPL-1.2
// The ground within some minutes of a home, for a map.
#include "exchange/write_geojson.h"
#include "usecases/offering/find.h"
#include "web/api/answer.h"
#include "web/handlers.h"

namespace wegwijzer::web::api {

http::Response reach(http::Request const& request, View const& view, PathArguments const&) {
  auto const query = parse_query(request.query, view.atlas);
  if (!query) return problem(view, query.error());
  if (!query->home) return problem(view, in_field({Fault::invalid, "reach.no_home"}, "near"));
  auto const shape = view.atlas.streets().shape(*query->home, profile_of(*query), query->minutes);
  if (!shape) return problem(view, shape.error());
  return open_to_all(http::file(write_shape_geojson(*shape), "application/geo+json"));
}

}  // namespace wegwijzer::web::api
