// SPDX-License-Identifier: EUPL-1.2
#include "outside/web_line.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/check.h"

namespace wegwijzer {

namespace {

// A worker waits meanwhile, and there are few of those.
constexpr long milliseconds_to_connect = 2000, milliseconds_in_all = 4000;
constexpr std::size_t most_bytes = 262'144;  // 256 KiB
constexpr std::size_t longest_address = 2000;

struct Ends {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }

  void operator()(CURLU* handle) const { curl_url_cleanup(handle); }

  void operator()(char* text) const { curl_free(text); }
};

std::string part_of(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
  std::unique_ptr<char, Ends> const owned(text);
  return text;
}

bool is_this_machine(std::string_view host) {
  bool const numbers = host.find_first_not_of("0123456789.") == host.npos;
  return host == "localhost" || host == "[::1]" || (numbers && host.starts_with("127."));
}

bool plain(std::string_view text) {
  constexpr std::string_view never = "\"<>\\^`{|}#";
  return std::ranges::all_of(text,
                             [&](char c) { return c > 0x20 && c < 0x7f && never.find(c) == never.npos; });
}

struct Answer {
  std::string body;
};

std::size_t take(char const* from, std::size_t size, std::size_t count, void* user) {
  auto& body = static_cast<Answer*>(user)->body;
  if (body.size() + size * count > most_bytes) return 0;  // an error for libcurl
  body.append(from, size * count);
  return size * count;
}

void limit(CURL* handle, bool on_this_machine) {
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, on_this_machine ? "http,https" : "https");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds_to_connect);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, milliseconds_in_all);
  curl_easy_setopt(handle, CURLOPT_MAXFILESIZE, static_cast<long>(most_bytes));
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
}

void put(CURL* handle, WebQuestion const& question) {
  curl_easy_setopt(handle, CURLOPT_URL, question.address.text().c_str());
  curl_easy_setopt(handle, CURLOPT_USERAGENT, "Wegwijzer");
  if (question.form) {
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(question.form->size()));
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, question.form->c_str());
  }
  if (question.user.empty()) return;
  curl_easy_setopt(handle, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
  curl_easy_setopt(handle, CURLOPT_USERNAME, question.user.c_str());
  curl_easy_setopt(handle, CURLOPT_PASSWORD, question.password.c_str());
}

tl::unexpected<Error> no_answer(WebQuestion const& question, std::string const& why) {
  Error error{Fault::unavailable, "account.elsewhere_away"};
  error.detail = fmt::format("{}: {}", question.address.text(), why);
  return fail(std::move(error));
}

Result<std::string> ask(WebQuestion const& question) {
  std::unique_ptr<CURL, Ends> const handle(curl_easy_init());
  check(handle != nullptr, "there is memory for a question");
  Answer answer;
  limit(handle.get(), question.address.on_this_machine());
  put(handle.get(), question);
  curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &answer);
  auto const code = curl_easy_perform(handle.get());
  if (code != CURLE_OK) return no_answer(question, curl_easy_strerror(code));
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status != 200) return no_answer(question, fmt::format("status {}", status));
  return std::move(answer.body);
}

}  // namespace

std::optional<WebAddress> WebAddress::parse(std::string_view text) {
  std::string const owned(text);
  std::unique_ptr<CURLU, Ends> const url(curl_url());
  if (text.size() > longest_address || !plain(text)) return std::nullopt;
  if (curl_url_set(url.get(), CURLUPART_URL, owned.c_str(), 0) != CURLUE_OK) return std::nullopt;
  auto const scheme = part_of(url.get(), CURLUPART_SCHEME), host = part_of(url.get(), CURLUPART_HOST);
  bool const has_user = !part_of(url.get(), CURLUPART_USER).empty() || text.find('@') != text.npos;
  bool const here = is_this_machine(host);
  if (!text.starts_with(scheme + "://")) return std::nullopt;  // "HTTPS://" is one to libcurl only
  if (host.empty() || has_user || !(scheme == "https" || (scheme == "http" && here))) return std::nullopt;
  return WebAddress(owned, here);
}

WebLine web_line() {
  static auto const ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  check(ready == CURLE_OK, "libcurl can be used");
  return ask;
}

std::string form_encoded(std::string_view text) {
  constexpr std::string_view kept = "-._~";
  std::string out;
  for (char const c : text) {
    bool const stays = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       kept.find(c) != kept.npos;
    out += stays ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace wegwijzer
