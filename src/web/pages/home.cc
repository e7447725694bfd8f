// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "web/handlers.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web::pages {

namespace {

Html step(View const& view, char const* title, char const* text) {
  return html("<li><h3>{}</h3><p>{}</p></li>", view.language(title), view.language(text));
}

Html how_it_works(View const& view) {
  return html(R"(<section class="steps"><h2>{}</h2><ol>{}{}{}</ol></section>)", view.language("home.how"),
              step(view, "home.step1", "home.step1_text"), step(view, "home.step2", "home.step2_text"),
              step(view, "home.step3", "home.step3_text"));
}

Html ecosystem_link(View const& view, Ecosystem const& ecosystem) {
  return html(R"(<li><a href="{}">{}</a></li>)", view.page("/e").segment(ecosystem.slug), ecosystem.name);
}

Html ecosystem_list(View const& view) {
  auto const& all = view.atlas.catalogue().ecosystems();
  if (all.empty()) return notice("info", html("<p>{}</p>", view.language("home.empty_store")));
  return html(R"(<section><h2>{}</h2><ul class="links">{}</ul></section>)", view.language("home.ecosystems"),
              each(all, [&](Ecosystem const& ecosystem) { return ecosystem_link(view, ecosystem); }));
}

Html hero(View const& view, std::string const& title, std::string const& text, OfferingQuery const& query) {
  return html(R"(<section class="hero"><h1>{}</h1><p class="lead">{}</p>{}</section>)", title, text,
              search_form(view, query, ""));
}

}  // namespace

http::Response home(http::Request const&, View const& view, PathArguments const&) {
  auto const& t = view.language;
  return show(view, {.title = t("home.title"),
                     .body = hero(view, t("home.title"), t("home.lead"), {}) + how_it_works(view) +
                             ecosystem_list(view),
                     .path = "/"});
}

http::Response ecosystem(http::Request const&, View const& view, PathArguments const& arguments) {
  auto const& t = view.language;
  auto const path = "/e/" + arguments.at(0);
  auto const found = view.atlas.catalogue().find_ecosystem(arguments.at(0));
  if (!found) return show_error(view, path, {Fault::missing, "ecosystem.missing"});
  auto const& ecosystem = view.atlas.catalogue()[*found];
  OfferingQuery query;
  query.ecosystem = ecosystem.slug;
  auto const count = std::ssize(find_offerings(view.atlas, query, view.moment).offerings);
  auto const all = with_query(view.page("/offerings"), query);
  auto const organisations = view.page("/organisations").with("ecosystem", ecosystem.slug);
  return show(
      view,
      {.title = ecosystem.name,
       .body =
           hero(view, ecosystem.name, t.count("ecosystem.lead", count), query) +
           html(
               R"(<p class="actions"><a class="button" href="{}">{}</a> <a class="button" href="{}">{}</a></p>)",
               all, t("ecosystem.all_offerings"), organisations, t("ecosystem.all_organisations")),
       .path = path});
}

}  // namespace wegwijzer::web::pages
