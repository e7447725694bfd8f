// SPDX-License-Identifier: EUPL-1.2
#include <ostream>

#include "cli/streets_from.h"

namespace wegwijzer::cli {

int export_streets(Context const& context, StreetsExportOptions const& options) {
  if (auto const room = check_street_files(options.folder, options.form); !room) {
    return complain(context, room.error());
  }
  auto const loaded = load(context, options.from, progress_on(context));
  if (context.shows_progress) context.err << '\r';
  if (!loaded) return complain(context, loaded.error());
  TravelTimes const times(loaded->streets, options.profile);
  auto const made = wegwijzer::export_streets(times, options.folder, options.form, progress_on(context));
  if (context.shows_progress) context.err << '\r';
  if (!made) return complain(context, made.error());
  context.out << context.language("cli.streets_done", {{"vertices", std::to_string(made->vertices)},
                                                       {"edges", std::to_string(made->edges)},
                                                       {"folder", options.folder.string()}})
              << '\n';
  return 0;
}

}  // namespace wegwijzer::cli
