// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/difference.h"

#include <algorithm>
#include <tuple>

namespace wegwijzer {

namespace {

bool same_ground(OpportunityModel const& before, OpportunityModel const& now) {
  auto const& was = before.atlas();
  auto const& is = now.atlas();
  auto const id = [](Ecosystem const& ecosystem) { return ecosystem.id; };
  return &was.vocabulary() == &is.vocabulary() && before.parameters() == now.parameters() &&
         before.today() == now.today() && now.shares_journeys_with(before) &&
         was.catalogue().organisations() == is.catalogue().organisations() &&
         std::ranges::equal(was.catalogue().ecosystems(), is.catalogue().ecosystems(), {}, id, id) &&
         std::ranges::equal(was.areas().all(), is.areas().all(), {}, &Area::code, &Area::code) &&
         was.network().all<StepEdge>() == is.network().all<StepEdge>() &&
         before.surroundings() == now.surroundings();
}

// But for the number of its offering.
bool alike(Candidate const& one, Candidate const& other) {
  auto const rest = [](Candidate const& c) {
    return std::tie(c.organisation, c.ecosystem, c.venue, c.area, c.ages, c.moments, c.welcome,
                    c.felt_welcome, c.seats);
  };
  return rest(one) == rest(other);
}

class Comparing {
 public:
  Comparing(OpportunityModel const& before, OpportunityModel const& now) : before_(before), now_(now) {}

  std::optional<std::vector<ChangedOffering>> changed() {
    auto const& was = before_.atlas().catalogue();
    auto const& is = now_.atlas().catalogue();
    for (std::size_t i = 0; i < is.offerings().size(); ++i) {
      Index<Offering> const offering(i);
      compare(was.find(is[offering].id), offering);
    }
    for (std::size_t i = 0; i < was.offerings().size(); ++i) {
      Index<Offering> const offering(i);
      if (!is.find(was[offering].id)) compare(offering, std::nullopt);
    }
    bool const many = changed_.size() > 1 + now_.candidates().all().size() / 10;
    if (lessons_differ_ || many) return std::nullopt;
    return changed_;
  }

 private:
  void compare(std::optional<Index<Offering>> was, std::optional<Index<Offering>> is) {
    ChangedOffering one;
    if (was) one.before = number(before_, *was);
    if (is) one.now = number(now_, *is);
    bool const same_record = was && is && before_.atlas().catalogue()[*was] == now_.atlas().catalogue()[*is];
    if (!same_record && (is_lesson(before_, was) || is_lesson(now_, is))) lessons_differ_ = true;
    if (!one.before && !one.now) return;
    if (same_record && one.before && one.now && count_alike(*one.before, *one.now)) return;
    one.other_steps = was && is && !lead_alike(*was, *is);
    changed_.push_back(one);
  }

  static std::optional<std::uint32_t> number(OpportunityModel const& model, Index<Offering> offering) {
    auto const found = model.candidates().find(offering);
    return found ? std::optional(static_cast<std::uint32_t>(*found)) : std::nullopt;
  }

  static bool is_lesson(OpportunityModel const& model, std::optional<Index<Offering>> offering) {
    return offering && model.atlas().catalogue().facts(*offering).in_school;
  }

  bool count_alike(std::uint32_t was, std::uint32_t is) const {
    return before_.quick(was).full == now_.quick(is).full &&
           alike(before_.candidates()[was], now_.candidates()[is]);
  }

  bool lead_alike(Index<Offering> was, Index<Offering> is) const {
    auto const steps = [](OpportunityModel const& model, Index<Offering> offering) {
      auto const& catalogue = model.atlas().catalogue();
      auto const& one = catalogue[offering];
      auto const& facts = catalogue.facts(offering);
      return std::tie(facts.themes, facts.organisation, one.stage, one.difficulty, one.asks_prior, one.title);
    };
    return steps(before_, was) == steps(now_, is);
  }

  OpportunityModel const& before_;
  OpportunityModel const& now_;
  std::vector<ChangedOffering> changed_;
  bool lessons_differ_ = false;
};

}  // namespace

std::optional<std::vector<ChangedOffering>> difference(OpportunityModel const& before,
                                                       OpportunityModel const& now) {
  if (!same_ground(before, now)) return std::nullopt;
  return Comparing(before, now).changed();
}

}  // namespace wegwijzer
