// SPDX-License-Identifier: EUPL-1.2
// Our own part of the style sheet as it is written, all files of web/style one after the other.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace wegwijzer {

inline std::string style_sheet() {
  std::string all;
  for (auto const& part : std::filesystem::directory_iterator("web/style")) {
    if (part.path().extension() != ".css") continue;
    std::ifstream in(part.path());
    all.append(std::istreambuf_iterator<char>(in), {});
  }
  return all;
}

}  // namespace wegwijzer
