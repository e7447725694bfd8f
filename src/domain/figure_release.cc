// SPDX-License-Identifier: EUPL-1.2
#include "domain/figure_release.h"

#include "base/checksum.h"

namespace wegwijzer {

std::string checksum_of(FigureRelease const& release) {
  auto const& [head, files] = release;
  std::string all;
  for (auto const& one : {head.area.text(), head.area_name, text(head.day), head.note, head.versions,
                          files.figures, files.method, files.parameters, files.funnel}) {
    all += checksum(one);
  }
  if (!files.draws.empty()) all += checksum(files.draws);  // releases of before have none
  return checksum(all);
}

}  // namespace wegwijzer
