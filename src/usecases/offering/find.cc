// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/find.h"

#include <algorithm>
#include <limits>

namespace wegwijzer {

namespace {

// One bit per list of the query: an offering is found when no bit is set, and it counts for the facet of a
// list when at most that list's bit is set.
enum Misses : unsigned {
  reach_missed = 1U << 0,
  age_missed = 1U << 1,
  free_missed = 1U << 2,
  theme_missed = 1U << 3,
  day_missed = 1U << 4,
  stage_missed = 1U << 5,
  language_missed = 1U << 6,
  access_missed = 1U << 7,
};

template <class List, class Value>
bool among(List const& list, Value const& value) {
  return std::ranges::find(list, value) != list.end();
}

class Finding {
 public:
  Finding(Atlas const& atlas, OfferingQuery const& query, Moment moment)
      : atlas_(atlas), query_(query), moment_(moment), reach_(reach_of(atlas, query)) {
    for (auto const& code : query.themes) {
      if (auto const theme = atlas.themes().find(code)) wanted_themes_ |= atlas.themes().below(*theme);
    }
    for (auto const need : query.access) wanted_access_ |= 1U << static_cast<unsigned>(need);
    if (query.ecosystem) ecosystem_ = atlas.catalogue().find_ecosystem(*query.ecosystem);
    if (query.area) area_ = atlas.areas().find(*query.area);
    if (reach_) spread_out(*reach_);
  }

  FoundOfferings run() {
    found_.home_known = reach_.has_value();
    found_.facets.themes.resize(atlas_.themes().all().size());
    auto const count = catalogue().offerings().size();
    for (std::size_t i = 0; i < count; ++i) consider(Index<Offering>(i));
    sort();
    list_places();
    return std::move(found_);
  }

 private:
  static constexpr Tenths not_reached = Tenths::max();

  Catalogue const& catalogue() const { return atlas_.catalogue(); }

  // By venue, so that each offering finds its travel time in one step.
  void spread_out(Reach const& reach) {
    travel_.assign(catalogue().venues().size(), not_reached);
    for (auto const& arrival : reach.arrivals()) travel_[arrival.venue.value()] = arrival.travel;
  }

  void consider(Index<Offering> index) {
    auto const& facts = catalogue().facts(index);
    if (is_elsewhere(facts)) return;
    auto const travel = travel_to(facts);
    auto const days = days_of(index, facts);
    auto const missed = misses(index, facts, travel, days);
    count_facets(index, facts, days, missed);
    if (missed == reach_missed) ++found_.further_away;
    if (missed == age_missed) ++found_.other_ages;
    if (missed == free_missed) ++found_.not_free;
    if (missed != 0) return;
    bool const arrives = facts.needs_trip && travel && *travel != not_reached;
    found_.offerings.push_back({index, arrives ? travel : std::nullopt, age_fit(facts), {}});
  }

  bool is_elsewhere(OfferingFacts const& facts) const {
    if (query_.ecosystem && facts.ecosystem != ecosystem_) return true;
    if (query_.school_time == SchoolTimeWish::own_time && facts.in_school) return true;
    if (query_.school_time == SchoolTimeWish::school_time && !facts.in_school) return true;
    if (query_.area && !in_area(facts)) return true;
    return facts.last_day < moment_.today;
  }

  bool in_area(OfferingFacts const& facts) const {
    if (!facts.venue || !area_) return false;
    auto const there = catalogue().facts(*facts.venue).area;
    return there && atlas_.areas().lies_in(*there, *area_);
  }

  // Nothing when the home is not known.
  std::optional<Tenths> travel_to(OfferingFacts const& facts) const {
    if (!reach_) return std::nullopt;
    return facts.venue ? travel_[facts.venue->value()] : not_reached;
  }

  Weekdays days_of(Index<Offering> index, OfferingFacts const& facts) const {
    return facts.days_change ? weekdays(catalogue()[index].schedule, moment_.today) : facts.days;
  }

  Fit age_fit(OfferingFacts const& facts) const {
    if (!query_.age || !facts.age_known) return Fit::unknown;
    return fits(facts, *query_.age) ? Fit::yes : Fit::no;
  }

  unsigned misses(Index<Offering> index, OfferingFacts const& facts, std::optional<Tenths> travel,
                  Weekdays days) const {
    unsigned missed = 0;
    if (facts.needs_trip && travel == not_reached) missed |= reach_missed;
    if (age_fit(facts) == Fit::no) missed |= age_missed;
    if (query_.free && !facts.free) missed |= free_missed;
    if (!query_.themes.empty() && (facts.themes & wanted_themes_).none()) missed |= theme_missed;
    if (!query_.days.empty() && !query_.days.shares_a_day_with(days)) missed |= day_missed;
    if (!query_.stages.empty() && !(facts.stage && among(query_.stages, *facts.stage)))
      missed |= stage_missed;
    if (!query_.languages.empty() && !in_wanted_language(catalogue()[index])) missed |= language_missed;
    if ((facts.access & wanted_access_) != wanted_access_) missed |= access_missed;
    return missed;
  }

