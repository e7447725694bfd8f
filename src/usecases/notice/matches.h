// SPDX-License-Identifier: EUPL-1.2
// Who offers what somebody asks, and who asks what somebody offers.
#pragma once

#include <vector>

#include "atlas/themes.h"
#include "usecases/notice/board.h"

namespace wegwijzer {

// Of the other side, with the same subject of exchange. Two notices share a theme when a theme of one is the
// same as, above or below a theme of the other (as DOMAIN.md section 4 says of offerings). A notice that
// names no theme may be about any.
struct NoticeMatch {
  Notice notice;
  std::vector<ThemeCode> shared;  // themes of this one by which they do; empty: one of the two names none
};

// Of those that stand open and are of another organisation, the best first: most shared themes, then the
// newest.
std::vector<NoticeMatch> matches_of(Notice const& notice, std::vector<Notice> const& board,
                                    Themes const& themes, Date today);

// Who placed a notice that this new one matches, and is to hear of it: each once a day at most, and not who
// placed the new one.
struct ToldOfMatch {
  Id<accounts::Person> person;
  Notice own;  // the one of theirs that it matches best
};

std::vector<ToldOfMatch> to_be_told_of(Reader& reader, Notice const& placed, Themes const& themes,
                                       Date today);

}  // namespace wegwijzer
