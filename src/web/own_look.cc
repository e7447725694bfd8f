// SPDX-License-Identifier: EUPL-1.2
#include "web/own_look.h"

#include "base/checksum.h"
#include "http/conditional.h"
#include "web/handlers.h"
#include "web/parts.h"
#include "web/theme.h"

namespace wegwijzer::web {

namespace {

// Changes with the bytes, also when a later version of the program derives other colours.
std::string version_of(std::string const& sheet) {
  return checksum(sheet).substr(0, 12);
}

// The only one that is not a publication's.
Ecosystem const* single(std::vector<Ecosystem> const& all) {
  Ecosystem const* found = nullptr;
  for (auto const& one : all) {
    if (one.origin == Origin::report) continue;
    if (found) return nullptr;
    found = &one;
  }
  return found;
}

}  // namespace

Ecosystem const* look_of(View const& view, std::optional<Index<Ecosystem>> of_page) {
  auto const& catalogue = view.atlas.catalogue();
  return of_page ? &catalogue[*of_page] : single(catalogue.ecosystems());
}

std::optional<Colour> own_dot(Ecosystem const* look, tiles::Look shown) {
  return look ? colour_of(theme_of(own_colours(*look), shown), "dot") : std::nullopt;
}

Html own_style(Ecosystem const* look) {
  auto const sheet = look ? theme_sheet(own_colours(*look)) : "";
  if (sheet.empty()) return {};
  return html(R"(<link rel="stylesheet" href="{}">)",
              Url::path("/e").segment(look->slug).segment("theme.css").with("v", version_of(sheet)));
}

Html own_logo(View const& view, Ecosystem const* look) {
  if (!look || !look->logo) return {};
  auto const& logo = *look->logo;
  return html(R"(<a class="logo" href="{}"><img src="{}" width="{}" height="{}" alt="{}" lang="nl"></a>)",
              view.page("/e").segment(look->slug), picture_address(logo, picture_widths(logo.width).front()),
              logo.width, logo.height, logo.description);
}

namespace pages {

http::Response theme(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const found = view.ecosystem(arguments.at(0));
  auto const sheet = found ? theme_sheet(own_colours(view.atlas.catalogue()[*found])) : "";
  if (sheet.empty()) return http::problem(404);
  auto response = http::file(http::Body(sheet), "text/css; charset=utf-8");
  bool const of_now = request.query.first("v") == version_of(sheet);
  response.headers.add("Cache-Control", of_now ? http::keep::forever : http::keep::ask_again);
  return response;
}

}  // namespace pages

}  // namespace wegwijzer::web
