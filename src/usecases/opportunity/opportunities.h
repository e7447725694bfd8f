// SPDX-License-Identifier: EUPL-1.2
// The opportunities of a running program: one model of the whole store, and the analysis of each gemeente
// that somebody asks for.
#pragma once

#include <atomic>
#include <list>
#include <memory>
#include <mutex>

#include "base/result.h"
#include "opportunity/analysis.h"
#include "usecases/opportunity/inequality.h"

namespace wegwijzer {

class Opportunities {
 public:
  // `before`: those of an earlier model. Where only some offerings are different, what was reckoned is kept.
  Opportunities(std::shared_ptr<OpportunityModel const> model, unsigned threads,
                Opportunities const* before = nullptr);

  OpportunityModel const& model() const { return *model_; }

  // Of the largest area around this one. Made at the first question (under a second for 100,000 inhabitants);
  // the last sixteen are kept, and four with particulars. From any thread.
  std::shared_ptr<OpportunityAnalysis const> around(Index<Area> area, Particulars const& children = {}) const;

  // As InequalityDesk::ask(); those who come after share the desk, and what is known of before.
  std::optional<InequalityOfPlace> inequality(Index<Area> area, ChildWish const& wish) const {
    return desk_->ask(model_, area, wish);
  }

 private:
  static constexpr std::size_t most_kept = 16;
  static constexpr std::size_t most_kept_with_particulars = 4;

  struct Asked {
    Index<Area> area;
    Particulars children;
    bool operator==(Asked const&) const = default;
  };

  struct Kept {
    Asked asked;
    std::once_flag once;
    std::shared_ptr<OpportunityAnalysis const> analysis;
    std::atomic<bool> made = false;

    template <class Make>
    void make(Make how) {
      std::call_once(once, [&] {
        analysis = how();
        made = true;
      });
    }
  };

  std::shared_ptr<Kept> kept(Asked const& asked) const;

  void make_room(Asked const& asked) const;
  void take_over(Opportunities const& before);

  std::shared_ptr<OpportunityModel const> model_;
  unsigned threads_;
  std::shared_ptr<InequalityDesk> desk_;
  mutable std::mutex keeping_;
  mutable std::list<std::shared_ptr<Kept>> kept_;  // the last asked for first
};

// What may be told of it (docs/decisions/0041): fails with "opportunity.nobody", and with
// "inequality.too_few" where hardly any such child lives.
Result<InequalityOfPlace> inequality_to_tell(Opportunities const& opportunities, Index<Area> area,
                                             ChildWish const& wish);

}  // namespace wegwijzer
