// SPDX-License-Identifier: EUPL-1.2
// What one child, or the mean of the children of an area, experiences: the funnel of DOMAIN.md section 4 and
// what goes with it. All of it can be averaged over homes.
#pragma once

#include <array>

#include "opportunity/model.h"

namespace wegwijzer {

inline constexpr std::size_t most_subjects = 16;
inline constexpr std::size_t stage_count = 4;  // of Stage, and one for not known

inline std::size_t place_of(std::optional<Stage> stage) {
  return stage ? static_cast<std::size_t>(*stage) : stage_count - 1;
}

// Amounts of offerings, each stage of it part of the one before.
struct Funnel {
  double exists = 0;        // offerings that suit the age, of the ecosystems here or within reach
  double within_reach = 0;  // sum of r
  double known = 0;         // of r v
  double welcome = 0;       // of r v w
  double possible = 0;      // of r v w a
  double supported = 0;     // of x = r v w a (g0 + (1 - g0) g)

  // Adds so many times one offering, but for what exists.
  void tally(Factors const& factors, double times);

  bool operator==(Funnel const&) const = default;
};

// Offerings that are open to the child, with an experienced opportunity of next_step_from or more; those of
// them from which it cannot go deeper, and those with no next step at all. Then what this says of the child,
// 1 or 0, or of children, as shares.
struct Ends {
  double open = 0;
  double not_deeper = 0;
  double dead = 0;
  double some = 0;    // something is open
  double always = 0;  // and from all of it there is a next step

  bool operator==(Ends const&) const = default;
};

// The three-stage rocket of one theme.
struct Rocket {
  double introduce = 0;  // 1: something is open to the child, also in school time; or a share of the homes
  double deepen = 0;
  double belong = 0;
  double whole = 0;  // and there is a way from one to the next within the subject

  bool operator==(Rocket const&) const = default;
};

// What is added up over offerings.
struct Amounts {
  Funnel funnel;
  std::array<double, barrier_count> without{};   // what x would be more without this barrier
  std::array<double, most_subjects> by_theme{};  // x; one of several themes counts in equal parts
  std::array<double, stage_count> by_stage{};    // x

  // Adds so many times one offering of these subjects (as bits) and this stage, but for what exists.
  void tally(Factors const& factors, std::uint32_t subjects, std::size_t stage, double times);

  void add(Amounts const& other, double weight);

  // Adds what became different, and keeps the largest that each amount ever was. False when one is less than
  // a hundredth of that: then too few of its digits are certain, as of what should be nothing at all.
  bool change_by(Amounts const& difference, Amounts& largest);

  bool operator==(Amounts const&) const = default;
};

struct Experience : Amounts {
  Ends ends;
  std::array<Ends, most_subjects> ends_by_theme{};
  std::array<Ends, stage_count> ends_by_stage{};
  std::array<Rocket, most_subjects> rockets{};

  void add(Experience const& other, double weight);
  bool operator==(Experience const&) const = default;
};

// The subjects (Themes::subjects) of an offering, as bits.
class Subjects {
 public:
  explicit Subjects(Themes const& themes);

  std::vector<Index<Theme>> const& all() const { return subjects_; }

  std::uint32_t of(ThemeSet const& themes) const;

 private:
  std::vector<Index<Theme>> subjects_;
  std::vector<ThemeSet> below_;
};

// Reckons experiences from a model. A workspace: one per thread.
class Reckoner {
 public:
  Reckoner(OpportunityModel const& model, Subjects const& subjects);

  Experience reckon(Index<Area> area, Journeys const& reached, ProfileTable const& table);

  // The candidates that were open to the child of the last reckon(), and which next steps they have for it.
  std::vector<std::size_t> const& open() const { return open_; }

  bool has_deeper(std::size_t candidate) const;
  bool has_broader(std::size_t candidate) const;

 private:
  // Of one ecosystem and age the introductions in school time: their kinds, and the subjects of each.
  using Lessons = std::vector<std::pair<std::size_t, std::uint32_t>>;

  void add(std::size_t candidate, Factors const& factors, Experience& experience);
  void forget();
  void open(std::size_t candidate);
  bool has_next(std::size_t candidate, Direction direction, StepKinds::Kinds next) const;
  bool meets(StepKinds::Kinds kinds) const;
  std::size_t count(StepKinds::Kinds kinds) const;
  void look_at_ends(Experience& experience) const;
  void look_at_rockets(Index<Area> area, int age, Experience& experience);
  void find_ways_to_belong();
  std::uint32_t leads_to_belonging(std::size_t kind) const;
  Lessons const& lessons(Index<Ecosystem> ecosystem, int age) const;
  void read_lessons(Subjects const& subjects);

  OpportunityModel const& model_;
  std::size_t subject_count_;
  std::vector<std::array<Lessons, ChildrenByAge::ages>> lessons_;  // by ecosystem
  ExperienceOf asking_;
  int age_ = 0;                                // of the last child
  std::vector<std::size_t> open_;              // candidates
  std::vector<bool> is_open_;                  // by candidate
  std::vector<std::uint64_t> open_kinds_;      // bits
  std::vector<std::uint32_t> open_of_kind_;    // how many of each
  std::vector<std::uint64_t> ways_to_belong_;  // open kinds of stage deepen that lead on
  std::vector<std::uint32_t> subjects_of_kind_;
  std::vector<std::uint32_t> subjects_of_way_;  // in which these lead on
};

}  // namespace wegwijzer
