// SPDX-License-Identifier: EUPL-1.2
// "Where do children go after you, who sends them to you?": proposals to say yes or no to, what waits for
// others, what was agreed, and proposing.
#include <algorithm>
#include <span>
#include <unordered_map>

#include "base/words.h"
#include "usecases/sourced/archive.h"
#include "usecases/workplace/steps.h"
#include "usecases/workplace/tell.h"
#include "usecases/workplace/waiting.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t most_found = 20;

std::string path_of(Workbench const& bench) {
  return bench.path() + "/next-steps";
}

std::string name_of_organisation(Workbench const& bench, Id<Organisation> id) {
  auto const found = bench.reader->organisations().find(id);
  return found ? found->name : "";
}

Html end_of_step(Workbench const& bench, Offering const& offering) {
  return html(R"(<strong>{}</strong> <span class="hint">{}</span>)", offering.title,
              name_of_organisation(bench, offering.organisation));
}

Html step_words(View const& view, Workbench const& bench, OwnStep const& step) {
  auto const& t = view.language;
  return html(R"(<p>{} → {}</p><p>{}{}</p>)", end_of_step(bench, step.from), end_of_step(bench, step.to),
              sentence_case(choice_phrase(t, "direction.", step.edge.direction)),
              step.edge.evidence.empty() ? Html() : html(": {}", in_dutch(view, step.edge.evidence)));
}

Html decide(View const& view, Desk const& desk, Workbench const& bench, OwnStep const& step, char const* wish,
            char const* label, char const* kind = "button") {
  return account_form(view, desk, path_of(bench) + "/decide",
                      hidden("step", text(step.edge.id)) + hidden("do", wish), view.language(label), kind);
}

// Asked once more: children see nothing more of it.
Html end_form(View const& view, Desk const& desk, Workbench const& bench, OwnStep const& step) {
  auto const& t = view.language;
  return html("<details><summary>{}</summary><p>{}</p>{}</details>", t("work_step.end"),
              t("work_step.end_sure"), decide(view, desk, bench, step, "no", "work_step.end_yes"));
}

std::string place_of(Id<StepEdge> step) {
  return "step-" + text(step);
}

// Who has nobody to read a mail gets none.
std::string proposed(View const& view, Desk const& desk, Workbench const& bench, OwnStep const& step) {
  auto const other = step.ours == SaysYes::from ? step.to.organisation : step.from.organisation;
  bool const is_told = !keepers_of(*desk.store.accounts(), {bench.ecosystem.id, other}).empty();
  return view.language(is_told ? "work_step.done_proposed" : "work_step.done_proposed_untold",
                       {{"from", step.from.title},
                        {"to", step.to.title},
                        {"organisation", name_of_organisation(bench, other)}});
}

// What was just done with it, as it now is.
Html done_with(View const& view, Desk const& desk, Workbench const& bench, OwnStep const& step) {
  if (step.waits_for_us()) return {};
  auto const said = step.is_agreed() ? view.language("work_step.done_agreed",
                                                     {{"from", step.from.title}, {"to", step.to.title}})
                                     : proposed(view, desk, bench, step);
  return notice("info", html("<p>{}</p>", said));
}

Html step_row(View const& view, Desk const& desk, Workbench const& bench, OwnStep const& step,
              std::string_view done) {
  auto const& t = view.language;
  Html buttons;
  if (step.waits_for_us()) {
    buttons = decide(view, desk, bench, step, "yes", "work_step.yes", "button primary") +
              decide(view, desk, bench, step, "no", "work_step.no");
  } else {
    buttons = html("<p>{}</p>", t(step.is_agreed() ? "work_step.agreed" : "work_step.waits_for_other")) +
              end_form(view, desk, bench, step);
  }
  auto const changes = may(desk.asker(), accounts::Action::see_history, bench.place())
                           ? html(R"(<a href="{}">{}</a>)",
                                  view.page(history_path(bench.ecosystem, step.edge.id)), t("work.history"))
                           : Html();
  return html(R"(<li id="{}">{}{}<div class="actions">{}{}</div></li>)", place_of(step.edge.id),
              step_words(view, bench, step),
              done == text(step.edge.id) ? done_with(view, desk, bench, step) : Html(), buttons, changes);
}

