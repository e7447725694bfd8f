// SPDX-License-Identifier: EUPL-1.2
#include "usecases/correction/leave.h"

#include "base/words.h"

namespace wegwijzer {

namespace {

constexpr std::size_t longest_message = 4'000;  // bytes: a thousand letters in any script
constexpr std::size_t longest_page = 200;

}  // namespace

Result<Correction> leave_correction(Writer& writer, std::string_view page, std::string_view message,
                                    Date today) {
  auto const text = trimmed(message);
  if (text.empty()) return fail(in_field({Fault::invalid, "correction.empty"}, "message"));
  if (text.size() > longest_message)
    return fail(in_field({Fault::invalid, "correction.too_long"}, "message"));
  // A path of ours; what stands behind "?" could tell where a visitor lives.
  auto const path = page.substr(0, page.find_first_of("?#"));
  if (!path.starts_with('/') || path.size() > longest_page)
    return fail(Fault::invalid, "correction.page_invalid");
  Correction const correction{writer.new_id<Correction>(), std::string(path), std::string(text), today};
  writer.add(correction);
  return correction;
}

}  // namespace wegwijzer
