// SPDX-License-Identifier: EUPL-1.2
// Measuring by sample takes a while: it tells after each step, and hears whether to go on.
#pragma once

#include <functional>

namespace wegwijzer {

using Step = std::function<bool()>;  // called after each thing measured; false stops

}  // namespace wegwijzer
