// SPDX-License-Identifier: EUPL-1.2
// The question box of a hub: asking, answering, and what who keeps the hub does with it. Whoever calls has
// seen that they may. The writer is not yet committed.
#pragma once

#include <vector>

#include "usecases/hub/speak.h"

namespace wegwijzer {

struct WrittenQuestion {
  std::string title;
  std::string details;
};

// Fails with "hub.missing" and as talk_text() does.
Result<HubQuestion> ask_hub(Writer& writer, Id<Hub> hub, WrittenQuestion const& written,
                            Speaker const& speaker, Date today);

// Fails with "talk.question_missing", "talk.question_closed" and as talk_text() does.
Result<HubAnswer> answer_hub_question(Writer& writer, Id<HubQuestion> question, std::string_view text,
                                      Speaker const& speaker, Date today);

// `version`: as who decides saw it. Fails with "talk.question_missing" and "record.changed_meanwhile".
Result<HubQuestion> set_question_state(Writer& writer, Id<HubQuestion> question, QuestionState state,
                                       std::int64_t version);

// To another hub, which may know. Fails with "hub.missing" as well.
Result<HubQuestion> pass_question_to(Writer& writer, Id<HubQuestion> question, Id<Hub> hub,
                                     std::int64_t version);

struct WrittenKnowledge {
  std::string title;
  std::string text;
  std::vector<ThemeCode> themes;
  bool is_public = false;
};

// A title and text to begin with: the question, and the answers that were chosen.
WrittenKnowledge knowledge_from(HubQuestion const& question, std::vector<HubAnswer> const& chosen);

// A question of which knowledge is made is answered. Who writes it says that it is right.
Result<KnowledgePage> make_knowledge(Writer& writer, HubQuestion const& question,
                                     WrittenKnowledge const& written, Date today);
Result<KnowledgePage> change_knowledge(Writer& writer, Id<KnowledgePage> page, std::int64_t version,
                                       WrittenKnowledge const& written, Date today);

// What is not put away, the newest first.
std::vector<HubQuestion> questions_of(Reader& reader, Id<Hub> hub);
std::vector<HubAnswer> answers_to(Reader& reader, Id<HubQuestion> question);  // oldest first
std::vector<KnowledgePage> knowledge_of(Reader& reader, Id<Hub> hub);         // by title

std::vector<Hub> hubs_of(Reader& reader);  // by name

// Open, and nobody answered for two weeks; the oldest first.
std::vector<HubQuestion> long_unanswered(Reader& reader, Date today);

}  // namespace wegwijzer
