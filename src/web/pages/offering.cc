// SPDX-License-Identifier: EUPL-1.2
// One offering: what, for whom, when, where, what it costs, how to take part, and its next steps.
#include <algorithm>

#include "base/check.h"
#include "usecases/offering/steps.h"
#include "web/drawings.h"
#include "web/for_me.h"
#include "web/handlers.h"
#include "web/linked_data.h"
#include "web/map_picture.h"
#include "web/network_parts.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"
#include "web/sharing.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t most_steps = 4;

struct Shown {
  Index<Offering> index;
  Offering const& offering;
  OfferingFacts const& facts;
  OfferingQuery query;
  OfferingSteps next;
  FoundOffering found;
};

Html row(std::string const& term, Html const& description) {
  return html(R"(<div><dt>{}</dt><dd>{}</dd></div>)", term, description);
}

Html row(std::string const& term, std::string const& description) {
  return description.empty() ? Html() : row(term, html("{}", description));
}

Html when(View const& view, Shown const& shown) {
  auto const& t = view.language;
  auto const said = schedule_phrase(t, shown.offering.schedule);
  if (said.empty()) return html("{}", t("schedule.unknown"));
  if (!shown.found.next || joining(shown.offering, view.moment.today) == Joining::closed) {
    return html("{}", said);
  }
  return html(R"({}<br><strong>{}</strong>)", said,
              t("schedule.next", {{"when", next_phrase(t, *shown.found.next, view.moment.today)}}));
}

Html where(View const& view, Shown const& shown) {
  auto const& t = view.language;
  if (shown.offering.where != Where::at_venue) {
    return html("{}", choice_phrase(t, "where.", shown.offering.where));
  }
  if (!shown.facts.venue) return html("{}", t("venue.unknown"));
  auto const& venue = view.atlas.catalogue()[*shown.facts.venue];
  auto const address = address_phrase(venue);
  auto const link = with_query(view.page("/venues", venue.id), circumstances_of(shown.query));
  auto const travel = shown.found.travel ? travel_phrase(t, *shown.found.travel, shown.query.mode) : "";
  auto const route =
      with_query(view.page("/offerings", shown.offering.id).segment("route"), circumstances_of(shown.query));
  return html(R"(<a href="{}">{}</a>{}{})", link, proper_name(view, venue_name(view, venue)),
              address.empty() ? Html() : html("<br>{}", proper_name(view, address)),
              travel.empty()
                  ? Html()
                  : html(R"(<br><strong>{}</strong> <a href="{}">{}</a>)", travel, route, t("route.link")));
}

Html costs(View const& view, Offering const& offering) {
  auto out = html("{}", price_phrase(view.language, offering.price));
  if (!offering.price || offering.price->free()) return out;
  return out + html(R"(<br><a href="{}">{}</a>)", Url::fragment_only("help"), view.language("price.help"));
}

std::string language_names(View const& view, std::vector<LanguageCode> const& codes) {
  std::vector<std::string> names;
  names.reserve(codes.size());
  for (auto const& code : codes) names.push_back(spoken_name(view, code));
  return joined_phrase(view.language, names);
}

std::string access_names(View const& view, std::vector<Access> const& access) {
  std::vector<std::string> names;
  names.reserve(access.size());
  for (auto const need : access) names.push_back(choice_phrase(view.language, "access.", need));
  return joined(names, view.language("list.separator"));
}

Html facts_list(View const& view, Shown const& shown) {
  auto const& t = view.language;
  auto const& offering = shown.offering;
  return html(R"(<dl class="about">{}</dl>)",
              row(t("offering.for_whom"), for_whom_phrase(t, offering)) +
                  row(t("offering.when"), when(view, shown)) + row(t("offering.where"), where(view, shown)) +
                  row(t("offering.costs"), costs(view, offering)) +
                  row(t("offering.themes"), theme_names(view, shown.facts.themes)) +
                  row(t("offering.kind"), choice_phrase(t, "kind.", offering.kind)) +
                  row(t("offering.school_time"),
                      offering.school_time == SchoolTime::in_school ? t("offering.school_time_text") : "") +
                  row(t("offering.before"), offering.asks_prior ? t("offering.before_asks") : "") +
                  row(t("offering.difficulty"),
                      offering.difficulty ? t("difficulty." + std::to_string(*offering.difficulty)) : "") +
                  row(t("offering.capacity"),
                      offering.capacity ? t.count("offering.capacity_text", *offering.capacity) : "") +
                  row(t("results.stage"), offering.stage ? choice_phrase(t, "stage.", *offering.stage) : "") +
                  row(t("offering.company"),
                      offering.company ? choice_phrase(t, "company.", *offering.company) : "") +
                  row(t("offering.languages"), language_names(view, offering.languages)) +
                  row(t("offering.access"), access_names(view, offering.access)));
}

// Full, but one can wait for a place.
bool waiting(Offering const& offering) {
  return offering.places_left == 0 && offering.waiting_list.value_or(false);
}

