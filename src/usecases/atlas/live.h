// SPDX-License-Identifier: EUPL-1.2
// The atlas of a running program: built from the store, built anew when the store has changed, swapped whole.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>
#include <thread>

#include "atlas/atlas.h"
#include "ports/clock.h"
#include "ports/store.h"
#include "usecases/ground/kept_orders.h"
#include "usecases/opportunity/opportunities.h"

namespace wegwijzer {

// Reads everything public in the store. Streets that `before` has in the same version are shared with it.
std::shared_ptr<Atlas const> load_atlas(Store& store, std::shared_ptr<Vocabulary const> vocabulary,
                                        Atlas const* before = nullptr, CacheLog const& log = {});

// Of one ecosystem, public or not, without areas, names of places and map: to reckon with, not for visitors.
std::shared_ptr<Atlas const> load_atlas_of(Store& store, Ecosystem const& ecosystem,
                                           std::shared_ptr<Vocabulary const> vocabulary);

class LiveAtlas {
 public:
  using Log = std::function<void(std::string_view)>;

  // Loads at once, then looks twice a second whether the store has changed, and whether visitors asked for
  // travel times that can be prepared, which is done beside the answers, and so are the opportunities of
  // every child, anew when the store or the day is another. Store and clock must outlive it.
  LiveAtlas(Store& store, Clock const& clock, std::shared_ptr<Vocabulary const> vocabulary,
            OpportunityParameters const& parameters, Log log, CacheLog cache_log = {});
  ~LiveAtlas();
  LiveAtlas(LiveAtlas const&) = delete;
  LiveAtlas& operator=(LiveAtlas const&) = delete;

  std::shared_ptr<Atlas const> current() const {
    std::scoped_lock const lock(swapping_);
    return atlas_;
  }

  // Of the current atlas or one shortly before; nothing until the first are there.
  std::shared_ptr<Opportunities const> opportunities() const {
    std::scoped_lock const lock(swapping_);
    return opportunities_;
  }

 private:
  // Twice a second; after failures less often.
  void now_and_then(std::stop_token stop, std::function<void()> const& look);
  std::shared_ptr<Atlas const> load(Atlas const* before) const;
  void refresh();
  void prepare(std::shared_ptr<Atlas const> const& atlas, std::stop_token const& stop);
  void reckon(std::shared_ptr<Atlas const> const& atlas, std::function<bool()> const& go_on);

  Store& store_;
  Clock const& clock_;
  OpportunityParameters parameters_;
  std::shared_ptr<Vocabulary const> vocabulary_;
  Log log_;
  CacheLog cache_log_;
  std::int64_t sequence_;
  // (In libstdc++ 12 an atomic shared pointer is read without letting a writer know that the reading is
  // over.)
  mutable std::mutex swapping_;
  std::shared_ptr<Atlas const> atlas_;
  std::shared_ptr<Opportunities const> opportunities_;
  std::mutex sleeping_;
  std::condition_variable_any woken_;
  std::jthread watcher_;
  std::jthread preparer_;
};

}  // namespace wegwijzer
