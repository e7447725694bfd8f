// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/find.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "usecases/offering/ranking.h"

namespace wegwijzer {

namespace {

// One bit per list of the query: an offering is found when no bit is set, and choosing another value of a
// list can only find it when at most that list's bit is set.
enum Misses : unsigned {
  reach_missed = 1U << 0,
  age_missed = 1U << 1,
  free_missed = 1U << 2,
  theme_missed = 1U << 3,
  day_missed = 1U << 4,
  stage_missed = 1U << 5,
  language_missed = 1U << 6,
  access_missed = 1U << 7,
  price_missed = 1U << 8,
};

template <class List, class Value>
bool among(List const& list, Value const& value) {
  return std::ranges::find(list, value) != list.end();
}

ThemeSet all_below(Atlas const& atlas, std::vector<ThemeCode> const& codes) {
  ThemeSet all;
  for (auto const& code : codes) {
    if (auto const theme = atlas.themes().find(code)) all |= atlas.themes().below(*theme);
  }
  return all;
}

// What a child can choose from: the usual themes, and those one step below a chosen one.
std::vector<Index<Theme>> themes_to_choose(Atlas const& atlas, std::vector<ThemeCode> const& chosen) {
  auto all = atlas.themes().choices();
  for (auto const& code : chosen) {
    auto const theme = atlas.themes().find(code);
    if (theme) std::ranges::copy(atlas.themes().below_directly(*theme), std::back_inserter(all));
  }
  std::ranges::sort(all);
  all.erase(std::ranges::unique(all).begin(), all.end());
  std::erase_if(all, [&](Index<Theme> theme) { return among(chosen, atlas.themes()[theme].code); });
  return all;
}

class FindingOfferings {
 public:
  FindingOfferings(Atlas const& atlas, OfferingQuery const& query, Moment moment)
      : atlas_(atlas), query_(query), moment_(moment), reach_(reach_of(atlas, query)) {
    wanted_themes_ = all_below(atlas, query.themes);
    for (auto const theme : themes_to_choose(atlas, query.themes)) {
      theme_choices_.push_back({theme, all_below(atlas, with_theme(atlas, query, theme).themes), 0});
    }
    auto const& languages = atlas.vocabulary().languages;
    for (std::size_t i = 0; i < std::min(languages.size(), most_languages); ++i) {
      if (among(query.languages, languages[i].code)) wanted_languages_ |= 1U << i;
    }
    wanted_access_ = access_bits(query.access);
    if (query.ecosystem) ecosystem_ = atlas.catalogue().find_ecosystem(*query.ecosystem);
    if (query.area) area_ = atlas.areas().find(*query.area);
    if (reach_) spread_out(*reach_);
    found_.read = atlas.words().index().read(query.words);
    if (!found_.read.empty()) answers_ = atlas.words().index().find(found_.read);
  }

  FoundOfferings run() {
    found_.home_known = reach_.has_value();
    found_.order = order_of(query_, found_.home_known);
    auto const count = catalogue().offerings().size();
    if (answers_) find_most_words(count);
    for (std::size_t i = 0; i < count; ++i) consider(Index<Offering>(i));
    for (auto const& choice : theme_choices_) found_.facets.themes[choice.theme] = choice.count;
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
    if (!has_words(index) || is_elsewhere(facts)) return;
    auto const travel = travel_to(facts);
    auto const days = days_of(index, facts);
    auto missed = misses(facts, travel, days);
    if (query_.at_most && !costs_at_most(index, *query_.at_most)) missed |= price_missed;
    count_facets(facts, days, missed);
    if ((missed & ~price_missed) == 0) count_prices(index);
    if (missed != 0) return;
    found_.without_trip += !facts.needs_trip;
    bool const arrives = facts.needs_trip && travel && *travel != not_reached;
    found_.offerings.push_back({index, arrives ? travel : std::nullopt, age_fit(facts), {}, words_of(index)});
  }

  float words_of(Index<Offering> index) const { return answers_ ? answers_->shares[index.value()] : 0; }

