// SPDX-License-Identifier: EUPL-1.2
// What a JPEG says before the picture itself begins, as segments of a kind each.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace wegwijzer::pictures {

// What follows `begin` in the first segment of that kind that begins so.
std::optional<std::string_view> jpeg_segment(std::string_view bytes, std::size_t kind,
                                             std::string_view begin);

}  // namespace wegwijzer::pictures
