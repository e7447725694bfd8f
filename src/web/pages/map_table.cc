// SPDX-License-Identifier: EUPL-1.2
// The community map as a table, a board or on the map, for who keeps it: any kind of record, any of its
// fields, filters that hold together, views that are kept, and many records chosen to be changed at once.
#include "web/map_table.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/words.h"
#include "exchange/csv.h"
#include "web/handlers.h"
#include "web/pager.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/record_words.h"
#include "web/typed_fields.h"
#include "web/venue_map.h"

namespace wegwijzer::web::pages {

namespace {

constexpr std::size_t rows_on_a_page = 50, most_in_a_column = 50;

struct TableView {
  View const& view;
  Desk const& desk;
  NetworkBench const& bench;
  AskedTable const& asked;
  bool whole = true;  // who looks keeps the whole map; else a part, and only what is in it is shown

  Language const& t() const { return view.language; }

  Url address(http::Parameters const& parameters) const {
    return with_parameters(view.page(table_path(bench, asked.record)), parameters);
  }

  // The table of a kind, of all of what who looks keeps.
  Url all_of(std::string_view record) const {
    auto url = view.page(table_path(bench, record));
    return whole ? url : std::move(url).with("area", text(*asked.area));
  }

  std::string words(std::string const& field, FieldText const& value) const {
    return field_words(view, *bench.reader, asked.record, field, value);
  }
};

Html option(std::string const& value, std::string const& label, bool chosen) {
  return html(R"(<option value="{}" {}>{}</option>)", value, Flag{"selected", chosen}, label);
}

template <class Enum>
Html options_of(TableView const& table, char const* prefix, std::optional<Enum> chosen) {
  return each(choices<Enum>, [&](auto const& one) {
    return option(std::string(one.second), choice_phrase(table.t(), prefix, one.first), chosen == one.first);
  });
}

// Kinds of which records lie at a place.
bool is_somewhere(std::string_view record) {
  return record == record_name<Organisation> || record == record_name<Venue> ||
         record == record_name<Offering>;
}

Html kind_links(TableView const& table) {
  Html links;
  for_each_kind([&](auto kind) {
    std::string const record(record_name<typename decltype(kind)::type>);
    if (!table.whole && !is_somewhere(record)) return;
    bool const here = record == table.asked.record;
    links += html(R"(<li><a href="{}" {}>{}</a></li>)", table.all_of(record), Flag{"aria-current", here},
                  kind_plural(table.view, record));
  });
  return html(R"(<nav aria-label="{}"><ul class="tabs">{}</ul></nav>)", table.t()("map_work.kinds"), links);
}

std::string asked_of_field(TableView const& table, std::string const& field) {
  auto const& query = table.asked.query;
  if (std::ranges::find(query.empty, field) != query.empty.end()) return "-";
  if (std::ranges::find(query.filled, field) != query.filled.end()) return "*";
  auto const found = std::ranges::find(query.is, field, &std::pair<std::string, std::string>::first);
  return found == query.is.end() ? "" : found->second;
}

Html field_filter(TableView const& table, FieldShape const& shape) {
  auto const& t = table.t();
  auto const now = asked_of_field(table, shape.name);
  auto const id = "filter-" + shape.name;
  auto const values = each(
      shape.values, [&](FormChoice const& one) { return option(one.value, one.label, now == one.value); });
  return html(
      R"(<div class="field"><label for="{}">{}</label><select id="{}" name="{}">{}{}{}{}</select></div>)", id,
      field_label(table.view, shape.name), id, "f." + shape.name, option("", t("map_work.any"), now.empty()),
      option("-", t("map_work.is_empty"), now == "-"), option("*", t("map_work.is_filled"), now == "*"),
      values);
}

// The areas in which the network has places, large before small, as in a list of them.
Html area_options(TableView const& table) {
  auto const& areas = table.view.atlas.areas();
  std::set<AreaCode> codes;
  for (auto const& venue : table.bench.reader->venues().all()) {
    for (auto area = areas.smallest_at(venue.point); area; area = areas.around(*area)) {
      codes.insert(areas[*area].code);
    }
  }
  Html options;
  for (auto const kind : {AreaKind::gemeente, AreaKind::wijk, AreaKind::buurt}) {
    std::vector<Area const*> of_kind;
    for (auto const& code : codes) {
      if (code.kind() == kind) of_kind.push_back(&areas[*areas.find(code)]);
    }
    std::ranges::sort(of_kind, {}, [](Area const* one) { return folded(one->name); });
    if (of_kind.empty()) continue;
    options += html(R"(<optgroup label="{}">{}</optgroup>)",
                    choice_phrase(table.t(), "map_work.areas_", kind), each(of_kind, [&](Area const* one) {
                      return option(text(one->code), one->name, table.asked.area == one->code);
                    }));
  }
  return options;
}

Html select(std::string const& id, std::string const& label, Html const& options) {
  return html(R"(<div class="field"><label for="{}">{}</label><select id="{}" name="{}">{}</select></div>)",
              id, label, id, id, options);
}

bool asks_of_fields(AskedTable const& asked) {
  return !asked.query.empty.empty() || !asked.query.filled.empty() || !asked.query.is.empty();
}

Html column_ticks(TableView const& table) {
  auto const& columns = table.asked.columns;
  return each(table.asked.shapes, [&](FieldShape const& shape) {
    bool const on = std::ranges::find(columns, shape.name) != columns.end();
    return html(R"(<label class="choice"><input type="checkbox" name="column" value="{}" {}> {}</label>)",
                shape.name, Flag{"checked", on}, field_label(table.view, shape.name));
  });
}

Html sort_options(TableView const& table) {
  auto const& t = table.t();
  return option("", t("map_work.by_name"), table.asked.query.sort.empty()) +
         each(table.asked.shapes, [&](FieldShape const& shape) {
           return option(shape.name, field_label(table.view, shape.name),
                         table.asked.query.sort == shape.name);
         });
}

Html filters(TableView const& table) {
  auto const& t = table.t();
  auto const& asked = table.asked;
  auto const areas = table.whole ? area_options(table) : Html();
  auto const where = !table.whole    ? hidden("area", text(*asked.area))
                     : areas.empty() ? Html()
                                     : select("area", t("map_work.area"),
                                              option("", t("map_work.everywhere"), !asked.area) + areas);
  auto const more = html(
      R"(<details class="more" {}><summary>{}</summary><div class="filters">{}</div></details>)"
      R"(<details class="more"><summary>{}</summary><fieldset class="field"><legend>{}</legend><div class="choices">{}</div></fieldset>{}</details>)",
      Flag{"open", asks_of_fields(asked)}, t("map_work.by_field"),
      each(asked.shapes, [&](FieldShape const& one) { return field_filter(table, one); }),
      t("map_work.columns"), t("map_work.which_columns"), column_ticks(table),
      select("sort", t("map_work.sort"), sort_options(table)));
  auto const keep_show = asked.show == TableShow::table
                             ? Html()
                             : hidden("show", text(asked.show)) + hidden("by", asked.board_by);
  return html(
      R"(<form class="table-filters" method="get" action="{}#found" role="search"><div class="filters"><div class="field"><label for="q">{}</label><input id="q" name="q" type="text" value="{}" maxlength="200" autocomplete="off"></div>{}{}{}</div>{}{}<p class="actions"><button class="button primary" type="submit">{}</button> <a href="{}">{}</a></p></form>)",
      table.view.page(table_path(table.bench, asked.record)), t("map_work.words"), asked.query.words,
      select("standing", t("map_work.standing"),
             options_of<Standing>(table, "map_work.standing_", asked.query.standing)),
      select("from", t("map_work.from"),
             option("", t("map_work.any"), !asked.query.from) +
                 options_of<Origins>(table, "map_work.from_", asked.query.from)),
      where, more, keep_show, t("map_work.show"), table.all_of(asked.record), t("map_work.all_of_it"));
}

http::Parameters shown_as(AskedTable asked, TableShow show) {
  asked.show = show;
  return asked.parameters();
}

Html show_links(TableView const& table) {
  bool const has_places = is_somewhere(table.asked.record);
  return html(R"(<nav aria-label="{}"><ul class="tabs small">{}</ul></nav>)", table.t()("map_work.shown_as"),
              each(choices<TableShow>, [&](auto const& one) {
                bool const left_out = (one.first == TableShow::map && !has_places) ||
                                      (one.first == TableShow::board && table.asked.board_by.empty());
                if (left_out) return Html();
                return html(R"(<li><a href="{}" {}>{}</a></li>)",
                            table.address(shown_as(table.asked, one.first)),
                            Flag{"aria-current", table.asked.show == one.first},
                            choice_phrase(table.t(), "map_work.show_", one.first));
              }));
}

Html saved_views(TableView const& table) {
  auto const& t = table.t();
  auto const all = table.bench.reader->saved_views();
  auto const list = each(all, [&](SavedView const& one) {
    auto const query = http::Parameters::parse(one.query).value_or(http::Parameters());
    auto const path = table.bench.path() + "/views/" + text(one.id) + "/forget";
    return html(R"(<li><a href="{}">{}</a> <span class="hint">{}</span>{}</li>)",
                with_parameters(table.view.page(table_path(table.bench, one.kind)), query), one.name,
                kind_plural(table.view, one.kind),
                account_form(table.view, table.desk, path, {}, t("map_work.forget_view"), "link"));
  });
  auto const fields =
      hidden("kind", table.asked.record) + hidden("query", table.asked.parameters().text()) +
      html(
          R"(<label for="view-name">{}</label> <input id="view-name" name="name" maxlength="80" required autocomplete="off">)",
          t("map_work.view_name"));
  return html(R"(<details class="more views"><summary>{}</summary>{}{}</details>)",
              all.empty() ? t("map_work.keep_view") : t.count("map_work.views", static_cast<int>(all.size())),
              all.empty() ? Html() : html(R"(<ul>{}</ul>)", list),
              account_form(table.view, table.desk, table.bench.path() + "/views", fields,
                           t("map_work.keep_view"), "button"));
}

std::string standing_words(TableView const& table, TableRow const& row) {
  auto const& t = table.t();
  if (!row.confirmed_on) return t("map_work.standing_never_confirmed");
  return t(row.is_stale ? "map_work.stale_since" : "map_work.confirmed",
           {{"day", date_phrase(t, *row.confirmed_on)}});
}

std::string name_of_row(TableView const& table, TableRow const& row) {
  return row.name.empty() ? table.t()("map_work.nameless") : row.name;
}

Html row_html(TableView const& table, TableRow const& row) {
  auto const& columns = table.asked.columns;
  Html cells;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    bool const nothing = row.values[i].value_or("").empty();
    cells += nothing
                 ? html(R"(<td class="nothing" data-label="{}">–</td>)", field_label(table.view, columns[i]))
                 : html(R"(<td data-label="{}">{}</td>)", field_label(table.view, columns[i]),
                        table.words(columns[i], row.values[i]));
  }
  auto const name = name_of_row(table, row);
  auto const tick =
      table.whole
          ? html(R"(<td class="tick"><input type="checkbox" name="id" value="{}" aria-label="{}"></td>)",
                 text(row.id), table.t()("map_work.choose", {{"name", name}}))
          : Html();
  return html(R"(<tr>{}<th scope="row"><a href="{}">{}</a></th>{}<td class="hint">{}</td></tr>)", tick,
              table.view.page(record_path(table.bench, table.asked.record, row.id)), name, cells,
              standing_words(table, row));
}

Html as_table(TableView const& table, std::span<TableRow const> rows) {
  auto const& t = table.t();
  auto const heads = each(table.asked.columns, [&](std::string const& column) {
    return html(R"(<th scope="col">{}</th>)", field_label(table.view, column));
  });
  return html(
      R"(<div class="wide" role="region" tabindex="0" aria-label="{}"><table class="records"><thead><tr>{}<th scope="col">{}</th>{}<th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>)",
      t("map_work.table"), table.whole ? html(R"(<td class="tick"></td>)") : Html(), t("map_work.name"),
      heads, t("map_work.right"), each(rows, [&](TableRow const& row) { return row_html(table, row); }));
}

Html action_options(TableView const& table) {
  auto const& t = table.t();
  auto const fields = each(table.asked.shapes, [&](FieldShape const& shape) {
    if (shape.sort == FieldSort::other || shape.name == "name" || shape.name == "title") return Html();
    return option(shape.name, field_label(table.view, shape.name), false);
  });
  auto const own = table.asked.query.standing == Standing::archived
                       ? option("+restore", t("map_work.do_restore"), false)
                       : option("+confirm", t("map_work.do_confirm"), false) +
                             option("+archive", t("map_work.do_archive"), false);
  auto const organise =
      table.asked.record == "venue" ? option("+organise", t("map_work.do_organise"), false) : Html();
  return own + organise + html(R"(<optgroup label="{}">{}</optgroup>)", t("map_work.change_field"), fields);
}

// Chosen rows go on to be changed.
Html with_choosing(TableView const& table, Html const& rows, std::size_t total) {
  auto const& t = table.t();
  auto const all = html(R"(<label class="choice"><input type="checkbox" name="all" value="yes"> {}</label>)",
                        t.count("map_work.all_that_fit", static_cast<int>(total)));
  return html(
      R"(<form method="post" class="choosing" action="{}">{}{}<div class="bulk"><h2>{}</h2>{}<div class="field"><label for="do">{}</label><select id="do" name="do">{}</select></div><p><button class="button" type="submit">{}</button></p></div></form>)",
      table.view.page(table_path(table.bench, table.asked.record) + "/change"),
      hidden("form", table.desk.form_token) + hidden("query", table.asked.parameters().text()), rows,
      t("map_work.with_chosen"), all, t("map_work.what"), action_options(table), t("map_work.go_on"));
}

Html card(TableView const& table, TableRow const& row) {
  return html(R"(<li><a href="{}">{}</a><p class="hint">{}</p></li>)",
              table.view.page(record_path(table.bench, table.asked.record, row.id)), name_of_row(table, row),
              standing_words(table, row));
}

Html column(TableView const& table, std::string const& label, std::vector<TableRow const*> const& rows) {
  auto const shown = std::min(rows.size(), most_in_a_column);
  auto const cards =
      each(std::span(rows).first(shown), [&](TableRow const* row) { return card(table, *row); });
  auto const rest = rows.size() - shown;
  return html(
      R"(<section class="board-column"><h2>{} <span class="count">{}</span></h2><ul>{}</ul>{}</section>)",
      label, std::to_string(rows.size()), cards,
      rest == 0
          ? Html()
          : html(R"(<p class="hint">{}</p>)", table.t().count("map_work.and_more", static_cast<int>(rest))));
}

Html board_by(TableView const& table) {
  auto const& t = table.t();
  auto const fields = each(table.asked.shapes, [&](FieldShape const& shape) {
    if (shape.sort != FieldSort::choice) return Html();
    return option(shape.name, field_label(table.view, shape.name), shape.name == table.asked.board_by);
  });
  auto const rest = each(shown_as(table.asked, TableShow::table),
                         [](auto const& one) { return hidden(one.name.c_str(), one.value); });
  return html(
      R"(<form method="get" class="by" action="{}#found">{}<label for="by">{}</label> <select id="by" name="by">{}</select> <button class="button" type="submit">{}</button></form>)",
      table.view.page(table_path(table.bench, table.asked.record)), rest + hidden("show", "board"),
      t("map_work.columns_by"), fields, t("map_work.show"));
}

// A column for each value of a field, and one for what says nothing.
Html as_board(TableView const& table, std::vector<TableRow> const& rows) {
  auto const& asked = table.asked;
  auto const at = std::ranges::find(asked.columns, asked.board_by) - asked.columns.begin();
  std::map<std::string, std::vector<TableRow const*>> by_value;
  for (auto const& row : rows)
    by_value[row.values[static_cast<std::size_t>(at)].value_or("")].push_back(&row);
  Html columns;
  for (auto const& [value, label] : asked.shape(asked.board_by)->values) {
    if (by_value.contains(value)) columns += column(table, label, by_value.at(value));
  }
  if (by_value.contains("")) columns += column(table, table.t()("work.not_said"), by_value.at(""));
  return board_by(table) +
         html(R"(<div class="board wide" role="region" tabindex="0" aria-label="{}">{}</div>)",
              table.t()("map_work.show_board"), columns);
}

// Beside the map stands the list, with the same numbers.
Html as_map(TableView const& table, std::span<TableRow const> rows) {
  auto const places = points_of(*table.bench.reader, table.asked.record, rows);
  std::vector<GeoPoint> points;
  Html numbered;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (places[i]) points.push_back(*places[i]);
    auto const number = places[i] ? map_number(table.view, points.size()) : Html();
    // What it is, since many places have no name.
    auto const what = table.words(table.asked.columns.front(), rows[i].values.front());
    numbered += html(R"(<li>{} <a href="{}">{}</a> <span class="hint">{}</span></li>)", number,
                     table.view.page(record_path(table.bench, table.asked.record, rows[i].id)),
                     name_of_row(table, rows[i]), what);
  }
  return map_of_points(table.view, points) + html(R"(<ol class="plain">{}</ol>)", numbered);
}

