// SPDX-License-Identifier: EUPL-1.2
// What crawlers may ask for (RFC 9309).
#include "web/handlers.h"

namespace wegwijzer::web::crawlers {

namespace {

// Searches combine without end, and every place is another one: a crawler may follow one choice ("?theme=…",
// whose answer says noindex), not two, and no home.
constexpr std::string_view rules = R"(User-agent: *
Allow: /
Disallow: /api/
Disallow: /map/
Disallow: /corrections
Disallow: /*/corrections
Disallow: /suggestions
Disallow: /*/suggestions
Disallow: /*flyer.pdf
Disallow: /*report.pdf
Disallow: /*summary.pdf
Disallow: /*figures.csv
Disallow: /*method.json
Disallow: /opportunity/*?
Disallow: /*/opportunity/*?
Disallow: /*?*&
Disallow: /*?*near=
)";

}  // namespace

http::Response robots(http::Request const&, View const& view, PathArguments const&) {
  std::string text(rules);
  if (view.public_address) {
    text += "\nSitemap: " + view.public_address->of(Url::path("/sitemap.xml")).text() + "\n";
  }
  return http::plain(std::move(text));
}

}  // namespace wegwijzer::web::crawlers
