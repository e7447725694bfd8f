// SPDX-License-Identifier: EUPL-1.2
// The table as a spreadsheet and back: it goes out in words, somebody works on it, and when it comes back the
// page shows what is different before anything is kept.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/words.h"
#include "exchange/csv.h"
#include "usecases/community/sheet.h"
#include "web/handlers.h"
#include "web/map_table.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/record_words.h"

namespace wegwijzer::web::pages {

namespace {

using Json = nlohmann::json;

constexpr std::string_view id_heading = "id";
constexpr std::size_t most_planned_bytes = 900'000;  // as much as a form of ours can carry
constexpr std::size_t most_lines = 200;

// Values of fields as they stand in cells, in the language of the page.
class SheetLanguage {
 public:
  SheetLanguage(View const& view, Reader& reader, std::vector<FieldShape> const& shapes) : shapes_(shapes) {
    std::map<std::string, int> times;
    organisations_ = organisation_choices(reader);
    for (auto const& one : organisations_) ++times[folded(one.label)];
    // Two of one name are told apart by their id.
    for (auto& one : organisations_) {
      if (times.at(folded(one.label)) > 1) one.label = one.value;
    }
    for (auto const& shape : shapes) labels_.emplace(shape.name, field_label(view, shape.name));
  }

  std::string const& label(std::string const& field) const { return labels_.at(field); }

  std::string write(std::string const& field, FieldText const& value) const {
    auto const& shape = shape_of(field);
    if (shape.sort == FieldSort::organisation) return label_in(organisations_, value.value_or(""));
    if (!shape.is_chosen()) return value.value_or("");
    std::vector<std::string> words;
    auto const list = value.value_or("");
    for (auto const part : split(list, ';')) words.push_back(label_in(shape.values, std::string(part)));
    return joined(words, "; ");
  }

  Result<FieldText> read(std::string const& field, std::string const& cell) const {
    auto const& shape = shape_of(field);
    if (shape.sort == FieldSort::organisation && !cell.empty()) return organisation(cell);
    if (shape.sort == FieldSort::other) return cell.empty() ? FieldText() : FieldText(cell);
    if (shape.is_list()) return read_field(shape, split(cell, ';'));
    return read_field(shape, {cell});
  }

  SheetWords words() const {
    return {[this](auto const& field, auto const& value) { return write(field, value); },
            [this](auto const& field, auto const& cell) { return read(field, cell); }};
  }

 private:
  FieldShape const& shape_of(std::string const& field) const {
    return *std::ranges::find(shapes_, field, &FieldShape::name);
  }

  static std::string label_in(std::vector<FormChoice> const& values, std::string const& value) {
    auto const found = std::ranges::find(values, value, &FormChoice::value);
    return found == values.end() ? value : found->label;
  }

  Result<FieldText> organisation(std::string const& cell) const {
    for (auto const& one : organisations_) {
      if (folded(one.label) == folded(cell)) return FieldText(one.value);
    }
    return fail(Fault::missing, "map_work.sheet_no_organisation", {{"value", cell}});
  }

