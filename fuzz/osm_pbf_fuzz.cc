// SPDX-License-Identifier: EUPL-1.2
// Whatever a file is called .osm.pbf: it is read or refused, and what is read is sound. Bytes that do not
// begin as such a file are taken as one block of objects, so that the search need not find the frame around
// it.
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <protozero/pbf_writer.hpp>
#include <string>

#include "base/check.h"
#include "base/words.h"
#include "exchange/osm_pbf.h"
#include "fuzz/harness.h"

namespace wegwijzer {

namespace {

std::string blob(std::string_view kind, std::string_view content) {
  std::string body;
  protozero::pbf_writer(body).add_bytes(1, content.data(), content.size());  // Blob.raw: not compressed
  std::string head;
  protozero::pbf_writer writer(head);
  writer.add_bytes(1, kind.data(), kind.size());                // BlobHeader.type
  writer.add_int32(3, static_cast<std::int32_t>(body.size()));  // BlobHeader.datasize
  return std::string("\0\0\0", 3) + static_cast<char>(head.size()) + head + body;
}

std::string as_file(std::string_view bytes) {
  if (bytes.starts_with(std::string_view("\0\0\0", 3))) return std::string(bytes);
  return blob("OSMHeader", "") + blob("OSMData", bytes);
}

std::filesystem::path written(std::string const& bytes) {
  // In memory where there is such a folder: thousands of files a minute would wear a disk.
  auto const folder = std::filesystem::exists("/dev/shm") ? std::filesystem::path("/dev/shm")
                                                          : std::filesystem::temp_directory_path();
  static auto const path = folder / ("wegwijzer-fuzz-" + std::to_string(getpid()) + ".osm.pbf");
  static auto const removed_at_exit = std::atexit([] { std::filesystem::remove(path); });
  check(removed_at_exit == 0, "the file can be removed");
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

}  // namespace

WEGWIJZER_HARNESS(osm_pbf)(std::uint8_t const* bytes, std::size_t size) {
  static std::vector<VenueKindRule> const kinds{{*VenueKind::parse("school"), {}, "amenity", "school"},
                                                {*VenueKind::parse("club"), {}, "club", "*", true}};
  auto const read = read_osm_pbf(written(as_file({reinterpret_cast<char const*>(bytes), size})), kinds);
  if (!read) return 0;
  check(Streets::of(read->streets.columns()).has_value(), "the streets fit together");
  for (auto const& venue : read->venues) check(valid_utf8(venue.name), "names are UTF-8");
  for (auto const& name : read->place_names) check(!name.name.empty(), "a place name has a name");
  check(read_basemap(write_basemap(read->basemap)) == read->basemap, "a basemap is read as it was written");
  return 0;
}

}  // namespace wegwijzer
