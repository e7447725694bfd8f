// SPDX-License-Identifier: EUPL-1.2
// Accounts from invitation to erasing, on a real store with real secrets.
#include <gtest/gtest.h>

#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "outside/kept_secrets.h"
#include "storage/sqlite.h"
#include "storage/sqlite_store.h"
#include "usecases/account/colleagues.h"
#include "usecases/account/deliver.h"
#include "usecases/account/invite.h"
#include "usecases/account/own.h"
#include "usecases/account/second_factor.h"

namespace wegwijzer::account_tests {

using namespace std::chrono_literals;
using accounts::MailKind;
using accounts::Membership;
using accounts::Role;
using accounts::Stage;
using accounts::Way;

class AccountTest : public testing::Test {
 protected:
  // A step of its own, kept when it succeeds.
  template <class Step>
  auto kept(Step step) {
    auto const changing = store_->change_accounts();
    auto result = step(AccountWorld{*changing, *secrets_, now_});
    if (result) changing->commit();
    return result;
  }

  // The secret of the last mail.
  std::string mailed() {
    auto const mails = store_->accounts()->mails_waiting();
    return mails.empty() ? "" : *secrets_->unseal(mails.back().sealed_token);
  }

  static accounts::EmailAddress mail(std::string const& name) {
    return *accounts::EmailAddress::parse(name + "@school.example");
  }

  // Somebody with a role, who came in by an invitation of the operator.
  CameIn member(std::string const& name, Role role, accounts::Place place = {}) {
    return *invited(name, role, place, std::nullopt);
  }

  // The same, of who comes by in a visit.
  Result<CameIn> invited(std::string const& name, Role role, accounts::Place place,
                         std::optional<Visit> const& in) {
    Membership const of_operator[] = {*Membership::make({}, Role::server_operator, {})};
    EXPECT_TRUE(kept([&](AccountWorld const& world) {
      return invite(world, {true, of_operator}, {mail(name), role, place});
    }));
    return kept([&, token = mailed()](AccountWorld const& world) {
      return accept_invitation(world, token, name, "", in);
    });
  }

  Visit visit(CameIn const& came_in) {
    return *visit_of(*store_->accounts(), *secrets_, came_in.token, now_);
  }

  Done with_password(CameIn const& who, std::string const& wanted, std::string const& old = "") {
    auto const prepared = prepare_password(*store_->accounts(), *secrets_, attempts_, visit(who), old, wanted,
                                           From{"home"}, now_);
    if (!prepared) return fail(prepared.error());
    return kept([&](AccountWorld const& world) { return keep_password(world, visit(who), *prepared); });
  }

  Result<Proof> proof_of(CameIn const& who, std::string const& password = "") {
    return prove(*store_->accounts(), *secrets_, attempts_, visit(who), password, From{"home"}, now_);
  }

  Result<Checked> by_password(std::string const& name, std::string const& password,
                              std::string const& from = "home") {
    return check_sign_in(*store_->accounts(), *secrets_, attempts_, mail(name), password, From{from}, now_);
  }

