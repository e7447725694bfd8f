// SPDX-License-Identifier: EUPL-1.2
#include "search/completions.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>

#include "base/words.h"

namespace wegwijzer::search {

namespace {

// Of a beginning with more than this the rest is not looked at: whoever types goes on typing.
constexpr std::ptrdiff_t most_looked_at = 5'000;

constexpr std::size_t least_typed = 2;

}  // namespace

Completions::Completions(std::vector<Completion> all) {
  std::unordered_set<std::string> seen;
  for (auto& one : all) {
    auto text = folded(one.text);
    if (text.empty() || !seen.insert(text).second) continue;
    auto const number = static_cast<std::uint32_t>(all_.size());
    for (auto const& word : folded_words(text)) {
      beginnings_.push_back({number, static_cast<std::uint32_t>(word.begin)});
    }
    folded_.push_back(std::move(text));
    all_.push_back(std::move(one));
  }
  std::ranges::stable_sort(beginnings_, {}, [&](Beginning const& one) { return rest(one); });
}

std::string_view Completions::rest(Beginning const& beginning) const {
  return std::string_view(folded_[beginning.completion]).substr(beginning.at);
}

std::vector<Completions::Beginning> Completions::beginning_with(std::string_view folded_text) const {
  auto const cut = [&](Beginning const& one) { return rest(one).substr(0, folded_text.size()); };
  auto const found = std::ranges::equal_range(beginnings_, folded_text, {}, cut);
  auto const count = std::min(std::ssize(found), most_looked_at);
  std::vector<Beginning> all(found.begin(), found.begin() + count);
  std::ranges::stable_sort(all, {}, [&](Beginning const& one) {
    auto const& completion = all_[one.completion];
    return std::tuple(one.at > 0, completion.kind, ~completion.weight, rest(one));
  });
  return all;
}

std::vector<Completion> Completions::find(std::string_view typed, std::size_t most) const {
  auto const wanted = folded(typed);
  if (wanted.size() < least_typed) return {};
  std::vector<Completion> found, more;
  std::map<std::uint8_t, std::size_t> of_kind;
  std::unordered_set<std::uint32_t> seen;
  for (auto const& one : beginning_with(wanted)) {
    if (!seen.insert(one.completion).second) continue;
    auto const& completion = all_[one.completion];
    (of_kind[completion.kind]++ < (most + 2) / 3 ? found : more).push_back(completion);
    if (found.size() == most) break;
  }
  for (auto const& completion : more) {
    if (found.size() < most) found.push_back(completion);
  }
  found.resize(std::min(found.size(), most));
  return found;
}

}  // namespace wegwijzer::search
