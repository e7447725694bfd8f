// SPDX-License-Identifier: EUPL-1.2
#include "http/path.h"

#include <algorithm>

#include "http/percent.h"

namespace wegwijzer::http {

namespace {

// Slashes that arrive encoded are refused, since a file or a proxy behind us would read them as a separator.
bool hides_something(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f || c == '/' || c == '\\';
}

bool good_segment(std::string_view segment) {
  return !segment.empty() && segment != "." && segment != ".." &&
         std::ranges::none_of(segment, hides_something);
}

}  // namespace

Result<Path> Path::parse(std::string_view text) {
  auto const bad = fail(Fault::invalid, "request.bad_path");
  if (!text.starts_with('/')) return bad;
  text.remove_prefix(1);
  Path path;
  while (!text.empty()) {
    auto const end = text.find('/');
    auto segment = percent_decoded(text.substr(0, end));
    if (!segment || !good_segment(*segment)) return bad;
    path.segments_.push_back(std::move(*segment));
    path.ends_in_slash_ = end != std::string_view::npos;
    text.remove_prefix(path.ends_in_slash_ ? end + 1 : text.size());
  }
  return path;
}

std::string Path::text() const {
  std::string out;
  for (auto const& segment : segments_) out += '/' + percent_encoded(segment);
  if (ends_in_slash_) out += '/';
  return out;
}

}  // namespace wegwijzer::http
