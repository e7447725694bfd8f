// SPDX-License-Identifier: EUPL-1.2
// Secrets by libsodium and liboath, with a key in a file of its own.
#pragma once

#include <filesystem>
#include <memory>

#include "ports/secrets.h"

namespace wegwijzer {

// The key lies beside the store, as STORE.key, readable by its owner only. It goes into no backup and no
// export: who has a copy of the store without it has no way in. Fails with "secrets.key_unreadable",
// "secrets.key_damaged", "secrets.key_open_to_others" or "secrets.key_lost".
Result<std::unique_ptr<Secrets>> open_secrets(std::filesystem::path const& key_file,
                                              IfNoKey if_none = IfNoKey::make);

// Where the key of a store lies.
std::filesystem::path key_file_of(std::filesystem::path const& store);

}  // namespace wegwijzer
