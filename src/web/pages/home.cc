// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "web/drawings.h"
#include "web/handlers.h"
#include "web/network_parts.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"
#include "web/ways_in.h"

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
  return html(R"(<li><a href="{}">{}</a></li>)", view.page("/e").segment(ecosystem.slug),
              proper_name(view, ecosystem.name));
}

bool from_report(Ecosystem const& ecosystem) {
  return ecosystem.origin == Origin::report;
}

// Those that are of the network itself, or those of which only a report tells.
Html ecosystem_list(View const& view, bool of_report, std::string const& title, Html const& explanation) {
  auto const links = each(view.atlas.catalogue().ecosystems(), [&](Ecosystem const& ecosystem) {
    return from_report(ecosystem) == of_report ? ecosystem_link(view, ecosystem) : Html();
  });
  if (links.empty()) return {};
  return html(R"(<section><h2>{}</h2>{}<ul class="links">{}</ul></section>)", title, explanation, links);
}

Html ecosystem_lists(View const& view) {
  auto const& t = view.language;
  if (view.atlas.catalogue().ecosystems().empty()) {
    return notice("info", html("<p>{}</p>", t("home.empty_store")));
  }
  return ecosystem_list(view, false, t("home.ecosystems"), {}) +
         ecosystem_list(view, true, t("home.report"), html("<p>{}</p>", t("home.report_text")));
}

// A store with towns from the report only has nothing to find.
bool nothing_to_find(View const& view) {
  auto const& all = view.atlas.catalogue().ecosystems();
  return !all.empty() && std::ranges::all_of(all, from_report);
}

Html hero(std::string const& title, std::string const& text, Html const& rest) {
  return html(R"(<section class="hero"><div><h1>{}</h1><p class="lead">{}</p></div>{}{}</section>)", title,
              text, scene(), rest);
}

Html button(Url const& to, std::string const& label) {
  return html(R"(<a class="button" href="{}">{}</a> )", to, label);
}

Html network_buttons(View const& view, Index<Ecosystem> index) {
  auto const& all = view.atlas.network().of(index);
  auto const& slug = view.atlas.catalogue()[index].slug;
  auto const& t = view.language;
  return button(view.page("/organisations").with("ecosystem", slug), t("ecosystem.all_organisations")) +
         button(view.page("/e").segment(slug).segment("network"), t("ecosystem.network")) +
         (from_report(view.atlas.catalogue()[index])
              ? Html()
              : button(view.page("/opportunity"), t("ecosystem.opportunities"))) +
         (all.facts.empty() ? Html()
                            : button(view.page("/e").segment(slug).segment("facts"), t("ecosystem.facts")));
}

Html found_here(View const& view, Index<Ecosystem> index) {
  auto const& ecosystem = view.atlas.catalogue()[index];
  OfferingQuery query;
  query.ecosystem = ecosystem.slug;
  auto const count = std::ssize(find_offerings(view.atlas, query, view.moment).offerings);
  return hero(ecosystem.name, view.language.count("ecosystem.lead", count), search_form(view, query, "")) +
         html(R"(<p class="actions">{}{}{}{}{}</p>)",
              button(with_query(view.page("/offerings"), query), view.language("ecosystem.all_offerings")),
              network_buttons(view, index),
              button(view.page("/e").segment(ecosystem.slug).segment("completeness"),
                     view.language("completeness.title")),
              button(view.page("/e").segment(ecosystem.slug).segment("knowledge"),
                     view.language("ecosystem.knowledge")),
              button(view.page("/e").segment(ecosystem.slug).segment("data"),
                     view.language("ecosystem.open_data")));
}

// What the report says of it; there is nothing to find.
Html told_by_report(View const& view, Index<Ecosystem> index) {
  auto const& network = view.atlas.network();
  auto const& t = view.language;
  auto const intro = each(network.of(index).facts, [&](Index<Fact> fact) {
    if (network[fact].kind != FactKind::about) return Html();
    return html(R"(<p class="lead">{}</p>)", text_of(view, network[fact])) +
           fact_reference(view, network[fact].reference);
  });
  return html(R"(<section class="hero"><h1>{}</h1>{}<p>{}</p></section><p class="actions">{}</p>)",
              view.atlas.catalogue()[index].name, intro, t("ecosystem.offering_unknown"),
              network_buttons(view, index));
}

}  // namespace

http::Response home(http::Request const&, View const& view, PathArguments const&) {
  auto const& t = view.language;
  auto const finder = nothing_to_find(view) ? Html() : search_form(view, {}, "");
  return show(view, {.title = t("home.title"),
                     .body = hero(t("home.title"), t("home.lead"), finder) +
                             (nothing_to_find(view) ? Html() : ways_in(view) + theme_tiles(view)) +
                             how_it_works(view) + ecosystem_lists(view),
                     .path = "/"});
}

http::Response ecosystem(http::Request const&, View const& view, PathArguments const& arguments) {
  auto const path = "/e/" + arguments.at(0);
  auto const found = view.ecosystem(arguments.at(0));
  if (!found) return show_error(view, path, found.error());
  auto const& ecosystem = view.atlas.catalogue()[*found];
  return show(view, {.title = ecosystem.name,
                     .body = from_report(ecosystem) ? told_by_report(view, *found) : found_here(view, *found),
                     .path = path,
                     .ecosystem = *found});
}

}  // namespace wegwijzer::web::pages
