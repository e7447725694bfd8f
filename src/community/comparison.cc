// SPDX-License-Identifier: EUPL-1.2
#include "community/comparison.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "base/words.h"
#include "community/contact.h"
#include "community/near_places.h"
#include "community/weighing.h"
#include "community/weights.h"

namespace wegwijzer::community {

namespace {

void put_in_order(Numbers& numbers) {
  std::ranges::sort(numbers);
  numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
}

template <class Key>
Numbers numbers_of(Values& values, std::vector<std::string> const& texts, Key key) {
  Numbers numbers;
  for (auto const& text : texts) {
    if (auto const value = key(text); !value.empty()) numbers.push_back(values.number(value));
  }
  put_in_order(numbers);
  values.count(numbers);
  return numbers;
}

Numbers numbers_of(Values& values, std::vector<std::string> const& texts) {
  return numbers_of(values, texts, [](std::string const& text) { return text; });
}

std::string whole_name(NameParts const& parts) {
  if (!parts.words.empty()) return joined(parts.words, " ");
  return "/" + std::to_string(parts.kinds.bits());
}

// As it stands, without what lies between its words: "Zonne Bloem" and "Zonnebloem" are one.
std::string joined_name(std::string const& name, NameParts const& parts) {
  std::string all;
  for (auto const& one : folded_words(name)) {
    if (std::ranges::binary_search(parts.words, one.text)) all += one.text;
  }
  return all.empty() ? joined(parts.words, "") : all;
}

std::vector<NearPlaces::Place> places_of(std::vector<Compared> const& all) {
  std::vector<NearPlaces::Place> places;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    for (auto const point : all[i].subject.points) places.push_back({point, i});
  }
  return places;
}

using Couple = std::pair<std::uint32_t, std::uint32_t>;

class Blocks {
 public:
  void add(Values const& values, std::vector<Compared> const& all, auto numbers_of_one) {
    std::vector<std::vector<std::uint32_t>> having(values.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      for (auto const number : numbers_of_one(all[i])) having[number].push_back(i);
    }
    for (auto const& block : having) {
      if (block.size() <= lead_most) add_block(block);
    }
  }

  void add_near(std::vector<Compared> const& all) {
    NearPlaces const near(places_of(all), {lead_metres});
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      for (auto const point : all[i].subject.points) {
        near.around(point, [&](std::uint32_t other, Metres) {
          if (other > i) couples_.emplace_back(i, other);
        });
      }
    }
  }

  std::vector<Couple> take() && {
    std::ranges::sort(couples_);
    couples_.erase(std::ranges::unique(couples_).begin(), couples_.end());
    return std::move(couples_);
  }

 private:
  void add_block(std::vector<std::uint32_t> const& block) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      for (std::size_t j = i + 1; j < block.size(); ++j) couples_.emplace_back(block[i], block[j]);
    }
  }

  std::vector<Couple> couples_;
};

}  // namespace

std::uint32_t Values::number(std::string const& text) {
  auto const [found, is_new] = numbers_.try_emplace(text, static_cast<std::uint32_t>(counts_.size()));
  if (is_new) {
    texts_.push_back(&found->first);
    counts_.push_back(0);
  }
  return found->second;
}

void Values::count(Numbers const& of_one_record) {
  for (auto const number : of_one_record) ++counts_[number];
}

Comparison::Comparison(std::vector<Subject> subjects, SubjectKind kind) : kind_(kind) {
  std::ranges::sort(subjects, {}, &Subject::id);
  all_.reserve(subjects.size());
  for (auto& subject : subjects) take(std::move(subject));
  count_neighbours();
}

ComparedName Comparison::compared_name(std::string const& name) {
  auto const parts = name_parts(name);
  ComparedName compared;
  for (auto const& word : parts.words) compared.words.push_back(words_.number(word));
  compared.text = folded(name);
  compared.joined = joined_name(name, parts);
  compared.whole = names_.number(whole_name(parts));
  compared.kinds = parts.kinds;
  compared.creed = parts.creed;
  compared.empty = parts.words.empty() && parts.kinds.empty();
  return compared;
}

