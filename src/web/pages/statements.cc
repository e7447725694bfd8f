// SPDX-License-Identifier: EUPL-1.2
// What we promise: privacy, accessibility, and how an organisation joins.
#include "web/assets.h"
#include "web/handlers.h"
#include "web/page.h"

namespace wegwijzer::web::pages {

namespace {

// Sections with the keys "<page>.<name>" and "<page>.<name>_text".
Html sections(View const& view, std::string const& page, std::initializer_list<char const*> names) {
  Html out;
  for (auto const* name : names) {
    auto const key = page + name;
    out += html("<section><h2>{}</h2><p>{}</p></section>", view.language(key), view.language(key + "_text"));
  }
  return out;
}

http::Response statement(View const& view, char const* path, std::string const& page, Html const& rest) {
  auto const title = view.language(page + "title");
  return show(
      view, {.title = title,
             .body = html(R"(<h1>{}</h1><p class="lead">{}</p>)", title, view.language(page + "lead")) + rest,
             .path = path});
}

Html file_link(View const& view, char const* file, char const* key) {
  return html(R"(<li><a href="{}" download>{}</a></li>)", asset(file), view.language(key));
}

}  // namespace

http::Response privacy(http::Request const&, View const& view, PathArguments const&) {
  return statement(view, "/privacy", "privacy.",
                   sections(view, "privacy.", {"home", "cookies", "corrections", "people", "rights"}));
}

http::Response accessibility(http::Request const&, View const& view, PathArguments const&) {
  return statement(view, "/accessibility", "accessibility.",
                   sections(view, "accessibility.", {"how", "tested", "known", "tell"}));
}

http::Response joining_in(http::Request const&, View const& view, PathArguments const&) {
  auto const files = file_link(view, "templates/organisaties.csv", "join.file_organisations") +
                     file_link(view, "templates/aanbod.csv", "join.file_offerings") +
                     file_link(view, "templates/navraag.csv", "join.file_inquiries") +
                     file_link(view, "templates/welkom.csv", "join.file_feedback") +
                     file_link(view, "vocabulary/themes.csv", "join.file_themes") +
                     file_link(view, "vocabulary/funds.csv", "join.file_funds") +
                     file_link(view, "vocabulary/venue_kinds.csv", "join.file_venue_kinds") +
                     file_link(view, "vocabulary/languages.csv", "join.file_languages");
  return statement(
      view, "/join", "join.",
      sections(view, "join.", {"fill", "send"}) +
          html(R"(<p><a href="{}">{}</a></p><section><h2>{}</h2><ul class="links">{}</ul></section>)",
               view.page("/corrections").with("page", "/join"), view.language("join.ask"),
               view.language("join.files"), files));
}

}  // namespace wegwijzer::web::pages
