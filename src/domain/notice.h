// SPDX-License-Identifier: EUPL-1.2
// A notice on the board of a network: what a partner asks of others or offers them, such as a room, hours or
// materials. It is talk, not map: decisions/0063.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/choice.h"
#include "domain/code.h"
#include "domain/field.h"
#include "domain/organisation.h"
#include "domain/record.h"

namespace wegwijzer {

enum class NoticeSide { asked, offered };

template <>
inline constexpr std::array choices<NoticeSide> = {std::pair{NoticeSide::asked, "asked"},
                                                   std::pair{NoticeSide::offered, "offered"}};

enum class NoticeWhat { room, people, materials, expertise, transport, lesson, pupils, money, other };

template <>
inline constexpr std::array choices<NoticeWhat> = {
    std::pair{NoticeWhat::room, "room"},           std::pair{NoticeWhat::people, "people"},
    std::pair{NoticeWhat::materials, "materials"}, std::pair{NoticeWhat::expertise, "expertise"},
    std::pair{NoticeWhat::transport, "transport"}, std::pair{NoticeWhat::lesson, "lesson"},
    std::pair{NoticeWhat::pupils, "pupils"},       std::pair{NoticeWhat::money, "money"},
    std::pair{NoticeWhat::other, "other"}};

enum class NoticeState { open, agreed, closed };

template <>
inline constexpr std::array choices<NoticeState> = {std::pair{NoticeState::open, "open"},
                                                    std::pair{NoticeState::agreed, "agreed"},
                                                    std::pair{NoticeState::closed, "closed"}};

// Who placed it stands in the history only.
struct Notice : Record<Notice> {
  NoticeSide side = NoticeSide::asked;
  NoticeWhat what = NoticeWhat::other;
  std::string title;
  std::string text;
  Id<Organisation> organisation;
  std::vector<ThemeCode> themes;
  Date placed_on{};
  Date until{};  // the last day on which it stands open
  NoticeState state = NoticeState::open;
  std::optional<Id<Organisation>> agreed_with;
  bool operator==(Notice const&) const = default;
};

template <>
inline constexpr std::string_view record_name<Notice> = "notice";
template <>
inline constexpr std::string_view record_plural<Notice> = "notices";

template <>
inline constexpr auto fields<Notice> = std::tuple{
    Field{"side", &Notice::side},
    Field{"what", &Notice::what},
    Field{"title", &Notice::title},
    Field{"body", &Notice::text},
    Field{"organisation", &Notice::organisation},
    Field{"themes", &Notice::themes},
    Field{"placed_on", &Notice::placed_on},
    Field{"until_day", &Notice::until},
    Field{"state", &Notice::state},
    Field{"agreed_with", &Notice::agreed_with},
};

inline std::string const& name_of(Notice const& notice) {
  return notice.title;
}

// What is past its day is closed, without anybody closing it.
inline bool stands_open(Notice const& notice, Date today) {
  return notice.state == NoticeState::open && notice.until >= today && !notice.archived_on;
}

// docs/parameters.md, assumptions.
inline constexpr std::chrono::days notice_ends_soon{7};
inline constexpr std::chrono::days notice_stands_for{60};  // unless who places it says otherwise
inline constexpr std::chrono::days notice_stands_at_most{366};

}  // namespace wegwijzer
