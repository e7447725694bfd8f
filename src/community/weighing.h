// SPDX-License-Identifier: EUPL-1.2
// Puts together what speaks for and against two records being one thing.
#pragma once

#include <string>

#include "community/comparison.h"
#include "community/weights.h"

namespace wegwijzer::community {

class Weighing {
 public:
  Weighing(Comparison const& among, Compared const& one, Compared const& other);

  Likeness likeness() &&;

 private:
  // How one name relates to another.
  struct NameFinding {
    double bits = 0;
    std::optional<Reason> reason;
    bool differs = false;
    std::string ground;
  };

  // What words two names have in common, and what each says beside that, by how much it tells.
  struct WordsOfTwo {
    double both = 0;
    double only_a = 0;
    double only_b = 0;
    std::optional<std::size_t>
        rarest{};  // in how many records the rarest that both have is; nothing but the town: none
    bool misspelt = false;
    bool is_branch = false;  // one says which of several it is
  };

  struct Best {
    double bits = 0;
    double further = 0;  // of what agrees beside the best
    bool agrees = false;
  };

  double name_bits();
  NameFinding names(ComparedName const& a, ComparedName const& b) const;
  NameFinding same_whole_name(ComparedName const& a, ComparedName const& b) const;
  NameFinding by_words(ComparedName const& a, ComparedName const& b) const;
  NameFinding name_within(WordsOfTwo const& words, std::string const& ground) const;
  WordsOfTwo words_of_two(ComparedName const& a, ComparedName const& b) const;
  void match_words(WordsOfTwo& found, std::uint32_t one, std::uint32_t other) const;
  void leave_over(WordsOfTwo& found, std::uint32_t word, double& sum) const;
  bool is_town_word(std::uint32_t word) const;
  double telling(std::uint32_t word) const;
  bool spelt_alike(std::uint32_t one, std::uint32_t other) const;

  double kind_bits();
  bool is_club_on_its_ground() const;
  double creed_bits();
  double contact_bits();
  void agree(Best& best, Values const& values, Numbers const& a, Numbers const& b, Agreement const& rule,
             Reason reason);
  double share_of_contact() const;
  double address_bits();
  double distance_bits();
  double place_bits();
  double organisation_bits();
  double register_bits();

  void because(Reason reason, std::string const& ground);
  void but(Doubt doubt);

  Comparison const& among_;
  Compared const& one_;
  Compared const& other_;
  Likeness found_;
  bool other_name_ = false;
  bool same_name_ = false;
  bool same_address_ = false;
  bool other_address_ = false;
  bool far_apart_ = false;
};

}  // namespace wegwijzer::community
