// SPDX-License-Identifier: EUPL-1.2
#include "towns/territory.h"

#include <gtest/gtest.h>

#include <set>

#include "kit/fictional_towns.h"

namespace wegwijzer::towns {

namespace {

// Plan, names and territory of a country.
struct Country {
  explicit Country(WorldSize const& size)
      : plan(make_plan(size)),
        names(plan, words_of_towns().lists),
        territory(settle(plan, names, words_of_towns().figures, size)) {}

  Plan plan;
  Names names;
  Territory territory;
};

std::vector<WorldSize> sizes() {
  return {{1, 1, 1'000}, {2, 1, 8'800}, {3, 4, 20'000}, {4, 1, 26'400}};
}

}  // namespace

TEST(Territory, puts_every_cell_in_exactly_one_buurt) {
  for (auto const& size : sizes()) {
    Country const country(size);
    std::vector<int> times(country.plan.cells.size());
    for (std::size_t i = 0; i < country.territory.buurten.size(); ++i) {
      for (auto const cell : country.territory.buurten[i].cells) {
        ++times[cell];
        EXPECT_EQ(country.territory.buurt_of_cell[cell], i);
      }
    }
    for (std::size_t i = 0; i < times.size(); ++i)
      EXPECT_EQ(times[i], country.plan.cells[i].quarter == Quarter::outside ? 0 : 1);
  }
}

TEST(Territory, gives_codes_that_are_unique_and_say_what_lies_in_what) {
  for (auto const& size : sizes()) {
    Country const country(size);
    auto const& [buurten, wijken, gemeenten, buurt_of_cell] = country.territory;
    ASSERT_EQ(gemeenten.size(), size.towns);
    std::set<AreaCode> codes(gemeenten.begin(), gemeenten.end());
    for (std::size_t i = 0; i < wijken.size(); ++i) {
      EXPECT_TRUE(codes.insert(wijken[i].code).second);
      EXPECT_EQ(wijken[i].code.kind(), AreaKind::wijk);
      EXPECT_EQ(wijken[i].code.within(), gemeenten[wijken[i].town]);
      EXPECT_FALSE(wijken[i].name.empty());
      for (auto const buurt : wijken[i].buurten) EXPECT_EQ(buurten[buurt].wijk, i);
    }
    for (auto const& buurt : buurten) {
      EXPECT_TRUE(codes.insert(buurt.code).second);
      EXPECT_EQ(buurt.code.within(), wijken[buurt.wijk].code);
      EXPECT_EQ(buurt.town, wijken[buurt.wijk].town);
    }
  }
}

TEST(Territory, houses_the_inhabitants_of_every_town_and_all_children) {
  for (auto const& size : sizes()) {
    Country const country(size);
    std::vector<double> people(size.towns);
    std::size_t children = 0;
    for (auto const& buurt : country.territory.buurten) {
      people[buurt.town] += buurt.inhabitants;
      children += buurt.children_4_12;
      EXPECT_EQ(buurt.figures.empty(), buurt.inhabitants == 0);
      EXPECT_LE(static_cast<double>(buurt.children_4_12), buurt.inhabitants * 0.4 + 2);
    }
    for (std::size_t town = 0; town < size.towns; ++town) {
      auto const wanted = country.plan.towns[town].inhabitants;
      EXPECT_NEAR(people[town], wanted, wanted * 0.01);
    }
    EXPECT_EQ(children, size.children);
  }
}

TEST(Areas, have_an_outline_with_their_label_in_it) {
  for (auto const& size : sizes()) {
    Country const country(size);
    auto const ground = ground_shape(country.plan);
    for (std::size_t town = 0; town < size.towns; ++town) {
      for (auto const& area : areas_of(country.plan, ground, country.territory, country.names, town)) {
        ASSERT_FALSE(area.outline.empty()) << area.code.text();
        for (auto const& polygon : area.outline) {
          ASSERT_GE(polygon.outer.size(), 4U);
          EXPECT_EQ(polygon.outer.front(), polygon.outer.back());
        }
        if (area.code.kind() == AreaKind::buurt) {
          ASSERT_TRUE(area.label) << area.code.text();
        }
        if (area.label) {
          EXPECT_TRUE(contains(area.outline, *area.label)) << area.code.text();
        }
        EXPECT_GT(area.figures.at("area_km2"), 0);
      }
    }
  }
}

TEST(Areas, cover_every_point_of_the_world_once) {
  for (WorldSize const size : {WorldSize{1, 1, 4'000}, WorldSize{6, 3, 14'000}}) {
    Country const country(size);
    auto const ground = ground_shape(country.plan);
    std::vector<Area> all;
    for (std::size_t town = 0; town < size.towns; ++town) {
      for (auto& area : areas_of(country.plan, ground, country.territory, country.names, town))
        all.push_back(std::move(area));
    }
    Random random(9);
    auto const reach = country.plan.half_width * 0.95;
    for (int i = 0; i < 1'500; ++i) {
      auto const at =
          on_earth(ground.bent({(random.unit() * 2 - 1) * reach, (random.unit() * 2 - 1) * reach}));
      std::array<int, 3> times{};
      for (auto const& area : all) {
        if (contains(area.outline, at)) ++times[static_cast<std::size_t>(area.code.kind())];
      }
      EXPECT_EQ(times, (std::array{1, 1, 1})) << text(at);
    }
  }
}

}  // namespace wegwijzer::towns
