// SPDX-License-Identifier: EUPL-1.2
// A queue of labels in the order of time, to within one bucket (R. Dial, Comm. ACM 12, 1969): constant time
// per label, for whole times that never lie further ahead than one street lasts.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

namespace wegwijzer {

class BucketQueue {
 public:
  struct Label {
    std::uint32_t time;
    std::uint32_t node;
  };

  // `longest_step`: how far at most a pushed time lies after the last one that was popped.
  explicit BucketQueue(std::uint32_t longest_step) : first_(buckets, none), filled_(buckets / 64) {
    while ((longest_step >> shift_) > buckets - 2) ++shift_;
  }

  bool empty() const { return size_ == 0; }

  // Begins again at time zero; the queue must be empty.
  void rewind() { bucket_ = 0; }

  void push(std::uint32_t time, std::uint32_t node) {
    std::uint32_t const bucket = (time >> shift_) % buckets;
    std::uint32_t const slot = take_slot();
    slots_[slot] = {{time, node}, first_[bucket]};
    first_[bucket] = slot;
    filled_[bucket / 64] |= std::uint64_t{1} << bucket % 64;
    ++size_;
  }

  // A label of the earliest bucket; the queue must not be empty.
  Label pop() {
    if (first_[bucket_] == none) bucket_ = next_filled();
    std::uint32_t const slot = first_[bucket_];
    first_[bucket_] = slots_[slot].next;
    if (first_[bucket_] == none) filled_[bucket_ / 64] &= ~(std::uint64_t{1} << bucket_ % 64);
    slots_[slot].next = free_;
    free_ = slot;
    --size_;
    return slots_[slot].label;
  }

 private:
  static constexpr std::uint32_t buckets = 4096;  // 16 KiB: they stay in the nearest cache
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  // At 1.6 seconds a bucket hardly any label comes too early, and few buckets are empty.
  static constexpr std::uint32_t smallest_shift = 4;

  struct Slot {
    Label label;
    std::uint32_t next;
  };

  // Slots are used again at once, so that they too stay in the nearest cache.
  std::uint32_t take_slot() {
    if (free_ == none) {
      slots_.push_back({});
      return static_cast<std::uint32_t>(slots_.size() - 1);
    }
    std::uint32_t const slot = free_;
    free_ = slots_[slot].next;
    return slot;
  }

  std::uint32_t next_filled() const {
    std::uint32_t word = bucket_ / 64;
    std::uint64_t bits = filled_[word] & (~std::uint64_t{0} << bucket_ % 64);
    while (bits == 0) bits = filled_[word = (word + 1) % (buckets / 64)];
    return word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
  }

  std::uint32_t shift_ = smallest_shift;
  std::uint32_t bucket_ = 0;
  std::uint32_t free_ = none;
  std::size_t size_ = 0;
  std::vector<std::uint32_t> first_;
  std::vector<std::uint64_t> filled_;
  std::vector<Slot> slots_;
};

}  // namespace wegwijzer
