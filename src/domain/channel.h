// SPDX-License-Identifier: EUPL-1.2
// A channel: how families hear of what there is (DOMAIN.md section 4, visibility).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/area.h"
#include "domain/field.h"
#include "domain/organisation.h"
#include "domain/percent.h"
#include "domain/record.h"

namespace wegwijzer {

enum class ChannelKind { school, parents, friends, newsletter, platform, flyer, guide };

template <>
inline constexpr std::array choices<ChannelKind> = {
    std::pair{ChannelKind::school, "school"},     std::pair{ChannelKind::parents, "parents"},
    std::pair{ChannelKind::friends, "friends"},   std::pair{ChannelKind::newsletter, "newsletter"},
    std::pair{ChannelKind::platform, "platform"}, std::pair{ChannelKind::flyer, "flyer"},
    std::pair{ChannelKind::guide, "guide"}};

struct Channel : Record<Channel> {
  std::string name;
  ChannelKind kind = ChannelKind::school;
  std::optional<Id<Organisation>> organisation;  // that runs it
  std::vector<Id<Organisation>> lists;           // of whom it tells
  std::vector<AreaCode> areas;                   // where it gets to; empty is everywhere
  std::optional<Percent> families;               // there that it gets to
  bool operator==(Channel const&) const = default;
};

template <>
inline constexpr std::string_view record_name<Channel> = "channel";
template <>
inline constexpr std::string_view record_plural<Channel> = "channels";

template <>
inline constexpr auto fields<Channel> = std::tuple{
    Field{"name", &Channel::name},
    Field{"kind", &Channel::kind},
    Field{"organisation", &Channel::organisation},
    Field{"lists", &Channel::lists},
    Field{"areas", &Channel::areas},
    Field{"families", &Channel::families},
};

inline std::string const& name_of(Channel const& channel) {
  return channel.name;
}

}  // namespace wegwijzer
