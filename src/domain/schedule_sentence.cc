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
  Reading(Words words, std::optional<Date> written_on) : words_(std::move(words)), written_on_(written_on) {}

  std::optional<Date> written_on() const { return written_on_; }

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
  std::optional<Date> written_on_;
  std::size_t at_ = 0;
};

bool begins_date(Reading const& words) {
  auto const word = words.peek();
  if (word.empty() || word[0] < '0' || word[0] > '9') return false;
  auto const signs = std::ranges::count_if(word, [](char c) { return c == '-' || c == '/'; });
  return signs > 0 ? signs == 2 || parse_date(word).has_value()
                   : position(month_names, words.peek(1), 3).has_value();
}

// Of the years around the day of writing the one that brings the date nearest.
std::optional<Date> nearest_year(Date written_on, std::int64_t day, std::size_t month) {
  std::optional<Date> nearest;
  auto const this_year = static_cast<int>(std::chrono::year_month_day(written_on).year());
  for (auto year = this_year - 1; year <= this_year + 1; ++year) {
    auto const date = parse_date(fmt::format("{}-{}-{}", day, month + 1, year));
    auto const away = [&](Date candidate) { return std::chrono::abs(candidate - written_on); };
    if (date && (!nearest || away(*date) < away(*nearest))) nearest = *date;
  }
  return nearest;
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
    auto const written_on = words.written_on();
    auto const near = written_on ? nearest_year(*written_on, *day, *month) : std::nullopt;
    if (near) return *near;
    return fail(Fault::invalid, "schedule.year_missing",
                {{"value", fmt::format("{} {}", first, month_names[*month])}});
  }
  words.next();
  auto const said = fmt::format("{} {} {}", *day, month_names[*month], *year);
  auto const date = parse_date(fmt::format("{}-{}-{}", *day, *month + 1, *year));
  return date ? date : fail(Fault::invalid, "date.invalid", {{"value", said}});
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
  if (repeat.days.empty()) {
    return fail(Fault::invalid, "schedule.day_missing", {{"value", std::string(words.peek())}});
  }
  if (words.peek() == "van" && words.peek(1) == "de") {
    words.next(), words.next();
    if (!words.take({"maand"})) return not_understood(words.peek());
  }
  return {};
}

// After "tot": "tot en met 3 januari 2027". Also without "en met" the day itself is meant.
Result<Date> read_last(Reading& words) {
  if (words.take({"en"})) words.take({"met"});
  return read_date(words);
}

