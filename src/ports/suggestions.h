// SPDX-License-Identifier: EUPL-1.2
// What others say of the map of one ecosystem, and what they were asked.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/asking.h"
#include "domain/suggestion.h"

namespace wegwijzer {

class Suggestions {
 public:
  virtual ~Suggestions() = default;
  virtual Result<Suggestion> find(Id<Suggestion> id) = 0;  // fails with "suggestion.missing"
  virtual std::vector<Suggestion> all() = 0;               // the oldest day first
  virtual std::vector<Suggestion> waiting() = 0;           // open and parked ones, the oldest day first
  virtual std::size_t count_waiting() = 0;
};

class KeptSuggestions : public Suggestions {
 public:
  // Inserts (version 0) or updates. Fails with Fault::conflict, "suggestion.changed_meanwhile", when another
  // version is in the store.
  virtual Result<Suggestion> save(Suggestion suggestion) = 0;
  virtual void put_back(Suggestion const& suggestion) = 0;  // of an export, as it was
  virtual void erase(Id<Suggestion> id) = 0;                // for good: nothing of it stays in the store
};

class Askings {
 public:
  virtual ~Askings() = default;
  virtual std::vector<Asking> all() = 0;  // oldest first
  virtual std::optional<Asking> with_token(std::string_view token) = 0;
};

class KeptAskings : public Askings {
 public:
  virtual void save(Asking const& asking) = 0;
};

}  // namespace wegwijzer
