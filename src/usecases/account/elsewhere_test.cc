// SPDX-License-Identifier: EUPL-1.2
// Accounts at other organisations, on a real store with real secrets.
#include "usecases/account/elsewhere.h"

#include <gtest/gtest.h>

#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "outside/kept_secrets.h"
#include "storage/sqlite_store.h"
#include "usecases/account/own.h"

namespace wegwijzer::elsewhere_tests {

using namespace std::chrono_literals;
using accounts::AccountElsewhere;
using accounts::MailKind;
using accounts::Membership;
using accounts::Person;
using accounts::Role;
using accounts::Stage;
using accounts::Way;

class ElsewhereTest : public testing::Test {
 protected:
  template <class Step>
  auto kept(Step step) {
    auto const changing = store_->change_accounts();
    auto result = step(AccountWorld{*changing, *secrets_, now_});
    if (result) changing->commit();
    return result;
  }

  Person somebody(std::string const& name, std::optional<Role> role = std::nullopt) {
    return *kept([&](AccountWorld const& world) -> Result<Person> {
      Person const person{world.accounts.new_id<Person>(),
                          *accounts::EmailAddress::parse(name + "@school.example"), name, "nl", now_};
      world.accounts.save(person);
      if (role) world.accounts.add(*Membership::make(person.id, *role, place_of(*role)));
      return person;
    });
  }

  static accounts::Place place_of(Role role) {
    if (belongs(role) == accounts::Belongs::to_server) return {};
    if (belongs(role) == accounts::Belongs::to_area) {
      return {an_ecosystem().id, std::nullopt, *AreaCode::parse("BU05031203")};
    }
    if (belongs(role) == accounts::Belongs::to_ecosystem) return {an_ecosystem().id, std::nullopt};
    return {an_ecosystem().id, Id<Organisation>(Uuid{1, 1})};
  }

  Visit visit(Person const& person, Way way = Way::link) {
    auto const in =
        *kept([&](AccountWorld const& world) -> Result<CameIn> { return come_in(world, person, way, ""); });
    return *visit_of(*store_->accounts(), *secrets_, in.token, now_);
  }

  Done link(Visit const& of, AccountElsewhere const& account) {
    return kept([&](AccountWorld const& world) { return link_account(world, of, account, "de stad"); });
  }

  Done unlink(Visit const& of, AccountElsewhere const& account) {
    return kept([&](AccountWorld const& world) { return unlink_account(world, of, account, "de stad"); });
  }

  Result<CameIn> come(AccountElsewhere const& account, bool showed = false) {
    return kept(
        [&](AccountWorld const& world) { return come_in_from_elsewhere(world, {account, showed}, ""); });
  }

