// SPDX-License-Identifier: EUPL-1.2
#include "base/embedded.h"

#include <algorithm>

#include "base/check.h"

namespace wegwijzer {

std::string_view embedded_file(std::span<EmbeddedFile const> files, std::string_view path) {
  auto const found = std::ranges::find(files, path, &EmbeddedFile::path);
  check(found != files.end(), "an embedded file is missing from the program");
  return found->content();
}

}  // namespace wegwijzer
