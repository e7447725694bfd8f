// SPDX-License-Identifier: EUPL-1.2
// A question that was put to an organisation by mail: what was asked, when, and what became of it;
// decisions/0059. The link in the mail opens this question and no other, without signing in.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "domain/choice.h"
#include "domain/field.h"
#include "domain/organisation.h"

namespace wegwijzer {

enum class AskingState {
  waiting,
  answered,
  passed_on,  // "ask somebody else"
  refused     // "send me no questions": none is sent to that organisation any more
};

template <>
inline constexpr std::array choices<AskingState> = {
    std::pair{AskingState::waiting, "waiting"}, std::pair{AskingState::answered, "answered"},
    std::pair{AskingState::passed_on, "passed_on"}, std::pair{AskingState::refused, "refused"}};

// What is asked: a field of a record ("phone" of an organisation), whether all of it is still right
// ("confirmed_on"), or what there is for children (kind "inquiry", by its areas, themes and ages).
struct AskedFor {
  std::string kind;
  std::optional<Uuid> record{};
  std::string field{};
  std::vector<FieldValue> inquiry{};
  bool operator==(AskedFor const&) const = default;
};

struct Asking {
  Id<Asking> id;
  std::string token{};  // its keyed hash; nothing: it cannot be answered (any more)
  Id<Organisation> asked;
  AskedFor what{};
  Date asked_on{};
  Date ends{};  // after this day the link opens nothing
  std::string asked_by{};
  bool again = false;  // the coordinator insisted
  AskingState state = AskingState::waiting;
  std::optional<Date> answered_on{};
  bool operator==(Asking const&) const = default;
};

inline constexpr std::chrono::days asking_lasts{60};        // assumption, as question_lasts
inline constexpr std::chrono::days same_asked_after{183};   // assumption: half a year
inline constexpr std::chrono::days insisted_on_after{21};   // assumption: once, after three weeks
inline constexpr std::size_t most_questions_in_a_mail = 3;  // assumption: answered within a few minutes

}  // namespace wegwijzer
