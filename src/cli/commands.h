// SPDX-License-Identifier: EUPL-1.2
// The commands of the program; each gives its exit code. One file a command.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/context.h"
#include "usecases/ecosystem/describe.h"
#include "usecases/import/file.h"

namespace wegwijzer::cli {

struct ImportOptions {
  ImportFormat format = ImportFormat::osm;
  std::filesystem::path file;
  std::filesystem::path store;
  std::string ecosystem;                        // a slug; made when it is not there
  std::string name;                             // of a new ecosystem; empty: the slug
  std::optional<HolidayRegion> holiday_region;  // of a new ecosystem
  bool fictional = false;
  bool dry_run = false;
  bool archive_missing = false;  // what an earlier file spoke of and this one does not
};

int import(Context const& context, ImportOptions const& options);
// What `demo` puts into a store: the drawn town, the pilot ecosystems of the report, or both.
enum class DemoParts { all, town, pilots };

int demo(Context const& context, std::filesystem::path const& store, DemoParts parts);
int check(Context const& context, std::filesystem::path const& store);
int backup(Context const& context, std::filesystem::path const& store, std::filesystem::path const& to);
int restore(Context const& context, std::filesystem::path const& store, std::filesystem::path const& from);
int export_all(Context const& context, std::filesystem::path const& store,
               std::filesystem::path const& folder);
int import_export(Context const& context, std::filesystem::path const& store,
                  std::filesystem::path const& folder);
int list_ecosystems(Context const& context, std::filesystem::path const& store);
int change_ecosystem(Context const& context, std::filesystem::path const& store, std::string const& slug,
                     EcosystemChange const& change);
// Archives the record (or, undone, shows it again): by its record_name, such as "venue".
int archive(Context const& context, std::filesystem::path const& store, std::string const& kind,
            std::string const& id, bool undo);
int list_corrections(Context const& context, std::filesystem::path const& store);

}  // namespace wegwijzer::cli