  // The code that the app of this secret shows now: the one among all that is taken.
  std::string code_now(std::string const& shared) {
    for (int number = 0; number < 1'000'000; ++number) {
      auto code = std::to_string(1'000'000 + number).substr(1);
      if (secrets_->step_of_code(shared, code, now_) ==
          std::chrono::floor<std::chrono::seconds>(now_).time_since_epoch() / 30s) {
        return code;
      }
    }
    return {};
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  Instant now_ = instant(date(2026, 11, 24), {10 * 60});
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Secrets> secrets_ = *open_secrets(folder_.path("s.key"));
  Attempts attempts_;
  accounts::Place museum_{an_ecosystem().id, Id<Organisation>(Uuid{1, 1})};
  accounts::Place school_{an_ecosystem().id, Id<Organisation>(Uuid{2, 2})};
};

TEST_F(AccountTest, begins_with_an_invitation_that_works_once) {
  auto const anna = member("anna", Role::guide, museum_);
  EXPECT_EQ(anna.sign_in.stage, Stage::whole);
  auto const found = visit(anna);
  EXPECT_EQ(found.person.name, "anna");
  EXPECT_EQ(found.memberships, std::vector{*Membership::make(found.person.id, Role::guide, museum_)});
  auto const again = kept(
      [token = mailed()](AccountWorld const& world) { return accept_invitation(world, token, "anna", ""); });
  EXPECT_EQ(again.error().key, "account.invitation_over");
}

TEST_F(AccountTest, invitation_is_over_after_a_week) {
  Membership const of_operator[] = {*Membership::make({}, Role::server_operator, {})};
  ASSERT_TRUE(kept([&](AccountWorld const& world) {
    return invite(world, {true, of_operator}, {mail("anna"), Role::guide, museum_});
  }));
  auto const at = [&](Instant when) {
    return show_invitation(*store_->accounts(), *secrets_, mailed(), when).has_value();
  };
  EXPECT_TRUE(at(now_ + 7 * 24h - 1ms));
  EXPECT_FALSE(at(now_ + 7 * 24h));
}

TEST_F(AccountTest, of_another_organisation_cannot_be_made) {
  auto const owner = visit(member("anna", Role::organisation_owner, museum_));
  auto const invites = [&](Role role, accounts::Place place) {
    auto const done = kept([&](AccountWorld const& world) {
      return invite(world, {true, owner.memberships}, {mail("bert"), role, place});
    });
    return done ? std::string() : done.error().key;
  };
  EXPECT_EQ(invites(Role::guide, museum_), "");
  EXPECT_EQ(invites(Role::guide, school_), "account.may_not");
  EXPECT_EQ(invites(Role::coordinator, {museum_.ecosystem}), "account.may_not");
  EXPECT_EQ(invites(Role::server_operator, {}), "account.may_not");
  EXPECT_EQ(invites(Role::guide, {museum_.ecosystem}), "account.wrong_place");
}

TEST_F(AccountTest, is_entered_by_a_link_once_and_within_a_quarter_of_an_hour) {
  member("anna", Role::guide, museum_);
  auto const ask = [&](std::string const& name) {
    kept([&](AccountWorld const& world) { return ask_for_link(world, mail(name)), Done(); });
  };
  auto const use = [&](std::string const& token) {
    return kept([&](AccountWorld const& world) { return use_link(world, token, ""); });
  };
  auto const before = store_->accounts()->mails_waiting().size();
  ask("nobody");
  EXPECT_EQ(store_->accounts()->mails_waiting().size(), before);
  ask("anna");
  auto const token = mailed();
  EXPECT_TRUE(use(token));
  EXPECT_EQ(use(token).error().key, "account.link_over");
  ask("anna");
  now_ += 15min;
  EXPECT_EQ(use(mailed()).error().key, "account.link_over");
}

TEST_F(AccountTest, takes_no_secret_of_another_kind) {
  auto const anna = member("anna", Role::guide, museum_);
  EXPECT_FALSE(kept([&](AccountWorld const& world) { return use_link(world, anna.token, ""); }));
  kept([&](AccountWorld const& world) { return ask_for_link(world, mail("anna")), Done(); });
  EXPECT_FALSE(visit_of(*store_->accounts(), *secrets_, mailed(), now_));
}

TEST_F(AccountTest, has_a_password_of_its_own) {
  auto const anna = member("anna", Role::guide, museum_);
  EXPECT_EQ(with_password(anna, "te kort").error().key, "account.password_short");
  ASSERT_TRUE(with_password(anna, "paard batterij nietje"));
  EXPECT_EQ(store_->accounts()->mails_waiting().back().kind, MailKind::password_changed);
  EXPECT_TRUE(by_password("anna", "paard batterij nietje"));
  EXPECT_EQ(by_password("anna", "paard batterij nietj").error().key, "account.wrong_password");
  EXPECT_EQ(by_password("nobody", "paard batterij nietje").error().key, "account.wrong_password");
  // Later the old one is asked.
  now_ += 15min;
  EXPECT_EQ(with_password(anna, "ander goed wachtwoord").error().key, "account.wrong_old_password");
  EXPECT_TRUE(with_password(anna, "ander goed wachtwoord", "paard batterij nietje"));
}

TEST_F(AccountTest, ends_other_sign_ins_when_the_password_changes) {
  auto const anna = member("anna", Role::guide, museum_);
  auto const thief = *kept([&](AccountWorld const& world) {
    return Result<CameIn>(come_in(world, visit(anna).person, Way::link, ""));
  });
  ASSERT_TRUE(with_password(anna, "paard batterij nietje"));
  EXPECT_FALSE(visit_of(*store_->accounts(), *secrets_, thief.token, now_));
  EXPECT_TRUE(visit_of(*store_->accounts(), *secrets_, anna.token, now_));
}

TEST_F(AccountTest, slows_down_who_guesses_but_shuts_nobody_out_for_long) {
  ASSERT_TRUE(with_password(member("anna", Role::guide, museum_), "paard batterij nietje"));
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(by_password("anna", "fout fout fout", "attacker").error().key, "account.wrong_password");
  }
  EXPECT_EQ(by_password("anna", "paard batterij nietje").error().key, "account.wait");
  for (int i = 0; i < 100; ++i)
    by_password("anna", "fout fout fout", "other" + std::to_string(i)), now_ += 5s;
  now_ += 60s;  // the most that anybody waits for the guesses of others
  EXPECT_TRUE(by_password("anna", "paard batterij nietje"));
  EXPECT_TRUE(by_password("anna", "paard batterij nietje"));
}

TEST_F(AccountTest, slows_down_who_tries_one_password_on_many) {
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(by_password("a" + std::to_string(i), "x", "attacker").error().key, "account.wrong_password");
  }
  EXPECT_EQ(by_password("a21", "x", "attacker").error().key, "account.wait");
  EXPECT_EQ(by_password("a22", "x", "elsewhere").error().key, "account.wrong_password");
}

