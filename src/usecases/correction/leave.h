// SPDX-License-Identifier: EUPL-1.2
// "Klopt er iets niet?": a visitor says what is wrong on a page; a coordinator reads it later.
#pragma once

#include <string_view>

#include "ports/store.h"

namespace wegwijzer {

// Keeps the message with the page it is about and the day, nothing about the visitor. The writer is not yet
// committed. Fails with "correction.empty", "correction.too_long" (1,000 letters) or
// "correction.page_invalid".
Result<Correction> leave_correction(Writer& writer, std::string_view page, std::string_view message,
                                    Date today);

}  // namespace wegwijzer
