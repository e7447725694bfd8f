// SPDX-License-Identifier: EUPL-1.2
#include "usecases/notice/board.h"

#include <algorithm>

#include "usecases/suggestion/leave.h"

namespace wegwijzer {

namespace {

constexpr TalkText notice_title{"title", longest_talk_title}, notice_text{"text", longest_talk_text, false};

bool is_on_map(Reader& reader, Id<Organisation> id) {
  auto const found = reader.organisations().find(id);
  return found && !found->archived_on;
}

Result<Date> last_day(std::optional<Date> until, Date today) {
  if (!until) return today + notice_stands_for;
  if (*until < today) return fail(in_field({Fault::invalid, "talk.until_past"}, "until"));
  if (*until > today + notice_stands_at_most) {
    return fail(in_field({Fault::invalid, "talk.until_far"}, "until"));
  }
  return *until;
}

Result<Notice> kept_notice(Writer& writer, Notice notice, WrittenNotice const& written, Date today) {
  auto title = talk_text(written.title, notice_title);
  if (!title) return fail(title.error());
  auto body = talk_text(written.text, notice_text);
  if (!body) return fail(body.error());
  auto const until = last_day(written.until, today);
  if (!until) return fail(until.error());
  if (!is_on_map(writer, written.organisation)) {
    return fail(in_field({Fault::missing, "notice.organisation_missing"}, "organisation"));
  }
  notice.side = written.side, notice.what = written.what;
  notice.title = *std::move(title), notice.text = *std::move(body);
  notice.organisation = written.organisation, notice.themes = written.themes;
  notice.until = *until;
  return records<Notice>(writer).save(std::move(notice));
}

Result<Notice> notice_there(Writer& writer, Id<Notice> id, std::int64_t version) {
  auto notice = records<Notice>(writer).find(id);
  if (!notice || notice->archived_on) return fail(Fault::missing, "notice.missing");
  notice->version = version;
  return notice;
}

Result<Notice> open_notice(Writer& writer, Id<Notice> id, std::int64_t version) {
  auto notice = notice_there(writer, id, version);
  if (notice && notice->state != NoticeState::open) return fail(Fault::conflict, "notice.over");
  return notice;
}

}  // namespace

Result<Notice> place_notice(Writer& writer, WrittenNotice const& written, Date today) {
  Notice notice;
  notice.id = writer.new_id<Notice>();
  notice.placed_on = today;
  return kept_notice(writer, std::move(notice), written, today);
}

Result<Notice> change_notice(Writer& writer, Id<Notice> id, std::int64_t version,
                             WrittenNotice const& written, Date today) {
  return open_notice(writer, id, version).and_then([&](Notice notice) {
    return kept_notice(writer, std::move(notice), written, today);
  });
}

Result<Notice> close_notice(Writer& writer, Id<Notice> id, std::int64_t version) {
  return open_notice(writer, id, version).and_then([&](Notice notice) {
    notice.state = NoticeState::closed;
    return records<Notice>(writer).save(std::move(notice));
  });
}

Result<Notice> open_notice_again(Writer& writer, Id<Notice> id, std::int64_t version, Date today) {
  return notice_there(writer, id, version).and_then([&](Notice notice) {
    notice.state = NoticeState::open;
    notice.agreed_with.reset();
    if (notice.until < today) notice.until = today + notice_stands_for;
    return records<Notice>(writer).save(std::move(notice));
  });
}

Result<Notice> agree_on_notice(Writer& writer, Id<Notice> id, Id<Organisation> with, std::int64_t version) {
  auto notice = open_notice(writer, id, version);
  if (!notice) return notice;
  if (!is_on_map(writer, with)) {
    return fail(in_field({Fault::missing, "notice.other_missing"}, "agreed_with"));
  }
  if (with == notice->organisation) {
    return fail(in_field({Fault::invalid, "notice.with_itself"}, "agreed_with"));
  }
  notice->state = NoticeState::agreed;
  notice->agreed_with = with;
  return records<Notice>(writer).save(*std::move(notice));
}

bool work_together_on_map(Reader& reader, Id<Organisation> one, Id<Organisation> other) {
  return std::ranges::any_of(records<Collaboration>(reader).all(), [&](Collaboration const& known) {
    bool const both = (known.from == one && known.to == other) || (known.from == other && known.to == one);
    return both && !known.archived_on;
  });
}

Done put_agreement_on_map(Writer& writer, Notice const& agreed, Date today) {
  if (!agreed.agreed_with || work_together_on_map(writer, agreed.organisation, *agreed.agreed_with))
    return {};
  Collaboration together;
  together.id = writer.new_id<Collaboration>();
  together.from = agreed.organisation, together.to = *agreed.agreed_with;
  together.about = agreed.title;
  together.confirmed_on = today;
  auto const saved = records<Collaboration>(writer).save(std::move(together));
  return saved ? Done() : fail(saved.error());
}

Done suggest_agreement(Writer& writer, Notice const& agreed, std::string const& sentence, Date today) {
  if (!agreed.agreed_with || work_together_on_map(writer, agreed.organisation, *agreed.agreed_with))
    return {};
  Suggestion said;
  said.from = SuggestionFrom::colleague;
  said.said_by = agreed.organisation;
  said.kind = record_name<Organisation>;
  said.record = agreed.organisation.uuid();
  said.message = sentence;
  auto const left = leave_suggestion(writer, std::move(said), today);
  return left ? Done() : fail(left.error());
}

std::vector<Notice> notices_on_board(Reader& reader, Date today) {
  auto all = records<Notice>(reader).all();
  std::erase_if(all, [](Notice const& one) { return one.archived_on.has_value(); });
  std::ranges::reverse(all);
  auto const over =
      std::ranges::stable_partition(all, [&](Notice const& one) { return stands_open(one, today); });
  std::ranges::stable_sort(all.begin(), over.begin(), {}, &Notice::until);
  return all;
}

}  // namespace wegwijzer
