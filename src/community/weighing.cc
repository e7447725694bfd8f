// SPDX-License-Identifier: EUPL-1.2
#include "community/weighing.h"

#include <algorithm>
#include <cmath>

#include "search/edit_distance.h"

namespace wegwijzer::community {

namespace {

// Of duplicates so many agree on it; of `region` others those that have it beside these two, and at least as
// many as are to be expected.
double weight(double share, double expected_others, std::size_t having) {
  auto const others = having > 2 ? static_cast<double>(having - 2) : 0.0;
  return std::log2(share * region / (others + expected_others));
}

double weight(Agreement const& rule, std::size_t having) {
  return weight(rule.share, rule.expected_others, having);
}

template <class Visit>
void each_shared(Numbers const& one, Numbers const& other, Visit visit) {
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (*a == *b) visit(*a);
    bool const forward_a = *a <= *b, forward_b = *b <= *a;
    a += forward_a, b += forward_b;
  }
}

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != word.npos;
}

// Names are shorter than texts and more alike, so fewer errors are forgiven than in what somebody looks for.
std::size_t most_errors_of_name(std::size_t letters) {
  return letters < 4 ? 0 : letters < 9 ? 1 : 2;
}

bool are_spelt_alike(std::string_view one, std::string_view other) {
  if (has_digit(one) || has_digit(other)) return false;
  auto const ending = street_ending(one);
  if (!ending.empty() && ending == street_ending(other)) {
    one.remove_suffix(ending.size());
    other.remove_suffix(ending.size());
  }
  auto const most = most_errors_of_name(std::min(one.size(), other.size()));
  auto const longer = std::max(one.size(), other.size());
  auto const shorter = std::min(one.size(), other.size());
  return longer - shorter <= most && search::edit_distance(one, other) <= most;
}

Metres apart(Subject const& one, Subject const& other) {
  Metres least{1e9};
  for (auto const a : one.points) {
    for (auto const b : other.points) least = std::min(least, distance(a, b));
  }
  return least;
}

}  // namespace

Weighing::Weighing(Comparison const& among, Compared const& one, Compared const& other)
    : among_(among), one_(one), other_(other) {}

void Weighing::because(Reason reason, std::string const& ground) {
  if (std::ranges::find(found_.reasons, reason) == found_.reasons.end()) found_.reasons.push_back(reason);
  found_.grounds.push_back(text(reason) + "=" + ground);
}

void Weighing::but(Doubt doubt) {
  found_.doubts.push_back(doubt);
}

bool Weighing::is_town_word(std::uint32_t word) const {
  return std::ranges::binary_search(one_.town_words, word) ||
         std::ranges::binary_search(other_.town_words, word);
}

// How much a word tells: one that many names have tells little.
double Weighing::telling(std::uint32_t word) const {
  auto const having = static_cast<double>(among_.words_.records_with(word));
  auto const bits = std::log2((static_cast<double>(among_.size()) + 100) / (having + 0.5));
  return (is_town_word(word) ? word_of_the_town : 1) * std::max(bits, 0.1);
}

// Two words that several names have are two words, however little they differ.
bool Weighing::spelt_alike(std::uint32_t one, std::uint32_t other) const {
  constexpr std::size_t known_from = 3;
  auto const& words = among_.words_;
  bool const both_known = std::min(words.records_with(one), words.records_with(other)) >= known_from;
  return !both_known && are_spelt_alike(words.text(one), words.text(other));
}

Weighing::NameFinding Weighing::same_whole_name(ComparedName const& a, ComparedName const& b) const {
  bool const to_the_letter = !a.kinds.empty() && a.text == b.text;
  bool const is_one_street =
      a.words.size() == 1 && !street_ending(among_.words_.text(a.words.front())).empty();
  auto const& rule = [&]() -> Agreement const& {
    if (a.words.empty()) return name_of_kind_only;
    if (is_one_street) return name_of_street;
    if (a.words.size() == 1) return to_the_letter ? word_to_the_letter : name_of_one_word;
    return to_the_letter ? words_to_the_letter : name_of_words;
  }();
  auto const having = among_.names_.records_with(a.whole);
  return {weight(rule, having), Reason::same_name, false, among_.names_.text(a.whole)};
}

