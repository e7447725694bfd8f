// SPDX-License-Identifier: EUPL-1.2
#include "exchange/write_spreadsheets.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/check.h"
#include "base/words.h"
#include "exchange/inquiries_csv.h"
#include "exchange/offerings_csv.h"
#include "exchange/organisations_csv.h"

namespace wegwijzer {

namespace {

template <class Thing>
class ById {
 public:
  explicit ById(std::span<Thing const> things) {
    things_.reserve(things.size());
    for (auto const& thing : things) things_.emplace(thing.id, &thing);
  }

  Thing const& operator[](Id<Thing> id) const {
    auto const found = things_.find(id);
    check(found != things_.end(), "a spreadsheet is asked to speak of a record that it was not given");
    return *found->second;
  }

 private:
  std::unordered_map<Id<Thing>, Thing const*> things_;
};

// Offerings and inquiries speak of an organisation by name.
Done check_names(std::span<Organisation const> organisations) {
  std::set<std::string> names;
  for (auto const& organisation : organisations) {
    if (organisation.archived_on || names.insert(folded(organisation.name)).second) continue;
    return fail(Fault::conflict, "export.organisation_twice", {{"value", organisation.name}});
  }
  return {};
}

// What stands behind `prefix` in the source of a record that came from a spreadsheet; its id otherwise.
template <class Thing>
std::string number_of(Thing const& thing, std::string const& prefix) {
  return thing.source.starts_with(prefix) ? thing.source.substr(prefix.size()) : text(thing.id);
}

// Which venue stands in the row of which organisation, and by which name.
class Places {
 public:
  Places(ById<Organisation> const& organisations, std::span<Venue const> venues)
      : organisations_(organisations) {
    for (auto const& venue : venues) {
      if (!venue.organisation || venue.archived_on) continue;
      mains_.emplace(*venue.organisation, &venue);
      name_for(*venue.organisation, venue);  // the first keeps its own name
    }
  }

  std::optional<VenueRow> of(Organisation const& organisation) {
    auto const main = mains_.find(organisation.id);
    if (main == mains_.end()) return std::nullopt;
    return row(organisation.id, *main->second);
  }

  // Where something of this organisation takes place.
  VenueRow held_at(Id<Organisation> organisation, Venue const& venue) {
    return row(in_a_row_of_its_own(venue) ? *venue.organisation : organisation, venue);
  }

 private:
  VenueRow row(Id<Organisation> owner, Venue const& venue) {
    VenueRow row{venue, {}};
    row.venue.name = name_for(owner, venue);
    return row;
  }

  bool in_a_row_of_its_own(Venue const& venue) const {
    if (!venue.organisation || organisations_[*venue.organisation].archived_on) return false;
    auto const main = mains_.find(*venue.organisation);
    return main != mains_.end() && main->second->id == venue.id;
  }

  // The import tells the venues of one organisation apart by the slug of their name.
  std::string const& name_for(Id<Organisation> owner, Venue const& venue) {
    auto& name = names_[{owner, venue.id}];
    if (!name.empty()) return name;
    auto const plain = !venue.name.empty()     ? venue.name
                       : !venue.street.empty() ? venue.street
                                               : organisations_[owner].name;
    name = plain;
    if (is_free(owner, name)) return name;
    name = fmt::format("{}, {}", plain, venue.street);
    if (!venue.street.empty() && is_free(owner, name)) return name;
    int number = 2;
    do name = fmt::format("{} {}", plain, number++);
    while (!is_free(owner, name));
    return name;
  }

  bool is_free(Id<Organisation> owner, std::string const& name) {
    return taken_.emplace(owner, slug(name)).second;
  }

  ById<Organisation> const& organisations_;
  std::unordered_map<Id<Organisation>, Venue const*> mains_;
  std::map<std::pair<Id<Organisation>, Id<Venue>>, std::string> names_;
  std::set<std::pair<Id<Organisation>, std::string>> taken_;
};

// The areas of an inquiry as its spreadsheet says them.
class AreaTexts {
 public:
  explicit AreaTexts(std::span<Area const> areas) {
    for (auto const& area : areas) texts_.emplace(area.code, said_area(area));
  }

  std::vector<std::string> operator()(std::span<AreaCode const> codes) const {
    std::vector<std::string> texts;
    for (auto const& code : codes) {
      auto const found = texts_.find(code);
      texts.push_back(found == texts_.end() ? code.text() : found->second);
    }
    return texts;
  }

 private:
  std::map<AreaCode, std::string> texts_;
};

// The column follows from the place in the list.
std::vector<PictureFile> picture_files_of(Offering const& offering) {
  std::vector<PictureFile> files;
  for (auto const& picture : offering.pictures.all) {
    files.push_back({"", picture.checksum + ".webp", picture.description});
  }
  return files;
}

}  // namespace

Done write_organisations_spreadsheet(std::ostream& out, std::span<Organisation const> organisations,
                                     std::span<Venue const> venues, Vocabulary const& vocabulary) {
  if (auto const done = check_names(organisations); !done) return done;
  ById const by_id(organisations);
  Places places(by_id, venues);
  out << organisations_csv_first_line();
  for (auto const& organisation : organisations) {
    if (organisation.archived_on) continue;
    OrganisationRow const row{0, number_of(organisation, organisation_source("")), organisation,
                              places.of(organisation)};
    out << organisations_csv_line(row, vocabulary);
  }
  return {};
}

Done write_offerings_spreadsheet(std::ostream& out, std::span<Offering const> offerings,
                                 std::span<Organisation const> organisations, std::span<Venue const> venues,
                                 Vocabulary const& vocabulary) {
  if (auto const done = check_names(organisations); !done) return done;
  ById const by_id(organisations);
  ById const venue_by_id(venues);
  Places places(by_id, venues);
  out << offerings_csv_first_line();
  for (auto const& offering : offerings) {
    auto const& organisation = by_id[offering.organisation];
    if (offering.archived_on || organisation.archived_on) continue;
    OfferingRow row{
        0, number_of(offering, offering_source(organisation.id, "")), offering, organisation.name, {}, {}};
    row.picture_files = picture_files_of(offering);
    if (offering.venue) row.venue = places.held_at(organisation.id, venue_by_id[*offering.venue]);
    out << offerings_csv_line(row, vocabulary);
  }
  return {};
}

Done write_inquiries_spreadsheet(std::ostream& out, std::span<Inquiry const> inquiries,
                                 std::span<Organisation const> organisations, std::span<Area const> areas,
                                 Vocabulary const& vocabulary) {
  if (auto const done = check_names(organisations); !done) return done;
  ById const by_id(organisations);
  AreaTexts const texts(areas);
  std::vector<InquiryRow> rows;
  for (auto const& inquiry : inquiries) {
    auto const* const asked = inquiry.asked ? &by_id[*inquiry.asked] : nullptr;
    if (inquiry.archived_on || !inquiry.confirmed_on || (asked && asked->archived_on)) continue;
    rows.push_back({.number = number_of(inquiry, inquiry_source("")),
                    .areas = texts(inquiry.areas),
                    .asked = asked ? asked->name : "",
                    .inquiry = inquiry});
  }
  out << write_inquiries_csv(rows, vocabulary);
  return {};
}

}  // namespace wegwijzer
