// SPDX-License-Identifier: EUPL-1.2
// What others say of the map, the oldest first, each with what stands there now beside what would: for who
// may decide.
#include <algorithm>
#include <set>

#include "usecases/suggestion/decide.h"
#include "web/form_fields.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/pager.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/record_words.h"
#include "web/suggestion_bench.h"
#include "web/suggestion_parts.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t most_decided = 50;  // the last ones

// What is looked at: all that waits, of one kind or area, about one record; or what was decided.
struct QueueChoice {
  std::string kind{};
  std::string area{};
  std::string about{};
  bool decided = false;
};

QueueChoice queue_choice(http::Parameters const& query) {
  auto const text_of = [&](char const* name) { return std::string(query.first(name).value_or("")); };
  return {text_of("kind"), text_of("area"), text_of("about"), query.first("state") == "decided"};
}

std::vector<std::pair<std::string, std::string>> queue_fields(QueueChoice const& choice) {
  std::vector<std::pair<std::string, std::string>> all;
  if (!choice.kind.empty()) all.emplace_back("kind", choice.kind);
  if (!choice.area.empty()) all.emplace_back("area", choice.area);
  if (!choice.about.empty()) all.emplace_back("about", choice.about);
  if (choice.decided) all.emplace_back("state", "decided");
  return all;
}

// "page": of no record.
std::string kind_in_queue(Suggestion const& one) {
  return one.kind.empty() ? "page" : one.kind;
}

bool is_meant(Suggestion const& one, QueueChoice const& choice) {
  if (!choice.kind.empty() && kind_in_queue(one) != choice.kind) return false;
  auto const area = AreaCode::parse(choice.area);
  if (area && !(one.area && lies_in(*one.area, *area))) return false;
  return choice.about.empty() || (one.record && text(*one.record) == choice.about);
}

// What went wrong with one of them.
struct RefusedStep {
  Id<Suggestion> of;
  Error error;
  std::string reason{};  // that was typed
};

struct Queue {
  SuggestionBench const& bench;
  QueueChoice choice;
  std::vector<Suggestion> all;  // on which who looks may decide_by_form
  std::vector<Suggestion> shown;
  std::optional<RefusedStep> refused{};
};

Queue queue_of(View const& view, Desk const& desk, SuggestionBench const& bench, QueueChoice choice) {
  auto all = choice.decided ? bench.reader->suggestions().all() : bench.reader->suggestions().waiting();
  if (choice.decided) {
    std::erase_if(all, is_waiting);
    std::ranges::stable_sort(all, std::greater(), [](auto const& one) { return one.decided_on; });
    if (all.size() > most_decided) all.resize(most_decided);
  }
  std::erase_if(all, [&](Suggestion const& one) {
    return !may_decide(view, desk.asker(), bench.ecosystem, *bench.reader, one);
  });
  auto shown = all;
  std::erase_if(shown, [&](Suggestion const& one) { return !is_meant(one, choice); });
  return {bench, std::move(choice), std::move(all), std::move(shown)};
}

Url queue_address(View const& view, Queue const& queue, QueueChoice const& choice) {
  return with_fields(view.page(queue.bench.path()), queue_fields(choice));
}

// --- One of them.

std::string proposed_name(Suggestion const& one) {
  for (auto const& field : one.fields) {
    if (field.name == "name" || field.name == "title") return field.value.value_or("");
  }
  return {};
}

Html suggestion_heading(View const& view, Suggestion const& one, std::optional<RecordNow> const& now) {
  auto const& t = view.language;
  if (now) {
    auto const path = "/" + now->kind + "s/" + text(now->id);
    return html(R"(<a href="{}">{}</a>)", view.page(path), now->name);
  }
  if (one.kind == record_name<Inquiry>) return html("{}", t("work_suggestion.answer"));
  if (!one.kind.empty() && one.record) return html("{}", t("work_suggestion.gone"));
  if (!one.kind.empty()) {
    return html("{}", t("work_suggestion.new_" + one.kind, {{"name", proposed_name(one)}}));
  }
  return html(R"(<a href="{}">{}</a>)", view.page(one.page), name_of_page(view, one.page));
}

std::string where_from(View const& view, Queue const& queue, Suggestion const& one) {
  auto const& t = view.language;
  auto const who = one.said_by ? queue.bench.reader->organisations().find(*one.said_by)
                               : fail(Fault::missing, "record.missing");
  auto said = t("work_suggestion.from_" + text(one.from), {{"organisation", who ? who->name : ""}});
  said += " · " + date_phrase(t, one.received_on);
  auto const area = one.area ? view.atlas.areas().find(*one.area) : std::nullopt;
  if (area) said += " · " + view.atlas.areas()[*area].name;
  if (one.state == SuggestionState::parked) said += " · " + t("work_suggestion.parked");
  return said;
}

