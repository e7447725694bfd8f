// SPDX-License-Identifier: EUPL-1.2
// From homes to venues: by the index, beside plain searches.
#include <fmt/format.h>

#include <map>

#include "base/check.h"
#include "base/random.h"
#include "reach/matrix.h"
#include "reach/reaching.h"
#include "reach_questions.h"
#include "reach_sides.h"
#include "reach_touched.h"

namespace wegwijzer {

namespace {

void print_bound(Touched const& touched, double us, double pairs) {
  auto const machine = Machine::measured();
  auto const bytes = touched.lines * 64 + pairs * sizeof(Hit);
  auto const stream = bytes / machine.triad * 1e-3;
  auto const scattered = touched.lines * machine.scattered * 1e-3;
  fmt::print(
      "a home, thirty-two together: {:.1f} ranks, {:.1f} entries, {:.1f} lines, {:.1f} pairs\n"
      "memory-bound: {:.0f} bytes at {:.1f} GB/s are {:.2f} us; measured {:.2f} us, {:.1f} times that\n"
      "each line read where it lies: {:.2f} us at {:.1f} ns; measured {:.1f} times that\n"
      "one missed line a rank: {:.2f} us at {:.0f} ns\n",
      touched.ranks, touched.entries, touched.lines, pairs, bytes, machine.triad, stream, us, us / stream,
      scattered, machine.scattered, us / scattered, touched.ranks * machine.chase * 1e-3, machine.chase);
}

}  // namespace

// T1: all venues within the budget of all homes.
void within(Question const& question) {
  Ground const ground(question);
  auto const few = sample(ground.homes, 512);
  auto const more = static_cast<double>(ground.homes.size()) / static_cast<double>(few.size());
  Destinations const destinations(*ground.times, ground.venues);
  auto const plain = travel(ground, destinations, few, question.budget);
  auto const whole = travel(ground, destinations, ground.homes, question.budget);
  std::optional<PlaceIndex> index;
  auto const build = [&] {
    index.emplace(ground.hierarchy, Heading::to_index, question.budget, ground.venues, 1);
  };
  std::map<std::string, Rounds> us, ratio;
  Sum found;
  for (int round = 0; round < question.rounds; ++round) {
    fmt::print("round {}: {}\n", round + 1, Machine::measured().text());
    auto const baseline = more * seconds_of([&] { plain.ask(); });
    auto const indexing = seconds_of(build);
    auto const query = seconds_of([&] { found = all_rows(*index, ground.homes, question.budget); });
    std::size_t written = 0;
    auto const matrix =
        seconds_of([&] { written = reach_matrix(*index, ground.homes, question.budget, 1).hits.size(); });
    check(written == found.pairs, "the matrix holds what was told");
    Reaching reaching(*index);
    auto const single = seconds_of([&] {
      one_by_one(reaching, ground.homes,
                 [&](Reaching& asked, Place const& home) { return asked.within(home, question.budget); });
    });
    auto const note = [&](std::string const& name, double seconds) {
      us[name].add(seconds * 1e6 / static_cast<double>(ground.homes.size()));
      ratio[name].add(baseline / seconds);
    };
    note("Dijkstra", baseline);
    note("index", indexing);
    note("query", query);
    note("index and query", indexing + query);
    note("query, pairs written", matrix);
    note("query, one by one", single);
  }
  auto const same = whole.ask() == found;
  for (auto const& [name, time] : us)
    fmt::print("{:26} {} us a home, {} times as fast as Dijkstra\n", name, time.text(2), ratio[name].text());
  fmt::print("{} pairs, {} entries; Dijkstra finds {}\n", found.pairs, index->entry_count(),
             same ? "the same" : "SOMETHING ELSE");
  print_bound(touched(ground, *index, question.budget), us["query"].median(),
              static_cast<double>(found.pairs) / static_cast<double>(ground.homes.size()));
}

// T4: every home and every venue, however far.
void rows(Question const& question) {
  Ground const ground(question);
  Destinations const destinations(*ground.times, ground.venues);
  auto const budget = question.budget;
  auto const few = sample(ground.homes, 256);
  auto const more = static_cast<double>(ground.homes.size()) / static_cast<double>(few.size());
  auto const plain = travel(ground, destinations, few, budget);
  auto const whole = travel(ground, destinations, ground.homes, budget);
  Rounds dijkstra, both, asking, ratio, ratio_asking;
  Sum found;
  for (int round = 0; round < question.rounds; ++round) {
    fmt::print("round {}: {}\n", round + 1, Machine::measured().text());
    std::optional<PlaceIndex> index;
    auto const baseline = more * seconds_of([&] { plain.ask(); });
    auto const indexing =
        seconds_of([&] { index.emplace(ground.hierarchy, Heading::to_index, budget, ground.venues, 1); });
    auto const query = seconds_of([&] { found = all_rows(*index, ground.homes, budget); });
    dijkstra.add(baseline * 1e3);
    both.add((indexing + query) * 1e3);
    asking.add(query * 1e3);
    ratio.add(baseline / (indexing + query));
    ratio_asking.add(baseline / query);
  }
  fmt::print("unbounded Dijkstra {} ms, index and query {} ms: {} times; query alone {} ms: {} times\n",
             dijkstra.text(0), both.text(), ratio.text(), asking.text(), ratio_asking.text());
  fmt::print("{} pairs of {} × {}, Dijkstra finds {}\n", found.pairs, ground.homes.size(),
             ground.venues.size(), whole.ask() == found ? "the same" : "SOMETHING ELSE");
}

// T5: a venue that moves, and the homes that reach it, against index and query anew.
void put(Question const& question) {
  Ground const ground(question);
  PlaceIndex index(ground.hierarchy, Heading::to_index, question.budget, ground.venues, 1);
  PlaceIndex const homes(ground.hierarchy, Heading::from_index, question.budget, ground.homes, 1);
  Reaching column(homes);
  Random random = Seed(7).stream("venues");
  constexpr int changes = 200;
  index.put(Index<Destination>(0), ground.venues[0]);  // the first one makes room to work in
  Rounds anew, putting, asking, ratio, ratio_column;
  for (int round = 0; round < question.rounds; ++round) {
    fmt::print("round {}: {}\n", round + 1, Machine::measured().text());
    auto const all = seconds_of([&] {
      PlaceIndex const again(ground.hierarchy, Heading::to_index, question.budget, ground.venues, 1);
      all_rows(again, ground.homes, question.budget);
    });
    std::vector<std::pair<Index<Destination>, std::optional<Place>>> moves;
    for (int change = 0; change < changes; ++change)
      moves.emplace_back(random.below(ground.venues.size()),
                         ground.venues[random.below(ground.venues.size())]);
    auto const put = seconds_of([&] {
                       for (auto const& [venue, where] : moves) index.put(venue, where);
                     }) /
                     changes;
    Sum sum;
    auto const ask = seconds_of([&] {
                       for (auto const& [venue, where] : moves)
                         if (where) sum.add(column.within(*where, question.budget));
                     }) /
                     changes;
    anew.add(all * 1e3);
    putting.add(put * 1e6);
    asking.add(ask * 1e6);
    ratio.add(all / put);
    ratio_column.add(all / (put + ask));
  }
  fmt::print("anew {} ms; moved {} us: {} times; the homes that reach it {} us, together: {} times\n",
             anew.text(), putting.text(), ratio.text(0), asking.text(), ratio_column.text(0));
}

}  // namespace wegwijzer
