// SPDX-License-Identifier: EUPL-1.2
#include "web/opportunity_parts.h"

#include <cmath>

#include "base/words.h"
#include "usecases/opportunity/paths.h"
#include "web/charts.h"
#include "web/completeness_parts.h"
#include "web/network_parts.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

constexpr double fewest_told = 5;

}  // namespace

std::string rounded_opportunities(Language const& language, double amount) {
  if (amount < 0.005) return "0";
  if (amount < 0.995) return decimal(language, amount, 2);
  return decimal(language, amount, amount < 9.95 ? 1 : 0);
}

std::string rounded_children(Language const& language, double children) {
  if (children < fewest_told) return language("opportunity.few_children");
  auto const step = children < 100 ? 5.0 : 10.0;
  return number_phrase(language, static_cast<std::size_t>(std::lround(std::round(children / step) * step)));
}

std::string children_here(Language const& language, double children) {
  if (children < fewest_told) return language("opportunity.few_children_here");
  return language("opportunity.children_here", {{"number", rounded_children(language, children)}});
}

std::string next_step_phrase(Language const& language, Ends const& ends) {
  if (ends.open <= 0) return language("paths.nothing");
  return language("paths.answer", {{"always", percentage(language, share_always(ends))},
                                   {"deeper", percentage(language, share_deeper(ends))}});
}

std::string where_it_stands(View const& view, OpportunityReport const& report) {
  auto const& t = view.language;
  if (report.place == 0) return {};
  if (report.place == 1 && report.areas > 1) {
    return t("opportunity.first_place", {{"areas", std::to_string(report.areas)}});
  }
  return t("opportunity.place",
           {{"place", std::to_string(report.place)}, {"areas", std::to_string(report.areas)}});
}

std::string share_of_open(Language const& language, double part, double open) {
  return open > 0 ? percentage(language, part / open) : language("answer.unknown");
}

Html as_paper(View const& view, Index<Area> area, OpportunityQuery const& query) {
  return html(R"(<p class="actions"><a class="button" href="{}">{}</a></p>)",
              with_fields(opportunity_page(view, area).segment("report.pdf"), fields_of({query.child})),
              view.language("report.link"));
}

Html what_is_an_opportunity(View const& view) {
  auto const& t = view.language;
  return html(R"(<details class="more"><summary>{}</summary><p>{}</p><p>{}</p><p>{}</p></details>)",
              t("opportunity.what"), t("opportunity.what_counts"), t("opportunity.what_for"),
              t("opportunity.what_not"));
}

namespace {

std::optional<Factor> question_of(FunnelStage stage) {
  switch (stage) {
    case FunnelStage::exists:
      break;
    case FunnelStage::reach:
      return Factor::presence;
    case FunnelStage::known:
      return Factor::visibility;
    case FunnelStage::welcome:
      return Factor::welcome;
    case FunnelStage::possible:
      return Factor::access;
    case FunnelStage::supported:
      return Factor::guidance;
  }
  return std::nullopt;
}

// What a stage is called, and below it which of the five questions lets children through to it.
Html stage_and_question(Language const& language, FunnelStage stage) {
  auto const name = choice_phrase(language, "funnel.", stage);
  auto const question = question_of(stage);
  return question
             ? html(R"({}<span class="below">{}</span>)", name, choice_phrase(language, "factor.", *question))
             : html("{}", name);
}

}  // namespace

Html funnel_picture(View const& view, std::string const& caption, Funnel const& funnel) {
  std::vector<Bar> rows;
  for (auto const& [stage, name] : choices<FunnelStage>) {
    auto const value = amount(funnel, stage);
    rows.push_back(
        {stage_and_question(view.language, stage), value, rounded_opportunities(view.language, value)});
  }
  return bars(caption, rows);
}

namespace {

// More digits where there is little, so that one can tell them apart.
std::string gain_phrase(Language const& language, double gain) {
  return language("opportunity.more", {{"amount", decimal(language, gain, gain < 0.1 ? 3 : 2)}});
}

}  // namespace

