// SPDX-License-Identifier: EUPL-1.2
// Whatever a browser sends as the form of an offering: what is taken can be kept and shown in the form again,
// which then says the same.
#include "base/check.h"
#include "exchange/vocabulary_csv.h"
#include "fuzz/harness.h"
#include "web/offering_form.h"

namespace wegwijzer::web {

WEGWIJZER_HARNESS(offering_form)(std::uint8_t const* bytes, std::size_t size) {
  static auto const vocabulary = read_embedded_vocabulary();
  constexpr Date today{std::chrono::days(20'000)};
  auto const form = http::Parameters::parse({reinterpret_cast<char const*>(bytes), size});
  if (!form) return 0;
  auto const read = read_offering(*form, {}, vocabulary, today);
  if (!read.problems.empty()) return 0;
  Offering kept;
  for_each_field<Offering>([&](auto const& field) {
    check(set_field(kept, field, to_field_text(read.offering.*field.member)).has_value(),
          "what is taken can be kept");
  });
  auto const again = read_offering(form_of(read.offering), read.offering, vocabulary, today);
  check(again.problems.empty() && again.offering == read.offering, "the form says what was taken");
  return 0;
}

}  // namespace wegwijzer::web
