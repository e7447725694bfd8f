// SPDX-License-Identifier: EUPL-1.2
#include "outside/smtp_mailer.h"

#include <curl/curl.h>
#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <cstring>

#include "base/check.h"

namespace wegwijzer {

namespace {

constexpr long seconds_to_connect = 10, seconds_in_all = 60;

std::string mime_base64(std::string_view bytes) {
  constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
  std::string out(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<unsigned char const*>(bytes.data()),
                    bytes.size(), variant);
  out.pop_back();
  return out;
}

std::string in_lines(std::string_view text) {
  constexpr std::size_t longest = 76;  // RFC 2045, 6.8
  std::string out;
  for (; !text.empty(); text.remove_prefix(std::min(longest, text.size()))) {
    out.append(text.substr(0, longest)).append("\r\n");
  }
  return out;
}

// RFC 2047: words of at most 75 signs, cut between letters.
std::string encoded_words(std::string_view text) {
  constexpr std::size_t most = 42;  // bytes, 56 in base64
  std::string out;
  while (!text.empty()) {
    auto end = std::min(most, text.size());
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    out += fmt::format("{}=?UTF-8?B?{}?=", out.empty() ? "" : "\r\n ", mime_base64(text.substr(0, end)));
    text.remove_prefix(end);
  }
  return out;
}

// RFC 5322, 3.3, in English as it says.
std::string date_of(Instant now) {
  constexpr char const* weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr char const* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  auto const day = std::chrono::floor<std::chrono::days>(now);
  std::chrono::year_month_day const date(day);
  std::chrono::hh_mm_ss const time(std::chrono::floor<std::chrono::seconds>(now - day));
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000",
                     weekdays[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                     months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

std::string part(std::string_view boundary, std::string_view type, std::string_view text) {
  return fmt::format("--{}\r\nContent-Type: {}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
                     boundary, type, in_lines(mime_base64(text)));
}

struct Reading {
  std::string_view rest;
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* user) {
  auto& rest = static_cast<Reading*>(user)->rest;
  auto const bytes = std::min(size * count, rest.size());
  std::memcpy(to, rest.data(), bytes);
  rest.remove_prefix(bytes);
  return bytes;
}

struct Closes {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }

  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

class SmtpMailer : public Mailer {
 public:
  explicit SmtpMailer(SmtpServer server) : server_(std::move(server)) {
    static auto const ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    check(ready == CURLE_OK, "libcurl can be used");
    check(sodium_init() >= 0, "the system's generator of chance is not available");
  }

  Done send(Message const& message, Instant now) override {
    std::unique_ptr<CURL, Closes> const handle(curl_easy_init());
    check(handle != nullptr, "there is memory for a mail");
    auto const text = on_the_line(message, server_.from, now);
    Reading reading{text};
    std::unique_ptr<curl_slist, Closes> const receivers(
        curl_slist_append(nullptr, ("<" + message.to.text() + ">").c_str()));
    connect(handle.get());
    curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, ("<" + server_.from.text() + ">").c_str());
    curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, receivers.get());
    curl_easy_setopt(handle.get(), CURLOPT_READFUNCTION, give);
    curl_easy_setopt(handle.get(), CURLOPT_READDATA, &reading);
    curl_easy_setopt(handle.get(), CURLOPT_UPLOAD, 1L);
    return told(handle.get(), curl_easy_perform(handle.get()));
  }

 private:
  void connect(CURL* handle) const {
    auto const url =
        fmt::format("{}://{}:{}", server_.tls == MailTls::tls ? "smtps" : "smtp", server_.host, server_.port);
    curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, seconds_to_connect);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, seconds_in_all);
    if (server_.tls != MailTls::none) {
      curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
      curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    }
    if (server_.user.empty()) return;
    curl_easy_setopt(handle, CURLOPT_USERNAME, server_.user.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, server_.password.c_str());
  }

  static Done told(CURL* handle, CURLcode code) {
    if (code == CURLE_OK) return {};
    long said = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &said);
    // RFC 5321, 4.2.1: a five says that the same again will not help. Signing in is ours to mend.
    bool const never = said >= 500 && said < 600 && code != CURLE_LOGIN_DENIED;
    Error error{never ? Fault::invalid : Fault::unavailable, "mail.not_sent"};
    error.detail = fmt::format("{} ({})", curl_easy_strerror(code), said);
    return fail(std::move(error));
  }

  SmtpServer server_;
};

}  // namespace

std::string on_the_line(Message const& message, accounts::EmailAddress const& from, Instant now) {
  auto const boundary = "part-" + message.id;
  auto const reply_to =
      message.reply_to ? fmt::format("Reply-To: <{}>\r\n", message.reply_to->text()) : std::string();
  return fmt::format(
             "Date: {}\r\nFrom: Wegwijzer <{}>\r\n{}To: <{}>\r\nSubject: {}\r\nMessage-ID: <{}@{}>\r\n"
             "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
             "Content-Type: multipart/alternative; boundary=\"{}\"\r\n\r\n",
             date_of(now), from.text(), reply_to, message.to.text(), encoded_words(message.subject.text()),
             message.id, from.host(), boundary) +
         part(boundary, "text/plain", message.text) + part(boundary, "text/html", message.html) +
         fmt::format("--{}--\r\n", boundary);
}

std::unique_ptr<Mailer> smtp_mailer(SmtpServer server) {
  return std::make_unique<SmtpMailer>(std::move(server));
}

}  // namespace wegwijzer
