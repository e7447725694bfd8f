// SPDX-License-Identifier: EUPL-1.2
#include "community/subject.h"

#include <algorithm>
#include <unordered_map>

#include "community/contact.h"

namespace wegwijzer::community {

namespace {

// More places than this and the name of the organisation says little about each.
constexpr std::size_t most_places_of_one_name = 2;

using VenuesOf = std::unordered_map<Id<Organisation>, std::vector<Venue const*>>;

void add(std::vector<std::string>& values, std::string value) {
  if (!value.empty() && std::ranges::find(values, value) == values.end()) values.push_back(std::move(value));
}

// A register in which each thing stands once: of DUO, not of OpenStreetMap.
std::string official_list_of(std::string const& source) {
  return source.starts_with("duo:") ? "duo" : std::string();
}

SaidKinds said_by(Sector sector) {
  switch (sector) {
    case Sector::education:
      return {SaidKind::school};
    case Sector::childcare:
      return {SaidKind::childcare};
    case Sector::library:
      return {SaidKind::library};
    case Sector::museum:
    case Sector::heritage:
      return {SaidKind::heritage};
    case Sector::sport:
      return {SaidKind::sports_club, SaidKind::sports_hall, SaidKind::sports_field, SaidKind::swimming};
    case Sector::nature:
      return {SaidKind::nature, SaidKind::animals};
    case Sector::technology:
      return {SaidKind::making};
    case Sector::government:
      return {SaidKind::authority};
    case Sector::higher_education:
      return {SaidKind::study};
    default:
      return {};
  }
}

void add_place(Subject& subject, Venue const& venue) {
  subject.points.push_back(venue.point);
  add(subject.addresses, address_key(venue.street));
  add(subject.towns, venue.city);
  add(subject.phones, phone_key(venue.phone));
}

Subject subject_of(Organisation const& one, VenuesOf const& venues) {
  Subject subject{.id = one.id.uuid(), .name = one.name, .kinds = said_by(one.sector)};
  add(subject.phones, phone_key(one.phone));
  add(subject.mails, mail_key(one.email));
  add(subject.websites, one.website);
  subject.official_list = official_list_of(one.source);
  auto const found = venues.find(one.id);
  if (found == venues.end()) return subject;
  for (auto const* venue : found->second) add_place(subject, *venue);
  if (found->second.size() == 1) add(subject.other_names, found->second.front()->name);
  return subject;
}

Subject subject_of(Venue const& one) {
  Subject subject{.id = one.id.uuid(), .name = one.name, .kinds = said_by_venue_kind(one.kind.text())};
  add_place(subject, one);
  add(subject.websites, one.website);
  subject.official_list = official_list_of(one.source);
  if (one.organisation) subject.organisation = one.organisation->uuid();
  return subject;
}

void add_organisation(Subject& subject, Organisation const& organisation, std::size_t places) {
  add(subject.phones, phone_key(organisation.phone));
  add(subject.mails, mail_key(organisation.email));
  add(subject.websites, organisation.website);
  if (places <= most_places_of_one_name) add(subject.other_names, organisation.name);
}

VenuesOf venues_of(std::span<Venue const> venues) {
  VenuesOf of;
  for (auto const& one : venues) {
    if (one.organisation && !one.archived_on) of[*one.organisation].push_back(&one);
  }
  for (auto& [id, all] : of) std::ranges::sort(all, {}, &Venue::id);
  return of;
}

std::vector<Subject> venue_subjects(std::span<Organisation const> organisations,
                                    std::span<Venue const> venues, VenuesOf const& of) {
  std::unordered_map<Id<Organisation>, Organisation const*> by_id;
  for (auto const& one : organisations) by_id[one.id] = &one;
  std::vector<Subject> all;
  for (auto const& one : venues) {
    if (one.archived_on) continue;
    all.push_back(subject_of(one));
    auto const found = one.organisation ? by_id.find(*one.organisation) : by_id.end();
    if (found != by_id.end()) add_organisation(all.back(), *found->second, of.at(found->first).size());
  }
  return all;
}

}  // namespace

std::vector<Subject> subjects(std::span<Organisation const> organisations, std::span<Venue const> venues,
                              SubjectKind kind) {
  auto const of = venues_of(venues);
  std::vector<Subject> all;
  if (kind == SubjectKind::venue) {
    all = venue_subjects(organisations, venues, of);
  } else {
    for (auto const& one : organisations) {
      if (!one.archived_on) all.push_back(subject_of(one, of));
    }
  }
  std::ranges::sort(all, {}, &Subject::id);
  return all;
}

}  // namespace wegwijzer::community
