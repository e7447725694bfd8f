// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/coalitions.h"

#include <algorithm>
#include <map>
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
constexpr std::size_t visibility_bit = bit_of(Factor::visibility) >> 1;
constexpr std::size_t welcome_bit = bit_of(Factor::welcome) >> 1;
constexpr std::size_t access_bit = bit_of(Factor::access) >> 1;
constexpr std::size_t support_bit = bit_of(Factor::guidance) >> 1;
constexpr std::size_t visible_and_welcome = 4;  // those of the first two
static_assert(visibility_bit == 1 && access_bit == visible_and_welcome && support_bit == 2 * access_bit);

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

// Adds one offering with presence as its mean, as if it were not reached: what of each coalition is the same
// for all of a group, so without visibility and support where these are as they are.
void add_anywhere(Four const& welcome, Four const& access, FactorMeans const& means, Sums& sums) {
  std::array const welcomes{four_times(means.welcome), welcome};
  std::array const accesses{four_times(means.access), access};
  for (std::size_t i = 0; i < sum_count; ++i) {
    auto const visibility = i & visibility_bit ? 1 : means.visibility;
    auto const support = i & support_bit ? 1 : means.support;
    sums[i] += welcomes[i & welcome_bit ? 1 : 0] * accesses[i & access_bit ? 1 : 0] *
               (means.presence * visibility * support);
  }
}

// Adds what is seen of a group, where visibility or support is as it is.
[[gnu::always_inline]] inline void add_seen(Sums const& group, Four const& visibility, Four const& support,
                                            Sums& sums) {
  auto const both = visibility * support;
  for (std::size_t i = 0; i < support_bit; i += 2) {
    sums[i + visibility_bit] += group[i + visibility_bit] * visibility;
    sums[i + support_bit] += group[i + support_bit] * support;
    sums[i + support_bit + visibility_bit] += group[i + support_bit + visibility_bit] * both;
  }
}

// Adds what is the same however much is seen of it, so many times.
void add_unseen(Sums const& group, double times, Sums& sums) {
  for (std::size_t i = 0; i < support_bit; i += 2) sums[i] += group[i] * times;
}

double inner_product(Four const& one, Four const& other) {
  return std::inner_product(one.begin(), one.end(), other.begin(), 0.0);
}

void add_to(std::vector<double>& sum, std::vector<double> const& more) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += more[i];
}

class Coalitions {
 public:
  Coalitions(RowsOfHomes const& rows, std::span<double const> children, unsigned threads)
      : model_(rows.model()),
        rows_(rows),
        homes_(rows.homes()),
        children_(children),
        threads_(std::max(1U, threads)),
        candidates_(rows.met()),
        values_(coalition_count, std::vector<double>(children.size())),
        workspaces_(threads_) {
    for (std::size_t foursome = 0; foursome < foursome_count; ++foursome) {
      far_[foursome] = route_barrier(never, child_of(foursome, 0), model_.parameters());
    }
    find_areas();
    find_groups();
  }

  std::vector<std::vector<double>> run() {
    find_means();
    in_parallel(foursome_count, threads_, [&](unsigned, std::size_t foursome) { add_groups(foursome); });
    in_parallel(areas_.size(), threads_,
                [&](unsigned thread, std::size_t area) { reckon(areas_[area], workspace_of(thread)); });
    return std::move(values_);
  }

 private:
  struct HomesOfOne {
    Index<Area> area;
    std::size_t first = 0;
    std::size_t end = 0;
    std::array<Four, foursome_count> living{};
  };

  // The candidates of one organisation in one area: the same is seen of them from everywhere.
  struct Group {
    std::uint32_t organisation = 0;
    std::uint32_t area = OpportunityModel::none;
  };

  // Of all its candidates, and of those children who live in its area.
  struct GroupSums {
    Sums elsewhere;
    Sums in_own_area;
  };

  struct PartOfMeans {
    std::vector<double> presence;    // by place
    std::vector<double> nearer;      // by place: what access is more than where nothing is reached
    std::vector<double> visibility;  // by group
    std::vector<double> support;     // by group
  };

