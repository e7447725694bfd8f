// SPDX-License-Identifier: EUPL-1.2
// People to turn to: who may stand there, how often they are asked, what goes by itself, and what is left of
// who goes.
#include <gtest/gtest.h>

#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "outside/kept_secrets.h"
#include "storage/sqlite_store.h"
#include "usecases/account/own.h"
#include "usecases/check/store.h"
#include "usecases/community/merge_records.h"
#include "usecases/contact/consent.h"
#include "usecases/contact/contact_mail.h"
#include "usecases/contact/lapse.h"
#include "usecases/contact/list.h"
#include "usecases/contact/own_contacts.h"

namespace wegwijzer::people {

Date const first_day = date(2026, 11, 24);

class PeopleToTurnTo : public testing::Test {
 protected:
  PeopleToTurnTo() {
    on(first_day);
    auto const writer = open();
    club_ = *writer->organisations().save(an_organisation(writer->new_id<Organisation>(), "Club"));
    museum_ = *writer->organisations().save(an_organisation(writer->new_id<Organisation>(), "Museum"));
    writer->commit();
  }

  void on(Date day) { clock_.set(instant(day, {12 * 60})); }

  Date today() const { return local_date(clock_.now()); }

  std::unique_ptr<Writer> open() { return store_->writer(an_ecosystem(), {"person:lea"}); }

  std::unique_ptr<Reader> reader() { return store_->reader(an_ecosystem()); }

  template <class Step>
  auto kept(Step step) {
    auto const writer = open();
    auto result = step(ContactWork{*writer, *secrets_, today()});
    if (result) writer->commit();
    return result;
  }

  ContactPerson typed(std::string email = "noor@club.example") {
    auto one = a_contact({}, club_.id, std::move(email));
    one.given_on.reset(), one.asked_on.reset();
    return one;
  }

  Result<ContactAndToken> enter(ContactPerson one, PrivateMail private_mail = PrivateMail::refused) {
    return kept([&](ContactWork const& work) { return enter_contact(work, one, private_mail); });
  }

  std::string refusal(ContactPerson one) {
    auto const entered = enter(std::move(one));
    return entered ? "" : entered.error().key;
  }

  // Entered and agreed to.
  ContactAndToken with_a_yes(std::string email = "noor@club.example") {
    auto const entered = *enter(typed(std::move(email)));
    EXPECT_TRUE(kept(
        [&](ContactWork const& work) { return say_yes(work, {entered.token}, entered.contact.version); }));
    return {*reader()->contacts().find(entered.contact.id), entered.token};
  }

  Result<ContactPerson> opened(std::string token) {
    auto const looking = reader();
    return open_own_contact(*looking, *secrets_, {std::move(token)});
  }

  Lapsed lapse(Date day) {
    on(day);
    return lapse_contacts(*store_, *secrets_, clock_.now());
  }

