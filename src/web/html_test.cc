// SPDX-License-Identifier: EUPL-1.2
#include "web/html.h"

#include <gtest/gtest.h>

namespace wegwijzer::web {

TEST(Html, escapes_text_and_attributes) {
  EXPECT_EQ(html(R"(<p title="{}">{}</p>)", "\"a\"", "<b> & 'c'").text(),
            R"(<p title="&quot;a&quot;">&lt;b&gt; &amp; &#39;c&#39;</p>)");
}

TEST(Html, keeps_markup_that_is_already_html) {
  EXPECT_EQ(html("<ul>{}</ul>", html("<li>{}</li>", 3)).text(), "<ul><li>3</li></ul>");
}

TEST(Html, shows_flags_only_when_on) {
  EXPECT_EQ(html(R"(<input {} {}>)", Flag{"checked", true}, Flag{"disabled", false}).text(),
            "<input checked >");
}

TEST(Html, takes_addresses_of_their_own_type) {
  EXPECT_EQ(html(R"(<a href="{}">x</a>)", Url::path("/zoek").with("q", "a&b \"c")).text(),
            R"(<a href="/zoek?q=a%26b%20%22c">x</a>)");
}

TEST(Html, refuses_at_compile_time_what_does_not_fit_its_place) {
  static_assert(!markup::fits<Html>(markup::Place::attribute));
  static_assert(!markup::fits<std::string>(markup::Place::address));
  static_assert(!markup::fits<std::string>(markup::Place::flag));
  static_assert(markup::fits<std::string>(markup::Place::text));
}

TEST(Url, refuses_scripts_as_websites) {
  EXPECT_FALSE(Url::website("javascript:alert(1)"));
  EXPECT_FALSE(Url::website("https://a b"));
  EXPECT_TRUE(Url::website("https://techniekhuis.example/aanbod?a=b"));
}

TEST(Url, encodes_what_it_is_given) {
  EXPECT_EQ(Url::path("/e").segment("a/b é").text(), "/e/a%2Fb%20%C3%A9");
  EXPECT_EQ(Url::telephone("06-12 34 56 78").text(), "tel:0612345678");
}

}  // namespace wegwijzer::web
