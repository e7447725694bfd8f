// SPDX-License-Identifier: EUPL-1.2
// Reads a vector tile back, as a browser would, and checks what the specification asks on the way: the
// command numbers, the counts, closed rings with at least three points, holes behind the ring they lie in.
#pragma once

#include <map>
#include <optional>
#include <protozero/pbf_reader.hpp>
#include <string>
#include <vector>

#include "base/check.h"
#include "tiles/whole_points.h"

namespace wegwijzer {

struct ReadFeature {
  unsigned type = 0;  // 1 points, 2 lines, 3 polygons
  std::string kind;
  std::string name;
  std::vector<tiles::WholePath> parts;  // points, lines or rings
};

using ReadTile = std::map<std::string, std::vector<ReadFeature>>;

class TileReader {
 public:
  static ReadTile read(std::string const& tile) {
    ReadTile layers;
    protozero::pbf_reader reader(tile);
    while (reader.next(3)) {
      auto [name, features] = layer(reader.get_message());
      check(layers.emplace(name, std::move(features)).second, "a layer comes once");
    }
    return layers;
  }

 private:
  static std::pair<std::string, std::vector<ReadFeature>> layer(protozero::pbf_reader reader) {
    std::string name;
    std::vector<std::string> keys, values;
    std::vector<protozero::data_view> features;
    unsigned version = 0, extent = 0;
    while (reader.next()) {
      if (reader.tag() == 1)
        name = reader.get_string();
      else if (reader.tag() == 2)
        features.push_back(reader.get_view());
      else if (reader.tag() == 3)
        keys.push_back(reader.get_string());
      else if (reader.tag() == 4)
        values.push_back(text_value(reader.get_message()));
      else if (reader.tag() == 5)
        extent = reader.get_uint32();
      else if (reader.tag() == 15)
        version = reader.get_uint32();
      else
        reader.skip();
    }
    check(version == 2 && extent == 4096 && !name.empty() && !features.empty(), "a layer of version 2");
    std::vector<ReadFeature> read;
    for (auto const& bytes : features) read.push_back(feature(protozero::pbf_reader(bytes), keys, values));
    return {name, std::move(read)};
  }

  static std::string text_value(protozero::pbf_reader reader) {
    check(reader.next(1), "a value is a text");
    return reader.get_string();
  }

  static ReadFeature feature(protozero::pbf_reader reader, std::vector<std::string> const& keys,
                             std::vector<std::string> const& values) {
    ReadFeature read;
    std::vector<std::uint32_t> geometry;
    while (reader.next()) {
      if (reader.tag() == 2) {
        std::vector<std::uint32_t> tags;
        for (auto const number : reader.get_packed_uint32()) tags.push_back(number);
        check(tags.size() % 2 == 0, "tags come in pairs");
        for (std::size_t i = 0; i < tags.size(); i += 2) {
          (keys.at(tags[i]) == "kind" ? read.kind : read.name) = values.at(tags[i + 1]);
        }
      } else if (reader.tag() == 3) {
        read.type = static_cast<unsigned>(reader.get_enum());
      } else if (reader.tag() == 4) {
        for (auto const number : reader.get_packed_uint32()) geometry.push_back(number);
      } else {
        reader.skip();
      }
    }
    read.parts = parts(geometry, read.type);
    return read;
  }

  static std::vector<tiles::WholePath> parts(std::vector<std::uint32_t> const& numbers, unsigned type) {
    std::vector<tiles::WholePath> found;
    tiles::WholePoint at;
    bool open = false;
    for (std::size_t i = 0; i < numbers.size();) {
      auto const command = numbers[i] & 7U;
      auto const count = numbers[i] >> 3U;
      ++i;
      check(count > 0 && (command == 1 || command == 2 || command == 7), "a known command");
      if (command == 7) {
        check(open && count == 1 && type == 3 && found.back().size() >= 3, "a ring is closed once");
        open = false;
        continue;
      }
      check(command != 1 || !open, "a ring is closed before the next begins");
      for (unsigned n = 0; n < count; ++n, i += 2) {
        at.x += protozero::decode_zigzag32(numbers.at(i));
        at.y += protozero::decode_zigzag32(numbers.at(i + 1));
        if (command == 1) found.emplace_back();
        check(command == 1 || found.back().back() != at, "no step stands still");
        found.back().push_back(at);
      }
      open = type == 3;
    }
    check(!open, "the last ring is closed");
    check(type != 3 || found.empty() || tiles::twice_signed_area(found.front()) > 0, "an outer ring first");
    return found;
  }
};

}  // namespace wegwijzer
