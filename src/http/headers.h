// SPDX-License-Identifier: EUPL-1.2
// Header fields in order; names compare without case. No name is anything but a token and no value holds a
// control sign, so that nothing that is put in here can start a header or a response of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer::http {

struct Header {
  std::string name;
  std::string value;
  bool operator==(Header const&) const = default;
};

bool is_token(std::string_view name);                          // RFC 9110, 5.6.2
bool is_field_value(std::string_view value);                   // no control sign but the tab
bool same_name(std::string_view one, std::string_view other);  // "Host" and "host"

class Headers {
 public:
  // Both throw Broken on a name or value that cannot be sent; check what a visitor typed before.
  void add(std::string name, std::string value);
  void set(std::string name, std::string value);  // instead of all of that name
  void remove(std::string_view name);

  // The first value of that name. It lives as long as these headers, unchanged.
  std::optional<std::string_view> first(std::string_view name) const;
  std::vector<std::string_view> all(std::string_view name) const;
  std::string joined(std::string_view name) const;  // all values of that name as one list: "a, b"

  bool has(std::string_view name) const { return first(name).has_value(); }

  auto begin() const { return fields_.begin(); }

  auto end() const { return fields_.end(); }

  bool operator==(Headers const&) const = default;

 private:
  std::vector<Header> fields_;
};

}  // namespace wegwijzer::http
