// SPDX-License-Identifier: EUPL-1.2
#include "web/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/words.h"
#include "domain/place_name.h"

namespace wegwijzer::web {

namespace {

std::string weekday_name(Language const& language, std::chrono::weekday day) {
  return language(fmt::format("weekday.{}", day.c_encoding()));
}

// Without the year, which a date in the coming months does not need.
std::string short_date_phrase(Language const& language, Date day) {
  std::chrono::year_month_day const ymd(day);
  return language("date.short",
                  {{"day", std::to_string(static_cast<unsigned>(ymd.day()))},
                   {"month", language(fmt::format("month.{}", static_cast<unsigned>(ymd.month())))}});
}

std::string with_weekday(Language const& language, Date day, std::string const& date) {
  return language("date.with_weekday", {{"weekday", weekday_name(language, weekday(day))}, {"date", date}});
}

std::string days_phrase(Language const& language, Weekdays days) {
  if (days == Weekdays::all()) return language("schedule.every_day");
  std::vector<std::string> names;
  for (auto const day : days.list()) names.push_back(weekday_name(language, day));
  return joined_phrase(language, names);
}

char const* rhythm_key(Rhythm rhythm) {
  constexpr char const* keys[] = {"schedule.weekly", "schedule.even_weeks", "schedule.odd_weeks",
                                  "schedule.first",  "schedule.second",     "schedule.third",
                                  "schedule.fourth", "schedule.last"};
  return keys[static_cast<int>(rhythm)];
}

std::string at_hours(Language const& language, std::string const& day, Hours hours) {
  return language("schedule.at_hours", {{"day", day}, {"hours", hours_phrase(language, hours)}});
}

std::string repeat_phrase(Language const& language, Repeat const& repeat) {
  auto const days = repeat.days == Weekdays::all() && repeat.rhythm == Rhythm::weekly
                        ? language("schedule.every_day")
                        : language(rhythm_key(repeat.rhythm), {{"days", days_phrase(language, repeat.days)}});
  std::vector<std::string> parts{at_hours(language, days, repeat.hours)};
  if (repeat.in_holidays == InHolidays::not_then) parts.push_back(language("schedule.not_in_holidays"));
  if (repeat.in_holidays == InHolidays::only) parts.push_back(language("schedule.only_in_holidays"));
  auto const dated = [&](char const* key, std::optional<Date> day) {
    if (day) parts.push_back(language(key, {{"date", date_phrase(language, *day)}}));
  };
  dated("schedule.from", repeat.first);
  dated("schedule.until", repeat.last);
  return joined(parts, language("list.separator"));
}

std::string amount(Language const& language, Euro euro) {
  auto const cents = euro.cents % 100;
  auto const whole = std::to_string(euro.cents / 100);
  auto const number =
      cents == 0 ? whole : fmt::format("{}{}{:02}", whole, language("number.decimal_sign"), cents);
  return language("price.amount", {{"number", number}});
}

// The nearest of the fractions that people say. Never all or none: of each answer there are ten or more.
std::pair<int, int> said_fraction(double share) {
  constexpr std::array<std::pair<int, int>, 11> fractions{
      {{1, 10}, {1, 5}, {1, 4}, {1, 3}, {2, 5}, {1, 2}, {3, 5}, {2, 3}, {3, 4}, {4, 5}, {9, 10}}};
  return std::ranges::min(fractions, {}, [&](auto const& fraction) {
    return std::abs(share - static_cast<double>(fraction.first) / fraction.second);
  });
}

}  // namespace

std::string felt_welcome_phrase(Language const& language, FeltWelcome const& felt) {
  auto const [part, whole] = said_fraction(felt.share);
  return language("for_me.felt_welcome", {{"part", std::to_string(part)},
                                          {"whole", std::to_string(whole)},
                                          {"first", date_phrase(language, felt.first)},
                                          {"last", date_phrase(language, felt.last)}});
}

std::string sentence_case(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

char const* separator_key(std::size_t place, std::size_t count) {
  return place + 1 == count ? "list.last_separator" : "list.separator";
}

std::string joined_phrase(Language const& language, std::vector<std::string> const& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += language(separator_key(i, parts.size()));
    out += language.in_one_piece(parts[i]);
  }
  return out;
}

std::string date_phrase(Language const& language, Date day) {
  std::chrono::year_month_day const ymd(day);
  return language("date.long",
                  {{"day", std::to_string(static_cast<unsigned>(ymd.day()))},
                   {"month", language(fmt::format("month.{}", static_cast<unsigned>(ymd.month())))},
                   {"year", std::to_string(static_cast<int>(ymd.year()))}});
}

std::string day_phrase(Language const& language, Date day) {
  return with_weekday(language, day, date_phrase(language, day));
}

// A word joiner (U+2060) stands in the sentence: a line may end behind a dash, and a time is one thing.
std::string hours_phrase(Language const& language, Hours hours) {
  return language("schedule.hours", {{"from", text(hours.from)}, {"until", text(hours.until)}});
}

std::string schedule_phrase(Language const& language, Schedule const& schedule) {
  auto const sentence = [&](std::string text) {
    return language("schedule.sentence", {{"text", sentence_case(std::move(text))}});
  };
  std::vector<std::string> sentences;
  sentences.reserve(schedule.repeats.size());
  for (auto const& repeat : schedule.repeats) {
    sentences.push_back(sentence(repeat_phrase(language, repeat)));
  }
  for (auto const& single : schedule.dates) {
    sentences.push_back(sentence(at_hours(language, day_phrase(language, single.day), single.hours)));
  }
  std::vector<std::string> closed;
  for (auto const& [first, last] : runs_of_days(schedule.closed)) {
    closed.push_back(first == last
                         ? date_phrase(language, first)
                         : language("schedule.closed_period", {{"first", date_phrase(language, first)},
                                                               {"last", date_phrase(language, last)}}));
  }
  if (!closed.empty()) {
    sentences.push_back(language("schedule.closed", {{"dates", joined_phrase(language, closed)}}));
  }
  return joined(sentences, " ");
}

std::string next_phrase(Language const& language, Occurrence const& next, Date today) {
  auto const days = (next.day - today).count();
  auto const day = days == 0    ? language("date.today")
                   : days == 1  ? language("date.tomorrow")
                   : days < 300 ? with_weekday(language, next.day, short_date_phrase(language, next.day))
                                : day_phrase(language, next.day);
  return at_hours(language, day, next.hours);
}

std::string travel_phrase(Language const& language, Tenths travel, Mode mode) {
  auto const minutes = std::chrono::ceil<Minutes>(travel).count();
  return language.count(mode == Mode::walk ? "travel.walk" : "travel.bike", std::max(1, minutes));
}

std::string minutes_phrase(Language const& language, Minutes minutes) {
  return language.count("form.minutes_count", minutes.count());
}

std::string price_phrase(Language const& language, std::optional<Price> const& price) {
  if (!price) return language("price.unknown");
  if (price->free()) return language("price.free");
  return language("price.per_" + text(price->per), {{"amount", amount(language, price->amount)}});
}

std::string for_whom_phrase(Language const& language, Offering const& offering) {
  std::vector<std::string> parts;
  auto const span = [&](std::string const& kind, int from, int to) {
    auto const* key = from == to ? "one" : to == 99 ? "from" : "range";
    parts.push_back(language(kind + key, {{"from", std::to_string(from)}, {"to", std::to_string(to)}}));
  };
  if (offering.ages) span("ages.", offering.ages->from, offering.ages->to);
  if (offering.groups) span("groups.", offering.groups->from, offering.groups->to);
  return parts.empty() ? language("ages.unknown") : joined(parts, language("list.separator"));
}

std::string distance_phrase(Language const& language, Metres metres) {
  if (metres.value < 995) {
    return language("distance.metres", {{"number", std::to_string(std::lround(metres.value / 10) * 10)}});
  }
  auto const tenths = std::lround(metres.value / 100);
  return language(
      "distance.kilometres",
      {{"number", fmt::format("{}{}{}", tenths / 10, language("number.decimal_sign"), tenths % 10)}});
}

std::string venue_kind_name(View const& view, VenueKind const& kind) {
  auto const& rules = view.atlas.vocabulary().venue_kinds;
  auto const rule = std::ranges::find(rules, kind, &VenueKindRule::kind);
  return rule == rules.end() ? kind.text() : view.name("venue_kind:" + kind.text(), rule->names);
}

std::string venue_kind_phrase(View const& view, VenueKind const& kind) {
  return kind.text() == "other" ? std::string() : venue_kind_name(view, kind);
}

std::string venue_name(View const& view, Venue const& venue) {
  if (!venue.name.empty()) return venue.name;
  auto kind = venue_kind_name(view, venue.kind);
  auto const area = view.atlas.areas().smallest_at(venue.point);
  if (!area) return kind;
  return view.language("venue.unnamed", {{"kind", kind}, {"area", view.atlas.areas()[*area].name}});
}

std::string address_phrase(Venue const& venue) {
  // Kept as "2611AB", said as "2611 AB".
  bool const six = venue.postcode.size() == 6 && Postcode::parse(venue.postcode).has_value();
  auto const postcode = six ? venue.postcode.substr(0, 4) + " " + venue.postcode.substr(4) : venue.postcode;
  auto const town = joined({postcode, venue.city}, " ");
  return venue.street.empty() ? std::string(trimmed(town))
                              : joined({venue.street, std::string(trimmed(town))}, ", ");
}

std::string made_up_phrase(View const& view, std::vector<Index<Offering>> const& offerings) {
  auto const& catalogue = view.atlas.catalogue();
  std::set<std::string> names;
  for (auto const offering : offerings) {
    auto const& ecosystem = catalogue[catalogue.facts(offering).ecosystem];
    if (ecosystem.origin == Origin::fictional) names.insert(ecosystem.name);
  }
  if (names.empty()) return {};
  auto const all = joined_phrase(view.language, std::vector(names.begin(), names.end()));
  return view.language("site.fictional", {{"names", all}});
}

std::string theme_name(View const& view, Index<Theme> theme) {
  return theme_name(view, view.atlas.themes()[theme]);
}

std::string theme_name(View const& view, Theme const& theme) {
  return view.name("theme:" + theme.code.text(), theme.names);
}

std::string spoken_name(View const& view, LanguageCode const& code) {
  auto const& all = view.atlas.vocabulary().languages;
  auto const found = std::ranges::find(all, code, &SpokenLanguage::code);
  return found == all.end() ? code.text() : view.name("spoken:" + code.text(), found->names);
}

std::string fund_name(View const& view, Fund const& fund) {
  return view.name("fund:" + fund.code.text(), fund.names);
}

std::string theme_names(View const& view, ThemeSet const& themes) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < view.atlas.themes().all().size(); ++i) {
    if (themes[i]) names.push_back(theme_name(view, Index<Theme>(i)));
  }
  return joined(names, view.language("list.separator"));
}

}  // namespace wegwijzer::web
