// SPDX-License-Identifier: EUPL-1.2
// The organisations that somebody works for. A whole network has thousands: where something waits comes
// first, one can look for a name, and they come page by page.
#include <algorithm>
#include <span>
#include <unordered_map>

#include "usecases/workplace/waiting.h"
#include "web/contact_parts.h"
#include "web/handlers.h"
#include "web/map_table.h"
#include "web/page.h"
#include "web/pager.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/talk_parts.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t most_found_of_one = 5;

struct WorkList {
  std::vector<Ecosystem> ecosystems;  // in which there is something to keep
  std::vector<OrganisationAtWork> organisations;
  std::unordered_map<Id<Organisation>, std::size_t> ecosystem_of;  // by its place in the list
};

std::vector<Id<Organisation>> organisations_of_memberships(Desk const& desk, Ecosystem const& ecosystem) {
  std::vector<Id<Organisation>> own;
  for (auto const& membership : desk.asker().memberships) {
    auto const& place = membership.place();
    if (place.ecosystem != ecosystem.id || !place.organisation) continue;
    if (!may(desk.asker(), accounts::Action::keep_offering, place)) continue;
    if (std::ranges::find(own, *place.organisation) == own.end()) own.push_back(*place.organisation);
  }
  return own;
}

// Who works for a whole ecosystem has all of it; others those of their own.
std::vector<OrganisationAtWork> own_of(View const& view, Desk const& desk, Ecosystem const& ecosystem,
                                       std::string const& words) {
  auto const today = view.moment.today;
  auto const holidays = holidays_of(view, ecosystem);
  if (!may(desk.asker(), accounts::Action::keep_offering, {ecosystem.id, std::nullopt})) {
    auto const own = organisations_of_memberships(desk, ecosystem);
    if (own.empty()) return {};
    return organisations_at_work(*desk.store.reader(ecosystem), own, holidays, words, today);
  }
  auto const known = view.atlas.catalogue().find_ecosystem(ecosystem.slug);
  if (known) return organisations_at_work(view.atlas, *known, words, today);
  return organisations_at_work(*desk.store.reader(ecosystem), holidays, words, today);
}

WorkList work_list(View const& view, Desk const& desk, std::string const& words) {
  WorkList list;
  for (auto const& ecosystem : desk.store.ecosystems()) {
    auto own = own_of(view, desk, ecosystem, words);
    if (own.empty()) continue;
    for (auto const& one : own) list.ecosystem_of.emplace(one.id, list.ecosystems.size());
    list.ecosystems.push_back(ecosystem);
    std::ranges::move(own, std::back_inserter(list.organisations));
  }
  sort_by_what_waits(list.organisations);
  return list;
}

Ecosystem const& ecosystem_of(WorkList const& list, OrganisationAtWork const& one) {
  return list.ecosystems[list.ecosystem_of.at(one.id)];
}

std::string path_to(WorkList const& list, OrganisationAtWork const& one) {
  return "/workplace/" + ecosystem_of(list, one).slug + "/organisations/" + text(one.id);
}

std::string counted(Language const& t, Waiting const& waiting) {
  auto said = t.count("work.activities", static_cast<int>(waiting.offerings));
  if (waiting.need_attention > 0) {
    said += " · " + t.count("work.need_attention", static_cast<int>(waiting.need_attention));
  }
  return said;
}

Html what_waits(Language const& t, Waiting const& waiting) {
  auto const proposals = waiting.proposals == 0
                             ? Html()
                             : html(R"( <strong class="count">{}</strong>)",
                                    t.count("work.proposals_wait", static_cast<int>(waiting.proposals)));
  auto const first = waiting.first
                         ? html(R"(<p class="hint">{}</p>)", choice_phrase(t, "attention.", *waiting.first))
                         : Html();
  return html(R"(<p>{}{}</p>{})", counted(t, waiting), proposals, first);
}

Html found_offerings(View const& view, WorkList const& list, OrganisationAtWork const& one) {
  if (one.found.empty()) return {};
  auto const shown = std::span(one.found).first(std::min(most_found_of_one, one.found.size()));
  return html("<ul>{}</ul>", each(shown, [&](auto const& offering) {
                auto const path =
                    "/workplace/" + ecosystem_of(list, one).slug + "/offerings/" + text(offering.first);
                return html(R"(<li><a href="{}">{}</a></li>)", view.page(path), offering.second);
              }));
}

Html row(View const& view, WorkList const& list, OrganisationAtWork const& one) {
  auto const ecosystem = list.ecosystems.size() == 1
                             ? Html()
                             : html(R"( <span class="hint">{}</span>)", ecosystem_of(list, one).name);
  return html(R"(<li><a href="{}">{}</a>{}{}{}</li>)", view.page(path_to(list, one)), one.name, ecosystem,
              what_waits(view.language, one.waiting), found_offerings(view, list, one));
}

