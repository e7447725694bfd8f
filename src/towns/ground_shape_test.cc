// SPDX-License-Identifier: EUPL-1.2
#include "towns/ground_shape.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/fictional_towns.h"

namespace wegwijzer::towns {

namespace {

GroundShape const& ground() {
  static GroundShape const shape(Seed(7), {{{0, 0}, 420}, {{9'000, -4'000}, 420}});
  return shape;
}

Point a_point(int reach) {
  auto const metres = [&] { return *rc::gen::inRange(-reach * 100, reach * 100) / 100.0; };
  return {metres(), metres()};
}

}  // namespace

RC_GTEST_PROP(Noise, lies_between_minus_one_and_one_and_does_not_jump, (std::uint32_t seed)) {
  Noise const noise(Random(seed), 100);
  auto const at = a_point(1'000);
  RC_ASSERT(std::abs(noise.at(at)) <= 1);
  // The steepest blend of two values 2 apart over 100 m rises 1.5 × 2 / 100 m, in two directions at once.
  RC_ASSERT(std::abs(noise.at(at + Point{0.01, 0.01}) - noise.at(at)) < 0.0007);
}

TEST(GroundShape, does_not_displace_far) {
  double farthest = 0;
  for (double x = -12'000; x < 12'000; x += 130) {
    for (double y = -12'000; y < 12'000; y += 130) {
      auto const shift = ground().bent(Point{x, y}) - Point{x, y};
      // 120 + 22 + 16 m when all three chances are at their utmost.
      ASSERT_LE(std::max(std::abs(shift.x), std::abs(shift.y)), 158);
      farthest = std::max(farthest, length(shift));
    }
  }
  EXPECT_LE(farthest, 224);  // 158 × √2; seldom more than 180
  EXPECT_GT(farthest, 60);
}

RC_GTEST_PROP(GroundShape, bends_a_line_between_its_bent_ends, ()) {
  auto const from = a_point(12'000), to = from + a_point(900);
  auto const line = ground().bent(from, to), back = ground().bent(to, from);
  RC_ASSERT(line.size() >= 2);
  RC_ASSERT(line.front() == ground().bent(from));
  RC_ASSERT(line.back() == ground().bent(to));
  RC_ASSERT(back.front() == line.back());
  RC_ASSERT(back.back() == line.front());
}

RC_GTEST_PROP(GroundShape, leaves_out_no_bend, ()) {
  auto const from = a_point(12'000), to = from + a_point(900);
  auto const line = ground().bent(from, to);
  for (double share = 0; share <= 1; share += 0.02) {
    auto const at = ground().bent(between(from, to, share));
    auto least = 1e9;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
      least = std::min(least, from_stretch(at, line[i], line[i + 1]));
    // 0.4 m beside the points every 30 m; between two of these the ground bends no sharper than a circle of
    // 75 m, so 30² / (8 × 75) = 1.5 m more.
    RC_ASSERT(least < 1.9);
  }
}

RC_GTEST_PROP(GroundShape, does_not_fold, ()) {
  auto const at = a_point(12'000);
  auto const here = ground().bent(at);
  auto const east = ground().bent(at + Point{1, 0}) - here, north = ground().bent(at + Point{0, 1}) - here;
  RC_ASSERT(cross(east, north) > 0.1);
}

RC_GTEST_PROP(OnEarth, keeps_distances, ()) {
  auto const one = a_point(20'000), other = one + a_point(2'000);
  auto const metres = distance(one, other);
  RC_PRE(metres > 20);
  RC_ASSERT(std::abs(wegwijzer::distance(on_earth(one), on_earth(other)).value / metres - 1) < 0.003);
}

TEST(OnEarth, lies_in_the_sea) {
  // North of Dogger Bank.
  auto const middle = on_earth({0, 0});
  EXPECT_NEAR(middle.latitude_degrees(), 55.2, 1e-6);
  EXPECT_NEAR(middle.longitude_degrees(), 3.4, 1e-6);
}

}  // namespace wegwijzer::towns
