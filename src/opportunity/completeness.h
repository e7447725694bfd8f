// SPDX-License-Identifier: EUPL-1.2
// How complete the community map is: per buurt, theme and age whether something is there, somebody said so,
// somebody was asked and said there is nothing, what was known is old, or nobody was asked
// (docs/decisions/0034). Only where somebody was asked is there a white spot.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "atlas/atlas.h"

namespace wegwijzer {

// Each cell of area, theme and age has exactly one; the first that is true holds.
enum class CellState {
  covered,        // an offering that fits, is not over and not stale
  reported_some,  // a fresh answer says that there is something; it is not on the map yet
  stale,          // only an offering or an answer that is too old
  reported_none,  // a fresh answer says that there is nothing: a white spot
  not_asked
};

template <>
inline constexpr std::array choices<CellState> = {
    std::pair{CellState::covered, "covered"}, std::pair{CellState::reported_some, "reported_some"},
    std::pair{CellState::stale, "stale"}, std::pair{CellState::reported_none, "reported_none"},
    std::pair{CellState::not_asked, "not_asked"}};

inline constexpr int youngest_asked = 4, oldest_asked = 14;

// Bit a: children of age a, as in OfferingFacts.
using AgeBits = std::uint32_t;

AgeBits bits_of(AgeRange ages);  // of the ages from youngest_asked to oldest_asked

inline constexpr AgeBits every_age = (1U << (oldest_asked + 1)) - (1U << youngest_asked);

using StateCounts = std::array<std::size_t, 5>;  // of cells, by CellState

// What is known of one theme in one area, by age.
struct Evidence {
  AgeBits offered = 0;      // by an offering that is not stale
  AgeBits was_offered = 0;  // by one that is
  AgeBits said_some = 0;    // by a fresh answer
  AgeBits said_none = 0;
  AgeBits was_said = 0;  // by an answer that is stale

  AgeBits ages(CellState state) const;
  CellState at(int age) const;
  void count_into(StateCounts& counts) const;
  // Of two areas together: something in either is there, but nothing is reported or asked unless in both.
  Evidence together_with(Evidence const& other) const;
  bool operator==(Evidence const&) const = default;
};

// One area with what is known of each theme.
struct AreaKnowledge {
  Index<Area> area;
  bool children = true;  // live there, as far as the figures say; else nobody needs to be asked
  std::vector<Evidence> by_theme;
};

struct KnownBuurt : AreaKnowledge {
  std::size_t wijk = 0;  // its number
};

class Completeness {
 public:
  // Of the buurten in every gemeente in which the ecosystem has venues or inquiries; O(buurten × themes +
  // offerings × themes + inquiries × buurten × themes). An offering counts whosever it is: a child does not
  // ask to which network an activity belongs.
  Completeness(Atlas const& atlas, Index<Ecosystem> ecosystem, Date today);

  std::vector<Index<Theme>> const& themes() const { return themes_; }  // what a child can choose

  std::vector<KnownBuurt> const& buurten() const { return buurten_; }  // by code

  // A wijk, or what the buurt lies in where no wijk is known; by code.
  std::vector<AreaKnowledge> const& wijken() const { return wijken_; }

  std::optional<std::size_t> theme_number(Index<Theme> theme) const;

  // Of a wider theme, from those in themes() at or below it: there when any is, nothing only when nothing of
  // each.
  Evidence of(AreaKnowledge const& area, ThemeSet const& below) const;

  // All cells of buurten where children live.
  StateCounts count() const;

  // Offerings of the ecosystem that would count, if they said for which age, of which theme and where.
  std::vector<Index<Offering>> const& not_counted() const { return not_counted_; }

 private:
  void find_buurten(Atlas const& atlas, Index<Ecosystem> ecosystem);
  void add_offerings(Atlas const& atlas, Index<Ecosystem> ecosystem, Date today);
  void add_inquiries(Atlas const& atlas, Index<Ecosystem> ecosystem, Date today);
  void fold_wijken();

  std::vector<Index<Theme>> themes_;
  std::vector<ThemeSet> below_;  // as themes_
  std::vector<KnownBuurt> buurten_;
  std::vector<AreaKnowledge> wijken_;
  std::vector<Index<Offering>> not_counted_;
};

// Whether it is something that a child does outside school at a venue and that is not over.
bool counts_for_completeness(OfferingFacts const& facts, Date today);

// Whether the answer speaks of this theme: it was asked after, or a theme above it; something of a theme
// below it is something of it too.
bool speaks_of(Inquiry const& inquiry, Themes const& themes, Index<Theme> theme);

// Whether it asked about this area or one around it.
bool speaks_of(Inquiry const& inquiry, AreaCode area);

// What a cell was made from; an area that is a wijk has what its buurten have.
struct CellSources {
  std::vector<Index<Offering>> offerings;
  std::vector<Index<Inquiry>> inquiries;
};

CellSources sources_of(Atlas const& atlas, Index<Ecosystem> ecosystem, Index<Area> area, Index<Theme> theme,
                       int age, Date today);

}  // namespace wegwijzer
