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
  Asking(OpportunityModel const& model, std::span<std::uint32_t const> met)
      : meeting(model), seen(model, met) {}

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

  [[gnu::always_inline]] Four experienced() const {
    return visibility * (decay * full * route) * welcome * access * support;
  }
};

std::uint32_t bits(AgeRange const& ages) {
  return (1U << (ages.to + 1)) - (1U << ages.from);
}

// Calls visit(candidate, what of it the four meet) for all that suits any of their ages.
template <class Visit>
[[gnu::always_inline]] inline void for_each_met(RowsOfHomes const& rows, std::size_t foursome,
                                                Index<Area> area, Asking const& asking, Visit visit) {
  auto const& model = rows.model();
  auto const child = child_of(foursome, 0);
  auto const ages = bits(ages_of(foursome));
  for (auto const& [here, decay, calm, trip] : asking.meeting.by(child.travel())) {
    auto const route = route_barrier(calm, child, model.parameters());
    for (auto number = here.begin; number < here.end; ++number) {
      auto const& one = model.quick(number);
      if (!(one.ages & ages)) continue;
      bool const own = one.area == area.value();
      auto const& row = rows.rows(foursome)[rows.place_of(number)];
      auto const& seen = asking.seen[one.organisation];
      visit(number, MetByFour{one.ages, decay, one.full, route, own ? seen.in_own_area : seen.elsewhere,
                              own ? row.welcome_in_own_area : row.welcome, row.access, seen.support});
    }
  }
}

// Calls visit(home, foursome, area, who asks) for all, an area on one thread.
template <class Visit>
void for_each_four(RowsOfHomes const& rows, unsigned threads, Visit visit) {
  auto const& model = rows.model();
  auto const homes = rows.homes();
  std::vector<std::optional<Asking>> asking(std::max(1U, threads));
  auto const areas = homes_by_area(model, homes);
  in_parallel(areas.size(), threads, [&](unsigned thread, std::size_t number) {
    if (!asking[thread]) asking[thread].emplace(model, rows.met());
    auto const [first, end] = areas[number];
    auto const area = model.homes()[homes[first]].area;
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
template <std::size_t count>
void keep(SumsOfBand<count> const& sums, std::size_t home, std::size_t foursome,
          std::span<std::vector<double>> all) {
  auto const ages = ages_of(foursome);
  for (std::size_t age = 0; age <= static_cast<std::size_t>(ages.to - ages.from); ++age) {
    auto const at = sums.at(age);
    for (std::size_t i = 0; i < count; ++i) {
      std::ranges::copy(at[i], &all[i][first_of_four(home, foursome, age)]);
    }
  }
}

// Adds one offering with each lever pulled.
[[gnu::always_inline]] inline void add_pulled(MetByFour const& met,
                                              std::array<Four, barrier_count> const& without,
                                              std::array<Four, lever_count>& sums) {
  auto const at = [&](Lever lever) -> Four& { return sums[static_cast<std::size_t>(lever)]; };
  auto const there = met.decay * met.full * met.route;
  auto const known = met.visibility * met.welcome;
  auto const but_access = known * met.support;
  auto const but_way = but_access * met.access;
  auto const supported = met.access * met.support * there;
  auto const anyway = but_access * there;
  for (std::size_t i = 0; i < barrier_count; ++i) {
    if (i != static_cast<std::size_t>(Barrier::route)) sums[i] += anyway * without[i];
  }
  at(Lever::route) += but_way * (met.decay * met.full);
  at(Lever::seats) += but_way * (met.full > 0 ? met.decay * met.route : 0);
  at(Lever::visibility) += met.welcome * supported;
  at(Lever::welcome) += met.visibility * supported;
  at(Lever::guidance) += known * met.access * there;
}

// What the four of a home experience, by age.
WEGWIJZER_FOR_EACH_PROCESSOR
void add_up(RowsOfHomes const& rows, std::size_t foursome, Index<Area> area, Asking const& asking,
            SumsOfBand<1>& sums) {
  sums.clear();
  auto const band = ages_of(foursome);
  for_each_met(rows, foursome, area, asking, [&](std::size_t, MetByFour const& met) {
    sums.suiting(met.ages, band)[0] += met.experienced();
  });
}

// The same with each lever pulled.
WEGWIJZER_FOR_EACH_PROCESSOR
void add_up(RowsOfHomes const& rows, std::size_t foursome, Index<Area> area, Asking const& asking,
            SumsOfBand<lever_count>& sums) {
  sums.clear();
  auto const band = ages_of(foursome);
  auto const& without = rows.without_barrier(foursome);
  for_each_met(rows, foursome, area, asking, [&](std::size_t candidate, MetByFour const& met) {
    add_pulled(met, without[rows.place_of(candidate)], sums.suiting(met.ages, band));
  });
}

}  // namespace

std::vector<std::size_t> homes_within(OpportunityModel const& model, std::optional<Index<Area>> within) {
  std::vector<std::size_t> homes;
  for (std::size_t i = 0; i < model.homes().size(); ++i) {
    if (!within || model.atlas().areas().lies_in(model.homes()[i].area, *within)) homes.push_back(i);
  }
  return homes;
}

std::vector<std::pair<std::size_t, std::size_t>> homes_by_area(OpportunityModel const& model,
                                                               std::span<std::size_t const> homes) {
  std::vector<std::pair<std::size_t, std::size_t>> areas;
  for (std::size_t first = 0, end = 0; first < homes.size(); first = end) {
    auto const area = model.homes()[homes[first]].area;
    while (end < homes.size() && model.homes()[homes[end]].area == area) ++end;
    areas.emplace_back(first, end);
  }
  return areas;
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

std::vector<double> experienced_by_all(OpportunityModel const& model, std::span<std::size_t const> homes,
                                       unsigned threads) {
  RowsOfHomes const rows(model, homes, threads);
  std::array<std::vector<double>, 1> all{std::vector<double>(homes.size() * standard_profiles().size())};
  for_each_four(rows, threads,
                [&](std::size_t home, std::size_t foursome, Index<Area> area, Asking const& asking) {
                  SumsOfBand<1> sums;
                  add_up(rows, foursome, area, asking, sums);
                  keep(sums, home, foursome, std::span(all));
                });
  return std::move(all[0]);
}

std::array<std::vector<double>, lever_count> experienced_with_levers(RowsOfHomes const& rows,
                                                                     unsigned threads) {
  std::array<std::vector<double>, lever_count> all;
  for (auto& values : all) values.resize(rows.homes().size() * standard_profiles().size());
  for_each_four(rows, threads,
                [&](std::size_t home, std::size_t foursome, Index<Area> area, Asking const& asking) {
                  SumsOfBand<lever_count> sums;
                  add_up(rows, foursome, area, asking, sums);
                  keep(sums, home, foursome, std::span(all));
                });
  return all;
}

std::vector<Four> amounts_by_candidate(OpportunityModel const& model, std::span<std::size_t const> homes,
                                       std::span<double const> children) {
  RowsOfHomes const rows(model, homes, 1);
  auto const all = std::accumulate(children.begin(), children.end(), 0.0);
  std::vector<Four> amounts(model.candidates().all().size());
  for_each_four(rows, 1, [&](std::size_t home, std::size_t foursome, Index<Area> area, Asking const& asking) {
    auto const band = ages_of(foursome);
    for_each_met(rows, foursome, area, asking, [&](std::size_t candidate, MetByFour const& met) {
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
