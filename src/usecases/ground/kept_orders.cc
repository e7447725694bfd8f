// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ground/kept_orders.h"

namespace wegwijzer {

namespace {

constexpr auto const* prefix = "order-";

// The same streets of another source have the same order.
std::string name_of(GroundFile const& streets) {
  return prefix + streets.checksum;
}

class ShelfInCache : public OrderShelf {
 public:
  ShelfInCache(std::shared_ptr<Cache> cache, std::string name, CacheLog log)
      : cache_(std::move(cache)), name_(std::move(name)), log_(std::move(log)) {}

  Result<std::string> find(std::size_t most_bytes) override {
    auto found = cache_->find(name_, most_bytes);
    if (!found && found.error().fault != Fault::missing) tell(found.error());
    return found;
  }

  void refuse() override { tell({Fault::invalid, "cache.unreadable", {{"file", cache_->where(name_)}}}); }

  void keep(std::string_view bytes) override {
    if (auto const kept = cache_->keep(name_, bytes); !kept) tell(kept.error());
  }

 private:
  void tell(Error const& error) const {
    if (log_) log_(error);
  }

  std::shared_ptr<Cache> cache_;
  std::string name_;
  CacheLog log_;
};

}  // namespace

std::shared_ptr<OrderShelf> shelf_of(std::shared_ptr<Cache> cache, GroundFile const& streets, CacheLog log) {
  return std::make_shared<ShelfInCache>(std::move(cache), name_of(streets), std::move(log));
}

void forget_other_orders(Cache& cache, Ground& ground) {
  std::vector<std::string> names;
  for (auto const& file : ground.files()) {
    if (file.kind == GroundKind::streets) names.push_back(name_of(file));
  }
  cache.keep_only(prefix, names);
}

}  // namespace wegwijzer
