// SPDX-License-Identifier: EUPL-1.2
// The coming dates of an offering, one by one: cancelled, moved, or one more.
#include <algorithm>

#include "domain/public_holidays.h"
#include "usecases/workplace/keep.h"
#include "usecases/workplace/sessions.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::chrono::days looks_ahead{370};  // a whole school year
constexpr std::size_t most_shown = 200;
constexpr char const* of_new = "extra";  // the place on the page of the form for one more

std::string path_of(OfferingBench const& at) {
  return at.bench.path(at.offering.id) + "/sessions";
}

std::string place_of(Occurrence const& when) {
  return "session-" + text(when.day) + "-" + std::to_string(when.hours.from.minutes) + "-" +
         std::to_string(when.hours.until.minutes);
}

// What is said beside the row or the form it is about: what was done, or what is wrong with what was sent.
struct Said {
  std::string place;
  std::string done;
  Error const* problem = nullptr;
  http::Parameters typed{};  // given back in the form that it came from
};

struct Days {
  View const& view;
  Desk const& desk;
  OfferingBench const& at;
  Holidays holidays;
  Said said;

  // The browser comes back at the place where it sent from, also without script.
  Html form(std::string const& place, Html const& fields, char const* label, char const* kind) const {
    return account_form(view, desk, path_of(at) + "#" + place, fields, view.language(label), kind);
  }

  bool is_about(std::string const& place) const { return said.place == place; }

  // The form of that place came back with what was typed.
  bool came_back(std::string const& place, char const* wish) const {
    return is_about(place) && said.problem && said.typed.first("do") == wish;
  }

  Html told() const {
    if (said.problem)
      return html(R"(<p class="problem" id="problem" role="alert">{}</p>)",
                  view.language.sentence(*said.problem));
    return said.done.empty() ? Html() : notice("info", html("<p>{}</p>", said.done));
  }
};

struct TimeInput {
  char const* name;
  char const* type;
  char const* label;
  std::string value;
};

Html time_input(Days const& days, std::string const& place, bool is_back, TimeInput const& one) {
  auto const id = place + "-" + one.name;
  auto const value = is_back ? std::string(days.said.typed.first(one.name).value_or("")) : one.value;
  bool const wrong = is_back && days.said.problem->field == one.name;
  return html(
      R"(<div class="field"><label for="{}">{}</label><input id="{}" name="{}" type="{}" value="{}" required aria-invalid="{}" aria-describedby="{}"></div>)",
      id, days.view.language(one.label), id, one.name, one.type, value, wrong ? "true" : "false",
      wrong ? "problem" : "");
}

Html new_time(Days const& days, std::string const& place, char const* wish, Hours const& hours,
              std::string const& day) {
  bool const is_back = days.came_back(place, wish);
  TimeInput const inputs[] = {{"to", "date", "work_session.day", day},
                              {"from", "time", "work_session.from", text(hours.from)},
                              {"until", "time", "work_session.until", text(hours.until)}};
  return hidden("do", wish) + html(R"(<div class="row">{}</div>)", each(inputs, [&](TimeInput const& one) {
                                     return time_input(days, place, is_back, one);
                                   }));
}

// The session that a row is about.
Html which(Occurrence const& when) {
  return hidden("day", text(when.day)) + hidden("was_from", text(when.hours.from)) +
         hidden("was_until", text(when.hours.until));
}

std::string line_of(View const& view, Occurrence const& when) {
  return view.language("work_session.line", {{"day", day_phrase(view.language, when.day)},
                                             {"hours", hours_phrase(view.language, when.hours)}});
}

Html holiday_on(View const& view, Date day) {
  auto const holiday = public_holiday(day);
  if (!holiday) return {};
  return html(R"( <strong class="count">{}</strong>)",
              choice_phrase(view.language, "work_session.holiday.", *holiday));
}

Html cancelled_row(Days const& days, Occurrence const& when, std::string const& place, Html const& words) {
  return html(R"(<li class="cancelled" id="{}"><p>{}</p>{}<strong>{}</strong>{}</li>)", place, words,
              days.is_about(place) ? days.told() : Html(), days.view.language("work_session.cancelled"),
              days.form(place, which(when) + hidden("do", "restore"), "work_session.restore", "button"));
}

Html coming_row(Days const& days, Occurrence const& when, std::string const& place, Html const& words) {
  auto const cancel = days.form(place, which(when) + hidden("do", "cancel"), "work_session.cancel", "button");
  auto const move = days.form(place, which(when) + new_time(days, place, "move", when.hours, text(when.day)),
                              "work_session.move", "button");
  return html(R"(<li id="{}"><p>{}</p>{}{}<details {}><summary>{}</summary>{}</details></li>)", place, words,
              days.is_about(place) ? days.told() : Html(), cancel,
              Flag{"open", days.came_back(place, "move")}, days.view.language("work_session.other_time"),
              move);
}

