// SPDX-License-Identifier: EUPL-1.2
// Names by which people say where they live: a postcode, a street, an address, a town or part of it.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/geo_point.h"
#include "domain/choice.h"

namespace wegwijzer {

enum class PlaceNameKind { postcode, place, street, address };

template <>
inline constexpr std::array choices<PlaceNameKind> = {
    std::pair{PlaceNameKind::postcode, "postcode"}, std::pair{PlaceNameKind::place, "place"},
    std::pair{PlaceNameKind::street, "street"}, std::pair{PlaceNameKind::address, "address"}};

struct PlaceName {
  PlaceNameKind kind = PlaceNameKind::place;
  std::string name;     // "2611 AB", "Delft", "Oude Delft", "Oude Delft 12"
  std::string context;  // the town it lies in, where known
  GeoPoint point;
  bool operator==(PlaceName const&) const = default;
};

// A Dutch postcode: "2611AB" (six) or, for a whole district, "2611" (four).
class Postcode {
 public:
  static Result<Postcode> parse(std::string_view text);  // "2611 ab"; fails with "postcode.invalid"

  std::string const& text() const { return text_; }  // "2611AB"

  auto operator<=>(Postcode const&) const = default;

 private:
  explicit Postcode(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

}  // namespace wegwijzer