std::string proposed_words(View const& view, Queue const& queue, Suggestion const& one,
                           std::string_view field, FieldText const& value) {
  auto const words = field_words(view, *queue.bench.reader, one.kind, field, value);
  return words.empty() ? view.language("work.not_said") : words;
}

// Of a field that said something else when the suggestion was made, or when the form was sent.
Html said_before(View const& view, Queue const& queue, Suggestion const& one, ProposedField const& field,
                 FieldText const& now) {
  if (field.was.value_or("") == now.value_or("")) return {};
  return html(R"(<p class="hint">{}</p>)",
              view.language("work_suggestion.was",
                            {{"text", proposed_words(view, queue, one, field.name, field.was)}}));
}

Html proposed_row(View const& view, Queue const& queue, Suggestion const& one, ProposedField const& field,
                  std::optional<RecordNow> const& now) {
  auto const& t = view.language;
  auto const stands = now ? now->value(field.name) : FieldText();
  auto const before = now ? html(R"(<p><span class="hint">{}</span> {}</p>)", t("work_suggestion.now"),
                                 proposed_words(view, queue, one, field.name, stands)) +
                                said_before(view, queue, one, field, stands)
                          : Html();
  auto const after =
      html(R"(<p><span class="hint">{}</span> <strong>{}</strong></p>)", t("work_suggestion.then"),
           proposed_words(view, queue, one, field.name, field.value));
  auto const tick =
      now && is_waiting(one)
          ? html(
                R"(<label class="choice"><input type="checkbox" name="field" value="{}" checked> {}</label>)",
                field.name, field_label(view, field.name)) +
                hidden("now_" + field.name, stands.value_or(""))
          : html("<p><b>{}</b></p>", field_label(view, field.name));
  return html(R"(<div class="proposed">{}{}{}</div>)", tick, before, after);
}

Html said_words(View const& view, Suggestion const& one) {
  auto const place = one.place.empty()
                         ? Html()
                         : html("<p>{}</p>", view.language("work_suggestion.place", {{"place", one.place}}));
  return place +
         (one.message.empty() ? Html() : html(R"(<blockquote class="said">{}</blockquote>)", one.message));
}

Html step_button(std::string const& what, std::string const& label, char const* kind = "button") {
  return html(R"(<button class="{}" type="submit" name="do" value="{}">{}</button>)", kind, what, label);
}

// One form for each step: Enter in the reason never takes something over.
Html step_form(View const& view, Desk const& desk, Queue const& queue, Suggestion const& one,
               Html const& inside) {
  return html(R"(<form method="post" action="{}">{}{}</form>)", view.page(queue.bench.path(one.id)),
              hidden("form", desk.form_token) + hidden("version", std::to_string(one.version)), inside);
}

Html problem_with(View const& view, Queue const& queue, Suggestion const& one) {
  if (!queue.refused || queue.refused->of != one.id) return {};
  auto const& error = queue.refused->error;
  auto const sentence = error.key == "suggestion.record_changed"
                            ? view.language(error.key, {{"field", field_label(view, error.field)}})
                            : view.language.sentence(error);
  return html(R"(<p class="problem" role="alert">{}</p>)", sentence);
}

std::string label_of_accepting(View const& view, Suggestion const& one) {
  auto const& t = view.language;
  if (one.kind == record_name<Inquiry>) return t("work_suggestion.accept_answer");
  return t(one.fields.empty() ? "work_suggestion.done_with_it" : "work_suggestion.accept");
}

Html accepting(View const& view, Desk const& desk, Queue const& queue, Suggestion const& one,
               std::optional<RecordNow> const& now) {
  auto const rows = each(
      one.fields, [&](ProposedField const& field) { return proposed_row(view, queue, one, field, now); });
  if (is_of_something_new(one) && one.kind != record_name<Inquiry>) {
    return rows + html(R"(<p><a class="button primary" href="{}">{}</a></p>)",
                       view.page(queue.bench.path(one.id) + "/new"), view.language("work_suggestion.make"));
  }
  return step_form(
      view, desk, queue, one,
      rows + html("<p>{}</p>", step_button("accept", label_of_accepting(view, one), "button primary")));
}

