// SPDX-License-Identifier: EUPL-1.2
#include "web/html.h"

#include <nlohmann/json.hpp>

namespace wegwijzer::web {

JsonBlock::JsonBlock(nlohmann::ordered_json const& value) {
  // Outside its strings JSON has no <, so each one may be written as what it is inside a string.
  for (char const c : value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)) {
    if (c == '<') {
      text_ += "\\u003c";
    } else {
      text_ += c;
    }
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 16);
  for (char const c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace wegwijzer::web