  // Nothing may have all words. Then it is about what has the most of them, here and for this age: what a
  // visitor can choose from has no say, so that a choice never changes what the words find.
  void find_most_words(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      auto const& facts = catalogue().facts(Index<Offering>(i));
      if (answers_->needed[i] <= most_words_ || is_elsewhere(facts) || age_fit(facts) == Fit::no) continue;
      if (!facts.needs_trip || travel_to(facts) != not_reached) most_words_ = answers_->needed[i];
    }
  }

  bool has_words(Index<Offering> index) const {
    return !answers_ || (most_words_ > 0 && answers_->needed[index.value()] == most_words_);
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

  // What does not say its price may cost more.
  bool costs_at_most(Index<Offering> index, Euro limit) const {
    auto const& price = catalogue()[index].price;
    return price && price->amount.cents <= limit.cents;
  }

  void count_prices(Index<Offering> index) {
    for (std::size_t i = 0; i < price_limits.size(); ++i) {
      found_.facets.at_most[i] += costs_at_most(index, Euro{price_limits[i] * 100});
    }
  }

  Fit age_fit(OfferingFacts const& facts) const {
    if (!query_.age || !facts.age_known) return Fit::unknown;
    return fits(facts, *query_.age) ? Fit::yes : Fit::no;
  }

  unsigned misses(OfferingFacts const& facts, std::optional<Tenths> travel, Weekdays days) const {
    unsigned missed = 0;
    if (facts.needs_trip && travel == not_reached) missed |= reach_missed;
    if (age_fit(facts) == Fit::no) missed |= age_missed;
    if (query_.free && !facts.free) missed |= free_missed;
    if (!query_.themes.empty() && (facts.themes & wanted_themes_).none()) missed |= theme_missed;
    if (!query_.days.empty() && !query_.days.shares_a_day_with(days)) missed |= day_missed;
    if (!query_.stages.empty() && !(facts.stage && among(query_.stages, *facts.stage))) {
      missed |= stage_missed;
    }
    if (!query_.languages.empty() && !(facts.languages & wanted_languages_)) missed |= language_missed;
    if ((facts.access & wanted_access_) != wanted_access_) missed |= access_missed;
    return missed;
  }

  void count_facets(OfferingFacts const& facts, Weekdays days, unsigned missed) {
    auto& facets = found_.facets;
    auto const only = [&](unsigned list) { return (missed & ~list) == 0; };
    if (only(free_missed)) facets.free += facts.free;
    if (only(theme_missed)) {
      for (auto& choice : theme_choices_) choice.count += (facts.themes & choice.wanted).any();
    }
    if (only(day_missed)) {
      bool const already = !query_.days.empty() && missed == 0;
      for (unsigned day = 0; day < 7; ++day) {
        facets.days[day] += already || days.contains(std::chrono::weekday(day));
      }
    }
    if (only(stage_missed)) count_stages(facts, missed == 0);
    if (only(language_missed)) count_languages(facts, missed == 0);
    // All of the chosen ones are needed, so one more can only leave some of what is found.
    if (missed == 0 && facts.access) {
      for (auto const& [need, name] : choices<Access>) {
        if (facts.access >> static_cast<unsigned>(need) & 1) ++facets.access[need];
      }
    }
  }

  void count_stages(OfferingFacts const& facts, bool found) {
    bool const already = !query_.stages.empty() && found;
    for (auto const& [stage, name] : choices<Stage>) {
      if (already || facts.stage == stage) ++found_.facets.stages[stage];
    }
  }

  void count_languages(OfferingFacts const& facts, bool found) {
    if (!query_.languages.empty() && found) {
      for (auto& count : found_.facets.languages) ++count;
    } else {
      for (auto bits = facts.languages; bits; bits &= bits - 1) {
        ++found_.facets.languages[static_cast<std::size_t>(std::countr_zero(bits))];
      }
    }
  }

  // What is asked for first, then the title, as numbers that compare in a moment.
  struct SortKey {
    bool closed;
    bool age_unsure;
    std::int64_t asked;
    std::uint32_t title;
    std::size_t position;
    auto operator<=>(SortKey const&) const = default;
  };

  std::int64_t asked_order(FoundOffering& found) const {
    auto const travel = found.travel.value_or(not_reached).count();
    auto const& offering = catalogue()[found.offering];
    switch (found_.order) {
      case Sort::best:
        return -std::llround(1e6 * rank(atlas_, query_, found, found_.home_known, moment_.today).total());
      case Sort::nearest:
        return travel;
      case Sort::soonest: {
        found.next = next_time(atlas_, found.offering, moment_);
        return found.next
                   ? found.next->day.time_since_epoch().count() * 1'440 + found.next->hours.from.minutes
                   : std::numeric_limits<std::int64_t>::max();
      }
      case Sort::cheapest:
        // What it takes to begin; of two that ask the same, the one that lasts longer comes first.
        return offering.price ? offering.price->amount.cents * 10 - static_cast<int>(offering.price->per)
                              : std::numeric_limits<std::int64_t>::max();
      case Sort::title:
        return 0;
    }
    return 0;
  }

  void sort() {
    // The best order weighs the age itself.
    bool const age_first = query_.age && found_.order != Sort::best;
    std::vector<SortKey> keys;
    keys.reserve(found_.offerings.size());
    for (auto& found : found_.offerings) {
      // What one can still join comes first, and what is known to fit the age before what does not say.
      keys.push_back({!can_join(catalogue().facts(found.offering), moment_.today),
                      age_first && found.age != Fit::yes, asked_order(found),
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
      if (!is_place_to_go(arrival.venue)) continue;
      found_.places.push_back(arrival);
    }
    std::ranges::stable_sort(found_.places, {}, &Arrival::travel);
  }

  // A place of a known kind, which a school is not for who does not go there, and no office of a network
  // partner.
  bool is_place_to_go(Index<Venue> venue) const {
    static std::array const no_places_to_go{*VenueKind::parse("other"), *VenueKind::parse("school"),
                                            *VenueKind::parse("childcare")};
    auto const organisation = catalogue().facts(venue).organisation;
    return !among(no_places_to_go, catalogue()[venue].kind) &&
           (!organisation || is_provider(catalogue()[*organisation]));
  }

  Atlas const& atlas_;
  OfferingQuery const& query_;
  Moment moment_;
  std::optional<Reach> reach_;
  std::vector<Tenths> travel_;

  struct ThemeChoice {
    Index<Theme> theme;
    ThemeSet wanted;  // when it is chosen
    std::size_t count;
  };

  std::optional<search::Answers> answers_;  // nothing when no words are asked for
  std::uint8_t most_words_ = 0;
  ThemeSet wanted_themes_;
  std::vector<ThemeChoice> theme_choices_;
  std::uint32_t wanted_languages_ = 0;
  unsigned wanted_access_ = 0;
  std::optional<Index<Ecosystem>> ecosystem_;
  std::optional<Index<Area>> area_;
  FoundOfferings found_;
};

}  // namespace

Sort order_of(OfferingQuery const& query, bool home_known) {
  auto const wished = query.sort.value_or(query.words.empty() ? Sort::nearest : Sort::best);
  return wished == Sort::nearest && !home_known ? Sort::soonest : wished;
}

OfferingQuery with_theme(Atlas const& atlas, OfferingQuery query, Index<Theme> theme) {
  auto const& themes = atlas.themes();
  std::erase_if(query.themes, [&](ThemeCode const& code) {
    auto const chosen = themes.find(code);
    return chosen && (themes.below(*chosen)[theme.value()] || themes.below(theme)[chosen->value()]);
  });
  query.themes.push_back(themes[theme].code);
  return query;
}

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
  FoundOffering found{index, {}, query.age ? fits_age(offering, *query.age) : Fit::unknown, {}, 0};
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
  return FindingOfferings(atlas, query, moment).run();
}

}  // namespace wegwijzer
