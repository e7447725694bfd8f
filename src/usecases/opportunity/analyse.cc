// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/analyse.h"

#include <algorithm>
#include <ostream>

#include "exchange/whole_file.h"
#include "usecases/atlas/live.h"

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
    model_ = make_model(today);
    if (model_->homes().empty()) return fail(Fault::missing, "analyse.no_homes");
    analysed_.home_areas = model_->homes().size();
    analysed_.offerings = model_->candidates().all().size();
    auto const written = write_whole(file, [&](std::ostream& out) { return write(out, only); });
    if (!written) return fail(written.error());
    return analysed_;
  }

 private:
  std::shared_ptr<OpportunityModel const> make_model(Date today) {
    auto const homes = home_areas(atlas_, static_cast<int>(order_.parameters.square)).size();
    // Each way is asked for, and then each once more for the seats.
    StepCount<AnalysisStep> count(watch_, AnalysisStep::reach, 2 * way_count * homes);
    return std::make_shared<OpportunityModel const>(
        shared_atlas_, order_.parameters, today, order_.threads,
        [&](ModelStep step, std::size_t done) { count.add(step == ModelStep::streets ? 0 : done); });
  }

  Done write(std::ostream& out, std::optional<Index<Area>> only) {
    StepCount<AnalysisStep> count(watch_, AnalysisStep::reckon,
                                  homes_around(only) * standard_profiles().size());
    out << opportunity_headings(atlas_);
    for (auto const place : places_with_opportunities(*model_)) {
      if (only && atlas_.areas().outermost(*only) != place) continue;
      OpportunityAnalysis const analysis(model_, place, order_.threads);
      analysis.reckon_all([&](std::size_t done) { count.add(done); });
      write(out, analysis, place, only.value_or(place));
    }
    if (analysed_.rows == 0) return fail(Fault::missing, "opportunity.nobody");
    return out ? Done() : fail(Fault::unavailable, "export.cannot_write");
  }

  std::size_t homes_around(std::optional<Index<Area>> only) const {
    if (!only) return model_->homes().size();
    auto const whole = atlas_.areas().outermost(*only);
    return static_cast<std::size_t>(std::ranges::count_if(
        model_->homes(), [&](HomeArea const& home) { return atlas_.areas().outermost(home.area) == whole; }));
  }

  // Which children a row is about, and what it calls them.
  struct Children {
    ChildWish wish;
    std::string name;
    Funnel whole;  // of the whole gemeente
  };

  std::vector<Children> children_of(OpportunityAnalysis const& analysis, Index<Area> whole) const {
    std::vector<Children> all;
    auto const add = [&](ChildWish const& wish, std::string name) {
      if (auto const of_whole = analysis.of(whole, profiles_of(wish))) {
        all.push_back({wish, std::move(name), of_whole->funnel});
      }
    };
    if (order_.all_children) {
      add({}, "all");
      return all;
    }
    for (auto const& child : standard_profiles()) {
      add({child.age, child.going, child.purse, child.language}, text(child));
    }
    return all;
  }

  void write(std::ostream& out, OpportunityAnalysis const& analysis, Index<Area> whole, Index<Area> within) {
    auto const all = children_of(analysis, whole);
    for (auto const area : analysis.areas()) {
      if (!atlas_.areas().lies_in(area, within)) continue;
      ++analysed_.areas;
      for (auto const& children : all) {
        auto const one = area_opportunity(analysis, area, children.wish, children.whole);
        out << opportunity_row(atlas_, one, children.name);
        ++analysed_.rows;
      }
    }
  }

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
