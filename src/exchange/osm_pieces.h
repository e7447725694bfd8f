// SPDX-License-Identifier: EUPL-1.2
// Cuts a .osm.pbf into pieces of a few megabytes, each a whole .osm.pbf of its own: libosmium reads those
// from memory. When it reads a file itself it never closes one that turns out to be damaged, and it downloads
// what is called like a web address.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/result.h"

namespace wegwijzer {

class OsmPieces {
 public:
  explicit OsmPieces(std::filesystem::path const& path);

  // The next piece, empty behind the last. Fails with "osm.not_readable" {file, why}; a damaged head of a
  // block throws what protozero throws.
  Result<std::string> next();

  std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  struct Block {
    std::string kind;
    std::string bytes;  // with its head
  };

  Result<Block> next_block();
  Result<std::string> read(std::size_t size);
  tl::unexpected<Error> not_readable(std::string why) const;

  std::string name_;
  std::ifstream file_;
  std::string header_;  // the first block of the file, and so of every piece
  std::uint64_t bytes_read_ = 0;
};

}  // namespace wegwijzer
