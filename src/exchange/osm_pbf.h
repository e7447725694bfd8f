// SPDX-License-Identifier: EUPL-1.2
// Reads an extract of OpenStreetMap (.osm.pbf): streets, learning places, names of places and what the
// basemap is drawn from. The file is read twice, as a stream: memory grows with what is kept and with 16
// bytes for each node, not with the size of the file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include "base/result.h"
#include "domain/place_name.h"
#include "domain/venue.h"
#include "domain/vocabulary.h"
#include "exchange/basemap.h"
#include "exchange/progress.h"
#include "streets/streets.h"

namespace wegwijzer {

// Of what binds riders of a bicycle.
struct TurnBanCounts {
  std::uint64_t read = 0;
  std::uint64_t left_out = 0;  // they lead over a way, or do not say from where, over what or to where
  bool operator==(TurnBanCounts const&) const = default;
};

// What was met in the file, for the report of an import. Things cut by the edge of an extract are normal.
struct OsmCounts {
  std::uint64_t nodes = 0;
  std::uint64_t ways = 0;
  std::uint64_t relations = 0;
  std::uint64_t highway_ways = 0;
  std::uint64_t ways_with_missing_nodes = 0;  // kept as far as their nodes are known
  std::uint64_t outlines_left_out = 0;        // not closed, or crossing themselves
  TurnBanCounts turn_bans{};
  bool operator==(OsmCounts const&) const = default;
};

struct OsmExtract {
  Streets streets;
  std::vector<Venue> venues;  // without id, with source "osm:node/123", "osm:way/…" or "osm:relation/…"
  std::vector<PlaceName> place_names;
  Basemap basemap;
  OsmCounts counts{};
};

// Fails with "osm.not_readable", "osm.not_sorted", "osm.history" or "osm.empty", each with the name of the
// file
// ("osm.not_readable" also with why, in English, as the library says it), or with "import.stopped".
Result<OsmExtract> read_osm_pbf(std::filesystem::path const& path, std::vector<VenueKindRule> const& kinds,
                                Progress const& progress = {});

// The streets alone, in half the time; fails in the same ways.
Result<Streets> read_osm_streets(std::filesystem::path const& path, Progress const& progress = {});

}  // namespace wegwijzer
