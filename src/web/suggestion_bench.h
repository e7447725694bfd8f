// SPDX-License-Identifier: EUPL-1.2
// Suggestions about the map of one network, for who may decide on them: who keeps all of the map, and of a
// record of its own its provider.
#pragma once

#include "ports/store.h"
#include "usecases/suggestion/record_now.h"
#include "web/desk.h"
#include "web/view.h"

namespace wegwijzer::web {

struct SuggestionBench {
  Ecosystem ecosystem;
  std::unique_ptr<Reader> reader;

  std::string path() const { return "/workplace/" + ecosystem.slug + "/suggestions"; }

  std::string path(Id<Suggestion> id) const { return path() + "/" + text(id); }
};

// Fails with "page.missing".
Result<SuggestionBench> suggestion_bench(Desk const& desk, std::string const& slug);

// Whether this asker may decide on it, as it and its record are now: who keeps the part of the map that it is
// about, or the record.
bool may_decide(View const& view, accounts::Asker const& asker, Ecosystem const& ecosystem, Reader& reader,
                Suggestion const& suggestion);

// To decide: what the request saw may be over by the time the writer before it is done, so the sign-in, the
// roles and the suggestion are looked at again. Fails with "account.sign_in_ended", "account.may_not" and
// "suggestion.missing".
Result<std::unique_ptr<Writer>> writer_to_decide(View const& view, Desk const& desk,
                                                 SuggestionBench const& bench, Id<Suggestion> id);

// How many wait about an area, or what lies in it, on which who looks may decide.
std::size_t waiting_in_area(View const& view, Desk const& desk, Ecosystem const& ecosystem, Reader& reader,
                            AreaCode const& area);

}  // namespace wegwijzer::web
