// SPDX-License-Identifier: EUPL-1.2
// The steps by which a reach is found, and how whoever waits hears of them.
#pragma once

#include <array>
#include <cstdint>

#include "domain/choice.h"
#include "usecases/step_count.h"

namespace wegwijzer {

enum class ReachStep : std::uint8_t { load, order, contract, customise, snap, index, query, write };

template <>
inline constexpr std::array choices<ReachStep> = {
    std::pair{ReachStep::load, "load"},         std::pair{ReachStep::order, "order"},
    std::pair{ReachStep::contract, "contract"}, std::pair{ReachStep::customise, "customise"},
    std::pair{ReachStep::snap, "snap"},         std::pair{ReachStep::index, "index"},
    std::pair{ReachStep::query, "query"},       std::pair{ReachStep::write, "write"}};

using ReachWatch = StepWatch<ReachStep>;
using ReachStepCount = StepCount<ReachStep>;

}  // namespace wegwijzer