Html step_list(View const& view, Desk const& desk, Workbench const& bench, char const* title,
               std::vector<OwnStep> const& steps, bool waiting, std::string_view done) {
  Html rows;
  for (auto const& step : steps) {
    if (step.waits_for_us() == waiting) rows += step_row(view, desk, bench, step, done);
  }
  if (rows.empty()) return {};
  return html(R"(<h2>{}</h2><ul class="sessions">{}</ul>)", view.language(title), rows);
}

struct Search {
  std::string words;
  std::optional<Id<Offering>> own;
  bool after = true;  // where children go after us; else who sends them to us
  bool asked = false;
};

Search search_of(http::Request const& request) {
  TypedFields typed(request.query);
  return {typed.text("q"), typed.value("own", Id<Offering>::parse), typed.text("way") != "before",
          request.query.has("q")};
}

std::vector<Offering> own_offerings(Workbench const& bench) {
  auto all = bench.reader->offerings().with("organisation", text(bench.organisation.id));
  std::erase_if(all, [](Offering const& one) { return one.archived_on.has_value(); });
  std::ranges::sort(all, {}, &Offering::title);
  return all;
}

Html search_form_of(View const& view, Workbench const& bench, Search const& search) {
  auto const& t = view.language;
  auto const own = each(own_offerings(bench), [&](Offering const& one) {
    return option(text(one.id), one.title, search.own == one.id);
  });
  return html(
      R"(<section id="propose"><h2>{}</h2><form class="work" method="get" action="{}"><div class="field"><label for="own">{}</label><select id="own" name="own">{}</select></div><fieldset class="field"><legend>{}</legend><div class="choices"><label class="choice"><input type="radio" name="way" value="after" {}> {}</label><label class="choice"><input type="radio" name="way" value="before" {}> {}</label></div></fieldset><div class="field"><label for="q">{}</label><input id="q" name="q" type="text" value="{}" maxlength="100"></div><p><button class="button" type="submit">{}</button></p></form></section>)",
      t("work_step.propose"), view.page(path_of(bench)).fragment("found"), t("work_step.own"), own,
      t("work_step.which_way"), Flag{"checked", search.after}, t("work_step.after"),
      Flag{"checked", !search.after}, t("work_step.before"), t("work_step.search"), search.words,
      t("work_step.look"));
}

using NamesOfOrganisations = std::unordered_map<Id<Organisation>, std::string>;

NamesOfOrganisations names_of_organisations(Workbench const& bench) {
  NamesOfOrganisations names;
  for (auto& one : bench.reader->organisations().all()) {
    if (!one.archived_on) names.emplace(one.id, std::move(one.name));
  }
  return names;
}

// Of the ecosystem, whose title or organisation has all the words; by title.
std::vector<Offering> found_offerings(Workbench const& bench, Search const& search) {
  std::vector<Offering> found;
  auto const names = names_of_organisations(bench);
  for (auto& one : bench.reader->offerings().all()) {
    auto const its = names.find(one.organisation);
    if (one.archived_on || one.id == search.own || its == names.end()) continue;
    if (has_words(one.title + " " + its->second, search.words)) found.push_back(std::move(one));
  }
  std::ranges::sort(found, {}, &Offering::title);
  return found;
}

// For whom, when and where: two clubs can have activities of one name.
std::string about(View const& view, Workbench const& bench, Offering const& one) {
  auto const& t = view.language;
  std::vector<std::string> parts{for_whom_phrase(t, one)};
  auto const when = schedule_phrase(t, one.schedule);
  if (!when.empty()) parts.push_back(when);
  if (one.where != Where::at_venue) parts.push_back(choice_phrase(t, "where.", one.where));
  auto const venue = one.venue ? bench.reader->venues().find(*one.venue) : fail(Fault::missing, "");
  if (venue) parts.push_back(joined({venue_name(view, *venue), address_phrase(*venue)}, ", "));
  return joined(parts, " · ");
}

