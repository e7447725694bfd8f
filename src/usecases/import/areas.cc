// SPDX-License-Identifier: EUPL-1.2
#include "usecases/import/areas.h"

#include <algorithm>
#include <functional>
#include <map>

namespace wegwijzer {

namespace {

// A gemeente that its wijken spoke of.
bool only_named(Area const& area) {
  return area.outline.empty() && area.figures.empty();
}

using AreasByCode = std::map<AreaCode, Area>;

AreasByCode all_areas(Writer& writer) {
  AreasByCode all;
  for (auto& area : writer.ground().areas()) all.emplace(area.code, std::move(area));
  return all;
}

// What the audit trail says of an area: its name, how its outline is drawn, and its figures.
FieldText said_of(AreasByCode const& areas, AreaCode const& code) {
  auto const found = areas.find(code);
  if (found == areas.end()) return std::nullopt;
  std::size_t points = 0;
  for (auto const& polygon : found->second.outline) points += polygon.outer.size();
  auto out = found->second.name + "; outline of " + std::to_string(points) + " points";
  for (auto const& [name, value] : found->second.figures) out += "; " + name + " " + std::to_string(value);
  return out;
}

}  // namespace

Done import_areas(Writer& writer, std::vector<Area> const& areas, ImportReport& report) {
  auto const before = all_areas(writer);
  std::vector<AreaCode> changes;
  for (auto const& area : areas) {
    bool const changed = writer.ground().save(area);
    if (changed) changes.push_back(area.code);
    if (only_named(area)) continue;
    report.count(!changed                     ? MergeOutcome::unchanged
                 : before.contains(area.code) ? MergeOutcome::updated
                                              : MergeOutcome::added);
  }
  auto const now = changes.empty() ? AreasByCode() : all_areas(writer);
  for (auto const& code : changes)
    writer.note("area", code.text(), said_of(before, code), said_of(now, code));
  report.counts.emplace_back("areas",
                             static_cast<std::size_t>(std::ranges::count_if(areas, std::not_fn(only_named))));
  return {};
}

}  // namespace wegwijzer
