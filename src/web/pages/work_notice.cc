// SPDX-License-Identifier: EUPL-1.2
// One notice: placing, reading, changing it, what fits it from the other side, a message to who placed it,
// and with whom it was agreed.
#include <algorithm>

#include "accounts/letters.h"
#include "exchange/cells.h"
#include "web/field_shapes.h"
#include "web/handlers.h"
#include "web/notice_parts.h"
#include "web/offering_fields.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web::pages {

namespace {

using accounts::Action;

// --- The form.

http::Parameters form_of_notice(Notice const& notice) {
  http::Parameters form;
  form.add("side", text(notice.side));
  form.add("what", text(notice.what));
  form.add("title", notice.title);
  form.add("text", notice.text);
  form.add("organisation", text(notice.organisation));
  for (auto const& theme : notice.themes) form.add("themes", theme.text());
  form.add("until", text(notice.until));
  return form;
}

WrittenNotice typed_notice(TypedFields& typed) {
  WrittenNotice written;
  auto const side = typed.value("side", parse_choice<NoticeSide>);
  if (!side && !typed.has("side")) typed.wrong("side", {Fault::invalid, "notice.side_needed"});
  auto const what = typed.value("what", parse_choice<NoticeWhat>);
  if (!what && !typed.has("what")) typed.wrong("what", {Fault::invalid, "notice.what_needed"});
  written.side = side.value_or(NoticeSide::asked), written.what = what.value_or(NoticeWhat::other);
  written.title = typed.text("title"), written.text = typed.text("text");
  written.organisation = typed.value("organisation", Id<Organisation>::parse).value_or(Id<Organisation>());
  written.themes = typed_themes(typed);
  written.until = typed.value("until", parse_date);
  return written;
}

struct NoticeForm {
  NetworkBench const& bench;
  std::string path;
  char const* title;
  char const* button;
  std::string back_to;
  std::int64_t version = 0;
  Html above{};
};

Html organisation_of_notice(FormView const& form, std::vector<FormChoice> const& organisations) {
  if (organisations.size() == 1) return hidden("organisation", organisations.front().value);
  auto options = organisations;
  options.insert(options.begin(), {"", form.view.language("work.not_said")});
  return select_field(form, "organisation", options_of(form, "organisation", options));
}

Html fields_of_notice(FormView const& form, std::vector<FormChoice> const& organisations) {
  auto const& t = form.view.language;
  auto whats = what_choices(t);
  whats.insert(whats.begin(), {"", t("work.not_said")});
  return radio_field(form, "side",
                     {{"asked", t("notice_form.we_ask")}, {"offered", t("notice_form.we_offer")}}) +
         select_field(form, "what", options_of(form, "what", whats)) + line_field(form, "title") +
         area_field(form, "text", 4) + themes_field(form) + line_field(form, "until", "date") +
         organisation_of_notice(form, organisations);
}

http::Response show_notice_form(View const& view, Desk const& desk, NoticeForm const& page,
                                http::Parameters const& typed, std::vector<Error> const& problems = {}) {
  FormView const form{view, "notice_form.", typed, problems};
  auto const& t = view.language;
  auto const organisations = organisations_to_place_for(desk, page.bench);
  return work_page(
      view,
      {.path = page.path,
       .title = t(page.title),
       .body =
           page.above + problems_of(form) +
           html(
               R"(<form method="post" class="work" novalidate action="{}">{}<div class="group">{}</div><p class="hint">{}</p><p><button class="button primary" type="submit">{}</button></p></form>)",
               view.page(page.path),
               hidden("form", desk.form_token) + hidden("seen", std::to_string(page.version)),
               fields_of_notice(form, organisations), t("talk.no_child"), t(page.button)),
       .status = problems.empty() ? 200 : status_of(problems.front().fault),
       .back = t("work_notice.title", {{"network", page.bench.ecosystem.name}}),
       .back_to = page.back_to});
}

// What was typed, for an organisation for which who typed it may speak.
Result<WrittenNotice> own_notice(Desk const& desk, NetworkBench const& bench, TypedFields& typed) {
  auto written = typed_notice(typed);
  if (!typed.problems().empty()) return fail(typed.problems().front());
  if (!may_place_for(desk, bench.ecosystem, written.organisation)) {
    return fail(in_field({Fault::invalid, "notice.organisation_missing"}, "organisation"));
  }
  return written;
}

// --- Placing one.

NoticeForm form_of_new_notice(NetworkBench const& bench) {
  return {bench, notices_path(bench) + "/new", "notice_form.new", "notice_form.place", notices_path(bench)};
}

http::Parameters begun_notice(View const& view, http::Parameters const& query) {
  http::Parameters form;
  form.add("side", std::string(query.first("side").value_or("")));
  form.add("what", std::string(query.first("what").value_or("")));
  form.add("until", text(view.moment.today + notice_stands_for));
  return form;
}

void tell_matching(View const& view, Desk const& desk, NetworkBench const& bench, Notice const& placed) {
  auto const reader = desk.store.reader(bench.ecosystem);
  for (auto const& told : to_be_told_of(*reader, placed, view.atlas.themes(), view.moment.today)) {
    auto const to = receiver_of(*desk.store.accounts(), told.person);
    if (!to) continue;
    send_talk_mail(desk, accounts::MailKind::notice_match, {*to},
                   {bench.ecosystem.slug, text(placed.id), placed.title, told.own.title});
  }
}

}  // namespace