TEST_F(AccountTest, of_who_can_do_harm_is_nothing_without_a_second_factor) {
  auto const owner = member("anna", Role::server_operator);
  EXPECT_EQ(owner.sign_in.stage, Stage::awaits_enrolment);
  auto const person = visit(owner).person;
  auto const shared =
      *kept([&](AccountWorld const& world) { return begin_second_factor(world, visit(owner)); });
  auto const confirm = [&](std::string const& code) {
    return kept([&](AccountWorld const& world) {
      return confirm_second_factor(world, attempts_, visit(owner), code, From{"home"});
    });
  };
  auto const code = code_now(shared);
  EXPECT_EQ(confirm(code == "000000" ? "000001" : "000000").error().key, "account.wrong_code");
  auto const on = confirm(code);
  ASSERT_TRUE(on);
  EXPECT_EQ(on->recovery_codes.size(), 10U);
  EXPECT_EQ(on->came_in.sign_in.stage, Stage::whole);
  EXPECT_FALSE(visit_of(*store_->accounts(), *secrets_, owner.token, now_)) << "a new secret";

  auto const next = kept(
      [&](AccountWorld const& world) { return Result<CameIn>(come_in(world, person, Way::password, "")); });
  EXPECT_EQ(next->sign_in.stage, Stage::awaits_code);
  auto const show = [&](std::string const& typed) {
    return kept([&](AccountWorld const& world) {
      return show_second_factor(world, attempts_, visit(*next), typed, From{"home"});
    });
  };
  EXPECT_EQ(show(code).error().key, "account.wrong_code") << "a code counts once";
  now_ += 30s;
  auto const whole = show(code_now(shared));
  ASSERT_TRUE(whole);
  EXPECT_EQ(visit(*whole).sign_in.stage, Stage::whole);
  EXPECT_FALSE(visit_of(*store_->accounts(), *secrets_, next->token, now_));
}

// Who guessed a password must not put on a second factor of their own.
TEST_F(AccountTest, puts_on_a_second_factor_only_after_a_mail) {
  auto const editor = member("anna", Role::provider_editor, museum_);
  EXPECT_EQ(editor.sign_in.stage, Stage::whole);
  auto const guessed = *kept([&](AccountWorld const& world) {
    return Result<CameIn>(come_in(world, visit(editor).person, Way::password, ""));
  });
  EXPECT_EQ(guessed.sign_in.stage, Stage::awaits_enrolment);
  EXPECT_EQ(
      kept([&](AccountWorld const& world) { return begin_second_factor(world, visit(guessed)); }).error().key,
      "account.enrol_by_link");
  auto const shared =
      *kept([&](AccountWorld const& world) { return begin_second_factor(world, visit(editor)); });
  EXPECT_EQ(kept([&](AccountWorld const& world) {
              return confirm_second_factor(world, attempts_, visit(guessed), code_now(shared), From{"home"});
            })
                .error()
                .key,
            "account.enrol_by_link");
}

TEST_F(AccountTest, with_a_new_role_is_entered_anew) {
  auto const before = member("anna", Role::guide, museum_);
  EXPECT_EQ(before.sign_in.stage, Stage::whole);
  auto const after = *invited("anna", Role::coordinator, {museum_.ecosystem}, visit(before));
  EXPECT_EQ(after.sign_in.stage, Stage::awaits_enrolment);
  EXPECT_FALSE(visit_of(*store_->accounts(), *secrets_, before.token, now_));
}

// Whoever has the mail of an invitation must not have the account of who was meant.
TEST_F(AccountTest, is_not_opened_by_an_invitation_that_was_passed_on) {
  auto const anna = member("anna", Role::guide, museum_), bert = member("bert", Role::guide, museum_);
  for (auto const& in : {std::optional<Visit>(), std::optional(visit(bert))}) {
    EXPECT_EQ(invited("anna", Role::guide, school_, in).error().key, "account.sign_in_first");
  }
  EXPECT_EQ(visit(anna).memberships.size(), 1U);
  EXPECT_TRUE(invited("anna", Role::guide, school_, visit(anna)));
}

// A guide needs none, so a password alone opens the account; who guessed it learns nothing that lasts.
TEST_F(AccountTest, shows_no_secret_of_a_second_factor_to_who_has_a_password_only) {
  auto const guide = member("anna", Role::guide, museum_);
  auto const begin = [&](CameIn const& came_in) {
    return kept([&](AccountWorld const& world) { return begin_second_factor(world, visit(came_in)); });
  };
  auto const shared = *begin(guide);
  auto const guessed = *kept([&](AccountWorld const& world) {
    return Result<CameIn>(come_in(world, visit(guide).person, Way::password, ""));
  });
  EXPECT_EQ(guessed.sign_in.stage, Stage::whole);
  EXPECT_EQ(begin(guessed).error().key, "account.enrol_by_link");
  EXPECT_NE(*begin(guide), shared);  // another visit began meanwhile
}