  std::vector<MailKind> mails() {
    std::vector<MailKind> kinds;
    for (auto const& mail : store_->accounts()->mails_waiting()) kinds.push_back(mail.kind);
    return kinds;
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  Instant now_ = clock_.now();
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Secrets> secrets_ = *open_secrets(folder_.path("s.key"));
  AccountElsewhere const at_stad_{"https://login.stad.example", "anna-1"};
};

TEST_F(ElsewhereTest, has_no_way_in_for_who_has_no_account_here) {
  somebody("anna");
  EXPECT_EQ(come(at_stad_).error().key, "account.elsewhere_unknown");
}

TEST_F(ElsewhereTest, lets_in_who_linked_it) {
  auto const anna = somebody("anna", Role::guide);
  ASSERT_TRUE(link(visit(anna), at_stad_));
  EXPECT_EQ(mails(), std::vector{MailKind::account_linked});
  auto const in = come(at_stad_);
  ASSERT_TRUE(in);
  EXPECT_EQ(in->sign_in.person, anna.id);
  EXPECT_EQ(in->sign_in.stage, Stage::whole);
  EXPECT_NE(come(at_stad_)->token, in->token);
  EXPECT_FALSE(come({"https://login.dorp.example", "anna-1"})) << "a subject is of its issuer";
  EXPECT_FALSE(come({"https://login.stad.example", "Anna-1"}));
}

TEST_F(ElsewhereTest, is_of_one_person) {
  auto const anna = visit(somebody("anna")), bert = visit(somebody("bert"));
  ASSERT_TRUE(link(anna, at_stad_));
  EXPECT_TRUE(link(anna, at_stad_)) << "once more is no difference";
  EXPECT_EQ(mails().size(), 1U);
  EXPECT_EQ(link(bert, at_stad_).error().key, "account.elsewhere_taken");
  EXPECT_EQ(unlink(bert, at_stad_).error().key, "account.missing");
}

TEST_F(ElsewhereTest, is_linked_only_after_a_mail_and_soon) {
  auto const anna = somebody("anna");
  EXPECT_TRUE(may_link(visit(anna), now_));
  EXPECT_TRUE(may_link(visit(anna), now_ + 15min - 1ms));
  EXPECT_EQ(may_link(visit(anna), now_ + 15min).error().key, "account.link_by_mail");
  for (auto const way : {Way::password, Way::elsewhere, Way::elsewhere_with_factor}) {
    EXPECT_FALSE(may_link(visit(anna, way), now_));
  }
  auto const half = visit(somebody("bert", Role::ecosystem_owner));
  EXPECT_EQ(half.sign_in.stage, Stage::awaits_enrolment);
  EXPECT_FALSE(may_link(half, now_));
}

TEST_F(ElsewhereTest, is_not_linked_by_a_sign_in_that_ended_meanwhile) {
  auto const anna = somebody("anna");
  auto const ended = visit(anna);
  kept([&](AccountWorld const& world) { return end_sign_in(world, anna.id, ended.sign_in.id); });
  EXPECT_EQ(link(ended, at_stad_).error().key, "account.elsewhere_over");
  auto const erased = visit(anna);
  kept([&](AccountWorld const& world) { return erase_person(world, anna, {}); });
  EXPECT_FALSE(link(erased, at_stad_));
}

// A guide needs no second thing; who keeps an offering does, unless the other organisation asked for one.
TEST_F(ElsewhereTest, counts_as_a_password) {
  auto const editor = somebody("anna", Role::provider_editor);
  ASSERT_TRUE(link(visit(editor), at_stad_));
  EXPECT_EQ(come(at_stad_)->sign_in.stage, Stage::awaits_enrolment);
  kept([&](AccountWorld const& world) {
    world.accounts.save(accounts::SecondFactor{editor.id, secrets_->seal("x"), now_});
    return Done();
  });
  EXPECT_EQ(come(at_stad_)->sign_in.stage, Stage::awaits_code);
  EXPECT_EQ(come(at_stad_, true)->sign_in.stage, Stage::whole);
}

TEST_F(ElsewhereTest, asks_a_guide_with_a_second_factor_for_it) {
  auto const guide = somebody("anna", Role::guide);
  ASSERT_TRUE(link(visit(guide), at_stad_));
  kept([&](AccountWorld const& world) {
    world.accounts.save(accounts::SecondFactor{guide.id, secrets_->seal("x"), now_});
    return Done();
  });
  EXPECT_EQ(come(at_stad_)->sign_in.stage, Stage::awaits_code);
}

TEST_F(ElsewhereTest, lets_nobody_in_after_unlinking) {
  auto const anna = somebody("anna", Role::guide);
  auto const mine = visit(anna);
  ASSERT_TRUE(link(mine, at_stad_));
  auto const in = *come(at_stad_);
  ASSERT_TRUE(unlink(mine, at_stad_));
  EXPECT_EQ(mails(), (std::vector{MailKind::account_linked, MailKind::account_unlinked}));
  EXPECT_FALSE(visit_of(*store_->accounts(), *secrets_, in.token, now_)) << "also who came in by it";
  EXPECT_TRUE(store_->accounts()->sign_in(mine.sign_in.token));
  EXPECT_FALSE(come(at_stad_));
}

TEST_F(ElsewhereTest, is_in_the_own_data_and_goes_with_the_person) {
  auto const anna = somebody("anna");
  ASSERT_TRUE(link(visit(anna), at_stad_));
  auto const data = own_data(*store_->accounts(), anna, {});
  EXPECT_NE(data.find("https://login.stad.example"), std::string::npos);
  EXPECT_NE(data.find("anna-1"), std::string::npos);
  ASSERT_TRUE(kept([&](AccountWorld const& world) { return erase_person(world, anna, {}); }));
  EXPECT_TRUE(store_->accounts()->linked_accounts(anna.id).empty());
  EXPECT_FALSE(store_->accounts()->linked(at_stad_));
}

TEST_F(ElsewhereTest, is_gone_to_with_what_only_this_browser_and_this_server_know) {
  auto errand = new_errand(*secrets_, "stad", now_);
  errand.next = "/offerings?age=9", errand.language = "en";
  errand.linking = Id<accounts::SignIn>(Uuid{1, 2});
  auto const lies_there = sealed(*secrets_, errand);
  for (auto const& secret : {errand.way.state, errand.way.nonce, errand.way.verifier}) {
    EXPECT_EQ(secret.size(), 43U);
    EXPECT_EQ(lies_there.find(secret), std::string::npos);
  }
  auto const back = unsealed(*secrets_, lies_there, now_ + 10min - 1ms);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->provider, "stad");
  EXPECT_EQ(back->way.verifier, errand.way.verifier);
  EXPECT_EQ(back->next, "/offerings?age=9");
  EXPECT_EQ(back->linking, errand.linking);
  EXPECT_FALSE(unsealed(*secrets_, lies_there, now_ + 10min));
  auto changed = lies_there;
  changed[50] = changed[50] == 'A' ? 'B' : 'A';
  for (auto const& other : {changed, std::string(), std::string("abc"), secrets_->seal("[]"),
                            secrets_->seal(R"(["errand"])"), secrets_->seal("x")}) {
    EXPECT_EQ(unsealed(*secrets_, other, now_).error().key, "account.elsewhere_over");
  }
  auto const other_key = *open_secrets(folder_.path("other.key"));
  EXPECT_FALSE(unsealed(*other_key, lies_there, now_));
}

TEST_F(ElsewhereTest, is_come_back_from_once) {
  Elsewhere elsewhere({});
  auto const one = new_errand(*secrets_, "stad", now_), other = new_errand(*secrets_, "stad", now_);
  EXPECT_TRUE(elsewhere.comes_back_first(one, now_));
  EXPECT_FALSE(elsewhere.comes_back_first(one, now_ + 9min));
  EXPECT_TRUE(elsewhere.comes_back_first(other, now_));
}

}  // namespace wegwijzer::elsewhere_tests
