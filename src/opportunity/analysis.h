// SPDX-License-Identifier: EUPL-1.2
// The opportunity of every child profile in every area, from a model.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

#include "opportunity/changed_homes.h"
#include "opportunity/diversity.h"
#include "opportunity/experience.h"

namespace wegwijzer {

class OpportunityAnalysis {
 public:
  // Of the standard profiles with these particulars, in the areas within this one, or all there are. A
  // profile is reckoned when somebody first asks for it, from whatever thread; the same on any number of
  // threads.
  OpportunityAnalysis(std::shared_ptr<OpportunityModel const> model, std::optional<Index<Area>> within,
                      unsigned threads, Particulars const& particulars = {});

  // Of the same, after these offerings were changed (difference.h). Of the profiles that were reckoned only
  // the difference is, at once: the same but for rounding, in the twelfth digit.
  OpportunityAnalysis(std::shared_ptr<OpportunityModel const> model, OpportunityAnalysis const& before,
                      std::vector<ChangedOffering> changed);

  // Reckons a profile if nobody asked for it yet; told of home areas. An exception stops it.
  void reckon(std::size_t profile, WorkDone const& told) const { parts(profile, told); }

  bool is_reckoned(std::size_t profile) const { return profiles_[profile].made; }

  OpportunityModel const& model() const { return *model_; }

  Subjects const& subjects() const { return subjects_; }

  // The mean over the children of this profile's age in the area: a buurt, or a wijk or gemeente of the
  // buurten in it. Nothing when nobody lives there.
  std::optional<Experience> of(Index<Area> area, std::size_t profile) const;

  // Over several profiles, each by how many children there are of it (assumed to be independent: going, purse
  // and language as parameters.h says).
  std::optional<Experience> of(Index<Area> area, std::span<std::size_t const> profiles) const;

  // How many children of the ages of these profiles live in the area, whatever else is true of them.
  double children_of_ages(Index<Area> area, std::span<std::size_t const> profiles) const;

  // How many children of this profile live in the area.
  double children(Index<Area> area, std::size_t profile) const;

  // The areas with homes, by kind and code: gemeenten, wijken and buurten.
  std::vector<Index<Area>> const& areas() const { return areas_; }

 private:
  struct Part {
    double children = 0;  // of the profile's age
    double homes = 0;
    Experience experience;  // the mean over its home areas
    Amounts largest;        // that they were since it was reckoned anew
    int changes = 0;        // since then
  };

  using Parts = std::vector<Part>;  // by smallest area

  // Which of the model's homes lie in a smallest area.
  struct HomesOfArea {
    Index<Area> area;
    std::size_t first = 0;
    std::size_t end = 0;
  };

  void find_areas(std::optional<Index<Area>> within);
  std::vector<std::uint32_t> candidates_reached() const;
  bool needs(std::optional<std::uint32_t> candidate) const;
  ChildProfile child_of(std::size_t profile) const;
  double weight_in(Part const& part, std::size_t home, int age) const;
  Part reckon(HomesOfArea const& homes, Reckoner& reckoner, ProfileTable const& table) const;
  std::shared_ptr<Parts const> reckon_anew(ChildProfile const& child, WorkDone const& told) const;
  std::shared_ptr<Parts const> change(std::shared_ptr<Parts const> const& before, ChildProfile const& child,
                                      ChangedHomes const& changed) const;
  static bool change(Part& part, Amounts const& difference);

  std::shared_ptr<OpportunityModel const> model_;
  Subjects subjects_;
  std::vector<Index<Area>> areas_;
  std::vector<std::vector<std::uint32_t>> within_;  // by area: the numbers of the smallest areas in it
  std::vector<HomesOfArea> homes_;                  // of the smallest areas

  struct OfProfile {
    std::once_flag once;
    std::shared_ptr<Parts const> parts;
    std::atomic<bool> made = false;
  };

  Parts const& parts(std::size_t profile, WorkDone const& told = {}) const;

  unsigned threads_;
  Particulars particulars_;
  std::optional<Index<Area>> within_area_;
  std::optional<std::vector<std::uint32_t>> needed_;  // candidates that these homes reach; nothing: all
  std::unique_ptr<OfProfile[]> profiles_;
};

// Of the children of its band of ages in this area, the share of this going, purse and language.
double share_of_profile(OpportunityModel const& model, Index<Area> area, ChildProfile const& child);

}  // namespace wegwijzer