Done read_condition(Reading& words, Repeat& repeat) {
  auto const beginning = words.peek();
  bool const never = words.take({"niet", "behalve"});
  bool const only = !never && words.take({"alleen"});
  if (never || only) {
    if (!words.take({"in"})) return not_understood(words.peek());
    words.take({"de"});
    if (!words.take({"schoolvakanties", "schoolvakantie", "vakanties", "vakantie"})) {
      return not_understood(words.peek());
    }
    repeat.in_holidays = never ? InHolidays::not_then : InHolidays::only;
    return {};
  }
  if (words.take({"vanaf", "van"})) return read_date(words).map([&](Date day) { repeat.first = day; });
  if (words.take({"tot", "t/m"})) return read_last(words).map([&](Date day) { repeat.last = day; });
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

std::string date_words(Date day) {
  std::chrono::year_month_day const ymd(day);
  return fmt::format("{} {} {}", static_cast<unsigned>(ymd.day()),
                     month_names[static_cast<unsigned>(ymd.month()) - 1], static_cast<int>(ymd.year()));
}

Done read_single(Reading& words, std::optional<unsigned> said, Schedule& schedule) {
  auto const day = read_date(words);
  if (!day) return fail(day.error());
  if (said && weekday(*day).c_encoding() != *said) {
    return fail(
        Fault::invalid, "schedule.other_weekday",
        {{"date", date_words(*day)}, {"weekday", std::string(weekday_names[weekday(*day).c_encoding()])}});
  }
  auto const hours = read_hours(words);
  if (!hours) return fail(hours.error());
  schedule.dates.push_back({*day, *hours});
  return words.done() ? Done() : not_understood(words.peek());
}

constexpr std::chrono::days longest_closed{366};
constexpr std::size_t most_closed = 1'500;  // days

Done read_closed(Reading& words, Schedule& schedule) {
  do {
    words.take({"op", "van", "vanaf"});
    auto const day = read_date(words);
    if (!day) return fail(day.error());
    auto const last = words.take({"tot", "t/m"}) ? read_last(words) : day;
    if (!last) return fail(last.error());
    if (*last < *day) return fail(Fault::invalid, "schedule.ends_before_it_begins");
    if (*last - *day > longest_closed || schedule.closed.size() > most_closed)
      return fail(Fault::invalid, "schedule.closed_too_long");
    for (auto closed = *day; closed <= *last; closed += std::chrono::days{1}) {
      schedule.closed.push_back(closed);
    }
  } while (words.take({"en"}) || !words.done());
  return {};
}

Done read_part(Words const& all, std::optional<Date> written_on, Schedule& schedule) {
  Reading words(all, written_on);
  if (words.peek() == "niet" || words.peek() == "gesloten") {
    words.next();
    return read_closed(words, schedule);
  }
  words.take({"ook"});
  words.take({"op"});
  // "woensdag 14 oktober 2026 …": a weekday before a date helps the reader, and must be right.
  Reading after_weekday = words;
  auto const said = weekday_of(after_weekday.peek());
  if (said) after_weekday.next();
  if (begins_date(after_weekday)) return read_single(after_weekday, said, schedule);
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

std::string hours_words(Hours hours) {
  return text(hours.from) + "-" + text(hours.until);
}

std::string days_words(Repeat const& repeat) {
  // "De eerste dag van de maand" would be another day than the first Monday, the first Tuesday and so on.
  bool const in_weeks = repeat.rhythm < Rhythm::first;
  if (in_weeks && repeat.days == Weekdays::all()) return "dag";
  std::vector<std::string> names;
  for (auto const day : repeat.days.list()) names.emplace_back(weekday_names[day.c_encoding()]);
  return joined(names, " en ");
}

std::string repeat_words(Repeat const& repeat) {
  std::string out = "elke ";
  if (repeat.rhythm == Rhythm::even_weeks) out += "even week ";
  if (repeat.rhythm == Rhythm::odd_weeks) out += "oneven week ";
  auto const nth =
      std::ranges::find(rhythm_words, repeat.rhythm, &std::pair<std::string_view, Rhythm>::second);
  if (nth != rhythm_words.end()) out += fmt::format("{} ", nth->first);
  out += days_words(repeat);
  if (nth != rhythm_words.end()) out += " van de maand";
  out += " " + hours_words(repeat.hours);
  if (repeat.in_holidays == InHolidays::not_then) out += ", niet in schoolvakanties";
  if (repeat.in_holidays == InHolidays::only) out += ", alleen in schoolvakanties";
  if (repeat.first) out += ", vanaf " + date_words(*repeat.first);
  if (repeat.last) out += ", tot en met " + date_words(*repeat.last);
  return out;
}

}  // namespace

Result<Date> parse_day(std::string_view text) {
  auto const readable = normal(text);
  Reading words(split(readable, ' '), {});
  auto day = read_date(words);
  if (!day || words.done()) return day;
  return fail(Fault::invalid, "date.invalid", {{"value", std::string(text)}});
}

std::vector<std::pair<Date, Date>> runs_of_days(std::vector<Date> const& days) {
  std::vector<std::pair<Date, Date>> runs;
  for (auto const day : days) {
    if (!runs.empty() && day == runs.back().second + std::chrono::days{1}) {
      runs.back().second = day;
    } else {
      runs.emplace_back(day, day);
    }
  }
  return runs;
}

constexpr std::size_t longest_sentence = 20'000;  // bytes

Result<Schedule> Schedule::parse(std::string_view sentence, std::optional<Date> written_on) {
  if (sentence.size() > longest_sentence) return fail(Fault::invalid, "schedule.too_long");
  Schedule schedule;
  auto const readable = normal(sentence);
  for (auto const part : split(readable, ';')) {
    if (auto const done = read_part(split(part, ' '), written_on, schedule); !done) return fail(done.error());
  }
  return schedule;
}

namespace {

std::string closed_words(Date first, Date last) {
  return first == last ? "niet " + date_words(first)
                       : fmt::format("niet van {} tot en met {}", date_words(first), date_words(last));
}

}  // namespace

std::string text(Schedule const& schedule) {
  std::vector<std::string> parts;
  parts.reserve(schedule.repeats.size());
  for (auto const& repeat : schedule.repeats) parts.push_back(repeat_words(repeat));
  for (auto const& single : schedule.dates) {
    parts.push_back(date_words(single.day) + " " + hours_words(single.hours));
  }
  for (auto [first, last] : runs_of_days(schedule.closed)) {
    // As long as parse() takes.
    for (; last - first > longest_closed; first += longest_closed + std::chrono::days{1})
      parts.push_back(closed_words(first, first + longest_closed));
    parts.push_back(closed_words(first, last));
  }
  return joined(parts, "; ");
}

}  // namespace wegwijzer
