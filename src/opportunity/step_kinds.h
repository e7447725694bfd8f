// SPDX-License-Identifier: EUPL-1.2
// Which offerings deepen or broaden which, by kind: offerings with the same themes, stage and difficulty have
// the same next steps, so that a whole neighbourhood is asked with a few words of bits.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "opportunity/candidates.h"

namespace wegwijzer {

// What children meet with their class: an introduction in school time.
struct Lesson {
  Index<Offering> offering;
  Index<Ecosystem> ecosystem;
  std::size_t kind = 0;
};

// What partners agreed on leads there, for children of some ages.
struct AgreedStep {
  std::uint32_t to = 0;  // a candidate
  Direction direction = Direction::deepen;
  std::uint32_t ages = ~0U;  // bit a: for a child of age a
};

class StepKinds {
 public:
  using Kinds = std::span<std::uint64_t const>;  // bit k: kind k

  StepKinds() = default;
  StepKinds(Atlas const& atlas, Candidates const& candidates, Date today);

  std::size_t size() const { return stages_.size(); }

  std::size_t words() const { return (size() + 63) / 64; }

  std::size_t kind_of(std::size_t candidate) const { return kind_[candidate]; }

  // The steps from a candidate that partners agreed on; each decides its own direction (next_steps.h).
  std::span<AgreedStep const> agreed(std::size_t candidate) const {
    return std::span(agreed_).subspan(first_agreed_[candidate],
                                      first_agreed_[candidate + 1] - first_agreed_[candidate]);
  }

  std::vector<Lesson> const& lessons() const { return lessons_; }

  Kinds deeper(std::size_t kind) const { return row(deeper_, kind); }

  Kinds broader(std::size_t kind) const { return row(broader_, kind); }

  std::optional<Stage> stage(std::size_t kind) const { return stages_[kind]; }

  ThemeSet const& themes(std::size_t kind) const { return themes_[kind]; }

  // Candidates of the same title at the same organisation, which are no next step of it (next_steps.h).
  std::span<std::uint32_t const> namesakes(std::size_t candidate) const {
    return std::span(namesakes_)
        .subspan(first_namesake_[candidate], first_namesake_[candidate + 1] - first_namesake_[candidate]);
  }

 private:
  Kinds row(std::vector<std::uint64_t> const& rows, std::size_t kind) const {
    return std::span(rows).subspan(kind * words(), words());
  }

  // By an example of each kind, which of the others it leads to.
  void relate(Atlas const& atlas, std::vector<Index<Offering>> const& example);
  void find_agreed(Atlas const& atlas, Candidates const& candidates);
  void find_namesakes(Catalogue const& catalogue, Candidates const& candidates);

  std::vector<std::uint32_t> kind_;  // by candidate
  std::vector<Lesson> lessons_;
  std::vector<std::optional<Stage>> stages_;
  std::vector<ThemeSet> themes_;
  std::vector<std::uint64_t> deeper_;
  std::vector<std::uint64_t> broader_;
  std::vector<std::uint32_t> first_agreed_;
  std::vector<AgreedStep> agreed_;
  std::vector<std::uint32_t> first_namesake_;
  std::vector<std::uint32_t> namesakes_;
};

}  // namespace wegwijzer
