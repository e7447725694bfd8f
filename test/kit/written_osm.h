// SPDX-License-Identifier: EUPL-1.2
// Writes a .osm.pbf from the few lines of OPL (https://osmcode.org/opl-file-format/) that a test shows.
#pragma once

#include <filesystem>
#include <osmium/io/opl_input.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/writer.hpp>
#include <string>
#include <string_view>

namespace wegwijzer {

inline void write_osm_pbf(std::filesystem::path const& path, std::string_view opl,
                          osmium::io::Header const& header = {}, std::string const& format = "pbf") {
  osmium::io::Reader reader(osmium::io::File(opl.data(), opl.size(), "opl"));
  osmium::io::Writer writer(osmium::io::File(path.string(), format), header, osmium::io::overwrite::allow);
  while (auto buffer = reader.read()) writer(std::move(buffer));
  writer.close();
  reader.close();
}

}  // namespace wegwijzer
