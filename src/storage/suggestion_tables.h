// SPDX-License-Identifier: EUPL-1.2
// What others say of the map of one ecosystem, and what they were asked.
#pragma once

#include "ports/suggestions.h"
#include "storage/record_table.h"

namespace wegwijzer {

class SuggestionTable : public KeptSuggestions {
 public:
  explicit SuggestionTable(Scope scope) : scope_(std::move(scope)) {}

  Result<Suggestion> find(Id<Suggestion> id) override;
  std::vector<Suggestion> all() override;
  std::vector<Suggestion> waiting() override;
  std::size_t count_waiting() override;
  Result<Suggestion> save(Suggestion suggestion) override;
  void put_back(Suggestion const& suggestion) override;
  void erase(Id<Suggestion> id) override;

  int rows_written() const { return rows_written_; }

 private:
  Scope scope_;
  int rows_written_ = 0;
};

class AskingTable : public KeptAskings {
 public:
  explicit AskingTable(Scope scope) : scope_(std::move(scope)) {}

  std::vector<Asking> all() override;
  std::optional<Asking> with_token(std::string_view token) override;
  void save(Asking const& asking) override;

  int rows_written() const { return rows_written_; }

 private:
  Scope scope_;
  int rows_written_ = 0;
};

}  // namespace wegwijzer
