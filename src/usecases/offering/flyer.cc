// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/flyer.h"

#include <algorithm>
#include <map>
#include <set>

namespace wegwijzer {

namespace {

// Shares of the whole (docs/parameters.md, assumption).
constexpr double weight_soon = 0.3;
constexpr double weight_near = 0.25;
constexpr double weight_cheap = 0.25;
constexpr double weight_fit = 0.1;
constexpr double weight_fresh = 0.1;
// What is taken off for each offering of the same theme, organisation and place that is chosen already.
constexpr double again_theme = 0.3;
constexpr double again_organisation = 0.3;
constexpr double again_venue = 0.15;
constexpr double again_title = 1;

constexpr double soon_within = 56;  // days
constexpr double near_half = 600;   // seconds after which nearness is a half
constexpr std::size_t most_considered = 600;

struct Scored : FlyerRanking::Ranked {
  double worth = 0;
};

class RankingForFlyer {
 public:
  RankingForFlyer(Atlas const& atlas, OfferingQuery const& query, Moment moment)
      : atlas_(atlas), query_(query), moment_(moment), headings_(headings()) {}

  FlyerRanking run(std::size_t most) {
    auto found = find_offerings(atlas_, sorted_query(), moment_);
    for (auto& offering : found.offerings) {
      if (candidates_.size() == most_considered) break;
      consider(offering);
    }
    FlyerRanking ranking{.best_first = {}, .found = found.offerings.size(), .home_known = found.home_known};
    while (ranking.best_first.size() < most && !candidates_.empty())
      ranking.best_first.push_back(take_best());
    return ranking;
  }

 private:
  Catalogue const& catalogue() const { return atlas_.catalogue(); }

  // Of very many only the first are looked at: the nearest, or the soonest where no home is known.
  OfferingQuery sorted_query() const {
    auto query = query_;
    query.sort = query.home ? Sort::nearest : Sort::soonest;
    return query;
  }

  // Themes that may stand above a group: what is below the asked themes, and these; else the usual choices.
  std::vector<Index<Theme>> headings() const {
    if (query_.themes.empty()) return atlas_.themes().choices();
    std::vector<Index<Theme>> below, asked;
    for (auto const& code : query_.themes) {
      auto const theme = atlas_.themes().find(code);
      if (!theme) continue;
      std::ranges::copy(atlas_.themes().below_directly(*theme), std::back_inserter(below));
      asked.push_back(*theme);
    }
    below.insert(below.end(), asked.begin(), asked.end());
    return below;
  }

  // The heading of the first of its own themes that has one.
  std::optional<Index<Theme>> heading_of(Offering const& offering) const {
    for (auto const& code : offering.themes) {
      auto const own = atlas_.themes().find(code);
      if (!own) continue;
      for (auto const heading : headings_) {
        if (atlas_.themes().below(heading)[own->value()]) return heading;
      }
    }
    return std::nullopt;
  }

  void consider(FoundOffering found) {
    auto const& offering = catalogue()[found.offering];
    if (stale(offering, moment_.today) || joining(offering, moment_.today) != Joining::open) return;
    if (offering.places_left == 0) return;
    found.next = next_time(atlas_, found.offering, moment_);
    if (!found.next && !offering.schedule.empty()) return;
    candidates_.push_back({{found, heading_of(offering)}, worth(offering, found)});
  }

  double worth(Offering const& offering, FoundOffering const& found) const {
    return weight_soon * soon(found) + weight_near * near(found) + weight_cheap * cheap(offering) +
           weight_fit * (found.age == Fit::unknown ? 0.5 : 1) + weight_fresh * fresh(offering);
  }

  double soon(FoundOffering const& found) const {
    if (!found.next) return 0;
    return std::max(0.0, 1 - static_cast<double>((found.next->day - moment_.today).count()) / soon_within);
  }

  static double near(FoundOffering const& found) {
    if (!found.travel) return 0.5;
    return near_half / (near_half + found.travel->count() / 10.0);
  }

  static double cheap(Offering const& offering) {
    if (!offering.price) return 0.2;
    if (offering.price->free()) return 1;
    return (offering.price->amount.cents <= 1'000 ? 0.6 : 0.3) + (offering.funds.empty() ? 0 : 0.2);
  }

  double fresh(Offering const& offering) const {
    auto const days = static_cast<double>((moment_.today - *offering.confirmed_on).count());
    return 1 - days / static_cast<double>(goes_stale_after<Offering>.count());
  }

  double worth_now(Scored const& candidate) const {
    auto const& facts = catalogue().facts(candidate.found.offering);
    auto const times = [](auto const& seen, auto const& key) { return static_cast<double>(seen.count(key)); };
    return candidate.worth - again_theme * times(themes_, candidate.theme) -
           again_organisation * times(organisations_, facts.organisation) -
           again_venue * (facts.venue ? times(venues_, *facts.venue) : 0) -
           again_title * times(titles_, catalogue()[candidate.found.offering].title);
  }

  // The first of those of equal worth, so that the same question gives the same flyer.
  Scored take_best() {
    auto const best = std::ranges::max_element(candidates_, {}, [&](auto const& c) { return worth_now(c); });
    auto const taken = *best;
    candidates_.erase(best);
    auto const& facts = catalogue().facts(taken.found.offering);
    themes_.insert(taken.theme);
    organisations_.insert(facts.organisation);
    if (facts.venue) venues_.insert(*facts.venue);
    titles_.insert(catalogue()[taken.found.offering].title);
    return taken;
  }

  Atlas const& atlas_;
  OfferingQuery const& query_;
  Moment moment_;
  std::vector<Index<Theme>> headings_;
  std::vector<Scored> candidates_;
  std::multiset<std::optional<Index<Theme>>> themes_;
  std::multiset<Index<Organisation>> organisations_;
  std::multiset<Index<Venue>> venues_;
  std::multiset<std::string> titles_;
};

auto moment_of(FoundOffering const& found) {
  return found.next.value_or(Occurrence{Date::max(), {}});
}

}  // namespace

FlyerChoice FlyerRanking::first(std::size_t most) const {
  FlyerChoice choice{
      .themes = {}, .found = found, .chosen = std::min(most, best_first.size()), .home_known = home_known};
  std::map<std::optional<Index<Theme>>, std::vector<FoundOffering>> by_theme;
  for (std::size_t i = 0; i < choice.chosen; ++i)
    by_theme[best_first[i].theme].push_back(best_first[i].found);
  for (auto& [theme, offerings] : by_theme) {
    std::ranges::stable_sort(offerings, {}, moment_of);
    choice.themes.push_back({theme, std::move(offerings)});
  }
  // What has no theme comes last.
  std::ranges::stable_partition(choice.themes, [](auto const& group) { return group.theme.has_value(); });
  return choice;
}

FlyerRanking rank_for_flyer(Atlas const& atlas, OfferingQuery const& query, Moment moment, std::size_t most) {
  return RankingForFlyer(atlas, query, moment).run(most);
}

}  // namespace wegwijzer
