// SPDX-License-Identifier: EUPL-1.2
// What somebody may be typing: names and words that have a word with that beginning.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer::search {

struct Completion {
  std::string text;
  std::uint8_t kind = 0;     // by who asks; the lowest first
  std::uint32_t weight = 0;  // among its kind the highest first
  bool operator==(Completion const&) const = default;
};

class Completions {
 public:
  Completions() = default;
  explicit Completions(std::vector<Completion> all);  // of texts that fold to the same only the first is kept

  // At most so many; what begins so comes before what has a later word that does, and no kind takes more than
  // a third as long as another has something to say. Nothing for less than two letters.
  std::vector<Completion> find(std::string_view typed, std::size_t most) const;

 private:
  struct Beginning {
    std::uint32_t completion;
    std::uint32_t at;  // where a word begins in its folded text
  };

  std::string_view rest(Beginning const& beginning) const;
  std::vector<Beginning> beginning_with(std::string_view folded_text) const;

  std::vector<Completion> all_;
  std::vector<std::string> folded_;    // of all_
  std::vector<Beginning> beginnings_;  // by what follows
};

}  // namespace wegwijzer::search
