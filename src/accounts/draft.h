// SPDX-License-Identifier: EUPL-1.2
// What somebody typed and did not keep yet: nobody else sees it, and it goes when it is kept or left.
#pragma once

#include <chrono>
#include <string>

#include "accounts/person.h"

namespace wegwijzer::accounts {

struct Draft {
  Id<Person> person;
  std::string subject;  // "offering/" and an id, or "new/" and the id of an organisation
  std::string form;     // the fields as a browser sends them
  Instant saved_at{};
  bool operator==(Draft const&) const = default;
};

inline constexpr std::size_t longest_draft = 64UL * 1024;
inline constexpr std::chrono::days draft_kept_for{90};  // assumption: a season

}  // namespace wegwijzer::accounts
