// SPDX-License-Identifier: EUPL-1.2
// Releases of one ecosystem and their privacy budgets.
#pragma once

#include "ports/releases.h"
#include "storage/record_table.h"

namespace wegwijzer {

class ReleaseTable : public KeptReleases {
 public:
  explicit ReleaseTable(Scope scope) : scope_(std::move(scope)) {}

  std::vector<Release> all() override;
  std::optional<Release> find(ReleaseName const& name) override;
  std::vector<ReleaseName> overlapping(ReleaseName const& name) override;
  std::vector<PrivacyBudget> budgets() override;
  std::optional<PrivacyBudget> budget(std::string_view subject, int year) override;
  void keep(Release const& release) override;
  void show_to_everyone(ReleaseName const& name) override;
  void save(PrivacyBudget const& budget) override;

 private:
  std::string_view ecosystem() const { return scope_.ecosystem; }

  std::vector<ReleasedNumber> numbers(ReleaseName const& name);

  Scope scope_;
};

}  // namespace wegwijzer