TEST_F(AccountTest, takes_each_recovery_code_once) {
  auto const owner = member("anna", Role::server_operator);
  auto const person = visit(owner).person;
  auto const shared =
      *kept([&](AccountWorld const& world) { return begin_second_factor(world, visit(owner)); });
  auto const on = *kept([&](AccountWorld const& world) {
    return confirm_second_factor(world, attempts_, visit(owner), code_now(shared), From{"home"});
  });
  auto const with = [&](std::string const& code) {
    auto const next = *kept(
        [&](AccountWorld const& world) { return Result<CameIn>(come_in(world, person, Way::link, "")); });
    return kept([&](AccountWorld const& world) {
             return show_second_factor(world, attempts_, visit(next), code, From{"home"});
           })
        .has_value();
  };
  EXPECT_TRUE(with(on.recovery_codes[3]));
  EXPECT_FALSE(with(on.recovery_codes[3]));
  EXPECT_TRUE(with(on.recovery_codes[4]));
  EXPECT_EQ(store_->accounts()->recovery_codes(person.id).size(), 8U);
}

TEST_F(AccountTest, hears_of_a_recovery_code_and_of_wrong_codes) {
  auto const owner = member("anna", Role::server_operator);
  auto const shared =
      *kept([&](AccountWorld const& world) { return begin_second_factor(world, visit(owner)); });
  auto const on = *kept([&](AccountWorld const& world) {
    return confirm_second_factor(world, attempts_, visit(owner), code_now(shared), From{"home"});
  });
  auto const person = visit(on.came_in).person;
  auto const told = [&](MailKind kind) {
    return std::ranges::count(store_->accounts()->mails_waiting(), kind, &accounts::Mail::kind);
  };
  auto const tries = [&](std::string const& code) {
    auto const next = *kept(
        [&](AccountWorld const& world) { return Result<CameIn>(come_in(world, person, Way::link, "")); });
    auto const came_in = kept([&](AccountWorld const& world) {
      return show_second_factor(world, attempts_, visit(next), code, From{"home"});
    });
    if (!came_in && came_in.error().key == "account.wrong_code") {
      kept([&](AccountWorld const& world) {
        return tell_of_wrong_codes(world, attempts_, visit(next)), Done();
      });
    }
    return came_in.has_value();
  };
  EXPECT_TRUE(tries(on.recovery_codes[0]));
  EXPECT_EQ(told(MailKind::recovery_code_used), 1);
  for (int i = 0; i < 4; ++i) EXPECT_FALSE(tries("x"));
  EXPECT_EQ(told(MailKind::wrong_codes), 0) << "four slips are human";
  EXPECT_FALSE(tries("x"));
  EXPECT_EQ(told(MailKind::wrong_codes), 1);
  for (int i = 0; i < 4; ++i) {
    now_ += 1h;
    EXPECT_FALSE(tries("x"));
  }
  EXPECT_EQ(told(MailKind::wrong_codes), 1);
  now_ += 1h;
  EXPECT_FALSE(tries("x"));
  EXPECT_EQ(told(MailKind::wrong_codes), 2) << "after ten";
}

// Who guessed the password tries codes for ever; the owner comes by a mail and is kept waiting by nobody.
TEST_F(AccountTest, is_open_to_its_owner_while_somebody_tries_codes_behind_a_password) {
  auto const owner = member("anna", Role::server_operator);
  auto const shared =
      *kept([&](AccountWorld const& world) { return begin_second_factor(world, visit(owner)); });
  auto const on = *kept([&](AccountWorld const& world) {
    return confirm_second_factor(world, attempts_, visit(owner), code_now(shared), From{"home"});
  });
  auto const person = visit(on.came_in).person;
  now_ += 30s;
  auto const tries = [&](Way way, std::string const& code, char const* from) {
    auto const next =
        *kept([&](AccountWorld const& world) { return Result<CameIn>(come_in(world, person, way, "")); });
    auto const came_in = kept([&](AccountWorld const& world) {
      return show_second_factor(world, attempts_, visit(next), code, From{from});
    });
    return came_in ? std::string() : came_in.error().key;
  };
  for (int i = 0; i < 9; ++i) tries(Way::password, "x", "attacker");
  EXPECT_EQ(tries(Way::password, code_now(shared), "attacker"), "account.wait");
  EXPECT_EQ(tries(Way::link, code_now(shared), "home"), "");
}

TEST_F(AccountTest, is_left_after_twelve_hours_whatever_the_role) {
  auto const lasts = [&](CameIn const& came_in, std::chrono::hours hours) {
    auto seen = came_in.sign_in;
    auto const now = seen.began + hours;
    seen.seen = now - 1min;  // used all along
    kept([&](AccountWorld const& world) { return world.accounts.save(seen), Done(); });
    return visit_of(*store_->accounts(), *secrets_, came_in.token, now).has_value();
  };
  auto const guide = member("anna", Role::guide, museum_);
  auto const owner = member("bert", Role::organisation_owner, museum_);
  for (auto const& one : {guide, owner}) {
    EXPECT_TRUE(lasts(one, 11h));
    EXPECT_FALSE(lasts(one, 12h));
  }
}

