// SPDX-License-Identifier: EUPL-1.2
#include "http/parameters.h"

#include <algorithm>

#include "http/percent.h"

namespace wegwijzer::http {

namespace {

std::optional<std::string> form_decoded(std::string_view text) {
  std::string blanks(text);
  std::ranges::replace(blanks, '+', ' ');
  return percent_decoded(blanks);
}

}  // namespace

Result<Parameters> Parameters::parse(std::string_view text, std::size_t most) {
  Parameters parameters;
  while (!text.empty()) {
    auto const end = std::min(text.find('&'), text.size());
    auto const field = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (field.empty()) continue;
    if (parameters.size() == most) return fail(Fault::invalid, "request.too_many_parameters");
    auto const equals = std::min(field.find('='), field.size());
    auto name = form_decoded(field.substr(0, equals));
    auto value = form_decoded(field.substr(std::min(equals + 1, field.size())));
    if (!name || !value) return fail(Fault::invalid, "request.bad_parameters");
    parameters.add(std::move(*name), std::move(*value));
  }
  return parameters;
}

std::optional<std::string_view> Parameters::first(std::string_view name) const {
  auto const found = std::ranges::find(fields_, name, &Parameter::name);
  if (found == fields_.end()) return std::nullopt;
  return found->value;
}

std::vector<std::string_view> Parameters::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (auto const& field : fields_) {
    if (field.name == name) values.emplace_back(field.value);
  }
  return values;
}

std::string Parameters::text() const {
  std::string out;
  for (auto const& field : fields_) {
    if (!out.empty()) out += '&';
    out += percent_encoded(field.name) + '=' + percent_encoded(field.value);
  }
  return out;
}

}  // namespace wegwijzer::http
