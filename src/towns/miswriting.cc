// SPDX-License-Identifier: EUPL-1.2
#include "towns/miswriting.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>
#include <vector>

#include "base/words.h"

namespace wegwijzer::towns {

namespace {

bool is_letter(char sign) {
  return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
}

// Where a word of enough plain letters begins and ends.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Stretch> long_words(std::string const& name) {
  constexpr std::size_t shortest = 5;
  std::vector<Stretch> words;
  for (std::size_t i = 0; i < name.size();) {
    auto end = i;
    while (end < name.size() && is_letter(name[end])) ++end;
    if (end - i >= shortest) words.push_back({i, end});
    i = end + 1;
  }
  return words;
}

template <class Value>
Value const& any_of(std::span<Value const> values, Random& random) {
  return values[random.below(values.size())];
}

struct ShortForm {
  std::string_view full;
  std::string_view brief;
};

constexpr ShortForm short_forms[] = {{"Openbare basisschool", "OBS"},
                                     {"Openbare basisschool", "O.B.S."},
                                     {"Christelijke basisschool", "CBS"},
                                     {"Basisschool", "BS"},
                                     {"Basisschool", "Bs."},
                                     {"Buitenschoolse opvang", "BSO"},
                                     {"Bibliotheek", "Bieb"},
                                     {"Voetbalvereniging", "V.V."},
                                     {"Voetbalvereniging", "VV"},
                                     {"Tennisvereniging", "TV"},
                                     {"Tennisclub", "T.C."},
                                     {"Hockeyclub", "HC"},
                                     {"Speelplek", "Speelplaats"},
                                     {"Scouting", "Scoutinggroep"},
                                     {"Buurthuis", "Wijkcentrum"},
                                     {"Sint", "St."}};

std::string shortened(std::string const& name, Random& random) {
  std::vector<ShortForm> fitting;
  for (auto const& form : short_forms) {
    if (name.starts_with(form.full)) fitting.push_back(form);
  }
  if (fitting.empty()) return name;
  auto const& form = any_of<ShortForm>(fitting, random);
  return std::string(form.brief) + name.substr(form.full.size());
}

// "Basisschool De Merel": the kind is what stands before "De".
std::size_t end_of_kind(std::string const& name) {
  auto const de = name.find(" De "), het = name.find(" Het ");
  return std::min(de, het);
}

std::string without_kind(std::string const& name) {
  auto const end = end_of_kind(name);
  return end == name.npos ? name : name.substr(end + 1);
}

std::string kind_behind(std::string const& name) {
  auto const end = end_of_kind(name);
  if (end == name.npos) return name;
  return name.substr(end + 1) + ", " + lower_case(name.substr(0, end));
}

std::string in_capitals(std::string name) {
  for (auto& sign : name) {
    if (sign >= 'a' && sign <= 'z') sign = static_cast<char>(sign - 'a' + 'A');
  }
  return name;
}

}  // namespace

std::string with_typing_error(std::string const& name, Random& random) {
  auto const words = long_words(name);
  if (words.empty()) return name;
  auto const word = any_of<Stretch>(words, random);
  // The first letter is seldom wrong.
  auto const at = word.begin + 1 + random.below(word.end - word.begin - 2);
  auto wrong = name;
  switch (random.below(4)) {
    case 0:
      wrong.erase(at, 1);
      break;
    case 1:
      wrong.insert(at, 1, wrong[at]);
      break;
    case 2:
      std::swap(wrong[at], wrong[at + 1]);
      break;
    default:
      wrong[at] = static_cast<char>('a' + random.below(26));
  }
  return wrong;
}

std::string as_others_say(std::string const& name, std::string const& town, Random& random) {
  auto const draw = random.unit();
  if (draw < 0.24) return name;
  if (draw < 0.44) return with_typing_error(name, random);
  if (draw < 0.52) return without_kind(name);
  if (draw < 0.60) return kind_behind(name);
  if (draw < 0.70) return "Stichting " + name;
  if (draw < 0.76) return name + " e.V.";
  if (draw < 0.88) return shortened(name, random);
  if (draw < 0.94) return in_capitals(name);
  return name.ends_with(town) ? name : name + " " + town;
}

std::string other_phone_style(std::string const& phone, Random& random) {
  auto const dash = phone.find('-');
  if (dash == phone.npos || phone.size() < dash + 4 || phone[0] != '0') return phone;
  auto const area = phone.substr(1, dash - 1), number = phone.substr(dash + 1);
  switch (random.below(4)) {
    case 0:
      return "+31 " + area + " " + number;
    case 1:
      return "0" + area + " " + number.substr(0, 2) + " " + number.substr(2);
    case 2:
      return "(0" + area + ") " + number;
    default:
      return "+31 (0)" + area + "-" + number;
  }
}

std::string other_link_style(std::string const& link, Random& random) {
  auto const host = link.find("://");
  if (host == link.npos) return link;
  auto const rest = link.substr(host + 3);
  switch (random.below(4)) {
    case 0:
      return "https://www." + rest;
    case 1:
      return "http://" + rest + "/";
    case 2:
      return link + "/contact";
    default:
      return link;
  }
}

std::string other_address_style(std::string const& street, Random& random) {
  auto const end = street.find("straat ");
  if (end == street.npos || random.chance(0.6)) return street;
  return street.substr(0, end) + "str." + street.substr(end + 6);
}

GeoPoint moved(GeoPoint point, double least, double most, Random& random) {
  auto const angle = random.unit() * 2 * std::numbers::pi;
  auto const metres = least + random.unit() * (most - least);
  return LocalPlane(point).point({metres * std::cos(angle), metres * std::sin(angle)});
}

}  // namespace wegwijzer::towns
