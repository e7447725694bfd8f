// SPDX-License-Identifier: EUPL-1.2
// The partner network of an ecosystem: who, who with whom, channels, learning routes and next steps; and one
// learning route.
#include <algorithm>

#include "usecases/network/find.h"
#include "web/filters.h"
#include "web/handlers.h"
#include "web/network_parts.h"
#include "web/page.h"
#include "web/pager.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web::pages {

namespace {

struct AskedNetwork {
  Url path;
  Index<Ecosystem> ecosystem;
  NetworkQuery query;
  Paging paging;
};

Url asking(AskedNetwork const& asked, NetworkQuery const& then) {
  return with_fields(asked.path, fields_of(then));
}

Html partner(View const& view, Index<Organisation> index) {
  return html(R"(<li>{} <span class="count">{}</span></li>)", organisation_link(view, index),
              roles_phrase(view, view.atlas.catalogue()[index]));
}

// The whole of a part has its number, whatever sector or kind is chosen in it.
std::size_t number_in(FoundNetwork const& found, NetworkPart part) {
  auto const sum = [](auto const& counts) {
    std::size_t all = 0;
    for (auto const& [value, count] : counts) all += count;
    return all;
  };
  switch (part) {
    case NetworkPart::partners:
      return sum(found.partners.sectors);
    case NetworkPart::collaborations:
      return sum(found.kinds);
    case NetworkPart::channels:
      return found.channels.size();
    case NetworkPart::routes:
      return found.routes.size();
    case NetworkPart::steps:
      return found.steps.size();
  }
  return 0;
}

// A part that has nothing is not offered, unless it is the one that is shown.
Html parts(View const& view, AskedNetwork const& asked, FoundNetwork const& found) {
  auto const part = [&](auto const& entry) {
    auto const number = number_in(found, entry.first);
    bool const on = entry.first == asked.query.part;
    if (number == 0 && !on) return Html();
    return filter_chip(asking(asked, {.part = entry.first, .name = asked.query.name}),
                       choice_phrase(view.language, "network.", entry.first), number, on);
  };
  return html(R"(<ul class="chips">{}</ul>)", each(choices<NetworkPart>, part));
}

template <class Value>
Html choice(View const& view, AskedNetwork const& asked, char const* prefix,
            std::optional<Value> NetworkQuery::* member,
            std::vector<std::pair<Value, std::size_t>> const& counts) {
  if (counts.size() < 2 && !(asked.query.*member)) return {};
  auto const address = [&](std::optional<Value> value) {
    auto then = asked.query;
    then.*member = value;
    return asking(asked, then);
  };
  auto const& chosen = asked.query.*member;
  return folded_choice(view, chosen.has_value(), filter_chips(view, prefix, chosen, counts, address));
}

template <class Thing, class Item>
Html list(View const& view, AskedNetwork const& asked, char const* look, std::vector<Index<Thing>> const& all,
          Item item) {
  if (all.empty()) return html("<p>{}</p>", view.language("filter.nothing"));
  auto const shown = on_this_page(all, asked.paging);
  return (shown.empty() ? past_the_end(view) : html(R"(<ul class="{}">{}</ul>)", look, each(shown, item))) +
         pager(view, asking(asked, asked.query), asked.paging, all.size());
}

Html collaborations(View const& view, AskedNetwork const& asked, FoundNetwork const& found) {
  if (found.kinds.empty() && asked.query.name.empty())
    return html("<p>{}</p>", view.language("network.no_collaborations"));
  return choice(view, asked, "collaboration.of_kind_", &NetworkQuery::kind, found.kinds) +
         list(view, asked, "said", found.collaborations,
              [&](auto index) { return collaboration_item(view, index); });
}

Html agreed_line(View const& view, std::vector<Index<StepEdge>> const& steps) {
  auto const agreed =
      std::ranges::count_if(steps, [&](auto step) { return view.atlas.network().links(step).agreed; });
  return steps.empty() ? Html() : html("<p>{}</p>", view.language.count("network.agreed", agreed));
}

Html shown_part(View const& view, AskedNetwork const& asked, FoundNetwork const& found) {
  switch (asked.query.part) {
    case NetworkPart::partners:
      return choice(view, asked, "sector.of_", &NetworkQuery::sector, found.partners.sectors) +
             list(view, asked, "rows columns", found.partners.organisations,
                  [&](auto index) { return partner(view, index); });
    case NetworkPart::collaborations:
      return collaborations(view, asked, found);
    case NetworkPart::channels:
      return list(view, asked, "said", found.channels,
                  [&](auto index) { return channel_item(view, index, true); });
    case NetworkPart::routes:
      return list(view, asked, "said", found.routes, [&](auto index) { return route_item(view, index); });
    case NetworkPart::steps:
      return agreed_line(view, found.steps) +
             list(view, asked, "said", found.steps, [&](auto index) { return step_edge_item(view, index); });
  }
  return {};
}

Html network_body(View const& view, AskedNetwork const& asked, std::string const& title) {
  auto const& t = view.language;
  auto const& ecosystem = view.atlas.catalogue()[asked.ecosystem];
  auto const found = find_network(view.atlas, asked.ecosystem, asked.query);
  auto const everybody =
      std::ssize(find_organisations(view.atlas, {.ecosystem = asked.ecosystem}).organisations);
  return html(R"(<p><a href="{}">{}</a></p><h1>{}</h1><p class="lead">{}</p>)",
              view.page("/e").segment(ecosystem.slug), proper_name(view, ecosystem.name), title,
              t.count("network.lead", everybody)) +
         name_form(view, asked.path, asked.query.name, fields_of(asked.query)) + parts(view, asked, found) +
         html("<section><h2>{}</h2>{}</section>", choice_phrase(t, "network.", asked.query.part),
              shown_part(view, asked, found));
}

}  // namespace

http::Response network(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const path = "/e/" + arguments.at(0) + "/network";
  auto const found = view.ecosystem(arguments.at(0));
  if (!found) return show_error(view, path, found.error());
  auto const query = parse_network_query(request.query);
  if (!query) return show_error(view, path, query.error());
  auto const paging = parse_paging(request.query);
  if (!paging) return show_error(view, path, paging.error());
  auto const& ecosystem = view.atlas.catalogue()[*found];
  AskedNetwork const asked{view.page("/e").segment(ecosystem.slug).segment("network"), *found, *query,
                           *paging};
  auto const title = view.language("network.title", {{"name", ecosystem.name}});
  return show(view, {.title = title,
                     .body = network_body(view, asked, title),
                     .path = path,
                     .also = fields_of(*query),
                     .ecosystem = *found,
                     .findable = request.query.empty()});
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
