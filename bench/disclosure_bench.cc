// SPDX-License-Identifier: EUPL-1.2
// How long the proof takes that what is shown of a table leaves enough open: buurten in wijken by lists of
// ages and activities. Made-up counts, of which most are small.
#include <benchmark/benchmark.h>

#include "disclosure/alike.h"
#include "kit/drawn_child_tables.h"

namespace wegwijzer {

namespace {

disclosure::Dimension buurten(std::int64_t count) {
  disclosure::Dimension area("area");
  for (std::int64_t i = 0; i < count; ++i) {
    auto const wijk = "WK" + std::to_string(i / 5);
    if (i % 5 == 0) area.add(wijk);
    area.add("BU" + std::to_string(i), wijk);
  }
  return area;
}

disclosure::Classification by(std::int64_t areas, std::int64_t ages, std::int64_t activities) {
  std::vector<disclosure::Dimension> dimensions{buurten(areas)};
  dimensions.push_back(a_list("age", static_cast<std::size_t>(ages)));
  if (activities > 0) dimensions.push_back(a_list("activity", static_cast<std::size_t>(activities)));
  return disclosure::Classification(std::move(dimensions));
}

void prove(benchmark::State& state) {
  disclosure::Cells const cells(by(state.range(0), state.range(1), state.range(2)));
  disclosure::Rules const rules;
  Random random(5);
  std::vector<disclosure::Count> leaves(cells.size(), 0);
  for (auto const leaf : cells.leaves()) {
    leaves[leaf] = static_cast<disclosure::Count>(random.unit() * random.unit() * 60);
  }
  auto const counts = cells.with_totals(std::move(leaves));
  bool open = false;
  for (auto _ : state) {
    open = disclosure::leaves_enough_open(cells, disclosure::pattern_of(cells, counts, rules), rules);
  }
  state.SetLabel(open ? "shown" : "withheld whole");
  state.counters["finest"] = static_cast<double>(cells.leaves().size());
}

BENCHMARK(prove)
    ->Args({20, 4, 0})
    ->Args({100, 4, 0})
    ->Args({100, 10, 0})
    ->Args({20, 4, 3})
    ->Args({20, 4, 5})
    ->Args({100, 4, 10})
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace wegwijzer

BENCHMARK_MAIN();