// The words of two names beside each other: first those that are the same, then those that are spelt alike.
Weighing::WordsOfTwo Weighing::words_of_two(ComparedName const& a, ComparedName const& b) const {
  WordsOfTwo found;
  std::vector<bool> taken(b.words.size());
  auto const match = [&](std::uint32_t word, auto fits) {
    for (std::size_t i = 0; i < b.words.size(); ++i) {
      if (taken[i] || !fits(b.words[i])) continue;
      taken[i] = true;
      match_words(found, word, b.words[i]);
      return true;
    }
    return false;
  };
  Numbers left;
  for (auto const word : a.words) {
    if (!match(word, [&](std::uint32_t theirs) { return theirs == word; })) left.push_back(word);
  }
  for (auto const word : left) {
    bool const alike = match(word, [&](std::uint32_t theirs) { return spelt_alike(word, theirs); });
    if (!alike) leave_over(found, word, found.only_a);
  }
  for (std::size_t i = 0; i < b.words.size(); ++i) {
    if (!taken[i]) leave_over(found, b.words[i], found.only_b);
  }
  return found;
}

void Weighing::match_words(WordsOfTwo& found, std::uint32_t one, std::uint32_t other) const {
  found.both += std::min(telling(one), telling(other));
  found.misspelt = found.misspelt || one != other;
  if (is_town_word(one)) return;
  auto const having = std::max(among_.words_.records_with(one), among_.words_.records_with(other));
  found.rarest = std::min(found.rarest.value_or(having), having);
}

void Weighing::leave_over(WordsOfTwo& found, std::uint32_t word, double& sum) const {
  if (is_town_word(word)) return;
  sum += telling(word);
  found.is_branch = found.is_branch || says_which_branch(among_.words_.text(word));
}

Weighing::NameFinding Weighing::by_words(ComparedName const& a, ComparedName const& b) const {
  auto const ground = among_.names_.text(a.whole) + "|" + among_.names_.text(b.whole);
  bool const joined_alike = a.words.size() != b.words.size() && are_spelt_alike(a.joined, b.joined);
  if (joined_alike) return {weight(name_alike, 0), Reason::names_alike, false, ground};
  auto const words = words_of_two(a, b);
  bool const both_say_more = words.only_a > 0 && words.only_b > 0;
  // All that they have in common is the town, or nothing at all.
  if (!words.rarest) return {both_say_more ? wholly_other_name : 0, std::nullopt, both_say_more, ground};
  if (both_say_more) return {other_words, std::nullopt, true, ground};
  if (words.only_a + words.only_b == 0) {
    return {weight(name_alike, words.misspelt ? 0 : *words.rarest), Reason::names_alike, false, ground};
  }
  if (words.is_branch) return {which_branch, std::nullopt, false, ground};
  return name_within(words, ground);
}

Weighing::NameFinding Weighing::name_within(WordsOfTwo const& words, std::string const& ground) const {
  auto const bits =
      std::min(weight(name_in_name, words.rarest.value_or(among_.size())), most_of_name_in_name);
  bool const says_little = words.both < words.only_a + words.only_b;
  return {says_little ? std::min(bits, 0.0) : bits, Reason::name_in_name, false, ground};
}

Weighing::NameFinding Weighing::names(ComparedName const& a, ComparedName const& b) const {
  if (a.empty || b.empty) return {unnamed, std::nullopt, false, {}};
  if (a.whole == b.whole) return same_whole_name(a, b);
  return by_words(a, b);
}