Html change_phrase(View const& view, Change const& change) {
  auto const& catalogue = view.atlas.catalogue();
  auto const& offering = catalogue[change.offering];
  auto const& t = view.language;
  return html(R"(<a href="{}">{}</a> ({}): {} <span class="count">{}</span>)",
              view.page("/offerings", offering.id), in_dutch(view, offering.title),
              proper_name(view, catalogue[catalogue.facts(change.offering).organisation].name),
              choice_phrase(t, "lever.", change.lever), gain_phrase(t, change.gain));
}

Html another_way(View const& view, OpportunityReport const& report) {
  auto const& behind = report.here.behind;
  bool const other = behind && factor_of(report.changes.front().lever) != *behind;
  if (!other) return {};
  auto const* const key =
      report.changes.size() > 1 ? "opportunity.another_way" : "opportunity.the_only_other_way";
  return html("<p>{}</p>", view.language(key));
}

namespace {

// Each factor against the whole gemeente, the one that is most behind marked.
Html factors(View const& view, OpportunityReport const& report) {
  auto const& t = view.language;
  std::vector<Bar> rows;
  for (auto const& [factor, name] : choices<Factor>) {
    auto const ratio = report.here.against_whole[static_cast<std::size_t>(factor)];
    auto const label = choice_phrase(t, "factor.", factor);
    rows.push_back({factor == report.here.behind ? html("<strong>{}</strong>", label) : html("{}", label),
                    ratio, percentage(t, ratio)});
  }
  return html(R"(<section><h2>{}</h2><p>{}</p>{}</section>)", t("opportunity.why"),
              html("<strong>{}</strong> {}", t("opportunity.because"),
                   behind_phrase(view, "because.", report.here.behind)),
              bars_against_average(t("opportunity.factors"), rows));
}

// Of all these children; it may be as big elsewhere, and so not what is behind here.
std::string biggest_barrier(View const& view, OpportunityReport const& report) {
  auto const& t = view.language;
  auto const& shares = report.stopped.front().shares;
  auto const most = std::ranges::max_element(shares);
  if (report.here.experience.funnel.supported <= 0) return {};
  if (*most < 0.005) return t("opportunity.no_barrier");
  auto const barrier = static_cast<Barrier>(most - shares.begin());
  return t("opportunity.biggest_barrier",
           {{"barrier", choice_phrase(t, "barrier.", barrier)}, {"share", percentage(t, *most)}});
}

Html barrier_table(View const& view, OpportunityReport const& report) {
  auto const& t = view.language;
  std::vector<Column> columns{{t("opportunity.barrier")}};
  for (auto const& stopped : report.stopped) {
    columns.push_back({choice_phrase(t, "group.", stopped.group)});
  }
  auto const row = [&](auto const& choice) {
    auto const place = static_cast<std::size_t>(choice.first);
    auto const cells = each(report.stopped, [&](Stopped const& stopped) {
      return html("<td>{}</td>", percentage(t, stopped.shares[place]));
    });
    return html(R"(<tr><th scope="row">{}</th>{}</tr>)", choice_phrase(t, "barrier.", choice.first), cells);
  };
  return html(R"(<section><h2>{}</h2><p>{} {}</p>{}</section>)", t("opportunity.barriers"),
              biggest_barrier(view, report), t("opportunity.barriers_hint"),
              data_table(t, t("opportunity.barriers_table"), columns, each(choices<Barrier>, row), "dense"));
}

Html one_more_item(View const& view, OneMore const& one) {
  auto const& t = view.language;
  auto const& catalogue = view.atlas.catalogue();
  auto const& venue = catalogue[one.venue];
  auto const by = catalogue.facts(one.venue).organisation;
  auto const of = by && catalogue[*by].name != venue.name
                      ? html(" ({})", proper_name(view, catalogue[*by].name))
                      : Html();
  return html(R"(<li><a href="{}">{}</a>{}{}{} <span class="count">{}</span></li>)",
              view.page("/venues", venue.id), proper_name(view, venue.name), of, t("list.separator"),
              choice_phrase(t, "one_more.", one.when), gain_phrase(t, one.gain));
}

Html one_more(View const& view, OpportunityReport const& report, bool own_language) {
  auto const& t = view.language;
  if (report.one_more.empty()) return {};
  bool const little = report.one_more.front().gain < view.opportunities->model().parameters().next_step_from;
  auto const subject =
      report.least ? html("<p>{}</p>", t("one_more.subject", {{"subject", theme_name(view, *report.least)}}))
                   : Html();
  return html(R"(<p>{} {}</p><ol class="rows">{}</ol>{})",
              t(own_language ? "one_more.hint_in_own_language" : "one_more.hint"),
              t(little ? "one_more.little" : "one_more.best"),
              each(report.one_more, [&](OneMore const& one) { return one_more_item(view, one); }), subject);
}

Html changes(View const& view, ChildWish const& wish, OpportunityReport const& report) {
  auto const& t = view.language;
  if (report.changes.empty()) return {};
  auto const item = [&](Change const& change) { return html("<li>{}</li>", change_phrase(view, change)); };
  std::vector<Bar> levers;
  for (auto const& [lever, name] : choices<Lever>) {
    auto const gain = report.levers[static_cast<std::size_t>(lever)];
    levers.push_back({html("{}", choice_phrase(t, "lever_all.", lever)), gain,
                      t("opportunity.plus", {{"amount", two_digits(t, gain)}})});
  }
  std::ranges::stable_sort(levers, {}, [](Bar const& bar) { return -bar.value; });
  return html(R"(<section><h2>{}</h2><p>{}</p><ol class="rows">{}</ol>{}{}{}</section>)",
              t("opportunity.helps"), t("opportunity.helps_hint"), each(report.changes, item),
              another_way(view, report), one_more(view, report, wish.tongue.has_value()),
              bars(t("opportunity.levers"), levers));
}

Html subjects(View const& view, OpportunityReport const& report) {
  auto const& t = view.language;
  auto const& all = view.atlas.themes().subjects();
  std::vector<Bar> rows;
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto const value = report.here.experience.by_theme[i];
    rows.push_back({html("{}", theme_name(view, all[i])), value, two_digits(t, value)});
  }
  return html(R"(<section><h2>{}</h2><p>{}</p>{}</section>)", t("opportunity.subjects"),
              t("opportunity.as_many_as", {{"kinds", decimal(t, report.subjects.kinds, 0)},
                                           {"common", decimal(t, report.subjects.common)},
                                           {"dominant", decimal(t, report.subjects.dominant)}}),
              bars(t("opportunity.by_subject"), rows));
}

