// SPDX-License-Identifier: EUPL-1.2
// The question box of a network: its domain hubs with what waits there, one hub, and asking it. What is known
// already is shown before a question is sent.
#include <algorithm>

#include "web/handlers.h"
#include "web/hub_parts.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web::pages {

namespace {

using accounts::Action;

constexpr std::size_t shown_open = 4, most_known = 6, most_found = 30;

std::vector<HubQuestion> in_state(std::vector<HubQuestion> questions, QuestionState state) {
  std::erase_if(questions, [&](HubQuestion const& one) { return one.state != state; });
  return questions;
}

// --- All hubs.

// "Natuurmuseum · natuur, duurzaamheid"
std::string carried_by(View const& view, NetworkBench const& bench, Hub const& hub) {
  auto const themes = names_of_themes(view, hub.themes);
  return name_of_organisation(*bench.reader, hub.organisation) + (themes.empty() ? "" : " · " + themes);
}

Html open_questions(View const& view, NetworkBench const& bench, Hub const& hub) {
  auto const open = in_state(questions_of(*bench.reader, hub.id), QuestionState::open);
  auto const& t = view.language;
  if (open.empty()) return html("<p>{}</p>", t("work_hub.none_open"));
  auto const shown = std::span(open).first(std::min(shown_open, open.size()));
  return html("<h3>{}</h3>{}", t.count("work_hub.open", static_cast<int>(open.size())),
              question_list(view, bench, shown));
}

Html hub_card(View const& view, NetworkBench const& bench, Hub const& hub) {
  auto const path = hub_path(bench, hub.id);
  return html(
      R"(<li class="own-card"><h2><a href="{}">{}</a></h2><p class="hint">{}</p>{}<p><a class="button" href="{}">{}</a></p></li>)",
      view.page(path), hub.name, carried_by(view, bench, hub), open_questions(view, bench, hub),
      view.page(path + "/ask"), view.language("work_hub.ask"));
}

Html way_to_new_hub(View const& view, Desk const& desk, NetworkBench const& bench) {
  if (!may(desk.asker(), Action::keep_map, bench.place())) return {};
  return html(R"(<p><a href="{}">{}</a></p>)", view.page(bench.path() + "/records/hub/new"),
              view.language("map_work.add_hub"));
}

Html known_words_field(View const& view, std::string const& path, std::string const& words) {
  auto const& t = view.language;
  return html(
      R"(<form class="search by-name" method="get" action="{}" role="search"><div class="field"><label for="words">{}</label><input id="words" name="q" type="text" value="{}" maxlength="150" autocomplete="off"></div><p><button class="button" type="submit">{}</button></p></form>)",
      view.page(path), t("work_hub.search"), words, t("form.search"));
}

Html found_known(View const& view, NetworkBench const& bench, std::string const& words) {
  if (words.empty()) return {};
  auto const& t = view.language;
  auto const found = known_about(*bench.reader, words, most_found);
  return html(
      R"(<section><h2>{}</h2>{}</section>)", t("work_hub.found", {{"words", words}}),
      found.empty() ? html("<p>{}</p>", t("work_hub.nothing_found")) : known_list(view, bench, found));
}

// For who keeps the network together.
Html waiting_long(View const& view, Desk const& desk, NetworkBench const& bench) {
  if (!may(desk.asker(), Action::keep_map, bench.place())) return {};
  auto const waiting = long_unanswered(*bench.reader, view.moment.today);
  if (waiting.empty()) return {};
  return html(R"(<section class="notice"><h2>{}</h2><p>{}</p>{}</section>)",
              view.language.count("work_hub.long_unanswered", static_cast<int>(waiting.size())),
              view.language("work_hub.long_unanswered_hint"), question_list(view, bench, waiting));
}

}  // namespace

