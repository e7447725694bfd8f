// SPDX-License-Identifier: EUPL-1.2
#include "http/headers.h"

#include <algorithm>

#include "base/check.h"

namespace wegwijzer::http {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool token_sign(char c) {
  return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool value_sign(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
}

}  // namespace

bool is_token(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, token_sign);
}

bool is_field_value(std::string_view value) {
  return std::ranges::all_of(value, value_sign);
}

bool same_name(std::string_view one, std::string_view other) {
  return std::ranges::equal(one, other, {}, lower, lower);
}

void Headers::add(std::string name, std::string value) {
  check(is_token(name), "a header name is a token");
  check(is_field_value(value), "a header value holds no control sign");
  fields_.push_back({std::move(name), std::move(value)});
}

void Headers::set(std::string name, std::string value) {
  remove(name);
  add(std::move(name), std::move(value));
}

void Headers::remove(std::string_view name) {
  std::erase_if(fields_, [&](Header const& field) { return same_name(field.name, name); });
}

std::optional<std::string_view> Headers::first(std::string_view name) const {
  auto const found =
      std::ranges::find_if(fields_, [&](Header const& field) { return same_name(field.name, name); });
  if (found == fields_.end()) return std::nullopt;
  return found->value;
}

std::vector<std::string_view> Headers::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (auto const& field : fields_) {
    if (same_name(field.name, name)) values.emplace_back(field.value);
  }
  return values;
}

std::string Headers::joined(std::string_view name) const {
  std::string out;
  for (auto const value : all(name)) {
    if (!out.empty()) out += ", ";
    out += value;
  }
  return out;
}

}  // namespace wegwijzer::http
