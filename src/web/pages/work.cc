// SPDX-License-Identifier: EUPL-1.2
// "My offering": everything that an organisation offers on one page, with what needs attention, and what can
// be done at once.
#include <algorithm>
#include <map>
#include <set>

#include "exchange/cells.h"
#include "usecases/sourced/archive.h"
#include "usecases/workplace/attention.h"
#include "usecases/workplace/keep.h"
#include "usecases/workplace/steps.h"
#include "web/contact_parts.h"
#include "web/handlers.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/talk_parts.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

// What was just done with an offering, or what was wrong with it.
struct Outcome {
  std::string done{};  // "saved"; nothing: nothing was
  std::optional<Id<Offering>> of{};
  std::optional<Error> problem{};
  std::string typed{};  // with the problem
};

// All that is shown of an organisation's offering.
struct Shelf {
  Workbench const& bench;
  Outcome const& outcome;
  std::vector<accounts::Draft> drafts;  // of who looks
  Holidays holidays;
  std::vector<Offering> shown;
  std::vector<Offering> archived;
  std::vector<OwnStep> steps;
  std::set<Id<Offering>> lead_on;         // from which a next step leads, or may lead
  std::map<Uuid, std::size_t> suggested;  // what others say of a record, and waits
};

Shelf shelf_of(View const& view, Desk const& desk, Workbench const& bench, Outcome const& outcome) {
  Shelf shelf{bench,
              outcome,
              desk.store.accounts()->drafts(visit_of(desk).person.id),
              holidays_of(view, bench.ecosystem),
              {},
              {},
              own_steps(*bench.reader, bench.organisation.id),
              {},
              {}};
  for (auto const& one : bench.reader->suggestions().waiting()) {
    if (one.record) ++shelf.suggested[*one.record];
  }
  for (auto& one : bench.reader->offerings().with("organisation", text(bench.organisation.id))) {
    (one.archived_on ? shelf.archived : shelf.shown).push_back(std::move(one));
  }
  for (auto* list : {&shelf.shown, &shelf.archived}) std::ranges::sort(*list, {}, &Offering::title);
  for (auto const& step : shelf.steps) shelf.lead_on.insert(step.from.id);
  return shelf;
}

// Where it can be put right.
Url place_to_mend(View const& view, Workbench const& bench, Offering const& offering, Attention what) {
  auto const field = [&](char const* name) {
    return view.page(bench.path(offering.id)).fragment(std::string("field-") + name);
  };
  switch (what) {
    case Attention::no_dates_ahead:
    case Attention::nothing_after_holidays:
      return field("when");
    case Attention::no_place:
      return field("venue");
    case Attention::no_ages:
      return field("ages_from");
    case Attention::no_price:
      return field("amount");
    case Attention::full_without_waiting_list:
      return field("waiting_list");
    case Attention::no_access_facts:
      return view.page(bench.path(offering.id) + "/for-everybody");
    case Attention::no_next_step:
      return view.page(bench.path() + "/next-steps").with("own", text(offering.id)).fragment("propose");
    case Attention::stale:
      break;
  }
  return view.page(bench.path(offering.id));
}

Html attention_list(View const& view, Shelf const& shelf, Offering const& offering) {
  auto const all =
      needs_attention(offering, shelf.holidays, shelf.lead_on.contains(offering.id), view.moment.today);
  if (all.empty()) return html(R"(<p class="in-order">{}</p>)", view.language("work.in_order"));
  return html(R"(<ul class="attention">{}</ul>)", each(all, [&](Attention what) {
                return html(R"(<li><a href="{}">{}</a></li>)",
                            place_to_mend(view, shelf.bench, offering, what),
                            choice_phrase(view.language, "attention.", what));
              }));
}

std::string next_moment(View const& view, Shelf const& shelf, Offering const& offering) {
  auto const next = next_occurrence(offering.schedule, shelf.holidays, view.moment.today, view.moment.now);
  return next ? view.language("schedule.next",
                              {{"when", next_phrase(view.language, *next, view.moment.today)}})
              : "";
}