// The one way to take part that is offered first: the easiest that is known.
Html take_part_button(View const& view, Shown const& shown) {
  auto const& t = view.language;
  auto const state = joining(shown.offering, view.moment.today);
  if (state == Joining::closed) {
    return html(
        R"(<p class="closed">{}</p>)",
        t("take_part.closed",
          {{"date", day_phrase(t, known(shown.offering.deadline, "what is closed had a last day"))}}));
  }
  if (state == Joining::full) return html(R"(<p class="closed">{}</p>)", t("take_part.is_full"));
  auto const& organisation = view.atlas.catalogue()[shown.facts.organisation];
  auto const button = [&](Url const& to, std::string const& label) {
    return html(R"(<a class="button primary big" href="{}" rel="noreferrer">{}</a>)", to, label);
  };
  auto const* const join = waiting(shown.offering) ? "take_part.button_waiting" : "take_part.button";
  if (auto const link = Url::website(shown.offering.link)) return button(*link, t(join));
  if (!shown.offering.phone.empty()) {
    return button(Url::telephone(shown.offering.phone),
                  t("take_part.call", {{"phone", shown.offering.phone}}));
  }
  if (!shown.offering.email.empty()) return button(Url::mail(shown.offering.email), t("take_part.mail"));
  if (shown.offering.kind == OfferingKind::walk_in) {
    return html(R"(<p class="walk-in">{}</p>)", t("take_part.walk_in"));
  }
  if (auto const site = Url::website(organisation.website)) return button(*site, t("take_part.website"));
  return html("<p>{}</p>", t("take_part.unknown"));
}

Html take_part_notes(View const& view, Offering const& offering) {
  auto const& t = view.language;
  Html notes;
  auto const note = [&](std::string const& text) { notes += html("<li>{}</li>", text); };
  if (offering.deadline && *offering.deadline >= view.moment.today) {
    note(t("take_part.deadline", {{"date", day_phrase(t, *offering.deadline)}}));
  }
  if (offering.trial_lesson.value_or(false)) note(t("take_part.trial_lesson"));
  if (offering.places_left) {
    note(*offering.places_left > 0 ? t.count("places.left", *offering.places_left) : t("places.full"));
  }
  if (offering.waiting_list.value_or(false)) note(t("take_part.waiting_list"));
  if (!offering.phone.empty()) note(t("take_part.phone", {{"phone", offering.phone}}));
  if (!offering.email.empty()) note(t("take_part.email", {{"email", offering.email}}));
  return notes.empty() ? notes : html("<ul>{}</ul>", notes);
}

Html take_part(View const& view, Shown const& shown) {
  auto const calendar = view.page("/offerings", shown.offering.id).segment("calendar.ics");
  return html(
      R"(<section class="take-part" aria-labelledby="take-part"><h2 id="take-part">{}</h2>{}{}{}</section>)",
      view.language("take_part.title"), take_part_button(view, shown), take_part_notes(view, shown.offering),
      shown.found.next ? html(R"(<p><a href="{}">{}</a></p>)", calendar, view.language("offering.calendar"))
                       : Html());
}

std::string reason_phrase(View const& view, Shown const& shown, NextStep const& step) {
  auto const& t = view.language;
  if (step.reason.new_theme) return t("step.broadens", {{"theme", theme_name(view, *step.reason.new_theme)}});
  if (!step.reason.shared_theme) return t("step.by_agreement");
  auto const theme = theme_name(view, *step.reason.shared_theme);
  if (!step.reason.later_stage) return t("step.harder", {{"theme", theme}});
  auto const stage = known(view.atlas.catalogue()[step.offering].stage, "a later stage is a stage");
  bool const from_start = shown.offering.stage == Stage::introduce;
  return t("step.to_" + text(stage) + (from_start ? "_from_introduce" : ""), {{"theme", theme}});
}

Html agreed_mark(View const& view, StepReason const& reason) {
  if (!reason.agreed) return {};
  return html(R"(<span class="level">{}</span> )", sentence_case(agreed_phrase(view, *reason.edge)));
}

// What stands most in the way of this child.
std::string barrier_phrase(View const& view, NextStep const& step) {
  if (!step.worth || !step.worth->barrier) return {};
  return " " + choice_phrase(view.language, "mind.", *step.worth->barrier);
}

Html step_card(View const& view, Shown const& shown, NextStep const& step) {
  auto found = look_at(view.atlas, step.offering, shown.query,
                       shown.next.reach ? &*shown.next.reach : nullptr, view.moment);
  auto const notes = step.reason.agreed ? step_edge_notes(view, *step.reason.edge) : Html();
  return offering_card(view, found, shown.query,
                       {.reason = html(R"(<p class="reason">{}{}{}</p>{})", agreed_mark(view, step.reason),
                                       reason_phrase(view, shown, step), barrier_phrase(view, step), notes)});
}