void Comparison::take(Subject subject) {
  Compared one;
  one.name = compared_name(subject.name);
  auto words = one.name.words;
  put_in_order(words);
  words_.count(words);
  if (!one.name.empty) names_.count({one.name.whole});
  for (auto const& other : subject.other_names) one.other_names.push_back(compared_name(other));
  one.kinds = one.name.kinds.empty() ? subject.kinds : one.name.kinds;
  one.said = kinds_.number(std::to_string(one.kinds.bits()));
  kinds_.count({one.said});
  one.phones = numbers_of(phones_, subject.phones);
  one.mails = numbers_of(mails_, subject.mails);
  one.pages = numbers_of(pages_, subject.websites, page_key);
  one.sites = numbers_of(sites_, subject.websites, host_key);
  one.addresses = numbers_of(addresses_, subject.addresses);
  for (auto const& town : subject.towns) {
    for (auto const& word : folded_words(town)) one.town_words.push_back(words_.number(word.text));
  }
  put_in_order(one.town_words);
  one.subject = std::move(subject);
  all_.push_back(std::move(one));
}

void Comparison::count_neighbours() {
  NearPlaces const near(places_of(all_), {std::rbegin(bands)->metres});
  for (auto& one : all_) {
    std::unordered_map<std::uint32_t, double> nearest;
    for (auto const point : one.subject.points) {
      near.around(point, [&](std::uint32_t record, Metres apart) {
        auto const [found, is_new] = nearest.try_emplace(record, apart.value);
        if (!is_new) found->second = std::min(found->second, apart.value);
      });
    }
    for (auto const& band : bands) {
      auto const count =
          std::ranges::count_if(nearest, [&](auto const& at) { return at.second <= band.metres; });
      one.within.push_back(static_cast<std::size_t>(count));
    }
  }
}

bool Comparison::is_rare(Values const& values, std::uint32_t number) const {
  return values.records_with(number) <= lead_most;
}

bool Comparison::leads(std::size_t one, std::size_t other) const {
  auto const& a = all_[one];
  auto const& b = all_[other];
  bool found = false;
  auto const look = [&](Values const& values, Numbers const& ours, Numbers const& theirs) {
    for (auto const number : ours) {
      bool const shared = std::ranges::find(theirs, number) != theirs.end();
      found = found || (shared && is_rare(values, number));
    }
  };
  look(words_, a.name.words, b.name.words);
  if (!a.name.empty && !b.name.empty) look(names_, {a.name.whole}, {b.name.whole});
  look(phones_, a.phones, b.phones);
  look(mails_, a.mails, b.mails);
  look(pages_, a.pages, b.pages);
  look(sites_, a.sites, b.sites);
  look(addresses_, a.addresses, b.addresses);
  for (auto const point : a.subject.points) {
    for (auto const theirs : b.subject.points) found = found || distance(point, theirs).value <= lead_metres;
  }
  return found;
}

std::vector<Couple> Comparison::led_to() const {
  Blocks blocks;
  blocks.add(words_, all_, [](Compared const& one) { return one.name.words; });
  blocks.add(names_, all_,
             [](Compared const& one) { return one.name.empty ? Numbers() : Numbers{one.name.whole}; });
  blocks.add(phones_, all_, [](Compared const& one) { return one.phones; });
  blocks.add(mails_, all_, [](Compared const& one) { return one.mails; });
  blocks.add(pages_, all_, [](Compared const& one) { return one.pages; });
  blocks.add(sites_, all_, [](Compared const& one) { return one.sites; });
  blocks.add(addresses_, all_, [](Compared const& one) { return one.addresses; });
  blocks.add_near(all_);
  return std::move(blocks).take();
}

Likeness Comparison::likeness(std::size_t one, std::size_t other) const {
  check(one != other, "a record is no duplicate of itself");
  auto const [low, high] = std::minmax(one, other);
  return Weighing(*this, all_[low], all_[high]).likeness();
}

}  // namespace wegwijzer::community
