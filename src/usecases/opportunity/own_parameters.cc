// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/own_parameters.h"

#include <fmt/format.h>

#include "base/words.h"
#include "exchange/whole_file.h"

namespace wegwijzer {

namespace {

std::string all_names() {
  std::vector<std::string> names;
  for (auto const& parameter : opportunity_parameters()) names.emplace_back(parameter.name);
  return joined(names, ", ");
}

std::string range_of(Parameter const& parameter) {
  if (parameter.unit == Unit::share) return "0-1";
  return parameter.unit == Unit::minutes ? "1-90" : "0-10000";
}

Done may_be_set(std::string const& name, double value) {
  auto const* const parameter = find_parameter(name);
  if (!parameter) {
    return fail(in_field({Fault::invalid, "parameters.unknown", {{"name", name}, {"names", all_names()}}},
                         "parameter"));
  }
  if (allowed(*parameter, value)) return {};
  return fail(
      in_field({Fault::invalid,
                "parameters.not_allowed",
                {{"name", name}, {"value", fmt::format("{:g}", value)}, {"range", range_of(*parameter)}}},
               "value"));
}

}  // namespace

Result<OwnParameters> read_own_parameters(std::filesystem::path const& file) {
  auto const bytes = read_whole(file);
  if (!bytes) return fail(bytes.error());
  auto read = read_parameters_csv(*bytes, may_be_set);
  if (!read) return fail(read.error());
  OwnParameters own{{}, std::move(read->rows), std::move(read->problems)};
  for (auto const& line : own.set) own.parameters.*find_parameter(line.name)->value = line.value;
  return own;
}

}  // namespace wegwijzer
