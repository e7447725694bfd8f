// SPDX-License-Identifier: EUPL-1.2
// The coming dates of an offering, one by one: cancelled, moved, or one more.
#include "usecases/workplace/keep.h"
#include "usecases/workplace/sessions.h"
#include "web/handlers.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::chrono::days looks_ahead{200};
constexpr std::size_t most_shown = 40;

std::string path_of(OfferingBench const& at) {
  return at.bench.path(at.offering.id) + "/sessions";
}

Html date_field(std::string const& id, char const* name, char const* type, std::string const& label,
                std::string const& value) {
  return html(
      R"(<div class="field"><label for="{}">{}</label><input id="{}" name="{}" type="{}" value="{}" required></div>)",
      id, label, id, name, type, value);
}

Html new_time(View const& view, std::string const& id, Hours const& hours, std::string const& day) {
  auto const& t = view.language;
  return html(R"(<div class="row">{}{}{}</div>)",
              date_field(id + "-to", "to", "date", t("work_session.day"), day),
              date_field(id + "-from", "from", "time", t("work_session.from"), text(hours.from)),
              date_field(id + "-until", "until", "time", t("work_session.until"), text(hours.until)));
}

Html cancelled_row(View const& view, Desk const& desk, OfferingBench const& at, Occurrence const& when,
                   std::string const& words) {
  auto const& t = view.language;
  return html(R"(<li class="cancelled"><p>{}</p><strong>{}</strong>{}</li>)", words,
              t("work_session.cancelled"),
              account_form(view, desk, path_of(at), hidden("day", text(when.day)) + hidden("do", "restore"),
                           t("work_session.restore"), "button"));
}

// The session that a row is about.
Html which(Occurrence const& when) {
  return hidden("day", text(when.day)) + hidden("was_from", text(when.hours.from)) +
         hidden("was_until", text(when.hours.until));
}

Html coming_row(View const& view, Desk const& desk, OfferingBench const& at, Occurrence const& when,
                std::string const& words) {
  auto const& t = view.language;
  auto const id = "session-" + text(when.day) + "-" + std::to_string(when.hours.from.minutes) + "-" +
                  std::to_string(when.hours.until.minutes);
  auto const cancel = account_form(view, desk, path_of(at), which(when) + hidden("do", "cancel"),
                                   t("work_session.cancel"), "button");
  auto const move =
      account_form(view, desk, path_of(at),
                   which(when) + hidden("do", "move") + new_time(view, id, when.hours, text(when.day)),
                   t("work_session.move"), "button");
  return html(R"(<li><p>{}</p>{}<details><summary>{}</summary>{}</details></li>)", words, cancel,
              t("work_session.other_time"), move);
}

Html session_row(View const& view, Desk const& desk, OfferingBench const& at, PlannedSession const& one) {
  auto const words =
      view.language("work_session.line", {{"day", day_phrase(view.language, one.when.day)},
                                          {"hours", hours_phrase(view.language, one.when.hours)}});
  return one.cancelled ? cancelled_row(view, desk, at, one.when, words)
                       : coming_row(view, desk, at, one.when, words);
}

Html one_more(View const& view, Desk const& desk, OfferingBench const& at) {
  auto const& t = view.language;
  Hours const usual = at.offering.schedule.repeats.empty() ? Hours{{14 * 60}, {15 * 60 + 30}}
                                                           : at.offering.schedule.repeats.front().hours;
  return html("<h2>{}</h2>", t("work_session.one_more")) +
         account_form(view, desk, path_of(at), hidden("do", "add") + new_time(view, "extra", usual, ""),
                      t("work_session.add"));
}

http::Response show_sessions(View const& view, Desk const& desk, OfferingBench const& at,
                             Error const* problem = nullptr) {
  auto const& t = view.language;
  auto const planned = planned_sessions(at.offering.schedule, holidays_of(view, at.bench.ecosystem),
                                        view.moment.today, looks_ahead, most_shown);
  auto const rows =
      each(planned, [&](PlannedSession const& one) { return session_row(view, desk, at, one); });
  auto const list = planned.empty() ? html("<p>{}</p>", t("work_session.none"))
                                    : html(R"(<ul class="sessions">{}</ul>)", rows);
  auto const told =
      problem ? html(R"(<p class="problem" role="alert">{}</p>)", t.sentence(*problem)) : Html();
  return work_page(view, {.path = path_of(at),
                          .title = t("work_session.title", {{"title", at.offering.title}}),
                          .body = told + html(R"(<p class="lead">{}</p>)", t("work_session.lead")) + list +
                                  one_more(view, desk, at),
                          .status = problem ? 400 : 200,
                          .back = at.bench.organisation.name,
                          .back_to = at.bench.path()});
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

http::Response offering_sessions(http::Request const&, View const& view, Desk const& desk,
                                 PathArguments const& arguments) {
  auto const at = offering_bench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  return at ? show_sessions(view, desk, *at) : work_refused(view, at.error());
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
  if (!schedule) return show_sessions(view, desk, *at, &schedule.error());
  offering->schedule = *schedule;
  auto const saved = keep_offering(*writer, *std::move(offering), view.moment.today);
  if (!saved) return show_sessions(view, desk, *at, &saved.error());
  writer->commit();
  return to_page(view, path_of(*at));
}

}  // namespace wegwijzer::web::pages
