// SPDX-License-Identifier: EUPL-1.2
// Another mail address for one's account, on a real store with real secrets.
#include "usecases/account/new_address.h"

#include <gtest/gtest.h>

#include <thread>

#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "outside/kept_secrets.h"
#include "storage/sqlite.h"
#include "storage/sqlite_store.h"
#include "usecases/account/colleagues.h"
#include "usecases/account/invite.h"

namespace wegwijzer::new_address_tests {

using namespace std::chrono_literals;
using accounts::AccountStep;
using accounts::EmailAddress;
using accounts::Mail;
using accounts::MailKind;
using accounts::Membership;
using accounts::Person;
using accounts::Role;
using accounts::Way;

class NewAddressTest : public testing::Test {
 protected:
  template <class Step>
  auto kept(Step step) {
    auto const changing = store_->change_accounts();
    auto result = step(AccountWorld{*changing, *secrets_, now_});
    if (result) changing->commit();
    return result;
  }

  static EmailAddress at(std::string const& text) { return *EmailAddress::parse(text); }

  Person somebody(std::string const& mail, std::string const& language = "nl") {
    return *kept([&](AccountWorld const& world) -> Result<Person> {
      Person const person{world.accounts.new_id<Person>(), at(mail), "Anna", language, now_};
      world.accounts.save(person);
      return person;
    });
  }

  Visit visit(Person const& person) {
    auto const in = *kept(
        [&](AccountWorld const& world) -> Result<CameIn> { return come_in(world, person, Way::link, ""); });
    return *visit_of(*store_->accounts(), *secrets_, in.token, now_);
  }

  Done ask(Visit const& of, std::string const& mail, Proof const& proof = {}) {
    return kept([&](AccountWorld const& world) { return ask_new_address(world, of, at(mail), proof); });
  }

  Done take(Visit const& of, std::string const& token) {
    return kept([&](AccountWorld const& world) { return take_new_address(world, of, token); });
  }

  // Kinds of mails that wait, each with who gets it.
  std::vector<std::pair<std::string, MailKind>> mails() {
    std::vector<std::pair<std::string, MailKind>> all;
    for (auto const& one : store_->accounts()->mails_waiting()) all.emplace_back(one.to.text(), one.kind);
    return all;
  }

  // The secret of the newest mail of this kind.
  std::string mailed(MailKind kind = MailKind::address_confirm) {
    std::string sealed;
    for (auto const& one : store_->accounts()->mails_waiting())
      if (one.kind == kind) sealed = one.sealed_token;
    return sealed.empty() ? "" : *secrets_->unseal(sealed);
  }

  std::vector<AccountStep> steps(Person const& person) {
    std::vector<AccountStep> all;
    for (auto const& one : store_->accounts()->events(person.id)) all.push_back(one.step);
    return all;
  }

