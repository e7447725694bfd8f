// SPDX-License-Identifier: EUPL-1.2
// A suggestion of something that is not on the map yet becomes an organisation, a venue or an offering: a
// form with what is known of it.
#include <algorithm>

#include "base/words.h"
#include "exchange/cells.h"
#include "usecases/suggestion/decide.h"
#include "usecases/workplace/keep.h"
#include "web/form_fields.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/suggestion_bench.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

struct NewFromSuggestion {
  SuggestionBench bench;
  Suggestion suggestion;

  std::string path() const { return bench.path(suggestion.id) + "/new"; }
};

Result<NewFromSuggestion> new_from(Desk const& desk, PathArguments const& arguments) {
  auto bench = suggestion_bench(desk, arguments[0]);
  if (!bench) return fail(bench.error());
  auto const id = Id<Suggestion>::parse(arguments[1]);
  auto suggestion = id ? bench->reader->suggestions().find(*id) : fail(Fault::missing, "suggestion.missing");
  if (!suggestion) return fail(suggestion.error());
  if (!keeps_whole_map(desk.asker(), bench->ecosystem)) return fail(Fault::forbidden, "account.may_not");
  if (!is_waiting(*suggestion)) return fail(Fault::conflict, "suggestion.decided_already");
  return NewFromSuggestion{*std::move(bench), *std::move(suggestion)};
}

std::string kind_asked(http::Parameters const& from, Suggestion const& suggestion) {
  auto const asked = from.first("kind").value_or(suggestion.kind);
  bool const is_known = asked == "organisation" || asked == "venue" || asked == "offering";
  return is_known ? std::string(asked) : "organisation";
}

http::Parameters form_of(Suggestion const& suggestion) {
  http::Parameters form;
  for (auto const& field : suggestion.fields) {
    auto const& name = field.name;
    form.add(name == "title" ? "name" : name == "link" ? "website" : name, field.value.value_or(""));
  }
  form.add("place", suggestion.place);
  form.add("sector", "other");
  form.add("offering_kind", "club");
  return form;
}

template <wegwijzer::Choice Enum>
std::vector<FormChoice> named_choices(Language const& t, char const* prefix) {
  std::vector<FormChoice> all;
  for (auto const& [value, name] : choices<Enum>) {
    all.push_back({std::string(name), choice_phrase(t, prefix, value)});
  }
  return all;
}

std::vector<FormChoice> venue_kind_choices(View const& view) {
  std::vector<FormChoice> all{{"", view.language("work.not_said")}};
  for (auto const& rule : view.atlas.vocabulary().venue_kinds) {
    FormChoice one{rule.kind.text(), venue_kind_name(view, rule.kind)};
    if (std::ranges::find(all, one.value, &FormChoice::value) == all.end()) all.push_back(std::move(one));
  }
  std::ranges::sort(all.begin() + 1, all.end(), {}, &FormChoice::label);
  return all;
}

Html fields_of_kind(FormView const& form, std::string const& kind) {
  auto const& t = form.view.language;
  auto const link = line_field(form, "website");
  if (kind == "organisation") {
    return line_field(form, "name") +
           select_field(form, "sector", options_of(form, "sector", named_choices<Sector>(t, "sector.of_"))) +
           link + area_field(form, "about", 3);
  }
  if (kind == "venue") {
    return line_field(form, "name") +
           select_field(form, "venue_kind", options_of(form, "venue_kind", venue_kind_choices(form.view))) +
           line_field(form, "place") + link;
  }
  return line_field(form, "name") + line_field(form, "organisation") + tick_field(form, "make_organisation") +
         select_field(form, "offering_kind",
                      options_of(form, "offering_kind", named_choices<OfferingKind>(t, "kind."))) +
         line_field(form, "ages") + area_field(form, "about", 3) + link;
}

// Which of the three it is, as a way to the form for that.
Html kinds_of_new(View const& view, NewFromSuggestion const& made, std::string const& kind) {
  auto const& t = view.language;
  Html links;
  for (auto const* one : {"offering", "organisation", "venue"}) {
    auto const label = t(std::string("missing.kind_") + one);
    links += one == kind
                 ? html(R"(<li><span class="current" aria-current="true">{}</span></li>)", label)
                 : html(R"(<li><a href="{}">{}</a></li>)", view.page(made.path()).with("kind", one), label);
  }
  return html(R"(<ul class="links">{}</ul>)", links);
}

http::Response show_new(View const& view, Desk const& desk, NewFromSuggestion const& made,
                        std::string const& kind, http::Parameters const& typed,
                        std::vector<Error> const& problems = {}) {
  auto const& t = view.language;
  FormView const form{view, "work_new.", typed, problems};
  auto const said = made.suggestion.message.empty()
                        ? Html()
                        : html(R"(<blockquote class="said">{}</blockquote>)", made.suggestion.message);
  auto const hidden_fields = hidden("form", desk.form_token) + hidden("kind", kind);
  return work_page(
      view,
      {.path = made.path(),
       .title = t("work_new.title"),
       .body =
           said + kinds_of_new(view, made, kind) + problems_of(form) +
           html(
               R"(<form method="post" class="work" novalidate action="{}">{}{}<p><button class="button primary" type="submit">{}</button></p></form>)",
               view.page(made.path()), hidden_fields, fields_of_kind(form, kind), t("work_new.make")),
       .status = problems.empty() ? 200 : 400,
       .back = t("work_suggestion.title"),
       .back_to = made.bench.path()});
}

// --- Reading it.

std::string typed_name(TypedFields& typed) {
  auto name = typed.value("name", read_line).value_or("");
  if (name.empty()) typed.wrong("name", {Fault::missing, "missing.name_missing"});
  return name;
}

