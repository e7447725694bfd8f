// SPDX-License-Identifier: EUPL-1.2
// The ground under all ecosystems of a store: areas, names of places, streets, and what the basemap is drawn
// from.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/area.h"
#include "domain/choice.h"
#include "domain/place_name.h"

namespace wegwijzer {

enum class GroundKind { streets, basemap, homes, picture };

template <>
inline constexpr std::array choices<GroundKind> = {
    std::pair{GroundKind::streets, "streets"}, std::pair{GroundKind::basemap, "basemap"},
    std::pair{GroundKind::homes, "homes"}, std::pair{GroundKind::picture, "picture"}};

// A derived file of one source ("delft.osm.pbf", or the name of a picture); a new version replaces the old
// one whole.
struct GroundFile {
  GroundKind kind = GroundKind::streets;
  std::string source;
  std::int64_t version = 0;
  std::string checksum;  // of the bytes; the same bytes again are not a new version
  std::int64_t size = 0;
  bool operator==(GroundFile const&) const = default;
};

class Ground {
 public:
  virtual ~Ground() = default;
  virtual std::vector<Area> areas() = 0;
  virtual std::vector<PlaceName> place_names() = 0;
  virtual std::vector<std::string> place_name_sources() = 0;
  virtual std::vector<PlaceName> place_names(std::string_view source) = 0;
  virtual std::vector<GroundFile> files() = 0;
  virtual std::optional<GroundFile> file(GroundKind kind, std::string_view source) = 0;
  virtual std::string bytes(GroundFile const& file) = 0;
};

class GroundWriter : public Ground {
 public:
  // True when something changed. Figures and outline are merged: what the new area does not know is kept.
  virtual bool save(Area const& area) = 0;
  virtual bool replace_place_names(std::string_view source, std::vector<PlaceName> const& names) = 0;
  virtual bool replace(GroundKind kind, std::string_view source, std::string_view bytes) = 0;
  // Pictures that no offering shows, of whatever ecosystem and archived or not, and that are no logo.
  virtual void forget_pictures_without_use() = 0;
};

}  // namespace wegwijzer
