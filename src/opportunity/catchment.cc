// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/catchment.h"

#include <bit>

namespace wegwijzer {

namespace {

// Bit n: there are children n years older than the youngest.
std::uint32_t ages_with(ChildCounts const& children) {
  std::uint32_t ages = 0;
  for (std::size_t age = 0; age < children.size(); ++age) {
    if (children[age] > 0) ages |= 1U << age;
  }
  return ages;
}

// Calls visit(n) for each of these ages that fits.
template <class Visit>
void for_each_age(Supply const& supply, std::uint32_t ages, Visit visit) {
  for (auto fitting = supply.ages >> ChildrenByAge::youngest & ages; fitting != 0; fitting &= fitting - 1) {
    visit(static_cast<std::size_t>(std::countr_zero(fitting)));
  }
}

}  // namespace

void Catchment::add(ChildCounts const& children, std::span<WithinReach const> reached) {
  auto const ages = ages_with(children);
  if (ages == 0) return;
  ChildCounts to_choose_from{};
  for (auto const& [supply, decay] : reached) {
    for_each_age(supplies_[supply], ages, [&](std::size_t age) { to_choose_from[age] += decay; });
  }
  ChildCounts parts{};
  for (std::size_t age = 0; age < parts.size(); ++age) {
    if (to_choose_from[age] > 0) parts[age] = children[age] / to_choose_from[age];
  }
  for (auto const& [supply, decay] : reached) {
    double part = 0;
    for_each_age(supplies_[supply], ages, [&](std::size_t age) { part += parts[age]; });
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