Html places_form(View const& view, Desk const& desk, Shelf const& shelf, Offering const& offering) {
  auto const& outcome = shelf.outcome;
  bool const wrong = outcome.problem && outcome.of == offering.id;
  auto const id = "places-" + text(offering.id);
  auto const value = wrong                  ? outcome.typed
                     : offering.places_left ? std::to_string(*offering.places_left)
                                            : std::string();
  auto const problem = wrong ? html(R"(<strong class="problem" role="alert">{}</strong>)",
                                    view.language.sentence(*outcome.problem))
                             : Html();
  auto const field = html(
      R"(<label for="{}">{}</label> <input id="{}" name="places_left" inputmode="numeric" autocomplete="off" value="{}" {}>{})",
      id, view.language("work.places_left"), id, value, Flag{"autofocus", wrong}, problem);
  return html(R"(<div class="places">{}</div>)",
              account_form(view, desk, shelf.bench.path(offering.id) + "/places", field,
                           view.language("work.save_number"), "button"));
}

Html button_to(View const& view, std::string const& path, char const* label, char const* kind = "button") {
  return html(R"(<a class="{}" href="{}">{}</a>)", kind, view.page(path), view.language(label));
}

// In its card, where the page opens after it.
Html done_with(View const& view, Shelf const& shelf, Offering const& offering) {
  auto const& outcome = shelf.outcome;
  if (outcome.done.empty() || outcome.of != offering.id) return {};
  return html(R"(<p class="notice" role="status">{}</p>)", view.language("work.done_" + outcome.done));
}

// What somebody typed and did not keep yet.
Html way_to_draft(View const& view, Shelf const& shelf, std::string const& subject, Url const& form) {
  if (std::ranges::find(shelf.drafts, subject, &accounts::Draft::subject) == shelf.drafts.end()) return {};
  return html(R"(<p class="draft"><a href="{}">{}</a></p>)", form,
              view.language(subject.starts_with("offering/") ? "draft.of_this"
                            : subject.starts_with("copy/")   ? "draft.of_copy"
                                                             : "draft.of_new"));
}

Html drafts_of(View const& view, Shelf const& shelf, Offering const& offering) {
  auto const copy = view.page(shelf.bench.path() + "/offerings/new").with("copy", text(offering.id));
  return way_to_draft(view, shelf, "offering/" + text(offering.id),
                      view.page(shelf.bench.path(offering.id))) +
         way_to_draft(view, shelf, "copy/" + text(offering.id), copy);
}

Url to_suggestions(View const& view, Shelf const& shelf) {
  return view.page("/workplace/" + shelf.bench.ecosystem.slug + "/suggestions");
}

// What others say of it.
Html suggested_of(View const& view, Shelf const& shelf, Offering const& offering) {
  auto const found = shelf.suggested.find(offering.id.uuid());
  if (found == shelf.suggested.end()) return {};
  return html(R"(<p class="draft"><a href="{}">{}</a></p>)",
              to_suggestions(view, shelf).with("about", text(offering.id)),
              view.language.count("work.suggested", static_cast<int>(found->second)));
}

Html ways_of(View const& view, Shelf const& shelf, Offering const& offering) {
  auto const path = shelf.bench.path(offering.id);
  auto const link = [&](Url const& to, char const* label) {
    return html(R"(<a href="{}">{}</a> )", to, view.language(label));
  };
  return link(view.page("/offerings", offering.id), "work.as_a_child") +
         link(view.page(path + "/pictures"), "work.pictures") +
         link(view.page(path + "/for-everybody"), "work.for_everybody") +
         link(view.page(shelf.bench.path() + "/offerings/new").with("copy", text(offering.id)), "work.copy");
}

