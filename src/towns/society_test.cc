// SPDX-License-Identifier: EUPL-1.2
#include "towns/society.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "kit/fictional_towns.h"

namespace wegwijzer::towns {

namespace {

struct Peopled {
  std::unique_ptr<World> world;
  Society society;
};

Peopled peopled(std::uint64_t seed, std::size_t children) {
  auto world = a_world(seed, 1, children);
  auto society = world->society(0);
  return {std::move(world), std::move(society)};
}

std::vector<Peopled> const& some_towns() {
  static auto const made = [] {
    std::vector<Peopled> all;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) all.push_back(peopled(seed, 2'500));
    return all;
  }();
  return made;
}

Peopled const& town_of_100_thousand() {
  static auto const made = peopled(4, 8'800);
  return made;
}

std::set<Id<Organisation>> organisations(Society const& society) {
  std::set<Id<Organisation>> ids;
  for (auto const& one : society.organisations) ids.insert(one.id);
  return ids;
}

std::map<Id<Venue>, Venue const*> venues(Society const& society) {
  std::map<Id<Venue>, Venue const*> by_id;
  for (auto const& one : society.venues) by_id[one.id] = &one;
  return by_id;
}

// Where an offering takes place, or the place of its organisation.
std::map<Id<Offering>, GeoPoint> places_of(Society const& society) {
  std::map<Id<Organisation>, GeoPoint> home;
  for (auto const& venue : society.venues) {
    if (venue.organisation) home[*venue.organisation] = venue.point;
  }
  auto const by_id = venues(society);
  std::map<Id<Offering>, GeoPoint> places;
  for (auto const& one : society.offerings) {
    if (one.venue) {
      places[one.id] = by_id.at(*one.venue)->point;
    } else if (auto const found = home.find(one.organisation); found != home.end()) {
      places[one.id] = found->second;
    }
  }
  return places;
}

bool share_a_theme(Offering const& one, Offering const& other) {
  return std::ranges::any_of(one.themes, [&](ThemeCode const& a) {
    return std::ranges::any_of(other.themes,
                               [&](ThemeCode const& b) { return related(vocabulary_codes().themes, a, b); });
  });
}

}  // namespace

TEST(Society, is_the_same_for_one_seed) {
  auto const one = peopled(1, 2'500);
  auto const& same = some_towns().front().society;
  EXPECT_EQ(one.society.offerings, same.offerings);
  EXPECT_EQ(one.society.venues, same.venues);
  EXPECT_EQ(one.society.channels, same.channels);
  EXPECT_EQ(one.society.steps, same.steps);
}

TEST(Society, has_ids_that_are_unique_and_no_source) {
  for (auto const& [world, society] : some_towns()) {
    std::set<std::string> ids;
    auto const look = [&](auto const& records) {
      for (auto const& one : records) {
        EXPECT_TRUE(ids.insert(text(one.id)).second);
        EXPECT_TRUE(one.source.empty());
        if (one.confirmed_on) {
          EXPECT_LE(*one.confirmed_on, day_of_tests());
        }
      }
    };
    look(society.organisations), look(society.venues), look(society.offerings);
    look(society.collaborations), look(society.channels), look(society.routes), look(society.steps);
    look(society.inquiries);
  }
}

TEST(Society, offers_what_an_organisation_gives_at_a_venue_that_is_there) {
  for (auto const& [world, society] : some_towns()) {
    auto const providers = organisations(society);
    auto const places = venues(society);
    EXPECT_GT(society.offerings.size(), 50U);
    for (auto const& one : society.offerings) {
      EXPECT_TRUE(providers.contains(one.organisation)) << one.title;
      EXPECT_TRUE(!one.venue || places.contains(*one.venue)) << one.title;
      EXPECT_FALSE(one.title.empty());
      EXPECT_FALSE(one.summary.empty());
      EXPECT_FALSE(one.themes.empty());
      if (one.places_left) {
        ASSERT_TRUE(one.capacity);
        EXPECT_LE(*one.places_left, *one.capacity);
      }
    }
    for (auto const& one : society.venues)
      EXPECT_TRUE(!one.organisation || providers.contains(*one.organisation)) << one.name;
  }
}

TEST(Society, names_only_funds_of_the_vocabulary_and_only_for_what_costs_money) {
  std::set<std::string> funds;
  for (auto const& row : vocabulary_rows("funds")) funds.insert(row[0]);
  for (auto const& [world, society] : some_towns()) {
    for (auto const& one : society.offerings) {
      for (auto const& fund : one.funds) EXPECT_TRUE(funds.contains(fund.text())) << fund.text();
      EXPECT_TRUE(one.funds.empty() || (one.price && !one.price->free())) << one.title;
    }
  }
}

TEST(Society, gives_no_two_organisations_one_name) {
  for (auto const& [world, society] : some_towns()) {
    std::set<std::string> names;
    for (auto const& one : society.organisations) {
      EXPECT_TRUE(names.insert(one.name).second) << one.name;
      EXPECT_NE(one.name.back(), ' ') << one.name;  // the street has no name everywhere
    }
  }
}

TEST(Society, has_a_next_step_near_most_first_steps_but_not_all) {
  auto const& society = town_of_100_thousand().society;
  auto const places = places_of(society);
  std::size_t first = 0, followed = 0;
  for (auto const& one : society.offerings) {
    if (one.stage != Stage::introduce || !places.contains(one.id)) continue;
    ++first;
    followed += std::ranges::any_of(society.offerings, [&](Offering const& next) {
      return next.stage == Stage::deepen && places.contains(next.id) && share_a_theme(one, next) &&
             wegwijzer::distance(places.at(one.id), places.at(next.id)).value < 2'500;
    });
  }
  EXPECT_GT(first, 100U);
  EXPECT_GE(static_cast<double>(followed), static_cast<double>(first) * 2 / 3) << followed << " of " << first;
  EXPECT_LT(followed, first);  // some paths end, as they do
}

TEST(Society, agrees_on_the_steps_of_its_routes_and_on_a_part_of_the_others) {
  auto const& society = town_of_100_thousand().society;
  std::map<Id<Offering>, Offering const*> offerings;
  for (auto const& one : society.offerings) offerings[one.id] = &one;
  std::map<std::pair<Id<Offering>, Id<Offering>>, bool> agreed_between;
  std::size_t waiting = 0, gone_stale = 0;
  for (auto const& step : society.steps) {
    auto const &from = *offerings.at(step.from), &to = *offerings.at(step.to);
    EXPECT_NE(from.organisation, to.organisation);
    EXPECT_LT(from.stage, to.stage);
    EXPECT_TRUE(share_a_theme(from, to)) << from.title << ", " << to.title;
    EXPECT_TRUE(step.agreed_by_from || step.agreed_by_to);
    bool const both = agreed(step, from.organisation, to.organisation);
    EXPECT_TRUE(agreed_between.try_emplace({step.from, step.to}, both).second);
    waiting += both ? 0U : 1U;
    gone_stale += stale(step, day_of_tests()) ? 1U : 0U;
  }
  for (auto const& route : society.routes) {
    for (std::size_t i = 1; i < route.steps.size(); ++i)
      EXPECT_TRUE(agreed_between.at({route.steps[i - 1], route.steps[i]})) << route.title;
  }
  // About 80 of what providers refer to besides the routes, of which two in five wait for one of them.
  EXPECT_GT(waiting, 15U);
  EXPECT_LT(waiting, society.steps.size() / 2);
  EXPECT_GT(gone_stale, 2U);
  EXPECT_LT(gone_stale, society.steps.size() / 3);
}

TEST(Society, asked_a_part_of_those_who_meet_all_children_what_there_is) {
  auto const& [world, society] = town_of_100_thousand();
  std::map<Id<Organisation>, Sector> sectors;
  for (auto const& one : society.organisations) sectors[one.id] = one.sector;
  std::set<Id<Organisation>> asked;
  std::map<InquiryAnswer, std::size_t> answers;
  std::size_t stale_answers = 0;
  for (auto const& inquiry : society.inquiries) {
    ASSERT_TRUE(inquiry.asked);
    asked.insert(*inquiry.asked);
    auto const sector = sectors.at(*inquiry.asked);
    EXPECT_TRUE(sector == Sector::education || sector == Sector::childcare || sector == Sector::welfare);
    EXPECT_FALSE(inquiry.areas.empty());  // that would be everywhere
    for (auto const& area : inquiry.areas) EXPECT_EQ(area.kind(), AreaKind::buurt);
    EXPECT_EQ(inquiry.themes.size(), 1U);
    ++answers[inquiry.answer];
    stale_answers += stale(inquiry, day_of_tests());
  }
  // Some 85 of these organisations, 30% of them asked about 2 to 5 themes.
  EXPECT_GT(asked.size(), 10U);
  EXPECT_LT(asked.size(), 50U);
  EXPECT_GT(answers[InquiryAnswer::none], answers[InquiryAnswer::some]);
  EXPECT_GT(answers[InquiryAnswer::some], 3U);
  EXPECT_GT(stale_answers, 0U);
  EXPECT_LT(stale_answers, society.inquiries.size() / 3);
}

TEST(Society, has_talent_spotters_in_some_organisations_and_says_nothing_of_most) {
  std::map<std::optional<bool>, std::size_t> count;
  auto const& organisations = town_of_100_thousand().society.organisations;
  for (auto const& one : organisations) {
    EXPECT_FALSE(one.green_layer.empty() && one.trained_spotters) << one.name;
    ++count[one.trained_spotters];
  }
  // 20% and 25% of some hundreds of organisations.
  EXPECT_NEAR(static_cast<double>(count[true]) / static_cast<double>(organisations.size()), 0.2, 0.06);
  EXPECT_NEAR(static_cast<double>(count[false]) / static_cast<double>(organisations.size()), 0.25, 0.06);
}

TEST(Society, tells_of_role_models_at_some_activities_and_says_nothing_of_most) {
  std::map<RoleModel, double> said;
  double told = 0, with_people = 0;
  auto const& society = town_of_100_thousand().society;
  for (auto const& one : society.offerings) {
    auto const by = std::ranges::find(society.organisations, one.organisation, &Organisation::id);
    bool const has_people = one.where != Where::at_home && !by->green_layer.empty();
    EXPECT_TRUE(has_people || one.role_models.empty()) << one.title;
    with_people += has_people;
    told += !one.role_models.empty();
    for (auto const model : one.role_models) ++said[model];
  }
  // 40% speak of them; one in 5.9 of those says none of the four in the end: 65% x 70% x 75% x 50%.
  EXPECT_NEAR(told / with_people, 0.4 * (1 - 0.65 * 0.7 * 0.75 * 0.5), 0.05);
  EXPECT_NEAR(said[RoleModel::women_and_men] / with_people, 0.4 * 0.5, 0.04);
  EXPECT_NEAR(said[RoleModel::home_languages] / with_people, 0.4 * 0.25, 0.03);
}

TEST(Society, lays_routes_of_three_stages_by_several_organisations) {
  std::vector<Peopled const*> all{&town_of_100_thousand()};
  for (auto const& one : some_towns()) all.push_back(&one);
  std::size_t routes = 0;
  for (auto const* const one : all) {
    std::map<Id<Offering>, Offering const*> offerings;
    for (auto const& offering : one->society.offerings) offerings[offering.id] = &offering;
    for (auto const& route : one->society.routes) {
      ++routes;
      std::vector<Stage> stages;
      std::set<Id<Organisation>> by;
      for (auto const step : route.steps) {
        ASSERT_TRUE(offerings.contains(step));
        stages.push_back(offerings[step]->stage.value());
        by.insert(offerings[step]->organisation);
      }
      EXPECT_EQ(stages, (std::vector{Stage::introduce, Stage::deepen, Stage::belong}));
      EXPECT_GE(by.size(), 2U);
    }
  }
  EXPECT_GT(routes, 5U);
}

TEST(Society, tells_of_providers_that_exist) {
  for (auto const& [world, society] : some_towns()) {
    std::map<Id<Organisation>, bool> offers;
    for (auto const& one : society.organisations)
      offers[one.id] = std::ranges::find(one.roles, Role::provider) != one.roles.end();
    std::set<AreaCode> areas;
    for (auto const& area : world->areas(0)) areas.insert(area.code);
    EXPECT_FALSE(society.channels.empty());
    for (auto const& channel : society.channels) {
      EXPECT_TRUE(!channel.organisation || offers.contains(*channel.organisation)) << channel.name;
      for (auto const listed : channel.lists) EXPECT_TRUE(offers[listed]) << channel.name;
      for (auto const& area : channel.areas) EXPECT_TRUE(areas.contains(area)) << channel.name;
    }
  }
}

TEST(Society, lets_nobody_work_together_with_himself) {
  for (auto const& [world, society] : some_towns()) {
    auto const known = organisations(society);
    EXPECT_FALSE(society.collaborations.empty());
    std::set<std::tuple<Id<Organisation>, Id<Organisation>, CollaborationKind>> pairs;
    for (auto const& one : society.collaborations) {
      EXPECT_TRUE(known.contains(one.from) && known.contains(one.to));
      EXPECT_NE(one.from, one.to);
      EXPECT_TRUE(pairs.insert({one.from, one.to, one.kind}).second) << one.about;
    }
  }
}

TEST(Society, sends_pupils_from_buurten_that_add_up) {
  for (auto const& [world, society] : some_towns()) {
    int all = 0;
    for (auto const& venue : society.venues) {
      int pupils = 0;
      for (auto const& part : venue.catchment) {
        EXPECT_GT(part.pupils, 0);
        pupils += part.pupils;
      }
      EXPECT_EQ(pupils, venue.pupils.value_or(0));
      all += pupils;
    }
    // Of each buurt with children at most one is lost or won by rounding.
    EXPECT_NEAR(all, 2'500, static_cast<double>(world->territory().buurten.size()));
  }
}

TEST(Society, says_no_sentence_of_an_offering_twice) {
  for (auto const& [world, society] : some_towns()) {
    std::set<std::string> said;
    for (auto const& one : society.offerings) EXPECT_TRUE(said.insert(one.summary).second) << one.summary;
  }
}

}  // namespace wegwijzer::towns