Html end_row(View const& view, Index<Area> area, OpportunityQuery const& query, OfferingEnds const& ends) {
  auto const& t = view.language;
  auto const& offering = view.atlas.catalogue()[ends.offering];
  auto const link = with_fields(opportunity_page(view, area).segment("offerings").segment(text(offering.id)),
                                fields_of(query));
  return html(R"(<tr><th scope="row"><a href="{}">{}</a></th><td>{}</td><td>{}</td></tr>)", link,
              in_dutch(view, offering.title), share_of_open(t, ends.not_deeper, ends.open),
              share_of_open(t, ends.dead, ends.open));
}

constexpr std::size_t most_ends = 8;

Html ends(View const& view, Index<Area> area, OpportunityQuery const& query,
          OpportunityReport const& report) {
  auto const& t = view.language;
  auto const& here = report.here.experience;
  std::vector<OfferingEnds> worst;
  for (auto const& one : report.ends) {
    if (one.not_deeper > 0 && worst.size() < most_ends) worst.push_back(one);
  }
  auto const table =
      data_table(t, t("opportunity.ends_table"),
                 {{t("opportunity.activity")}, {t("opportunity.not_deeper")}, {t("opportunity.dead")}},
                 each(worst, [&](OfferingEnds const& one) { return end_row(view, area, query, one); }));
  return html(
      R"(<section><h2>{}</h2><p>{}</p><p>{}</p>{}<p class="actions"><a class="button" href="{}">{}</a></p></section>)",
      t("opportunity.ends"), next_step_phrase(t, here.ends),
      t("opportunity.open_and_ends", {{"open", two_digits(t, here.ends.open)},
                                      {"shallow", two_digits(t, here.ends.not_deeper)},
                                      {"dead", two_digits(t, here.ends.dead)}}),
      worst.empty() ? Html() : table,
      with_fields(opportunity_page(view, area).segment("paths"), fields_of({query.child})), t("paths.link"));
}

