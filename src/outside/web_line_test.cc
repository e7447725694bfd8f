// SPDX-License-Identifier: EUPL-1.2
// What another server can do to who asks it.
#include "outside/web_line.h"

#include <gtest/gtest.h>

#include <thread>

#include "http/server.h"

namespace wegwijzer {

namespace {

class WebLineTest : public testing::Test {
 protected:
  WebLineTest()
      : server_(*http::Server::start(settings(),
                                     [this](http::Request const& request) { return say(request); })) {}

  static http::Settings settings() {
    http::Settings settings;
    settings.port = 0;
    return settings;
  }

  http::Response say(http::Request const& request) {
    auto const path = request.path.text();
    if (path == "/elsewhere") return http::redirect("/good");
    if (path == "/large") return http::plain(std::string(300'000, 'a'));
    if (path == "/error") return http::problem(500);
    if (path == "/slow") std::this_thread::sleep_for(std::chrono::seconds(6));
    if (path == "/form") {
      return http::plain(std::string(request.form.first("code").value_or("")) + " " +
                         std::string(request.headers.first("Authorization").value_or("")));
    }
    return http::plain("good");
  }

  WebAddress at(std::string const& path) const {
    return *WebAddress::parse("http://127.0.0.1:" + std::to_string(server_.port()) + path);
  }

  std::string why_not(std::string const& path) const {
    auto const answer = web_line()({.address = at(path)});
    return answer ? "" : answer.error().key;
  }

  http::Server server_;
};

}  // namespace

TEST_F(WebLineTest, gives_what_was_answered) {
  EXPECT_EQ(*web_line()({.address = at("/good")}), "good");
}

TEST_F(WebLineTest, sends_a_form_with_a_name_and_a_secret) {
  EXPECT_EQ(*web_line()({.address = at("/form"), .form = "code=a%26b", .user = "me", .password = "x%3Ay"}),
            "a&b Basic bWU6eCUzQXk=");
}

TEST_F(WebLineTest, goes_nowhere_else_and_takes_no_more_than_it_can_hold) {
  for (auto const* path : {"/elsewhere", "/large", "/error"}) {
    EXPECT_EQ(why_not(path), "account.elsewhere_away") << path;
  }
}

TEST_F(WebLineTest, waits_for_a_few_seconds_only) {
  auto const begin = std::chrono::steady_clock::now();
  EXPECT_EQ(why_not("/slow"), "account.elsewhere_away");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(5500));
}

TEST(WebLine, to_nobody_has_no_answer) {
  EXPECT_FALSE(web_line()({.address = *WebAddress::parse("http://127.0.0.1:1/x")}));
}

TEST(WebLine, encodes_what_has_a_meaning) {
  EXPECT_EQ(form_encoded("aZ9-._~ &=+/é%"), "aZ9-._~%20%26%3D%2B%2F%C3%A9%25");
}

}  // namespace wegwijzer
