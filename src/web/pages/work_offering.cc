// SPDX-License-Identifier: EUPL-1.2
// Making and changing an offering: what was typed is looked at as a child would see it, put beside what
// somebody else changed meanwhile, and kept.
#include <algorithm>

#include "exchange/cells.h"
#include "usecases/workplace/keep.h"
#include "web/assets.h"
#include "web/drafts.h"
#include "web/handlers.h"
#include "web/offering_fields.h"
#include "web/offering_form.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"
#include "web/record_words.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

// The form that a page shows: of an offering that is there, or of a new one.
struct Editor {
  View const& view;
  Desk const& desk;
  Workbench const& bench;
  std::optional<Offering> offering{};  // nothing: a new one
  std::optional<Offering> copied{};    // a new one may begin as this one is
  bool only_answers = false;           // of the ten questions: what else was typed meanwhile stays a draft

  std::string path() const { return offering ? bench.path(offering->id) : bench.path() + "/offerings/new"; }

  // What its draft is kept under.
  std::string subject() const {
    if (offering) return "offering/" + text(offering->id);
    return copied ? "copy/" + text(copied->id) : "new/" + text(bench.organisation.id);
  }

  std::vector<std::pair<std::string, std::string>> also() const {
    if (!copied) return {};
    return {{"copy", text(copied->id)}};
  }

  Url address() const { return with_fields(view.page(path()), also()); }
};

// A new one, or a copy of one of the organisation's own.
Editor editor_of_new(View const& view, Desk const& desk, Workbench const& bench,
                     http::Parameters const& asked) {
  auto const id = Id<Offering>::parse(asked.first("copy").value_or(""));
  auto const found = id ? bench.reader->offerings().find(*id) : fail(Fault::missing, "");
  bool const is_own = found && found->organisation == bench.organisation.id;
  return {view, desk, bench, std::nullopt, is_own ? std::optional(*found) : std::nullopt};
}

// Its own, and those where something of it already takes place.
std::vector<Venue> venues_of(Workbench const& bench) {
  auto venues = bench.reader->venues().with("organisation", text(bench.organisation.id));
  std::erase_if(venues, [](Venue const& venue) { return venue.archived_on.has_value(); });
  for (auto const& offering : bench.reader->offerings().with("organisation", text(bench.organisation.id))) {
    if (!offering.venue || std::ranges::find(venues, *offering.venue, &Venue::id) != venues.end()) continue;
    auto venue = bench.reader->venues().find(*offering.venue);
    if (venue && !venue->archived_on) venues.push_back(*std::move(venue));
  }
  std::ranges::sort(venues, {}, &Venue::name);
  return venues;
}

struct Shown {
  http::Parameters typed;
  std::vector<Error> problems{};
  Html above{};  // a notice, a preview
  int status = 200;
};

Html buttons(Language const& t) {
  return html(
      R"(<p class="actions"><button class="button primary" type="submit" name="do" value="keep">{}</button> <button class="button" type="submit" name="do" value="preview">{}</button> <button class="button" type="submit" name="do" value="draft">{}</button></p>)",
      t("work.keep"), t("work.preview"), t("work.keep_draft"));
}

std::string seen_in(http::Parameters const& typed) {
  return std::string(typed.first("seen").value_or(""));
}

// A form whose first button is pressed by Enter: keeping.
Html form_around(Editor const& editor, Html const& inside) {
  auto const& t = editor.view.language;
  return html(
      R"(<form method="post" class="work" id="offering-form" novalidate action="{}" data-subject="{}" data-kept="{}" data-lost="{}">{}{}<p class="draft-state hint" role="status"></p></form><script type="module" src="{}"></script>)",
      editor.address(), editor.subject(), t("draft.kept_by_itself"), t("draft.not_kept"),
      hidden("form", editor.desk.form_token), inside, asset("js/draft.js"));
}

