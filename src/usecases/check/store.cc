// SPDX-License-Identifier: EUPL-1.2
#include "usecases/check/store.h"

#include <algorithm>

namespace wegwijzer {

namespace {

template <class Thing>
std::vector<Thing> current(std::vector<Thing> all) {
  std::erase_if(all, [](Thing const& thing) { return thing.archived_on.has_value(); });
  return all;
}

template <class Thing, class Lacks>
std::size_t count(std::vector<Thing> const& all, Lacks lacks) {
  return static_cast<std::size_t>(std::ranges::count_if(all, lacks));
}

EcosystemFindings findings_of(Reader& reader, Date today) {
  auto const organisations = current(reader.organisations().all());
  auto const venues = current(reader.venues().all());
  auto const offerings = current(reader.offerings().all());
  auto const gone_stale = [&](auto const& record) { return stale(record, today); };
  return {reader.ecosystem().name,
          {{"check.organisations", organisations.size()},
           {"check.venues", venues.size()},
           {"check.offerings", offerings.size()},
           {"check.corrections", reader.corrections().size()},
           {"check.stale_organisations", count(organisations, gone_stale)},
           {"check.stale_venues", count(venues, gone_stale)},
           {"check.stale_offerings", count(offerings, gone_stale)},
           {"check.over", count(offerings, [&](Offering const& o) { return over(o.schedule, today); })},
           {"check.no_age", count(offerings, [](Offering const& o) { return !o.ages && !o.groups; })},
           {"check.no_price", count(offerings, [](Offering const& o) { return !o.price; })},
           {"check.no_schedule", count(offerings, [](Offering const& o) { return o.schedule.empty(); })},
           {"check.no_venue",
            count(offerings, [](Offering const& o) { return o.where == Where::at_venue && !o.venue; })},
           {"check.no_themes", count(offerings, [](Offering const& o) { return o.themes.empty(); })},
           {"check.no_way_to_take_part", count(offerings, [](Offering const& o) {
              return o.link.empty() && o.phone.empty() && o.email.empty();
            })}}};
}

}  // namespace

StoreFindings check_store(Store& store, Date today) {
  StoreFindings findings{store.integrity_problems(), {}};
  for (auto const& ecosystem : store.ecosystems()) {
    findings.ecosystems.push_back(findings_of(*store.reader(ecosystem), today));
  }
  return findings;
}

}  // namespace wegwijzer
