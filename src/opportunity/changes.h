// SPDX-License-Identifier: EUPL-1.2
// An area's opportunity taken apart into its offerings, and what a single change to one of them would add:
// which barrier taken away, or which factor made as good as it can be.
#pragma once

#include <vector>

#include "opportunity/experience.h"

namespace wegwijzer {

enum class Lever { price, time, company, route, language, needs, seats, visibility, welcome, guidance };

template <>
inline constexpr std::array choices<Lever> = {
    std::pair{Lever::price, "price"},       std::pair{Lever::time, "time"},
    std::pair{Lever::company, "company"},   std::pair{Lever::route, "route"},
    std::pair{Lever::language, "language"}, std::pair{Lever::needs, "needs"},
    std::pair{Lever::seats, "seats"},       std::pair{Lever::visibility, "visibility"},
    std::pair{Lever::welcome, "welcome"},   std::pair{Lever::guidance, "guidance"}};

inline constexpr std::size_t lever_count = choices<Lever>.size();

// What x would be more with this lever pulled and all else, also how many children come, as it is.
double gain(Factors const& factors, double seats_per_child, Lever lever);

// One offering, as the mean of the children of some homes experiences it.
struct OfferingPart {
  Index<Offering> offering;
  Funnel funnel;  // exists: the share of the children that could do it at all
  std::array<double, lever_count> gains{};
  std::array<double, barrier_count> barriers{};  // what each leaves, weighed by r v w
};

// Every offering that children of these profiles in an area reach, in the order of candidates; each home and
// profile counts by how many children there are of it, as in OpportunityAnalysis. The sums over them are the
// funnel there, but for offerings out of reach.
std::vector<OfferingPart> taken_apart(OpportunityModel const& model, Index<Area> area,
                                      std::span<ChildProfile const> children);

struct Change {
  Lever lever = Lever::price;
  Index<Offering> offering;
  double gain = 0;
  bool operator==(Change const&) const = default;
};

// The best first, at most one for each offering, and none that adds nothing; of equal ones the first
// offering.
std::vector<Change> best_changes(std::span<OfferingPart const> parts, std::size_t most);

// By lever what it would add for all offerings together.
std::array<double, lever_count> gains_of_levers(std::span<OfferingPart const> parts);

enum class Factor { presence, visibility, welcome, access, guidance };

template <>
inline constexpr std::array choices<Factor> = {
    std::pair{Factor::presence, "presence"}, std::pair{Factor::visibility, "visibility"},
    std::pair{Factor::welcome, "welcome"}, std::pair{Factor::access, "access"},
    std::pair{Factor::guidance, "guidance"}};

inline constexpr std::size_t factor_count = choices<Factor>.size();

Factor factor_of(Lever lever);  // that it pulls

// How much each factor leaves of what the one before left, here against elsewhere: below 1 it is behind,
// infinite where nothing is left elsewhere. The product of all, times that of what exists, is how the
// experienced amounts compare.
std::array<double, factor_count> against(Funnel const& here, Funnel const& elsewhere);

}  // namespace wegwijzer
