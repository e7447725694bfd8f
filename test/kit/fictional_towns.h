// SPDX-License-Identifier: EUPL-1.2
// Small fictional worlds for tests, and the words they are made with.
#pragma once

#include <map>
#include <memory>

#include "base/embedded.h"
#include "towns/world.h"

namespace wegwijzer::towns {

// Of the program's vocabulary the codes alone: towns look at no other column.
inline std::vector<std::vector<std::string>> vocabulary_rows(std::string const& name) {
  auto left = embedded_file(assets_files(), "vocabulary/" + name + ".csv");
  std::vector<std::vector<std::string>> rows;
  while (!left.empty()) {
    auto row = left.substr(0, left.find('\n'));
    left.remove_prefix(std::min(left.size(), row.size() + 1));
    auto& cells = rows.emplace_back();
    for (auto end = row.find(';'); end != row.npos; end = row.find(';')) {
      cells.emplace_back(row.substr(0, end));
      row.remove_prefix(end + 1);
    }
    cells.emplace_back(row);
  }
  rows.erase(rows.begin());  // the names of the columns
  return rows;
}

inline Vocabulary const& vocabulary_codes() {
  static auto const words = [] {
    Vocabulary codes;
    for (auto const& row : vocabulary_rows("themes")) {
      auto const above = ThemeCode::parse(row[1]);
      codes.themes.push_back(
          {*ThemeCode::parse(row[0]), above ? std::optional(*above) : std::nullopt, {row[2], row[3]}});
    }
    return codes;
  }();
  return words;
}

inline Date day_of_tests() {
  return date(2026, 11, 24);
}

inline WorldWords const& words_of_towns() {
  static auto const words = read_world_words(vocabulary_codes(), day_of_tests());
  return words;
}

inline std::unique_ptr<World> a_world(std::uint64_t seed, std::size_t towns, std::size_t children,
                                      std::size_t threads = 2) {
  return std::make_unique<World>(WorldSize{seed, towns, children}, words_of_towns(), threads);
}

inline std::size_t children_of(double inhabitants) {
  return static_cast<std::size_t>(inhabitants * 0.088);
}

// For tests of one property of a ring or line.
inline Ring ring_of(Plan const& plan, Cell const& cell) {
  Ring ring;
  for (auto const vertex : cell.vertices) ring.push_back(plan.vertices[vertex].at);
  return ring;
}

inline double from_stretch(Point point, Point from, Point to) {
  auto const way = to - from;
  auto const size = dot(way, way);
  auto const share = size > 0 ? std::clamp(dot(point - from, way) / size, 0.0, 1.0) : 0.0;
  return distance(point, between(from, to, share));
}

inline double from_border(Point point, Ring const& ring) {
  auto least = 1e18;
  for (std::size_t i = 0; i < ring.size(); ++i)
    least = std::min(least, from_stretch(point, ring[i], ring[(i + 1) % ring.size()]));
  return least;
}

// How far a point lies outside a counterclockwise convex ring; 0 or less within it.
inline double outside_of(Point point, Ring const& ring) {
  auto most = -1e18;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    auto const side = ring[(i + 1) % ring.size()] - ring[i];
    if (length(side) > 0.01) most = std::max(most, -cross(unit(side), point - ring[i]));
  }
  return most;
}

}  // namespace wegwijzer::towns