// An activity is added at its organisation, and other kinds come with files.
Html add_link(TableView const& table) {
  auto const& record = table.asked.record;
  bool const can_be_added =
      record == record_name<Organisation> || record == record_name<Venue> || record == record_name<Hub>;
  if (!can_be_added) return {};
  return html(R"( · <a href="{}">{}</a>)",
              table.view.page(table.bench.path() + "/records/" + record + "/new"),
              table.t()("map_work.add_" + record));
}

Html sheet_links(TableView const& table) {
  auto const& t = table.t();
  auto const path = table_path(table.bench, table.asked.record);
  return html(R"(<p class="actions"><a href="{}">{}</a> · <a href="{}">{}</a>{}</p>)",
              with_parameters(table.view.page(path + "/sheet.csv"), table.asked.parameters()),
              t("map_work.to_sheet"), table.view.page(path + "/sheet"), t("map_work.from_sheet"),
              add_link(table));
}

// A map that was only imported has places and nobody whose they are: that is where to begin.
bool has_only_places(TableView const& table) {
  return table.asked.record == record_name<Organisation> && table.asked.parameters().empty() &&
         !table.bench.reader->venues().all().empty();
}

Html nothing_found(TableView const& table) {
  auto const& t = table.t();
  if (!has_only_places(table)) return html("<p>{}</p>", t("filter.nothing"));
  auto const places = table.view.page(table_path(table.bench, record_name<Venue>));
  return html(R"(<p class="notice">{} <a href="{}">{}</a></p>)", t("map_work.only_places"), places,
              t("map_work.to_places"));
}

