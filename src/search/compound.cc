// SPDX-License-Identifier: EUPL-1.2
#include "search/compound.h"

#include <algorithm>
#include <cmath>

#include "search/common_words.h"

namespace wegwijzer::search {

namespace {

// Two short words next to each other are found in too many words that are no compound of them.
constexpr std::size_t shortest_part = 3;
constexpr std::size_t shortest_compound = 7;
constexpr std::size_t longest_compound = 40;

struct Split {
  std::vector<std::string_view> parts;
  double goodness = 0;
};

// The best split by the geometric mean of how often its parts are written: P. Koehn and K. Knight, Empirical
// methods for compound splitting, EACL 2003. The linking letters are those of C. Monz and M. de Rijke,
// Shallow morphological analysis in monolingual information retrieval for Dutch, German and Italian, CLEF
// 2001.
class Splitting {
 public:
  explicit Splitting(Familiarity const& familiarity) : familiarity_(familiarity) {}

  Split best(std::string_view word) const {
    Split best;
    for (std::size_t length = shortest_part; length + shortest_part <= word.size(); ++length) {
      auto const count = known(word.substr(0, length));
      if (count == 0) continue;
      for (std::string_view const link : {"", "s", "e", "en", "n", "er"}) {
        auto const rest = word.substr(length);
        if (!rest.starts_with(link)) continue;
        if (auto const tail = known(rest.substr(link.size()))) {
          consider(best, word.substr(0, length), count, rest.substr(link.size()), tail);
        }
      }
    }
    return best;
  }

 private:
  std::size_t known(std::string_view part) const {
    if (part.size() < shortest_part || is_stop_word(part)) return 0;
    return familiarity_(part);
  }

  static void consider(Split& best, std::string_view head, std::size_t count, std::string_view tail,
                       std::size_t tail_count) {
    // Between equals the longer first part: "kinder" and "boerderij" rather than "kind", "er" and
    // "boerderij".
    auto const goodness = std::sqrt(static_cast<double>(count) * static_cast<double>(tail_count));
    if (goodness >= best.goodness) best = {{head, tail}, goodness};
  }

  Familiarity const& familiarity_;
};

}  // namespace

std::vector<std::string_view> compound_parts(std::string_view word, Familiarity const& familiarity) {
  if (word.size() < shortest_compound || word.size() > longest_compound) return {};
  return Splitting(familiarity).best(word).parts;
}

}  // namespace wegwijzer::search