http::Response new_notice(http::Request const& request, View const& view, Desk const& desk,
                          PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], Action::use_notice_board);
  if (!bench) return work_refused(view, bench.error());
  return show_notice_form(view, desk, form_of_new_notice(*bench), begun_notice(view, request.query));
}

http::Response make_notice(http::Request const& request, View const& view, Desk const& desk,
                           PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], Action::use_notice_board);
  if (!bench) return work_refused(view, bench.error());
  TypedFields typed(request.form);
  auto const again = [&](std::vector<Error> const& problems) {
    return show_notice_form(view, desk, form_of_new_notice(*bench), request.form, problems);
  };
  auto const written = own_notice(desk, *bench, typed);
  if (!written) return again(typed.problems().empty() ? std::vector{written.error()} : typed.problems());
  if (auto const free = may_speak_now(desk); !free) return again({free.error()});
  auto const writer = writer_of(desk, *bench, Action::use_notice_board);
  if (!writer) return work_refused(view, writer.error());
  auto const placed = place_notice(**writer, *written, view.moment.today);
  if (!placed) return again({placed.error()});
  (*writer)->commit();
  tell_matching(view, desk, *bench, *placed);
  return http::redirect(view.page(notice_path(*bench, placed->id)).with("done", "placed").text());
}

// --- Reading it.

