// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/catchment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

namespace wegwijzer {

namespace {

using testing::DoubleEq;
using testing::ElementsAre;

struct House {
  ChildCounts children{};
  std::vector<WithinReach> reached;
};

struct Village {
  std::vector<Supply> supplies;
  std::vector<House> houses;
};

std::size_t place_of(int age) {
  return static_cast<std::size_t>(age - ChildrenByAge::youngest);
}

ChildCounts children_of(int age, double count) {
  ChildCounts children{};
  children[place_of(age)] = count;
  return children;
}

std::uint32_t ages(int from, int to) {
  std::uint32_t bits = 0;
  for (int age = from; age <= to; ++age) bits |= 1U << static_cast<unsigned>(age);
  return bits;
}

Village any_village() {
  Village village;
  village.supplies.resize(*rc::gen::inRange<std::size_t>(1, 6));
  for (auto& supply : village.supplies) {
    int const from = *rc::gen::inRange(3, 15);
    supply = {static_cast<double>(*rc::gen::inRange(0, 40)), ages(from, from + *rc::gen::inRange(0, 9))};
  }
  village.houses.resize(*rc::gen::inRange<std::size_t>(0, 8));
  for (auto& house : village.houses) {
    for (int age = ChildrenByAge::youngest; age <= ChildrenByAge::oldest; ++age) {
      house.children[place_of(age)] = *rc::gen::inRange(0, 4);
    }
    auto const count = static_cast<std::uint32_t>(village.supplies.size());
    for (std::uint32_t first = 0, end = 0; first < count; first = end) {
      end = std::min(count, first + *rc::gen::inRange(1U, 4U));
      if (auto const tenths = *rc::gen::inRange(-3, 11); tenths > 0)
        house.reached.push_back({first, end, tenths / 10.0});
    }
  }
  return village;
}

Catchment catchment_of(Village const& village) {
  Catchment catchment(village.supplies);
  for (auto const& house : village.houses) catchment.add(house.children, house.reached);
  return catchment;
}

bool fits(Supply const& supply, int age) {
  return (supply.ages >> age & 1U) != 0;
}

// Calls visit(supply, decay) for each that a house reaches and that fits the age.
template <class Visit>
void for_each_fitting(Village const& village, House const& house, int age, Visit visit) {
  for (auto const& [first, end, decay] : house.reached) {
    for (auto supply = first; supply < end; ++supply) {
      if (fits(village.supplies[supply], age)) visit(supply, decay);
    }
  }
}

// Calls visit(house, age, whole) for every single child, with the sum of the decays that it chooses from.
template <class Visit>
void for_each_child(Village const& village, Visit visit) {
  for (auto const& house : village.houses) {
    for (int age = ChildrenByAge::youngest; age <= ChildrenByAge::oldest; ++age) {
      double whole = 0;
      for_each_fitting(village, house, age, [&](std::uint32_t, double decay) { whole += decay; });
      for (int child = 0; child < house.children[place_of(age)]; ++child) visit(house, age, whole);
    }
  }
}

// Child by child, as the formula is written.
std::vector<double> slow_children(Village const& village) {
  std::vector<double> children(village.supplies.size());
  for_each_child(village, [&](House const& house, int age, double whole) {
    for_each_fitting(village, house, age,
                     [&](std::uint32_t supply, double decay) { children[supply] += decay / whole; });
  });
  return children;
}

bool to_the_last_digits(double a, double b) {
  return std::abs(a - b) <= 1e-12 * std::max(1.0, std::abs(b));
}

}  // namespace

// Two children of nine live between a club of 10 seats and a library with room for 3; six more reach only the
// library. The two are parted 1 : 1/2, so 4/3 come to the club, and 2/3 + 6 to the library.
TEST(Catchment, is_worked_out_by_hand) {
  Catchment catchment(std::vector<Supply>{{10, ages(8, 12)}, {3, ages(4, 12)}});
  catchment.add(children_of(9, 2), std::vector<WithinReach>{{0, 1, 1}, {1, 2, 0.5}});
  catchment.add(children_of(9, 6), std::vector<WithinReach>{{1, 2, 0.25}});
  EXPECT_THAT(catchment.children(), ElementsAre(DoubleEq(4.0 / 3), DoubleEq(20.0 / 3)));
  EXPECT_THAT(catchment.seats_per_child(), ElementsAre(DoubleEq(7.5), DoubleEq(0.45)));
}

TEST(Catchment, counts_children_only_where_they_fit) {
  Catchment catchment(std::vector<Supply>{{10, ages(8, 12)}, {10, ages(4, 6)}, {10, ages(13, 14)}});
  catchment.add(children_of(5, 4), std::vector<WithinReach>{{0, 1, 1}, {1, 2, 0.5}});
  EXPECT_THAT(catchment.children(), ElementsAre(0, 4, 0));
  EXPECT_THAT(catchment.seats_per_child(), ElementsAre(Supply::enough, 2.5, Supply::enough));
}

TEST(Catchment, takes_seats_that_are_not_known_for_enough) {
  Catchment catchment(std::vector<Supply>{{Supply::enough, ages(4, 14)}});
  catchment.add(children_of(5, 200), std::vector<WithinReach>{{0, 1, 0.1}});
  EXPECT_EQ(catchment.seats_per_child().front(), Supply::enough);
}

RC_GTEST_PROP(Catchment, comes_to_what_counting_child_by_child_does, ()) {
  auto const village = any_village();
  auto const fast = catchment_of(village).children();
  auto const slow = slow_children(village);
  for (std::size_t supply = 0; supply < slow.size(); ++supply)
    RC_ASSERT(to_the_last_digits(fast[supply], slow[supply]));
}

// What sets it apart from catchments that are not balanced.
RC_GTEST_PROP(Catchment, counts_each_child_that_reaches_anything_once, ()) {
  auto const village = any_village();
  double reaching = 0;
  for_each_child(village, [&](House const&, int, double whole) { reaching += whole > 0 ? 1 : 0; });
  auto const children = catchment_of(village).children();
  RC_ASSERT(to_the_last_digits(std::accumulate(children.begin(), children.end(), 0.0), reaching));
}

RC_GTEST_PROP(Catchment, gives_nobody_less_for_a_seat_more, ()) {
  auto village = any_village();
  auto const before = catchment_of(village).seats_per_child();
  ++village.supplies[*rc::gen::inRange<std::size_t>(0, village.supplies.size())].seats;
  auto const after = catchment_of(village).seats_per_child();
  for (std::size_t supply = 0; supply < before.size(); ++supply) RC_ASSERT(after[supply] >= before[supply]);
}

}  // namespace wegwijzer
