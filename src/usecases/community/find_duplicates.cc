// SPDX-License-Identifier: EUPL-1.2
#include "usecases/community/find_duplicates.h"

#include <algorithm>
#include <map>

#include "usecases/community/verdicts.h"

namespace wegwijzer {

namespace {

using SaidToBeTwo = std::map<std::pair<Uuid, Uuid>, std::vector<std::string>>;  // and in what they were alike

SaidToBeTwo said_to_be_two(Reader& reader, std::string_view record) {
  SaidToBeTwo said;
  for (auto& verdict : reader.verdicts()) {
    if (verdict.record != record || verdict.says != OneOrTwo::two_things) continue;
    said[{verdict.one, verdict.other}] = std::move(verdict.grounds);
  }
  return said;
}

template <class Thing>
void leave_out_decided(Reader& reader, std::vector<community::LikelyPair<Thing>>& pairs) {
  auto const said = said_to_be_two(reader, record_name<Thing>);
  std::erase_if(pairs, [&](community::LikelyPair<Thing> const& pair) {
    auto const found = said.find({pair.one.uuid(), pair.other.uuid()});
    return found != said.end() && std::ranges::includes(found->second, pair.likeness.grounds);
  });
}

}  // namespace

Duplicates find_duplicates(Reader& reader, double from) {
  auto const organisations = reader.organisations().all();
  auto const venues = reader.venues().all();
  Duplicates found{community::likely_duplicates(organisations, venues, from),
                   community::likely_duplicate_venues(organisations, venues, from)};
  leave_out_decided(reader, found.organisations);
  leave_out_decided(reader, found.venues);
  return found;
}

}  // namespace wegwijzer
