// SPDX-License-Identifier: EUPL-1.2
// The notice board of a network: what partners ask and offer. Whoever calls has seen that they may. The
// writer is not yet committed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "usecases/hub/speak.h"

namespace wegwijzer {

struct WrittenNotice {
  NoticeSide side = NoticeSide::asked;
  NoticeWhat what = NoticeWhat::other;
  std::string title;
  std::string text;
  Id<Organisation> organisation;
  std::vector<ThemeCode> themes{};
  std::optional<Date> until{};  // nothing: as long as a notice usually stands
};

// Fails with "talk.until_past" and "talk.until_far" of the field "until", "notice.organisation_missing" of
// "organisation", and as talk_text() does.
Result<Notice> place_notice(Writer& writer, WrittenNotice const& written, Date today);

// Also with "notice.missing", "notice.over" of one that was agreed or closed, and
// "record.changed_meanwhile".
Result<Notice> change_notice(Writer& writer, Id<Notice> notice, std::int64_t version,
                             WrittenNotice const& written, Date today);

Result<Notice> close_notice(Writer& writer, Id<Notice> notice, std::int64_t version);
// Stands again, for as long as a notice usually does where its day is past.
Result<Notice> open_notice_again(Writer& writer, Id<Notice> notice, std::int64_t version, Date today);

// With another organisation of the network. Fails with "notice.with_itself" of the field "agreed_with" as
// well.
Result<Notice> agree_on_notice(Writer& writer, Id<Notice> notice, Id<Organisation> with,
                               std::int64_t version);

// Whether the two are on the map as working together, in whatever way.
bool work_together_on_map(Reader& reader, Id<Organisation> one, Id<Organisation> other);

// For who keeps the map: puts what was agreed on it. Once there it is left as it is.
Done put_agreement_on_map(Writer& writer, Notice const& agreed, Date today);
// For others: it waits with the suggestions.
Done suggest_agreement(Writer& writer, Notice const& agreed, std::string const& sentence, Date today);

// What is not put away: those that stand open first, the soonest to end first; then the others, newest first.
std::vector<Notice> notices_on_board(Reader& reader, Date today);

}  // namespace wegwijzer
