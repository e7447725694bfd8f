// SPDX-License-Identifier: EUPL-1.2
#include "exchange/cells.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "domain/schedule.h"

namespace wegwijzer {

namespace {

using namespace std::string_view_literals;

// The first word of each is the one that is written.
constexpr std::array yes_no_words{
    WordFor<bool>{"ja", true},  WordFor<bool>{"j", true},       WordFor<bool>{"x", true},
    WordFor<bool>{"yes", true}, WordFor<bool>{"waar", true},    WordFor<bool>{"true", true},
    WordFor<bool>{"1", true},   WordFor<bool>{"nee", false},    WordFor<bool>{"n", false},
    WordFor<bool>{"no", false}, WordFor<bool>{"onwaar", false}, WordFor<bool>{"false", false},
    WordFor<bool>{"0", false}};
constexpr std::array free_words{"gratis"sv, "niets"sv, "kosteloos"sv, "geen"sv, "free"sv, "0 euro"sv};

auto wrong(std::string key, std::string_view value) {
  return fail(Fault::invalid, std::move(key), {{"value", std::string(value.substr(0, 200))}});
}

bool digit(char c) {
  return c >= '0' && c <= '9';
}

bool letter_or_digit(char c) {
  return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool host_sign(char c) {
  return letter_or_digit(c) || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

// A name with a point in it and no empty part: "www.club.nl".
bool is_host(std::string_view host) {
  return host.size() <= 253 && host.find('.') != host.npos && !host.starts_with('.') &&
         !host.ends_with('.') && host.find("..") == host.npos && std::ranges::all_of(host, host_sign);
}

bool link_sign(char c) {
  return static_cast<unsigned char>(c) > ' ' && c != '"' && c != '<' && c != '>' && c != '\\' && c != 0x7f;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

// The numbers of "van 8 tot en met 12 jaar" between its words, dashes kept: "8-12".
std::string plain_range(std::string_view text, std::initializer_list<std::string_view> leave_out) {
  auto out = lower(text);
  auto const replace = [&](std::string_view from, std::string_view to) {
    for (auto at = out.find(from); at != out.npos; at = out.find(from, at)) out.replace(at, from.size(), to);
  };
  for (auto const between : {"tot en met"sv, "t/m"sv, " tm "sv, "tot"sv, "–"sv, "—"sv}) replace(between, "-");
  for (auto const word : leave_out) replace(word, "");
  std::erase(out, ' ');
  return out;
}

// "12-aug", "8 dec" or "8-12-2026": a spreadsheet has taken a range for a date.
bool became_date(std::string_view text) {
  constexpr std::array months{"jan"sv, "feb"sv, "mrt"sv, "mar"sv, "apr"sv, "mei"sv, "may"sv, "jun"sv,
                              "jul"sv, "aug"sv, "sep"sv, "okt"sv, "oct"sv, "nov"sv, "dec"sv};
  auto const words = lower(text);
  bool const has_month =
      std::ranges::any_of(months, [&](auto month) { return words.find(month) != words.npos; });
  return has_month || std::ranges::count(words, '-') == 2 || std::ranges::count(words, '/') == 2;
}

Result<double> read_degrees(std::string_view text, double limit) {
  auto const degrees = read_decimal(text);
  return !degrees || (*degrees >= -limit && *degrees <= limit) ? degrees : wrong("cell.degrees", text);
}

std::string_view without_euro(std::string_view text) {
  for (auto const word : {"EUR"sv, "eur"sv, "Euro"sv, "euro"sv}) {
    if (text.starts_with(word)) return trimmed(text.substr(word.size()));
    if (text.ends_with(word)) return trimmed(text.substr(0, text.size() - word.size()));
  }
  return text;
}

}  // namespace

Result<std::string> read_line(std::string_view text) {
  if (text.size() > 200) return fail(Fault::invalid, "cell.too_long", {{"limit", "200"}});
  std::string line(text);
  std::ranges::replace_if(line, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  if (trimmed(line).empty()) return fail(Fault::invalid, "cell.only_invisible");
  return std::string(trimmed(line));
}

Result<std::string> read_text(std::string_view text) {
  if (text.size() > 5000) return fail(Fault::invalid, "cell.too_long", {{"limit", "5000"}});
  return std::string(text);
}

Result<std::string> read_link(std::string_view text) {
  auto link = std::string(text);
  auto const scheme_end = link.find("://");
  if (scheme_end == link.npos) {
    link = "https://" + link;
  } else {
    auto const scheme = lower(link.substr(0, scheme_end));
    if (scheme != "http" && scheme != "https") return wrong("cell.link", text);
    link = scheme + link.substr(scheme_end);
  }
  auto const rest = std::string_view(link).substr(link.find("://") + 3);
  auto host = rest.substr(0, rest.find_first_of("/?#"));
  if (auto const port = host.find(':'); port != host.npos) {
    if (!whole_number(host.substr(port + 1))) return wrong("cell.link", text);
    host = host.substr(0, port);
  }
  if (link.size() > 1000 || !is_host(host) || !std::ranges::all_of(link, link_sign)) {
    return wrong("cell.link", text);
  }
  return link;
}

Result<std::string> read_email(std::string_view text) {
  auto const at = text.find('@');
  auto const name = text.substr(0, at);
  auto const name_sign = [](char c) {
    return letter_or_digit(c) || ".!#$%&'*+/=?^_`{|}~-"sv.find(c) != ""sv.npos;
  };
  bool const right = at != text.npos && !name.empty() && text.size() <= 254 &&
                     std::ranges::all_of(name, name_sign) && is_host(text.substr(at + 1));
  return right ? Result<std::string>(std::string(text)) : wrong("cell.email", text);
}

Result<std::string> read_phone(std::string_view text) {
  auto const allowed = [](char c) { return digit(c) || "+-() ./"sv.find(c) != ""sv.npos; };
  auto const digits = std::ranges::count_if(text, digit);
  // A Dutch municipality is called by 14 and its area code: 14 015.
  auto const fewest = text.starts_with("14") ? 5 : 6;
  bool const right =
      std::ranges::all_of(text, allowed) && digits >= fewest && digits <= 15 && text.size() <= 30;
  if (!right) return wrong("cell.phone", text);
  // A spreadsheet takes the zero from 0152000003.
  bool const lost_its_zero = text.size() == 9 && digits == 9 && text.front() != '0';
  return (lost_its_zero ? "0" : "") + std::string(text);
}

Result<Date> read_past_day(std::string_view text, Date today) {
  auto const day = parse_day(text);
  return day && *day > today ? wrong("cell.in_the_future", text) : day;
}

Result<bool> read_yes_no(std::string_view text) {
  auto const word = folded(text);
  auto const found = std::ranges::find(yes_no_words, word, &WordFor<bool>::word);
  return found == yes_no_words.end() ? wrong("cell.yes_no", text) : Result<bool>(found->value);
}

Result<AgeRange> read_ages(std::string_view text) {
  auto plain = plain_range(text, {"jaar", "jr", "van "});
  bool const open = plain.starts_with("vanaf") || plain.starts_with("af");
  if (open) plain = plain.substr(plain.find('f') + 1) + "+";
  auto ages = AgeRange::parse(plain);
  if (ages) return ages;
  if (lower(text).find("groep") != std::string::npos) return wrong("cell.ages_are_groups", text);
  if (became_date(text)) return wrong("cell.ages_became_date", text);
  return ages.error().key == "ages.reversed" ? wrong("ages.reversed", text) : wrong("cell.ages", text);
}

Result<SchoolGroups> read_groups(std::string_view text) {
  auto groups = SchoolGroups::parse(plain_range(text, {"groepen", "groep", "van "}));
  if (groups) return groups;
  return became_date(text) ? wrong("cell.groups_became_date", text) : wrong("cell.groups", text);
}

Result<Euro> read_price(std::string_view text) {
  auto const word = folded(text);
  if (std::ranges::find(free_words, word) != free_words.end()) return Euro{0};
  auto amount = Euro::parse(without_euro(text));
  if (amount || amount.error().key == "euro.too_much") return amount;
  return wrong("cell.price", text);
}

Result<double> read_decimal(std::string_view text) {
  std::string plain(text);
  if (plain.find('.') == plain.npos) std::ranges::replace(plain, ',', '.');
  double value = 0;
  auto const [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  bool const right =
      error == std::errc() && end == plain.data() + plain.size() && value > -1e15 && value < 1e15;
  return right ? Result<double>(value) : wrong("cell.decimal", text);
}

Result<double> read_latitude(std::string_view text) {
  return read_degrees(text, 90);
}

Result<double> read_longitude(std::string_view text) {
  return read_degrees(text, 180);
}

Result<std::int64_t> read_count(std::string_view text, std::int64_t least, std::int64_t most) {
  auto const number = whole_number(text);
  if (number && least <= *number && *number <= most) return *number;
  return fail(Fault::invalid, "cell.count",
              {{"value", std::string(text.substr(0, 200))},
               {"least", std::to_string(least)},
               {"most", std::to_string(most)}});
}

std::string said_yes_no(bool value) {
  return said(yes_no_words, value);
}

std::string said_price(Euro amount) {
  if (amount.cents == 0) return std::string(free_words.front());
  auto out = text(amount);
  std::ranges::replace(out, '.', ',');
  return out;
}

}  // namespace wegwijzer
