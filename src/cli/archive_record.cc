// SPDX-License-Identifier: EUPL-1.2
#include <ostream>

#include "cli/commands.h"
#include "usecases/sourced/archive.h"

namespace wegwijzer::cli {

namespace {

// In whichever ecosystem it is: its id tells.
template <class Thing>
Result<std::string> archive_in(Context const& context, Store& store, std::string const& id_text, bool undo) {
  auto const id = Id<Thing>::parse(id_text);
  if (!id) return fail(id.error());
  auto const on = undo ? std::nullopt : std::optional(local_date(context.clock.now()));
  for (auto const& ecosystem : store.ecosystems()) {
    if (!records<Thing>(*store.reader(ecosystem)).find(*id)) continue;
    auto const writer = store.writer(ecosystem, {"operator"});
    auto const archived = archive(*writer, *id, on);
    if (!archived) return fail(archived.error());
    writer->commit();
    return name_of(*archived);
  }
  return fail(Fault::missing, "record.missing");
}

Result<std::string> archive_kind(Context const& context, Store& store, std::string const& kind,
                                 std::string const& id, bool undo) {
  Result<std::string> name = fail(Fault::missing, "record.missing");
  for_each_kind([&]<class Thing>(Kind<Thing>) {
    if (kind == record_name<Thing>) name = archive_in<Thing>(context, store, id, undo);
  });
  return name;
}

}  // namespace

int archive(Context const& context, std::filesystem::path const& file, std::string const& kind,
            std::string const& id, bool undo) {
  auto const store = context.open_store(file, false);
  if (!store) return complain(context, store.error());
  auto const name = archive_kind(context, **store, kind, id, undo);
  if (!name) return complain(context, name.error());
  context.out << context.language(undo ? "archive.undone" : "archive.done", {{"name", *name}}) << '\n';
  return 0;
}

}  // namespace wegwijzer::cli
