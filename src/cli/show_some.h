// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <iterator>
#include <ostream>

#include "cli/commands.h"

namespace wegwijzer::cli {

// A line for each of the first 50, as `say` puts it; more are counted, since a wrong file has the same fault
// on every line.
template <class Things, class Say>
void show_some(Context const& context, std::ostream& out, Things const& things, Say say) {
  auto const shown = std::min<std::ptrdiff_t>(std::ssize(things), 50);
  for (std::ptrdiff_t at = 0; at < shown; ++at) {
    out << "  " << say(things[static_cast<std::size_t>(at)]) << '\n';
  }
  auto const more = std::ssize(things) - shown;
  if (more > 0) out << "  " << context.language.count("import.and_more", more) << '\n';
}

}  // namespace wegwijzer::cli
