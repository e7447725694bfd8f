// SPDX-License-Identifier: EUPL-1.2
#include "exchange/feedback_csv.h"

#include <map>

#include "base/words.h"
#include "domain/schedule.h"
#include "exchange/cells.h"
#include "exchange/table.h"

namespace wegwijzer {

namespace {

constexpr std::int64_t most_answers = 10'000;  // more is a slip of the pen

std::vector<Column> feedback_columns() {
  return {{"organisatie", {"aanbieder", "organisation"}, true},
          {"activiteit", {"aanbod", "titel", "nummer", "offering"}, true},
          {"van", {"vanaf", "from"}, true},
          {"tot en met", {"t/m", "to"}, true},
          {"ja", {"welkom", "yes"}, true},
          {"niet helemaal", {"niet", "not quite"}, true}};
}

Result<disclosure::ChildCount> read_answers(std::string_view text) {
  return read_count(text, 0, most_answers).map([](auto count) { return disclosure::ChildCount(count); });
}

class FeedbackReader {
 public:
  FeedbackRow read(Cells& cells) {
    FeedbackRow row;
    row.line = cells.line();
    row.organisation = cells.required("organisatie", read_line).value_or("");
    row.offering = cells.required("activiteit", read_line).value_or("");
    row.first = cells.required("van", parse_day).value_or(Date());
    row.last = cells.required("tot en met", parse_day).value_or(Date());
    if (cells.has("ja") || cells.has("niet helemaal")) {
      row.answers =
          WelcomeAnswers{cells.required("ja", read_answers).value_or(disclosure::ChildCount()),
                         cells.required("niet helemaal", read_answers).value_or(disclosure::ChildCount())};
    }
    if (cells.faultless()) check_period(row, cells);
    if (cells.faultless()) check_once(row, cells);
    return row;
  }

 private:
  // A release is of one period; the first right row says which.
  void check_period(FeedbackRow const& row, Cells& cells) {
    if (row.last < row.first) {
      cells.wrong("tot en met", {Fault::invalid, "cell.period_backwards", {{"first", text(row.first)}}});
      return;
    }
    if (!period_) period_ = std::pair(row.first, row.last);
    if (*period_ == std::pair(row.first, row.last)) return;
    cells.wrong("van", {Fault::conflict,
                        "cell.other_period",
                        {{"first", text(period_->first)}, {"last", text(period_->second)}}});
  }

  void check_once(FeedbackRow const& row, Cells& cells) {
    auto const [seen, is_new] =
        lines_.emplace(std::pair(folded(row.organisation), folded(row.offering)), row.line);
    if (is_new) return;
    cells.wrong("activiteit",
                {Fault::conflict, "cell.feedback_twice", {{"line", std::to_string(seen->second)}}});
  }

  std::optional<std::pair<Date, Date>> period_;
  std::map<std::pair<std::string, std::string>, std::size_t> lines_;
};

}  // namespace

Result<Import<FeedbackRow>> read_feedback_csv(std::string_view bytes) {
  auto table = Table::open(bytes, feedback_columns(), OtherColumns::reported);
  if (!table) return fail(table.error());
  FeedbackReader reader;
  return read_rows<FeedbackRow>(*table, [&](Cells& cells) { return reader.read(cells); });
}

}  // namespace wegwijzer
