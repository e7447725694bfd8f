// SPDX-License-Identifier: EUPL-1.2
#include "base/time.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <charconv>

namespace wegwijzer {

namespace {

date::time_zone const& amsterdam() {
  static auto const& zone = *date::locate_zone("Europe/Amsterdam");
  return zone;
}

auto local(Instant instant) {
  return date::zoned_time(&amsterdam(), instant).get_local_time();
}

// Reads digits from the front of `text`; nothing when there are none or more than `most`.
std::optional<int> take_number(std::string_view& text, std::size_t most) {
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits == 0 || digits > most) return std::nullopt;
  int value = 0;
  for (auto const digit : text.substr(0, digits)) value = value * 10 + (digit - '0');
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Date> valid_date(int year, int month, int day) {
  if (year < 1900 || year > 2200) return std::nullopt;
  auto const ymd = std::chrono::year(year) / month / day;
  if (!ymd.ok()) return std::nullopt;
  return Date(ymd);
}

std::optional<Date> read_date(std::string_view text) {
  auto const first = take_number(text, 4);
  if (!first || !take(text, "-/")) return std::nullopt;
  auto const second = take_number(text, 2);
  if (!second || !take(text, "-/")) return std::nullopt;
  auto const third = take_number(text, 4);
  if (!third || !text.empty()) return std::nullopt;
  return *first > 31 ? valid_date(*first, *second, *third) : valid_date(*third, *second, *first);
}

std::optional<TimeOfDay> read_time(std::string_view text) {
  auto const hour = take_number(text, 2);
  if (!hour || *hour > 23) return std::nullopt;
  if (text.empty()) return TimeOfDay{*hour * 60};
  if (!take(text, ":.uU")) return std::nullopt;
  if (text.empty()) return TimeOfDay{*hour * 60};
  if (text.size() != 2) return std::nullopt;
  auto const minute = take_number(text, 2);
  if (!minute || *minute > 59 || !text.empty()) return std::nullopt;
  return TimeOfDay{*hour * 60 + *minute};
}

}  // namespace

std::string text(Date day) {
  std::chrono::year_month_day const ymd(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                     static_cast<unsigned>(ymd.day()));
}

std::string text(TimeOfDay time) {
  return fmt::format("{:02}:{:02}", time.minutes / 60, time.minutes % 60);
}

std::string text(Instant instant) {
  auto const day = std::chrono::floor<std::chrono::days>(instant);
  auto const ms = (instant - day).count();
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", text(Date(day.time_since_epoch())), ms / 3'600'000,
                     ms / 60'000 % 60, ms / 1000 % 60, ms % 1000);
}

Result<Date> parse_date(std::string_view text) {
  if (auto const day = read_date(text)) return *day;
  return fail(Fault::invalid, "date.invalid", {{"value", std::string(text)}});
}

Result<TimeOfDay> parse_time(std::string_view text) {
  if (auto const time = read_time(text)) return *time;
  return fail(Fault::invalid, "time.invalid", {{"value", std::string(text)}});
}

Result<Instant> parse_instant(std::string_view text) {
  auto const invalid = fail(Fault::invalid, "instant.invalid", {{"value", std::string(text)}});
  if (text.size() != 24 || text[10] != 'T' || text[16] != ':' || text[19] != '.' || text[23] != 'Z') {
    return invalid;
  }
  auto const day = read_date(text.substr(0, 10));
  auto const time = read_time(text.substr(11, 5));
  auto seconds_text = text.substr(17, 2);
  auto milliseconds_text = text.substr(20, 3);
  auto const seconds = take_number(seconds_text, 2);
  auto const milliseconds = take_number(milliseconds_text, 3);
  if (!day || !time || !seconds || *seconds > 59 || !milliseconds) return invalid;
  if (!seconds_text.empty() || !milliseconds_text.empty()) return invalid;
  return Instant(day->time_since_epoch()) + std::chrono::minutes(time->minutes) +
         std::chrono::seconds(*seconds) + std::chrono::milliseconds(*milliseconds);
}

Date local_date(Instant instant) {
  return Date(std::chrono::floor<std::chrono::days>(local(instant).time_since_epoch()));
}

TimeOfDay local_time(Instant instant) {
  auto const since_epoch = local(instant).time_since_epoch();
  auto const since_midnight = since_epoch - std::chrono::floor<std::chrono::days>(since_epoch);
  return {static_cast<int>(std::chrono::floor<std::chrono::minutes>(since_midnight).count())};
}

Instant instant(Date day, TimeOfDay time) {
  date::local_time<std::chrono::milliseconds> const wall(day.time_since_epoch() +
                                                         std::chrono::minutes(time.minutes));
  return amsterdam().to_sys(wall, date::choose::earliest);
}

}  // namespace wegwijzer
