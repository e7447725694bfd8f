// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/ranking.h"

#include <cmath>

namespace wegwijzer {

namespace {

// docs/parameters.md: assumptions. They add up to 1.
constexpr double share_of_words = 0.6;
constexpr double share_of_distance = 0.2;
constexpr double share_of_fit = 0.1;
constexpr double share_of_freshness = 0.1;

constexpr Minutes half_way{15};

double nearness(FoundOffering const& found, bool home_known) {
  if (!home_known) return 0;
  if (!found.travel) return 0.5;
  auto const minutes = std::chrono::duration<double, std::ratio<60>>(*found.travel).count();
  return half_way.count() / (half_way.count() + minutes);
}

// Of an offering's own themes, how many were asked for.
double about_the_themes(Atlas const& atlas, OfferingQuery const& query, Index<Offering> offering) {
  ThemeSet wanted;
  for (auto const& code : query.themes) {
    if (auto const theme = atlas.themes().find(code)) wanted |= atlas.themes().below(*theme);
  }
  auto const& own = atlas.catalogue().facts(offering).themes;
  return own.none() ? 0 : static_cast<double>((own & wanted).count()) / static_cast<double>(own.count());
}

double fitness(Atlas const& atlas, OfferingQuery const& query, FoundOffering const& found) {
  double sum = 0;
  int asked = 0;
  if (query.age) sum += found.age == Fit::yes ? 1 : 0.5, ++asked;
  if (!query.themes.empty()) sum += about_the_themes(atlas, query, found.offering), ++asked;
  return asked == 0 ? 0 : sum / asked;
}

double freshness(Offering const& offering, Date today) {
  if (!offering.confirmed_on) return 0;
  auto const days = std::max(0, static_cast<int>((today - *offering.confirmed_on).count()));
  return std::exp2(-days / static_cast<double>(goes_stale_after<Offering>.count()));
}

}  // namespace

Ranking Ranking::weighed() const {
  return {share_of_words * words, share_of_distance * distance, share_of_fit * fit,
          share_of_freshness * freshness};
}

double Ranking::total() const {
  auto const parts = weighed();
  return parts.words + parts.distance + parts.fit + parts.freshness;
}

Ranking rank(Atlas const& atlas, OfferingQuery const& query, FoundOffering const& found, bool home_known,
             Date today) {
  return {found.words, nearness(found, home_known), fitness(atlas, query, found),
          freshness(atlas.catalogue()[found.offering], today)};
}

WhyHere why_here(Atlas const& atlas, OfferingQuery const& query, FoundOfferings const& all,
                 FoundOffering const& found, Date today) {
  Index<search::Document> const document(found.offering.value());
  return {atlas.words().index().reasons(all.read, document),
          rank(atlas, query, found, all.home_known, today)};
}

}  // namespace wegwijzer
