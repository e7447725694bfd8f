// SPDX-License-Identifier: EUPL-1.2
// Statistical areas of CBS: gemeente, wijk, buurt, with their key figures. Unknown stays unknown.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/polygon.h"
#include "domain/choice.h"

namespace wegwijzer {

enum class AreaKind { gemeente, wijk, buurt };

template <>
inline constexpr std::array choices<AreaKind> = {std::pair{AreaKind::gemeente, "gemeente"},
                                                 std::pair{AreaKind::wijk, "wijk"},
                                                 std::pair{AreaKind::buurt, "buurt"}};

// "GM0503", "WK050312", "BU05031203": the code says its kind and what it lies in.
class AreaCode {
 public:
  AreaCode() = default;
  static Result<AreaCode> parse(std::string_view text);  // fails with "area.code_invalid"

  std::string const& text() const { return text_; }

  AreaKind kind() const;
  std::optional<AreaCode> within() const;  // the wijk of a buurt, the gemeente of a wijk
  auto operator<=>(AreaCode const&) const = default;

 private:
  explicit AreaCode(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

inline std::string const& text(AreaCode const& code) {
  return code.text();
}

// By the codes: a buurt lies in its wijk and its gemeente, and each in itself.
bool lies_in(AreaCode const& small, AreaCode const& large);

// The smallest area that both lie in; nothing when they are of different gemeenten.
std::optional<AreaCode> around_both(AreaCode const& one, AreaCode const& other);

// The source of an area, a map or names that the program made up.
inline constexpr std::string_view made_up_source = "demo";

struct Area {
  AreaCode code;
  std::string name;
  std::vector<Polygon> outline;           // empty when only figures are known
  std::optional<GeoPoint> label;          // a point inside
  std::map<std::string, double> figures;  // by CBS's name: "population", "pop_0_14"; absent is unknown
  std::string source;
  bool operator==(Area const&) const = default;
};

}  // namespace wegwijzer
