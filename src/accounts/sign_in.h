// SPDX-License-Identifier: EUPL-1.2
// A signed-in visit: what the cookie of a browser stands for. (A Session is a dated moment of an offering.)
#pragma once

#include <array>
#include <chrono>

#include "accounts/person.h"
#include "accounts/role.h"
#include "accounts/secret_hash.h"

namespace wegwijzer::accounts {

// How far somebody has come. Only `whole` may do what the roles say.
enum class Stage { whole, awaits_code, awaits_enrolment };

struct SignIn {
  Id<SignIn> id{};
  SecretHash token{};
  Id<Person> person{};
  Way way = Way::link;
  Stage stage = Stage::whole;
  Instant began{};
  Instant seen{};
  std::string device{};  // "Firefox, Linux": so that its owner knows which one it is
  bool operator==(SignIn const&) const = default;
};

inline constexpr std::chrono::hours longest_idle{8};      // assumption: a working day
inline constexpr std::chrono::hours longest_sign_in{12};  // ASVS 4.0.3, 3.3.2
inline constexpr std::chrono::minutes longest_half{10};   // for showing the second factor
inline constexpr std::chrono::minutes seen_again_after{
    5};                                               // a write to the store for each request would be many
inline constexpr std::chrono::minutes fresh_for{15};  // then a change of a password asks for the old one

inline bool over(SignIn const& sign_in, Instant now) {
  if (sign_in.stage == Stage::awaits_code && now - sign_in.began >= longest_half) return true;
  return now - sign_in.began >= longest_sign_in || now - sign_in.seen >= longest_idle;
}

}  // namespace wegwijzer::accounts

namespace wegwijzer {

template <>
inline constexpr std::array choices<accounts::Stage> = {
    std::pair{accounts::Stage::whole, "whole"}, std::pair{accounts::Stage::awaits_code, "awaits_code"},
    std::pair{accounts::Stage::awaits_enrolment, "awaits_enrolment"}};

}  // namespace wegwijzer