Html rockets(View const& view, OpportunityReport const& report) {
  auto const& t = view.language;
  auto const& all = view.atlas.themes().subjects();
  Html rows;
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto const& rocket = report.here.experience.rockets[i];
    auto const cell = [&](double share) { return html("<td>{}</td>", percentage(t, share)); };
    rows += html(R"(<tr><th scope="row">{}</th>{}{}{}{}</tr>)", theme_name(view, all[i]),
                 cell(rocket.introduce), cell(rocket.deepen), cell(rocket.belong), cell(rocket.whole));
  }
  return html(R"(<section><h2>{}</h2><p>{}</p>{}</section>)", t("opportunity.rockets"),
              t("opportunity.rockets_hint"),
              data_table(t, t("opportunity.rockets_table"),
                         {{t("opportunity.subject")},
                          {t("opportunity.introduce_at_school_too")},
                          {t("stage.deepen")},
                          {t("stage.belong")},
                          {t("opportunity.whole")}},
                         rows));
}

Html offering_row(View const& view, Index<Area> area, OpportunityQuery const& query,
                  OfferingPart const& part) {
  auto const& t = view.language;
  auto const& offering = view.atlas.catalogue()[part.offering];
  auto const link = with_fields(opportunity_page(view, area).segment("offerings").segment(text(offering.id)),
                                fields_of(query));
  auto const cell = [&](double value) { return html("<td>{}</td>", two_digits(t, value)); };
  auto const& funnel = part.funnel;
  return html(R"(<tr><th scope="row"><a href="{}">{}</a></th>{}{}{}{}{}</tr>)", link,
              in_dutch(view, offering.title), cell(funnel.within_reach), cell(funnel.known),
              cell(funnel.welcome), cell(funnel.possible), cell(funnel.supported));
}

constexpr std::size_t most_offerings = 15;

Html offerings(View const& view, Index<Area> area, OpportunityQuery const& query,
               OpportunityReport const& report) {
  auto const& t = view.language;
  auto const shown = std::span(report.parts).first(std::min(report.parts.size(), most_offerings));
  auto const csv = with_fields(opportunity_page(view, area).segment("table.csv"), fields_of(query));
  return html(
      R"(<section><h2>{}</h2><p>{}</p>{}<p class="actions"><a class="button" href="{}">{}</a></p></section>)",
      t("opportunity.behind_number"),
      t.count("opportunity.of_offerings", static_cast<std::int64_t>(report.parts.size())),
      data_table(t, t("opportunity.offerings_table"),
                 {{t("opportunity.activity")},
                  {t("funnel.reach")},
                  {t("funnel.known")},
                  {t("funnel.welcome")},
                  {t("funnel.possible")},
                  {t("funnel.supported")}},
                 each(shown, [&](OfferingPart const& part) { return offering_row(view, area, query, part); }),
                 "dense"),
      csv, t("opportunity.csv_offerings"));
}

}  // namespace

