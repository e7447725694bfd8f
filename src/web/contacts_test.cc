// SPDX-License-Identifier: EUPL-1.2
// The contact list of a network: who sees whom, what the person itself may, and what somebody types to do
// harm.
#include <gtest/gtest.h>

#include "kit/visited_site.h"
#include "usecases/atlas/live.h"
#include "usecases/contact/contact_mail.h"
#include "web/mail_text.h"

namespace wegwijzer::web {

using accounts::Role;

class ContactPages : public VisitedSite {
 protected:
  ContactPages() {
    auto const writer = store_->writer(ecosystem_, {"test"});
    club_ = writer->organisations().save(an_organisation(writer->new_id<Organisation>(), "Schaakclub"))->id;
    museum_ = writer->organisations().save(an_organisation(writer->new_id<Organisation>(), "Museum"))->id;
    writer->commit();
    atlas_ = load_atlas(*store_, a_vocabulary());
  }

  using Form = std::vector<std::pair<std::string, std::string>>;

  static http::Parameters parameters(Form const& fields) {
    http::Parameters out;
    for (auto const& [name, value] : fields) out.add(name, value);
    return out;
  }

  Form typed(std::string const& name = "Noor Bakker",
             std::string const& email = "noor@schaak.example") const {
    return {{"organisation", text(club_)},
            {"name", name},
            {"function", "Trainer"},
            {"layer", "green"},
            {"email", email},
            {"phone", "015 200 30 40"},
            {"turn_to", "rooms"},
            {"about", "De zaal"},
            {"themes", "sport"}};
  }

  std::string comes(Role role, std::optional<Id<Organisation>> organisation) {
    auto const name = "p" + std::to_string(++people_);
    cookie_ = comes_in(name, role, {ecosystem_.id, organisation});
    return name + "@club.example";
  }

  std::vector<ContactPerson> all() { return store_->reader(ecosystem_)->contacts().all(); }

  std::string list() { return page(get("/workplace/waterveen/contacts")); }

  static bool says(std::string const& html, std::string const& words) {
    return html.find(words) != std::string::npos;
  }

  std::string path(ContactPerson const& one, std::string const& more = "") const {
    return "/workplace/waterveen/contacts/" + text(one.id) + more;
  }

  accounts::Mail last_mail() { return store_->accounts()->mails_waiting().back(); }

  std::string last_token() {
    auto const mail = last_mail();
    return read_contact_mail(mail.about, *secrets_->unseal(mail.sealed_token)).token;
  }

  // As a visitor, by the link of the last mail.
  http::Response answers(std::string const& token, Form fields) {
    cookie_.clear();
    fields.emplace_back("token", token);
    return ask(http::Method::post, "/e/waterveen/contact", parameters(fields).text());
  }

  ContactPerson entered(Form const& fields) {
    comes(Role::organisation_owner, club_);
    EXPECT_EQ(post("/workplace/waterveen/contacts/new", parameters(fields)).status, 303);
    return all().at(0);
  }

  ContactPerson agreed(Form const& fields) {
    auto const one = entered(fields);
    auto const token = last_token();
    EXPECT_EQ(answers(token, {{"do", "yes"}, {"version", "1"}}).status, 200);
    return all().at(0);
  }

