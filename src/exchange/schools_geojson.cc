// SPDX-License-Identifier: EUPL-1.2
#include "exchange/schools_geojson.h"

#include <array>
#include <unordered_set>

#include "base/words.h"
#include "domain/place_name.h"
#include "exchange/cells.h"
#include "exchange/geojson.h"
#include "exchange/projection.h"

namespace wegwijzer {

namespace {

SchoolType type_of(std::string_view text) {
  constexpr std::array words{WordFor<SchoolType>{"speciaal", SchoolType::special},
                             WordFor<SchoolType>{"so", SchoolType::special},
                             WordFor<SchoolType>{"sbo", SchoolType::special},
                             WordFor<SchoolType>{"vso", SchoolType::special},
                             WordFor<SchoolType>{"basisschool", SchoolType::primary},
                             WordFor<SchoolType>{"basisonderwijs", SchoolType::primary},
                             WordFor<SchoolType>{"bo", SchoolType::primary},
                             WordFor<SchoolType>{"po", SchoolType::primary},
                             WordFor<SchoolType>{"primary", SchoolType::primary},
                             WordFor<SchoolType>{"middelbaar", SchoolType::secondary},
                             WordFor<SchoolType>{"voortgezet", SchoolType::secondary},
                             WordFor<SchoolType>{"vo", SchoolType::secondary},
                             WordFor<SchoolType>{"secondary", SchoolType::secondary}};
  auto const plain = folded(text);
  for (auto const& [word, type] : words) {
    bool const is_abbreviation = word.size() <= 3;
    if (is_abbreviation ? plain == word : plain.find(word) != plain.npos) return type;
  }
  return SchoolType::other;
}

// DUO writes towns in capitals: "GROOTSCHERMER".
std::string town_of(std::string text) {
  bool const shouts = text.size() > 1 && text.find_first_of("abcdefghijklmnopqrstuvwxyz") == text.npos;
  if (!shouts) return text;
  bool at_start = true;
  for (auto& c : text) {
    bool const capital = c >= 'A' && c <= 'Z';
    if (capital && !at_start) c = static_cast<char>(c - 'A' + 'a');
    at_start = !capital;
  }
  return text;
}

std::string source_of(Feature const& feature, std::string const& town, std::string const& name) {
  auto const school =
      feature.text({"brin", "BRIN", "BRIN NUMMER", "brinnummer", "brin_nummer", "instellingscode"});
  auto const place = feature.text({"vestigingsnummer", "VESTIGINGSNUMMER", "vestiging", "vestigingscode"});
  if (!school.empty()) return "duo:" + school + (place.empty() ? "" : "-" + place);
  return "duo:" + slug(feature.text({"type", "soort"})) + "/" + slug(town) + "/" + slug(name);
}

Venue venue_of(Feature const& feature) {
  Venue venue;
  venue.name = feature.text({"name", "naam", "vestigingsnaam", "VESTIGINGSNAAM", "instellingsnaam"});
  venue.kind = *VenueKind::parse("school");
  venue.street = feature.text({"adres", "straat", "straatnaam", "STRAATNAAM"});
  auto const number = feature.text({"huisnummer", "HUISNUMMER-TOEVOEGING", "huisnummer_toevoeging"});
  if (!venue.street.empty() && !number.empty()) venue.street += " " + number;
  if (auto const code = Postcode::parse(feature.text({"postcode", "POSTCODE"}))) {
    venue.postcode = code->text();
  }
  venue.city = town_of(feature.text({"plaats", "plaatsnaam", "PLAATSNAAM", "city"}));
  venue.website = read_link(feature.text({"website", "internetadres", "INTERNETADRES"})).value_or("");
  venue.phone = read_phone(feature.text({"telefoon", "telefoonnummer", "TELEFOONNUMMER"})).value_or("");
  if (auto const pupils =
          read_count(feature.text({"studentCount", "leerlingen", "aantal_leerlingen"}), 0, 100'000)) {
    venue.pupils = static_cast<int>(*pupils);
  }
  return venue;
}

Result<SchoolRow> school_of(Feature const& feature, Projection const& projection) {
  SchoolRow row;
  row.type = type_of(feature.text({"type", "soort", "onderwijstype"}));
  row.venue = venue_of(feature);
  if (row.venue.name.empty()) return fail(Fault::missing, "schools.name_missing");
  auto const point = feature.point ? projection.point(*feature.point) : std::nullopt;
  if (!point) return fail(Fault::missing, "places.point_missing");
  row.venue.point = *point;
  auto& organisation = row.organisation;
  organisation.name = row.venue.name;
  organisation.roles = {Role::provider};
  organisation.sector = Sector::education;
  organisation.website = row.venue.website;
  organisation.phone = row.venue.phone;
  organisation.source = source_of(feature, row.venue.city, row.venue.name);
  return row;
}

// Two schools of one name in one town: their place tells them apart, whatever their order in the file.
void tell_apart(SchoolRow& row, std::unordered_set<std::string>& known) {
  auto& source = row.organisation.source;
  if (!known.insert(source).second) {
    source += "@" + text(row.venue.point);
    known.insert(source);
  }
  row.venue.source = source + "/venue";
}

}  // namespace

Result<Import<SchoolRow>> read_schools_geojson(std::string_view bytes) {
  auto collection = read_geojson(bytes);
  if (!collection) return fail(collection.error());
  auto const coordinates = coordinates_of(*collection);
  if (!coordinates) return fail(coordinates.error());
  Projection const projection(*coordinates);
  Import<SchoolRow> out{{}, std::move(collection->problems)};
  std::unordered_set<std::string> known;
  for (auto const& feature : collection->features) {
    auto school = school_of(feature, projection);
    if (!school) {
      out.problems.push_back(feature_problem(feature, std::move(school.error())));
      continue;
    }
    tell_apart(*school, known);
    out.rows.push_back(std::move(*school));
  }
  return out;
}

}  // namespace wegwijzer
