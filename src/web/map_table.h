// SPDX-License-Identifier: EUPL-1.2
// What an address asks of the map's table: which kind of record, which of them, how shown. Forms, links and
// kept views say it in one way.
#pragma once

#include <string>
#include <vector>

#include "http/parameters.h"
#include "usecases/community/edits.h"
#include "usecases/community/table.h"
#include "web/field_shapes.h"
#include "web/work_parts.h"

namespace wegwijzer::web {

enum class TableShow { table, board, map };

}  // namespace wegwijzer::web

namespace wegwijzer {

template <>
inline constexpr std::array choices<web::TableShow> = {std::pair{web::TableShow::table, "table"},
                                                       std::pair{web::TableShow::board, "board"},
                                                       std::pair{web::TableShow::map, "map"}};

}  // namespace wegwijzer

namespace wegwijzer::web {

struct AskedTable {
  std::string record;
  std::vector<FieldShape> shapes;
  TableQuery query{};
  std::optional<AreaCode> area{};
  std::vector<std::string> columns{};
  TableShow show = TableShow::table;
  std::string board_by{};  // a field that is chosen from several

  FieldShape const* shape(std::string_view field) const;
  // What of it differs from the table of all, as in an address; without the page.
  http::Parameters parameters() const;
};

// What does not exist is left out: an address may be old. Fails with "page.missing" for what is no kind.
Result<AskedTable> asked_table(View const& view, std::string const& record,
                               http::Parameters const& parameters);

// Whether a point lies in an area of the atlas; for TableQuery.
std::function<bool(GeoPoint)> within_area(View const& view, Index<Area> area);

std::string area_path(NetworkBench const& bench, AreaCode const& area);
std::string name_of_area(View const& view, AreaCode const& area);  // or its code
std::string table_path(NetworkBench const& bench, std::string_view record);
std::string record_path(NetworkBench const& bench, std::string_view record, Uuid id);
// What it is called, or "(zonder naam)".
std::string record_title(View const& view, Reader& reader, std::string_view record, Uuid id);
// To the list of changes, where it says what was done and how many records were left as they are, with the
// way back to the table from which it was done.
http::Response to_map_changes(View const& view, NetworkBench const& bench, Id<MapChange> change,
                              Applied const& applied, AskedTable const* from = nullptr);
Url with_parameters(Url address, http::Parameters const& parameters);

}  // namespace wegwijzer::web