Html report_body(View const& view, Index<Area> area, OpportunityQuery const& query,
                 OpportunityReport const& report) {
  auto const& t = view.language;
  auto const& areas = view.atlas.areas();
  auto const whole = areas.outermost(area);
  auto const& here = report.here.experience.funnel;
  auto const children = children_phrase(view, query.child);
  return html(R"(<p class="by"><a href="{}">{}</a></p><h1>{}</h1><p class="lead">{}</p><p>{} {}</p>{}{})",
              with_fields(opportunity_page(view, whole), fields_of(query)),
              t("opportunity.title_in", {{"place", areas[whole].name}}),
              t("opportunity.title_in", {{"place", areas[area].name}}),
              t("opportunity.report_lead",
                {{"children", children},
                 {"amount", rounded_opportunities(t, here.supported)},
                 {"exists", decimal(t, here.exists, 0)},
                 {"usual", rounded_opportunities(t, report.whole.experience.funnel.supported)},
                 {"place", areas[whole].name}}),
              children_here(t, report.here.children), where_it_stands(view, report),
              what_is_an_opportunity(view), child_form(view, opportunity_page(view, area), query)) +
         as_paper(view, area, query) +
         html(R"(<section><h2>{}</h2>{}</section>)", t("opportunity.funnel"),
              funnel_picture(view, t("opportunity.funnel_of", {{"children", children}}), here)) +
         factors(view, report) + barrier_table(view, report) + changes(view, query.child, report) +
         ends(view, area, query, report) + rockets(view, report) + subjects(view, report) +
         offerings(view, area, query, report) +
         html(R"(<p class="actions"><a class="button" href="{}">{}</a></p>)",
              opportunity_page(view, area).segment("compare"), t("compare.title"));
}

