// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/set_cover.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <queue>

#include "base/check.h"

namespace wegwijzer {

namespace {

class Bits {
 public:
  explicit Bits(std::size_t size = 0) : words_((size + 63) / 64) {}

  void set(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << i % 64; }

  void reset(std::size_t i) { words_[i / 64] &= ~(std::uint64_t{1} << i % 64); }

  bool test(std::size_t i) const { return words_[i / 64] >> i % 64 & 1; }

  std::size_t count() const {
    std::size_t all = 0;
    for (auto const word : words_) all += static_cast<std::size_t>(std::popcount(word));
    return all;
  }

  std::size_t count_with(Bits const& other) const {
    std::size_t all = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      all += static_cast<std::size_t>(std::popcount(words_[i] & other.words_[i]));
    }
    return all;
  }

  bool meets(Bits const& other) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i] & other.words_[i]) return true;
    }
    return false;
  }

  bool lies_in(Bits const& other) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i] & ~other.words_[i]) return false;
    }
    return true;
  }

  bool any() const {
    return std::ranges::any_of(words_, [](auto word) { return word != 0; });
  }

  Bits without(Bits const& other) const {
    auto rest = *this;
    for (std::size_t i = 0; i < words_.size(); ++i) rest.words_[i] &= ~other.words_[i];
    return rest;
  }

  void add(Bits const& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }

  template <class Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (auto word = words_[i]; word != 0; word &= word - 1) {
        visit(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
      }
    }
  }

  bool operator==(Bits const&) const = default;

 private:
  std::vector<std::uint64_t> words_;
};

// Both ways round: the sets that hold an element, and the elements that a set holds.
struct Incidence {
  std::vector<Bits> held_by;
  std::vector<Bits> holds;

  Incidence(std::size_t elements, std::size_t sets)
      : held_by(elements, Bits(sets)), holds(sets, Bits(elements)) {}

  void join(std::size_t element, std::size_t set) {
    held_by[element].set(set);
    holds[set].set(element);
  }

  void drop_element(std::size_t element) {
    held_by[element].for_each([&](std::size_t set) { holds[set].reset(element); });
    held_by[element] = Bits(holds.size());
  }

  void drop_set(std::size_t set) {
    holds[set].for_each([&](std::size_t element) { held_by[element].reset(set); });
    holds[set] = Bits(held_by.size());
  }
};

// Takes away what no best answer needs, until nothing changes.
class Reduction {
 public:
  explicit Reduction(Incidence& all) : all_(all) {}

  // The sets that must be chosen.
  std::vector<std::uint32_t> run() && {
    do {
      changed_ = false, take_essential(), drop_easier_elements(), drop_lesser_sets();
    } while (changed_);
    return std::move(chosen_);
  }

 private:
  void take_essential() {
    for (std::size_t element = 0; element < all_.held_by.size(); ++element) {
      if (all_.held_by[element].count() != 1) continue;
      std::size_t only = 0;
      all_.held_by[element].for_each([&](std::size_t set) { only = set; });
      chosen_.push_back(static_cast<std::uint32_t>(only));
      auto const held = all_.holds[only];
      held.for_each([&](std::size_t other) { all_.drop_element(other); });
      changed_ = true;
    }
  }

  // Who holds a harder element holds this one too.
  void drop_easier_elements() {
    for (std::size_t one = 0; one < all_.held_by.size(); ++one) {
      if (!all_.held_by[one].any()) continue;
      for (std::size_t other = 0; other < all_.held_by.size(); ++other) {
        if (other == one || !all_.held_by[other].any() || !all_.held_by[one].lies_in(all_.held_by[other])) {
          continue;
        }
        all_.drop_element(other);
        changed_ = true;
      }
    }
  }

  void drop_lesser_sets() {
    for (std::size_t one = 0; one < all_.holds.size(); ++one) {
      if (!all_.holds[one].any()) continue;
      for (std::size_t other = 0; other < all_.holds.size(); ++other) {
        if (other == one || !all_.holds[other].any() || !all_.holds[other].lies_in(all_.holds[one])) continue;
        if (all_.holds[other] == all_.holds[one] && other < one) continue;
        all_.drop_set(other);
        changed_ = true;
      }
    }
  }

  Incidence& all_;
  std::vector<std::uint32_t> chosen_;
  bool changed_ = false;
};

// Elements that share a set, directly or by others between them, with those that hold them.
std::vector<Bits> parts_of(Incidence const& all) {
  std::vector<Bits> parts;
  Bits seen(all.held_by.size());
  for (std::size_t element = 0; element < all.held_by.size(); ++element) {
    if (seen.test(element) || !all.held_by[element].any()) continue;
    Bits part(all.held_by.size());
    std::vector<std::size_t> waiting{element};
    part.set(element);
    while (!waiting.empty()) {
      auto const at = waiting.back();
      waiting.pop_back();
      all.held_by[at].for_each([&](std::size_t set) {
        all.holds[set].without(part).for_each([&](std::size_t other) {
          part.set(other);
          waiting.push_back(other);
        });
      });
    }
    seen.add(part);
    parts.push_back(std::move(part));
  }
  return parts;
}

