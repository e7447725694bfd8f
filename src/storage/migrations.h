// SPDX-License-Identifier: EUPL-1.2
// schema/NNNN_what.sql, forward only. A migration never reads today's types.
#pragma once

#include "base/result.h"
#include "storage/sqlite.h"

namespace wegwijzer {

enum class IfEmpty { make, refuse };

// Brings the store to this program's version in one transaction; a store that is up to date is not written
// to. Fails with "store.not_a_store" for another program's database or an empty one that is to be refused,
// and "store.too_new" for a later version of ours.
Done migrate(sqlite::Database& database, IfEmpty if_empty);

}  // namespace wegwijzer
