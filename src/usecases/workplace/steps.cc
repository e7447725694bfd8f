// SPDX-License-Identifier: EUPL-1.2
#include "usecases/workplace/steps.h"

#include <map>

namespace wegwijzer {

namespace {

std::optional<OwnStep> own_step(Reader& reader, Id<Organisation> organisation, StepEdge edge) {
  auto from = reader.offerings().find(edge.from), to = reader.offerings().find(edge.to);
  if (edge.archived_on || !from || !to || from->archived_on || to->archived_on) return std::nullopt;
  auto const ours = from->organisation != organisation ? SaysYes::to
                    : to->organisation != organisation ? SaysYes::from
                                                       : SaysYes::both;
  return OwnStep{std::move(edge), *std::move(from), *std::move(to), ours};
}

}  // namespace

std::vector<OwnStep> own_steps(Reader& reader, Id<Organisation> organisation) {
  auto& edges = records<StepEdge>(reader);
  std::map<Id<StepEdge>, StepEdge> found;
  for (auto const& offering : reader.offerings().with("organisation", text(organisation))) {
    for (auto const* const end : {"from_offering", "to_offering"}) {
      for (auto& edge : edges.with(end, text(offering.id))) found.emplace(edge.id, std::move(edge));
    }
  }
  std::vector<OwnStep> steps;
  for (auto& [_, edge] : found) {
    if (auto step = own_step(reader, organisation, std::move(edge))) steps.push_back(*std::move(step));
  }
  return steps;
}

Result<StepEdge> propose_step(Writer& writer, Id<Organisation> ours, Id<Offering> from, Id<Offering> to,
                              Direction direction, std::string const& evidence, Date today) {
  if (from == to) return fail(in_field({Fault::invalid, "work_step.to_itself"}, "to"));
  auto const begin = writer.offerings().find(from), end = writer.offerings().find(to);
  if (!begin) return fail(begin.error());
  if (!end) return fail(end.error());
  if (begin->archived_on || end->archived_on) return fail(Fault::missing, "record.missing");
  StepEdge edge;
  for (auto const& one : records<StepEdge>(writer).with("from_offering", text(from))) {
    if (one.to != to) continue;
    if (!one.archived_on) return fail(in_field({Fault::conflict, "work_step.there_already"}, "to"));
    edge = one;  // it was ended, and may begin again
    edge.archived_on.reset();
  }
  if (edge.version == 0) edge.id = writer.new_id<StepEdge>();
  edge.from = from, edge.to = to;
  edge.direction = direction;
  edge.agreed_by_from = begin->organisation == ours;
  edge.agreed_by_to = end->organisation == ours;
  edge.evidence = evidence;
  edge.confirmed_on = today;
  return records<StepEdge>(writer).save(std::move(edge));
}

}  // namespace wegwijzer
