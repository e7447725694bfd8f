// SPDX-License-Identifier: EUPL-1.2
// The path of a request as decoded segments: "/aanbod/één" holds "aanbod" and "één". Who holds a Path holds
// one that stays inside: no "." or "..", no slash, backslash or control sign hidden in an encoding.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wegwijzer::http {

class Path {
 public:
  Path() = default;  // "/"

  // Reads "/a/b%20c", without query; fails with "request.bad_path". An empty segment is only good at the end.
  static Result<Path> parse(std::string_view text);

  std::vector<std::string> const& segments() const { return segments_; }

  bool ends_in_slash() const { return ends_in_slash_; }

  std::string text() const;  // encoded again, "/a/b%20c"
  bool operator==(Path const&) const = default;

 private:
  std::vector<std::string> segments_;
  bool ends_in_slash_ = true;
};

}  // namespace wegwijzer::http
