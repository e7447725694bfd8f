// SPDX-License-Identifier: EUPL-1.2
// A run of bytes under a mark, a version and a checksum (CRC-32), made of whole numbers as varints (seven
// bits a byte, the lowest first). Damage is noticed; reading never goes past the end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/geo_point.h"
#include "base/result.h"

namespace wegwijzer {

struct Seal {
  std::string_view mark;  // four letters
  std::uint8_t version;
  char const* damaged;        // key of the error
  char const* other_version;  // key of the error
};

// Points are written as the difference to the point before, zigzag coded, so most take three or four bytes.
class SealedWriter {
 public:
  explicit SealedWriter(Seal const& seal);
  void number(std::uint64_t value);

  void byte(std::uint8_t value) { bytes_ += static_cast<char>(value); }

  void point(GeoPoint at);
  void text(std::string_view text);
  std::string sealed() &&;

 private:
  void difference(std::int64_t from, std::int64_t to);

  std::string bytes_;
  GeoPoint before_{};
};

// Reads what SealedWriter wrote. Once something is wrong it reads only zeros and is damaged for good.
class SealedReader {
 public:
  static Result<SealedReader> open(std::string_view bytes, Seal const& seal);
  std::uint8_t byte();
  std::uint64_t number();
  // How many things follow; each takes a byte or more, so damaged bytes cannot ask for much memory.
  std::uint64_t count(std::uint64_t bytes_each = 1);
  GeoPoint point();
  std::string_view text();
  void give_up();

  bool damaged() const { return damaged_; }

  bool at_end() const { return !damaged_ && bytes_.empty(); }

 private:
  explicit SealedReader(std::string_view bytes) : bytes_(bytes) {}

  std::int32_t moved(std::int32_t from, std::int64_t limit);

  std::string_view bytes_;
  GeoPoint before_{};
  bool damaged_ = false;
};

}  // namespace wegwijzer
