// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/reasons.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

#include "opportunity/weighed_homes.h"

namespace wegwijzer {

namespace {

std::vector<std::size_t> homes_in(OpportunityModel const& model, Index<Area> area) {
  std::vector<std::size_t> homes;
  for (std::size_t i = 0; i < model.homes().size(); ++i) {
    if (model.atlas().areas().lies_in(model.homes()[i].area, area)) homes.push_back(i);
  }
  return homes;
}

// Calls visit(child, travel, calm time) for the way there of each whom it suits, from every home where such
// children live.
template <class Visit>
void for_each_way(OpportunityModel const& model, Index<Area> area, Candidate const& to,
                  std::vector<ChildProfile> const& children, Visit visit) {
  auto const weighed = weigh_homes(model, area, children);
  for (std::size_t p = 0; p < children.size(); ++p) {
    if (!to.venue || !fits(to, children[p].age)) continue;
    for (std::size_t i = 0; i < weighed.homes.size(); ++i) {
      if (weighed.weights[p][i] <= 0) continue;
      auto const reached = model.reached(weighed.homes[i], children[p].travel());
      if (auto const arrival = reached.find(*to.venue)) {
        visit(children[p], reached.arrivals[*arrival].travel, reached.calm_time(*arrival));
      }
    }
  }
}

void look_at_ways(OpportunityModel const& model, Index<Area> area, Candidate const& to,
                  std::vector<ChildProfile> const& children, OfferingReasons& reasons) {
  for_each_way(model, area, to, children, [&](ChildProfile const& child, Tenths travel, Tenths calm) {
    Journey const journey{travel, child.travel().mode};
    auto& between = reasons.journey;
    if (!between) between = {journey, journey};
    if (travel < between->first.travel) between->first = journey;
    if (travel > between->second.travel) between->second = journey;
    if (child.going == Going::with_parent) return;
    auto& alone = child.going == Going::on_foot ? reasons.walking_alone : reasons.riding_alone;
    if (calm == never) {
      alone.some_cannot = true;
    } else {
      alone.detour = std::max(alone.detour, calm - travel);
    }
  });
}

bool touch(Areas const& areas, AreaCode const& code, Index<Area> area) {
  auto const named = areas.find(code);
  return named && (areas.lies_in(area, *named) || areas.lies_in(*named, area));
}

std::vector<Index<Channel>> channels_telling(OpportunityModel const& model, Index<Organisation> organisation,
                                             Index<Area> area) {
  auto const& network = model.atlas().network();
  std::vector<Index<Channel>> telling;
  for (auto const channel : network.of(organisation).listed_by) {
    auto const& codes = network[channel].areas;
    auto const& here = model.surroundings().ecosystems(area);
    bool const gets_there = codes.empty()
                                ? std::ranges::find(here, network.links(channel).ecosystem) != here.end()
                                : std::ranges::any_of(codes, [&](auto const& code) {
                                    return touch(model.atlas().areas(), code, area);
                                  });
    if (gets_there) telling.push_back(channel);
  }
  return telling;
}

// The mean over the homes of the area.
double share_in(OpportunityModel const& model, Index<Area> area, Index<Organisation> organisation,
                double KnownThere::* share) {
  double sum = 0;
  auto const homes = homes_in(model, area);
  for (auto const home : homes) {
    sum += model.surroundings().of(organisation, model.homes()[home].area).*share;
  }
  return homes.empty() ? 0 : sum / static_cast<double>(homes.size());
}

WelcomeItems welcome_of(OpportunityModel const& model, Candidate const& candidate, bool in_own_area,
                        ChildWish const& wish) {
  auto items = candidate.welcome;
  ChildProfile child;
  child.language = wish.language.value_or(HomeLanguage::dutch);
  child.particulars = particulars_of(wish, model.atlas().vocabulary());
  auto const& facts = model.atlas().catalogue().facts(candidate.offering);
  items[static_cast<std::size_t>(WelcomeItem::language)] = speaks_with(facts, child, model.dutch());
  items[static_cast<std::size_t>(WelcomeItem::area)] = in_own_area;
  items[static_cast<std::size_t>(WelcomeItem::role_models)] =
      meets_role_models(model.atlas().catalogue()[candidate.offering], child, in_own_area);
  return items;
}

// How one factor of one child stands to that of the other, as a distance.
std::array<double, factor_count> distances(Factors const& one, Factors const& other) {
  auto const apart = [](double a, double b) {
    return a == b ? 0 : a <= 0 || b <= 0 ? 1e9 : std::abs(std::log(a / b));
  };
  return {apart(one.presence, other.presence), apart(one.visibility, other.visibility),
          apart(one.welcome, other.welcome), apart(one.barriers.access(), other.barriers.access()),
          apart(one.support, other.support)};
}

std::map<std::size_t, Factors> met_by(OpportunityModel const& model, std::size_t home,
                                      ChildProfile const& child) {
  std::map<std::size_t, Factors> met;
  ExperienceOf(model).for_each(
      model.homes()[home].area, model.reached(home, child.travel()), ProfileTable(model, child),
      [&](std::size_t candidate, Factors const& factors) { met.emplace(candidate, factors); });
  return met;
}

double all_children(HomeArea const& home) {
  return std::accumulate(home.children.begin(), home.children.end(), 0.0);
}

}  // namespace

Result<OfferingReasons> offering_reasons(OpportunityModel const& model, Index<Area> area,
                                         Index<Offering> offering, ChildWish const& wish) {
  auto const number = model.candidates().find(offering);
  if (!number) return fail(Fault::missing, "opportunity.not_open");
  auto const& areas = model.atlas().areas();
  if (areas.outermost(area) == area && homes_in(model, area).size() > most_homes) {
    return fail(Fault::invalid, "opportunity.too_large");
  }
  auto const& candidate = model.candidates()[*number];
  auto const children = children_of(wish, model.atlas().vocabulary());
  auto const parts = taken_apart(model, area, children);
  auto const part = std::ranges::find(parts, offering, &OfferingPart::offering);
  if (part == parts.end()) return fail(Fault::missing, "opportunity.out_of_reach");
  OfferingReasons reasons;
  reasons.part = *part;
  reasons.needs_trip = candidate.venue.has_value();
  look_at_ways(model, area, candidate, children, reasons);
  reasons.capacity = model.atlas().catalogue()[offering].capacity;
  auto const seats = model.seats_per_child(*number);
  if (reasons.capacity && seats > 0) reasons.children_per_seat = 1 / seats;
  reasons.channels = channels_telling(model, candidate.organisation, area);
  reasons.in_own_area = candidate.area == area;
  auto const untold =
      wish.language == HomeLanguage::other ? &KnownThere::untold_in_other : &KnownThere::untold;
  reasons.untold = share_in(model, area, candidate.organisation, untold);
  reasons.informed = share_in(model, area, candidate.organisation, &KnownThere::informed);
  reasons.by_spotters = share_in(model, area, candidate.organisation, &KnownThere::by_spotters);
  reasons.guides = model.surroundings().guides_to(candidate.organisation);
  if (still_counting(candidate.felt_welcome, model.today(), model.parameters()))
    reasons.felt_welcome = candidate.felt_welcome;
  reasons.welcome = welcome_of(model, candidate, reasons.in_own_area, wish);
  return reasons;
}

std::optional<Comparison> compare_children(OpportunityModel const& model, Index<Area> area,
                                           ChildProfile const& one, ChildProfile const& other) {
  auto const homes = homes_in(model, area);
  if (homes.empty()) return std::nullopt;
  auto const home =
      std::ranges::max(homes, {}, [&](std::size_t i) { return all_children(model.homes()[i]); });
  Reckoner reckoner(model, Subjects(model.atlas().themes()));
  auto const funnel_of = [&](ChildProfile const& child) {
    return reckoner
        .reckon(model.homes()[home].area, model.reached(home, child.travel()), ProfileTable(model, child))
        .funnel;
  };
  Comparison comparison;
  comparison.one = funnel_of(one);
  comparison.other = funnel_of(other);
  comparison.against_other = against(comparison.one, comparison.other);
  auto const of_one = met_by(model, home, one), of_other = met_by(model, home, other);
  auto numbers = of_one;
  numbers.insert(of_other.begin(), of_other.end());
  for (auto const& [candidate, unused] : numbers) {
    auto const of = [&](auto const& met) {
      auto const found = met.find(candidate);
      return found == met.end() ? Factors() : found->second;
    };
    auto const a = of(of_one), b = of(of_other);
    auto const apart = distances(a, b);
    auto const most = std::ranges::max_element(apart) - apart.begin();
    comparison.offerings.push_back({model.candidates()[candidate].offering, a.experienced(), b.experienced(),
                                    static_cast<Factor>(most)});
  }
  std::ranges::sort(comparison.offerings, {}, [](ComparedOffering const& compared) {
    return std::tuple(-std::abs(compared.one - compared.other), compared.offering);
  });
  return comparison;
}

}  // namespace wegwijzer