Html propose_form(View const& view, Desk const& desk, Workbench const& bench, Offering const& from,
                  Offering const& to, Direction direction) {
  auto const name = text(direction);
  return account_form(view, desk, path_of(bench) + "/propose",
                      hidden("from", text(from.id)) + hidden("to", text(to.id)) + hidden("direction", name),
                      view.language("work_step.propose_" + name), "button");
}

// A button per direction that makes sense; where neither does, why.
Html ways_to_propose(View const& view, Desk const& desk, Workbench const& bench, Offering const& from,
                     Offering const& to) {
  Html buttons;
  Error why;
  for (auto const& [direction, name] : choices<Direction>) {
    auto const sense = makes_sense(*bench.reader, from, to, direction);
    if (sense) {
      buttons += propose_form(view, desk, bench, from, to, direction);
    } else {
      why = sense.error();
    }
  }
  return buttons.empty() ? html("<p>{}</p>", view.language.sentence(why))
                         : html(R"(<div class="actions">{}</div>)", buttons);
}

Html proposal(View const& view, Desk const& desk, Workbench const& bench, Offering const& own, bool after,
              Offering const& other) {
  return html(R"(<li><p>{}</p><p class="hint">{}</p>{}</li>)", end_of_step(bench, other),
              about(view, bench, other),
              ways_to_propose(view, desk, bench, after ? own : other, after ? other : own));
}

Html found_section(std::string const& title, Html const& inside) {
  return html(R"(<section id="found"><h2>{}</h2>{}</section>)", title, inside);
}

Html results(View const& view, Desk const& desk, Workbench const& bench, Search const& search) {
  auto const& t = view.language;
  if (!search.asked || !search.own) return {};
  auto const own = bench.reader->offerings().find(*search.own);
  if (!own || own->organisation != bench.organisation.id) return {};
  if (search.words.empty()) return found_section(t("work_step.no_word"), {});
  auto const found = found_offerings(bench, search);
  auto const count = static_cast<int>(found.size());
  auto const title = t("work_step.found", {{"number", std::to_string(count)}, {"words", search.words}});
  if (found.empty()) return found_section(title, html("<p>{}</p>", t("work_step.nothing_found")));
  auto const shown = std::span(found).first(std::min(most_found, found.size()));
  auto const more = shown.size() < found.size() ? html("<p>{}</p>", t("work_step.more_found")) : Html();
  return found_section(title, html(R"(<ul class="sessions">{}</ul>{})",
                                   each(shown,
                                        [&](Offering const& other) {
                                          return proposal(view, desk, bench, *own, search.after, other);
                                        }),
                                   more));
}

// Of what was ended there is no row to say it at.
Html said_on_top(http::Request const& request, View const& view, std::vector<OwnStep> const& steps) {
  auto const ended = request.query.first("ended");
  bool const is_there =
      std::ranges::any_of(steps, [&](OwnStep const& step) { return ended == text(step.edge.id); });
  if (!ended || is_there) return {};
  return notice("info", html("<p>{}</p>", view.language("work_step.done_ended")));
}

http::Response show_steps(http::Request const& request, View const& view, Desk const& desk,
                          Workbench const& bench, Error const* problem = nullptr) {
  auto const& t = view.language;
  auto const steps = own_steps(*bench.reader, bench.organisation.id);
  auto const search = search_of(request);
  auto const done = request.query.first("done").value_or("");
  auto const told =
      problem ? html(R"(<p class="problem" role="alert">{}</p>)", t.sentence(*problem)) : Html();
  auto const none = steps.empty() ? html("<p>{}</p>", t("work_step.none_yet")) : Html();
  return work_page(view, {.path = path_of(bench),
                          .title = t("work_step.title"),
                          .body = told + said_on_top(request, view, steps) +
                                  html(R"(<p class="lead">{}</p>)", t("work_step.lead")) + none +
                                  step_list(view, desk, bench, "work_step.wait_for_you", steps, true, done) +
                                  step_list(view, desk, bench, "work_step.others", steps, false, done) +
                                  search_form_of(view, bench, search) + results(view, desk, bench, search),
                          .status = problem ? status_of(problem->fault) : 200,
                          .back = bench.organisation.name,
                          .back_to = bench.path()});
}

