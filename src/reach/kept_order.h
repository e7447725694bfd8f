// SPDX-License-Identifier: EUPL-1.2
// The order of a graph as bytes, so that it need not be worked out again. Whatever the bytes, what is read is
// a permutation of the nodes, and with any of those all travel times are right.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/geo_point.h"
#include "reach/skeleton.h"

namespace wegwijzer {

// Of all that an order depends on.
std::string order_checksum(Skeleton const& graph, std::span<GeoPoint const> points);

std::string kept_order(std::span<std::uint32_t const> order, std::string_view order_checksum);

std::size_t kept_order_size(std::size_t nodes);

// The order that kept_order() wrote for so many nodes with this checksum, by this version of the program;
// nothing for any other bytes.
std::optional<std::vector<std::uint32_t>> read_kept_order(std::string_view bytes,
                                                          std::string_view order_checksum, std::size_t nodes);

}  // namespace wegwijzer
