// SPDX-License-Identifier: EUPL-1.2
// What the pages share on which partners speak with each other: as whom somebody writes, who wrote it, how it
// is shown, and the mails about it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "usecases/hub/tell.h"
#include "web/form_fields.h"
#include "web/typed_fields.h"
#include "web/work_parts.h"

namespace wegwijzer::web {

// Paragraphs, lists (lines that begin with a dash) and addresses of websites, as people type them.
Html written_text(View const& view, std::string_view text);

// As whom who has signed in may speak in the network.
std::vector<Speaker> own_speakers(Desk const& desk, Ecosystem const& ecosystem);

// Of the field "speaker"; nothing to choose where there is only one.
Html speaker_field(FormView const& form, Reader& reader, std::vector<Speaker> const& all);
// The one that was chosen; the first when none was, so that a form need not ask.
Result<Speaker> chosen_speaker(TypedFields const& typed, std::vector<Speaker> const& all);

// "Natuurmuseum", "Netwerk Delft"
std::string on_behalf_of(View const& view, Reader& reader, std::optional<Id<Organisation>> organisation);

// "Natuurmuseum · gids": no more of who wrote it than its function, and not that when the account is gone.
std::string written_by(View const& view, Desk const& desk, Reader& reader, Speaker const& speaker,
                       std::optional<Id<accounts::Person>> maker);

template <class Thing>
std::string written_by(View const& view, Desk const& desk, Reader& reader, Thing const& thing) {
  return written_by(view, desk, reader, {thing.organisation, thing.voice}, maker_of(reader, thing));
}

// Whether who has signed in made it.
template <class Thing>
bool is_own(Desk const& desk, Reader& reader, Thing const& thing) {
  auto const maker = maker_of(reader, thing);
  return maker && *maker == visit_of(desk).person.id;
}

std::string name_of_organisation(Reader& reader, std::optional<Id<Organisation>> id);
std::string names_of_themes(View const& view, std::vector<ThemeCode> const& codes);  // "" of none
std::vector<ThemeCode> typed_themes(TypedFields& typed);

// What was done, said on the page that opens after it: `prefix` and the word, when there is such a sentence.
Html done_in_words(View const& view, http::Request const& request, char const* prefix);

// Where somebody came from: the map of who keeps it, the workplace, or one's own account.
std::pair<std::string, std::string> way_to_own_start(View const& view, Desk const& desk,
                                                     NetworkBench const& bench);

// To the question box and the notice board of a network.
Html ways_to_talk(View const& view, Ecosystem const& ecosystem);

// Somebody who writes much in a short time waits. Fails with "account.wait".
Done may_speak_now(Desk const& desk);

// To these, but not to who has signed in.
void send_talk_mail(Desk const& desk, accounts::MailKind kind, std::vector<Receiver> const& to,
                    TalkMail const& mail);
std::optional<Receiver> receiver_of(Accounts& accounts, std::optional<Id<accounts::Person>> person);

}  // namespace wegwijzer::web
