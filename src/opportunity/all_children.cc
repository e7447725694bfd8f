// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/all_children.h"

#include <algorithm>
#include <numeric>

#include "opportunity/analysis.h"
#include "reach/parallel.h"

namespace wegwijzer {

namespace {

// Welcome times access, and visibility times support: what x needs, multiplied beforehand.
struct Pair {
  Four elsewhere{};
  Four in_own_area{};

  Four const& where(bool in_own_area_too) const { return in_own_area_too ? in_own_area : elsewhere; }
};

Four times(Four const& one, Four const& other) {
  Four product{};
  for (std::size_t member = 0; member < foursome_size; ++member)
    product[member] = one[member] * other[member];
  return product;
}

// Who asks: a thread.
struct Asking {
  Asking(OpportunityModel const& model, std::optional<Lever> pulled) : meeting(model), seen(model, pulled) {}

  Meeting meeting;
  SeenByFour seen;
  std::vector<Pair> known;  // by organisation, of the area it is in
};

class Experiencing {
 public:
  Experiencing(OpportunityModel const& model, std::span<std::size_t const> homes, unsigned threads,
               std::optional<Lever> pulled)
      : model_(model),
        pulled_(pulled),
        met_(candidates_met(model, homes)),
        place_(model.candidates().all().size()),
        rows_(foursome_count, std::vector<Pair>(met_.size())) {
    for (std::uint32_t i = 0; i < met_.size(); ++i) place_[met_[i]] = i;
    in_parallel(foursome_count, threads, [&](unsigned, std::size_t foursome) { fill(foursome); });
  }

  Asking asking() const { return Asking(model_, pulled_); }

  void enter(Index<Area> area, Asking& asking) const {
    asking.seen.enter(area);
    asking.known.clear();
    for (std::uint32_t i = 0; i < model_.atlas().catalogue().organisations().size(); ++i) {
      auto const& [elsewhere, in_own_area, support] = asking.seen[i];
      asking.known.push_back({times(elsewhere, support), times(in_own_area, support)});
    }
  }

  // Calls visit(candidate, what of it each of the four experiences) for all they meet that suits their age.
  template <class Visit>
  void for_each(std::size_t foursome, Index<Area> area, Asking const& asking, Visit visit) const {
    auto const child = child_of(foursome, 0);
    for (auto const& [here, decay, calm] : asking.meeting.by(child.travel())) {
      auto const on_the_way =
          pulled_ == Lever::route ? decay : decay * route_barrier(calm, child, model_.parameters());
      for (auto number = here.begin; number < here.end; ++number) {
        auto const& one = model_.quick(number);
        if (!(one.ages >> child.age & 1U)) continue;
        bool const own = one.area == area.value();
        auto const there = on_the_way * (pulled_ == Lever::seats && one.full > 0 ? 1 : one.full);
        auto const& row = rows_[foursome][place_[number]].where(own);
        auto const& known = asking.known[one.organisation].where(own);
        Four experienced;
        for (std::size_t member = 0; member < foursome_size; ++member) {
          experienced[member] = there * row[member] * known[member];
        }
        visit(number, experienced);
      }
    }
  }

 private:
  void fill(std::size_t foursome) {
    auto const age = child_of(foursome, 0).age;
    for (std::size_t i = 0; i < met_.size(); ++i) {
      if (!fits(model_.candidates()[met_[i]], age)) continue;
      auto const row = row_of_four(model_, met_[i], foursome, pulled_);
      rows_[foursome][i] = {times(row.welcome, row.access), times(row.welcome_in_own_area, row.access)};
    }
  }

