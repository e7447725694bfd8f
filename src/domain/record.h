// SPDX-License-Identifier: EUPL-1.2
// What every record of the community map carries: who it is, where it came from, when it was last confirmed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"

namespace wegwijzer {

template <class Thing>
struct Record {
  Id<Thing> id;
  std::string source;                // "osm:node/123", "duo:…", "csv:…"; empty when entered by hand
  std::optional<Date> confirmed_on;  // a person said on this day that it is right
  std::optional<Date> archived_on;   // things are archived, not deleted
  std::int64_t version = 0;          // 0: not in the store yet
  bool operator==(Record const&) const = default;
};

// What it is called in the store, the audit trail and the exports: one of them, and all of them.
template <class Thing>
inline constexpr std::string_view record_name;
template <class Thing>
inline constexpr std::string_view record_plural;

// How long a confirmation holds (docs/parameters.md, assumption).
template <class Thing>
inline constexpr std::chrono::days goes_stale_after{365};

// True when nobody confirmed it, or too long ago.
template <class Thing>
bool stale(Record<Thing> const& record, Date today) {
  return !record.confirmed_on || today - *record.confirmed_on > goes_stale_after<Thing>;
}

}  // namespace wegwijzer
