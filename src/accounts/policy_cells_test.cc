// SPDX-License-Identifier: EUPL-1.2
// Every cell of the policy, asked as it is asked in the program and compared with a table of its own
// (test/data/policy_cells.txt), so that nobody changes a right without saying so twice.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "accounts/policy.h"

namespace wegwijzer::accounts::policy_cells {

namespace {

constexpr Uuid number(std::uint64_t n) {
  return {n, n};
}

// Somebody of the museum in town, of a part of the town, or of the town, asks about each of these.
Place const town{Id<Ecosystem>(number(1))}, museum{town.ecosystem, Id<Organisation>(number(2))},
    school{town.ecosystem, Id<Organisation>(number(3))}, other_town{Id<Ecosystem>(number(4))},
    far_school{other_town.ecosystem, Id<Organisation>(number(5))}, nowhere{};

Place area_of(Place const& ecosystem, std::string_view code) {
  return {ecosystem.ecosystem, std::nullopt, *AreaCode::parse(code)};
}

Place const harbour = area_of(town, "WK050312");

struct About {
  char const* name;
  Place place;
  std::string_view letters;  // of the cells that reach it
};

About const places[] = {{"the own organisation", museum, "oea"},
                        {"another organisation of the ecosystem", school, "ea"},
                        {"the ecosystem", town, "ea"},
                        {"the own part of the map", harbour, "pea"},
                        {"a buurt in it", area_of(town, "BU05031203"), "pea"},
                        {"what is around it", area_of(town, "GM0503"), "ea"},
                        {"the part beside it", area_of(town, "WK050313"), "ea"},
                        {"the same area on another map", area_of(other_town, "WK050312"), "a"},
                        {"another ecosystem", other_town, "a"},
                        {"an organisation of another ecosystem", far_school, "a"},
                        {"the server", nowhere, "a"}};

// By action: a letter for each who may ask.
std::map<std::string, std::string> expected_cells() {
  std::map<std::string, std::string> cells;
  std::ifstream in("test/data/policy_cells.txt");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream words(line);
    std::string action, letters;
    words >> action >> letters;
    cells[action] = letters;
  }
  return cells;
}

Membership held(Role role) {
  auto const place = belongs(role) == Belongs::to_organisation ? museum
                     : belongs(role) == Belongs::to_area       ? harbour
                     : belongs(role) == Belongs::to_ecosystem  ? town
                                                               : nowhere;
  return *Membership::make(Id<Person>(number(9)), role, place);
}

void expect_cell(Asker const& asker, Action action, char letter, std::string const& who) {
  for (auto const& about : places) {
    bool const expected = about.letters.find(letter) != about.letters.npos;
    EXPECT_EQ(may(asker, action, about.place), expected)
        << who << " asks to " << text(action) << " about " << about.name;
  }
}

// As the program writes it, also where a wider cell beside it makes no difference.
char letter_of(Reach reach) {
  return std::string_view("-opea")[static_cast<std::size_t>(reach)];
}

std::string letters_of(Action action) {
  auto const& rule = *std::ranges::find(rules(), action, &Rule::action);
  std::string out{letter_of(rule.visitor), letter_of(rule.person)};
  for (auto const reach : rule.roles) out += letter_of(reach);
  return out;
}

}  // namespace

TEST(PolicyCells, are_what_the_table_of_the_test_says) {
  auto const cells = expected_cells();
  EXPECT_EQ(cells.size(), choices<Action>.size()) << "a row for each action in test/data/policy_cells.txt";
  for (auto const& [action, name] : choices<Action>) {
    auto const found = cells.find(std::string(name));
    ASSERT_NE(found, cells.end()) << "say in test/data/policy_cells.txt who may " << name;
    auto const& letters = found->second;
    ASSERT_EQ(letters.size(), 2 + choices<Role>.size()) << name;
    EXPECT_EQ(letters_of(action), letters) << name;
    expect_cell({}, action, letters[0], "a visitor");
    expect_cell({true, {}}, action, letters[1], "somebody without a role");
    for (auto const& [role, role_name] : choices<Role>) {
      Membership const one[] = {held(role)};
      expect_cell({true, one}, action, letters[2 + static_cast<std::size_t>(role)], std::string(role_name));
    }
  }
}

// Several roles add up, each at its own place: an owner here who looks at another town gets no right there.
TEST(PolicyCells, of_several_roles_do_not_mix_their_places) {
  auto const person = Id<Person>(number(9));
  Membership const roles[] = {*Membership::make(person, Role::organisation_owner, museum),
                              *Membership::make(person, Role::guide, far_school),
                              *Membership::make(person, Role::policy_maker, other_town)};
  EXPECT_TRUE(may({true, roles}, Action::invite_guide, museum));
  EXPECT_FALSE(may({true, roles}, Action::invite_guide, far_school));
  EXPECT_FALSE(may({true, roles}, Action::invite_coordinator, other_town));
}

}  // namespace wegwijzer::accounts::policy_cells
