// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/opportunities.h"

#include <algorithm>

namespace wegwijzer {

std::shared_ptr<Opportunities::Kept> Opportunities::kept(Asked const& asked) const {
  std::scoped_lock const lock(keeping_);
  auto const found = std::ranges::find(kept_, asked, [](auto const& one) { return one->asked; });
  if (found != kept_.end()) {
    kept_.splice(kept_.begin(), kept_, found);
    return kept_.front();
  }
  if (kept_.size() == most_kept) kept_.pop_back();
  kept_.push_front(std::make_shared<Kept>());
  kept_.front()->asked = asked;
  return kept_.front();
}

std::shared_ptr<OpportunityAnalysis const> Opportunities::around(Index<Area> area,
                                                                 Particulars const& children) const {
  auto const one = kept({model_->atlas().areas().outermost(area), children});
  std::call_once(one->once, [&] {
    one->analysis = std::make_shared<OpportunityAnalysis const>(model_, one->asked.area, threads_, children);
  });
  return one->analysis;
}

}  // namespace wegwijzer
