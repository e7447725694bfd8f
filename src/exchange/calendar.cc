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
  return event;
}

}  // namespace

std::string calendar_file(CalendarEntry const& entry, Instant now) {
  Component const calendar(icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"),
                                               icalproperty_new_prodid("-//Wegwijzer//NL"), nullptr),
                           &icalcomponent_free);
  for (auto const& occurrence : entry.occurrences) {
    icalcomponent_add_component(calendar.get(), event(entry, occurrence, now));
  }
  std::unique_ptr<char, decltype(&icalmemory_free_buffer)> const text(
      icalcomponent_as_ical_string_r(calendar.get()), &icalmemory_free_buffer);
  return text.get();
}

}  // namespace wegwijzer