  Ecosystem ecosystem_ = an_ecosystem();
  Id<Organisation> club_, museum_;
  int people_ = 0;
};

TEST_F(ContactPages, show_who_waits_to_who_keeps_them_only) {
  entered(typed());
  EXPECT_TRUE(says(list(), "Noor Bakker"));
  EXPECT_TRUE(says(list(), "Wacht op akkoord"));
  EXPECT_FALSE(says(list(), "sector."));
  comes(Role::provider_editor, club_);
  EXPECT_TRUE(says(list(), "Noor Bakker"));
  comes(Role::coordinator, {});
  EXPECT_TRUE(says(list(), "Noor Bakker"));
  for (auto const& [role, organisation] :
       {std::pair{Role::guide, std::optional(club_)},
        std::pair{Role::provider_editor, std::optional(museum_)},
        std::pair{Role::policy_maker, std::optional<Id<Organisation>>()}}) {
    comes(role, organisation);
    EXPECT_FALSE(says(list(), "Noor Bakker"));
  }
}

TEST_F(ContactPages, show_who_said_yes_to_everybody_with_a_role_in_the_network) {
  agreed(typed());
  for (auto const& [role, organisation] :
       {std::pair{Role::guide, std::optional(museum_)},
        std::pair{Role::provider_editor, std::optional(museum_)},
        std::pair{Role::organisation_owner, std::optional(museum_)},
        std::pair{Role::coordinator, std::optional<Id<Organisation>>()},
        std::pair{Role::policy_maker, std::optional<Id<Organisation>>()},
        std::pair{Role::ecosystem_owner, std::optional<Id<Organisation>>()}}) {
    comes(role, organisation);
    EXPECT_TRUE(says(list(), "Noor Bakker"));
    EXPECT_TRUE(says(list(), "noor@schaak.example"));
  }
  cookie_ = comes_in("elsewhere", Role::coordinator, {an_ecosystem("elders").id, std::nullopt});
  EXPECT_EQ(get("/workplace/waterveen/contacts").status, 403);
  cookie_.clear();
  EXPECT_EQ(get("/workplace/waterveen/contacts").status, 303);
}

TEST_F(ContactPages, ask_by_a_mail_that_says_what_would_stand_there) {
  entered(typed("Noor <Bakker>"));
  auto const mail = last_mail();
  EXPECT_EQ(mail.kind, accounts::MailKind::contact_consent);
  auto const there = *PublicAddress::parse("https://kaart.example");
  auto const message = *message_of(mail, *secrets_, Languages::compiled_in(), there);
  for (auto const* words : {"Naam: Noor <Bakker>\n", "Functie: Trainer\n", "Groen: ziet de kinderen zelf",
                            "https://kaart.example/e/waterveen/contact?token=", "Schaakclub", "Waterveen"}) {
    EXPECT_TRUE(says(message.text, words)) << words;
  }
  EXPECT_TRUE(says(message.html, "Noor &lt;Bakker&gt;"));
  EXPECT_FALSE(says(message.html, "<Bakker>"));
  EXPECT_FALSE(says(message.subject.text(), "Noor"));
  auto in_english = mail;
  in_english.language = "en";
  auto const english = *message_of(in_english, *secrets_, Languages::compiled_in(), there);
  EXPECT_TRUE(says(english.text, "Somebody wants to put you in the contact list of Waterveen"));
  EXPECT_TRUE(says(english.text, "https://kaart.example/en/e/waterveen/contact?token="));
}

TEST_F(ContactPages, change_nothing_by_opening_the_link) {
  entered(typed());
  auto const token = last_token();
  cookie_.clear();
  auto const shown = page(get("/e/waterveen/contact?token=" + token));
  for (auto const* words :
       {"Mag dit in de contactlijst van Waterveen?", "Ja, dit mag", "Nee, haal het weg", "Noor Bakker"}) {
    EXPECT_TRUE(says(shown, words)) << words;
  }
  EXPECT_FALSE(all().at(0).given_on);
  EXPECT_EQ(get("/e/waterveen/contact?token=x").status, 404);
  EXPECT_EQ(get("/e/nergens/contact?token=" + token).status, 404);
}

TEST_F(ContactPages, let_the_person_say_yes_see_correct_download_and_withdraw) {
  entered(typed());
  auto const token = last_token();
  EXPECT_TRUE(says(page(answers(token, {{"do", "yes"}, {"version", "1"}})), "Dank je"));
  EXPECT_TRUE(all().at(0).given_on);
  EXPECT_EQ(last_mail().kind, accounts::MailKind::contact_confirmed);
  auto fields = typed("Noor de Bakker", "else@else.example");
  fields.emplace_back("do", "correct");
  fields.emplace_back("version", "2");
  EXPECT_EQ(answers(token, fields).status, 200);
  EXPECT_EQ(all().at(0).name, "Noor de Bakker");
  EXPECT_EQ(all().at(0).email, "noor@schaak.example");
  auto const data = answers(last_token(), {{"do", "download"}});
  EXPECT_TRUE(says(page(data), "\"name\": \"Noor de Bakker\""));
  EXPECT_TRUE(says(std::string(data.headers.first("Content-Disposition").value_or("")), "attachment"));
  EXPECT_TRUE(says(page(answers(token, {{"do", "no"}})), "Je staat niet op de lijst"));
  EXPECT_TRUE(all().empty());
  for (auto const& mail : store_->accounts()->mails_waiting()) {
    EXPECT_NE(mail.to.text(), "noor@schaak.example");
  }
  EXPECT_EQ(answers(token, {{"do", "yes"}, {"version", "3"}}).status, 404);
}

TEST_F(ContactPages, show_the_person_what_changed_before_it_is_a_yes) {
  auto const one = entered(typed());
  auto const token = last_token();
  auto fields = typed("Iemand Anders");
  fields.emplace_back("version", "1");
  EXPECT_EQ(post(path(one), parameters(fields)).status, 303);
  auto const shown = page(answers(token, {{"do", "yes"}, {"version", "1"}}));
  EXPECT_TRUE(says(shown, "intussen veranderd"));
  EXPECT_TRUE(says(shown, "Iemand Anders"));
  EXPECT_FALSE(all().at(0).given_on);
}

TEST_F(ContactPages, remember_a_never) {
  entered(typed());
  answers(last_token(), {{"do", "never"}});
  EXPECT_TRUE(all().empty());
  comes(Role::coordinator, {});
  auto const again = post("/workplace/waterveen/contacts/new", parameters(typed()));
  EXPECT_EQ(again.status, 400);
  EXPECT_TRUE(says(page(again), "wil hier geen vraag meer over"));
  EXPECT_TRUE(says(page(again), "value=\"Noor Bakker\""));
}

TEST_F(ContactPages, tell_what_is_wrong_and_keep_what_was_typed) {
  comes(Role::organisation_owner, club_);
  auto const wrong =
      post("/workplace/waterveen/contacts/new",
           parameters({{"organisation", text(club_)}, {"phone", "bel maar"}, {"about", "De zaal"}}));
  EXPECT_EQ(wrong.status, 400);
  for (auto const* words : {"Kies groen of oranje", "Vul in wat deze persoon doet", "geen telefoonnummer",
                            "value=\"bel maar\"", "value=\"De zaal\""}) {
    EXPECT_TRUE(says(page(wrong), words)) << words;
  }
  auto fields = typed("Noor", "noor@hotmail.com");
  auto const is_private = post("/workplace/waterveen/contacts/new", parameters(fields));
  EXPECT_EQ(is_private.status, 400);
  EXPECT_TRUE(says(page(is_private), "hotmail.com"));
  EXPECT_TRUE(says(page(is_private), "used_by_organisation"));
  EXPECT_TRUE(all().empty());
  EXPECT_TRUE(store_->accounts()->mails_waiting().empty());
  fields.emplace_back("used_by_organisation", "yes");
  EXPECT_EQ(post("/workplace/waterveen/contacts/new", parameters(fields)).status, 303);
}

TEST_F(ContactPages, show_both_when_two_changed_one) {
  auto const one = agreed(typed());
  comes(Role::coordinator, {});
  auto fields = typed("Noor Een");
  fields.emplace_back("version", "2");
  EXPECT_EQ(post(path(one), parameters(fields)).status, 303);
  EXPECT_EQ(last_mail().kind, accounts::MailKind::contact_changed);
  auto other = typed("Noor Twee");
  other.emplace_back("version", "2");
  auto const clash = post(path(one), parameters(other));
  EXPECT_EQ(clash.status, 400);
  EXPECT_TRUE(says(page(clash), "Noor Een"));
  EXPECT_TRUE(says(page(clash), "value=\"Noor Twee\""));
  EXPECT_TRUE(says(page(clash), R"(name="version" value="3")"));
}

TEST_F(ContactPages, are_not_changed_by_others) {
  auto const one = agreed(typed());
  auto fields = typed("Iemand Anders");
  fields.emplace_back("version", "2");
  for (auto const& [role, organisation] :
       {std::pair{Role::guide, std::optional(club_)},
        std::pair{Role::provider_editor, std::optional(museum_)},
        std::pair{Role::policy_maker, std::optional<Id<Organisation>>()}}) {
    comes(role, organisation);
    EXPECT_EQ(get(path(one)).status, 403);
    EXPECT_EQ(post(path(one), parameters(fields)).status, 403);
    EXPECT_EQ(post(path(one, "/erase"), {}).status, 403);
    EXPECT_EQ(post(path(one, "/ask"), {}).status, 403);
    // The organisation of somebody else is not one that can be chosen.
    auto const entered = post("/workplace/waterveen/contacts/new", parameters(typed("Nieuw", "n@b.example")));
    EXPECT_TRUE(entered.status == 403 || entered.status == 400);
  }
  EXPECT_EQ(all().size(), 1U);
  EXPECT_EQ(all().at(0).name, "Noor Bakker");
}

// A thing of another network is not there.
TEST_F(ContactPages, of_another_network_are_missing) {
  auto const one = agreed(typed());
  auto const other = an_ecosystem("elders");
  store_->writer(other, {"test"})->commit();
  cookie_ = comes_in("lead", Role::coordinator, {other.id, std::nullopt});
  auto const there = "/workplace/elders/contacts/" + text(one.id);
  EXPECT_EQ(get(there).status, 404);
  EXPECT_EQ(post(there + "/erase", {}).status, 404);
  EXPECT_EQ(post(there + "/ask", {}).status, 404);
  EXPECT_EQ(get("/e/elders/contact?id=" + text(one.id)).status, 404);
  EXPECT_EQ(get(path(one)).status, 403);
  EXPECT_EQ(all().size(), 1U);
}

TEST_F(ContactPages, are_erased_by_who_keeps_them) {
  auto const one = agreed(typed());
  comes(Role::coordinator, {});
  EXPECT_EQ(post(path(one, "/erase"), {}).status, 303);
  EXPECT_TRUE(all().empty());
  EXPECT_EQ(get(path(one)).status, 404);
  EXPECT_TRUE(says(page(get("/workplace/waterveen/contacts?done=erased")), "niets van deze persoon bewaard"));
}

TEST_F(ContactPages, let_somebody_put_themselves_on_the_list) {
  auto const mail = comes(Role::guide, club_);
  auto const shown = page(get("/workplace/waterveen/contacts/me"));
  EXPECT_TRUE(says(shown, mail));
  EXPECT_FALSE(says(shown, text(museum_)));
  auto other = typed("Ik", "someone@else.example");
  other[0].second = text(museum_);
  EXPECT_EQ(post("/workplace/waterveen/contacts/me", parameters(other)).status, 400);
  EXPECT_EQ(post("/workplace/waterveen/contacts/me", parameters(typed("Ik", "someone@else.example"))).status,
            303);
  ASSERT_EQ(all().size(), 1U);
  EXPECT_EQ(all()[0].email, mail);
  EXPECT_EQ(all()[0].way, ConsentWay::signed_in);
  EXPECT_TRUE(all()[0].given_on);
  // Their account leads to it, without a link of a mail; nobody else's does.
  EXPECT_TRUE(says(page(get("/account")), "Wat er over jou staat bij Schaakclub"));
  EXPECT_TRUE(says(page(get("/account/data.json")), "\"function\": \"Trainer\""));
  auto const own = "/e/waterveen/contact?id=" + text(all()[0].id);
  EXPECT_EQ(get(own).status, 200);
  auto const keys = parameters({{"id", text(all()[0].id)}, {"do", "no"}});
  auto const cookie = cookie_;
  comes(Role::coordinator, {});
  EXPECT_EQ(get(own).status, 404);
  EXPECT_EQ(post("/e/waterveen/contact", keys).status, 404);
  cookie_ = cookie;
  EXPECT_EQ(post("/e/waterveen/contact", keys).status, 200);
  EXPECT_TRUE(all().empty());
}

TEST_F(ContactPages, go_with_the_account) {
  auto const mail = comes(Role::guide, club_);
  post("/workplace/waterveen/contacts/me", parameters(typed("Ik")));
  ASSERT_EQ(all().size(), 1U);
  EXPECT_EQ(post("/account/erase", parameters({{"sure", "yes"}})).status, 303);
  EXPECT_TRUE(all().empty());
}

TEST_F(ContactPages, escape_whatever_is_typed) {
  std::string const harm = "<script>alert(1)</script>\"'>";
  auto fields = typed(harm);
  for (auto& [name, value] : fields) {
    if (name == "function" || name == "about") value = harm;
  }
  auto const one = agreed(fields);
  EXPECT_EQ(one.name, harm);
  comes(Role::coordinator, {});
  for (auto const& address : {std::string("/workplace/waterveen/contacts"), path(one),
                              "/workplace/waterveen/records/organisation/" + text(club_),
                              "/workplace/waterveen/organisations/" + text(club_),
                              std::string("/workplace/waterveen/contacts?q=<script>alert")}) {
    auto const shown = page(get(address));
    EXPECT_FALSE(says(shown, "<script>alert")) << address;
    EXPECT_TRUE(says(shown, "&lt;script&gt;alert")) << address;
  }
  auto const token = last_token();
  cookie_.clear();
  auto const own = page(get("/e/waterveen/contact?token=" + token));
  EXPECT_FALSE(says(own, "<script>alert"));
  EXPECT_TRUE(says(own, "&lt;script&gt;alert"));
}

TEST_F(ContactPages, are_a_file_for_who_keeps_the_network_only) {
  auto const one = agreed(typed("=HYPERLINK(1)"));
  auto waiting = typed("Wacht Nog", "wacht@schaak.example");
  comes(Role::organisation_owner, club_);
  post("/workplace/waterveen/contacts/new", parameters(waiting));
  EXPECT_EQ(get("/workplace/waterveen/contacts.csv").status, 403);
  comes(Role::guide, club_);
  EXPECT_EQ(get("/workplace/waterveen/contacts.csv").status, 403);
  comes(Role::coordinator, {});
  auto const file = get("/workplace/waterveen/contacts.csv");
  EXPECT_EQ(file.status, 200);
  EXPECT_TRUE(says(page(file), "'=HYPERLINK(1)"));
  EXPECT_TRUE(says(page(file), "noor@schaak.example"));
  EXPECT_FALSE(says(page(file), "Wacht Nog"));
}

TEST_F(ContactPages, stand_on_no_public_page) {
  agreed(typed());
  atlas_ = load_atlas(*store_, a_vocabulary());
  for (auto const& address :
       {std::string("/organisations"), "/organisations/" + text(club_), std::string("/e/waterveen"),
        std::string("/e/waterveen/network"), "/api/v1/organisations/" + text(club_),
        std::string("/organisations?q=Noor"), std::string("/e/waterveen/data")}) {
    auto const shown = page(get(address));
    EXPECT_FALSE(says(shown, "Noor Bakker")) << address;
    EXPECT_FALSE(says(shown, "noor@schaak")) << address;
  }
}

TEST_F(ContactPages, tell_where_nobody_is_yet) {
  agreed(typed());
  comes(Role::coordinator, {});
  auto const home = page(get("/workplace/waterveen"));
  EXPECT_TRUE(says(home, "1 organisatie heeft niemand in de groene laag"));
  EXPECT_TRUE(says(home, "2 organisaties hebben niemand in de oranje laag"));
  auto const without = page(get("/workplace/waterveen/contacts?without=green"));
  EXPECT_TRUE(says(without, "Museum</a>"));
  EXPECT_FALSE(says(without, "Noor Bakker"));
  auto const record = page(get("/workplace/waterveen/records/organisation/" + text(club_)));
  EXPECT_TRUE(says(record, "1 in de groene laag, 0 in de oranje laag."));
  EXPECT_TRUE(says(record, "Noor Bakker"));
}

TEST_F(ContactPages, ask_again_when_it_may) {
  auto const one = entered(typed());
  auto const early = post(path(one, "/ask"), {});
  EXPECT_EQ(early.status, 400);
  EXPECT_TRUE(says(page(early), "kan het weer"));
  auto const writer = store_->writer(ecosystem_, {"test"});
  writer->kept_contacts().forget_mailboxes(date(2030, 1, 1));
  writer->commit();
  EXPECT_EQ(post(path(one, "/ask"), {}).status, 303);
  EXPECT_EQ(store_->accounts()->mails_waiting().size(), 2U);
}

// A form from elsewhere does nothing, also without signing in.
TEST_F(ContactPages, take_no_answer_from_another_site) {
  entered(typed());
  auto const token = last_token();
  cookie_.clear();
  http::Headers headers;
  headers.add("Host", "wegwijzer.example");
  headers.add("Sec-Fetch-Site", "cross-site");
  auto const answer = ask(http::Method::post, "/e/waterveen/contact",
                          parameters({{"token", token}, {"do", "yes"}, {"version", "1"}}).text(), headers);
  EXPECT_EQ(answer.status, 403);
  EXPECT_FALSE(all().at(0).given_on);
}

}  // namespace wegwijzer::web
