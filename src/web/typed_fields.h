// SPDX-License-Identifier: EUPL-1.2
// Reads what was typed in a form; what is wrong is noted with its field, and reading goes on.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "http/parameters.h"

namespace wegwijzer::web {

class TypedFields {
 public:
  explicit TypedFields(http::Parameters const& form) : form_(form) {}

  // Without blanks at the ends; line ends as we write them.
  std::string text(std::string_view name) const;

  bool has(std::string_view name) const { return !text(name).empty(); }

  bool ticked(std::string_view name) const { return has(name); }

  // Nothing when the field is empty, or wrong.
  template <class Read>
  auto value(std::string_view name, Read&& read)
      -> std::optional<typename std::invoke_result_t<Read, std::string_view>::value_type> {
    auto const typed = text(name);
    if (typed.empty()) return std::nullopt;
    auto result = read(typed);
    if (result) return *std::move(result);
    wrong(name, std::move(result.error()));
    return std::nullopt;
  }

  // Each of those that are chosen once, in their order.
  template <class Read>
  auto list(std::string_view name, Read&& read) {
    std::vector<typename std::invoke_result_t<Read, std::string_view>::value_type> all;
    for (auto const chosen : form_.all(name)) {
      if (chosen.empty()) continue;
      auto result = read(chosen);
      if (!result) {
        wrong(name, std::move(result.error()));
      } else if (std::find(all.begin(), all.end(), *result) == all.end()) {
        all.push_back(*std::move(result));
      }
    }
    return all;
  }

  void wrong(std::string_view name, Error error) {
    problems_.push_back(in_field(std::move(error), std::string(name)));
  }

  std::vector<Error> const& problems() const { return problems_; }

 private:
  http::Parameters const& form_;
  std::vector<Error> problems_;
};

}  // namespace wegwijzer::web
