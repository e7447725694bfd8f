// SPDX-License-Identifier: EUPL-1.2
// The partner network of an ecosystem: who, who with whom, channels and learning routes; and one learning
// route.
#include <algorithm>

#include "base/words.h"
#include "web/handlers.h"
#include "web/network_parts.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web::pages {

namespace {

using Organisations = std::vector<Index<Organisation>>;

Organisations partners_of(View const& view, Index<Ecosystem> ecosystem) {
  auto const& catalogue = view.atlas.catalogue();
  Organisations all;
  for (std::size_t i = 0; i < catalogue.organisations().size(); ++i) {
    if (catalogue.ecosystem(Index<Organisation>(i)) == ecosystem) all.emplace_back(i);
  }
  std::ranges::sort(all, {}, [&](auto index) { return folded(catalogue[index].name); });
  return all;
}

// A list that is read at a glance stands open; a longer one opens when somebody asks for it.
constexpr std::ptrdiff_t read_at_a_glance = 24;

Html foldable(std::string const& title, std::ptrdiff_t count, char const* look, Html const& items) {
  auto const list = html(R"(<ul class="{}">{}</ul>)", look, items);
  if (count <= read_at_a_glance) return html("<h3>{}</h3>{}", title, list);
  return html(R"(<details class="again"><summary>{} <span class="count">{}</span></summary>{}</details>)",
              title, count, list);
}

Html partner(View const& view, Index<Organisation> index) {
  return html(R"(<li>{} <span class="count">{}</span></li>)", organisation_link(view, index),
              roles_phrase(view, view.atlas.catalogue()[index]));
}

Html sector(View const& view, Sector sector, Organisations const& all) {
  auto const belongs = [&](auto index) { return view.atlas.catalogue()[index].sector == sector; };
  auto const count = std::ranges::count_if(all, belongs);
  if (count == 0) return {};
  return html(
      "<div>{}</div>",
      foldable(choice_phrase(view.language, "sector.of_", sector), count, "rows",
               each(all, [&](auto index) { return belongs(index) ? partner(view, index) : Html(); })));
}

Html partners(View const& view, Organisations const& all) {
  if (all.empty()) return {};
  return html(R"(<section><h2>{}</h2><div class="groups">{}</div></section>)",
              view.language("network.partners"),
              each(choices<Sector>, [&](auto const& entry) { return sector(view, entry.first, all); }));
}

Html collaborations_of_kind(View const& view, std::vector<Index<Collaboration>> const& all,
                            CollaborationKind kind) {
  auto const is_one = [&](auto index) { return view.atlas.network()[index].kind == kind; };
  auto const count = std::ranges::count_if(all, is_one);
  if (count == 0) return {};
  return foldable(
      choice_phrase(view.language, "collaboration.of_kind_", kind), count, "said",
      each(all, [&](auto index) { return is_one(index) ? collaboration_item(view, index) : Html(); }));
}

Html collaborations(View const& view, std::vector<Index<Collaboration>> const& all) {
  auto const& t = view.language;
  return html("<section><h2>{}</h2>{}</section>", t("network.collaborations"),
              all.empty() ? html("<p>{}</p>", t("network.no_collaborations"))
                          : each(choices<CollaborationKind>, [&](auto const& entry) {
                              return collaborations_of_kind(view, all, entry.first);
                            }));
}

}  // namespace

http::Response network(http::Request const&, View const& view, PathArguments const& arguments) {
  auto const path = "/e/" + arguments.at(0) + "/network";
  auto const found = view.ecosystem(arguments.at(0));
  if (!found) return show_error(view, path, found.error());
  auto const& t = view.language;
  auto const& ecosystem = view.atlas.catalogue()[*found];
  auto const& all = view.atlas.network().of(*found);
  auto const organisations = partners_of(view, *found);
  auto const title = t("network.title", {{"name", ecosystem.name}});
  auto body =
      html(R"(<p><a href="{}">{}</a></p><h1>{}</h1><p class="lead">{}</p>)",
           view.page("/e").segment(ecosystem.slug), proper_name(view, ecosystem.name), title,
           t.count("network.lead", std::ssize(organisations))) +
      partners(view, organisations) + collaborations(view, all.collaborations) +
      listed(t("network.channels"), each(all.channels, [&](auto i) { return channel_item(view, i, true); })) +
      listed(t("network.routes"), each(all.routes, [&](auto i) { return route_item(view, i); }));
  return show(view, {.title = title, .body = std::move(body), .path = path, .ecosystem = *found});
}

http::Response learning_route(http::Request const& request, View const& view,
                              PathArguments const& arguments) {
  auto const path = "/routes/" + arguments.at(0);
  auto const id = Id<LearningRoute>::parse(arguments.at(0));
  auto const found = id ? view.atlas.network().find(*id) : std::nullopt;
  if (!found) return show_error(view, path, {Fault::missing, "learning_route.missing"});
  auto const query = parse_query(request.query, view.atlas);
  if (!query) return show_error(view, path, query.error());
  auto const& route = view.atlas.network()[*found];
  auto const& links = view.atlas.network().links(*found);
  auto const reach = reach_of(view.atlas, *query);
  auto const step = [&](Index<Offering> offering) {
    auto const& stage = view.atlas.catalogue()[offering].stage;
    return offering_card(
        view, look_at(view.atlas, offering, *query, reach ? &*reach : nullptr, view.moment), *query,
        {.reason =
             html(R"(<p class="reason">{}</p>)", stage ? choice_phrase(view.language, "stage.", *stage)
                                                       : view.language("learning_route.stage_unknown"))});
  };
  auto body = html(
      R"(<h1>{}</h1><p class="by">{}</p><p class="lead">{}</p><h2>{}</h2><ol class="cards in-order">{}</ol>)",
      in_dutch(view, route.title), view.language("learning_route.what"), in_dutch(view, route.summary),
      view.language("learning_route.steps_title"), each(links.steps, step));
  return show(view, {.title = route.title,
                     .body = std::move(body),
                     .path = path,
                     .query = *query,
                     .ecosystem = links.ecosystem});
}

}  // namespace wegwijzer::web::pages