double Weighing::name_bits() {
  auto best = names(one_.name, other_.name);
  bool const one_organisation =
      one_.subject.organisation && one_.subject.organisation == other_.subject.organisation;
  auto const try_other = [&](ComparedName const& a, ComparedName const& b) {
    auto found = names(a, b);
    found.bits += name_of_organisation;
    if (one_organisation || !found.reason || found.bits <= std::max(best.bits, 0.0)) return;
    best = found;
    best.reason = Reason::organisation_name;
  };
  for (auto const& name : other_.other_names) try_other(one_.name, name);
  for (auto const& name : one_.other_names) try_other(name, other_.name);
  other_name_ = best.differs;
  same_name_ = best.reason == Reason::same_name;
  if (best.differs) but(Doubt::other_name);
  if (best.reason && best.bits > 0) because(*best.reason, best.ground);
  return best.bits;
}

// A club is often drawn as the ground it plays on.
bool Weighing::is_club_on_its_ground() const {
  constexpr SaidKinds club{SaidKind::sports_club},
      ground{SaidKind::sports_hall, SaidKind::sports_field, SaidKind::swimming};
  bool const both_said = !one_.name.kinds.empty() && !other_.name.kinds.empty();
  bool const fits = (one_.kinds.meets(club) && other_.kinds.meets(ground)) ||
                    (other_.kinds.meets(club) && one_.kinds.meets(ground));
  return fits && !both_said;
}

double Weighing::kind_bits() {
  if (one_.kinds.empty() || other_.kinds.empty()) return 0;
  if (one_.kinds.meets(other_.kinds)) {
    auto const& kinds = among_.kinds_;
    auto const having =
        static_cast<double>(std::max(kinds.records_with(one_.said), kinds.records_with(other_.said)));
    because(Reason::same_kind, {});
    return std::clamp(std::log2(static_cast<double>(among_.size() + 10) / (having + 10)), 0.0, most_of_kind);
  }
  if (is_club_on_its_ground()) return club_on_its_ground;
  but(Doubt::other_kind);
  bool const both_said = !one_.name.kinds.empty() && !other_.name.kinds.empty();
  // A museum with a stage is the one to this source, and the other to that.
  constexpr SaidKinds culture{SaidKind::heritage, SaidKind::arts,   SaidKind::stage,    SaidKind::music,
                              SaidKind::dance,    SaidKind::making, SaidKind::community};
  constexpr SaidKinds grounds{SaidKind::sports_hall, SaidKind::sports_field, SaidKind::swimming,
                              SaidKind::playground};
  constexpr SaidKinds outdoors{SaidKind::animals, SaidKind::nature};
  for (auto const& mixed : {culture, grounds, outdoors}) {
    if (mixed.meets(one_.kinds) && mixed.meets(other_.kinds)) return kinds_that_mix;
  }
  return both_said ? kinds_say_otherwise : other_venue_kind;
}

double Weighing::creed_bits() {
  auto const a = one_.name.creed, b = other_.name.creed;
  if (a == Creed::unsaid || b == Creed::unsaid || a == b) return 0;
  but(Doubt::other_creed);
  return other_creed;
}

void Weighing::agree(Best& best, Values const& values, Numbers const& a, Numbers const& b,
                     Agreement const& rule, Reason reason) {
  double strongest = 0;
  std::optional<std::uint32_t> value;
  each_shared(a, b, [&](std::uint32_t number) {
    auto const bits = weight(rule, values.records_with(number));
    if (value && bits <= strongest) return;
    strongest = bits, value = number;
  });
  if (!value) return;
  best.agrees = true;
  because(reason, values.text(*value));
  auto const bits = std::max(strongest, 0.0);
  best.further += std::min(best.bits, bits);
  best.bits = std::max(best.bits, bits);
}

