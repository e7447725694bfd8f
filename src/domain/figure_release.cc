// SPDX-License-Identifier: EUPL-1.2
#include "domain/figure_release.h"

#include "base/checksum.h"

namespace wegwijzer {

std::string checksum_of(FigureReleaseFiles const& files) {
  std::string all;
  for (auto const* const file : {&files.figures, &files.method, &files.parameters, &files.funnel}) {
    all += checksum(*file);
  }
  return checksum(all);
}

}  // namespace wegwijzer
