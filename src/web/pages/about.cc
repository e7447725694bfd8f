// SPDX-License-Identifier: EUPL-1.2
#include "web/handlers.h"
#include "web/page.h"

namespace wegwijzer::web::pages {

namespace {

Html part(View const& view, std::string const& key, std::string const& more = {}) {
  return html("<section><h2>{}</h2><p>{} {}</p></section>", view.language(key), view.language(key + "_text"),
              more);
}

}  // namespace

http::Response about(http::Request const&, View const& view, PathArguments const&) {
  auto const& t = view.language;
  auto body = html(R"(<h1>{}</h1><p class="lead">{}</p>)", t("about.title"), t("about.lead"));
  for (auto const* key : {"about.next_step", "about.travel", "about.unknown", "about.privacy"}) {
    body += part(view, key);
  }
  body += part(view, "about.sources", attribution_phrase(view)) + part(view, "about.open");
  body += html(R"(<p><a href="{}">{}</a></p>)", Url::path("/api/v1/openapi.json"), t("about.api"));
  return show(view, {.title = t("about.title"), .body = body, .path = "/about"});
}

}  // namespace wegwijzer::web::pages
