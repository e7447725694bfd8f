// SPDX-License-Identifier: EUPL-1.2
// Writes a .osm.pbf as a stream: first all nodes, then all ways, each by ascending id. The same things give
// the same bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "base/geo_point.h"
#include "base/result.h"
#include "streets/street_use.h"

namespace wegwijzer {

class OsmWriter {
 public:
  // Fails with "osm.cannot_write" {file}, also when the file is there already.
  static Result<OsmWriter> create(std::filesystem::path const& path);
  OsmWriter(OsmWriter&&) noexcept;
  OsmWriter& operator=(OsmWriter&&) noexcept;
  ~OsmWriter();  // without finish() the file is taken away

  void node(std::int64_t id, GeoPoint at, std::span<Tag const> tags = {});
  void way(std::int64_t id, std::span<std::int64_t const> nodes, std::span<Tag const> tags);

  Done finish();  // fails with "osm.cannot_write"

 private:
  struct File;
  explicit OsmWriter(std::unique_ptr<File> file);

  std::unique_ptr<File> file_;
};

}  // namespace wegwijzer
