// SPDX-License-Identifier: EUPL-1.2
// A dense position inside one computation: 32 bits, never stored, different per kind of thing.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace wegwijzer {

template <class Thing>
class Index {
 public:
  constexpr Index() = default;

  constexpr explicit Index(std::size_t value) : value_(static_cast<std::uint32_t>(value)) {}

  constexpr std::size_t value() const { return value_; }

  constexpr auto operator<=>(Index const&) const = default;

 private:
  std::uint32_t value_ = 0;
};

}  // namespace wegwijzer
