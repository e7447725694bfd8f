// SPDX-License-Identifier: EUPL-1.2
// The fictional world as the files that importers and other programs read.
#pragma once

#include "towns/world.h"
#include "usecases/demo/make.h"

namespace wegwijzer {

// Fails with "demo.file_exists", since what is there is never written over, or with "demo.no_folder".
Done check_world_files(DemoOrder const& order);

// What the order asks for, or nothing. Fails with "osm.cannot_write", "export.cannot_write" or
// "demo.stopped".
Done write_world_files(towns::World& world, DemoOrder const& order, Vocabulary const& vocabulary,
                       Progress const& progress);

}  // namespace wegwijzer
