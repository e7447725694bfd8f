// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/one_more.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "opportunity/weighed_homes.h"

namespace wegwijzer {

namespace {

constexpr auto every_need = static_cast<std::uint8_t>(~0U);

WelcomeItems told_by(Catalogue const& catalogue, Index<Venue> venue, Index<Organisation> organisation) {
  WelcomeItems items;
  for (auto const item : {WelcomeItem::expect, WelcomeItem::people, WelcomeItem::trial}) {
    items[static_cast<std::size_t>(item)] = true;
  }
  items[static_cast<std::size_t>(WelcomeItem::place)] = is_trusted(catalogue[venue]);
  items[static_cast<std::size_t>(WelcomeItem::safety)] = speaks_of_safety(catalogue[organisation]);
  return items;
}

// The sums over homes and profiles of what it would add, by venue.
class Placing {
 public:
  Placing(OpportunityModel const& model, WeekMoment when)
      : model_(model), offering_(one_more_offering(when)), gains_(model.atlas().catalogue().venues().size()) {
    facts_.access = every_need;
    moments_ = moments_of(offering_.schedule, {}, model.today());
  }

  void add(std::size_t home, double weight, ChildProfile const& child) {
    auto const reached = model_.reached(home, child.travel());
    auto const area = model_.homes()[home].area;
    for (std::size_t i = 0; i < reached.arrivals.size(); ++i) {
      auto const& [venue, travel] = reached.arrivals[i];
      auto const organisation = model_.atlas().catalogue().facts(venue).organisation;
      if (!organisation) continue;
      auto const route = route_barrier(reached.calm_time(i), child, model_.parameters());
      gains_[venue.value()] +=
          weight * model_.decay()(travel) * route * once_there(venue, *organisation, area, child);
    }
  }

  std::vector<double> const& gains() const { return gains_; }

 private:
  // Without the way there.
  double once_there(Index<Venue> venue, Index<Organisation> organisation, Index<Area> area,
                    ChildProfile const& child) {
    auto const& parameters = model_.parameters();
    auto const& surroundings = model_.surroundings();
    bool const in_own_area = model_.atlas().catalogue().facts(venue).area == area;
    auto const& known = surroundings.of(organisation, area);
    auto const& row = row_of(told_by(model_.atlas().catalogue(), venue, organisation), child);
    auto const guided = guidance(known, surroundings.guides_to(organisation), child, parameters);
    return visibility(known, in_own_area, child, parameters) *
           (in_own_area ? row.welcome_in_own_area : row.welcome) * row.access * support(guided, parameters);
  }

  ProfileTable::Row const& row_of(WelcomeItems const& items, ChildProfile const& child) {
    if (child_ != child) rows_.clear();
    child_ = child;
    facts_.languages = model_.dutch() | child.particulars.tongues;
    auto const [row, is_new] = rows_.try_emplace(items.to_ulong());
    if (is_new) row->second = profile_row(model_, {offering_, facts_, moments_, items}, child);
    return row->second;
  }

  OpportunityModel const& model_;
  Offering offering_;
  OfferingFacts facts_;
  Moments moments_;
  std::vector<double> gains_;
  std::optional<ChildProfile> child_;
  std::map<unsigned long, ProfileTable::Row> rows_;  // of this child, by what is told
};

std::vector<double> gains_of(OpportunityModel const& model, Index<Area> area,
                             std::span<ChildProfile const> children, WeekMoment when) {
  auto const weighed = weigh_homes(model, area, children);
  Placing placing(model, when);
  for (std::size_t p = 0; p < children.size(); ++p) {
    for (std::size_t i = 0; i < weighed.homes.size(); ++i) {
      auto const weight = weighed.weights[p][i];
      if (weight > 0) placing.add(weighed.homes[i], weight, children[p]);
    }
  }
  return placing.gains();
}

}  // namespace

Offering one_more_offering(WeekMoment when) {
  Offering offering;
  offering.where = Where::at_venue;
  offering.price = Price{};
  offering.role_models = {RoleModel::women_and_men};
  offering.schedule = *Schedule::parse(when == WeekMoment::wednesday_afternoon
                                           ? "elke woensdag 14:00-16:00, niet in schoolvakanties"
                                           : "elke zaterdag 10:00-12:00, niet in schoolvakanties");
  return offering;
}

std::vector<OneMore> best_places_for_one_more(OpportunityModel const& model, Index<Area> area,
                                              std::span<ChildProfile const> children, std::size_t most) {
  std::vector<OneMore> places;
  for (auto const& [when, name] : choices<WeekMoment>) {
    auto const gains = gains_of(model, area, children, when);
    places.resize(gains.size());
    for (std::size_t venue = 0; venue < gains.size(); ++venue) {
      if (gains[venue] > places[venue].gain) places[venue] = {Index<Venue>(venue), when, gains[venue]};
    }
  }
  std::erase_if(places, [](OneMore const& one) { return one.gain <= 0; });
  std::ranges::sort(places, {}, [](OneMore const& one) { return std::tuple(-one.gain, one.venue); });
  places.resize(std::min(places.size(), most));
  return places;
}

}  // namespace wegwijzer
