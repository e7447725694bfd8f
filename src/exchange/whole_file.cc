// SPDX-License-Identifier: EUPL-1.2
#include "exchange/whole_file.h"

#include <fstream>
#include <iterator>

namespace wegwijzer {

using Path = std::filesystem::path;

Result<std::string> read_whole(Path const& file) {
  std::ifstream in(file, std::ios::binary);
  auto const missing = fail(Fault::missing, "import.file_missing", {{"file", file.string()}});
  if (!in || std::filesystem::is_directory(file)) return missing;
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (in.bad()) return missing;
  return bytes;
}

Done check_new_file(Path const& file) {
  if (std::filesystem::exists(file)) {
    return fail(Fault::conflict, "demo.file_exists", {{"file", file.string()}});
  }
  auto const folder = file.parent_path();
  if (!folder.empty() && !std::filesystem::is_directory(folder)) {
    return fail(Fault::missing, "demo.no_folder", {{"folder", folder.string()}});
  }
  return {};
}

Path free_beside(Path const& file) {
  auto const part = [&](int number) {
    return Path(file).concat(number == 1 ? ".part" : ".part" + std::to_string(number));
  };
  int number = 1;
  for (std::error_code ignored; std::filesystem::exists(part(number), ignored);) ++number;
  return part(number);
}

Done write_whole(Path const& file, std::function<Done(std::ostream&)> const& write) {
  auto const part = free_beside(file);
  std::ofstream out(part, std::ios::binary);
  auto const written = write(out);
  out.close();
  std::error_code code;
  if (written && out) std::filesystem::rename(part, file, code);
  if (written && out && !code) return {};
  std::filesystem::remove(part, code);
  if (!written) return written;
  return cannot_write(file);
}

tl::unexpected<Error> cannot_write(Path const& file) {
  return fail(Fault::unavailable, "export.cannot_write", {{"file", file.string()}});
}

}  // namespace wegwijzer
