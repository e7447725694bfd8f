// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/set_cover.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>

namespace wegwijzer {

namespace {

using HeldBy = std::vector<std::vector<std::uint32_t>>;

constexpr std::size_t enough = 1'000'000;

bool covers(HeldBy const& held_by, std::uint32_t chosen) {
  return std::ranges::all_of(held_by, [&](auto const& holders) {
    return std::ranges::any_of(holders, [&](std::uint32_t set) { return chosen >> set & 1; });
  });
}

bool covers(HeldBy const& held_by, std::vector<std::uint32_t> const& chosen) {
  std::uint32_t bits = 0;
  for (auto const set : chosen) bits |= 1U << set;
  return covers(held_by, bits);
}

// Every choice of sets, one after the other.
std::size_t slow_smallest(HeldBy const& held_by, std::size_t sets) {
  auto fewest = sets;
  for (std::uint32_t chosen = 0; chosen < 1U << sets; ++chosen) {
    if (covers(held_by, chosen))
      fewest = std::min<std::size_t>(fewest, static_cast<std::size_t>(std::popcount(chosen)));
  }
  return fewest;
}

HeldBy any_elements(std::size_t sets) {
  HeldBy held_by(*rc::gen::inRange<std::size_t>(0, 14));
  for (auto& holders : held_by) {
    for (std::uint32_t set = 0; set < sets; ++set) {
      if (*rc::gen::inRange(0, 4) == 0) holders.push_back(set);
    }
    if (holders.empty())
      holders.push_back(*rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(sets)));
  }
  return held_by;
}

}  // namespace

TEST(SetCover, of_nothing_is_nothing) {
  auto const cover = smallest_cover({}, 3, enough);
  EXPECT_TRUE(cover.chosen.empty());
  EXPECT_TRUE(cover.shortest());
}

TEST(SetCover, takes_who_is_the_only_one_and_the_first_of_equals) {
  // 0 and 1 hold the same two elements; only 2 holds the third.
  auto const cover = smallest_cover({{0, 1}, {0, 1}, {2}}, 3, enough);
  EXPECT_EQ(cover.chosen, (std::vector<std::uint32_t>{0, 2}));
  EXPECT_TRUE(cover.shortest());
}

TEST(SetCover, is_shorter_than_always_taking_the_largest) {
  // Set 0 holds four of the six; sets 1 and 2 hold three each and together all; 3 and 4 one each.
  HeldBy const held_by{{0, 1}, {0, 1}, {1, 3}, {0, 2}, {0, 2}, {2, 4}};
  auto const cover = smallest_cover(held_by, 5, enough);
  EXPECT_EQ(cover.chosen, (std::vector<std::uint32_t>{1, 2}));
  EXPECT_TRUE(cover.shortest());
}

TEST(SetCover, that_ran_out_of_steps_says_how_few_it_might_be) {
  // A ring of seven: each set holds two neighbours, so four are needed; of independent elements there are
  // three.
  HeldBy ring;
  for (std::uint32_t i = 0; i < 7; ++i) ring.push_back({i, (i + 1) % 7});
  auto const stopped = smallest_cover(ring, 7, 0);
  EXPECT_TRUE(covers(ring, stopped.chosen));
  EXPECT_LE(stopped.at_least, 4U);
  EXPECT_GE(stopped.at_least, 3U);
  auto const whole = smallest_cover(ring, 7, enough);
  EXPECT_EQ(whole.chosen.size(), 4U);
  EXPECT_TRUE(whole.shortest());
}

RC_GTEST_PROP(SetCover, is_as_small_as_the_best_of_all_choices, ()) {
  auto const sets = *rc::gen::inRange<std::size_t>(1, 10);
  auto const held_by = any_elements(sets);
  auto const cover = smallest_cover(held_by, sets, enough);
  RC_ASSERT(covers(held_by, cover.chosen));
  RC_ASSERT(cover.shortest());
  RC_ASSERT(cover.chosen.size() == slow_smallest(held_by, sets));
}

RC_GTEST_PROP(SetCover, with_few_steps_never_says_more_is_needed_than_is, ()) {
  auto const sets = *rc::gen::inRange<std::size_t>(1, 10);
  auto const held_by = any_elements(sets);
  auto const cover = smallest_cover(held_by, sets, *rc::gen::inRange<std::size_t>(0, 4));
  RC_ASSERT(covers(held_by, cover.chosen));
  RC_ASSERT(cover.at_least <= slow_smallest(held_by, sets));
}

}  // namespace wegwijzer
