// SPDX-License-Identifier: EUPL-1.2
#include "http/multipart.h"

#include <gtest/gtest.h>

#include "kit/sent_form.h"

namespace wegwijzer::http {

namespace {

std::optional<std::vector<Part>> read(std::string_view body) {
  return read_parts(body, "b", 5);
}

// The bytes of one part with that head; nothing when it is refused.
std::optional<std::string> with_head(std::string const& head, std::string const& bytes = "x") {
  auto const body = "--b\r\n" + head + "\r\n\r\n" + bytes + "\r\n--b--\r\n";
  auto const parts = read(body);
  return parts ? std::optional(std::string(parts->front().bytes)) : std::nullopt;
}

constexpr char const* named = R"(Content-Disposition: form-data; name="a")";

}  // namespace

TEST(Multipart, is_read_as_browsers_send_it) {
  SentForm form;
  form.field("description", "Een kind\r\naan een werkbank");
  form.file("picture", "IMG 1.jpg", std::string("\xff\xd8\0\r\n--\r\n", 10));
  auto const body = form.body();
  auto const parts = read_parts(body, *boundary_of(form.type()), 5);
  ASSERT_TRUE(parts.has_value());
  ASSERT_EQ(parts->size(), 2U);
  EXPECT_EQ(parts->at(0).name, "description");
  EXPECT_EQ(parts->at(0).file, std::nullopt);
  EXPECT_EQ(parts->at(0).bytes, "Een kind\r\naan een werkbank");
  EXPECT_EQ(parts->at(1).name, "picture");
  EXPECT_EQ(parts->at(1).file, "IMG 1.jpg");
  EXPECT_EQ(parts->at(1).bytes, std::string_view("\xff\xd8\0\r\n--\r\n", 10));
}

TEST(Multipart, may_be_empty_in_every_place_where_a_browser_leaves_it_so) {
  EXPECT_EQ(read("--b--")->size(), 0U);
  EXPECT_EQ(with_head(named, ""), "");
  EXPECT_EQ(with_head(R"(Content-Disposition: form-data; name=""; filename="")", ""), "");
}

TEST(Multipart, knows_its_boundary_only_as_it_should_be_written) {
  EXPECT_EQ(boundary_of("multipart/form-data; boundary=----WebKitFormBoundary7MA4"),
            "----WebKitFormBoundary7MA4");
  EXPECT_EQ(boundary_of("Multipart/Form-Data;boundary=\"a'b\""), "a'b");
  for (auto const* const wrong :
       {"multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=b",
        "multipart/form-data; charset=utf-8; boundary=b", "multipart/form-data; boundary=b; charset=utf-8",
        "multipart/form-data; boundary=\"", "multipart/form-data; boundary=a b"})
    EXPECT_EQ(boundary_of(wrong), std::nullopt) << wrong;
  EXPECT_EQ(boundary_of("multipart/form-data; boundary=" + std::string(71, 'x')), std::nullopt);
}

TEST(Multipart, is_refused_where_two_programs_could_read_it_in_two_ways) {
  std::string const name = named;
  EXPECT_EQ(with_head(name), "x");
  EXPECT_EQ(with_head("Content-Type: text/plain\r\n" + name), "x");
  for (auto const& head :
       {std::string("Content-Type: text/plain"), name + "\r\n" + name, " " + name, name + ";", name + " ",
        name + "\r\nContent-Transfer-Encoding: base64", name + "\r\nX",
        std::string("Content-Disposition:form-data; name=\"a\""),
        std::string("Content-Disposition: form-data; name=a"), name + "; filename*=UTF-8''x",
        name + "; filename=x", name + "; filename=\"x\"; size=1",
        std::string("Content-Disposition: attachment; name=\"a\""),
        std::string("Content-Disposition: form-data; name=\"a\xff\""),
        std::string("Content-Disposition: form-data; name=\"a\tb\""),
        name + "\r\nContent-Type: " + std::string(3'000, 'x')})
    EXPECT_EQ(with_head(head), std::nullopt) << head.substr(0, 200);
}

TEST(Multipart, ends_where_it_says_and_nowhere_else) {
  std::string const part = "--b\r\n" + std::string(named) + "\r\n\r\nx\r\n";
  EXPECT_TRUE(read(part + "--b--").has_value());
  EXPECT_TRUE(read(part + "--b--\r\n").has_value());
  for (auto const& wrong :
       {std::string(), std::string("x"), std::string("--b"), "x" + part + "--b--", "\r\n" + part + "--b--",
        part, part + "--b", part + "--b\r\n", part + "--b--x", part + "--b--\r\n\r\n", part + "--bc--",
        part + "--b \r\n", "--b\r\n" + std::string(named) + "\r\nx\r\n--b--"})
    EXPECT_FALSE(read(wrong).has_value()) << wrong;
}

TEST(Multipart, holds_so_many_parts_and_no_more) {
  std::string body;
  for (int i = 0; i < 5; ++i) body += "--b\r\n" + std::string(named) + "\r\n\r\nx\r\n";
  EXPECT_EQ(read(body + "--b--")->size(), 5U);
  EXPECT_FALSE(read(body + "--b\r\n" + std::string(named) + "\r\n\r\nx\r\n--b--").has_value());
}

}  // namespace wegwijzer::http
