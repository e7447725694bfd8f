// SPDX-License-Identifier: EUPL-1.2
// Who changed what and when: an Actor goes with every change, an AuditEntry says one changed field.
#pragma once

#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "domain/field.h"

namespace wegwijzer {

// A person with an account comes with sign-in; until then a change is made by the operator's command.
struct Actor {
  std::string name;  // "import osm", "demo", "operator"
  bool operator==(Actor const&) const = default;
};

struct AuditEntry {
  Instant at;
  std::string actor;
  std::string record;  // "offering"
  Uuid id;
  std::string field;  // "" with empty old and new: the record was made
  FieldText before;
  FieldText after;
  bool operator==(AuditEntry const&) const = default;
};

// What a source said of a record when it was last imported: the third side of a merge.
struct Said {
  std::string record;  // "venue"
  std::string source;
  std::vector<FieldValue> fields;
  bool operator==(Said const&) const = default;
};

// "Klopt er iets niet?": what a visitor said about a page, for later moderation.
struct Correction {
  Id<Correction> id;
  std::string page;  // the path without query
  std::string message;
  Date received_on;
  bool operator==(Correction const&) const = default;
};

}  // namespace wegwijzer
