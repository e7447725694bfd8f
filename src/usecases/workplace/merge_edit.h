// SPDX-License-Identifier: EUPL-1.2
// Two people change the same record. What only one of them changed is as that one left it; what both changed
// differently is asked, so that nothing anybody typed is lost.
#pragma once

#include <string>
#include <vector>

#include "domain/field.h"
#include "domain/record.h"

namespace wegwijzer {

struct Clash {
  std::string field;
  FieldText mine;
  FieldText theirs;
  bool operator==(Clash const&) const = default;
};

template <class Thing>
struct MergedEdit {
  Thing thing;  // to be saved over `now`; where both changed a field it says what was typed
  std::vector<Clash> clashes;
};

// `seen` is what the form showed, `typed` what came back, `now` what is kept.
template <class Thing>
MergedEdit<Thing> merge_edit(Thing const& seen, Thing const& typed, Thing const& now) {
  MergedEdit<Thing> merged{now, {}};
  for_each_field<Thing>([&](auto const& field) {
    auto const& mine = typed.*field.member;
    auto const& theirs = now.*field.member;
    auto const& before = seen.*field.member;
    if (mine == before || mine == theirs) return;
    merged.thing.*field.member = mine;
    if (theirs != before)
      merged.clashes.push_back({std::string(field.name), to_field_text(mine), to_field_text(theirs)});
  });
  return merged;
}

}  // namespace wegwijzer
