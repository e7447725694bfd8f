// SPDX-License-Identifier: EUPL-1.2
// Whatever outlines and lines the bytes are, what is cut lies in the box and the tile that is written can be
// read back with rings that have an area.
#include <cmath>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "fuzz/harness.h"
#include "kit/read_tile.h"
#include "tiles/clip.h"
#include "tiles/simplify.h"
#include "tiles/vector_tile.h"

namespace wegwijzer {

namespace {

using namespace tiles;

// Two bytes a coordinate, on and around the extent of a tile; a byte says how many points follow.
class Points {
 public:
  explicit Points(std::string_view bytes) : bytes_(bytes) {}

  bool more() const { return !bytes_.empty(); }

  Path next() {
    Path path;
    for (auto left = byte() % 32; left > 0 && more(); --left) path.push_back({coordinate(), coordinate()});
    return path;
  }

 private:
  unsigned byte() {
    if (bytes_.empty()) return 0;
    auto const value = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return value;
  }

  double coordinate() {
    auto const high = byte();
    return (high * 256.0 + byte()) / 8 - 2048;
  }

  std::string_view bytes_;
};

void check_within(Path const& path, Box const& box) {
  check(path.empty() || within(box_around(path), box), "what is cut lies in the box");
}

void draw_outline(Points& points, Box const& box, Drawing& drawing) {
  Outline const outline{simplified_loop(points.next(), 2), {points.next()}};
  for (auto& part : clip_outline(outline, box)) {
    check_within(part.outer, box);
    for (auto const& hole : part.holes) check_within(hole, box);
    drawing.areas[0].push_back(std::move(part));
  }
}

void draw_line(Points& points, Box const& box, Drawing& drawing) {
  for (auto& part : clip_line(simplified(points.next(), 2), box)) {
    check_within(part, box);
    drawing.streets[{StreetClass::residential, "Kade"}].push_back(std::move(part));
  }
}

}  // namespace

WEGWIJZER_HARNESS(tile)(std::uint8_t const* bytes, std::size_t size) {
  Points points({reinterpret_cast<char const*>(bytes), size});
  auto const box = Frame::of({14, 8391, 5426}).kept;
  Drawing drawing;
  while (points.more()) {
    draw_outline(points, box, drawing);
    draw_line(points, box, drawing);
  }
  for (auto const& [layer, features] : TileReader::read(vector_tile(drawing))) {
    for (auto const& feature : features) {
      check(!feature.parts.empty(), "a feature has a geometry");
      for (auto const& part : feature.parts)
        check(feature.type != 3 || twice_signed_area(part) != 0, "a ring has an area");
    }
  }
  return 0;
}

}  // namespace wegwijzer
