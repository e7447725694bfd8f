// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ground/find_reach.h"

#include "exchange/whole_file.h"
#include "opportunity/decay.h"
#include "reach/matrix.h"
#include "reach/parallel.h"
#include "usecases/ground/prepare_reach.h"

namespace wegwijzer {

namespace {

using Places = std::vector<std::optional<Place>>;

constexpr std::size_t doors_per_share = 64;

// Doors without a street nearby are left empty.
Places places_of(TravelTimes const& times, std::vector<Door> const& doors, unsigned threads,
                 ReachStepCount& count) {
  Places places(doors.size());
  auto const shares = (doors.size() + doors_per_share - 1) / doors_per_share;
  in_parallel(shares, threads, [&](unsigned, std::size_t share) {
    auto const first = share * doors_per_share, end = std::min(first + doors_per_share, doors.size());
    for (auto at = first; at < end; ++at) {
      if (auto const place = snap(times, doors[at].point)) places[at] = *place;
    }
    count.add(end - first);
  });
  return places;
}

std::vector<std::size_t> without_place(Places const& places) {
  std::vector<std::size_t> without;
  for (std::size_t at = 0; at < places.size(); ++at) {
    if (!places[at]) without.push_back(at);
  }
  return without;
}

// Takes what each home reaches, from any thread, each home once.
class Taking {
 public:
  Taking(ReachQuestion const& question, Places const& homes, ReachFound& found, ReachWatch const& watch)
      : question_(question),
        decay_(question.budget, question.half),
        found_(found),
        count_(watch, ReachStep::query, homes.size()) {
    found_.reached.resize(homes.size());
    if (!question.counts) found_.rows.resize(homes.size());
  }

  void take(std::size_t home, std::span<Hit const> hits) {
    if (!question_.counts) found_.rows[home].assign(hits.begin(), hits.end());
    auto& reached = found_.reached[home];
    reached.venues = hits.size();
    if (question_.half) {
      for (auto const& hit : hits) reached.weighted += decay_(hit.time);
    }
    count_.add(1);
  }

 private:
  ReachQuestion const& question_;
  Decay decay_;
  ReachFound& found_;
  ReachStepCount count_;
};

class FindingReach {
 public:
  FindingReach(std::shared_ptr<Streets const> const& streets, ReachQuestion const& question,
               ReachWatch const& watch, OrderShelf* shelf)
      : streets_(streets), question_(question), watch_(watch), shelf_(shelf) {}

  ReachFound find(std::vector<Door> const& homes, std::vector<Door> const& venues) {
    auto const contraction =
        question_.plain ? nullptr : prepare_reach(*streets_, question_.threads, watch_, shelf_);
    begin(ReachStep::customise);
    times_ = std::make_shared<TravelTimes const>(streets_, question_.profile);
    if (contraction) {
      auto hierarchy = hierarchy_of(contraction);
      snap_all(homes, venues);
      ask(std::move(hierarchy));
    } else {
      snap_all(homes, venues);
      ask_plainly();
    }
    return std::move(found_);
  }

 private:
  void begin(ReachStep step) { ReachStepCount(watch_, step, 1); }

  std::shared_ptr<Hierarchy const> hierarchy_of(std::shared_ptr<Contraction const> const& contraction) {
    ReachStepCount count(watch_, ReachStep::customise, work_of_customising(*contraction));
    return std::make_shared<Hierarchy const>(
        customise(contraction, times_, question_.threads, [&](std::size_t work) { count.add(work); }));
  }

  void snap_all(std::vector<Door> const& homes, std::vector<Door> const& venues) {
    ReachStepCount count(watch_, ReachStep::snap, homes.size() + venues.size());
    homes_ = places_of(*times_, homes, question_.threads, count);
    venues_ = places_of(*times_, venues, question_.threads, count);
    found_.homes_off_streets = without_place(homes_);
    found_.venues_off_streets = without_place(venues_);
  }

  void ask(std::shared_ptr<Hierarchy const> hierarchy) {
    ReachStepCount count(watch_, ReachStep::index, venues_.size() - found_.venues_off_streets.size());
    PlaceIndex const index(std::move(hierarchy), Heading::to_index, question_.budget, venues_,
                           question_.threads, [&](std::size_t places) { count.add(places); });
    Taking taking(question_, homes_, found_, watch_);
    for_each_row(index, homes_, question_.budget, question_.threads,
                 [&](std::size_t home, std::span<Hit const> hits) { taking.take(home, hits); });
  }

  void ask_plainly() {
    begin(ReachStep::index);
    Destinations const destinations(*times_, venues_);
    Taking taking(question_, homes_, found_, watch_);
    std::vector<std::optional<Travel>> travels(question_.threads);
    in_parallel(homes_.size(), question_.threads, [&](unsigned thread, std::size_t home) {
      if (!homes_[home]) return;
      if (!travels[thread]) travels[thread].emplace(*times_);
      taking.take(home, travels[thread]->within(*homes_[home], question_.budget, destinations));
    });
  }

  std::shared_ptr<Streets const> streets_;
  ReachQuestion const& question_;
  ReachWatch const& watch_;
  OrderShelf* shelf_;
  std::shared_ptr<TravelTimes const> times_;
  Places homes_;
  Places venues_;
  ReachFound found_;
};

}  // namespace

Result<Import<Door>> read_doors(std::filesystem::path const& file) {
  return read_whole(file).and_then([](std::string const& bytes) { return read_doors_csv(bytes); });
}

std::uint64_t ReachFound::pairs() const {
  std::uint64_t pairs = 0;
  for (auto const& home : reached) pairs += home.venues;
  return pairs;
}

Result<ReachFound> find_reach(std::shared_ptr<Streets const> const& streets, std::vector<Door> const& homes,
                              std::vector<Door> const& venues, ReachQuestion const& question,
                              ReachWatch const& watch, OrderShelf* shelf) {
  try {
    return FindingReach(streets, question, watch, shelf).find(homes, venues);
  } catch (StepStopped const&) {
    return fail(Fault::unavailable, "file.stopped");
  }
}

Done check_reach_file(std::filesystem::path const& file) {
  return check_new_file(file);
}

Done write_reach(std::filesystem::path const& file, std::vector<Door> const& homes,
                 std::vector<Door> const& venues, ReachQuestion const& question, ReachFound const& found,
                 ReachWatch const& watch) {
  Progress const progress = [&](std::uint64_t done, std::uint64_t total) {
    return !watch || watch(ReachStep::write, done, total);
  };
  if (!progress(0, 1)) return fail(Fault::unavailable, "file.stopped");
  return write_whole(file, [&](std::ostream& out) {
    if (!question.counts) return write_reach_csv(out, homes, venues, found.rows, progress);
    auto const with = question.half ? WithWeighted::yes : WithWeighted::no;
    return write_reach_counts_csv(out, homes, found.reached, with, progress);
  });
}

}  // namespace wegwijzer
