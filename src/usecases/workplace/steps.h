// SPDX-License-Identifier: EUPL-1.2
// "Where do children go after you, who sends them to you?" The next steps from and to the offerings of one
// provider, whoever proposed them, and proposing one. Saying yes is agree_on_step, saying no archives.
#pragma once

#include "ports/store.h"
#include "usecases/ecosystem/agree_on_step.h"

namespace wegwijzer {

struct OwnStep {
  StepEdge edge;
  Offering from;
  Offering to;
  SaysYes ours = SaysYes::from;  // which yes is ours to give

  bool waits_for_us() const {
    return ours == SaysYes::both ? !edge.agreed_by_from && !edge.agreed_by_to
                                 : !(ours == SaysYes::from ? edge.agreed_by_from : edge.agreed_by_to);
  }

  bool is_agreed() const { return agreed(edge, from.organisation, to.organisation); }
};

// Those between offerings that are not archived, without what was refused; ordered by id.
std::vector<OwnStep> own_steps(Reader& reader, Id<Organisation> organisation);

// Whether this step would make sense. Fails, of the field "to", with "work_step.to_itself",
// "work_step.there_already" when there is one between the two, "work_step.younger" when the second is for
// younger children only, and "work_step.leads_back" when who goes on from the second is already sent to the
// first.
Done makes_sense(Reader& reader, Offering const& from, Offering const& to, Direction direction);

// Our yes is in it. One that was ended or refused begins again. Fails with "record.missing", and where it
// makes no sense.
Result<StepEdge> propose_step(Writer& writer, Id<Organisation> ours, Id<Offering> from, Id<Offering> to,
                              Direction direction, std::string const& evidence, Date today);

}  // namespace wegwijzer
