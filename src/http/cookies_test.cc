// SPDX-License-Identifier: EUPL-1.2
#include "http/cookies.h"

#include <gtest/gtest.h>

namespace wegwijzer::http {

namespace {

Request with(std::initializer_list<Header> fields) {
  Request request;
  for (auto const& [name, value] : fields) request.headers.add(name, value);
  return request;
}

}  // namespace

TEST(Cookies, are_read_by_name) {
  CookieJar const plain{}, tls{.behind_tls = true};
  auto const request = with({{"Cookie", "a=b; wegwijzer=token-1; __Host-wegwijzer=token_2"}});
  EXPECT_EQ(plain.read(request), "token-1");
  EXPECT_EQ(tls.read(request), "token_2");
  EXPECT_FALSE(plain.read(with({})));
  EXPECT_FALSE(plain.read(with({{"Cookie", "xwegwijzer=1; wegwijzerx=2; wegwijzer"}})));
}

TEST(Cookies, that_come_twice_are_not_believed) {
  CookieJar const jar{};
  EXPECT_FALSE(jar.read(with({{"Cookie", "wegwijzer=a; wegwijzer=b"}})));
  EXPECT_FALSE(jar.read(with({{"Cookie", "wegwijzer=a"}, {"Cookie", "wegwijzer=b"}})));
}

TEST(Cookies, are_out_of_reach_of_scripts_other_sites_and_plain_lines) {
  Response plain, tls;
  CookieJar{}.set(plain, "abc");
  CookieJar{.behind_tls = true}.set(tls, "abc");
  EXPECT_EQ(plain.headers.first("Set-Cookie"), "wegwijzer=abc; Path=/; HttpOnly; SameSite=Lax");
  EXPECT_EQ(tls.headers.first("Set-Cookie"), "__Host-wegwijzer=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
}

TEST(Cookies, of_a_form_from_elsewhere_do_not_count) {
  auto const sent = [](std::initializer_list<Header> fields) { return sent_from_this_host(with(fields)); };
  EXPECT_TRUE(sent({{"Host", "a.example"}, {"Sec-Fetch-Site", "same-origin"}}));
  EXPECT_TRUE(sent({{"Host", "a.example"}, {"Origin", "https://a.example"}}));
  EXPECT_FALSE(sent({{"Host", "a.example"}}));
  EXPECT_FALSE(sent({{"Host", "a.example"}, {"Sec-Fetch-Site", "none"}}));
  EXPECT_FALSE(sent({{"Host", "a.example"}, {"Sec-Fetch-Site", "cross-site"}}));
  EXPECT_FALSE(sent({{"Host", "a.example"}, {"Sec-Fetch-Site", "same-site"}}));
  EXPECT_FALSE(sent({{"Host", "a.example"}, {"Origin", "https://b.example"}}));
  EXPECT_FALSE(sent({{"Host", "a.example"}, {"Origin", "null"}}));
  EXPECT_TRUE(sent({{"Host", "a.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "same-origin"}}));
  EXPECT_FALSE(sent({{"Host", "a.example"}, {"Origin", "https://a.example.evil.example"}}));
  EXPECT_FALSE(
      sent({{"Host", "a.example"}, {"Origin", "https://b.example"}, {"Sec-Fetch-Site", "same-origin"}}));
}

}  // namespace wegwijzer::http
