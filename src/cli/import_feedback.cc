// SPDX-License-Identifier: EUPL-1.2
// import feedback: counts of children become what everyone may know of them.
#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/file_problems.h"
#include "cli/show_some.h"
#include "usecases/feedback/publish.h"

namespace wegwijzer::cli {

namespace {

char const* sentence_of(Feedback outcome) {
  switch (outcome) {
    case Feedback::with_problems:
      return "feedback.nothing_published";
    case Feedback::nobody_asked:
      return "feedback.nobody_asked";
    case Feedback::could_be:
      return "feedback.could_be";
    case Feedback::published:
      return "feedback.published";
    case Feedback::published_before:
      return "feedback.before";
  }
  return "";
}

// How many answered is not said: only how many activities there are.
Arguments arguments_of(FeedbackReport const& report) {
  switch (report.outcome) {
    case Feedback::with_problems:
    case Feedback::nobody_asked:
      return {};
    case Feedback::could_be:
      return {{"first", text(report.first)},
              {"last", text(report.last)},
              {"asked", std::to_string(report.asked)}};
    case Feedback::published:
    case Feedback::published_before:
      return {{"first", text(report.first)},
              {"last", text(report.last)},
              {"asked", std::to_string(report.asked)},
              {"shown", std::to_string(report.shown)}};
  }
  return {};
}

bool was_published(FeedbackReport const& report) {
  return report.outcome == Feedback::published || report.outcome == Feedback::published_before;
}

void show_problems_of(Context const& context, FeedbackReport const& report) {
  if (report.problems.empty()) return;
  auto const* const heading =
      report.outcome == Feedback::with_problems ? "feedback.problems" : "import.remarks";
  context.out << context.language.count(heading, std::ssize(report.problems)) << '\n';
  show_some(context, context.out, report.problems,
            [&](Problem const& problem) { return in_one_line(context, problem); });
}

}  // namespace

int import_feedback(Context const& context, ImportOptions const& options) {
  auto const& t = context.language;
  if (options.archive_missing) return complain(context, {Fault::invalid, "import.archive_not_here"});
  auto const today = local_date(context.clock.now());
  auto const read = read_feedback(options.file);
  if (!read) return complain(context, read.error());
  auto const store = context.open_store(options.store, false);
  if (!store) return complain(context, store.error());
  auto const all = (*store)->ecosystems();
  auto const ecosystem = std::ranges::find(all, options.ecosystem, &Ecosystem::slug);
  if (ecosystem == all.end())
    return complain(context, {Fault::missing, "ecosystem.unknown", {{"value", options.ecosystem}}});
  auto const report = publish_feedback(*read, options.dry_run ? Publishing::not_yet : Publishing::now,
                                       {**store, *ecosystem, {"import feedback"}, context.entropy, today});
  if (!report) return complain(context, report.error());
  show_problems_of(context, *report);
  context.out << t(sentence_of(report->outcome), arguments_of(*report)) << '\n';
  if (report->withheld_whole) {
    context.out << t("disclosure.table_withheld") << '\n';
  } else if (was_published(*report) && report->shown < report->asked) {
    context.out << t("feedback.not_shown") << '\n';
  }
  if (report->not_asked > 0)
    context.out << t("feedback.not_asked", {{"count", std::to_string(report->not_asked)}}) << '\n';
  return report->outcome == Feedback::with_problems ? exit_code(Fault::invalid) : 0;
}

}  // namespace wegwijzer::cli
