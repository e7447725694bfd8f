// SPDX-License-Identifier: EUPL-1.2
// Writes very many rows: a large block at a time, and after each it tells how far it is and hears whether to
// go on.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>

#include "base/result.h"
#include "exchange/progress.h"

namespace wegwijzer {

class RowWriter {
 public:
  RowWriter(std::ostream& out, std::uint64_t rows, Progress const& progress)
      : out_(out), rows_(rows), progress_(progress) {}

  // Where the next row is added.
  std::string& row() { return block_; }

  // False when it is to stop; whoever writes rows then stops, and finish() fails.
  bool end_row() {
    ++done_;
    return block_.size() < block_size || pass_on();
  }

  // Fails with "file.stopped".
  Done finish();

 private:
  static constexpr std::size_t block_size = 1U << 20U;

  bool pass_on();

  std::ostream& out_;
  std::uint64_t rows_;
  Progress const& progress_;
  std::uint64_t done_ = 0;
  std::string block_;
  bool stopped_ = false;
};

void add_number(std::string& text, std::uint64_t number);

}  // namespace wegwijzer
