// SPDX-License-Identifier: EUPL-1.2
// An ecosystem as the report of 2023 describes it: one file of assets/pilots. Every entry says on which lines
// of the report's text it rests.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/collaboration.h"
#include "domain/ecosystem.h"
#include "domain/fact.h"

namespace wegwijzer {

struct PilotText {
  std::string dutch;
  std::string english;
  std::string reference;
  int first_line = 0;  // of the report's text, from 1
  int last_line = 0;
};

struct PilotOrganisation {
  std::string key;
  std::string name;
  Sector sector = Sector::other;
  std::vector<Role> roles;
  std::optional<bool> trained_spotters;
  std::optional<Level> level;
  PilotText role;
};

struct PilotCollaboration {
  std::string from;  // keys
  std::string to;
  CollaborationKind kind = CollaborationKind::works_together;
  std::optional<Level> level;
  PilotText said;
};

struct PilotFact {
  FactKind kind = FactKind::finding;
  std::optional<Level> level;
  std::vector<std::string> organisations;  // keys
  PilotText said;
};

struct Pilot {
  Ecosystem ecosystem;  // without id; its origin is the report
  PilotText about;
  std::vector<PilotOrganisation> organisations;
  std::vector<PilotCollaboration> collaborations;
  std::vector<PilotFact> facts;
};

// The files come with the program: a fault in one is a bug and throws, naming the file and the entry.
Pilot read_pilot(std::string_view file, std::string_view json);

// All of assets/pilots, by file name.
std::vector<Pilot> read_embedded_pilots();

}  // namespace wegwijzer
