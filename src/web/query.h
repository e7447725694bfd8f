// SPDX-License-Identifier: EUPL-1.2
// The finder's question as it stands in an address: the same names for pages and API.
#pragma once

#include "http/parameters.h"
#include "usecases/offering/find.h"
#include "web/url.h"

namespace wegwijzer::web {

// Reads near, area, age, mode, minutes, free, theme, day, stage, language, access, school, ecosystem and
// sort. Fails with the error of the first parameter that is wrong, said of that field. An empty value is not
// given.
Result<OfferingQuery> parse_query(http::Parameters const& parameters);

// The address that asks this question again.
Url with_query(Url path, OfferingQuery const& query);

// Only what is about the child's home, age and way of travel: what a link to another page takes along.
OfferingQuery circumstances_of(OfferingQuery const& query);

struct Paging {
  std::size_t page = 1;
  std::size_t size = 20;

  std::size_t first() const { return (page - 1) * size; }
};

// page (from 1) and pageSize (1 to 100).
Result<Paging> parse_paging(http::Parameters const& parameters);

}  // namespace wegwijzer::web
