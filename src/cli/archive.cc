// SPDX-License-Identifier: EUPL-1.2
// Everything out as open files, and back in.
#include <ostream>

#include "cli/commands.h"
#include "usecases/archive/export.h"

namespace wegwijzer::cli {

namespace {

void remove_store(std::filesystem::path const& file) {
  for (auto const* end : {"", "-wal", "-shm"}) {
    std::filesystem::remove(std::filesystem::path(file).concat(end));
  }
}

Result<std::size_t> unpack(Context const& context, std::filesystem::path const& beside,
                           std::filesystem::path const& folder) {
  remove_store(beside);
  auto const store = context.open_store(beside, true);
  if (!store) return fail(store.error());
  return wegwijzer::import_export(**store, folder);
}

}  // namespace

int export_all(Context const& context, std::filesystem::path const& file,
               std::filesystem::path const& folder) {
  auto const store = context.open_store(file, false);
  if (!store) return complain(context, store.error());
  auto const written = export_store(**store, folder);
  if (!written) return complain(context, written.error());
  context.out << context.language.count("export.done", static_cast<std::int64_t>(*written),
                                        {{"folder", folder.string()}})
              << '\n';
  return 0;
}

int import_export(Context const& context, std::filesystem::path const& file,
                  std::filesystem::path const& folder) {
  auto const store = context.open_store(file, true);
  if (!store) return complain(context, store.error());
  if (!(*store)->ecosystems().empty()) return complain(context, {Fault::conflict, "export.store_not_empty"});
  // Unpacked beside it and put in whole: a stop halfway leaves the store empty.
  auto const beside = std::filesystem::path(file).concat(".unpacking");
  auto const read = unpack(context, beside, folder).and_then([&](std::size_t count) {
    return (*store)->restore(beside).map([count] { return count; });
  });
  remove_store(beside);
  if (!read) return complain(context, read.error());
  context.out << context.language.count("export.read", static_cast<std::int64_t>(*read)) << '\n';
  return 0;
}

}  // namespace wegwijzer::cli