http::Response work_hubs(http::Request const& request, View const& view, Desk const& desk,
                         PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], Action::use_question_box);
  if (!bench) return work_refused(view, bench.error());
  auto const& t = view.language;
  auto const words = TypedFields(request.query).text("q");
  auto const hubs = hubs_of(*bench->reader);
  auto const cards = hubs.empty()
                         ? html("<p>{}</p>", t("work_hub.none"))
                         : html(R"(<ul class="own-cards">{}</ul>)",
                                each(hubs, [&](Hub const& hub) { return hub_card(view, *bench, hub); }));
  auto const [back, back_to] = way_to_own_start(view, desk, *bench);
  return work_page(
      view, {.path = hubs_path(*bench),
             .title = t("work_hub.title", {{"network", bench->ecosystem.name}}),
             .body = html(R"(<p class="lead">{}</p>)", t("work_hub.lead")) +
                     known_words_field(view, hubs_path(*bench), words) + found_known(view, *bench, words) +
                     waiting_long(view, desk, *bench) + cards + way_to_new_hub(view, desk, *bench),
             .back = back,
             .back_to = back_to});
}

// --- One hub.

namespace {

Html about_hub(View const& view, HubBench const& at) {
  auto const& hub = at.hub;
  auto const mail =
      hub.email.empty() ? Html() : html(R"(<p><a href="{}">{}</a></p>)", Url::mail(hub.email), hub.email);
  return html(R"(<p class="hint">{}</p>)", carried_by(view, at.network, hub)) +
         (hub.about.empty() ? Html() : written_text(view, hub.about)) + mail;
}

Html questions_in_state(View const& view, HubBench const& at, std::vector<HubQuestion> const& all,
                        QuestionState state) {
  auto const its = in_state(all, state);
  auto const& t = view.language;
  if (its.empty()) {
    return state == QuestionState::open ? html("<p>{}</p>", t("work_hub.none_open")) : Html();
  }
  auto const list = question_list(view, at.network, its);
  if (state == QuestionState::closed) {
    return html(R"(<details class="more"><summary>{}</summary>{}</details>)",
                t.count("work_hub.closed", static_cast<int>(its.size())), list);
  }
  return html("<section><h2>{}</h2>{}</section>",
              t(state == QuestionState::open ? "work_hub.open_questions" : "work_hub.answered_questions"),
              list);
}

Html knowledge_section(View const& view, HubBench const& at) {
  auto const pages = knowledge_of(*at.network.reader, at.hub.id);
  if (pages.empty()) return {};
  return html(R"(<section><h2>{}</h2><ul class="talk">{}</ul></section>)",
              view.language("work_hub.knowledge"),
              each(pages, [&](KnowledgePage const& one) { return knowledge_item(view, at.network, one); }));
}

// A question that was put away can be put back from here.
Html just_put_away(http::Request const& request, View const& view, Desk const& desk, HubBench const& at) {
  auto const id = Id<HubQuestion>::parse(request.query.first("put_away").value_or(""));
  auto const question =
      id ? records<HubQuestion>(*at.network.reader).find(*id) : fail(Fault::missing, "page.missing");
  if (!question || !question->archived_on || !may_keep_hub(desk, at.network.ecosystem, at.hub)) return {};
  auto const& t = view.language;
  return html(R"(<div class="notice" role="status"><p>{}</p>{}</div>)",
              t("work_hub.put_away", {{"title", question->title}}),
              account_form(view, desk, hub_question_path(at.network, *id),
                           hidden("do", "restore") + hidden("version", std::to_string(question->version)),
                           t("work.undo"), "button"));
}

}  // namespace

http::Response work_hub(http::Request const& request, View const& view, Desk const& desk,
                        PathArguments const& arguments) {
  auto const at = hub_bench(desk, arguments[0], arguments[1]);
  if (!at) return work_refused(view, at.error());
  auto const& t = view.language;
  auto const all = questions_of(*at->network.reader, at->hub.id);
  auto const part = [&](QuestionState state) { return questions_in_state(view, *at, all, state); };
  return work_page(view, {.path = at->path(),
                          .title = at->hub.name,
                          .body = just_put_away(request, view, desk, *at) + about_hub(view, *at) +
                                  html(R"(<p><a class="button primary" href="{}">{}</a></p>)",
                                       view.page(at->path() + "/ask"), t("work_hub.ask")) +
                                  part(QuestionState::open) + knowledge_section(view, *at) +
                                  part(QuestionState::answered) + part(QuestionState::closed),
                          .back = t("work_hub.title", {{"network", at->network.ecosystem.name}}),
                          .back_to = hubs_path(at->network)});
}