  std::size_t how_many() { return reader()->contacts().all().size(); }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Secrets> secrets_ = *open_secrets(folder_.path("s.key"));
  Organisation club_, museum_;
};

TEST_F(PeopleToTurnTo, wait_for_their_yes_to_what_was_shown) {
  auto const entered = enter(typed());
  ASSERT_TRUE(entered);
  EXPECT_EQ(consent_of(entered->contact), Consent::asked);
  EXPECT_EQ(entered->contact.asked_on, first_day);
  EXPECT_EQ(*opened(entered->token), entered->contact);
  EXPECT_EQ(opened("something else").error().key, "people.over");
  // Somebody changed it between opening and answering: the yes was to something else.
  auto other = entered->contact;
  other.function = "Directeur";
  ASSERT_TRUE(kept([&](ContactWork const& work) { return correct_contact(work, other); }));
  auto const too_late = kept([&](ContactWork const& work) { return say_yes(work, {entered->token}, 1); });
  EXPECT_EQ(too_late.error().key, "people.changed_meanwhile");
  auto const yes = kept([&](ContactWork const& work) { return say_yes(work, {entered->token}, 2); });
  ASSERT_TRUE(yes);
  EXPECT_EQ(yes->contact.given_on, first_day);
  EXPECT_EQ(yes->contact.way, ConsentWay::mail);
  // The link of the first mail goes on to work beside that of the second.
  EXPECT_EQ(opened(entered->token)->id, opened(yes->token)->id);
}

TEST_F(PeopleToTurnTo, correct_it_before_they_say_yes) {
  auto const entered = *enter(typed());
  auto own = entered.contact;
  own.name = "Noor de Bakker", own.email = "someone@else.example", own.organisation = museum_.id;
  auto const yes =
      kept([&](ContactWork const& work) { return correct_own_contact(work, {entered.token}, own); });
  ASSERT_TRUE(yes);
  EXPECT_EQ(yes->contact.name, "Noor de Bakker");
  EXPECT_EQ(yes->contact.email, "noor@club.example");
  EXPECT_EQ(yes->contact.organisation, club_.id);
  EXPECT_EQ(consent_of(yes->contact), Consent::given);
}

TEST_F(PeopleToTurnTo, go_at_once_at_no_and_are_not_asked_again_at_never) {
  auto const entered = *enter(typed());
  auto at_museum = typed("anna@club.example");
  at_museum.organisation = museum_.id;
  auto const other = *enter(at_museum);
  EXPECT_TRUE(kept(
      [&](ContactWork const& work) { return withdraw_contact(work, {entered.token}, AskAgain::later); }));
  EXPECT_EQ(how_many(), 1U);
  EXPECT_EQ(opened(entered.token).error().key, "people.over");
  EXPECT_TRUE(
      kept([&](ContactWork const& work) { return withdraw_contact(work, {other.token}, AskAgain::never); }));
  EXPECT_EQ(how_many(), 0U);
  on(first_day + std::chrono::days(200));
  EXPECT_EQ(refusal(typed("anna@club.example")), "people.refused");
  EXPECT_EQ(refusal(typed("noor@club.example")), "");
  // What is kept of the address tells it to nobody.
  for (auto const& one : reader()->contacts().mailboxes()) {
    EXPECT_EQ(one.address.find("club"), std::string::npos);
    EXPECT_EQ(one.address.size(), 64U);
  }
}

// 24 November and thirty days: 24 December.
TEST_F(PeopleToTurnTo, get_one_mail_that_asks_in_thirty_days) {
  auto const entered = *enter(typed());
  kept([&](ContactWork const& work) { return withdraw_contact(work, {entered.token}, AskAgain::later); });
  on(date(2026, 12, 23));
  auto const again = enter(typed());
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().key, "people.asked_lately");
  EXPECT_EQ(again.error().field, "email");
  EXPECT_EQ(again.error().arguments.at(0).value, "2026-12-24");
  on(date(2026, 12, 24));
  EXPECT_EQ(refusal(typed()), "");
}

TEST_F(PeopleToTurnTo, are_few_that_wait_at_one_organisation) {
  for (std::size_t i = 0; i < most_waiting_of_one; ++i) {
    EXPECT_EQ(refusal(typed("p" + std::to_string(i) + "@club.example")), "");
  }
  EXPECT_EQ(refusal(typed("more@club.example")), "people.too_many_waiting");
  auto elsewhere = typed("more@club.example");
  elsewhere.organisation = museum_.id;
  EXPECT_EQ(refusal(elsewhere), "");
  EXPECT_EQ(refusal(typed("p1@club.example")), "people.there_already");
}

TEST_F(PeopleToTurnTo, have_a_business_address_or_somebody_says_so) {
  EXPECT_EQ(refusal(typed("noor@gmail.com")), "people.mail_private");
  EXPECT_EQ(refusal(typed("Noor@ZIGGO.nl")), "people.mail_private");
  EXPECT_EQ(refusal(typed("noor@gmail.com.example")), "");
  EXPECT_TRUE(enter(typed("club@gmail.com"), PrivateMail::used_by_organisation));
}

