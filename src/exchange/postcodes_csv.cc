// SPDX-License-Identifier: EUPL-1.2
#include "exchange/postcodes_csv.h"

#include "exchange/cells.h"
#include "exchange/table.h"

namespace wegwijzer {

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
    auto const latitude = cells.required("breedtegraad", read_latitude).value_or(0);
    place.point = GeoPoint::of_degrees(latitude, cells.required("lengtegraad", read_longitude).value_or(0));
    return place;
  });
}

std::string spaced(Postcode const& code) {
  auto text = code.text();
  if (text.size() == 6) text.insert(4, " ");
  return text;
}

}  // namespace wegwijzer
