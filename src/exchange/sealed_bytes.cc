// SPDX-License-Identifier: EUPL-1.2
#include "exchange/sealed_bytes.h"

#include <zlib.h>

namespace wegwijzer {

namespace {

constexpr std::size_t checksum_size = 4;

std::uint32_t checksum(std::string_view bytes) {
  auto const* const begin = reinterpret_cast<unsigned char const*>(bytes.data());
  return static_cast<std::uint32_t>(crc32_z(0, begin, bytes.size()));
}

std::uint32_t little_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < checksum_size; ++i) {
    value |= std::uint32_t{static_cast<std::uint8_t>(bytes[i])} << (8 * i);
  }
  return value;
}

}  // namespace

SealedWriter::SealedWriter(Seal const& seal) : bytes_(seal.mark) {
  byte(seal.version);
}

void SealedWriter::number(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
  bytes_ += static_cast<char>(value);
}

void SealedWriter::difference(std::int64_t from, std::int64_t to) {
  auto const step = to - from;
  number(static_cast<std::uint64_t>(step) << 1 ^ static_cast<std::uint64_t>(step >> 63));
}

void SealedWriter::point(GeoPoint at) {
  difference(before_.latitude, at.latitude);
  difference(before_.longitude, at.longitude);
  before_ = at;
}

void SealedWriter::text(std::string_view text) {
  number(text.size());
  bytes_ += text;
}

std::string SealedWriter::sealed() && {
  auto const sum = checksum(bytes_);
  for (std::size_t i = 0; i < checksum_size; ++i) bytes_ += static_cast<char>(sum >> (8 * i));
  return std::move(bytes_);
}

Result<SealedReader> SealedReader::open(std::string_view bytes, Seal const& seal) {
  auto const head = seal.mark.size() + 1;
  if (bytes.size() < head + checksum_size || !bytes.starts_with(seal.mark)) {
    return fail(Fault::invalid, seal.damaged);
  }
  auto const content = bytes.substr(0, bytes.size() - checksum_size);
  if (little_endian(bytes.substr(content.size())) != checksum(content)) {
    return fail(Fault::invalid, seal.damaged);
  }
  if (static_cast<std::uint8_t>(bytes[seal.mark.size()]) != seal.version) {
    return fail(Fault::invalid, seal.other_version);
  }
  return SealedReader(content.substr(head));
}

void SealedReader::give_up() {
  damaged_ = true;
  bytes_ = {};
}

std::uint8_t SealedReader::byte() {
  if (bytes_.empty()) return give_up(), 0;
  auto const value = static_cast<std::uint8_t>(bytes_.front());
  bytes_.remove_prefix(1);
  return value;
}

std::uint64_t SealedReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 63; shift += 7) {
    auto const part = byte();
    value |= std::uint64_t{part & 0x7fU} << shift;
    if (part < 0x80) return value;
  }
  return give_up(), 0;
}

std::uint64_t SealedReader::count(std::uint64_t bytes_each) {
  auto const value = number();
  if (value > bytes_.size() / bytes_each) return give_up(), 0;
  return value;
}

std::int32_t SealedReader::moved(std::int32_t from, std::int64_t limit) {
  auto const coded = number();
  auto const step = static_cast<std::int64_t>(coded >> 1) ^ -static_cast<std::int64_t>(coded & 1);
  if (step < -2 * limit || step > 2 * limit) return give_up(), 0;
  auto const to = from + step;
  if (to < -limit || to > limit) return give_up(), 0;
  return static_cast<std::int32_t>(to);
}

GeoPoint SealedReader::point() {
  before_.latitude = moved(before_.latitude, 900'000'000);
  before_.longitude = moved(before_.longitude, 1'800'000'000);
  return before_;
}

std::string_view SealedReader::text() {
  auto const size = count();
  auto const found = bytes_.substr(0, size);
  bytes_.remove_prefix(size);
  return found;
}

}  // namespace wegwijzer
