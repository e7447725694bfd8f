// SPDX-License-Identifier: EUPL-1.2
// What the process apart says, as bytes. Its reader trusts nothing: that process may be somebody else's by
// now.
#pragma once

#include <string>
#include <string_view>

#include "pictures/reencode.h"

namespace wegwijzer::pictures {

inline constexpr std::size_t most_answer_bytes = std::size_t{8} << 20U;

// What stands for any answer that no sound process gives.
inline tl::unexpected<Error> stopped() {
  return fail(Fault::invalid, "picture.stopped");
}

std::string write_answer(Result<Renditions> const& made);

// Fails with what was written, and as stopped() for anything that no sound process writes.
Result<Renditions> read_answer(std::string_view bytes);

}  // namespace wegwijzer::pictures
