// SPDX-License-Identifier: EUPL-1.2
#include "exchange/venue_columns.h"

#include <fmt/format.h>

#include "base/words.h"
#include "domain/place_name.h"
#include "exchange/cells.h"

namespace wegwijzer {

namespace {

bool speaks_of_a_place(Cells const& cells) {
  return cells.has("locatie") || cells.has("adres") || cells.has("postcode") || cells.has("breedtegraad");
}

std::string venue_name(Cells& cells, std::string const& owner) {
  if (cells.has("locatie")) return cells.value("locatie", read_line).value_or("");
  auto const street = cells["adres"];
  return street.empty() ? owner : std::string(street.substr(0, 200));
}

Result<std::string> read_postcode(std::string_view text) {
  return Postcode::parse(text).map([](Postcode const& code) { return code.text(); });
}

bool in_the_netherlands(double latitude, double longitude) {
  return 50.7 < latitude && latitude < 53.7 && 3.2 < longitude && longitude < 7.3;
}

std::optional<GeoPoint> read_point(Cells& cells) {
  auto const latitude = cells.value("breedtegraad", read_latitude);
  auto const longitude = cells.value("lengtegraad", read_longitude);
  if (cells.has("breedtegraad") != cells.has("lengtegraad")) {
    auto const missing = cells.has("breedtegraad") ? "lengtegraad" : "breedtegraad";
    cells.wrong(missing, {Fault::missing, "cell.half_a_position"});
  }
  if (!latitude || !longitude || !cells.faultless()) return std::nullopt;
  if (!in_the_netherlands(*latitude, *longitude) && in_the_netherlands(*longitude, *latitude)) {
    cells.wrong("breedtegraad", {Fault::invalid, "cell.swapped_point"});
    return std::nullopt;
  }
  return GeoPoint::of_degrees(*latitude, *longitude);
}

std::string address_of(Venue const& venue) {
  std::vector<std::string> parts;
  for (auto const* part : {&venue.street, &venue.postcode, &venue.city}) {
    if (!part->empty()) parts.push_back(*part);
  }
  return joined(parts, ", ");
}

std::string degrees_text(std::int32_t units) {
  return fmt::format("{:.7f}", units * 1e-7);
}

}  // namespace

std::vector<Column> venue_columns() {
  return {{"locatie", {"plek", "gebouw", "naam locatie", "venue"}},
          {"adres", {"straat", "straat en huisnummer", "address", "street"}},
          {"postcode", {"pc", "zip"}},
          {"plaats", {"woonplaats", "stad", "dorp", "city"}},
          {"breedtegraad", {"latitude", "lat"}},
          {"lengtegraad", {"longitude", "lon", "lng"}}};
}

std::optional<VenueRow> read_venue(Cells& cells, std::string const& owner) {
  if (!speaks_of_a_place(cells)) return std::nullopt;
  VenueRow row;
  auto& venue = row.venue;
  venue.name = venue_name(cells, owner);
  venue.kind = *VenueKind::parse("other");
  venue.street = cells.value("adres", read_line).value_or("");
  venue.postcode = cells.value("postcode", read_postcode).value_or("");
  venue.city = cells.value("plaats", read_line).value_or("");
  auto const point = read_point(cells);
  if (point) venue.point = *point;
  if (!point) row.needs_position = address_of(venue);
  return row;
}

std::vector<std::string> venue_cells(std::optional<VenueRow> const& row) {
  if (!row) return std::vector<std::string>(6);
  auto const& venue = row->venue;
  bool const known = !row->needs_position;
  return {venue.name,
          venue.street,
          venue.postcode,
          venue.city,
          known ? degrees_text(venue.point.latitude) : "",
          known ? degrees_text(venue.point.longitude) : ""};
}

}  // namespace wegwijzer
