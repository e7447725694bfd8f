// SPDX-License-Identifier: EUPL-1.2
// The people of a network to turn to, by organisation, and where there is nobody yet.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/vocabulary.h"
#include "ports/store.h"

namespace wegwijzer {

// Organisations in which nobody who said yes stands in that layer, or in any.
enum class Without { anybody, green, orange };

template <>
inline constexpr std::array choices<Without> = {std::pair{Without::anybody, "anybody"},
                                                std::pair{Without::green, "green"},
                                                std::pair{Without::orange, "orange"}};

struct ContactQuery {
  std::string words{};  // in a name, a function or the short line
  std::optional<ContactLayer> layer{};
  std::optional<Sector> sector{};
  std::optional<ThemeCode> theme{};  // and what is above and below it
  std::optional<Without> without{};
};

struct PeopleOf {
  Organisation organisation;
  std::vector<ContactPerson> people;  // green before orange, then by name
};

using MayShow = std::function<bool(ContactPerson const&)>;

// By the name of the organisation; archived ones are left out. Only of `without` there are organisations
// without people.
std::vector<PeopleOf> people_of_network(Reader& reader, std::vector<Theme> const& themes,
                                        ContactQuery const& query, MayShow const& may_show);

// Of one organisation.
std::vector<ContactPerson> people_of(Reader& reader, Id<Organisation> organisation, MayShow const& may_show);

struct LayerCounts {
  std::size_t green = 0;
  std::size_t orange = 0;
};

// Who said yes.
LayerCounts count_layers(std::vector<ContactPerson> const& people);

struct NetworkLayers {
  std::size_t organisations = 0;
  std::size_t without_green = 0;
  std::size_t without_orange = 0;
};

NetworkLayers count_layers(Reader& reader);

}  // namespace wegwijzer
