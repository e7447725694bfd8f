// SPDX-License-Identifier: EUPL-1.2
// The five factors as DOMAIN.md section 4 and docs/parameters.md say them, one child and one offering at a
// time, slowly: nothing is kept, nothing is shared with the layer that is tested but its parameters.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "opportunity/child_profile.h"
#include "opportunity/experience.h"
#include "opportunity/home_areas.h"
#include "opportunity/next_steps.h"
#include "opportunity/parameters.h"

namespace wegwijzer {

class OpportunityOracle {
 public:
  struct Experienced {
    double r = 0, v = 0, w = 0, a = 0, g = 0, x = 0;
  };

  OpportunityOracle(Atlas const& atlas, OpportunityParameters const& parameters, Date today)
      : atlas_(atlas), catalogue_(atlas.catalogue()), p_(parameters), today_(today) {
    count_demand();
  }

  // By offering, of all that suit the age and are within reach.
  std::map<Index<Offering>, Experienced> experience(HomeArea const& home, ChildProfile const& child) const {
    std::map<Index<Offering>, Experienced> all;
    auto const mode = child.going == Going::on_foot ? Mode::walk : Mode::bike;
    auto const reach = reach_from(home, mode, child.age);
    auto const calm = reach_from(home, mode, child.age, child.age < 12 ? Roads::calm : Roads::all);
    for (auto const offering : offerings()) {
      if (!suits(offering, child.age)) continue;
      auto const travel = journey(home, offering, reach);
      if (!travel) continue;
      auto const calmly = journey(home, offering, calm);
      all[offering] = factors(home, child, offering, *travel, calmly ? *calmly : std::nullopt);
    }
    return all;
  }

  // Offerings of here and within reach that suit the age.
  double exists(HomeArea const& home, ChildProfile const& child) const {
    auto const reached = experience(home, child);
    double count = 0;
    for (auto const offering : offerings()) {
      bool const here = in_region(catalogue_.facts(offering).ecosystem, home.area);
      if (suits(offering, child.age) && (here || reached.contains(offering))) ++count;
    }
    return count;
  }

  // Of the offerings that are open, those with no way deeper and those with no next step at all.
  struct OpenEnds {
    std::set<Index<Offering>> open, shallow, dead;
  };

  OpenEnds ends(HomeArea const& home, ChildProfile const& child) const {
    std::set<Index<Offering>> open, shallow, dead;
    for (auto const& [offering, factors] : experience(home, child)) {
      if (factors.x >= p_.next_step_from) open.insert(offering);
    }
    for (auto const from : open) {
      bool deeper = false, broader = false;
      for (auto const to : open) {
        if (same_again(from, to)) continue;
        auto const direction = direction_of(from, to, child.age);
        deeper = deeper || direction == Direction::deepen;
        broader = broader || direction == Direction::broaden;
      }
      if (!deeper) shallow.insert(from);
      if (!deeper && !broader) dead.insert(from);
    }
    return {open, shallow, dead};
  }

  // By subject: whether there is something of each stage, and whether one leads to the next.
  std::array<Rocket, most_subjects> rockets(HomeArea const& home, ChildProfile const& child) const {
    std::vector<Index<Offering>> first, then;
    for (auto const& [offering, factors] : experience(home, child)) {
      if (factors.x < p_.next_step_from) continue;
      then.push_back(offering);
      if (catalogue_[offering].stage == Stage::introduce) first.push_back(offering);
    }
    for (auto const lesson : lessons(home, child.age)) first.push_back(lesson);
    std::array<Rocket, most_subjects> rockets{};
    auto const subjects = atlas_.themes().subjects();
    for (std::size_t i = 0; i < subjects.size(); ++i) {
      auto const is_of = [&](Index<Offering> offering) {
        return (catalogue_.facts(offering).themes & atlas_.themes().below(subjects[i])).any();
      };
      for (auto const one : then) {
        if (is_of(one) && catalogue_[one].stage == Stage::deepen) rockets[i].deepen = 1;
        if (is_of(one) && catalogue_[one].stage == Stage::belong) rockets[i].belong = 1;
      }
      for (auto const one : first) {
        if (!is_of(one)) continue;
        rockets[i].introduce = 1;
        for (auto const next : then) {
          if (!is_of(next) || catalogue_[next].stage != Stage::deepen || !deepens(atlas_, one, next))
            continue;
          for (auto const last : then) {
            bool const belongs = is_of(last) && catalogue_[last].stage == Stage::belong;
            if (belongs && deepens(atlas_, next, last)) rockets[i].whole = 1;
          }
        }
      }
    }
    return rockets;
  }

