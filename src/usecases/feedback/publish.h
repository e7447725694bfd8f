// SPDX-License-Identifier: EUPL-1.2
// What children said of how welcome they felt, by activity, goes through the door of disclosure; only what
// may be shown is kept (docs/decisions/0044-feedback.md).
#pragma once

#include <filesystem>
#include <map>

#include "disclosure/publish.h"
#include "domain/offering.h"
#include "domain/organisation.h"
#include "exchange/feedback_csv.h"

namespace wegwijzer {

// One name for all such counts, so that no other table can be subtracted from them.
inline constexpr char const* feedback_subject = "feedback";

// In how many activities of one file a child may have answered: the noise covers so many
// (docs/parameters.md, "Disclosure").
inline constexpr std::int64_t activities_of_a_child = 4;

enum class Feedback {
  with_problems,     // of the file: then nothing is published, since a period is published once
  nobody_asked,      // no row has answers
  could_be,          // asked for without publishing
  published,         // now
  published_before,  // what was shown then is shown still, whatever the file says
};

struct FeedbackReport {
  Feedback outcome = Feedback::with_problems;
  Date first;
  Date last;
  std::size_t asked = 0;  // activities with answers
  std::size_t not_asked = 0;
  std::size_t shown = 0;  // activities of which everyone sees how welcome children felt
  bool withheld_whole = false;
  std::vector<Problem> problems;
};

enum class Publishing { now, not_yet };

// In the order of identities, so that the rows of a file may stand in any.
struct AskedChildren {
  std::map<Id<Organisation>, std::map<Id<Offering>, WelcomeAnswers>> answers;
  std::map<Id<Offering>, std::int64_t> places;  // of each; 0 where nobody said
};

// To everyone. Fails as disclosure::publish does.
Result<disclosure::PublishedTable> publish_answers(AskedChildren const& asked, ReleaseName const& name,
                                                   disclosure::Press const& press);

// Whether that would go well; nothing is published and nothing spent.
Done answers_may_be_published(AskedChildren const& asked, ReleaseName const& name,
                              disclosure::Press const& press);

// The whole file, before a store is opened.
Result<Import<FeedbackRow>> read_feedback(std::filesystem::path const& file);

// Fails as disclosure::publish does, with `not_yet` as well: then nothing is published and nothing spent.
Result<FeedbackReport> publish_feedback(Import<FeedbackRow> const& read, Publishing publishing,
                                        disclosure::Press const& press);

}  // namespace wegwijzer