Html session_row(Days const& days, PlannedSession const& one) {
  auto const place = place_of(one.when);
  auto const words = html("{}{}", line_of(days.view, one.when), holiday_on(days.view, one.when.day));
  return one.cancelled ? cancelled_row(days, one.when, place, words)
                       : coming_row(days, one.when, place, words);
}

Html one_more(Days const& days) {
  auto const& repeats = days.at.offering.schedule.repeats;
  Hours const usual = repeats.empty() ? Hours{{14 * 60}, {15 * 60 + 30}} : repeats.front().hours;
  return html(
      R"(<section id="{}"><h2>{}</h2>{}{}</section>)", of_new, days.view.language("work_session.one_more"),
      days.is_about(of_new) ? days.told() : Html(),
      days.form(of_new, new_time(days, of_new, "add", usual, ""), "work_session.add", "button primary"));
}

// What goes on after the last that is shown is said, so that nobody thinks that it ends there.
Html rest_of(Days const& days, std::vector<PlannedSession> const& planned, bool are_left_out) {
  auto const& t = days.view.language;
  auto const after = days.view.moment.today + looks_ahead + std::chrono::days(1);
  auto const later = next_occurrence(days.at.offering.schedule, days.holidays, after, {});
  if (planned.empty() || (!are_left_out && !later)) return {};
  return html("<p>{}</p>", t("work_session.more_later", {{"day", day_phrase(t, planned.back().when.day)}}));
}

Html list_of(Days const& days, std::vector<PlannedSession> const& planned) {
  if (planned.empty()) return html("<p>{}</p>", days.view.language("work_session.none"));
  return html(R"(<ul class="sessions">{}</ul>)",
              each(planned, [&](PlannedSession const& one) { return session_row(days, one); }));
}

Html lead_of(Days const& days, std::vector<PlannedSession> const& planned) {
  auto const& t = days.view.language;
  bool const on_holiday = std::ranges::any_of(planned, [](PlannedSession const& one) {
    return !one.cancelled && public_holiday(one.when.day).has_value();
  });
  return html(R"(<p class="lead">{}</p>)", t("work_session.lead")) +
         (on_holiday ? html("<p>{}</p>", t("work_session.on_holiday")) : Html()) +
         html(R"(<p><a href="{}">{}</a></p>)", Url::fragment_only(of_new), t("work_session.one_more"));
}

http::Response show_sessions(View const& view, Desk const& desk, OfferingBench const& at, Said said = {}) {
  Days const days{view, desk, at, holidays_of(view, at.bench.ecosystem), std::move(said)};
  auto planned =
      planned_sessions(at.offering.schedule, days.holidays, view.moment.today, looks_ahead, most_shown + 1);
  bool const are_left_out = planned.size() > most_shown;
  if (are_left_out) planned.pop_back();
  bool const has_place = days.is_about(of_new) || std::ranges::any_of(planned, [&](auto const& one) {
                           return days.is_about(place_of(one.when));
                         });
  return work_page(
      view, {.path = path_of(at),
             .title = view.language("work_session.title", {{"title", at.offering.title}}),
             .body = (has_place ? Html() : days.told()) + lead_of(days, planned) + list_of(days, planned) +
                     rest_of(days, planned, are_left_out) + one_more(days),
             .status = days.said.problem ? 400 : 200,
             .back = at.bench.organisation.name,
             .back_to = at.bench.path()});
}

// The session of those three fields, as far as they say one.
std::optional<Occurrence> occurrence_in(http::Parameters const& fields, char const* day, char const* from,
                                        char const* until) {
  TypedFields typed(fields);
  auto const on = typed.value(day, parse_date);
  auto const begin = typed.value(from, parse_time), end = typed.value(until, parse_time);
  if (!on || !begin || !end) return std::nullopt;
  return Occurrence{*on, {*begin, *end}};
}

std::optional<Occurrence> which_of(http::Parameters const& form) {
  return occurrence_in(form, "day", "was_from", "was_until");
}

std::optional<Occurrence> new_of(http::Parameters const& form) {
  return occurrence_in(form, "to", "from", "until");
}

