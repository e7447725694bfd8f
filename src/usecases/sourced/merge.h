// SPDX-License-Identifier: EUPL-1.2
// A source says something of a record again, or no more. What the source changed since it last spoke is taken
// over; what people changed in the meantime stays theirs. So importing twice changes nothing, and no import
// overwrites an edit.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/check.h"
#include "ports/store.h"
#include "usecases/community/verdicts.h"

namespace wegwijzer {

enum class MergeOutcome { added, updated, unchanged };

// A field that people and the source both changed: the people's value stands.
struct KeptEdit {
  std::string record;  // its source
  std::string field;
  FieldText ours;
  FieldText theirs;
  bool operator==(KeptEdit const&) const = default;
};

template <class Thing>
struct Merged {
  Thing thing;
  MergeOutcome outcome = MergeOutcome::unchanged;
  std::vector<KeptEdit> kept;
};

// Somebody said that the record which this source speaks of is part of another. What the source says anew of
// a field is for somebody to decide, and changes nothing.
template <class Thing>
Merged<Thing> hear_of_merged(Writer& writer, Thing const& now, Thing stays) {
  auto const said_before = writer.said(record_name<Thing>, now.source);
  auto const says_now = field_values(now);
  auto const ours = field_values(stays);
  for (std::size_t i = 0; i < says_now.size(); ++i) {
    bool const known = said_before && i < said_before->fields.size();
    if (!known || says_now[i] == said_before->fields[i] || says_now[i] == ours[i]) continue;
    writer.note(SourceConflict{std::string(record_name<Thing>), now.source, says_now[i].name});
  }
  if (!said_before || said_before->fields != says_now) {
    writer.remember({std::string(record_name<Thing>), now.source, says_now});
  }
  return {std::move(stays), MergeOutcome::unchanged, {}};
}

// `now.source` names the record; its id and version are not looked at. Fails as save() does.
template <class Thing>
Result<Merged<Thing>> merge_from_source(Writer& writer, Thing now) {
  check(!now.source.empty(), "what a source says has a name");
  auto& all = records<Thing>(writer);
  auto const said_before = writer.said(record_name<Thing>, now.source);
  auto const says_now = field_values(now);
  auto const existing = all.from_source(now.source);
  if (existing && existing->archived_on) {
    auto const into = went_into(writer, record_name<Thing>, existing->id.uuid());
    auto stays = into ? all.find(Id<Thing>(*into)) : fail(Fault::missing, "record.missing");
    if (stays) return hear_of_merged(writer, now, *std::move(stays));
  }
  if (!existing) {
    now.id = writer.template new_id<Thing>();
    now.version = 0;
    writer.remember({std::string(record_name<Thing>), now.source, says_now});
    return all.save(std::move(now)).map([](Thing saved) {
      return Merged<Thing>{std::move(saved), MergeOutcome::added, {}};
    });
  }
  Merged<Thing> merged{*existing, MergeOutcome::unchanged, {}};
  std::size_t i = 0;
  for_each_field<Thing>([&](auto const& field) {
    auto const& theirs = says_now[i].value;
    auto const ours = to_field_text((*existing).*field.member);
    // A source that we do not remember is taken to have said what is there.
    auto const before = said_before && i < said_before->fields.size() ? said_before->fields[i].value : ours;
    ++i;
    if (theirs == before || theirs == ours) return;
    if (ours == before) {
      merged.thing.*field.member = now.*field.member;
    } else {
      merged.kept.push_back({now.source, std::string(field.name), ours, theirs});
      writer.note(SourceConflict{std::string(record_name<Thing>), now.source, std::string(field.name)});
    }
  });
  // The source had fallen silent about it and speaks again.
  if (said_before && said_before->fields.empty()) merged.thing.archived_on.reset();
  if (now.confirmed_on && (!existing->confirmed_on || *existing->confirmed_on < *now.confirmed_on)) {
    merged.thing.confirmed_on = now.confirmed_on;
  }
  if (!said_before || said_before->fields != says_now) {
    writer.remember({std::string(record_name<Thing>), now.source, says_now});
  }
  if (merged.thing == *existing) return merged;
  merged.outcome = MergeOutcome::updated;
  auto saved = all.save(std::move(merged.thing));
  if (!saved) return fail(saved.error());
  merged.thing = *std::move(saved);
  return merged;
}

// A source that used to speak of these records does not any more: those whose source begins with `prefix` and
// is not among `still` are archived. Gives them.
template <class Thing>
Result<std::vector<Thing>> archive_missing(Writer& writer, std::string_view prefix,
                                           std::set<std::string> const& still, Date today) {
  std::vector<Thing> archived;
  auto& all = records<Thing>(writer);
  for (auto& thing : all.all()) {
    if (thing.archived_on || !thing.source.starts_with(prefix) || still.contains(thing.source)) continue;
    writer.remember({std::string(record_name<Thing>), thing.source, {}});
    thing.archived_on = today;
    auto saved = all.save(thing);
    if (!saved) return fail(saved.error());
    archived.push_back(*std::move(saved));
  }
  return archived;
}

}  // namespace wegwijzer