// At its row, which says what was done.
http::Response after(View const& view, Workbench const& bench, Id<StepEdge> step) {
  auto const at = text(step);
  return http::redirect(view.page(path_of(bench)).with("done", at).fragment(place_of(step)).text());
}

// A step of this organisation, and which yes is its own to give.
std::optional<OwnStep> own_step(Workbench const& bench, std::string const& id) {
  auto const steps = own_steps(*bench.reader, bench.organisation.id);
  auto const found = std::ranges::find(steps, id, [](OwnStep const& step) { return text(step.edge.id); });
  return found == steps.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

http::Response work_steps(http::Request const& request, View const& view, Desk const& desk,
                          PathArguments const& arguments) {
  auto const bench = workbench(desk, arguments[0], arguments[1], accounts::Action::decide_on_step);
  return bench ? show_steps(request, view, desk, *bench) : work_refused(view, bench.error());
}

http::Response decide_on_step(http::Request const& request, View const& view, Desk const& desk,
                              PathArguments const& arguments) {
  auto const bench = workbench(desk, arguments[0], arguments[1], accounts::Action::decide_on_step);
  if (!bench) return work_refused(view, bench.error());
  TypedFields const typed(request.form);
  auto const step = own_step(*bench, typed.text("step"));
  Error const missing{Fault::missing, "work_step.missing"};
  auto const wish = typed.text("do");
  if (!step || (wish != "yes" && wish != "no")) return show_steps(request, view, desk, *bench, &missing);
  auto const opened = writer_of(desk, *bench, accounts::Action::decide_on_step);
  if (!opened) return work_refused(view, opened.error());
  auto const& writer = *opened;
  auto const today = view.moment.today;
  auto const done = wish == "yes" ? agree_on_step(*writer, step->edge.id, step->ours, today)
                                  : archive(*writer, step->edge.id, std::optional(today));
  if (!done) return show_steps(request, view, desk, *bench, &done.error());
  writer->commit();
  if (wish == "yes") return after(view, *bench, step->edge.id);
  return http::redirect(view.page(path_of(*bench)).with("ended", text(step->edge.id)).text());
}

http::Response propose_next_step(http::Request const& request, View const& view, Desk const& desk,
                                 PathArguments const& arguments) {
  auto const bench = workbench(desk, arguments[0], arguments[1], accounts::Action::decide_on_step);
  if (!bench) return work_refused(view, bench.error());
  TypedFields typed(request.form);
  auto const from =
      bench->reader->offerings().find(typed.value("from", Id<Offering>::parse).value_or(Id<Offering>()));
  auto const to =
      bench->reader->offerings().find(typed.value("to", Id<Offering>::parse).value_or(Id<Offering>()));
  Error const missing{Fault::missing, "work_step.missing"};
  auto const ours = bench->organisation.id;
  if (!from || !to || (from->organisation != ours && to->organisation != ours)) {
    return show_steps(request, view, desk, *bench, &missing);
  }
  auto const opened = writer_of(desk, *bench, accounts::Action::decide_on_step);
  if (!opened) return work_refused(view, opened.error());
  auto const& writer = *opened;
  auto const direction = typed.text("direction") == "broaden" ? Direction::broaden : Direction::deepen;
  auto const made = propose_step(*writer, ours, from->id, to->id, direction, "", view.moment.today);
  if (!made) return show_steps(request, view, desk, *bench, &made.error());
  writer->commit();
  auto const other = from->organisation == ours ? to->organisation : from->organisation;
  if (other != ours) {
    auto const done = desk.change([&](AccountWorld const& world, Visit const&) {
      return tell_of_proposal(world, {bench->ecosystem.id, other}, from->title + " → " + to->title);
    });
    if (!done) return show_steps(request, view, desk, *bench, &done.error());
  }
  return after(view, *bench, made->id);
}

}  // namespace wegwijzer::web::pages