// What was done, for the page that follows: the fields of the form say it.
http::Response after(View const& view, OfferingBench const& at, http::Parameters const& form) {
  auto const wish = std::string(form.first("do").value_or(""));
  auto const about = wish == "add" || wish == "move" ? new_of(form) : which_of(form);
  auto address = view.page(path_of(at)).with("done", wish);
  for (auto const* const name : {"day", "was_from", "was_until", "to", "from", "until"}) {
    if (auto const typed = form.first(name)) address = std::move(address).with(name, *typed);
  }
  if (about) address = std::move(address).fragment(place_of(*about));
  return http::redirect(address.text());
}

bool takes_place(OfferingBench const& at, Holidays const& holidays, Occurrence const& when) {
  auto const that_day = occurrences(at.offering.schedule, holidays, when.day, when.day);
  return std::ranges::find(that_day, when) != that_day.end();
}

// Said only where it is so: an address can be kept and opened again later.
Said said_of(http::Request const& request, View const& view, OfferingBench const& at) {
  auto const& t = view.language;
  auto const holidays = holidays_of(view, at.bench.ecosystem);
  auto const done = request.query.first("done");
  auto const which = which_of(request.query), fresh = new_of(request.query);
  auto const about = done == "add" || done == "move" ? fresh : which;
  if (!about || takes_place(at, holidays, *about) == (done == "cancel")) return {};
  Arguments said{{"session", sentence_case(line_of(view, *about))}};
  if (done == "move") said.push_back({"before", which ? line_of(view, *which) : ""});
  auto const* const key = done == "cancel"          ? "work_session.done_cancel"
                          : done == "restore"       ? "work_session.done_restore"
                          : done == "add"           ? "work_session.done_add"
                          : done == "move" && which ? "work_session.done_move"
                                                    : nullptr;
  return key ? Said{place_of(*about), t(key, said)} : Said{};
}

// What is wrong, at the form that was sent.
Said said_of(http::Request const& request, Error const& problem) {
  auto const which = which_of(request.form);
  auto const place = request.form.first("do") == "add" ? of_new : which ? place_of(*which) : "";
  return {place, "", &problem, request.form};
}

Result<Occurrence> typed_time(TypedFields& typed) {
  auto const day = typed.value("to", parse_date);
  auto const from = typed.value("from", parse_time), until = typed.value("until", parse_time);
  if (!typed.problems().empty()) return fail(typed.problems().front());
  if (!day || !from || !until) return fail(Fault::missing, "work_session.time_missing");
  if (*until <= *from) return fail(Fault::invalid, "work.hours_reversed");
  return Occurrence{*day, {*from, *until}};
}

// The schedule as it is to be after what was asked.
Result<Schedule> changed(TypedFields& typed, Schedule const& schedule, Holidays const& holidays, Date today) {
  auto const wish = typed.text("do");
  if (wish == "add") {
    return typed_time(typed).and_then(
        [&](Occurrence const& extra) { return add_session(schedule, holidays, extra, today); });
  }
  auto const day = typed.value("day", parse_date);
  auto const from = typed.value("was_from", parse_time), until = typed.value("was_until", parse_time);
  if (!day) return fail(Fault::missing, "work_session.missing");
  if (wish == "restore") return restore_session(schedule, holidays, *day);
  if (!from || !until) return fail(Fault::missing, "work_session.missing");
  Occurrence const which{*day, {*from, *until}};
  if (wish != "move") return cancel_session(schedule, holidays, which);
  return typed_time(typed).and_then(
      [&](Occurrence const& to) { return move_session(schedule, holidays, which, to, today); });
}

}  // namespace

http::Response offering_sessions(http::Request const& request, View const& view, Desk const& desk,
                                 PathArguments const& arguments) {
  auto const at = offering_bench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  return at ? show_sessions(view, desk, *at, said_of(request, view, *at)) : work_refused(view, at.error());
}

http::Response change_sessions(http::Request const& request, View const& view, Desk const& desk,
                               PathArguments const& arguments) {
  auto const at = offering_bench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  if (!at) return work_refused(view, at.error());
  auto const opened = writer_of(desk, at->bench, accounts::Action::keep_offering);
  if (!opened) return work_refused(view, opened.error());
  auto const& writer = *opened;
  auto offering = writer->offerings().find(at->offering.id);
  if (!offering) return work_refused(view, offering.error());
  TypedFields typed(request.form);
  auto const schedule =
      changed(typed, offering->schedule, holidays_of(view, at->bench.ecosystem), view.moment.today);
  if (!schedule) return show_sessions(view, desk, *at, said_of(request, schedule.error()));
  offering->schedule = *schedule;
  auto const saved = keep_offering(*writer, *std::move(offering), view.moment.today);
  if (!saved) return show_sessions(view, desk, *at, said_of(request, saved.error()));
  writer->commit();
  return after(view, *at, request.form);
}

}  // namespace wegwijzer::web::pages
