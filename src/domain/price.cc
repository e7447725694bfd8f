// SPDX-License-Identifier: EUPL-1.2
#include "domain/price.h"

namespace wegwijzer {

Result<Price> Price::parse(std::string_view text) {
  auto const blank = text.rfind(' ');
  auto const invalid = fail(Fault::invalid, "price.invalid", {{"value", std::string(text)}});
  if (blank == std::string_view::npos) return invalid;
  auto const amount = Euro::parse(text.substr(0, blank));
  auto const per = parse_choice<Per>(text.substr(blank + 1));
  if (!amount || !per) return invalid;
  return Price{*amount, *per};
}

std::string text(Price price) {
  return text(price.amount) + " " + text(price.per);
}

}  // namespace wegwijzer
