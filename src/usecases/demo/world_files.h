// SPDX-License-Identifier: EUPL-1.2
// The fictional world as the files that importers and other programs read.
#pragma once

#include "towns/world.h"
#include "usecases/demo/make.h"

namespace wegwijzer {

// Fails with "demo.file_exists": what is there is never written over.
Done check_world_files(DemoOrder const& order);

// What the order asks for. Fails with "osm.cannot_write", "export.cannot_write" or "import.stopped"; a file
// or folder half written is taken away.
Done write_world_files(towns::World& world, DemoOrder const& order, Vocabulary const& vocabulary,
                       Progress const& progress);

}  // namespace wegwijzer
