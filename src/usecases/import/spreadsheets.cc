// SPDX-License-Identifier: EUPL-1.2
#include "usecases/import/spreadsheets.h"

#include <map>

#include "base/words.h"
#include "usecases/import/address_lookup.h"

namespace wegwijzer {

namespace {

// A cell that is left empty says nothing: what is known of the venue already stays.
Venue with_what_is_known(Venue now, Venue const& known) {
  for_each_field<Venue>([&](auto const& field) {
    if (to_field_text(now.*field.member).value_or("").empty()) now.*field.member = known.*field.member;
  });
  if (now.kind.text() == "other") now.kind = known.kind;
  return now;
}

Id<Organisation> now_part_of(Writer& writer, Id<Organisation> organisation) {
  auto const into = went_into(writer, record_name<Organisation>, organisation.uuid());
  return into ? Id<Organisation>(*into) : organisation;
}

// Whether a row may speak of a venue that another organisation has.
enum class Halls { own, shared };

class Placing {
 public:
  Placing(Writer& writer, ImportReport& report, Halls halls)
      : writer_(writer), report_(report), shared_(halls == Halls::shared), addresses_(writer) {}

  // The venue of a row, saved; nothing when it cannot be placed, with a problem in the report that says
  // whether the row is kept without it.
  Result<std::optional<Id<Venue>>> place(std::size_t line, VenueRow row, Id<Organisation> organisation,
                                         bool row_kept) {
    row.venue.source = "csv:venue/" + text(organisation) + "/" + slug(row.venue.name);
    auto const known = writer_.venues().from_source(row.venue.source);
    if (!known && only_named(row)) return shared_hall(line, row.venue.name, row_kept);
    if (auto const hall = hall_there(row, known)) return hall;
    row.venue.organisation = now_part_of(writer_, organisation);
    if (row.needs_position) {
      auto const place = position(row, known);
      if (!place) {
        report_.problems.push_back({line, "locatie", place.error(), row_kept});
        return std::optional<Id<Venue>>();
      }
      if (place->only_street) {
        report_.problems.push_back(
            {line, "adres", {Fault::missing, "import.only_street", {{"value", row.venue.street}}}, true});
      }
      row.venue.point = place->point;
    }
    auto const merged = merge_from_source(writer_, known ? with_what_is_known(row.venue, *known) : row.venue);
    if (!merged) return fail(merged.error());
    report_.kept.insert(report_.kept.end(), merged->kept.begin(), merged->kept.end());
    if (halls_ && merged->outcome != MergeOutcome::unchanged) add_hall(merged->thing);
    return std::optional(merged->thing.id);
  }

 private:
  static bool only_named(VenueRow const& row) { return row.needs_position && row.needs_position->empty(); }

  Result<FoundPlace> position(VenueRow const& row, std::optional<Venue> const& known) {
    if (known) return FoundPlace{known->name, "", known->point};
    return addresses_.find(row.venue);
  }

  // A hall of another organisation, or a place of open data, is spoken of by its name alone.
  Result<std::optional<Id<Venue>>> shared_hall(std::size_t line, std::string const& name, bool row_kept) {
    auto const [first, last] = halls().equal_range(folded(name));
    if (first != last) return std::optional(first->second.id);
    report_.problems.push_back(
        {line, "locatie", {Fault::missing, "import.venue_unknown", {{"value", name}}}, row_kept});
    return std::optional<Id<Venue>>();
  }

  // Or by its name and where exactly it lies, unless their own venue of that name lies there.
  std::optional<Id<Venue>> hall_there(VenueRow const& row, std::optional<Venue> const& own) {
    if (!shared_ || row.needs_position || (own && own->point == row.venue.point)) return std::nullopt;
    auto const [first, last] = halls().equal_range(folded(row.venue.name));
    for (auto hall = first; hall != last; ++hall) {
      if (hall->second.point == row.venue.point) return hall->second.id;
    }
    return std::nullopt;
  }

  struct Hall {
    Id<Venue> id;
    GeoPoint point;
  };

  using HallsByName = std::multimap<std::string, Hall>;

  HallsByName const& halls() {
    if (halls_) return *halls_;
    halls_.emplace();
    for (auto const& venue : writer_.venues().all()) add_hall(venue);
    return *halls_;
  }

  void add_hall(Venue const& venue) {
    auto const there = venue.archived_on ? find_where_it_went(writer_, venue.id).value_or(venue) : venue;
    halls_->emplace(folded(venue.name), Hall{there.id, venue.point});
  }

  Writer& writer_;
  ImportReport& report_;
  bool shared_;
  AddressLookup addresses_;
  std::optional<HallsByName> halls_;  // read when first needed
};

std::map<std::string, Id<Organisation>> by_name(Writer& writer) {
  std::map<std::string, Id<Organisation>> names;
  for (auto const& organisation : writer.organisations().all()) {
    names.emplace(folded(organisation.name), organisation.id);
  }
  return names;
}

// A file that was not sent along takes no picture away.
void keep_known_pictures(Writer& writer, OfferingRow& row) {
  if (row.offering.pictures.all.size() == row.picture_files.size()) return;
  auto known = writer.offerings().from_source(row.offering.source);
  if (known) row.offering.pictures = std::move(known->pictures);
}

}  // namespace

Done import_organisations(Writer& writer, std::vector<OrganisationRow> rows, ImportReport& report) {
  Placing placing(writer, report, Halls::own);
  for (auto& row : rows) {
    auto const source = row.organisation.source;
    auto const merged = merge_from_source(writer, std::move(row.organisation));
    if (!merged) return fail(merged.error());
    report.count(*merged);
    if (!row.venue) continue;
    // Its places are named after the record of this source, also where that is part of another by now.
    auto const named = writer.organisations().from_source(source);
    auto const placed =
        placing.place(row.line, std::move(*row.venue), named ? named->id : merged->thing.id, true);
    if (!placed) {
      return fail(placed.error());
    }
  }
  return {};
}

Done import_offerings(Writer& writer, std::vector<OfferingRow> rows, ImportReport& report) {
  Placing placing(writer, report, Halls::shared);
  auto const organisations = by_name(writer);
  for (auto& row : rows) {
    auto const organisation = organisations.find(folded(row.organisation));
    if (organisation == organisations.end()) {
      report.problems.push_back(
          {row.line,
           "organisatie",
           {Fault::missing, "import.organisation_unknown", {{"value", row.organisation}}}});
      continue;
    }
    row.offering.organisation = now_part_of(writer, organisation->second);
    // The number is one of this organisation's list, whatever it is part of now.
    row.offering.source = offering_source(organisation->second, row.number);
    if (row.venue) {
      auto const placed = placing.place(row.line, std::move(*row.venue), organisation->second, false);
      if (!placed) return fail(placed.error());
      if (!placed->has_value()) continue;
      row.offering.venue = *placed;
    }
    keep_known_pictures(writer, row);
    auto const merged = merge_from_source(writer, std::move(row.offering));
    if (!merged) return fail(merged.error());
    report.count(*merged);
  }
  return {};
}

}  // namespace wegwijzer
