// SPDX-License-Identifier: EUPL-1.2
// "My offering": everything that an organisation offers on one page, with what needs attention, and what can
// be done at once.
#include <algorithm>
#include <set>

#include "exchange/cells.h"
#include "usecases/sourced/archive.h"
#include "usecases/workplace/attention.h"
#include "usecases/workplace/keep.h"
#include "usecases/workplace/steps.h"
#include "web/handlers.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web::pages {

namespace {

// All that is shown of an organisation's offering.
struct Shelf {
  Workbench const& bench;
  Holidays holidays;
  std::vector<Offering> shown;
  std::vector<Offering> archived;
  std::vector<OwnStep> steps;
  std::set<Id<Offering>> lead_on;  // from which a next step leads, or may lead
};

Shelf shelf_of(View const& view, Workbench const& bench) {
  Shelf shelf{
      bench, holidays_of(view, bench.ecosystem), {}, {}, own_steps(*bench.reader, bench.organisation.id), {}};
  for (auto& one : bench.reader->offerings().with("organisation", text(bench.organisation.id))) {
    (one.archived_on ? shelf.archived : shelf.shown).push_back(std::move(one));
  }
  for (auto* list : {&shelf.shown, &shelf.archived}) std::ranges::sort(*list, {}, &Offering::title);
  for (auto const& step : shelf.steps) shelf.lead_on.insert(step.from.id);
  return shelf;
}

// Where it can be put right.
std::string place_to_mend(Workbench const& bench, Offering const& offering, Attention what) {
  auto path = bench.path(offering.id);
  switch (what) {
    case Attention::no_dates_ahead:
    case Attention::nothing_after_holidays:
      return path + "#field-when";
    case Attention::no_place:
      return path + "#field-venue";
    case Attention::no_ages:
      return path + "#field-ages_from";
    case Attention::no_price:
      return path + "#field-amount";
    case Attention::full_without_waiting_list:
      return path + "#field-waiting_list";
    case Attention::no_access_facts:
      return path + "#field-access";
    case Attention::no_next_step:
      return bench.path() + "/next-steps";
    case Attention::stale:
      break;
  }
  return path;
}

Url address(View const& view, std::string const& path) {
  auto const hash = path.find('#');
  auto page = view.page(path.substr(0, hash));
  return hash == path.npos ? page : std::move(page).fragment(path.substr(hash + 1));
}

Html attention_list(View const& view, Shelf const& shelf, Offering const& offering) {
  auto const all =
      needs_attention(offering, shelf.holidays, shelf.lead_on.contains(offering.id), view.moment.today);
  if (all.empty()) return html(R"(<p class="in-order">{}</p>)", view.language("work.in_order"));
  return html(R"(<ul class="attention">{}</ul>)", each(all, [&](Attention what) {
                return html(R"(<li><a href="{}">{}</a></li>)",
                            address(view, place_to_mend(shelf.bench, offering, what)),
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
  auto const id = "places-" + text(offering.id);
  auto const field = html(
      R"(<label for="{}">{}</label> <input id="{}" name="places_left" type="number" inputmode="numeric" min="0" max="100000" value="{}">)",
      id, view.language("work.places_left"), id,
      offering.places_left ? std::to_string(*offering.places_left) : "");
  return html(R"(<div class="places">{}</div>)",
              account_form(view, desk, shelf.bench.path(offering.id) + "/places", field,
                           view.language("work.save_number"), "button"));
}

Html button_to(View const& view, std::string const& path, char const* label, char const* kind = "button") {
  return html(R"(<a class="{}" href="{}">{}</a>)", kind, view.page(path), view.language(label));
}

Html own_card(View const& view, Desk const& desk, Shelf const& shelf, Offering const& offering) {
  auto const& t = view.language;
  auto const path = shelf.bench.path(offering.id);
  auto const facts =
      html(R"(<p>{} · {} · {}</p><p>{}</p>)", choice_phrase(t, "kind.", offering.kind),
           for_whom_phrase(t, offering), price_phrase(t, offering.price), next_moment(view, shelf, offering));
  auto const link = [&](Url const& to, char const* label) {
    return html(R"(<a href="{}">{}</a> )", to, t(label));
  };
  auto const actions =
      button_to(view, path, "work.edit") + button_to(view, path + "/sessions", "work.sessions") +
      link(view.page(path + "/pictures"), "work.pictures") +
      link(view.page(path + "/for-everybody"), "work.for_everybody") +
      link(view.page(shelf.bench.path() + "/offerings/new").with("copy", text(offering.id)), "work.copy") +
      link(view.page(path + "/history"), "work.history");
  return html(
      R"(<li class="own-card" id="{}"><h2><a href="{}">{}</a></h2>{}{}{}<p class="actions">{}</p><div class="actions">{}{}</div></li>)",
      "offering-" + text(offering.id), view.page(path), offering.title, facts,
      attention_list(view, shelf, offering), places_form(view, desk, shelf, offering), actions,
      account_form(view, desk, path + "/confirm", {}, t("work.still_right"), "button"),
      account_form(view, desk, path + "/archive", {}, t("work.archive"), "button"));
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

// What was just done, and undoing it.
Html done_notice(http::Request const& request, View const& view, Desk const& desk, Shelf const& shelf) {
  auto const& t = view.language;
  auto const archived = Id<Offering>::parse(request.query.first("archived").value_or(""));
  if (archived) {
    auto const found = std::ranges::find(shelf.archived, *archived, &Offering::id);
    if (found == shelf.archived.end()) return {};
    return html(
        R"(<div class="notice" role="status"><p>{}</p>{}</div>)",
        t("work.archived_now", {{"title", found->title}}),
        account_form(view, desk, shelf.bench.path(found->id) + "/restore", {}, t("work.undo"), "button"));
  }
  auto const saved = Id<Offering>::parse(request.query.first("saved").value_or(""));
  auto const found = saved ? std::ranges::find(shelf.shown, *saved, &Offering::id) : shelf.shown.end();
  if (found == shelf.shown.end()) return {};
  return html(R"(<div class="notice" role="status"><p>{} <a href="{}">{}</a></p></div>)",
              t("work.saved", {{"title", found->title}}), view.page("/offerings", found->id),
              t("work.see_it"));
}

std::size_t waiting_steps(Shelf const& shelf) {
  return static_cast<std::size_t>(std::ranges::count_if(shelf.steps, &OwnStep::waits_for_us));
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
         all_right;
}

http::Response own_offering(http::Request const& request, View const& view, Desk const& desk,
                            Workbench const& bench) {
  auto const shelf = shelf_of(view, bench);
  auto const& t = view.language;
  auto const cards =
      shelf.shown.empty()
          ? html("<p>{}</p>", t("work.nothing_yet"))
          : html(R"(<ul class="own-cards">{}</ul>)",
                 each(shelf.shown, [&](Offering const& one) { return own_card(view, desk, shelf, one); }));
  return work_page(view, {.path = bench.path(),
                          .title = t("work.offering_of", {{"organisation", bench.organisation.name}}),
                          .body = done_notice(request, view, desk, shelf) + overview(view, desk, shelf) +
                                  cards + archived_list(view, desk, shelf),
                          .back = t("work.title"),
                          .back_to = "/workplace"});
}

}  // namespace

http::Response work_organisation(http::Request const& request, View const& view, Desk const& desk,
                                 PathArguments const& arguments) {
  auto const bench = workbench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  return bench ? own_offering(request, view, desk, *bench) : work_refused(view, bench.error());
}

namespace {

// Changes one offering of who may, and goes back to where all stand.
template <class Change>
http::Response changed(View const& view, Desk const& desk, PathArguments const& arguments, char const* told,
                       Change change) {
  auto const at = offering_bench(desk, arguments[0], arguments[1], accounts::Action::keep_offering);
  if (!at) return work_refused(view, at.error());
  auto const writer = writer_of(desk, at->bench, accounts::Action::keep_offering);
  if (!writer) return work_refused(view, writer.error());
  auto const done = change(**writer, at->offering);
  if (!done) return work_refused(view, done.error());
  (*writer)->commit();
  auto const path = view.page(at->bench.path());
  return http::redirect((told ? Url(path).with(told, text(at->offering.id)) : Url(path)).text() +
                        "#offering-" + text(at->offering.id));
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
  return changed(view, desk, arguments, "saved", [](Writer& writer, Offering const& offering) {
    return archive(writer, offering.id, std::nullopt);
  });
}

http::Response confirm_offering(http::Request const&, View const& view, Desk const& desk,
                                PathArguments const& arguments) {
  return changed(view, desk, arguments, "saved", [&](Writer& writer, Offering const& offering) {
    confirm_offerings(writer, offering.organisation, {offering.id}, view.moment.today);
    return Done();
  });
}

http::Response save_places(http::Request const& request, View const& view, Desk const& desk,
                           PathArguments const& arguments) {
  return changed(view, desk, arguments, "saved",
                 [&](Writer& writer, Offering const& offering) -> Result<Offering> {
                   auto const typed = TypedFields(request.form).text("places_left");
                   if (typed.empty()) return set_places(writer, offering.id, std::nullopt);
                   auto const number = read_count(typed, 0, 100'000);
                   if (!number) return fail(number.error());
                   return set_places(writer, offering.id, static_cast<int>(*number));
                 });
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
  return to_page(view, bench->path());
}

}  // namespace wegwijzer::web::pages