namespace {

struct Step {
  Factor factor;
  double left = 0;  // of what the one before left
  Html why;
};

double left_of(double now, double before) {
  return before > 0 ? now / before : 0;
}

Html sentence(std::string const& said) {
  return html("<li>{}</li>", said);
}

Html why_present(View const& view, OfferingReasons const& reasons) {
  auto const& t = view.language;
  Html why;
  if (reasons.journey) {
    auto const& [near, far] = *reasons.journey;
    auto const from = travel_phrase(t, near.travel, near.mode), to = travel_phrase(t, far.travel, far.mode);
    why += sentence(from == to ? t("reasons.journey", {{"travel", from}})
                               : t("reasons.journey_between", {{"near", from}, {"far", to}}));
  } else if (!reasons.needs_trip) {
    why += sentence(t("reasons.no_trip"));
  }
  if (reasons.children_per_seat) {
    why += sentence(t("reasons.seats", {{"capacity", std::to_string(reasons.capacity.value_or(0))},
                                        {"children", decimal(t, *reasons.children_per_seat)}}));
  } else {
    why += sentence(t(reasons.capacity ? "reasons.no_seats" : "reasons.seats_unknown"));
  }
  return why;
}

Html why_known(View const& view, OfferingReasons const& reasons, bool wishes_other) {
  auto const& t = view.language;
  auto const& parameters = view.opportunities->model().parameters();
  auto why =
      each(reasons.channels, [&](Index<Channel> channel) { return channel_item(view, channel, false); });
  bool const counted = std::ranges::any_of(reasons.channels, [&](Index<Channel> channel) {
    return view.atlas.network()[channel].families.has_value();
  });
  if (!counted && reasons.untold < 1) {
    why += sentence(t("reasons.known_anyhow", {{"share", percentage(t, 1 - reasons.untold)}}));
  } else if (reasons.channels.empty()) {
    why += sentence(t("reasons.no_channel"));
  }
  if (reasons.in_own_area) {
    why += sentence(t("reasons.in_passing", {{"share", percentage(t, parameters.seen_in_passing)}}));
  }
  if (wishes_other && !reasons.channels.empty()) {
    why += sentence(
        t("reasons.in_other_language", {{"share", percentage(t, parameters.channels_in_other_language)}}));
  }
  return why + sentence(t("reasons.searching", {{"share", percentage(t, parameters.found_by_searching)}}));
}

// With as many digits as a parameter has.
std::string in_short(Language const& language, double value) {
  auto const digits = std::abs(value - std::round(value)) < 1e-9             ? 0
                      : std::abs(10 * value - std::round(10 * value)) < 1e-9 ? 1
                                                                             : 2;
  return decimal(language, value, digits);
}

// With how many points each counts, so that the whole can be reckoned.
Html why_welcome(View const& view, OfferingReasons const& reasons) {
  auto const& t = view.language;
  auto const& parameters = view.opportunities->model().parameters();
  double met = 0, all = 0;
  auto const items = each(choices<WelcomeItem>, [&](auto const& choice) {
    bool const so = reasons.welcome[static_cast<std::size_t>(choice.first)];
    auto const points = welcome_points(choice.first, parameters);
    all += points, met += so ? points : 0;
    return html(R"(<li>{} <span class="count">{}</span></li>)",
                t((so ? "welcome_yes." : "welcome_no.") + text(choice.first)),
                t("reasons.points", {{"points", in_short(t, points)}}));
  });
  Html felt;
  if (reasons.felt_welcome) {
    auto const points = parameters.welcome_feedback;
    all += points, met += points * reasons.felt_welcome->share;
    felt = html(R"(<li>{} <span class="count">{}</span></li>)", felt_welcome_phrase(t, *reasons.felt_welcome),
                t("reasons.points_of",
                  {{"points", in_short(t, points)}, {"share", percentage(t, reasons.felt_welcome->share)}}));
  }
  auto const least = parameters.welcome_at_least;
  return items + felt +
         sentence(t("reasons.welcome_sum", {{"least", in_short(t, least)},
                                            {"rest", in_short(t, 1 - least)},
                                            {"met", in_short(t, met)},
                                            {"all", in_short(t, all)}}));
}

struct GoingAloneKeys {
  char const* detour;
  char const* no_way;
};

constexpr GoingAloneKeys walking_alone{"reasons.calm_detour_walk", "reasons.no_calm_way_walk"};
constexpr GoingAloneKeys riding_alone{"reasons.calm_detour", "reasons.no_calm_way"};

Html why_not_alone(View const& view, GoingAlone const& alone, GoingAloneKeys const& keys) {
  auto const& t = view.language;
  Html why;
  if (auto const minutes = std::chrono::round<Minutes>(alone.detour); minutes > Minutes(0))
    why += sentence(t(keys.detour, {{"minutes", minutes_phrase(t, minutes)}}));
  if (alone.some_cannot)
    why += sentence(
        t(keys.no_way, {{"minutes", minutes_phrase(t, view.opportunities->model().longest_journey())}}));
  return why;
}

Html why_possible(View const& view, OfferingReasons const& reasons) {
  auto const& t = view.language;
  auto why = each(choices<Barrier>, [&](auto const& choice) {
    auto const left = reasons.part.barriers[static_cast<std::size_t>(choice.first)];
    return sentence(t("reasons.barrier_leaves", {{"barrier", choice_phrase(t, "barrier.", choice.first)},
                                                 {"share", percentage(t, left)}}));
  });
  return why + why_not_alone(view, reasons.walking_alone, walking_alone) +
         why_not_alone(view, reasons.riding_alone, riding_alone);
}

char const* guides_key(Guides guides) {
  if (guides == Guides::none) return "reasons.not_referred";
  return guides == Guides::trained ? "reasons.referred_by_spotters" : "reasons.referred";
}

Html why_supported(View const& view, OfferingReasons const& reasons) {
  auto const& t = view.language;
  auto const& p = view.opportunities->model().parameters();
  auto why = sentence(t("reasons.parents", {{"enough", percentage(t, p.parents_enough)},
                                            {"little", percentage(t, p.parents_little)}}));
  why += sentence(t("reasons.informed", {{"share", percentage(t, reasons.informed)},
                                         {"told", percentage(t, p.teacher_informed)}}));
  if (reasons.by_spotters > 0) {
    why += sentence(
        t("reasons.spotters", {{"share", percentage(t, reasons.by_spotters)},
                               {"told", percentage(t, std::max(p.teacher_trained, p.teacher_informed))}}));
  }
  auto const refers =
      reasons.guides == Guides::trained ? std::max(p.guide_refers_trained, p.guide_refers) : p.guide_refers;
  return why + sentence(t(guides_key(reasons.guides), {{"share", percentage(t, refers)}})) +
         sentence(t("reasons.without_guide", {{"share", percentage(t, p.without_guide)}}));
}

std::vector<Step> steps_of(View const& view, ChildWish const& child, OfferingReasons const& reasons) {
  auto const& f = reasons.part.funnel;
  return {{Factor::presence, left_of(f.within_reach, f.exists), why_present(view, reasons)},
          {Factor::visibility, left_of(f.known, f.within_reach),
           why_known(view, reasons, child.language != HomeLanguage::dutch)},
          {Factor::welcome, left_of(f.welcome, f.known), why_welcome(view, reasons)},
          {Factor::access, left_of(f.possible, f.welcome), why_possible(view, reasons)},
          {Factor::guidance, left_of(f.supported, f.possible), why_supported(view, reasons)}};
}

Html step(View const& view, Step const& one) {
  auto const& t = view.language;
  return html(R"(<section><h2>{} {}</h2><ul class="rows">{}</ul></section>)",
              choice_phrase(t, "factor.", one.factor), decimal(t, one.left, 2), one.why);
}

}  // namespace

