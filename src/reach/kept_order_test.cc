// SPDX-License-Identifier: EUPL-1.2
#include "reach/kept_order.h"

#include <gtest/gtest.h>

#include "base/checksum.h"
#include "kit/made_world.h"
#include "reach/order.h"
#include "reach/prepare.h"

namespace wegwijzer {

namespace {

using Order = std::vector<std::uint32_t>;

std::string const of(32, 'c');

// Says what happens, and has what it is given.
struct Shelf : OrderShelf {
  std::string bytes;
  int refused = 0;
  int kept = 0;

  Result<std::string> find(std::size_t most_bytes) override {
    if (bytes.empty() || bytes.size() > most_bytes) return fail(Fault::missing, "cache.unreadable");
    return bytes;
  }

  void refuse() override { ++refused; }

  void keep(std::string_view written) override {
    bytes = written;
    ++kept;
  }
};

}  // namespace

TEST(KeptOrder, comes_back_as_it_was) {
  Order const order{2, 0, 3, 1};
  EXPECT_EQ(read_kept_order(kept_order(order, of), of, 4), order);
  EXPECT_EQ(kept_order(order, of).size(), kept_order_size(4));
  EXPECT_EQ(read_kept_order(kept_order(Order{}, of), of, 0), Order{});
}

TEST(KeptOrder, is_refused_for_other_streets_or_when_any_byte_is_another_or_is_lacking) {
  auto const bytes = kept_order(Order{2, 0, 3, 1}, of);
  EXPECT_FALSE(read_kept_order(bytes, std::string(32, 'd'), 4));
  EXPECT_FALSE(read_kept_order(bytes, of, 5));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    EXPECT_FALSE(read_kept_order(bytes.substr(0, at), of, 4)) << at;
    for (unsigned bit = 0; bit < 8; ++bit) {
      auto flipped = bytes;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
      EXPECT_FALSE(read_kept_order(flipped, of, 4)) << at;
    }
  }
}

TEST(KeptOrder, is_refused_when_it_names_a_node_twice_or_one_that_is_not_there) {
  EXPECT_FALSE(read_kept_order(kept_order(Order{2, 0, 2, 1}, of), of, 4));
  EXPECT_FALSE(read_kept_order(kept_order(Order{2, 0, 4, 1}, of), of, 4));
}

TEST(KeptOrder, has_another_checksum_for_other_links_or_other_points) {
  std::vector<Skeleton::Link> const links{{0, 1}, {1, 2}}, others{{0, 1}, {0, 2}};
  std::vector<GeoPoint> const points{{0, 0}, {1, 0}, {2, 0}}, moved{{0, 0}, {1, 0}, {2, 1}};
  auto const sum = order_checksum(Skeleton(3, links), points);
  EXPECT_EQ(sum, order_checksum(Skeleton(3, links), points));
  EXPECT_NE(sum, order_checksum(Skeleton(3, others), points));
  EXPECT_NE(sum, order_checksum(Skeleton(3, links), moved));
}

TEST(KeptOrder, gives_the_same_contraction_as_an_order_made_anew) {
  auto const streets = MadeWorld(1'500).streets();
  auto const anew = contraction_of(*streets, 1);
  Shelf shelf;
  EXPECT_EQ(*contraction_of(*streets, 1, {}, &shelf), *anew);
  EXPECT_EQ(shelf.kept, 1);
  EXPECT_EQ(*contraction_of(*streets, 1, {}, &shelf), *anew);
  EXPECT_EQ(shelf.kept, 1);
  EXPECT_EQ(shelf.refused, 0);
  shelf.bytes[100] = static_cast<char>(shelf.bytes[100] ^ 1);
  EXPECT_EQ(*contraction_of(*streets, 1, {}, &shelf), *anew);
  EXPECT_EQ(shelf.kept, 2);
  EXPECT_EQ(shelf.refused, 1);
}

TEST(Preparing, tells_of_every_node_in_both_steps_and_stops_when_either_throws) {
  struct Enough {};

  auto const streets = MadeWorld(1'500).streets();
  std::vector<std::size_t> done;
  PrepareWatch watch;
  watch.begin = [&](PrepareStep, std::size_t) { done.push_back(0); };
  watch.add = [&](std::size_t nodes) { done.back() += nodes; };
  contraction_of(*streets, 1, watch);
  EXPECT_EQ(done, std::vector<std::size_t>(2, streets->node_count()));
  for (std::size_t const step : {1U, 2U}) {
    done.clear();
    watch.add = [&](std::size_t) {
      if (done.size() == step) throw Enough();
    };
    EXPECT_THROW(contraction_of(*streets, 1, watch), Enough);
  }
}

}  // namespace wegwijzer
