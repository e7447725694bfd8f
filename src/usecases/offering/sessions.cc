// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/sessions.h"

#include <algorithm>

namespace wegwijzer {

namespace {

// The last moment that is still shown, when not all can be.
std::optional<Occurrence> last_shown(std::vector<OfferingSessions> const& offerings, std::size_t most) {
  std::vector<Occurrence> all;
  for (auto const& one : offerings) all.insert(all.end(), one.occurrences.begin(), one.occurrences.end());
  if (all.size() <= most || most == 0) return std::nullopt;
  auto const last = all.begin() + static_cast<std::ptrdiff_t>(most) - 1;
  std::ranges::nth_element(all, last);
  return *last;
}

// Of sessions at the very moment of the last the first offerings keep theirs.
void cut(ComingSessions& sessions, Occurrence const& last, std::size_t most) {
  std::size_t before = 0;
  for (auto const& one : sessions.offerings) {
    before +=
        static_cast<std::size_t>(std::ranges::lower_bound(one.occurrences, last) - one.occurrences.begin());
  }
  auto with_the_last = most - before;
  for (auto& one : sessions.offerings) {
    auto end = std::ranges::lower_bound(one.occurrences, last);
    while (end != one.occurrences.end() && *end == last && with_the_last > 0) ++end, --with_the_last;
    one.occurrences.erase(end, one.occurrences.end());
  }
  std::erase_if(sessions.offerings, [](auto const& one) { return one.occurrences.empty(); });
  sessions.shown = most;
}

}  // namespace

ComingSessions coming_sessions(Atlas const& atlas, OfferingQuery const& query, Moment moment,
                               std::chrono::days ahead, std::size_t most) {
  auto const& catalogue = atlas.catalogue();
  ComingSessions sessions;
  for (auto const& found : find_offerings(atlas, query, moment).offerings) {
    auto const& offering = catalogue[found.offering];
    if (joining(offering, moment.today) != Joining::open) continue;
    auto const& holidays = catalogue.holidays(catalogue.facts(found.offering).ecosystem);
    auto when = occurrences(offering.schedule, holidays, moment.today, moment.today + ahead);
    sessions.found += when.size();
    if (!when.empty()) sessions.offerings.push_back({found.offering, std::move(when)});
  }
  sessions.shown = sessions.found;
  if (auto const last = last_shown(sessions.offerings, most)) cut(sessions, *last, most);
  return sessions;
}

}  // namespace wegwijzer
