// SPDX-License-Identifier: EUPL-1.2
// The notice board as its pages share it: what is asked for, who may change what, and how a notice is shown.
#pragma once

#include "usecases/notice/matches.h"
#include "web/talk_parts.h"

namespace wegwijzer::web {

struct NoticeBench {
  NetworkBench network;
  Notice notice;
  bool is_keeper = false;  // for the organisation that placed it

  // "/workplace/delft/notices/…"
  std::string path() const;
};

std::string notices_path(NetworkBench const& bench);
std::string notice_path(NetworkBench const& bench, Id<Notice> notice);

// For who may use the board of the network in the address. Fails with "page.missing" or "account.may_not".
Result<NoticeBench> notice_bench(Desk const& desk, std::string const& slug, std::string const& notice);
// Whether somebody speaks for it on the board.
bool may_place_for(Desk const& desk, Ecosystem const& ecosystem, Id<Organisation> organisation);
// For which one may place a notice, by name.
std::vector<FormChoice> organisations_to_place_for(Desk const& desk, NetworkBench const& bench);

// "Aangeboden: ruimte · Buurthuis · techniek"
std::string notice_line(View const& view, Reader& reader, Notice const& notice);
// How long it still stands, or what became of it.
Html notice_standing(View const& view, Reader& reader, Notice const& notice);
Html notice_card(View const& view, NetworkBench const& bench, Notice const& notice, Html const& why = {});
// One for each kind of exchange.
std::vector<FormChoice> what_choices(Language const& language);

}  // namespace wegwijzer::web
