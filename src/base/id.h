// SPDX-License-Identifier: EUPL-1.2
// Durable identity: 128 bits, ordered by time (UUIDv7, RFC 9562), different per kind of thing.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wegwijzer {

struct Uuid {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(Uuid const&) const = default;
};

std::string text(Uuid uuid);                     // "0190163d-8694-739b-aea5-966c26f8ad91"
Result<Uuid> parse_uuid(std::string_view text);  // that form only, either case; fails with "id.invalid"
Uuid uuid_v7(std::uint64_t milliseconds, std::uint64_t random_high, std::uint64_t random_low);

template <class Thing>
class Id {
 public:
  Id() = default;

  explicit Id(Uuid uuid) : uuid_(uuid) {}

  static Result<Id> parse(std::string_view text) {
    return parse_uuid(text).map([](Uuid uuid) { return Id(uuid); });
  }

  Uuid uuid() const { return uuid_; }

  auto operator<=>(Id const&) const = default;

 private:
  Uuid uuid_;
};

template <class Thing>
std::string text(Id<Thing> id) {
  return text(id.uuid());
}

}  // namespace wegwijzer

template <class Thing>
struct std::hash<wegwijzer::Id<Thing>> {
  std::size_t operator()(wegwijzer::Id<Thing> id) const noexcept {
    return static_cast<std::size_t>(id.uuid().high * 0x9e3779b97f4a7c15ULL ^ id.uuid().low);
  }
};