TEST_F(AccountTest, keeps_no_receiver_of_a_mail_for_long) {
  member("anna", Role::guide, museum_);
  ASSERT_TRUE(with_password(member("bert", Role::guide, museum_), "paard batterij nietje"));
  auto const outbox = store_->outbox();
  auto const sent = outbox->take(now_);
  ASSERT_TRUE(sent);
  outbox->sent(sent->id);
  auto const kept_mails = [&] {
    auto const database = *sqlite::Database::open(folder_.path("s"), sqlite::Mode::read);
    auto row = database->query("SELECT count(*) FROM mail");
    row.step();
    return row.number(0);
  };
  EXPECT_EQ(kept_mails(), 3);
  outbox->forget_sent(sent->written_at - 1ms);
  EXPECT_EQ(kept_mails(), 3);
  outbox->forget_sent(sent->written_at);
  EXPECT_EQ(kept_mails(), 2) << "those that wait stay";
}

// Asking for a link writes to the disk, whoever asks: the time it takes tells nothing.
TEST_F(AccountTest, is_written_for_also_when_nobody_has_that_address) {
  member("anna", Role::guide, museum_);
  auto const watching = *sqlite::Database::open(folder_.path("s"), sqlite::Mode::read);
  auto const version = [&] {
    auto row = watching->query("PRAGMA data_version");
    row.step();
    return row.number(0);
  };
  for (auto const* name : {"anna", "nobody"}) {
    auto const before = version();
    kept([&](AccountWorld const& world) { return ask_for_link(world, mail(name)), Done(); });
    EXPECT_NE(version(), before) << name;
  }
}

TEST_F(AccountTest, has_its_second_factor_taken_off_by_who_may) {
  auto const owner = visit(member("anna", Role::ecosystem_owner, {museum_.ecosystem}));
  auto const editor = visit(member("bert", Role::provider_editor, museum_));
  auto const reset = [&](Visit const& by, Visit const& of) {
    return kept([&](AccountWorld const& world) {
             return reset_second_factor(world, {true, by.memberships}, of.person);
           })
        .has_value();
  };
  EXPECT_FALSE(reset(editor, owner));
  EXPECT_TRUE(reset(owner, editor));
  EXPECT_TRUE(store_->accounts()->sign_ins(editor.person.id).empty());
}

TEST_F(AccountTest, ends_when_idle_and_by_its_owner_only) {
  auto const anna = member("anna", Role::guide, museum_), bert = member("bert", Role::guide, museum_);
  auto const end = [&](CameIn const& by, CameIn const& which) {
    return kept([&](AccountWorld const& world) {
             return end_sign_in(world, by.sign_in.person, which.sign_in.id);
           })
        .has_value();
  };
  EXPECT_FALSE(end(bert, anna));
  EXPECT_TRUE(visit_of(*store_->accounts(), *secrets_, anna.token, now_ + 8h - 1ms));
  EXPECT_FALSE(visit_of(*store_->accounts(), *secrets_, anna.token, now_ + 8h));
  EXPECT_TRUE(end(anna, anna));
  EXPECT_FALSE(visit_of(*store_->accounts(), *secrets_, anna.token, now_));
}

// Two requests at once: what the first did holds, whatever the second saw before.
TEST_F(AccountTest, is_not_entered_by_a_password_that_changed_meanwhile) {
  auto const anna = member("anna", Role::guide, museum_);
  ASSERT_TRUE(with_password(anna, "paard batterij nietje"));
  auto const checked = by_password("anna", "paard batterij nietje");
  ASSERT_TRUE(checked);
  ASSERT_TRUE(with_password(anna, "ander goed wachtwoord"));
  auto const came_in =
      kept([&](AccountWorld const& world) { return come_in_by_password(world, *checked, ""); });
  EXPECT_EQ(came_in.error().key, "account.wrong_password");
}

TEST_F(AccountTest, is_not_entered_by_a_password_once_erased) {
  auto const anna = member("anna", Role::guide, museum_);
  ASSERT_TRUE(with_password(anna, "paard batterij nietje"));
  auto const checked = by_password("anna", "paard batterij nietje");
  ASSERT_TRUE(kept([&](AccountWorld const& world) { return erase_person(world, checked->person, {}); }));
  EXPECT_FALSE(kept([&](AccountWorld const& world) { return come_in_by_password(world, *checked, ""); }));
}

