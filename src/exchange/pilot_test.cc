// SPDX-License-Identifier: EUPL-1.2
#include "exchange/pilot.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/check.h"
#include "base/words.h"
#include "kit/file_content.h"
#include "kit/shared_data.h"

namespace wegwijzer {

namespace {

std::string a_pilot(std::string const& kind = "works_together", std::string const& to = "b") {
  return R"({"slug":"waterveen","name":"Waterveen","holiday_region":"south",
    "about":{"nl":"Een stad.","en":"A town.","reference":"deel 2","lines":[1,2]},
    "organisations":[
      {"key":"a","name":"School","sector":"education","roles":["provider"],
       "trained_spotters":true,"nl":"Leert.","en":"Teaches.",
       "level":"micro","reference":"deel 3","lines":[3,3]},
      {"key":"b","name":"Stad","sector":"government","roles":["network_partner"],"nl":"Betaalt.","en":"Pays.",
       "level":null,"reference":"deel 3","lines":[4,5]}],
    "collaborations":[{"from":"a","to":")" +
         to + R"(","kind":")" + kind + R"(","level":"meso","nl":"Samen.","en":"Together.",
       "reference":"deel 3","lines":[6,7]}],
    "facts":[{"kind":"plan","level":null,"organisations":["b"],"nl":"Later.","en":"Later.",
       "reference":"deel 3","lines":[8,9]}]})";
}

std::string complaint(std::string const& json) {
  try {
    read_pilot("pilots/test.json", json);
  } catch (Broken const& broken) {
    return broken.what();
  }
  return {};
}

// Letters and digits only: the report breaks words at the end of a line.
std::string bare(std::string_view text) {
  auto out = folded(text);
  std::erase(out, ' ');
  return out;
}

std::vector<PilotText> texts_of(Pilot const& pilot) {
  std::vector<PilotText> texts{pilot.about};
  for (auto const& one : pilot.organisations) texts.push_back(one.role);
  for (auto const& one : pilot.collaborations) texts.push_back(one.said);
  for (auto const& one : pilot.facts) texts.push_back(one.said);
  return texts;
}

}  // namespace

TEST(Pilot, is_read_whole) {
  auto const pilot = read_pilot("pilots/test.json", a_pilot());
  EXPECT_EQ(pilot.ecosystem.origin, Origin::report);
  EXPECT_EQ(pilot.ecosystem.holiday_region, HolidayRegion::south);
  EXPECT_EQ(pilot.organisations.at(1).sector, Sector::government);
  EXPECT_EQ(pilot.organisations.at(1).level, std::nullopt);
  EXPECT_EQ(pilot.organisations.at(0).trained_spotters, true);
  EXPECT_EQ(pilot.organisations.at(1).trained_spotters, std::nullopt);
  EXPECT_EQ(pilot.collaborations.at(0).to, "b");
  EXPECT_EQ(pilot.facts.at(0).said.first_line, 8);
}

TEST(Pilot, with_a_fault_says_where) {
  EXPECT_EQ(complaint(a_pilot("knows")),
            "pilots/test.json: collaborations[0] has an unknown \"kind\": \"knows\"");
  EXPECT_EQ(complaint(a_pilot("funds", "c")),
            "pilots/test.json: collaborations[0] names an organisation that is not there: \"c\"");
  EXPECT_EQ(complaint(R"({"slug":"a","street":1})"),
            "pilots/test.json: the file has an unknown key \"street\"");
  EXPECT_EQ(complaint("{"), "pilots/test.json: the file is not a JSON object");
}

TEST(Pilots, rest_on_lines_of_the_report_and_name_only_who_is_in_it) {
  auto const report = shared_data("../report/leerecosystemen-report-2023.txt");
  if (!report) GTEST_SKIP() << "the report is not there";
  auto const text = content(*report);
  auto const lines = std::ranges::count(text, '\n');
  auto const all_of_it = bare(text);
  auto const pilots = read_embedded_pilots();
  EXPECT_FALSE(pilots.empty());
  for (auto const& pilot : pilots) {
    for (auto const& said : texts_of(pilot)) EXPECT_LE(said.last_line, lines) << said.dutch;
    for (auto const& one : pilot.organisations) {
      EXPECT_NE(all_of_it.find(bare(one.name)), all_of_it.npos) << pilot.ecosystem.slug << ": " << one.name;
    }
  }
}

}  // namespace wegwijzer
