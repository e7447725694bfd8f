// SPDX-License-Identifier: EUPL-1.2
#include "usecases/community/landscape.h"

#include <algorithm>
#include <set>

#include "base/words.h"
#include "usecases/community/any_record.h"

namespace wegwijzer {

namespace {

template <class Thing>
std::vector<Thing> on_map(Reader& reader) {
  auto all = records<Thing>(reader).all();
  std::erase_if(all, [](Thing const& one) { return one.archived_on.has_value(); });
  return all;
}

template <class Counts, class Enum>
void count(Counts& counts, Enum value) {
  ++counts[static_cast<std::size_t>(value)];
}

void count_organisation(Landscape& out, Organisation const& one) {
  ++out.organisations;
  if (is_provider(one)) ++out.providers;
  count(out.by_sector, one.sector);
  if (one.level) count(out.by_level, *one.level);
  for (auto const group : one.target_groups) count(out.by_target_group, group);
  for (auto const threshold : one.thresholds) count(out.by_threshold, threshold);
}

void count_subjects(Landscape& out, Themes const& themes, Offering const& one) {
  auto const about = themes.set(one.themes);
  if (about.none()) ++out.without_subject;
  for (auto& subject : out.subjects) {
    if ((about & themes.below(subject.subject)).none()) continue;
    if (one.stage) {
      count(subject.by_stage, *one.stage);
    } else {
      ++subject.without_stage;
    }
  }
}

void count_ages(Landscape& out, Offering const& one) {
  auto const ages = widest_ages(one);
  if (!ages) ++out.without_ages;
  for (int age = youngest_counted; age <= oldest_counted; ++age) {
    if (ages && ages->contains(age)) ++out.by_age[static_cast<std::size_t>(age - youngest_counted)];
  }
}

std::vector<std::string> names_without_partner(Reader& reader,
                                               std::vector<Organisation> const& organisations) {
  std::set<Id<Organisation>> with_partner;
  for (auto const& one : on_map<Collaboration>(reader)) {
    with_partner.insert(one.from);
    with_partner.insert(one.to);
  }
  std::vector<std::string> names;
  for (auto const& one : organisations) {
    if (!with_partner.contains(one.id)) names.push_back(one.name);
  }
  std::ranges::sort(names, {}, [](std::string const& name) { return folded(name); });
  return names;
}

// What the pages for families and for the network need to know.
constexpr std::string_view asked_of_organisations[] = {"website", "phone", "email",        "about",
                                                       "goals",   "level", "target_groups"};
constexpr std::string_view asked_of_offerings[] = {"venue", "themes",  "stage", "ages",
                                                   "price", "summary", "access"};

template <class Thing, std::size_t number>
void add_missing(Landscape& out, std::vector<Thing> const& all, std::string_view const (&asked)[number]) {
  for (auto const field : asked) {
    auto const missing = std::ranges::count_if(
        all, [&](Thing const& one) { return text_of(one, field).value_or("").empty(); });
    if (missing == 0) continue;
    out.missing.push_back(
        {std::string(record_name<Thing>), std::string(field), static_cast<std::size_t>(missing), all.size()});
  }
}

}  // namespace

Landscape landscape_of(Reader& reader, Themes const& themes) {
  Landscape out;
  for (auto const subject : themes.subjects()) out.subjects.push_back({subject, {}, 0});
  auto const organisations = on_map<Organisation>(reader);
  auto const offerings = on_map<Offering>(reader);
  for (auto const& one : organisations) count_organisation(out, one);
  out.venues = on_map<Venue>(reader).size();
  out.offerings = offerings.size();
  for (auto const& one : offerings) {
    count_subjects(out, themes, one);
    count_ages(out, one);
  }
  out.without_partner = names_without_partner(reader, organisations);
  add_missing(out, organisations, asked_of_organisations);
  add_missing(out, offerings, asked_of_offerings);
  std::ranges::stable_sort(out.missing, std::ranges::greater(), &MissingFact::missing);
  return out;
}

}  // namespace wegwijzer
