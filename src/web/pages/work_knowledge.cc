// SPDX-License-Identifier: EUPL-1.2
// Knowledge of a network, made of an answered question by who keeps the hub: making, reading, changing it.
#include <algorithm>

#include "usecases/sourced/archive.h"
#include "web/handlers.h"
#include "web/hub_parts.h"
#include "web/offering_fields.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web::pages {

namespace {

using accounts::Action;

struct KnowledgeBench {
  HubBench at;
  KnowledgePage page;
  bool is_keeper = false;

  std::string path() const { return knowledge_path(at.network, page.id); }
};

Result<KnowledgeBench> knowledge_bench(Desk const& desk, PathArguments const& arguments) {
  auto network = network_bench(desk, arguments[0], Action::use_question_box);
  if (!network) return fail(network.error());
  auto const id = Id<KnowledgePage>::parse(arguments[1]);
  auto page = id ? records<KnowledgePage>(*network->reader).find(*id) : fail(Fault::missing, "page.missing");
  auto hub = page ? records<Hub>(*network->reader).find(page->hub) : fail(Fault::missing, "page.missing");
  if (!page || !hub) return fail(Fault::missing, "page.missing");
  bool const keeps = may_keep_hub(desk, network->ecosystem, *hub);
  if (page->archived_on && !keeps) return fail(Fault::missing, "page.missing");
  return KnowledgeBench{{*std::move(network), *std::move(hub)}, *std::move(page), keeps};
}

// The same for who may change it.
Result<KnowledgeBench> kept_knowledge(Desk const& desk, PathArguments const& arguments) {
  auto bench = knowledge_bench(desk, arguments);
  if (bench && !bench->is_keeper) return fail(Fault::forbidden, "account.may_not");
  return bench;
}

Result<std::unique_ptr<Writer>> writer_of_hub(Desk const& desk, HubBench const& at) {
  return writer_at(desk, at.network.ecosystem, Action::keep_hub,
                   {at.network.ecosystem.id, at.hub.organisation});
}

// --- The form.

http::Parameters form_of_knowledge(WrittenKnowledge const& written) {
  http::Parameters form;
  form.add("title", written.title);
  form.add("text", written.text);
  for (auto const& theme : written.themes) form.add("themes", theme.text());
  form.add("who", written.is_public ? "everybody" : "network");
  return form;
}

WrittenKnowledge typed_knowledge(TypedFields& typed) {
  return {typed.text("title"), typed.text("text"), typed_themes(typed), typed.text("who") == "everybody"};
}

struct KnowledgeForm {
  std::string path;
  std::string title;
  std::string back;
  std::string back_to;
  std::int64_t version = 0;
  Html above{};
};

http::Response show_knowledge_form(View const& view, Desk const& desk, KnowledgeForm const& page,
                                   http::Parameters const& typed, std::vector<Error> const& problems = {}) {
  FormView const form{view, "knowledge_form.", typed, problems};
  auto const& t = view.language;
  auto const who =
      radio_field(form, "who",
                  {{"network", t("knowledge_form.for_network")}, {"everybody", t("knowledge_form.for_all")}});
  return work_page(
      view,
      {.path = page.path,
       .title = page.title,
       .body =
           page.above + problems_of(form) +
           html(
               R"(<form method="post" class="work" novalidate action="{}">{}<div class="group">{}{}{}{}</div><p class="hint">{}</p><p><button class="button primary" type="submit">{}</button></p></form>)",
               view.page(page.path),
               hidden("form", desk.form_token) + hidden("seen", std::to_string(page.version)),
               line_field(form, "title"), area_field(form, "text", 14), themes_field(form), who,
               t("talk.no_child"), t("work.keep")),
       .status = problems.empty() ? 200 : status_of(problems.front().fault),
       .back = page.back,
       .back_to = page.back_to});
}

// --- Making one.

KnowledgeForm form_of_new(View const& view, QuestionBench const& at) {
  return {at.path() + "/knowledge", view.language("knowledge_form.new"), at.question.title, at.path()};
}

std::vector<HubAnswer> chosen_answers(http::Request const& request, QuestionBench const& at) {
  auto all = answers_to(*at.at.network.reader, at.question.id);
  auto const wanted = request.query.all("answer");
  std::erase_if(all, [&](HubAnswer const& one) {
    return std::ranges::find(wanted, std::string_view(text(one.id))) == wanted.end();
  });
  return all;
}

Result<QuestionBench> kept_question(Desk const& desk, PathArguments const& arguments) {
  auto bench = question_bench(desk, arguments[0], arguments[1]);
  if (bench && !bench->is_keeper) return fail(Fault::forbidden, "account.may_not");
  return bench;
}

}  // namespace

