// SPDX-License-Identifier: EUPL-1.2
#include "exchange/published_csv.h"

#include <gtest/gtest.h>

#include "exchange/csv.h"
#include "kit/published_child_tables.h"

namespace wegwijzer {

namespace {

using disclosure::PublishedRow;
using disclosure::PublishedTable;

constexpr char const* withheld_words = "not shown";

std::vector<PublishedRow> rows_in(std::string const& csv) {
  auto reader = *CsvReader::open(csv);
  std::vector<PublishedRow> rows;
  reader.next();
  while (auto row = reader.next()) {
    auto const number = row->cells.back();
    row->cells.pop_back();
    rows.push_back({row->cells, number == withheld_words ? disclosure::Shown() : std::stoll(number)});
  }
  return rows;
}

// As somebody clicks from the total of all to the finest detail.
void drill(PublishedTable const& table, disclosure::Categories const& from,
           std::vector<PublishedRow>& found) {
  for (std::size_t i = 0; i < from.size(); ++i) {
    auto const finer = table.drill_down(from, i).value();
    found.insert(found.end(), finer.begin(), finer.end());
    for (auto const& row : finer) drill(table, row.categories, found);
  }
}

std::vector<PublishedRow> in_pages(PublishedTable const& table, std::size_t size) {
  std::vector<PublishedRow> found;
  for (std::size_t from = 0;; from += size) {
    auto const page = table.rows({}, from, size);
    if (page.empty()) return found;
    found.insert(found.end(), page.begin(), page.end());
  }
}

std::vector<PublishedRow> by_filters(PublishedTable const& table) {
  std::vector<PublishedRow> found;
  for (auto const& category : table.classification().dimensions()[0].categories()) {
    auto const rows = table.rows({category.code});
    found.insert(found.end(), rows.begin(), rows.end());
  }
  return found;
}

}  // namespace

TEST(PublishedCsv, says_in_words_that_a_cell_is_withheld_and_never_zero) {
  ChildTables tables;
  disclosure::ChildTable table(disclosure::Classification({a_list("a", 3)}));
  ASSERT_TRUE(table.add({"a0"}, disclosure::ChildCount(4)));
  ASSERT_TRUE(table.add({"a1"}, disclosure::ChildCount(60)));
  auto const shown = *tables.publish(table, "attendance", disclosure::Audience::partners);
  EXPECT_EQ(write_published_csv(shown, shown.rows(), withheld_words),
            "a;children\r\n;65\r\na0;not shown\r\na1;not shown\r\na2;not shown\r\n");
}

// Paging, filters, drilling down, tooltips and files: nothing to win by going another way.
TEST(PublishedTable, shows_the_same_by_every_way_to_a_cell) {
  ChildTables tables;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    auto const drawn = a_drawn_table(seed);
    for (auto const audience : {disclosure::Audience::partners, disclosure::Audience::everyone}) {
      auto const table = *tables.publish(filled(drawn), "subject " + std::to_string(seed), audience);
      auto const all = table.rows();
      EXPECT_EQ(in_pages(table, 7), all);
      auto found = by_filters(table);
      auto const from_file = rows_in(write_published_csv(table, all, withheld_words));
      if (all.size() < 200) drill(table, all[0].categories, found);
      found.insert(found.end(), from_file.begin(), from_file.end());
      for (auto const& row : found) EXPECT_EQ(*table.at(row.categories), row.children);
      EXPECT_EQ(from_file.size(), all.size());
    }
  }
}

}  // namespace wegwijzer
