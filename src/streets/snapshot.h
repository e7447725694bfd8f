// SPDX-License-Identifier: EUPL-1.2
// Streets as bytes, to be stored and loaded whole: compact, versioned, guarded by a checksum against damage.
#pragma once

#include <span>
#include <string>

#include "streets/streets.h"

namespace wegwijzer {

std::string snapshot(Streets const& streets);

// The streets that snapshot() wrote. Fails with "streets.snapshot_version" for bytes of another program or
// version, with "streets.snapshot_damaged" for any other bytes; it never crashes and never allocates more
// than a small multiple of their number.
Result<Streets> read_snapshot(std::string_view bytes);

}  // namespace wegwijzer
