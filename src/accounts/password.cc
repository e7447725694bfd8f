// SPDX-License-Identifier: EUPL-1.2
#include "accounts/password.h"

#include <algorithm>
#include <set>

#include "accounts/common_words.h"
#include "accounts/letters.h"
#include "base/words.h"

namespace wegwijzer::accounts {

namespace {

// Ways along the keys and the alphabet.
constexpr std::string_view walks[] = {"01234567890",
                                      "qwertyuiop",
                                      "azertyuiop",
                                      "qwertzuiop",
                                      "asdfghjkl",
                                      "qsdfghjklm",
                                      "zxcvbnm",
                                      "wxcvbn",
                                      "abcdefghijklmnopqrstuvwxyz",
                                      "1q2w3e4r5t6y7u8i9o0p",
                                      "q1w2e3r4t5y6u7i8o9p0",
                                      "1qaz2wsx3edc4rfv5tgb6yhn7ujm"};

std::string bare(std::string_view text) {
  std::string out;
  for (char const c : lower_case(text)) {
    auto const byte = static_cast<unsigned char>(c);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80) out += c;
  }
  return out;
}

// "abababababab" is long and yet is not.
bool of_few_signs(std::string_view text) {
  return std::set<char>(text.begin(), text.end()).size() < 5;
}

bool is_known_of(std::string_view password, std::string_view known) {
  auto const word = bare(known);
  return word.size() >= 3 && password.find(word) != password.npos && password.size() < word.size() + 6;
}

// Whether the second sign follows the first on one of the ways, in either direction, or is the same.
bool follows(char first, char second) {
  if (first == second) return true;
  return std::ranges::any_of(walks, [&](std::string_view walk) {
    for (std::size_t i = 0; i + 1 < walk.size(); ++i) {
      bool const there = walk[i] == first && walk[i + 1] == second;
      bool const back = walk[i] == second && walk[i + 1] == first;
      if (there || back) return true;
    }
    return false;
  });
}

// "qwertyuiop123", "abcd1234abcd": three steps in four are to the next key or letter.
bool walks_over_keys(std::string_view password) {
  std::size_t steps = 0;
  for (std::size_t i = 0; i + 1 < password.size(); ++i) steps += follows(password[i], password[i + 1]);
  return password.size() > 1 && steps * 4 >= (password.size() - 1) * 3;
}

std::string without_digits(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if (c < '0' || c > '9') out += c;
  }
  return out;
}

// "w4chtw00rd", as it is read.
std::string with_letters_for_signs(std::string_view typed) {
  constexpr std::string_view signs = "0134578@$", letters_for = "oieastbas";
  std::string out(typed);
  for (auto& c : out) {
    if (auto const at = signs.find(c); at != signs.npos) c = letters_for[at];
  }
  return out;
}

// One word, as often as it fits.
bool is_repeated(std::string_view text, std::string_view word) {
  if (text.empty() || text.size() % word.size() != 0) return false;
  for (std::size_t i = 0; i < text.size(); i += word.size()) {
    if (text.substr(i, word.size()) != word) return false;
  }
  return true;
}

bool is_one_common_word(std::string_view text) {
  return std::ranges::any_of(common_words, [&](std::string_view word) { return is_repeated(text, word); });
}

bool common_one(std::string_view typed, std::string_view mail, std::string_view name) {
  auto const password = bare(typed);
  if (of_few_signs(typed) || walks_over_keys(password)) return true;
  if (is_one_common_word(without_digits(password)) ||
      is_one_common_word(bare(with_letters_for_signs(typed)))) {
    return true;
  }
  return is_known_of(password, mail) || is_known_of(password, mail.substr(0, mail.find('@'))) ||
         is_known_of(password, name) || is_known_of(password, "wegwijzer");
}

}  // namespace

Done check_password(std::string_view typed, std::string_view mail, std::string_view name) {
  auto const wrong = [](char const* key) { return fail(in_field({Fault::invalid, key}, "password")); };
  if (letters(typed) < shortest_password) return wrong("account.password_short");
  if (letters(typed) > longest_password) return wrong("account.password_long");
  if (common_one(typed, mail, name)) return wrong("account.password_common");
  return {};
}

}  // namespace wegwijzer::accounts
