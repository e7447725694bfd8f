// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/experience.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/check.h"

namespace wegwijzer {

namespace {

template <class Visit>
void for_each_bit(std::uint32_t bits, Visit visit) {
  for (; bits != 0; bits &= bits - 1) visit(static_cast<std::size_t>(std::countr_zero(bits)));
}

// Calls visit(kind) for each kind in both.
template <class Visit>
void for_each_common(StepKinds::Kinds one, std::vector<std::uint64_t> const& other, Visit visit) {
  for (std::size_t word = 0; word < other.size(); ++word) {
    for (auto bits = one[word] & other[word]; bits != 0; bits &= bits - 1) {
      visit(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
    }
  }
}

void set_bit(std::vector<std::uint64_t>& bits, std::size_t bit) {
  bits[bit / 64] |= std::uint64_t{1} << bit % 64;
}

void add_to(Funnel& sum, Funnel const& other, double weight) {
  sum.exists += weight * other.exists;
  sum.within_reach += weight * other.within_reach;
  sum.known += weight * other.known;
  sum.welcome += weight * other.welcome;
  sum.possible += weight * other.possible;
  sum.supported += weight * other.supported;
}

void add_to(double& sum, double other, double weight) {
  sum += weight * other;
}

void add_to(Ends& sum, Ends const& other, double weight) {
  sum.open += weight * other.open;
  sum.not_deeper += weight * other.not_deeper;
  sum.dead += weight * other.dead;
  sum.some += weight * other.some;
  sum.always += weight * other.always;
}

// What the counts say of one child.
void conclude(Ends& ends) {
  if (ends.open <= 0) return;
  ends.some = 1;
  ends.always = ends.dead == 0 ? 1 : 0;
}

void add_to(Rocket& sum, Rocket const& other, double weight) {
  sum.introduce += weight * other.introduce;
  sum.deepen += weight * other.deepen;
  sum.belong += weight * other.belong;
  sum.whole += weight * other.whole;
}

template <class Thing, std::size_t count>
void add_to(std::array<Thing, count>& sum, std::array<Thing, count> const& other, double weight) {
  for (std::size_t i = 0; i < count; ++i) add_to(sum[i], other[i], weight);
}

// Sixteen digits are known of what was there.
void change(double& value, double difference) {
  auto const before = value;
  value += difference;
  if (std::abs(value) < 1e-12 * std::abs(before)) value = 0;
}

template <std::size_t count>
void change(std::array<double, count>& values, std::array<double, count> const& differences) {
  for (std::size_t i = 0; i < count; ++i) change(values[i], differences[i]);
}

void change(Funnel& funnel, Funnel const& difference) {
  change(funnel.exists, difference.exists);
  change(funnel.within_reach, difference.within_reach);
  change(funnel.known, difference.known);
  change(funnel.welcome, difference.welcome);
  change(funnel.possible, difference.possible);
  change(funnel.supported, difference.supported);
}

}  // namespace

void Amounts::tally(Factors const& factors, std::uint32_t subjects, std::size_t stage, double times) {
  auto const present = times * factors.presence;
  auto const known = present * factors.visibility;
  auto const welcome = known * factors.welcome;
  auto const possible = welcome * factors.access;
  auto const supported = possible * factors.support;
  funnel.within_reach += present;
  funnel.known += known;
  funnel.welcome += welcome;
  funnel.possible += possible;
  funnel.supported += supported;
  for (std::size_t i = 0; i < barrier_count; ++i) {
    auto const barrier = static_cast<Barrier>(i);
    auto const left = factors.barriers[barrier];
    if (left >= 1) continue;
    auto const access = left > 0 ? factors.access / left : factors.barriers.access_without(barrier);
    without[i] += welcome * access * factors.support - supported;
  }
  auto const part = supported / std::max(1, std::popcount(subjects));
  for_each_bit(subjects, [&](std::size_t subject) { by_theme[subject] += part; });
  by_stage[stage] += supported;
}

void Amounts::add(Amounts const& other, double weight) {
  add_to(funnel, other.funnel, weight);
  add_to(without, other.without, weight);
  add_to(by_theme, other.by_theme, weight);
  add_to(by_stage, other.by_stage, weight);
}

void Amounts::change_by(Amounts const& difference) {
  change(funnel, difference.funnel);
  change(without, difference.without);
  change(by_theme, difference.by_theme);
  change(by_stage, difference.by_stage);
}

void Experience::add(Experience const& other, double weight) {
  Amounts::add(other, weight);
  add_to(ends, other.ends, weight);
  add_to(ends_by_theme, other.ends_by_theme, weight);
  add_to(ends_by_stage, other.ends_by_stage, weight);
  add_to(rockets, other.rockets, weight);
}

Subjects::Subjects(Themes const& themes) : subjects_(themes.subjects()) {
  check(subjects_.size() <= most_subjects, "more subjects than an analysis can hold");
  for (auto const subject : subjects_) below_.push_back(themes.below(subject));
}

std::uint32_t Subjects::of(ThemeSet const& themes) const {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < below_.size(); ++i) {
    if ((themes & below_[i]).any()) bits |= 1U << i;
  }
  return bits;
}

Reckoner::Reckoner(OpportunityModel const& model, Subjects const& subjects)
    : model_(model),
      subject_count_(subjects.all().size()),
      asking_(model),
      is_open_(model.candidates().all().size(), false),
      open_kinds_(model.step_kinds().words()),
      open_of_kind_(model.step_kinds().size()),
      ways_to_belong_(model.step_kinds().words()),
      subjects_of_way_(model.step_kinds().size()) {
  for (std::size_t kind = 0; kind < model.step_kinds().size(); ++kind) {
    subjects_of_kind_.push_back(subjects.of(model.step_kinds().themes(kind)));
  }
  read_lessons(subjects);
}

void Reckoner::read_lessons(Subjects const& subjects) {
  auto const& catalogue = model_.atlas().catalogue();
  lessons_.resize(catalogue.ecosystems().size());
  for (auto const& lesson : model_.step_kinds().lessons()) {
    auto const& facts = catalogue.facts(lesson.offering);
    auto const bits = subjects.of(facts.themes);
    for (int age = ChildrenByAge::youngest; age <= ChildrenByAge::oldest; ++age) {
      if (!fits(facts, age)) continue;
      auto const place = static_cast<std::size_t>(age - ChildrenByAge::youngest);
      lessons_[lesson.ecosystem.value()][place].emplace_back(lesson.kind, bits);
    }
  }
}

Reckoner::Lessons const& Reckoner::lessons(Index<Ecosystem> ecosystem, int age) const {
  return lessons_[ecosystem.value()][static_cast<std::size_t>(age - ChildrenByAge::youngest)];
}

Experience Reckoner::reckon(Index<Area> area, Journeys const& reached, ProfileTable const& table) {
  forget();
  Experience experience;
  auto const age = table.child().age;
  age_ = age;
  auto const& here = model_.surroundings().ecosystems(area);
  for (auto const ecosystem : here) {
    experience.funnel.exists += static_cast<double>(model_.candidates().fitting(ecosystem, age));
  }
  asking_.for_each(area, reached, table, [&](std::size_t candidate, Factors const& factors) {
    auto const ecosystem = model_.candidates()[candidate].ecosystem;
    if (std::ranges::find(here, ecosystem) == here.end()) ++experience.funnel.exists;
    add(candidate, factors, experience);
  });
  look_at_ends(experience);
  look_at_rockets(area, age, experience);
  return experience;
}

void Reckoner::add(std::size_t candidate, Factors const& factors, Experience& experience) {
  auto const& kinds = model_.step_kinds();
  auto const kind = kinds.kind_of(candidate);
  experience.tally(factors, subjects_of_kind_[kind], place_of(kinds.stage(kind)), 1);
  if (factors.experienced() >= model_.parameters().next_step_from) open(candidate);
}

void Reckoner::forget() {
  auto const& kinds = model_.step_kinds();
  for (auto const candidate : open_) {
    is_open_[candidate] = false;
    open_of_kind_[kinds.kind_of(candidate)] = 0;
  }
  std::ranges::fill(open_kinds_, 0);
  std::ranges::fill(ways_to_belong_, 0);
  open_.clear();
}

void Reckoner::open(std::size_t candidate) {
  auto const kind = model_.step_kinds().kind_of(candidate);
  open_.push_back(candidate);
  is_open_[candidate] = true;
  ++open_of_kind_[kind];
  set_bit(open_kinds_, kind);
}

bool Reckoner::meets(StepKinds::Kinds kinds) const {
  for (std::size_t word = 0; word < open_kinds_.size(); ++word) {
    if (kinds[word] & open_kinds_[word]) return true;
  }
  return false;
}

std::size_t Reckoner::count(StepKinds::Kinds kinds) const {
  std::size_t count = 0;
  for_each_common(kinds, open_kinds_, [&](std::size_t kind) { count += open_of_kind_[kind]; });
  return count;
}

bool Reckoner::has_next(std::size_t candidate, Direction direction, StepKinds::Kinds next) const {
  auto const& kinds = model_.step_kinds();
  auto const is_open_kind = [&](std::size_t other) {
    auto const kind = kinds.kind_of(other);
    return is_open_[other] && (next[kind / 64] >> kind % 64 & 1);
  };
  // Of the kinds that follow by definition these do not count.
  std::size_t apart = 0;
  for (auto const other : kinds.namesakes(candidate)) apart += is_open_kind(other) ? 1 : 0;
  for (auto const& agreed : kinds.agreed(candidate)) {
    if (!(agreed.ages >> age_ & 1U)) continue;
    if (agreed.direction == direction && is_open_[agreed.to]) return true;
    apart += is_open_kind(agreed.to) ? 1 : 0;
  }
  return meets(next) && (apart == 0 || count(next) > apart);
}

bool Reckoner::has_deeper(std::size_t candidate) const {
  auto const& kinds = model_.step_kinds();
  return has_next(candidate, Direction::deepen, kinds.deeper(kinds.kind_of(candidate)));
}

bool Reckoner::has_broader(std::size_t candidate) const {
  auto const& kinds = model_.step_kinds();
  return has_next(candidate, Direction::broaden, kinds.broader(kinds.kind_of(candidate)));
}

void Reckoner::look_at_ends(Experience& experience) const {
  auto const& kinds = model_.step_kinds();
  for (auto const candidate : open_) {
    auto const deeper = has_deeper(candidate);
    Ends const end{
        .open = 1, .not_deeper = deeper ? 0.0 : 1.0, .dead = deeper || has_broader(candidate) ? 0.0 : 1.0};
    add_to(experience.ends, end, 1);
    add_to(experience.ends_by_stage[place_of(kinds.stage(kinds.kind_of(candidate)))], end, 1);
    for_each_bit(subjects_of_kind_[model_.step_kinds().kind_of(candidate)],
                 [&](std::size_t subject) { add_to(experience.ends_by_theme[subject], end, 1); });
  }
  conclude(experience.ends);
  std::ranges::for_each(experience.ends_by_theme, conclude);
  std::ranges::for_each(experience.ends_by_stage, conclude);
}

// Of each open kind of stage deepen the subjects in which it leads on to belonging.
void Reckoner::find_ways_to_belong() {
  auto const& kinds = model_.step_kinds();
  std::vector<std::uint64_t> belonging(kinds.words());
  for (auto const candidate : open_) {
    auto const kind = kinds.kind_of(candidate);
    if (kinds.stage(kind) == Stage::belong) set_bit(belonging, kind);
  }
  for (auto const candidate : open_) {
    auto const kind = kinds.kind_of(candidate);
    if (kinds.stage(kind) != Stage::deepen) continue;
    std::uint32_t subjects = 0;
    for_each_common(kinds.deeper(kind), belonging,
                    [&](std::size_t next) { subjects |= subjects_of_kind_[next]; });
    subjects &= subjects_of_kind_[kind];
    if (subjects == 0) continue;
    set_bit(ways_to_belong_, kind);
    subjects_of_way_[kind] = subjects;
  }
}

// In which subjects an introduction of this kind leads on to belonging.
std::uint32_t Reckoner::leads_to_belonging(std::size_t kind) const {
  std::uint32_t subjects = 0;
  for_each_common(model_.step_kinds().deeper(kind), ways_to_belong_,
                  [&](std::size_t next) { subjects |= subjects_of_way_[next]; });
  return subjects;
}

void Reckoner::look_at_rockets(Index<Area> area, int age, Experience& experience) {
  find_ways_to_belong();
  auto const& kinds = model_.step_kinds();
  auto const introduce = [&](std::size_t kind, std::uint32_t subjects) {
    for_each_bit(subjects, [&](std::size_t subject) { experience.rockets[subject].introduce = 1; });
    for_each_bit(subjects & leads_to_belonging(kind),
                 [&](std::size_t subject) { experience.rockets[subject].whole = 1; });
  };
  for (auto const candidate : open_) {
    auto const kind = kinds.kind_of(candidate);
    auto const subjects = subjects_of_kind_[model_.step_kinds().kind_of(candidate)];
    auto const stage = kinds.stage(kind);
    if (stage == Stage::introduce) introduce(kind, subjects);
    for_each_bit(subjects, [&](std::size_t subject) {
      if (stage == Stage::deepen) experience.rockets[subject].deepen = 1;
      if (stage == Stage::belong) experience.rockets[subject].belong = 1;
    });
  }
  for (auto const ecosystem : model_.surroundings().ecosystems(area)) {
    for (auto const& [kind, subjects] : lessons(ecosystem, age)) introduce(kind, subjects);
  }
}

}  // namespace wegwijzer
