// SPDX-License-Identifier: EUPL-1.2
#include "web/offering_form.h"

#include <fmt/format.h>

#include "exchange/cells.h"
#include "exchange/vocabulary_csv.h"
#include "web/typed_fields.h"

namespace wegwijzer::web {

namespace {

// A whole number of euros without cents: "12,50", "5".
std::string amount_text(Euro amount) {
  if (amount.cents % 100 == 0) return std::to_string(amount.cents / 100);
  return fmt::format("{},{:02}", amount.cents / 100, amount.cents % 100);
}

class FormWriter {
 public:
  void put(char const* name, std::string value) {
    if (!value.empty()) form_.add(name, std::move(value));
  }

  template <class Value>
  void put(char const* name, std::optional<Value> const& value) {
    if (value) form_.add(name, text_of(*value));
  }

  template <class Value>
  void put_all(char const* name, std::vector<Value> const& values) {
    for (auto const& value : values) form_.add(name, text_of(value));
  }

  void tick(char const* name, bool ticked) {
    if (ticked) form_.add(name, "yes");
  }

  http::Parameters form() && { return std::move(form_); }

 private:
  static std::string text_of(int value) { return std::to_string(value); }

  static std::string text_of(bool value) { return value ? "yes" : "no"; }

  static std::string text_of(Date value) { return text(value); }

  template <class Tag>
  static std::string text_of(Code<Tag> const& value) {
    return value.text();
  }

  template <Choice Enum>
  static std::string text_of(Enum value) {
    return std::string(text(value));
  }

