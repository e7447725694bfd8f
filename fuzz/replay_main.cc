// SPDX-License-Identifier: EUPL-1.2
// fuzz_replay NAME FILES…: runs one harness over files and folders, without libFuzzer; fails when there are
// none.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "fuzz/harness.h"

namespace {

using wegwijzer::fuzz::Harness;

std::map<std::string_view, Harness>& harnesses() {
  static std::map<std::string_view, Harness> all;
  return all;
}

std::vector<std::filesystem::path> files_at(std::filesystem::path const& place) {
  if (!std::filesystem::is_directory(place)) return {place};
  std::vector<std::filesystem::path> files;
  for (auto const& entry : std::filesystem::directory_iterator(place)) files.push_back(entry.path());
  return files;
}

void replay(Harness harness, std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::string const bytes{std::istreambuf_iterator<char>(in), {}};
  try {
    harness(reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size());
  } catch (std::exception const& exception) {
    std::fprintf(stderr, "%s: %s\n", file.c_str(), exception.what());
    throw;
  }
}

std::size_t replay_all(Harness harness, std::vector<std::string> const& places) {
  std::size_t replayed = 0;
  for (auto const& place : places) {
    for (auto const& file : files_at(place)) {
      replay(harness, file);
      ++replayed;
    }
  }
  return replayed;
}

}  // namespace

bool wegwijzer::fuzz::add(std::string_view name, Harness harness) {
  return harnesses().emplace(name, harness).second;
}

int main(int count, char** arguments) {
  auto const named = harnesses().find(count > 1 ? arguments[1] : "");
  if (named == harnesses().end()) {
    std::fputs("fuzz_replay NAME FILES...: there is no harness of this name\n", stderr);
    return 1;
  }
  auto const replayed = replay_all(named->second, {arguments + 2, arguments + count});
  std::printf("%zu inputs replayed\n", replayed);
  return replayed == 0 ? 1 : 0;
}
