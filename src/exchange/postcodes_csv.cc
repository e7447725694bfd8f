// SPDX-License-Identifier: EUPL-1.2
#include "exchange/postcodes_csv.h"

#include "exchange/cells.h"
#include "exchange/table.h"

namespace wegwijzer {

namespace {

double degrees(Cells& cells, std::string_view heading, double limit) {
  auto const value = cells.required(heading, read_decimal).value_or(0);
  if (value >= -limit && value <= limit) return value;
  cells.wrong(heading, {Fault::invalid, "cell.degrees", {{"value", std::string(cells[heading])}}});
  return 0;
}

}  // namespace

Result<Import<PlaceName>> read_postcodes_csv(std::string_view bytes) {
  auto table = Table::open(bytes, {{"postcode", {"pc6", "pc4", "postcode6", "postcode_6", "zip"}, true},
                                   {"breedtegraad", {"lat", "latitude", "y"}, true},
                                   {"lengtegraad", {"lon", "lng", "longitude", "x"}, true},
                                   {"plaats", {"woonplaats", "stad", "city", "town"}}});
  if (!table) return fail(table.error());
  return read_rows<PlaceName>(*table, [](Cells& cells) {
    PlaceName place;
    place.kind = PlaceNameKind::postcode;
    auto const code = cells.required("postcode", Postcode::parse);
    if (code) place.name = spaced(*code);
    place.context = cells.value("plaats", read_line).value_or("");
    auto const latitude = degrees(cells, "breedtegraad", 90);
    place.point = GeoPoint::of_degrees(latitude, degrees(cells, "lengtegraad", 180));
    return place;
  });
}

std::string spaced(Postcode const& code) {
  auto text = code.text();
  if (text.size() == 6) text.insert(4, " ");
  return text;
}

}  // namespace wegwijzer
