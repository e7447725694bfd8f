// SPDX-License-Identifier: EUPL-1.2
#include "exchange/calendar.h"

#include <fmt/format.h>
#include <libical/ical.h>

#include <memory>

namespace wegwijzer {

namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

icaltimetype utc(Instant moment) {
  return icaltime_from_timet_with_zone(std::chrono::system_clock::to_time_t(moment), 0,
                                       icaltimezone_get_utc_timezone());
}

icalcomponent* event(CalendarEntry const& entry, Occurrence const& occurrence, Instant now) {
  auto const id =
      fmt::format("{}-{}-{}@wegwijzer", entry.id, text(occurrence.day), text(occurrence.hours.from));
  auto* const event = icalcomponent_vanew(
      ICAL_VEVENT_COMPONENT, icalproperty_new_uid(id.c_str()), icalproperty_new_dtstamp(utc(now)),
      icalproperty_new_dtstart(utc(instant(occurrence.day, occurrence.hours.from))),
      icalproperty_new_dtend(utc(instant(occurrence.day, occurrence.hours.until))),
      icalproperty_new_summary(entry.title.c_str()), nullptr);
  if (!entry.about.empty()) {
    icalcomponent_add_property(event, icalproperty_new_description(entry.about.c_str()));
  }
  if (!entry.place.empty()) icalcomponent_add_property(event, icalproperty_new_location(entry.place.c_str()));
  if (!entry.address.empty()) icalcomponent_add_property(event, icalproperty_new_url(entry.address.c_str()));
  return event;
}

Component new_calendar() {
  return {icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"),
                              icalproperty_new_prodid("-//Wegwijzer//NL"), nullptr),
          &icalcomponent_free};
}

void add_events(icalcomponent* calendar, CalendarEntry const& entry, Instant now) {
  for (auto const& occurrence : entry.occurrences) {
    icalcomponent_add_component(calendar, event(entry, occurrence, now));
  }
}

std::string written(icalcomponent* calendar) {
  std::unique_ptr<char, decltype(&icalmemory_free_buffer)> const text(
      icalcomponent_as_ical_string_r(calendar), &icalmemory_free_buffer);
  return text.get();
}

void add_extension(icalcomponent* calendar, char const* name, std::string const& value) {
  auto* const property = icalproperty_new_x(value.c_str());
  icalproperty_set_x_name(property, name);
  icalcomponent_add_property(calendar, property);
}

// Said twice: as RFC 7986 says it, and as the programs did before that.
void describe(icalcomponent* calendar, CalendarAbout const& about) {
  icalcomponent_add_property(calendar, icalproperty_new_name(about.name.c_str()));
  add_extension(calendar, "X-WR-CALNAME", about.name);
  icalcomponent_add_property(calendar, icalproperty_new_description(about.description.c_str()));
  add_extension(calendar, "X-WR-CALDESC", about.description);
  auto const seconds = static_cast<int>(std::chrono::seconds(about.refresh).count());
  icalcomponent_add_property(calendar, icalproperty_new_refreshinterval(icaldurationtype_from_int(seconds)));
  add_extension(calendar, "X-PUBLISHED-TTL", fmt::format("PT{}H", about.refresh.count()));
}

}  // namespace

std::string calendar_file(CalendarEntry const& entry, Instant now) {
  auto const calendar = new_calendar();
  add_events(calendar.get(), entry, now);
  return written(calendar.get());
}

std::string calendar_file(std::vector<CalendarEntry> const& entries, CalendarAbout const& about,
                          Instant now) {
  auto const calendar = new_calendar();
  describe(calendar.get(), about);
  for (auto const& entry : entries) add_events(calendar.get(), entry, now);
  return written(calendar.get());
}

}  // namespace wegwijzer
