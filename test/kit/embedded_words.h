// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "exchange/vocabulary_csv.h"

namespace wegwijzer {

// The vocabulary that comes with the program.
inline Vocabulary const& words() {
  static auto const vocabulary = read_embedded_vocabulary();
  return vocabulary;
}

}  // namespace wegwijzer
