// SPDX-License-Identifier: EUPL-1.2
#include "community/contact.h"

#include <algorithm>

#include "base/words.h"

namespace wegwijzer::community {

namespace {

constexpr std::size_t fewest_digits = 6;

constexpr std::string_view shared_sites[] = {
    "facebook.com", "instagram.com", "linktr.ee",     "linkedin.com",     "x.com",
    "twitter.com",  "youtube.com",   "wordpress.com", "sites.google.com", "google.com",
    "wixsite.com",  "jimdo.com",     "wikipedia.org", "scouting.nl",      "kindergarten.de"};

bool is_digit(char sign) {
  return sign >= '0' && sign <= '9';
}

// "+31 (0)15": the zero in brackets is for who calls from within the country.
std::string digits_of(std::string_view phone) {
  std::string digits;
  for (std::size_t i = 0; i < phone.size(); ++i) {
    if (phone.substr(i).starts_with("(0)")) {
      i += 2;
    } else if (is_digit(phone[i])) {
      digits += phone[i];
    }
  }
  return digits;
}

void cut_beginning(std::string_view& text, std::string_view beginning) {
  if (text.starts_with(beginning)) text.remove_prefix(beginning.size());
}

void replace_ending(std::string& word, std::string_view ending, std::string_view by) {
  if (!word.ends_with(ending) || word.size() <= ending.size()) return;
  word.replace(word.size() - ending.size(), ending.size(), by);
}

}  // namespace

std::string phone_key(std::string_view phone) {
  auto const plain = trimmed(phone);
  auto const digits = digits_of(plain);
  if (digits.size() < fewest_digits) return {};
  std::string_view number = digits;
  bool const abroad = plain.starts_with('+') || number.starts_with("00");
  cut_beginning(number, "00");
  if (!abroad) return digits;
  // The countries of the ecosystems there are; of others the number stays whole, which is as good for all
  // who write it so.
  for (auto const* const country : {"31", "32", "49", "423", "352"}) {
    if (number.starts_with(country)) {
      cut_beginning(number, country);
      return "0" + std::string(number);
    }
  }
  return std::string(number);
}

std::string mail_key(std::string_view mail) {
  return lower_case(trimmed(mail));
}

std::string page_key(std::string_view website) {
  auto const lower = lower_case(trimmed(website));
  std::string_view page = lower;
  cut_beginning(page, "https://");
  cut_beginning(page, "http://");
  cut_beginning(page, "www.");
  page = page.substr(0, page.find_first_of("?#"));
  while (page.ends_with('/')) page.remove_suffix(1);
  return std::string(page);
}

std::string host_key(std::string_view website) {
  auto const page = page_key(website);
  auto const host = page.substr(0, page.find('/'));
  bool const is_shared = std::ranges::any_of(
      shared_sites, [&](auto const site) { return host == site || host.ends_with("." + std::string(site)); });
  return is_shared ? std::string() : host;
}

std::string address_key(std::string_view street) {
  std::string key;
  bool has_number = false;
  for (auto const& one : folded_words(street)) {
    auto word = one.text;
    replace_ending(word, "straat", "str");
    replace_ending(word, "strasse", "str");
    bool const is_number = is_digit(word[0]);
    // "12 a" is "12a".
    bool const belongs_to_number = has_number && !is_number;
    if (!key.empty() && !belongs_to_number) key += ' ';
    key += word;
    has_number = has_number || is_number;
  }
  return has_number ? key : std::string();
}

}  // namespace wegwijzer::community
