// SPDX-License-Identifier: EUPL-1.2
#include "usecases/suggestion/answer.h"

#include "usecases/suggestion/leave.h"

namespace wegwijzer {

namespace {

Suggestion said_by(OpenQuestion const& question) {
  Suggestion said;
  said.from = SuggestionFrom::organisation;
  said.said_by = question.asked.id;
  said.kind = question.asking.what.kind;
  said.record = question.asking.what.record;
  return said;
}

void close(Writer& writer, Asking asking, AskingState state, Date today) {
  asking.token.clear();
  asking.state = state;
  asking.answered_on = today;
  writer.kept_askings().save(asking);
}

}  // namespace

Result<OpenQuestion> open_question(Reader& reader, Secrets& secrets, std::string_view token, Date today) {
  auto const over = fail(Fault::missing, "asking.over");
  auto const asking = reader.askings().with_token(secrets.hash(Purpose::asking, token).text);
  if (!asking || asking->state != AskingState::waiting || asking->ends < today) return over;
  auto asked = reader.organisations().find(asking->asked);
  if (!asked || asked->archived_on) return over;
  OpenQuestion question{*asking, *std::move(asked)};
  if (!asking->what.record) return question;
  question.about = record_now(reader, asking->what.kind, *asking->what.record, today);
  if (!question.about || question.about->archived) return over;
  return question;
}

Result<Suggestion> keep_answer(Writer& writer, Secrets& secrets, std::string_view token, Answer const& answer,
                               Date today) {
  auto const question = open_question(writer, secrets, token, today);
  if (!question) return fail(question.error());
  auto said = said_by(*question);
  said.fields = answer.fields;
  said.message = answer.message;
  auto left = leave_suggestion(writer, std::move(said), today);
  if (left) close(writer, question->asking, AskingState::answered, today);
  return left;
}

Result<Suggestion> pass_question_on(Writer& writer, Secrets& secrets, std::string_view token,
                                    std::string_view to_whom, Date today) {
  auto const question = open_question(writer, secrets, token, today);
  if (!question) return fail(question.error());
  // What somebody else knows changes no field, so it goes with the organisation that said it.
  auto said = said_by(*question);
  said.kind = record_name<Organisation>;
  said.record = question->asked.id.uuid();
  said.message = std::string(to_whom);
  auto left = leave_suggestion(writer, std::move(said), today);
  if (left) close(writer, question->asking, AskingState::passed_on, today);
  return left;
}

Done refuse_questions(Writer& writer, Secrets& secrets, std::string_view token, Date today) {
  auto const question = open_question(writer, secrets, token, today);
  if (!question) return fail(question.error());
  for (auto const& one : writer.askings().all()) {
    if (one.asked != question->asked.id || one.state != AskingState::waiting) continue;
    close(writer, one, AskingState::refused, today);
  }
  return {};
}

}  // namespace wegwijzer
