// SPDX-License-Identifier: EUPL-1.2
#include "exchange/method_json.h"

#include <nlohmann/json.hpp>

#include "base/version.h"

namespace wegwijzer {

namespace {

using MethodJson = nlohmann::ordered_json;

constexpr char const* what_is_counted =
    "Numbers of children are public figures of inhabitants (CBS), or made up by the program. No child was "
    "counted or followed: the figures are a model's, and a child is a profile in it.";
constexpr char const* whose_data =
    "Streets and places: © OpenStreetMap contributors (ODbL 1.0). Districts and neighbourhoods: CBS / "
    "Kadaster "
    "(CC BY 4.0). Schools: DUO.";
constexpr char const* nobodys_data = "The map and the neighbourhood figures are made up.";

MethodJson json_of(MethodIndicator const& one) {
  return {{"name", one.name}, {"version", one.version}, {"unit", one.unit},
          {"of", one.of},     {"about", one.about},     {"source", one.source}};
}

MethodJson json_of(MethodParameter const& one) {
  return {{"name", one.name},
          {"value", one.value},
          {"unit", one.unit},
          {"low", one.low},
          {"high", one.high},
          {"usual", one.usual},
          {"ownValue", one.value != one.usual}};
}

template <class Things>
MethodJson list_of(Things const& things) {
  auto list = MethodJson::array();
  for (auto const& thing : things) list.push_back(json_of(thing));
  return list;
}

}  // namespace

std::string write_method_json(Method const& method) {
  auto files = MethodJson::object();
  for (auto const& file : method.files) files[file.name] = file.checksum;
  MethodJson const out{
      {"program", {{"name", "wegwijzer"}, {"version", program_version()}}},
      {"day", text(method.day)},
      {"place", {{"code", method.place.text()}, {"name", method.place_name}}},
      {"children", method.children},
      {"aboutChildren", what_is_counted},
      {"checksums", {{"kind", "BLAKE2b, 128 bits, hexadecimal"}, {"files", files}}},
      {"intervals",
       {{"state", method.intervals},
        {"draws", method.draws},
        {"seed", method.seed},
        {"shareOfDraws", method.share_of_draws},
        {"about",
         "All parameters that are varied are drawn at once, evenly spread over their ranges (Latin "
         "hypercube); low and high hold the middle part of the draws."}}},
      {"indicators", list_of(method.indicators)},
      {"parameters", list_of(method.parameters)},
      {"data", {{"attribution", method.made_up ? nobodys_data : whose_data}, {"sources", method.sources}}}};
  return out.dump(1, ' ', false, MethodJson::error_handler_t::replace) + '\n';
}

}  // namespace wegwijzer
