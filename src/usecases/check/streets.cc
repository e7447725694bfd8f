// SPDX-License-Identifier: EUPL-1.2
#include "usecases/check/streets.h"

#include <algorithm>
#include <set>

#include "streets/nearest_venue.h"
#include "usecases/ground/streets.h"

namespace wegwijzer {

namespace {

constexpr std::array near_kinds = {"school", "library"};
constexpr std::array near_modes = {std::pair{Mode::walk, "walk_"}, std::pair{Mode::bike, "bike_"}};

constexpr std::size_t steps_per_file =
    street_patterns.size() * (pairs_per_pattern + near_modes.size() * near_kinds.size() * homes_per_pattern);

std::vector<GeoPoint> venues_of(Store& store, std::string_view kind) {
  std::set<GeoPoint> points;
  for (auto const& ecosystem : store.ecosystems()) {
    for (auto const& venue : store.reader(ecosystem)->venues().all()) {
      if (!venue.archived_on && venue.kind.text() == kind) points.insert(venue.point);
    }
  }
  return {points.begin(), points.end()};
}

// Those from which the streets are near.
std::vector<std::optional<Place>> on_streets(TravelTimes const& times, std::vector<GeoPoint> const& venues) {
  std::vector<std::optional<Place>> places;
  for (auto const venue : venues) {
    if (auto const place = snap(times, venue)) places.emplace_back(*place);
  }
  return places;
}

class Measuring {
 public:
  Measuring(Store& store, Seed seed, Step step) : seed_(seed), step_(std::move(step)) {
    for (std::size_t i = 0; i < near_kinds.size(); ++i) venues_[i] = venues_of(store, near_kinds[i]);
  }

  Done measure(std::string const& network, std::shared_ptr<Streets const> const& streets) {
    auto const shape = measure_shape(streets, seed_, step_);
    if (!shape) return fail(shape.error());
    add_shape(figures_, network, *shape);
    TravelTimes const on_foot(streets, {Mode::walk, AgeBand::from_9});
    auto const homes = draw_homes(on_foot, shape->patterns, seed_);
    for (auto const& [mode, name] : near_modes) {
      TravelTimes const times(streets, {mode, AgeBand::from_9});
      for (std::size_t i = 0; i < near_kinds.size(); ++i) {
        auto const places = on_streets(times, venues_[i]);
        if (places.empty()) continue;
        auto const minutes = minutes_to_nearest(homes, Destinations(times, places), step_);
        if (!minutes) return fail(minutes.error());
        add_minutes(figures_, network, std::string(name) + near_kinds[i], *minutes);
      }
    }
    return {};
  }

  StreetFigures take() && { return std::move(figures_); }

 private:
  Seed seed_;
  Step step_;
  std::array<std::vector<GeoPoint>, near_kinds.size()> venues_;
  StreetFigures figures_;
};

}  // namespace

Result<StreetFigures> check_streets(Store& store, Seed seed, Progress const& progress) {
  auto const ground = store.ground();
  auto files = ground->files();
  std::erase_if(files, [](GroundFile const& file) { return file.kind != GroundKind::streets; });
  if (files.empty()) return fail(Fault::missing, "streets.none");
  auto const all_steps = files.size() * steps_per_file;
  std::uint64_t done = 0;
  Measuring measuring(store, seed, [&] { return progress(done++, all_steps); });
  for (std::size_t i = 0; i < files.size(); ++i) {
    done = i * steps_per_file;  // what the file before had no need of counts as done
    if (!progress(done, all_steps)) return fail(Fault::unavailable, "streets.stopped");
    auto const measured =
        measuring.measure(files[i].source, std::make_shared<Streets const>(streets_of(*ground, files[i])));
    if (!measured) return fail(measured.error());
  }
  return std::move(measuring).take();
}

}  // namespace wegwijzer
