// SPDX-License-Identifier: EUPL-1.2
#include "atlas/network.h"

#include "atlas/catalogue.h"

namespace wegwijzer {

namespace {

// Those that are in the catalogue, in the same order.
template <class Thing>
std::vector<Index<Thing>> found_in(Catalogue const& catalogue, std::vector<Id<Thing>> const& ids) {
  std::vector<Index<Thing>> found;
  for (auto const id : ids) {
    if (auto const index = catalogue.find(id)) found.push_back(*index);
  }
  return found;
}

// A route may come by the same offering twice.
template <class Thing>
void add_once(std::vector<Index<Thing>>& all, Index<Thing> one) {
  if (all.empty() || all.back() != one) all.push_back(one);
}

}  // namespace

void Network::add(NetworkRecords records, Index<Ecosystem> ecosystem, Catalogue const& catalogue) {
  organisations_.resize(catalogue.organisations().size());
  routes_.resize(catalogue.offerings().size());
  steps_.resize(catalogue.offerings().size());
  ecosystems_.resize(catalogue.ecosystems().size());
  auto const add_all = [&](auto& things) {
    for (auto& thing : things) {
      if (!thing.archived_on) add(std::move(thing), ecosystem, catalogue);
    }
  };
  add_all(records.collaborations);
  add_all(records.channels);
  add_all(records.routes);
  add_all(records.steps);
  add_all(records.facts);
  add_all(records.inquiries);
}

void Network::add(Collaboration collaboration, Index<Ecosystem> ecosystem, Catalogue const& catalogue) {
  auto const from = catalogue.find(collaboration.from), to = catalogue.find(collaboration.to);
  if (!from || !to) return;
  auto const index = collaborations_.add(std::move(collaboration), {ecosystem, *from, *to});
  add_once(organisations_[from->value()].collaborations, index);
  add_once(organisations_[to->value()].collaborations, index);
  ecosystems_[ecosystem.value()].collaborations.push_back(index);
}

void Network::add(Channel channel, Index<Ecosystem> ecosystem, Catalogue const& catalogue) {
  auto const runner = channel.organisation ? catalogue.find(*channel.organisation) : std::nullopt;
  auto const lists = found_in(catalogue, channel.lists);
  auto const index = channels_.add(std::move(channel), {ecosystem, runner, lists});
  if (runner) organisations_[runner->value()].runs.push_back(index);
  for (auto const listed : lists) add_once(organisations_[listed.value()].listed_by, index);
  ecosystems_[ecosystem.value()].channels.push_back(index);
}

void Network::add(LearningRoute route, Index<Ecosystem> ecosystem, Catalogue const& catalogue) {
  auto const steps = found_in(catalogue, route.steps);
  if (steps.empty()) return;
  auto const id = route.id;
  auto const index = learning_routes_.add(std::move(route), {ecosystem, steps});
  route_index_.emplace(id, index);
  for (auto const step : steps) add_once(routes_[step.value()], index);
  ecosystems_[ecosystem.value()].routes.push_back(index);
}

void Network::add(StepEdge edge, Index<Ecosystem> ecosystem, Catalogue const& catalogue) {
  auto const from = catalogue.find(edge.from), to = catalogue.find(edge.to);
  if (!from || !to || from == to) return;
  bool const is_agreed = agreed(edge, catalogue[*from].organisation, catalogue[*to].organisation);
  auto const index = step_edges_.add(std::move(edge), {ecosystem, *from, *to, is_agreed});
  steps_[from->value()].push_back(index);
  ecosystems_[ecosystem.value()].steps.push_back(index);
}

void Network::add(Fact fact, Index<Ecosystem> ecosystem, Catalogue const& catalogue) {
  auto const about = found_in(catalogue, fact.organisations);
  auto const index = facts_.add(std::move(fact), {ecosystem, about});
  for (auto const organisation : about) add_once(organisations_[organisation.value()].facts, index);
  ecosystems_[ecosystem.value()].facts.push_back(index);
}

// What was asked stays known when who was asked is gone.
void Network::add(Inquiry inquiry, Index<Ecosystem> ecosystem, Catalogue const& catalogue) {
  auto const asked = inquiry.asked ? catalogue.find(*inquiry.asked) : std::nullopt;
  auto const index = inquiries_.add(std::move(inquiry), {ecosystem, asked});
  ecosystems_[ecosystem.value()].inquiries.push_back(index);
}

std::optional<Index<LearningRoute>> Network::find(Id<LearningRoute> id) const {
  auto const found = route_index_.find(id);
  return found == route_index_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace wegwijzer
