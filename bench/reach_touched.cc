// SPDX-License-Identifier: EUPL-1.2
#include "reach_touched.h"

#include "reach/journey_ends.h"
#include "reach/upward_sweep.h"

namespace wegwijzer {

namespace {

// The lines of the cache that the homes of one search cannot do without, each counted once.
class TouchedLines {
 public:
  template <class Thing>
  void add(int array, Thing const*, std::size_t first, std::size_t count) {
    if (count == 0) return;
    auto const begin = first * sizeof(Thing) / 64, end = ((first + count) * sizeof(Thing) - 1) / 64;
    for (auto line = begin; line <= end; ++line)
      lines_.insert(std::uint64_t{static_cast<unsigned>(array)} << 56U | line);
  }

  std::size_t size() const { return lines_.size(); }

  void clear() { lines_.clear(); }

 private:
  std::unordered_set<std::uint64_t> lines_;
};

}  // namespace

Touched touched(Ground const& ground, PlaceIndex const& index, Minutes budget) {
  auto const& hierarchy = *ground.hierarchy;
  auto const bound = static_cast<std::uint32_t>(time_under_way(budget, ground.times->pace()).count());
  UpwardSweep<NarrowLanes> sweep(hierarchy);
  TouchedLines lines;
  Touched all;
  for (std::size_t first = 0; first < ground.homes.size(); first += NarrowLanes::size) {
    std::vector<UpwardStart> starts;
    auto const end = std::min(first + NarrowLanes::size, ground.homes.size());
    for (auto at = first; at < end; ++at) {
      JourneyEnds ends(hierarchy, Upward::away, *ground.homes[at]);
      for (auto const& [_, rank, time] : ends.starts())
        starts.push_back({static_cast<std::uint32_t>(at - first), rank, time});
    }
    lines.clear();
    for (auto const& there : sweep.run(Upward::away, starts, bound)) {
      all.ranks += 1;
      auto const within = [&](std::span<Hierarchy::Link const> links) {
        return static_cast<std::size_t>(
            std::ranges::count_if(links, [&](auto const& link) { return there.least + link.time <= bound; }));
      };
      lines.add(0, hierarchy.first.data(), std::size_t{there.rank} * 2, 3);
      for (auto const direction : {Upward::away, Upward::towards}) {
        auto const links = hierarchy.up(there.rank, direction);
        lines.add(1, hierarchy.links.data(), static_cast<std::size_t>(links.data() - hierarchy.links.data()),
                  within(links));
      }
      lines.add(4, &there.rank, there.rank, 1);  // its slot
      auto const runs = index.runs(there.rank);
      lines.add(5, static_cast<std::uint64_t*>(nullptr), there.rank, 1);  // where they are
      lines.add(6, runs.data(), reinterpret_cast<std::uintptr_t>(runs.data()) / sizeof(runs[0]), runs.size());
      for (auto const& run : runs) {
        if (there.least + run.least > bound) continue;
        auto const entries = index.entries(run);
        all.entries += static_cast<double>(entries.size());
        lines.add(7, entries.data(), run.begin, entries.size());
        for (auto const& entry : entries)
          lines.add(8, static_cast<NarrowLanes*>(nullptr),
                    run.block * PlaceIndex::block_size + entry.in_block(), 1);
      }
    }
    all.lines += static_cast<double>(lines.size());
  }
  auto const homes = static_cast<double>(ground.homes.size());
  return {all.ranks / homes, all.entries / homes, all.lines / homes};
}

}  // namespace wegwijzer
