// SPDX-License-Identifier: EUPL-1.2
#include "web/opportunity_paths.h"

#include "usecases/opportunity/white_spots.h"
#include "web/charts.h"
#include "web/completeness_parts.h"
#include "web/opportunity_parts.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

class PathsWriting {
 public:
  PathsWriting(OpportunityQuestion const& asked, OpportunityPaths const& paths)
      : asked_(asked), view_(asked.view), t_(asked.view.language), paths_(paths) {}

  Html body() const {
    return head() + by_subject() + by_stage() + by_age() + by_area() + white() +
           html(R"(<p class="actions"><a class="button" href="{}">{}</a></p>)", page("paths.csv"),
                t_("paths.as_csv"));
  }

 private:
  Url page(char const* below) const {
    return with_fields(opportunity_page(view_, asked_.area).segment(below), fields_of({asked_.query.child}));
  }

  std::string const& name_of(Index<Area> area) const { return view_.atlas.areas()[area].name; }

  Html head() const {
    return html(
        R"(<p class="by"><a href="{}">{}</a></p><h1>{}</h1><p class="lead">{} {}</p><p>{}</p><p class="hint">{}</p>{})",
        with_fields(opportunity_page(view_, asked_.area), fields_of(asked_.query)),
        t_("opportunity.title_in", {{"place", name_of(asked_.area)}}),
        t_("paths.title", {{"place", name_of(asked_.area)}}), t_("paths.lead"),
        t_("paths.whose", {{"children", children_phrase(view_, asked_.query.child)}}),
        next_step_phrase(t_, paths_.here.ends), t_("paths.counts"),
        child_form(view_, opportunity_page(view_, asked_.area).segment("paths"), {asked_.query.child}));
  }

  std::string said(double share, Ends const& ends) const {
    return ends.open > 0 ? percentage(t_, share) : "–";
  }

  Html row(Html const& what, Ends const& ends) const {
    return html(R"(<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>)", what,
                percentage(t_, ends.some), said(share_always(ends), ends), said(share_deeper(ends), ends),
                two_digits(t_, ends.open));
  }

  Html table(char const* first, char const* caption, Html const& rows) const {
    return data_table(
        t_, t_(caption),
        {{t_(first)}, {t_("paths.some")}, {t_("paths.always")}, {t_("paths.deeper")}, {t_("paths.open")}},
        rows, "dense");
  }

  Html section(char const* heading, char const* first, char const* caption, Html const& rows) const {
    if (rows.empty()) return {};
    return html(R"(<section><h2>{}</h2>{}</section>)", t_(heading), table(first, caption, rows));
  }

  Html by_subject() const {
    auto const& all = view_.atlas.themes().subjects();
    Html rows;
    for (std::size_t i = 0; i < all.size(); ++i) {
      rows += row(html("{}", theme_name(view_, all[i])), paths_.here.ends_by_theme[i]);
    }
    return section("paths.by_subject", "opportunity.subject", "paths.table_subject", rows);
  }

  Html by_stage() const {
    return section("paths.by_stage", "paths.stage", "paths.table_stage",
                   each(choices<Stage>, [&](auto const& choice) {
                     return row(html("{}", choice_phrase(t_, "stage.", choice.first)),
                                paths_.here.ends_by_stage[static_cast<std::size_t>(choice.first)]);
                   }));
  }

  Html by_age() const {
    return section("paths.by_age", "form.age", "paths.table_age",
                   each(paths_.ages, [&](EndsOfAge const& one) {
                     return row(html("{}", t_.count("form.age_years", one.age)), one.ends);
                   }));
  }

  // The first ones at once, all of them folded away.
  Html by_area() const {
    auto const shown =
        section("paths.by_area", "opportunity.area", "paths.table_area",
                area_rows(std::span(paths_.areas).first(std::min(paths_.areas.size(), most_areas))));
    if (paths_.areas.size() <= most_areas) return shown + left_out();
    return shown +
           html(R"(<details class="more"><summary>{}</summary>{}</details>)", t_("paths.all_areas"),
                left_out() + table("opportunity.area", "paths.table_all_areas", area_rows(paths_.areas)));
  }

  Html left_out() const { return paths_.left_out ? html("<p>{}</p>", t_("paths.areas_left_out")) : Html(); }

  Html area_rows(std::span<EndsOfArea const> areas) const {
    return each(areas, [&](EndsOfArea const& one) {
      auto const to = opportunity_page(view_, one.area).segment("paths");
      return row(html(R"(<a href="{}">{}</a>)", with_fields(to, fields_of({asked_.query.child})),
                      proper_name(view_, name_of(one.area))),
                 one.ends);
    });
  }

  Html white() const {
    auto const ages =
        asked_.query.child.ages.value_or(AgeRange{ChildrenByAge::youngest, ChildrenByAge::oldest});
    auto const known = white_spots(view_.opportunities->model(), asked_.area, ages);
    return html(R"(<section id="white"><h2>{}</h2><p>{}</p>{}</section>)", t_("paths.white"),
                t_("paths.white_hint",
                   {{"children", children_phrase(view_, of_ages(ages))}, {"place", name_of(asked_.area)}}),
                known.empty() ? html("<p>{}</p>", t_("paths.white_unknown"))
                              : each(known, [&](KnownOfArea const& one) { return known_by(one, ages); }));
  }

  static ChildWish of_ages(AgeRange ages) {
    ChildWish wish;
    wish.ages = ages;
    return wish;
  }

  // Of this area alone, but for a gemeente: of that there is the page of the network.
  std::optional<Index<Area>> area_of_completeness() const {
    bool const is_whole = view_.atlas.areas().outermost(asked_.area) == asked_.area;
    return is_whole ? std::nullopt : std::optional(asked_.area);
  }

  Html known_by(KnownOfArea const& known, AgeRange ages) const {
    auto const& network = view_.atlas.catalogue()[known.ecosystem];
    auto const shown = std::span(known.white).first(std::min(known.white.size(), most_white));
    return html(R"(<h3>{}</h3><p>{} {}</p>{}<p class="actions"><a class="button" href="{}">{}</a></p>)",
                proper_name(view_, network.name), t_.count("paths.white_count", std::ssize(known.white)),
                t_.count("paths.not_asked", static_cast<std::int64_t>(known.not_asked)),
                shown.empty() ? Html()
                              : html(R"(<ul class="links columns">{}</ul>)",
                                     each(shown, [&](WhiteSpot const& spot) { return item(known, spot); })),
                completeness_page(view_, known.ecosystem, {ages.from, {}}, area_of_completeness()),
                t_("paths.to_completeness"));
  }

  Html item(KnownOfArea const& known, WhiteSpot const& spot) const {
    return html(R"(<li><a href="{}">{}{}{}</a> <span class="count">{}</span></li>)",
                completeness_page(view_, known.ecosystem,
                                  {spot.ages.from, view_.atlas.themes()[spot.theme].code}, spot.area),
                theme_name(view_, spot.theme), t_("list.separator"), proper_name(view_, name_of(spot.area)),
                ages_phrase(t_, spot.ages));
  }

  static constexpr std::size_t most_areas = 10;
  static constexpr std::size_t most_white = 12;

  OpportunityQuestion const& asked_;
  View const& view_;
  Language const& t_;
  OpportunityPaths const& paths_;
};

}  // namespace

Html paths_body(OpportunityQuestion const& asked, OpportunityPaths const& paths) {
  return PathsWriting(asked, paths).body();
}

}  // namespace wegwijzer::web
