// SPDX-License-Identifier: EUPL-1.2
#include "web/way_to.h"

namespace wegwijzer::web {

std::optional<print::WayTo> way_to(View const& view, Url const& page) {
  if (!view.public_address) return std::nullopt;
  auto const address = view.public_address->of(page).text();
  auto const scheme = address.find("://");
  auto const host = scheme == address.npos ? 0 : scheme + 3;
  return print::WayTo{address, address.substr(host, address.find('?') - host)};
}

}  // namespace wegwijzer::web