TEST_F(PeopleToTurnTo, are_told_what_is_wrong_with_each_field) {
  auto one = typed("no address");
  one.name = "Noor\nBcc: all@else.example", one.function = " ", one.phone = "bel maar";
  one.about = std::string(longest_contact_line + 1, 'a');
  std::vector<std::string> wrong;
  for (auto const& problem : tidy_contact(one, PrivateMail::refused)) wrong.push_back(problem.field);
  EXPECT_EQ(wrong, (std::vector<std::string>{"name", "function", "email", "phone", "about"}));
  EXPECT_EQ(refusal(one), "account.name_invalid");
  auto nowhere = typed();
  nowhere.organisation = Id<Organisation>(Uuid{1, 1});
  EXPECT_EQ(refusal(nowhere), "record.missing");
  EXPECT_EQ(how_many(), 0U);
}

TEST_F(PeopleToTurnTo, put_themselves_on_the_list_even_after_a_never) {
  auto const entered = *enter(typed());
  kept([&](ContactWork const& work) { return withdraw_contact(work, {entered.token}, AskAgain::never); });
  auto const listed =
      kept([&](ContactWork const& work) { return put_oneself_on_list(work, typed(), PrivateMail::refused); });
  ASSERT_TRUE(listed);
  EXPECT_EQ(listed->contact.given_on, first_day);
  EXPECT_EQ(listed->contact.way, ConsentWay::signed_in);
  EXPECT_FALSE(listed->contact.asked_on);
}

// Who has signed in with the same address comes without a link; with another address not.
TEST_F(PeopleToTurnTo, are_opened_by_their_own_account_only) {
  auto const entered = *enter(typed());
  auto const looking = reader();
  OwnKey const own{"", entered.contact.id, "noor@club.example"}, other{"", entered.contact.id, "a@b.example"},
      nobody{"", entered.contact.id, ""};
  EXPECT_TRUE(open_own_contact(*looking, *secrets_, own));
  EXPECT_EQ(open_own_contact(*looking, *secrets_, other).error().key, "people.over");
  EXPECT_EQ(open_own_contact(*looking, *secrets_, nobody).error().key, "people.over");
}

TEST_F(PeopleToTurnTo, hear_of_a_correction_by_somebody_else_when_they_said_yes) {
  auto const entered = *enter(typed("waits@club.example"));
  auto waiting = entered.contact;
  waiting.phone = "015 1234567";
  EXPECT_EQ(kept([&](ContactWork const& work) { return correct_contact(work, waiting); })->token, "");
  auto agreed = with_a_yes().contact;
  EXPECT_EQ(kept([&](ContactWork const& work) { return correct_contact(work, agreed); })->token, "");
  agreed.phone = "015 7654321", agreed.email = "else@else.example";
  auto const told = kept([&](ContactWork const& work) { return correct_contact(work, agreed); });
  ASSERT_TRUE(told);
  EXPECT_EQ(opened(told->token)->phone, "015 7654321");
  EXPECT_EQ(told->contact.email, "noor@club.example");
  auto const late = kept([&](ContactWork const& work) { return correct_contact(work, agreed); });
  EXPECT_EQ(late.error().key, "people.changed_meanwhile");
}

// Asked on 24 November; thirty days later it is 24 December.
TEST_F(PeopleToTurnTo, go_by_themselves_without_a_yes) {
  enter(typed());
  with_a_yes("anna@club.example");
  EXPECT_EQ(lapse(date(2026, 12, 23)).erased, 0U);
  EXPECT_EQ(how_many(), 2U);
  EXPECT_EQ(lapse(date(2026, 12, 24)).erased, 1U);
  ASSERT_EQ(how_many(), 1U);
  EXPECT_EQ(reader()->contacts().all()[0].email, "anna@club.example");
  // Whom was asked is forgotten by then as well.
  EXPECT_TRUE(reader()->contacts().mailboxes().empty());
}

