// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ground/export_streets.h"

#include "exchange/street_files.h"
#include "exchange/whole_file.h"

namespace wegwijzer {

namespace {

using Path = std::filesystem::path;

Done write_files(TravelTimes const& times, std::vector<Path> const& files, Progress const& progress) {
  if (files.size() == 1) {
    return write_whole(files[0],
                       [&](std::ostream& out) { return write_streets_binary(out, times, progress); });
  }
  return write_whole(files[0],
                     [&](std::ostream& out) { return write_vertices_csv(out, times.streets(), progress); })
      .and_then([&] {
        return write_whole(files[1],
                           [&](std::ostream& out) { return write_edges_csv(out, times, progress); });
      });
}

}  // namespace

std::vector<Path> street_files(Path const& folder, StreetsForm form) {
  if (form == StreetsForm::binary) return {folder / "streets.bin"};
  return {folder / "vertices.csv", folder / "edges.csv"};
}

Done check_street_files(Path const& folder, StreetsForm form) {
  if (!std::filesystem::is_directory(folder)) return check_new_file(folder);
  for (auto const& file : street_files(folder, form)) {
    if (auto const room = check_new_file(file); !room) return room;
  }
  return {};
}

Result<StreetsExported> export_streets(TravelTimes const& times, Path const& folder, StreetsForm form,
                                       Progress const& progress) {
  if (auto const room = check_street_files(folder, form); !room) return fail(room.error());
  std::error_code code;
  bool const made = std::filesystem::create_directory(folder, code);
  if (code) return cannot_write(folder);
  auto const files = street_files(folder, form);
  auto const done = write_files(times, files, progress);
  if (done) return StreetsExported{times.streets().node_count(), open_edge_count(times)};
  for (auto const& file : files) std::filesystem::remove(file, code);
  if (made) std::filesystem::remove(folder, code);
  return fail(done.error());
}

}  // namespace wegwijzer
