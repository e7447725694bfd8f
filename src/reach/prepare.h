// SPDX-License-Identifier: EUPL-1.2
// What must be known of streets before anything is reached, whatever the profile.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "reach/contraction.h"
#include "streets/streets.h"

namespace wegwijzer {

enum class PrepareStep : std::uint8_t { order, contract };

// How whoever waits hears of it. An exception that one of them throws stops it.
struct PrepareWatch {
  std::function<void(PrepareStep step, std::size_t nodes)> begin{};
  WorkDone add{};  // nodes
};

// Keeps the order of some streets from one run of the program to the next, and may lose it.
class OrderShelf {
 public:
  virtual ~OrderShelf() = default;
  virtual Result<std::string> find(std::size_t most_bytes) = 0;
  virtual void refuse() = 0;  // what was found is not the order of these streets
  virtual void keep(std::string_view bytes) = 0;
};

// The order comes from the shelf when it is there, and else goes there.
std::shared_ptr<Contraction const> contraction_of(Streets const& streets, unsigned threads,
                                                  PrepareWatch const& watch = {},
                                                  OrderShelf* shelf = nullptr);

}  // namespace wegwijzer
