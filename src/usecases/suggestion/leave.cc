// SPDX-License-Identifier: EUPL-1.2
#include "usecases/suggestion/leave.h"

#include <algorithm>

#include "base/words.h"
#include "usecases/suggestion/record_now.h"

namespace wegwijzer {

namespace {

constexpr std::size_t longest_page = 200;
constexpr std::size_t longest_place = 200;

// In UTF-8 every letter has one byte that is no continuation.
std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Done check_words(Suggestion const& said) {
  if (said.message.empty() && said.fields.empty()) {
    return fail(in_field({Fault::invalid, "suggestion.empty"}, "message"));
  }
  if (letters(said.message) > longest_suggestion) {
    return fail(in_field({Fault::invalid, "suggestion.too_long"}, "message"));
  }
  if (said.place.size() > longest_place) {
    return fail(in_field({Fault::invalid, "suggestion.too_long"}, "place"));
  }
  bool const is_path = said.page.empty() || said.page.starts_with('/');
  if (!is_path || said.page.size() > longest_page) return fail(Fault::invalid, "suggestion.page_invalid");
  return {};
}

Done check_fields(Suggestion const& said) {
  for (auto const& field : said.fields) {
    if (!can_hold(said.kind, field.name, field.value)) {
      return fail(in_field({Fault::invalid, "suggestion.field_invalid"}, field.name));
    }
  }
  return {};
}

// What stands there now goes with each field; what would stay as it is says nothing.
Done compare_with_now(Reader& reader, Suggestion& said, Date today) {
  if (!said.record) return {};
  auto const now = record_now(reader, said.kind, *said.record, today);
  if (!now || now->archived) return fail(Fault::missing, "suggestion.about_missing");
  for (auto& field : said.fields) field.was = now->value(field.name);
  // Whom we asked may say that it is right as it is.
  if (said.from == SuggestionFrom::organisation) return {};
  std::erase_if(said.fields, [](ProposedField const& field) { return field.was == field.value; });
  if (said.fields.empty() && said.message.empty()) return fail(Fault::invalid, "suggestion.no_change");
  return {};
}

bool says_the_same(Suggestion const& one, Suggestion const& other) {
  return one.page == other.page && one.kind == other.kind && one.record == other.record &&
         one.place == other.place && one.message == other.message && one.fields == other.fields &&
         one.from == other.from && one.said_by == other.said_by;
}

Done check_room(std::vector<Suggestion> const& waiting, Suggestion const& said) {
  // Whom we asked is heard whatever waits.
  if (said.from == SuggestionFrom::organisation) return {};
  if (waiting.size() >= most_waiting) return fail(Fault::unavailable, "suggestion.full");
  auto const about_it = std::ranges::count_if(waiting, [&](Suggestion const& one) {
    return said.record && one.record == said.record && one.from != SuggestionFrom::organisation;
  });
  if (static_cast<std::size_t>(about_it) >= most_waiting_about_one) {
    return fail(Fault::unavailable, "suggestion.full_of_this");
  }
  return {};
}

}  // namespace

Result<Suggestion> leave_suggestion(Writer& writer, Suggestion said, Date today) {
  said.message = std::string(trimmed(said.message));
  said.place = std::string(trimmed(said.place));
  // What stands behind "?" could tell where a visitor lives.
  said.page = said.page.substr(0, said.page.find_first_of("?#"));
  auto const good = check_words(said).and_then([&] { return check_fields(said); }).and_then([&] {
    return compare_with_now(writer, said, today);
  });
  if (!good) return fail(good.error());
  auto const waiting = writer.suggestions().waiting();
  auto const same = std::ranges::find_if(waiting, [&](auto const& one) { return says_the_same(one, said); });
  if (same != waiting.end()) return *same;
  if (auto const room = check_room(waiting, said); !room) return fail(room.error());
  said.id = suggestion_id(writer.new_id<Suggestion>().uuid());
  said.received_on = today;
  return writer.kept_suggestions().save(std::move(said));
}

}  // namespace wegwijzer