http::Response new_knowledge(http::Request const& request, View const& view, Desk const& desk,
                             PathArguments const& arguments) {
  auto const at = kept_question(desk, arguments);
  if (!at) return work_refused(view, at.error());
  auto begun = knowledge_from(at->question, chosen_answers(request, *at));
  begun.themes = at->at.hub.themes;
  return show_knowledge_form(view, desk, form_of_new(view, *at), form_of_knowledge(begun));
}

http::Response make_knowledge_page(http::Request const& request, View const& view, Desk const& desk,
                                   PathArguments const& arguments) {
  auto const at = kept_question(desk, arguments);
  if (!at) return work_refused(view, at.error());
  TypedFields typed(request.form);
  auto const written = typed_knowledge(typed);
  auto const writer = writer_of_hub(desk, at->at);
  if (!writer) return work_refused(view, writer.error());
  auto const page = typed.problems().empty()
                        ? make_knowledge(**writer, at->question, written, view.moment.today)
                        : fail(typed.problems().front());
  if (!page) return show_knowledge_form(view, desk, form_of_new(view, *at), request.form, {page.error()});
  (*writer)->commit();
  return http::redirect(view.page(knowledge_path(at->at.network, page->id)).with("done", "made").text());
}

// --- Reading it.

namespace {

Html who_reads(View const& view, KnowledgeBench const& bench) {
  auto const& t = view.language;
  if (!bench.page.is_public) return html("<p>{}</p>", t("work_hub.knowledge_network"));
  return html(R"(<p>{} · <a href="{}">{}</a></p>)", t("work_hub.knowledge_public"),
              view.page("/e")
                  .segment(bench.at.network.ecosystem.slug)
                  .segment("knowledge")
                  .segment(text(bench.page.id)),
              t("map_work.public_page"));
}

Html keeping_knowledge(View const& view, Desk const& desk, KnowledgeBench const& bench) {
  if (!bench.is_keeper) return {};
  auto const& t = view.language;
  auto const step = [&](char const* what, char const* label) {
    return account_form(view, desk, bench.path(), hidden("do", what), t(label), "button");
  };
  if (bench.page.archived_on) {
    return html(R"(<div class="notice" role="status"><p>{}</p>{}</div>)", t("work_hub.knowledge_put_away"),
                step("restore", "work_hub.put_back"));
  }
  return html(R"(<div class="actions"><a class="button" href="{}">{}</a>{}{}</div>)",
              view.page(bench.path() + "/edit"), t("work.edit"), step("confirm", "work.still_right"),
              step("archive", "work_hub.put_knowledge_away"));
}

Html from_which_question(View const& view, KnowledgeBench const& bench) {
  if (!bench.page.question) return {};
  auto const question = records<HubQuestion>(*bench.at.network.reader).find(*bench.page.question);
  if (!question || question->archived_on) return {};
  return html(R"(<p>{} <a href="{}">{}</a></p>)", view.language("work_hub.made_from"),
              view.page(hub_question_path(bench.at.network, question->id)), question->title);
}

}  // namespace

