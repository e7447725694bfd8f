// SPDX-License-Identifier: EUPL-1.2
// A provider says yes to a next step, or says again that it is right.
#pragma once

#include <array>

#include "ports/store.h"

namespace wegwijzer {

// Whose yes it is: of the provider of the first offering, of the second, or both.
enum class SaysYes { from, to, both };

template <>
inline constexpr std::array choices<SaysYes> = {
    std::pair{SaysYes::from, "from"}, std::pair{SaysYes::to, "to"}, std::pair{SaysYes::both, "both"}};

// The writer is not yet committed. Fails with "record.missing", and with "agree.refused" for what is
// archived.
Result<StepEdge> agree_on_step(Writer& writer, Id<StepEdge> id, SaysYes who, Date on);

}  // namespace wegwijzer
