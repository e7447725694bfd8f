// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/questions.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

#include "opportunity/set_cover.h"

namespace wegwijzer {

namespace {

// Open cells of one buurt and theme that the same organisations know of.
struct OpenCells {
  std::size_t buurt = 0;
  std::size_t theme = 0;
  AgeBits ages = 0;

  std::size_t count() const { return static_cast<std::size_t>(std::popcount(ages)); }
};

AgeBits open_ages(Evidence const& evidence) {
  return evidence.ages(CellState::not_asked) | evidence.ages(CellState::stale);
}

// Ages that each answerer knows all of or none of.
std::vector<AgeBits> kinds_of_ages(std::vector<Answerer> const& answerers) {
  std::set<AgeBits> kinds{every_age};
  for (auto const& answerer : answerers) {
    std::set<AgeBits> finer;
    for (auto const kind : kinds) finer.insert({kind & answerer.ages, kind & ~answerer.ages});
    finer.erase(0);
    kinds = std::move(finer);
  }
  return {kinds.begin(), kinds.end()};
}

std::vector<OpenCells> open_cells(Completeness const& known, std::vector<AgeBits> const& kinds) {
  std::vector<OpenCells> all;
  for (std::size_t buurt = 0; buurt < known.buurten().size(); ++buurt) {
    if (!known.buurten()[buurt].children) continue;
    for (std::size_t theme = 0; theme < known.themes().size(); ++theme) {
      auto const open = open_ages(known.buurten()[buurt].by_theme[theme]);
      for (auto const kind : kinds) {
        if (open & kind) all.push_back({buurt, theme, open & kind});
      }
    }
  }
  return all;
}

// By buurt and theme, who may know; then each kind of ages takes those whose ages it has.
class Knowing {
 public:
  Knowing(Completeness const& known, std::vector<Answerer> const& answerers)
      : answerers_(answerers), themes_(known.themes().size()), by_cell_(known.buurten().size() * themes_) {
    for (std::uint32_t i = 0; i < answerers.size(); ++i) {
      for (auto const buurt : answerers[i].buurten) {
        for (auto const theme : answerers[i].themes) by_cell_[buurt * themes_ + theme].push_back(i);
      }
    }
  }

  std::vector<std::uint32_t> of(OpenCells const& cells) const {
    std::vector<std::uint32_t> found;
    for (auto const one : by_cell_[cells.buurt * themes_ + cells.theme]) {
      if (answerers_[one].ages & cells.ages) found.push_back(one);
    }
    return found;
  }

 private:
  std::vector<Answerer> const& answerers_;
  std::size_t themes_;
  std::vector<std::vector<std::uint32_t>> by_cell_;
};

AgeRange hull(AgeBits ages) {
  return {std::countr_zero(ages), 31 - std::countl_zero(ages)};
}

// Buurten as areas that can be said in a breath: a wijk when at least half of it is meant and whoever is
// asked knows the whole of it, a gemeente when that is all its wijken.
class Naming {
 public:
  Naming(Atlas const& atlas, Completeness const& known) : areas_(atlas.areas()), known_(known) {
    all_.resize(known.wijken().size());
    for (auto const& buurt : known.buurten()) all_[buurt.wijk] += buurt.children;
    for (auto const& wijk : known.wijken()) {
      if (auto const gemeente = areas_.around(wijk.area); gemeente && wijk.children) ++wijken_in_[*gemeente];
    }
  }

  // `knows`: the buurten that who is asked knows; nothing: nobody is asked.
  std::vector<Index<Area>> areas(std::set<std::size_t> const& buurten, Answerer const* knows) const {
    std::vector<std::size_t> asked(all_.size()), known(all_.size());
    for (auto const buurt : buurten) ++asked[known_.buurten()[buurt].wijk];
    for (std::size_t i = 0; knows && i < knows->buurten.size(); ++i) {
      auto const& buurt = known_.buurten()[knows->buurten[i]];
      known[buurt.wijk] += buurt.children;
    }
    std::vector<Index<Area>> named;
    std::set<std::size_t> told;
    for (auto const buurt : buurten) {
      auto const wijk = known_.buurten()[buurt].wijk;
      bool const whole = asked[wijk] * 2 >= all_[wijk] && (!knows || known[wijk] == all_[wijk]);
      if (!whole) {
        named.push_back(known_.buurten()[buurt].area);
      } else if (told.insert(wijk).second) {
        named.push_back(known_.wijken()[wijk].area);
      }
    }
    return with_whole_gemeenten(named);
  }

 private:
  std::vector<Index<Area>> with_whole_gemeenten(std::vector<Index<Area>> const& named) const {
    std::map<Index<Area>, std::size_t> told;
    auto const gemeente_of = [&](Index<Area> area) -> std::optional<Index<Area>> {
      auto const around = areas_.around(area);
      auto const all = around ? wijken_in_.find(*around) : wijken_in_.end();
      return all != wijken_in_.end() && all->second > 1 ? around : std::nullopt;
    };
    for (auto const area : named) {
      if (auto const gemeente = gemeente_of(area)) ++told[*gemeente];
    }
    std::vector<Index<Area>> out;
    for (auto const area : named) {
      auto const gemeente = gemeente_of(area);
      bool const whole = gemeente && told[*gemeente] == wijken_in_.at(*gemeente);
      auto const said = whole ? *gemeente : area;
      if (out.empty() || out.back() != said) out.push_back(said);
    }
    return out;
  }

