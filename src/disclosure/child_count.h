// SPDX-License-Identifier: EUPL-1.2
// How many real children, on its way into a ChildTable. Whoever reads a file makes one of the number it
// finds; from there on only the table knows it: it cannot be printed, compared or asked for.
#pragma once

#include "disclosure/cells.h"

namespace wegwijzer::disclosure {

class ChildCount {
 public:
  explicit ChildCount(Count children = 0) : children_(children) {}

  ChildCount(ChildCount const&) = default;
  ChildCount& operator=(ChildCount const&) = default;

  ~ChildCount() { children_ = 0; }  // not trivial, so that std::bit_cast gives no number either

 private:
  friend class ChildTable;

  Count children_;
};

}  // namespace wegwijzer::disclosure
