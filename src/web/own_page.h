// SPDX-License-Identifier: EUPL-1.2
// A page of this site as somebody else names it, for a QR code: never an address of another site, and never
// one that holds where somebody lives.
#pragma once

#include <string_view>

#include "atlas/areas.h"
#include "base/result.h"
#include "web/url.h"

namespace wegwijzer::web {

class OwnPage {
 public:
  // "/offerings?theme=music", in the form in which this site writes it. Fails with "share.not_a_page" or,
  // when it says from where other than from the middle of an area, with "share.no_home".
  static Result<OwnPage> parse(std::string_view text, Areas const& areas);

  Url const& url() const { return url_; }

 private:
  explicit OwnPage(Url url) : url_(std::move(url)) {}

  Url url_;
};

}  // namespace wegwijzer::web
