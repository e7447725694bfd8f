// SPDX-License-Identifier: EUPL-1.2
// Everything out as open files, and back in.
#include <ostream>

#include "cli/commands.h"
#include "cli/new_file.h"
#include "usecases/archive/export.h"

namespace wegwijzer::cli {

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
  NewFile store_file(file);
  auto const store = context.open_store(file, true);
  if (!store) return complain(context, store.error());
  auto const read = wegwijzer::import_export(**store, folder);
  if (!read) return complain(context, read.error());
  store_file.keep();
  context.out << context.language.count("export.read", static_cast<std::int64_t>(*read)) << '\n';
  return 0;
}

}  // namespace wegwijzer::cli