  double seats_per_child(Index<Offering> offering) const {
    auto const seats = seats_of(offering);
    auto const demand = demand_.find(offering);
    if (demand == demand_.end() || demand->second <= 0) return std::numeric_limits<double>::infinity();
    return seats / demand->second;
  }

 private:
  std::vector<Index<Offering>> offerings() const {
    std::vector<Index<Offering>> found;
    for (std::size_t i = 0; i < catalogue_.offerings().size(); ++i) {
      auto const& offering = catalogue_.offerings()[i];
      bool const open = joining(offering, today_) == Joining::open && !over(offering.schedule, today_);
      if (open && offering.school_time == SchoolTime::out_of_school) found.emplace_back(i);
    }
    return found;
  }

  // What children of this age meet with their class.
  std::vector<Index<Offering>> lessons(HomeArea const& home, int age) const {
    std::vector<Index<Offering>> found;
    for (std::size_t i = 0; i < catalogue_.offerings().size(); ++i) {
      Index<Offering> const offering(i);
      auto const& one = catalogue_[offering];
      bool const introduces = one.school_time == SchoolTime::in_school && one.stage == Stage::introduce;
      if (!introduces || over(one.schedule, today_) || !suits(offering, age)) continue;
      if (in_region(catalogue_.facts(offering).ecosystem, home.area)) found.push_back(offering);
    }
    return found;
  }

  bool same_again(Index<Offering> one, Index<Offering> other) const {
    return catalogue_[one].organisation == catalogue_[other].organisation &&
           catalogue_[one].title == catalogue_[other].title;
  }

  // What partners agreed on for this age, else the definitions.
  std::optional<Direction> direction_of(Index<Offering> from, Index<Offering> to, int age) const {
    auto const& network = atlas_.network();
    for (auto const edge : network.steps_of(from)) {
      bool const of_age = !network[edge].ages || network[edge].ages->contains(age);
      if (network.links(edge).to == to && network.links(edge).agreed && of_age)
        return network[edge].direction;
    }
    if (deepens(atlas_, from, to)) return Direction::deepen;
    if (broadens(atlas_, from, to)) return Direction::broaden;
    return std::nullopt;
  }

  bool suits(Index<Offering> offering, int age) const {
    return fits_age(catalogue_[offering], age) == Fit::yes;
  }

  Reach reach_from(HomeArea const& home, Mode mode, int age, Roads roads = Roads::all) const {
    auto const minutes = Minutes(static_cast<int>(std::lround(p_.longest_journey)));
    return atlas_.streets().within(home.point, {mode, age_band(age), roads}, minutes).value_or(Reach());
  }

  // Nothing when it is out of reach; no time when it needs no trip.
  std::optional<std::optional<Tenths>> journey(HomeArea const& home, Index<Offering> offering,
                                               Reach const& reach) const {
    auto const& one = catalogue_[offering];
    if (one.where != Where::at_venue) {
      if (!in_region(catalogue_.facts(offering).ecosystem, home.area)) return std::nullopt;
      return std::optional<Tenths>();
    }
    auto const venue = catalogue_.facts(offering).venue;
    auto const travel = venue ? reach.to(*venue) : std::nullopt;
    if (!travel) return std::nullopt;
    return travel;
  }

