// SPDX-License-Identifier: EUPL-1.2
// One vector tile of the map.
#include "base/words.h"
#include "http/conditional.h"
#include "tiles/tile_maker.h"
#include "web/handlers.h"

namespace wegwijzer::web::map {

namespace {

constexpr std::string_view ending = ".mvt";

std::optional<tiles::TileAddress> address_of(PathArguments const& arguments) {
  std::string_view row = arguments[3];
  if (!row.ends_with(ending)) return std::nullopt;
  row.remove_suffix(ending.size());
  return tiles::TileAddress::parse(arguments[1], arguments[2], row);
}

http::Response answer(std::string const& tile) {
  if (tile.empty()) return {.status = 204};
  return http::file(http::Body(tile), "application/vnd.mapbox-vector-tile");
}

}  // namespace

// A page that was open during an import asks for tiles of the map before it and gets those of now, to be
// asked for again.
http::Response tile(http::Request const&, View const& view, PathArguments const& arguments) {
  auto const& maker = view.atlas.map();
  auto const address = address_of(arguments);
  auto const tile = address ? maker.tile(*address) : nullptr;
  if (!tile) return http::problem(404);
  auto response = answer(*tile);
  bool const of_now = arguments[0] == maker.version();
  response.headers.add("Cache-Control", of_now ? http::keep::forever : http::keep::ask_again);
  return response;
}

}  // namespace wegwijzer::web::map
