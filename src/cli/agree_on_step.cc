// SPDX-License-Identifier: EUPL-1.2
// ecosystem agree-step: the operator writes down a provider's yes, until providers can sign in.
#include "usecases/ecosystem/agree_on_step.h"

#include <ostream>

#include "cli/commands.h"

namespace wegwijzer::cli {

namespace {

// In whichever ecosystem it is: its id tells.
Result<StepEdge> agree_in_store(Context const& context, Store& store, Id<StepEdge> id, SaysYes who) {
  for (auto const& ecosystem : store.ecosystems()) {
    if (!records<StepEdge>(*store.reader(ecosystem)).find(id)) continue;
    auto const writer = store.writer(ecosystem, {"operator"});
    auto agreed = agree_on_step(*writer, id, who, local_date(context.clock.now()));
    if (agreed) writer->commit();
    return agreed;
  }
  return fail(Fault::missing, "record.missing");
}

}  // namespace

int agree_on_step(Context const& context, AgreeOnStepOptions const& options) {
  auto const store = context.open_store(options.store, false);
  if (!store) return complain(context, store.error());
  auto const id = Id<StepEdge>::parse(options.id);
  if (!id) return complain(context, id.error());
  auto const agreed = agree_in_store(context, **store, *id, options.who);
  if (!agreed) return complain(context, agreed.error());
  context.out << context.language("agree.done", {{"name", name_of(*agreed)}}) << '\n';
  return 0;
}

}  // namespace wegwijzer::cli
