// SPDX-License-Identifier: EUPL-1.2
// How the camera was held, which a JPEG says in its EXIF data.
#pragma once

#include <string_view>

namespace wegwijzer::pictures {

// 1 to 8; 1, upright, when it is not said or cannot be read.
int orientation_of_jpeg(std::string_view bytes);

}  // namespace wegwijzer::pictures
