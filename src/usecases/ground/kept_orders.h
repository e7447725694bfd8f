// SPDX-License-Identifier: EUPL-1.2
// The orders of the streets of a store, kept in its cache: made once, read at every next start.
#pragma once

#include <functional>
#include <memory>

#include "ports/cache.h"
#include "ports/ground.h"
#include "reach/prepare.h"

namespace wegwijzer {

// Told what cannot be kept or is made anew. Nothing stops for it.
using CacheLog = std::function<void(Error const&)>;

std::shared_ptr<OrderShelf> shelf_of(std::shared_ptr<Cache> cache, GroundFile const& streets, CacheLog log);

// Removes the orders of streets that are no longer in the store.
void forget_other_orders(Cache& cache, Ground& ground);

}  // namespace wegwijzer
