// SPDX-License-Identifier: EUPL-1.2
#include "http/multipart.h"

#include <algorithm>
#include <cstring>

#include "base/words.h"
#include "http/headers.h"

namespace wegwijzer::http {

namespace {

constexpr std::size_t longest_boundary = 70;  // RFC 2046, 5.1.1
constexpr std::size_t longest_head = 2'048;   // of a part
constexpr std::string_view line_end = "\r\n";

bool boundary_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("'()+_,-./:=?").find(c) != std::string_view::npos;
}

bool took(std::string_view& text, std::string_view beginning) {
  bool const begins = text.starts_with(beginning);
  if (begins) text.remove_prefix(beginning.size());
  return begins;
}

// Everything before `end`, which is taken too; nothing when it is not there within `most` bytes.
std::optional<std::string_view> take_until(std::string_view& text, std::string_view end,
                                           std::size_t most = std::string_view::npos) {
  auto const looked_at = text.substr(0, std::min(text.size(), most));
  if (looked_at.empty()) return std::nullopt;
  auto const* const found = static_cast<char const*>(
      memmem(looked_at.data(), looked_at.size(), end.data(), end.size()));  // pictures are large
  if (found == nullptr) return std::nullopt;
  auto const before = text.substr(0, static_cast<std::size_t>(found - text.data()));
  text.remove_prefix(before.size() + end.size());
  return before;
}

// Browsers write a quote and the ends of lines within a name as %22, %0D and %0A, and escape nothing else.
std::optional<std::string> quoted(std::string_view& text) {
  if (!took(text, "\"")) return std::nullopt;
  auto const name = take_until(text, "\"");
  bool const plain = name && valid_utf8(*name) && std::ranges::none_of(*name, [](char c) {
                       auto const byte = static_cast<unsigned char>(c);
                       return byte < 0x20 || byte == 0x7f;
                     });
  return plain ? std::optional<std::string>(*name) : std::nullopt;
}

// `form-data; name="…"; filename="…"`
std::optional<Part> read_disposition(std::string_view text) {
  Part part;
  if (!took(text, "form-data; name=")) return std::nullopt;
  auto name = quoted(text);
  if (!name) return std::nullopt;
  part.name = *std::move(name);
  if (text.empty()) return part;
  if (!took(text, "; filename=")) return std::nullopt;
  part.file = quoted(text);
  return part.file && text.empty() ? std::optional(part) : std::nullopt;
}

std::optional<Part> read_head(std::string_view head) {
  std::optional<Part> part;
  while (!head.empty()) {
    auto const line = take_until(head, line_end);
    auto rest = line.value_or("");
    auto const name = take_until(rest, ": ");
    if (!name) return std::nullopt;
    if (same_name(*name, "Content-Type")) continue;  // the bytes themselves say what they are
    if (part || !same_name(*name, "Content-Disposition")) return std::nullopt;
    part = read_disposition(rest);
    if (!part) return std::nullopt;
  }
  return part;
}

std::optional<Part> read_part(std::string_view& body, std::string const& separator) {
  auto const* const begin = body.data();
  if (!take_until(body, "\r\n\r\n", longest_head)) return std::nullopt;
  auto part = read_head({begin, static_cast<std::size_t>(body.data() - begin) - line_end.size()});
  auto const bytes = take_until(body, separator);
  if (!part || !bytes) return std::nullopt;
  part->bytes = *bytes;
  return part;
}

}  // namespace

std::optional<std::string> boundary_of(std::string_view content_type) {
  auto const semicolon = std::min(content_type.find(';'), content_type.size());
  if (!same_name(trimmed(content_type.substr(0, semicolon)), "multipart/form-data")) return std::nullopt;
  auto said = trimmed(content_type.substr(std::min(semicolon + 1, content_type.size())));
  if (!took(said, "boundary=")) return std::nullopt;
  if (said.size() > 1 && said.starts_with('"') && said.ends_with('"')) said = said.substr(1, said.size() - 2);
  bool const sound =
      !said.empty() && said.size() <= longest_boundary && std::ranges::all_of(said, boundary_sign);
  return sound ? std::optional<std::string>(said) : std::nullopt;
}

std::optional<std::vector<Part>> read_parts(std::string_view body, std::string_view boundary,
                                            std::size_t most_parts) {
  auto const first = "--" + std::string(boundary), separator = std::string(line_end) + first;
  std::vector<Part> parts;
  if (!took(body, first)) return std::nullopt;
  while (took(body, line_end)) {
    auto part = read_part(body, separator);
    if (!part || parts.size() == most_parts) return std::nullopt;
    parts.push_back(*std::move(part));
  }
  if (!took(body, "--")) return std::nullopt;
  took(body, line_end);
  return body.empty() ? std::optional(std::move(parts)) : std::nullopt;
}

}  // namespace wegwijzer::http
