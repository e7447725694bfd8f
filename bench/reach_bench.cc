// SPDX-License-Identifier: EUPL-1.2
// The figures of docs/performance.md: reach_bench FOLDER QUESTION [MINUTES] [ROUNDS] [walk], on a folder that
// reach_world has written. Each round measures all sides of a comparison in turn, beside what the machine can
// do at that moment; the median and the spread of the ratios are printed. A program of its own, since Google
// Benchmark measures one side after the other.
#include <fmt/format.h>
#include <malloc.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <unordered_set>

#include "base/check.h"
#include "bounded_dijkstra.h"
#include "kit/sequential_hierarchy.h"
#include "machine.h"
#include "reach/journey_ends.h"
#include "reach/matrix.h"
#include "reach/neighbours_together.h"
#include "reach/order.h"
#include "reach/reaching.h"
#include "reach/upward_sweep.h"
#include "streets/snapshot.h"

namespace wegwijzer {

namespace {

namespace fs = std::filesystem;
using Places = std::vector<std::optional<Place>>;

struct Question {
  fs::path folder;
  std::string name;
  Minutes budget{45};
  int rounds = 5;
  Profile profile{Mode::bike, AgeBand::from_9};
};

std::string bytes_of(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

std::shared_ptr<Streets const> streets_in(fs::path const& folder) {
  auto streets = read_snapshot(bytes_of(folder / "streets"));
  if (!streets) throw std::runtime_error("no streets there: make them with reach_world");
  return std::make_shared<Streets const>(std::move(*streets));
}

Places places_in(fs::path const& file, TravelTimes const& times) {
  std::ifstream in(file);
  Places places;
  for (GeoPoint point; in >> point.latitude >> point.longitude;) {
    auto const place = snap(times, point);
    places.push_back(place ? std::optional(*place) : std::nullopt);
  }
  return places;
}

// Kept in the folder, since a country takes minutes.
std::vector<std::uint32_t> order_in(fs::path const& folder, Skeleton const& graph, Streets const& streets) {
  std::vector<std::uint32_t> order(graph.size());
  auto const size = static_cast<std::streamsize>(order.size() * sizeof(order[0]));
  if (std::ifstream in(folder / "order", std::ios::binary);
      in.read(reinterpret_cast<char*>(order.data()), size))
    return order;
  order = contraction_order(graph, streets.columns().nodes, 2);
  std::ofstream(folder / "order", std::ios::binary).write(reinterpret_cast<char const*>(order.data()), size);
  return order;
}

struct Ground {
  explicit Ground(Question const& question)
      : streets(streets_in(question.folder)),
        times(std::make_shared<TravelTimes const>(streets, question.profile)) {
    auto const graph = skeleton(*streets);
    contraction =
        std::make_shared<Contraction const>(contract(graph, order_in(question.folder, graph, *streets)));
    hierarchy = std::make_shared<Hierarchy const>(customise(contraction, times, 1));
    homes = in_order(places_in(question.folder / "homes", *times));
    venues = places_in(question.folder / "venues", *times);
    fmt::print("{} nodes, {} edges, {} homes, {} venues, {} links both ways\n", streets->node_count(),
               streets->edge_count(), homes.size(), venues.size(), hierarchy->links.size());
  }

  // Neighbours one after the other, for the searches that come one at a time as well.
  Places in_order(Places const& places) const {
    Places sorted;
    for (auto const at : neighbours_together(*hierarchy, places)) sorted.push_back(places[at]);
    return sorted;
  }

  std::shared_ptr<Streets const> streets;
  std::shared_ptr<TravelTimes const> times;
  std::shared_ptr<Contraction const> contraction;
  std::shared_ptr<Hierarchy const> hierarchy;
  Places homes;
  Places venues;
};

// What was found, so that nobody leaves the work out and all can be compared.
struct Sum {
  std::uint64_t pairs = 0;
  std::uint64_t check = 0;
  bool operator==(Sum const&) const = default;

  void add(std::span<Hit const> hits) {
    pairs += hits.size();
    for (auto const& hit : hits)
      check += static_cast<std::uint64_t>(hit.time.count()) * (hit.destination.value() + 1);
  }
};

template <class Search, class Ask>
Sum one_by_one(Search& search, std::span<std::optional<Place> const> homes, Ask const& ask) {
  Sum sum;
  for (auto const& home : homes) sum.add(ask(search, *home));
  return sum;
}

Sum all_rows(PlaceIndex const& index, Places const& homes, Minutes budget, unsigned threads = 1) {
  std::vector<Sum> sums(homes.size());
  for_each_row(index, homes, budget, threads,
               [&](std::size_t home, std::span<Hit const> hits) { sums[home].add(hits); });
  Sum sum;
  for (auto const& [pairs, check] : sums) sum.pairs += pairs, sum.check += check;
  return sum;
}

// Runs of neighbouring homes from everywhere, so many in all; the others take as long.
Places sample(Places const& homes, std::size_t about) {
  constexpr std::size_t run = 32;
  if (homes.size() <= about) return homes;
  Places chosen;
  auto const step = homes.size() / (about / run);
  for (std::size_t first = 0; first + run <= homes.size(); first += step)
    chosen.insert(chosen.end(), homes.begin() + static_cast<std::ptrdiff_t>(first),
                  homes.begin() + static_cast<std::ptrdiff_t>(first + run));
  return chosen;
}

// One way of asking, measured again and again.
struct Side {
  std::string name;
  std::function<Sum()> ask;
  Rounds seconds{};
  Rounds against_first{};
  Sum found{};
};

void measure(std::vector<Side>& sides, int rounds) {
  for (int round = 0; round < rounds; ++round) {
    fmt::print("round {}: {}\n", round + 1, Machine::measured().text());
    double first = 0;
    for (auto& side : sides) {
      auto const seconds = seconds_of([&] { side.found = side.ask(); });
      if (&side == &sides.front()) first = seconds;
      side.seconds.add(seconds);
      side.against_first.add(seconds / first);
    }
  }
}

void print(std::vector<Side> const& sides, std::size_t homes) {
  for (auto const& side : sides)
    fmt::print("{:44} {:>9.1f} us a home, {} times the first{}\n", side.name,
               side.seconds.median() * 1e6 / static_cast<double>(homes), side.against_first.text(3),
               side.found == sides.front().found ? "" : " NOT THE SAME");
}

std::vector<std::uint32_t> as_built(Ground const& ground) {
  std::vector<std::uint32_t> number(ground.streets->node_count());
  for (std::uint32_t node = 0; node < number.size(); ++node) number[node] = node;
  return number;
}

template <class Queue>
Side side(std::string name, std::shared_ptr<FlatNetwork const> network, Places const& homes, Minutes budget) {
  auto search = std::make_shared<BoundedDijkstra<Queue>>(*network);
  return {std::move(name), [=, &homes] {
            return one_by_one(*search, homes,
                              [&](auto& asked, Place const& home) { return asked.within(home, budget); });
          }};
}

Side travel(Ground const& ground, Destinations const& destinations, Places const& homes, Minutes budget) {
  auto search = std::make_shared<Travel>(*ground.times);
  return {"Travel, as the program has it", [=, &destinations, &homes] {
            return one_by_one(*search, homes, [&](Travel& asked, Place const& home) {
              return asked.within(home, budget, destinations);
            });
          }};
}

// Which plain Dijkstra is the baseline.
void dijkstra(Question const& question) {
  Ground const ground(question);
  auto const homes = sample(ground.homes, 512);
  Destinations const destinations(*ground.times, ground.venues);
  auto const hilbert = std::make_shared<FlatNetwork const>(destinations, as_built(ground));
  auto const ranked = std::make_shared<FlatNetwork const>(destinations, ground.contraction->rank);
  auto const budget = question.budget;
  std::vector<Side> sides{travel(ground, destinations, homes, budget),
                          side<StandardQueue>("std::priority_queue, nodes as built", hilbert, homes, budget),
                          side<FourfoldHeap>("4-ary heap, nodes as built", hilbert, homes, budget),
                          side<BucketQueue>("buckets, nodes as built", hilbert, homes, budget),
                          side<StandardQueue>("std::priority_queue, nodes by rank", ranked, homes, budget),
                          side<FourfoldHeap>("4-ary heap, nodes by rank", ranked, homes, budget),
                          side<BucketQueue>("buckets, nodes by rank", ranked, homes, budget)};
  measure(sides, question.rounds);
  print(sides, homes.size());
}

// The lines of the cache that the homes of one search cannot do without, each counted once.
class TouchedLines {
 public:
  template <class Thing>
  void add(int array, Thing const*, std::size_t first, std::size_t count) {
    if (count == 0) return;
    auto const begin = first * sizeof(Thing) / 64, end = ((first + count) * sizeof(Thing) - 1) / 64;
    for (auto line = begin; line <= end; ++line)
      lines_.insert(std::uint64_t{static_cast<unsigned>(array)} << 56U | line);
  }

  std::size_t size() const { return lines_.size(); }

  void clear() { lines_.clear(); }

 private:
  std::unordered_set<std::uint64_t> lines_;
};

struct Touched {
  double ranks = 0;
  double entries = 0;
  double lines = 0;
};

// What for_each_row reads, per home: links upward and back within the bound, buckets up to it, and a line for
// each venue met.
Touched touched(Ground const& ground, PlaceIndex const& index, Minutes budget) {
  auto const& hierarchy = *ground.hierarchy;
  auto const bound = static_cast<std::uint32_t>(time_under_way(budget, ground.times->pace()).count());
  UpwardSweep<NarrowLanes> sweep(hierarchy);
  TouchedLines lines;
  Touched all;
  for (std::size_t first = 0; first < ground.homes.size(); first += NarrowLanes::size) {
    std::vector<UpwardStart> starts;
    auto const end = std::min(first + NarrowLanes::size, ground.homes.size());
    for (auto at = first; at < end; ++at) {
      JourneyEnds ends(hierarchy, Upward::away, *ground.homes[at]);
      for (auto const& [_, rank, time] : ends.starts())
        starts.push_back({static_cast<std::uint32_t>(at - first), rank, time});
    }
    lines.clear();
    for (auto const& there : sweep.run(Upward::away, starts, bound)) {
      all.ranks += 1;
      auto const within = [&](std::span<Hierarchy::Link const> links) {
        return static_cast<std::size_t>(
            std::ranges::count_if(links, [&](auto const& link) { return there.least + link.time <= bound; }));
      };
      lines.add(0, hierarchy.first.data(), std::size_t{there.rank} * 2, 3);
      for (auto const direction : {Upward::away, Upward::towards}) {
        auto const links = hierarchy.up(there.rank, direction);
        lines.add(1, hierarchy.links.data(), static_cast<std::size_t>(links.data() - hierarchy.links.data()),
                  within(links));
      }
      lines.add(4, &there.rank, there.rank, 1);  // its slot
      auto const runs = index.runs(there.rank);
      lines.add(5, static_cast<std::uint64_t*>(nullptr), there.rank, 1);  // where they are
      lines.add(6, runs.data(), reinterpret_cast<std::uintptr_t>(runs.data()) / sizeof(runs[0]), runs.size());
      for (auto const& run : runs) {
        if (there.least + run.least > bound) continue;
        auto const entries = index.entries(run);
        all.entries += static_cast<double>(entries.size());
        lines.add(7, entries.data(), run.begin, entries.size());
        for (auto const& entry : entries)
          lines.add(8, static_cast<NarrowLanes*>(nullptr),
                    run.block * PlaceIndex::block_size + entry.in_block(), 1);
      }
    }
    all.lines += static_cast<double>(lines.size());
  }
  auto const homes = static_cast<double>(ground.homes.size());
  return {all.ranks / homes, all.entries / homes, all.lines / homes};
}

void print_bound(Touched const& touched, double us, double pairs) {
  auto const machine = Machine::measured();
  auto const bytes = touched.lines * 64 + pairs * sizeof(Hit);
  auto const stream = bytes / machine.triad * 1e-3;
  fmt::print(
      "a home, thirty-two together: {:.1f} ranks, {:.1f} entries, {:.1f} lines, {:.1f} pairs\n"
      "memory-bound: {:.0f} bytes at {:.1f} GB/s are {:.2f} us; measured {:.2f} us, {:.1f} times that\n"
      "one missed line a rank: {:.2f} us at {:.0f} ns\n",
      touched.ranks, touched.entries, touched.lines, pairs, bytes, machine.triad, stream, us, us / stream,
      touched.ranks * machine.chase * 1e-3, machine.chase);
}

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

// T6 and preparation, against a hierarchy made for the profile alone.
void prepare(Question const& question) {
  auto const streets = streets_in(question.folder);
  auto const times = std::make_shared<TravelTimes const>(streets, question.profile);
  Rounds sequential, ordering, contracting, customising, all, profile;
  std::size_t links = 0, own_links = 0;
  for (int round = 0; round < question.rounds; ++round) {
    fmt::print("round {}: {}\n", round + 1, Machine::measured().text());
    auto const alone = seconds_of([&] {
      SequentialContracting one_by_one(*times);
      one_by_one.run();
      links = one_by_one.link_count();
    });
    auto const graph = skeleton(*streets);
    std::vector<std::uint32_t> order;
    auto const order_time =
        seconds_of([&] { order = contraction_order(graph, streets->columns().nodes, 1); });
    std::shared_ptr<Contraction const> contraction;
    auto const contract_time =
        seconds_of([&] { contraction = std::make_shared<Contraction const>(contract(graph, order)); });
    auto const customise_time =
        seconds_of([&] { own_links = customise(contraction, times, 1).links.size(); });
    sequential.add(alone);
    ordering.add(order_time);
    contracting.add(contract_time);
    customising.add(customise_time);
    all.add((order_time + contract_time + customise_time) / alone);
    profile.add(alone / customise_time);
  }
  fmt::print(
      "{} nodes; sequential hierarchy {} s ({} links away); order {} s, contract {} s, customise {} s ({})\n",
      streets->node_count(), sequential.text(), links, ordering.text(), contracting.text(2),
      customising.text(2), own_links);
  fmt::print("preparation {} of the sequential one's time; a new profile {} times as fast\n", all.text(2),
             profile.text());
}

// Two threads against one, by the wall: on a machine that is busy the least of the rounds says most.
void threads(Question const& question) {
  Ground const ground(question);
  auto const graph = skeleton(*ground.streets);
  bool const orders = ground.streets->node_count() < 2'000'000;
  std::optional<PlaceIndex> index;
  std::vector<std::pair<std::string, std::function<void(unsigned)>>> const steps{
      {"order",
       [&](unsigned count) {
         if (orders) contraction_order(graph, ground.streets->columns().nodes, count);
       }},
      {"customise", [&](unsigned count) { customise(ground.contraction, ground.times, count); }},
      {"index",
       [&](unsigned count) {
         index.emplace(ground.hierarchy, Heading::to_index, question.budget, ground.venues, count);
       }},
      {"query", [&](unsigned count) { all_rows(*index, ground.homes, question.budget, count); }}};
  std::map<std::string, std::array<Rounds, 3>> wall;
  for (int round = 0; round < question.rounds; ++round) {
    fmt::print("round {}: {}\n", round + 1, Machine::measured().text());
    for (auto const& [name, work] : steps) {
      for (unsigned const count : {1U, 2U}) {
        auto const begin = wall_seconds();
        work(count);
        wall[name][count].add(wall_seconds() - begin);
      }
    }
  }
  for (auto const& [name, work] : steps) {
    auto const& [none, one, two] = wall[name];
    fmt::print("{:10} one thread {} s, two {} s: least against least {:.2f}\n", name, one.text(3),
               two.text(3), one.at(0) / two.at(0));
  }
}

// The most memory of each step, and what it leaves.
void memory(Question const& question) {
  auto const step = [](std::string const& name) {
    fmt::print("{:34} at most {:>5} MiB, left {:>5} MiB\n", name, memory_peak(), memory_now());
    malloc_trim(0);
    forget_peak();
  };
  auto const streets = streets_in(question.folder);
  step("streets");
  auto const times = std::make_shared<TravelTimes const>(streets, question.profile);
  step("travel times");
  std::shared_ptr<Contraction const> contraction;
  {
    auto const graph = skeleton(*streets);
    step("graph");
    auto const order = order_in(question.folder, graph, *streets);
    step("order (read if it is there)");
    contraction = std::make_shared<Contraction const>(contract(graph, order));
  }
  step("contract");
  auto const hierarchy = std::make_shared<Hierarchy const>(customise(contraction, times, 2));
  step("customise");
  auto const homes = places_in(question.folder / "homes", *times);
  auto const venues = places_in(question.folder / "venues", *times);
  PlaceIndex const index(hierarchy, Heading::to_index, question.budget, venues, 1);
  step("index");
  all_rows(index, homes, question.budget);
  step("query");
  reach_matrix(index, homes, question.budget, 1);
  step("query, pairs written");
}

int run(std::vector<std::string> const& words) {
  std::map<std::string, void (*)(Question const&)> const questions{
      {"dijkstra", dijkstra}, {"within", within},   {"rows", rows},    {"put", put},
      {"prepare", prepare},   {"threads", threads}, {"memory", memory}};
  if (words.size() < 2 || !questions.contains(words[1])) {
    fmt::print(
        "reach_bench FOLDER dijkstra|within|rows|put|prepare|threads|memory [MINUTES] [ROUNDS] [walk]\n");
    return 2;
  }
  Question question{words[0], words[1]};
  if (words.size() > 2) question.budget = Minutes(std::stoi(words[2]));
  if (words.size() > 3) question.rounds = std::stoi(words[3]);
  if (words.size() > 4 && words[4] == "walk") question.profile.mode = Mode::walk;
  questions.at(question.name)(question);
  return 0;
}

}  // namespace

}  // namespace wegwijzer

int main(int count, char** words) {
  return wegwijzer::run({words + 1, words + count});
}
