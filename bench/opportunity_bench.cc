// SPDX-License-Identifier: EUPL-1.2
// The opportunities of a fictional town of 100,000 (8,800 children of 4 to 12): the model, all 48 profiles,
// what one changed offering costs, one page, and the funnel alone by dense arrays of homes and offerings, as
// one would write the formulas with a library for matrices. The counter memory_bound says how many times
// longer the analysis takes than reading once what it cannot do without.
#include <benchmark/benchmark.h>

#include "kit/made_world.h"
#include "machine.h"
#include "opportunity/analysis.h"
#include "opportunity/difference.h"
#include "usecases/opportunity/report.h"

namespace wegwijzer {

namespace {

Date const today = date(2026, 11, 24);

// Forty-eight of the profiles: four ages of them all.
std::vector<std::size_t> const& profiles() {
  static auto const chosen = [] {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < standard_profiles().size(); ++i) {
      auto const age = standard_profiles()[i].age;
      if (age == 5 || age == 7 || age == 9 || age == 12) found.push_back(i);
    }
    return found;
  }();
  return chosen;
}

void reckon(OpportunityAnalysis const& analysis) {
  for (auto const profile : profiles()) {
    benchmark::DoNotOptimize(analysis.of(analysis.areas().front(), profile));
  }
}

AtlasSource const& town() {
  static auto const source = MadeWorld(8'800).source();
  return source;
}

std::shared_ptr<Atlas const> atlas() {
  static auto const made = std::make_shared<Atlas const>(AtlasSource(town()));
  return made;
}

std::shared_ptr<OpportunityModel const> model() {
  static auto const made =
      std::make_shared<OpportunityModel const>(atlas(), OpportunityParameters(), today, 1);
  return made;
}

void from_nothing(benchmark::State& state) {
  auto const threads = static_cast<unsigned>(state.range(0));
  atlas();
  for (auto _ : state) {
    auto const made =
        std::make_shared<OpportunityModel const>(atlas(), OpportunityParameters(), today, threads);
    reckon(OpportunityAnalysis(made, std::nullopt, threads));
  }
}

// What is read at least once: the journeys of a home, and of each offering that fits its row, its place and
// what is seen of its provider.
double bytes_needed(OpportunityModel const& of) {
  double bytes = 0;
  for (auto const profile : profiles()) {
    auto const& child = standard_profiles()[profile];
    for (std::size_t home = 0; home < of.homes().size(); ++home) {
      auto const reached = of.reached(home, child.travel());
      bytes += static_cast<double>(reached.arrivals.size_bytes() + reached.calm.size_bytes());
      for (auto const& arrival : reached.arrivals) {
        auto const here = of.candidates().at(arrival.venue);
        for (auto number = here.begin; number < here.end; ++number) {
          if (fits(of.candidates()[number], child.age)) {
            bytes += sizeof(OpportunityModel::Quick) + sizeof(ProfileTable::Row);
          }
        }
      }
    }
  }
  return bytes;
}

void all_profiles(benchmark::State& state) {
  auto const threads = static_cast<unsigned>(state.range(0));
  auto const of = model();
  for (auto _ : state) {
    reckon(OpportunityAnalysis(of, std::nullopt, threads));
  }
  auto const bound = bytes_needed(*of) / (triad() * 1e9);
  state.counters["homes"] = static_cast<double>(of->homes().size());
  state.counters["offerings"] = static_cast<double>(of->candidates().all().size());
  auto const once = seconds_of([&] { reckon(OpportunityAnalysis(of, std::nullopt, 1)); });
  state.counters["memory_bound"] = once / bound;
}

// The town with another price, and other seats, so that it changes for all who come there.
std::shared_ptr<Atlas const> changed_atlas() {
  auto source = AtlasSource(town());
  source.records[0].offerings[100].price = Price{{1'234}, Per::month};
  source.records[0].offerings[100].capacity = 7;
  source.street_maps = atlas()->streets().maps();
  return std::make_shared<Atlas const>(std::move(source));
}

// The model of the changed town, and what is different for so many profiles.
void one_offering_changed(benchmark::State& state) {
  auto const changed = changed_atlas();
  auto const before = model();
  OpportunityAnalysis const analysed(before, std::nullopt, 1);
  for (auto const profile : std::span(profiles()).first(static_cast<std::size_t>(state.range(0)))) {
    analysed.reckon(profile, {});
  }
  for (auto _ : state) {
    auto const made = std::make_shared<OpportunityModel const>(changed, OpportunityParameters(), today, 1,
                                                               ModelWatch(), before.get());
    OpportunityAnalysis const analysis(made, analysed, *difference(*before, *made));
    benchmark::DoNotOptimize(analysis.areas().size());
  }
}

void one_page(benchmark::State& state) {
  Opportunities const opportunities(model(), 1);
  auto const area = model()->homes()[model()->homes().size() / 2].area;
  opportunities.around(area);
  for (auto _ : state) {
    auto const report = opportunity_report(opportunities, area, {AgeRange{9, 9}, Going::on_foot}, 5);
    benchmark::DoNotOptimize(report->parts.size());
  }
}

// Everything of a way for every home and offering: what is out of reach counts nothing.
class Dense {
 public:
  explicit Dense(OpportunityModel const& of) : of_(of), count_(of.candidates().all().size()) {
    for (std::size_t way = 0; way < way_count; ++way) {
      std::vector<double> decay(of.homes().size() * count_), alone(decay.size());
      for (std::size_t home = 0; home < of.homes().size(); ++home) {
        auto const put = [&](Candidates::Range range, double left, double left_alone) {
          for (auto n = range.begin; n < range.end; ++n) {
            decay[home * count_ + n] = left * of.quick(n).full;
            alone[home * count_ + n] = left_alone;
          }
        };
        for (auto const ecosystem : of.surroundings().ecosystems(of.homes()[home].area)) {
          put(of.candidates().without_trip(ecosystem), 1, 1);
        }
        auto const reached = of.reached(home, travel_of_way(way));
        for (std::size_t i = 0; i < reached.arrivals.size(); ++i) {
          auto const& [venue, travel] = reached.arrivals[i];
          put(of.candidates().at(venue), of.decay()(travel),
              route(travel_of_way(way).age, reached.calm_time(i)));
        }
      }
      decay_.push_back(std::move(decay));
      alone_.push_back(std::move(alone));
    }
  }

  // The sum of x over all homes of a profile.
  double experienced(ChildProfile const& child) const {
    ProfileTable const table(of_, child);
    auto const way = way_of(child.travel());
    auto const at_least = child.going == Going::with_parent ? 1.0 : 0.0;
    std::vector<double> fit(count_), near(count_), far(count_), access(count_), seen(count_), here(count_),
        help(count_), own(count_);
    for (std::size_t n = 0; n < count_; ++n) {
      auto const& row = table[n];
      fit[n] = of_.quick(n).ages >> child.age & 1U;
      near[n] = row.welcome_in_own_area, far[n] = row.welcome, access[n] = row.access;
    }
    double sum = 0;
    std::optional<Index<Area>> area;
    for (std::size_t home = 0; home < of_.homes().size(); ++home) {
      if (area != of_.homes()[home].area) {
        area = of_.homes()[home].area;
        look_around(*area, child, seen, here, help, own);
      }
      auto const* const decay = decay_[way].data() + home * count_;
      auto const* const alone = alone_[way].data() + home * count_;
      for (std::size_t n = 0; n < count_; ++n) {
        auto const visible = own[n] * here[n] + (1 - own[n]) * seen[n];
        auto const welcome = own[n] * near[n] + (1 - own[n]) * far[n];
        sum += fit[n] * decay[n] * visible * welcome * access[n] * std::max(alone[n], at_least) * help[n];
      }
    }
    return sum;
  }

 private:
  double route(AgeBand age, Tenths calm) const {
    auto const& parameters = of_.parameters();
    if (calm == never) return std::min(parameters.no_safe_route, minutes(age) / parameters.longest_journey);
    return std::min(1.0, minutes(age) * 600 / std::max(1.0, static_cast<double>(calm.count())));
  }

  double minutes(AgeBand age) const {
    auto const& parameters = of_.parameters();
    switch (age) {
      case AgeBand::from_4:
        return parameters.alone_from_4;
      case AgeBand::from_6:
        return parameters.alone_from_6;
      case AgeBand::from_9:
        return parameters.alone_from_9;
      default:
        return parameters.alone_from_12;
    }
  }

  void look_around(Index<Area> area, ChildProfile const& child, std::vector<double>& seen,
                   std::vector<double>& here, std::vector<double>& help, std::vector<double>& own) const {
    auto const& around = of_.surroundings();
    std::map<std::size_t, KnownThere> known;
    for (auto const& one : around.of(area)) known[one.organisation.value()] = one;
    for (std::size_t n = 0; n < count_; ++n) {
      Index<Organisation> const organisation(of_.quick(n).organisation);
      auto const found = known.find(organisation.value());
      auto const& there = found == known.end() ? around.otherwise(organisation) : found->second;
      seen[n] = visibility(there, false, child, of_.parameters());
      here[n] = visibility(there, true, child, of_.parameters());
      help[n] =
          support(guidance(there, around.guides_to(organisation), child, of_.parameters()), of_.parameters());
      own[n] = of_.quick(n).area == area.value();
    }
  }

  OpportunityModel const& of_;
  std::size_t count_;
  std::vector<std::vector<double>> decay_;
  std::vector<std::vector<double>> alone_;
};

void dense_arrays(benchmark::State& state) {
  Dense const dense(*model());
  double sum = 0;
  for (auto _ : state) {
    sum = 0;
    for (auto const profile : profiles()) sum += dense.experienced(standard_profiles()[profile]);
    benchmark::DoNotOptimize(sum);
  }
  // The same, added up by the product.
  ExperienceOf asking(*model());
  double ours = 0;
  for (auto const profile : profiles()) {
    auto const& child = standard_profiles()[profile];
    ProfileTable const table(*model(), child);
    for (std::size_t home = 0; home < model()->homes().size(); ++home) {
      asking.for_each(model()->homes()[home].area, model()->reached(home, child.travel()), table,
                      [&](std::size_t, Factors const& factors) { ours += factors.experienced(); });
    }
  }
  check(std::abs(sum - ours) < 1e-9 * ours, "both find the same");
}

void funnel_alone(benchmark::State& state) {
  ExperienceOf asking(*model());
  double sum = 0;
  for (auto _ : state) {
    for (auto const profile : profiles()) {
      auto const& child = standard_profiles()[profile];
      ProfileTable const table(*model(), child);
      for (std::size_t home = 0; home < model()->homes().size(); ++home) {
        asking.for_each(model()->homes()[home].area, model()->reached(home, child.travel()), table,
                        [&](std::size_t, Factors const& factors) { sum += factors.experienced(); });
      }
    }
    benchmark::DoNotOptimize(sum);
  }
}

BENCHMARK(from_nothing)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(all_profiles)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(funnel_alone)->Unit(benchmark::kMillisecond);
BENCHMARK(dense_arrays)->Unit(benchmark::kMillisecond);
BENCHMARK(one_offering_changed)->Arg(0)->Arg(12)->Arg(48)->Unit(benchmark::kMillisecond);
BENCHMARK(one_page)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace wegwijzer

BENCHMARK_MAIN();