Html search_field(View const& view, std::string const& words) {
  auto const& t = view.language;
  return html(
      R"(<form class="search by-name" method="get" action="{}" role="search"><div class="field"><label for="name">{}</label><input id="name" name="q" type="text" value="{}" maxlength="100" autocomplete="off"></div><p><button class="button" type="submit">{}</button></p></form>)",
      view.page("/workplace"), t("work.search"), words, t("form.search"));
}

Html rows(View const& view, WorkList const& list, std::string const& words, Paging const& paging) {
  auto const& t = view.language;
  auto const& all = list.organisations;
  if (all.empty()) return html("<p>{}</p>", t("filter.nothing"));
  auto const shown = on_this_page(all, paging);
  auto const address = view.page("/workplace");
  auto const order = all.size() < 2 ? Html() : html(R"(<p class="hint">{}</p>)", t("work.what_comes_first"));
  return html("<h2>{}</h2>{}", t.count("work.organisations", static_cast<int>(all.size())), order) +
         (shown.empty() ? past_the_end(view)
                        : html(R"(<ul class="rows at-work">{}</ul>)",
                               each(shown, [&](auto const& one) { return row(view, list, one); }))) +
         pager(view, words.empty() ? address : Url(address).with("q", words), paging, all.size());
}

Html button_to(View const& view, std::string const& path, std::string const& label) {
  return html(R"(<p><a class="button primary" href="{}">{}</a></p>)", view.page(path), label);
}

// For who keeps the map of a whole network, or parts of it.
Html ways_to_maps(View const& view, Desk const& desk) {
  auto const& t = view.language;
  Html ways;
  for (auto const& ecosystem : desk.store.ecosystems()) {
    auto const path = "/workplace/" + ecosystem.slug;
    if (keeps_whole_map(desk.asker(), ecosystem)) {
      ways += button_to(view, path, t("map_work.title", {{"network", ecosystem.name}}));
      continue;
    }
    for (auto const& area : own_areas(desk, ecosystem)) {
      ways += button_to(view, path + "/areas/" + text(area),
                        t("map_work.area_title", {{"area", name_of_area(view, area)}}));
    }
  }
  return ways;
}

bool keeps_some_map(Desk const& desk) {
  auto const all = desk.store.ecosystems();
  return std::ranges::any_of(all, [&](auto const& one) { return keeps_whole_map(desk.asker(), one); });
}

// To the people of each network in which one has a role, and to what partners say to each other there.
Html ways_to_networks(View const& view, Desk const& desk) {
  return each(desk.store.ecosystems(), [&](Ecosystem const& ecosystem) {
    if (!may(desk.asker(), accounts::Action::see_contacts, {ecosystem.id, std::nullopt})) return Html();
    auto const talk = keeps_whole_map(desk.asker(), ecosystem) ? Html() : ways_to_talk(view, ecosystem);
    return html(R"(<p><a class="button" href="{}">{}</a></p>{})", view.page(contacts_path(ecosystem)),
                view.language("people.title", {{"network", ecosystem.name}}), talk);
  });
}

http::Response show_list(View const& view, Desk const& desk, WorkList const& list, std::string const& words,
                         Paging const& paging) {
  auto const& t = view.language;
  bool const has_none = list.organisations.empty() && words.empty();
  auto const ways = ways_to_maps(view, desk);
  auto const lead = ways.empty() ? html("<p>{}</p>", t("work.no_organisation"))
                                 : html(R"(<p class="lead">{}</p>)",
                                        t(keeps_some_map(desk) ? "work.only_map" : "work.only_area"));
  auto const body = has_none ? lead + ways + ways_to_networks(view, desk)
                             : html(R"(<p class="lead">{}</p>)", t("work.choose")) + ways +
                                   ways_to_networks(view, desk) + search_field(view, words) +
                                   rows(view, list, words, paging);
  std::vector<std::pair<std::string, std::string>> also;
  if (!words.empty()) also.emplace_back("q", words);
  return work_page(view,
                   {.path = "/workplace", .title = t("work.title"), .body = body, .also = std::move(also)});
}

}  // namespace

http::Response work(http::Request const& request, View const& view, Desk const& desk, PathArguments const&) {
  auto const words = TypedFields(request.query).text("q");
  auto const paging = parse_paging(request.query);
  if (!paging) return work_refused(view, paging.error());
  auto const list = work_list(view, desk, words);
  // Who keeps a map has work to do there, also before it has any organisation.
  bool const has_map = !ways_to_maps(view, desk).empty();
  if (words.empty() && list.organisations.size() == 1 && !has_map) {
    return to_page(view, path_to(list, list.organisations.front()));
  }
  return show_list(view, desk, list, words, *paging);
}

}  // namespace wegwijzer::web::pages
