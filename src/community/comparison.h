// SPDX-License-Identifier: EUPL-1.2
// Compares organisations with each other, or venues: a value that many of them have says less.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "community/likeness.h"
#include "community/subject.h"

namespace wegwijzer::community {

// Values of one sort, such as telephone numbers: each has a number, and of each is known how many records
// have it.
class Values {
 public:
  std::uint32_t number(std::string const& text);
  void count(std::vector<std::uint32_t> const& of_one_record);

  std::size_t records_with(std::uint32_t number) const { return counts_[number]; }

  std::string const& text(std::uint32_t number) const { return *texts_[number]; }

  std::size_t size() const { return counts_.size(); }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string const*> texts_;  // keys of numbers_, which stay where they are
  std::vector<std::size_t> counts_;
};

using Numbers = std::vector<std::uint32_t>;  // of values, in ascending order, each once

struct ComparedName {
  Numbers words;       // in the alphabetical order of their texts
  std::string text;    // folded
  std::string joined;  // of its words as they stand
  std::uint32_t whole = 0;
  SaidKinds kinds;
  Creed creed = Creed::unsaid;
  bool empty = true;
};

struct Compared {
  Subject subject;
  ComparedName name;
  std::vector<ComparedName> other_names;
  std::uint32_t said = 0;  // of kinds
  SaidKinds kinds;         // that it says, or else that its kind of place or sector says
  Numbers phones, mails, pages, sites, addresses, town_words;
  std::vector<std::size_t>
      within;  // of each band of weights.h: how many records have a place there, itself among them
};

// Immutable once made. Whatever the order in which the subjects come, each pair gets the same likeness.
class Comparison {
 public:
  explicit Comparison(std::vector<Subject> subjects, SubjectKind kind);

  std::size_t size() const { return all_.size(); }

  Uuid id(std::size_t one) const { return all_[one].subject.id; }

  // Of two different ones; the same whichever is named first.
  Likeness likeness(std::size_t one, std::size_t other) const;

  // Whether anything leads from the one to the other, so that they are compared at all.
  bool leads(std::size_t one, std::size_t other) const;

  // All pairs to which something leads, each once, the lower first, in order. O(records × what lies near or
  // shares a rare value).
  std::vector<std::pair<std::uint32_t, std::uint32_t>> led_to() const;

 private:
  friend class Weighing;

  ComparedName compared_name(std::string const& name);
  void take(Subject subject);
  void count_neighbours();
  bool is_rare(Values const& values, std::uint32_t number) const;

  SubjectKind kind_;
  std::vector<Compared> all_;
  Values words_, names_, phones_, mails_, pages_, sites_, addresses_, kinds_;
};

}  // namespace wegwijzer::community
