// SPDX-License-Identifier: EUPL-1.2
// Which venues each of many homes reaches within a budget, door to door: every pair with its time, or only
// how many.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "exchange/reach_csv.h"
#include "reach/prepare.h"
#include "streets/travel_times.h"
#include "usecases/ground/reach_steps.h"

namespace wegwijzer {

// A file of doors (exchange/doors_csv.h). Fails with "import.file_missing" and as read_doors_csv does.
Result<Import<Door>> read_doors(std::filesystem::path const& file);

struct ReachQuestion {
  Profile profile{};
  Minutes budget{};
  bool counts = false;            // the pairs are not kept
  std::optional<Minutes> half{};  // a venue so far away weighs half as much as one at the door
  bool plain = false;             // by the plain search, to compare
  unsigned threads = 1;
};

struct ReachFound {
  std::vector<std::vector<Hit>> rows{};          // by home; empty when only counted
  std::vector<VenuesReached> reached{};          // by home
  std::vector<std::size_t> homes_off_streets{};  // they have no street within 500 m, and reach nothing
  std::vector<std::size_t> venues_off_streets{};

  std::uint64_t pairs() const;
};

// The same on any number of threads, plain or not, with or without a shelf. Fails with "file.stopped".
Result<ReachFound> find_reach(std::shared_ptr<Streets const> const& streets, std::vector<Door> const& homes,
                              std::vector<Door> const& venues, ReachQuestion const& question,
                              ReachWatch const& watch, OrderShelf* shelf = nullptr);

// Fails with "demo.file_exists" or "demo.no_folder": asked before anything long begins.
Done check_reach_file(std::filesystem::path const& file);

// Writes a new file, whole or not at all. Fails as write_whole does and with "file.stopped".
Done write_reach(std::filesystem::path const& file, std::vector<Door> const& homes,
                 std::vector<Door> const& venues, ReachQuestion const& question, ReachFound const& found,
                 ReachWatch const& watch);

}  // namespace wegwijzer