http::Response show_form(Editor const& editor, Shown const& shown) {
  auto const& t = editor.view.language;
  FormView const form{editor.view, "offering_form.", shown.typed, shown.problems};
  bool const all_open = editor.offering.has_value();
  auto const fields = offering_fields(form, venues_of(editor.bench), all_open);
  return work_page(editor.view,
                   {.path = editor.path(),
                    .title = editor.offering ? editor.offering->title : t("work.new"),
                    .body = shown.above + problems_of(form) +
                            form_around(editor, hidden("seen", seen_in(shown.typed)) + fields + buttons(t)),
                    .status = shown.problems.empty() ? shown.status : 400,
                    .back = editor.bench.organisation.name,
                    .back_to = editor.bench.path(),
                    .also = editor.also()});
}

// A new one begins as most are: a club, each week, not in the holidays, in Dutch.
Offering new_offering(Workbench const& bench) {
  Offering offering;
  offering.organisation = bench.organisation.id;
  offering.kind = OfferingKind::club;
  return offering;
}

http::Parameters opened_new(Workbench const& bench) {
  auto form = form_of(new_offering(bench));
  http::Parameters typed;
  for (auto const& [name, value] : form) typed.add(name, name == "when" ? "weekly" : value);
  typed.add("in_holidays", "not_then");
  typed.add("phone", bench.organisation.phone);
  typed.add("email", bench.organisation.email);
  auto const venues = venues_of(bench);
  if (venues.size() == 1) typed.add("venue", text(venues.front().id));
  return typed;
}

// What somebody had typed before goes on where it was.
http::Response open_form(Editor const& editor, http::Parameters typed, Html const& notice = {}) {
  auto const draft = draft_of(editor.desk, editor.subject());
  if (!draft) return show_form(editor, {std::move(typed), {}, notice});
  auto kept = http::Parameters::parse(draft->form);
  if (!kept) return show_form(editor, {std::move(typed), {}, notice});
  auto const here = with_fields(Url::path(editor.path()), editor.also()).text();
  return show_form(editor, {*std::move(kept), {}, draft_notice(editor.view, editor.desk, *draft, here)});
}

Html fact(std::string const& term, std::string const& words) {
  return words.empty() ? Html() : html(R"(<div><dt>{}</dt><dd>{}</dd></div>)", term, words);
}

std::string place_words(Editor const& editor, Offering const& offering, http::Parameters const& typed) {
  auto const& t = editor.view.language;
  if (auto const named = typed.first("new_place"); named && !named->empty()) return std::string(*named);
  if (offering.where != Where::at_venue) return choice_phrase(t, "where.", offering.where);
  if (!offering.venue) return t("venue.unknown");
  auto const venue = editor.bench.reader->venues().find(*offering.venue);
  return venue ? venue->name : t("venue.unknown");
}

std::string theme_words(Editor const& editor, Offering const& offering) {
  return offering.themes.empty() ? ""
                                 : field_words(editor.view, *editor.bench.reader, "offering", "themes",
                                               to_field_text(offering.themes));
}

std::string ways_to_join(Offering const& offering) {
  std::string all;
  for (auto const* way : {&offering.link, &offering.phone, &offering.email}) {
    if (!way->empty()) all += (all.empty() ? "" : " · ") + *way;
  }
  return all;
}

