// SPDX-License-Identifier: EUPL-1.2
#include "usecases/notice/matches.h"

#include <algorithm>

namespace wegwijzer {

namespace {

std::vector<ThemeCode> shared_themes(Notice const& one, Notice const& other, Themes const& themes) {
  auto const related = themes.related_to(themes.set(one.themes));
  std::vector<ThemeCode> shared;
  std::ranges::copy_if(other.themes, std::back_inserter(shared),
                       [&](ThemeCode const& code) { return (themes.set({code}) & related).any(); });
  return shared;
}

std::optional<NoticeMatch> match_between(Notice const& one, Notice const& other, Themes const& themes) {
  if (one.side == other.side || one.what != other.what || one.organisation == other.organisation) {
    return std::nullopt;
  }
  auto shared = shared_themes(one, other, themes);
  bool const about_any = one.themes.empty() || other.themes.empty();
  if (shared.empty() && !about_any) return std::nullopt;
  return NoticeMatch{other, std::move(shared)};
}

// Whether somebody heard today already of a notice that matches one of theirs: of one that was placed before
// this one.
bool was_told_today(Reader& reader, Id<accounts::Person> person, std::vector<Notice> const& own,
                    Notice const& placed, Themes const& themes) {
  return std::ranges::any_of(records<Notice>(reader).all(), [&](Notice const& before) {
    if (before.placed_on != placed.placed_on || before.id >= placed.id) return false;
    return maker_of(reader, before) != person && std::ranges::any_of(own, [&](Notice const& mine) {
             return mine.id < before.id && match_between(before, mine, themes);
           });
  });
}

}  // namespace

std::vector<NoticeMatch> matches_of(Notice const& notice, std::vector<Notice> const& board,
                                    Themes const& themes, Date today) {
  std::vector<NoticeMatch> all;
  for (auto const& other : board) {
    if (!stands_open(other, today)) continue;
    if (auto match = match_between(notice, other, themes)) all.push_back(*std::move(match));
  }
  std::ranges::stable_sort(all, [](NoticeMatch const& one, NoticeMatch const& other) {
    return std::pair(one.shared.size(), one.notice.id) > std::pair(other.shared.size(), other.notice.id);
  });
  return all;
}

std::vector<ToldOfMatch> to_be_told_of(Reader& reader, Notice const& placed, Themes const& themes,
                                       Date today) {
  auto const board = records<Notice>(reader).all();
  auto const placer = maker_of(reader, placed);
  std::vector<ToldOfMatch> all;
  for (auto const& match : matches_of(placed, board, themes, today)) {
    auto const whose = maker_of(reader, match.notice);
    bool const known = whose && std::ranges::find(all, *whose, &ToldOfMatch::person) != all.end();
    if (!whose || whose == placer || known || match.notice.id > placed.id) continue;
    all.push_back({*whose, match.notice});
  }
  std::erase_if(all, [&](ToldOfMatch const& told) {
    std::vector<Notice> own;
    std::ranges::copy_if(board, std::back_inserter(own),
                         [&](Notice const& one) { return maker_of(reader, one) == told.person; });
    return was_told_today(reader, told.person, own, placed, themes);
  });
  return all;
}

}  // namespace wegwijzer
