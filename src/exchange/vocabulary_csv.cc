// SPDX-License-Identifier: EUPL-1.2
#include "exchange/vocabulary_csv.h"

#include <algorithm>

#include "base/check.h"
#include "base/embedded.h"
#include "base/words.h"
#include "exchange/cells.h"
#include "exchange/nearest.h"
#include "exchange/table.h"

namespace wegwijzer {

namespace {

Names names_of(Cells& cells) {
  return {cells.required("nl", read_line).value_or(""), cells.required("en", read_line).value_or("")};
}

Theme theme_of(Cells& cells) {
  Theme theme;
  theme.code = cells.required("code", ThemeCode::parse).value_or(ThemeCode());
  theme.above = cells.value("above", ThemeCode::parse);
  theme.names = names_of(cells);
  return theme;
}

// The list is in order, so a theme above must already be there: that also rules out circles.
void check_theme(std::vector<Theme> const& before, Theme const& theme, Cells& cells) {
  auto const known = [&](ThemeCode const& code) {
    return std::ranges::find(before, code, &Theme::code) != before.end();
  };
  if (known(theme.code)) {
    cells.wrong("code", {Fault::conflict, "vocabulary.code_twice", {{"value", theme.code.text()}}});
  }
  if (theme.above && !known(*theme.above)) {
    cells.wrong("above", {Fault::missing, "vocabulary.above_unknown", {{"value", theme.above->text()}}});
  }
}

Fund fund_of(Cells& cells) {
  Fund fund;
  fund.code = cells.required("code", FundCode::parse).value_or(FundCode());
  fund.names = names_of(cells);
  fund.about = {cells.value("about_nl", read_text).value_or(""),
                cells.value("about_en", read_text).value_or("")};
  fund.website = cells.value("website", read_link).value_or("");
  fund.is_pass = cells.value("pass", read_yes_no).value_or(false);
  fund.applies = cells.required("applies", parse_choice<Applicant>).value_or(Applicant::parent);
  fund.needs = {cells.value("needs_nl", read_text).value_or(""),
                cells.value("needs_en", read_text).value_or("")};
  return fund;
}

SpokenLanguage language_of(Cells& cells) {
  auto const code = cells.required("code", LanguageCode::parse).value_or(LanguageCode());
  return {code, names_of(cells)};
}

VenueKindRule rule_of(Cells& cells) {
  VenueKindRule rule;
  rule.kind = cells.required("kind", VenueKind::parse).value_or(VenueKind());
  rule.names = names_of(cells);
  rule.key = cells["key"];
  rule.value = cells["value"];
  rule.named_only = cells.value("named_only", read_yes_no).value_or(false);
  return rule;
}

HolidayPeriod holiday_of(Cells& cells) {
  auto const region = cells.required("region", parse_choice<HolidayRegion>).value_or(HolidayRegion::middle);
  auto const name = cells.required("name", read_line).value_or("");
  auto const first = cells.required("first", parse_date).value_or(Date());
  auto const last = cells.required("last", parse_date).value_or(Date());
  if (last < first) cells.wrong("last", {Fault::invalid, "schedule.ends_before_it_begins"});
  return {region, name, first, last};
}

Synonym synonym_of(Cells& cells) {
  Synonym synonym;
  synonym.words = cells.required("words", read_line).value_or("");
  auto const means = cells.required("means", read_line).value_or("");
  for (auto const meaning : split(means, ',')) synonym.means.emplace_back(meaning);
  return synonym;
}

template <class Row>
Result<Import<Row>> read_list(std::string_view bytes, std::vector<Column> columns, Row (*read)(Cells&)) {
  return Table::open(bytes, std::move(columns)).map([&](Table table) { return read_rows<Row>(table, read); });
}

template <class Row>
std::vector<Row> embedded(char const* path, Result<Import<Row>> (*read)(std::string_view)) {
  auto list = read(embedded_file(assets_files(), path));
  check(list && list->problems.empty(), path);
  return std::move(list->rows);
}

bool is_named(std::string_view code, Names const& names, std::string_view wanted) {
  return code == wanted || folded(names.dutch) == wanted || folded(names.english) == wanted ||
         folded(code) == wanted;
}

// "insecten" is one of the words of "Insecten en kriebelbeestjes".
std::optional<std::string> named_in_part(std::vector<std::string> const& names, std::string_view wanted) {
  for (auto const& name : names) {
    auto const plain = folded(name);
    auto const parts = split(plain, ' ');
    if (std::ranges::find(parts, wanted) != parts.end()) return name;
  }
  return std::nullopt;
}

template <class Words, class Member>
auto find_word(Words const& words, Member code, std::string_view text, std::string const& key)
    -> Result<std::remove_cvref_t<decltype(words.front().*code)>> {
  auto const wanted = folded(text);
  std::vector<std::string> known;
  for (auto const& word : words) {
    if (is_named((word.*code).text(), word.names, wanted)) return word.*code;
    known.push_back(word.names.dutch);
  }
  auto const part = named_in_part(known, wanted);
  auto const similar = part ? part : nearest(text, known);
  Arguments arguments{{"value", std::string(text.substr(0, 100))}};
  if (!similar) return fail(Fault::invalid, key, arguments);
  arguments.push_back({"nearest", *similar});
  return fail(Fault::invalid, key + "_nearest", arguments);
}

template <class Words, class Member, class Code>
std::string name_of(Words const& words, Member member, Code const& code) {
  auto const word = std::ranges::find(words, code, member);
  return word == words.end() ? code.text() : word->names.dutch;
}

}  // namespace

Result<Import<Theme>> read_themes(std::string_view bytes) {
  auto table = Table::open(
      bytes, {{"code", {}, true}, {"above", {"bovenliggend"}, true}, {"nl", {}, true}, {"en", {}, true}});
  if (!table) return fail(table.error());
  std::vector<Theme> before;
  return read_rows<Theme>(*table, [&](Cells& cells) {
    auto theme = theme_of(cells);
    check_theme(before, theme, cells);
    before.push_back(theme);
    return theme;
  });
}

Result<Import<Fund>> read_funds(std::string_view bytes) {
  return read_list<Fund>(bytes,
                         {{"code", {}, true},
                          {"nl", {}, true},
                          {"en", {}, true},
                          {"about_nl"},
                          {"about_en"},
                          {"website"},
                          {"pass"},
                          {"applies", {}, true},
                          {"needs_nl"},
                          {"needs_en"}},
                         fund_of);
}

Result<Import<SpokenLanguage>> read_languages(std::string_view bytes) {
  return read_list<SpokenLanguage>(bytes, {{"code", {}, true}, {"nl", {}, true}, {"en", {}, true}},
                                   language_of);
}

Result<Import<VenueKindRule>> read_venue_kinds(std::string_view bytes) {
  return read_list<VenueKindRule>(bytes,
                                  {{"kind", {}, true},
                                   {"nl", {}, true},
                                   {"en", {}, true},
                                   {"key", {}, true},
                                   {"value", {}, true},
                                   {"named_only"}},
                                  rule_of);
}

Result<Import<HolidayPeriod>> read_school_holidays(std::string_view bytes) {
  return read_list<HolidayPeriod>(
      bytes, {{"region", {}, true}, {"name", {}, true}, {"first", {}, true}, {"last", {}, true}}, holiday_of);
}

Result<Import<Synonym>> read_synonyms(std::string_view bytes) {
  return read_list<Synonym>(bytes, {{"words", {}, true}, {"means", {}, true}}, synonym_of);
}

Vocabulary read_embedded_vocabulary() {
  return {embedded("vocabulary/themes.csv", read_themes),
          embedded("vocabulary/funds.csv", read_funds),
          embedded("vocabulary/languages.csv", read_languages),
          embedded("vocabulary/venue_kinds.csv", read_venue_kinds),
          embedded("vocabulary/school_holidays.csv", read_school_holidays),
          embedded("vocabulary/synonyms.csv", read_synonyms)};
}

Result<ThemeCode> read_theme(Vocabulary const& vocabulary, std::string_view text) {
  return find_word(vocabulary.themes, &Theme::code, text, "cell.theme_unknown");
}

Result<FundCode> read_fund(Vocabulary const& vocabulary, std::string_view text) {
  return find_word(vocabulary.funds, &Fund::code, text, "cell.fund_unknown");
}

Result<LanguageCode> read_language(Vocabulary const& vocabulary, std::string_view text) {
  return find_word(vocabulary.languages, &SpokenLanguage::code, text, "cell.language_unknown");
}

Result<VenueKind> read_venue_kind(Vocabulary const& vocabulary, std::string_view text) {
  return find_word(vocabulary.venue_kinds, &VenueKindRule::kind, text, "cell.venue_kind_unknown");
}

std::string dutch_name(Vocabulary const& vocabulary, ThemeCode const& code) {
  return name_of(vocabulary.themes, &Theme::code, code);
}

std::string dutch_name(Vocabulary const& vocabulary, FundCode const& code) {
  return name_of(vocabulary.funds, &Fund::code, code);
}

std::string dutch_name(Vocabulary const& vocabulary, LanguageCode const& code) {
  return name_of(vocabulary.languages, &SpokenLanguage::code, code);
}

std::string dutch_name(Vocabulary const& vocabulary, VenueKind const& code) {
  return name_of(vocabulary.venue_kinds, &VenueKindRule::kind, code);
}

}  // namespace wegwijzer
