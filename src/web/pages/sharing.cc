// SPDX-License-Identifier: EUPL-1.2
// What leads from paper and screens back to a page: QR codes and short addresses.
#include "web/sharing.h"

#include "http/conditional.h"
#include "print/qr_code.h"
#include "web/handlers.h"
#include "web/own_page.h"
#include "web/page.h"
#include "web/short_address.h"

namespace wegwijzer::web::pages {

namespace {

// Only the operator says where the public finds this site: the Host of a request is what its sender likes.
Result<std::string> shared_address(View const& view, std::string_view page) {
  auto const own = OwnPage::parse(page, view.atlas.areas());
  if (!own) return fail(own.error());
  if (!view.public_address) return fail(Fault::unavailable, "share.no_public_address");
  auto address = view.public_address->of(own->url()).text();
  if (address.size() > print::longest_in_qr_code) return fail(Fault::invalid, "share.not_a_page");
  return address;
}

}  // namespace

http::Response qr_code(http::Request const& request, View const& view, PathArguments const&) {
  auto const address = shared_address(view, request.query.first("page").value_or(""));
  if (!address) {
    return http::problem(status_of(address.error().fault), view.language.sentence(address.error()));
  }
  auto response = http::file(print::svg(print::QrCode::of(*address), *address), "image/svg+xml");
  response.headers.set("Cache-Control", "public, max-age=86400");
  return response;
}

http::Response short_way(http::Request const&, View const& view, PathArguments const& arguments) {
  auto const page = page_of_short_code(view, arguments.at(0));
  if (!page) return show_error(view, "/k/" + arguments.at(0), {Fault::missing, "share.short_missing"});
  return http::redirect(page->text());
}

}  // namespace wegwijzer::web::pages
