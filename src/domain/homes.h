// SPDX-License-Identifier: EUPL-1.2
// Where people live: the front doors of a region with the children behind them, as flat columns. Made by a
// generator or from public statistics; never a record about somebody.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "base/geo_point.h"
#include "base/index.h"
#include "domain/area.h"

namespace wegwijzer {

// How many children of each age, from 4 to 14.
class ChildrenByAge {
 public:
  static constexpr int youngest = 4;
  static constexpr int oldest = 14;
  static constexpr std::size_t ages = oldest - youngest + 1;

  ChildrenByAge() = default;

  explicit ChildrenByAge(std::array<std::uint8_t, ages> counts) : counts_(counts) {}

  std::uint8_t& at(int age);
  int at(int age) const;
  int total() const;

  std::array<std::uint8_t, ages> const& counts() const { return counts_; }  // the first is of age 4

  auto operator<=>(ChildrenByAge const&) const = default;

 private:
  std::array<std::uint8_t, ages> counts_{};
};

struct Home {
  GeoPoint point;
  std::uint16_t dwellings = 1;  // behind this one point
  ChildrenByAge children;
  AreaCode buurt;
  bool operator==(Home const&) const = default;
};

class Homes {
 public:
  void add(Home const& home);

  std::size_t size() const { return points_.size(); }

  Home operator[](Index<Home> home) const;

  // Columns, all of size().
  std::vector<GeoPoint> const& points() const { return points_; }

  std::vector<std::uint16_t> const& dwellings() const { return dwellings_; }

  std::vector<ChildrenByAge> const& children() const { return children_; }

  std::vector<Index<AreaCode>> const& buurt() const { return buurt_; }

  // The table that buurt() points into, in the order in which they first came.
  std::vector<AreaCode> const& buurten() const { return buurten_; }

  bool operator==(Homes const&) const = default;

 private:
  Index<AreaCode> index_of(AreaCode const& buurt);

  std::vector<GeoPoint> points_;
  std::vector<std::uint16_t> dwellings_;
  std::vector<ChildrenByAge> children_;
  std::vector<Index<AreaCode>> buurt_;
  std::vector<AreaCode> buurten_;
  std::map<AreaCode, Index<AreaCode>> known_;
};

}  // namespace wegwijzer