TEST_F(AccountTest, keeps_the_first_of_two_new_passwords_by_one_old) {
  auto const anna = member("anna", Role::guide, museum_);
  ASSERT_TRUE(with_password(anna, "paard batterij nietje"));
  now_ += 15min;
  auto const second = prepare_password(*store_->accounts(), *secrets_, attempts_, visit(anna),
                                       "paard batterij nietje", "tweede goed wachtwoord", From{"home"}, now_);
  ASSERT_TRUE(second);
  ASSERT_TRUE(with_password(anna, "eerste goed wachtwoord", "paard batterij nietje"));
  auto const done =
      kept([&](AccountWorld const& world) { return keep_password(world, visit(anna), *second); });
  EXPECT_EQ(done.error().key, "account.wrong_old_password");
  EXPECT_TRUE(by_password("anna", "eerste goed wachtwoord"));
}

TEST_F(AccountTest, is_seen_no_more_by_a_request_that_outlived_its_sign_in) {
  auto const anna = member("anna", Role::guide, museum_);
  auto const seen = visit(anna);
  auto const as_it_is = [&] {
    return kept([&](AccountWorld const& world) { return Result<std::optional<Visit>>(still(world, seen)); });
  };
  EXPECT_EQ((*as_it_is())->sign_in, seen.sign_in);
  ASSERT_TRUE(
      kept([&](AccountWorld const& world) { return end_sign_in(world, seen.person.id, seen.sign_in.id); }));
  EXPECT_FALSE(*as_it_is());
  kept([&](AccountWorld const& world) { return mark_seen(world, seen.sign_in), Done(); });
  EXPECT_FALSE(visit_of(*store_->accounts(), *secrets_, anna.token, now_));
}

TEST_F(AccountTest, is_erased_by_who_shows_who_they_are) {
  auto const anna = member("anna", Role::guide, museum_);
  EXPECT_TRUE(proof_of(anna)) << "fresh from a mail";
  now_ += 15min;
  EXPECT_EQ(proof_of(anna).error().key, "account.sign_in_again");
  now_ -= 15min;
  ASSERT_TRUE(with_password(anna, "paard batterij nietje"));
  now_ += 15min;
  EXPECT_EQ(proof_of(anna, "fout fout fout").error().key, "account.wrong_old_password");
  auto const proof = proof_of(anna, "paard batterij nietje");
  ASSERT_TRUE(proof);
  ASSERT_TRUE(with_password(anna, "ander goed wachtwoord", "paard batterij nietje"));
  auto const erased =
      kept([&](AccountWorld const& world) { return erase_person(world, visit(anna).person, *proof); });
  EXPECT_EQ(erased.error().key, "account.wrong_old_password") << "it changed since";
}

TEST_F(AccountTest, leaves_no_organisation_without_an_owner) {
  auto const anna = visit(member("anna", Role::organisation_owner, museum_));
  auto const goes = [&] {
    return kept([&](AccountWorld const& world) { return leave(world, anna.memberships.at(0)); });
  };
  EXPECT_EQ(goes().error().key, "account.last_owner");
  EXPECT_EQ(kept([&](AccountWorld const& world) { return erase_person(world, anna.person, {}); }).error().key,
            "account.last_owner");
  member("bert", Role::organisation_owner, museum_);
  EXPECT_TRUE(goes());
}

namespace {

std::vector<std::string> names_of(Colleagues const& all) {
  std::vector<std::string> names;
  for (auto const& one : all.people) names.push_back(one.person.name);
  return names;
}

}  // namespace

TEST_F(AccountTest, of_a_colleague_is_seen_by_who_says_who_works_there) {
  auto const owner = visit(member("bert", Role::organisation_owner, museum_));
  auto const guide = visit(member("anna", Role::guide, museum_));
  member("carl", Role::guide, school_);
  auto const seen = [&](Visit const& by, accounts::Place const& place) {
    return see_colleagues(*store_->accounts(), asker_of(by), place, now_);
  };
  EXPECT_EQ(names_of(*seen(owner, museum_)), (std::vector<std::string>{"anna", "bert"}));
  EXPECT_EQ(seen(owner, school_).error().key, "account.may_not");
  EXPECT_EQ(seen(owner, {museum_.ecosystem}).error().key, "account.may_not");
  EXPECT_EQ(seen(guide, museum_).error().key, "account.may_not");
}

TEST_F(AccountTest, loses_a_role_that_somebody_else_takes_away) {
  auto const owner = visit(member("bert", Role::organisation_owner, museum_));
  auto const guide = member("anna", Role::guide, museum_);
  auto const role = visit(guide).memberships.at(0);
  auto const takes = [&](Visit const& by, Membership const& which) {
    auto const done =
        kept([&](AccountWorld const& world) { return take_role(world, by, which, "gids van Museum"); });
    return done ? std::string() : done.error().key;
  };
  auto const other_owner = visit(member("eva", Role::organisation_owner, school_));
  EXPECT_EQ(takes(other_owner, role), "account.may_not");
  EXPECT_EQ(takes(visit(guide), owner.memberships.at(0)), "account.may_not");
  EXPECT_EQ(takes(owner, owner.memberships.at(0)), "account.may_not") << "of oneself: that is leaving";
  EXPECT_EQ(takes(owner, role), "");
  EXPECT_FALSE(visit_of(*store_->accounts(), *secrets_, guide.token, now_)) << "signed out";
  EXPECT_EQ(store_->accounts()->mails_waiting().back().kind, MailKind::role_taken);
  EXPECT_EQ(store_->accounts()->mails_waiting().back().to, mail("anna"));
  EXPECT_EQ(takes(owner, role), "account.missing") << "it is gone already";
}

