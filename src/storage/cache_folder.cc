// SPDX-License-Identifier: EUPL-1.2
#include "storage/cache_folder.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <random>

namespace wegwijzer {

namespace {

namespace files = std::filesystem;

constexpr std::string_view being_written = ".part-";
constexpr std::chrono::hours left_behind(1);  // nobody writes a file for so long

tl::unexpected<Error> failed(char const* key, files::path const& file) {
  return fail(Fault::unavailable, key, {{"file", file.string()}});
}

// No other process takes the same name at the same time.
files::path name_beside(files::path const& file) {
  std::random_device device;
  auto const number = std::uint64_t{device()} << 32U | device();
  return files::path(file).concat(std::string(being_written) + std::to_string(number));
}

bool written(files::path const& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  return out.good();
}

bool is_left_behind(files::directory_entry const& entry, std::string const& name) {
  std::error_code unknown;
  auto const since = entry.last_write_time(unknown);
  return name.find(being_written) != name.npos && !unknown &&
         since + left_behind < files::file_time_type::clock::now();
}

}  // namespace

Result<std::string> CacheFolder::find(std::string_view name, std::uint64_t most_bytes) {
  auto const file = folder_ / name;
  std::error_code code;
  auto const status = files::status(file, code);
  if (status.type() == files::file_type::not_found) {
    return fail(Fault::missing, "cache.unreadable", {{"file", file.string()}});
  }
  auto const size = files::is_regular_file(status) ? files::file_size(file, code) : 0;
  if (code || !files::is_regular_file(status) || size > most_bytes) return failed("cache.unreadable", file);
  std::string bytes(size, '\0');
  std::ifstream in(file, std::ios::binary);
  if (!in.read(bytes.data(), static_cast<std::streamsize>(size))) return failed("cache.unreadable", file);
  return bytes;
}

Done CacheFolder::keep(std::string_view name, std::string_view bytes) {
  auto const file = folder_ / name, part = name_beside(file);
  std::error_code code;
  files::create_directory(folder_, code);
  if (written(part, bytes)) {
    files::rename(part, file, code);
    if (!code) return {};
  }
  files::remove(part, code);
  return failed("cache.cannot_write", file);
}

void CacheFolder::keep_only(std::string_view prefix, std::vector<std::string> const& names) {
  std::error_code code;
  std::vector<files::path> stale;
  for (files::directory_iterator entry(folder_, code), end; !code && entry != end; entry.increment(code)) {
    auto const name = entry->path().filename().string();
    if (!name.starts_with(prefix) || std::ranges::count(names, name) > 0) continue;
    if (name.find(being_written) == name.npos || is_left_behind(*entry, name)) stale.push_back(entry->path());
  }
  for (auto const& file : stale) files::remove(file, code);
}

}  // namespace wegwijzer
