// SPDX-License-Identifier: EUPL-1.2
#include "web/alternates.h"

namespace wegwijzer::web {

std::vector<Alternate> alternates(View const& view, std::string_view path) {
  std::vector<Alternate> all;
  if (!view.public_address) return all;
  for (auto const& language : view.languages.all()) {
    all.push_back({language->tag(), view.public_address->of(view.in(*language).page(path))});
  }
  all.push_back({"x-default", all.front().address});
  return all;
}

}  // namespace wegwijzer::web
