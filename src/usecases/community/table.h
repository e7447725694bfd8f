// SPDX-License-Identifier: EUPL-1.2
// The map as a table: the records of one kind that fit what is asked, with the fields that are to be seen.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/geo_point.h"
#include "ports/store.h"

namespace wegwijzer {

// Which of the records: those on the map, or of these what needs somebody, or what was taken off it.
enum class Standing { on_map, stale, never_confirmed, archived };

template <>
inline constexpr std::array choices<Standing> = {
    std::pair{Standing::on_map, "on_map"}, std::pair{Standing::stale, "stale"},
    std::pair{Standing::never_confirmed, "never_confirmed"}, std::pair{Standing::archived, "archived"}};

// Who brought a record.
enum class Origins { osm, duo, spreadsheet, by_hand, other };

template <>
inline constexpr std::array choices<Origins> = {
    std::pair{Origins::osm, "osm"}, std::pair{Origins::duo, "duo"},
    std::pair{Origins::spreadsheet, "spreadsheet"}, std::pair{Origins::by_hand, "by_hand"},
    std::pair{Origins::other, "other"}};

Origins origin_of(std::string_view source);  // "osm:node/123"

// All that is asked holds at once.
struct TableQuery {
  std::string words{};  // each stands somewhere in the texts of a record, however it is written
  Standing standing = Standing::on_map;
  std::optional<Origins> from{};
  std::vector<std::string> empty{};                       // fields that say nothing
  std::vector<std::string> filled{};                      // fields that say something
  std::vector<std::pair<std::string, std::string>> is{};  // a field, and what stands in it or among it
  std::function<bool(GeoPoint)> within{};  // of what is at a place, or has one there; nothing: anywhere
  std::string sort{};                      // a field; else by name
};

struct TableRow {
  Uuid id;
  std::string name;
  std::int64_t version = 0;
  std::string source;
  std::optional<Date> confirmed_on;
  bool is_stale = false;
  std::vector<FieldText> values;  // of the fields that were asked for, in that order
};

// By name, or by the field to sort by with what says nothing last. Throws when `record` is no kind.
std::vector<TableRow> table_rows(Reader& reader, std::string_view record, TableQuery const& query,
                                 std::vector<std::string> const& fields, Date today);

// Where one record is: a place at its point, an organisation at its places, an activity at its place, or
// else where its organisation is. Other kinds are nowhere.
std::vector<GeoPoint> places_of(Reader& reader, std::string_view record, Uuid id);

// Where each of these records is, in their order: the first of its places, or nothing.
std::vector<std::optional<GeoPoint>> points_of(Reader& reader, std::string_view record,
                                               std::span<TableRow const> rows);

}  // namespace wegwijzer
