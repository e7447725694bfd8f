// SPDX-License-Identifier: EUPL-1.2
#include "usecases/correction/leave.h"

#include <algorithm>

#include "base/words.h"

namespace wegwijzer {

namespace {

constexpr std::int64_t longest_message = 1'000;  // letters
constexpr std::size_t longest_page = 200;

// In UTF-8 every letter has one byte that is no continuation.
std::int64_t letters(std::string_view text) {
  return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

}  // namespace

Result<Correction> leave_correction(Writer& writer, std::string_view page, std::string_view message,
                                    Date today) {
  auto const text = trimmed(message);
  if (text.empty()) return fail(in_field({Fault::invalid, "correction.empty"}, "message"));
  if (letters(text) > longest_message) {
    return fail(in_field({Fault::invalid, "correction.too_long"}, "message"));
  }
  // A path of ours; what stands behind "?" could tell where a visitor lives.
  auto const path = page.substr(0, page.find_first_of("?#"));
  if (!path.starts_with('/') || path.size() > longest_page) {
    return fail(Fault::invalid, "correction.page_invalid");
  }
  Correction correction{writer.new_id<Correction>(), std::string(path), std::string(text), today};
  writer.add(correction);
  return correction;
}

}  // namespace wegwijzer
