// SPDX-License-Identifier: EUPL-1.2
#include "web/url.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"

namespace wegwijzer::web {

namespace {

bool unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

}  // namespace

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if (unreserved(c)) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

Url Url::path(std::string_view path) {
  check(path.starts_with('/') && !path.starts_with("//"), "a path of ours starts with one slash");
  return Url(std::string(path));
}

Url Url::fragment_only(std::string_view id) {
  return Url("#" + percent_encoded(id));
}

std::optional<Url> Url::website(std::string_view text) {
  bool const web = text.starts_with("https://") || text.starts_with("http://");
  auto const odd = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7f || c == '\\'; };
  if (!web || std::ranges::any_of(text, odd)) return std::nullopt;
  return Url(std::string(text));
}

std::optional<Url> Url::subscription(Url const& address) {
  auto const host = address.text().find("://");
  if (!address.text().starts_with("http") || host == std::string::npos) return std::nullopt;
  return Url("webcal" + address.text().substr(host));
}

Url Url::telephone(std::string_view number) {
  std::string digits;
  std::ranges::copy_if(number, std::back_inserter(digits),
                       [](char c) { return (c >= '0' && c <= '9') || c == '+'; });
  return Url("tel:" + digits);
}

Url Url::mail(std::string_view address) {
  return Url("mailto:" + percent_encoded(address));
}

Url Url::segment(std::string_view text) && {
  text_ += "/" + percent_encoded(text);
  return std::move(*this);
}

Url Url::with(std::string_view name, std::string_view value) && {
  text_ += text_.find('?') == std::string::npos ? '?' : '&';
  text_ += percent_encoded(name) + "=" + percent_encoded(value);
  return std::move(*this);
}

Url Url::fragment(std::string_view id) && {
  text_ += "#" + percent_encoded(id);
  return std::move(*this);
}

}  // namespace wegwijzer::web
