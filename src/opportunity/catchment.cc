// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/catchment.h"

namespace wegwijzer {

namespace {

// Calls visit(n) for each age that fits, n years after the youngest.
template <class Visit>
void for_each_age(Supply const& supply, Visit visit) {
  auto const fitting = supply.ages >> ChildrenByAge::youngest;
  for (std::size_t age = 0; age < ChildrenByAge::ages; ++age) {
    if (fitting >> age & 1U) visit(age);
  }
}

}  // namespace

void Catchment::add(ChildCounts const& children, std::span<WithinReach const> reached) {
  ChildCounts to_choose_from{};
  for (auto const& [supply, decay] : reached) {
    for_each_age(supplies_[supply], [&](std::size_t age) { to_choose_from[age] += decay; });
  }
  ChildCounts parts{};
  for (std::size_t age = 0; age < parts.size(); ++age) {
    if (to_choose_from[age] > 0) parts[age] = children[age] / to_choose_from[age];
  }
  for (auto const& [supply, decay] : reached) {
    double part = 0;
    for_each_age(supplies_[supply], [&](std::size_t age) { part += parts[age]; });
    children_[supply] += decay * part;
  }
}

void Catchment::add(Catchment const& others) {
  for (std::size_t supply = 0; supply < children_.size(); ++supply) {
    children_[supply] += others.children_[supply];
  }
}

std::vector<double> Catchment::seats_per_child() const {
  std::vector<double> seats(supplies_.size(), Supply::enough);
  for (std::size_t supply = 0; supply < seats.size(); ++supply) {
    if (children_[supply] > 0) seats[supply] = supplies_[supply].seats / children_[supply];
  }
  return seats;
}

}  // namespace wegwijzer
