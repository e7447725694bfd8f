// SPDX-License-Identifier: EUPL-1.2
// A domain hub (vraagbaak): the contact point for one domain in the region, such as nature or music, carried
// by an organisation.
#pragma once

#include <string>
#include <vector>

#include "domain/code.h"
#include "domain/field.h"
#include "domain/organisation.h"
#include "domain/record.h"

namespace wegwijzer {

struct Hub : Record<Hub> {
  std::string name;
  Id<Organisation> organisation;  // that carries it
  std::vector<ThemeCode> themes;  // its domain
  std::string about;
  std::string email;  // of the function, not of a person
  bool operator==(Hub const&) const = default;
};

template <>
inline constexpr std::string_view record_name<Hub> = "hub";
template <>
inline constexpr std::string_view record_plural<Hub> = "hubs";

template <>
inline constexpr auto fields<Hub> = std::tuple{
    Field{"name", &Hub::name},     Field{"organisation", &Hub::organisation},
    Field{"themes", &Hub::themes}, Field{"about", &Hub::about},
    Field{"email", &Hub::email},
};

inline std::string const& name_of(Hub const& hub) {
  return hub.name;
}

}  // namespace wegwijzer
