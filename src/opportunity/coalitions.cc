// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/coalitions.h"

#include <algorithm>
#include <numeric>

#include "reach/parallel.h"

namespace wegwijzer {

namespace {

constexpr std::size_t sum_count = coalition_count / 2;  // with presence as it is, or as its mean
constexpr std::size_t chunk_count = 16;                 // whose sums are added in their order

using Sums = std::array<Four, sum_count>;

// Factors 2 to 5 of one offering for four children.
struct FourFactors {
  Four const& visibility;
  Four const& welcome;
  Four access;
  Four const& support;
};

// Makes the first products times the factor as its mean, and behind them the same times the factor as it is.
template <std::size_t count>
[[gnu::always_inline]] inline void multiply(Four* products, double mean, Four const& factor) {
#pragma GCC unroll 4
  for (std::size_t i = 0; i < count; ++i) {
#pragma GCC unroll 4
    for (std::size_t member = 0; member < foursome_size; ++member) {
      products[count + i][member] = products[i][member] * factor[member];
      products[i][member] *= mean;
    }
  }
}

[[gnu::always_inline]] inline void add(Four& sum, Four const& product, Four const& factor) {
  for (std::size_t member = 0; member < foursome_size; ++member)
    sum[member] += product[member] * factor[member];
}

Four four_times(double value) {
  Four four;
  four.fill(value);
  return four;
}

constexpr std::size_t visible_and_welcome = 4;  // coalitions of these two
constexpr std::size_t access_bit = bit_of(Factor::access) >> 1;
constexpr std::size_t support_bit = bit_of(Factor::guidance) >> 1;
static_assert(access_bit == visible_and_welcome && support_bit == 2 * access_bit);

// Presence times visibility, welcome and access, each as it is or as its mean.
using Products = std::array<Four, 2 * visible_and_welcome>;

[[gnu::always_inline]] inline Products products_of(double presence, FourFactors const& factors,
                                                   FactorMeans const& means) {
  Products products;
  products[0].fill(presence);
  multiply<1>(products.data(), means.visibility, factors.visibility);
  multiply<2>(products.data(), means.welcome, factors.welcome);
  multiply<4>(products.data(), means.access, factors.access);
  return products;
}

// Adds one offering to the sum of each coalition of the factors but presence: those with access as its mean,
// or not, and those with access as it is.
template <bool with_mean>
[[gnu::always_inline]] inline void add_offering(Sums& sums, Products const& products,
                                                FourFactors const& factors, FactorMeans const& means) {
  auto const mean = four_times(means.support);
#pragma GCC unroll 8
  for (std::size_t i = with_mean ? 0 : access_bit; i < products.size(); ++i) {
    add(sums[i], products[i], mean);
    add(sums[i + support_bit], products[i], factors.support);
  }
}

template <bool with_mean>
[[gnu::always_inline]] inline void add_offering(Sums& sums, double presence, FourFactors const& factors,
                                                FactorMeans const& means) {
  add_offering<with_mean>(sums, products_of(presence, factors, means), factors, means);
}

Four times(Four four, double factor) {
  for (auto& member : four) member *= factor;
  return four;
}

double inner_product(Four const& one, Four const& other) {
  return std::inner_product(one.begin(), one.end(), other.begin(), 0.0);
}

class Coalitions {
 public:
  Coalitions(OpportunityModel const& model, std::span<std::size_t const> homes,
             std::span<double const> children, unsigned threads)
      : model_(model),
        homes_(homes),
        children_(children),
        threads_(std::max(1U, threads)),
        candidates_(candidates_met(model, homes)),
        place_(model.candidates().all().size()),
        rows_(foursome_count),
        values_(coalition_count, std::vector<double>(children.size())) {
    for (std::uint32_t i = 0; i < candidates_.size(); ++i) place_[candidates_[i]] = i;
    for (std::size_t foursome = 0; foursome < foursome_count; ++foursome) {
      far_[foursome] = route_barrier(never, child_of(foursome, 0), model.parameters());
    }
    find_areas();
  }

  std::vector<std::vector<double>> run() {
    in_parallel(foursome_count, threads_, [&](unsigned, std::size_t foursome) {
      for (auto const candidate : candidates_) {
        rows_[foursome].push_back(row_of_four(model_, candidate, foursome));
      }
    });
    find_means();
    std::vector<std::optional<Workspace>> workspaces(threads_);
    in_parallel(areas_.size(), threads_, [&](unsigned thread, std::size_t area) {
      auto& workspace = workspaces[thread];
      if (!workspace) workspace.emplace(model_);
      reckon(areas_[area], *workspace);
    });
    return std::move(values_);
  }

