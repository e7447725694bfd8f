// SPDX-License-Identifier: EUPL-1.2
#include "http/delivery.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <zlib.h>

#include "base/check.h"
#include "http/compress.h"
#include "http/conditional.h"
#include "http/security_headers.h"
#include "http/static_files.h"

namespace wegwijzer::http {

using ::testing::HasSubstr;
using ::testing::Not;

namespace {

Request a_request(std::vector<Header> const& fields = {}, Method method = Method::get) {
  Request request{.method = method};
  for (auto const& field : fields) request.headers.add(field.name, field.value);
  return request;
}

std::string gunzipped(std::string_view bytes, std::size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  check(inflateInit2(&stream, 15 + 16) == Z_OK, "zlib starts");
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  check(inflate(&stream, Z_FINISH) == Z_STREAM_END, "the whole comes out");
  inflateEnd(&stream);
  return out;
}

std::string const long_page(5000, 'a');

}  // namespace

TEST(EntityTag, differs_for_other_bytes) {
  EXPECT_EQ(etag_of("a"), etag_of("a"));
  EXPECT_NE(etag_of("a"), etag_of("b"));
  EXPECT_EQ(etag_of("").size(), 34U);  // 128 bits as hexadecimal digits, and two quotes
}

TEST(EntityTag, is_found_in_a_list) {
  EXPECT_TRUE(names_tag("\"x\", W/\"y\"", "\"y\""));
  EXPECT_TRUE(names_tag(" * ", "\"y\""));
  EXPECT_FALSE(names_tag("\"x\"", "\"y\""));
  EXPECT_FALSE(names_tag("", "\"y\""));
}

TEST(Delivery, says_304_to_who_has_the_page_already) {
  auto const first = delivered(a_request(), html("dag"));
  auto const tag = std::string(*first.headers.first("ETag"));
  for (auto const method : {Method::get, Method::head}) {
    auto const again = delivered(a_request({{"If-None-Match", tag}}, method), html("dag"));
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.headers.first("ETag"), tag);
    EXPECT_FALSE(again.headers.has("Content-Type"));
    EXPECT_TRUE(again.body.bytes().empty());
  }
  EXPECT_EQ(delivered(a_request({{"If-None-Match", tag}}), html("nacht")).status, 200);
}

TEST(Delivery, lets_a_browser_ask_each_time_unless_the_page_says_otherwise) {
  EXPECT_EQ(delivered(a_request(), html("dag")).headers.first("Cache-Control"), "no-cache");
  auto lasting = html("dag");
  lasting.headers.add("Cache-Control", keep::forever);
  EXPECT_EQ(delivered(a_request(), lasting).headers.all("Cache-Control").size(), 1U);
}

TEST(Delivery, leaves_other_answers_alone) {
  EXPECT_FALSE(delivered(a_request({}, Method::post), html("dag")).headers.has("ETag"));
  EXPECT_FALSE(delivered(a_request(), html("weg", 404)).headers.has("ETag"));
  auto personal = html("dag");
  personal.headers.add("Cache-Control", keep::never);
  EXPECT_FALSE(delivered(a_request(), personal).headers.has("ETag"));
}

TEST(Delivery, compresses_a_long_text_for_who_accepts_it) {
  auto const plain_one = delivered(a_request(), html(long_page));
  auto const response = delivered(a_request({{"Accept-Encoding", "br, gzip"}}), html(long_page));
  EXPECT_EQ(response.headers.first("Content-Encoding"), "gzip");
  EXPECT_EQ(gunzipped(response.body.bytes(), long_page.size()), long_page);
  EXPECT_FALSE(plain_one.headers.has("Content-Encoding"));
  EXPECT_NE(response.headers.first("ETag"), plain_one.headers.first("ETag"));
  EXPECT_EQ(response.headers.first("Vary"), "Accept-Encoding");
  EXPECT_EQ(plain_one.headers.first("Vary"), "Accept-Encoding");
}

TEST(Delivery, says_304_for_the_encoding_that_was_seen) {
  auto const gzip_accepted = Header{"Accept-Encoding", "gzip"};
  auto const first = delivered(a_request({gzip_accepted}), html(long_page));
  auto const seen = Header{"If-None-Match", std::string(*first.headers.first("ETag"))};
  EXPECT_EQ(delivered(a_request({gzip_accepted, seen}), html(long_page)).status, 304);
  EXPECT_EQ(delivered(a_request({seen}), html(long_page)).status, 200);
}

TEST(Delivery, does_not_compress_what_does_not_pay_or_could_leak) {
  auto const accepting = a_request({{"Accept-Encoding", "gzip"}});
  auto const compressed = [&](Response const& response) {
    return delivered(accepting, response).headers.has("Content-Encoding");
  };
  EXPECT_FALSE(compressed(html(std::string(1023, 'a'))));
  EXPECT_TRUE(compressed(html(std::string(1024, 'a'))));
  EXPECT_FALSE(compressed(file(Body(long_page), "image/png")));
  auto personal = html(long_page);
  personal.headers.add("Cache-Control", keep::never);
  EXPECT_FALSE(compressed(personal));
}

