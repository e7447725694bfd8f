// SPDX-License-Identifier: EUPL-1.2
// The answer to a question that was put by mail. It is used once, and lands with the suggestions: the map
// changes when somebody who keeps it has looked.
#pragma once

#include <string_view>

#include "ports/secrets.h"
#include "ports/store.h"
#include "usecases/suggestion/record_now.h"

namespace wegwijzer {

struct OpenQuestion {
  Asking asking;
  Organisation asked;
  std::optional<RecordNow> about{};  // as it is now; nothing: of what there is
};

// Of the link in a mail; fails with "asking.over" when it was answered, ended, or its record is gone.
Result<OpenQuestion> open_question(Reader& reader, Secrets& secrets, std::string_view token, Date today);

struct Answer {
  std::vector<ProposedField> fields{};
  std::string message{};
};

// Keeps the answer for who reviews it. The writer is not yet committed. Fails with "asking.over", and with
// "suggestion.empty" and the like when it says nothing.
Result<Suggestion> keep_answer(Writer& writer, Secrets& secrets, std::string_view token, Answer const& answer,
                               Date today);

// Somebody else knows.
Result<Suggestion> pass_question_on(Writer& writer, Secrets& secrets, std::string_view token,
                                    std::string_view to_whom, Date today);

// No question is sent to this organisation any more, and none that was sent can be answered.
Done refuse_questions(Writer& writer, Secrets& secrets, std::string_view token, Date today);

}  // namespace wegwijzer
