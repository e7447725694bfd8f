// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/next_steps.h"

#include <algorithm>
#include <tuple>

namespace wegwijzer {

namespace {

std::optional<Index<Theme>> first_of(ThemeSet const& themes) {
  for (std::size_t i = 0; i < most_themes; ++i) {
    if (themes[i]) return Index<Theme>(i);
  }
  return std::nullopt;
}

ThemeSet shared(Atlas const& atlas, Index<Offering> from, Index<Offering> to) {
  auto const& catalogue = atlas.catalogue();
  return atlas.themes().related_to(catalogue.facts(from).themes) & catalogue.facts(to).themes;
}

bool is_same_again(Catalogue const& catalogue, Index<Offering> from, Index<Offering> to) {
  return from == to || (catalogue.facts(from).organisation == catalogue.facts(to).organisation &&
                        catalogue[from].title == catalogue[to].title);
}

// Whether a child can take this step at all: another, in its own time, not over or full, of its age and
// needs.
bool open_to(Catalogue const& catalogue, Index<Offering> from, Index<Offering> to,
             Circumstances const& child) {
  auto const& next = catalogue.facts(to);
  if (next.in_school || next.last_day < child.today || !can_join(next, child.today)) return false;
  if (child.age && !fits(next, *child.age)) return false;
  if ((child.free && !next.free) || (next.access & child.access) != child.access) return false;
  if (!child.reach && next.ecosystem != catalogue.facts(from).ecosystem) return false;
  return !is_same_again(catalogue, from, to);
}

enum class Distance { reachable, too_far };

std::pair<Distance, std::optional<Tenths>> travel_to(Atlas const& atlas, Index<Offering> to,
                                                     Reach const* reach) {
  auto const& facts = atlas.catalogue().facts(to);
  if (!facts.needs_trip || !reach) return {Distance::reachable, std::nullopt};
  auto const travel = facts.venue ? reach->to(*facts.venue) : std::nullopt;
  return {travel ? Distance::reachable : Distance::too_far, travel};
}

// Nearest first, what is done at home or online last. Ties go by title: the same every time.
auto nearness(Atlas const& atlas, NextStep const& step) {
  return std::tuple(step.travel.value_or(Tenths::max()), atlas.catalogue().facts(step.offering).title_rank);
}

void sort_deeper(Atlas const& atlas, Index<Offering> from, std::vector<NextStep>& steps) {
  auto const own = atlas.catalogue().facts(from).themes;
  auto const key = [&](NextStep const& step) {
    auto const common = (own & atlas.catalogue().facts(step.offering).themes).count();
    auto const stage = atlas.catalogue()[step.offering].stage.value_or(Stage::belong);
    // Of what is agreed and of what is not: what has more themes in common first, then the nearest stage.
    return std::tuple(!step.reason.agreed, -static_cast<int>(common), stage, nearness(atlas, step));
  };
  std::ranges::sort(steps, {}, key);
}

std::optional<Direction> by_definition(Atlas const& atlas, Index<Offering> from, Index<Offering> to) {
  if (deepens(atlas, from, to)) return Direction::deepen;
  if (broadens(atlas, from, to)) return Direction::broaden;
  return std::nullopt;
}

// The edge between the two, when it is for a child of this age.
std::optional<Index<StepEdge>> edge_between(Network const& network, Index<Offering> from, Index<Offering> to,
                                            std::optional<int> age) {
  for (auto const edge : network.steps_of(from)) {
    auto const& ages = network[edge].ages;
    if (network.links(edge).to == to && (!ages || !age || ages->contains(*age))) return edge;
  }
  return std::nullopt;
}

// What the definition of a direction rests on.
StepReason by_themes(Atlas const& atlas, Index<Offering> from, Index<Offering> to, Direction direction) {
  auto const& catalogue = atlas.catalogue();
  if (direction == Direction::broaden) return {.new_theme = first_of(catalogue.facts(to).themes)};
  bool const later = catalogue[to].stage > catalogue[from].stage;  // both are known
  return {.shared_theme = first_of(shared(atlas, from, to)), .later_stage = later};
}

struct Step {
  Direction direction;
  StepReason reason;
};

std::optional<Step> step_between(Atlas const& atlas, Index<Offering> from, Index<Offering> to,
                                 std::optional<int> age) {
  auto const& network = atlas.network();
  auto const edge = edge_between(network, from, to, age);
  bool const agreed = edge && network.links(*edge).agreed;
  auto const found = by_definition(atlas, from, to);
  if (!agreed && !found) return std::nullopt;
  Step step{agreed ? network[*edge].direction : *found, {}};
  if (found == step.direction) step.reason = by_themes(atlas, from, to, step.direction);
  if (edge && network[*edge].direction == step.direction)
    step.reason.edge = edge, step.reason.agreed = agreed;
  return step;
}

}  // namespace

bool deepens(Atlas const& atlas, Index<Offering> from, Index<Offering> to) {
  auto const& now = atlas.catalogue()[from];
  auto const& next = atlas.catalogue()[to];
  if (!now.stage || !next.stage || shared(atlas, from, to).none()) return false;
  if (*next.stage != *now.stage) return *next.stage > *now.stage;
  return now.difficulty && next.difficulty && *next.difficulty > *now.difficulty;
}

bool broadens(Atlas const& atlas, Index<Offering> from, Index<Offering> to) {
  auto const& catalogue = atlas.catalogue();
  if (catalogue.facts(from).themes.none() || catalogue.facts(to).themes.none()) return false;
  return !catalogue[to].asks_prior && shared(atlas, from, to).none();
}

NextSteps next_steps(Atlas const& atlas, Index<Offering> from, Circumstances const& circumstances) {
  NextSteps steps;
  auto const& catalogue = atlas.catalogue();
  for (std::size_t i = 0; i < catalogue.offerings().size(); ++i) {
    Index<Offering> const to(i);
    if (!open_to(catalogue, from, to, circumstances)) continue;
    auto const [distance, travel] = travel_to(atlas, to, circumstances.reach);
    if (distance == Distance::too_far) continue;
    auto const step = step_between(atlas, from, to, circumstances.age);
    if (!step) continue;
    auto& list = step->direction == Direction::deepen ? steps.deeper : steps.broader;
    list.push_back({to, travel, step->reason});
  }
  sort_deeper(atlas, from, steps.deeper);
  std::ranges::sort(steps.broader, {}, [&](NextStep const& step) {
    return std::tuple(!step.reason.agreed, nearness(atlas, step));
  });
  return steps;
}

std::vector<NextStep> varied(Atlas const& atlas, std::vector<NextStep> const& steps, std::size_t most) {
  if (most == 0) return {};
  std::vector<NextStep> chosen, others;
  ThemeSet seen;
  for (auto const& step : steps) {
    auto const themes = atlas.themes().related_to(atlas.catalogue().facts(step.offering).themes);
    auto& list = step.reason.agreed || (themes & seen).none() ? chosen : others;
    list.push_back(step);
    seen |= themes;
    if (chosen.size() == most) return chosen;
  }
  for (auto const& step : others) {
    if (chosen.size() < most) chosen.push_back(step);
  }
  return chosen;
}

}  // namespace wegwijzer
