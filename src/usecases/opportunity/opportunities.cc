// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/opportunities.h"

#include <algorithm>

#include "opportunity/difference.h"

namespace wegwijzer {

Opportunities::Opportunities(std::shared_ptr<OpportunityModel const> model, unsigned threads,
                             Opportunities const* before)
    : model_(std::move(model)),
      threads_(threads),
      desk_(before ? before->desk_ : std::make_shared<InequalityDesk>(threads)) {
  if (before) take_over(*before);
}

void Opportunities::take_over(Opportunities const& before) {
  auto const changed = difference(before.model(), *model_);
  if (!changed) return;
  std::unique_lock lock(before.keeping_);
  auto const kept = before.kept_;
  lock.unlock();
  for (auto const& one : kept) {
    if (!one->made) continue;
    kept_.push_back(std::make_shared<Kept>());
    kept_.back()->asked = one->asked;
    kept_.back()->make(
        [&] { return std::make_shared<OpportunityAnalysis const>(model_, *one->analysis, *changed); });
  }
}

std::shared_ptr<Opportunities::Kept> Opportunities::kept(Asked const& asked) const {
  std::scoped_lock const lock(keeping_);
  auto const found = std::ranges::find(kept_, asked, [](auto const& one) { return one->asked; });
  if (found != kept_.end()) {
    kept_.splice(kept_.begin(), kept_, found);
    return kept_.front();
  }
  make_room(asked);
  kept_.push_front(std::make_shared<Kept>());
  kept_.front()->asked = asked;
  return kept_.front();
}

// The one asked for longest ago, of those with particulars or of those without.
void Opportunities::make_room(Asked const& asked) const {
  auto const plain = [](Asked const& one) { return one.children == Particulars(); };
  auto const alike = [&](std::shared_ptr<Kept> const& one) { return plain(one->asked) == plain(asked); };
  auto const most = plain(asked) ? most_kept : most_kept_with_particulars;
  if (std::ranges::count_if(kept_, alike) < static_cast<std::ptrdiff_t>(most)) return;
  auto const oldest = std::find_if(kept_.rbegin(), kept_.rend(), alike);
  kept_.erase(std::next(oldest).base());
}

std::shared_ptr<OpportunityAnalysis const> Opportunities::around(Index<Area> area,
                                                                 Particulars const& children) const {
  auto const one = kept({model_->atlas().areas().outermost(area), children});
  one->make([&] {
    return std::make_shared<OpportunityAnalysis const>(model_, one->asked.area, threads_, children);
  });
  return one->analysis;
}

Result<InequalityOfPlace> inequality_to_tell(Opportunities const& opportunities, Index<Area> area,
                                             ChildWish const& wish) {
  auto found = opportunities.inequality(area, wish);
  if (!found) return fail(Fault::missing, "opportunity.nobody");
  if (!are_enough(found->figures->children)) return fail(Fault::missing, "inequality.too_few");
  return *std::move(found);
}

}  // namespace wegwijzer