  double decay(std::optional<Tenths> travel) const {
    if (!travel) return 1;
    return std::exp2(-travel->count() / (std::round(p_.half_at) * 600));
  }

  Index<Area> largest(Index<Area> area) const {
    while (auto const around = atlas_.areas().around(area)) area = *around;
    return area;
  }

  bool in_region(Index<Ecosystem> ecosystem, Index<Area> area) const {
    for (std::size_t i = 0; i < catalogue_.venues().size(); ++i) {
      auto const& facts = catalogue_.facts(Index<Venue>(i));
      if (facts.ecosystem == ecosystem && facts.area && largest(*facts.area) == largest(area)) return true;
    }
    return false;
  }

  std::optional<double> figure(Index<Area> area, char const* name) const {
    for (std::optional<Index<Area>> at = area; at; at = atlas_.areas().around(*at)) {
      auto const& figures = atlas_.areas()[*at].figures;
      if (figures.contains(name)) return figures.at(name) / 100;
    }
    return std::nullopt;
  }

  double without_bicycle(Index<Area> area) const {
    auto const low = figure(area, "income_low");
    auto const little = low ? *low * p_.little_of_low_incomes : p_.little_not_known;
    return little * p_.without_bicycle_little + (1 - little) * p_.without_bicycle_enough;
  }

  // Balanced floating catchment: each child is parted among what fits it, by decay.
  void count_demand() {
    for (auto const& home : home_areas(atlas_, static_cast<int>(p_.square))) {
      auto const without = without_bicycle(home.area);
      for (int age = ChildrenByAge::youngest; age <= ChildrenByAge::oldest; ++age) {
        auto const children = home.children[static_cast<std::size_t>(age - ChildrenByAge::youngest)];
        add_demand(home, Mode::walk, age, children * without);
        add_demand(home, Mode::bike, age, children * (1 - without));
      }
    }
  }

  void add_demand(HomeArea const& home, Mode mode, int age, double children) {
    auto const reach = reach_from(home, mode, age);
    std::map<Index<Offering>, double> pull;
    double all = 0;
    for (auto const offering : offerings()) {
      if (!suits(offering, age)) continue;
      if (auto const travel = journey(home, offering, reach)) all += pull[offering] = decay(*travel);
    }
    for (auto const& [offering, part] : pull) demand_[offering] += children * part / all;
  }

  std::vector<Occurrence> moments(Index<Offering> offering, int days) const {
    return occurrences(catalogue_[offering].schedule,
                       catalogue_.holidays(catalogue_.facts(offering).ecosystem), today_,
                       today_ + std::chrono::days(days));
  }

  double times_in_four_weeks(Index<Offering> offering) const {
    return std::max(1.0, static_cast<double>(moments(offering, 90).size()) * 28 / 91);
  }

  double seats_of(Index<Offering> offering) const {
    auto const& one = catalogue_[offering];
    if (!one.capacity) return std::numeric_limits<double>::infinity();
    switch (one.kind) {
      case OfferingKind::series:
      case OfferingKind::club:
      case OfferingKind::holiday_school:
        return *one.capacity;
      default:
        return *one.capacity * times_in_four_weeks(offering);
    }
  }

  Experienced factors(HomeArea const& home, ChildProfile const& child, Index<Offering> offering,
                      std::optional<Tenths> travel, std::optional<Tenths> calm) const {
    Experienced e;
    e.r = decay(travel) * std::min(1.0, seats_per_child(offering));
    e.v = seen(home, child, offering);
    e.w = welcome(home, child, offering);
    e.a = price(child, offering) * when(child, offering) * route(child, travel, calm) *
          language(child, offering) * needs(child, offering);
    e.g = guided(home, child, offering);
    e.x = e.r * e.v * e.w * e.a * (p_.without_guide + (1 - p_.without_guide) * e.g);
    return e;
  }

