// SPDX-License-Identifier: EUPL-1.2
// How many children felt welcome, as somebody wrote down after a show of hands (docs/manual/bestanden.md):
// one row is one activity, and a file is of one period. The numbers are of real children: they go on to
// disclosure::publish and nowhere else, so they cannot be read here and are never written to a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "disclosure/child_count.h"
#include "exchange/import.h"

namespace wegwijzer {

// Of those who answered "Did you feel welcome?"; a little and not at all are one answer
// (docs/decisions/0044).
struct WelcomeAnswers {
  disclosure::ChildCount yes;
  disclosure::ChildCount not_quite;
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

}  // namespace wegwijzer
