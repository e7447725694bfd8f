// SPDX-License-Identifier: EUPL-1.2
// A learning route: a chain of offerings that providers designed together, such as the three-stage rocket
// introduce, deepen, belong.
#pragma once

#include <string>
#include <vector>

#include "domain/field.h"
#include "domain/offering.h"
#include "domain/record.h"

namespace wegwijzer {

struct LearningRoute : Record<LearningRoute> {
  std::string title;
  std::string summary;
  std::vector<Id<Offering>> steps;  // in order
  bool operator==(LearningRoute const&) const = default;
};

template <>
inline constexpr std::string_view record_name<LearningRoute> = "learning_route";
template <>
inline constexpr std::string_view record_plural<LearningRoute> = "learning_routes";

template <>
inline constexpr auto fields<LearningRoute> = std::tuple{
    Field{"title", &LearningRoute::title},
    Field{"summary", &LearningRoute::summary},
    Field{"steps", &LearningRoute::steps},
};

inline std::string const& name_of(LearningRoute const& route) {
  return route.title;
}

}  // namespace wegwijzer
