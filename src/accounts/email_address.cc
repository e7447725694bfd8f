// SPDX-License-Identifier: EUPL-1.2
#include "accounts/email_address.h"

#include <algorithm>

#include "base/words.h"

namespace wegwijzer::accounts {

namespace {

// RFC 5321, 4.5.3.1.
constexpr std::size_t longest_address = 254, longest_before_at = 64, longest_label = 63;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// RFC 5322, 3.2.3: atext.
bool is_in_atom(char c) {
  return is_letter_or_digit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

// Each part between dots, of which none is empty.
template <class Fits>
bool every_part(std::string_view text, Fits fits) {
  for (std::size_t begin = 0;;) {
    auto const end = text.find('.', begin);
    if (!fits(text.substr(begin, end - begin))) return false;
    if (end == text.npos) return true;
    begin = end + 1;
  }
}

bool is_atom(std::string_view part) {
  return !part.empty() && std::ranges::all_of(part, is_in_atom);
}

bool is_label(std::string_view part) {
  return !part.empty() && part.size() <= longest_label && part.front() != '-' && part.back() != '-' &&
         std::ranges::all_of(part, [](char c) { return c == '-' || is_letter_or_digit(c); });
}

}  // namespace

Result<EmailAddress> EmailAddress::parse(std::string_view text) {
  auto lower = lower_case(trimmed(text));
  std::string_view const all = lower;
  auto const at = all.find('@');
  bool const fits = all.size() <= longest_address && at != all.npos && at <= longest_before_at &&
                    every_part(all.substr(0, at), is_atom) && every_part(all.substr(at + 1), is_label) &&
                    all.find('.', at) != all.npos;
  if (!fits) return fail(in_field({Fault::invalid, "account.mail_invalid"}, "mail"));
  return EmailAddress(std::move(lower));
}

}  // namespace wegwijzer::accounts
