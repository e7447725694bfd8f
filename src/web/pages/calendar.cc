// SPDX-License-Identifier: EUPL-1.2
#include "exchange/calendar.h"

#include "base/words.h"
#include "usecases/offering/sessions.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::chrono::days ahead{366};
constexpr std::chrono::days subscribed_ahead{70};  // ten weeks
constexpr std::size_t most_sessions = 500;

std::string place_phrase(View const& view, Venue const& venue) {
  auto const address = address_phrase(venue);
  return venue_name(view, venue) + (address.empty() ? "" : ", " + address);
}

http::Response ics(std::string file) {
  return http::file(std::move(file), "text/calendar; charset=utf-8");
}

std::string about_phrase(View const& view, Offering const& offering) {
  auto const& t = view.language;
  return joined({offering.summary, t("offering.for_whom") + ": " + for_whom_phrase(t, offering),
                 t("offering.costs") + ": " + price_phrase(t, offering.price)},
                "\n");
}

CalendarEntry entry_of(View const& view, OfferingSessions const& sessions) {
  auto const& catalogue = view.atlas.catalogue();
  auto const& offering = catalogue[sessions.offering];
  auto const venue = catalogue.facts(sessions.offering).venue;
  auto const page = view.page("/offerings", offering.id);
  return {
      text(offering.id),
      offering.title,
      about_phrase(view, offering),
      venue ? place_phrase(view, catalogue[*venue]) : choice_phrase(view.language, "where.", offering.where),
      sessions.occurrences,
      view.public_address ? view.public_address->of(page).text() : ""};
}

std::vector<Index<Offering>> offerings_of(ComingSessions const& sessions) {
  std::vector<Index<Offering>> offerings;
  for (auto const& one : sessions.offerings) offerings.push_back(one.offering);
  return offerings;
}

// "Wegwijzer: muziek, De Oosterpoort".
std::string name_of_what_is_asked(View const& view, OfferingQuery const& query) {
  std::vector<std::string> parts;
  for (auto const& code : query.themes) {
    if (auto const theme = view.atlas.themes().find(code)) parts.push_back(theme_name(view, *theme));
  }
  auto const area = query.area   ? view.atlas.areas().find(*query.area)
                    : query.home ? view.atlas.areas().smallest_at(*query.home)
                                 : std::nullopt;
  if (area) parts.push_back(view.atlas.areas()[*area].name);
  if (query.age) parts.push_back(view.language.count("form.age_years", *query.age));
  return parts.empty() ? "Wegwijzer" : "Wegwijzer: " + joined(parts, ", ");
}

// Many calendar programs show the name only.
std::string calendar_name(View const& view, OfferingQuery const& query, ComingSessions const& sessions) {
  auto name = name_of_what_is_asked(view, query);
  if (made_up_phrase(view, offerings_of(sessions)).empty()) return name;
  return view.language("calendar.made_up", {{"name", std::move(name)}});
}

std::string held(View const& view, ComingSessions const& sessions) {
  auto const& t = view.language;
  if (sessions.shown == sessions.found) return t("calendar.about");
  return t("calendar.cut",
           {{"shown", std::to_string(sessions.shown)}, {"found", std::to_string(sessions.found)}});
}

// What it holds, whether that is all, and whether it is made up.
std::string calendar_description(View const& view, ComingSessions const& sessions) {
  return joined({made_up_phrase(view, offerings_of(sessions)), held(view, sessions)}, " ");
}

}  // namespace

// The same bytes all day, so that a calendar program that asks again gets 304.
http::Response calendar(http::Request const& request, View const& view, PathArguments const&) {
  auto const asked = parse_query(request.query, view.atlas);
  if (!asked) return show_error(view, "/offerings", asked.error());
  auto const query = without_home(*asked, view.atlas.areas());
  auto const sessions = coming_sessions(view.atlas, query, view.moment, subscribed_ahead, most_sessions);
  std::vector<CalendarEntry> entries;
  entries.reserve(sessions.offerings.size());
  for (auto const& one : sessions.offerings) entries.push_back(entry_of(view, one));
  auto response =
      ics(calendar_file(entries, {calendar_name(view, query, sessions), calendar_description(view, sessions)},
                        instant(view.moment.today, {})));
  response.headers.set("Cache-Control", "public, max-age=10800");
  return response;
}

http::Response offering_calendar(http::Request const&, View const& view, PathArguments const& arguments) {
  auto const path = "/offerings/" + arguments.at(0) + "/calendar.ics";
  auto const index = view.find<Offering>(arguments.at(0), "offering.missing");
  if (!index) return show_error(view, path, index.error());
  auto const& offering = view.atlas.catalogue()[*index];
  auto const& facts = view.atlas.catalogue().facts(*index);
  auto const* venue = facts.venue ? &view.atlas.catalogue()[*facts.venue] : nullptr;
  CalendarEntry const entry{text(offering.id), offering.title,
                            joined({made_up_phrase(view, {*index}), offering.summary}, "\n"),
                            venue ? place_phrase(view, *venue) : "",
                            occurrences(offering.schedule, view.atlas.catalogue().holidays(facts.ecosystem),
                                        view.moment.today, view.moment.today + ahead)};
  auto response = ics(calendar_file(entry, instant(view.moment.today, view.moment.now)));
  response.headers.set("Content-Disposition", "attachment; filename=\"wegwijzer.ics\"");
  return response;
}

}  // namespace wegwijzer::web::pages
