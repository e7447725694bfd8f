// SPDX-License-Identifier: EUPL-1.2
// Where the public finds this site, "https://wegwijzer.example": what search engines are told. The program
// cannot know it by itself: behind a proxy it sees only the address on which it listens.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "web/url.h"

namespace wegwijzer::web {

class PublicAddress {
 public:
  // http:// or https://, a name and perhaps a port; a slash at the end is left out. Fails with
  // "public_address.invalid".
  static Result<PublicAddress> parse(std::string_view text);

  Url of(Url const& path) const;  // the whole address of a path of ours

  std::string const& text() const { return text_; }

 private:
  explicit PublicAddress(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

}  // namespace wegwijzer::web
