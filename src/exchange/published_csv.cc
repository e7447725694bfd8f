// SPDX-License-Identifier: EUPL-1.2
#include "exchange/published_csv.h"

#include "exchange/csv.h"

namespace wegwijzer {

std::string write_published_csv(disclosure::PublishedTable const& table,
                                std::vector<disclosure::PublishedRow> const& rows,
                                std::string_view not_shown) {
  std::vector<std::string> names;
  for (auto const& dimension : table.classification().dimensions()) names.push_back(dimension.name());
  names.emplace_back("children");
  auto text = csv_line(names);
  for (auto const& [categories, children] : rows) {
    auto cells = categories;
    cells.push_back(children ? std::to_string(*children) : std::string(not_shown));
    text += csv_line(cells);
  }
  return text;
}

}  // namespace wegwijzer
