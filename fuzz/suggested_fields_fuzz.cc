// SPDX-License-Identifier: EUPL-1.2
// Whatever somebody types for a field of a record: what is taken can stand there. Whatever names and
// sentences are put in a mail with questions, they come out as many as went in, each on its own line.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "fuzz/harness.h"
#include "usecases/suggestion/question_mail.h"
#include "usecases/suggestion/record_now.h"

namespace wegwijzer {

namespace {

void check_fields(std::string_view typed) {
  for (auto const* kind : {"organisation", "venue", "offering"}) {
    for (auto const field : suggestible_fields(kind)) {
      auto const read = read_suggested(field, typed);
      bool const clears = read && read->value_or("").empty();
      check(!read || clears || can_hold(kind, field, *read), "what is taken can stand there");
    }
  }
}

void check_mail(std::string_view text) {
  auto const half = text.substr(0, text.size() / 2);
  auto const read = read_question_mail(half, text.substr(half.size()));
  for (auto const& question : read.questions) {
    check(question.sentence.find('\n') == std::string::npos, "a sentence is one line");
    check(question.token.find('\n') == std::string::npos, "a token is one line");
  }
}

}  // namespace

WEGWIJZER_HARNESS(suggested_fields)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  check_fields(text);
  check_mail(text);
  return 0;
}

}  // namespace wegwijzer
