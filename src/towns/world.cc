// SPDX-License-Identifier: EUPL-1.2
#include "towns/world.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

#include "base/embedded.h"

namespace wegwijzer::towns {

namespace {

constexpr std::size_t cells_at_a_time = 256;

std::string_view file(std::string const& name) {
  return embedded_file(assets_files(), "towns/" + name);
}

CellDoors doors_of(MapPatch const& patch) {
  CellDoors doors;
  std::map<std::string, std::pair<std::uint32_t, int>>
      streets;  // its place, and the number of the next house
  for (auto const& front : patch.fronts) {
    auto const [street, is_new] =
        streets.try_emplace(front.street, static_cast<std::uint32_t>(streets.size()), 1);
    if (is_new) doors.streets.push_back(front.street);
    auto& [place, number] = street->second;
    doors.doors.push_back({front.at, front.dwellings, place, number});
    number += 2 * std::max(1, front.dwellings);
  }
  for (auto const& shape : patch.shapes) {
    if (shape.kind == ShapeKind::playground) doors.playgrounds.push_back(shape.outline.front());
  }
  return doors;
}

}  // namespace

WorldWords read_world_words(Vocabulary const& vocabulary, Date today) {
  WorldWords words{read_word_lists(file("names.json")), KeyFigures(file("figures.json")), {}};
  words.repertoire.kinds = read_provider_kinds(file("providers.json"));
  for (auto const* const name : {"nature-science", "technology-culture", "sport-social"}) {
    auto activities = read_activities(file(std::string("activities/") + name + ".json"));
    std::ranges::move(activities, std::back_inserter(words.repertoire.activities));
  }
  words.repertoire.first_visits = read_first_visits(file("first_visit.json"));
  words.repertoire.vocabulary = &vocabulary;
  words.repertoire.today = today;
  return words;
}

World::World(WorldSize const& size, WorldWords const& words, std::size_t threads)
    : words_(words),
      threads_(std::max<std::size_t>(1, threads)),
      met_(meet(make_plan(size), threads_)),
      ground_(ground_shape(met_.plan)),
      names_(met_.plan, words.lists),
      territory_(settle(met_.plan, names_, words.figures, size)),
      naming_(naming_of(names_)) {}

bool World::draw(std::function<bool(MapPatch&&)> const& take) {
  auto const cells = plan().cells.size();
  auto const opens_doors = doors_.size() < cells;
  if (opens_doors) doors_.clear();
  for (std::size_t first = 0; first < cells; first += cells_at_a_time) {
    std::vector<MapPatch> patches(std::min(cells_at_a_time, cells - first));
    std::atomic<std::size_t> next = 0;
    auto const work = [&] {
      for (auto i = next++; i < patches.size(); i = next++)
        patches[i] = towns::draw(met_, ground_, naming_, first + i);
    };
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < threads_; ++i) workers.emplace_back(work);
    work();
    workers.clear();
    for (auto& patch : patches) {
      if (opens_doors) doors_.push_back(doors_of(patch));
      if (!take(std::move(patch))) return false;
    }
  }
  return take(draw_strips(plan(), ground_));
}

std::vector<CellDoors> const& World::doors() {
  if (doors_.size() < plan().cells.size()) draw([](MapPatch&&) { return true; });
  return doors_;
}

std::string World::slug(std::size_t town) const {
  std::string slug;
  for (char const c : names_.town(town)) slug += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return slug;
}

std::vector<Area> World::areas(std::size_t town) const {
  return areas_of(plan(), ground_, territory_, names_, town);
}

std::vector<PlaceName> World::place_names(std::size_t town) {
  return place_names_of(territory_, names_, plan(), ground_, doors(), town);
}

std::vector<Home> World::homes(std::size_t town) {
  return homes_of(plan(), territory_, doors(), town);
}

Society World::society(std::size_t town) {
  return people(plan(), names_, words_.lists, territory_, doors(), words_.repertoire, town);
}

}  // namespace wegwijzer::towns
