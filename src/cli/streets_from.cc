// SPDX-License-Identifier: EUPL-1.2
#include "cli/streets_from.h"

#include "usecases/ground/streets.h"

namespace wegwijzer::cli {

Result<std::shared_ptr<Streets const>> load(
    Context const& context, StreetsFrom const& from,
    std::function<bool(std::uint64_t, std::uint64_t)> const& progress) {
  if (!from.osm.empty()) return streets_of_file(from.osm, progress);
  if (from.store.empty()) return fail(Fault::missing, "streets.from_where");
  auto const store = context.open_store(from.store, false);
  if (!store) return fail(store.error());
  auto const ground = (*store)->ground();
  return choose_map(*ground, from.source, "--source").map([&](GroundFile const& map) {
    return std::make_shared<Streets const>(streets_of(*ground, map));
  });
}

}  // namespace wegwijzer::cli