  std::vector<FieldShape> const& shapes_;
  std::vector<FormChoice> organisations_;
  std::map<std::string, std::string> labels_;
};

std::string taken_heading(View const& view) {
  return view.language("map_work.sheet_taken_at");
}

std::vector<std::string> headings(View const& view, SheetLanguage const& language,
                                  std::vector<FieldShape> const& shapes) {
  std::vector<std::string> all{std::string(id_heading)};
  for (auto const& shape : shapes) all.push_back(language.label(shape.name));
  all.push_back(taken_heading(view));
  return all;
}

std::string sheet_of(View const& view, NetworkBench const& bench, AskedTable const& asked, Instant now) {
  SheetLanguage const language(view, *bench.reader, asked.shapes);
  std::vector<std::string> fields;
  for (auto const& shape : asked.shapes) fields.push_back(shape.name);
  auto out = "\xef\xbb\xbf" + csv_line(headings(view, language, asked.shapes));
  for (auto const& row : table_rows(*bench.reader, asked.record, asked.query, fields, view.moment.today)) {
    std::vector<std::string> cells{text(row.id)};
    for (std::size_t i = 0; i < fields.size(); ++i) cells.push_back(language.write(fields[i], row.values[i]));
    cells.push_back(text(now));
    out += csv_line(cells);
  }
  return out;
}

// A sheet that was read: which field each column is, and its rows.
struct ReadSheet {
  std::vector<SheetRow> rows;
  Instant taken_at{};
  std::vector<Problem> problems;
};

using Positions = std::vector<std::pair<std::string, std::size_t>>;  // a field, and its column

std::optional<std::size_t> position_of(CsvRow const& first, std::string const& heading) {
  auto const wanted = folded(heading);
  for (std::size_t i = 0; i < first.cells.size(); ++i) {
    if (folded(first.cells[i]) == wanted) return i;
  }
  return std::nullopt;
}

Positions fields_in(SheetLanguage const& language, std::vector<FieldShape> const& shapes,
                    CsvRow const& first) {
  Positions positions;
  for (auto const& shape : shapes) {
    auto at = position_of(first, language.label(shape.name));
    if (!at) at = position_of(first, shape.name);
    if (at) positions.emplace_back(shape.name, *at);
  }
  return positions;
}

std::string cell_at(CsvRow const& row, std::size_t at) {
  return at < row.cells.size() ? std::string(trimmed(row.cells[at])) : "";
}

void add_row(ReadSheet& sheet, CsvRow const& row, std::size_t id_at, Positions const& fields) {
  SheetRow out{row.line, std::nullopt, {}};
  if (auto const id = cell_at(row, id_at); !id.empty()) {
    auto const parsed = parse_uuid(id);
    if (!parsed) {
      sheet.problems.push_back(
          {row.line, "id", {Fault::missing, "map_work.sheet_unknown", {{"value", id}}}, false});
      return;
    }
    out.id = *parsed;
  }
  for (auto const& [field, at] : fields) out.cells.emplace_back(field, cell_at(row, at));
  sheet.rows.push_back(std::move(out));
}

// A sheet is as old as its oldest row; one of our own making that lost the moment cannot be compared.
void note_taken_at(ReadSheet& sheet, std::string const& cell) {
  auto const at = parse_instant(cell);
  if (at && (sheet.taken_at == Instant() || *at < sheet.taken_at)) sheet.taken_at = *at;
}

Result<ReadSheet> read_sheet(View const& view, SheetLanguage const& language,
                             std::vector<FieldShape> const& shapes, std::string_view bytes) {
  auto reader = CsvReader::open(bytes);
  if (!reader) return fail(reader.error());
  auto const first = reader->next();
  if (!first) return fail(Fault::invalid, "map_work.sheet_no_file");
  auto const id_at = position_of(*first, std::string(id_heading));
  auto const taken = position_of(*first, taken_heading(view));
  auto const fields = fields_in(language, shapes, *first);
  if (!id_at || !taken || fields.empty()) {
    return fail(Fault::invalid, "map_work.sheet_not_ours", {{"column", taken_heading(view)}});
  }
  ReadSheet sheet;
  while (auto const row = reader->next()) {
    note_taken_at(sheet, cell_at(*row, *taken));
    add_row(sheet, *row, *id_at, fields);
  }
  for (auto& problem : reader->take_problems()) sheet.problems.push_back(std::move(problem));
  if (sheet.taken_at == Instant()) {
    return fail(Fault::invalid, "map_work.sheet_not_ours", {{"column", taken_heading(view)}});
  }
  return sheet;
}

Json or_null(FieldText const& value) {
  return value ? Json(*value) : Json();
}

FieldText text_in(Json const& value) {
  return value.is_null() ? FieldText() : FieldText(value.get<std::string>());
}

// What would be done, carried by the form.
std::string plan_text(SheetPlan const& plan) {
  auto edits = Json::array(), added = Json::array();
  for (auto const& one : plan.edits) {
    edits.push_back({text(one.id), one.field, or_null(one.before), or_null(one.after)});
  }
  for (auto const& row : plan.added) {
    auto values = Json::array();
    for (auto const& [name, value] : row.values) values.push_back({name, or_null(value)});
    added.push_back({row.line, values});
  }
  return Json{{"edits", edits}, {"added", added}}.dump();
}

// Fails with "map_work.sheet_plan_broken" for what no page of ours sent.
Result<SheetPlan> plan_in(std::string const& record, std::string_view text) {
  auto const broken = fail(Fault::invalid, "map_work.sheet_plan_broken");
  SheetPlan plan;
  try {
    auto const all = Json::parse(text);
    for (auto const& one : all.at("edits")) {
      auto const id = parse_uuid(one.at(0).get<std::string>());
      if (!id) return broken;
      plan.edits.push_back(
          {record, *id, one.at(1).get<std::string>(), text_in(one.at(2)), text_in(one.at(3))});
    }
    for (auto const& one : all.at("added")) {
      AddedRow row{one.at(0).get<std::size_t>(), {}};
      for (auto const& value : one.at(1)) {
        row.values.push_back({value.at(0).get<std::string>(), text_in(value.at(1))});
      }
      plan.added.push_back(std::move(row));
    }
  } catch (Json::exception const&) {
    return broken;
  }
  return plan;
}

struct SheetPage {
  View const& view;
  Desk const& desk;
  NetworkBench const& bench;
  AskedTable const& asked;