// --- Asking it.

namespace {

Html first_step(View const& view, HubBench const& at) {
  http::Parameters const nothing;
  std::vector<Error> const none;
  FormView const form{view, "hub_form.", nothing, none};
  return html(
      R"(<form method="get" class="work" action="{}"><div class="group">{}</div><p><button class="button primary" type="submit">{}</button></p></form>)",
      view.page(at.path() + "/ask"), line_field(form, "title"), view.language("hub_form.go_on"));
}

Html already_known(View const& view, HubBench const& at, std::string const& title) {
  auto const& t = view.language;
  auto const known = known_about(*at.network.reader, title, most_known);
  if (known.empty()) return html("<p>{}</p>", t("work_hub.nothing_known"));
  return html(R"(<section class="notice"><h2>{}</h2><p>{}</p>{}</section>)", t("work_hub.is_it_here"),
              t("work_hub.is_it_here_hint"), known_list(view, at.network, known));
}

Html second_step(View const& view, Desk const& desk, HubBench const& at, http::Parameters const& typed,
                 std::vector<Error> const& problems) {
  FormView const form{view, "hub_form.", typed, problems};
  auto const& t = view.language;
  return html(
      R"(<h2>{}</h2>{}<form method="post" class="work" novalidate action="{}">{}<div class="group">{}{}{}</div><p class="hint">{}</p><p><button class="button primary" type="submit">{}</button></p></form>)",
      t("work_hub.not_here"), problems_of(form), view.page(at.path() + "/ask"),
      hidden("form", desk.form_token) + hidden("seen", "1"), line_field(form, "title"),
      area_field(form, "details", 5),
      speaker_field(form, *at.network.reader, own_speakers(desk, at.network.ecosystem)), t("talk.no_child"),
      t("hub_form.send"));
}

http::Response show_asking_hub(View const& view, Desk const& desk, HubBench const& at,
                               http::Parameters const& typed, std::vector<Error> const& problems = {}) {
  auto const& t = view.language;
  auto const title = TypedFields(typed).text("title");
  auto const body = title.empty() && problems.empty()
                        ? first_step(view, at)
                        : already_known(view, at, title) + second_step(view, desk, at, typed, problems);
  return work_page(view, {.path = at.path() + "/ask",
                          .title = t("work_hub.ask_hub", {{"hub", at.hub.name}}),
                          .body = body,
                          .status = problems.empty() ? 200 : status_of(problems.front().fault),
                          .back = at.hub.name,
                          .back_to = at.path()});
}

}  // namespace

http::Response asking_hub(http::Request const& request, View const& view, Desk const& desk,
                          PathArguments const& arguments) {
  auto const at = hub_bench(desk, arguments[0], arguments[1]);
  if (!at) return work_refused(view, at.error());
  return show_asking_hub(view, desk, *at, request.query);
}

http::Response ask_a_hub(http::Request const& request, View const& view, Desk const& desk,
                         PathArguments const& arguments) {
  auto const at = hub_bench(desk, arguments[0], arguments[1]);
  if (!at) return work_refused(view, at.error());
  TypedFields const typed(request.form);
  auto const speaker = chosen_speaker(typed, own_speakers(desk, at->network.ecosystem));
  if (!speaker) return show_asking_hub(view, desk, *at, request.form, {speaker.error()});
  if (auto const free = may_speak_now(desk); !free) {
    return show_asking_hub(view, desk, *at, request.form, {free.error()});
  }
  auto const writer = writer_of(desk, at->network, Action::use_question_box);
  if (!writer) return work_refused(view, writer.error());
  auto const asked = ask_hub(**writer, at->hub.id, {typed.text("title"), typed.text("details")}, *speaker,
                             view.moment.today);
  if (!asked) return show_asking_hub(view, desk, *at, request.form, {asked.error()});
  (*writer)->commit();
  tell_keepers(view, desk, at->network, *asked);
  return http::redirect(view.page(hub_question_path(at->network, asked->id)).with("done", "asked").text());
}

}  // namespace wegwijzer::web::pages
