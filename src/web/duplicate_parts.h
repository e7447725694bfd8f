// SPDX-License-Identifier: EUPL-1.2
// What the pages about records that look alike share: the addresses of a pair, and what a record is in short.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/work_parts.h"

namespace wegwijzer::web {

// Two records of one kind, as an address or a form names them.
struct TwoOfAKind {
  std::string record;  // "venue"
  Uuid one;
  Uuid other;
};

// From the parameters kind, one and other; nothing when they are no two records that are looked for.
std::optional<TwoOfAKind> two_of_a_kind(http::Parameters const& parameters);

// Where one looks at both and merges them; `one` stays.
Url merge_address(View const& view, NetworkBench const& bench, TwoOfAKind const& two);

Html hidden_pair(TwoOfAKind const& two);  // of a form

// A record in a few lines, each with what it says: its kind, address, telephone, source.
struct InShort {
  std::string name;
  std::string source;       // "OpenStreetMap"
  std::optional<Url> page;  // that visitors see
  std::vector<std::pair<std::string, std::string>>
      lines;  // the name of each, and what it says; "" when nothing
};

// Fails with "record.missing".
Result<InShort> in_short(View const& view, Reader& reader, std::string const& record, Uuid id);

// What people may do follows a merge, and its undoing. People are of the whole store, so this is a
// transaction of its own, after that of the map.
void give_roles(Desk const& desk, std::vector<accounts::Membership> const& roles);
void take_roles(Desk const& desk, std::vector<accounts::Membership> const& roles);

}  // namespace wegwijzer::web
