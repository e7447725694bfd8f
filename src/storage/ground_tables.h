// SPDX-License-Identifier: EUPL-1.2
// Areas, place names, streets and basemap: the ground that the ecosystems of a store share.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "ports/ground.h"
#include "storage/sqlite.h"

namespace wegwijzer {

class GroundTables : public GroundWriter {
 public:
  explicit GroundTables(sqlite::Database& database) : database_(database) {}

  std::vector<Area> areas() override;
  std::vector<PlaceName> place_names() override;
  std::vector<std::string> place_name_sources() override;
  std::vector<PlaceName> place_names(std::string_view source) override;
  std::vector<GroundFile> files() override;
  std::optional<GroundFile> file(GroundKind kind, std::string_view source) override;
  std::string bytes(GroundFile const& file) override;
  bool save(Area const& area) override;
  bool replace_place_names(std::string_view source, std::vector<PlaceName> const& names) override;
  bool replace(GroundKind kind, std::string_view source, std::string_view bytes) override;
  void forget_pictures_without_use() override;

 private:
  std::optional<Area> area(AreaCode const& code);
  std::set<std::string> pictures_in_use();
  sqlite::Database& database_;
};

}  // namespace wegwijzer
