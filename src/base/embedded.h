// SPDX-License-Identifier: EUPL-1.2
// Files that are compiled into the program: assets/, schema/, the compiled translations, the bundle of web/,
// the letters of paper.
#pragma once

#include <span>
#include <string_view>

namespace wegwijzer {

struct EmbeddedFile {
  char const* path;
  char const* begin;
  char const* end;

  std::string_view content() const { return {begin, end}; }
};

std::span<EmbeddedFile const> assets_files();
std::span<EmbeddedFile const> schema_files();
std::span<EmbeddedFile const> translations_files();
std::span<EmbeddedFile const> web_bundle_files();
std::span<EmbeddedFile const> letters_files();

// The content of one file; a missing file is a bug and throws.
std::string_view embedded_file(std::span<EmbeddedFile const> files, std::string_view path);

}  // namespace wegwijzer
