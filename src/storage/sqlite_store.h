// SPDX-License-Identifier: EUPL-1.2
// Store on SQLite: one file in WAL mode, one writer at a time, readers that never wait.
#pragma once

#include <filesystem>
#include <memory>

#include "ports/clock.h"
#include "ports/store.h"

namespace wegwijzer {

enum class IfMissing { create, refuse };

// Opens the store and brings its schema up to date. Safe to use from several threads. The clock and the ids
// must outlive it. Fails with "store.missing", "store.cannot_open", "store.not_a_store" or "store.too_new".
Result<std::unique_ptr<Store>> open_store(std::filesystem::path const& file, IfMissing if_missing,
                                          Clock const& clock, Ids& ids);

}  // namespace wegwijzer
