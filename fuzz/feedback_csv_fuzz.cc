// SPDX-License-Identifier: EUPL-1.2
// Feedback that is read without a problem is of one period, and is written and read as the same.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "exchange/feedback_csv.h"

namespace wegwijzer {

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const import = read_feedback_csv(text);
  if (!import) return 0;
  auto const again = read_feedback_csv(write_feedback_csv(import->rows));
  check(again && again->rows.size() == import->rows.size(), "every row is read again");
  for (std::size_t i = 0; i < again->rows.size(); ++i) {
    auto const& was = import->rows[i];
    auto const& is = again->rows[i];
    check(is.organisation == was.organisation && is.offering == was.offering, "whom it is about is the same");
    check(is.first == import->rows[0].first && is.last == import->rows[0].last, "a file is of one period");
    check(is.first <= is.last, "a period ends after it begins");
    check(is.answers == was.answers, "the answers stay the same");
    check(!is.answers || (is.answers->yes >= 0 && is.answers->not_quite >= 0), "nobody is less than none");
  }
  return 0;
}

}  // namespace wegwijzer