Html rows_of(TableView const& table, std::vector<TableRow> const& rows, Paging const& paging) {
  if (rows.empty()) return nothing_found(table);
  if (table.asked.show == TableShow::board) return as_board(table, rows);
  auto const shown = on_this_page(rows, paging);
  auto const pages = pager(table.view, table.address(table.asked.parameters()), paging, rows.size());
  if (shown.empty()) return past_the_end(table.view) + pages;
  if (table.asked.show == TableShow::map) return as_map(table, shown) + pages;
  if (!table.whole) return as_table(table, shown) + pages;
  return with_choosing(table, as_table(table, shown) + pages, rows.size());
}

}  // namespace

http::Response map_table(http::Request const& request, View const& view, Desk const& desk,
                         PathArguments const& arguments) {
  auto asked = asked_table(view, arguments[1], request.query);
  auto const bench =
      network_bench(desk, arguments[0], accounts::Action::keep_area, asked ? asked->area : std::nullopt);
  if (!bench) return work_refused(view, bench.error());
  if (!asked) return work_refused(view, asked.error());
  auto paging = parse_paging(request.query);
  if (!paging) return work_refused(view, paging.error());
  paging->size = rows_on_a_page;
  auto fields = asked->columns;
  if (asked->show == TableShow::board) fields.push_back(asked->board_by);
  auto shown = *asked;
  shown.columns = fields;
  auto const rows = table_rows(*bench->reader, asked->record, asked->query, fields, view.moment.today);
  bool const whole = keeps_whole_map(desk.asker(), bench->ecosystem);
  TableView const table{view, desk, *bench, *asked, whole};
  TableView const with_fields{view, desk, *bench, shown, whole};
  auto const& t = view.language;
  auto const body =
      kind_links(table) + filters(table) + (whole ? saved_views(table) : Html()) +
      html(R"(<h2 id="found">{}</h2>)", t.count("map_work.found", static_cast<int>(rows.size()))) +
      show_links(table) + (whole ? sheet_links(table) : Html()) + rows_of(with_fields, rows, *paging);
  std::vector<std::pair<std::string, std::string>> also;
  for (auto const& one : asked->parameters()) also.emplace_back(one.name, one.value);
  return work_page(view, {.path = table_path(*bench, asked->record),
                          .title = kind_plural(view, asked->record),
                          .body = body,
                          .back = whole ? t("map_work.title", {{"network", bench->ecosystem.name}})
                                        : name_of_area(view, *bench->area),
                          .back_to = whole ? bench->path() : area_path(*bench, *bench->area),
                          .also = std::move(also)});
}

