// SPDX-License-Identifier: EUPL-1.2
//   "WWORDERS" | version of this form, 4 bytes | order_version, 4 bytes | order_checksum(), 32 letters |
//   checksum of the rest, 32 letters | the rest: each node, 4 bytes, the first to be contracted first.
// Numbers are little-endian.
#include "reach/kept_order.h"

#include "base/checksum.h"
#include "reach/order.h"

namespace wegwijzer {

namespace {

constexpr std::string_view magic = "WWORDERS";
constexpr std::uint32_t version = 1;
constexpr std::size_t checksum_size = 32;
constexpr std::size_t number_size = 4;
constexpr std::size_t header_size = magic.size() + 2 * number_size + 2 * checksum_size;

void append(std::string& bytes, std::uint32_t number) {
  for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(number >> shift & 0xffU);
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (unsigned byte = 0; byte < number_size; ++byte) {
    number |= std::uint32_t{static_cast<unsigned char>(bytes[at + byte])} << (8 * byte);
  }
  return number;
}

// All before the checksum of the rest.
std::string beginning(std::string_view order_checksum) {
  std::string bytes(magic);
  append(bytes, version);
  append(bytes, order_version);
  return bytes.append(order_checksum);
}

template <class Thing>
std::string checksum_of(std::span<Thing const> things) {
  return checksum({reinterpret_cast<char const*>(things.data()), things.size_bytes()});
}

}  // namespace

std::string order_checksum(Skeleton const& graph, std::span<GeoPoint const> points) {
  return checksum(checksum_of(graph.all_first()) + checksum_of(graph.all_neighbours()) + checksum_of(points));
}

std::size_t kept_order_size(std::size_t nodes) {
  return header_size + number_size * nodes;
}

std::string kept_order(std::span<std::uint32_t const> order, std::string_view order_checksum) {
  std::string rest;
  rest.reserve(number_size * order.size());
  for (auto const node : order) append(rest, node);
  return beginning(order_checksum) + checksum(rest) + rest;
}

std::optional<std::vector<std::uint32_t>> read_kept_order(std::string_view bytes,
                                                          std::string_view order_checksum,
                                                          std::size_t nodes) {
  if (bytes.size() != kept_order_size(nodes) || !bytes.starts_with(beginning(order_checksum))) {
    return std::nullopt;
  }
  auto const rest = bytes.substr(header_size);
  if (bytes.substr(header_size - checksum_size, checksum_size) != checksum(rest)) return std::nullopt;
  std::vector<std::uint32_t> order(nodes);
  std::vector<bool> met(nodes);
  for (std::size_t at = 0; at < nodes; ++at) {
    auto const node = order[at] = number_at(rest, number_size * at);
    if (node >= nodes || met[node]) return std::nullopt;
    met[node] = true;
  }
  return order;
}

}  // namespace wegwijzer
