// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/inequality_file.h"

#include <ostream>
#include <set>

#include "exchange/whole_file.h"
#include "usecases/atlas/live.h"
#include "usecases/opportunity/figures_table.h"
#include "usecases/opportunity/place_model.h"

namespace wegwijzer {

namespace {

class WritingInequality {
 public:
  WritingInequality(std::shared_ptr<Atlas const> atlas, InequalityOrder const& order,
                    InequalityWatch const& watch)
      : atlas_(std::move(atlas)), order_(order), watch_(watch) {}

  Result<InequalityWritten> run(Date today, std::filesystem::path const& file) {
    if (auto const found = find_only(); !found) return fail(found.error());
    find_model(today);
    find_places();
    reckon();
    draw();
    auto const done = write_whole(file, [&](std::ostream& out) { return write(out); });
    if (!done) return fail(done.error());
    return written_;
  }

 private:
  struct Place {
    Population population;
    std::optional<PlaceFigures> figures{};
    std::optional<Uncertainty> sure{};
  };

  Areas const& areas() const { return atlas_->areas(); }

  Done find_only() {
    if (!order_.area) return {};
    auto const found = whole_place(areas(), *order_.area);
    if (!found) return fail(found.error());
    only_ = *found;
    return {};
  }

  // Journeys of the model are those of the draws too.
  void find_model(Date today) {
    auto const parameters =
        order_.draws > 0 ? looking_as_far(order_.parameters, draw_order()) : order_.parameters;
    model_ = make_model(atlas_, parameters, today, order_.threads, watch_, InequalityStep::reach);
    if (parameters.longest_journey <= order_.parameters.longest_journey) return;
    model_ = std::make_shared<OpportunityModel const>(*model_, order_.parameters, order_.threads);
  }

  DrawOrder draw_order() const {
    return {.draws = order_.draws, .seed = Seed(order_.seed), .threads = order_.threads};
  }

  void find_places() {
    std::set<Index<Area>> wholes;
    for (auto const& home : model_->homes()) wholes.insert(areas().outermost(home.area));
    for (auto const whole : wholes) {
      if (!only_ || whole == *only_) places_.push_back({Population(*model_, whole, everybody_)});
    }
  }

  void reckon() {
    StepCount<InequalityStep> count(watch_, InequalityStep::reckon, places_.size());
    for (auto& place : places_) {
      place.figures = place_figures(*model_, place.population, order_.threads);
      count.add(1);
    }
    // Of hardly any children nothing is told.
    std::erase_if(places_,
                  [](Place const& place) { return !place.figures || !are_enough(place.figures->children); });
  }

  // All places in each draw, so that what each needs of the others is reckoned once.
  void draw() {
    if (order_.draws == 0 || places_.empty()) return;
    StepCount<InequalityStep> count(watch_, InequalityStep::draw, order_.draws);
    std::vector<PlaceToDraw> to_draw;
    for (auto const& place : places_) to_draw.push_back({&place.population, &*place.figures});
    auto sure = uncertainty_of_places(*model_, to_draw, draw_order(),
                                      [&](std::size_t done) { count.add(done > 0 ? 1 : 0); });
    for (std::size_t i = 0; i < places_.size(); ++i) places_[i].sure = std::move(sure[i]);
  }

  Done write(std::ostream& out) {
    if (places_.empty()) return fail(Fault::missing, "opportunity.nobody");
    out << "place," << figures_heading;
    if (!only_) write_together(out);
    for (auto const& place : places_) {
      auto const whole = *place.population.within;
      FiguresOfPlace const of{*model_, whole, place.population, *place.figures,
                              place.sure ? &*place.sure : nullptr};
      write(out, areas()[whole].code.text(), figure_rows(of));
      ++written_.places;
    }
    return out ? Done() : fail(Fault::unavailable, "export.cannot_write");
  }

  void write_together(std::ostream& out) {
    Population const all(*model_, std::nullopt, everybody_);
    auto const figures = spread_figures(*model_, all, order_.threads);
    if (figures) write(out, "", spread_rows({*model_, std::nullopt, all, *figures}));
  }

  void write(std::ostream& out, std::string const& place, std::vector<FigureRow> const& rows) {
    for (auto const& row : rows) out << place << ',' << figure_line(row);
    written_.rows += rows.size();
  }

  std::shared_ptr<Atlas const> atlas_;
  InequalityOrder const& order_;
  InequalityWatch const& watch_;
  std::vector<std::size_t> const everybody_ = profiles_of({});
  std::optional<Index<Area>> only_;
  std::shared_ptr<OpportunityModel const> model_;
  std::vector<Place> places_;
  InequalityWritten written_;
};

}  // namespace

Result<InequalityWritten> write_inequality(Store& store, std::shared_ptr<Vocabulary const> vocabulary,
                                           Date today, InequalityOrder const& order,
                                           std::filesystem::path const& file, InequalityWatch const& watch) {
  if (auto const room = check_new_file(file); !room) return fail(room.error());
  try {
    StepCount<InequalityStep>(watch, InequalityStep::load, 1);
    return WritingInequality(load_atlas(store, std::move(vocabulary)), order, watch).run(today, file);
  } catch (StepStopped const&) {
    return fail(Fault::unavailable, "file.stopped");
  }
}

}  // namespace wegwijzer