// A yes of 24 November 2026 is asked again on 24 November 2027; sixty days later it is 23 January 2028.
TEST_F(PeopleToTurnTo, are_asked_each_year_and_go_when_they_do_not_answer) {
  auto const silent = with_a_yes("silent@club.example");
  auto const answers = with_a_yes("answers@club.example");
  EXPECT_EQ(lapse(date(2027, 11, 23)).asked, 0U);
  EXPECT_EQ(lapse(date(2027, 11, 24)).asked, 2U);
  EXPECT_EQ(lapse(date(2027, 11, 24)).asked, 0U);
  auto const mails = store_->accounts()->mails_waiting();
  ASSERT_EQ(mails.size(), 2U);
  EXPECT_EQ(mails[0].kind, accounts::MailKind::contact_yearly);
  auto const said = read_contact_mail(mails[0].about, *secrets_->unseal(mails[0].sealed_token));
  EXPECT_EQ(opened(said.token)->email, mails[0].to.text());
  EXPECT_TRUE(is_asked_again(*reader()->contacts().find(answers.contact.id)));
  ASSERT_TRUE(kept([&](ContactWork const& work) {
    return say_yes(work, {answers.token}, opened(answers.token)->version);
  }));
  EXPECT_EQ(lapse(date(2028, 1, 22)).erased, 0U);
  EXPECT_EQ(lapse(date(2028, 1, 23)).erased, 1U);
  EXPECT_TRUE(opened(answers.token));
  EXPECT_FALSE(opened(silent.token));
}

TEST_F(PeopleToTurnTo, go_a_month_after_their_organisation) {
  with_a_yes();
  {
    auto const writer = open();
    club_.archived_on = first_day;
    ASSERT_TRUE(writer->organisations().save(club_));
    writer->commit();
  }
  auto const findings = check_store(*store_, first_day).ecosystems.at(0).findings;
  auto const found = std::ranges::find(findings, "check.contacts_of_archived", &Finding::key);
  ASSERT_NE(found, findings.end());
  EXPECT_EQ(found->count, 1U);
  EXPECT_EQ(found->names, std::vector<std::string>{"Club"});
  EXPECT_EQ(lapse(date(2026, 12, 23)).erased, 0U);
  EXPECT_EQ(lapse(date(2026, 12, 24)).erased, 1U);
}

TEST_F(PeopleToTurnTo, of_an_organisation_that_is_not_there_are_told) {
  auto const writer = open();
  ASSERT_TRUE(
      writer->kept_contacts().save(a_contact(writer->new_id<ContactPerson>(), Id<Organisation>(Uuid{1, 1}))));
  writer->commit();
  auto const findings = check_store(*store_, first_day).ecosystems.at(0).findings;
  EXPECT_EQ(std::ranges::find(findings, "check.contacts_of_nobody", &Finding::key)->count, 1U);
}

// Along with a merge, back when it is taken back, and along once more when that is.
TEST_F(PeopleToTurnTo, move_with_their_organisation_and_back) {
  auto const id = with_a_yes().contact.id;
  auto const stands_at = [&] { return reader()->contacts().find(id)->organisation; };
  auto const plan = *plan_merge(*reader(), "organisation", museum_.id.uuid(), club_.id.uuid());
  EXPECT_EQ(plan.moves.back().record, "contact");
  EXPECT_EQ(plan.moves.back().count, 1U);
  auto writer = open();
  auto const merged = *merge_records(
      *writer,
      {"organisation", museum_.id.uuid(), club_.id.uuid(), plan.stays_version, plan.goes_version, {}},
      first_day);
  writer->commit();
  EXPECT_EQ(stands_at(), museum_.id);
  writer = open();
  auto const undone = *undo_change(*writer, merged.change, first_day);
  writer->commit();
  EXPECT_EQ(stands_at(), club_.id);
  writer = open();
  ASSERT_TRUE(undo_change(*writer, undone.change, first_day));
  writer->commit();
  EXPECT_EQ(stands_at(), museum_.id);
}

