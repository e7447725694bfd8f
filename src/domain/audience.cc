// SPDX-License-Identifier: EUPL-1.2
#include "domain/audience.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "base/words.h"

namespace wegwijzer {

namespace {

// "8-12", "8 – 12", "8 t/m 12" or "8" as two whole numbers.
std::optional<std::pair<int, int>> read_range(std::string_view text, int highest) {
  constexpr std::string_view separators[] = {"t/m", "tot en met", "–", "-"};
  std::string_view first = text, second = text;
  for (auto const separator : separators) {
    if (auto const at = text.find(separator); at != std::string_view::npos) {
      first = text.substr(0, at);
      second = text.substr(at + separator.size());
      break;
    }
  }
  auto const from = whole_number(trimmed(first));
  auto const to = whole_number(trimmed(second));
  if (!from || !to || *from < 0 || *to < 0 || *from > highest || *to > highest) return std::nullopt;
  return std::pair(static_cast<int>(*from), static_cast<int>(*to));
}

}  // namespace

Result<AgeRange> AgeRange::parse(std::string_view text) {
  auto const written = trimmed(text);
  auto const open_ended = written.ends_with('+');
  auto const range = read_range(open_ended ? written.substr(0, written.size() - 1) : written, 99);
  if (!range) return fail(Fault::invalid, "ages.invalid", {{"value", std::string(text)}});
  if (open_ended) return AgeRange{range->first, 99};
  if (range->first > range->second) {
    return fail(Fault::invalid, "ages.reversed", {{"value", std::string(text)}});
  }
  return AgeRange{range->first, range->second};
}

Result<SchoolGroups> SchoolGroups::parse(std::string_view text) {
  auto const range = read_range(trimmed(text), 8);
  if (!range || range->first < 1 || range->first > range->second) {
    return fail(Fault::invalid, "groups.invalid", {{"value", std::string(text)}});
  }
  return SchoolGroups{range->first, range->second};
}

std::string text(AgeRange ages) {
  return ages.to == 99 ? fmt::format("{}+", ages.from) : fmt::format("{}-{}", ages.from, ages.to);
}

std::string text(SchoolGroups groups) {
  return fmt::format("{}-{}", groups.from, groups.to);
}

}  // namespace wegwijzer