namespace {

// Over several kinds of children, or several buurten.
bool is_mean(View const& view, Index<Area> area, ChildWish const& wish) {
  auto const analysis = view.opportunities->around(area);
  return profiles_of(wish).size() > 1 || smallest_areas(*analysis, area).size() > 1;
}

}  // namespace

Html reasons_body(View const& view, Index<Area> area, OpportunityQuery const& query,
                  OfferingReasons const& reasons) {
  auto const& t = view.language;
  auto const& offering = view.atlas.catalogue()[reasons.part.offering];
  auto const& name = view.atlas.areas()[area].name;
  auto const steps = steps_of(view, query.child, reasons);
  std::vector<std::string> product{decimal(t, reasons.part.funnel.exists, 4)};
  for (auto const& one : steps) product.push_back(decimal(t, one.left, 4));
  return html(
      R"(<p class="by"><a href="{}">{}</a></p><h1>{}</h1><p class="lead">{}</p><p>{}</p><p><strong>{} = {}</strong></p>{}{})"
      R"(<p class="actions"><a class="button" href="{}">{}</a></p>)",
      with_fields(opportunity_page(view, area), fields_of(query)),
      t("opportunity.title_in", {{"place", name}}), in_dutch(view, offering.title),
      t("reasons.lead", {{"children", children_phrase(view, query.child)},
                         {"place", name},
                         {"amount", decimal(t, reasons.part.funnel.supported, 3)}}),
      t("reasons.product"), joined(product, " × "), decimal(t, reasons.part.funnel.supported, 3),
      is_mean(view, area, query.child) ? html("<p>{}</p>", t("reasons.mean")) : Html(),
      each(steps, [&](Step const& one) { return step(view, one); }), view.page("/offerings", offering.id),
      t("reasons.to_offering"));
}

Result<std::pair<ChildProfile, ChildProfile>> parse_two_children(http::Parameters const& parameters) {
  auto const read = [&](char const* name, ChildProfile usual) -> Result<ChildProfile> {
    auto const text = trimmed(parameters.first(name).value_or(""));
    if (text.empty()) return usual;
    auto const child = ChildProfile::parse(text);
    return child ? child : fail(in_field(child.error(), name));
  };
  auto const one = read("one", {9, Going::own_bicycle, Purse::enough, HomeLanguage::dutch});
  if (!one) return fail(one.error());
  auto const other = read("other", {9, Going::on_foot, Purse::little, HomeLanguage::other});
  if (!other) return fail(other.error());
  return std::pair(*one, *other);
}

