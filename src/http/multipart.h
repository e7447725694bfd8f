// SPDX-License-Identifier: EUPL-1.2
// A form with files, as browsers send it (RFC 7578 and the form-data of the HTML standard), and nothing else
// that the older standards of mail allow: what two programs could read in two ways is refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer::http {

struct Part {
  std::string name;
  std::optional<std::string> file{};  // what the file was called; nothing for a field that is typed
  std::string_view bytes{};           // of the body
};

// What separates the parts, from "multipart/form-data; boundary=…"; nothing for another type.
std::optional<std::string> boundary_of(std::string_view content_type);

// At most so many parts; nothing when the body is anything but parts between boundaries.
std::optional<std::vector<Part>> read_parts(std::string_view body, std::string_view boundary,
                                            std::size_t most_parts);

}  // namespace wegwijzer::http