double Weighing::contact_bits() {
  bool const one_organisation =
      one_.subject.organisation && one_.subject.organisation == other_.subject.organisation;
  // All places of an organisation have its details.
  if (one_organisation) return 0;
  Best best;
  agree(best, among_.phones_, one_.phones, other_.phones, phone, Reason::same_phone);
  bool const same_phone = best.agrees;
  agree(best, among_.mails_, one_.mails, other_.mails, mail, Reason::same_mail);
  agree(best, among_.pages_, one_.pages, other_.pages, page, Reason::same_page);
  agree(best, among_.sites_, one_.sites, other_.sites, site, Reason::same_site);
  auto against = 0.0;
  bool const both_call = !one_.phones.empty() && !other_.phones.empty();
  if (both_call && !same_phone) but(Doubt::other_phone), against += other_phone;
  bool same_site = false;
  each_shared(one_.sites, other_.sites, [&](auto) { same_site = true; });
  bool const both_have_sites = !one_.sites.empty() && !other_.sites.empty();
  if (both_have_sites && !same_site) but(Doubt::other_site), against += other_site;
  return share_of_contact() * (best.bits + further_contact * best.further) + against;
}

// Two organisations of one name may have one place each and be one; two places are not.
double Weighing::share_of_contact() const {
  bool const may_have_places = among_.kind_ == SubjectKind::organisation && same_name_;
  if (!far_apart_ || may_have_places) return 1;
  return other_address_ ? contact_of_two_places : contact_far_apart;
}

double Weighing::address_bits() {
  if (one_.addresses.empty() || other_.addresses.empty()) return 0;
  std::optional<double> bits;
  each_shared(one_.addresses, other_.addresses, [&](std::uint32_t number) {
    auto const found = weight(address, among_.addresses_.records_with(number));
    if (!bits) because(Reason::same_address, among_.addresses_.text(number));
    bits = std::max(bits.value_or(found), found);
  });
  same_address_ = bits.has_value();
  if (bits) return std::max(*bits, 0.0);
  other_address_ = true;
  but(Doubt::other_address);
  return other_address;
}

double Weighing::distance_bits() {
  if (one_.subject.points.empty() || other_.subject.points.empty()) return 0;
  auto const between = apart(one_.subject, other_.subject);
  found_.apart = between;
  for (std::size_t i = 0; i < std::size(bands); ++i) {
    if (between.value > bands[i].metres) continue;
    auto const having = std::max(one_.within[i], other_.within[i]);
    auto const bits = weight(bands[i].share, bands[i].expected_others, having);
    if (bits > 0) because(Reason::near, std::to_string(static_cast<int>(bands[i].metres)));
    return bits;
  }
  far_apart_ = true;
  but(Doubt::far_apart);
  if (among_.kind_ == SubjectKind::organisation) return organisations_far_apart;
  return between.value > 1000 ? beyond_a_kilometre : beyond_bands;
}

double Weighing::place_bits() {
  auto const there = address_bits();
  auto const away = distance_bits();
  if (!same_address_) return away + there;
  // The one position was found from the address, or wrongly; it tells nothing beside it.
  return away < 0 ? there + std::max(away, same_address_far_apart) : std::max(there, away);
}

double Weighing::organisation_bits() {
  auto const& a = one_.subject.organisation;
  auto const& b = other_.subject.organisation;
  if (!a || !b) return 0;
  if (a != b) return but(Doubt::other_organisation), other_organisation;
  return because(Reason::same_organisation, text(*a)), same_organisation;
}

double Weighing::register_bits() {
  auto const& list = one_.subject.official_list;
  if (list.empty() || list != other_.subject.official_list) return 0;
  return but(Doubt::one_register), one_register;
}

Likeness Weighing::likeness() && {
  auto bits = std::log2(2 * duplicates_per_record / region);
  bits += name_bits();
  bits += creed_bits();
  auto const place = place_bits();
  auto const contact = contact_bits();
  auto const kind = kind_bits();
  bool const lean_on_each_other = (other_name_ || kind == kinds_say_otherwise) && contact > 0 && place > 0;
  bits += lean_on_each_other ? std::max(contact, place) + place_beside_other_name * std::min(contact, place)
                             : contact + place;
  bits += kind;
  bits += organisation_bits();
  bits += register_bits();
  found_.score = 1 / (1 + std::exp2(-bits));
  std::ranges::sort(found_.grounds);
  return std::move(found_);
}

}  // namespace wegwijzer::community