// What a child sees first of it.
Html preview(Editor const& editor, Offering const& offering, http::Parameters const& typed) {
  auto const& t = editor.view.language;
  auto const next = next_occurrence(offering.schedule, holidays_of(editor.view, editor.bench.ecosystem),
                                    editor.view.moment.today, editor.view.moment.now);
  auto const said = schedule_phrase(t, offering.schedule);
  return html(
      R"(<section class="preview" aria-labelledby="preview-title"><p class="hint" id="preview-title">{}</p><h2>{}</h2><p class="lead">{}</p><dl class="about">{}</dl>{}<p class="actions"><button class="button primary" type="submit" form="offering-form" name="do" value="keep">{}</button></p></section>)",
      t("work.preview_title"), offering.title, offering.summary,
      fact(t("offering.for_whom"), for_whom_phrase(t, offering)) +
          fact(t("offering.when"), said.empty() ? t("schedule.unknown") : said) +
          fact(t("work.first_next"),
               next ? next_phrase(t, *next, editor.view.moment.today) : t("work.no_next")) +
          fact(t("offering.where"), place_words(editor, offering, typed)) +
          fact(t("offering.costs"), price_phrase(t, offering.price)) +
          fact(t("offering.themes"), theme_words(editor, offering)) +
          fact(t("offering_form.taking_part"), ways_to_join(offering)),
      offering.expect.empty()
          ? Html()
          : html(R"(<h3>{}</h3><p>{}</p>)", t("offering_form.first_time"), offering.expect),
      t("work.keep"));
}

// Where an address lies that the map knows. Fails with "work.address_missing" or "work.address_unknown".
Result<Venue> new_venue(Editor const& editor, TypedFields const& typed) {
  auto const address = typed.text("new_address");
  if (address.empty()) return fail(in_field({Fault::missing, "work.address_missing"}, "new_address"));
  auto const found = editor.view.atlas.gazetteer().find(address, 2);
  if (found.size() != 1) {
    return fail(in_field({Fault::missing, "work.address_unknown", {{"address", address}}}, "new_address"));
  }
  auto const name = read_line(typed.text("new_place"));
  if (!name) return fail(in_field(name.error(), "new_place"));
  Venue venue;
  venue.name = *name;
  venue.kind = *VenueKind::parse("community-centre");
  venue.point = found.front().point;
  venue.organisation = editor.bench.organisation.id;
  venue.street = found.front().name;
  venue.city = found.front().context;
  return venue;
}

// A place that was typed is made with the offering, in the same step.
Done settle_place(Editor const& editor, Writer& writer, TypedFields const& typed, Offering& offering) {
  if (!typed.has("new_place")) return {};
  auto venue = new_venue(editor, typed);
  if (!venue) return fail(venue.error());
  // The same form sent twice makes one place.
  for (auto const& there : writer.venues().with("organisation", text(editor.bench.organisation.id))) {
    if (there.archived_on || there.name != venue->name || there.point != venue->point) continue;
    offering.venue = there.id;
    offering.where = Where::at_venue;
    return {};
  }
  venue->id = writer.new_id<Venue>();
  venue->confirmed_on = editor.view.moment.today;
  auto const saved = writer.venues().save(*std::move(venue));
  if (!saved) return fail(saved.error());
  offering.venue = saved->id;
  offering.where = Where::at_venue;
  return {};
}

http::Response kept(Editor const& editor, Id<Offering> offering) {
  if (!editor.only_answers) drop_draft(editor.desk, editor.subject());
  return to_own_offering(editor.view, editor.bench, "saved", offering);
}

http::Response wrong(Editor const& editor, http::Parameters const& typed, Error const& error) {
  return show_form(editor, {typed, {error}});
}

// The form sent twice is one offering.
std::optional<Id<Offering>> same_again(Writer& writer, Offering const& offering) {
  auto const form = form_of(offering);
  for (auto const& other : writer.offerings().with("organisation", text(offering.organisation))) {
    if (!other.archived_on && form_of(other) == form) return other.id;
  }
  return std::nullopt;
}

http::Response keep_new(Editor const& editor, http::Parameters const& typed, Offering offering) {
  auto const opened = writer_of(editor.desk, editor.bench, accounts::Action::keep_offering);
  if (!opened) return work_refused(editor.view, opened.error());
  auto& writer = **opened;
  auto const place = settle_place(editor, writer, TypedFields(typed), offering);
  if (!place) return wrong(editor, typed, place.error());
  if (auto const there = same_again(writer, offering)) return kept(editor, *there);
  auto const saved = keep_offering(writer, std::move(offering), editor.view.moment.today);
  if (!saved) return wrong(editor, typed, saved.error());
  writer.commit();
  return kept(editor, saved->id);
}

