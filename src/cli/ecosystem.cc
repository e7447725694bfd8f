// SPDX-License-Identifier: EUPL-1.2
// ecosystem and corrections: what the operator sees and changes of an ecosystem until there is sign-in.
#include <algorithm>
#include <ostream>

#include "cli/commands.h"

namespace wegwijzer::cli {

namespace {

void show(Context const& context, Ecosystem const& ecosystem) {
  auto const said = [](bool yes) { return to_field_text(yes).value(); };
  context.out << context.language("ecosystem.line", {{"slug", ecosystem.slug},
                                                     {"name", ecosystem.name},
                                                     {"region", text(ecosystem.holiday_region)},
                                                     {"public", said(ecosystem.is_public)},
                                                     {"origin", text(ecosystem.origin)}})
              << '\n';
}

}  // namespace

int list_ecosystems(Context const& context, std::filesystem::path const& file) {
  auto const store = context.open_store(file, false);
  if (!store) return complain(context, store.error());
  for (auto const& ecosystem : (*store)->ecosystems()) show(context, ecosystem);
  return 0;
}

int change_ecosystem(Context const& context, std::filesystem::path const& file, std::string const& slug,
                     EcosystemChange const& change) {
  auto const store = context.open_store(file, false);
  if (!store) return complain(context, store.error());
  auto const all = (*store)->ecosystems();
  auto const found = std::ranges::find(all, slug, &Ecosystem::slug);
  if (found == all.end()) return complain(context, {Fault::missing, "ecosystem.unknown", {{"value", slug}}});
  auto const writer = (*store)->writer(*found, {"operator"});
  auto const changed = describe_ecosystem(*writer, change);
  if (!changed) return complain(context, changed.error());
  writer->commit();
  show(context, *changed);
  return 0;
}

int list_corrections(Context const& context, std::filesystem::path const& file) {
  auto const store = context.open_store(file, false);
  if (!store) return complain(context, store.error());
  bool any = false;
  for (auto const& ecosystem : (*store)->ecosystems()) {
    for (auto const& correction : (*store)->reader(ecosystem)->corrections()) {
      any = true;
      context.out << text(correction.received_on) << "  " << ecosystem.slug << "  " << correction.page << '\n'
                  << correction.message << "\n\n";
    }
  }
  if (!any) context.out << context.language("corrections.none") << '\n';
  return 0;
}

}  // namespace wegwijzer::cli
