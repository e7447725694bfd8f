// SPDX-License-Identifier: EUPL-1.2
// inequality: how unequal opportunities are in every gemeente of a store, as a file.
#include <ostream>

#include "cli/commands.h"
#include "cli/file_problems.h"
#include "cli/step_clock.h"

namespace wegwijzer::cli {

int inequality(Context const& context, InequalityOptions options) {
  auto const parameters = parameters_in(context, options.parameters);
  if (!parameters) return parameters.error();
  options.order.parameters = *parameters;
  auto const store = context.open_store(options.store, false);
  if (!store) return complain(context, store.error());
  StepClock<InequalityStep> clock(context, "release_step.");
  InequalityWatch const watch = [&](InequalityStep step, std::uint64_t done, std::uint64_t total) {
    return clock.hear(step, done, total);
  };
  auto const today = local_date(context.clock.now());
  auto const done = write_inequality(**store, context.vocabulary, today, options.order, options.out, watch);
  if (!done) return complain(context, done.error());
  clock.end();
  context.out << context.language("inequality.done", {{"places", std::to_string(done->places)},
                                                      {"rows", std::to_string(done->rows)},
                                                      {"file", options.out.string()}})
              << '\n';
  return 0;
}

}  // namespace wegwijzer::cli
