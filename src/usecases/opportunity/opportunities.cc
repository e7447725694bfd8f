// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/opportunities.h"

#include <algorithm>

namespace wegwijzer {

Opportunities::Opportunities(std::shared_ptr<OpportunityModel const> model, unsigned threads,
                             Opportunities const* before)
    : model_(std::move(model)), threads_(threads) {
  if (before) earlier_ = before->so_far();
}

std::vector<Opportunities::Earlier> Opportunities::so_far() const {
  std::scoped_lock const lock(keeping_);
  std::vector<Earlier> all;
  for (auto const& one : kept_) {
    if (one->analysis) all.push_back({one->asked, one->analysis->so_far()});
  }
  return all;
}

// Areas have the same numbers, or the analysis finds that more changed than offerings.
OpportunityAnalysis::SoFar Opportunities::earlier(Asked const& asked) const {
  auto const found = std::ranges::find(earlier_, asked, &Earlier::asked);
  return found == earlier_.end() ? OpportunityAnalysis::SoFar() : found->analysis;
}

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
    auto made = std::make_shared<OpportunityAnalysis const>(model_, one->asked.area, threads_, children,
                                                            earlier(one->asked));
    std::scoped_lock const lock(keeping_);
    one->analysis = std::move(made);
  });
  return one->analysis;
}

}  // namespace wegwijzer
