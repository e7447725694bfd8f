// SPDX-License-Identifier: EUPL-1.2
#include "usecases/organisation/find.h"

#include <algorithm>

#include "base/words.h"

namespace wegwijzer {

namespace {

bool belongs(Catalogue const& catalogue, Index<Organisation> index,
             std::optional<Index<Ecosystem>> const& ecosystem) {
  auto const home = catalogue.ecosystem(index);
  // Who stands in a report only is shown with that report.
  return ecosystem ? home == *ecosystem : catalogue[home].origin != Origin::report;
}

std::vector<Index<Organisation>> of_any_sector(Catalogue const& catalogue, OrganisationQuery const& query) {
  std::vector<Index<Organisation>> all;
  for (std::size_t i = 0; i < catalogue.organisations().size(); ++i) {
    Index<Organisation> const index(i);
    if (belongs(catalogue, index, query.ecosystem) && has_name(catalogue[index].name, query.name))
      all.push_back(index);
  }
  std::ranges::sort(all, {}, [&](auto index) { return folded(catalogue[index].name); });
  return all;
}

}  // namespace

bool has_name(std::string_view text, std::string_view typed) {
  return folded(text).find(folded(typed)) != std::string::npos;
}

FoundOrganisations find_organisations(Atlas const& atlas, OrganisationQuery const& query) {
  auto const& catalogue = atlas.catalogue();
  FoundOrganisations found{.organisations = of_any_sector(catalogue, query), .sectors = {}};
  for (auto const& [sector, name] : choices<Sector>) {
    auto const count =
        std::ranges::count(found.organisations, sector, [&](auto index) { return catalogue[index].sector; });
    if (count > 0) found.sectors.emplace_back(sector, static_cast<std::size_t>(count));
  }
  if (query.sector)
    std::erase_if(found.organisations, [&](auto index) { return catalogue[index].sector != *query.sector; });
  return found;
}

}  // namespace wegwijzer
