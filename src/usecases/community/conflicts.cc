// SPDX-License-Identifier: EUPL-1.2
#include "usecases/community/conflicts.h"

#include <algorithm>

#include "usecases/community/any_record.h"
#include "usecases/community/past.h"
#include "usecases/community/verdicts.h"

namespace wegwijzer {

namespace {

FieldText said_of(Said const& said, std::string const& field) {
  auto const found = std::ranges::find(said.fields, field, &FieldValue::name);
  return found == said.fields.end() ? std::nullopt : found->value;
}

// Who said what stands there now.
template <class Thing>
void add_who(Reader& reader, Thing const& thing, OpenConflict& one) {
  auto const origins = field_origins(thing, reader.audit(one.at.record, one.id));
  auto const found = std::ranges::find(origins, one.at.field, &FieldOrigin::field);
  if (found == origins.end()) return;
  one.ours_said_by = found->said_by, one.ours_said_at = found->said_at;
}

template <class Thing>
std::optional<OpenConflict> conflict_of(Reader& reader, SourceConflict const& at) {
  auto thing = records<Thing>(reader).from_source(at.source);
  // What the source speaks of may be part of another by now.
  if (thing && thing->archived_on) {
    if (auto stays = find_where_it_went(reader, thing->id)) thing = *std::move(stays);
  }
  auto const said = reader.said(at.record, at.source);
  if (!thing || thing->archived_on || !said) return std::nullopt;
  OpenConflict one{at, thing->id.uuid(), std::string(name_of(*thing)), text_of(*thing, at.field),
                   said_of(*said, at.field)};
  if (one.ours == one.theirs) return std::nullopt;
  add_who(reader, *thing, one);
  return one;
}

}  // namespace

std::vector<OpenConflict> open_conflicts(Reader& reader) {
  std::vector<OpenConflict> all;
  for (auto const& at : reader.source_conflicts()) {
    with_kind(at.record, [&]<class Thing>(Kind<Thing>) {
      if (auto one = conflict_of<Thing>(reader, at)) all.push_back(*std::move(one));
    });
  }
  return all;
}

Applied decide_conflicts(Writer& writer, std::vector<std::pair<OpenConflict, Stands>> const& decisions) {
  std::vector<Edit> edits;
  std::string names;
  for (auto const& [one, stands] : decisions) {
    if (stands == Stands::ours) writer.settle(one.at);
    if (stands == Stands::ours) continue;
    edits.push_back({one.at.record, one.id, one.at.field, one.ours, one.theirs});
    if (names.find(one.name) == names.npos) names += (names.empty() ? "" : ", ") + one.name;
  }
  if (edits.empty()) return {};
  writer.begin(MapChangeKind::difference, names);
  auto applied = apply_edits(writer, edits);
  for (auto const& [one, stands] : decisions) {
    auto const is_this = [&](Edit const& edit) { return edit.id == one.id && edit.field == one.at.field; };
    if (stands == Stands::theirs && std::ranges::none_of(applied.stayed, is_this)) writer.settle(one.at);
  }
  return applied;
}

}  // namespace wegwijzer
