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

namespace {

// Agreed, waiting, ended or refused: between two there is at most one.
std::optional<StepEdge> step_between(Reader& reader, Id<Offering> from, Id<Offering> to) {
  for (auto& one : records<StepEdge>(reader).with("from_offering", text(from))) {
    if (one.to == to) return std::move(one);
  }
  return std::nullopt;
}

bool is_for_younger_only(Offering const& from, Offering const& to) {
  auto const before = widest_ages(from), after = widest_ages(to);
  return before && after && after->to < before->from;
}

// Of two that go on with each other neither comes after the other.
bool leads_back(Reader& reader, Offering const& from, Offering const& to) {
  auto const back = step_between(reader, to.id, from.id);
  return back && !back->archived_on && back->direction == Direction::deepen;
}

tl::unexpected<Error> no_sense(Fault fault, char const* key, Arguments arguments = {}) {
  return fail(in_field({fault, key, std::move(arguments)}, "to"));
}

}  // namespace

Done makes_sense(Reader& reader, Offering const& from, Offering const& to, Direction direction) {
  if (from.id == to.id) return no_sense(Fault::invalid, "work_step.to_itself");
  auto const there = step_between(reader, from.id, to.id);
  if (there && !there->archived_on) return no_sense(Fault::conflict, "work_step.there_already");
  Arguments const both{{"from", from.title}, {"to", to.title}};
  if (is_for_younger_only(from, to)) return no_sense(Fault::invalid, "work_step.younger", both);
  if (direction == Direction::deepen && leads_back(reader, from, to))
    return no_sense(Fault::conflict, "work_step.leads_back", both);
  return {};
}

Result<StepEdge> propose_step(Writer& writer, Id<Organisation> ours, Id<Offering> from, Id<Offering> to,
                              Direction direction, std::string const& evidence, Date today) {
  auto const begin = writer.offerings().find(from), end = writer.offerings().find(to);
  if (!begin) return fail(begin.error());
  if (!end) return fail(end.error());
  if (begin->archived_on || end->archived_on) return fail(Fault::missing, "record.missing");
  if (auto const sense = makes_sense(writer, *begin, *end, direction); !sense) return fail(sense.error());
  auto edge = step_between(writer, from, to).value_or(StepEdge());
  edge.archived_on.reset();
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
