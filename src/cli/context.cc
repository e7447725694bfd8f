// SPDX-License-Identifier: EUPL-1.2
#include "cli/context.h"

#include <ostream>

namespace wegwijzer::cli {

int exit_code(Fault fault) {
  switch (fault) {
    case Fault::invalid:
      return 2;
    case Fault::missing:
      return 3;
    case Fault::forbidden:
      return 4;
    case Fault::conflict:
      return 5;
    case Fault::unavailable:
      return 6;
  }
  return 1;
}

int complain(Context const& context, Error const& error) {
  context.err << "wegwijzer: " << context.language.sentence(error) << '\n';
  return exit_code(error.fault);
}

std::function<bool(std::uint64_t done, std::uint64_t total)> progress_on(Context const& context) {
  return [&context, shown = -1](std::uint64_t done, std::uint64_t total) mutable {
    auto const percent = total == 0 ? 100 : static_cast<int>(done * 100 / total);
    if (context.shows_progress && percent != shown) context.err << '\r' << percent << " %" << std::flush;
    shown = percent;
    return !context.interrupted.load();
  };
}

}  // namespace wegwijzer::cli
