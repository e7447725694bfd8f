// SPDX-License-Identifier: EUPL-1.2
// The shortest list of questions that would complete the map: which organisations to ask about which themes,
// areas and ages, so that every cell that nobody was asked about, or whose answer is old, gets an answer, by
// asking as few organisations as possible (docs/decisions/0034).
#pragma once

#include <vector>

#include "opportunity/answerers.h"

namespace wegwijzer {

// About one theme. It may ask of more than is open, so that it can be said in a breath: `cells` is how many
// are.
struct Question {
  Index<Theme> theme;
  std::vector<Index<Area>> areas;  // buurten; a wijk where half of it or more is meant; a gemeente
  AgeRange ages;
  std::size_t cells = 0;
};

struct QuestionsTo {
  Index<Organisation> organisation;
  std::vector<Question> questions;  // by theme
  std::size_t cells = 0;
};

struct QuestionList {
  std::vector<QuestionsTo> to;         // who answers most first
  std::size_t at_least = 0;            // no list asks fewer organisations
  std::vector<Question> nobody_knows;  // whom to ask is not known
  std::size_t open_cells = 0;          // all: answered by the list, and not

  bool shortest() const { return to.size() == at_least; }
};

// Steps of branch and bound (docs/parameters.md).
inline constexpr std::size_t steps_for_questions = 20'000;

QuestionList shortest_questions(Atlas const& atlas, Index<Ecosystem> ecosystem, Completeness const& known,
                                std::size_t steps = steps_for_questions);

// Fresh answers that there is something, of which something is not on the map yet.
std::vector<Index<Inquiry>> still_to_map(Atlas const& atlas, Index<Ecosystem> ecosystem,
                                         Completeness const& known, Date today);

}  // namespace wegwijzer
