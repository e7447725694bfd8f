// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/for_child.h"

#include <algorithm>
#include <array>
#include <set>

namespace wegwijzer {

namespace {

constexpr Minutes furthest{60};

// Places that anybody may walk into and where somebody knows what there is; the best first.
std::array const open_houses{*VenueKind::parse("library"), *VenueKind::parse("community-centre"),
                             *VenueKind::parse("youth-centre")};

class Choosing {
 public:
  Choosing(Atlas const& atlas, OfferingQuery const& query, Moment moment)
      : atlas_(atlas), query_(query), moment_(moment) {}

  ForChild run() {
    auto const found = joinable(query_);
    chosen_.home_known = reach_of(atlas_, query_).has_value();
    chosen_.near = varied(going_out(found), most_for_child);
    if (chosen_.near.size() < few_for_child && chosen_.home_known && query_.minutes < furthest)
      look_further();
    chosen_.at_home = varied(staying_in(found), few_for_child);
    if (chosen_.at_home.empty()) look_for_any_theme();
    chosen_.to_ask = nearest_open_house();
    say_when(chosen_.near);
    say_when(chosen_.further);
    say_when(chosen_.at_home);
    return std::move(chosen_);
  }

 private:
  using Found = std::vector<FoundOffering>;

  OfferingFacts const& facts(FoundOffering const& found) const {
    return atlas_.catalogue().facts(found.offering);
  }

  Found joinable(OfferingQuery const& query) const {
    auto found = find_offerings(atlas_, query, moment_).offerings;
    std::erase_if(found, [&](auto const& one) { return !can_join(facts(one), moment_.today); });
    return found;
  }

  Found going_out(Found found) const {
    std::erase_if(found, [&](auto const& one) { return !facts(one).needs_trip; });
    return found;
  }

  Found staying_in(Found found) const {
    std::erase_if(found, [&](auto const& one) { return facts(one).needs_trip; });
    return found;
  }

  // In the order of the list, in rounds in which no organisation and no first theme comes twice.
  Found varied(Found const& found, std::size_t most) const {
    Found picked;
    std::set<std::size_t> taken;
    while (picked.size() < most && taken.size() < found.size()) {
      std::set<Index<Organisation>> organisations;
      std::set<ThemeCode> themes;
      for (std::size_t i = 0; i < found.size() && picked.size() < most; ++i) {
        if (taken.contains(i) || organisations.contains(facts(found[i]).organisation)) continue;
        auto const& of = atlas_.catalogue()[found[i].offering].themes;
        if (!of.empty() && !themes.insert(of.front()).second) continue;
        organisations.insert(facts(found[i]).organisation);
        taken.insert(i);
        picked.push_back(found[i]);
      }
    }
    return picked;
  }

  void look_further() {
    auto wider = query_;
    wider.minutes = furthest;
    auto found = going_out(joinable(wider));
    std::erase_if(found, [&](auto const& one) {
      return std::ranges::find(chosen_.near, one.offering, &FoundOffering::offering) != chosen_.near.end();
    });
    chosen_.further = varied(found, few_for_child);
  }

  void look_for_any_theme() {
    if (query_.themes.empty()) return;
    auto any = query_;
    any.themes.clear();
    chosen_.at_home = varied(staying_in(joinable(any)), few_for_child);
    chosen_.at_home_of_theme = false;
  }

  std::optional<Arrival> nearest_open_house() const {
    auto wide = query_;
    wide.minutes = furthest;
    auto const reach = reach_of(atlas_, wide);
    if (!reach) return std::nullopt;
    for (auto const& kind : open_houses) {
      std::optional<Arrival> nearest;
      for (auto const& arrival : reach->arrivals()) {
        if (atlas_.catalogue()[arrival.venue].kind != kind) continue;
        if (!nearest || arrival.travel < nearest->travel) nearest = arrival;
      }
      if (nearest) return nearest;
    }
    return std::nullopt;
  }

  void say_when(Found& found) const {
    for (auto& one : found) one.next = next_time(atlas_, one.offering, moment_);
  }

  Atlas const& atlas_;
  OfferingQuery const& query_;
  Moment moment_;
  ForChild chosen_;
};

}  // namespace

ForChild find_for_child(Atlas const& atlas, OfferingQuery const& query, Moment moment) {
  OfferingQuery child;
  child.themes = query.themes;
  child.age = query.age;
  child.home = query.home;
  child.mode = query.mode;
  child.minutes = query.minutes;
  child.free = query.free;
  child.access = query.access;
  child.ecosystem = query.ecosystem;
  if (!query.home) child.sort = Sort::soonest;
  return Choosing(atlas, child, moment).run();
}

}  // namespace wegwijzer