  struct Workspace {
    explicit Workspace(RowsOfHomes const& rows) : meeting(rows.model()), seen(rows.model(), rows.met()) {}

    Meeting meeting;
    SeenByFour seen;
    std::array<Sums, foursome_count> anywhere;  // in this area with presence as its mean
    SumsByAge present;
  };

  Workspace& workspace_of(unsigned thread) {
    auto& workspace = workspaces_[thread];
    if (!workspace) workspace.emplace(rows_);
    return *workspace;
  }

  void find_areas() {
    for (auto const& [first, end] : homes_by_area(model_, homes_)) {
      areas_.push_back({model_.homes()[homes_[first]].area, first, end});
    }
  }

  void find_groups() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> numbers;
    for (auto const candidate : candidates_) {
      auto const& one = model_.quick(candidate);
      auto const next = static_cast<std::uint32_t>(groups_.size());
      auto const [found, is_new] = numbers.try_emplace({one.organisation, one.area}, next);
      if (is_new) groups_.push_back({one.organisation, one.area});
      group_of_.push_back(found->second);
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

  [[gnu::always_inline]] FourFactors factors(std::size_t place, std::size_t foursome, Index<Area> area,
                                             SeenByFour const& seen) const {
    auto const& one = model_.quick(candidates_[place]);
    auto const& row = rows_.rows(foursome)[place];
    auto const& known = seen[one.organisation];
    bool const own = one.area == area.value();
    return {own ? known.in_own_area : known.elsewhere, own ? row.welcome_in_own_area : row.welcome,
            row.access, known.support};
  }

  void find_means() {
    auto const sums = summed_up();
    auto const all = std::accumulate(children_.begin(), children_.end(), 0.0);
    std::array<Four, foursome_count> everybody{};
    std::map<std::uint32_t, std::array<Four, foursome_count> const*> living_in;
    for (auto const& one : areas_) {
      living_in[static_cast<std::uint32_t>(one.area.value())] = &one.living;
      for (std::size_t foursome = 0; foursome < foursome_count; ++foursome) {
        everybody[foursome] += one.living[foursome];
      }
    }
    means_.resize(candidates_.size());
    for (std::size_t i = 0; i < means_.size(); ++i) {
      auto const group = group_of_[i];
      auto const neighbours = living_in.find(groups_[group].area);
      auto const* const own = neighbours != living_in.end() ? neighbours->second : nullptr;
      means_[i] = {sums.presence[i] / all, sums.visibility[group] / all, welcome(i, everybody, own) / all,
                   (access(i, everybody) + sums.nearer[i]) / all, sums.support[group] / all};
    }
  }

  // Summed over everybody; those who live in its own area, if any do, are more welcome.
  double welcome(std::size_t place, std::array<Four, foursome_count> const& everybody,
                 std::array<Four, foursome_count> const* own) const {
    double sum = 0;
    for (std::size_t foursome = 0; foursome < foursome_count; ++foursome) {
      auto const& row = rows_.rows(foursome)[place];
      sum += inner_product(everybody[foursome], row.welcome);
      if (!own) continue;
      sum += inner_product((*own)[foursome], row.welcome_in_own_area) -
             inner_product((*own)[foursome], row.welcome);
    }
    return sum;
  }

  double access(std::size_t place, std::array<Four, foursome_count> const& everybody) const {
    double sum = 0;
    for (std::size_t foursome = 0; foursome < foursome_count; ++foursome) {
      sum += inner_product(everybody[foursome], rows_.rows(foursome)[place].access) * far(place, foursome);
    }
    return sum;
  }

  PartOfMeans nothing_yet() const {
    std::vector<double> const by_place(candidates_.size()), by_group(groups_.size());
    return {by_place, by_place, by_group, by_group};
  }

  PartOfMeans summed_up() {
    std::vector<PartOfMeans> chunks(chunk_count, nothing_yet());
    in_parallel(chunk_count, threads_, [&](unsigned thread, std::size_t chunk) {
      auto& workspace = workspace_of(thread);
      for (auto i = areas_.size() * chunk / chunk_count; i < areas_.size() * (chunk + 1) / chunk_count; ++i) {
        sum_up(areas_[i], workspace, chunks[chunk]);
      }
    });
    auto all = nothing_yet();
    for (auto const& chunk : chunks) {
      add_to(all.presence, chunk.presence);
      add_to(all.nearer, chunk.nearer);
      add_to(all.visibility, chunk.visibility);
      add_to(all.support, chunk.support);
    }
    return all;
  }

  // Adds the factors of all candidates for the children of an area, and keeps how many live there.
  void sum_up(HomesOfOne& here, Workspace& workspace, PartOfMeans& sums) const {
    workspace.seen.enter(here.area);
    for (auto home = here.first; home < here.end; ++home) {
      workspace.meeting.enter(homes_[home]);
      for (std::size_t foursome = 0; foursome < foursome_count; ++foursome) {
        sum_up_met(home, foursome, workspace.meeting, here.living[foursome], sums);
      }
    }
    Four everyone{};
    for (auto const& four : here.living) everyone += four;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      auto const& known = workspace.seen[groups_[i].organisation];
      bool const own = groups_[i].area == here.area.value();
      sums.visibility[i] += inner_product(everyone, own ? known.in_own_area : known.elsewhere);
      sums.support[i] += inner_product(everyone, known.support);
    }
  }

