// SPDX-License-Identifier: EUPL-1.2
#include "usecases/workplace/keep.h"

#include <algorithm>

#include "base/check.h"

namespace wegwijzer {

namespace {

bool places_fit(Offering const& offering) {
  return !offering.capacity || !offering.places_left || *offering.places_left <= *offering.capacity;
}

bool place_fits(Offering const& offering) {
  return offering.where == Where::at_venue || !offering.venue;
}

constexpr FieldPair<Offering> pairs[] = {{"capacity", "places_left", places_fit},
                                         {"at", "venue", place_fits}};

Done has_its_venue(Writer& writer, Offering const& offering) {
  if (!offering.venue) return {};
  auto const venue = writer.venues().find(*offering.venue);
  if (venue && !venue->archived_on) return {};
  return fail(in_field({Fault::missing, "work.venue_missing"}, "venue"));
}

}  // namespace

Result<Offering> keep_offering(Writer& writer, Offering offering, Date today) {
  if (offering.where != Where::at_venue) offering.venue.reset();
  if (!places_fit(offering)) return fail(in_field({Fault::invalid, "work.more_free"}, "places_left"));
  if (offering.version == 0) {
    if (auto const there = has_its_venue(writer, offering); !there) return fail(there.error());
    offering.id = writer.new_id<Offering>();
    offering.source.clear();
  } else {
    auto const before = writer.offerings().find(offering.id);
    if (!before) return fail(before.error());
    // One that is gone by now stays until somebody chooses another.
    auto const there = offering.venue == before->venue ? Done() : has_its_venue(writer, offering);
    if (!there) return fail(there.error());
    offering.organisation = before->organisation;
    offering.source = before->source;
    offering.archived_on = before->archived_on;
  }
  if (auto const its = writer.organisations().find(offering.organisation); !its) return fail(its.error());
  offering.confirmed_on = today;
  return writer.offerings().save(std::move(offering));
}

MergedEdit<Offering> merge_offering(Offering const& seen, Offering const& typed, Offering const& now) {
  auto merged = merge_edit(seen, typed, now);
  for (auto const& pair : pairs) {
    if (!fits_however_chosen(merged, now, pair)) ask_both(merged, typed, now, pair);
  }
  return merged;
}

std::size_t confirm_offerings(Writer& writer, Id<Organisation> organisation,
                              std::vector<Id<Offering>> const& offerings, Date today) {
  std::size_t confirmed = 0;
  for (auto& offering : writer.offerings().with("organisation", text(organisation))) {
    if (offering.archived_on || std::ranges::find(offerings, offering.id) == offerings.end()) continue;
    ++confirmed;
    if (offering.confirmed_on == today) continue;
    offering.confirmed_on = today;
    check(writer.offerings().save(std::move(offering)).has_value(), "what was just read has its version");
  }
  return confirmed;
}

Result<Offering> set_places(Writer& writer, Id<Offering> id, std::optional<int> places_left) {
  auto offering = writer.offerings().find(id);
  if (!offering) return offering;
  if (offering->places_left == places_left) return offering;
  offering->places_left = places_left;
  if (!places_fit(*offering)) return fail(in_field({Fault::invalid, "work.more_free"}, "places_left"));
  return writer.offerings().save(*std::move(offering));
}

Offering copy_of(Offering const& offering) {
  auto copy = offering;
  copy.id = {};
  copy.version = 0;
  copy.source.clear();
  copy.confirmed_on.reset();
  copy.archived_on.reset();
  copy.places_left.reset();
  copy.deadline.reset();
  copy.schedule.dates.clear();
  copy.schedule.closed.clear();
  for (auto& repeat : copy.schedule.repeats) repeat.first.reset(), repeat.last.reset();
  return copy;
}

}  // namespace wegwijzer