  OpportunityModel const& model_;
  std::optional<Lever> pulled_;
  std::vector<std::uint32_t> met_;
  std::vector<std::uint32_t> place_;     // by candidate that is met
  std::vector<std::vector<Pair>> rows_;  // by foursome
};

// First and one past the last of homes that follow each other in one area.
std::vector<std::pair<std::size_t, std::size_t>> by_area(OpportunityModel const& model,
                                                         std::span<std::size_t const> homes) {
  std::vector<std::pair<std::size_t, std::size_t>> areas;
  for (std::size_t first = 0, end = 0; first < homes.size(); first = end) {
    auto const area = model.homes()[homes[first]].area;
    while (end < homes.size() && model.homes()[homes[end]].area == area) ++end;
    areas.emplace_back(first, end);
  }
  return areas;
}

}  // namespace

std::vector<std::size_t> homes_within(OpportunityModel const& model, std::optional<Index<Area>> within) {
  std::vector<std::size_t> homes;
  for (std::size_t i = 0; i < model.homes().size(); ++i) {
    if (!within || model.atlas().areas().lies_in(model.homes()[i].area, *within)) homes.push_back(i);
  }
  return homes;
}

std::vector<double> children_by_profile(OpportunityModel const& model, std::span<std::size_t const> homes) {
  auto const& profiles = standard_profiles();
  std::vector<double> children;
  children.reserve(homes.size() * profiles.size());
  std::vector<double> shares(profiles.size());
  std::optional<Index<Area>> area;
  for (auto const number : homes) {
    auto const& home = model.homes()[number];
    if (area != home.area) {
      area = home.area;
      std::ranges::transform(profiles, shares.begin(), [&](ChildProfile const& child) {
        return share_of_profile(model, home.area, child);
      });
    }
    for (std::size_t p = 0; p < profiles.size(); ++p) {
      children.push_back(children_of(home, profiles[p].age) * shares[p]);
    }
  }
  return children;
}

std::vector<std::uint32_t> candidates_met(OpportunityModel const& model, std::span<std::size_t const> homes) {
  std::vector<bool> met(model.candidates().all().size(), false);
  Meeting meeting(model);
  for (auto const home : homes) {
    meeting.enter(home);
    for (std::size_t way = 0; way < way_count; ++way) {
      for (auto const& one : meeting.by(travel_of_way(way))) {
        std::fill(met.begin() + one.here.begin, met.begin() + one.here.end, true);
      }
    }
  }
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < met.size(); ++i) {
    if (met[i]) numbers.push_back(i);
  }
  return numbers;
}

std::vector<double> experienced_by_all(OpportunityModel const& model, std::span<std::size_t const> homes,
                                       unsigned threads, std::optional<Lever> pulled) {
  Experiencing const experiencing(model, homes, threads, pulled);
  std::vector<std::optional<Asking>> asking(std::max(1U, threads));
  std::vector<double> all(homes.size() * standard_profiles().size());
  auto const areas = by_area(model, homes);
  in_parallel(areas.size(), threads, [&](unsigned thread, std::size_t number) {
    if (!asking[thread]) asking[thread].emplace(experiencing.asking());
    auto const [first, end] = areas[number];
    auto const area = model.homes()[homes[first]].area;
    experiencing.enter(area, *asking[thread]);
    for (auto home = first; home < end; ++home) {
      asking[thread]->meeting.enter(homes[home]);
      for (std::size_t foursome = 0; foursome < foursome_count; ++foursome) {
        auto* const sums = &all[home * standard_profiles().size() + first_profile(foursome)];
        experiencing.for_each(foursome, area, *asking[thread], [&](std::size_t, Four const& experienced) {
          for (std::size_t member = 0; member < foursome_size; ++member) sums[member] += experienced[member];
        });
      }
    }
  });
  return all;
}

std::vector<Four> amounts_by_candidate(OpportunityModel const& model, std::span<std::size_t const> homes,
                                       std::span<double const> children) {
  Experiencing const experiencing(model, homes, 1, {});
  auto asking = experiencing.asking();
  auto const all = std::accumulate(children.begin(), children.end(), 0.0);
  std::vector<Four> amounts(model.candidates().all().size());
  for (auto const& [first, end] : by_area(model, homes)) {
    auto const area = model.homes()[homes[first]].area;
    experiencing.enter(area, asking);
    for (auto home = first; home < end; ++home) {
      asking.meeting.enter(homes[home]);
      for (std::size_t foursome = 0; foursome < foursome_count; ++foursome) {
        auto const* const weights = &children[home * standard_profiles().size() + first_profile(foursome)];
        experiencing.for_each(foursome, area, asking, [&](std::size_t candidate, Four const& experienced) {
          for (std::size_t member = 0; member < foursome_size; ++member) {
            amounts[candidate][member] += experienced[member] * weights[member] / all;
          }
        });
      }
    }
  }
  return amounts;
}

}  // namespace wegwijzer
