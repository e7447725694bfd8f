// SPDX-License-Identifier: EUPL-1.2
#include "web/html.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace wegwijzer::web {

namespace {

template <std::size_t size>
struct Literal {
  consteval Literal(char const (&from)[size]) { std::copy_n(from, size, text); }

  char text[size];
};

// Whether the compiler takes it as HTML.
template <Literal literal>
concept accepted =
    requires { typename std::integral_constant<std::size_t, markup::Checker(literal.text).run().count>; };

}  // namespace

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

TEST(Html, knows_a_picture_with_sources) {
  EXPECT_EQ(html(R"(<picture><source srcset="{}"><img src="{}" alt=""></picture>)",
                 Url::path("/donker").with("a", "b c"), Url::path("/licht"))
                .text(),
            R"(<picture><source srcset="/donker?a=b%20c"><img src="/licht" alt=""></picture>)");
}

TEST(Html, refuses_at_compile_time_what_does_not_fit_its_place) {
  static_assert(!markup::fits<Html>(markup::Place::attribute));
  static_assert(!markup::fits<std::string>(markup::Place::address));
  static_assert(!markup::fits<std::string>(markup::Place::flag));
  static_assert(markup::fits<std::string>(markup::Place::text));
}

TEST(Html, takes_a_script_only_from_a_file_or_as_data) {
  static_assert(accepted<R"(<script src="{}" defer></script>)">);
  static_assert(accepted<R"(<p>{}</p><script type="application/ld+json">{}</script>)">);
  static_assert(!accepted<"<script>{}</script>">);
  static_assert(!accepted<R"(<script type="text/javascript">{}</script>)">);
  static_assert(!accepted<R"(<script type="{}">{}</script>)">);
  static_assert(!accepted<R"(<script type="application/ld+json" src="{}">{}</script>)">);
  static_assert(!accepted<R"(<script type="application/ld+json">{} {}</script>)">);
  static_assert(!accepted<R"(<script type="application/ld+json">{"a":{}}</script>)">);
  static_assert(!accepted<R"(<script type="application/ld+json">alert(1)</script>)">);
  static_assert(!accepted<R"(<script type="application/ld+json">{})">);
  static_assert(!markup::fits<std::string>(markup::Place::data));
  static_assert(!markup::fits<Html>(markup::Place::data));
  static_assert(!markup::fits<JsonBlock>(markup::Place::text));
  static_assert(!markup::fits<JsonBlock>(markup::Place::attribute));
}

TEST(Html, data_cannot_end_its_element) {
  nlohmann::ordered_json const value{{"name", "</script><!-- <script> & \"'"}};
  auto const block = html(R"(<script type="application/ld+json">{}</script>)", JsonBlock(value)).text();
  EXPECT_EQ(
      block,
      R"(<script type="application/ld+json">{"name":"\u003c/script>\u003c!-- \u003cscript> & \"'"}</script>)");
  auto const inside = block.substr(markup::data_begin.size(),
                                   block.size() - markup::data_begin.size() - markup::data_end.size());
  EXPECT_EQ(nlohmann::ordered_json::parse(inside), value);
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