Html declining(View const& view, Desk const& desk, Queue const& queue, Suggestion const& one) {
  auto const& t = view.language;
  auto const id = "reason-" + text(one.id);
  bool const open = queue.refused && queue.refused->of == one.id && queue.refused->error.field == "reason";
  auto const typed = open ? queue.refused->reason : std::string();
  auto const inside =
      html(
          R"(<div class="field"><label for="{}">{}</label><input id="{}" name="reason" type="text" value="{}" maxlength="300" autocomplete="off"></div>)",
          id, t("work_suggestion.reason"), id, typed) +
      html("<p>{}</p>", step_button("decline", t("work_suggestion.decline")));
  return html(R"(<details class="more" {}><summary>{}</summary>{}</details>)", Flag{"open", open},
              t("work_suggestion.declining"), step_form(view, desk, queue, one, inside));
}

Html way_to_erase(View const& view, Desk const& desk, Queue const& queue, Suggestion const& one) {
  if (!keeps_whole_map(desk.asker(), queue.bench.ecosystem)) return {};
  auto const& t = view.language;
  return html(
      R"(<details class="more"><summary>{}</summary><p>{}</p>{}</details>)", t("work_suggestion.erasing"),
      t("work_suggestion.erasing_text"),
      step_form(view, desk, queue, one, html("<p>{}</p>", step_button("erase", t("work_suggestion.erase")))));
}

Html parking(View const& view, Desk const& desk, Queue const& queue, Suggestion const& one) {
  auto const& t = view.language;
  bool const parked = one.state == SuggestionState::parked;
  return step_form(view, desk, queue, one,
                   html("<p>{}</p>", parked ? step_button("reopen", t("work_suggestion.reopen"))
                                            : step_button("park", t("work_suggestion.park"))));
}

Html decided_line(View const& view, Desk const& desk, Suggestion const& one) {
  auto const& t = view.language;
  auto const who = actor_name(view, *desk.store.accounts(), one.decided_by);
  auto const when = one.decided_on ? date_phrase(t, *one.decided_on) : std::string();
  auto const line = t("work_suggestion.was_" + text(one.state), {{"who", who}, {"when", when}});
  return html("<p>{}</p>", line) +
         (one.reason.empty() ? Html() : html(R"(<blockquote class="said">{}</blockquote>)", one.reason));
}

Html undoing(View const& view, Desk const& desk, Queue const& queue, Suggestion const& one) {
  if (is_waiting(one)) return {};
  if (!one.change) {
    return step_form(view, desk, queue, one,
                     html("<p>{}</p>", step_button("reopen", view.language("work_suggestion.reopen"))));
  }
  return step_form(view, desk, queue, one,
                   html("<p>{}</p>", step_button("undo", view.language("work_suggestion.undo"))));
}

Html steps_on(View const& view, Desk const& desk, Queue const& queue, Suggestion const& one,
              std::optional<RecordNow> const& now) {
  if (!is_waiting(one)) {
    auto const rows = each(
        one.fields, [&](ProposedField const& field) { return proposed_row(view, queue, one, field, now); });
    return rows + decided_line(view, desk, one) + undoing(view, desk, queue, one) +
           way_to_erase(view, desk, queue, one);
  }
  return accepting(view, desk, queue, one, now) + parking(view, desk, queue, one) +
         declining(view, desk, queue, one) + way_to_erase(view, desk, queue, one);
}

Html suggestion_card(View const& view, Desk const& desk, Queue const& queue, Suggestion const& one) {
  auto const now =
      one.record ? record_now(*queue.bench.reader, one.kind, *one.record, view.moment.today) : std::nullopt;
  return html(R"(<li class="own-card" id="{}"><h2>{}</h2><p class="hint">{}</p>{}{}{}</li>)",
              "suggestion-" + text(one.id), suggestion_heading(view, one, now), where_from(view, queue, one),
              problem_with(view, queue, one), said_words(view, one), steps_on(view, desk, queue, one, now));
}

// --- All of them.

Html kind_filter(View const& view, Queue const& queue) {
  auto const& t = view.language;
  std::set<std::string> kinds;
  for (auto const& one : queue.all) kinds.insert(kind_in_queue(one));
  if (kinds.size() < 2 && queue.choice.kind.empty()) return {};
  auto options = option("", t("work_suggestion.all_kinds"), queue.choice.kind.empty());
  for (auto const& kind : kinds) {
    options += option(kind, t("work_suggestion.kind_" + kind), kind == queue.choice.kind);
  }
  return html(
      R"(<div class="field"><label for="kind">{}</label><select id="kind" name="kind">{}</select></div>)",
      t("work_suggestion.of_kind"), options);
}

