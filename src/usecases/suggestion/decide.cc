// SPDX-License-Identifier: EUPL-1.2
#include "usecases/suggestion/decide.h"

#include <algorithm>

#include "base/words.h"
#include "usecases/community/any_record.h"
#include "usecases/community/edits.h"
#include "usecases/suggestion/record_now.h"

namespace wegwijzer {

namespace {

constexpr std::size_t longest_reason = 500;  // bytes

Result<Suggestion> waiting_one(Writer& writer, Id<Suggestion> id) {
  auto found = writer.suggestions().find(id);
  if (!found) return found;
  if (!is_waiting(*found)) return fail(Fault::conflict, "suggestion.decided_already");
  return found;
}

Result<Suggestion> decided(Writer& writer, Suggestion suggestion, SuggestionState state, Decider const& by) {
  suggestion.state = state;
  suggestion.decided_by = by.name;
  suggestion.decided_on = by.today;
  return writer.kept_suggestions().save(std::move(suggestion));
}

Result<Suggestion> opened_again(Writer& writer, Suggestion suggestion) {
  suggestion.state = SuggestionState::open;
  suggestion.reason.clear(), suggestion.decided_by.clear();
  suggestion.decided_on.reset(), suggestion.change.reset();
  return writer.kept_suggestions().save(std::move(suggestion));
}

template <class Thing>
Done change_record(Writer& writer, Suggestion const& suggestion, std::vector<FieldValue> const& chosen) {
  auto thing = records<Thing>(writer).find(Id<Thing>(suggestion.record.value_or(Uuid())));
  if (!thing || thing->archived_on) return fail(Fault::missing, "suggestion.about_missing");
  for (auto const& field : suggestion.fields) {
    if (std::ranges::find(chosen, field.name, &FieldValue::name) == chosen.end()) continue;
    // Said that it is right as it is.
    if (field.name != "confirmed_on" && text_of(*thing, field.name) == field.value) {
      writer.confirm_field(record_name<Thing>, thing->id.uuid(), field.name, field.value);
    }
    if (auto const put = set_text(*thing, field.name, field.value); !put) return put;
  }
  auto const saved = records<Thing>(writer).save(*std::move(thing));
  return saved ? Done() : fail(saved.error());
}

// What stood there when it was chosen still does.
Done check_seen(Writer& writer, Suggestion const& suggestion, std::vector<FieldValue> const& chosen,
                Date today) {
  auto const now = record_now(writer, suggestion.kind, suggestion.record.value_or(Uuid()), today);
  if (!now || now->archived) return fail(Fault::missing, "suggestion.about_missing");
  for (auto const& [name, seen] : chosen) {
    if (now->value(name).value_or("") == seen.value_or("")) continue;
    return fail(in_field({Fault::conflict, "suggestion.record_changed"}, name));
  }
  return {};
}

Done change_record(Writer& writer, Suggestion const& suggestion, std::vector<FieldValue> const& chosen,
                   Date today) {
  if (auto const seen = check_seen(writer, suggestion, chosen, today); !seen) return seen;
  if (suggestion.kind == record_name<Organisation>) {
    return change_record<Organisation>(writer, suggestion, chosen);
  }
  if (suggestion.kind == record_name<Venue>) return change_record<Venue>(writer, suggestion, chosen);
  return change_record<Offering>(writer, suggestion, chosen);
}

Result<Uuid> made_inquiry(Writer& writer, Suggestion const& suggestion) {
  Inquiry inquiry;
  for (auto const& field : suggestion.fields) {
    if (auto const put = set_text(inquiry, field.name, field.value); !put) return fail(put.error());
  }
  inquiry.id = writer.new_id<Inquiry>();
  inquiry.asked = suggestion.said_by;
  inquiry.confirmed_on = suggestion.received_on;
  return records<Inquiry>(writer).save(std::move(inquiry)).map([](Inquiry const& kept) {
    return kept.id.uuid();
  });
}

}  // namespace

Result<Suggestion> accept_suggestion(Writer& writer, Id<Suggestion> id, std::vector<FieldValue> const& chosen,
                                     Decider const& by) {
  auto suggestion = waiting_one(writer, id);
  if (!suggestion) return suggestion;
  if (suggestion->kind == record_name<Inquiry>) {
    suggestion->change = writer.begin(MapChangeKind::suggestion, "");
    auto const made = made_inquiry(writer, *suggestion);
    if (!made) return fail(made.error());
    suggestion->record = *made;
  } else if (suggestion->record && !chosen.empty()) {
    auto const now = record_now(writer, suggestion->kind, *suggestion->record, by.today);
    suggestion->change = writer.begin(MapChangeKind::suggestion, now ? now->name : "");
    auto const changed = change_record(writer, *suggestion, chosen, by.today);
    if (!changed) return fail(changed.error());
  }
  return decided(writer, *std::move(suggestion), SuggestionState::accepted, by);
}

Result<Suggestion> accept_as_new(Writer& writer, Id<Suggestion> id, RecordMade const& made,
                                 Decider const& by) {
  auto suggestion = waiting_one(writer, id);
  if (!suggestion) return suggestion;
  suggestion->kind = made.kind;
  suggestion->record = made.id;
  suggestion->change = made.change;
  return decided(writer, *std::move(suggestion), SuggestionState::accepted, by);
}

Result<Suggestion> undo_acceptance(Writer& writer, Id<Suggestion> id, Date today) {
  auto suggestion = writer.suggestions().find(id);
  if (!suggestion) return suggestion;
  if (suggestion->state != SuggestionState::accepted || !suggestion->change) {
    return fail(Fault::conflict, "suggestion.not_accepted");
  }
  bool const was_made = std::ranges::any_of(writer.audit(*suggestion->change), [&](AuditEntry const& one) {
    return one.field.empty() && suggestion->record == one.id;
  });
  auto const undone = undo_change(writer, *suggestion->change, today);
  // Somebody may have taken the change back where all changes stand.
  bool const is_back = undone || undone.error().key == "map_work.undone_already";
  if (!is_back) return fail(undone.error());
  if (was_made) suggestion->record.reset();
  return opened_again(writer, *std::move(suggestion));
}

Result<Suggestion> decline_suggestion(Writer& writer, Id<Suggestion> id, std::string_view reason,
                                      Decider const& by) {
  auto suggestion = waiting_one(writer, id);
  if (!suggestion) return suggestion;
  suggestion->reason = std::string(trimmed(reason));
  if (suggestion->reason.empty()) {
    return fail(in_field({Fault::invalid, "suggestion.reason_missing"}, "reason"));
  }
  if (suggestion->reason.size() > longest_reason) {
    return fail(in_field({Fault::invalid, "suggestion.too_long"}, "reason"));
  }
  return decided(writer, *std::move(suggestion), SuggestionState::declined, by);
}

Result<Suggestion> park_suggestion(Writer& writer, Id<Suggestion> id, Decider const& by) {
  auto suggestion = waiting_one(writer, id);
  if (!suggestion) return suggestion;
  return decided(writer, *std::move(suggestion), SuggestionState::parked, by);
}

Result<Suggestion> reopen_suggestion(Writer& writer, Id<Suggestion> id) {
  auto suggestion = writer.suggestions().find(id);
  if (!suggestion) return suggestion;
  if (suggestion->change) return fail(Fault::conflict, "suggestion.decided_already");
  return opened_again(writer, *std::move(suggestion));
}

}  // namespace wegwijzer
