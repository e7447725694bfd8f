// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ground/export_streets.h"

#include <gtest/gtest.h>

#include <fstream>

#include "kit/drawn_town.h"
#include "kit/temporary_folder.h"

namespace wegwijzer {

namespace {

TravelTimes some_times() {
  return draw("A-B").times({Mode::walk, AgeBand::grown});
}

bool never_stop(std::uint64_t, std::uint64_t) {
  return true;
}

std::uintmax_t files_in(std::filesystem::path const& folder) {
  return static_cast<std::uintmax_t>(
      std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

}  // namespace

TEST(ExportStreets, makes_the_folder_and_adds_the_other_form_to_it) {
  TemporaryFolder const folder;
  auto const to = folder.path("streets");
  auto const made = export_streets(some_times(), to, StreetsForm::csv, never_stop);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->vertices, 2U);
  EXPECT_EQ(made->edges, 2U);
  ASSERT_TRUE(export_streets(some_times(), to, StreetsForm::binary, never_stop));
  EXPECT_EQ(files_in(to), 3U);
  for (auto const* name : {"vertices.csv", "edges.csv", "streets.bin"}) {
    EXPECT_TRUE(std::filesystem::exists(to / name)) << name;
  }
}

TEST(ExportStreets, never_writes_over_what_is_there) {
  TemporaryFolder const folder;
  std::ofstream(folder.path("edges.csv")) << "mine";
  auto const again = export_streets(some_times(), folder.path(""), StreetsForm::csv, never_stop);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().key, "demo.file_exists");
  EXPECT_EQ(std::filesystem::file_size(folder.path("edges.csv")), 4U);
  EXPECT_EQ(files_in(folder.path("")), 1U);
  EXPECT_EQ(check_street_files(folder.path("edges.csv"), StreetsForm::csv).error().key, "demo.file_exists");
  EXPECT_EQ(check_street_files(folder.path("no/where"), StreetsForm::csv).error().key, "demo.no_folder");
}

TEST(ExportStreets, leaves_nothing_when_it_is_stopped) {
  TemporaryFolder const folder;
  for (auto const form : {StreetsForm::csv, StreetsForm::binary}) {
    auto const stopped =
        export_streets(some_times(), folder.path("streets"), form, [](auto, auto) { return false; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().key, "file.stopped");
    EXPECT_EQ(files_in(folder.path("")), 0U);
  }
}

}  // namespace wegwijzer
