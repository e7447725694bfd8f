// SPDX-License-Identifier: EUPL-1.2
// make_glyphs FOLDER NAME WEIGHT FONTS FIRST…: writes FOLDER/NAME/0-255.pbf and so on, the letters of the
// map, while the program is built. FONTS are files with a colon between them.
#include <fstream>
#include <iostream>
#include <sstream>

#include "base/check.h"
#include "letters/glyph_range.h"

namespace {

using namespace wegwijzer;

std::vector<std::filesystem::path> files_of(std::string const& list) {
  std::vector<std::filesystem::path> files;
  std::istringstream parts(list);
  for (std::string part; std::getline(parts, part, ':');) files.emplace_back(part);
  return files;
}

void make(std::filesystem::path const& folder, std::string const& name, letters::Font const& font,
          std::uint32_t first) {
  std::ofstream out(folder / name / (letters::range_name(first) + ".pbf"), std::ios::binary);
  out << letters::glyph_range(font, name, first);
  out.close();
  check(out.good(), "the folder can be written to");
}

}  // namespace

int main(int count, char** words) {
  std::vector<std::string> const said(words + 1, words + count);
  if (said.size() < 5) {
    std::cerr << "make_glyphs FOLDER NAME WEIGHT FONTS FIRST…\n";
    return 2;
  }
  std::filesystem::create_directories(std::filesystem::path(said[0]) / said[1]);
  letters::Font const font(files_of(said[3]), std::stoi(said[2]));
  for (auto i = 4U; i < said.size(); ++i) {
    make(said[0], said[1], font, static_cast<std::uint32_t>(std::stoul(said[i])));
  }
}
