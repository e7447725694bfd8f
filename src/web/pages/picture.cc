// SPDX-License-Identifier: EUPL-1.2
// A picture of an offering, or an ecosystem's logo, in one of its widths, as long as it is shown. What a
// provider takes away we serve no more; who has seen it may keep it, and no page of ours asks for it.
#include <algorithm>

#include "domain/pictures.h"
#include "web/handlers.h"

namespace wegwijzer::web::pages {

namespace {

bool is_shown(Atlas const& atlas, std::string const& name) {
  auto const called_so = [&](Picture const& picture) {
    return std::ranges::any_of(picture_widths(picture.width),
                               [&](int width) { return picture_name(picture, width) == name; });
  };
  auto const& catalogue = atlas.catalogue();
  return std::ranges::any_of(catalogue.ecosystems(),
                             [&](Ecosystem const& one) { return one.logo && called_so(*one.logo); }) ||
         std::ranges::any_of(catalogue.offerings(), [&](Offering const& offering) {
           return std::ranges::any_of(offering.pictures.all, called_so);
         });
}

}  // namespace

http::Response picture(http::Request const&, View const& view, PathArguments const& arguments, Store& store) {
  if (!is_shown(view.atlas, arguments.at(0))) return http::problem(404);
  auto const ground = store.ground();
  auto const file = ground->file(GroundKind::picture, arguments.at(0));
  if (!file) return http::problem(404);
  auto response = http::file(http::Body(ground->bytes(*file)), "image/webp");
  // The name is a checksum, so the bytes never change. Private: a cache between us and visitors would go on
  // serving what was taken away.
  response.headers.add("Cache-Control", "private, max-age=31536000, immutable");
  return response;
}

}  // namespace wegwijzer::web::pages
