// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/welcome.h"

#include <algorithm>

namespace wegwijzer {

namespace {

// Places that families know already (the report, part 3: school, petting farm, library, community centre).
constexpr std::array trusted_places{"school", "library", "community-centre", "petting-farm", "city-farm"};

std::array<double, welcome_item_count> weights(OpportunityParameters const& parameters) {
  return {parameters.welcome_expect, parameters.welcome_people,     parameters.welcome_language,
          parameters.welcome_trial,  parameters.welcome_place,      parameters.welcome_area,
          parameters.welcome_safety, parameters.welcome_role_models};
}

}  // namespace

bool is_trusted(Venue const& venue) {
  return std::ranges::find(trusted_places, venue.kind.text()) != trusted_places.end();
}

WelcomeItems welcome_items(Catalogue const& catalogue, Index<Offering> index) {
  auto const& offering = catalogue[index];
  auto const& facts = catalogue.facts(index);
  WelcomeItems items;
  auto const say = [&](WelcomeItem item, bool so) { items[static_cast<std::size_t>(item)] = so; };
  say(WelcomeItem::expect, !offering.expect.empty());
  say(WelcomeItem::people, !offering.meets.empty());
  say(WelcomeItem::trial, offering.trial_lesson.value_or(offering.kind == OfferingKind::walk_in));
  say(WelcomeItem::place, facts.venue && is_trusted(catalogue[*facts.venue]));
  say(WelcomeItem::safety, speaks_of_safety(catalogue[facts.organisation]));
  return items;
}

bool speaks_with(OfferingFacts const& facts, ChildProfile const& child, std::uint32_t dutch) {
  if (child.language == HomeLanguage::dutch) return facts.languages == 0 || (facts.languages & dutch);
  auto const tongues = child.particulars.tongues;
  return (facts.languages & (tongues ? tongues : ~dutch)) != 0;
}

bool meets_role_models(Offering const& offering, ChildProfile const& child, bool in_own_area) {
  return std::ranges::any_of(offering.role_models, [&](RoleModel one) {
    switch (one) {
      case RoleModel::from_area:
        return in_own_area;
      case RoleModel::home_languages:
        return child.language == HomeLanguage::other;
      default:
        return true;
    }
  });
}

double welcome_points(WelcomeItem item, OpportunityParameters const& parameters) {
  return weights(parameters)[static_cast<std::size_t>(item)];
}

std::optional<double> still_counting(std::optional<FeltWelcome> const& felt, Date today,
                                     OpportunityParameters const& parameters) {
  constexpr double days_in_month = 365.25 / 12;
  if (!felt) return std::nullopt;
  auto const ago = static_cast<double>((today - felt->last).count());
  return ago <= parameters.feedback_counts_for * days_in_month ? std::optional(felt->share) : std::nullopt;
}

double welcome(WelcomeItems items, std::optional<double> felt_welcome,
               OpportunityParameters const& parameters) {
  double met = 0, all = 0;
  auto const counts = weights(parameters);
  for (std::size_t item = 0; item < counts.size(); ++item) {
    all += counts[item];
    if (items[item]) met += counts[item];
  }
  if (felt_welcome) {
    all += parameters.welcome_feedback;
    met += parameters.welcome_feedback * *felt_welcome;
  }
  auto const least = parameters.welcome_at_least;
  return all > 0 ? least + (1 - least) * (met / all) : 1;
}

std::uint32_t language_bit(Vocabulary const& vocabulary, LanguageCode code) {
  auto const& languages = vocabulary.languages;
  auto const found = std::ranges::find(languages, code, &SpokenLanguage::code);
  auto const bit = found - languages.begin();
  return found == languages.end() || bit >= static_cast<std::ptrdiff_t>(most_languages) ? 0 : 1U << bit;
}

std::uint32_t dutch_in(Vocabulary const& vocabulary) {
  return language_bit(vocabulary, *LanguageCode::parse("nl"));
}

}  // namespace wegwijzer