  bool in_wanted_language(Offering const& offering) const {
    return std::ranges::any_of(offering.languages,
                               [&](auto const& code) { return among(query_.languages, code); });
  }

  void count_facets(Index<Offering> index, OfferingFacts const& facts, Weekdays days, unsigned missed) {
    auto& facets = found_.facets;
    auto const counts_for = [&](unsigned list) { return (missed & ~list) == 0; };
    if (counts_for(free_missed)) facets.free += facts.free;
    if (counts_for(theme_missed)) {
      for (auto i = facts.counted_in._Find_first(); i < most_themes; i = facts.counted_in._Find_next(i))
        ++facets.themes[i];
    }
    if (counts_for(day_missed)) {
      for (unsigned day = 0; day < 7; ++day) facets.days[day] += days.contains(std::chrono::weekday(day));
    }
    if (counts_for(stage_missed) && facts.stage) ++facets.stages[*facts.stage];
    if (counts_for(language_missed) && !query_.languages.empty()) {
      for (auto const& code : catalogue()[index].languages) ++facets.languages[code.text()];
    }
    if (counts_for(access_missed) && facts.access) {
      for (auto const& [need, name] : choices<Access>) {
        if (facts.access >> static_cast<unsigned>(need) & 1) ++facets.access[need];
      }
    }
  }

  // What is asked for first, then the title, as numbers that compare in a moment.
  struct SortKey {
    bool age_unsure;
    std::int64_t asked;
    std::uint32_t title;
    std::size_t position;
    auto operator<=>(SortKey const&) const = default;
  };

  std::int64_t asked_order(FoundOffering& found) const {
    auto const travel = found.travel.value_or(not_reached).count();
    auto const& offering = catalogue()[found.offering];
    switch (query_.sort) {
      case Sort::nearest:
        return travel;
      case Sort::soonest: {
        found.next = next_time(atlas_, found.offering, moment_);
        return found.next ? found.next->day.time_since_epoch().count()
                          : std::numeric_limits<std::int64_t>::max();
      }
      case Sort::cheapest:
        return offering.price ? offering.price->amount.cents : std::numeric_limits<std::int64_t>::max();
      case Sort::title:
        return 0;
    }
    return 0;
  }

  void sort() {
    std::vector<SortKey> keys;
    keys.reserve(found_.offerings.size());
    for (auto& found : found_.offerings) {
      // What is known to fit the age comes before what does not say.
      keys.push_back({query_.age && found.age != Fit::yes, asked_order(found),
                      catalogue().facts(found.offering).title_rank, keys.size()});
    }
    std::ranges::sort(keys);
    std::vector<FoundOffering> sorted;
    sorted.reserve(keys.size());
    for (auto const& key : keys) sorted.push_back(found_.offerings[key.position]);
    found_.offerings = std::move(sorted);
  }

  void list_places() {
    if (!reach_) return;
    for (auto const& arrival : reach_->arrivals()) {
      auto const& facts = catalogue().facts(arrival.venue);
      if (!facts.offerings.empty()) continue;
      if (query_.ecosystem && facts.ecosystem != ecosystem_) continue;
      found_.places.push_back(arrival);
    }
    std::ranges::stable_sort(found_.places, {}, &Arrival::travel);
  }

  Atlas const& atlas_;
  OfferingQuery const& query_;
  Moment moment_;
  std::optional<Reach> reach_;
  std::vector<Tenths> travel_;
  ThemeSet wanted_themes_;
  unsigned wanted_access_ = 0;
  std::optional<Index<Ecosystem>> ecosystem_;
  std::optional<Index<Area>> area_;
  FoundOfferings found_;
};

}  // namespace

Profile profile_of(OfferingQuery const& query) {
  return {query.mode, query.age ? age_band(*query.age) : AgeBand::from_9};
}

std::optional<Reach> reach_of(Atlas const& atlas, OfferingQuery const& query) {
  if (!query.home) return std::nullopt;
  auto reach = atlas.streets().within(*query.home, profile_of(query), query.minutes);
  if (!reach) return std::nullopt;
  return *std::move(reach);
}

FoundOffering look_at(Atlas const& atlas, Index<Offering> index, OfferingQuery const& query,
                      Reach const* reach, Moment moment) {
  auto const& offering = atlas.catalogue()[index];
  auto const& facts = atlas.catalogue().facts(index);
  FoundOffering found{index, {}, query.age ? fits_age(offering, *query.age) : Fit::unknown, {}};
  if (reach && facts.venue && offering.where == Where::at_venue) found.travel = reach->to(*facts.venue);
  found.next = next_time(atlas, index, moment);
  return found;
}

std::optional<Occurrence> next_time(Atlas const& atlas, Index<Offering> index, Moment moment) {
  auto const& catalogue = atlas.catalogue();
  auto const& holidays = catalogue.holidays(catalogue.facts(index).ecosystem);
  return next_occurrence(catalogue[index].schedule, holidays, moment.today, moment.now);
}

FoundOfferings find_offerings(Atlas const& atlas, OfferingQuery const& query, Moment moment) {
  return Finding(atlas, query, moment).run();
}

}  // namespace wegwijzer