namespace {

Html profile_options(View const& view, ChildProfile const& chosen) {
  return each(standard_profiles(), [&](ChildProfile const& child) {
    bool const offered = child.age == 5 || child.age == 7 || child.age == 9 || child.age == 12;
    if (!offered && child != chosen) return Html();
    return option(text(child), child_phrase(view, child), child == chosen);
  });
}

Html two_children_form(View const& view, Index<Area> area, ChildProfile const& one,
                       ChildProfile const& other) {
  auto const& t = view.language;
  auto const field = [&](char const* name, char const* label, ChildProfile const& child) {
    return html(R"(<div class="field"><label for="{}">{}</label><select id="{}" name="{}">{}</select></div>)",
                name, t(label), name, name, profile_options(view, child));
  };
  return html(R"(<form class="search" method="get" action="{}"><div class="asked">{}{}</div>)"
              R"(<p class="actions"><button class="button primary">{}</button></p></form>)",
              opportunity_page(view, area).segment("compare"), field("one", "compare.one", one),
              field("other", "compare.other", other), t("children.show"));
}

Html compared_row(View const& view, ComparedOffering const& compared) {
  auto const& t = view.language;
  auto const& offering = view.atlas.catalogue()[compared.offering];
  return html(
      R"(<tr><th scope="row"><a href="{}">{}</a></th><td>{}</td><td>{}</td><td class="words">{}</td></tr>)",
      view.page("/offerings", offering.id), in_dutch(view, offering.title), two_digits(t, compared.one),
      two_digits(t, compared.other), choice_phrase(t, "factor.", compared.apart));
}

constexpr std::size_t most_compared = 12;

Html head_of_comparison(View const& view, Index<Area> area, ChildProfile const& one,
                        ChildProfile const& other) {
  auto const& t = view.language;
  auto const& name = view.atlas.areas()[area].name;
  return html(R"(<p class="by"><a href="{}">{}</a></p><h1>{}</h1><p class="lead">{}</p>{})",
              opportunity_page(view, area), t("opportunity.title_in", {{"place", name}}), t("compare.title"),
              t("compare.lead", {{"place", name}}), two_children_form(view, area, one, other));
}

Html most_different(View const& view, Comparison const& compared) {
  auto const& t = view.language;
  auto const shown = std::span(compared.offerings).first(std::min(compared.offerings.size(), most_compared));
  return html(
      R"(<section><h2>{}</h2>{}</section>)", t("compare.most_different"),
      data_table(
          t, t("compare.table"),
          {{t("opportunity.activity")}, {t("compare.one")}, {t("compare.other")}, {t("compare.apart"), true}},
          each(shown, [&](ComparedOffering const& one) { return compared_row(view, one); })));
}

}  // namespace

Html comparison_body(View const& view, Index<Area> area, ChildProfile const& one, ChildProfile const& other,
                     Comparison const& compared) {
  auto const& t = view.language;
  auto const head = head_of_comparison(view, area, one, other);
  if (one == other) {
    return head + notice("info", html("<p>{}</p>", t("compare.same_child"))) +
           funnel_picture(view, child_phrase(view, one), compared.one);
  }
  std::vector<Bar> ratios;
  for (auto const& [factor, unused] : choices<Factor>) {
    auto const ratio = compared.against_other[static_cast<std::size_t>(factor)];
    ratios.push_back({html("{}", choice_phrase(t, "factor.", factor)), ratio, percentage(t, ratio)});
  }
  return head +
         html(R"(<div class="beside even"><div>{}</div><div>{}</div></div>)",
              funnel_picture(view, child_phrase(view, one), compared.one),
              funnel_picture(view, child_phrase(view, other), compared.other)) +
         html(R"(<section><h2>{}</h2>{}</section>)", t("compare.why"),
              bars_against_average(t("compare.factors"), ratios)) +
         most_different(view, compared);
}

}  // namespace wegwijzer::web