// Who last changed that field, and when.
std::string changed_by(Editor const& editor, Id<Offering> offering, std::string const& field) {
  auto const& t = editor.view.language;
  auto const all = editor.bench.reader->audit("offering", offering.uuid());
  auto const found =
      std::find_if(all.rbegin(), all.rend(), [&](AuditEntry const& one) { return one.field == field; });
  if (found == all.rend()) return t("work.theirs");
  return t("work.theirs_of", {{"who", actor_name(editor.view, *editor.desk.store.accounts(), found->actor)},
                              {"when", day_phrase(t, local_date(found->at))},
                              {"time", text(local_time(found->at))}});
}

Html clash_choice(Editor const& editor, Id<Offering> offering, Clash const& clash) {
  auto const& t = editor.view.language;
  auto const words = [&](FieldText const& value) {
    return field_words(editor.view, *editor.bench.reader, "offering", clash.field, value);
  };
  auto const radio = [&](char const* whose, bool chosen, std::string const& label, FieldText const& value) {
    return html(
        R"(<label class="version"><input type="radio" name="{}" value="{}" {}> <strong>{}</strong> <span>{}</span></label>)",
        "take." + clash.field, whose, Flag{"checked", chosen}, label, words(value));
  };
  return html(R"(<fieldset class="versions"><legend>{}</legend>{}{}</fieldset>)",
              field_label(editor.view, clash.field), radio("mine", true, t("work.mine"), clash.mine),
              radio("theirs", false, changed_by(editor, offering, clash.field), clash.theirs));
}

// Both versions beside each other. All that was typed goes along. `problem`: of what was chosen before.
http::Response show_clashes(Editor const& editor, http::Parameters const& typed,
                            std::vector<Clash> const& clashes, Offering const& now,
                            Error const* problem = nullptr) {
  auto const& t = editor.view.language;
  auto const told =
      problem ? html(R"(<p class="problem" role="alert">{}</p>)", t.sentence(*problem)) : Html();
  Html fields = hidden("decided", std::to_string(now.version));
  for (auto const& [name, value] : typed) {
    if (!name.starts_with("take.") && name != "decided") fields += hidden(name, value);
  }
  fields += each(clashes, [&](Clash const& clash) { return clash_choice(editor, now.id, clash); });
  fields += html(
      R"(<p class="actions"><button class="button primary" type="submit" name="do" value="{}">{}</button></p>)",
      editor.only_answers ? "answers" : "keep", t("work.keep"));
  return work_page(editor.view,
                   {.path = editor.path(),
                    .title = t("work.both_changed"),
                    .body = told + html(R"(<p class="lead">{}</p>)", t("work.both_changed_text")) +
                            form_around(editor, fields),
                    .status = 409,
                    .back = editor.bench.organisation.name,
                    .back_to = editor.bench.path()});
}

// Where somebody chose the other version it is that one. What was decided about another version of the
// record than the one that is there now is asked again.
bool decide(TypedFields const& typed, MergedEdit<Offering>& merged, Offering const& now) {
  if (merged.clashes.empty()) return true;
  if (typed.text("decided") != std::to_string(now.version)) return false;
  for (auto const& clash : merged.clashes) {
    if (typed.text("take." + clash.field) == "theirs") take(merged.thing, now, clash.field);
  }
  return true;
}