 private:
  struct HomesOfOne {
    Index<Area> area;
    std::size_t first = 0;
    std::size_t end = 0;
  };

  struct Workspace {
    explicit Workspace(OpportunityModel const& model) : meeting(model), seen(model) {}

    Meeting meeting;
    SeenByFour seen;
    std::array<Sums, foursome_count> anywhere;  // in this area with presence as its mean
  };

  void find_areas() {
    for (std::size_t i = 0; i < homes_.size(); ++i) {
      auto const area = model_.homes()[homes_[i]].area;
      if (areas_.empty() || areas_.back().area != area) areas_.push_back({area, i, i});
      areas_.back().end = i + 1;
    }
  }

  // How many there are of each of the four.
  Four children(std::size_t home, std::size_t foursome, int age) const {
    Four four;
    auto const first = home * standard_profiles().size() + first_profile(foursome, age);
    std::ranges::copy(children_.subspan(first, foursome_size), four.begin());
    return four;
  }

  // Of the way to a candidate that is out of reach.
  double far(std::size_t place, std::size_t foursome) const {
    return model_.candidates()[candidates_[place]].venue ? far_[foursome] : 1;
  }

  // How much nearer it is than that.
  double nearer(Met const& met, double route, std::size_t foursome) const {
    return met.trip ? route - far_[foursome] : 0;
  }

  bool in_own_area(std::size_t candidate, Index<Area> area) const {
    return model_.quick(candidate).area == area.value();
  }

  FourFactors factors(std::size_t place, std::size_t foursome, Index<Area> area, double route,
                      SeenByFour const& seen) const {
    auto const candidate = candidates_[place];
    auto const& row = rows_[foursome][place];
    auto const& known = seen[model_.quick(candidate).organisation];
    bool const own = in_own_area(candidate, area);
    return {own ? known.in_own_area : known.elsewhere, own ? row.welcome_in_own_area : row.welcome,
            times(row.access, route), known.support};
  }

  void find_means() {
    std::vector<std::vector<FactorMeans>> chunks(chunk_count, std::vector<FactorMeans>(candidates_.size()));
    in_parallel(chunk_count, threads_, [&](unsigned, std::size_t chunk) {
      Workspace workspace(model_);
      for (auto i = areas_.size() * chunk / chunk_count; i < areas_.size() * (chunk + 1) / chunk_count; ++i) {
        sum_up(areas_[i], workspace, chunks[chunk]);
      }
    });
    means_.resize(candidates_.size());
    auto const all = std::accumulate(children_.begin(), children_.end(), 0.0);
    for (auto const& chunk : chunks) {
      for (std::size_t i = 0; i < means_.size(); ++i) {
        means_[i].presence += chunk[i].presence / all;
        means_[i].visibility += chunk[i].visibility / all;
        means_[i].welcome += chunk[i].welcome / all;
        means_[i].access += chunk[i].access / all;
        means_[i].support += chunk[i].support / all;
      }
    }
  }

  // Adds the factors of all candidates for the children of an area.
  void sum_up(HomesOfOne const& here, Workspace& workspace, std::vector<FactorMeans>& sums) const {
    workspace.seen.enter(here.area);
    std::array<Four, foursome_count> living{};
    for (auto home = here.first; home < here.end; ++home) {
      workspace.meeting.enter(homes_[home]);
      for (std::size_t foursome = 0; foursome < foursome_count; ++foursome) {
        sum_up_met(home, foursome, workspace.meeting, living[foursome], sums);
      }
    }
    Four everyone{};
    for (std::size_t foursome = 0; foursome < foursome_count; ++foursome) {
      for (std::size_t member = 0; member < foursome_size; ++member)
        everyone[member] += living[foursome][member];
      for (std::size_t i = 0; i < candidates_.size(); ++i) {
        auto const one = factors(i, foursome, here.area, far(i, foursome), workspace.seen);
        sums[i].welcome += inner_product(living[foursome], one.welcome);
        sums[i].access += inner_product(living[foursome], one.access);
      }
    }
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      auto const one = factors(i, 0, here.area, 1, workspace.seen);
      sums[i].visibility += inner_product(everyone, one.visibility);
      sums[i].support += inner_product(everyone, one.support);
    }
  }

