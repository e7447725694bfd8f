// SPDX-License-Identifier: EUPL-1.2
// Two people change the same record. What only one of them changed is as that one left it; what both changed
// differently is asked, so that nothing anybody typed is lost.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
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

  bool asks(std::string_view field) const {
    return std::ranges::find(clashes, field, &Clash::field) != clashes.end();
  }

  void ask(std::string_view field, FieldText mine, FieldText theirs) {
    clashes.push_back({std::string(field), std::move(mine), std::move(theirs)});
  }
};

template <class Thing>
void take(Thing& thing, Thing const& from, std::string_view name) {
  for_each_field<Thing>([&](auto const& field) {
    if (field.name == name) thing.*field.member = from.*field.member;
  });
}

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
    if (theirs != before) merged.ask(field.name, to_field_text(mine), to_field_text(theirs));
  });
  return merged;
}

// Two fields that have to fit each other. Each of two people may leave them fitting, and what is put together
// of both does not.
template <class Thing>
struct FieldPair {
  std::string_view one;
  std::string_view other;
  bool (*fits)(Thing const&);
};

template <class Thing>
bool fits_however_chosen(MergedEdit<Thing> const& merged, Thing const& now, FieldPair<Thing> const& pair) {
  for (bool const theirs_of_one : {false, true}) {
    for (bool const theirs_of_other : {false, true}) {
      auto thing = merged.thing;
      if (theirs_of_one && merged.asks(pair.one)) take(thing, now, pair.one);
      if (theirs_of_other && merged.asks(pair.other)) take(thing, now, pair.other);
      if (!pair.fits(thing)) return false;
    }
  }
  return true;
}

// Both fields are asked, also the one that only one of the two changed.
template <class Thing>
void ask_both(MergedEdit<Thing>& merged, Thing const& typed, Thing const& now, FieldPair<Thing> const& pair) {
  for_each_field<Thing>([&](auto const& field) {
    auto const& mine = typed.*field.member;
    auto const& theirs = now.*field.member;
    if ((field.name != pair.one && field.name != pair.other) || mine == theirs) return;
    merged.thing.*field.member = mine;
    if (!merged.asks(field.name)) merged.ask(field.name, to_field_text(mine), to_field_text(theirs));
  });
}

}  // namespace wegwijzer
