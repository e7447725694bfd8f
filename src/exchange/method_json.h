// SPDX-License-Identifier: EUPL-1.2
// How figures were reckoned, for who wants to do it again or doubts it: a JSON document beside them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "domain/area.h"

namespace wegwijzer {

struct MethodIndicator {
  std::string_view name;
  int version = 1;
  std::string_view unit;
  std::string_view of;      // of which part; empty: of the whole
  std::string_view about;   // what it is, in a sentence
  std::string_view source;  // of the formula
};

struct MethodParameter {
  std::string_view name;
  double value = 0;
  double usual = 0;
  std::string_view unit;
  double low = 0;  // the range that the draws try; alike for what is not varied
  double high = 0;
  bool operator==(MethodParameter const&) const = default;
};

struct MethodFile {
  std::string name;
  std::string checksum;
};

struct Method {
  Date day;
  AreaCode place;
  std::string place_name;
  std::string children;  // which are meant: "all", "9-any-any-any"
  std::vector<MethodIndicator> indicators;
  std::vector<MethodParameter> parameters;
  std::string intervals = "there";  // or why the figures have none (yet): "running", "waiting", "tooBusy"
  std::size_t draws = 0;            // 0: it is not known yet how sure the figures are
  std::uint64_t seed = 1;
  double share_of_draws = 0;  // that an interval holds
  std::vector<MethodFile> files;
  std::vector<std::string> sources;  // of streets and areas
  bool made_up = false;              // all of these, by the program
};

std::string write_method_json(Method const& method);

}  // namespace wegwijzer
