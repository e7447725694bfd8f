// SPDX-License-Identifier: EUPL-1.2
// Whatever is typed, and whatever the texts are (they are cut from the same bytes): scores lie between 0 and
// 1, marks lie in the text and in order, and what is found is explained.
#include <algorithm>

#include "base/check.h"
#include "fuzz/harness.h"
#include "search/completions.h"
#include "search/word_index.h"

namespace wegwijzer::search {

namespace {

WordIndex index_of(std::string_view bytes) {
  IndexBuilder builder({{5, 0.3}, {1, 0.6}}, {{"gamen", {"games maken"}}, {"na school", {"bso"}}});
  builder.add({"Straatvoetbal", "Elke week voetballen, zwemmen en games maken"});
  builder.add({"Repaircafé", "iets met foto's"});
  builder.add({std::string(bytes.substr(0, bytes.size() / 2)), std::string(bytes)});
  return std::move(builder).build();
}

void check_marks(std::vector<Mark> const& marks, std::string_view text) {
  std::size_t after = 0;
  for (auto const& mark : marks) {
    check(after <= mark.begin && mark.begin < mark.end && mark.end <= text.size(), "marks lie in order");
    after = mark.end;
  }
}

}  // namespace

WEGWIJZER_HARNESS(search_query)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const typed(reinterpret_cast<char const*>(bytes), size);
  for (auto const texts : {std::string_view(), typed}) {
    auto const index = index_of(texts);
    auto const query = index.read(typed);
    check(query.words.size() <= most_query_words, "a query has a bound");
    auto const shares = index.find(query).shares;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      check(shares[i] >= 0 && shares[i] <= 1, "a share is a share");
      if (shares[i] > 0)
        check(!index.reasons(query, Index<Document>(i)).empty(), "what is found has a reason");
    }
    check_marks(index.marks(query, typed), typed);
  }
  Completions const completions({{"Voetbal", 0, 1}, {std::string(typed), 1, 2}});
  check(completions.find(typed, 8).size() <= 2, "a completion is given once");
  return 0;
}

}  // namespace wegwijzer::search