  // How often a word stands anywhere in the store.
  int found_in_store(std::string const& word) {
    auto const database = *sqlite::Database::open(folder_.path("s"), sqlite::Mode::read);
    int found = 0;
    for (auto const& sql :
         {sqlite::Sql("SELECT count(*) FROM person WHERE mail = ?1"),
          sqlite::Sql("SELECT count(*) FROM mail WHERE receiver = ?1 OR about = ?1"),
          sqlite::Sql("SELECT count(*) FROM new_address WHERE mail = ?1"),
          sqlite::Sql("SELECT count(*) FROM invitation WHERE mail = ?1"),
          sqlite::Sql("SELECT count(*) FROM account_event WHERE step = ?1 OR person_id = ?1"),
          sqlite::Sql("SELECT count(*) FROM audit WHERE before_value = ?1 OR after_value = ?1")}) {
      auto row = database->query(sql, std::string_view(word));
      row.step();
      found += static_cast<int>(row.number(0));
    }
    return found;
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  Instant now_ = instant(date(2026, 11, 30), {10 * 60});
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Secrets> secrets_ = *open_secrets(folder_.path("s.key"));
  Attempts attempts_;
};

TEST_F(NewAddressTest, is_had_only_after_the_link_that_went_there) {
  auto const anna = somebody("anna@school.example");
  auto const here = visit(anna);
  ASSERT_TRUE(ask(here, "anna@museum.example"));
  EXPECT_EQ(mails(), (std::vector{std::pair{std::string("anna@museum.example"), MailKind::address_confirm},
                                  std::pair{std::string("anna@school.example"), MailKind::address_asked}}));
  EXPECT_TRUE(store_->accounts()->person(at("anna@school.example")));
  auto const token = mailed();
  ASSERT_TRUE(take(here, token));
  EXPECT_FALSE(store_->accounts()->person(at("anna@school.example")));
  EXPECT_EQ(store_->accounts()->person(at("anna@museum.example"))->id, anna.id);
  EXPECT_EQ(mails().back(), (std::pair{std::string("anna@school.example"), MailKind::address_changed}));
  EXPECT_EQ(take(here, token).error().key, "account.address_over") << "it works once";
  EXPECT_EQ(steps(anna), (std::vector{AccountStep::address_asked, AccountStep::address_changed}));
}

TEST_F(NewAddressTest, is_over_after_an_hour) {
  auto const here = visit(somebody("anna@school.example"));
  ASSERT_TRUE(ask(here, "anna@museum.example"));
  auto const stands = [&] {
    return show_new_address(*store_->accounts(), *secrets_, mailed(), now_).has_value();
  };
  now_ += 1h - 1ms;
  EXPECT_TRUE(stands());
  now_ += 1ms;
  EXPECT_FALSE(stands());
  EXPECT_EQ(take(here, mailed()).error().key, "account.address_over");
  kept([](AccountWorld const& world) { return world.accounts.forget_what_ended(world.now), Done(); });
  EXPECT_FALSE(store_->accounts()->new_address(here.person.id));
}

// Whoever asks sees the same and waits as long; only who has the address reads that it is theirs.
TEST_F(NewAddressTest, of_somebody_else_is_told_to_them_alone) {
  auto const bert = somebody("bert@museum.example", "en");
  auto const here = visit(somebody("anna@school.example"));
  ASSERT_TRUE(ask(here, "bert@museum.example"));
  EXPECT_EQ(mails(), (std::vector{std::pair{std::string("bert@museum.example"), MailKind::address_taken},
                                  std::pair{std::string("anna@school.example"), MailKind::address_asked}}));
  auto const to_bert = store_->accounts()->mails_waiting().at(0);
  EXPECT_EQ(to_bert.language, "en");
  EXPECT_TRUE(to_bert.sealed_token.empty());
  EXPECT_EQ(store_->accounts()->new_address(here.person.id)->mail, bert.mail) << "as it would be otherwise";
}

TEST_F(NewAddressTest, is_of_the_first_of_two_who_wanted_it) {
  auto const anna = visit(somebody("anna@school.example")), carl = visit(somebody("carl@school.example"));
  ASSERT_TRUE(ask(anna, "info@museum.example"));
  auto const of_anna = mailed();
  ASSERT_TRUE(ask(carl, "info@museum.example"));
  ASSERT_TRUE(take(carl, mailed()));
  EXPECT_EQ(take(anna, of_anna).error().key, "account.address_taken");
  EXPECT_TRUE(store_->accounts()->person(at("anna@school.example")));
}

TEST_F(NewAddressTest, of_one_is_no_way_in_for_another) {
  auto const anna = visit(somebody("anna@school.example")), carl = visit(somebody("carl@school.example"));
  ASSERT_TRUE(ask(anna, "slip.of.the.pen@museum.example"));
  EXPECT_EQ(take(carl, mailed()).error().key, "account.address_not_yours");
  EXPECT_EQ(take(anna, std::string(43, 'a')).error().key, "account.address_over");
  EXPECT_TRUE(store_->accounts()->person(at("anna@school.example")));
}

TEST_F(NewAddressTest, is_taken_once_by_two_at_once) {
  auto const here = visit(somebody("anna@school.example"));
  ASSERT_TRUE(ask(here, "anna@museum.example"));
  std::atomic<int> taken = 0;
  auto const race = [&, token = mailed()] { taken += take(here, token).has_value() ? 1 : 0; };
  std::thread one(race), other(race);
  one.join(), other.join();
  EXPECT_EQ(taken, 1);
  EXPECT_EQ(steps(here.person), (std::vector{AccountStep::address_asked, AccountStep::address_changed}));
}

TEST_F(NewAddressTest, ends_what_the_old_one_let_in) {
  auto const anna = somebody("anna@school.example");
  auto const here = visit(anna), elsewhere = visit(anna);
  accounts::Place const museum{an_ecosystem().id, Id<Organisation>(Uuid{1, 1})};
  Membership const of_operator[] = {*Membership::make({}, Role::server_operator, {})};
  ASSERT_TRUE(ask(here, "anna@museum.example"));
  auto const token = mailed();
  ASSERT_TRUE(kept([&](AccountWorld const& world) {
    ask_for_link(world, anna.mail);
    world.accounts.add(accounts::Question{world.secrets.hash(Purpose::question, "still right?"), anna.id,
                                          museum, now_, now_ + 24h});
    return invite(world, {true, of_operator}, {anna.mail, Role::guide, museum});
  }));
  auto const link = mailed(MailKind::link), invitation = mailed(MailKind::invitation);
  ASSERT_TRUE(take(here, token));
  auto const accounts = store_->accounts();
  auto const left = accounts->sign_ins(anna.id);
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left.front().id, here.sign_in.id);
  EXPECT_EQ(show_link(*accounts, *secrets_, link, now_).error().key, "account.link_over");
  EXPECT_EQ(show_invitation(*accounts, *secrets_, invitation, now_).error().key, "account.invitation_over");
  EXPECT_FALSE(accounts->question(secrets_->hash(Purpose::question, "still right?")));
  for (auto const& one : accounts->mails_waiting()) {
    EXPECT_TRUE(one.to != anna.mail || one.sealed_token.empty()) << text(one.kind);
  }
}

TEST_F(NewAddressTest, is_no_more_wanted_when_it_is_withdrawn) {
  auto const here = visit(somebody("anna@school.example"));
  ASSERT_TRUE(ask(here, "anna@museum.example"));
  auto const withdraws = [&] {
    return kept([&](AccountWorld const& world) { return withdraw_new_address(world, here); });
  };
  EXPECT_TRUE(withdraws());
  EXPECT_EQ(take(here, mailed()).error().key, "account.address_over");
  EXPECT_EQ(withdraws().error().key, "account.missing");
  EXPECT_EQ(steps(here.person), (std::vector{AccountStep::address_asked, AccountStep::address_withdrawn}));
}

TEST_F(NewAddressTest, takes_the_place_of_the_one_before) {
  auto const here = visit(somebody("anna@school.example"));
  ASSERT_TRUE(ask(here, "anna@museum.example"));
  auto const first = mailed();
  ASSERT_TRUE(ask(here, "anna@theatre.example"));
  EXPECT_EQ(take(here, first).error().key, "account.address_over");
  EXPECT_TRUE(take(here, mailed()));
  EXPECT_TRUE(store_->accounts()->person(at("anna@theatre.example")));
}

// Its owner, warned by the mail to the old address, chooses a new password: then it is over for who asked.
TEST_F(NewAddressTest, is_over_when_the_owner_ends_the_other_sign_ins) {
  auto const anna = somebody("anna@school.example");
  auto const thief = visit(anna);
  ASSERT_TRUE(ask(thief, "thief@evil.example"));
  auto const owner = visit(anna);
  ASSERT_TRUE(kept([&](AccountWorld const& world) {
    return keep_password(world, owner, {{}, world.secrets.password_hash("paard batterij nietje")});
  }));
  EXPECT_FALSE(store_->accounts()->new_address(anna.id));
  EXPECT_EQ(take(owner, mailed()).error().key, "account.address_over");

  ASSERT_TRUE(ask(owner, "thief@evil.example"));
  ASSERT_TRUE(kept([&](AccountWorld const& world) { return end_all(world, anna.id), Done(); }));
  EXPECT_FALSE(store_->accounts()->new_address(anna.id));
}

TEST_F(NewAddressTest, is_another_one_and_asked_with_the_password_of_now) {
  auto const here = visit(somebody("anna@school.example"));
  auto const same = ask(here, " Anna@School.example").error();
  EXPECT_EQ(same.key, "account.same_address");
  EXPECT_EQ(same.field, "mail");
  EXPECT_EQ(ask(here, "anna@museum.example", {"of before"}).error().key, "account.wrong_old_password");
  EXPECT_TRUE(mails().empty());
}

TEST_F(NewAddressTest, is_asked_only_so_often) {
  auto const anna = somebody("anna@school.example").id, bert = somebody("bert@school.example").id;
  auto const asks = [&](Id<Person> who, std::string const& mail, std::string const& from) {
    auto const may = may_ask_new_address(attempts_, who, at(mail), From{from}, now_);
    return may ? std::string() : may.error().key;
  };
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(asks(anna, "x" + std::to_string(i) + "@a.example", "a"), "");
  }
  EXPECT_EQ(asks(anna, "y@a.example", "a"), "account.wait") << "of one person";
  for (int i = 0; i < 5; ++i) attempts_.begin(Attempt::link, "full@a.example", {std::to_string(i)}, now_);
  EXPECT_EQ(asks(bert, "full@a.example", "b"), "account.wait") << "counted with the links to that address";
  EXPECT_EQ(asks(bert, "free@a.example", "b"), "");
  auto const somebody = [&](int i) { return Id<Person>(Uuid{9, static_cast<std::uint64_t>(i)}); };
  for (int i = 0; i < 20; ++i) EXPECT_EQ(asks(somebody(i), std::to_string(i) + "@b.example", "school"), "");
  EXPECT_EQ(asks(somebody(20), "20@b.example", "school"), "account.wait") << "from one place";
}

