// SPDX-License-Identifier: EUPL-1.2
// Somebody who wants to know about few children. Knows how publishing works, sees all that is published, and
// reckons in another way than the publisher: from bounds to bounds, cell by cell, until nothing becomes
// narrower.
#pragma once

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "disclosure/branches.h"
#include "disclosure/published_table.h"
#include "disclosure/rules.h"

namespace wegwijzer {

struct Between {
  disclosure::Count low = 0;
  disclosure::Count high = std::numeric_limits<std::int32_t>::max();
};

class ChildTableAttacker {
 public:
  using Key = std::vector<std::size_t>;  // a branch of each dimension

  // `rows`: everything that was found on pages, in tooltips or in files, by categories.
  ChildTableAttacker(disclosure::Classification const& classification,
                     std::vector<disclosure::PublishedRow> const& rows, disclosure::Rules const& rules)
      : rules_(rules) {
    for (auto const& dimension : classification.dimensions()) {
      branches_.push_back(disclosure::branches_of(dimension));
    }
    name_all(classification, {});
    for (auto const& row : rows) see(row);
    find_sums();
    for (bool narrower = true; narrower;) {
      narrower = false;
      for (auto const& sum : sums_) narrower |= narrow(sum);
      for (auto const& group : groups_) narrower |= narrow_group(group);
    }
  }

  Between of(disclosure::Categories const& categories) const { return between_.at(keys_.at(categories)); }

  // Knows of a cell that it has few children, or how many within fewer than the minimum.
  bool wins(disclosure::Categories const& categories) const {
    auto const [low, high] = of(categories);
    return low < rules_.minimum && (high < rules_.minimum || high - low < rules_.minimum);
  }

 private:
  void name_all(disclosure::Classification const& classification, Key key) {
    if (key.size() < branches_.size()) {
      for (std::size_t i = 0; i < branches_[key.size()].size(); ++i) {
        key.push_back(i);
        name_all(classification, key);
        key.pop_back();
      }
      return;
    }
    between_[key] = {};
    disclosure::Categories codes;
    for (std::size_t i = 0; i < key.size(); ++i) {
      auto const category = branches_[i][key[i]].category;
      if (!category) return;
      codes.push_back(classification.dimensions()[i].categories()[*category].code);
    }
    keys_[codes] = key;
  }

  void see(disclosure::PublishedRow const& row) {
    auto const key = keys_.at(row.categories);
    if (!row.children) {
      withheld_.push_back(key);
    } else if (*row.children == 0) {
      between_[key] = {0, 0};
      nobody_can_be_.insert(key);
    } else {
      auto const spread = rules_.rounding / 2;
      between_[key] = {std::max(rules_.minimum, *row.children - spread), *row.children + spread};
    }
  }

  // Every total with its parts along one dimension, and the groups of withheld cells of which one is small.
  void find_sums() {
    for (auto const& [key, between] : between_) {
      for (std::size_t i = 0; i < key.size(); ++i) {
        std::vector<Key> sum{key};
        for (std::size_t k = 1; k < branches_[i].size(); ++k) {
          if (branches_[i][k].parent != key[i]) continue;
          sum.push_back(key);
          sum.back()[i] = k;
        }
        if (sum.size() > 1) sums_.push_back(std::move(sum));
      }
    }
    // Where not even the total is shown it may be for another reason.
    if (std::ranges::find(withheld_, Key(branches_.size(), 0)) != withheld_.end()) return;
    for (auto const& key : withheld_) add_group(key);
  }

  void add_group(Key const& key) {
    for (std::size_t i = 0; i < key.size(); ++i) {
      auto up = key;
      up[i] = branches_[i][key[i]].parent;
      if (key[i] != 0 && !is_large(up)) return;
    }
    std::vector<Key> group{key};
    for (std::size_t i = 0; i < key.size(); ++i) {
      std::vector<Key> wider;
      for (auto const& one : group) {
        for (auto const other : branches_[i][key[i]].together) {
          wider.push_back(one);
          wider.back()[i] = other;
        }
      }
      group = std::move(wider);
    }
    groups_.push_back(std::move(group));
  }

  bool is_large(Key const& key) const { return between_.at(key).low >= rules_.minimum; }

  bool narrow(std::vector<Key> const& sum) {
    auto& total = between_[sum[0]];
    disclosure::Count low = 0, high = 0;
    for (std::size_t i = 1; i < sum.size(); ++i) low += between_[sum[i]].low, high += between_[sum[i]].high;
    bool narrower = at_least(total, low) | at_most(total, high);
    for (std::size_t i = 1; i < sum.size(); ++i) {
      auto& part = between_[sum[i]];
      narrower |=
          at_least(part, total.low - (high - part.high)) | at_most(part, total.high - (low - part.low));
      low = high = 0;
      for (std::size_t k = 1; k < sum.size(); ++k) low += between_[sum[k]].low, high += between_[sum[k]].high;
    }
    return narrower;
  }

  // One of a group is small: when all others are large, it is this one.
  bool narrow_group(std::vector<Key> const& group) {
    auto const may_be_small = [&](Key const& key) {
      return between_[key].low < rules_.minimum && !nobody_can_be_.contains(key);
    };
    if (std::ranges::count_if(group, may_be_small) != 1) return false;
    return at_most(between_[*std::ranges::find_if(group, may_be_small)], rules_.minimum - 1);
  }

  static bool at_least(Between& between, disclosure::Count low) {
    if (low <= between.low) return false;
    between.low = low;
    return true;
  }

  static bool at_most(Between& between, disclosure::Count high) {
    if (high >= between.high) return false;
    between.high = high;
    return true;
  }

  disclosure::Rules rules_;
  std::vector<std::vector<disclosure::Branch>> branches_;
  std::map<disclosure::Categories, Key> keys_;
  std::map<Key, Between> between_;
  std::set<Key> nobody_can_be_;
  std::vector<Key> withheld_;
  std::vector<std::vector<Key>> sums_, groups_;
};

}  // namespace wegwijzer
