// SPDX-License-Identifier: EUPL-1.2
#include "exchange/venue_kinds.h"

#include <algorithm>

#include "base/words.h"
#include "domain/place_name.h"
#include "exchange/cells.h"

namespace wegwijzer {

namespace {

bool fits(VenueKindRule const& rule, OsmTags const& tags, bool named) {
  if (rule.key.empty() || (rule.named_only && !named)) return false;
  auto const value = tags[rule.key];
  if (rule.value == "*") return !value.empty() && value != "no";
  if (value == rule.value) return true;
  // "museum;library" is both.
  if (value.find(';') == value.npos) return false;
  auto const parts = split(value, ';');
  return std::ranges::find(parts, rule.value) != parts.end();
}

bool closed_to_the_public(OsmTags const& tags) {
  return tags["access"] == "private" || tags["access"] == "no" || tags["disused"] == "yes" ||
         tags["abandoned"] == "yes";
}

std::string first_of(OsmTags const& tags, std::initializer_list<std::string_view> keys) {
  for (auto const key : keys) {
    if (!tags[key].empty()) return std::string(trimmed(tags[key]));
  }
  return {};
}

// What mappers wrote and is no link or telephone number is left out rather than shown.
template <class Read>
std::string readable(std::string const& text, Read&& read) {
  return read(text).value_or("");
}

std::optional<bool> wheelchair_of(std::string_view value) {
  if (value == "yes" || value == "designated") return true;
  if (value == "no") return false;
  return std::nullopt;  // "limited" is neither
}

}  // namespace

std::string_view OsmTags::operator[](std::string_view key) const {
  auto const tag = std::ranges::find(tags_, key, &KeyValue::key);
  return tag == tags_.end() ? std::string_view() : std::string_view(tag->value);
}

std::optional<VenueKind> venue_kind(std::vector<VenueKindRule> const& rules, OsmTags const& tags) {
  if (closed_to_the_public(tags)) return std::nullopt;
  bool const named = !trimmed(tags["name"]).empty();
  auto const rule = std::ranges::find_if(rules, [&](auto const& each) { return fits(each, tags, named); });
  return rule == rules.end() ? std::nullopt : std::optional(rule->kind);
}

std::optional<Venue> venue_of_tags(std::vector<VenueKindRule> const& rules, OsmTags const& tags) {
  auto kind = venue_kind(rules, tags);
  if (!kind) return std::nullopt;
  Venue venue;
  venue.kind = std::move(*kind);
  venue.name = readable(std::string(trimmed(tags["name"])), read_line);
  venue.street = first_of(tags, {"addr:street", "addr:place"});
  if (auto const number = trimmed(tags["addr:housenumber"]); !venue.street.empty() && !number.empty()) {
    venue.street += " " + std::string(number);
  }
  venue.postcode = std::string(trimmed(tags["addr:postcode"]));
  if (auto const code = Postcode::parse(venue.postcode)) venue.postcode = code->text();
  venue.city = first_of(tags, {"addr:city"});
  venue.website = readable(first_of(tags, {"website", "contact:website", "url"}), read_link);
  venue.phone = readable(first_of(tags, {"phone", "contact:phone"}), read_phone);
  venue.wheelchair = wheelchair_of(tags["wheelchair"]);
  return venue;
}

}  // namespace wegwijzer