  Language const& t() const { return view.language; }

  std::string path() const { return table_path(bench, asked.record) + "/sheet"; }
};

http::Response sheet_page(SheetPage const& page, Html body, int status = 200) {
  return work_page(page.view, {.path = page.path(),
                               .title = page.t()("map_work.from_sheet"),
                               .body = std::move(body),
                               .status = status,
                               .back = kind_plural(page.view, page.asked.record),
                               .back_to = table_path(page.bench, page.asked.record)});
}

http::Response ask_sheet(SheetPage const& page, Error const* problem = nullptr) {
  auto const& t = page.t();
  auto const told =
      problem ? html(R"(<p class="problem" role="alert">{}</p>)", t.sentence(*problem)) : Html();
  return sheet_page(
      page,
      html(
          R"(<ol><li><a href="{}">{}</a></li><li>{}</li><li>{}</li></ol>{}<form method="post" class="work" enctype="multipart/form-data" action="{}">{}<div class="field"><label for="sheet">{}</label><input id="sheet" name="sheet" type="file" accept=".csv,text/csv" required></div><p><button class="button primary" type="submit">{}</button></p></form>)",
          page.view.page(page.path() + ".csv"), t("map_work.to_sheet"), t("map_work.sheet_work"),
          t("map_work.sheet_back"), told, page.view.page(page.path()), hidden("form", page.desk.form_token),
          t("map_work.sheet_file"), t("map_work.look_first")),
      problem ? 400 : 200);
}

Html edit_rows(SheetPage const& page, std::vector<Edit> const& edits) {
  auto const shown = std::span(edits).first(std::min(most_lines, edits.size()));
  return each(shown, [&](Edit const& edit) {
    auto const words = [&](FieldText const& value) {
      return field_words(page.view, *page.bench.reader, edit.record, edit.field, value);
    };
    return html(R"(<tr><th scope="row">{}</th><td>{}</td><td><del>{}</del></td><td><ins>{}</ins></td></tr>)",
                record_title(page.view, *page.bench.reader, edit.record, edit.id),
                field_label(page.view, edit.field), words(edit.before), words(edit.after));
  });
}

Html edits_table(SheetPage const& page, std::vector<Edit> const& edits, char const* caption) {
  if (edits.empty()) return {};
  auto const& t = page.t();
  return html(
      R"(<div class="wide" role="region" tabindex="0" aria-label="{}"><table class="planned"><caption>{}</caption><thead><tr><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>)",
      t(caption), t.count(caption, static_cast<int>(edits.size())), t("map_work.name"), t("map_work.field"),
      t("map_work.now"), t("map_work.then"), edit_rows(page, edits));
}

Html problem_rows(SheetPage const& page, std::vector<Problem> const& problems) {
  if (problems.empty()) return {};
  auto const& t = page.t();
  auto const shown = std::span(problems).first(std::min(most_lines, problems.size()));
  return html(R"(<div class="problem summary"><p><strong>{}</strong></p><ul>{}</ul></div>)",
              t.count("map_work.sheet_problems", static_cast<int>(problems.size())),
              each(shown, [&](Problem const& one) {
                auto const place =
                    page.asked.shape(one.place) ? field_label(page.view, one.place) : one.place;
                return html("<li>{}</li>", t("map_work.sheet_line", {{"line", std::to_string(one.line)},
                                                                     {"place", place},
                                                                     {"what", t.sentence(one.error)}}));
              }));
}

Html added_list(SheetPage const& page, std::vector<AddedRow> const& added) {
  if (added.empty()) return {};
  auto const& t = page.t();
  return html("<h2>{}</h2><ul>{}</ul>", t.count("map_work.sheet_added", static_cast<int>(added.size())),
              each(added, [&](AddedRow const& row) {
                auto const name = std::ranges::find(row.values, "name", &FieldValue::name);
                return html("<li>{}</li>",
                            name == row.values.end() ? t("map_work.nameless") : name->value.value_or(""));
              }));
}

http::Response show_plan(SheetPage const& page, SheetPlan const& plan) {
  auto const& t = page.t();
  auto const nothing = plan.edits.empty() && plan.added.empty();
  auto const text = plan_text(plan);
  auto const told =
      html(R"(<p class="lead">{}</p>)",
           t.count("map_work.sheet_unchanged", static_cast<int>(plan.unchanged))) +
      problem_rows(page, plan.problems) + edits_table(page, plan.edits, "map_work.sheet_changes") +
      edits_table(page, plan.meanwhile, "map_work.sheet_meanwhile") + added_list(page, plan.added);
  if (nothing) return sheet_page(page, told + html("<p>{}</p>", t("map_work.sheet_nothing")));
  if (text.size() > most_planned_bytes) {
    return sheet_page(page, told + html(R"(<p class="problem">{}</p>)", t("map_work.sheet_too_much")), 400);
  }
  return sheet_page(page, told + account_form(page.view, page.desk, page.path() + "/keep",
                                              hidden("plan", text), t("map_work.sheet_do")));
}

Result<SheetPlan> plan_of(SheetPage const& page, std::string_view bytes) {
  SheetLanguage const language(page.view, *page.bench.reader, page.asked.shapes);
  auto read = read_sheet(page.view, language, page.asked.shapes, bytes);
  if (!read) return fail(read.error());
  auto plan = plan_sheet(*page.bench.reader, page.asked.record, read->rows, language.words(), read->taken_at);
  plan.problems.insert(plan.problems.begin(), read->problems.begin(), read->problems.end());
  return plan;
}

// Calls `make` with the page of a table, for who may.
template <class Make>
http::Response on_sheet(View const& view, Desk const& desk, PathArguments const& arguments,
                        http::Parameters const& parameters, Make make) {
  auto const bench = network_bench(desk, arguments[0], accounts::Action::keep_map);
  if (!bench) return work_refused(view, bench.error());
  auto const asked = asked_table(view, arguments[1], parameters);
  if (!asked) return work_refused(view, asked.error());
  return make(SheetPage{view, desk, *bench, *asked});
}

}  // namespace

http::Response map_sheet_csv(http::Request const& request, View const& view, Desk const& desk,
                             PathArguments const& arguments) {
  return on_sheet(view, desk, arguments, request.query, [&](SheetPage const& page) {
    auto response = spreadsheet(sheet_of(view, page.bench, page.asked, desk.now),
                                slug(kind_plural(view, page.asked.record)) + ".csv");
    response.headers.set("Cache-Control", "no-store");
    return response;
  });
}

http::Response map_sheet(http::Request const& request, View const& view, Desk const& desk,
                         PathArguments const& arguments) {
  return on_sheet(view, desk, arguments, request.query,
                  [](SheetPage const& page) { return ask_sheet(page); });
}

http::Response read_map_sheet(http::Request const& request, View const& view, Desk const& desk,
                              PathArguments const& arguments) {
  return on_sheet(view, desk, arguments, {}, [&](SheetPage const& page) {
    auto const bytes = request.file("sheet");
    auto const plan = bytes && !bytes->empty()
                          ? plan_of(page, *bytes)
                          : Result<SheetPlan>(fail(Fault::missing, "map_work.sheet_no_file"));
    if (!plan) {
      auto const problem = plan.error();
      return ask_sheet(page, &problem);
    }
    return show_plan(page, *plan);
  });
}

http::Response keep_map_sheet(http::Request const& request, View const& view, Desk const& desk,
                              PathArguments const& arguments) {
  return on_sheet(view, desk, arguments, {}, [&](SheetPage const& page) {
    auto const plan = plan_in(page.asked.record, request.form.first("plan").value_or(""));
    if (!plan) return work_refused(view, plan.error());
    auto const writer = writer_of(desk, page.bench, accounts::Action::keep_map);
    if (!writer) return work_refused(view, writer.error());
    auto const change = (*writer)->begin(MapChangeKind::sheet, kind_plural(view, page.asked.record));
    auto applied = apply_edits(**writer, plan->edits);
    auto const problems = make_from_sheet(**writer, plan->added, view.moment.today);
    (*writer)->commit();
    applied.records += plan->added.size() - problems.size();
    applied.stayed.resize(applied.stayed.size() + problems.size());
    return to_map_changes(view, page.bench, change, applied, &page.asked);
  });
}

}  // namespace wegwijzer::web::pages
