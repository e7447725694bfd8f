// SPDX-License-Identifier: EUPL-1.2
// Who works with whom, which channels tell of whom, learning routes, next steps, facts and who was asked what
// there is, by dense index. What refers to something that is not in the catalogue (any more) is left out.
#pragma once

#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/index.h"
#include "domain/channel.h"
#include "domain/collaboration.h"
#include "domain/ecosystem.h"
#include "domain/fact.h"
#include "domain/inquiry.h"
#include "domain/learning_route.h"
#include "domain/step_edge.h"

namespace wegwijzer {

class Catalogue;

struct NetworkRecords {
  std::vector<Collaboration> collaborations;
  std::vector<Channel> channels;
  std::vector<LearningRoute> routes;
  std::vector<StepEdge> steps;
  std::vector<Fact> facts;
  std::vector<Inquiry> inquiries{};
};

struct CollaborationLinks {
  Index<Ecosystem> ecosystem;
  Index<Organisation> from;
  Index<Organisation> to;

  Index<Organisation> partner_of(Index<Organisation> one) const { return one == from ? to : from; }
};

struct ChannelLinks {
  Index<Ecosystem> ecosystem;
  std::optional<Index<Organisation>> organisation;  // that runs it
  std::vector<Index<Organisation>> lists;
};

struct RouteLinks {
  Index<Ecosystem> ecosystem;
  std::vector<Index<Offering>> steps;  // in order, at least one
};

struct StepLinks {
  Index<Ecosystem> ecosystem;
  Index<Offering> from;
  Index<Offering> to;
  bool agreed = false;  // by all whose yes it needs; else it is only proposed
};

struct FactLinks {
  Index<Ecosystem> ecosystem;
  std::vector<Index<Organisation>> organisations;
};

struct InquiryLinks {
  Index<Ecosystem> ecosystem;
  std::optional<Index<Organisation>> asked;
};

struct OrganisationNetwork {
  std::vector<Index<Collaboration>> collaborations;  // from it and to it
  std::vector<Index<Channel>> runs;
  std::vector<Index<Channel>> listed_by;
  std::vector<Index<Fact>> facts;
};

struct EcosystemNetwork {
  std::vector<Index<Collaboration>> collaborations;
  std::vector<Index<Channel>> channels;
  std::vector<Index<LearningRoute>> routes;
  std::vector<Index<StepEdge>> steps;
  std::vector<Index<Fact>> facts;
  std::vector<Index<Inquiry>> inquiries;
};

class Network {
 public:
  // The ecosystem's organisations and offerings are in the catalogue already.
  void add(NetworkRecords records, Index<Ecosystem> ecosystem, Catalogue const& catalogue);

  template <class Thing>
  Thing const& operator[](Index<Thing> i) const {
    return column<Thing>().things[i.value()];
  }

  template <class Thing>
  std::vector<Thing> const& all() const {
    return column<Thing>().things;
  }

  template <class Thing>
  auto const& links(Index<Thing> i) const {
    return column<Thing>().links[i.value()];
  }

  OrganisationNetwork const& of(Index<Organisation> i) const { return organisations_[i.value()]; }

  EcosystemNetwork const& of(Index<Ecosystem> i) const { return ecosystems_[i.value()]; }

  // The learning routes that it is a step of.
  std::vector<Index<LearningRoute>> const& routes_of(Index<Offering> i) const { return routes_[i.value()]; }

  // The edges that lead on from it.
  std::vector<Index<StepEdge>> const& steps_of(Index<Offering> i) const { return steps_[i.value()]; }

  std::optional<Index<LearningRoute>> find(Id<LearningRoute> id) const;

 private:
  template <class Thing, class Links>
  struct Column {
    std::vector<Thing> things;
    std::vector<Links> links;

    Index<Thing> add(Thing thing, Links of) {
      things.push_back(std::move(thing));
      links.push_back(std::move(of));
      return Index<Thing>(things.size() - 1);
    }
  };

  template <class Thing>
  auto const& column() const {
    if constexpr (std::is_same_v<Thing, Collaboration>) {
      return collaborations_;
    } else if constexpr (std::is_same_v<Thing, Channel>) {
      return channels_;
    } else if constexpr (std::is_same_v<Thing, LearningRoute>) {
      return learning_routes_;
    } else if constexpr (std::is_same_v<Thing, StepEdge>) {
      return step_edges_;
    } else if constexpr (std::is_same_v<Thing, Fact>) {
      return facts_;
    } else {
      return inquiries_;
    }
  }

  void add(Collaboration collaboration, Index<Ecosystem> ecosystem, Catalogue const& catalogue);
  void add(Channel channel, Index<Ecosystem> ecosystem, Catalogue const& catalogue);
  void add(LearningRoute route, Index<Ecosystem> ecosystem, Catalogue const& catalogue);
  void add(StepEdge edge, Index<Ecosystem> ecosystem, Catalogue const& catalogue);
  void add(Fact fact, Index<Ecosystem> ecosystem, Catalogue const& catalogue);
  void add(Inquiry inquiry, Index<Ecosystem> ecosystem, Catalogue const& catalogue);

  Column<Collaboration, CollaborationLinks> collaborations_;
  Column<Channel, ChannelLinks> channels_;
  Column<LearningRoute, RouteLinks> learning_routes_;
  Column<StepEdge, StepLinks> step_edges_;
  Column<Fact, FactLinks> facts_;
  Column<Inquiry, InquiryLinks> inquiries_;
  std::vector<OrganisationNetwork> organisations_;
  std::vector<EcosystemNetwork> ecosystems_;
  std::vector<std::vector<Index<LearningRoute>>> routes_;
  std::vector<std::vector<Index<StepEdge>>> steps_;
  std::unordered_map<Id<LearningRoute>, Index<LearningRoute>> route_index_;
};

}  // namespace wegwijzer
