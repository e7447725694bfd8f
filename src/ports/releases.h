// SPDX-License-Identifier: EUPL-1.2
// Releases of numbers about real children, and what of the privacy budget they spent.
#pragma once

#include <optional>
#include <vector>

#include "domain/release.h"

namespace wegwijzer {

class Releases {
 public:
  virtual ~Releases() = default;
  virtual std::vector<Release> all() = 0;  // by subject and first day
  virtual std::optional<Release> find(ReleaseName const& name) = 0;
  virtual std::vector<ReleaseName> overlapping(ReleaseName const& name) = 0;  // itself when it is there
  virtual std::vector<PrivacyBudget> budgets() = 0;                           // by subject and year
  virtual std::optional<PrivacyBudget> budget(std::string_view subject, int year) = 0;
};

// What is kept is never changed or taken away; only a budget is spent.
class KeptReleases : public Releases {
 public:
  virtual void keep(Release const& release) = 0;
  virtual void show_to_everyone(ReleaseName const& name) = 0;
  virtual void save(PrivacyBudget const& budget) = 0;
};

}  // namespace wegwijzer
