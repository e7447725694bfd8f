// SPDX-License-Identifier: EUPL-1.2
#include "exchange/osm_venues.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/words.h"
#include "exchange/cells.h"
#include "exchange/osm_address.h"
#include "exchange/osm_shape.h"

namespace wegwijzer {

namespace {

std::string_view first_of(Tags const& tags, std::initializer_list<std::string_view> keys) {
  for (auto const key : keys) {
    if (auto const value = trimmed(tags[key]); !value.empty()) return value;
  }
  return {};
}

std::string_view name_of(Tags const& tags) {
  return first_of(tags, {"name", "name:nl", "official_name", "loc_name", "alt_name", "short_name"});
}

// The first value that is what it should be; what mappers wrote and is no link or telephone number is left
// out.
template <class Read>
std::string first_readable(Tags const& tags, std::initializer_list<std::string_view> keys, Read read) {
  for (auto const key : keys) {
    for (auto const part : split(tags[key], ';')) {
      if (auto value = read(part)) return *std::move(value);
    }
  }
  return {};
}

// "limited" means that some of it can be reached in a wheelchair, not what: that is as good as unknown.
std::optional<bool> wheelchair(Tags const& tags) {
  auto const value = tags["wheelchair"];
  if (value == "yes" || value == "designated") return true;
  if (value == "no") return false;
  return std::nullopt;
}

Venue venue_of(OsmThing const& thing, VenueKind const& kind) {
  auto const address = osm_address(thing.tags);
  Venue venue;
  venue.source = thing.source;
  venue.name = read_line(name_of(thing.tags)).value_or("");
  venue.kind = kind;
  venue.point = thing.point;
  venue.street = address.number.empty() ? address.street : address.street + " " + address.number;
  venue.postcode = address.postcode;
  venue.city = address.city;
  venue.website = first_readable(thing.tags, {"website", "contact:website", "url"}, read_link);
  venue.phone = first_readable(thing.tags, {"phone", "contact:phone"}, read_phone);
  venue.wheelchair = wheelchair(thing.tags);
  return venue;
}

bool matches(VenueKindRule const& rule, Tags const& tags) {
  if (rule.key.empty()) return false;
  auto const value = tags[rule.key];
  if (rule.value == "*") return !value.empty() && value != "no";
  return std::ranges::any_of(split(value, ';'), [&](auto part) { return part == rule.value; });
}

bool is_private(Tags const& tags) {
  return tags["access"] == "private" || tags["access"] == "no";
}

bool is_gone(Tags const& tags) {
  return tags["disused"] == "yes" || tags["abandoned"] == "yes";
}

}  // namespace

std::optional<VenueKind> venue_kind(std::vector<VenueKindRule> const& rules, Tags const& tags) {
  bool const named = !name_of(tags).empty();
  if (is_gone(tags) || (!named && is_private(tags))) return std::nullopt;
  auto const found = std::ranges::find_if(
      rules, [&](auto const& rule) { return (named || !rule.named_only) && matches(rule, tags); });
  return found == rules.end() ? std::nullopt : std::optional(found->kind);
}

void OsmVenues::add(OsmThing const& thing) {
  auto const kind = venue_kind(rules_, thing.tags);
  if (kind) candidates_.push_back({venue_of(thing, *kind), thing.outline, thing.tag_count});
}

void OsmVenues::drop_lesser(Candidate& one, Candidate& other) {
  auto const weight = [](Candidate const& candidate) {
    return std::pair(candidate.tag_count, !candidate.outline.empty());
  };
  (weight(one) >= weight(other) ? other : one).dropped = true;
}

// The candidates are in the order of latitude, so what lies in an outline is a short run of them.
void OsmVenues::drop_within(std::vector<Candidate*> const& same_name) {
  auto const latitude = [](Candidate const* candidate) { return candidate->venue.point.latitude; };
  for (auto* const around : same_name) {
    if (around->outline.empty()) continue;
    auto const box = box_around(around->outline);
    auto inside = std::ranges::lower_bound(same_name, box.low.latitude, {}, latitude);
    for (; inside != same_name.end() && latitude(*inside) <= box.high.latitude; ++inside) {
      bool const open = *inside != around && !around->dropped && !(*inside)->dropped;
      if (open && box.holds((*inside)->venue.point) && contains(around->outline, (*inside)->venue.point)) {
        drop_lesser(*around, **inside);
      }
    }
  }
}

void OsmVenues::drop_repeated() {
  std::map<std::pair<std::string, std::string>, std::vector<Candidate*>> by_name;
  for (auto& candidate : candidates_) {
    by_name[{candidate.venue.kind.text(), folded(candidate.venue.name)}].push_back(&candidate);
  }
  for (auto& [name, same_name] : by_name) {
    std::ranges::stable_sort(same_name, {},
                             [](Candidate const* candidate) { return candidate->venue.point.latitude; });
    drop_within(same_name);
  }
}

std::vector<Venue> OsmVenues::take() && {
  drop_repeated();
  std::vector<Venue> venues;
  for (auto& candidate : candidates_) {
    if (!candidate.dropped) venues.push_back(std::move(candidate.venue));
  }
  return venues;
}

}  // namespace wegwijzer
