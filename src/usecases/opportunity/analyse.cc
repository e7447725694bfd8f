// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/analyse.h"

#include <algorithm>
#include <map>
#include <ostream>

#include "exchange/whole_file.h"
#include "reach/parallel.h"
#include "usecases/atlas/live.h"
#include "usecases/opportunity/place_model.h"

namespace wegwijzer {

namespace {

class Analysing {
 public:
  Analysing(std::shared_ptr<Atlas const> atlas, AnalysisOrder const& order, AnalysisWatch const& watch)
      : shared_atlas_(std::move(atlas)), atlas_(*shared_atlas_), order_(order), watch_(watch) {}

  Result<Analysed> run(Date today, std::filesystem::path const& file) {
    std::optional<Index<Area>> only;
    if (order_.area) {
      only = atlas_.areas().find(*order_.area);
      if (!only) return fail(Fault::missing, "area.missing");
    }
    model_ = make_model(shared_atlas_, order_.parameters, today, order_.threads, watch_, AnalysisStep::reach);
    if (model_->homes().empty()) return fail(Fault::missing, "analyse.no_homes");
    analysed_.home_areas = model_->homes().size();
    analysed_.offerings = model_->candidates().all().size();
    auto const written = write_whole(file, [&](std::ostream& out) { return write(out, only); });
    if (!written) return fail(written.error());
    return analysed_;
  }

 private:
  // A profile at a time: of a country one fits in memory, all do not.
  Done write(std::ostream& out, std::optional<Index<Area>> only) {
    auto const around = only ? std::optional(atlas_.areas().outermost(*only)) : std::nullopt;
    StepCount<AnalysisStep> count(watch_, AnalysisStep::reckon,
                                  homes_in(around) * standard_profiles().size());
    out << opportunity_headings(atlas_);
    for (std::size_t profile = 0; profile < standard_profiles().size(); ++profile) {
      OpportunityAnalysis const analysis(model_, around, order_.threads);
      analysis.reckon(profile, [&](std::size_t done) { count.add(done); });
      if (order_.all_children) {
        add(analysis, profile);
      } else {
        write(out, analysis, profile, only);
      }
    }
    if (order_.all_children) write_together(out, only);
    if (analysed_.rows == 0) return fail(Fault::missing, "opportunity.nobody");
    return out ? Done() : fail(Fault::unavailable, "export.cannot_write");
  }

  std::size_t homes_in(std::optional<Index<Area>> whole) const {
    return static_cast<std::size_t>(std::ranges::count_if(model_->homes(), [&](HomeArea const& home) {
      return !whole || atlas_.areas().lies_in(home.area, *whole);
    }));
  }

  bool is_asked(Index<Area> area, std::optional<Index<Area>> only) const {
    return !only || atlas_.areas().lies_in(area, *only);
  }

  // The rows of one profile are made by all threads, and written in their order.
  void write(std::ostream& out, OpportunityAnalysis const& analysis, std::size_t profile,
             std::optional<Index<Area>> only) {
    auto const children = text(standard_profiles()[profile]);
    std::map<Index<Area>, Funnel> wholes;
    std::vector<Index<Area>> asked;
    for (auto const area : analysis.areas()) {
      if (!is_asked(area, only)) continue;
      asked.push_back(area);
      auto const whole = atlas_.areas().outermost(area);
      auto const [funnel, is_new] = wholes.try_emplace(whole);
      if (is_new) funnel->second = analysis.of(whole, profile)->funnel;
    }
    std::vector<std::string> rows(asked.size());
    in_parallel(asked.size(), order_.threads, [&](unsigned, std::size_t i) {
      auto const& whole = wholes.at(atlas_.areas().outermost(asked[i]));
      rows[i] = opportunity_row(atlas_, area_opportunity(analysis, asked[i], {profile}, whole), children);
    });
    for (auto const& row : rows) out << row;
    analysed_.rows += rows.size();
  }

  struct Together {
    Experience sum;
    double weight = 0;
    double children = 0;
  };

  void add(OpportunityAnalysis const& analysis, std::size_t profile) {
    auto const& child = standard_profiles()[profile];
    // Of each age once.
    bool const counts = child.going == Going::on_foot && child.purse == Purse::little &&
                        child.language == HomeLanguage::dutch;
    for (auto const area : analysis.areas()) {
      auto& together = together_[area];
      auto const weight = analysis.children(area, profile);
      together.sum.add(*analysis.of(area, profile), weight);
      together.weight += weight;
      if (counts) together.children += analysis.children_of_ages(area, std::span(&profile, 1));
    }
  }

  // Areas without children have no row.
  void write_together(std::ostream& out, std::optional<Index<Area>> only) {
    std::erase_if(together_, [](auto const& one) { return one.second.weight <= 0; });
    std::map<Index<Area>, Experience> means;
    for (auto const& [area, together] : together_) means[area].add(together.sum, 1 / together.weight);
    for (auto const& [area, together] : together_) {
      if (!is_asked(area, only)) continue;
      auto const& whole = means.at(atlas_.areas().outermost(area)).funnel;
      out << opportunity_row(atlas_, beside(area, together.children, means.at(area), whole), "all");
      ++analysed_.rows;
    }
  }

  std::map<Index<Area>, Together> together_;
  std::shared_ptr<Atlas const> shared_atlas_;
  Atlas const& atlas_;
  AnalysisOrder const& order_;
  AnalysisWatch const& watch_;
  std::shared_ptr<OpportunityModel const> model_;
  Analysed analysed_;
};

}  // namespace

Result<Analysed> analyse(Store& store, std::shared_ptr<Vocabulary const> vocabulary, Date today,
                         AnalysisOrder const& order, std::filesystem::path const& file,
                         AnalysisWatch const& watch) {
  if (auto const room = check_new_file(file); !room) return fail(room.error());
  try {
    StepCount<AnalysisStep>(watch, AnalysisStep::load, 1);
    return Analysing(load_atlas(store, std::move(vocabulary)), order, watch).run(today, file);
  } catch (StepStopped const&) {
    return fail(Fault::unavailable, "file.stopped");
  }
}

}  // namespace wegwijzer
