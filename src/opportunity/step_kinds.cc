// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/step_kinds.h"

#include <map>
#include <string_view>
#include <tuple>

#include "opportunity/next_steps.h"

namespace wegwijzer {

namespace {

auto key_of(Catalogue const& catalogue, Index<Offering> offering) {
  auto const& one = catalogue[offering];
  return std::tuple(catalogue.facts(offering).themes.to_string(), one.stage, one.difficulty, one.asks_prior);
}

bool is_lesson(Catalogue const& catalogue, Index<Offering> offering, Date today) {
  auto const& facts = catalogue.facts(offering);
  return facts.in_school && facts.stage == Stage::introduce && facts.last_day >= today;
}

std::uint32_t ages_of_edge(StepEdge const& edge) {
  if (!edge.ages) return ~0U;
  std::uint32_t ages = 0;
  for (int age = 0; age < 32; ++age) {
    if (edge.ages->contains(age)) ages |= 1U << age;
  }
  return ages;
}

void set(std::vector<std::uint64_t>& rows, std::size_t row, std::size_t words, std::size_t bit) {
  rows[row * words + bit / 64] |= std::uint64_t{1} << bit % 64;
}

}  // namespace

StepKinds::StepKinds(Atlas const& atlas, Candidates const& candidates, Date today) {
  auto const& catalogue = atlas.catalogue();
  std::map<decltype(key_of(catalogue, {})), std::uint32_t> known;
  std::vector<Index<Offering>> example;  // of each kind
  auto const kind_of = [&](Index<Offering> offering) {
    auto const [kind, is_new] =
        known.try_emplace(key_of(catalogue, offering), static_cast<std::uint32_t>(known.size()));
    if (is_new) {
      example.push_back(offering);
      stages_.push_back(catalogue[offering].stage);
      themes_.push_back(catalogue.facts(offering).themes);
    }
    return kind->second;
  };
  for (auto const& one : candidates.all()) kind_.push_back(kind_of(one.offering));
  for (std::size_t i = 0; i < catalogue.offerings().size(); ++i) {
    Index<Offering> const offering(i);
    if (!is_lesson(catalogue, offering, today)) continue;
    lessons_.push_back({offering, catalogue.facts(offering).ecosystem, kind_of(offering)});
  }
  relate(atlas, example);
  find_agreed(atlas, candidates);
  find_namesakes(catalogue, candidates);
}

void StepKinds::relate(Atlas const& atlas, std::vector<Index<Offering>> const& example) {
  deeper_.resize(size() * words());
  broader_.resize(size() * words());
  for (std::size_t from = 0; from < size(); ++from) {
    for (std::size_t to = 0; to < size(); ++to) {
      if (deepens(atlas, example[from], example[to])) {
        set(deeper_, from, words(), to);
      } else if (broadens(atlas, example[from], example[to])) {
        set(broader_, from, words(), to);
      }
    }
  }
}

void StepKinds::find_agreed(Atlas const& atlas, Candidates const& candidates) {
  auto const& catalogue = atlas.catalogue();
  auto const& network = atlas.network();
  first_agreed_.push_back(0);
  for (auto const& from : candidates.all()) {
    for (auto const edge : network.steps_of(from.offering)) {
      auto const to = candidates.find(network.links(edge).to);
      if (!network.links(edge).agreed || !to) continue;
      auto const& next = candidates[*to];
      bool const same_again = next.organisation == from.organisation &&
                              catalogue[next.offering].title == catalogue[from.offering].title;
      if (same_again) continue;
      // Who agreed twice on one step for a child of one age: the first counts.
      auto ages = ages_of_edge(network[edge]);
      for (auto at = first_agreed_.back(); at < agreed_.size(); ++at) {
        if (agreed_[at].to == *to) ages &= ~agreed_[at].ages;
      }
      if (ages) agreed_.push_back({static_cast<std::uint32_t>(*to), network[edge].direction, ages});
    }
    first_agreed_.push_back(static_cast<std::uint32_t>(agreed_.size()));
  }
}

void StepKinds::find_namesakes(Catalogue const& catalogue, Candidates const& candidates) {
  std::map<std::pair<Index<Organisation>, std::string_view>, std::vector<std::uint32_t>> by_name;
  auto const name_of = [&](Candidate const& one) {
    return std::pair(one.organisation, std::string_view(catalogue[one.offering].title));
  };
  for (std::uint32_t i = 0; i < kind_.size(); ++i) by_name[name_of(candidates[i])].push_back(i);
  first_namesake_.push_back(0);
  for (std::uint32_t i = 0; i < kind_.size(); ++i) {
    for (auto const other : by_name[name_of(candidates[i])]) {
      if (other != i) namesakes_.push_back(other);
    }
    first_namesake_.push_back(static_cast<std::uint32_t>(namesakes_.size()));
  }
}

}  // namespace wegwijzer
