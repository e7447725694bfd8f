// SPDX-License-Identifier: EUPL-1.2
// Addresses that may stand in href, src, srcset and action: ours, or somebody's http(s), tel and mailto.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wegwijzer::web {

class Url {
 public:
  // A path of ours; the literal starts with "/".
  static Url path(std::string_view path);
  static Url fragment_only(std::string_view id);             // on the same page
  static std::optional<Url> website(std::string_view text);  // http:// or https:// only
  // The same place for a calendar program: webcal:// instead of http:// or https://.
  static std::optional<Url> subscription(Url const& address);
  static Url telephone(std::string_view number);
  static Url mail(std::string_view address);
  Url segment(std::string_view text) &&;                       // "/" and the text, percent-encoded
  Url with(std::string_view name, std::string_view value) &&;  // one more query parameter
  Url fragment(std::string_view id) &&;

  std::string const& text() const { return text_; }

 private:
  explicit Url(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

std::string percent_encoded(std::string_view text);

}  // namespace wegwijzer::web