Html direction(View const& view, Shown const& shown, std::vector<NextStep> const& steps, char const* name) {
  auto const& t = view.language;
  auto const kind = std::string("next.") + name;
  return html(
      R"(<div class="direction {}"><h3>{}</h3><p>{}</p>{}</div>)", name, t(kind), t(kind + "_explained"),
      steps.empty() ? html(R"(<p class="none">{}</p>)", t(kind + "_none"))
                    : html(R"(<ul class="cards">{}</ul>)",
                           each(steps, [&](NextStep const& step) { return step_card(view, shown, step); })));
}

std::string from_where(View const& view, Shown const& shown) {
  auto const& t = view.language;
  switch (shown.next.start) {
    case Start::home:
      return t.count(shown.query.mode == Mode::walk ? "next.from_home_walk" : "next.from_home_bike",
                     shown.query.minutes.count());
    case Start::venue:
      return shown.query.home ? t("next.from_home_unknown")
                              : t.count("next.from_here", shown.query.minutes.count());
    case Start::anywhere:
      return t("next.from_anywhere");
  }
  return {};
}

Html only_what_was_asked(View const& view, OfferingQuery const& query) {
  Html out;
  if (query.free) out += html(" {}", view.language("next.only_free"));
  if (!query.access.empty()) out += html(" {}", view.language("next.only_access"));
  return out;
}

Html next_steps_section(View const& view, Shown const& shown) {
  auto deeper = shown.next.steps.deeper;
  if (deeper.size() > most_steps) deeper.resize(most_steps);
  return html(
      R"(<section class="next" aria-labelledby="next"><h2 id="next">{}</h2><p>{}{}</p><div class="directions">{}{}</div></section>)",
      view.language("next.title"), from_where(view, shown), only_what_was_asked(view, shown.query),
      direction(view, shown, deeper, "deeper"),
      direction(view, shown, varied(view.atlas, shown.next.steps.broader, most_steps), "broader"));
}

Html learning_routes(View const& view, Shown const& shown) {
  return each(view.atlas.network().routes_of(shown.index), [&](auto index) {
    auto const& route = view.atlas.network()[index];
    return html(R"(<section><h2>{} <a href="{}">{}</a></h2>{}</section>)",
                view.language("learning_route.part_of"), view.page("/routes", route.id),
                in_dutch(view, route.title), route_steps(view, index, shown.index));
  });
}

Html lead(View const& view, std::string const& summary) {
  return summary.empty() ? Html() : html(R"(<p class="lead">{}</p>)", in_dutch(view, summary));
}

Html on_the_map(View const& view, Shown const& shown) {
  return shown.facts.venue ? surroundings(view, view.atlas.catalogue()[*shown.facts.venue]) : Html();
}

// Said once, for who wonders why half of the page is not in the language that was chosen.
Html written_in_dutch(View const& view) {
  if (view.language.dutch()) return {};
  return html(R"(<p class="count">{}</p>)", view.language("offering.text_in_dutch"));
}

Html body(View const& view, Shown const& shown) {
  auto const& organisation = view.atlas.catalogue()[shown.facts.organisation];
  auto const& t = view.language;
  return html(R"(<article class="offering">{}<h1>{}</h1><p class="by">{} <a href="{}">{}</a></p>{}{})"
              R"(<div class="columns">{}<div>{}{}{}</div></div></article>)",
              drawing(view, shown.offering), in_dutch(view, shown.offering.title), t("offering.by"),
              with_query(view.page("/organisations", organisation.id), circumstances_of(shown.query)),
              proper_name(view, organisation.name), lead(view, shown.offering.summary),
              written_in_dutch(view), take_part(view, shown), facts_list(view, shown),
              on_the_map(view, shown), is_it_for_me(view, shown.index, shown.query)) +
         learning_routes(view, shown) + next_steps_section(view, shown) + provenance(view, shown.offering) +
         sharing(view,
                 {.page = offering_address(view, shown.index, without_home(shown.query, view.atlas.areas())),
                  .note = from_where_shared(view, shown.query)});
}

}  // namespace

http::Response offering(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const path = "/offerings/" + arguments.at(0);
  auto const index = view.find<Offering>(arguments.at(0), "offering.missing");
  if (!index) return show_error(view, path, index.error());
  auto const there = view.led_on("/offerings", arguments.at(0), view.atlas.catalogue()[*index]);
  if (there) return http::redirect(there->text());
  auto const query = parse_query(request.query, view.atlas);
  if (!query) return show_error(view, path, query.error());
  auto next = steps_from(view.atlas, *index, *query, view.moment.today, view.opportunities);
  auto const* const from_home = next.start == Start::home && next.reach ? &*next.reach : nullptr;
  auto found = look_at(view.atlas, *index, *query, from_home, view.moment);
  Shown const shown{
      *index, view.atlas.catalogue()[*index], view.atlas.catalogue().facts(*index), *query, std::move(next),
      found};
  return show(view, {.title = shown.offering.title,
                     .body = body(view, shown),
                     .path = path,
                     .query = *query,
                     .ecosystem = shown.facts.ecosystem,
                     .data = linked_data(view, shown.index, shown.found.next)});
}

}  // namespace wegwijzer::web::pages
