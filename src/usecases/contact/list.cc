// SPDX-License-Identifier: EUPL-1.2
#include "usecases/contact/list.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/words.h"

namespace wegwijzer {

namespace {

using PeopleByOrganisation = std::map<Id<Organisation>, std::vector<ContactPerson>>;

PeopleByOrganisation people_by_organisation(Reader& reader) {
  PeopleByOrganisation all;
  for (auto& one : reader.contacts().all()) all[one.organisation].push_back(std::move(one));
  return all;
}

void sort_people(std::vector<ContactPerson>& people) {
  std::ranges::sort(people, {},
                    [](ContactPerson const& one) { return std::tuple(one.layer, folded(one.name), one.id); });
}

bool says_words(std::string const& text, std::string const& folded_words) {
  return folded(text).find(folded_words) != std::string::npos;
}

bool about_theme(std::vector<Theme> const& themes, ContactPerson const& one, ThemeCode const& theme) {
  return std::ranges::any_of(one.themes, [&](ThemeCode const& own) { return related(themes, own, theme); });
}

bool fits_query(ContactPerson const& one, Organisation const& organisation, std::vector<Theme> const& themes,
                ContactQuery const& query) {
  if (query.layer && one.layer != *query.layer) return false;
  if (query.theme && !about_theme(themes, one, *query.theme)) return false;
  auto const words = folded(query.words);
  return words.empty() || says_words(organisation.name, words) || says_words(one.name, words) ||
         says_words(one.function, words) || says_words(one.about, words);
}

bool is_without(std::vector<ContactPerson> const& people, Without without) {
  auto const counts = count_layers(people);
  if (without == Without::green) return counts.green == 0;
  if (without == Without::orange) return counts.orange == 0;
  return counts.green + counts.orange == 0;
}

std::vector<Organisation> organisations_on_map(Reader& reader) {
  auto all = reader.organisations().all();
  std::erase_if(all, [](Organisation const& one) { return one.archived_on.has_value(); });
  std::ranges::sort(all, {}, [](Organisation const& one) { return std::pair(folded(one.name), one.id); });
  return all;
}

}  // namespace

std::vector<PeopleOf> people_of_network(Reader& reader, std::vector<Theme> const& themes,
                                        ContactQuery const& query, MayShow const& may_show) {
  auto by_organisation = people_by_organisation(reader);
  std::vector<PeopleOf> list;
  for (auto& organisation : organisations_on_map(reader)) {
    if (query.sector && organisation.sector != *query.sector) continue;
    auto& people = by_organisation[organisation.id];
    if (query.without && !is_without(people, *query.without)) continue;
    bool const named = query.without && says_words(organisation.name, folded(query.words));
    std::erase_if(people, [&](ContactPerson const& one) {
      return !may_show(one) || !fits_query(one, organisation, themes, query);
    });
    if (people.empty() && !named) continue;
    sort_people(people);
    list.push_back({std::move(organisation), std::move(people)});
  }
  return list;
}

std::vector<ContactPerson> people_of(Reader& reader, Id<Organisation> organisation, MayShow const& may_show) {
  auto people = reader.contacts().of(organisation);
  std::erase_if(people, [&](ContactPerson const& one) { return !may_show(one); });
  sort_people(people);
  return people;
}

LayerCounts count_layers(std::vector<ContactPerson> const& people) {
  LayerCounts counts;
  for (auto const& one : people) {
    if (consent_of(one) != Consent::given) continue;
    ++(one.layer == ContactLayer::green ? counts.green : counts.orange);
  }
  return counts;
}

NetworkLayers count_layers(Reader& reader) {
  auto by_organisation = people_by_organisation(reader);
  NetworkLayers counts;
  for (auto const& organisation : organisations_on_map(reader)) {
    auto const of_it = count_layers(by_organisation[organisation.id]);
    ++counts.organisations;
    if (of_it.green == 0) ++counts.without_green;
    if (of_it.orange == 0) ++counts.without_orange;
  }
  return counts;
}

}  // namespace wegwijzer