http::Response keep_view(http::Request const& request, View const& view, Desk const& desk,
                         PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], accounts::Action::keep_map);
  if (!bench) return work_refused(view, bench.error());
  auto const query = http::Parameters::parse(request.form.first("query").value_or(""));
  auto const asked = query ? asked_table(view, std::string(request.form.first("kind").value_or("")), *query)
                           : fail(query.error());
  if (!asked) return work_refused(view, asked.error());
  auto const name = TypedFields(request.form).text("name").substr(0, 80);
  auto const writer = writer_of(desk, *bench, accounts::Action::keep_map);
  if (!writer) return work_refused(view, writer.error());
  // A view of the same name is this one from now on.
  auto const all = (*writer)->saved_views();
  auto const known = std::ranges::find(all, name, &SavedView::name);
  auto const id = known == all.end() ? (*writer)->new_id<SavedView>() : known->id;
  if (!name.empty()) (*writer)->keep(SavedView{id, name, asked->record, asked->parameters().text()});
  (*writer)->commit();
  return http::redirect(
      with_parameters(view.page(table_path(*bench, asked->record)), asked->parameters()).text());
}

http::Response forget_view(http::Request const&, View const& view, Desk const& desk,
                           PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], accounts::Action::keep_map);
  if (!bench) return work_refused(view, bench.error());
  auto const id = Id<SavedView>::parse(arguments[1]);
  if (!id) return work_refused(view, {Fault::missing, "page.missing"});
  auto const writer = writer_of(desk, *bench, accounts::Action::keep_map);
  if (!writer) return work_refused(view, writer.error());
  (*writer)->forget(*id);
  (*writer)->commit();
  return to_page(view, table_path(*bench, "organisation"));
}

}  // namespace wegwijzer::web::pages