http::Response work_knowledge(http::Request const& request, View const& view, Desk const& desk,
                              PathArguments const& arguments) {
  auto const bench = knowledge_bench(desk, arguments);
  if (!bench) return work_refused(view, bench.error());
  auto const themes = names_of_themes(view, bench->page.themes);
  return work_page(view, {.path = bench->path(),
                          .title = bench->page.title,
                          .body = done_in_words(view, request, "work_hub.done_knowledge_") +
                                  (themes.empty() ? Html() : html(R"(<p class="hint">{}</p>)", themes)) +
                                  written_text(view, bench->page.text) + from_which_question(view, *bench) +
                                  provenance(view, bench->page) + who_reads(view, *bench) +
                                  keeping_knowledge(view, desk, *bench),
                          .back = bench->at.hub.name,
                          .back_to = bench->at.path()});
}

// --- Changing it.

namespace {

KnowledgeForm form_to_change(View const& view, KnowledgeBench const& bench) {
  return {bench.path() + "/edit", view.language("knowledge_form.change"), bench.page.title, bench.path(),
          bench.page.version};
}

// What stands there now, above what was typed: who writes decides.
Html as_it_stands(View const& view, KnowledgePage const& page) {
  return html(R"(<section class="preview"><h2>{}</h2><h3>{}</h3>{}</section>)",
              view.language("talk.stands_now"), page.title, written_text(view, page.text));
}

}  // namespace

http::Response edit_knowledge(http::Request const&, View const& view, Desk const& desk,
                              PathArguments const& arguments) {
  auto const bench = kept_knowledge(desk, arguments);
  if (!bench) return work_refused(view, bench.error());
  auto const& page = bench->page;
  return show_knowledge_form(view, desk, form_to_change(view, *bench),
                             form_of_knowledge({page.title, page.text, page.themes, page.is_public}));
}

http::Response change_knowledge_page(http::Request const& request, View const& view, Desk const& desk,
                                     PathArguments const& arguments) {
  auto const bench = kept_knowledge(desk, arguments);
  if (!bench) return work_refused(view, bench.error());
  TypedFields typed(request.form);
  auto const written = typed_knowledge(typed);
  auto const writer = writer_of_hub(desk, bench->at);
  if (!writer) return work_refused(view, writer.error());
  auto const version = whole_number(typed.text("seen")).value_or(0);
  auto const changed = typed.problems().empty()
                           ? change_knowledge(**writer, bench->page.id, version, written, view.moment.today)
                           : fail(typed.problems().front());
  if (!changed) {
    auto form = form_to_change(view, *bench);
    if (changed.error().fault == Fault::conflict) form.above = as_it_stands(view, bench->page);
    return show_knowledge_form(view, desk, form, request.form, {changed.error()});
  }
  (*writer)->commit();
  return http::redirect(view.page(bench->path()).with("done", "changed").text());
}

http::Response step_with_knowledge(http::Request const& request, View const& view, Desk const& desk,
                                   PathArguments const& arguments) {
  auto const bench = kept_knowledge(desk, arguments);
  if (!bench) return work_refused(view, bench.error());
  auto const writer = writer_of_hub(desk, bench->at);
  if (!writer) return work_refused(view, writer.error());
  auto page = records<KnowledgePage>(**writer).find(bench->page.id);
  if (!page) return work_refused(view, page.error());
  auto const wish = TypedFields(request.form).text("do");
  auto const today = view.moment.today;
  if (wish == "confirm") page->confirmed_on = today;
  if (wish == "archive") page->archived_on = today;
  if (wish == "restore") page->archived_on.reset();
  auto const saved = records<KnowledgePage>(**writer).save(*std::move(page));
  if (!saved) return work_refused(view, saved.error());
  (*writer)->commit();
  return http::redirect(view.page(bench->path()).with("done", wish).text());
}

}  // namespace wegwijzer::web::pages
