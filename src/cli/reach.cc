// SPDX-License-Identifier: EUPL-1.2
// reach: what homes reach, as a file; on the error stream how long each step took.
#include <sys/resource.h>

#include <algorithm>
#include <ostream>

#include "cli/file_problems.h"
#include "cli/show_some.h"
#include "cli/step_clock.h"
#include "cli/streets_from.h"

namespace wegwijzer::cli {

namespace {

// Nothing is computed with a list that is half right. Fails when its faults have been told.
tl::expected<std::vector<Door>, int> doors_in(Context const& context, std::filesystem::path const& file) {
  auto read = read_doors(file);
  if (!read && read.error().fault == Fault::missing) {
    return tl::make_unexpected(complain(context, read.error()));
  }
  if (!read) {
    context.err << "wegwijzer: " << file.string() << ": " << context.language.sentence(read.error()) << '\n';
    return tl::make_unexpected(exit_code(read.error().fault));
  }
  std::erase_if(read->problems, [](Problem const& problem) { return problem.row_kept; });
  if (!read->problems.empty()) {
    show_problems(context, file, read->problems);
    return tl::make_unexpected(exit_code(Fault::invalid));
  }
  if (!read->rows.empty()) return std::move(read->rows);
  return tl::make_unexpected(complain(context, {Fault::invalid, "doors.none", {{"file", file.string()}}}));
}

void warn(Context const& context, char const* key, std::vector<Door> const& doors,
          std::vector<std::size_t> const& off_streets) {
  if (off_streets.empty()) return;
  context.err << context.language.count(key, std::ssize(off_streets)) << '\n';
  show_some(context, context.err, off_streets, [&](std::size_t door) { return doors[door].id; });
}

std::string peak_megabytes() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return std::to_string(used.ru_maxrss / 1'024);
}

class Reaching {
 public:
  Reaching(Context const& context, ReachOptions const& options) : context_(context), options_(options) {}

  int run() {
    if (auto const room = check_reach_file(options_.out); !room) return complain(context_, room.error());
    auto homes = doors_in(context_, options_.homes);
    if (!homes) return homes.error();
    auto venues = doors_in(context_, options_.venues);
    if (!venues) return venues.error();
    homes_ = *std::move(homes), venues_ = *std::move(venues);
    if (auto const done = find_and_write(); !done) return complain(context_, done.error());
    clock_.end();
    return show();
  }

 private:
  Done find_and_write() {
    watch_(ReachStep::load, 0, 1);
    auto const loaded = load(context_, options_.from, [this](std::uint64_t done, std::uint64_t total) {
      return watch_(ReachStep::load, done, total);
    });
    if (!loaded) return fail(loaded.error());
    auto const& [streets, shelf] = *loaded;
    nodes_ = streets->node_count(), edges_ = streets->edge_count();
    auto found = find_reach(streets, homes_, venues_, options_.question, watch_, shelf.get());
    if (!found) return fail(found.error());
    found_ = *std::move(found);
    return write_reach(options_.out, homes_, venues_, options_.question, found_, watch_);
  }

  int show() const {
    auto const& t = context_.language;
    warn(context_, "find_reach.homes_off", homes_, found_.homes_off_streets);
    warn(context_, "find_reach.venues_off", venues_, found_.venues_off_streets);
    context_.err << t("find_reach.streets",
                      {{"nodes", std::to_string(nodes_)}, {"edges", std::to_string(edges_)}})
                 << '\n'
                 << t("find_reach.memory", {{"megabytes", peak_megabytes()}}) << '\n';
    context_.out << t("find_reach.done", {{"homes", std::to_string(homes_.size())},
                                          {"venues", std::to_string(venues_.size())},
                                          {"pairs", std::to_string(found_.pairs())},
                                          {"file", options_.out.string()}})
                 << '\n';
    return 0;
  }

  Context const& context_;
  ReachOptions const& options_;
  StepClock<ReachStep> clock_{context_, "reach_step."};
  ReachWatch watch_ = [this](ReachStep step, std::uint64_t done, std::uint64_t total) {
    return clock_.hear(step, done, total);
  };
  std::vector<Door> homes_;
  std::vector<Door> venues_;
  std::size_t nodes_ = 0;
  std::size_t edges_ = 0;
  ReachFound found_;
};

}  // namespace

int reach(Context const& context, ReachOptions const& options) {
  return Reaching(context, options).run();
}

}  // namespace wegwijzer::cli
