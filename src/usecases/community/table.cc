// SPDX-License-Identifier: EUPL-1.2
#include "usecases/community/table.h"

#include <algorithm>
#include <unordered_map>

#include "base/check.h"
#include "base/words.h"
#include "usecases/community/any_record.h"

namespace wegwijzer {

Origins origin_of(std::string_view source) {
  if (source.empty()) return Origins::by_hand;
  if (source.starts_with("osm:")) return Origins::osm;
  if (source.starts_with("duo:")) return Origins::duo;
  return source.starts_with("csv:") ? Origins::spreadsheet : Origins::other;
}

namespace {

bool says_nothing(FieldText const& text) {
  return !text || text->empty();
}

// Of a list one of its values is enough.
bool stands_in(FieldText const& text, std::string const& value) {
  if (!text) return false;
  return *text == value || std::ranges::any_of(split(*text, ';'), [&](auto part) { return part == value; });
}

template <class Thing>
bool has_words(Thing const& thing, std::vector<std::string> const& words) {
  if (words.empty()) return true;
  std::string all;
  for_each_field<Thing>(
      [&](auto const& field) { all += " " + to_field_text(thing.*field.member).value_or(""); });
  auto const in = folded(all);
  return std::ranges::all_of(words, [&](std::string const& word) { return in.find(word) != in.npos; });
}

template <class Thing>
bool stands(Thing const& thing, Standing standing, Date today) {
  if (standing == Standing::archived || thing.archived_on) {
    return standing == Standing::archived && thing.archived_on.has_value();
  }
  if (standing == Standing::never_confirmed) return !thing.confirmed_on;
  return standing == Standing::on_map || stale(thing, today);
}

template <class Thing>
bool fields_fit(Thing const& thing, TableQuery const& query) {
  auto const nothing = [&](std::string const& field) { return says_nothing(text_of(thing, field)); };
  return std::ranges::all_of(query.empty, nothing) && std::ranges::none_of(query.filled, nothing) &&
         std::ranges::all_of(
             query.is, [&](auto const& one) { return stands_in(text_of(thing, one.first), one.second); });
}

// Where things are: a venue at its point, an organisation at its venues, an offering at its venue.
class Places {
 public:
  explicit Places(Reader& reader) {
    for (auto const& venue : reader.venues().all()) {
      points_.emplace(venue.id, venue.point);
      if (venue.organisation && !venue.archived_on) of_[*venue.organisation].push_back(venue.point);
    }
  }

  std::vector<GeoPoint> of(Venue const& one) const { return {one.point}; }

  std::vector<GeoPoint> of(Organisation const& one) const {
    auto const found = of_.find(one.id);
    return found == of_.end() ? std::vector<GeoPoint>() : found->second;
  }

  std::vector<GeoPoint> of(Offering const& one) const {
    auto const found = one.venue ? points_.find(*one.venue) : points_.end();
    return found == points_.end() ? std::vector<GeoPoint>() : std::vector{found->second};
  }

  template <class Thing>
  std::vector<GeoPoint> of(Thing const&) const {
    return {};
  }

 private:
  std::unordered_map<Id<Venue>, GeoPoint> points_;
  std::unordered_map<Id<Organisation>, std::vector<GeoPoint>> of_;
};

template <class Thing>
TableRow row_of(Thing const& thing, std::vector<std::string> const& fields, Date today) {
  TableRow row{thing.id.uuid(),
               std::string(name_of(thing)),
               thing.version,
               thing.source,
               thing.confirmed_on,
               stale(thing, today),
               {}};
  row.values.reserve(fields.size());
  for (auto const& field : fields) row.values.push_back(text_of(thing, field));
  return row;
}

// What rows are ordered by, made once.
struct Keyed {
  bool nothing;
  std::string text;
  std::size_t at;
  auto operator<=>(Keyed const&) const = default;
};

template <class Thing>
Keyed key_of(Thing const& thing, std::string const& sort, std::size_t at) {
  if (sort.empty()) return {false, folded(name_of(thing)), at};
  auto const text = text_of(thing, sort);
  return {says_nothing(text), folded(text.value_or("")), at};
}

template <class Thing>
std::vector<TableRow> rows_of_kind(Reader& reader, TableQuery const& query,
                                   std::vector<std::string> const& fields, Date today) {
  std::vector<std::string> words;
  for (auto& word : folded_words(query.words)) words.push_back(std::move(word.text));
  auto const places = query.within ? std::optional<Places>(std::in_place, reader) : std::nullopt;
  auto all = records<Thing>(reader).all();
  std::erase_if(all, [&](Thing const& thing) {
    bool const fits = stands(thing, query.standing, today) &&
                      (!query.from || origin_of(thing.source) == *query.from) && fields_fit(thing, query) &&
                      has_words(thing, words) &&
                      (!places || std::ranges::any_of(places->of(thing), query.within));
    return !fits;
  });
  std::vector<Keyed> keys;
  keys.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) keys.push_back(key_of(all[i], query.sort, i));
  std::ranges::sort(keys);
  std::vector<TableRow> rows;
  rows.reserve(all.size());
  for (auto const& key : keys) rows.push_back(row_of(all[key.at], fields, today));
  return rows;
}

std::vector<GeoPoint> places_of_one(Reader&, Venue const& venue) {
  return {venue.point};
}

std::vector<GeoPoint> places_of_one(Reader& reader, Organisation const& organisation) {
  std::vector<GeoPoint> points;
  for (auto const& venue : reader.venues().with("organisation", text(organisation.id))) {
    if (!venue.archived_on) points.push_back(venue.point);
  }
  return points;
}

std::vector<GeoPoint> places_of_one(Reader& reader, Offering const& offering) {
  if (offering.venue) {
    auto const venue = reader.venues().find(*offering.venue);
    return venue ? std::vector{venue->point} : std::vector<GeoPoint>();
  }
  auto const organisation = reader.organisations().find(offering.organisation);
  return organisation ? places_of_one(reader, *organisation) : std::vector<GeoPoint>();
}

template <class Thing>
std::vector<GeoPoint> places_of_one(Reader&, Thing const&) {
  return {};
}

}  // namespace

std::vector<GeoPoint> places_of(Reader& reader, std::string_view record, Uuid id) {
  std::vector<GeoPoint> points;
  with_kind(record, [&]<class Thing>(Kind<Thing>) {
    if (auto const thing = records<Thing>(reader).find(Id<Thing>(id))) points = places_of_one(reader, *thing);
  });
  return points;
}

std::vector<TableRow> table_rows(Reader& reader, std::string_view record, TableQuery const& query,
                                 std::vector<std::string> const& fields, Date today) {
  std::vector<TableRow> rows;
  bool const known = with_kind(
      record, [&]<class Thing>(Kind<Thing>) { rows = rows_of_kind<Thing>(reader, query, fields, today); });
  check(known, "a table is of a kind of record");
  return rows;
}

std::vector<std::optional<GeoPoint>> points_of(Reader& reader, std::string_view record,
                                               std::span<TableRow const> rows) {
  std::vector<std::optional<GeoPoint>> points(rows.size());
  Places const places(reader);
  with_kind(record, [&]<class Thing>(Kind<Thing>) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      auto const thing = records<Thing>(reader).find(Id<Thing>(rows[i].id));
      auto const at = thing ? places.of(*thing) : std::vector<GeoPoint>();
      if (!at.empty()) points[i] = at.front();
    }
  });
  return points;
}

}  // namespace wegwijzer
