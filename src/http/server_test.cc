// SPDX-License-Identifier: EUPL-1.2
#include "http/server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "kit/raw_client.h"
#include "kit/sent_form.h"

namespace wegwijzer::http {

using kit::RawClient;
using kit::RawResponse;
using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

namespace {

// Says what it understood, so that a test can see what came through.
Response echo(Request const& request) {
  auto said = std::string(text(request.method)) + " " + request.path.text();
  for (auto const& [name, value] : request.query) said += " " + name + "=" + value;
  for (auto const& [name, value] : request.form) said += " form:" + name + "=" + value;
  for (auto const& file : request.files)
    said += " file:" + file.field + "=" + std::to_string(request.file(file.field)->size());
  if (request.form.empty() && !request.body.empty()) said += " body:" + request.body;
  return plain(said);
}

Settings quiet() {
  Settings settings;
  settings.port = 0;
  settings.workers = 2;
  settings.grace = 2s;
  return settings;
}

Server serve(Settings settings = quiet(), Handler handler = echo) {
  return *Server::start(std::move(settings), std::move(handler));
}

std::string get(std::string_view target, std::string_view more = "") {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: test\r\n" + std::string(more) + "\r\n";
}

std::string post(std::string_view body, std::string_view more = "") {
  return "POST / HTTP/1.1\r\nHost: test\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         std::string(more) + "\r\n" + std::string(body);
}

// Sends these bytes on a fresh connection: the status of the answer, after which the server must have hung
// up.
int refusal(Server const& server, std::string_view bytes) {
  RawClient client(server.port());
  auto const response = client.ask(bytes);
  EXPECT_THAT(response.header, HasSubstr("Connection: close")) << bytes;
  EXPECT_TRUE(client.closes_within(1s)) << bytes;
  return response.status;
}

// What the callbacks of a server heard.
struct Heard {
  std::mutex mutex;
  std::string text;

  void add(std::string_view more) {
    std::lock_guard const lock(mutex);
    text.append(more).append("\n");
  }

  std::string all() {
    std::lock_guard const lock(mutex);
    return text;
  }
};

// A handler that waits for a word, for tests about what happens meanwhile.
struct Gate {
  std::promise<void> opened;
  std::shared_future<void> open = opened.get_future().share();
  std::atomic<int> inside = 0;

  Response pass(Request const&) {
    ++inside;
    open.wait();
    return plain("done");
  }

  void wait_for(int guests) const {
    for (int i = 0; i < 500 && inside < guests; ++i) std::this_thread::sleep_for(10ms);
    EXPECT_EQ(inside, guests);
  }
};

}  // namespace

// --- requests that are answered

TEST(Server, answers_what_it_is_asked) {
  auto const server = serve();
  auto const response =
      RawClient(server.port()).ask(get("/aanbod/%C3%A9%C3%A9n?leeftijd=8&thema=natuur+en+dier"));
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, "GET /aanbod/%C3%A9%C3%A9n leeftijd=8 thema=natuur en dier");
}

TEST(Server, keeps_a_connection_for_the_next_request) {
  auto const server = serve();
  RawClient client(server.port());
  EXPECT_EQ(client.ask(get("/een")).body, "GET /een");
  EXPECT_EQ(client.ask(get("/twee")).body, "GET /twee");
}

TEST(Server, answers_requests_that_are_sent_ahead_in_order) {
  auto const server = serve();
  RawClient client(server.port());
  client.send(get("/een") + post("lijf") + get("/drie"));
  EXPECT_EQ(client.receive().body, "GET /een");
  EXPECT_EQ(client.receive().body, "POST / body:lijf");
  EXPECT_EQ(client.receive().body, "GET /drie");
}

TEST(Server, reads_a_form) {
  auto const server = serve();
  auto const type = "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n";
  EXPECT_EQ(RawClient(server.port()).ask(post("naam=B%26O&naam=x+y", type)).body,
            "POST / form:naam=B&O form:naam=x y");
}

