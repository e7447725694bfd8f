// SPDX-License-Identifier: EUPL-1.2
// Fields that are to be changed, looked at before it is done: in bulk, from a spreadsheet, from what a source
// says, or back again. Nothing is written over what somebody changed meanwhile.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ports/store.h"

namespace wegwijzer {

struct Edit {
  std::string record;  // "venue"
  Uuid id;
  std::string field;  // one of its field list, or "confirmed_on", "archived_on"
  FieldText before;   // as it was when this was planned
  FieldText after;
  bool operator==(Edit const&) const = default;
};

struct Applied {
  std::size_t fields = 0;
  std::size_t records = 0;
  std::vector<Edit> stayed;                       // not `before` any more, nor `after`: left as they are
  std::vector<std::pair<Edit, Error>> refused{};  // the value cannot stand there
  bool operator==(Applied const&) const = default;
};

// Edits of one record are kept together, with one new version of it; those of a record that is not there any
// more stay. The writer is not yet committed. Throws when `record` is no kind.
Applied apply_edits(Writer& writer, std::span<Edit const> edits);

struct Undone {
  Id<MapChange> change;  // the undoing, which can be undone itself
  Applied applied;
};

// Takes back a change as a whole: each field goes back that still has the value which the change gave it, and
// what was made is archived. Fails with "map_work.change_missing" or "map_work.undone_already".
Result<Undone> undo_change(Writer& writer, Id<MapChange> change, Date today);

// Whether it was taken back, and that was not taken back itself.
bool is_undone(std::span<MapChange const> changes, Id<MapChange> change);

}  // namespace wegwijzer
