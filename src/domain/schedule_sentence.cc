// SPDX-License-Identifier: EUPL-1.2
// The Dutch sentence of a schedule: read and written here and nowhere else.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/words.h"
#include "domain/schedule.h"

namespace wegwijzer {

namespace {

using namespace std::string_view_literals;
using Words = std::vector<std::string_view>;

constexpr std::array weekday_names{"zondag"sv,    "maandag"sv, "dinsdag"sv, "woensdag"sv,
                                   "donderdag"sv, "vrijdag"sv, "zaterdag"sv};
constexpr std::array month_names{"januari"sv,   "februari"sv, "maart"sv,    "april"sv,
                                 "mei"sv,       "juni"sv,     "juli"sv,     "augustus"sv,
                                 "september"sv, "oktober"sv,  "november"sv, "december"sv};
constexpr std::array rhythm_words{std::pair{"eerste"sv, Rhythm::first}, std::pair{"tweede"sv, Rhythm::second},
                                  std::pair{"derde"sv, Rhythm::third}, std::pair{"vierde"sv, Rhythm::fourth},
                                  std::pair{"laatste"sv, Rhythm::last}};

auto not_understood(std::string_view word) {
  return fail(Fault::invalid, "schedule.not_understood", {{"value", std::string(word)}});
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// Names in full or as an abbreviation of at least two (days) or three (months) letters: "wo", "woe", "sept".
template <std::size_t size>
std::optional<unsigned> position(std::array<std::string_view, size> const& names, std::string_view word,
                                 std::size_t least) {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.size() < least) return std::nullopt;
  for (unsigned i = 0; i < size; ++i) {
    if (names[i].starts_with(word)) return i;
  }
  return std::nullopt;
}

std::optional<unsigned> weekday_of(std::string_view word) {
  if (word.ends_with('s') && word.size() > 4) word.remove_suffix(1);  // "woensdags"
  return position(weekday_names, word, 2);
}

// Reads the words of one clause from the front; what is left over is an error of the caller.
class Reading {
 public:
  explicit Reading(Words words) : words_(std::move(words)) {}

  bool done() const { return at_ == words_.size(); }

  std::string_view peek(std::size_t ahead = 0) const {
    return at_ + ahead < words_.size() ? words_[at_ + ahead] : ""sv;
  }

  std::string_view next() { return at_ < words_.size() ? words_[at_++] : ""sv; }

  bool take(std::initializer_list<std::string_view> any_of) {
    if (!one_of(peek(), any_of)) return false;
    ++at_;
    return true;
  }

