// SPDX-License-Identifier: EUPL-1.2
#include "http/request.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/check.h"
#include "http/framing.h"
#include "http/percent.h"

namespace wegwijzer::http {

TEST(Path, is_read_in_decoded_segments) {
  auto const path = Path::parse("/aanbod/%C3%A9%C3%A9n+%20twee");
  EXPECT_EQ(path->segments(), (std::vector<std::string>{"aanbod", "één+ twee"}));
  EXPECT_FALSE(path->ends_in_slash());
  EXPECT_TRUE(Path::parse("/aanbod/")->ends_in_slash());
  EXPECT_TRUE(Path::parse("/")->segments().empty());
  EXPECT_EQ(Path::parse("/"), Path());
}

TEST(Path, refuses_what_leads_astray) {
  for (auto const* text : {"", "aanbod", "//a", "/a//b", "/.", "/a/..", "/%2E%2e/a", "/a%2Fb", "/a%5C",
                           "/%00", "/%0a", "/%", "/%c", "/%c3", "/%xy"}) {
    EXPECT_FALSE(Path::parse(text)) << text;
  }
}

RC_GTEST_PROP(Path, prints_what_it_reads, ()) {
  auto const words = *rc::gen::container<std::vector<std::string>>(
      rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', 'z'))));
  std::string text;
  for (auto const& word : words) text += "/" + word;
  if (text.empty()) text = "/";
  RC_ASSERT(Path::parse(text)->text() == text);
}

TEST(Parameters, keep_their_order_and_repeat) {
  auto const query = Parameters::parse("thema=natuur&thema=kunst+%26+taal&leeg&=x&&leeftijd=8");
  EXPECT_EQ(query->all("thema"), (std::vector<std::string_view>{"natuur", "kunst & taal"}));
  EXPECT_EQ(query->first("leeftijd"), "8");
  EXPECT_EQ(query->first("leeg"), "");
  EXPECT_EQ(query->first("anders"), std::nullopt);
  EXPECT_EQ(query->size(), 5U);
}

TEST(Parameters, refuse_bad_encodings_and_floods) {
  for (auto const* text : {"a=%", "a=%f", "%00=b", "a=%ff"}) {
    EXPECT_EQ(Parameters::parse(text).error().key, "request.bad_parameters") << text;
  }
  EXPECT_EQ(Parameters::parse("a&b&c", 2).error().key, "request.too_many_parameters");
}

RC_GTEST_PROP(Parameters, read_what_they_print, ()) {
  auto const word = rc::gen::container<std::string>(rc::gen::inRange('\x01', '\x7f'));
  auto const fields =
      *rc::gen::container<std::vector<std::pair<std::string, std::string>>>(rc::gen::pair(word, word));
  Parameters parameters;
  for (auto const& [name, value] : fields) parameters.add(name, value);
  RC_ASSERT(*Parameters::parse(parameters.text()) == parameters);
}

TEST(Percent, encodes_all_but_plain_signs) {
  EXPECT_EQ(percent_encoded("a-b.c_~ é/&"), "a-b.c_~%20%C3%A9%2F%26");
  EXPECT_EQ(percent_decoded("%41%4a"), "AJ");
}

TEST(Headers, compare_names_without_case) {
  Headers headers;
  headers.add("Accept", "a");
  headers.add("ACCEPT", "b");
  EXPECT_EQ(headers.first("accept"), "a");
  EXPECT_EQ(headers.joined("Accept"), "a, b");
  headers.set("accept", "c");
  EXPECT_EQ(headers.all("Accept"), (std::vector<std::string_view>{"c"}));
}

TEST(Headers, cannot_hold_a_second_header_in_a_value) {
  Headers headers;
  EXPECT_THROW(headers.add("Location", "/a\r\nSet-Cookie: b"), Broken);
  EXPECT_THROW(headers.add("Location", "/a\nb"), Broken);
  EXPECT_THROW(headers.add("Location", std::string("/a\0b", 4)), Broken);
  EXPECT_THROW(headers.add("Loca tion", "/a"), Broken);
  EXPECT_THROW(headers.add("", "/a"), Broken);
}

TEST(Framing, leaves_no_doubt_where_a_request_ends) {
  auto const with = [](std::vector<Header> const& fields, Version version = Version::http_1_1) {
    Headers headers;
    headers.add("Host", "wegwijzer.example:8080");
    for (auto const& field : fields) headers.add(field.name, field.value);
    return framing_problem(headers, version).has_value();
  };
  EXPECT_FALSE(with({}));
  EXPECT_FALSE(with({{"Content-Length", "12"}}));
  EXPECT_FALSE(with({{"Transfer-Encoding", "Chunked"}}));
  EXPECT_TRUE(with({{"Content-Length", "12"}, {"content-length", "12"}}));
  EXPECT_TRUE(with({{"Content-Length", "12"}, {"Transfer-Encoding", "chunked"}}));
  EXPECT_TRUE(with({{"Transfer-Encoding", "chunked, chunked"}}));
  EXPECT_TRUE(with({{"Transfer-Encoding", "chunked"}}, Version::http_1_0));
  EXPECT_TRUE(with({{"Host", "other"}}));
}

TEST(Framing, reads_a_length_of_digits_only) {
  EXPECT_EQ(content_length("0012"), 12U);
  for (auto const* text : {"", "-0", "+1", " 1", "1 ", "1,1", "0x1", "9223372036854775808"}) {
    EXPECT_EQ(content_length(text), std::nullopt) << text;
  }
}

}  // namespace wegwijzer::http