TEST_F(AccountTest, of_the_last_owner_keeps_that_role_whoever_wants_it) {
  auto const owner = visit(member("bert", Role::organisation_owner, museum_));
  Membership const of_operator = *Membership::make({}, Role::server_operator, {});
  auto by = visit(member("eva", Role::guide, museum_));
  by.memberships = {of_operator};
  auto const done = kept([&](AccountWorld const& world) {
    return take_role(world, by, owner.memberships.at(0), "eigenaar van Museum");
  });
  EXPECT_EQ(done.error().key, "account.last_owner_there");
}

// A coordinator can help an organisation on, and not take it over.
TEST_F(AccountTest, of_an_owner_stays_when_a_coordinator_wants_otherwise) {
  auto const owner = visit(member("bert", Role::organisation_owner, museum_));
  member("carl", Role::organisation_owner, museum_);
  auto by = visit(member("eva", Role::guide, school_));
  by.memberships = {*Membership::make(by.person.id, Role::coordinator, {museum_.ecosystem})};
  auto const done = kept([&](AccountWorld const& world) {
    return take_role(world, by, owner.memberships.at(0), "eigenaar van Museum");
  });
  EXPECT_EQ(done.error().key, "account.may_not");
}

TEST_F(AccountTest, is_signed_out_everywhere_by_who_may_for_all_its_roles) {
  auto const owner = visit(member("bert", Role::organisation_owner, museum_));
  auto const guide = member("anna", Role::guide, museum_);
  auto const ends = [&](Id<accounts::Person> of) {
    auto const done = kept([&](AccountWorld const& world) { return end_all_sign_ins(world, owner, of); });
    return done ? std::string() : done.error().key;
  };
  EXPECT_EQ(ends(owner.person.id), "account.may_not") << "of oneself: there is a button for that";
  EXPECT_EQ(ends(guide.sign_in.person), "");
  EXPECT_FALSE(visit_of(*store_->accounts(), *secrets_, guide.token, now_));
  EXPECT_EQ(store_->accounts()->mails_waiting().back().kind, MailKind::sign_ins_ended);
  auto const elsewhere = member("carl", Role::guide, museum_);
  ASSERT_TRUE(invited("carl", Role::guide, school_, visit(elsewhere)));
  EXPECT_EQ(ends(elsewhere.sign_in.person), "account.may_not") << "also works where bert has no say";
}

TEST_F(AccountTest, keeps_its_own_second_factor_from_a_sign_in_that_was_taken_over) {
  auto const owner = visit(member("bert", Role::organisation_owner, museum_));
  auto const reset = [&](Id<accounts::Person> of) {
    return kept([&](AccountWorld const& world) { return reset_factor_of(world, owner, of); });
  };
  EXPECT_EQ(reset(owner.person.id).error().key, "account.may_not");
  EXPECT_TRUE(reset(member("anna", Role::provider_editor, museum_).sign_in.person));
}

TEST_F(AccountTest, is_not_opened_by_an_invitation_that_was_withdrawn) {
  auto const owner = visit(member("bert", Role::organisation_owner, museum_));
  auto const other = visit(member("eva", Role::organisation_owner, school_));
  ASSERT_TRUE(kept([&](AccountWorld const& world) {
    return invite(world, asker_of(owner), {mail("anna"), Role::guide, museum_, "nl", "", owner.person.id});
  }));
  auto const token = mailed();
  auto const waiting = store_->accounts()->invitations(museum_);
  ASSERT_EQ(waiting.size(), 1U);
  auto const withdraws = [&](Visit const& by, accounts::Place const& place) {
    auto const done =
        kept([&](AccountWorld const& world) { return withdraw_invitation(world, by, place, waiting[0].id); });
    return done ? std::string() : done.error().key;
  };
  EXPECT_EQ(withdraws(other, museum_), "account.may_not");
  EXPECT_EQ(withdraws(other, school_), "account.invitation_over") << "it is not at that place";
  EXPECT_EQ(withdraws(owner, museum_), "");
  EXPECT_FALSE(show_invitation(*store_->accounts(), *secrets_, token, now_));
}

