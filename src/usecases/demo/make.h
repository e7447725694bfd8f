// SPDX-License-Identifier: EUPL-1.2
// The demo: one or many fictional towns, each an ecosystem of its own on the ground that all share.
#pragma once

#include <filesystem>
#include <functional>

#include "domain/vocabulary.h"
#include "exchange/progress.h"
#include "ports/clock.h"
#include "ports/store.h"
#include "towns/plan.h"

namespace wegwijzer {

// How large a fictional world is, unless somebody says otherwise.
struct DemoSize {
  std::size_t towns = 1;
  std::size_t children = 8'800;  // of 4 to 12
  double organisations = 1;      // against the usual number in a town, and so of offerings of each
  double offerings = 1;
};

inline constexpr DemoSize region_size{8, 100'000};
// A country, as a size (docs/glossary.md): 5 million street nodes, 14,000 buurten, 50,000 venues, 200,000
// offerings, 1 million children.
inline constexpr DemoSize country_size{250, 1'000'000, 1.48, 1.3};

struct DemoOrder {
  towns::WorldSize size;
  double organisations = 1;
  double offerings = 1;
  Date today;  // sessions lie around this day
  std::size_t threads = 1;
  std::filesystem::path osm;    // also write the map and venues here, as .osm.pbf
  std::filesystem::path areas;  // the areas as GeoJSON
  std::filesystem::path csv;    // a new folder for organisations, offerings, inquiries and homes of each town
  bool flawed = false;          // with duplicates, look-alikes, contradictions, and what is stale and missing
};

struct DemoMade {
  std::vector<std::string> towns;
  std::size_t street_nodes = 0;
  std::size_t street_edges = 0;
  std::size_t areas = 0;
  std::size_t organisations = 0;
  std::size_t venues = 0;
  std::size_t offerings = 0;
  std::size_t homes = 0;
  std::size_t children = 0;  // of 4 to 12
};

// All or nothing, the files as well. Fails with "demo.too_small" or "demo.too_large", with
// "demo.already_there" when the store has an ecosystem of that name, with "demo.store_not_empty" for several
// towns in a store that has ecosystems, with "demo.stopped", or with what the files asked for fail with. With
// the same order, clock and ids the store and the files have the same bytes.
Result<DemoMade> make_demo(Store& store, Vocabulary const& vocabulary, Ids& ids, DemoOrder const& order,
                           Progress const& progress = {});

}  // namespace wegwijzer
