// SPDX-License-Identifier: EUPL-1.2
#include "exchange/row_writer.h"

#include <array>
#include <charconv>

namespace wegwijzer {

bool RowWriter::pass_on() {
  out_ << block_;
  block_.clear();
  stopped_ = stopped_ || (progress_ && !progress_(done_, rows_));
  return !stopped_ && out_.good();
}

Done RowWriter::finish() {
  pass_on();
  if (stopped_) return fail(Fault::unavailable, "file.stopped");
  return {};  // a disk that is full is seen by who closes the file
}

void add_number(std::string& text, std::uint64_t number) {
  std::array<char, 20> digits{};
  auto const [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  text.append(digits.data(), end);
}

}  // namespace wegwijzer
