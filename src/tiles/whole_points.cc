// SPDX-License-Identifier: EUPL-1.2
#include "tiles/whole_points.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>

namespace wegwijzer::tiles {

namespace {

WholePoint whole(Point point) {
  return {static_cast<std::int32_t>(std::lround(point.x)), static_cast<std::int32_t>(std::lround(point.y))};
}

// There and straight back: rounding makes such spikes of thin corners.
void drop_spikes(WholePath& ring) {
  WholePath kept;
  for (auto const& point : ring) {
    while (kept.size() >= 2 && kept[kept.size() - 2] == point) kept.pop_back();
    if (kept.empty() || kept.back() != point) kept.push_back(point);
  }
  while (kept.size() >= 2 && kept.front() == kept.back()) kept.pop_back();
  ring = std::move(kept);
}

class Joiner {
 public:
  explicit Joiner(std::vector<WholePath> lines) : lines_(std::move(lines)), used_(lines_.size()) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      at_[lines_[i].front()].push_back(i);
      at_[lines_[i].back()].push_back(i);
    }
  }

  std::vector<WholePath> join() {
    std::vector<WholePath> chains;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!used_[i]) chains.push_back(chain_from(i));
    }
    return chains;
  }

 private:
  WholePath chain_from(std::size_t first) {
    used_[first] = true;
    auto chain = lines_[first];
    grow(chain);
    std::ranges::reverse(chain);
    grow(chain);
    std::ranges::reverse(chain);
    return chain;
  }

  void grow(WholePath& chain) {
    while (auto const next = unused_at(chain.back())) {
      used_[*next] = true;
      auto& line = lines_[*next];
      if (line.front() != chain.back()) std::ranges::reverse(line);
      chain.insert(chain.end(), line.begin() + 1, line.end());
    }
  }

  std::optional<std::size_t> unused_at(WholePoint point) const {
    for (auto const line : at_.at(point)) {
      if (!used_[line]) return line;
    }
    return std::nullopt;
  }

  std::vector<WholePath> lines_;
  std::vector<bool> used_;
  std::map<WholePoint, std::vector<std::size_t>> at_;  // lines that begin or end there
};

}  // namespace

WholePath whole_line(Path const& path) {
  WholePath line;
  for (auto const& point : path) {
    auto const rounded = whole(point);
    if (line.empty() || line.back() != rounded) line.push_back(rounded);
  }
  return line;
}

WholePath whole_ring(Loop const& loop) {
  auto ring = whole_line(loop);
  drop_spikes(ring);
  if (ring.size() < 3 || twice_signed_area(ring) == 0) return {};
  return ring;
}

std::int64_t twice_signed_area(WholePath const& ring) {
  std::int64_t twice = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    auto const& from = ring[i];
    auto const& to = ring[(i + 1) % ring.size()];
    twice += std::int64_t{from.x} * to.y - std::int64_t{to.x} * from.y;
  }
  return twice;
}

std::vector<WholePath> joined(std::vector<WholePath> lines) {
  return Joiner(std::move(lines)).join();
}

}  // namespace wegwijzer::tiles