// What is seldom asked for.
Html more_of(View const& view, Desk const& desk, Shelf const& shelf, Offering const& offering) {
  auto const& t = view.language;
  auto const path = shelf.bench.path(offering.id);
  return html(
      R"(<details class="more"><summary>{}</summary><div class="actions"><a href="{}">{}</a>{}</div></details>)",
      t("work.more"), view.page(history_path(shelf.bench.ecosystem, offering.id)), t("work.history"),
      account_form(view, desk, path + "/archive", {}, t("work.archive"), "button"));
}

Html own_card(View const& view, Desk const& desk, Shelf const& shelf, Offering const& offering) {
  auto const& t = view.language;
  auto const path = shelf.bench.path(offering.id);
  auto const facts =
      html(R"(<p>{} · {} · {}</p><p>{}</p>)", choice_phrase(t, "kind.", offering.kind),
           for_whom_phrase(t, offering), price_phrase(t, offering.price), next_moment(view, shelf, offering));
  auto const buttons = button_to(view, path, "work.edit") +
                       button_to(view, path + "/sessions", "work.sessions") +
                       account_form(view, desk, path + "/confirm", {}, t("work.still_right"), "button");
  return html(
      R"(<li class="own-card" id="{}"><h2><a href="{}">{}</a></h2>{}{}{}<div class="actions">{}</div><p class="actions">{}</p>{}</li>)",
      "offering-" + text(offering.id), view.page(path), offering.title,
      done_with(view, shelf, offering) + drafts_of(view, shelf, offering) +
          suggested_of(view, shelf, offering) + facts,
      attention_list(view, shelf, offering), places_form(view, desk, shelf, offering), buttons,
      ways_of(view, shelf, offering), more_of(view, desk, shelf, offering));
}

Html archived_list(View const& view, Desk const& desk, Shelf const& shelf) {
  if (shelf.archived.empty()) return {};
  auto const& t = view.language;
  return html(R"(<details class="more"><summary>{}</summary><ul>{}</ul></details>)",
              t.count("work.archived", static_cast<int>(shelf.archived.size())),
              each(shelf.archived, [&](Offering const& one) {
                return html("<li><p>{}</p>{}</li>", one.title,
                            account_form(view, desk, shelf.bench.path(one.id) + "/restore", {},
                                         t("work.restore"), "button"));
              }));
}

// What was just done with all of it, or with what is not there any more.
Html done_notice(View const& view, Desk const& desk, Shelf const& shelf) {
  auto const& t = view.language;
  auto const& [done, of, problem, typed] = shelf.outcome;
  auto const found = of ? std::ranges::find(shelf.archived, *of, &Offering::id) : shelf.archived.end();
  if (done == "archived" && found != shelf.archived.end()) {
    return html(
        R"(<div class="notice" role="status"><p>{}</p>{}</div>)",
        t("work.archived_now", {{"title", found->title}}),
        account_form(view, desk, shelf.bench.path(found->id) + "/restore", {}, t("work.undo"), "button"));
  }
  if (of || done.empty()) return {};
  return html(R"(<p class="notice" role="status">{}</p>)", t("work.done_" + done));
}

std::size_t waiting_steps(Shelf const& shelf) {
  return static_cast<std::size_t>(std::ranges::count_if(shelf.steps, &OwnStep::waits_for_us));
}

// What others say of the organisation itself and its places.
Html suggested_of_own(View const& view, Desk const& desk, Shelf const& shelf) {
  if (!may(desk.asker(), accounts::Action::keep_organisation, shelf.bench.place())) return {};
  auto const of = [&](Uuid id) {
    auto const found = shelf.suggested.find(id);
    return found == shelf.suggested.end() ? std::size_t{0} : found->second;
  };
  auto count = of(shelf.bench.organisation.id.uuid());
  auto const organisation = text(shelf.bench.organisation.id);
  for (auto const& one : shelf.bench.reader->venues().with("organisation", organisation)) {
    count += of(one.id.uuid());
  }
  if (count == 0) return {};
  return html(R"(<p class="draft"><a href="{}">{}</a></p>)", to_suggestions(view, shelf),
              view.language.count("work.suggested_of_own", static_cast<int>(count)));
}

