// SPDX-License-Identifier: EUPL-1.2
// Factor 4: I want to, but can I? (DOMAIN.md section 4.) A stack of barriers, each with what it leaves of an
// opportunity: 1 is no barrier, 0 lets nobody through.
#pragma once

#include <array>

#include "atlas/catalogue.h"
#include "opportunity/child_profile.h"
#include "opportunity/moments.h"
#include "opportunity/parameters.h"

namespace wegwijzer {

enum class Barrier { price, time, company, route, language, needs };

template <>
inline constexpr std::array choices<Barrier> = {
    std::pair{Barrier::price, "price"},       std::pair{Barrier::time, "time"},
    std::pair{Barrier::company, "company"},   std::pair{Barrier::route, "route"},
    std::pair{Barrier::language, "language"}, std::pair{Barrier::needs, "needs"}};

inline constexpr std::size_t barrier_count = choices<Barrier>.size();

class Barriers {
 public:
  Barriers() { left_.fill(1); }

  double& operator[](Barrier barrier) { return left_[static_cast<std::size_t>(barrier)]; }

  double operator[](Barrier barrier) const { return left_[static_cast<std::size_t>(barrier)]; }

  // Of all together: in their order, and that of the way there last, since it alone depends on the home.
  double access() const { return access_without(Barrier::route) * (*this)[Barrier::route]; }

  double access_without(Barrier barrier) const {
    double left = 1;
    for (std::size_t i = 0; i < barrier_count; ++i) {
      bool const counts =
          i != static_cast<std::size_t>(barrier) && i != static_cast<std::size_t>(Barrier::route);
      if (counts) left *= left_[i];
    }
    return barrier == Barrier::route ? left : left * (*this)[Barrier::route];
  }

  bool operator==(Barriers const&) const = default;

 private:
  std::array<double, barrier_count> left_;
};

// What the price leaves: all when the child's purse is enough, else the share of it that the purse pays, or
// the chance that a fund pays when there is one.
double price_barrier(Offering const& offering, Moments const& moments, ChildProfile const& child,
                     OpportunityParameters const& parameters);

// The best of its moments: when the child is free (time) and, where one must come along, a grown-up
// (company).
struct WhenFree {
  double time = 1;
  double company = 1;
};

WhenFree time_barriers(Offering const& offering, Moments const& moments, ChildProfile const& child,
                       OpportunityParameters const& parameters);

// Of the way there over calm streets, or `never`, for a child that goes alone: it may go so many minutes, and
// the farther beyond the less.
double route_barrier(Tenths calm, ChildProfile const& child, OpportunityParameters const& parameters);

double language_barrier(OfferingFacts const& facts, ChildProfile const& child, std::uint32_t dutch,
                        OpportunityParameters const& parameters);

double needs_barrier(OfferingFacts const& facts, ChildProfile const& child,
                     OpportunityParameters const& parameters);

}  // namespace wegwijzer
