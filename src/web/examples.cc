// SPDX-License-Identifier: EUPL-1.2
#include "web/examples.h"

#include "base/check.h"

namespace wegwijzer::web {

namespace {

template <class Thing>
Id<Thing> id_of(std::uint64_t number) {
  return Id<Thing>(Uuid{0, number});
}

Id<Organisation> const club = id_of<Organisation>(1);

GeoPoint middle_of(tiles::TileMaker const& map) {
  if (!map.box()) return GeoPoint::of_degrees(52, 5);
  auto const& [low, high] = *map.box();
  return tiles::to_earth({low.x + (high.x - low.x) / 2, low.y + (high.y - low.y) / 2});
}

// The places lie some hundred metres apart, one beside the other.
Venue a_place(std::uint64_t number, char const* name, GeoPoint middle) {
  Venue venue;
  venue.id = id_of<Venue>(number);
  venue.name = name;
  venue.kind = *VenueKind::parse("makerspace");
  venue.point = GeoPoint::of_degrees(middle.latitude_degrees(),
                                     middle.longitude_degrees() + 0.004 * static_cast<double>(number));
  return venue;
}

Offering plain(std::uint64_t number, char const* title, Date today) {
  Offering offering;
  offering.id = id_of<Offering>(number);
  offering.organisation = club;
  offering.venue = id_of<Venue>(1);
  offering.title = title;
  offering.summary = "We bouwen een robot die zelf de weg vindt.";
  offering.ages = AgeRange{8, 12};
  offering.price = Price{Euro{0}, Per::time};
  offering.schedule = *Schedule::parse("elke woensdag 14:00-15:30");
  offering.confirmed_on = today;
  return offering;
}

Offering free_of_charge(Date today) {
  auto offering = plain(1, "Gratis, met nog drie plekken", today);
  offering.places_left = 3;
  offering.access = {Access::wheelchair};
  return offering;
}

Offering with_help(View const& view) {
  auto offering = plain(2, "Kost geld, maar hulp is er ook", view.moment.today);
  offering.venue = id_of<Venue>(2);
  offering.price = Price{Euro{1250}, Per::month};
  offering.expect = "De eerste keer kijk je rond en kies je een tafel. Iemand zit naast je.";
  offering.meets = "Samira, begeleider";
  offering.role_models = {RoleModel::older_children, RoleModel::from_area};
  for (auto const& fund : view.atlas.vocabulary().funds) {
    if (fund.applies != Applicant::nobody) offering.funds.push_back(fund.code);
  }
  return offering;
}

Offering full(std::uint64_t number, char const* title, bool waiting_list, Date today) {
  auto offering = plain(number, title, today);
  offering.places_left = 0;
  offering.waiting_list = waiting_list;
  return offering;
}

Offering closed(Date today) {
  auto offering = plain(5, "Aanmelden kan niet meer", today);
  offering.deadline = today - std::chrono::days(1);
  return offering;
}

Offering long_ago(Date today) {
  return plain(6, "Lang niet nagekeken", today - 2 * goes_stale_after<Offering>);
}

Offering unknown(Date today) {
  auto offering = plain(7, "Leeftijd, prijs en dag onbekend", today);
  offering.ages.reset();
  offering.price.reset();
  offering.schedule = {};
  offering.confirmed_on.reset();
  return offering;
}

Offering at_home(Date today) {
  auto offering = plain(8, "Voor thuis, met een titel die zo lang is dat hij niet op één regel past", today);
  offering.venue.reset();
  offering.where = Where::at_home;
  return offering;
}

std::vector<Offering> every_state(View const& view) {
  auto const today = view.moment.today;
  std::vector<Offering> all{free_of_charge(today),
                            with_help(view),
                            full(3, "Vol, zonder wachtlijst", false, today),
                            full(4, "Vol, met wachtlijst", true, today),
                            closed(today),
                            long_ago(today),
                            unknown(today),
                            at_home(today)};
  auto const& themes = view.atlas.themes().choices();
  for (std::size_t i = 0; i < all.size() && !themes.empty(); ++i)
    all[i].themes = {view.atlas.themes()[themes[i % themes.size()]].code};
  return all;
}

Fact a_fact() {
  Fact fact;
  fact.id = id_of<Fact>(1);
  fact.level = Level::micro;
  fact.organisations = {club};
  fact.dutch = "Kinderen bouwen samen een brug.";
  fact.english = "Children build a bridge together.";
  fact.reference = "deel 1, bladzijde 2";
  return fact;
}

}  // namespace

Atlas example_atlas(View const& view) {
  Organisation organisation;
  organisation.id = club;
  organisation.name = "Robotclub De Ontdekking";
  organisation.roles = {Role::provider};
  auto const middle = middle_of(view.atlas.map());
  EcosystemRecords records{.ecosystem = {.id = id_of<Ecosystem>(1),
                                         .slug = "voorbeeld",
                                         .name = "Voorbeeld",
                                         .origin = Origin::fictional},
                           .organisations = {organisation},
                           .venues = {a_place(1, "De Werkplaats", middle), a_place(2, "De Bieb", middle)},
                           .offerings = every_state(view)};
  records.network.facts = {a_fact()};
  AtlasSource source;
  source.records = {std::move(records)};
  source.vocabulary = std::make_shared<Vocabulary const>(view.atlas.vocabulary());
  source.map = view.atlas.shared_map();
  return Atlas(std::move(source));
}

}  // namespace wegwijzer::web
