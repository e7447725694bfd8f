// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/all_children.h"

#include <algorithm>
#include <numeric>

#include "opportunity/analysis.h"
#include "reach/parallel.h"

namespace wegwijzer {

namespace {

// Who asks: a thread.
struct Asking {
  explicit Asking(OpportunityModel const& model) : meeting(model), seen(model) {}

  Meeting meeting;
  SeenByFour seen;
};

// One offering for four children who meet it.
struct MetByFour {
  std::uint32_t ages = 0;  // that it suits, as bits
  double decay = 1;
  double full = 1;
  double route = 1;
  Four const& visibility;
  Four const& welcome;
  Four const& access;  // without the route
  Four const& support;

  Four experienced() const {
    Four four;
    auto const there = decay * full * route;
    for (std::size_t member = 0; member < foursome_size; ++member) {
      four[member] = there * visibility[member] * welcome[member] * access[member] * support[member];
    }
    return four;
  }
};

std::uint32_t bits(AgeRange const& ages) {
  return (1U << (ages.to + 1)) - (1U << ages.from);
}

void add(Four& sum, Four const& more) {
  for (std::size_t member = 0; member < foursome_size; ++member) sum[member] += more[member];
}

class Experiencing {
 public:
  Experiencing(OpportunityModel const& model, std::span<std::size_t const> homes, unsigned threads)
      : model_(model),
        met_(candidates_met(model, homes)),
        place_(model.candidates().all().size()),
        rows_(foursome_count, std::vector<RowOfFour>(met_.size())) {
    for (std::uint32_t i = 0; i < met_.size(); ++i) place_[met_[i]] = i;
    for_each_row(threads, [&](std::size_t foursome, std::size_t place) {
      rows_[foursome][place] = row_of_four(model_, met_[place], foursome);
    });
  }

  std::size_t place_of(std::size_t candidate) const { return place_[candidate]; }

  std::size_t places() const { return met_.size(); }

  std::uint32_t candidate_at(std::size_t place) const { return met_[place]; }

  // Calls visit(foursome, place) for each candidate that suits any of the ages of the four.
  template <class Visit>
  void for_each_row(unsigned threads, Visit visit) const {
    in_parallel(foursome_count, threads, [&](unsigned, std::size_t foursome) {
      auto const ages = bits(ages_of(foursome));
      for (std::size_t place = 0; place < met_.size(); ++place) {
        if (model_.candidates()[met_[place]].ages & ages) visit(foursome, place);
      }
    });
  }

  // Calls visit(candidate, what of it the four meet) for all that suits any of their ages.
  template <class Visit>
  void for_each(std::size_t foursome, Index<Area> area, Asking const& asking, Visit visit) const {
    auto const child = child_of(foursome, 0);
    auto const ages = bits(ages_of(foursome));
    for (auto const& [here, decay, calm, trip] : asking.meeting.by(child.travel())) {
      auto const route = route_barrier(calm, child, model_.parameters());
      for (auto number = here.begin; number < here.end; ++number) {
        auto const& one = model_.quick(number);
        if (!(one.ages & ages)) continue;
        bool const own = one.area == area.value();
        auto const& row = rows_[foursome][place_[number]];
        auto const& seen = asking.seen[one.organisation];
        visit(number, MetByFour{one.ages, decay, one.full, route, own ? seen.in_own_area : seen.elsewhere,
                                own ? row.welcome_in_own_area : row.welcome, row.access, seen.support});
      }
    }
  }

  // Calls visit(home, foursome, area, who asks) for all, an area on one thread.
  template <class Visit>
  void for_each_four(std::span<std::size_t const> homes, unsigned threads, Visit visit) const;

