// SPDX-License-Identifier: EUPL-1.2
#include "web/question_text.h"

#include <algorithm>

#include "usecases/suggestion/record_now.h"
#include "web/completeness_parts.h"
#include "web/phrases.h"
#include "web/record_words.h"

namespace wegwijzer::web {

namespace {

FieldText asked_value(AskedFor const& what, std::string_view name) {
  auto const found = std::ranges::find(what.inquiry, name, &FieldValue::name);
  return found == what.inquiry.end() ? FieldText() : found->value;
}

std::string areas_asked(View const& view, std::vector<AreaCode> const& codes) {
  std::vector<std::string> names;
  for (auto const& code : codes) {
    auto const area = view.atlas.areas().find(code);
    names.push_back(area ? view.atlas.areas()[*area].name : code.text());
  }
  return joined_phrase(view.language, names);
}

std::string themes_asked(View const& view, std::vector<ThemeCode> const& codes) {
  ThemeSet themes;
  for (auto const& code : codes) {
    if (auto const theme = view.atlas.themes().find(code)) themes.set(theme->value());
  }
  return themes_within_sentence(view, themes);
}

std::string about_what_there_is(View const& view, AskedFor const& what) {
  auto const areas = from_field_text<std::vector<AreaCode>>(asked_value(what, "areas"));
  auto const themes = from_field_text<std::vector<ThemeCode>>(asked_value(what, "themes"));
  auto const ages = from_field_text<AgeRange>(asked_value(what, "ages"));
  auto const& t = view.language;
  return t("asking.inquiry", {{"ages", ages_phrase(t, ages ? *ages : AgeRange{4, 14})},
                              {"themes", themes ? themes_asked(view, *themes) : ""},
                              {"areas", areas ? areas_asked(view, *areas) : ""}});
}

// A name may end in a question mark of its own: "Wanneer is Wat klopt daar?"
std::string with_one_mark(std::string sentence) {
  while (sentence.ends_with("??")) sentence.pop_back();
  return sentence;
}

}  // namespace

std::string question_sentence(View const& view, Reader& reader, AskedFor const& what) {
  if (what.kind == record_name<Inquiry>) return about_what_there_is(view, what);
  auto const now = record_now(reader, what.kind, what.record.value_or(Uuid()), view.moment.today);
  auto const name = now ? now->name : "";
  auto const& t = view.language;
  if (what.field == "confirmed_on") return with_one_mark(t("asking.still_right", {{"name", name}}));
  auto const value = now ? now->value(what.field) : FieldText();
  if (value.value_or("").empty()) return with_one_mark(t("asking.what_" + what.field, {{"name", name}}));
  return t("asking.check", {{"name", name},
                            {"field", field_label(view, what.field)},
                            {"text", field_words(view, reader, what.kind, what.field, value)}});
}

}  // namespace wegwijzer::web
