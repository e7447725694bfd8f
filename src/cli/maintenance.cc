// SPDX-License-Identifier: EUPL-1.2
// check, backup and restore.
#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/new_file.h"
#include "usecases/check/store.h"

namespace wegwijzer::cli {

namespace {

// A weekly report shows what to begin with; the count says how much there is.
constexpr std::size_t most_names = 10;

void show(Context const& context, Finding const& finding) {
  context.out << "  " << context.language.count(finding.key.c_str(), static_cast<std::int64_t>(finding.count))
              << '\n';
  for (std::size_t i = 0; i < std::min(finding.names.size(), most_names); ++i) {
    context.out << "    " << finding.names[i] << '\n';
  }
  if (finding.names.size() > most_names) {
    context.out << "    "
                << context.language.count("import.and_more",
                                          static_cast<std::int64_t>(finding.names.size() - most_names))
                << '\n';
  }
}

int damaged(Context const& context, std::string const& what) {
  context.out << context.language("check.damage", {{"what", what}}) << '\n';
  return 1;
}

int check_open(Context const& context, Store& store) {
  auto const findings = check_store(store, local_date(context.clock.now()));
  for (auto const& problem : findings.damage) damaged(context, problem);
  for (auto const& ecosystem : findings.ecosystems) {
    context.out << ecosystem.name << '\n';
    for (auto const& finding : ecosystem.findings) show(context, finding);
  }
  if (!findings.damage.empty()) return 1;
  context.out << context.language("check.sound") << '\n';
  return 0;
}

}  // namespace

int check(Context const& context, std::filesystem::path const& file) {
  auto const store = context.open_store(file, false);
  if (!store) return complain(context, store.error());
  try {
    return check_open(context, **store);
  } catch (std::exception const& broken) {
    // What cannot be read back is exactly what this command is asked to find.
    return damaged(context, broken.what());
  }
}

int backup(Context const& context, std::filesystem::path const& file, std::filesystem::path const& to) {
  auto const store = context.open_store(file, false);
  if (!store) return complain(context, store.error());
  if (auto const done = (*store)->backup(to); !done) return complain(context, done.error());
  context.out << context.language("backup.done", {{"file", to.string()}}) << '\n';
  return 0;
}

int restore(Context const& context, std::filesystem::path const& file, std::filesystem::path const& from) {
  if (!std::filesystem::exists(from)) {
    return complain(context, {Fault::missing, "store.missing", {{"file", from.string()}}});
  }
  NewFile store_file(file);
  auto const store = context.open_store(file, true);
  if (!store) return complain(context, store.error());
  if (auto const done = (*store)->restore(from); !done) return complain(context, done.error());
  store_file.keep();
  context.out << context.language("restore.done", {{"file", from.string()}}) << '\n';
  return 0;
}

}  // namespace wegwijzer::cli
