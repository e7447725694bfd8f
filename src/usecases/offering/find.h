// SPDX-License-Identifier: EUPL-1.2
// "What is there for my child, near home?": the finder behind the page and the API.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "atlas/atlas.h"

namespace wegwijzer {

enum class Sort { best, nearest, soonest, cheapest, title };

template <>
inline constexpr std::array choices<Sort> = {
    std::pair{Sort::best, "best"}, std::pair{Sort::nearest, "nearest"}, std::pair{Sort::soonest, "soonest"},
    std::pair{Sort::cheapest, "cheapest"}, std::pair{Sort::title, "title"}};

enum class SchoolTimeWish { own_time, school_time, any };

template <>
inline constexpr std::array choices<SchoolTimeWish> = {std::pair{SchoolTimeWish::own_time, "own_time"},
                                                       std::pair{SchoolTimeWish::school_time, "school_time"},
                                                       std::pair{SchoolTimeWish::any, "any"}};

// What a visitor asks for. Within one list any of the values will do; the lists narrow each other.
struct OfferingQuery {
  std::string words;  // "Wat wil je doen?", as typed
  std::optional<GeoPoint> home;
  std::optional<int> age;
  Mode mode = Mode::bike;
  Minutes minutes{20};
  bool free = false;
  std::optional<Euro> at_most;  // to begin: a time, a month or a year, as the price is said
  std::vector<ThemeCode> themes;
  Weekdays days;
  std::vector<Stage> stages;
  std::vector<LanguageCode> languages;
  std::vector<Access> access;  // all of these are needed
  SchoolTimeWish school_time = SchoolTimeWish::own_time;
  std::optional<std::string> ecosystem;
  std::optional<AreaCode> area;  // only venues in it
  std::optional<Sort> sort;      // nothing: order_of() says which
  bool operator==(OfferingQuery const&) const = default;
};

// The chosen order; otherwise the best first for who typed words, and the nearest first for who did not.
// Where no home is known nothing is near: then the soonest first.
Sort order_of(OfferingQuery const& query, bool home_known);

struct Moment {
  Date today;
  TimeOfDay now;
};

struct FoundOffering {
  Index<Offering> offering;
  std::optional<Tenths> travel;    // nothing: at home, online, or the home is not known
  Fit age = Fit::unknown;          // of the age that was asked for
  std::optional<Occurrence> next;  // filled in by look_at(), and where the order needs it
  float words = 0;                 // how well it has the words that were typed, 0 to 1
};

// The prices that are offered as choices, in whole euros.
inline constexpr std::array price_limits{5, 10, 25};

// How many would be found with this value chosen as well: what the page behind that choice shows.
struct Facets {
  std::size_t free = 0;
  std::array<std::size_t, price_limits.size()> at_most{};
  std::map<Index<Theme>, std::size_t>
      themes;                         // of those to choose from: with_theme() says what choosing means
  std::array<std::size_t, 7> days{};  // by weekday, Sunday first
  std::map<Stage, std::size_t> stages;
  std::array<std::size_t, most_languages> languages{};  // by the order of the vocabulary
  std::map<Access, std::size_t> access;
};

struct FoundOfferings {
  std::vector<FoundOffering> offerings;  // all of them, sorted
  Sort order{};                          // by which they are
  Facets facets;
  search::Query read;            // the words, as they were taken
  bool home_known = false;       // travel times could be worked out
  std::size_t without_trip = 0;  // of them at home or online
  std::vector<Arrival> places;   // within reach, without an offering: "plek om heen te gaan"
};

// The query with this theme chosen as well; it takes the place of chosen themes above and below it.
OfferingQuery with_theme(Atlas const& atlas, OfferingQuery query, Index<Theme> theme);

// Never fails: a home away from every street we know gives what fits otherwise, without travel times.
FoundOfferings find_offerings(Atlas const& atlas, OfferingQuery const& query, Moment moment);

// The date, price and travel of one offering as the finder shows them.
FoundOffering look_at(Atlas const& atlas, Index<Offering> offering, OfferingQuery const& query,
                      Reach const* reach, Moment moment);

// When it next takes place, by the school holidays of its own ecosystem.
std::optional<Occurrence> next_time(Atlas const& atlas, Index<Offering> offering, Moment moment);

// The venues that this query's home reaches; nothing when there is no home or no street near it.
std::optional<Reach> reach_of(Atlas const& atlas, OfferingQuery const& query);

Profile profile_of(OfferingQuery const& query);

}  // namespace wegwijzer
