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

class Experiencing {
 public:
  Experiencing(OpportunityModel const& model, std::span<std::size_t const> homes, std::optional<Lever> pulled)
      : model_(model),
        pulled_(pulled),
        met_(candidates_met(model, homes)),
        place_(model.candidates().all().size()) {
    for (std::uint32_t i = 0; i < met_.size(); ++i) place_[met_[i]] = i;
  }

  // Of one age and way of going, by candidate that is met.
  void fill(std::size_t foursome, std::vector<Pair>& rows) const {
    rows.resize(met_.size());
    auto const age = child_of(foursome, 0).age;
    for (std::size_t i = 0; i < met_.size(); ++i) {
      if (!fits(model_.candidates()[met_[i]], age)) continue;
      auto const row = row_of_four(model_, met_[i], foursome, pulled_);
      rows[i] = {times(row.welcome, row.access), times(row.welcome_in_own_area, row.access)};
    }
  }

  std::vector<Pair> fill_seen(SeenByFour const& seen) const {
    std::vector<Pair> pairs;
    for (std::uint32_t i = 0; i < model_.atlas().catalogue().organisations().size(); ++i) {
      pairs.push_back(
          {times(seen[i].elsewhere, seen[i].support), times(seen[i].in_own_area, seen[i].support)});
    }
    return pairs;
  }

  Four reckon(std::size_t foursome, std::uint32_t area, std::span<Met const> met,
              std::vector<Pair> const& rows, std::vector<Pair> const& seen) const {
    auto const child = child_of(foursome, 0);
    Four sum{};
    for (auto const& [here, decay, calm] : met) {
      auto const on_the_way =
          pulled_ == Lever::route ? decay : decay * route_barrier(calm, child, model_.parameters());
      for (auto number = here.begin; number < here.end; ++number) {
        auto const& one = model_.quick(number);
        if (!(one.ages >> child.age & 1U)) continue;
        bool const own = one.area == area;
        auto const there = on_the_way * (pulled_ == Lever::seats && one.full > 0 ? 1 : one.full);
        auto const& row = rows[place_[number]].where(own);
        auto const& known = seen[one.organisation].where(own);
        for (std::size_t member = 0; member < foursome_size; ++member)
          sum[member] += there * row[member] * known[member];
      }
    }
    return sum;
  }

 private:
  OpportunityModel const& model_;
  std::optional<Lever> pulled_;
  std::vector<std::uint32_t> met_;
  std::vector<std::uint32_t> place_;  // by candidate that is met
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
  Experiencing const experiencing(model, homes, pulled);
  std::vector<std::vector<Pair>> rows(foursome_count);
  in_parallel(foursome_count, threads,
              [&](unsigned, std::size_t foursome) { experiencing.fill(foursome, rows[foursome]); });

  struct Workspace {
    Meeting meeting;
    SeenByFour seen;
  };

  std::vector<std::optional<Workspace>> workspaces(std::max(1U, threads));
  std::vector<double> all(homes.size() * standard_profiles().size());
  auto const areas = by_area(model, homes);
  in_parallel(areas.size(), threads, [&](unsigned thread, std::size_t number) {
    auto& workspace = workspaces[thread];
    if (!workspace) workspace.emplace(Meeting(model), SeenByFour(model, pulled));
    auto const [first, end] = areas[number];
    auto const area = model.homes()[homes[first]].area;
    workspace->seen.enter(area);
    auto const seen = experiencing.fill_seen(workspace->seen);
    for (auto home = first; home < end; ++home) {
      workspace->meeting.enter(homes[home]);
      for (std::size_t foursome = 0; foursome < foursome_count; ++foursome) {
        auto const sum =
            experiencing.reckon(foursome, static_cast<std::uint32_t>(area.value()),
                                workspace->meeting.by(child_of(foursome, 0).travel()), rows[foursome], seen);
        std::ranges::copy(sum, all.begin() + static_cast<std::ptrdiff_t>(home * standard_profiles().size() +
                                                                         first_profile(foursome)));
      }
    }
  });
  return all;
}

}  // namespace wegwijzer
