// SPDX-License-Identifier: EUPL-1.2
#include "usecases/hub/talk.h"

#include <algorithm>

#include "base/words.h"

namespace wegwijzer {

namespace {

constexpr TalkText question_title{"title", longest_talk_title},
    question_details{"details", longest_talk_text, false}, answer_text{"text", longest_talk_text},
    knowledge_title{"title", longest_talk_title}, knowledge_text{"text", longest_knowledge};

template <class Thing>
std::vector<Thing> not_put_away(std::vector<Thing> all) {
  std::erase_if(all, [](Thing const& one) { return one.archived_on.has_value(); });
  return all;
}

Done there_is_hub(Reader& reader, Id<Hub> id) {
  auto const hub = records<Hub>(reader).find(id);
  if (!hub || hub->archived_on) return fail(in_field({Fault::missing, "hub.missing"}, "hub"));
  return {};
}

Result<HubQuestion> question_there(Writer& writer, Id<HubQuestion> id) {
  auto found = records<HubQuestion>(writer).find(id);
  if (!found || found->archived_on) return fail(Fault::missing, "talk.question_missing");
  return found;
}

// Kept when it still is as who changes it saw it.
Result<HubQuestion> kept_as_seen(Writer& writer, HubQuestion question, std::int64_t version) {
  question.version = version;
  return records<HubQuestion>(writer).save(std::move(question));
}

Result<KnowledgePage> kept_as_written(Writer& writer, KnowledgePage page, WrittenKnowledge const& written,
                                      Date today) {
  auto title = talk_text(written.title, knowledge_title);
  if (!title) return fail(title.error());
  auto text = talk_text(written.text, knowledge_text);
  if (!text) return fail(text.error());
  page.title = *std::move(title), page.text = *std::move(text);
  page.themes = written.themes, page.is_public = written.is_public;
  page.confirmed_on = today;
  return records<KnowledgePage>(writer).save(std::move(page));
}

}  // namespace

Result<HubQuestion> ask_hub(Writer& writer, Id<Hub> hub, WrittenQuestion const& written,
                            Speaker const& speaker, Date today) {
  if (auto const there = there_is_hub(writer, hub); !there) return fail(there.error());
  auto title = talk_text(written.title, question_title);
  if (!title) return fail(title.error());
  auto details = talk_text(written.details, question_details);
  if (!details) return fail(details.error());
  HubQuestion question;
  question.id = writer.new_id<HubQuestion>();
  question.hub = hub;
  question.title = *std::move(title), question.details = *std::move(details);
  question.organisation = speaker.organisation, question.voice = speaker.voice;
  question.asked_on = today;
  return records<HubQuestion>(writer).save(std::move(question));
}

Result<HubAnswer> answer_hub_question(Writer& writer, Id<HubQuestion> id, std::string_view text,
                                      Speaker const& speaker, Date today) {
  auto const question = question_there(writer, id);
  if (!question) return fail(question.error());
  if (question->state == QuestionState::closed) return fail(Fault::conflict, "talk.question_closed");
  auto typed = talk_text(text, answer_text);
  if (!typed) return fail(typed.error());
  HubAnswer answer;
  answer.id = writer.new_id<HubAnswer>();
  answer.question = id;
  answer.text = *std::move(typed);
  answer.organisation = speaker.organisation, answer.voice = speaker.voice;
  answer.answered_on = today;
  return records<HubAnswer>(writer).save(std::move(answer));
}

Result<HubQuestion> set_question_state(Writer& writer, Id<HubQuestion> id, QuestionState state,
                                       std::int64_t version) {
  return question_there(writer, id).and_then([&](HubQuestion question) {
    question.state = state;
    return kept_as_seen(writer, std::move(question), version);
  });
}

Result<HubQuestion> pass_question_to(Writer& writer, Id<HubQuestion> id, Id<Hub> hub, std::int64_t version) {
  if (auto const there = there_is_hub(writer, hub); !there) return fail(there.error());
  return question_there(writer, id).and_then([&](HubQuestion question) {
    question.hub = hub;
    return kept_as_seen(writer, std::move(question), version);
  });
}

WrittenKnowledge knowledge_from(HubQuestion const& question, std::vector<HubAnswer> const& chosen) {
  std::vector<std::string> texts;
  for (auto const& answer : chosen) texts.push_back(answer.text);
  return {question.title, joined(texts, "\n\n"), {}, false};
}

Result<KnowledgePage> make_knowledge(Writer& writer, HubQuestion const& question,
                                     WrittenKnowledge const& written, Date today) {
  KnowledgePage page;
  page.id = writer.new_id<KnowledgePage>();
  page.hub = question.hub;
  page.question = question.id;
  auto made = kept_as_written(writer, std::move(page), written, today);
  if (!made || question.state != QuestionState::open) return made;
  auto const answered = set_question_state(writer, question.id, QuestionState::answered, question.version);
  return answered ? made : fail(answered.error());
}

Result<KnowledgePage> change_knowledge(Writer& writer, Id<KnowledgePage> id, std::int64_t version,
                                       WrittenKnowledge const& written, Date today) {
  auto page = records<KnowledgePage>(writer).find(id);
  if (!page || page->archived_on) return fail(Fault::missing, "talk.knowledge_missing");
  page->version = version;
  return kept_as_written(writer, *std::move(page), written, today);
}

std::vector<HubQuestion> questions_of(Reader& reader, Id<Hub> hub) {
  auto all = not_put_away(records<HubQuestion>(reader).with("hub", text(hub)));
  std::ranges::reverse(all);
  return all;
}

std::vector<HubAnswer> answers_to(Reader& reader, Id<HubQuestion> question) {
  return not_put_away(records<HubAnswer>(reader).with("question", text(question)));
}

std::vector<KnowledgePage> knowledge_of(Reader& reader, Id<Hub> hub) {
  auto all = not_put_away(records<KnowledgePage>(reader).with("hub", text(hub)));
  std::ranges::sort(all, {}, [](KnowledgePage const& one) { return folded(one.title); });
  return all;
}

std::vector<Hub> hubs_of(Reader& reader) {
  auto all = not_put_away(records<Hub>(reader).all());
  std::ranges::sort(all, {}, [](Hub const& one) { return folded(one.name); });
  return all;
}

std::vector<HubQuestion> long_unanswered(Reader& reader, Date today) {
  auto all = not_put_away(records<HubQuestion>(reader).with("state", text(QuestionState::open)));
  std::erase_if(all, [&](HubQuestion const& one) {
    return today - one.asked_on < unanswered_for_long || !answers_to(reader, one.id).empty();
  });
  return all;
}

}  // namespace wegwijzer
