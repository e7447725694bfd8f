// SPDX-License-Identifier: EUPL-1.2
#include "exchange/calendar.h"

#include "base/words.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/phrases.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::chrono::days ahead{366};

std::string place_phrase(View const& view, Venue const& venue) {
  auto const address = address_phrase(venue);
  return venue_name(view, venue) + (address.empty() ? "" : ", " + address);
}

}  // namespace

http::Response offering_calendar(http::Request const&, View const& view, PathArguments const& arguments) {
  auto const path = "/offerings/" + arguments.at(0) + "/calendar.ics";
  auto const index = view.find<Offering>(arguments.at(0), "offering.missing");
  if (!index) return show_error(view, path, index.error());
  auto const& offering = view.atlas.catalogue()[*index];
  auto const& facts = view.atlas.catalogue().facts(*index);
  auto const* venue = facts.venue ? &view.atlas.catalogue()[*facts.venue] : nullptr;
  CalendarEntry const entry{text(offering.id), offering.title, offering.summary,
                            venue ? place_phrase(view, *venue) : "",
                            occurrences(offering.schedule, view.atlas.catalogue().holidays(facts.ecosystem),
                                        view.moment.today, view.moment.today + ahead)};
  auto response = http::file(calendar_file(entry, instant(view.moment.today, view.moment.now)),
                             "text/calendar; charset=utf-8");
  response.headers.set("Content-Disposition", "attachment; filename=\"wegwijzer.ics\"");
  return response;
}

}  // namespace wegwijzer::web::pages
