// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/completeness.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

namespace wegwijzer {

namespace {

AreaCode outermost_code(AreaCode code) {
  while (auto const around = code.within()) code = *around;
  return code;
}

// The gemeenten in which the ecosystem has a venue, or asked what there is.
std::set<AreaCode> gemeenten_of(Atlas const& atlas, Index<Ecosystem> ecosystem) {
  std::set<AreaCode> found;
  auto const& catalogue = atlas.catalogue();
  for (std::size_t i = 0; i < catalogue.venues().size(); ++i) {
    auto const& facts = catalogue.facts(Index<Venue>(i));
    if (facts.ecosystem == ecosystem && facts.area) {
      found.insert(outermost_code(atlas.areas()[*facts.area].code));
    }
  }
  for (auto const inquiry : atlas.network().of(ecosystem).inquiries) {
    for (auto const& code : atlas.network()[inquiry].areas) found.insert(outermost_code(code));
  }
  return found;
}

// CBS does not count those from 12 to 14 apart.
bool children_live_in(Area const& area) {
  auto const young = area.figures.find("pop_0_14");
  return young == area.figures.end() || young->second > 0;
}

}  // namespace

AgeBits bits_of(AgeRange ages) {
  AgeBits bits = 0;
  for (int age = youngest_asked; age <= oldest_asked; ++age) {
    if (ages.contains(age)) bits |= 1U << age;
  }
  return bits;
}

AgeBits Evidence::ages(CellState state) const {
  auto const there = offered | said_some;
  switch (state) {
    case CellState::covered:
      return offered;
    case CellState::reported_some:
      return said_some & ~offered;
    case CellState::stale:
      return (was_offered | (was_said & ~said_none)) & ~there;
    case CellState::reported_none:
      return said_none & ~there & ~was_offered;
    case CellState::not_asked:
      return every_age & ~(there | was_offered | said_none | was_said);
  }
  return 0;
}

CellState Evidence::at(int age) const {
  for (auto const& [state, name] : choices<CellState>) {
    if (ages(state) >> age & 1) return state;
  }
  return CellState::not_asked;
}

void Evidence::count_into(StateCounts& counts) const {
  for (auto const& [state, name] : choices<CellState>) {
    counts[static_cast<std::size_t>(state)] += static_cast<std::size_t>(std::popcount(ages(state)));
  }
}

Evidence Evidence::together_with(Evidence const& other) const {
  Evidence both{offered | other.offered, was_offered | other.was_offered, said_some | other.said_some,
                said_none & other.said_none, 0};
  both.was_said = (said_none | was_said) & (other.said_none | other.was_said) & ~both.said_none;
  return both;
}

bool counts_for_completeness(OfferingFacts const& facts, Date today) {
  return facts.needs_trip && !facts.in_school && facts.last_day >= today;
}

bool speaks_of(Inquiry const& inquiry, Themes const& themes, Index<Theme> theme) {
  if (inquiry.themes.empty()) return true;
  return std::ranges::any_of(inquiry.themes, [&](ThemeCode const& code) {
    auto const asked = themes.find(code);
    if (!asked) return false;
    return themes.below(*asked).test(theme.value()) ||
           (inquiry.answer == InquiryAnswer::some && themes.below(theme).test(asked->value()));
  });
}

bool speaks_of(Inquiry const& inquiry, AreaCode area) {
  if (inquiry.areas.empty()) return true;
  for (std::optional<AreaCode> code = std::move(area); code; code = code->within()) {
    if (std::ranges::find(inquiry.areas, *code) != inquiry.areas.end()) return true;
  }
  return false;
}

Completeness::Completeness(Atlas const& atlas, Index<Ecosystem> ecosystem, Date today)
    : themes_(atlas.themes().choices()) {
  for (auto const theme : themes_) below_.push_back(atlas.themes().below(theme));
  find_buurten(atlas, ecosystem);
  add_offerings(atlas, ecosystem, today);
  add_inquiries(atlas, ecosystem, today);
  fold_wijken();
}

void Completeness::find_buurten(Atlas const& atlas, Index<Ecosystem> ecosystem) {
  auto const gemeenten = gemeenten_of(atlas, ecosystem);
  auto const& areas = atlas.areas();
  std::map<Index<Area>, std::size_t> numbers;
  for (std::size_t i = 0; i < areas.all().size(); ++i) {
    Index<Area> const index(i);
    auto const& area = areas[index];
    if (area.code.kind() != AreaKind::buurt || !gemeenten.contains(outermost_code(area.code))) continue;
    KnownBuurt buurt;
    buurt.area = index;
    buurt.children = children_live_in(area);
    buurt.by_theme.resize(themes_.size());
    auto const wijk = areas.around(index).value_or(index);
    auto const [number, is_new] = numbers.emplace(wijk, wijken_.size());
    if (is_new) wijken_.push_back({wijk, false, {}});
    buurt.wijk = number->second;
    buurten_.push_back(std::move(buurt));
  }
}

void Completeness::add_offerings(Atlas const& atlas, Index<Ecosystem> ecosystem, Date today) {
  auto const& catalogue = atlas.catalogue();
  std::vector<KnownBuurt*> at(atlas.areas().all().size());
  for (auto& buurt : buurten_) at[buurt.area.value()] = &buurt;
  for (std::size_t i = 0; i < catalogue.offerings().size(); ++i) {
    Index<Offering> const index(i);
    auto const& facts = catalogue.facts(index);
    if (!counts_for_completeness(facts, today)) continue;
    auto const area = facts.venue ? catalogue.facts(*facts.venue).area : std::nullopt;
    auto* const buurt = area ? at[area->value()] : nullptr;
    if ((!buurt || facts.themes.none() || !facts.age_known) && facts.ecosystem == ecosystem) {
      not_counted_.push_back(index);
    }
    if (!buurt) continue;
    auto const member = stale(catalogue[index], today) ? &Evidence::was_offered : &Evidence::offered;
    for (std::size_t theme = 0; theme < themes_.size(); ++theme) {
      if ((facts.themes & below_[theme]).any()) buurt->by_theme[theme].*member |= facts.ages & every_age;
    }
  }
}

void Completeness::add_inquiries(Atlas const& atlas, Index<Ecosystem> ecosystem, Date today) {
  for (auto const index : atlas.network().of(ecosystem).inquiries) {
    auto const& inquiry = atlas.network()[index];
    auto const member = stale(inquiry, today)                   ? &Evidence::was_said
                        : inquiry.answer == InquiryAnswer::some ? &Evidence::said_some
                                                                : &Evidence::said_none;
    auto const ages = bits_of(inquiry.ages);
    std::vector<std::size_t> spoken_of;
    for (std::size_t theme = 0; theme < themes_.size(); ++theme) {
      if (speaks_of(inquiry, atlas.themes(), themes_[theme])) spoken_of.push_back(theme);
    }
    for (auto& buurt : buurten_) {
      if (!speaks_of(inquiry, atlas.areas()[buurt.area].code)) continue;
      for (auto const theme : spoken_of) buurt.by_theme[theme].*member |= ages;
    }
  }
}

// What is in a buurt without children is still in its wijk, but only of the others anybody has to be asked.
void Completeness::fold_wijken() {
  for (auto& wijk : wijken_) wijk.by_theme.resize(themes_.size());
  for (auto const& buurt : buurten_) {
    auto& wijk = wijken_[buurt.wijk];
    bool const first = buurt.children && !wijk.children;
    for (std::size_t theme = 0; theme < themes_.size(); ++theme) {
      auto& all = wijk.by_theme[theme];
      auto more = buurt.by_theme[theme];
      if (!buurt.children) more.said_none = all.said_none, more.was_said = all.was_said;
      if (first) all.said_none = more.said_none, all.was_said = more.was_said;
      all = all.together_with(more);
    }
    wijk.children |= buurt.children;
  }
}

std::optional<std::size_t> Completeness::theme_number(Index<Theme> theme) const {
  auto const found = std::ranges::find(themes_, theme);
  if (found == themes_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - themes_.begin());
}

Evidence Completeness::of(AreaKnowledge const& area, ThemeSet const& below) const {
  std::optional<Evidence> all;
  for (std::size_t i = 0; i < themes_.size(); ++i) {
    if (!below.test(themes_[i].value())) continue;
    all = all ? all->together_with(area.by_theme[i]) : area.by_theme[i];
  }
  return all.value_or(Evidence());
}

StateCounts Completeness::count() const {
  StateCounts counts{};
  for (auto const& buurt : buurten_) {
    if (!buurt.children) continue;
    for (auto const& evidence : buurt.by_theme) evidence.count_into(counts);
  }
  return counts;
}

CellSources sources_of(Atlas const& atlas, Index<Ecosystem> ecosystem, Index<Area> area, Index<Theme> theme,
                       int age, Date today) {
  CellSources sources;
  auto const& catalogue = atlas.catalogue();
  auto const below = atlas.themes().below(theme);
  for (std::size_t i = 0; i < catalogue.offerings().size(); ++i) {
    Index<Offering> const index(i);
    auto const& facts = catalogue.facts(index);
    if (!counts_for_completeness(facts, today) || !fits(facts, age) || !facts.venue) continue;
    auto const at = catalogue.facts(*facts.venue).area;
    if (at && (facts.themes & below).any() && atlas.areas().lies_in(*at, area)) {
      sources.offerings.push_back(index);
    }
  }
  auto const& code = atlas.areas()[area].code;
  for (auto const index : atlas.network().of(ecosystem).inquiries) {
    auto const& inquiry = atlas.network()[index];
    if (!inquiry.ages.contains(age) || !speaks_of(inquiry, atlas.themes(), theme)) continue;
    bool const within = std::ranges::any_of(inquiry.areas, [&](AreaCode const& asked) {
      auto const found = atlas.areas().find(asked);
      return found && atlas.areas().lies_in(*found, area);
    });
    if (within || speaks_of(inquiry, code)) sources.inquiries.push_back(index);
  }
  return sources;
}

}  // namespace wegwijzer
