// SPDX-License-Identifier: EUPL-1.2
#include "tiles/zoom_index.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace wegwijzer::tiles {

namespace {

WorldBox some_box() {
  auto const x = *rc::gen::inRange<std::uint32_t>(0, 1000);
  auto const y = *rc::gen::inRange<std::uint32_t>(0, 1000);
  return {{x, y}, {x + *rc::gen::inRange<std::uint32_t>(0, 60), y + *rc::gen::inRange<std::uint32_t>(0, 60)}};
}

}  // namespace

RC_GTEST_PROP(ZoomIndex, finds_all_that_a_walk_along_everything_finds, ()) {
  std::vector<ZoomIndex::Entry> things;
  for (auto left = *rc::gen::inRange(0, 300); left > 0; --left) {
    things.push_back({*rc::gen::inRange(0, last_zoom + 1), some_box()});
  }
  auto const asked = some_box();
  auto const zoom = *rc::gen::inRange(0, last_zoom + 1);
  std::set<std::size_t> found;
  ZoomIndex(things).meeting(asked, zoom, [&](std::size_t i) { RC_ASSERT(found.insert(i).second); });
  for (std::size_t i = 0; i < things.size(); ++i) {
    if (things[i].from > zoom) RC_ASSERT(!found.contains(i));
    if (things[i].from <= zoom && meet(things[i].box, asked)) RC_ASSERT(found.contains(i));
  }
}

TEST(ZoomIndex, of_nothing_finds_nothing) {
  ZoomIndex().meeting({{0, 0}, {1, 1}}, 16, [](std::size_t) { FAIL(); });
}

}  // namespace wegwijzer::tiles