TEST(Gzip, is_accepted_by_name_or_by_star_unless_refused) {
  for (auto const* accept : {"gzip", "GZIP;q=0.1", "*", "br;q=1, gzip;q=0.001"}) {
    EXPECT_TRUE(accepts_gzip(accept));
  }
  for (auto const* accept : {"", "br", "gzip;q=0", "*, gzip;q=0.000", "*;q=0", "gzip;q=2"}) {
    EXPECT_FALSE(accepts_gzip(accept)) << accept;
  }
}

RC_GTEST_PROP(Gzip, gives_back_what_went_in, (std::string const& text)) {
  RC_ASSERT(gunzipped(gzip(text, Effort::quick), text.size()) == text);
}

TEST(SecurityHeaders, are_what_the_page_allows) {
  auto response = html("dag");
  add_security_headers(response, {});
  EXPECT_EQ(
      response.headers.first("Content-Security-Policy"),
      "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
      "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  EXPECT_EQ(response.headers.first("Referrer-Policy"), "no-referrer");
  EXPECT_THAT(std::string(*response.headers.first("Permissions-Policy")), HasSubstr("geolocation=(self), "));
  EXPECT_FALSE(response.headers.has("Strict-Transport-Security"));
}

TEST(SecurityHeaders, speak_of_the_device_only_where_a_page_could_ask_for_it) {
  auto script = file(Body::of_static("1"), "text/javascript; charset=utf-8");
  add_security_headers(script, {});
  EXPECT_FALSE(script.headers.has("Permissions-Policy"));
  EXPECT_TRUE(script.headers.has("Content-Security-Policy"));
  auto drawing = file(Body::of_static("<svg/>"), "image/svg+xml");
  add_security_headers(drawing, {});
  EXPECT_TRUE(drawing.headers.has("Permissions-Policy"));
}

TEST(SecurityHeaders, make_way_for_those_of_a_page_that_may_be_embedded) {
  auto response = html("kaart");
  ContentSecurityPolicy embedded;
  embedded.frame_ancestors = "https://school.example";
  response.headers.add("Content-Security-Policy", embedded.text());
  add_security_headers(response, {.behind_tls = true});
  EXPECT_EQ(response.headers.all("Content-Security-Policy").size(), 1U);
  EXPECT_THAT(std::string(*response.headers.first("Content-Security-Policy")),
              HasSubstr("https://school.example"));
  EXPECT_EQ(response.headers.first("Strict-Transport-Security"), "max-age=31536000");
}

namespace {

StaticFiles assets(std::string const& css) {
  static constexpr std::string_view script = "alert(1)";
  EmbeddedFile const files[] = {{"css/site.css", css.data(), css.data() + css.size()},
                                {"js/site.js", script.data(), script.data() + script.size()}};
  return {files, "assets"};
}

Request for_target(std::string const& target, std::vector<Header> const& fields = {}) {
  auto request = a_request(fields);
  request.path = *Path::parse(target);
  return request;
}

}  // namespace

TEST(StaticFiles, are_kept_forever_under_an_address_that_changes_with_them) {
  auto const files = assets(long_page);
  auto const response = files.answer(for_target(files.url("css/site.css")));
  EXPECT_EQ(response->body.bytes(), long_page);
  EXPECT_EQ(response->headers.first("Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(response->headers.first("Content-Type"), "text/css; charset=utf-8");
  EXPECT_NE(files.url("css/site.css"), assets("other").url("css/site.css"));
}

TEST(StaticFiles, of_another_version_are_asked_for_again) {
  auto const files = assets(long_page);
  EXPECT_EQ(files.answer(for_target("/assets/older/css/site.css"))->headers.first("Cache-Control"),
            "no-cache");
  EXPECT_FALSE(files.answer(for_target("/assets/older/css/none.css")));
  EXPECT_FALSE(files.answer(for_target("/aanbod/x/css")));
}

TEST(StaticFiles, are_compressed_once) {
  auto const files = assets(long_page);
  auto const request = for_target(files.url("css/site.css"), {{"Accept-Encoding", "gzip"}});
  auto const one = *files.answer(request);
  auto const sent = delivered(request, one);
  EXPECT_EQ(sent.body.bytes().data(), files.answer(request)->body.bytes().data());
  EXPECT_EQ(gunzipped(sent.body.bytes(), long_page.size()), long_page);
  EXPECT_EQ(sent.headers.all("Vary").size(), 1U);
  EXPECT_THAT(std::string(*sent.headers.first("ETag")), HasSubstr("-gzip\""));
}

TEST(StaticFiles, that_are_missing_are_a_bug) {
  EXPECT_THROW(assets("").url("css/none.css"), Broken);
}

TEST(Responses, say_what_they_are) {
  EXPECT_EQ(problem(404, "geen \"aanbod\"\n").body.bytes(),
            R"({"title":"Not Found","status":404,"detail":"geen \"aanbod\"\u000a"})");
  EXPECT_EQ(redirect("/aanbod").headers.first("Location"), "/aanbod");
  EXPECT_EQ(redirect("/aanbod").status, 303);
  EXPECT_THROW(redirect("/a\r\nX: y"), Broken);
}

}  // namespace wegwijzer::http
