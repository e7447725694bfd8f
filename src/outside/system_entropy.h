// SPDX-License-Identifier: EUPL-1.2
// The generator of chance of the machine we run on.
#pragma once

#include "ports/entropy.h"

namespace wegwijzer {

class SystemEntropy : public Entropy {
 public:
  std::uint64_t next() override;
};

}  // namespace wegwijzer
