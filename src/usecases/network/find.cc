// SPDX-License-Identifier: EUPL-1.2
#include "usecases/network/find.h"

#include <algorithm>
#include <iterator>

namespace wegwijzer {

namespace {

// Whether it, or an organisation that it is about, has such a name.
class Named {
 public:
  Named(Atlas const& atlas, std::string const& name)
      : catalogue_(atlas.catalogue()), network_(atlas.network()), name_(name) {}

  bool operator()(Index<Collaboration> index) const {
    auto const& links = network_.links(index);
    return is(links.from) || is(links.to);
  }

  bool operator()(Index<Channel> index) const {
    auto const& links = network_.links(index);
    return has_name(network_[index].name, name_) || (links.organisation && is(*links.organisation)) ||
           std::ranges::any_of(links.lists, [&](auto organisation) { return is(organisation); });
  }

  bool operator()(Index<LearningRoute> index) const { return has_name(network_[index].title, name_); }

  bool operator()(Index<StepEdge> index) const {
    auto const& links = network_.links(index);
    return is(links.from) || is(links.to);
  }

 private:
  bool is(Index<Offering> index) const {
    return has_name(catalogue_[index].title, name_) || is(catalogue_.facts(index).organisation);
  }

  bool is(Index<Organisation> index) const { return has_name(catalogue_[index].name, name_); }

  Catalogue const& catalogue_;
  Network const& network_;
  std::string const& name_;
};

template <class Thing>
std::vector<Index<Thing>> named(std::vector<Index<Thing>> const& all, Named const& fits) {
  std::vector<Index<Thing>> some;
  std::ranges::copy_if(all, std::back_inserter(some), fits);
  return some;
}

void by_kind(Network const& network, FoundNetwork& found, std::optional<CollaborationKind> chosen) {
  auto const kind_of = [&](auto index) { return network[index].kind; };
  for (auto const& [kind, name] : choices<CollaborationKind>) {
    auto const count = std::ranges::count(found.collaborations, kind, kind_of);
    if (count > 0) found.kinds.emplace_back(kind, static_cast<std::size_t>(count));
  }
  if (chosen) std::erase_if(found.collaborations, [&](auto index) { return kind_of(index) != *chosen; });
  std::ranges::stable_sort(found.collaborations, {}, kind_of);
}

}  // namespace

FoundNetwork find_network(Atlas const& atlas, Index<Ecosystem> ecosystem, NetworkQuery const& query) {
  auto const& all = atlas.network().of(ecosystem);
  Named const fits(atlas, query.name);
  FoundNetwork found{.partners = find_organisations(
                         atlas, {.name = query.name, .sector = query.sector, .ecosystem = ecosystem}),
                     .collaborations = named(all.collaborations, fits),
                     .kinds = {},
                     .channels = named(all.channels, fits),
                     .routes = named(all.routes, fits),
                     .steps = named(all.steps, fits)};
  by_kind(atlas.network(), found, query.kind);
  std::ranges::stable_partition(found.steps, [&](auto step) { return atlas.network().links(step).agreed; });
  return found;
}

}  // namespace wegwijzer
