// SPDX-License-Identifier: EUPL-1.2
// The one door by which numbers about real children leave (docs/decisions/0040-disclosure.md).
#pragma once

#include "disclosure/child_table.h"
#include "disclosure/published_table.h"
#include "disclosure/rules.h"
#include "ports/entropy.h"
#include "ports/store.h"

namespace wegwijzer::disclosure {

// What a publication needs of the world.
struct Press {
  Store& store;
  Ecosystem const& ecosystem;
  Actor actor;
  Entropy& entropy;
  Date today;
};

// Publishes a table of a period that is over, or gives what was published of it before, whatever the counts
// are now. What both audiences see is fixed together at the first time; showing it to everyone spends budget.
// Keeps it in a transaction of its own: nothing is shown that is not kept. Fails with
// "disclosure.period_not_over", "disclosure.other_period" when a release of that subject shares a day with
// it, "disclosure.other_categories" when it was published by other categories, and "disclosure.budget_spent".
// Rules that are weaker than those that hold for every release are a bug of the caller: it throws.
Result<PublishedTable> publish(ChildTable const& table, ReleaseName const& name, Audience audience,
                               Press const& press, Rules const& rules = {});

// Whether publish would go well, without publishing; fails as it does. Only days, categories and budget say
// so, never a count: where nothing may be shown, which costs nothing, too little budget is a failure here all
// the same.
Done may_be_published(ChildTable const& table, ReleaseName const& name, Audience audience,
                      Press const& press);

// What was published, for a page that has no table. Fails with "disclosure.not_published".
Result<PublishedTable> published(Reader& reader, ReleaseName const& name, Audience audience);

}  // namespace wegwijzer::disclosure
