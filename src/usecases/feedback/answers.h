// SPDX-License-Identifier: EUPL-1.2
// The answers that a table of feedback is counted by, as codes of its second dimension.
#pragma once

namespace wegwijzer {

inline constexpr char const* answer_yes = "yes";
inline constexpr char const* answer_not_quite = "not_quite";

}  // namespace wegwijzer