  bool in_own_area(HomeArea const& home, Index<Offering> offering) const {
    auto const venue = catalogue_.facts(offering).venue;
    return catalogue_[offering].where == Where::at_venue && venue &&
           catalogue_.facts(*venue).area == home.area;
  }

  bool gets_to(Index<Channel> channel, Index<Area> home) const {
    auto const& one = atlas_.network()[channel];
    if (one.areas.empty()) return in_region(atlas_.network().links(channel).ecosystem, home);
    return std::ranges::any_of(one.areas, [&](AreaCode const& code) {
      auto const area = atlas_.areas().find(code);
      return area && atlas_.areas().lies_in(home, *area);
    });
  }

  double seen(HomeArea const& home, ChildProfile const& child, Index<Offering> offering) const {
    auto const organisation = catalogue_.facts(offering).organisation;
    auto const ecosystem = catalogue_.ecosystem(organisation);
    double unseen = 1 - p_.found_by_searching;
    if (in_own_area(home, offering)) unseen *= 1 - p_.seen_in_passing;
    auto const& channels = atlas_.network().of(ecosystem).channels;
    if (std::ranges::none_of(channels,
                             [&](auto one) { return atlas_.network()[one].families.has_value(); })) {
      unseen *= 1 - p_.known_without_channels;
    }
    for (std::size_t i = 0; i < catalogue_.ecosystems().size(); ++i) {
      for (auto const channel : atlas_.network().of(Index<Ecosystem>(i)).channels) {
        auto const& one = atlas_.network()[channel];
        auto const& lists = atlas_.network().links(channel).lists;
        if (!one.families || std::ranges::find(lists, organisation) == lists.end()) continue;
        if (!gets_to(channel, home.area)) continue;
        bool const spoken = one.kind == ChannelKind::parents || one.kind == ChannelKind::friends ||
                            one.kind == ChannelKind::guide;
        auto const half = child.language == HomeLanguage::other && !spoken;
        unseen *= 1 - one.families->share() * (half ? p_.channels_in_other_language : 1);
      }
    }
    return 1 - unseen;
  }

  bool speaks_dutch(Offering const& one) const {
    return std::ranges::find(one.languages, *LanguageCode::parse("nl")) != one.languages.end();
  }

  bool speaks_other(Offering const& one) const {
    return std::ranges::any_of(one.languages,
                               [](LanguageCode const& code) { return code != *LanguageCode::parse("nl"); });
  }

  bool speaks_tongue(Offering const& one, ChildProfile const& child) const {
    auto const& languages = atlas_.vocabulary().languages;
    for (std::size_t i = 0; i < languages.size(); ++i) {
      bool const spoken = std::ranges::find(one.languages, languages[i].code) != one.languages.end();
      if (spoken && child.particulars.tongues >> i & 1) return true;
    }
    return false;
  }

  double welcome(HomeArea const& home, ChildProfile const& child, Index<Offering> offering) const {
    auto const& one = catalogue_[offering];
    auto const& provider = catalogue_[catalogue_.facts(offering).organisation];
    auto const venue = catalogue_.facts(offering).venue;
    std::set<std::string> const trusted{"school", "library", "community-centre", "petting-farm", "city-farm"};
    double met = 0;
    if (!one.expect.empty()) met += p_.welcome_expect;
    if (!one.meets.empty()) met += p_.welcome_people;
    bool const dutch = one.languages.empty() || speaks_dutch(one);
    bool const other = child.particulars.tongues ? speaks_tongue(one, child) : speaks_other(one);
    if (child.language == HomeLanguage::dutch ? dutch : other) met += p_.welcome_language;
    if (one.trial_lesson ? *one.trial_lesson : one.kind == OfferingKind::walk_in) met += p_.welcome_trial;
    if (venue && trusted.contains(catalogue_[*venue].kind.text())) met += p_.welcome_place;
    if (in_own_area(home, offering)) met += p_.welcome_area;
    if (role_models(home, child, offering)) met += p_.welcome_role_models;
    if (speaks_of_safety(provider)) met += p_.welcome_safety;
    // Asked of children who came, at most so many months of 30.4375 days ago.
    double asked = 0;
    if (auto const& felt = catalogue_.felt_welcome(offering)) {
      auto const ago = static_cast<double>((today_ - felt->last).count());
      bool const recent = ago <= 30.4375 * p_.feedback_counts_for;
      asked = recent ? p_.welcome_feedback : 0;
      met += asked * felt->share;
    }
    auto const all = asked + p_.welcome_expect + p_.welcome_people + p_.welcome_language + p_.welcome_trial +
                     p_.welcome_place + p_.welcome_area + p_.welcome_safety + p_.welcome_role_models;
    return p_.welcome_at_least + (1 - p_.welcome_at_least) * met / all;
  }

