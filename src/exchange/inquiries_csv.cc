// SPDX-License-Identifier: EUPL-1.2
#include "exchange/inquiries_csv.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/checksum.h"
#include "base/words.h"
#include "exchange/cells.h"
#include "exchange/table.h"
#include "exchange/vocabulary_csv.h"

namespace wegwijzer {

namespace {

constexpr std::array answer_words{WordFor<InquiryAnswer>{"niets", InquiryAnswer::none},
                                  WordFor<InquiryAnswer>{"nee", InquiryAnswer::none},
                                  WordFor<InquiryAnswer>{"geen", InquiryAnswer::none},
                                  WordFor<InquiryAnswer>{"none", InquiryAnswer::none},
                                  WordFor<InquiryAnswer>{"iets", InquiryAnswer::some},
                                  WordFor<InquiryAnswer>{"ja", InquiryAnswer::some},
                                  WordFor<InquiryAnswer>{"wel", InquiryAnswer::some},
                                  WordFor<InquiryAnswer>{"some", InquiryAnswer::some}};

constexpr std::string_view everywhere = "overal";
constexpr std::string_view all_themes = "alles";

std::vector<Column> inquiry_columns() {
  return {{"nummer", {"nr", "id", "code"}},
          {"gevraagd aan", {"organisatie", "asked"}},
          {"gebieden", {"gebied", "wijken", "buurten", "areas"}, true},
          {"thema's", {"thema", "onderwerp", "themes"}, true},
          {"leeftijd", {"leeftijden", "ages"}, true},
          {"antwoord", {"answer"}, true},
          {"gevraagd op", {"datum", "asked on"}, true},
          {"opmerking", {"opmerkingen", "note"}}};
}

bool says_everything(std::string_view text) {
  constexpr std::array<std::string_view, 4> words{everywhere, all_themes, "everywhere", "all"};
  return std::ranges::find(words, folded(text)) != words.end();
}

Result<InquiryAnswer> read_answer(std::string_view text) {
  return read_said(answer_words, text);
}

// A cell that must say which, be it "overal" or "alles", for which there is no list.
template <class Read>
auto read_which(Cells& cells, std::string_view heading, Read const& read) {
  decltype(cells.list(heading, read)) none;
  cells.required(heading, [](std::string_view text) -> Result<bool> { return !text.empty(); });
  return says_everything(cells[heading]) ? none : cells.list(heading, read);
}

// The same question to the same party is the same inquiry, whatever the answer.
std::string number_of(InquiryRow const& row) {
  auto key = folded(row.asked) + '\n' + text(row.inquiry.ages);
  for (auto const& area : row.areas) {
    auto const code = said_code(area);
    key += '\n' + (code ? code->text() : folded(area));
  }
  for (auto const& theme : row.inquiry.themes) key += '\n' + theme.text();
  return checksum(key);
}

InquiryRow read_inquiry(Cells& cells, Vocabulary const& vocabulary, Date today) {
  InquiryRow row;
  row.line = cells.line();
  row.asked = cells.value("gevraagd aan", read_line).value_or("");
  row.areas = read_which(cells, "gebieden", read_line);
  auto& inquiry = row.inquiry;
  inquiry.themes = read_which(cells, "thema's", [&](auto text) { return read_theme(vocabulary, text); });
  inquiry.ages = cells.required("leeftijd", read_ages).value_or(AgeRange());
  inquiry.note = cells.value("opmerking", read_text).value_or("");
  row.answered = cells.has("antwoord") || cells.has("gevraagd op");
  if (row.answered) {
    inquiry.answer = cells.required("antwoord", read_answer).value_or(InquiryAnswer::none);
    inquiry.confirmed_on =
        cells.required("gevraagd op", [&](auto text) { return read_past_day(text, today); });
  }
  row.number = cells.has("nummer") ? slug(cells["nummer"].substr(0, 200)) : number_of(row);
  inquiry.source = inquiry_source(row.number);
  return row;
}

void check_once(std::unordered_map<std::string, std::size_t>& lines, InquiryRow const& row, Cells& cells) {
  auto const [seen, is_new] = lines.emplace(row.number, row.line);
  if (is_new) return;
  auto const heading = cells.has("nummer") ? "nummer" : "gebieden";
  cells.wrong(heading, {Fault::conflict, "cell.inquiry_twice", {{"line", std::to_string(seen->second)}}});
}

}  // namespace

std::string inquiry_source(std::string_view number) {
  return "csv:inquiry/" + std::string(number);
}

std::string said_area(Area const& area) {
  auto name = area.name;
  std::ranges::replace_if(name, [](char c) { return c == ',' || c == ';'; }, ' ');
  return name + " (" + area.code.text() + ")";
}

std::optional<AreaCode> said_code(std::string_view text) {
  if (auto const whole = AreaCode::parse(trimmed(text))) return *whole;
  auto const open = text.rfind('(');
  if (open == text.npos || !text.ends_with(')')) return std::nullopt;
  auto const code = AreaCode::parse(text.substr(open + 1, text.size() - open - 2));
  return code ? std::optional(*code) : std::nullopt;
}

Result<Import<InquiryRow>> read_inquiries_csv(std::string_view bytes, Vocabulary const& vocabulary,
                                              Date today) {
  auto table = Table::open(bytes, inquiry_columns(), OtherColumns::reported);
  if (!table) return fail(table.error());
  std::unordered_map<std::string, std::size_t> lines;
  return read_rows<InquiryRow>(*table, [&](Cells& cells) {
    auto row = read_inquiry(cells, vocabulary, today);
    if (cells.faultless()) check_once(lines, row, cells);
    return row;
  });
}

namespace {

std::vector<std::string> cells_of(InquiryRow const& row, Vocabulary const& vocabulary) {
  auto const& inquiry = row.inquiry;
  std::vector<std::string> themes;
  themes.reserve(inquiry.themes.size());
  for (auto const& theme : inquiry.themes) themes.push_back(dutch_name(vocabulary, theme));
  return {row.number, row.asked, row.areas.empty() ? std::string(everywhere) : joined(row.areas, ", "),
          themes.empty() ? std::string(all_themes) : joined(themes, ", "),
          // With its unit, so that a spreadsheet does not take it for a date.
          text(inquiry.ages) + (inquiry.ages.to == 99 ? "" : " jaar"),
          row.answered ? said(answer_words, inquiry.answer) : "",
          row.answered && inquiry.confirmed_on ? text(*inquiry.confirmed_on) : "", inquiry.note};
}

}  // namespace

std::string write_inquiries_csv(std::span<InquiryRow const> rows, Vocabulary const& vocabulary) {
  return written_table(inquiry_columns(), rows, [&](auto const& row) { return cells_of(row, vocabulary); });
}

}  // namespace wegwijzer
