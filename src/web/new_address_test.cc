// SPDX-License-Identifier: EUPL-1.2
// Changing one's mail address, as its owner and as who would like to have the account.
#include <gtest/gtest.h>

#include "kit/visited_site.h"
#include "web/mail_text.h"

namespace wegwijzer::web {

using accounts::MailKind;
using accounts::Role;

class NewAddressPages : public VisitedSite {
 protected:
  NewAddressPages() { cookie_ = comes_in("anna", Role::guide, museum_); }

  static http::Parameters with(std::string const& name, std::string const& value) {
    http::Parameters form;
    form.add(name, value);
    return form;
  }

  http::Response asks(std::string const& mail) { return post("/account/address", with("mail", mail)); }

  bool has(std::string const& mail) {
    return store_->accounts()->person(*accounts::EmailAddress::parse(mail)).has_value();
  }

  // The path in the newest mail of that kind.
  std::string mailed(MailKind kind) {
    std::string path;
    for (auto const& mail : store_->accounts()->mails_waiting()) {
      if (mail.kind != kind) continue;
      auto const message = *message_of(mail, *secrets_, languages_, address_);
      auto const begin = message.text.find(address_.text()) + address_.text().size();
      path = message.text.substr(begin, message.text.find('\n', begin) - begin);
    }
    return path;
  }

  http::Response confirms(std::string const& path) {
    return post("/account/address/confirm", with("token", path.substr(path.find('=') + 1)));
  }

  void later(std::chrono::minutes how_much) { clock_.set(clock_.now() + how_much); }

  Languages languages_ = Languages::compiled_in();
  PublicAddress address_ = *PublicAddress::parse("https://wegwijzer.example");
  accounts::Place museum_{an_ecosystem().id, Id<Organisation>(Uuid{1, 1})};
};

TEST_F(NewAddressPages, go_from_asking_to_having_it) {
  EXPECT_NE(page(get("/account")).find("href=\"/account/address\""), std::string::npos);
  EXPECT_EQ(location(asks("anna@museum.example")), "/account/address");
  EXPECT_NE(page(get("/account/address")).find("anna@museum.example"), std::string::npos);
  auto const link = mailed(MailKind::address_confirm);
  ASSERT_EQ(link.find("/account/address/confirm?token="), 0U);
  auto const shown = get(link);
  EXPECT_EQ(shown.status, 200);
  EXPECT_NE(page(shown).find("anna@club.example"), std::string::npos);
  EXPECT_TRUE(has("anna@club.example")) << "looking does not use it up";
  EXPECT_EQ(location(confirms(link)), "/account");
  EXPECT_TRUE(has("anna@museum.example"));
  EXPECT_FALSE(has("anna@club.example"));
  EXPECT_NE(page(get("/account")).find("anna@museum.example"), std::string::npos);
  EXPECT_EQ(confirms(link).status, 404);
}

TEST_F(NewAddressPages, answer_alike_whether_somebody_has_it) {
  comes_in("bert", Role::guide, museum_);
  auto const answered = [&](std::string const& mail) {
    auto const answer = asks(mail);
    auto text = page(get("/account/address"));
    for (auto at = text.find(mail); at != text.npos; at = text.find(mail)) text.replace(at, mail.size(), "X");
    return std::pair(std::to_string(answer.status) + location(answer), text);
  };
  EXPECT_EQ(answered("bert@club.example"), answered("nobody@club.example"));
  EXPECT_EQ(mailed(MailKind::address_taken), "/account");
  EXPECT_EQ(mailed(MailKind::address_asked), "/account/address") << "where it is withdrawn";
}

TEST_F(NewAddressPages, show_a_stranger_nothing_and_give_them_nothing) {
  asks("slip@museum.example");
  auto const link = mailed(MailKind::address_confirm);
  auto const anna = cookie_;
  for (auto const& who : {std::string(), comes_in("carl", Role::guide, museum_)}) {
    cookie_ = who;
    auto const seen = get(link);
    EXPECT_EQ(page(seen).find("anna@"), std::string::npos);
    EXPECT_EQ(page(seen).find("slip@"), std::string::npos);
    EXPECT_EQ(page(seen).find("name=\"token\""), std::string::npos);
    EXPECT_EQ(confirms(link).status, 403);
  }
  EXPECT_TRUE(has("anna@club.example"));
  cookie_ = anna;
  EXPECT_EQ(location(confirms(link)), "/account");
}

TEST_F(NewAddressPages, ask_for_the_password_unless_a_mail_was_read_just_now) {
  later(std::chrono::minutes(15));
  EXPECT_EQ(page(get("/account/address")).find("name=\"old\""), std::string::npos);
  EXPECT_NE(page(get("/account/address")).find("action=\"/sign-in/link\""), std::string::npos) << "has none";
  EXPECT_EQ(asks("anna@museum.example").status, 403);
  {
    auto const changing = store_->change_accounts();
    auto const anna = *changing->person(*accounts::EmailAddress::parse("anna@club.example"));
    changing->save_password(anna.id, secrets_->password_hash("paard batterij nietje"));
    changing->commit();
  }
  EXPECT_NE(page(get("/account/address")).find("name=\"old\""), std::string::npos);
  EXPECT_EQ(asks("anna@museum.example").status, 400);
  auto form = with("mail", "anna@museum.example");
  form.add("old", "paard batterij nietje");
  EXPECT_EQ(location(post("/account/address", form)), "/account/address");
}

TEST_F(NewAddressPages, take_it_back) {
  EXPECT_EQ(post("/account/address/withdraw", {}).status, 404);
  asks("anna@museum.example");
  EXPECT_EQ(location(post("/account/address/withdraw", {})), "/account/address");
  EXPECT_EQ(page(get("/account/address")).find("anna@museum.example"), std::string::npos);
  auto const over = get(mailed(MailKind::address_confirm));
  EXPECT_EQ(over.status, 404);
  EXPECT_NE(page(over).find("href=\"/account/address\""), std::string::npos) << "to begin anew";
}

TEST_F(NewAddressPages, say_what_is_wrong_beside_the_field) {
  for (auto const* wrong : {"geen adres", "", "anna@club.example", "a@b\r\nBcc: c@d.example"}) {
    auto const answer = asks(wrong);
    EXPECT_EQ(answer.status, 400) << wrong;
    EXPECT_NE(page(answer).find("id=\"mail-problem\""), std::string::npos) << wrong;
  }
  EXPECT_TRUE(store_->accounts()->mails_waiting().empty());
}

TEST_F(NewAddressPages, send_only_so_many_mails) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(asks("x" + std::to_string(i) + "@museum.example").status, 303);
  EXPECT_EQ(asks("y@museum.example").status, 503);
}

}  // namespace wegwijzer::web
