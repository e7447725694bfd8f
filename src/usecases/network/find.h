// SPDX-License-Identifier: EUPL-1.2
// The network of an ecosystem part by part: who takes part, who works with whom, how families hear of it,
// which learning routes and which next steps there are; each by name.
#pragma once

#include <array>

#include "usecases/organisation/find.h"

namespace wegwijzer {

enum class NetworkPart { partners, collaborations, channels, routes, steps };

template <>
inline constexpr std::array choices<NetworkPart> = {
    std::pair{NetworkPart::partners, "partners"}, std::pair{NetworkPart::collaborations, "collaborations"},
    std::pair{NetworkPart::channels, "channels"}, std::pair{NetworkPart::routes, "routes"},
    std::pair{NetworkPart::steps, "steps"}};

struct NetworkQuery {
  NetworkPart part = NetworkPart::partners;
  std::string name{};                       // a part of the name of who or what it is about
  std::optional<Sector> sector{};           // of partners
  std::optional<CollaborationKind> kind{};  // of collaborations
  bool operator==(NetworkQuery const&) const = default;
};

// All parts by name, so that it can be said how many each has.
struct FoundNetwork {
  FoundOrganisations partners;
  std::vector<Index<Collaboration>> collaborations;  // by kind
  std::vector<std::pair<CollaborationKind, std::size_t>> kinds;
  std::vector<Index<Channel>> channels;
  std::vector<Index<LearningRoute>> routes;
  std::vector<Index<StepEdge>> steps;  // what is agreed first
};

FoundNetwork find_network(Atlas const& atlas, Index<Ecosystem> ecosystem, NetworkQuery const& query);

}  // namespace wegwijzer