// The areas they lie in, and those around them.
std::set<AreaCode> areas_of_queue(Queue const& queue) {
  std::set<AreaCode> areas;
  for (auto const& one : queue.all) {
    for (auto at = one.area; at; at = at->within()) areas.insert(*at);
  }
  return areas;
}

Html area_filter(View const& view, Queue const& queue) {
  auto const& t = view.language;
  auto options = option("", t("work_suggestion.all_areas"), queue.choice.area.empty());
  std::size_t known = 0;
  for (auto const& code : areas_of_queue(queue)) {
    auto const area = view.atlas.areas().find(code);
    if (!area) continue;
    ++known;
    auto const name = view.atlas.areas()[*area].name + " (" + t("area." + text(code.kind())) + ")";
    options += option(code.text(), name, code.text() == queue.choice.area);
  }
  if (known == 0) return {};
  return html(
      R"(<div class="field"><label for="area">{}</label><select id="area" name="area">{}</select></div>)",
      t("work_suggestion.in_area"), options);
}

Html queue_filters(View const& view, Queue const& queue) {
  auto const fields = kind_filter(view, queue) + area_filter(view, queue);
  if (fields.empty()) return {};
  return html(
      R"(<form class="search filters" method="get" action="{}">{}{}<p><button class="button" type="submit">{}</button></p></form>)",
      view.page(queue.bench.path()), fields, queue.choice.decided ? hidden("state", "decided") : Html(),
      view.language("work_suggestion.filter"));
}

// Where it can be undone it says so at once.
Html queue_done(View const& view, Desk const& desk, Queue const& queue, http::Request const& request) {
  constexpr std::string_view all[] = {"accept", "decline", "park", "reopen", "erase", "new", "undo"};
  auto const done = request.query.first("done").value_or("");
  if (std::ranges::find(all, done) == std::end(all)) return {};
  auto const id = Id<Suggestion>::parse(request.query.first("of").value_or(""));
  auto const found =
      id ? queue.bench.reader->suggestions().find(*id) : fail(Fault::missing, "suggestion.missing");
  bool const is_ours =
      found && may_decide(view, desk.asker(), queue.bench.ecosystem, *queue.bench.reader, *found);
  return html(R"(<div class="notice" role="status"><p>{}</p>{}</div>)",
              view.language("work_suggestion.done_" + std::string(done)),
              is_ours ? undoing(view, desk, queue, *found) : Html());
}

Html other_queue(View const& view, Queue const& queue) {
  QueueChoice other;
  other.decided = !queue.choice.decided;
  return html(
      R"(<p><a href="{}">{}</a></p>)", queue_address(view, queue, other),
      view.language(queue.choice.decided ? "work_suggestion.to_waiting" : "work_suggestion.to_decided"));
}

http::Response show_queue(http::Request const& request, View const& view, Desk const& desk,
                          Queue const& queue, Paging const& paging) {
  auto const& t = view.language;
  auto const shown = on_this_page(queue.shown, paging);
  bool const whole = keeps_whole_map(desk.asker(), queue.bench.ecosystem);
  auto const count = t.count("work_suggestion.waiting", static_cast<int>(queue.shown.size()));
  auto const cards =
      queue.shown.empty()
          ? html("<p>{}</p>",
                 t(queue.choice.decided ? "work_suggestion.none_decided" : "work_suggestion.none"))
          : html(R"(<ul class="own-cards suggestions">{}</ul>)",
                 each(shown, [&](Suggestion const& one) { return suggestion_card(view, desk, queue, one); }));
  return work_page(
      view,
      {.path = queue.bench.path(),
       .title = t(queue.choice.decided ? "work_suggestion.title_decided" : "work_suggestion.title"),
       .body =
           queue_done(view, desk, queue, request) +
           (queue.choice.decided || queue.shown.empty() ? Html() : html(R"(<p class="lead">{}</p>)", count)) +
           queue_filters(view, queue) + cards +
           pager(view, queue_address(view, queue, queue.choice), paging, queue.shown.size()) +
           other_queue(view, queue),
       .status = queue.refused ? status_of(queue.refused->error.fault) : 200,
       .back = whole ? t("map_work.title", {{"network", queue.bench.ecosystem.name}}) : t("work.title"),
       .back_to = whole ? "/workplace/" + queue.bench.ecosystem.slug : "/workplace",
       .also = queue_fields(queue.choice)});
}

