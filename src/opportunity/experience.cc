// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/experience.h"

#include <algorithm>
#include <bit>

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

// Calls visit(amount, the same of the other).
template <class Other, class Visit>
void for_each_amount(Amounts& amounts, Other& other, Visit visit) {
  for (auto Funnel::* const stage : {&Funnel::exists, &Funnel::within_reach, &Funnel::known, &Funnel::welcome,
                                     &Funnel::possible, &Funnel::supported}) {
    visit(amounts.funnel.*stage, other.funnel.*stage);
  }
  for (std::size_t i = 0; i < barrier_count; ++i) visit(amounts.without[i], other.without[i]);
  for (std::size_t i = 0; i < most_subjects; ++i) visit(amounts.by_theme[i], other.by_theme[i]);
  for (std::size_t i = 0; i < stage_count; ++i) visit(amounts.by_stage[i], other.by_stage[i]);
}

}  // namespace

void Funnel::tally(Factors const& factors, double times) {
  auto const present = times * factors.presence;
  auto const seen = present * factors.visibility;
  auto const welcomed = seen * factors.welcome;
  auto const can = welcomed * factors.access;
  within_reach += present;
  known += seen;
  welcome += welcomed;
  possible += can;
  supported += can * factors.support;
}

void Amounts::tally(Factors const& factors, std::uint32_t subjects, std::size_t stage, double times) {
  funnel.tally(factors, times);
  auto const welcome = times * factors.presence * factors.visibility * factors.welcome;
  auto const supported = welcome * factors.access * factors.support;
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
  for_each_amount(*this, other, [&](double& sum, double amount) { sum += weight * amount; });
}

bool Amounts::change_by(Amounts const& difference, Amounts& largest) {
  for_each_amount(*this, difference, [](double& amount, double more) { amount += more; });
  bool certain = true;
  for_each_amount(*this, largest, [&](double& amount, double& most) {
    most = std::max(most, amount);
    certain = certain && (most <= 0 || amount >= most / 100);
  });
  return certain;
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