http::Response keep_changed(Editor const& editor, Id<Offering> offering, http::Parameters const& typed) {
  auto const today = editor.view.moment.today;
  auto const& vocabulary = editor.view.atlas.vocabulary();
  auto const opened = writer_of(editor.desk, editor.bench, accounts::Action::keep_offering);
  if (!opened) return work_refused(editor.view, opened.error());
  auto const& writer = *opened;
  auto const now = writer->offerings().find(offering);
  if (!now) return work_refused(editor.view, now.error());
  auto const seen_form = http::Parameters::parse(seen_in(typed));
  auto const seen = read_offering(seen_form.value_or(http::Parameters()), *now, vocabulary, today).offering;
  auto mine = read_offering(typed, *now, vocabulary, today).offering;
  auto const place = settle_place(editor, *writer, TypedFields(typed), mine);
  if (!place) return wrong(editor, typed, place.error());
  auto merged = merge_offering(seen, mine, *now);
  if (!decide(TypedFields(typed), merged, *now)) return show_clashes(editor, typed, merged.clashes, *now);
  auto const saved = keep_offering(*writer, std::move(merged.thing), today);
  if (!saved && merged.asks(saved.error().field)) {
    return show_clashes(editor, typed, merged.clashes, *now, &saved.error());
  }
  if (!saved) return wrong(editor, typed, saved.error());
  writer->commit();
  return kept(editor, saved->id);
}

http::Response keep_draft_of(Editor const& editor, http::Parameters const& typed) {
  auto const kept = keep_draft(editor.desk, editor.subject(), typed);
  if (!kept) return wrong(editor, typed, kept.error());
  auto const& of = editor.offering ? editor.offering : editor.copied;
  return to_own_offering(editor.view, editor.bench, "draft", of ? std::optional(of->id) : std::nullopt);
}

// What keeping it would refuse is said here already.
http::Response look_first(Editor const& editor, http::Parameters const& typed, Offering const& offering) {
  TypedFields const fields(typed);
  if (fields.has("new_place")) {
    if (auto const place = new_venue(editor, fields); !place) return wrong(editor, typed, place.error());
  }
  return show_form(editor, {typed, {}, preview(editor, offering, typed)});
}

http::Response answer(Editor const& editor, http::Request const& request) {
  auto const typed = typed_in_form(request);
  auto const wish = TypedFields(request.form).text("do");
  if (wish == "draft") return keep_draft_of(editor, typed);
  auto const read = read_offering(typed, editor.offering.value_or(new_offering(editor.bench)),
                                  editor.view.atlas.vocabulary(), editor.view.moment.today);
  if (!read.problems.empty()) return show_form(editor, {typed, read.problems});
  if (wish == "preview") return look_first(editor, typed, read.offering);
  return editor.offering ? keep_changed(editor, editor.offering->id, typed)
                         : keep_new(editor, typed, read.offering);
}

}  // namespace

http::Response edit_offering(http::Request const&, View const& view, Desk const& desk,
                             PathArguments const& arguments) {
  auto const at = offering_bench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  if (!at) return work_refused(view, at.error());
  return open_form({view, desk, at->bench, at->offering}, opened_form(at->offering));
}

http::Response change_offering(http::Request const& request, View const& view, Desk const& desk,
                               PathArguments const& arguments) {
  auto const at = offering_bench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  if (!at) return work_refused(view, at.error());
  bool const only_answers = TypedFields(request.form).text("do") == "answers";
  return answer({view, desk, at->bench, at->offering, {}, only_answers}, request);
}

http::Response begin_offering(http::Request const& request, View const& view, Desk const& desk,
                              PathArguments const& arguments) {
  auto const bench = workbench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  if (!bench) return work_refused(view, bench.error());
  auto const editor = editor_of_new(view, desk, *bench, request.query);
  if (!editor.copied) return open_form(editor, opened_new(*bench));
  auto const notice =
      html(R"(<div class="notice" role="status"><p>{}</p></div>)", view.language("work.copied"));
  return open_form(editor, form_of(copy_of(*editor.copied)), notice);
}

http::Response make_offering(http::Request const& request, View const& view, Desk const& desk,
                             PathArguments const& arguments) {
  auto const bench = workbench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  return bench ? answer(editor_of_new(view, desk, *bench, request.query), request)
               : work_refused(view, bench.error());
}

}  // namespace wegwijzer::web::pages
