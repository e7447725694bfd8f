// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/catchment.h"

#include <algorithm>
#include <array>
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

// So many ages are looked at together, by which of them a supply suits: each is then added once.
constexpr std::size_t ages_at_once = 4;
using BySet = std::array<double, std::size_t{1} << ages_at_once>;

bool suits(std::size_t set, std::size_t age) {
  return (set >> age & 1U) != 0;
}

// By set the parts of all its children that come to a supply with nothing lost on the way.
BySet parts_of(std::span<double const> children, BySet const& to_choose_from) {
  BySet parts{};
  for (std::size_t age = 0; age < children.size(); ++age) {
    double whole = 0;
    for (std::size_t set = 0; set < parts.size(); ++set) whole += suits(set, age) ? to_choose_from[set] : 0;
    if (whole <= 0) continue;
    for (std::size_t set = 0; set < parts.size(); ++set) {
      parts[set] += suits(set, age) ? children[age] / whole : 0;
    }
  }
  return parts;
}

}  // namespace

Catchment::Catchment(std::span<Supply const> supplies) : children_(supplies.size()) {
  for (auto const& [seats, ages] : supplies) {
    seats_.push_back(seats);
    ages_.push_back(ages >> ChildrenByAge::youngest);
  }
}

void Catchment::add(ChildCounts const& children, std::span<WithinReach const> reached) {
  for (auto ages = ages_with(children); ages != 0;) {
    auto const youngest = static_cast<std::size_t>(std::countr_zero(ages));
    add(children, youngest, reached);
    ages &= ~std::uint32_t{0} << (youngest + ages_at_once);
  }
}

// Those of some ages from the youngest on.
void Catchment::add(ChildCounts const& children, std::size_t youngest, std::span<WithinReach const> reached) {
  auto const set = [&](std::uint32_t supply) { return ages_[supply] >> youngest & (BySet().size() - 1); };
  BySet to_choose_from{};
  for (auto const& [first, end, decay] : reached) {
    for (auto supply = first; supply < end; ++supply) to_choose_from[set(supply)] += decay;
  }
  auto const count = std::min(ages_at_once, children.size() - youngest);
  auto const parts = parts_of(std::span(children).subspan(youngest, count), to_choose_from);
  for (auto const& [first, end, decay] : reached) {
    for (auto supply = first; supply < end; ++supply) children_[supply] += decay * parts[set(supply)];
  }
}

void Catchment::add(Catchment const& others) {
  for (std::size_t supply = 0; supply < children_.size(); ++supply) {
    children_[supply] += others.children_[supply];
  }
}

std::vector<double> Catchment::seats_per_child() const {
  std::vector<double> seats(seats_.size(), Supply::enough);
  for (std::size_t supply = 0; supply < seats.size(); ++supply) {
    if (children_[supply] > 0) seats[supply] = seats_[supply] / children_[supply];
  }
  return seats;
}

}  // namespace wegwijzer
