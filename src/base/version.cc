// SPDX-License-Identifier: EUPL-1.2
#include "base/version.h"

namespace wegwijzer {

std::string_view program_version() {
  return WEGWIJZER_VERSION;
}

}  // namespace wegwijzer