 private:
  Words words_;
  std::size_t at_ = 0;
};

bool begins_date(Reading const& words) {
  auto const word = words.peek();
  if (word.empty() || word[0] < '0' || word[0] > '9') return false;
  return word.find_first_of("-/") != word.npos ? parse_date(word).has_value()
                                               : position(month_names, words.peek(1), 3).has_value();
}

Result<Date> read_date(Reading& words) {
  auto const first = words.next();
  if (first.find_first_of("-/") != first.npos) return parse_date(first);
  auto const day = whole_number(first);
  auto const month = position(month_names, words.peek(), 3);
  if (!day || !month) return fail(Fault::invalid, "date.invalid", {{"value", std::string(first)}});
  words.next();
  auto const year = whole_number(words.peek());
  if (!year || words.peek().size() != 4) {
    return fail(Fault::invalid, "schedule.year_missing",
                {{"value", fmt::format("{} {}", first, month_names[*month])}});
  }
  words.next();
  return parse_date(fmt::format("{}-{}-{}", *day, *month + 1, *year));
}

// "14:00-15:30", "14:00 tot 15:30", "van 14.00 - 15.30 uur".
Result<Hours> read_hours(Reading& words) {
  words.take({"van", "om", "tussen"});
  auto first = words.next();
  std::string_view second;
  if (auto const dash = first.find('-'); dash != first.npos) {
    second = first.substr(dash + 1);
    first = first.substr(0, dash);
  } else if (words.take({"tot", "-", "en"})) {
    second = words.next();
  }
  if (first.empty() || second.empty()) return fail(Fault::invalid, "schedule.hours_missing");
  auto const from = parse_time(first);
  if (!from) return fail(from.error());
  auto const until = parse_time(second);
  if (!until) return fail(until.error());
  if (*until <= *from) return fail(Fault::invalid, "schedule.ends_before_it_begins");
  words.take({"uur", "u"});
  return Hours{*from, *until};
}

void read_rhythm(Reading& words, Repeat& repeat) {
  words.take({"elke", "iedere", "de", "op"});
  for (auto const& [word, rhythm] : rhythm_words) {
    if (words.take({word})) repeat.rhythm = rhythm;
  }
  if (words.take({"even"})) repeat.rhythm = Rhythm::even_weeks;
  if (words.take({"oneven"})) repeat.rhythm = Rhythm::odd_weeks;
  words.take({"week", "weken"});
  words.take({"op"});
}

Done read_days(Reading& words, Repeat& repeat) {
  if (words.take({"dag"})) {
    repeat.days = Weekdays::all();
    return {};
  }
  if (words.take({"werkdag", "schooldag"})) {
    for (unsigned day = 1; day <= 5; ++day) repeat.days.add(std::chrono::weekday(day));
    return {};
  }
  while (auto const day = weekday_of(words.peek())) {
    repeat.days.add(std::chrono::weekday(*day));
    words.next();
    words.take({"en", "&", "+"});
    words.take({"elke"});
  }
  if (repeat.days.empty())
    return fail(Fault::invalid, "schedule.day_missing", {{"value", std::string(words.peek())}});
  if (words.peek() == "van" && words.peek(1) == "de") {
    words.next(), words.next();
    if (!words.take({"maand"})) return not_understood(words.peek());
  }
  return {};
}

Done read_condition(Reading& words, Repeat& repeat) {
  auto const beginning = words.peek();
  bool const never = words.take({"niet", "behalve"});
  bool const only = !never && words.take({"alleen"});
  if (never || only) {
    if (!words.take({"in"})) return not_understood(words.peek());
    words.take({"de"});
    if (!words.take({"schoolvakanties", "schoolvakantie", "vakanties", "vakantie"}))
      return not_understood(words.peek());
    repeat.in_holidays = never ? InHolidays::never : InHolidays::only;
    return {};
  }
  if (words.take({"vanaf", "van"})) return read_date(words).map([&](Date day) { repeat.first = day; });
  if (words.take({"tot", "t/m"})) {
    if (words.take({"en"})) words.take({"met"});
    return read_date(words).map([&](Date day) { repeat.last = day; });
  }
  return not_understood(beginning);
}

Done read_repeat(Reading& words, Schedule& schedule) {
  Repeat repeat;
  read_rhythm(words, repeat);
  if (auto const days = read_days(words, repeat); !days) return days;
  auto const hours = read_hours(words);
  if (!hours) return fail(hours.error());
  repeat.hours = *hours;
  while (!words.done()) {
    if (auto const condition = read_condition(words, repeat); !condition) return condition;
  }
  if (repeat.first && repeat.last && *repeat.last < *repeat.first) {
    return fail(Fault::invalid, "schedule.ends_before_it_begins");
  }
  schedule.repeats.push_back(repeat);
  return {};
}

Done read_single(Reading& words, Schedule& schedule) {
  auto const day = read_date(words);
  if (!day) return fail(day.error());
  auto const hours = read_hours(words);
  if (!hours) return fail(hours.error());
  schedule.dates.push_back({*day, *hours});
  return words.done() ? Done() : not_understood(words.peek());
}

Done read_closed(Reading& words, Schedule& schedule) {
  do {
    words.take({"op"});
    auto const day = read_date(words);
    if (!day) return fail(day.error());
    schedule.closed.push_back(*day);
  } while (words.take({"en"}) || !words.done());
  return {};
}

Done read_part(Words const& all, Schedule& schedule) {
  Reading words(all);
  if (words.peek() == "niet" || words.peek() == "gesloten") {
    words.next();
    return read_closed(words, schedule);
  }
  words.take({"ook"});
  words.take({"op"});
  // "woensdag 14 oktober 2026 …": a weekday before a date only helps the reader.
  Reading after_weekday = words;
  if (weekday_of(after_weekday.peek())) after_weekday.next();
  if (begins_date(after_weekday)) return read_single(after_weekday, schedule);
  return read_repeat(words, schedule);
}

std::string normal(std::string_view sentence) {
  std::string out(sentence);
  auto const replace = [&](std::string_view from, std::string_view to) {
    for (auto at = out.find(from); at != std::string::npos; at = out.find(from, at + to.size())) {
      out.replace(at, from.size(), to);
    }
  };
  replace("–", "-");
  replace("\xc2\xa0", " ");
  replace(" - ", "-");
  std::ranges::replace(out, ',', ' ');
  std::ranges::transform(out, out.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::string date_words(Date day) {
  std::chrono::year_month_day const ymd(day);
  return fmt::format("{} {} {}", static_cast<unsigned>(ymd.day()),
                     month_names[static_cast<unsigned>(ymd.month()) - 1], static_cast<int>(ymd.year()));
}

std::string hours_words(Hours hours) {
  return text(hours.from) + "-" + text(hours.until);
}

std::string days_words(Weekdays days) {
  if (days == Weekdays::all()) return "dag";
  std::vector<std::string> names;
  for (auto const day : days.list()) names.emplace_back(weekday_names[day.c_encoding()]);
  return joined(names, " en ");
}

std::string repeat_words(Repeat const& repeat) {
  std::string out = "elke ";
  if (repeat.rhythm == Rhythm::even_weeks) out += "even week ";
  if (repeat.rhythm == Rhythm::odd_weeks) out += "oneven week ";
  auto const nth =
      std::ranges::find(rhythm_words, repeat.rhythm, &std::pair<std::string_view, Rhythm>::second);
  if (nth != rhythm_words.end()) out += fmt::format("{} ", nth->first);
  out += days_words(repeat.days);
  if (nth != rhythm_words.end()) out += " van de maand";
  out += " " + hours_words(repeat.hours);
  if (repeat.in_holidays == InHolidays::never) out += ", niet in schoolvakanties";
  if (repeat.in_holidays == InHolidays::only) out += ", alleen in schoolvakanties";
  if (repeat.first) out += ", vanaf " + date_words(*repeat.first);
  if (repeat.last) out += ", tot en met " + date_words(*repeat.last);
  return out;
}

}  // namespace

Result<Schedule> Schedule::parse(std::string_view sentence) {
  Schedule schedule;
  auto const readable = normal(sentence);
  for (auto const part : split(readable, ';')) {
    if (auto const done = read_part(split(part, ' '), schedule); !done) return fail(done.error());
  }
  return schedule;
}

std::string text(Schedule const& schedule) {
  std::vector<std::string> parts;
  for (auto const& repeat : schedule.repeats) parts.push_back(repeat_words(repeat));
  for (auto const& single : schedule.dates)
    parts.push_back(date_words(single.day) + " " + hours_words(single.hours));
  for (auto const& day : schedule.closed) parts.push_back("niet " + date_words(day));
  return joined(parts, "; ");
}

}  // namespace wegwijzer
