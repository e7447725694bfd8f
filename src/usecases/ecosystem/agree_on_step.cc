// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ecosystem/agree_on_step.h"

namespace wegwijzer {

Result<StepEdge> agree_on_step(Writer& writer, Id<StepEdge> id, SaysYes who, Date on) {
  auto& all = records<StepEdge>(writer);
  return all.find(id).and_then([&](StepEdge edge) -> Result<StepEdge> {
    if (edge.archived_on) return fail(Fault::conflict, "agree.refused");
    edge.agreed_by_from = edge.agreed_by_from || who != SaysYes::to;
    edge.agreed_by_to = edge.agreed_by_to || who != SaysYes::from;
    edge.confirmed_on = on;
    return all.save(std::move(edge));
  });
}

}  // namespace wegwijzer
