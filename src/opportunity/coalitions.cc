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
using SumsByAge = SumsOfBand<sum_count>;

// Factors 2 to 5 of one offering for four children.
struct FourFactors {
  Four const& visibility;
  Four const& welcome;
  Four const& access;  // without the way there
  Four const& support;
};

// The coalitions of the factors but presence, as bits.
constexpr std::size_t access_bit = bit_of(Factor::access) >> 1;
constexpr std::size_t support_bit = bit_of(Factor::guidance) >> 1;
constexpr std::size_t visible_and_welcome = 4;  // those of the first two
static_assert(access_bit == visible_and_welcome && support_bit == 2 * access_bit);

[[gnu::always_inline]] inline Four four_times(double value) {
  Four four;
  four.fill(value);
  return four;
}

// Of visibility and welcome, each as it is or as its mean.
[[gnu::always_inline]] inline std::array<Four, visible_and_welcome> firsts(FourFactors const& factors,
                                                                           FactorMeans const& means) {
  return {four_times(means.visibility * means.welcome), factors.visibility * means.welcome,
          factors.welcome * means.visibility, factors.visibility * factors.welcome};
}

// Adds one offering, so much of which is there, to each coalition of the others.
[[gnu::always_inline]] inline void add_present(double presence, double route, FourFactors const& factors,
                                               FactorMeans const& means, Sums& sums) {
  auto const first = firsts(factors, means);
  auto const access = factors.access * (presence * route);
  for (std::size_t i = 0; i < visible_and_welcome; ++i) {
    auto const by_mean = first[i] * (presence * means.access);
    auto const as_it_is = first[i] * access;
    sums[i] += by_mean * means.support;
    sums[i + access_bit] += as_it_is * means.support;
    sums[i + support_bit] += by_mean * factors.support;
    sums[i + access_bit + support_bit] += as_it_is * factors.support;
  }
}

// Adds so much to those with access as it is.
[[gnu::always_inline]] inline void add_access(double presence, double route, FourFactors const& factors,
                                              FactorMeans const& means, Sums& sums) {
  auto const first = firsts(factors, means);
  auto const access = factors.access * (presence * route);
  for (std::size_t i = 0; i < visible_and_welcome; ++i) {
    auto const as_it_is = first[i] * access;
    sums[i + access_bit] += as_it_is * means.support;
    sums[i + access_bit + support_bit] += as_it_is * factors.support;
  }
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
        values_(coalition_count, std::vector<double>(children.size())),
        workspaces_(threads_) {
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
    in_parallel(areas_.size(), threads_,
                [&](unsigned thread, std::size_t area) { reckon(areas_[area], workspace_of(thread)); });
    return std::move(values_);
  }

 private:
  struct HomesOfOne {
    Index<Area> area;
    std::size_t first = 0;
    std::size_t end = 0;
  };

  struct Workspace {
    Workspace(OpportunityModel const& model, std::span<std::uint32_t const> candidates)
        : meeting(model), seen(model, candidates) {}

    Meeting meeting;
    SeenByFour seen;
    std::array<Sums, foursome_count> anywhere;  // in this area with presence as its mean
    SumsByAge present;
  };

  Workspace& workspace_of(unsigned thread) {
    auto& workspace = workspaces_[thread];
    if (!workspace) workspace.emplace(model_, candidates_);
    return *workspace;
  }

  void find_areas() {
    for (auto const& [first, end] : homes_by_area(model_, homes_)) {
      areas_.push_back({model_.homes()[homes_[first]].area, first, end});
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

  [[gnu::always_inline]] FourFactors factors(std::size_t place, std::size_t foursome, Index<Area> area,
                                             SeenByFour const& seen) const {
    auto const candidate = candidates_[place];
    auto const& row = rows_[foursome][place];
    auto const& known = seen[model_.quick(candidate).organisation];
    bool const own = in_own_area(candidate, area);
    return {own ? known.in_own_area : known.elsewhere, own ? row.welcome_in_own_area : row.welcome,
            row.access, known.support};
  }

  void find_means() {
    std::vector<std::vector<FactorMeans>> chunks(chunk_count, std::vector<FactorMeans>(candidates_.size()));
    in_parallel(chunk_count, threads_, [&](unsigned thread, std::size_t chunk) {
      auto& workspace = workspace_of(thread);
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
      everyone += living[foursome];
      for (std::size_t i = 0; i < candidates_.size(); ++i) {
        auto const one = factors(i, foursome, here.area, workspace.seen);
        sums[i].welcome += inner_product(living[foursome], one.welcome);
        sums[i].access += inner_product(living[foursome], one.access) * far(i, foursome);
      }
    }
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      auto const one = factors(i, 0, here.area, workspace.seen);
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
      here += there;
    }
    living += here;
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
  WEGWIJZER_FOR_EACH_PROCESSOR
  Sums anywhere(std::size_t foursome, Index<Area> area, SeenByFour const& seen) const {
    Sums sums{};
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      add_present(means_[i].presence, far(i, foursome), factors(i, foursome, area, seen), means_[i], sums);
    }
    return sums;
  }

  void reckon(std::size_t home, std::size_t foursome, Index<Area> area, Workspace& workspace) {
    auto mean = workspace.anywhere[foursome];
    add_up_met(foursome, area, workspace, mean);
    auto const band = ages_of(foursome);
    for (int age = band.from; age <= band.to; ++age) {
      keep(home, first_profile(foursome, age), mean,
           workspace.present.at(static_cast<std::size_t>(age - band.from)));
    }
  }

  // What is present; and with presence as its mean, what access is more than where nothing is reached.
  WEGWIJZER_FOR_EACH_PROCESSOR
  void add_up_met(std::size_t foursome, Index<Area> area, Workspace& workspace, Sums& mean) const {
    auto const child = child_of(foursome, 0);
    auto const band = ages_of(foursome);
    workspace.present.clear();
    for (auto const& met : workspace.meeting.by(child.travel())) {
      auto const route = route_barrier(met.calm, child, model_.parameters());
      auto const more = nearer(met, route, foursome);
      for (auto number = met.here.begin; number < met.here.end; ++number) {
        auto const i = place_[number];
        auto const& one = model_.quick(number);
        auto const what = factors(i, foursome, area, workspace.seen);
        add_present(met.decay * one.full, route, what, means_[i], workspace.present.suiting(one.ages, band));
        if (more != 0) add_access(means_[i].presence, more, what, means_[i], mean);
      }
    }
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
  std::vector<std::optional<Workspace>> workspaces_;  // by thread
};

}  // namespace

std::vector<std::vector<double>> experienced_by_coalition(OpportunityModel const& model,
                                                          std::span<std::size_t const> homes,
                                                          std::span<double const> children,
                                                          unsigned threads) {
  return Coalitions(model, homes, children, threads).run();
}

}  // namespace wegwijzer
