// SPDX-License-Identifier: EUPL-1.2
// What do we not know yet? Per wijk and theme for one age, and per area down to the offerings and answers
// that a cell was made from.
#include <algorithm>
#include <numeric>

#include "exchange/csv.h"
#include "opportunity/questions.h"
#include "web/completeness_parts.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web::pages {

namespace {

struct AskedCompleteness {
  Index<Ecosystem> ecosystem;
  CompletenessQuery query;
  Completeness known;
};

std::string path_below(PathArguments const& arguments, char const* below) {
  return "/e/" + arguments.at(0) + below;
}

std::size_t sum(StateCounts const& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

std::size_t of(StateCounts const& counts, CellState state) {
  return counts[static_cast<std::size_t>(state)];
}

// What is there is never 0%.
std::string percent_phrase(Language const& language, std::size_t percent, bool some) {
  if (percent == 0 && some) return language("completeness.less_than_one");
  return language("completeness.percent", {{"number", std::to_string(percent)}});
}

// Of the three states of which one is sure, as in the table beside it: the same percentages, added up.
std::string sure_phrase(Language const& language, StateCounts const& counts) {
  auto const percents = whole_percents(counts);
  std::size_t percent = 0, cells = 0;
  for (auto const state : {CellState::covered, CellState::reported_some, CellState::reported_none}) {
    percent += of(percents, state);
    cells += of(counts, state);
  }
  return percent_phrase(language, percent, cells > 0);
}

Html age_form(View const& view, Url const& to, CompletenessQuery const& query) {
  auto const& t = view.language;
  Html ages;
  for (int age = youngest_asked; age <= oldest_asked; ++age) {
    ages += option(std::to_string(age), t.count("form.age_years", age), age == query.age);
  }
  return html(
      R"(<form class="asked" method="get" action="{}">{}<p class="field"><label for="age">{}</label><select id="age" name="age">{}</select></p><p><button class="button" type="submit">{}</button></p></form>)",
      to, query.theme ? hidden("theme", query.theme->text()) : Html(), t("completeness.age"), ages,
      t("completeness.show"));
}

Url form_address(View const& view, Index<Ecosystem> ecosystem, std::optional<Index<Area>> area = {}) {
  auto url = view.page("/e").segment(view.atlas.catalogue()[ecosystem].slug).segment("completeness");
  return area ? std::move(url).segment(view.atlas.areas()[*area].code.text()) : url;
}

// How many of each state there are, which also says what the words of the other tables mean.
Html state_table(View const& view, StateCounts const& counts) {
  auto const& t = view.language;
  auto const percents = whole_percents(counts);
  auto const row = [&](auto const& choice) {
    auto const state = choice.first;
    return html(
        R"(<tr><th scope="row">{} <strong>{}</strong> <span class="count">{}</span></th><td>{}</td><td>{}</td></tr>)",
        state_sign(view, state), choice_phrase(t, "completeness.state_", state),
        choice_phrase(t, "completeness.means_", state), number_phrase(t, of(counts, state)),
        percent_phrase(t, of(percents, state), of(counts, state) > 0));
  };
  return html(
      R"(<table class="states"><caption>{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table><p class="hint">{}</p>)",
      t("completeness.how_it_is"), t("completeness.column_state"), t("completeness.column_cells"),
      t("completeness.column_share"), each(choices<CellState>, row), t("completeness.cell_is"));
}

// Wide on a phone: it moves within itself, and can be moved by keyboard.
Html wide_table(std::string const& caption, Html const& table) {
  return html(R"(<div class="wide" role="region" tabindex="0" aria-label="{}">{}</div>)", caption, table);
}

// Those that a child can choose, or those of them within the one that was asked for, by what is around them.
std::vector<std::pair<Index<Theme>, std::vector<Index<Theme>>>> themes_to_show(
    View const& view, AskedCompleteness const& asked) {
  auto const& themes = view.atlas.themes();
  std::vector<std::pair<Index<Theme>, std::vector<Index<Theme>>>> groups;
  for (auto const top : themes.top()) {
    std::vector<Index<Theme>> some;
    for (auto const theme : asked.known.themes()) {
      bool const wanted =
          !asked.query.theme || themes.below(*themes.find(*asked.query.theme)).test(theme.value());
      if (wanted && themes.below(top).test(theme.value())) some.push_back(theme);
    }
    if (!some.empty()) groups.emplace_back(top, std::move(some));
  }
  return groups;
}

// A row for each theme, under the wider theme that it is part of; `cells` makes the rest of a row.
template <class Cells>
Html theme_rows(View const& view, AskedCompleteness const& asked, std::size_t columns, Cells cells) {
  return each(themes_to_show(view, asked), [&](auto const& group) {
    auto const& [top, themes] = group;
    bool const alone = themes.size() == 1;
    return html(R"(<tbody class="{}">{}{}</tbody>)", alone ? "alone" : "together",
                alone ? Html()
                      : html(R"(<tr class="group"><th scope="rowgroup" colspan="{}">{}</th></tr>)",
                             columns + 1, theme_name(view, top)),
                each(themes, [&](Index<Theme> theme) {
                  return html(R"(<tr><th scope="row">{}</th>{}</tr>)", theme_name(view, theme), cells(theme));
                }));
  });
}

// With more columns than a phone has room for it says that there are more, as data_table() does.
Html known_table(View const& view, std::string const& caption, std::size_t columns, Html const& heads,
                 Html const& rows) {
  constexpr std::size_t columns_on_a_phone = 4;
  return wide_table(
      caption,
      html(
          R"(<table class="known{}"><caption><span>{}</span><span class="sideways" aria-hidden="true">{}</span>)"
          R"(</caption><thead><tr><th scope="col">{}</th>{}</tr></thead>{}</table>)",
          columns > columns_on_a_phone ? " many" : "", caption, view.language("chart.sideways"),
          view.language("completeness.theme"), heads, rows));
}

Html area_table(View const& view, AskedCompleteness const& asked, std::string const& caption,
                std::vector<AreaKnowledge const*> const& areas) {
  auto const age = asked.query.age;
  auto const name = [&](AreaKnowledge const* area) { return view.atlas.areas()[area->area].name; };
  auto const columns = each(areas, [&](AreaKnowledge const* area) {
    return html(R"(<th scope="col"><a href="{}">{}</a></th>)",
                completeness_page(view, asked.ecosystem, {age, {}}, area->area),
                proper_name(view, name(area)));
  });
  return known_table(
      view, caption, areas.size(), columns, theme_rows(view, asked, areas.size(), [&](Index<Theme> theme) {
        return each(areas, [&](AreaKnowledge const* area) {
          auto const& evidence = area->by_theme[*asked.known.theme_number(theme)];
          return state_cell(
              view, evidence.at(age),
              completeness_page(view, asked.ecosystem, {age, view.atlas.themes()[theme].code}, area->area),
              theme_name(view, theme) + ", " + name(area));
        });
      }));
}

template <class Known>
std::vector<AreaKnowledge const*> with_children(std::vector<Known> const& all) {
  std::vector<AreaKnowledge const*> some;
  for (auto const& one : all) {
    if (one.children) some.push_back(&one);
  }
  return some;
}

Html to_ask(View const& view, AskedCompleteness const& asked) {
  auto const& t = view.language;
  auto const list = shortest_questions(view.atlas, asked.ecosystem, asked.known);
  if (list.to.empty()) return {};
  std::size_t cells = 0;
  for (auto const& to : list.to) cells += to.cells;
  return html(
      R"(<section><h2>{}</h2><p>{}</p><p class="actions"><a class="button primary" href="{}">{}</a></p></section>)",
      t("completeness.ask"),
      t.count("completeness.ask_text", std::ssize(list.to), {{"cells", number_phrase(t, cells)}}),
      questions_page(view, asked.ecosystem), t("completeness.to_questions"));
}

Html table_section(View const& view, AskedCompleteness const& asked) {
  auto const& t = view.language;
  return html(R"(<section><h2>{}</h2>{}{}<p class="hint">{}</p></section>)", t("completeness.where"),
              age_form(view, form_address(view, asked.ecosystem), asked.query),
              area_table(view, asked, t.count("completeness.by_wijk", asked.query.age),
                         with_children(asked.known.wijken())),
              t("completeness.wijk_rule"));
}

Html overview(View const& view, AskedCompleteness const& asked, std::string const& title) {
  auto const& t = view.language;
  auto const& ecosystem = view.atlas.catalogue()[asked.ecosystem];
  auto const counts = asked.known.count();
  auto const head = html(R"(<p><a href="{}">{}</a></p><h1>{}</h1>)", view.page("/e").segment(ecosystem.slug),
                         proper_name(view, ecosystem.name), title);
  if (sum(counts) == 0) return head + html(R"(<p class="lead">{}</p>)", t("completeness.no_areas"));
  auto const not_counted = std::ssize(asked.known.not_counted());
  return head +
         html(R"(<p class="lead">{}</p>)", t("completeness.lead", {{"share", sure_phrase(t, counts)}})) +
         html(R"(<div class="beside">{}{}</div>)", html("<div>{}</div>", state_table(view, counts)),
              html("<div>{}</div>", to_ask(view, asked))) +
         table_section(view, asked) +
         (not_counted == 0 ? Html() : html("<p>{}</p>", t.count("completeness.not_counted", not_counted))) +
         html(R"(<p><a href="{}" download>{}</a></p>)",
              view.page("/e").segment(ecosystem.slug).segment("completeness.csv"),
              t("completeness.spreadsheet"));
}

Html age_table(View const& view, AskedCompleteness const& asked, AreaKnowledge const& area) {
  auto const& t = view.language;
  Html columns;
  for (int age = youngest_asked; age <= oldest_asked; ++age) {
    columns += html(R"(<th scope="col">{}</th>)", t.count("form.age_years", age));
  }
  auto const caption = t("completeness.by_age", {{"name", view.atlas.areas()[area.area].name}});
  auto const ages = static_cast<std::size_t>(oldest_asked - youngest_asked + 1);
  return known_table(
      view, caption, ages, columns, theme_rows(view, asked, ages, [&](Index<Theme> theme) {
        Html cells;
        for (int age = youngest_asked; age <= oldest_asked; ++age) {
          cells += state_cell(
              view, area.by_theme[*asked.known.theme_number(theme)].at(age),
              completeness_page(view, asked.ecosystem, {age, view.atlas.themes()[theme].code}, area.area),
              theme_name(view, theme) + ", " + t.count("form.age_years", age));
        }
        return cells;
      }));
}

std::vector<AreaKnowledge const*> buurten_in(AskedCompleteness const& asked, AreaKnowledge const& area) {
  std::vector<AreaKnowledge const*> found;
  for (auto const& buurt : asked.known.buurten()) {
    bool const inside = asked.known.wijken()[buurt.wijk].area == area.area && buurt.area != area.area;
    if (inside && buurt.children) found.push_back(&buurt);
  }
  return found;
}

Html offering_item(View const& view, Index<Offering> index) {
  auto const& offering = view.atlas.catalogue()[index];
  auto const& facts = view.atlas.catalogue().facts(index);
  return html(R"(<li><p class="who"><a href="{}">{}</a> <span class="count">{}</span></p><p>{}</p>{}</li>)",
              view.page("/offerings", offering.id), in_dutch(view, offering.title),
              for_whom_phrase(view.language, offering),
              proper_name(view, view.atlas.catalogue()[facts.organisation].name), provenance(view, offering));
}

Html listed_or(View const& view, char const* heading, Html const& items, char const* none) {
  auto const& t = view.language;
  if (items.empty()) return html("<section><h2>{}</h2><p>{}</p></section>", t(heading), t(none));
  return html(R"(<section><h2>{}</h2><ul class="said">{}</ul></section>)", t(heading), items);
}

Html sources(View const& view, AskedCompleteness const& asked, AreaKnowledge const& area,
             Index<Theme> theme) {
  auto const found =
      sources_of(view.atlas, asked.ecosystem, area.area, theme, asked.query.age, view.moment.today);
  return listed_or(view, "completeness.on_the_map",
                   each(found.offerings, [&](auto index) { return offering_item(view, index); }),
                   "completeness.nothing_on_map") +
         listed_or(view, "completeness.asked",
                   each(found.inquiries, [&](auto index) { return inquiry_item(view, index); }),
                   "completeness.nobody_asked");
}

Html cell(View const& view, AskedCompleteness const& asked, AreaKnowledge const& area) {
  auto const theme = *view.atlas.themes().find(*asked.query.theme);
  auto const state = asked.known.of(area, view.atlas.themes().below(theme)).at(asked.query.age);
  auto const& t = view.language;
  return html(R"(<p class="lead">{}: <strong class="state is-{}">{}</strong></p><p>{}</p>)",
              t.count("completeness.for_theme", asked.query.age, {{"theme", theme_name(view, theme)}}),
              text(state), choice_phrase(t, "completeness.state_", state),
              choice_phrase(t, "completeness.means_", state)) +
         sources(view, asked, area, theme);
}

Html area_body(View const& view, AskedCompleteness const& asked, AreaKnowledge const& area,
               std::string const& title) {
  auto const& t = view.language;
  auto const& name = view.atlas.areas()[area.area].name;
  auto const parts = buurten_in(asked, area);
  return html(R"(<p><a href="{}">{}</a></p><h1>{}</h1><p class="by">{} · <a href="{}">{}</a></p>)",
              completeness_page(view, asked.ecosystem, {asked.query.age, {}}), t("completeness.title"), title,
              choice_phrase(t, "area.", view.atlas.areas()[area.area].code.kind()),
              view.page("/areas").segment(view.atlas.areas()[area.area].code.text()),
              t("completeness.area_page")) +
         (area.children ? Html() : html("<p>{}</p>", t("completeness.no_children"))) +
         (asked.query.theme ? cell(view, asked, area) : Html()) +
         html(R"(<section><h2>{}</h2>{}{}{}</section>)",
              t(asked.query.theme ? "completeness.other_ages" : "completeness.all_ages"),
              age_table(view, asked, area),
              parts.empty() ? Html()
                            : age_form(view, form_address(view, asked.ecosystem, area.area), asked.query),
              parts.empty()
                  ? Html()
                  : area_table(view, asked,
                               t.count("completeness.by_buurt", asked.query.age, {{"name", name}}), parts));
}

// A wijk or buurt of those that are told of.
AreaKnowledge const* find_area(AskedCompleteness const& asked, Atlas const& atlas, std::string const& text) {
  auto const code = AreaCode::parse(text);
  auto const index = code ? atlas.areas().find(*code) : std::nullopt;
  if (!index) return nullptr;
  for (auto const& wijk : asked.known.wijken()) {
    if (wijk.area == *index) return &wijk;
  }
  for (auto const& buurt : asked.known.buurten()) {
    if (buurt.area == *index) return &buurt;
  }
  return nullptr;
}

Result<AskedCompleteness> ask_completeness(http::Request const& request, View const& view,
                                           std::string const& slug) {
  auto const ecosystem = view.ecosystem(slug);
  if (!ecosystem) return fail(ecosystem.error());
  auto query = parse_completeness_query(request.query, view.atlas);
  if (!query) return fail(query.error());
  return AskedCompleteness{*ecosystem, *std::move(query),
                           Completeness(view.atlas, *ecosystem, view.moment.today)};
}

std::vector<std::pair<std::string, std::string>> completeness_fields(CompletenessQuery const& query) {
  std::vector<std::pair<std::string, std::string>> fields{{"age", std::to_string(query.age)}};
  if (query.theme) fields.emplace_back("theme", query.theme->text());
  return fields;
}

}  // namespace

http::Response completeness(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const path = path_below(arguments, "/completeness");
  auto const asked = ask_completeness(request, view, arguments.at(0));
  if (!asked) return show_error(view, path, asked.error());
  auto const title = view.language("completeness.title");
  return show(view, {.title = title + ", " + view.atlas.catalogue()[asked->ecosystem].name,
                     .body = overview(view, *asked, title),
                     .path = path,
                     .also = completeness_fields(asked->query),
                     .ecosystem = asked->ecosystem,
                     .findable = request.query.empty(),
                     .figures = true});
}

http::Response completeness_of_area(http::Request const& request, View const& view,
                                    PathArguments const& arguments) {
  auto const path = path_below(arguments, "/completeness/") + arguments.at(1);
  auto const asked = ask_completeness(request, view, arguments.at(0));
  if (!asked) return show_error(view, path, asked.error());
  auto const* const area = find_area(*asked, view.atlas, arguments.at(1));
  if (!area) return show_error(view, path, {Fault::missing, "area.missing"});
  auto const title = view.language("completeness.of_area", {{"name", view.atlas.areas()[area->area].name}});
  return show(view, {.title = title,
                     .body = area_body(view, *asked, *area, title),
                     .path = path,
                     .also = completeness_fields(asked->query),
                     .ecosystem = asked->ecosystem,
                     .findable = false,
                     .figures = true});
}

// A line for each buurt and theme, with a column for each age.
http::Response completeness_csv(http::Request const& request, View const& view,
                                PathArguments const& arguments) {
  auto const path = path_below(arguments, "/completeness.csv");
  auto const asked = ask_completeness(request, view, arguments.at(0));
  if (!asked) return show_error(view, path, asked.error());
  auto const& t = view.language;
  std::vector<std::string> headings{"code", t("completeness.buurt"), t("completeness.wijk"),
                                    t("completeness.theme")};
  for (int age = youngest_asked; age <= oldest_asked; ++age) {
    headings.push_back(t.count("form.age_years", age));
  }
  auto csv = "\xef\xbb\xbf" + csv_line(headings);
  for (auto const& buurt : asked->known.buurten()) {
    if (!buurt.children) continue;
    auto const& area = view.atlas.areas()[buurt.area];
    auto const& wijk = view.atlas.areas()[asked->known.wijken()[buurt.wijk].area];
    for (std::size_t theme = 0; theme < asked->known.themes().size(); ++theme) {
      std::vector<std::string> cells{area.code.text(), area.name, wijk.name,
                                     theme_name(view, asked->known.themes()[theme])};
      for (int age = youngest_asked; age <= oldest_asked; ++age) {
        cells.push_back(choice_phrase(t, "completeness.short_", buurt.by_theme[theme].at(age)));
      }
      csv += csv_line(cells);
    }
  }
  return spreadsheet(std::move(csv), "wegwijzer-" + arguments.at(0) + ".csv");
}

}  // namespace wegwijzer::web::pages
