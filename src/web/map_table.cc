// SPDX-License-Identifier: EUPL-1.2
#include "web/map_table.h"

#include <algorithm>

#include "usecases/community/any_record.h"

namespace wegwijzer::web {

namespace {

// A parameter of a field: "f.phone". Its value is one of the field's, or one of these.
constexpr std::string_view of_field = "f.", says_nothing = "-", says_something = "*";

std::vector<std::string> usual_columns(std::string_view record, std::vector<FieldShape> const& shapes) {
  if (record == record_name<Organisation>) return {"sector", "roles", "website", "email", "phone"};
  if (record == record_name<Venue>) return {"kind", "organisation", "street", "city", "website"};
  if (record == record_name<Offering>) return {"organisation", "kind", "stage", "themes", "ages"};
  std::vector<std::string> first;
  for (auto const& shape : shapes) {
    if (first.size() < 5) first.push_back(shape.name);
  }
  return first;
}

template <class Enum>
std::optional<Enum> choice_in(http::Parameters const& parameters, char const* name) {
  auto const read = parse_choice<Enum>(parameters.first(name).value_or(""));
  return read ? std::optional(*read) : std::nullopt;
}

std::string trimmed_in(http::Parameters const& parameters, char const* name) {
  return std::string(trimmed(parameters.first(name).value_or("")).substr(0, 200));
}

void ask_of_field(TableQuery& query, FieldShape const& shape, std::string_view value) {
  if (value == says_nothing) query.empty.push_back(shape.name);
  if (value == says_something) query.filled.push_back(shape.name);
  if (std::ranges::find(shape.values, value, &FormChoice::value) != shape.values.end()) {
    query.is.emplace_back(shape.name, value);
  }
}

void ask_of_area(View const& view, AskedTable& asked, std::string_view typed) {
  auto const code = AreaCode::parse(typed);
  auto const found = code ? view.atlas.areas().find(*code) : std::nullopt;
  if (!found) return;
  asked.area = *code;
  asked.query.within = within_area(view, *found);
}

std::string first_choice(std::vector<FieldShape> const& shapes) {
  auto const found =
      std::ranges::find_if(shapes, [](FieldShape const& one) { return one.sort == FieldSort::choice; });
  return found == shapes.end() ? "" : found->name;
}

}  // namespace

FieldShape const* AskedTable::shape(std::string_view field) const {
  auto const found = std::ranges::find(shapes, field, &FieldShape::name);
  return found == shapes.end() ? nullptr : &*found;
}

http::Parameters AskedTable::parameters() const {
  http::Parameters out;
  auto const add = [&](std::string name, std::string value) {
    if (!value.empty()) out.add(std::move(name), std::move(value));
  };
  add("q", query.words);
  if (query.standing != Standing::on_map) add("standing", text(query.standing));
  if (query.from) add("from", text(*query.from));
  if (area) add("area", text(*area));
  for (auto const& field : query.empty) add(std::string(of_field) + field, std::string(says_nothing));
  for (auto const& field : query.filled) add(std::string(of_field) + field, std::string(says_something));
  for (auto const& [field, value] : query.is) add(std::string(of_field) + field, value);
  if (columns != usual_columns(record, shapes)) {
    for (auto const& column : columns) add("column", column);
  }
  add("sort", query.sort);
  if (show != TableShow::table) add("show", text(show));
  if (show == TableShow::board) add("by", board_by);
  return out;
}

Result<AskedTable> asked_table(View const& view, std::string const& record,
                               http::Parameters const& parameters) {
  AskedTable asked{record, field_shapes(view, record)};
  if (asked.shapes.empty()) return fail(Fault::missing, "page.missing");
  auto& query = asked.query;
  query.words = trimmed_in(parameters, "q");
  query.standing = choice_in<Standing>(parameters, "standing").value_or(Standing::on_map);
  query.from = choice_in<Origins>(parameters, "from");
  ask_of_area(view, asked, parameters.first("area").value_or(""));
  for (auto const& shape : asked.shapes) {
    ask_of_field(query, shape, parameters.first(std::string(of_field) + shape.name).value_or(""));
  }
  for (auto const column : parameters.all("column")) {
    if (asked.shape(column)) asked.columns.emplace_back(column);
  }
  if (asked.columns.empty()) asked.columns = usual_columns(record, asked.shapes);
  if (auto const sort = trimmed_in(parameters, "sort"); asked.shape(sort)) query.sort = sort;
  asked.show = choice_in<TableShow>(parameters, "show").value_or(TableShow::table);
  auto const* by = asked.shape(trimmed_in(parameters, "by"));
  asked.board_by = by && by->sort == FieldSort::choice ? by->name : first_choice(asked.shapes);
  return asked;
}

std::function<bool(GeoPoint)> within_area(View const& view, Index<Area> area) {
  return [&areas = view.atlas.areas(), area](GeoPoint point) {
    auto const smallest = areas.smallest_at(point);
    return smallest && areas.lies_in(*smallest, area);
  };
}

std::string area_path(NetworkBench const& bench, AreaCode const& area) {
  return bench.path() + "/areas/" + text(area);
}

std::string name_of_area(View const& view, AreaCode const& area) {
  auto const found = view.atlas.areas().find(area);
  return found ? view.atlas.areas()[*found].name : text(area);
}

std::string table_path(NetworkBench const& bench, std::string_view record) {
  return bench.path() + "/table/" + std::string(record);
}

std::string record_path(NetworkBench const& bench, std::string_view record, Uuid id) {
  return bench.path() + "/records/" + std::string(record) + "/" + text(id);
}

std::string record_title(View const& view, Reader& reader, std::string_view record, Uuid id) {
  std::string name;
  with_kind(record, [&]<class Thing>(Kind<Thing>) {
    auto const thing = records<Thing>(reader).find(Id<Thing>(id));
    if (thing) name = std::string(name_of(*thing));
  });
  return name.empty() ? view.language("map_work.nameless") : name;
}

http::Response to_map_changes(View const& view, NetworkBench const& bench, Id<MapChange> change,
                              Applied const& applied, AskedTable const* from) {
  auto to = view.page(bench.path() + "/changes")
                .with("done", text(change))
                .with("records", std::to_string(applied.records))
                .with("left", std::to_string(applied.stayed.size() + applied.refused.size()));
  if (from) to = std::move(to).with("kind", from->record).with("query", from->parameters().text());
  return http::redirect(to.text());
}

Url with_parameters(Url address, http::Parameters const& parameters) {
  for (auto const& one : parameters) address = std::move(address).with(one.name, one.value);
  return address;
}

}  // namespace wegwijzer::web