 private:
  OpportunityModel const& model_;
  std::vector<std::uint32_t> met_;
  std::vector<std::uint32_t> place_;          // by candidate that is met
  std::vector<std::vector<RowOfFour>> rows_;  // by foursome
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

template <class Visit>
void Experiencing::for_each_four(std::span<std::size_t const> homes, unsigned threads, Visit visit) const {
  std::vector<std::optional<Asking>> asking(std::max(1U, threads));
  auto const areas = by_area(model_, homes);
  in_parallel(areas.size(), threads, [&](unsigned thread, std::size_t number) {
    if (!asking[thread]) asking[thread].emplace(model_);
    auto const [first, end] = areas[number];
    auto const area = model_.homes()[homes[first]].area;
    asking[thread]->seen.enter(area);
    for (auto home = first; home < end; ++home) {
      asking[thread]->meeting.enter(homes[home]);
      for (std::size_t foursome = 0; foursome < foursome_count; ++foursome) {
        visit(home, foursome, area, *asking[thread]);
      }
    }
  });
}

std::size_t first_of_four(std::size_t home, std::size_t foursome, std::size_t age) {
  return home * standard_profiles().size() +
         first_profile(foursome, ages_of(foursome).from + static_cast<int>(age));
}

// Puts what the four of each age in their band have among that of all children.
void keep(std::array<Four, most_ages> const& sums, std::size_t home, std::size_t foursome,
          std::vector<double>& all) {
  auto const ages = ages_of(foursome);
  for (std::size_t age = 0; age <= static_cast<std::size_t>(ages.to - ages.from); ++age) {
    std::ranges::copy(sums[age], &all[first_of_four(home, foursome, age)]);
  }
}

using LeverSums = std::array<Four, lever_count>;

// One offering with each lever pulled.
LeverSums pulled(MetByFour const& met, std::array<Four, barrier_count> const& without) {
  LeverSums sums;
  auto const at = [&](Lever lever) -> Four& { return sums[static_cast<std::size_t>(lever)]; };
  auto const there = met.decay * met.full * met.route;
  auto const with_seats = met.full > 0 ? met.decay * met.route : 0;
  for (std::size_t member = 0; member < foursome_size; ++member) {
    auto const visibility = met.visibility[member], welcome = met.welcome[member];
    auto const access = met.access[member], support = met.support[member];
    auto const but_access = visibility * welcome * support;
    for (std::size_t i = 0; i < barrier_count; ++i) sums[i][member] = there * but_access * without[i][member];
    at(Lever::route)[member] = met.decay * met.full * but_access * access;
    at(Lever::seats)[member] = with_seats * but_access * access;
    at(Lever::visibility)[member] = there * welcome * access * support;
    at(Lever::welcome)[member] = there * visibility * access * support;
    at(Lever::guidance)[member] = there * visibility * welcome * access;
  }
  return sums;
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
                                       unsigned threads) {
  Experiencing const experiencing(model, homes, threads);
  std::vector<double> all(homes.size() * standard_profiles().size());
  experiencing.for_each_four(
      homes, threads, [&](std::size_t home, std::size_t foursome, Index<Area> area, Asking const& asking) {
        std::array<Four, most_ages> sums{};
        auto const band = ages_of(foursome);
        experiencing.for_each(foursome, area, asking, [&](std::size_t, MetByFour const& met) {
          auto const experienced = met.experienced();
          for_each_fitting(met.ages, band, [&](std::size_t age) { add(sums[age], experienced); });
        });
        keep(sums, home, foursome, all);
      });
  return all;
}

std::array<std::vector<double>, lever_count> experienced_with_levers(OpportunityModel const& model,
                                                                     std::span<std::size_t const> homes,
                                                                     unsigned threads) {
  Experiencing const experiencing(model, homes, threads);
  std::vector<std::vector<std::array<Four, barrier_count>>> without(foursome_count);
  for (auto& rows : without) rows.resize(experiencing.places());
  experiencing.for_each_row(threads, [&](std::size_t foursome, std::size_t place) {
    without[foursome][place] = access_without(model, experiencing.candidate_at(place), foursome);
  });
  std::array<std::vector<double>, lever_count> all;
  for (auto& values : all) values.resize(homes.size() * standard_profiles().size());
  experiencing.for_each_four(
      homes, threads, [&](std::size_t home, std::size_t foursome, Index<Area> area, Asking const& asking) {
        std::array<std::array<Four, most_ages>, lever_count> sums{};
        auto const band = ages_of(foursome);
        experiencing.for_each(foursome, area, asking, [&](std::size_t candidate, MetByFour const& met) {
          auto const more = pulled(met, without[foursome][experiencing.place_of(candidate)]);
          for_each_fitting(met.ages, band, [&](std::size_t age) {
            for (std::size_t i = 0; i < lever_count; ++i) add(sums[i][age], more[i]);
          });
        });
        for (std::size_t i = 0; i < lever_count; ++i) keep(sums[i], home, foursome, all[i]);
      });
  return all;
}

std::vector<Four> amounts_by_candidate(OpportunityModel const& model, std::span<std::size_t const> homes,
                                       std::span<double const> children) {
  Experiencing const experiencing(model, homes, 1);
  auto const all = std::accumulate(children.begin(), children.end(), 0.0);
  std::vector<Four> amounts(model.candidates().all().size());
  experiencing.for_each_four(
      homes, 1, [&](std::size_t home, std::size_t foursome, Index<Area> area, Asking const& asking) {
        auto const band = ages_of(foursome);
        experiencing.for_each(foursome, area, asking, [&](std::size_t candidate, MetByFour const& met) {
          auto const experienced = met.experienced();
          for_each_fitting(met.ages, band, [&](std::size_t age) {
            auto const weights = children.subspan(first_of_four(home, foursome, age), foursome_size);
            for (std::size_t member = 0; member < foursome_size; ++member) {
              amounts[candidate][member] += experienced[member] * weights[member] / all;
            }
          });
        });
      });
  return amounts;
}

}  // namespace wegwijzer
