// SPDX-License-Identifier: EUPL-1.2
// The fictional world as the files that importers and other programs read.
#pragma once

#include "towns/world.h"
#include "usecases/demo/make.h"

namespace wegwijzer {

// What the order asks for. Fails with "osm.cannot_write", "export.folder_exists", "export.cannot_write" or
// "import.stopped"; a file half written is taken away.
Done write_world_files(towns::World& world, DemoOrder const& order, Vocabulary const& vocabulary,
                       Progress const& progress);

}  // namespace wegwijzer