  // Presence, and what access is more than where nothing is reached; and how many live here.
  void sum_up_met(std::size_t home, std::size_t foursome, Meeting const& meeting, Four& living,
                  PartOfMeans& sums) const {
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
        auto const place = rows_.place_of(number);
        auto const& one = model_.quick(number);
        for_each_fitting(one.ages, band, [&](std::size_t age) {
          sums.presence[place] += by_age[age] * met.decay * one.full;
        });
        if (more != 0) {
          sums.nearer[place] += more * inner_product(here, rows_.rows(foursome)[place].access);
        }
      }
    }
  }

  // What the candidates of each group come to where they are not reached.
  void add_groups(std::size_t foursome) {
    auto& sums = group_sums_[foursome];
    sums.resize(groups_.size());
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      auto const& row = rows_.rows(foursome)[i];
      auto const access = row.access * far(i, foursome);
      add_anywhere(row.welcome, access, means_[i], sums[group_of_[i]].elsewhere);
      add_anywhere(row.welcome_in_own_area, access, means_[i], sums[group_of_[i]].in_own_area);
    }
    for (auto const& group : sums) add_unseen(group.elsewhere, 1, unseen_[foursome]);
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
    auto sums = unseen_[foursome];
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      auto const& group = group_sums_[foursome][i];
      auto const& known = seen[groups_[i].organisation];
      bool const own = groups_[i].area == area.value();
      if (own) {
        add_unseen(group.elsewhere, -1, sums);
        add_unseen(group.in_own_area, 1, sums);
      }
      add_seen(own ? group.in_own_area : group.elsewhere, own ? known.in_own_area : known.elsewhere,
               known.support, sums);
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
        auto const i = rows_.place_of(number);
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
  RowsOfHomes const& rows_;
  std::span<std::size_t const> homes_;
  std::span<double const> children_;
  unsigned threads_;
  std::vector<std::uint32_t> const& candidates_;  // that anybody meets
  std::array<double, foursome_count> far_{};
  std::vector<HomesOfOne> areas_;
  std::vector<Group> groups_;
  std::vector<std::uint32_t> group_of_;  // by place
  std::vector<FactorMeans> means_;       // by place
  std::array<std::vector<GroupSums>, foursome_count> group_sums_;
  std::array<Sums, foursome_count> unseen_{};  // of all groups, for children who live elsewhere
  std::vector<std::vector<double>> values_;
  std::vector<std::optional<Workspace>> workspaces_;  // by thread
};

}  // namespace

std::vector<std::vector<double>> experienced_by_coalition(RowsOfHomes const& rows,
                                                          std::span<double const> children,
                                                          unsigned threads) {
  return Coalitions(rows, children, threads).run();
}

}  // namespace wegwijzer
