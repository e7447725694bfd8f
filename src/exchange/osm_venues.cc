// SPDX-License-Identifier: EUPL-1.2
#include "exchange/osm_venues.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/words.h"
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

bool is_web_address(std::string_view text) {
  bool const web = text.starts_with("https://") || text.starts_with("http://");
  return web && std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) > ' '; });
}

std::string website(Tags const& tags) {
  for (auto const key : {"website", "contact:website", "url"}) {
    for (auto const part : split(tags[key], ';')) {
      if (is_web_address(part)) return std::string(part);
    }
  }
  return {};
}

std::string phone(Tags const& tags) {
  auto const numbers = split(first_of(tags, {"phone", "contact:phone"}), ';');
  return numbers.empty() ? std::string() : std::string(numbers.front());
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
  venue.name = name_of(thing.tags);
  venue.kind = kind;
  venue.point = thing.point;
  venue.street = address.number.empty() ? address.street : address.street + " " + address.number;
  venue.postcode = address.postcode;
  venue.city = address.city;
  venue.website = website(thing.tags);
  venue.phone = phone(thing.tags);
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

VenueKindRule const* OsmVenues::rule_for(Tags const& tags, bool named) const {
  auto const found = std::ranges::find_if(
      rules_, [&](auto const& rule) { return (named || !rule.named_only) && matches(rule, tags); });
  return found == rules_.end() ? nullptr : &*found;
}

void OsmVenues::add(OsmThing const& thing) {
  bool const named = !name_of(thing.tags).empty();
  auto const* const rule = rule_for(thing.tags, named);
  if (!rule || is_gone(thing.tags) || (!named && is_private(thing.tags))) return;
  candidates_.push_back({venue_of(thing, rule->kind), thing.outline, thing.tag_count});
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
      if (open && box.holds((*inside)->venue.point) && contains(around->outline, (*inside)->venue.point))
        drop_lesser(*around, **inside);
    }
  }
}

void OsmVenues::drop_repeated() {
  std::map<std::pair<std::string, std::string>, std::vector<Candidate*>> by_name;
  for (auto& candidate : candidates_)
    by_name[{candidate.venue.kind.text(), folded(candidate.venue.name)}].push_back(&candidate);
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
