// SPDX-License-Identifier: EUPL-1.2
#include "towns/repertoire.h"

#include <gtest/gtest.h>

#include <set>

#include "kit/fictional_towns.h"
#include "towns/phrases.h"

namespace wegwijzer::towns {

namespace {

Repertoire const& repertoire() {
  return words_of_towns().repertoire;
}

std::set<std::string> codes(std::string const& vocabulary) {
  std::set<std::string> all;
  for (auto const& row : vocabulary_rows(vocabulary)) all.insert(row[0]);
  return all;
}

std::set<std::string> used_by_activities() {
  std::set<std::string> keys;
  for (auto const& activity : repertoire().activities) keys.insert(activity.by.begin(), activity.by.end());
  return keys;
}

bool is_provider(ProviderKind const& kind) {
  return std::ranges::find(kind.roles, Role::provider) != kind.roles.end();
}

// Every slot that occurs must be one that a town has a word for.
void expect_to_expand(std::string const& pattern, std::set<std::string> const& known,
                      std::string const& key) {
  Random random(1);
  auto const word = [&](std::string_view slot) {
    auto const is_known = known.contains(std::string(slot)) || words_of_towns().lists.words.contains(slot);
    EXPECT_TRUE(is_known) << key << ": {" << slot << "} in: " << pattern;
    return std::string("woord");
  };
  for (int i = 0; i < 12; ++i) {
    auto const said = phrase(pattern, word, random);
    EXPECT_FALSE(said.empty()) << key;
    EXPECT_EQ(said.find_first_of("[]{}|"), said.npos) << key << ": " << said;
    EXPECT_EQ(said.find("  "), said.npos) << key << ": " << said;
  }
}

}  // namespace

TEST(Repertoire, has_every_kind_and_activity_once) {
  std::set<std::string> keys;
  for (auto const& kind : repertoire().kinds) EXPECT_TRUE(keys.insert(kind.key).second) << kind.key;
  keys.clear();
  for (auto const& activity : repertoire().activities)
    EXPECT_TRUE(keys.insert(activity.key).second) << activity.key;
}

TEST(Repertoire, names_only_kinds_that_exist_and_one_that_offers) {
  std::map<std::string, bool> offers;
  for (auto const& kind : repertoire().kinds) offers[kind.key] = is_provider(kind);
  for (auto const& activity : repertoire().activities) {
    auto somebody = false;
    for (auto const& by : activity.by) {
      EXPECT_TRUE(offers.contains(by)) << activity.key << ": " << by;
      somebody = somebody || offers[by];
    }
    EXPECT_TRUE(somebody) << activity.key;
  }
}

TEST(Repertoire, has_something_to_offer_for_every_provider) {
  auto const used = used_by_activities();
  for (auto const& kind : repertoire().kinds) {
    if (is_provider(kind)) {
      EXPECT_TRUE(used.contains(kind.key)) << kind.key;
    }
  }
}

TEST(Repertoire, speaks_the_words_of_the_vocabulary) {
  auto const themes = codes("themes"), venues = codes("venue_kinds");
  for (auto const& activity : repertoire().activities) {
    EXPECT_FALSE(activity.themes.empty()) << activity.key;
    for (auto const& theme : activity.themes)
      EXPECT_TRUE(themes.contains(theme.text())) << activity.key << ": " << theme.text();
  }
  for (auto const& kind : repertoire().kinds) {
    if (kind.venue) {
      EXPECT_TRUE(venues.contains(kind.venue->text())) << kind.key << ": " << kind.venue->text();
    }
  }
}

TEST(Repertoire, has_an_activity_for_every_theme) {
  std::set<ThemeCode> touched;
  for (auto const& activity : repertoire().activities)
    touched.insert(activity.themes.begin(), activity.themes.end());
  auto const& themes = vocabulary_codes().themes;
  for (auto const& theme : themes) {
    EXPECT_TRUE(std::ranges::any_of(touched, [&](ThemeCode const& other) {
      return related(themes, theme.code, other);
    })) << theme.code.text();
  }
}

TEST(Repertoire, has_a_second_and_third_step_for_every_main_theme_of_a_first_step) {
  auto const& themes = vocabulary_codes().themes;
  auto const follows = [&](ThemeCode const& theme, Stage stage) {
    return std::ranges::any_of(repertoire().activities, [&](Activity const& activity) {
      return activity.stage == stage && std::ranges::any_of(activity.themes, [&](ThemeCode const& other) {
               return related(themes, theme, other);
             });
    });
  };
  for (auto const& theme : themes) {
    if (theme.above) continue;
    for (auto const stage : {Stage::introduce, Stage::deepen, Stage::belong})
      EXPECT_TRUE(follows(theme.code, stage)) << theme.code.text() << ' ' << text(stage);
  }
}

TEST(Repertoire, says_sentences_that_expand) {
  for (auto const& kind : repertoire().kinds) {
    std::set<std::string> const known{"town", "n", "leader", "helper", "water", "street", "buurt", "year"};
    for (auto const* const texts : {&kind.names, &kind.about}) {
      EXPECT_FALSE(texts->empty()) << kind.key;
      for (auto const& pattern : *texts) expect_to_expand(pattern, known, kind.key);
    }
  }
  for (auto const& activity : repertoire().activities) {
    std::set<std::string> const known{"town", "n", "leader", "helper", "water", "buurt", "place"};
    for (auto const* const texts : {&activity.titles, &activity.what, &activity.expect}) {
      for (auto const& pattern : *texts) expect_to_expand(pattern, known, activity.key);
    }
  }
}

TEST(Repertoire, keeps_to_what_an_offering_may_be) {
  for (auto const& activity : repertoire().activities) {
    EXPECT_TRUE(activity.difficulty >= 1 && activity.difficulty <= 3) << activity.key;
    EXPECT_TRUE(activity.ages || activity.groups) << activity.key;
    if (activity.ages) {
      EXPECT_LE(activity.ages->from, activity.ages->to) << activity.key;
    }
    if (activity.groups) {
      EXPECT_TRUE(activity.groups->from >= 1 && activity.groups->to <= 8) << activity.key;
    }
    EXPECT_TRUE(activity.capacity_from >= 1 && activity.capacity_from <= activity.capacity_to)
        << activity.key;
    for (auto const cents : activity.cents) EXPECT_GE(cents, 0) << activity.key;
    // A lesson is a matter of the school, and so in its time.
    if (activity.kind == OfferingKind::lesson) {
      EXPECT_EQ(activity.school_time, SchoolTime::in_school) << activity.key;
    }
  }
  for (auto const& kind : repertoire().kinds) {
    EXPECT_LE(kind.least, kind.most) << kind.key;
    EXPECT_LE(kind.founded_from, kind.founded_to) << kind.key;
    EXPECT_TRUE(kind.wheelchair >= 0 && kind.wheelchair <= 1) << kind.key;
  }
}

}  // namespace wegwijzer::towns
