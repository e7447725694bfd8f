// SPDX-License-Identifier: EUPL-1.2
#include "storage/cache_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "kit/temporary_folder.h"

namespace wegwijzer {

namespace {

std::size_t files_in(std::filesystem::path const& folder) {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

void write(std::filesystem::path const& file) {
  std::ofstream(file) << "bytes";
}

}  // namespace

TEST(CacheFolder, gives_back_what_it_keeps_and_makes_the_folder_only_then) {
  TemporaryFolder const at;
  CacheFolder cache(at.path("s.cache"));
  EXPECT_EQ(cache.find("order-1", 10).error().fault, Fault::missing);
  EXPECT_FALSE(std::filesystem::exists(at.path("s.cache")));
  EXPECT_TRUE(cache.keep("order-1", std::string("a\0b", 3)));
  EXPECT_EQ(cache.find("order-1", 3), std::string("a\0b", 3));
  EXPECT_TRUE(cache.keep("order-1", ""));
  EXPECT_EQ(cache.find("order-1", 3), "");
  EXPECT_EQ(files_in(at.path("s.cache")), 1U);
}

TEST(CacheFolder, does_not_read_what_is_larger_than_expected_or_no_file) {
  TemporaryFolder const at;
  CacheFolder cache(at.path("s.cache"));
  EXPECT_TRUE(cache.keep("order-1", "four"));
  std::filesystem::create_directory(at.path("s.cache") / "order-2");
  for (auto const* name : {"order-1", "order-2"}) {
    auto const found = cache.find(name, 3);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().fault, Fault::unavailable);
  }
}

TEST(CacheFolder, says_so_when_it_cannot_write_and_leaves_nothing) {
  TemporaryFolder const at;
  write(at.path("s.cache"));
  EXPECT_EQ(CacheFolder(at.path("s.cache")).keep("order-1", "a").error().key, "cache.cannot_write");
  std::filesystem::create_directories(at.path("t.cache") / "order-1" / "in the way");
  EXPECT_EQ(CacheFolder(at.path("t.cache")).keep("order-1", "a").error().key, "cache.cannot_write");
  EXPECT_EQ(files_in(at.path("t.cache")), 1U);
}

TEST(CacheFolder, keeps_whole_what_several_keep_at_once) {
  TemporaryFolder const at;
  auto const keep_often = [&](char letter) {
    CacheFolder cache(at.path("s.cache"));
    for (int time = 0; time < 100; ++time) {
      EXPECT_TRUE(cache.keep("order-1", std::string(10'000, letter)));
      auto const found = cache.find("order-1", 10'000);
      ASSERT_TRUE(found);
      EXPECT_EQ(*found, std::string(10'000, found->front()));
    }
  };
  {
    std::jthread const a(keep_often, 'a'), b(keep_often, 'b');
  }
  EXPECT_EQ(files_in(at.path("s.cache")), 1U);
}

TEST(CacheFolder, removes_what_is_stale_and_nothing_of_others_or_being_written) {
  TemporaryFolder const at;
  CacheFolder cache(at.path("s.cache"));
  EXPECT_TRUE(cache.keep("order-1", "a") && cache.keep("order-2", "b"));
  auto const folder = at.path("s.cache");
  for (auto const* name : {"of an operator", "order-2.part-7", "order-2.part-8"}) write(folder / name);
  std::filesystem::last_write_time(folder / "order-2.part-8",
                                   std::filesystem::file_time_type::clock::now() - std::chrono::hours(2));
  cache.keep_only("order-", {"order-1"});
  EXPECT_TRUE(cache.find("order-1", 1));
  EXPECT_EQ(cache.find("order-2", 1).error().fault, Fault::missing);
  EXPECT_TRUE(std::filesystem::exists(folder / "of an operator"));
  EXPECT_TRUE(std::filesystem::exists(folder / "order-2.part-7"));
  EXPECT_EQ(files_in(folder), 3U);
  CacheFolder(at.path("none.cache")).keep_only("order-", {});
}

}  // namespace wegwijzer