  // Some are like any child, some only like those of the area or those who speak another language at home.
  bool role_models(HomeArea const& home, ChildProfile const& child, Index<Offering> offering) const {
    auto const& said = catalogue_[offering].role_models;
    std::set<RoleModel> const models(said.begin(), said.end());
    if (models.contains(RoleModel::older_children) || models.contains(RoleModel::women_and_men)) return true;
    if (models.contains(RoleModel::from_area) && in_own_area(home, offering)) return true;
    return models.contains(RoleModel::home_languages) && child.language == HomeLanguage::other;
  }

  double price(ChildProfile const& child, Index<Offering> offering) const {
    auto const& one = catalogue_[offering];
    bool const little = child.purse == Purse::little;
    for (auto const& fund : one.funds) {
      if (fund.text() == "school-betaalt") return 1;
    }
    if (!one.price) return little ? p_.price_not_said_little : p_.price_not_said_enough;
    auto euros = static_cast<double>(one.price->amount.cents) / 100;
    bool const again = one.kind == OfferingKind::club || one.kind == OfferingKind::series;
    if (one.price->per == Per::time && again) euros *= times_in_four_weeks(offering);
    if (one.price->per == Per::series) euros /= std::max(1.0, p_.series_months);
    if (one.price->per == Per::year) euros /= 12;
    auto const purse = little ? p_.purse_little : p_.purse_enough;
    if (euros <= purse) return 1;
    return std::max(purse / euros, little && !one.funds.empty() ? p_.waiver_works : 0);
  }

  // Child and, where needed, a grown-up together.
  double when(ChildProfile const& child, Index<Offering> offering) const {
    auto const& one = catalogue_[offering];
    bool const trip = one.where == Where::at_venue;
    bool const parent = (trip && child.going == Going::with_parent) || one.company == Company::with_parent;
    auto const times = moments(offering, 90);
    if (times.empty()) return trip ? p_.time_not_said * (parent ? p_.parent_in_weekend : 1) : 1;
    auto const& holidays = catalogue_.holidays(catalogue_.facts(offering).ecosystem);
    double best = 0;
    for (auto const& [day, hours] : times) {
      auto const of_week = weekday(day);
      bool const weekend = of_week == std::chrono::Saturday || of_week == std::chrono::Sunday;
      bool const short_day = of_week == std::chrono::Wednesday;
      bool const holiday = holidays.contains(day), evening = hours.from >= TimeOfDay{17 * 60 + 30};
      double child_free = 1, parent_free = p_.parent_in_afternoon;
      if (holiday) {
        parent_free = p_.parent_in_holidays;
      } else if (weekend) {
        parent_free = p_.parent_in_weekend;
      } else if (hours.from < TimeOfDay{(short_day ? 12 : 14) * 60}) {
        child_free = 0;
      } else if (evening) {
        parent_free = p_.parent_in_evening;
        child_free = child.age < 9 ? p_.evening_when_young : 1;
      } else if (child.age < 12 && !parent) {
        child_free = 1 - p_.in_after_care;
      }
      best = std::max(best, child_free * (parent ? parent_free : 1));
    }
    return best;
  }

