// SPDX-License-Identifier: EUPL-1.2
// Who offers what and where, of all public ecosystems, by dense index. Archived records are left out.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "atlas/areas.h"
#include "atlas/network.h"
#include "atlas/themes.h"
#include "base/index.h"
#include "domain/ecosystem.h"
#include "domain/felt_welcome.h"
#include "domain/holidays.h"
#include "domain/offering.h"
#include "domain/vocabulary.h"

namespace wegwijzer {

struct EcosystemRecords {
  Ecosystem ecosystem;
  std::vector<Organisation> organisations;
  std::vector<Venue> venues;
  std::vector<Offering> offerings;
  NetworkRecords network{};
  std::map<Id<Offering>, FeltWelcome> felt_welcome{};
  std::vector<std::pair<Uuid, Uuid>> went_into{};  // records that became part of another
};

inline constexpr std::size_t most_languages = 32;

// What searching asks of an offering, side by side in memory: looking through all offerings reads only these.
struct OfferingFacts {
  Index<Ecosystem> ecosystem;
  Index<Organisation> organisation;
  std::optional<Index<Venue>> venue;
  std::uint32_t title_rank = 0;  // the place of its title in the order of titles
  ThemeSet themes;               // its own
  Date last_day = Date::max();
  Date last_to_apply = Date::max();  // the day before all days when it is full
  std::uint32_t ages = 0;            // bit a: a child of age a fits
  Weekdays days;                     // of the whole schedule
  bool days_change = false;          // part of the schedule ends: ask weekdays() for the day it is
  bool age_known = false;
  bool free = false;
  bool in_school = false;
  bool needs_trip = false;
  std::optional<Stage> stage;
  std::uint8_t access = 0;      // bit n: the n-th value of Access
  std::uint32_t languages = 0;  // bit n: the n-th language of the vocabulary
};

inline std::uint8_t access_bits(std::vector<Access> const& access) {
  unsigned bits = 0;
  for (auto const need : access) bits |= 1U << static_cast<unsigned>(need);
  return static_cast<std::uint8_t>(bits);
}

inline bool can_join(OfferingFacts const& facts, Date today) {
  return facts.last_to_apply >= today;
}

inline bool fits(OfferingFacts const& facts, int age) {
  return age >= 0 && age < 32 && (facts.ages >> age & 1);
}

struct VenueFacts {
  Index<Ecosystem> ecosystem;
  std::optional<Index<Organisation>> organisation;
  std::optional<Index<Area>> area;  // the smallest that holds it
  std::vector<Index<Offering>> offerings;
};

class Catalogue {
 public:
  Catalogue() = default;
  Catalogue(std::vector<EcosystemRecords> records, Vocabulary const& vocabulary, Themes const& themes,
            Areas const& areas);

  std::vector<Ecosystem> const& ecosystems() const { return ecosystems_; }

  std::vector<Organisation> const& organisations() const { return organisations_; }

  std::vector<Venue> const& venues() const { return venues_; }

  std::vector<Offering> const& offerings() const { return offerings_; }

  Ecosystem const& operator[](Index<Ecosystem> i) const { return ecosystems_[i.value()]; }

  Organisation const& operator[](Index<Organisation> i) const { return organisations_[i.value()]; }

  Venue const& operator[](Index<Venue> i) const { return venues_[i.value()]; }

  Offering const& operator[](Index<Offering> i) const { return offerings_[i.value()]; }

  OfferingFacts const& facts(Index<Offering> i) const { return offering_facts_[i.value()]; }

  // Nothing where nobody was asked, or nothing may be shown.
  std::optional<FeltWelcome> const& felt_welcome(Index<Offering> i) const { return felt_welcome_[i.value()]; }

  VenueFacts const& facts(Index<Venue> i) const { return venue_facts_[i.value()]; }

  Index<Ecosystem> ecosystem(Index<Organisation> i) const { return organisation_ecosystem_[i.value()]; }

  Holidays const& holidays(Index<Ecosystem> i) const { return holidays_[i.value()]; }

  std::vector<Index<Offering>> const& offerings_of(Index<Organisation> i) const {
    return organisation_offerings_[i.value()];
  }

  Network const& network() const { return network_; }

  std::optional<Index<Ecosystem>> find_ecosystem(std::string_view slug) const;

  // Of one that went into another: that other.
  std::optional<Index<Organisation>> find(Id<Organisation> id) const {
    return found(organisation_index_, id);
  }

  std::optional<Index<Venue>> find(Id<Venue> id) const { return found(venue_index_, id); }

  std::optional<Index<Offering>> find(Id<Offering> id) const { return found(offering_index_, id); }

 private:
  template <class Thing>
  using IndexById = std::unordered_map<Id<Thing>, Index<Thing>>;

  template <class Thing>
  static std::optional<Index<Thing>> found(IndexById<Thing> const& index, Id<Thing> id) {
    auto const at = index.find(id);
    return at == index.end() ? std::nullopt : std::optional(at->second);
  }

  template <class Thing>
  static void lead_on(IndexById<Thing>& index, std::pair<Uuid, Uuid> const& went_into) {
    auto const stays = found(index, Id<Thing>(went_into.second));
    if (stays) index.emplace(Id<Thing>(went_into.first), *stays);
  }

  struct Words;  // themes and languages by which facts are found

  void add(EcosystemRecords records, Words const& words, Areas const& areas);
  void add_organisation(Organisation organisation, Index<Ecosystem> ecosystem);
  void add_venue(Venue venue, Index<Ecosystem> ecosystem, Areas const& areas);
  void add_offering(Offering offering, Index<Ecosystem> ecosystem, Words const& words);
  void add_felt_welcome(std::map<Id<Offering>, FeltWelcome> const& felt);
  void rank_titles();

  std::vector<Ecosystem> ecosystems_;
  std::vector<Holidays> holidays_;
  std::vector<Organisation> organisations_;
  std::vector<Index<Ecosystem>> organisation_ecosystem_;
  std::vector<std::vector<Index<Offering>>> organisation_offerings_;
  std::vector<Venue> venues_;
  std::vector<VenueFacts> venue_facts_;
  std::vector<Offering> offerings_;
  std::vector<OfferingFacts> offering_facts_;
  std::vector<std::optional<FeltWelcome>> felt_welcome_;  // beside the facts, which searching looks through
  Network network_;
  IndexById<Organisation> organisation_index_;
  IndexById<Venue> venue_index_;
  IndexById<Offering> offering_index_;
};

}  // namespace wegwijzer