class PartCover {
 public:
  PartCover(Incidence const& all, Bits part, std::size_t& steps)
      : all_(all), open_(std::move(part)), steps_(steps) {}

  SetCover find() && {
    best_ = greedy();
    auto const bound = lower_bound(open_);
    if (best_.size() > bound) {
      std::vector<std::uint32_t> chosen;
      branch(open_, chosen);
    }
    bool const proven = best_.size() == bound || !stopped_;
    return {best_, proven ? best_.size() : bound};
  }

 private:
  // What a set newly holds only falls, so the best of yesterday is looked at again first.
  std::vector<std::uint32_t> greedy() const {
    using Gain = std::pair<std::size_t, std::int64_t>;  // the lowest number first among equals
    std::priority_queue<Gain> gains;
    for (std::size_t set = 0; set < all_.holds.size(); ++set) {
      auto const gain = all_.holds[set].count_with(open_);
      if (gain > 0) gains.emplace(gain, -static_cast<std::int64_t>(set));
    }
    std::vector<std::uint32_t> chosen;
    for (auto left = open_; left.any();) {
      auto const [gain, set] = gains.top();
      gains.pop();
      auto const& holds = all_.holds[static_cast<std::size_t>(-set)];
      auto const now = holds.count_with(left);
      if (now < gain) {
        if (now > 0) gains.emplace(now, set);
        continue;
      }
      chosen.push_back(static_cast<std::uint32_t>(-set));
      left = left.without(holds);
    }
    return chosen;
  }

  // Elements of which no two share a set each need one of their own.
  std::size_t lower_bound(Bits const& open) const {
    std::vector<std::pair<std::size_t, std::size_t>> hardest;
    open.for_each([&](std::size_t element) { hardest.emplace_back(all_.held_by[element].count(), element); });
    std::ranges::sort(hardest);
    Bits used(all_.holds.size());
    std::size_t apart = 0;
    for (auto const& [count, element] : hardest) {
      if (all_.held_by[element].meets(used)) continue;
      used.add(all_.held_by[element]);
      ++apart;
    }
    return std::max(apart, by_size(open));
  }

  std::size_t by_size(Bits const& open) const {
    std::size_t most = 1;
    for (auto const& holds : all_.holds) most = std::max(most, holds.count_with(open));
    return (open.count() + most - 1) / most;
  }

  // One of the sets that hold the element held by fewest must be chosen.
  void branch(Bits const& open, std::vector<std::uint32_t>& chosen) {
    if (!open.any()) {
      if (chosen.size() < best_.size()) best_ = chosen;
      return;
    }
    if (steps_ == 0) {
      stopped_ = true;
      return;
    }
    --steps_;
    if (chosen.size() + lower_bound(open) >= best_.size()) return;
    for (auto const set : holders_of_hardest(open)) {
      chosen.push_back(set);
      branch(open.without(all_.holds[set]), chosen);
      chosen.pop_back();
    }
  }

  std::vector<std::uint32_t> holders_of_hardest(Bits const& open) const {
    std::size_t hardest = 0, fewest = ~std::size_t{0};
    open.for_each([&](std::size_t element) {
      auto const count = all_.held_by[element].count();
      if (count < fewest) fewest = count, hardest = element;
    });
    std::vector<std::uint32_t> holders;
    all_.held_by[hardest].for_each(
        [&](std::size_t set) { holders.push_back(static_cast<std::uint32_t>(set)); });
    std::ranges::stable_sort(holders, std::greater(),
                             [&](std::uint32_t set) { return all_.holds[set].count_with(open); });
    return holders;
  }

  Incidence const& all_;
  Bits open_;
  std::size_t& steps_;
  std::vector<std::uint32_t> best_;
  bool stopped_ = false;
};

}  // namespace

SetCover smallest_cover(std::vector<std::vector<std::uint32_t>> const& held_by, std::size_t sets,
                        std::size_t steps) {
  Incidence all(held_by.size(), sets);
  for (std::size_t element = 0; element < held_by.size(); ++element) {
    check(!held_by[element].empty(), "an element that no set holds cannot be covered");
    for (auto const set : held_by[element]) all.join(element, set);
  }
  SetCover cover{Reduction(all).run(), 0};
  cover.at_least = cover.chosen.size();
  for (auto& part : parts_of(all)) {
    auto const found = PartCover(all, std::move(part), steps).find();
    cover.chosen.insert(cover.chosen.end(), found.chosen.begin(), found.chosen.end());
    cover.at_least += found.at_least;
  }
  std::ranges::sort(cover.chosen);
  return cover;
}

}  // namespace wegwijzer