Html overview(View const& view, Desk const& desk, Shelf const& shelf) {
  auto const& t = view.language;
  auto const path = shelf.bench.path();
  auto const waiting = static_cast<int>(waiting_steps(shelf));
  auto const all_right =
      shelf.shown.empty()
          ? Html()
          : account_form(
                view, desk, path + "/confirm",
                each(shelf.shown, [](Offering const& one) { return hidden("offering", text(one.id)); }),
                t("work.all_still_right"), "button");
  auto const steps =
      html(R"(<a class="button" href="{}">{}{}</a>)", view.page(path + "/next-steps"), t("work.next_steps"),
           waiting > 0 ? html(R"( <strong class="count">{}</strong>)", t.count("work.wait_for_you", waiting))
                       : Html());
  auto const about = may(desk.asker(), accounts::Action::keep_organisation, shelf.bench.place())
                         ? button_to(view, path + "/about", "work.about")
                         : Html();
  return html(R"(<p class="actions">{}{}{}</p>)",
              button_to(view, path + "/offerings/new", "work.new", "button primary"), steps, about) +
         ways_to_talk(view, shelf.bench.ecosystem) + all_right + suggested_of_own(view, desk, shelf);
}

// Its places, and who changed what of them.
Html own_places(View const& view, Workbench const& bench) {
  auto places = bench.reader->venues().with("organisation", text(bench.organisation.id));
  std::erase_if(places, [](Venue const& one) { return one.archived_on.has_value(); });
  if (places.empty()) return {};
  auto const& t = view.language;
  return html(R"(<details class="more"><summary>{}</summary><ul>{}</ul></details>)", t("work.own_places"),
              each(places, [&](Venue const& one) {
                return html(R"(<li><a href="{}">{}</a> · <a href="{}">{}</a></li>)",
                            view.page("/venues", one.id), one.name,
                            view.page(history_path(bench.ecosystem, one.id)), t("work.history"));
              }));
}

// A list of all there is, for who keeps more than one.
std::pair<std::string, std::string> way_back(View const& view, Desk const& desk) {
  auto const& roles = visit_of(desk).memberships;
  bool const one = roles.size() == 1 && roles.front().place().organisation.has_value();
  return one ? std::pair{view.language("nav.account"), "/account"}
             : std::pair{view.language("work.title"), "/workplace"};
}

http::Response own_offering(View const& view, Desk const& desk, Workbench const& bench,
                            Outcome const& outcome) {
  auto const shelf = shelf_of(view, desk, bench, outcome);
  auto const& t = view.language;
  auto const cards =
      shelf.shown.empty()
          ? html("<p>{}</p>", t("work.nothing_yet"))
          : html(R"(<ul class="own-cards">{}</ul>)",
                 each(shelf.shown, [&](Offering const& one) { return own_card(view, desk, shelf, one); }));
  auto const new_draft = way_to_draft(view, shelf, "new/" + text(bench.organisation.id),
                                      view.page(bench.path() + "/offerings/new"));
  auto const [back, back_to] = way_back(view, desk);
  return work_page(view,
                   {.path = bench.path(),
                    .title = t("work.offering_of", {{"organisation", bench.organisation.name}}),
                    .body = done_notice(view, desk, shelf) + overview(view, desk, shelf) + new_draft + cards +
                            archived_list(view, desk, shelf) + own_places(view, bench) +
                            people_section(view, desk, bench.ecosystem, *bench.reader, bench.organisation),
                    .status = outcome.problem ? 400 : 200,
                    .back = back,
                    .back_to = back_to});
}

