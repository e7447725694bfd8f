// SPDX-License-Identifier: EUPL-1.2
// Files that are read or written whole: one that is written is there whole or not at all, and nothing that is
// there is written over.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>

#include "base/result.h"

namespace wegwijzer {

// Fails with "import.file_missing" {file}.
Result<std::string> read_whole(std::filesystem::path const& file);

// Fails with "demo.file_exists" {file}, or with "demo.no_folder" {folder} where it would lie.
Done check_new_file(std::filesystem::path const& file);

// A name beside this one that nothing has yet.
std::filesystem::path free_beside(std::filesystem::path const& file);

// Writes beside the name and then gives it the name. Fails as `write` does, or with "export.cannot_write"
// {file}.
Done write_whole(std::filesystem::path const& file, std::function<Done(std::ostream&)> const& write);

tl::unexpected<Error> cannot_write(std::filesystem::path const& file);

}  // namespace wegwijzer
