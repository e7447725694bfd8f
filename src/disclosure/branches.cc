// SPDX-License-Identifier: EUPL-1.2
#include "disclosure/branches.h"

#include <algorithm>

namespace wegwijzer::disclosure {

namespace {

constexpr std::size_t most_together = 3;

// A category, or several that are put together.
struct Bundle {
  std::optional<std::size_t> category;
  std::vector<Bundle> parts;
};

std::vector<Bundle> in_pairs(std::vector<Bundle> bundles) {
  std::vector<Bundle> pairs(bundles.size() / 2);
  for (std::size_t i = 0; i < bundles.size(); ++i) {
    pairs[std::min(i / 2, pairs.size() - 1)].parts.push_back(std::move(bundles[i]));
  }
  return pairs;
}

std::vector<Bundle> below(Dimension const& dimension, std::size_t parent) {
  auto const& all = dimension.categories();
  std::vector<std::size_t> sisters;
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (all[i].parent == parent) sisters.push_back(i);
  }
  std::ranges::stable_sort(sisters, {}, [&](std::size_t one) { return all[one].size; });
  std::vector<Bundle> bundles;
  for (auto const one : sisters) bundles.push_back({one, {}});
  while (bundles.size() > most_together) bundles = in_pairs(std::move(bundles));
  return bundles;
}

void grow(std::vector<Branch>& branches, std::size_t parent, std::vector<Bundle> const& bundles,
          Dimension const& dimension) {
  if (bundles.empty()) return;
  branches[parent].is_leaf = false;
  std::vector<std::size_t> together;
  for (auto const& bundle : bundles) {
    together.push_back(branches.size());
    branches.push_back({parent, bundle.category, {}});
  }
  for (std::size_t i = 0; i < bundles.size(); ++i) {
    branches[together[i]].together = together;
    auto const& bundle = bundles[i];
    grow(branches, together[i], bundle.category ? below(dimension, *bundle.category) : bundle.parts,
         dimension);
  }
}

}  // namespace

std::vector<Branch> branches_of(Dimension const& dimension) {
  std::vector<Branch> branches{{0, 0, {0}}};
  grow(branches, 0, below(dimension, 0), dimension);
  return branches;
}

}  // namespace wegwijzer::disclosure
