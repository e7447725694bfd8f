// SPDX-License-Identifier: EUPL-1.2
// How many children felt welcome, as somebody wrote down after a show of hands (docs/manual/bestanden.md):
// one row is one activity, and a file is of one period. The numbers are of real children: they go on to
// disclosure::publish and nowhere else.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/time.h"
#include "exchange/import.h"

namespace wegwijzer {

// Of those who answered "Did you feel welcome?"; a little and not at all are one answer
// (docs/decisions/0044).
struct WelcomeAnswers {
  std::int64_t yes = 0;
  std::int64_t not_quite = 0;
  bool operator==(WelcomeAnswers const&) const = default;
};

struct FeedbackRow {
  std::size_t line = 0;
  std::string organisation;  // by name
  std::string offering;      // its number in the spreadsheet of offerings, or its title
  Date first;                // of the period; the same in every row
  Date last;
  std::optional<WelcomeAnswers> answers;  // nothing while nobody was asked
};

Result<Import<FeedbackRow>> read_feedback_csv(std::string_view bytes);

std::string write_feedback_csv(std::span<FeedbackRow const> rows);

}  // namespace wegwijzer
