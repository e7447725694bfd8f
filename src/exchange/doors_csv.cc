// SPDX-License-Identifier: EUPL-1.2
#include "exchange/doors_csv.h"

#include <algorithm>
#include <unordered_map>

#include "base/words.h"
#include "exchange/cells.h"
#include "exchange/table.h"

namespace wegwijzer {

namespace {

class DoorReader {
 public:
  explicit DoorReader(Table const& table)
      : has_ids_(
            std::ranges::any_of(table.headings(), [](auto const& name) { return folded(name) == "id"; })) {}

  Door read(Cells& cells) {
    auto const latitude = cells.required("latitude", read_latitude).value_or(0);
    auto const longitude = cells.required("longitude", read_longitude).value_or(0);
    return {id_of(cells), GeoPoint::of_degrees(latitude, longitude)};
  }

 private:
  std::string id_of(Cells& cells) {
    if (!has_ids_) return std::to_string(cells.line());
    auto id = cells.required("id", read_line).value_or("");
    auto const [known, is_new] = lines_.emplace(id, cells.line());
    if (!is_new && !id.empty()) {
      cells.wrong(
          "id",
          {Fault::conflict, "doors.id_twice", {{"value", id}, {"line", std::to_string(known->second)}}});
    }
    return id;
  }

  bool has_ids_;
  std::unordered_map<std::string, std::size_t> lines_;  // by id: where it stands first
};

}  // namespace

Result<Import<Door>> read_doors_csv(std::string_view bytes) {
  auto table = Table::open(bytes, {{"id"},
                                   {"latitude", {"lat", "breedtegraad"}, true},
                                   {"longitude", {"lon", "lng", "lengtegraad"}, true}});
  if (!table) return fail(table.error());
  DoorReader reader(*table);
  return read_rows<Door>(*table, [&](Cells& cells) { return reader.read(cells); });
}

}  // namespace wegwijzer
