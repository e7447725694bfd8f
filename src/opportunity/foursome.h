// SPDX-License-Identifier: EUPL-1.2
// The same factors as model.h, for four children at once: those of one home, band of ages and way of going,
// who differ in purse and language only. Of the ages in a band each fits other offerings, and for the rest
// they are alike. Where all children of a place are asked for again and again this is many times faster than
// one child after the other.
#pragma once

#include <array>
#include <cstring>
#include <span>
#include <vector>

#include "opportunity/changes.h"
#include "opportunity/model.h"
#include "reach/lanes.h"

namespace wegwijzer {

inline constexpr std::size_t foursome_size = choices<Purse>.size() * choices<HomeLanguage>.size();

// A number for each of the four. Operators reckon with all at once; each number becomes the same as it would
// alone, on any processor.
struct alignas(foursome_size * sizeof(double)) Four : std::array<double, foursome_size> {
  Four() : std::array<double, foursome_size>{} {}

  // Copied as one.
  [[gnu::always_inline]] Four(Four const& other) : std::array<double, foursome_size>() { *this = other; }

  [[gnu::always_inline]] Four& operator=(Four const& other) {
    Together numbers;
    other.take(numbers);
    return put(numbers);
  }

  [[gnu::always_inline]] Four& operator*=(Four const& other) {
    Together one, by;
    take(one), other.take(by);
    return put(one *= by);
  }

  [[gnu::always_inline]] Four& operator*=(double factor) {
    Together one;
    take(one);
    return put(one *= factor);
  }

  [[gnu::always_inline]] Four& operator+=(Four const& other) {
    Together one, more;
    take(one), other.take(more);
    return put(one += more);
  }

  [[gnu::always_inline]] friend inline Four operator*(Four one, Four const& other) { return one *= other; }

  [[gnu::always_inline]] friend inline Four operator*(Four one, double factor) { return one *= factor; }

 private:
  using Together = VectorOf<double, foursome_size * sizeof(double)>::type;

  [[gnu::always_inline]] void take(Together& numbers) const { std::memcpy(&numbers, data(), sizeof numbers); }

  [[gnu::always_inline]] Four& put(Together const& numbers) {
    std::memcpy(data(), &numbers, sizeof numbers);
    return *this;
  }
};

// Children of one band of ages and way of going.
inline constexpr std::size_t foursome_count = child_bands * choices<Going>.size();
inline constexpr std::size_t most_ages = 3;  // in a band

// Of the youngest age in the band.
ChildProfile child_of(std::size_t foursome, std::size_t member);

// From the youngest to the oldest, both included.
AgeRange ages_of(std::size_t foursome);

// Of the members at this age, which follow each other, the first among the standard profiles.
std::size_t first_profile(std::size_t foursome, int age);

// Calls visit(number of the age in its band) for each that an offering suits.
template <class Visit>
void for_each_fitting(std::uint32_t ages, AgeRange const& band, Visit visit) {
  for (int age = band.from; age <= band.to; ++age) {
    if (ages >> age & 1U) visit(static_cast<std::size_t>(age - band.from));
  }
}

// Sums of what suits ages of a band, so many for each age. Kept by which of the ages it suits: most suits all
// of them, and is added once.
template <std::size_t count>
class SumsOfBand {
 public:
  using Sums = std::array<Four, count>;

  void clear() { by_ages_.fill({}); }

  // To be added to for each age of the band that is among these bits.
  Sums& suiting(std::uint32_t ages, AgeRange const& band) { return by_ages_[ages >> band.from & (sets - 1)]; }

  // Of the age with this number in its band; ages beyond the band must not be asked for.
  Sums at(std::size_t age) const {
    Sums sums{};
    for (std::uint32_t set = 0; set < sets; ++set) {
      if (!(set >> age & 1U)) continue;
      for (std::size_t i = 0; i < count; ++i) sums[i] += by_ages_[set][i];
    }
    return sums;
  }

 private:
  static constexpr std::uint32_t sets = 1U << most_ages;
  std::array<Sums, sets> by_ages_{};
};

// What a venue offers somebody who comes from far enough away to lose so much on the way.
struct Met {
  Candidates::Range here;
  double decay = 1;
  Tenths calm{0};     // over calm streets
  bool trip = false;  // needs one
};

// What the children of a home meet, by way of going and, of one way, in the order of candidates. A workspace.
class Meeting {
 public:
  explicit Meeting(OpportunityModel const& model) : model_(model) {}

  void enter(std::size_t home);

  std::span<Met const> by(Profile travel) const { return by_way_[way_of(travel)]; }

 private:
  OpportunityModel const& model_;
  std::array<std::vector<Met>, way_count> by_way_;
};

// Factor 2 and 5, for the families of one area, of each organisation that offers one of some candidates. A
// workspace.
class SeenByFour {
 public:
  struct Seen {
    Four elsewhere{};
    Four in_own_area{};
    Four support{};
  };

  SeenByFour(OpportunityModel const& model, std::span<std::uint32_t const> candidates);

  void enter(Index<Area> area);

  Seen const& operator[](std::uint32_t organisation) const { return seen_[place_[organisation]]; }

 private:
  Seen seen(KnownThere const& known) const;

  OpportunityModel const& model_;
  std::uint32_t area_ = OpportunityModel::none;
  std::vector<std::uint32_t> place_;  // by organisation, in the two below
  std::vector<Seen> usual_;
  std::vector<Seen> seen_;
  std::vector<std::uint32_t> known_;  // places of what something is known of in this area
};

// Factor 3 and 4 of each candidate, without that of the way there.
struct RowOfFour {
  Four welcome{};
  Four welcome_in_own_area{};
  Four access{};
};

// Where asked for, also by barrier the access without it; without that of the way there.
RowOfFour row_of_four(OpportunityModel const& model, std::size_t candidate, std::size_t foursome,
                      std::array<Four, barrier_count>* without = nullptr);

}  // namespace wegwijzer
