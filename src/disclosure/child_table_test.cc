// SPDX-License-Identifier: EUPL-1.2
// What the compiler refuses: that is the test.
#include "disclosure/child_table.h"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <gtest/gtest.h>

#include <concepts>
#include <iterator>
#include <ostream>

#include "disclosure/publish.h"

namespace wegwijzer::disclosure {

namespace {

template <class Thing>
concept Printed = requires(std::ostream& out, Thing const& thing) { out << thing; };

template <class Thing>
concept Walked = requires(Thing const& thing) { std::begin(thing); };

template <class Thing>
concept Indexed = requires(Thing const& thing) { thing[0]; };

template <class Thing>
concept Asked =
    requires(Thing const& thing) { thing.at(Categories()); } ||
    requires(Thing const& thing) { thing.size(); } || requires(Thing const& thing) { thing.counts_; } ||
    requires(Thing const& thing) { thing.children_; } || requires(Thing const& thing) { thing.rows(); };

template <class Thing>
concept Ordered = requires(Thing const& thing) { thing < thing; };

static_assert(Printed<int> && Ordered<int> &&
              fmt::is_formattable<int>());  // the questions can be answered yes
static_assert(Asked<PublishedTable>);

static_assert(!Printed<ChildTable>);
static_assert(!fmt::is_formattable<ChildTable>());
static_assert(!Walked<ChildTable> && !Indexed<ChildTable> && !Asked<ChildTable>);
static_assert(!std::equality_comparable<ChildTable> && !Ordered<ChildTable>);
static_assert(!std::copy_constructible<ChildTable> && !std::is_copy_assignable_v<ChildTable>);
static_assert(!std::is_move_assignable_v<ChildTable>);
static_assert(!std::is_aggregate_v<ChildTable> && !std::is_trivially_copyable_v<ChildTable>);
static_assert(!std::convertible_to<ChildTable, Count> && !std::convertible_to<ChildTable, std::string>);

// A count on its way into a table goes by hand, and is as silent.
static_assert(!Printed<ChildCount> && !fmt::is_formattable<ChildCount>());
static_assert(!Walked<ChildCount> && !Indexed<ChildCount> && !Asked<ChildCount>);
static_assert(!std::equality_comparable<ChildCount> && !Ordered<ChildCount>);
static_assert(!std::equality_comparable_with<ChildCount, Count>);
static_assert(!std::convertible_to<ChildCount, Count> && !std::constructible_from<Count, ChildCount>);
static_assert(!std::constructible_from<bool, ChildCount> && !std::convertible_to<Count, ChildCount>);
static_assert(!std::is_aggregate_v<ChildCount> && !std::is_trivially_copyable_v<ChildCount>);

// Only the publisher makes what is published, so nothing that was not checked can take its form.
static_assert(!std::default_initializable<PublishedTable>);
static_assert(!std::constructible_from<PublishedTable, Release, Audience>);
static_assert(!std::constructible_from<PublishedTable, ChildTable const&>);
static_assert(!std::is_aggregate_v<PublishedTable>);

}  // namespace

TEST(ChildTable, takes_children_in_cells_of_the_finest_detail_where_somebody_can_be) {
  Dimension area("area"), age("age");
  area.add("WK01").add("BU0101", "WK01");
  age.add("4-5").add("8-9");
  ChildTable table(Classification({area, age}, {{"WK01", "4-5"}}));
  EXPECT_TRUE(table.add({"BU0101", "8-9"}, ChildCount(3)));
  EXPECT_EQ(table.add({"WK01", "8-9"}).error().key, "disclosure.no_such_cell");
  EXPECT_EQ(table.add({"BU0101", "4-5"}).error().key, "disclosure.no_such_cell");
  EXPECT_EQ(table.add({"BU0101"}).error().key, "disclosure.no_such_cell");
  EXPECT_ANY_THROW(static_cast<void>(table.add({"BU0101", "8-9"}, ChildCount(-1))));
}

TEST(Classification, is_read_back_from_its_text) {
  Dimension area("area"), age("age");
  area.add("WK01").add("BU0101", "WK01", 900).add("BU0102", "WK01").add("WK02");
  age.add("4-5").add("8-9");
  Classification const one({area, age}, {{"WK01", "4-5"}, {"", "8-9"}});
  EXPECT_EQ(Classification::of_text(one.text()).text(), one.text());
  EXPECT_EQ(one.dimensions()[0].levels(), 3U);
}

}  // namespace wegwijzer::disclosure