namespace {

Html step_of_notice(View const& view, Desk const& desk, NoticeBench const& at, char const* what,
                    char const* label, Html const& fields = {}) {
  return account_form(view, desk, at.path(),
                      hidden("do", what) + hidden("version", std::to_string(at.notice.version)) + fields,
                      view.language(label), "button");
}

Html agree_form(View const& view, Desk const& desk, NoticeBench const& at) {
  auto const& t = view.language;
  auto options = option("", t("work.not_said"), true);
  for (auto const& one : organisation_choices(*at.network.reader)) {
    if (one.value != text(at.notice.organisation)) options += option(one.value, one.label, false);
  }
  bool const keeps_map = may(desk.asker(), Action::keep_map, at.network.place());
  auto const fields = html(
      R"(<div class="field"><label for="field-agreed_with">{}</label><select id="field-agreed_with" name="agreed_with">{}</select></div><label class="choice"><input type="checkbox" name="on_map" value="yes"> {}</label>)",
      t("work_notice.with_whom"), options,
      t(keeps_map ? "work_notice.put_on_map" : "work_notice.suggest_for_map"));
  return html(R"(<section class="bulk narrow"><h2>{}</h2>{}</section>)", t("work_notice.agreed_title"),
              step_of_notice(view, desk, at, "agree", "work_notice.agree", fields));
}

Html steps_of_poster(View const& view, Desk const& desk, NoticeBench const& at) {
  if (!at.is_keeper) return {};
  auto const& t = view.language;
  if (!stands_open(at.notice, view.moment.today)) {
    return html(R"(<div class="actions">{}</div>)",
                step_of_notice(view, desk, at, "open", "work_notice.open_again"));
  }
  return html(R"(<div class="actions"><a class="button" href="{}">{}</a>{}</div>{})",
              view.page(at.path() + "/edit"), t("work.edit"),
              step_of_notice(view, desk, at, "close", "work_notice.close"), agree_form(view, desk, at));
}

std::string why_it_fits(View const& view, NoticeMatch const& match) {
  auto const& t = view.language;
  auto const what = choice_phrase(t, "notice_what.", match.notice.what);
  if (match.shared.empty()) return t("work_notice.fits_what", {{"what", what}});
  return t("work_notice.fits_theme", {{"what", what}, {"themes", names_of_themes(view, match.shared)}});
}

Html matches_section(View const& view, NoticeBench const& at) {
  if (!stands_open(at.notice, view.moment.today)) return {};
  auto const all = matches_of(at.notice, records<Notice>(*at.network.reader).all(), view.atlas.themes(),
                              view.moment.today);
  auto const& t = view.language;
  auto const title =
      t(at.notice.side == NoticeSide::asked ? "work_notice.who_offers" : "work_notice.who_asks");
  if (all.empty()) return html("<section><h2>{}</h2><p>{}</p></section>", title, t("work_notice.no_match"));
  return html(R"(<section><h2>{}</h2><ul class="own-cards">{}</ul></section>)", title,
              each(all, [&](NoticeMatch const& match) {
                return notice_card(view, at.network, match.notice,
                                   html(R"(<p class="hint">{}</p>)", why_it_fits(view, match)));
              }));
}

Html reply_form(View const& view, Desk const& desk, NoticeBench const& at, http::Parameters const& typed,
                std::vector<Error> const& problems) {
  if (at.is_keeper || !stands_open(at.notice, view.moment.today)) return {};
  FormView const form{view, "notice_reply.", typed, problems};
  auto const& t = view.language;
  return html(
      R"(<form method="post" class="work" novalidate action="{}">{}<div class="group"><h2>{}</h2>{}{}</div><p class="hint">{}</p><p><button class="button primary" type="submit">{}</button></p></form>)",
      view.page(at.path() + "/reply"), hidden("form", desk.form_token) + hidden("seen", "1"),
      t("notice_reply.title"), area_field(form, "text", 5),
      speaker_field(form, *at.network.reader, own_speakers(desk, at.network.ecosystem)),
      t("notice_reply.address_goes_along", {{"mail", visit_of(desk).person.mail.text()}}),
      t("notice_reply.send"));
}

http::Response show_notice(http::Request const& request, View const& view, Desk const& desk,
                           NoticeBench const& at, http::Parameters const& typed = {},
                           std::vector<Error> const& problems = {}) {
  auto& reader = *at.network.reader;
  FormView const form{view, "notice_reply.", typed, problems};
  return work_page(view,
                   {.path = at.path(),
                    .title = at.notice.title,
                    .body = done_in_words(view, request, "work_notice.done_") + problems_of(form) +
                            html(R"(<p class="hint">{}</p>)", notice_line(view, reader, at.notice)) +
                            notice_standing(view, reader, at.notice) +
                            (at.notice.text.empty() ? Html() : written_text(view, at.notice.text)) +
                            steps_of_poster(view, desk, at) + reply_form(view, desk, at, typed, problems) +
                            matches_section(view, at),
                    .status = problems.empty() ? 200 : status_of(problems.front().fault),
                    .back = view.language("work_notice.title", {{"network", at.network.ecosystem.name}}),
                    .back_to = notices_path(at.network)});
}

}  // namespace

