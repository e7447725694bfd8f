// SPDX-License-Identifier: EUPL-1.2
// Two records of one kind turn out to be one thing: one stays, the other goes into it. Nothing is lost: all
// that referred to the other refers to the one that stays, and undo_change() takes it back as a whole.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ports/store.h"
#include "usecases/community/edits.h"
#include "usecases/community/past.h"

namespace wegwijzer {

enum class FieldFrom { stays, goes, both };

template <>
inline constexpr std::array choices<FieldFrom> = {std::pair{FieldFrom::stays, "stays"},
                                                  std::pair{FieldFrom::goes, "goes"},
                                                  std::pair{FieldFrom::both, "both"}};

// A field of both, with who said it, and which would stand unless somebody chooses otherwise: what a person
// wrote or confirmed before what a source says, then the newest, and anything before nothing. Of lists both.
struct FieldOfTwo {
  FieldOrigin stays;
  FieldOrigin goes;
  FieldFrom proposed = FieldFrom::stays;
  FieldText together{};  // of a list; nothing where both cannot stand

  std::string const& name() const { return stays.field; }

  bool differs() const { return stays.value != goes.value; }
};

// How many records of a kind refer to the one that goes; of an organisation also how many contacts it has.
struct WhatMoves {
  std::string record;
  std::size_t count = 0;
};

struct MergePlan {
  std::string record;
  Uuid stays;
  Uuid goes;
  std::int64_t stays_version = 0;
  std::int64_t goes_version = 0;
  std::vector<FieldOfTwo> fields;
  std::vector<WhatMoves> moves;
};

// Fails with "duplicate.kind_unknown", "duplicate.one_record", "record.missing" or "duplicate.not_there" when
// one is archived.
Result<MergePlan> plan_merge(Reader& reader, std::string_view record, Uuid stays, Uuid goes);

// Which of two says most and is used most, so that it is the better to stay; the first when that is the same.
Result<Uuid> better_to_stay(Reader& reader, std::string_view record, Uuid one, Uuid other);

struct MergeOrder {
  std::string record;
  Uuid stays;
  Uuid goes;
  std::int64_t stays_version = 0;  // as they were when somebody looked
  std::int64_t goes_version = 0;
  std::map<std::string, FieldFrom> chosen;  // where it is not what was proposed
};

struct MergeDone {
  Id<MapChange> change;
  std::size_t moved = 0;    // records that refer to the one that stays now
  std::size_t doubles = 0;  // that would have said the same twice, and are archived
};

// The writer is not yet committed. `roles` are those that people get at the one that stays
// (roles_to_give()). Fails as plan_merge() does, with "duplicate.changed_meanwhile", and as save() does.
Result<MergeDone> merge_records(Writer& writer, MergeOrder const& order, Date today,
                                std::vector<accounts::Membership> const& roles = {});

// The roles at the organisation that goes, which nobody has yet at the one that stays.
std::vector<accounts::Membership> roles_to_give(Accounts& accounts, Ecosystem const& ecosystem,
                                                Id<Organisation> stays, Id<Organisation> goes);

// The roles that people got because of a merge, to be taken again when it is undone.
std::vector<accounts::Membership> roles_given(Reader& reader, Id<MapChange> change);

// These are two things. That stays so until they are alike in something else than `grounds`.
// Fails with "duplicate.kind_unknown" or "duplicate.one_record".
Done say_two_things(Writer& writer, std::string_view record, Uuid one, Uuid other,
                    std::vector<std::string> const& grounds);

}  // namespace wegwijzer