  http::Parameters form_;
};

// A schedule that can be filled in day by day; what is cancelled or added stands on the page of its dates.
bool is_weekly(Schedule const& schedule) {
  return schedule.repeats.size() == 1 && schedule.repeats.front().rhythm == Rhythm::weekly;
}

bool is_once(Schedule const& schedule) {
  return schedule.repeats.empty() && schedule.dates.size() == 1 && schedule.closed.empty();
}

void put_hours(FormWriter& form, Hours const& hours) {
  form.put("from", text(hours.from));
  form.put("until", text(hours.until));
}

void put_weekly(FormWriter& form, Repeat const& repeat) {
  form.put("when", std::string("weekly"));
  for (auto const day : repeat.days.list()) form.put("day", std::to_string(day.c_encoding()));
  put_hours(form, repeat.hours);
  form.put("first", repeat.first);
  form.put("last", repeat.last);
  form.put("in_holidays", std::string(repeat.in_holidays == InHolidays::also       ? "also"
                                      : repeat.in_holidays == InHolidays::not_then ? "not_then"
                                                                                   : "only"));
}

void put_schedule(FormWriter& form, Schedule const& schedule) {
  if (schedule.empty()) return form.put("when", std::string("unknown"));
  if (is_weekly(schedule)) return put_weekly(form, schedule.repeats.front());
  form.put("when", std::string(is_once(schedule) ? "once" : "words"));
  if (!is_once(schedule)) return form.put("words", text(schedule));
  form.put("date", text(schedule.dates.front().day));
  put_hours(form, schedule.dates.front().hours);
}

void put_more(FormWriter& form, Offering const& offering) {
  form.put("expect", offering.expect);
  form.put("stage", offering.stage);
  form.put("difficulty", offering.difficulty);
  form.tick("asks_prior", offering.asks_prior);
  form.tick("in_school", offering.school_time == SchoolTime::in_school);
  if (offering.groups) {
    form.put("groups_from", std::to_string(offering.groups->from));
    form.put("groups_to", std::to_string(offering.groups->to));
  }
  form.put_all("funds", offering.funds);
  form.put_all("languages", offering.languages);
  form.put_all("access", offering.access);
  form.put("company", offering.company);
  form.put("capacity", offering.capacity);
  form.put("places_left", offering.places_left);
  form.put("deadline", offering.deadline);
  form.put("trial_lesson", offering.trial_lesson);
  form.put("waiting_list", offering.waiting_list);
  form.put("meets", offering.meets);
  form.put_all("role_models", offering.role_models);
  form.put("bring", offering.bring);
}

}  // namespace

http::Parameters form_of(Offering const& offering) {
  FormWriter form;
  form.put("title", offering.title);
  form.put("kind", std::optional(offering.kind));
  form.put("summary", offering.summary);
  form.put_all("themes", offering.themes);
  if (offering.ages) {
    form.put("ages_from", std::to_string(offering.ages->from));
    if (offering.ages->to != AgeRange().to) form.put("ages_to", std::to_string(offering.ages->to));
  }
  put_schedule(form, offering.schedule);
  form.put("venue", offering.where != Where::at_venue ? text(offering.where)
                    : offering.venue                  ? text(*offering.venue)
                                                      : std::string());
  if (offering.price) {
    form.put("amount", amount_text(offering.price->amount));
    form.put("per", std::optional(offering.price->per));
  }
  form.put("link", offering.link);
  form.put("phone", offering.phone);
  form.put("email", offering.email);
  put_more(form, offering);
  return std::move(form).form();
}

http::Parameters opened_form(Offering const& offering) {
  auto form = form_of(offering);
  auto const seen = form.text();
  form.add("seen", seen);
  return form;
}

namespace {

template <Choice Enum>
Result<Enum> read_choice(std::string_view text) {
  return parse_choice<Enum>(text);
}

Result<bool> read_yes(std::string_view text) {
  return from_field_text<bool>(std::string(text));
}

auto count(int least, int most) {
  return [=](std::string_view text) {
    return read_count(text, least, most).map([](std::int64_t number) { return static_cast<int>(number); });
  };
}

std::string required(TypedFields& typed, char const* name, char const* missing) {
  auto line = typed.value(name, read_line);
  if (!line && !typed.has(name)) typed.wrong(name, {Fault::missing, missing});
  return line.value_or("");
}

// From and to, where the one that is left out is the end of the scale.
template <class Range>
std::optional<Range> read_range(TypedFields& typed, char const* from, char const* to, Range const& widest,
                                char const* reversed) {
  auto const least = typed.value(from, count(widest.from, widest.to));
  auto const most = typed.value(to, count(widest.from, widest.to));
  if (!least && !most) return std::nullopt;
  if (least && most && *least > *most) {
    typed.wrong(to, {Fault::invalid, reversed});
    return std::nullopt;
  }
  return Range{least.value_or(widest.from), most.value_or(widest.to)};
}

std::optional<Hours> read_hours(TypedFields& typed) {
  auto const from = typed.value("from", parse_time), until = typed.value("until", parse_time);
  if (!typed.has("from")) typed.wrong("from", {Fault::missing, "work.begin_missing"});
  if (!typed.has("until")) typed.wrong("until", {Fault::missing, "work.end_missing"});
  if (!from || !until) return std::nullopt;
  if (*until <= *from) {
    typed.wrong("until", {Fault::invalid, "work.hours_reversed"});
    return std::nullopt;
  }
  return Hours{*from, *until};
}

Result<std::chrono::weekday> read_weekday(std::string_view text) {
  return count(0, 6)(text).map([](int day) { return std::chrono::weekday(static_cast<unsigned>(day)); });
}

InHolidays read_in_holidays(std::string const& typed) {
  return typed == "also" ? InHolidays::also : typed == "only" ? InHolidays::only : InHolidays::not_then;
}

// A day that is over, unless it was so already: then it is nobody's slip.
void refuse_past(TypedFields& typed, char const* field, std::optional<Date> day, bool as_it_was, Date today) {
  if (day && *day < today && !as_it_was) typed.wrong(field, {Fault::invalid, "work.date_over"});
}

Schedule read_weekly(TypedFields& typed, Schedule const& before, Date today) {
  Repeat repeat;
  for (auto const day : typed.list("day", read_weekday)) repeat.days.add(day);
  if (repeat.days.empty()) typed.wrong("day", {Fault::missing, "work.days_missing"});
  auto const hours = read_hours(typed);
  repeat.hours = hours.value_or(Hours{});
  repeat.first = typed.value("first", parse_date);
  repeat.last = typed.value("last", parse_date);
  if (repeat.first && repeat.last && *repeat.last < *repeat.first) {
    typed.wrong("last", {Fault::invalid, "work.last_before_first"});
  }
  bool const as_it_was = is_weekly(before) && before.repeats.front().last == repeat.last;
  refuse_past(typed, "last", repeat.last, as_it_was, today);
  repeat.in_holidays = read_in_holidays(typed.text("in_holidays"));
  if (repeat.days.empty() || !hours) return before;
  Schedule schedule{{repeat}, {}, {}};
  if (is_weekly(before)) schedule.dates = before.dates, schedule.closed = before.closed;
  // What was cancelled on a day on which it is no more would never be seen again.
  bool const other_days = is_weekly(before) && before.repeats.front().days != repeat.days;
  if (other_days) {
    std::erase_if(schedule.closed,
                  [&](Date day) { return !repeat.days.contains(std::chrono::weekday(day)); });
  }
  return schedule;
}

Schedule read_once(TypedFields& typed, Schedule const& before, Date today) {
  auto const day = typed.value("date", parse_date);
  if (!typed.has("date")) typed.wrong("date", {Fault::missing, "work.date_missing"});
  refuse_past(typed, "date", day, is_once(before) && before.dates.front().day == day, today);
  auto const hours = read_hours(typed);
  return day && hours ? Schedule{{}, {{*day, *hours}}, {}} : before;
}

Schedule read_schedule(TypedFields& typed, Schedule const& before, Date today) {
  auto const when = typed.text("when");
  if (when == "weekly") return read_weekly(typed, before, today);
  if (when == "once") return read_once(typed, before, today);
  if (when != "words") return {};
  auto const said = typed.value("words", [&](std::string_view text) { return Schedule::parse(text, today); });
  if (!typed.has("words")) typed.wrong("words", {Fault::missing, "work.words_missing"});
  return said.value_or(before);
}

void read_where(TypedFields& typed, Offering& offering) {
  auto const chosen = typed.text("venue");
  offering.venue.reset();
  offering.where = Where::at_venue;
  if (chosen == "at_home" || chosen == "online") {
    offering.where = *parse_choice<Where>(chosen);
  } else {
    offering.venue = typed.value("venue", Id<Venue>::parse);
  }
}

void read_price_of(TypedFields& typed, Offering& offering) {
  auto const amount = typed.value("amount", read_price);
  auto const per = typed.value("per", read_choice<Per>);
  offering.price.reset();
  if (amount && amount->cents > 0 && !typed.has("per"))
    typed.wrong("per", {Fault::missing, "work.per_missing"});
  if (amount) offering.price = Price{*amount, per.value_or(Per::time)};
}

void read_taking_part(TypedFields& typed, Offering& offering, Date today) {
  offering.link = typed.value("link", read_link).value_or("");
  offering.phone = typed.value("phone", read_phone).value_or("");
  offering.email = typed.value("email", read_email).value_or("");
  offering.capacity = typed.value("capacity", count(0, 100'000));
  offering.places_left = typed.value("places_left", count(0, 100'000));
  auto const deadline = typed.value("deadline", parse_date);
  refuse_past(typed, "deadline", deadline, deadline == offering.deadline, today);
  offering.deadline = deadline;
  offering.trial_lesson = typed.value("trial_lesson", read_yes);
  offering.waiting_list = typed.value("waiting_list", read_yes);
  if (offering.capacity && offering.places_left && *offering.places_left > *offering.capacity) {
    typed.wrong("places_left", {Fault::invalid, "work.more_free"});
  }
}

void read_is_it_for_me(TypedFields& typed, Offering& offering, Vocabulary const& vocabulary) {
  offering.expect = typed.value("expect", read_text).value_or("");
  offering.meets = typed.value("meets", read_line).value_or("");
  offering.bring = typed.value("bring", read_line).value_or("");
  offering.role_models = typed.list("role_models", read_choice<RoleModel>);
  offering.access = typed.list("access", read_choice<Access>);
  offering.company = typed.value("company", read_choice<Company>);
  offering.languages = typed.list("languages", [&](auto text) { return read_language(vocabulary, text); });
  offering.funds = typed.list("funds", [&](auto text) { return read_fund(vocabulary, text); });
}

}  // namespace

ReadOffering read_offering(http::Parameters const& form, Offering const& before, Vocabulary const& vocabulary,
                           Date today) {
  TypedFields typed(form);
  auto offering = before;
  offering.title = required(typed, "title", "work.title_missing");
  offering.summary = typed.value("summary", read_text).value_or("");
  offering.kind = typed.value("kind", read_choice<OfferingKind>).value_or(OfferingKind::club);
  offering.themes = typed.list("themes", [&](auto text) { return read_theme(vocabulary, text); });
  offering.ages = read_range(typed, "ages_from", "ages_to", AgeRange{0, 99}, "work.ages_reversed");
  offering.groups = read_range(typed, "groups_from", "groups_to", SchoolGroups{1, 8}, "work.groups_reversed");
  offering.schedule = read_schedule(typed, before.schedule, today);
  read_where(typed, offering);
  read_price_of(typed, offering);
  read_taking_part(typed, offering, today);
  read_is_it_for_me(typed, offering, vocabulary);
  offering.stage = typed.value("stage", read_choice<Stage>);
  offering.difficulty = typed.value("difficulty", count(1, 3));
  offering.asks_prior = typed.ticked("asks_prior");
  offering.school_time = typed.ticked("in_school") ? SchoolTime::in_school : SchoolTime::out_of_school;
  return {std::move(offering), typed.problems()};
}

}  // namespace wegwijzer::web
