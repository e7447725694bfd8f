// SPDX-License-Identifier: EUPL-1.2
// ecosystem propose-steps: next steps for the partners to agree on or to refuse.
#include "usecases/ecosystem/propose_steps.h"

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/show_some.h"
#include "language/languages.h"

namespace wegwijzer::cli {

namespace {

// What the store keeps is in Dutch, whoever gives the command.
std::string evidence_in_dutch(StepProposal const& proposal) {
  auto const& t = language("nl");
  auto const* const why = proposal.direction == Direction::broaden ? "propose.broadens"
                          : proposal.later_stage                   ? "propose.later_stage"
                                                                   : "propose.harder";
  auto const how_far =
      proposal.same_place ? t("propose.same_place") : t.count("propose.walk", proposal.walk.count());
  return t(why, {{"theme", proposal.theme}}) + " " + how_far;
}

std::string in_one_line(Context const& context, StepProposal const& proposal) {
  return context.language("propose.line",
                          {{"from", proposal.from_title},
                           {"to", proposal.to_title},
                           {"direction", context.language("direction." + text(proposal.direction))},
                           {"why", evidence_in_dutch(proposal)}});
}

Result<std::vector<StepProposal>> reckon(Context const& context, Store& store, Ecosystem const& ecosystem) {
  auto proposals = propose_steps(store, ecosystem, context.vocabulary, local_date(context.clock.now()),
                                 progress_on(context));
  if (context.shows_progress) context.err << '\r';
  return proposals;
}

Result<std::vector<StepEdge>> keep(Context const& context, Store& store, Ecosystem const& ecosystem,
                                   std::vector<StepProposal> const& proposals) {
  auto const writer = store.writer(ecosystem, {"propose-steps"});
  auto kept = keep_proposals(*writer, proposals, evidence_in_dutch);
  if (context.interrupted) return fail(Fault::unavailable, "propose.stopped");
  writer->commit();
  return kept;
}

}  // namespace

int propose_steps(Context const& context, ProposeStepsOptions const& options) {
  auto const store = context.open_store(options.store, false);
  if (!store) return complain(context, store.error());
  auto const all = (*store)->ecosystems();
  auto const found = std::ranges::find(all, options.slug, &Ecosystem::slug);
  if (found == all.end())
    return complain(context, {Fault::missing, "ecosystem.unknown", {{"value", options.slug}}});
  auto const proposals = reckon(context, **store, *found);
  if (!proposals) return complain(context, proposals.error());
  auto count = std::ssize(*proposals);
  if (!options.dry_run) {
    auto const kept = keep(context, **store, *found, *proposals);
    if (!kept) return complain(context, kept.error());
    count = std::ssize(*kept);
  }
  context.out << context.language.count(options.dry_run ? "propose.would_be" : "propose.done", count) << '\n';
  show_some(context, context.out, *proposals, [&](auto const& one) { return in_one_line(context, one); });
  return 0;
}

}  // namespace wegwijzer::cli
