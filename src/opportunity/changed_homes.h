// SPDX-License-Identifier: EUPL-1.2
// What some changed offerings do to what one child experiences at each home.
#pragma once

#include <span>

#include "opportunity/difference.h"
#include "opportunity/experience.h"

namespace wegwijzer {

class ChangedHomes {
 public:
  ChangedHomes(OpportunityModel const& before, OpportunityModel const& now,
               std::span<ChangedOffering const> changed, ChildProfile const& child, Subjects const& subjects);

  // Nothing changes for this child, wherever it lives.
  bool none() const { return changed_.empty() && !more_or_fewer_exist_; }

  // Adds what is different at a home, which counts for so much. False when there may be other next steps than
  // before; then it is unfinished.
  bool add(std::size_t home, double weight, Amounts& difference) const;

 private:
  // One changed offering as it is in one of the models.
  struct Side {
    std::uint32_t candidate = 0;
    std::uint32_t subjects = 0;
    std::size_t stage = 0;
  };

  struct Change {
    std::optional<Side> before;
    std::optional<Side> now;
    bool other_steps = false;
  };

  // One of the two models with what is the same in all homes.
  struct World {
    OpportunityModel const* model;
    ProfileTable table;
    ExperienceOf asking;
  };

  static World world_of(OpportunityModel const& model, ChildProfile const& child,
                        std::vector<std::uint32_t> const& candidates);
  std::optional<Side> side_of(OpportunityModel const& model, std::optional<std::uint32_t> candidate,
                              Subjects const& subjects) const;
  bool counts_alike(std::uint32_t was, std::uint32_t is) const;
  double existing_here(World const& world, Index<Area> area) const;
  bool tally(World const& world, std::optional<Side> const& side, std::size_t home, double weight,
             Amounts& difference) const;

  ChildProfile child_;
  World before_;
  World now_;
  std::vector<Change> changed_;
  bool more_or_fewer_exist_ = false;
};

}  // namespace wegwijzer
