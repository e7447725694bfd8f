// SPDX-License-Identifier: EUPL-1.2
// Organisations and venues: who and what is there.
#include <algorithm>

#include "usecases/organisation/find.h"
#include "web/filters.h"
#include "web/for_me.h"
#include "web/handlers.h"
#include "web/linked_data.h"
#include "web/map_picture.h"
#include "web/network_parts.h"
#include "web/page.h"
#include "web/pager.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"
#include "web/sharing.h"
#include "web/suggestion_parts.h"

namespace wegwijzer::web::pages {

namespace {

Html organisation_row(View const& view, Index<Organisation> index) {
  auto const& organisation = view.atlas.catalogue()[index];
  auto const count = static_cast<std::int64_t>(view.atlas.catalogue().offerings_of(index).size());
  return html(
      R"(<li><a href="{}">{}</a> <span class="count">{}</span></li>)",
      view.page("/organisations", organisation.id), proper_name(view, organisation.name),
      count > 0 ? view.language.count("organisation.offerings", count) : roles_phrase(view, organisation));
}

Html contact_row(View const& view, std::string const& term, std::optional<Url> const& to,
                 std::string const& label) {
  if (!to || label.empty()) return {};
  return html(R"(<div><dt>{}</dt><dd><a href="{}" rel="noreferrer">{}</a></dd></div>)", term, *to,
              proper_name(view, label));
}

Html html_row(std::string const& term, Html const& content) {
  return html("<div><dt>{}</dt><dd>{}</dd></div>", term, content);
}

Html plain_row(std::string const& term, std::string const& text) {
  return text.empty() ? Html() : html_row(term, html("{}", text));
}

Html contact(View const& view, std::string const& website, std::string const& phone,
             std::string const& email) {
  auto const& t = view.language;
  return contact_row(view, t("contact.website"), Url::website(website), website) +
         contact_row(view, t("contact.phone"), Url::telephone(phone), phone) +
         contact_row(view, t("contact.email"), Url::mail(email), email);
}

Html offering_list(View const& view, std::vector<Index<Offering>> const& offerings,
                   OfferingQuery const& query) {
  auto const reach = reach_of(view.atlas, query);
  return html(R"(<ul class="cards">{}</ul>)", each(offerings, [&](Index<Offering> index) {
                auto const found = look_at(view.atlas, index, query, reach ? &*reach : nullptr, view.moment);
                return offering_card(view, found, query);
              }));
}

Html venues_of(View const& view, Index<Organisation> organisation) {
  auto const& catalogue = view.atlas.catalogue();
  Html rows;
  for (std::size_t i = 0; i < catalogue.venues().size(); ++i) {
    if (catalogue.facts(Index<Venue>(i)).organisation != organisation) continue;
    auto const& venue = catalogue.venues()[i];
    rows +=
        html(R"(<li><a href="{}">{}</a> <span class="count">{}</span></li>)", view.page("/venues", venue.id),
             proper_name(view, venue_name(view, venue)), proper_name(view, address_phrase(venue)));
  }
  return rows.empty() ? rows
                      : html(R"(<section><h2>{}</h2><ul class="rows">{}</ul></section>)",
                             view.language("organisation.venues"), rows);
}

Html layer(View const& view, char const* key, std::vector<std::string> const& functions) {
  return plain_row(view.language(key), joined_phrase(view.language, functions));
}

std::string spotters_phrase(View const& view, Organisation const& organisation) {
  if (!organisation.trained_spotters) return {};
  return view.language(*organisation.trained_spotters ? "organisation.spotters_yes"
                                                      : "organisation.spotters_no");
}

bool from_report(View const& view, Index<Organisation> index) {
  auto const& catalogue = view.atlas.catalogue();
  return catalogue[catalogue.ecosystem(index)].origin == Origin::report;
}

// What it is to the ecosystem stands at the top of its page; the rest below.
bool tells_role(View const& view, Index<Fact> index) {
  return view.atlas.network()[index].kind == FactKind::role;
}

Html organisation_lead(View const& view, Index<Organisation> index) {
  auto const& facts = view.atlas.network().of(index).facts;
  auto const role = std::ranges::find_if(facts, [&](auto fact) { return tells_role(view, fact); });
  if (!from_report(view, index) || role == facts.end()) {
    return html(R"(<p class="lead">{}</p>)", in_dutch(view, view.atlas.catalogue()[index].about));
  }
  auto const& fact = view.atlas.network()[*role];
  return html(R"(<p class="lead">{}</p>)", text_of(view, fact)) + fact_reference(view, fact.reference);
}

// Of a town of the report the way back leads to that town, not to the finder.
Html town_link(View const& view, Index<Organisation> index) {
  if (!from_report(view, index)) return {};
  auto const& catalogue = view.atlas.catalogue();
  auto const& ecosystem = catalogue[catalogue.ecosystem(index)];
  return html(R"(<p><a href="{}">{}</a></p>)", view.page("/e").segment(ecosystem.slug),
              proper_name(view, ecosystem.name));
}

Html in_the_network(View const& view, Index<Organisation> index) {
  auto const& t = view.language;
  auto const& network = view.atlas.network().of(index);
  std::vector<Index<Fact>> facts;
  std::ranges::copy_if(network.facts, std::back_inserter(facts),
                       [&](auto fact) { return !from_report(view, index) || !tells_role(view, fact); });
  return listed(t("organisation.works_with"),
                each(network.collaborations, [&](auto i) { return collaboration_item(view, i, index); })) +
         (facts.empty() ? Html()
                        : html("<section><h2>{}</h2>{}</section>", t("organisation.facts"),
                               facts_by_kind(view, facts))) +
         listed(t("organisation.runs"),
                each(network.runs, [&](auto i) { return channel_item(view, i, true); })) +
         listed(t("organisation.listed_by"),
                each(network.listed_by, [&](auto i) { return channel_item(view, i, false); }));
}

Html organisation_provenance(View const& view, Index<Organisation> index) {
  if (!from_report(view, index)) return provenance(view, view.atlas.catalogue()[index]);
  return html(R"(<p class="provenance">{}</p>)", view.language("organisation.from_report"));
}

// Of who meets no children, and of towns of the report, nobody is asked.
Html safety(View const& view, Index<Organisation> index) {
  auto const& organisation = view.atlas.catalogue()[index];
  if (!is_provider(organisation) || from_report(view, index)) return {};
  return html(R"(<section class="for-me"><h2>{}</h2>{}</section>)", view.language("safety.title"),
              safety_statement(view, organisation));
}

// "Meisjes en ouders"
std::string target_groups_phrase(View const& view, Organisation const& organisation) {
  std::vector<std::string> words;
  for (auto const group : organisation.target_groups) {
    words.push_back(choice_phrase(view.language, "target_group.", group));
  }
  return joined_phrase(view.language, words);
}

Html organisation_body(View const& view, Index<Organisation> index, OfferingQuery const& query) {
  auto const& organisation = view.atlas.catalogue()[index];
  auto const& t = view.language;
  auto const& offerings = view.atlas.catalogue().offerings_of(index);
  return town_link(view, index) +
         html(R"(<h1>{}</h1><p class="by">{}</p>{}<dl class="about">{}{}{}{}{}{}{}</dl>)",
              proper_name(view, organisation.name), choice_phrase(t, "sector.of_", organisation.sector),
              organisation_lead(view, index),
              plain_row(t("organisation.role"), roles_phrase(view, organisation)),
              plain_row(t("organisation.goals"), organisation.goals),
              plain_row(t("organisation.target_groups"), target_groups_phrase(view, organisation)),
              contact(view, organisation.website, organisation.phone, organisation.email),
              layer(view, "organisation.green_layer", organisation.green_layer),
              layer(view, "organisation.orange_layer", organisation.orange_layer),
              plain_row(t("organisation.spotters"), spotters_phrase(view, organisation))) +
         (offerings.empty() ? Html()
                            : html("<h2>{}</h2>{}", t("organisation.offering_title"),
                                   offering_list(view, offerings, query))) +
         safety(view, index) + venues_of(view, index) + in_the_network(view, index) +
         organisation_provenance(view, index);
}

Html unconfirmed_place(View const& view, VenueFacts const& facts) {
  if (!facts.offerings.empty()) return {};
  bool const elsewhere =
      facts.organisation && !view.atlas.catalogue().offerings_of(*facts.organisation).empty();
  return notice("info",
                html("<p>{}</p>", view.language(elsewhere ? "venue.elsewhere" : "places.unconfirmed")));
}

// The place is public, so a search from here tells nobody's home.
Html near_here(View const& view, Venue const& venue) {
  OfferingQuery query;
  query.home = venue.point;
  query.minutes = Minutes{15};
  return html(R"(<p><a href="{}">{}</a></p>)", with_query(view.page("/offerings"), query),
              view.language("venue.near_here"));
}

Html venue_body(View const& view, Index<Venue> index, OfferingQuery const& query) {
  auto const& venue = view.atlas.catalogue()[index];
  auto const& facts = view.atlas.catalogue().facts(index);
  auto const& t = view.language;
  auto const reach = reach_of(view.atlas, query);
  auto const travel = reach ? reach->to(index) : std::nullopt;
  auto const area = facts.area ? std::optional(view.atlas.areas()[*facts.area]) : std::nullopt;
  return html(R"(<h1>{}</h1><p class="by">{}</p>{}<dl class="about">{}{}{}{}{}{}</dl>)",
              proper_name(view, venue_name(view, venue)),
              venue.name.empty() ? "" : venue_kind_phrase(view, venue.kind), unconfirmed_place(view, facts),
              html_row(t("venue.address"), proper_name(view, address_phrase(venue))),
              plain_row(t("venue.travel"), travel ? travel_phrase(t, *travel, query.mode) : ""),
              area ? html(R"(<div><dt>{}</dt><dd><a href="{}">{}</a></dd></div>)", t("venue.area"),
                          view.page("/areas").segment(area->code.text()), proper_name(view, area->name))
                   : Html(),
              contact(view, venue.website, venue.phone, ""),
              plain_row(t("venue.wheelchair"), venue.wheelchair
                                                   ? t(*venue.wheelchair ? "answer.yes" : "answer.no")
                                                   : t("answer.unknown")),
              plain_row(t("venue.pupils"), venue.pupils ? std::to_string(*venue.pupils) : "")) +
         surroundings(view, venue) +
         (facts.organisation
              ? html(R"(<p>{} <a href="{}">{}</a></p>)", t("offering.by"),
                     with_query(view.page("/organisations", view.atlas.catalogue()[*facts.organisation].id),
                                circumstances_of(query)),
                     proper_name(view, view.atlas.catalogue()[*facts.organisation].name))
              : Html()) +
         (facts.offerings.empty() ? Html()
                                  : html("<h2>{}</h2>{}", t("venue.offering_title"),
                                         offering_list(view, facts.offerings, query))) +
         near_here(view, venue) + provenance(view, venue) +
         sharing(view, {.page = view.page("/venues", venue.id),
                        .flyer = view.page("/venues", venue.id).segment("flyer.pdf")});
}

Html sectors(View const& view, OrganisationQuery const& query, FoundOrganisations const& found) {
  auto const address = [&](std::optional<Sector> sector) {
    auto then = query;
    then.sector = sector;
    return with_fields(view.page("/organisations"), fields_of(then, view.atlas));
  };
  return folded_choice(view, query.sector.has_value(),
                       filter_chips(view, "sector.of_", query.sector, found.sectors, address));
}

Html organisation_rows(View const& view, OrganisationQuery const& query, Paging const& paging,
                       std::vector<Index<Organisation>> const& all) {
  if (all.empty()) return html("<p>{}</p>", view.language("filter.nothing"));
  auto const shown = on_this_page(all, paging);
  return (shown.empty() ? past_the_end(view)
                        : html(R"(<ul class="rows columns">{}</ul>)",
                               each(shown, [&](auto index) { return organisation_row(view, index); }))) +
         pager(view, with_fields(view.page("/organisations"), fields_of(query, view.atlas)), paging,
               all.size());
}

Html organisations_body(View const& view, OrganisationQuery const& query, Paging const& paging) {
  auto const found = find_organisations(view.atlas, query);
  auto const& all = found.organisations;
  return html(R"(<h1>{}</h1><p class="lead">{}</p>)",
              view.language.count("organisations.title", std::ssize(all)),
              view.language("organisations.lead")) +
         name_form(view, view.page("/organisations"), query.name, fields_of(query, view.atlas)) +
         sectors(view, query, found) + organisation_rows(view, query, paging, all) +
         way_to_missing(view, "/organisations");
}

}  // namespace

http::Response organisations(http::Request const& request, View const& view, PathArguments const&) {
  auto const query = parse_organisation_query(request.query, view.atlas);
  if (!query) return show_error(view, "/organisations", query.error());
  auto const paging = parse_paging(request.query);
  if (!paging) return show_error(view, "/organisations", paging.error());
  auto const fields = fields_of(*query, view.atlas);
  return show(view, {.title = view.language("nav.organisations"),
                     .body = organisations_body(view, *query, *paging),
                     .path = "/organisations",
                     .also = fields,
                     .ecosystem = query->ecosystem,
                     .findable = query->name.empty() && !query->sector && paging->page == 1});
}

http::Response organisation(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const path = "/organisations/" + arguments.at(0);
  auto const index = view.find<Organisation>(arguments.at(0), "organisation.missing");
  if (!index) return show_error(view, path, index.error());
  auto const there = view.led_on("/organisations", arguments.at(0), view.atlas.catalogue()[*index]);
  if (there) return http::redirect(there->text());
  auto const query = parse_query(request.query, view.atlas);
  if (!query) return show_error(view, path, query.error());
  return show(view, {.title = view.atlas.catalogue()[*index].name,
                     .body = organisation_body(view, *index, *query),
                     .path = path,
                     .query = *query,
                     .ecosystem = view.atlas.catalogue().ecosystem(*index),
                     .data = linked_data(view, *index)});
}

http::Response venue(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const path = "/venues/" + arguments.at(0);
  auto const index = view.find<Venue>(arguments.at(0), "venue.missing");
  if (!index) return show_error(view, path, index.error());
  auto const there = view.led_on("/venues", arguments.at(0), view.atlas.catalogue()[*index]);
  if (there) return http::redirect(there->text());
  auto const query = parse_query(request.query, view.atlas);
  if (!query) return show_error(view, path, query.error());
  return show(view, {.title = venue_name(view, view.atlas.catalogue()[*index]),
                     .body = venue_body(view, *index, *query),
                     .path = path,
                     .query = *query,
                     .ecosystem = view.atlas.catalogue().facts(*index).ecosystem,
                     .data = linked_data(view, *index)});
}

}  // namespace wegwijzer::web::pages