  // Alone over calm streets, and no quicker than over all; where that takes too long, no_safe_route at most.
  double route(ChildProfile const& child, std::optional<Tenths> travel, std::optional<Tenths> calm) const {
    if (!travel || child.going == Going::with_parent) return 1;
    auto const minutes = calm ? std::max(*travel, *calm).count() / 600.0 : p_.longest_journey;
    auto const allowed = child.age <= 5    ? p_.alone_from_4
                         : child.age <= 8  ? p_.alone_from_6
                         : child.age <= 11 ? p_.alone_from_9
                                           : p_.alone_from_12;
    return std::min(calm ? 1 : p_.no_safe_route, allowed / minutes);
  }

  double language(ChildProfile const& child, Index<Offering> offering) const {
    auto const& one = catalogue_[offering];
    if (child.language == HomeLanguage::dutch) {
      return one.languages.empty() || speaks_dutch(one) ? 1 : p_.language_other;
    }
    if (one.languages.empty()) return p_.language_not_said;
    if (child.particulars.tongues) return speaks_tongue(one, child) ? 1 : p_.language_other;
    return speaks_other(one) ? p_.language_perhaps : p_.language_other;
  }

  double needs(ChildProfile const& child, Index<Offering> offering) const {
    double left = 1;
    for (auto const& [need, name] : choices<Access>) {
      bool const asked = child.particulars.needs >> static_cast<unsigned>(need) & 1;
      auto const& offered = catalogue_[offering].access;
      if (asked && std::ranges::find(offered, need) == offered.end()) left *= p_.need_not_said;
    }
    return left;
  }

  double guided(HomeArea const& home, ChildProfile const& child, Index<Offering> offering) const {
    auto const organisation = catalogue_.facts(offering).organisation;
    auto const& network = atlas_.network();
    double guide = 0;
    for (auto const one : network.of(organisation).collaborations) {
      if (network[one].kind != CollaborationKind::refers_to || network.links(one).to != organisation)
        continue;
      guide = std::max(guide, spotters(network.links(one).from) ? p_.guide_refers_trained : p_.guide_refers);
    }
    auto const parents = child.purse == Purse::little ? p_.parents_little : p_.parents_enough;
    return 1 - (1 - parents) * (1 - teacher(home, organisation)) * (1 - guide);
  }

  bool spotters(Index<Organisation> organisation) const {
    return catalogue_[organisation].trained_spotters == true;
  }

  // Of each pupil of this area whose school works with the organisation, or tells of it.
  double teacher(HomeArea const& home, Index<Organisation> organisation) const {
    double all = 0, pointed_on = 0;
    auto const& code = atlas_.areas()[home.area].code;
    for (std::size_t i = 0; i < catalogue_.venues().size(); ++i) {
      auto const school = catalogue_.facts(Index<Venue>(i)).organisation;
      for (auto const& part : catalogue_.venues()[i].catchment) {
        if (!school || part.buurt != code) continue;
        all += part.pupils;
        if (!knows(*school, organisation)) continue;
        pointed_on += part.pupils * (spotters(*school) ? p_.teacher_trained : p_.teacher_informed);
      }
    }
    return all > 0 ? pointed_on / all : 0;
  }

  bool knows(Index<Organisation> school, Index<Organisation> other) const {
    auto const& network = atlas_.network();
    for (auto const one : network.of(school).collaborations) {
      auto const kind = network[one].kind;
      bool const tells = kind == CollaborationKind::works_together || kind == CollaborationKind::refers_to ||
                         kind == CollaborationKind::hosts;
      if (tells && network.links(one).partner_of(school) == other) return true;
    }
    return std::ranges::any_of(network.of(school).runs, [&](Index<Channel> channel) {
      auto const& lists = network.links(channel).lists;
      return std::ranges::find(lists, other) != lists.end();
    });
  }

  Atlas const& atlas_;
  Catalogue const& catalogue_;
  OpportunityParameters p_;
  Date today_;
  std::map<Index<Offering>, double> demand_;
};

}  // namespace wegwijzer