// The page on which it stands.
Paging page_with(Queue const& queue, Id<Suggestion> id) {
  Paging paging;
  auto const at = std::ranges::find(queue.shown, id, &Suggestion::id) - queue.shown.begin();
  paging.page = static_cast<std::size_t>(at) / paging.size + 1;
  return paging;
}

}  // namespace

http::Response work_suggestions(http::Request const& request, View const& view, Desk const& desk,
                                PathArguments const& arguments) {
  auto const bench = suggestion_bench(desk, arguments[0]);
  if (!bench) return work_refused(view, bench.error());
  auto const paging = parse_paging(request.query);
  if (!paging) return work_refused(view, paging.error());
  auto const queue = queue_of(view, desk, *bench, queue_choice(request.query));
  // Who has nothing to decide_by_form on here is told nothing of what waits.
  bool const has_any = keeps_whole_map(desk.asker(), bench->ecosystem) || !queue.all.empty();
  bool const works_here = std::ranges::any_of(desk.asker().memberships, [&](auto const& one) {
    return one.place().ecosystem == bench->ecosystem.id &&
           (may(desk.asker(), accounts::Action::keep_offering, one.place()) ||
            may(desk.asker(), accounts::Action::keep_area, one.place()));
  });
  if (!has_any && !works_here) return work_refused(view, {Fault::forbidden, "account.may_not"});
  return show_queue(request, view, desk, queue, *paging);
}

namespace {

// What stood there when each chosen field was ticked.
std::vector<FieldValue> chosen_fields(http::Parameters const& form) {
  std::vector<FieldValue> chosen;
  for (auto const name : form.all("field")) {
    auto const now = form.first("now_" + std::string(name));
    chosen.push_back({std::string(name), FieldText(std::string(now.value_or("")))});
  }
  return chosen;
}

Done decide_by_form(Writer& writer, Desk const& desk, http::Parameters const& form, Id<Suggestion> id,
                    Decider const& by) {
  auto const what = form.first("do").value_or("");
  auto const found = writer.suggestions().find(id);
  if (!found) return fail(found.error());
  if (form.first("version") != std::to_string(found->version)) {
    return fail(Fault::conflict, "suggestion.changed_meanwhile");
  }
  auto const done = [](Result<Suggestion> const& result) {
    return result ? Done() : Done(fail(result.error()));
  };
  if (what == "accept") {
    auto const chosen = chosen_fields(form);
    if (chosen.empty() && found->record && !found->fields.empty()) {
      return fail(Fault::invalid, "suggestion.nothing_chosen");
    }
    return done(accept_suggestion(writer, id, chosen, by));
  }
  if (what == "decline") return done(decline_suggestion(writer, id, TypedFields(form).text("reason"), by));
  if (what == "park") return done(park_suggestion(writer, id, by));
  if (what == "undo") return done(undo_acceptance(writer, id, by.today));
  if (what == "reopen") return done(reopen_suggestion(writer, id));
  if (what != "erase") return fail(Fault::invalid, "page.missing");
  if (!keeps_whole_map(desk.asker(), writer.ecosystem())) return fail(Fault::forbidden, "account.may_not");
  writer.kept_suggestions().erase(id);
  return {};
}

}  // namespace

http::Response decide_on_suggestion(http::Request const& request, View const& view, Desk const& desk,
                                    PathArguments const& arguments) {
  auto const bench = suggestion_bench(desk, arguments[0]);
  if (!bench) return work_refused(view, bench.error());
  auto const id = Id<Suggestion>::parse(arguments[1]);
  if (!id) return work_refused(view, {Fault::missing, "suggestion.missing"});
  auto const writer = writer_to_decide(view, desk, *bench, *id);
  if (!writer) return work_refused(view, writer.error());
  auto const done =
      decide_by_form(**writer, desk, request.form, *id, {actor_of(desk).name, view.moment.today});
  if (!done) {
    auto queue = queue_of(view, desk, *bench, {});
    queue.refused = RefusedStep{*id, done.error(), TypedFields(request.form).text("reason")};
    bool const stands = std::ranges::find(queue.shown, *id, &Suggestion::id) != queue.shown.end();
    if (!stands) return work_refused(view, done.error());
    return show_queue(request, view, desk, queue, page_with(queue, *id));
  }
  (*writer)->commit();
  return http::redirect(view.page(bench->path())
                            .with("done", request.form.first("do").value_or(""))
                            .with("of", text(*id))
                            .text());
}

}  // namespace wegwijzer::web::pages
