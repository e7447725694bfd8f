// SPDX-License-Identifier: EUPL-1.2
// A suggestion (voorstel): what somebody who may not change the map says of it, waiting for somebody who may.
// It says nothing about who said it but where it came from; decisions/0057.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/area.h"
#include "domain/audit.h"
#include "domain/choice.h"
#include "domain/field.h"
#include "domain/organisation.h"

namespace wegwijzer {

enum class SuggestionFrom {
  visitor,
  organisation,  // that was asked, and answered
  colleague      // who has signed in, and may not change it
};

template <>
inline constexpr std::array choices<SuggestionFrom> = {
    std::pair{SuggestionFrom::visitor, "visitor"}, std::pair{SuggestionFrom::organisation, "organisation"},
    std::pair{SuggestionFrom::colleague, "colleague"}};

enum class SuggestionState { open, parked, accepted, declined };

template <>
inline constexpr std::array choices<SuggestionState> = {
    std::pair{SuggestionState::open, "open"}, std::pair{SuggestionState::parked, "parked"},
    std::pair{SuggestionState::accepted, "accepted"}, std::pair{SuggestionState::declined, "declined"}};

// One field as it would be. `was`: what stood there when it was said.
struct ProposedField {
  std::string name;  // of the field list of its record
  FieldText was;
  FieldText value;
  bool operator==(ProposedField const&) const = default;
};

struct Suggestion {
  Id<Suggestion> id;  // tells no time of day
  SuggestionFrom from = SuggestionFrom::visitor;
  std::optional<Id<Organisation>> said_by{};  // the organisation that was asked
  std::string page{};                         // where it was said: a path of ours without query, or nothing
  std::string kind{};                         // "venue": of what record; nothing: of the page
  std::optional<Uuid> record{};               // nothing: of something that is not on the map yet
  std::string place{};                        // where that something is, in words
  std::optional<AreaCode> area{};             // in which it lies, as far as known
  std::string message{};
  std::vector<ProposedField> fields{};
  Date received_on{};
  SuggestionState state = SuggestionState::open;
  std::string reason{};      // why it was declined
  std::string decided_by{};  // as an Actor is called; nothing: not decided yet
  std::optional<Date> decided_on{};
  std::optional<Id<MapChange>> change{};  // that accepting it made, so that it can be undone
  std::int64_t version = 0;
  bool operator==(Suggestion const&) const = default;
};

inline bool is_waiting(Suggestion const& suggestion) {
  return suggestion.state == SuggestionState::open || suggestion.state == SuggestionState::parked;
}

inline bool is_of_something_new(Suggestion const& suggestion) {
  return !suggestion.kind.empty() && !suggestion.record;
}

// An identity in which nobody can read when it was made: made of another one, which it does not tell.
Id<Suggestion> suggestion_id(Uuid made);

}  // namespace wegwijzer
