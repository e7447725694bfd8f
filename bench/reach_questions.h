// SPDX-License-Identifier: EUPL-1.2
// What reach_bench can be asked; each prints its answer.
#pragma once

#include "reach_ground.h"

namespace wegwijzer {

void dijkstra(Question const& question);  // which plain Dijkstra is the baseline
void within(Question const& question);    // T1: all venues within the budget of all homes
void rows(Question const& question);      // T4: every home and every venue, however far
void put(Question const& question);       // T5: a venue that moves
void prepare(Question const& question);   // T6 and preparation
void threads(Question const& question);   // two against one
void memory(Question const& question);

}  // namespace wegwijzer
