// SPDX-License-Identifier: EUPL-1.2
#include "usecases/release/make.h"

#include <fmt/format.h>

#include "base/checksum.h"
#include "exchange/cells.h"
#include "exchange/csv.h"
#include "exchange/funnel_csv.h"
#include "opportunity/change_split.h"
#include "opportunity/indicators.h"
#include "usecases/atlas/live.h"
#include "usecases/opportunity/figures_table.h"
#include "usecases/opportunity/place_model.h"
#include "usecases/opportunity/table.h"

namespace wegwijzer {

namespace {

std::string funnel_file(OpportunityAnalysis const& analysis, Population const& population) {
  std::vector<FunnelRow> rows;
  for (auto const& cell : funnel_cells(analysis, population)) {
    rows.push_back({cell.area, text(standard_profiles()[cell.profile]), cell.children, cell.left});
  }
  return write_funnel_csv(rows);
}

class Releasing {
 public:
  Releasing(std::shared_ptr<Atlas const> atlas, ReleaseOrder const& order, ReleaseWatch const& watch)
      : atlas_(std::move(atlas)), order_(order), watch_(watch) {}

  Result<FigureRelease> run(Date today) {
    if (auto const found = find_place(); !found) return fail(found.error());
    reach(today);
    auto const whole = reckon();
    if (!whole) return fail(Fault::missing, "opportunity.nobody");
    if (!are_enough(whole->children)) return fail(Fault::missing, "inequality.too_few");
    auto const sure = draw();
    if (!sure) return fail(Fault::missing, "opportunity.nobody");
    return files_of(*whole, *sure);
  }

 private:
  Done find_place() {
    auto const found = whole_place(atlas_->areas(), order_.area);
    if (!found) return fail(found.error());
    place_ = *found;
    return {};
  }

  void reach(Date today) {
    model_ = make_model(atlas_, order_.parameters, today, order_.threads, watch_, ReleaseStep::reach);
    std::vector<std::size_t> const all = profiles_of({});
    population_.emplace(*model_, place_, all);
  }

  std::optional<PlaceFigures> reckon() {
    StepCount<ReleaseStep>(watch_, ReleaseStep::reckon, 1);
    auto figures = place_figures(*model_, *population_, order_.threads);
    if (figures) {
      funnel_ = funnel_file(OpportunityAnalysis(model_, place_, order_.threads), *population_);
    }
    return figures;
  }

  std::optional<Uncertainty> draw() {
    StepCount<ReleaseStep> count(watch_, ReleaseStep::draw, order_.draws);
    return uncertainty(*model_, *population_,
                       {.draws = order_.draws, .seed = Seed(order_.seed), .threads = order_.threads},
                       [&](std::size_t done) { count.add(done > 0 ? 1 : 0); });
  }

  FigureRelease files_of(PlaceFigures const& figures, Uncertainty const& sure) const {
    FigureRelease release;
    auto& files = release.files;
    FiguresOfPlace const of{*model_, place_, *population_, figures, &sure};
    files.figures = write_figures_csv(figure_rows(of));
    files.draws =
        write_draws_csv(drawn_rows(of, parameter_draws(order_.parameters, order_.draws, Seed(order_.seed))));
    files.parameters = parameters_csv(order_.parameters);
    files.funnel = funnel_;
    auto const method = method_of({*model_,
                                   place_,
                                   text(ChildWish()),
                                   sure.draws,
                                   order_.seed,
                                   {{"figures.csv", checksum(files.figures)},
                                    {"parameters.csv", checksum(files.parameters)},
                                    {"funnel.csv", checksum(files.funnel)},
                                    {"draws.csv", checksum(files.draws)}}});
    files.method = write_method_json(method);
    release.head.area = method.place;
    release.head.area_name = method.place_name;
    release.head.day = method.day;
    release.head.versions = indicator_versions();
    return release;
  }

  std::shared_ptr<Atlas const> atlas_;
  ReleaseOrder const& order_;
  ReleaseWatch const& watch_;
  Index<Area> place_;
  std::shared_ptr<OpportunityModel const> model_;
  std::optional<Population> population_;
  std::string funnel_;
};

}  // namespace

std::string parameters_csv(OpportunityParameters const& parameters) {
  OpportunityParameters const usual;
  auto table = csv_line({"parameter", "value", "source"});
  for (auto const& one : opportunity_parameters()) {
    auto const value = parameters.*one.value;
    table += csv_line({std::string(one.name), fmt::format("{}", value),
                       value == usual.*one.value ? "usual" : "chosen by the municipality"});
  }
  return table;
}

Result<FigureReleaseHead> make_release(Store& store, Id<FigureRelease> id,
                                       std::shared_ptr<Vocabulary const> vocabulary, Date today,
                                       ReleaseOrder const& order, ReleaseWatch const& watch) {
  auto const note = order.note.empty() ? Result<std::string>("") : read_line(order.note);
  if (!note) return fail(in_field(note.error(), "--note"));
  try {
    StepCount<ReleaseStep>(watch, ReleaseStep::load, 1);
    auto release = Releasing(load_atlas(store, std::move(vocabulary)), order, watch).run(today);
    if (!release) return fail(release.error());
    release->head.id = id;
    release->head.note = *note;
    release->head.checksum = checksum_of(*release);
    return store.add(*release).map([&] { return release->head; });
  } catch (StepStopped const&) {
    return fail(Fault::unavailable, "file.stopped");
  }
}

}  // namespace wegwijzer
