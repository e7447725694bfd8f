// SPDX-License-Identifier: EUPL-1.2
// Somebody who may change the map decides on what others say of it. Whoever calls has seen that they may. The
// writer is not yet committed.
#pragma once

#include <string>
#include <vector>

#include "ports/store.h"

namespace wegwijzer {

struct RecordMade {
  std::string kind;
  Uuid id;
  Id<MapChange> change;
};

struct Decider {
  std::string name;  // as its Actor is called
  Date today;
};

// All that accepting changes is one change, which can be taken back as a whole.
//
// Takes these of its fields over; `chosen` says of each what stood there when it was chosen. Of a question
// about what there is, it becomes an Inquiry of the day of the answer; without fields it is dealt with. Fails
// with "suggestion.missing", "suggestion.decided_already", "suggestion.about_missing",
// "suggestion.record_changed" of the field that says something else by now, and as save() does.
Result<Suggestion> accept_suggestion(Writer& writer, Id<Suggestion> id, std::vector<FieldValue> const& chosen,
                                     Decider const& by);

// It was made into this record, as part of this change.
Result<Suggestion> accept_as_new(Writer& writer, Id<Suggestion> id, RecordMade const& made,
                                 Decider const& by);

// Takes an acceptance back: the map is as it was, but for what was changed again since, and the suggestion
// waits again. Fails with "suggestion.not_accepted" and as undo_change() does.
Result<Suggestion> undo_acceptance(Writer& writer, Id<Suggestion> id, Date today);

// With a reason, for who looks back. Fails with "suggestion.reason_missing" of the field "reason".
Result<Suggestion> decline_suggestion(Writer& writer, Id<Suggestion> id, std::string_view reason,
                                      Decider const& by);

// To look at it later, or to take it up again.
Result<Suggestion> park_suggestion(Writer& writer, Id<Suggestion> id, Decider const& by);
Result<Suggestion> reopen_suggestion(Writer& writer, Id<Suggestion> id);

}  // namespace wegwijzer