http::Response work_notice(http::Request const& request, View const& view, Desk const& desk,
                           PathArguments const& arguments) {
  auto const at = notice_bench(desk, arguments[0], arguments[1]);
  return at ? show_notice(request, view, desk, *at) : work_refused(view, at.error());
}

// --- Changing it.

namespace {

Result<NoticeBench> own_notice_bench(Desk const& desk, PathArguments const& arguments) {
  auto at = notice_bench(desk, arguments[0], arguments[1]);
  if (at && !at->is_keeper) return fail(Fault::forbidden, "account.may_not");
  return at;
}

Result<std::unique_ptr<Writer>> writer_of_notice(Desk const& desk, NoticeBench const& at) {
  return writer_at(desk, at.network.ecosystem, Action::keep_offering,
                   {at.network.ecosystem.id, at.notice.organisation});
}

NoticeForm form_to_change_notice(NoticeBench const& at) {
  return {at.network, at.path() + "/edit", "notice_form.change", "work.keep", at.path(), at.notice.version};
}

Html notice_as_it_stands(View const& view, NoticeBench const& at) {
  auto& reader = *at.network.reader;
  return html(R"(<section class="preview"><h2>{}</h2><h3>{}</h3><p class="hint">{}</p>{}{}</section>)",
              view.language("talk.stands_now"), at.notice.title, notice_line(view, reader, at.notice),
              notice_standing(view, reader, at.notice),
              at.notice.text.empty() ? Html() : written_text(view, at.notice.text));
}

}  // namespace

http::Response edit_notice(http::Request const&, View const& view, Desk const& desk,
                           PathArguments const& arguments) {
  auto const at = own_notice_bench(desk, arguments);
  if (!at) return work_refused(view, at.error());
  return show_notice_form(view, desk, form_to_change_notice(*at), form_of_notice(at->notice));
}

http::Response change_a_notice(http::Request const& request, View const& view, Desk const& desk,
                               PathArguments const& arguments) {
  auto const at = own_notice_bench(desk, arguments);
  if (!at) return work_refused(view, at.error());
  TypedFields typed(request.form);
  auto form = form_to_change_notice(*at);
  auto const written = own_notice(desk, at->network, typed);
  if (!written) {
    return show_notice_form(view, desk, form, request.form,
                            typed.problems().empty() ? std::vector{written.error()} : typed.problems());
  }
  auto const writer = writer_of_notice(desk, *at);
  if (!writer) return work_refused(view, writer.error());
  auto const version = whole_number(typed.text("seen")).value_or(0);
  auto const changed = change_notice(**writer, at->notice.id, version, *written, view.moment.today);
  if (!changed) {
    if (changed.error().fault == Fault::conflict) form.above = notice_as_it_stands(view, *at);
    return show_notice_form(view, desk, form, request.form, {changed.error()});
  }
  (*writer)->commit();
  return http::redirect(view.page(at->path()).with("done", "changed").text());
}

namespace {

struct NoticeStep {
  std::string what;
  std::int64_t version = 0;
  std::optional<Id<Organisation>> with{};
  bool on_map = false;
};

NoticeStep notice_step(http::Request const& request) {
  TypedFields const typed(request.form);
  auto const with = Id<Organisation>::parse(typed.text("agreed_with"));
  return {typed.text("do"), whole_number(typed.text("version")).value_or(0),
          with ? std::optional(*with) : std::nullopt, typed.ticked("on_map")};
}

// Who keeps the map puts it there; of others it waits with the suggestions.
Done agreement_for_map(View const& view, Desk const& desk, Writer& writer, NoticeBench const& at,
                       Notice const& agreed) {
  if (may(desk.asker(), Action::keep_map, at.network.place())) {
    return put_agreement_on_map(writer, agreed, view.moment.today);
  }
  auto const sentence = view.language("work_notice.suggestion",
                                      {{"organisation", name_of_organisation(writer, agreed.organisation)},
                                       {"other", name_of_organisation(writer, agreed.agreed_with)},
                                       {"title", agreed.title}});
  return suggest_agreement(writer, agreed, sentence, view.moment.today);
}

Done take_notice_step(View const& view, Desk const& desk, Writer& writer, NoticeBench const& at,
                      NoticeStep const& step) {
  auto const only_whether = [](Result<Notice> const& kept) { return kept ? Done() : fail(kept.error()); };
  auto const id = at.notice.id;
  if (step.what == "close") return only_whether(close_notice(writer, id, step.version));
  if (step.what == "open") {
    return only_whether(open_notice_again(writer, id, step.version, view.moment.today));
  }
  if (step.what != "agree") return fail(Fault::missing, "page.missing");
  if (!step.with) return fail(in_field({Fault::invalid, "notice.with_whom_needed"}, "agreed_with"));
  auto const agreed = agree_on_notice(writer, id, *step.with, step.version);
  if (!agreed) return fail(agreed.error());
  return step.on_map ? agreement_for_map(view, desk, writer, at, *agreed) : Done();
}

}  // namespace

