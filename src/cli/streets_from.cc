// SPDX-License-Identifier: EUPL-1.2
#include "cli/streets_from.h"

#include <ostream>

#include "usecases/ground/streets.h"

namespace wegwijzer::cli {

namespace {

LoadedStreets streets_in(Context const& context, Store& store, Ground& ground, GroundFile const& map) {
  auto const cache = store.cache();
  forget_other_orders(*cache, ground);
  auto shelf = shelf_of(cache, map, [&context](Error const& error) {
    context.err << context.language.sentence(error) << '\n';
  });
  return {std::make_shared<Streets const>(streets_of(ground, map)), std::move(shelf)};
}

}  // namespace

Result<LoadedStreets> load(Context const& context, StreetsFrom const& from,
                           std::function<bool(std::uint64_t, std::uint64_t)> const& progress) {
  if (!from.osm.empty()) {
    return streets_of_file(from.osm, progress).map([](std::shared_ptr<Streets const> const& streets) {
      return LoadedStreets{streets, nullptr};
    });
  }
  if (from.store.empty()) return fail(Fault::missing, "streets.from_where");
  auto const store = context.open_store(from.store, false);
  if (!store) return fail(store.error());
  auto const ground = (*store)->ground();
  return choose_map(*ground, from.source, "--source").map([&](GroundFile const& map) {
    return streets_in(context, **store, *ground, map);
  });
}

}  // namespace wegwijzer::cli
