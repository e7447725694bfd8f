// SPDX-License-Identifier: EUPL-1.2
#include <ostream>
#include <thread>

#include "base/words.h"
#include "cli/commands.h"
#include "cli/new_file.h"
#include "usecases/demo/make.h"
#include "usecases/demo/pilots.h"
#include "usecases/demo/stable.h"

namespace wegwijzer::cli {

namespace {

void show(Context const& context, DemoOptions const& options, DemoMade const& made) {
  auto const file = options.store.string();
  if (made.towns.size() == 1) {
    context.out << context.language("demo.done", {{"name", made.towns.front()}, {"file", file}}) << '\n';
  } else {
    context.out << context.language("demo.done_towns",
                                    {{"count", std::to_string(made.towns.size())}, {"file", file}})
                << '\n';
  }
  context.out << context.language("demo.counts", {{"organisations", std::to_string(made.organisations)},
                                                  {"venues", std::to_string(made.venues)},
                                                  {"offerings", std::to_string(made.offerings)},
                                                  {"nodes", std::to_string(made.street_nodes)},
                                                  {"areas", std::to_string(made.areas)},
                                                  {"children", std::to_string(made.children)}})
              << '\n';
}

Done make_towns(Context const& context, DemoOptions const& options, Store& store, Ids& ids) {
  DemoOrder order = options.order;
  order.threads = std::max(1U, std::thread::hardware_concurrency());
  auto const made = make_demo(store, *context.vocabulary, ids, order, progress_on(context));
  if (context.shows_progress) context.err << '\r';
  if (!made) return fail(made.error());
  show(context, options, *made);
  return {};
}

Done add_pilots(Context const& context, Store& store, Ids& ids) {
  auto const made = make_pilots(store, ids);
  if (!made) return fail(made.error());
  std::vector<std::string> names;
  for (auto const& pilot : *made) names.push_back(pilot.name);
  context.out << context.language("demo.pilots_done", {{"names", joined(names, ", ")}}) << '\n';
  return {};
}

}  // namespace

int demo(Context const& context, DemoOptions const& options) {
  NewFile store_file(options.store);
  // Instants and identities follow from the day and the seed, so that the same demo is the same file.
  StandingClock const clock(options.order.today);
  SeededIds ids(options.order.size.seed, options.order.today, options.towns ? 0 : 1);
  auto const store = context.open_store_with(options.store, true, clock, ids);
  if (!store) return complain(context, store.error());
  if (options.pilots) {
    if (auto const room = find_room_for_pilots(**store); !room) return complain(context, room.error());
  }
  if (options.towns) {
    if (auto const done = make_towns(context, options, **store, ids); !done)
      return complain(context, done.error());
  }
  if (options.pilots) {
    if (auto const done = add_pilots(context, **store, ids); !done) return complain(context, done.error());
  }
  store_file.keep();
  return 0;
}

}  // namespace wegwijzer::cli
