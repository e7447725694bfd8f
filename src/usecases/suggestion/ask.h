// SPDX-License-Identifier: EUPL-1.2
// What an organisation can be asked by mail, and the asking itself: what is missing or old of what it keeps,
// and what there is for children where nobody was asked. Decisions/0059 says how often.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "domain/asking.h"
#include "ports/secrets.h"
#include "ports/store.h"
#include "usecases/suggestion/decide.h"

namespace wegwijzer {

enum class WhyAsk {
  missing,  // it says nothing of it
  stale,    // nobody said for long that it is right
  white     // nobody was asked what there is
};

template <>
inline constexpr std::array choices<WhyAsk> = {std::pair{WhyAsk::missing, "missing"},
                                               std::pair{WhyAsk::stale, "stale"},
                                               std::pair{WhyAsk::white, "white"}};

// Whether it may be asked today: no, when the same was asked within half a year; but once more after three
// weeks without an answer.
enum class MayAsk { yes, insist, no };

struct QuestionToAsk {
  AskedFor what;
  WhyAsk why = WhyAsk::missing;
  std::optional<Asking> last{};  // when the same was asked of it before
  MayAsk may = MayAsk::yes;
};

struct OrganisationToAskBy {
  Index<Organisation> organisation;
  std::vector<QuestionToAsk> questions;
  bool refused = false;  // it wants no questions by mail
};

// By organisation of the ecosystem what it can be asked, the most questions first. The atlas says what is on
// the map, the store what was asked.
std::vector<OrganisationToAskBy> questions_to_ask(Atlas const& atlas, Index<Ecosystem> ecosystem,
                                                  std::vector<Asking> const& askings, Date today);

// In one line, the same for the same question: for forms.
std::string question_key(AskedFor const& what);

// Whether both ask the same, or of what there is something in common.
bool asks_the_same(AskedFor const& one, AskedFor const& other);

bool refused_questions(std::vector<Asking> const& askings, Id<Organisation> organisation);

struct AskedQuestion {
  Asking asking;
  std::string token;  // for the link in the mail; the store has its hash only
};

// Notes that these are asked of it today; the mail is still to be written. The writer is not yet committed.
// Fails with "asking.none_chosen", "asking.too_many", "asking.refused", "asking.not_yet",
// "asking.too_many_today" and "record.missing".
Result<std::vector<AskedQuestion>> ask_organisation(Writer& writer, Secrets& secrets,
                                                    Id<Organisation> organisation,
                                                    std::vector<QuestionToAsk> const& questions,
                                                    Decider const& by);

inline constexpr std::size_t most_organisations_a_day = 50;  // assumption: as many as answers can be read

}  // namespace wegwijzer