  // Presence, and what access is more than where nothing is reached; and how many live here.
  void sum_up_met(std::size_t home, std::size_t foursome, Meeting const& meeting, Four& living,
                  std::vector<FactorMeans>& sums) const {
    auto const band = ages_of(foursome);
    std::array<double, most_ages> by_age{};
    Four here{};
    for (int age = band.from; age <= band.to; ++age) {
      auto const there = children(home, foursome, age);
      by_age[static_cast<std::size_t>(age - band.from)] = std::accumulate(there.begin(), there.end(), 0.0);
      for (std::size_t member = 0; member < foursome_size; ++member) here[member] += there[member];
    }
    for (std::size_t member = 0; member < foursome_size; ++member) living[member] += here[member];
    auto const child = child_of(foursome, 0);
    for (auto const& met : meeting.by(child.travel())) {
      auto const more = nearer(met, route_barrier(met.calm, child, model_.parameters()), foursome);
      for (auto number = met.here.begin; number < met.here.end; ++number) {
        auto& sum = sums[place_[number]];
        auto const& one = model_.quick(number);
        for_each_fitting(one.ages, band,
                         [&](std::size_t age) { sum.presence += by_age[age] * met.decay * one.full; });
        if (more != 0) sum.access += more * inner_product(here, rows_[foursome][place_[number]].access);
      }
    }
  }

  void reckon(HomesOfOne const& here, Workspace& workspace) {
    workspace.seen.enter(here.area);
    for (std::size_t foursome = 0; foursome < foursome_count; ++foursome) {
      workspace.anywhere[foursome] = anywhere(foursome, here.area, workspace.seen);
    }
    for (auto home = here.first; home < here.end; ++home) {
      workspace.meeting.enter(homes_[home]);
      for (std::size_t foursome = 0; foursome < foursome_count; ++foursome) {
        reckon(home, foursome, here.area, workspace);
      }
    }
  }

  // With presence as its mean, as if nothing were reached.
  Sums anywhere(std::size_t foursome, Index<Area> area, SeenByFour const& seen) const {
    Sums sums{};
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (means_[i].presence <= 0) continue;
      auto const route = far(i, foursome);
      add_offering<true>(sums, means_[i].presence, factors(i, foursome, area, route, seen), means_[i]);
    }
    return sums;
  }

  void reckon(std::size_t home, std::size_t foursome, Index<Area> area, Workspace const& workspace) {
    auto const child = child_of(foursome, 0);
    auto const band = ages_of(foursome);
    std::array<Sums, most_ages> present{};
    auto mean = workspace.anywhere[foursome];
    for (auto const& met : workspace.meeting.by(child.travel())) {
      auto const route = route_barrier(met.calm, child, model_.parameters());
      auto const more = nearer(met, route, foursome);
      for (auto number = met.here.begin; number < met.here.end; ++number) {
        auto const i = place_[number];
        auto const& one = model_.quick(number);
        add_present(met.decay * one.full, one.ages, band, factors(i, foursome, area, route, workspace.seen),
                    means_[i], present);
        if (more == 0 || means_[i].presence <= 0) continue;
        add_offering<false>(mean, means_[i].presence, factors(i, foursome, area, more, workspace.seen),
                            means_[i]);
      }
    }
    for (int age = band.from; age <= band.to; ++age) {
      keep(home, first_profile(foursome, age), mean, present[static_cast<std::size_t>(age - band.from)]);
    }
  }

  // To the sums of each age that it suits.
  static void add_present(double presence, std::uint32_t ages, AgeRange const& band,
                          FourFactors const& factors, FactorMeans const& means,
                          std::array<Sums, most_ages>& sums) {
    auto const products = products_of(presence, factors, means);
    for_each_fitting(ages, band,
                     [&](std::size_t age) { add_offering<true>(sums[age], products, factors, means); });
  }

  void keep(std::size_t home, std::size_t profile, Sums const& mean, Sums const& present) {
    auto const first = home * standard_profiles().size() + profile;
    for (std::size_t i = 0; i < sum_count; ++i) {
      for (std::size_t member = 0; member < foursome_size; ++member) {
        values_[2 * i][first + member] = mean[i][member];
        values_[2 * i + 1][first + member] = present[i][member];
      }
    }
  }

  OpportunityModel const& model_;
  std::span<std::size_t const> homes_;
  std::span<double const> children_;
  unsigned threads_;
  std::vector<std::uint32_t> candidates_;  // that anybody meets
  std::vector<std::uint32_t> place_;       // by candidate among these
  std::vector<std::vector<RowOfFour>> rows_;
  std::array<double, foursome_count> far_{};
  std::vector<HomesOfOne> areas_;
  std::vector<FactorMeans> means_;
  std::vector<std::vector<double>> values_;
};

}  // namespace

std::vector<std::vector<double>> experienced_by_coalition(OpportunityModel const& model,
                                                          std::span<std::size_t const> homes,
                                                          std::span<double const> children,
                                                          unsigned threads) {
  return Coalitions(model, homes, children, threads).run();
}

}  // namespace wegwijzer
