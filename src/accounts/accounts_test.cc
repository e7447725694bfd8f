// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "accounts/email_address.h"
#include "accounts/password.h"
#include "accounts/policy.h"
#include "accounts/sign_in.h"

namespace wegwijzer::accounts {

TEST(EmailAddress, is_kept_in_lower_case_without_blanks) {
  EXPECT_EQ(EmailAddress::parse("  Anna.De-Vries+test@School.Example ")->text(),
            "anna.de-vries+test@school.example");
  EXPECT_EQ(EmailAddress::parse("a@b.example")->host(), "b.example");
}

TEST(EmailAddress, cannot_start_a_line_or_name_another_receiver) {
  for (auto const* text : {"",
                           "a",
                           "@b.example",
                           "a@",
                           "a@b",
                           "a@@b.example",
                           "a@b@c.example",
                           "a b@c.example",
                           "a@b.example\nBcc: x@y.example",
                           "a@b.example\r\nBcc: x@y.example",
                           "a@b.example,c@d.example",
                           "<a@b.example>",
                           "\"a\"@b.example",
                           "a@b..example",
                           ".a@b.example",
                           "a.@b.example",
                           "a@-b.example",
                           "a@b-.example",
                           "a@[127.0.0.1]",
                           "a@b.ex\tample",
                           "é@b.example"}) {
    EXPECT_FALSE(EmailAddress::parse(text)) << text;
  }
  EXPECT_FALSE(EmailAddress::parse(std::string("a@b.exa\0mple", 12)));
  EXPECT_TRUE(EmailAddress::parse(std::string(64, 'a') + "@b.example"));
  EXPECT_FALSE(EmailAddress::parse(std::string(65, 'a') + "@b.example"));
}

TEST(EmailAddress, of_any_bytes_holds_nothing_that_ends_a_header) {
  rc::check("no address holds a control sign, a blank, a comma or a pointed bracket",
            [](std::string const& text) {
              auto const address = EmailAddress::parse(text + "@b.example");
              if (address) RC_ASSERT(address->text().find_first_of("\r\n\t ,;<>\"()\\") == std::string::npos);
            });
}

TEST(Password, is_long_and_not_what_everybody_tries_first) {
  auto const key = [](std::string_view typed) {
    auto const done = check_password(typed, "anna@school.example", "Anna de Vries");
    return done ? std::string() : done.error().key;
  };
  EXPECT_EQ(key("elf letters"), "account.password_short");
  EXPECT_EQ(key("ëëëëëëëëëëë"), "account.password_short");  // eleven letters in 22 bytes
  EXPECT_EQ(key("twaalf lette"), "");
  EXPECT_EQ(key(std::string(129, 'a')), "account.password_long");
  EXPECT_EQ(key("Wachtwoord-123!"), "account.password_common");
  EXPECT_EQ(key("abababababab"), "account.password_common");
  EXPECT_EQ(key("annadevries12"), "account.password_common");
  EXPECT_EQ(key("Wegwijzer2026"), "account.password_common");
  EXPECT_EQ(key("paard batterij nietje"), "");
}

TEST(Password, is_no_common_word_made_long) {
  auto const common = [](std::string_view typed) {
    auto const done = check_password(typed, "anna@school.example", "Anna de Vries");
    return !done && done.error().key == "account.password_common";
  };
  // Made long by numbers, by saying it twice, by signs for letters, and by walking over the keys.
  for (auto const* typed :
       {"Feyenoord1908",  "feyenoord-2025!", "123Nederland!",  "welkom123welkom", "WelkomWelkom",
        "Zomer2025Zomer", "w4chtw00rdje",    "W@chtw00rd!!",   "qwertyuiop12",    "1q2w3e4r5t6y",
        "q1w2e3r4t5y6",   "abcd1234abcd",    "123456789012",   "098765432109",    "poiuytrewq!!",
        "asdfghjklqwe",   "letmeinletmein",  "administrator1", "gelijkekansen!",  "Leerecosysteem",
        "1qaz2wsx3edc",   "111111111111",    "september2026"}) {
    EXPECT_TRUE(common(typed)) << typed;
  }
  for (auto const* typed : {"paard batterij nietje", "fiets koffie maan", "de kat zit op de fiets",
                            "Xk9mwTq2Lr8v", "leerling leraar lente", "correct horse battery"}) {
    EXPECT_FALSE(common(typed)) << typed;
  }
}

namespace {

constexpr Uuid number(std::uint64_t n) {
  return {n, n};
}

Id<Person> const anna(number(1));
Place const town{Id<Ecosystem>(number(2))}, other_town{Id<Ecosystem>(number(3))};
Place const museum{town.ecosystem, Id<Organisation>(number(4))},
    school{town.ecosystem, Id<Organisation>(number(5))};

bool one_may(Role role, Place place, Action action, Place about) {
  Membership const memberships[] = {*Membership::make(anna, role, place)};
  return may({true, memberships}, action, about);
}

}  // namespace

TEST(Membership, is_at_the_place_its_role_belongs_to) {
  EXPECT_TRUE(Membership::make(anna, Role::guide, museum));
  EXPECT_FALSE(Membership::make(anna, Role::guide, town));
  EXPECT_TRUE(Membership::make(anna, Role::coordinator, town));
  EXPECT_FALSE(Membership::make(anna, Role::coordinator, museum));
  EXPECT_TRUE(Membership::make(anna, Role::server_operator, {}));
  EXPECT_FALSE(Membership::make(anna, Role::server_operator, town));
}

TEST(Policy, stops_at_the_own_organisation_and_ecosystem) {
  EXPECT_TRUE(one_may(Role::organisation_owner, museum, Action::invite_guide, museum));
  EXPECT_FALSE(one_may(Role::organisation_owner, museum, Action::invite_guide, school));
  EXPECT_FALSE(one_may(Role::organisation_owner, museum, Action::invite_coordinator, town));
  EXPECT_TRUE(one_may(Role::ecosystem_owner, town, Action::invite_organisation_owner, school));
  EXPECT_TRUE(one_may(Role::ecosystem_owner, town, Action::invite_coordinator, town));
  EXPECT_FALSE(one_may(Role::ecosystem_owner, town, Action::invite_coordinator, other_town));
  EXPECT_FALSE(one_may(Role::ecosystem_owner, town, Action::invite_operator, {}));
  EXPECT_TRUE(one_may(Role::server_operator, {}, Action::invite_operator, {}));
}

TEST(Policy, lets_nobody_do_what_a_visitor_may_not_without_signing_in) {
  Membership const memberships[] = {*Membership::make(anna, Role::server_operator, {})};
  EXPECT_FALSE(may({false, memberships}, Action::invite_operator));
  EXPECT_FALSE(may({false, {}}, Action::keep_own_account));
  EXPECT_TRUE(may({true, {}}, Action::keep_own_account));
}

// Nobody can lift themselves up: who may invite for a role holds one that is at least as high.
TEST(Policy, lets_nobody_invite_for_more_than_they_are) {
  for (auto const& [role, name] : choices<Role>) {
    auto const& rule = *std::ranges::find(rules(), invite(role), &Rule::action);
    for (std::size_t inviting = 0; inviting < rule.roles.size(); ++inviting) {
      if (rule.roles[inviting] == Reach::none) continue;
      EXPECT_GE(belongs(static_cast<Role>(inviting)), belongs(role)) << name;
      EXPECT_GE(inviting, static_cast<std::size_t>(Role::organisation_owner)) << name;
    }
  }
}

TEST(SecondFactor, is_asked_of_who_could_do_harm) {
  EXPECT_FALSE(needs_second_factor(Role::guide, Way::password));
  EXPECT_TRUE(needs_second_factor(Role::provider_editor, Way::password));
  EXPECT_FALSE(needs_second_factor(Role::organisation_owner, Way::link));
  for (auto const role :
       {Role::coordinator, Role::policy_maker, Role::ecosystem_owner, Role::server_operator}) {
    EXPECT_TRUE(needs_second_factor(role, Way::link));
    EXPECT_TRUE(needs_second_factor(role, Way::password));
  }
}

TEST(SignIn, ends_when_it_is_idle_or_old) {
  auto const began = instant(date(2026, 11, 24), {600});
  SignIn sign_in{.began = began, .seen = began};
  using namespace std::chrono_literals;
  EXPECT_FALSE(over(sign_in, began + 8h - 1ms));
  EXPECT_TRUE(over(sign_in, began + 8h));
  sign_in.seen = began + 11h;
  EXPECT_FALSE(over(sign_in, began + 12h - 1ms));
  EXPECT_TRUE(over(sign_in, began + 12h));
  sign_in.seen = began, sign_in.stage = Stage::awaits_code;
  EXPECT_TRUE(over(sign_in, began + 10min));
}

}  // namespace wegwijzer::accounts