// What the address says was done.
Outcome outcome_in(http::Request const& request) {
  constexpr std::string_view all[] = {"saved",    "confirmed",     "places", "archived",
                                      "restored", "all_confirmed", "about",  "draft"};
  auto const done = request.query.first("done").value_or("");
  if (std::ranges::find(all, done) == std::end(all)) return {};
  auto const of = Id<Offering>::parse(request.query.first("of").value_or(""));
  return {std::string(done), of ? std::optional(*of) : std::nullopt};
}

}  // namespace

http::Response work_organisation(http::Request const& request, View const& view, Desk const& desk,
                                 PathArguments const& arguments) {
  auto const bench = workbench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  return bench ? own_offering(view, desk, *bench, outcome_in(request)) : work_refused(view, bench.error());
}

namespace {

// Changes one offering of who may, and goes back to where all stand.
template <class Change>
http::Response changed(View const& view, Desk const& desk, PathArguments const& arguments, char const* done,
                       Change change) {
  auto const at = offering_bench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  if (!at) return work_refused(view, at.error());
  auto const writer = writer_of(desk, at->bench, accounts::Action::keep_offering);
  if (!writer) return work_refused(view, writer.error());
  if (auto const changed = change(**writer, at->offering); !changed)
    return work_refused(view, changed.error());
  (*writer)->commit();
  return to_own_offering(view, at->bench, done, at->offering.id);
}

}  // namespace

http::Response archive_offering(http::Request const&, View const& view, Desk const& desk,
                                PathArguments const& arguments) {
  return changed(view, desk, arguments, "archived", [&](Writer& writer, Offering const& offering) {
    return archive(writer, offering.id, std::optional(view.moment.today));
  });
}

http::Response restore_offering(http::Request const&, View const& view, Desk const& desk,
                                PathArguments const& arguments) {
  return changed(view, desk, arguments, "restored", [](Writer& writer, Offering const& offering) {
    return archive(writer, offering.id, std::nullopt);
  });
}

http::Response confirm_offering(http::Request const&, View const& view, Desk const& desk,
                                PathArguments const& arguments) {
  return changed(view, desk, arguments, "confirmed", [&](Writer& writer, Offering const& offering) {
    confirm_offerings(writer, offering.organisation, {offering.id}, view.moment.today);
    return Done();
  });
}

namespace {

Result<Offering> set_typed_places(Writer& writer, Id<Offering> offering, std::string const& typed) {
  if (typed.empty()) return set_places(writer, offering, std::nullopt);
  auto const number = read_count(typed, 0, 100'000);
  if (!number) return fail(number.error());
  return set_places(writer, offering, static_cast<int>(*number));
}

}  // namespace

http::Response save_places(http::Request const& request, View const& view, Desk const& desk,
                           PathArguments const& arguments) {
  auto const at = offering_bench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  if (!at) return work_refused(view, at.error());
  auto const writer = writer_of(desk, at->bench, accounts::Action::keep_offering);
  if (!writer) return work_refused(view, writer.error());
  auto const typed = TypedFields(request.form).text("places_left");
  auto const saved = set_typed_places(**writer, at->offering.id, typed);
  if (!saved) return own_offering(view, desk, at->bench, {"", at->offering.id, saved.error(), typed});
  (*writer)->commit();
  return to_own_offering(view, at->bench, "places", at->offering.id);
}

http::Response confirm_all(http::Request const& request, View const& view, Desk const& desk,
                           PathArguments const& arguments) {
  auto const bench = workbench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  if (!bench) return work_refused(view, bench.error());
  TypedFields typed(request.form);
  auto const offerings = typed.list("offering", Id<Offering>::parse);
  auto const writer = writer_of(desk, *bench, accounts::Action::keep_offering);
  if (!writer) return work_refused(view, writer.error());
  confirm_offerings(**writer, bench->organisation.id, offerings, view.moment.today);
  (*writer)->commit();
  return to_own_offering(view, *bench, "all_confirmed");
}

}  // namespace wegwijzer::web::pages