http::Response step_with_notice(http::Request const& request, View const& view, Desk const& desk,
                                PathArguments const& arguments) {
  auto const at = own_notice_bench(desk, arguments);
  if (!at) return work_refused(view, at.error());
  auto const writer = writer_of_notice(desk, *at);
  if (!writer) return work_refused(view, writer.error());
  auto const step = notice_step(request);
  auto const done = take_notice_step(view, desk, **writer, *at, step);
  if (!done) return show_notice(request, view, desk, *at, {}, {done.error()});
  (*writer)->commit();
  return http::redirect(view.page(at->path()).with("done", step.what).text());
}

// --- A message to who placed it.

namespace {

// Who placed it where their account is still there; else the organisation's business address.
std::optional<Receiver> poster_of(View const& view, Desk const& desk, NoticeBench const& at) {
  auto& reader = *at.network.reader;
  if (auto const person = receiver_of(*desk.store.accounts(), maker_of(reader, at.notice))) return person;
  auto const organisation = reader.organisations().find(at.notice.organisation);
  auto const address = organisation ? accounts::EmailAddress::parse(organisation->email)
                                    : fail(Fault::missing, "record.missing");
  return address ? std::optional(Receiver{*address, view.languages.first().tag()}) : std::nullopt;
}

// Kept by the outbox only, sealed, until it has left.
void send_reply(Desk const& desk, NoticeBench const& at, Receiver const& to, std::string const& whose,
                std::string const& message) {
  auto const changing = desk.store.change_accounts();
  auto mail = talk_mail(accounts::MailKind::notice_reply, to,
                        {at.network.ecosystem.slug, text(at.notice.id), at.notice.title, whose},
                        changing->new_id<accounts::Mail>(), desk.now);
  mail.sealed_token = desk.parts.secrets.seal(visit_of(desk).person.mail.text() + "\n" + message);
  changing->write(mail);
  changing->commit();
}

}  // namespace

http::Response reply_to_notice(http::Request const& request, View const& view, Desk const& desk,
                               PathArguments const& arguments) {
  auto const at = notice_bench(desk, arguments[0], arguments[1]);
  if (!at) return work_refused(view, at.error());
  auto const again = [&](Error const& error) {
    return show_notice(request, view, desk, *at, request.form, {error});
  };
  TypedFields const typed(request.form);
  auto const speaker = chosen_speaker(typed, own_speakers(desk, at->network.ecosystem));
  if (!speaker) return again(speaker.error());
  auto const message = talk_text(typed.text("text"), {"text", longest_talk_text});
  if (!message) return again(message.error());
  if (!stands_open(at->notice, view.moment.today)) return again({Fault::conflict, "notice.over"});
  auto const to = poster_of(view, desk, *at);
  if (!to) return again({Fault::conflict, "notice.no_address"});
  if (auto const free = may_speak_now(desk); !free) return again(free.error());
  auto const whose = speaker->organisation ? name_of_organisation(*at->network.reader, speaker->organisation)
                                           : at->network.ecosystem.name;
  send_reply(desk, *at, *to, whose, *message);
  return http::redirect(view.page(at->path()).with("done", "replied").text());
}

}  // namespace wegwijzer::web::pages