namespace {

// Where who has the word may send files, one at a time.
Settings taking_files() {
  auto settings = quiet();
  settings.limits.body_bytes = 1'000;
  settings.limits.upload_bytes = 100'000;
  settings.uploads.most_at_once = 1;
  settings.idle_timeout = 400ms;  // the least of all times says how often we look who is still there
  settings.uploads.welcome = [](Request const& request) {
    auto const word = request.headers.first("Word").value_or("");
    return word == "yes" ? Welcome::yes : word == "old" ? Welcome::unheard : Welcome::no;
  };
  return settings;
}

std::string upload(std::size_t bytes, std::string const& more = "Word: yes\r\n") {
  SentForm form;
  form.field("naam", "Noor");
  form.file("foto", "a.jpg", std::string(bytes, 'x'));
  return post(form.body(), "Content-Type: " + SentForm::type() + "\r\n" + more);
}

}  // namespace

TEST(Server, reads_a_form_with_a_file_of_who_is_welcome_with_it) {
  auto const server = serve(taking_files());
  RawClient client(server.port());
  EXPECT_EQ(client.ask(upload(50'000)).body, "POST / form:naam=Noor file:foto=50000");
  EXPECT_EQ(client.ask(upload(50'000)).body, "POST / form:naam=Noor file:foto=50000");
}

TEST(Server, holds_who_is_not_welcome_with_a_file_to_the_size_of_other_forms) {
  auto const server = serve(taking_files());
  EXPECT_EQ(refusal(server, upload(50'000, "")), 413);
  EXPECT_EQ(RawClient(server.port()).ask(upload(10, "")).body, "POST / form:naam=Noor file:foto=10");
  EXPECT_EQ(refusal(server, upload(200'000)), 413);
  // Only a form with files may be large.
  EXPECT_EQ(refusal(server, post(std::string(2'000, 'x'), "Word: yes\r\n")), 413);
}

// A browser that is cut off while it sends shows no answer at all.
TEST(Server, hears_the_end_of_a_file_of_who_is_not_welcome_any_more_and_keeps_nothing) {
  auto const server = serve(taking_files());
  RawClient client(server.port());
  EXPECT_EQ(client.ask(upload(90'000, "Word: old\r\n")).body, "POST /");
  EXPECT_EQ(client.ask(upload(50'000)).body, "POST / form:naam=Noor file:foto=50000");
}

TEST(Server, leaves_room_for_the_uploads_of_others) {
  auto settings = taking_files();
  settings.uploads.most_at_once = 3;
  settings.trusted_proxies = {*Network::parse("127.0.0.1")};
  auto const of = [](std::string const& client) {
    return "Word: yes\r\nX-Forwarded-For: " + client + "\r\n";
  };
  Gate gate;
  auto const server = serve(settings, [&](Request const& request) { return gate.pass(request); });
  RawClient first(server.port()), second(server.port());
  first.send(upload(50'000, of("203.0.113.1"))), second.send(upload(50'000, of("203.0.113.1")));
  gate.wait_for(2);
  EXPECT_EQ(RawClient(server.port()).ask(upload(50'000, of("203.0.113.1"))).status, 503);
  RawClient other(server.port());
  other.send(upload(50'000, of("203.0.113.2")));
  std::this_thread::sleep_for(50ms);  // it waits for one of the two workers
  gate.opened.set_value();
  for (auto* client : {&first, &second, &other}) EXPECT_EQ(client->receive().status, 200);
}

TEST(Server, refuses_a_form_with_files_that_it_cannot_read) {
  auto const server = serve(taking_files());
  auto const type = "Content-Type: multipart/form-data; boundary=b\r\nWord: yes\r\n";
  EXPECT_EQ(refusal(server, post("--b\r\n\r\nx\r\n--b--", type)), 400);
  EXPECT_EQ(
      refusal(server, post("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\xff\r\n--b--", type)),
      400);
  EXPECT_EQ(refusal(server, post("--b--x", type)), 400);
}

TEST(Server, holds_so_many_uploads_at_once) {
  Gate gate;
  auto const server = serve(taking_files(), [&](Request const& request) { return gate.pass(request); });
  RawClient first(server.port());
  first.send(upload(50'000));
  gate.wait_for(1);
  RawClient second(server.port());
  auto const refused = second.ask(upload(50'000));
  EXPECT_EQ(refused.status, 503);
  EXPECT_THAT(refused.header, HasSubstr("Retry-After: 5"));
  gate.opened.set_value();
  EXPECT_EQ(first.receive().status, 200);
  EXPECT_EQ(RawClient(server.port()).ask(upload(50'000)).status, 200);
  // Who hangs up half-way gives the place back.
  RawClient(server.port()).send(upload(50'000).substr(0, 20'000));
  int status = 503;
  for (int i = 0; i < 100 && status == 503; ++i) {
    std::this_thread::sleep_for(20ms);
    status = RawClient(server.port()).ask(upload(50'000)).status;
  }
  EXPECT_EQ(status, 200);
}

TEST(Server, gives_an_upload_its_own_time) {
  auto settings = taking_files();
  settings.body_timeout = 100ms;
  settings.uploads.timeout = 5s;
  auto const server = serve(settings);
  auto const whole = upload(50'000);
  RawClient client(server.port());
  client.send(whole.substr(0, 20'000));
  std::this_thread::sleep_for(400ms);
  client.send(whole.substr(20'000));
  EXPECT_EQ(client.receive().status, 200);
}

TEST(Server, refuses_a_form_it_cannot_read) {
  auto const server = serve();
  EXPECT_EQ(refusal(server, post("naam=%zz", "Content-Type: application/x-www-form-urlencoded\r\n")), 400);
}

TEST(Server, reads_a_body_in_chunks) {
  auto const server = serve();
  auto const request =
      "POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nlijf\r\n0\r\n\r\n";
  EXPECT_EQ(RawClient(server.port()).ask(request).body, "POST / body:lijf");
}

TEST(Server, answers_HEAD_with_the_length_and_without_the_body) {
  auto const server = serve();
  RawClient client(server.port());
  client.send("HEAD /a HTTP/1.1\r\nHost: test\r\n\r\n");
  auto const response = client.receive(true);
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.header, HasSubstr("Content-Length: 7"));  // "HEAD /a"
  EXPECT_EQ(client.ask(get("/b")).body, "GET /b");               // no byte of a body in between
}

TEST(Server, answers_304_without_a_body) {
  auto const server = serve();
  RawClient client(server.port());
  auto const first = client.ask(get("/a"));
  auto const at = first.header.find("ETag: ") + 6;
  auto const tag = first.header.substr(at, first.header.find("\r\n", at) - at);
  auto const second = client.ask(get("/a", "If-None-Match: " + tag + "\r\n"));
  EXPECT_EQ(second.status, 304);
  EXPECT_THAT(second.header, HasSubstr(tag));
  EXPECT_EQ(client.ask(get("/b")).body, "GET /b");
}

TEST(Server, asks_for_the_body_when_the_client_waits_to_be_asked) {
  auto const server = serve();
  RawClient client(server.port());
  client.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.receive().status, 100);
  EXPECT_EQ(client.ask("lijf").body, "POST / body:lijf");
}

TEST(Server, listens_on_a_free_port_and_says_which) {
  auto const one = serve();
  auto const other = serve();
  EXPECT_NE(one.port(), 0);
  EXPECT_NE(one.port(), other.port());
}

TEST(Server, says_when_it_cannot_listen) {
  auto const server = serve();
  auto taken = quiet();
  taken.port = server.port();
  EXPECT_EQ(Server::start(taken, echo).error().key, "server.cannot_listen");
  taken.address = "hier";
  EXPECT_EQ(Server::start(taken, echo).error().key, "server.bad_address");
}

TEST(Server, listens_to_both_versions_of_IP) {
  auto settings = quiet();
  settings.address = "::";
  settings.trusted_proxies = {*Network::parse("127.0.0.1")};
  settings.rate_limit = {.burst = 1, .per_second = 0.01};
  auto const server = Server::start(settings, echo);
  if (!server) GTEST_SKIP() << "no IPv6 here";
  for (auto const* visitor : {"192.0.2.1", "192.0.2.2"}) {
    auto const said = "X-Forwarded-For: " + std::string(visitor) + "\r\n";
    EXPECT_EQ(RawClient(server->port()).ask(get("/", said)).status, 200);
  }
}

TEST(Server, sends_security_headers_and_no_name_of_its_own) {
  auto const server = serve();
  for (auto const& request : {get("/"), get("/%zz")}) {
    auto const header = RawClient(server.port()).ask(request).header;
    EXPECT_THAT(header, HasSubstr("Content-Security-Policy: default-src 'none'; style-src 'self'"));
    EXPECT_THAT(header, HasSubstr("X-Content-Type-Options: nosniff"));
    EXPECT_THAT(header, Not(HasSubstr("\r\nServer:")));
    EXPECT_THAT(header, Not(HasSubstr("Strict-Transport-Security")));
  }
}

// --- requests whose end or meaning is in doubt

TEST(Server, refuses_a_length_together_with_chunks) {
  auto const server = serve();
  auto const both =
      "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
  EXPECT_EQ(refusal(server, both), 400);
  auto const other_order =
      "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n";
  EXPECT_EQ(refusal(server, other_order), 400);
}

TEST(Server, refuses_a_second_length_even_when_it_is_the_same) {
  auto const server = serve();
  auto const twice = [](char const* other) {
    return "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\nContent-Length: " + std::string(other) +
           "\r\n\r\nlijf";
  };
  EXPECT_EQ(refusal(server, twice("4")), 400);
  EXPECT_EQ(refusal(server, twice("5")), 400);
}

// libmicrohttpd refuses these itself, with the header of its answer repeated in the body; what counts is that
// nothing behind the header is taken for a request.
TEST(Server, refuses_a_length_that_is_not_a_number) {
  auto const server = serve();
  auto const status = [&](std::string const& length) {
    RawClient client(server.port());
    auto const response =
        client.ask("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: " + length + "\r\n\r\n" + get("/smokkel"));
    EXPECT_THAT(response.header, HasSubstr("Connection: close"));
    EXPECT_THAT(client.rest(), Not(HasSubstr("smokkel")));
    return response.status;
  };
  for (auto const* length : {"", "-1", "+4", "4,4", "0x4", "4 4", "vier"}) {
    EXPECT_EQ(status(length), 400) << length;
  }
  EXPECT_EQ(status("99999999999999999999"), 413);
}

TEST(Server, refuses_every_transfer_encoding_but_chunked) {
  auto const server = serve();
  for (auto const* coding :
       {"gzip", "chunked, gzip", "gzip, chunked", "identity", "chunked\r\nTransfer-Encoding: chunked",
        "\x0b"
        "chunked",
        "xchunked"}) {
    auto const request =
        "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: " + std::string(coding) + "\r\n\r\n0\r\n\r\n";
    auto const status = refusal(server, request);
    EXPECT_TRUE(status == 501 || status == 400) << coding;
  }
}

TEST(Server, refuses_chunks_in_http_1_0) {
  auto const server = serve();
  EXPECT_EQ(refusal(server, "POST / HTTP/1.0\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            400);
}

TEST(Server, refuses_broken_chunks) {
  auto const server = serve();
  EXPECT_EQ(refusal(server, "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\nvier\r\nlijf"),
            400);
}

TEST(Server, wants_exactly_one_host) {
  auto const server = serve();
  EXPECT_EQ(refusal(server, "GET / HTTP/1.1\r\n\r\n"), 400);
  EXPECT_EQ(refusal(server, "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(refusal(server, "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"), 400);
  EXPECT_EQ(RawClient(server.port()).ask("GET / HTTP/1.0\r\n\r\n").status, 200);
}

TEST(Server, refuses_a_name_that_is_not_a_token) {
  auto const server = serve();
  for (auto const* name : {"Content-Length ", "Content-Length\t", "Inhoud(1)", "Caf\xc3\xa9", ""}) {
    EXPECT_EQ(refusal(server, get("/", std::string(name) + ": 0\r\n")), 400) << name;
  }
}

TEST(Server, refuses_a_folded_field) {
  auto const server = serve();
  EXPECT_EQ(refusal(server, get("/", "Transfer-Encoding:\r\n chunked\r\n")), 400);
  EXPECT_EQ(refusal(server, get("/", "X-Reden: een\r\n twee\r\n")),
            400);  // would arrive as "X-Redentwee: een"
  EXPECT_EQ(refusal(server, get("/", "X-Reden: een\r\n\ttwee\r\nX-Meer: x\r\n")), 400);
  EXPECT_EQ(refusal(server, get("/", "X-Reden: een\r\n \r\n")), 400);
  EXPECT_EQ(refusal(server, "GET / HTTP/1.1\r\n Host: t\r\n\r\n"), 400);
}

TEST(Server, refuses_a_bare_line_feed_and_a_nul_in_a_header) {
  auto const server = serve();
  EXPECT_EQ(refusal(server, "GET / HTTP/1.1\r\nHost: t\nX-A: b\r\n\r\n"), 400);
  EXPECT_EQ(refusal(server, "GET / HTTP/1.1\nHost: t\r\n\r\n"), 400);
  EXPECT_EQ(refusal(server, "GET / HTTP/1.1\r\nHost: t\r\n\n"), 400);
  EXPECT_EQ(refusal(server, get("/", std::string("X-A: b\0c\r\n", 10))), 400);
  EXPECT_EQ(refusal(server, get(std::string("/a\0b", 4))), 400);
}

TEST(Server, refuses_a_carriage_return_inside_a_value) {
  auto const server = serve();
  EXPECT_EQ(refusal(server, get("/", "X-A: b\rX-C: d\r\n")), 400);
}

TEST(Server, knows_four_methods) {
  auto const server = serve();
  for (auto const* method : {"PUT", "DELETE", "PATCH", "TRACE"}) {
    EXPECT_EQ(refusal(server, std::string(method) + " / HTTP/1.1\r\nHost: t\r\n\r\n"), 405) << method;
  }
  EXPECT_EQ(refusal(server, "BREW / HTTP/1.1\r\nHost: t\r\n\r\n"), 501);
  EXPECT_EQ(refusal(server, "get / HTTP/1.1\r\nHost: t\r\n\r\n"), 501);
  EXPECT_EQ(RawClient(server.port()).ask("OPTIONS /api HTTP/1.1\r\nHost: t\r\n\r\n").body, "OPTIONS /api");
}

TEST(Server, tells_which_methods_are_allowed) {
  auto const server = serve();
  EXPECT_THAT(RawClient(server.port()).ask("PUT / HTTP/1.1\r\nHost: t\r\n\r\n").header,
              HasSubstr("Allow: GET, HEAD, POST"));
}

TEST(Server, refuses_a_target_that_leads_astray) {
  auto const server = serve();
  for (auto const* target : {"/%", "/%4", "/%zz", "/%00", "/../geheim", "/a/%2e%2e/geheim", "/a%2fb",
                             "/a%5cb", "/%ff", "//elders", "/a//b", "/?a=%zz", "http://test/", "*", "/a b"}) {
    EXPECT_EQ(refusal(server, get(target)), 400) << target;
  }
}

TEST(Server, refuses_an_expectation_it_does_not_know) {
  auto const server = serve();
  EXPECT_EQ(refusal(server, post("x", "Expect: 200-ok\r\n")), 417);
}

// --- requests that are too much

TEST(Server, refuses_a_long_header_a_long_target_and_a_long_body) {
  auto settings = quiet();
  settings.limits = {.header_bytes = 2000, .target_bytes = 500, .body_bytes = 1000, .parameters = 3};
  auto const server = serve(settings);
  EXPECT_EQ(refusal(server, get("/", "X-A: " + std::string(2000, 'a') + "\r\n")), 431);
  EXPECT_EQ(refusal(server, get("/?a=" + std::string(500, 'a'))), 414);
  EXPECT_EQ(refusal(server, post(std::string(1001, 'a'))), 413);
  EXPECT_EQ(refusal(server, get("/?a&b&c&d")), 400);
  EXPECT_EQ(RawClient(server.port()).ask(post(std::string(1000, 'a'))).status, 200);
}

TEST(Server, refuses_a_header_beyond_all_memory) {
  auto const server = serve();
  auto const huge = std::string(100'000, 'a');
  EXPECT_EQ(RawClient(server.port()).ask(get("/", "X-A: " + huge + "\r\n")).status, 431);
  EXPECT_EQ(RawClient(server.port()).ask(get("/" + huge)).status, 414);
}

TEST(Server, accepts_headers_of_every_size_up_to_the_limit) {
  auto const server = serve();
  for (std::size_t size = 10; size < 8000; size += 137) {
    auto const fields =
        "X-A: " + std::string(size / 2, 'a') + "\r\nX-B:  \t" + std::string(size / 3, 'b') + "\r\nX-C:\r\n";
    EXPECT_EQ(RawClient(server.port()).send(get("/").substr(0, 9)).ask(get("/", fields).substr(9)).status,
              200)
        << size;
  }
}

TEST(Server, accepts_a_header_that_arrives_byte_by_byte) {
  auto const server = serve();
  RawClient client(server.port());
  for (char const byte : get("/langzaam", "X-A: b\r\n")) client.send({&byte, 1});
  EXPECT_EQ(client.receive().body, "GET /langzaam");
}

TEST(Server, reads_a_body_that_is_somewhat_too_long_so_that_the_visitor_hears_why) {
  auto settings = quiet();
  settings.limits.body_bytes = 1000;
  auto const server = serve(settings);
  auto const chunk = "7d0\r\n" + std::string(2000, 'a') + "\r\n";
  auto const start = std::string("POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n");
  EXPECT_EQ(refusal(server, start + chunk + "0\r\n\r\n"), 413);
  RawClient endless(server.port());
  endless.send(start + chunk + chunk + chunk);
  EXPECT_EQ(endless.receive().status, 0);
}

TEST(Server, does_not_ask_for_a_body_that_is_too_long) {
  auto settings = quiet();
  settings.limits.body_bytes = 1000;
  auto const server = serve(settings);
  EXPECT_EQ(
      refusal(server, "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 1001\r\nExpect: 100-continue\r\n\r\n"),
      413);
}

TEST(Server, refuses_who_asks_too_often) {
  auto settings = quiet();
  settings.rate_limit = {.burst = 2, .per_second = 0.01};
  auto const server = serve(settings);
  EXPECT_EQ(RawClient(server.port()).ask(get("/")).status, 200);
  EXPECT_EQ(RawClient(server.port()).ask(get("/")).status, 200);
  auto const response = RawClient(server.port()).ask(get("/"));
  EXPECT_EQ(response.status, 429);
  EXPECT_THAT(response.header, HasSubstr("Retry-After: 100\r\n"));  // one token at 0.01 a second
}

TEST(Server, counts_the_visitor_behind_our_proxy_and_believes_nobody_else) {
  auto settings = quiet();
  settings.rate_limit = {.burst = 1, .per_second = 0.01};
  auto const forwarded = [](Server const& server, char const* visitor) {
    return RawClient(server.port()).ask(get("/", "X-Forwarded-For: " + std::string(visitor) + "\r\n")).status;
  };
  auto const open = serve(settings);
  EXPECT_EQ(forwarded(open, "192.0.2.1"), 200);
  EXPECT_EQ(forwarded(open, "192.0.2.2"), 429);  // the same peer, whatever it says
  settings.trusted_proxies = {*Network::parse("127.0.0.0/8")};
  auto const behind = serve(settings);
  EXPECT_EQ(forwarded(behind, "192.0.2.1"), 200);
  EXPECT_EQ(forwarded(behind, "192.0.2.2"), 200);
  EXPECT_EQ(forwarded(behind, "9.9.9.9, 192.0.2.2"),
            429);  // what the visitor itself put in front does not count
}

TEST(Server, says_503_when_too_many_wait_for_a_worker) {
  auto settings = quiet();
  settings.workers = 1;
  settings.longest_queue = 1;
  Gate gate;
  auto const server = serve(settings, [&](Request const& request) { return gate.pass(request); });
  RawClient first(server.port());
  first.send(get("/"));
  gate.wait_for(1);
  RawClient second(server.port());
  second.send(get("/"));
  std::this_thread::sleep_for(100ms);
  auto const third = RawClient(server.port()).ask(get("/"));
  EXPECT_EQ(third.status, 503);
  EXPECT_THAT(third.header, HasSubstr("Retry-After: 1"));
  gate.opened.set_value();
  EXPECT_EQ(first.receive().status, 200);
  EXPECT_EQ(second.receive().status, 200);
}

TEST(Server, lets_one_address_hold_only_so_many_connections) {
  auto settings = quiet();
  settings.most_connections_per_address = 3;
  auto const server = serve(settings);
  std::vector<RawClient> held;
  for (int i = 0; i < 3; ++i) {
    held.emplace_back(server.port());
    EXPECT_EQ(held.back().ask(get("/")).status, 200);
  }
  EXPECT_EQ(RawClient(server.port()).ask(get("/")).status, 0);
  held.clear();
  int status = 0;
  for (int i = 0; i < 100 && status == 0; ++i, std::this_thread::sleep_for(10ms)) {
    status = RawClient(server.port()).ask(get("/")).status;
  }
  EXPECT_EQ(status, 200);
}

// --- slow ones

TEST(Server, cuts_a_header_that_comes_too_slowly_however_busy_it_looks) {
  auto settings = quiet();
  settings.header_timeout = 300ms;
  auto const server = serve(settings);
  RawClient client(server.port());
  client.send("GET / HTTP/1.1\r\nHost: t\r\n");
  auto const start = std::chrono::steady_clock::now();
  while (!client.closes_within(20ms) && std::chrono::steady_clock::now() < start + 3s) {
    client.send("X-A: b\r\n");
  }
  auto const took = std::chrono::steady_clock::now() - start;
  EXPECT_GE(took, 250ms);
  EXPECT_LT(took, 2s);
}

TEST(Server, cuts_a_slow_header_on_a_connection_that_was_kept) {
  auto settings = quiet();
  settings.header_timeout = 200ms;
  auto const server = serve(settings);
  RawClient client(server.port());
  EXPECT_EQ(client.ask(get("/")).status, 200);
  client.send("GET / HTTP/1.1\r\nHost: t\r\n");
  EXPECT_TRUE(client.closes_within(2s));
}

TEST(Server, cuts_a_connection_that_says_nothing) {
  auto settings = quiet();
  settings.header_timeout = 200ms;
  auto const server = serve(settings);
  EXPECT_TRUE(RawClient(server.port()).closes_within(2s));
}

TEST(Server, cuts_a_body_that_comes_too_slowly) {
  auto settings = quiet();
  settings.body_timeout = 200ms;
  auto const server = serve(settings);
  RawClient client(server.port());
  client.send("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 100\r\n\r\nbegin");
  EXPECT_TRUE(client.closes_within(2s));
}

TEST(Server, cuts_an_idle_connection) {
  auto settings = quiet();
  settings.idle_timeout = 200ms;
  auto const server = serve(settings);
  RawClient client(server.port());
  EXPECT_EQ(client.ask(get("/")).status, 200);
  EXPECT_TRUE(client.closes_within(2s));
}

TEST(Server, cuts_who_does_not_take_the_answer) {
  auto settings = quiet();
  settings.send_timeout = 300ms;
  std::string const much(50'000'000, 'a');  // more than the buffers of both sides hold
  auto const server = serve(settings, [&](Request const&) { return plain(much); });
  RawClient client(server.port());
  client.send(get("/"));
  std::this_thread::sleep_for(1s);
  EXPECT_LT(client.receive().body.size(), much.size());
}

TEST(Server, answers_others_while_many_are_slow) {
  auto const server = serve();
  std::vector<RawClient> slow;
  for (int i = 0; i < 200; ++i) {
    slow.emplace_back(RawClient(server.port())).send("GET / HTTP/1.1\r\nHost: t\r\nX");
  }
  EXPECT_EQ(RawClient(server.port()).ask(get("/vlug")).body, "GET /vlug");
}

TEST(Server, waits_for_a_slow_handler) {
  auto settings = quiet();
  settings.header_timeout = settings.body_timeout = settings.idle_timeout = 100ms;
  auto const server = serve(settings, [](Request const&) {
    std::this_thread::sleep_for(500ms);
    return plain("klaar");
  });
  EXPECT_EQ(RawClient(server.port()).ask(get("/")).body, "klaar");
}

// --- stopping

TEST(Server, finishes_what_is_in_flight_when_it_stops) {
  Gate gate;
  auto server = serve(quiet(), [&](Request const& request) { return gate.pass(request); });
  RawClient client(server.port());
  client.send(get("/"));
  gate.wait_for(1);
  auto stopped = std::async(std::launch::async, [&] { server.stop(); });
  std::this_thread::sleep_for(100ms);
  EXPECT_FALSE(RawClient(server.port()).connected());
  gate.opened.set_value();
  auto const response = client.receive();
  EXPECT_EQ(response.body, "done");
  EXPECT_THAT(response.header, HasSubstr("Connection: close"));
  stopped.get();
}

TEST(Server, stops_at_once_when_all_are_idle) {
  auto server = serve();
  RawClient client(server.port());
  EXPECT_EQ(client.ask(get("/")).status, 200);
  auto const start = std::chrono::steady_clock::now();
  server.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - start, 1s);
  EXPECT_TRUE(client.closes_within(1s));
}

TEST(Server, tells_those_who_still_wait_for_a_worker_that_it_stops) {
  auto settings = quiet();
  settings.workers = 1;
  settings.grace = 200ms;
  Gate gate;
  auto server = serve(settings, [&](Request const& request) { return gate.pass(request); });
  RawClient working(server.port());
  working.send(get("/"));
  gate.wait_for(1);
  RawClient waiting(server.port());
  waiting.send(get("/"));
  std::this_thread::sleep_for(50ms);
  auto stopped = std::async(std::launch::async, [&] { server.stop(); });
  std::this_thread::sleep_for(400ms);
  gate.opened.set_value();
  EXPECT_EQ(working.receive().status, 200);
  EXPECT_EQ(waiting.receive().status, 503);
  stopped.get();
  EXPECT_EQ(gate.inside, 1);
}

TEST(Server, survives_many_visitors_at_once) {
  auto settings = quiet();
  settings.workers = 4;
  settings.rate_limit.burst = 1e6;
  auto server = serve(settings);
  std::atomic<int> good = 0;
  std::vector<std::thread> visitors;
  for (int i = 0; i < 8; ++i) {
    visitors.emplace_back([&] {
      RawClient client(server.port());
      for (int j = 0; j < 100; ++j) good += client.ask(get("/druk")).body == "GET /druk";
    });
  }
  for (auto& visitor : visitors) visitor.join();
  EXPECT_EQ(good, 800);
}

// --- failures and the log

TEST(Server, tells_the_log_and_not_the_visitor_what_went_wrong) {
  Heard heard;
  auto settings = quiet();
  settings.failure_log = [&](std::string_view text) { heard.add(text); };
  auto const server =
      serve(settings, [](Request const&) -> Response { throw std::runtime_error("disk full"); });
  RawClient client(server.port());
  client.send(get("/"));
  auto const response = client.receive();
  EXPECT_EQ(response.status, 500);
  EXPECT_THAT(response.header + response.body, Not(HasSubstr("disk")));
  EXPECT_EQ(heard.all(), "disk full\n");
}

TEST(Server, dresses_its_own_refusals) {
  auto settings = quiet();
  settings.error_page = [](int status, std::string_view) {
    return html("<h1>Oeps " + std::to_string(status) + "</h1>", status);
  };
  auto const server = serve(settings);
  EXPECT_EQ(RawClient(server.port()).ask(get("/%zz")).body, "<h1>Oeps 400</h1>");
}

TEST(Server, gives_a_plain_answer_when_the_error_page_fails_as_well) {
  auto settings = quiet();
  settings.error_page = [](int, std::string_view) -> Response { throw std::runtime_error("no template"); };
  auto const server = serve(settings, [](Request const&) -> Response { throw 7; });
  auto const response = RawClient(server.port()).ask(get("/"));
  EXPECT_EQ(response.body, R"({"title":"Internal Server Error","status":500})");
}

TEST(Server, logs_what_was_asked_but_not_where_somebody_lives) {
  Heard heard;
  auto settings = quiet();
  settings.trusted_proxies = {*Network::parse("127.0.0.1")};
  settings.limits.target_bytes = 200;
  settings.access_log = [&](LogEntry const& entry) {
    heard.add(std::string(entry.method) + " " + entry.route + " " + std::to_string(entry.status) + " " +
              std::to_string(entry.bytes));
  };
  auto handler = [](Request const& request) -> Response {
    if (request.path.text() == "/kapot/geheime-code") throw std::runtime_error("kapot");
    auto response = plain("ja");
    if (request.path.text() == "/paspoort/geheime-code") response.route = "/paspoort/{code}";
    return response;
  };
  auto server = serve(settings, handler);
  auto const secret =
      std::string("X-Forwarded-For: 192.0.2.77\r\nCookie: sessie=geheim\r\nX-Place: 52.01,4.35\r\n");
  for (auto const* target : {"/zoek?plek=52.0116,4.3571", "/paspoort/geheime-code?p=52.0116",
                             "/kapot/geheime-code", "/%zz?plek=52.0116"}) {
    RawClient(server.port()).ask(get(target, secret));
  }
  RawClient(server.port()).ask(get("/zoek?plek=52.0116" + std::string(200, '0'), secret));
  server.stop();
  EXPECT_EQ(heard.all(),
            "GET /zoek 200 2\n"
            "GET /paspoort/{code} 200 2\n"
            "GET /kapot/… 500 46\n"  // {"title":"Internal Server Error","status":500}
            "- (refused: bad path) 400 36\n"
            "- (refused: long target) 414 37\n");
  for (auto const* private_part : {"52.0", "4.35", "192.0.2", "127.0.0", "geheim"}) {
    EXPECT_THAT(heard.all(), Not(HasSubstr(private_part)));
  }
}

TEST(Server, keeps_bytes_that_are_shared_alive_until_they_are_sent) {
  auto const server =
      serve(quiet(), [](Request const&) { return file(Body(std::string(3'000'000, 'x')), "image/png"); });
  EXPECT_EQ(RawClient(server.port()).ask(get("/")).body, std::string(3'000'000, 'x'));
}

}  // namespace wegwijzer::http
