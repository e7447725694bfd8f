// SPDX-License-Identifier: EUPL-1.2
// Values of parameters: every one that is read passed the rule, has a source, and stands there once.
#include <cmath>
#include <cstdint>
#include <set>
#include <string_view>

#include "base/check.h"
#include "exchange/parameters_csv.h"
#include "fuzz/harness.h"

namespace wegwijzer {

WEGWIJZER_HARNESS(parameters_csv)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const rule = [](std::string const&, double value) -> Done {
    if (value <= 1) return {};
    return fail(in_field({Fault::invalid, "too_much"}, "value"));
  };
  auto const import = read_parameters_csv(text, rule);
  if (!import) return 0;
  std::set<std::string> names;
  for (auto const& [name, value, source] : import->rows) {
    check(!name.empty() && names.insert(name).second, "a parameter is set once");
    check(value <= 1 && !source.empty(), "what the rule allows, with a source");
  }
  return 0;
}

}  // namespace wegwijzer
