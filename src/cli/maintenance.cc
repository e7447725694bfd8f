// SPDX-License-Identifier: EUPL-1.2
// check, backup and restore.
#include <ostream>

#include "cli/commands.h"
#include "usecases/check/store.h"

namespace wegwijzer::cli {

int check(Context const& context, std::filesystem::path const& file) {
  auto const store = context.open_store(file, false);
  if (!store) return complain(context, store.error());
  auto const findings = check_store(**store, local_date(context.clock.now()));
  for (auto const& problem : findings.damage)
    context.out << context.language("check.damage", {{"what", problem}}) << '\n';
  for (auto const& ecosystem : findings.ecosystems) {
    context.out << ecosystem.name << '\n';
    for (auto const& [key, count] : ecosystem.counts) {
      context.out << "  " << context.language.count(key.c_str(), static_cast<std::int64_t>(count)) << '\n';
    }
  }
  if (!findings.damage.empty()) return 1;
  context.out << context.language("check.sound") << '\n';
  return 0;
}

int backup(Context const& context, std::filesystem::path const& file, std::filesystem::path const& to) {
  auto const store = context.open_store(file, false);
  if (!store) return complain(context, store.error());
  if (auto const done = (*store)->backup(to); !done) return complain(context, done.error());
  context.out << context.language("backup.done", {{"file", to.string()}}) << '\n';
  return 0;
}

int restore(Context const& context, std::filesystem::path const& file, std::filesystem::path const& from) {
  // Looked at first, so that a wrong name does not leave an empty store behind.
  if (!std::filesystem::exists(from))
    return complain(context, {Fault::missing, "store.missing", {{"file", from.string()}}});
  auto const store = context.open_store(file, true);
  if (!store) return complain(context, store.error());
  if (auto const done = (*store)->restore(from); !done) return complain(context, done.error());
  context.out << context.language("restore.done", {{"file", from.string()}}) << '\n';
  return 0;
}

}  // namespace wegwijzer::cli
