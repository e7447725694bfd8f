// SPDX-License-Identifier: EUPL-1.2
#include "http/language.h"

#include <algorithm>

#include "base/check.h"
#include "http/headers.h"
#include "http/weighted.h"

namespace wegwijzer::http {

namespace {

std::string_view without_last_part(std::string_view tag) {
  auto const dash = tag.rfind('-');
  return dash == std::string_view::npos ? std::string_view() : tag.substr(0, dash);
}

}  // namespace

std::string_view best_language(std::string_view accept_language, std::span<std::string_view const> offered) {
  check(!offered.empty(), "at least one language is offered");
  auto const wanted = weighted_list(accept_language);
  auto const refused = [&](std::string_view language) {
    return std::ranges::any_of(wanted, [&](Weighted const& item) {
      return item.thousandths == 0 && same_name(item.value, language);
    });
  };
  for (auto const& item : wanted) {
    if (item.thousandths == 0) break;
    for (auto tag = item.value; !tag.empty(); tag = without_last_part(tag)) {
      auto const found =
          std::ranges::find_if(offered, [&](std::string_view language) { return same_name(language, tag); });
      if (found != offered.end()) return *found;
    }
    if (item.value != "*") continue;
    if (auto const found = std::ranges::find_if_not(offered, refused); found != offered.end()) return *found;
  }
  return offered.front();
}

}  // namespace wegwijzer::http