TEST_F(NewAddressTest, is_shown_to_its_owner_and_goes_with_the_account) {
  auto const here = visit(somebody("anna@school.example"));
  ASSERT_TRUE(ask(here, "anna@museum.example"));
  auto const shown = own_data(*store_->accounts(), here.person, {});
  EXPECT_NE(shown.find("anna@museum.example"), std::string::npos);
  EXPECT_NE(shown.find("address_asked"), std::string::npos);
  ASSERT_TRUE(take(here, mailed()));
  auto const moved = *store_->accounts()->person(here.person.id);
  EXPECT_EQ(own_data(*store_->accounts(), moved, {}).find("anna@school.example"), std::string::npos);
  ASSERT_TRUE(ask(visit(moved), "anna@theatre.example"));
  ASSERT_TRUE(kept([&](AccountWorld const& world) { return erase_person(world, moved, {}); }));
  for (auto const* mail : {"anna@school.example", "anna@museum.example", "anna@theatre.example"})
    EXPECT_EQ(found_in_store(mail), 0) << mail;
  EXPECT_EQ(found_in_store(text(moved.id)), 0);
}

// Mails to the old address are all that is left of it, for as long as it is asked whether they left.
TEST_F(NewAddressTest, leaves_the_old_one_in_no_trail) {
  auto const here = visit(somebody("anna@school.example"));
  ASSERT_TRUE(ask(here, "anna@museum.example"));
  ASSERT_TRUE(take(here, mailed()));
  EXPECT_EQ(found_in_store("anna@school.example"), 2) << "the two mails that tell it";
  auto const outbox = store_->outbox();
  while (auto const mail = outbox->take(now_)) outbox->sent(mail->id);
  outbox->forget_sent(now_);
  EXPECT_EQ(found_in_store("anna@school.example"), 0);
  now_ += accounts::events_kept_for;
  kept([](AccountWorld const& world) { return world.accounts.forget_what_ended(world.now), Done(); });
  EXPECT_TRUE(steps(here.person).empty());
}

}  // namespace wegwijzer::new_address_tests