Result<Uuid> make_organisation(Writer& writer, TypedFields& typed, Date today) {
  Organisation made;
  made.id = writer.new_id<Organisation>();
  made.name = typed_name(typed);
  made.roles = {Role::provider};
  made.sector = typed.value("sector", parse_choice<Sector>).value_or(Sector::other);
  made.website = typed.value("website", read_link).value_or("");
  made.about = typed.value("about", read_text).value_or("");
  made.confirmed_on = today;
  if (!typed.problems().empty()) return Uuid();
  return writer.organisations().save(made).map([](auto const& kept) { return kept.id.uuid(); });
}

// Where it is has to be known: a venue is a point on the map.
std::optional<FoundPlace> one_place(View const& view, TypedFields& typed) {
  auto const words = typed.text("place");
  auto const found = words.empty() ? std::vector<FoundPlace>() : view.atlas.gazetteer().find(words, 2);
  if (found.size() == 1) return found.front();
  typed.wrong("place", {Fault::invalid, found.empty() ? "work_new.place_unknown" : "work_new.place_unclear"});
  return std::nullopt;
}

Result<Uuid> make_venue(View const& view, Writer& writer, TypedFields& typed) {
  Venue made;
  made.id = writer.new_id<Venue>();
  made.name = typed_name(typed);
  if (auto const kind = typed.value("venue_kind", VenueKind::parse)) made.kind = *kind;
  made.website = typed.value("website", read_link).value_or("");
  if (auto const place = one_place(view, typed)) {
    made.point = place->point;
    made.street = place->name;
    made.city = place->context;
  }
  made.confirmed_on = view.moment.today;
  if (!typed.problems().empty()) return Uuid();
  return writer.venues().save(made).map([](auto const& kept) { return kept.id.uuid(); });
}

// By its name, or made when that is asked for.
std::optional<Id<Organisation>> organisation_of(Writer& writer, TypedFields& typed, Date today) {
  auto const name = typed.value("organisation", read_line).value_or("");
  for (auto const& one : writer.organisations().all()) {
    if (!one.archived_on && !name.empty() && folded(one.name) == folded(name)) return one.id;
  }
  if (name.empty() || !typed.ticked("make_organisation")) {
    typed.wrong("organisation", {Fault::missing, "work_new.organisation_unknown"});
    return std::nullopt;
  }
  Organisation made;
  made.id = writer.new_id<Organisation>();
  made.name = name;
  made.roles = {Role::provider};
  made.confirmed_on = today;
  auto const kept = writer.organisations().save(made);
  if (!kept) return std::nullopt;
  return kept->id;
}

Result<Uuid> make_new_offering(Writer& writer, TypedFields& typed, Date today) {
  Offering made;
  made.title = typed_name(typed);
  made.kind = typed.value("offering_kind", parse_choice<OfferingKind>).value_or(OfferingKind::club);
  made.ages = typed.value("ages", read_ages);
  made.summary = typed.value("about", read_text).value_or("");
  made.link = typed.value("website", read_link).value_or("");
  auto const organisation = organisation_of(writer, typed, today);
  if (!typed.problems().empty() || !organisation) return Uuid();
  made.organisation = *organisation;
  return keep_offering(writer, made, today).map([](auto const& kept) { return kept.id.uuid(); });
}

Result<Uuid> make_of_kind(View const& view, Writer& writer, std::string const& kind, TypedFields& typed) {
  if (kind == "organisation") return make_organisation(writer, typed, view.moment.today);
  if (kind == "venue") return make_venue(view, writer, typed);
  return make_new_offering(writer, typed, view.moment.today);
}

// What is made is not complete: the form of an offering asks the rest.
http::Response to_what_was_made(View const& view, SuggestionBench const& bench, Id<Suggestion> id,
                                std::string const& kind, Uuid made) {
  if (kind == "offering") {
    return to_page(view, "/workplace/" + bench.ecosystem.slug + "/offerings/" + text(made));
  }
  return http::redirect(view.page(bench.path()).with("done", "new").with("of", text(id)).text());
}

}  // namespace

http::Response new_from_suggestion(http::Request const& request, View const& view, Desk const& desk,
                                   PathArguments const& arguments) {
  auto const made = new_from(desk, arguments);
  if (!made) return work_refused(view, made.error());
  return show_new(view, desk, *made, kind_asked(request.query, made->suggestion), form_of(made->suggestion));
}

http::Response make_from_suggestion(http::Request const& request, View const& view, Desk const& desk,
                                    PathArguments const& arguments) {
  auto const made = new_from(desk, arguments);
  if (!made) return work_refused(view, made.error());
  auto const writer = writer_to_decide(view, desk, made->bench, made->suggestion.id);
  if (!writer) return work_refused(view, writer.error());
  auto const kind = kind_asked(request.form, made->suggestion);
  TypedFields typed(request.form);
  auto const change = (*writer)->begin(MapChangeKind::suggestion, typed.text("name"));
  auto const record = make_of_kind(view, **writer, kind, typed);
  if (!typed.problems().empty()) return show_new(view, desk, *made, kind, request.form, typed.problems());
  if (!record) return work_refused(view, record.error());
  auto const accepted = accept_as_new(**writer, made->suggestion.id, {kind, *record, change},
                                      {actor_of(desk).name, view.moment.today});
  if (!accepted) return work_refused(view, accepted.error());
  (*writer)->commit();
  return to_what_was_made(view, made->bench, made->suggestion.id, kind, *record);
}

}  // namespace wegwijzer::web::pages
