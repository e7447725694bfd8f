// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/child_wish.h"

#include "atlas/catalogue.h"
#include "opportunity/welcome.h"

namespace wegwijzer {

namespace {

template <class Value>
bool is_wished(std::optional<Value> const& wish, Value value) {
  return !wish || *wish == value;
}

}  // namespace

std::string ages_text(AgeRange ages) {
  return ages.from == ages.to ? std::to_string(ages.from) : text(ages);
}

std::vector<std::size_t> profiles_of(ChildWish const& wish) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < standard_profiles().size(); ++i) {
    auto const& child = standard_profiles()[i];
    bool const of_age = !wish.ages || wish.ages->contains(child.age);
    if (of_age && is_wished(wish.going, child.going) && is_wished(wish.purse, child.purse) &&
        is_wished(wish.language, child.language)) {
      found.push_back(i);
    }
  }
  return found;
}

Particulars particulars_of(ChildWish const& wish, Vocabulary const& vocabulary) {
  return {access_bits(wish.needs), wish.tongue ? language_bit(vocabulary, *wish.tongue) : 0};
}

std::vector<ChildProfile> children_of(ChildWish const& wish, Vocabulary const& vocabulary) {
  std::vector<ChildProfile> children;
  for (auto const profile : profiles_of(wish)) {
    children.push_back(standard_profiles()[profile]);
    children.back().particulars = particulars_of(wish, vocabulary);
  }
  return children;
}

}  // namespace wegwijzer
