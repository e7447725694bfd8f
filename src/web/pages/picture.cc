// SPDX-License-Identifier: EUPL-1.2
// A picture of an offering in one of its widths. Its name tells what it shows, so browsers keep it.
#include "http/conditional.h"
#include "web/handlers.h"

namespace wegwijzer::web::pages {

http::Response picture(PathArguments const& arguments, Store& store) {
  auto const ground = store.ground();
  auto const file = ground->file(GroundKind::picture, arguments.at(0));
  if (!file) return http::problem(404);
  auto response = http::file(http::Body(ground->bytes(*file)), "image/webp");
  response.headers.add("Cache-Control", http::keep::forever);
  return response;
}

}  // namespace wegwijzer::web::pages
