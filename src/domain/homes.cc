// SPDX-License-Identifier: EUPL-1.2
#include "domain/homes.h"

#include <numeric>

#include "base/check.h"

namespace wegwijzer {

namespace {

std::size_t place_of(int age) {
  check(age >= ChildrenByAge::youngest && age <= ChildrenByAge::oldest, "an age is one of 4 to 14");
  return static_cast<std::size_t>(age - ChildrenByAge::youngest);
}

}  // namespace

std::uint8_t& ChildrenByAge::at(int age) {
  return counts_[place_of(age)];
}

int ChildrenByAge::at(int age) const {
  return counts_[place_of(age)];
}

int ChildrenByAge::total() const {
  return std::accumulate(counts_.begin(), counts_.end(), 0);
}

void Homes::add(Home const& home) {
  points_.push_back(home.point);
  dwellings_.push_back(home.dwellings);
  children_.push_back(home.children);
  buurt_.push_back(index_of(home.buurt));
}

Index<AreaCode> Homes::index_of(AreaCode const& buurt) {
  auto const [known, is_new] = known_.try_emplace(buurt, buurten_.size());
  if (is_new) buurten_.push_back(buurt);
  return known->second;
}

Home Homes::operator[](Index<Home> home) const {
  auto const i = home.value();
  return {points_[i], dwellings_[i], children_[i], buurten_[buurt_[i].value()]};
}

}  // namespace wegwijzer
