// SPDX-License-Identifier: EUPL-1.2
// The fields of a query or a form in the order in which they were sent; a name may occur more than once.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wegwijzer::http {

struct Parameter {
  std::string name;
  std::string value;
  bool operator==(Parameter const&) const = default;
};

class Parameters {
 public:
  // Reads application/x-www-form-urlencoded, without "?"; fails with "request.bad_parameters" on a bad
  // encoding, NUL or text that is not UTF-8, and with "request.too_many_parameters" above `most` fields.
  static Result<Parameters> parse(std::string_view text, std::size_t most = 1000);

  void add(std::string name, std::string value) { fields_.push_back({std::move(name), std::move(value)}); }

  // The first value of that name. It lives as long as these parameters, unchanged.
  std::optional<std::string_view> first(std::string_view name) const;
  std::vector<std::string_view> all(std::string_view name) const;

  bool has(std::string_view name) const { return first(name).has_value(); }

  bool empty() const { return fields_.empty(); }

  std::size_t size() const { return fields_.size(); }

  auto begin() const { return fields_.begin(); }

  auto end() const { return fields_.end(); }

  std::string text() const;  // encoded again: "themas=a%20b&themas=c"
  bool operator==(Parameters const&) const = default;

 private:
  std::vector<Parameter> fields_;
};

}  // namespace wegwijzer::http
