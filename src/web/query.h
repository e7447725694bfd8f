// SPDX-License-Identifier: EUPL-1.2
// The finder's question as it stands in an address: the same names for pages and API.
#pragma once

#include "http/parameters.h"
#include "usecases/fact/find.h"
#include "usecases/network/find.h"
#include "usecases/offering/find.h"
#include "web/url.h"

namespace wegwijzer::web {

// Reads q (words), near, area, age, mode, minutes, free, maxPrice, theme, day, stage, language, access,
// school, ecosystem and sort. Fails with the error of the first parameter that is wrong or names what the
// atlas does not know, said of that field. An empty value is not given.
Result<OfferingQuery> parse_query(http::Parameters const& parameters, Atlas const& atlas);

// What stands in an address, by name.
using Fields = std::vector<std::pair<std::string, std::string>>;
Url with_fields(Url path, Fields const& fields);

// The address that asks this question again.
Fields fields_of(OfferingQuery const& query);
Url with_query(Url path, OfferingQuery const& query);

// Only what is about the child: home, age, way of travel, needs and whether it must be free. A link to
// another page takes it along.
OfferingQuery circumstances_of(OfferingQuery const& query);

// The same question from the middle of the neighbourhood: what a visitor may share. Nothing when there is no
// home or no neighbourhood around it.
std::optional<OfferingQuery> from_the_neighbourhood(OfferingQuery query, Areas const& areas);

// What may leave the browser of who asks: from the middle of the neighbourhood, else without any home.
OfferingQuery without_home(OfferingQuery query, Areas const& areas);

// Reads kind and level.
Result<FactQuery> parse_fact_query(http::Parameters const& parameters);

// The address that asks for these facts.
Url with_query(Url path, FactQuery const& query);

// Reads show, q (a name), sector and kind.
Result<NetworkQuery> parse_network_query(http::Parameters const& parameters);

// Reads q (a name), sector and ecosystem.
Result<OrganisationQuery> parse_organisation_query(http::Parameters const& parameters, Atlas const& atlas);

Fields fields_of(NetworkQuery const& query);
Fields fields_of(OrganisationQuery const& query, Atlas const& atlas);

// The question of the pages about what is not known yet: for which age, and of which theme.
struct CompletenessQuery {
  int age = 9;  // in the middle of those of whom the report speaks
  std::optional<ThemeCode> theme{};
};

// Reads age and theme: one that a child can choose, or one around it.
Result<CompletenessQuery> parse_completeness_query(http::Parameters const& parameters, Atlas const& atlas);

struct Paging {
  std::size_t page = 1;
  std::size_t size = 20;

  std::size_t first() const { return (page - 1) * size; }
};

// limit (1 to 100, 10 when not given): how many of a list.
Result<std::size_t> parse_limit(http::Parameters const& parameters);

// Which page, from 1, of the list whose page has this name.
Result<std::size_t> parse_page(http::Parameters const& parameters, char const* name);

// page (from 1) and pageSize (1 to 100).
Result<Paging> parse_paging(http::Parameters const& parameters);

}  // namespace wegwijzer::web