TEST_F(PeopleToTurnTo, stand_by_organisation_and_layer) {
  with_a_yes();
  auto boss = typed("boss@club.example");
  boss.layer = ContactLayer::orange, boss.name = "Ali", boss.themes.clear();
  auto const entered = *enter(boss);
  auto const looking = reader();
  auto const everybody = [](ContactPerson const&) { return true; };
  auto const agreed = [](ContactPerson const& one) { return consent_of(one) == Consent::given; };
  std::vector<Theme> const themes{{*ThemeCode::parse("sport"), {}, {}},
                                  {*ThemeCode::parse("swimming"), *ThemeCode::parse("sport"), {}}};
  auto const found = [&](ContactQuery const& query, MayShow const& may_show) {
    std::vector<std::string> names;
    for (auto const& of : people_of_network(*looking, themes, query, may_show)) {
      names.push_back(of.organisation.name);
      for (auto const& one : of.people) names.push_back(one.name);
    }
    return names;
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(found({}, everybody), (Names{"Club", "Noor Bakker", "Ali"}));  // green first
  EXPECT_EQ(found({}, agreed), (Names{"Club", "Noor Bakker"}));
  EXPECT_EQ(found({.words = "bákker"}, everybody), (Names{"Club", "Noor Bakker"}));
  EXPECT_EQ(found({.words = "club"}, everybody), (Names{"Club", "Noor Bakker", "Ali"}));
  EXPECT_EQ(found({.layer = ContactLayer::orange}, everybody), (Names{"Club", "Ali"}));
  EXPECT_EQ(found({.sector = Sector::museum}, everybody), Names{});
  EXPECT_EQ(found({.theme = *ThemeCode::parse("swimming")}, everybody), (Names{"Club", "Noor Bakker"}));
  // A yes that is still to come fills no gap.
  EXPECT_EQ(found({.without = Without::orange}, agreed), (Names{"Club", "Noor Bakker", "Museum"}));
  EXPECT_EQ(found({.without = Without::green}, agreed), Names{"Museum"});
  EXPECT_EQ(found({.without = Without::anybody}, agreed), Names{"Museum"});
  auto const counts = count_layers(*looking);
  EXPECT_EQ(counts.organisations, 2U);
  EXPECT_EQ(counts.without_green, 1U);
  EXPECT_EQ(counts.without_orange, 2U);
}

// What a mail says of somebody is sealed, and no name starts another line.
TEST_F(PeopleToTurnTo, are_told_by_mail_without_leaving_their_name_in_the_outbox) {
  auto one = a_contact(Id<ContactPerson>(Uuid{1, 1}), club_.id);
  one.function = "Trainer\nBcc: all@else.example";
  one.themes.clear(), one.asked_on.reset(), one.given_on.reset(), one.entered_by.clear();
  auto const changing = store_->change_accounts();
  write_contact_mail({*changing, *secrets_, clock_.now()}, accounts::MailKind::contact_consent,
                     {"waterveen", "Waterveen\nX", "Club", one, "token"});
  changing->commit();
  auto const mail = store_->accounts()->mails_waiting().at(0);
  EXPECT_EQ(mail.about, "waterveen\nWaterveen X\nClub");
  EXPECT_EQ(mail.sealed_token.find("Noor"), std::string::npos);
  auto const said = read_contact_mail(mail.about, *secrets_->unseal(mail.sealed_token));
  EXPECT_EQ(said.token, "token");
  EXPECT_EQ(said.contact.name, "Noor Bakker");
  EXPECT_EQ(said.contact.function, "Trainer Bcc: all@else.example");
  EXPECT_EQ(said.contact.turn_to, one.turn_to);
  EXPECT_EQ(said.contact.about, one.about);
}

TEST_F(PeopleToTurnTo, are_in_the_data_of_their_account_and_go_with_it) {
  with_a_yes();
  auto const changing = store_->change_accounts();
  accounts::Person const noor{changing->new_id<accounts::Person>(),
                              *accounts::EmailAddress::parse("noor@club.example"), "Noor", "nl",
                              clock_.now()};
  changing->save(noor);
  changing->commit();
  auto const own = contacts_of(*store_, "noor@club.example");
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own[0].organisation, "Club");
  auto const data = own_data(*store_->accounts(), noor, own);
  for (auto const* word :
       {"Trainer", "015 200 30 40", "Alles over de vakantieweek", "\"given\"", "Waterveen"}) {
    EXPECT_NE(data.find(word), std::string::npos) << word;
  }
  auto const erasing = store_->change_accounts();
  ASSERT_TRUE(erase_person({*erasing, *secrets_, clock_.now()}, noor, {}));
  erasing->commit();
  EXPECT_EQ(how_many(), 0U);
}

}  // namespace wegwijzer::people