  Areas const& areas_;
  Completeness const& known_;
  std::vector<std::size_t> all_;  // buurten with children, by wijk
  std::map<Index<Area>, std::size_t> wijken_in_;
};

std::vector<Question> questions_about(Completeness const& known, Naming const& naming,
                                      std::vector<OpenCells> const& cells, Answerer const* who) {
  struct Asked {
    std::set<std::size_t> buurten;
    AgeBits ages = 0;
    std::size_t cells = 0;
  };

  std::map<std::size_t, Asked> by_theme;
  for (auto const& one : cells) {
    auto& asked = by_theme[one.theme];
    asked.buurten.insert(one.buurt);
    asked.ages |= one.ages;
    asked.cells += one.count();
  }
  std::vector<Question> questions;
  questions.reserve(by_theme.size());
  for (auto const& [theme, asked] : by_theme) {
    questions.push_back(
        {known.themes()[theme], naming.areas(asked.buurten, who), hull(asked.ages), asked.cells});
  }
  return questions;
}

std::size_t sum_of(std::vector<OpenCells> const& cells) {
  std::size_t sum = 0;
  for (auto const& one : cells) sum += one.count();
  return sum;
}

// Each distinct list of who knows is one element; to which of the chosen it goes, is who knows least else.
using CellsByHolders = std::map<std::vector<std::uint32_t>, std::vector<OpenCells>>;

SetCover cover_of(CellsByHolders const& cells, std::size_t answerers, std::size_t steps) {
  std::vector<std::vector<std::uint32_t>> held_by;
  held_by.reserve(cells.size());
  for (auto const& [holders, open] : cells) held_by.push_back(holders);
  return smallest_cover(held_by, answerers, steps);
}

std::map<std::uint32_t, std::vector<OpenCells>> dealt_out(CellsByHolders const& cells,
                                                          std::vector<Answerer> const& answerers,
                                                          SetCover const& cover) {
  auto const breadth = [&](std::uint32_t one) {
    return answerers[one].themes.size() * answerers[one].buurten.size();
  };
  std::map<std::uint32_t, std::vector<OpenCells>> dealt;
  for (auto const& [holders, open] : cells) {
    std::vector<std::uint32_t> chosen;
    std::ranges::set_intersection(holders, cover.chosen, std::back_inserter(chosen));
    auto& hand = dealt[std::ranges::min(chosen, {}, breadth)];
    hand.insert(hand.end(), open.begin(), open.end());
  }
  return dealt;
}

}  // namespace

QuestionList shortest_questions(Atlas const& atlas, Index<Ecosystem> ecosystem, Completeness const& known,
                                std::size_t steps) {
  auto const answerers = answerers_of(atlas, ecosystem, known);
  Knowing const knowing(known, answerers);
  Naming const naming(atlas, known);
  CellsByHolders by_holders;
  QuestionList list;
  for (auto const& cells : open_cells(known, kinds_of_ages(answerers))) {
    by_holders[knowing.of(cells)].push_back(cells);
    list.open_cells += cells.count();
  }
  if (auto const nobody = by_holders.extract(std::vector<std::uint32_t>())) {
    list.nobody_knows = questions_about(known, naming, nobody.mapped(), nullptr);
  }
  auto const cover = cover_of(by_holders, answerers.size(), steps);
  list.at_least = cover.at_least;
  for (auto const& [one, cells] : dealt_out(by_holders, answerers, cover)) {
    list.to.push_back(
        {answerers[one].organisation, questions_about(known, naming, cells, &answerers[one]), sum_of(cells)});
  }
  std::ranges::stable_sort(list.to, std::greater(), &QuestionsTo::cells);
  return list;
}

std::vector<Index<Inquiry>> still_to_map(Atlas const& atlas, Index<Ecosystem> ecosystem,
                                         Completeness const& known, Date today) {
  std::vector<Index<Inquiry>> found;
  auto const waits = [&](Inquiry const& inquiry, KnownBuurt const& buurt) {
    if (!buurt.children || !speaks_of(inquiry, atlas.areas()[buurt.area].code)) return false;
    for (std::size_t theme = 0; theme < known.themes().size(); ++theme) {
      auto const waiting = buurt.by_theme[theme].ages(CellState::reported_some) & bits_of(inquiry.ages);
      if (waiting && speaks_of(inquiry, atlas.themes(), known.themes()[theme])) return true;
    }
    return false;
  };
  for (auto const index : atlas.network().of(ecosystem).inquiries) {
    auto const& inquiry = atlas.network()[index];
    if (inquiry.answer == InquiryAnswer::none || stale(inquiry, today)) continue;
    if (std::ranges::any_of(known.buurten(), [&](auto const& buurt) { return waits(inquiry, buurt); })) {
      found.push_back(index);
    }
  }
  return found;
}

}  // namespace wegwijzer
