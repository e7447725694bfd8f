// SPDX-License-Identifier: EUPL-1.2
#include "atlas/catalogue.h"

#include <algorithm>
#include <numeric>

namespace wegwijzer {

namespace {

std::uint32_t ages_of(Offering const& offering) {
  std::uint32_t ages = 0;
  for (int age = 0; age < 32; ++age) {
    if (fits_age(offering, age) == Fit::yes) ages |= 1U << age;
  }
  return ages;
}

std::uint32_t language_bits(std::vector<SpokenLanguage> const& known,
                            std::vector<LanguageCode> const& codes) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < std::min(known.size(), most_languages); ++i) {
    if (std::ranges::find(codes, known[i].code) != codes.end()) bits |= 1U << i;
  }
  return bits;
}

OfferingFacts facts_of(Offering const& offering) {
  OfferingFacts facts;
  facts.last_day = last_day(offering.schedule).value_or(Date::max());
  facts.last_to_apply =
      joining(offering, Date::min()) == Joining::full ? Date::min() : offering.deadline.value_or(Date::max());
  facts.ages = ages_of(offering);
  for (auto const& repeat : offering.schedule.repeats) {
    facts.days.add(repeat.days);
    if (repeat.last) facts.days_change = true;
  }
  if (!offering.schedule.dates.empty()) facts.days_change = true;
  facts.age_known = offering.ages || offering.groups;
  facts.free = offering.price && offering.price->free();
  facts.in_school = offering.school_time == SchoolTime::in_school;
  facts.needs_trip = offering.where == Where::at_venue;
  facts.stage = offering.stage;
  facts.access = access_bits(offering.access);
  return facts;
}

}  // namespace

struct Catalogue::Words {
  Themes const& themes;
  std::vector<SpokenLanguage> const& languages;
};

Catalogue::Catalogue(std::vector<EcosystemRecords> records, Vocabulary const& vocabulary,
                     Themes const& themes, Areas const& areas) {
  for (auto& part : records) {
    if (!part.ecosystem.is_public) continue;
    holidays_.emplace_back(vocabulary.holidays, part.ecosystem.holiday_region);
    add(std::move(part), {themes, vocabulary.languages}, areas);
  }
  rank_titles();
}

void Catalogue::rank_titles() {
  std::vector<std::uint32_t> order(offerings_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](auto i) { return std::string_view(offerings_[i].title); });
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) offering_facts_[order[rank]].title_rank = rank;
}

void Catalogue::add(EcosystemRecords records, Words const& words, Areas const& areas) {
  Index<Ecosystem> const ecosystem(ecosystems_.size());
  ecosystems_.push_back(std::move(records.ecosystem));
  for (auto& one : records.organisations) add_organisation(std::move(one), ecosystem);
  for (auto& one : records.venues) add_venue(std::move(one), ecosystem, areas);
  for (auto& one : records.offerings) add_offering(std::move(one), ecosystem, words);
  for (auto const& one : records.went_into) {
    lead_on(organisation_index_, one), lead_on(venue_index_, one), lead_on(offering_index_, one);
  }
  add_felt_welcome(records.felt_welcome);
  network_.add(std::move(records.network), ecosystem, *this);
}

void Catalogue::add_organisation(Organisation organisation, Index<Ecosystem> ecosystem) {
  if (organisation.archived_on) return;
  organisation_index_.emplace(organisation.id, organisations_.size());
  organisation_ecosystem_.push_back(ecosystem);
  organisation_offerings_.emplace_back();
  organisations_.push_back(std::move(organisation));
}

void Catalogue::add_venue(Venue venue, Index<Ecosystem> ecosystem, Areas const& areas) {
  if (venue.archived_on) return;
  venue_index_.emplace(venue.id, venues_.size());
  venue_facts_.push_back({ecosystem,
                          venue.organisation ? find(*venue.organisation) : std::nullopt,
                          areas.smallest_at(venue.point),
                          {}});
  venues_.push_back(std::move(venue));
}

void Catalogue::add_offering(Offering offering, Index<Ecosystem> ecosystem, Words const& words) {
  auto const organisation = find(offering.organisation);
  // What an archived organisation offered is not offered any more.
  if (offering.archived_on || !organisation) return;
  Index<Offering> const index(offerings_.size());
  auto const venue = offering.venue ? find(*offering.venue) : std::nullopt;
  offering_index_.emplace(offering.id, index);
  organisation_offerings_[organisation->value()].push_back(index);
  if (venue) venue_facts_[venue->value()].offerings.push_back(index);
  auto facts = facts_of(offering);
  facts.themes = words.themes.set(offering.themes);
  facts.languages = language_bits(words.languages, offering.languages);
  facts.ecosystem = ecosystem, facts.organisation = *organisation, facts.venue = venue;
  offering_facts_.push_back(facts);
  offerings_.push_back(std::move(offering));
}

void Catalogue::add_felt_welcome(std::map<Id<Offering>, FeltWelcome> const& felt) {
  felt_welcome_.resize(offerings_.size());
  for (auto const& [id, how] : felt) {
    if (auto const offering = find(id)) felt_welcome_[offering->value()] = how;
  }
}

std::optional<Index<Ecosystem>> Catalogue::find_ecosystem(std::string_view slug) const {
  auto const found = std::ranges::find(ecosystems_, slug, &Ecosystem::slug);
  if (found == ecosystems_.end()) return std::nullopt;
  return Index<Ecosystem>(static_cast<std::size_t>(found - ecosystems_.begin()));
}

}  // namespace wegwijzer
