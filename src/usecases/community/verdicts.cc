// SPDX-License-Identifier: EUPL-1.2
#include "usecases/community/verdicts.h"

#include <algorithm>
#include <map>

#include "usecases/community/edits.h"

namespace wegwijzer {

namespace {

// Changes are read once there is a verdict that asks for them.
class InForce {
 public:
  explicit InForce(Reader& reader) : reader_(reader) {}

  bool operator()(Verdict const& verdict) {
    if (!verdict.change) return true;
    if (!changes_) changes_ = reader_.changes();
    return !is_undone(*changes_, *verdict.change);
  }

 private:
  Reader& reader_;
  std::optional<std::vector<MapChange>> changes_;
};

using WentInto = std::map<Uuid, Uuid>;

std::optional<Uuid> end_of(WentInto const& went, Uuid from) {
  auto at = went.find(from);
  if (at == went.end()) return std::nullopt;
  // A ring cannot be made, as what went into another is archived; should it be there, it ends.
  for (std::size_t steps = 0; steps < went.size(); ++steps) {
    auto const next = went.find(at->second);
    if (next == went.end()) break;
    at = next;
  }
  return at->second;
}

}  // namespace

std::vector<Verdict> verdicts_in_force(Reader& reader) {
  auto all = reader.verdicts();
  InForce in_force(reader);
  std::erase_if(all, [&](Verdict const& one) { return !in_force(one); });
  return all;
}

std::optional<Uuid> went_into(Reader& reader, std::string_view record, Uuid gone) {
  InForce in_force(reader);
  WentInto went;
  std::optional<Uuid> at = gone;
  while (at && !went.contains(*at)) {
    auto const all = reader.verdicts(record, *at);
    auto const found = std::ranges::find_if(
        all, [&](Verdict const& one) { return one.says == OneOrTwo::one_thing && in_force(one); });
    if (found == all.end()) break;
    went[*at] = found->other;
    at = found->other;
  }
  return end_of(went, gone);
}

std::vector<std::pair<Uuid, Uuid>> all_that_went_into(Reader& reader) {
  WentInto went;
  for (auto const& one : verdicts_in_force(reader)) {
    if (one.says == OneOrTwo::one_thing) went[one.one] = one.other;
  }
  std::vector<std::pair<Uuid, Uuid>> all;
  for (auto const& [gone, into] : went) all.emplace_back(gone, end_of(went, gone).value_or(into));
  return all;
}

}  // namespace wegwijzer
