// SPDX-License-Identifier: EUPL-1.2
// A picture of an offering, or an ecosystem's logo, in one of its widths, as long as it is shown: what a
// provider takes away is gone within a day.
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
  response.headers.add("Cache-Control", "public, max-age=86400");
  return response;
}

}  // namespace wegwijzer::web::pages
