// SPDX-License-Identifier: EUPL-1.2
#include <ostream>

#include "cli/commands.h"
#include "usecases/demo/make.h"

namespace wegwijzer::cli {

int demo(Context const& context, std::filesystem::path const& file) {
  auto const store = context.open_store(file, true);
  if (!store) return complain(context, store.error());
  auto const made = make_demo(**store, *context.vocabulary, context.ids);
  if (!made) return complain(context, made.error());
  context.out << context.language("demo.done", {{"name", made->name}, {"file", file.string()}}) << '\n';
  return 0;
}

}  // namespace wegwijzer::cli