// Who has left can let in nobody any more.
TEST_F(AccountTest, is_not_opened_by_an_invitation_of_who_may_no_longer_invite) {
  auto const owner = visit(member("bert", Role::organisation_owner, museum_));
  member("carl", Role::organisation_owner, museum_);
  auto const invites = [&](std::string const& name) {
    EXPECT_TRUE(kept([&](AccountWorld const& world) {
      return invite(world, asker_of(owner), {mail(name), Role::guide, museum_, "nl", "", owner.person.id});
    }));
    return mailed();
  };
  auto const first = invites("anna"), second = invites("dirk");
  auto const accepts = [&](std::string const& token) {
    return kept([&](AccountWorld const& world) { return accept_invitation(world, token, "x", ""); });
  };
  EXPECT_TRUE(accepts(first));
  ASSERT_TRUE(kept([&](AccountWorld const& world) { return leave(world, owner.memberships.at(0)); }));
  EXPECT_EQ(accepts(second).error().key, "account.invitation_over");
  ASSERT_TRUE(kept([&](AccountWorld const& world) { return erase_person(world, owner.person, {}); }));
  EXPECT_TRUE(store_->accounts()->invitations(museum_).empty()) << "what was sent goes along";
}

TEST_F(AccountTest, sends_so_many_invitations_a_day) {
  auto const owner = visit(member("bert", Role::organisation_owner, museum_));
  auto const invites = [&](int number) {
    auto const done = kept([&](AccountWorld const& world) {
      return invite(world, asker_of(owner),
                    {mail("a" + std::to_string(number)), Role::guide, museum_, "nl", "", owner.person.id});
    });
    return done ? std::string() : done.error().key;
  };
  for (int i = 0; i < accounts::most_invitations_a_day; ++i) ASSERT_EQ(invites(i), "") << i;
  EXPECT_EQ(invites(98), "account.invited_too_many");
  // Taking them back does not give new ones: each was a mail.
  for (auto const& one : store_->accounts()->invitations(museum_)) {
    ASSERT_TRUE(
        kept([&](AccountWorld const& world) { return withdraw_invitation(world, owner, museum_, one.id); }));
  }
  EXPECT_EQ(invites(98), "account.invited_too_many");
  now_ += 24h;
  EXPECT_EQ(invites(99), "");
}

TEST_F(AccountTest, is_erased_with_all_that_was_kept) {
  auto const anna = member("anna", Role::guide, museum_);
  ASSERT_TRUE(with_password(anna, "paard batterij nietje"));
  auto const person = visit(anna).person;
  EXPECT_NE(own_data(*store_->accounts(), person, {}).find("anna@school.example"), std::string::npos);
  ASSERT_TRUE(kept([&](AccountWorld const& world) { return erase_person(world, person, {}); }));
  auto const left = store_->accounts();
  EXPECT_FALSE(left->person(person.mail));
  EXPECT_FALSE(left->password_hash(person.id));
  EXPECT_TRUE(left->sign_ins(person.id).empty());
  EXPECT_TRUE(left->mails_waiting().empty());
}

namespace {

struct CountingMailer : Mailer {
  Done send(Message const& message, Instant) override {
    ids.push_back(message.id);
    if (answer) return {};
    return fail(answer.error());
  }

  std::vector<std::string> ids;
  Done answer{};
};

}  // namespace

TEST_F(AccountTest, sends_each_mail_once_and_tries_again_later) {
  member("anna", Role::guide, museum_);
  auto const outbox = store_->outbox();
  CountingMailer mailer;
  mailer.answer = fail(Fault::unavailable, "mail.not_sent");
  int logged = 0;
  auto const deliver = [&] {
    return deliver_one(
        *outbox, mailer,
        [](accounts::Mail const& mail) -> Result<Message> {
          return Message{text(mail.id), mail.to, HeaderText("x"), "", ""};
        },
        [&](accounts::Mail const&, Error const&) { ++logged; }, now_);
  };
  EXPECT_TRUE(deliver());
  EXPECT_FALSE(deliver()) << "not before a minute";
  now_ += 60s;
  mailer.answer = {};
  EXPECT_TRUE(deliver());
  EXPECT_FALSE(deliver());
  EXPECT_EQ(logged, 1);
  ASSERT_EQ(mailer.ids.size(), 2U);
  EXPECT_EQ(mailer.ids[0], mailer.ids[1]) << "the same Message-ID";
  EXPECT_TRUE(store_->accounts()->mails_waiting().empty());
}

TEST_F(AccountTest, keeps_a_mail_that_a_stopped_worker_had_taken) {
  member("anna", Role::guide, museum_);
  auto const outbox = store_->outbox();
  ASSERT_TRUE(outbox->take(now_));
  EXPECT_FALSE(outbox->take(now_)) << "another worker does not get it";
  EXPECT_EQ(outbox->put_back_taken(), 1);
  EXPECT_TRUE(outbox->take(now_));
}

TEST(MailPauses, double_from_a_minute_to_six_hours) {
  EXPECT_EQ(pause_before_try(1), 60s);
  EXPECT_EQ(pause_before_try(2), 120s);
  EXPECT_EQ(pause_before_try(9), 256min);
  EXPECT_EQ(pause_before_try(10), 6h);
}

}  // namespace wegwijzer::account_tests
