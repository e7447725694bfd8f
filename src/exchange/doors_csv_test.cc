// SPDX-License-Identifier: EUPL-1.2
#include "exchange/doors_csv.h"

#include <gtest/gtest.h>

namespace wegwijzer {

namespace {

std::vector<Door> doors_in(std::string_view bytes) {
  auto const read = read_doors_csv(bytes);
  return read && read->problems.empty() ? read->rows : std::vector<Door>();
}

std::vector<Problem> problems_in(std::string_view bytes) {
  auto const read = read_doors_csv(bytes);
  return read ? read->problems : std::vector<Problem>();
}

std::vector<Door> const two_doors{{"school", {520'000'000, 50'000'000}}, {"7", {-15'000'001, -1}}};

}  // namespace

TEST(DoorsCsv, are_read_with_their_columns_in_any_order_beside_others) {
  EXPECT_EQ(doors_in("id,latitude,longitude\nschool,52,5\n7,-1.5000001,-0.0000001\n"), two_doors);
  EXPECT_EQ(doors_in("Longitude;children;Latitude;ID\n5;12;52;school\n-0,0000001;;-1,5000001;7\n"),
            two_doors);
}

TEST(DoorsCsv, are_called_by_their_line_where_there_is_no_column_for_an_id) {
  EXPECT_EQ(doors_in("latitude,longitude\n52,5\n\n53,6\n"),
            (std::vector<Door>{{"2", {520'000'000, 50'000'000}}, {"4", {530'000'000, 60'000'000}}}));
}

TEST(DoorsCsv, are_refused_where_a_position_is_missing_or_not_on_earth) {
  auto const problems = problems_in("id,latitude,longitude\na,,5\nb,91,5\nc,52,hier\n");
  ASSERT_EQ(problems.size(), 3U);
  EXPECT_EQ(problems[0],
            (Problem{2, "latitude", {Fault::missing, "cell.missing", {{"column", "latitude"}}, "latitude"}}));
  EXPECT_EQ(problems[1],
            (Problem{3, "latitude", {Fault::invalid, "cell.degrees", {{"value", "91"}}, "latitude"}}));
  EXPECT_EQ(problems[2],
            (Problem{4, "longitude", {Fault::invalid, "cell.decimal", {{"value", "hier"}}, "longitude"}}));
}

TEST(DoorsCsv, have_each_an_id_of_their_own) {
  auto const problems = problems_in("id,latitude,longitude\na,52,5\nb,52,5\na,53,5\n,53,5\n");
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0],
            (Problem{4, "id", {Fault::conflict, "doors.id_twice", {{"value", "a"}, {"line", "2"}}, "id"}}));
  EXPECT_EQ(problems[1], (Problem{5, "id", {Fault::missing, "cell.missing", {{"column", "id"}}, "id"}}));
}

TEST(DoorsCsv, need_both_coordinates) {
  auto const read = read_doors_csv("id,latitude\na,52\n");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().key, "csv.column_missing");
  EXPECT_EQ(read.error().arguments.front(), (Argument{"column", "longitude"}));
}

}  // namespace wegwijzer
