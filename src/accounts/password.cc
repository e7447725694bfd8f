// SPDX-License-Identifier: EUPL-1.2
#include "accounts/password.h"

#include <algorithm>
#include <set>

#include "accounts/letters.h"
#include "base/words.h"

namespace wegwijzer::accounts {

namespace {

// What is left of a common password of twelve and more, written by ourselves: what people do to make a short
// one long enough. Compared without signs and capitals.
constexpr std::string_view common[] = {
    "123456789012",   "1234567890123",        "12345678901234", "1234567890123456",   "012345678901",
    "123456123456",   "1q2w3e4r5t6y",         "q1w2e3r4t5y6",   "qwertyuiopas",       "qwertyuiop123",
    "qwertyqwerty",   "qwerty123456",         "azertyuiop123",  "asdfghjklqwe",       "passwordpassword",
    "password1234",   "password12345",        "password123456", "wachtwoord12",       "wachtwoord123",
    "wachtwoord1234", "wachtwoordwachtwoord", "welkomwelkom",   "welkom123456",       "welkom123welkom",
    "welcome12345",   "welcomewelcome",       "administrator",  "administrator1",     "letmeinletmein",
    "iloveyou1234",   "iloveyouiloveyou",     "geheimgeheim",   "geheim123456",       "zomer2025zomer",
    "zomer2026zomer", "wegwijzer123",         "wegwijzer1234",  "wegwijzerwegwijzer", "leerecosysteem",
    "changemenow123", "changeme1234",         "nederland123",   "amsterdam123",       "rotterdam123",
    "feyenoord123",   "feyenoord1908",        "ajaxamsterdam",  "abcdefghijkl",       "abcdefghijklm",
    "abcd1234abcd",   "aaaaaaaaaaaa",         "000000000000",   "111111111111"};

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

bool common_one(std::string_view typed, std::string_view mail, std::string_view name) {
  auto const password = bare(typed);
  if (of_few_signs(typed) || std::ranges::find(common, password) != std::end(common)) return true;
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
