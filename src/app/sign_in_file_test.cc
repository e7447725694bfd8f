// SPDX-License-Identifier: EUPL-1.2
#include "app/sign_in_file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "kit/temporary_folder.h"

namespace wegwijzer {

namespace {

class SignInFile : public testing::Test {
 protected:
  SignInFile() {
    write("secret", "ge heim \nnot this\n");
    std::filesystem::permissions(folder_.path("secret"), std::filesystem::perms(0600));
  }

  void write(char const* name, std::string const& text) { std::ofstream(folder_.path(name)) << text; }

  Result<OidcClient> read(std::string const& text) {
    write("stad.conf", text);
    return read_sign_in_file(folder_.path("stad.conf"), "https://wegwijzer.example");
  }

  // The key of what is wrong, and what it names.
  std::string wrong(std::string const& text) {
    auto const client = read(text);
    if (client) return "";
    auto const& error = client.error();
    EXPECT_NE(error.arguments.at(0).value.find(folder_.path("").string()), std::string::npos);
    return error.key + (error.arguments.size() > 1 ? " " + error.arguments[1].value : "");
  }

  TemporaryFolder folder_;
  std::string const good_ =
      "# The town\ncode = stad\n\nissuer=https://login.stad.example/realm\nclient_id = wegwijzer\n"
      "client_secret_file = secret\nname_nl = gemeente Stad = hier\nname_en = the town\n";
};

}  // namespace

TEST_F(SignInFile, says_all_that_is_needed) {
  auto const client = read(good_);
  ASSERT_TRUE(client) << client.error().key;
  EXPECT_EQ(client->name.code, "stad");
  EXPECT_EQ(client->name.issuer, "https://login.stad.example/realm");
  EXPECT_EQ(client->name.dutch, "gemeente Stad = hier");
  EXPECT_EQ(client->id, "wegwijzer");
  EXPECT_EQ(client->secret, "ge heim");
  EXPECT_EQ(client->way_back, "https://wegwijzer.example/sign-in/with/stad/back");
  EXPECT_FALSE(client->second_factor);
  auto const trusted = *read(good_ + "second_factor = true\nsecond_factor_acr = high\n");
  EXPECT_TRUE(trusted.second_factor);
  EXPECT_EQ(trusted.acr, "high");
  EXPECT_EQ(client->after_sign_out, "");
  EXPECT_EQ(read(good_ + "sign_out = true\n")->after_sign_out, "https://wegwijzer.example/sign-in");
}

TEST_F(SignInFile, tells_what_is_wrong_and_where) {
  EXPECT_EQ(wrong(good_ + "colour = red\n"), "sign_in_file.line_wrong 9");
  EXPECT_EQ(wrong(good_ + "code = stad\n"), "sign_in_file.line_wrong 9") << "twice";
  EXPECT_EQ(wrong("code\n"), "sign_in_file.line_wrong 1");
  EXPECT_EQ(wrong("code =\n"), "sign_in_file.line_wrong 1");
  EXPECT_EQ(wrong("code = a\tb\n"), "sign_in_file.line_wrong 1");
  EXPECT_EQ(wrong(""), "sign_in_file.word_missing code");
  EXPECT_EQ(wrong("code = stad\n"), "sign_in_file.word_missing issuer");
  EXPECT_EQ(wrong(good_ + "second_factor = yes\n"), "sign_in_file.value_wrong second_factor");
  EXPECT_EQ(wrong(good_ + "sign_out = 1\n"), "sign_in_file.value_wrong sign_out");
  auto const with = [&](std::string const& from, std::string const& to) {
    auto text = good_;
    return wrong(text.replace(text.find(from), from.size(), to));
  };
  EXPECT_EQ(with("code = stad", "code = De stad"), "sign_in_file.value_wrong code");
  for (auto const* other : {"=http://login.stad.example", "=login.stad.example", "=https://a@b.example",
                            "=https://login.stad.example?x=y", "=https://login.stad.example#x"}) {
    EXPECT_EQ(with("=https://login.stad.example/realm", other), "sign_in_file.value_wrong issuer") << other;
  }
  EXPECT_EQ(with("=https://login.stad.example/realm", "=http://127.0.0.1:3000"), "") << "to try it out";
  EXPECT_EQ(with("_file = secret", "_file = nothing"), "sign_in_file.no_secret");
}

TEST_F(SignInFile, wants_a_secret_that_not_everybody_can_read) {
  std::filesystem::permissions(folder_.path("secret"), std::filesystem::perms(0644));
  EXPECT_EQ(wrong(good_), "sign_in_file.secret_open");
  std::filesystem::permissions(folder_.path("secret"), std::filesystem::perms(0640));
  EXPECT_EQ(wrong(good_), "") << "a group of the service may";
  write("secret", "\n");
  EXPECT_EQ(wrong(good_), "sign_in_file.no_secret");
}

TEST_F(SignInFile, has_to_be_there) {
  EXPECT_EQ(read_sign_in_file(folder_.path("none"), "https://wegwijzer.example").error().key,
            "sign_in_file.not_there");
}

}  // namespace wegwijzer
