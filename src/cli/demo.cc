// SPDX-License-Identifier: EUPL-1.2
#include <ostream>

#include "cli/commands.h"
#include "usecases/demo/make.h"
#include "usecases/demo/pilots.h"

namespace wegwijzer::cli {

namespace {

void tell(Context const& context, char const* key, Ecosystem const& made, std::filesystem::path const& file) {
  context.out << context.language(key, {{"name", made.name}, {"file", file.string()}}) << '\n';
}

}  // namespace

int demo(Context const& context, std::filesystem::path const& file, DemoParts parts) {
  auto const store = context.open_store(file, true);
  if (!store) return complain(context, store.error());
  if (parts != DemoParts::pilots) {
    auto const town = make_demo(**store, *context.vocabulary, context.ids);
    if (!town) return complain(context, town.error());
    tell(context, "demo.done", *town, file);
  }
  if (parts == DemoParts::town) return 0;
  auto const pilots = make_pilots(**store, context.ids);
  if (!pilots) return complain(context, pilots.error());
  for (auto const& pilot : *pilots) tell(context, "demo.pilot_done", pilot, file);
  return 0;
}

}  // namespace wegwijzer::cli
