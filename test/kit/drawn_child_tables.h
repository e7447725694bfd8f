// SPDX-License-Identifier: EUPL-1.2
// Tables about made-up children in many shapes, the same for the same seed: lists and trees, sparse and
// dense, with one large cell, with small ones only, with cells in which nobody can be.
#pragma once

#include <string>
#include <vector>

#include "base/random.h"
#include "disclosure/cells.h"

namespace wegwijzer {

struct DrawnTable {
  disclosure::Classification classification;
  disclosure::Cells cells;
  std::vector<disclosure::Count> leaves;  // of each cell; totals are 0
};

inline disclosure::Dimension a_list(std::string const& name, std::size_t count) {
  disclosure::Dimension list(name);
  for (std::size_t i = 0; i < count; ++i) list.add(name + std::to_string(i));
  return list;
}

// Buurten in wijken in gemeenten.
inline disclosure::Dimension a_tree(Random& random) {
  disclosure::Dimension tree("area");
  auto const gemeenten = 1 + random.below(2);
  for (std::uint64_t g = 0; g < gemeenten; ++g) {
    auto const gemeente = "GM" + std::to_string(g);
    tree.add(gemeente);
    for (auto w = 1 + random.below(3); w > 0; --w) {
      auto const wijk = "WK" + std::to_string(g) + std::to_string(w);
      tree.add(wijk, gemeente);
      for (auto b = 1 + random.below(4); b > 0; --b) {
        tree.add("BU" + wijk + std::to_string(b), wijk, static_cast<std::int64_t>(random.below(900)));
      }
    }
  }
  return tree;
}

inline std::vector<disclosure::Dimension> drawn_dimensions(Random& random) {
  std::vector<disclosure::Dimension> dimensions;
  auto const count = 1 + random.below(3);
  bool const tree = random.chance(0.5);
  for (std::uint64_t i = 0; i < count; ++i) {
    dimensions.push_back(i == 0 && tree ? a_tree(random)
                                        : a_list(std::string(1, static_cast<char>('a' + i)),
                                                 1 + random.below(count == 1 ? 12 : 5)));
  }
  return dimensions;
}

// Some pairs of two categories that exclude each other.
inline std::vector<disclosure::Categories> drawn_exclusions(
    std::vector<disclosure::Dimension> const& dimensions, Random& random) {
  std::vector<disclosure::Categories> exclusions;
  if (dimensions.size() < 2 || random.chance(0.8)) return exclusions;
  for (auto n = 1 + random.below(2); n > 0; --n) {
    disclosure::Categories cell(dimensions.size());
    for (std::size_t i = 0; i < 2; ++i) {
      auto const& all = dimensions[i].categories();
      cell[i] = all[1 + random.below(all.size() - 1)].code;
    }
    exclusions.push_back(cell);
  }
  return exclusions;
}

inline disclosure::Count drawn_count(std::uint64_t style, Random& random) {
  auto const up_to = [&](std::uint64_t most) {
    return static_cast<disclosure::Count>(random.below(most + 1));
  };
  if (style == 0) return random.chance(0.7) ? 0 : up_to(12);  // sparse
  if (style == 1) return 8 + up_to(60);                       // dense, few small ones
  if (style == 2) return up_to(6);                            // all small
  if (style == 3) return random.chance(0.1) ? up_to(2000) : up_to(4);
  if (style == 4) return random.chance(0.3) ? 0 : up_to(40);
  return 5 + up_to(10);  // all about the minimum
}

inline DrawnTable a_drawn_table(std::uint64_t seed) {
  auto random = Seed(seed).stream("child table");
  auto dimensions = drawn_dimensions(random);
  auto exclusions = drawn_exclusions(dimensions, random);
  disclosure::Classification classification(std::move(dimensions), std::move(exclusions));
  disclosure::Cells cells(classification);
  std::vector<disclosure::Count> leaves(cells.size(), 0);
  auto const style = random.below(6);
  for (auto const leaf : cells.leaves()) leaves[leaf] = drawn_count(style, random);
  if (style == 3 && !cells.leaves().empty()) leaves[cells.leaves()[0]] = 500;  // one dominates
  return {std::move(classification), std::move(cells), std::move(leaves)};
}

}  // namespace wegwijzer
