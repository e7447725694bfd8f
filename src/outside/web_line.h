// SPDX-License-Identifier: EUPL-1.2
// Asks another server something over HTTP (libcurl): little, soon or not at all.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wegwijzer {

// https://…; http:// for this machine only, to develop and test. Nothing that a link could be made to hide:
// no user, no fragment, no signs but those of an address.
class WebAddress {
 public:
  static std::optional<WebAddress> parse(std::string_view text);

  std::string const& text() const { return text_; }

  bool on_this_machine() const { return on_this_machine_; }

 private:
  WebAddress(std::string text, bool on_this_machine)
      : text_(std::move(text)), on_this_machine_(on_this_machine) {}

  std::string text_;
  bool on_this_machine_;
};

struct WebQuestion {
  WebAddress address;
  std::optional<std::string> form{};  // sent by POST; nothing: GET
  std::string user{};                 // of HTTP Basic; empty: none
  std::string password{};
};

// The body of an answer with status 200. Fails with Fault::unavailable, "account.elsewhere_away"; what was
// wrong is in the detail. No answer is larger than `most_bytes`, takes longer than `longest`, or is looked
// for elsewhere.
using WebLine = std::function<Result<std::string>(WebQuestion const&)>;

WebLine web_line();

std::string form_encoded(std::string_view text);  // all but letters, digits and - . _ ~

}  // namespace wegwijzer
