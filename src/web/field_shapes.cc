// SPDX-License-Identifier: EUPL-1.2
#include "web/field_shapes.h"

#include <algorithm>

#include "domain/record_kinds.h"
#include "exchange/cells.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/record_words.h"

namespace wegwijzer::web {

namespace {

template <class Value>
struct Inside {
  using type = Value;
  static constexpr bool optional = false, list = false;
};

template <class Value>
struct Inside<std::optional<Value>> {
  using type = Value;
  static constexpr bool optional = true, list = false;
};

template <class Value>
struct Inside<std::vector<Value>> {
  using type = Value;
  static constexpr bool optional = true, list = true;
};

constexpr std::string_view long_texts[] = {"about",   "about_en", "summary",  "expect", "goals",
                                           "quality", "note",     "evidence", "dutch",  "english"};

FieldSort sort_of_text(std::string_view name) {
  if (std::ranges::find(long_texts, name) != std::end(long_texts)) return FieldSort::text;
  if (name == "website" || name == "link" || name == "safety_rules") return FieldSort::link;
  if (name.ends_with("phone")) return FieldSort::phone;
  return name.ends_with("email") ? FieldSort::mail : FieldSort::line;
}

class Shapes {
 public:
  Shapes(View const& view, std::string_view record) : view_(view), record_(record) {}

  template <class Value>
  void add(std::string_view name) {
    using Kept = typename Inside<Value>::type;
    FieldShape shape{std::string(name), FieldSort::other, Inside<Value>::optional};
    if constexpr (std::is_same_v<Value, std::string>) {
      shape.sort = sort_of_text(name), shape.may_be_empty = name != "name" && name != "title";
    } else if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
      shape.sort = FieldSort::lines;
    } else if constexpr (Choice<Kept>) {
      shape.sort = Inside<Value>::list ? FieldSort::choices : FieldSort::choice;
      for (auto const& [value, kept] : choices<Kept>)
        shape.values.push_back(in_words(name, std::string(kept)));
    } else if constexpr (std::is_same_v<Kept, bool>) {
      shape.sort = FieldSort::yes_no;
      shape.values = {in_words(name, "yes"), in_words(name, "no")};
    } else if constexpr (std::is_same_v<Kept, Id<Organisation>> && !Inside<Value>::list) {
      shape.sort = FieldSort::organisation;
    } else if constexpr (std::is_same_v<Kept, Date>) {
      shape.sort = FieldSort::day;
    } else if constexpr (std::is_same_v<Kept, int>) {
      shape.sort = FieldSort::number;
    } else if constexpr (std::is_same_v<Value, GeoPoint>) {
      shape.sort = FieldSort::line, shape.may_be_empty = false;
    } else {
      shape.values = vocabulary<Kept>(name);
      if (!shape.values.empty()) shape.sort = Inside<Value>::list ? FieldSort::choices : FieldSort::choice;
    }
    all_.push_back(std::move(shape));
  }

  std::vector<FieldShape> all() && { return std::move(all_); }

 private:
  FormChoice in_words(std::string_view name, std::string value) const {
    auto words = choice_words(view_, record_, name, value);
    return {std::move(value), std::move(words)};
  }

  template <class Kept>
  std::vector<FormChoice> vocabulary(std::string_view name) const {
    auto const& words = view_.atlas.vocabulary();
    std::vector<FormChoice> values;
    auto const add_all = [&](auto const& all) {
      for (auto const& one : all) values.push_back(in_words(name, text(one.code)));
    };
    if constexpr (std::is_same_v<Kept, ThemeCode>) add_all(words.themes);
    if constexpr (std::is_same_v<Kept, FundCode>) add_all(words.funds);
    if constexpr (std::is_same_v<Kept, LanguageCode>) add_all(words.languages);
    if constexpr (std::is_same_v<Kept, VenueKind>) {
      // A kind has a rule for each of the tags that mean it.
      for (auto const& rule : words.venue_kinds) {
        if (std::ranges::find(values, rule.kind.text(), &FormChoice::value) != values.end()) continue;
        values.push_back(in_words(name, rule.kind.text()));
      }
    }
    return values;
  }

  View const& view_;
  std::string_view record_;
  std::vector<FieldShape> all_;
};

Result<FieldText> one_text(FieldShape const& shape, std::string_view typed) {
  auto const as_text = [](auto const& value) { return to_field_text(value); };
  switch (shape.sort) {
    case FieldSort::text:
      return read_text(typed).map(as_text);
    case FieldSort::link:
      return read_link(typed).map(as_text);
    case FieldSort::phone:
      return read_phone(typed).map(as_text);
    case FieldSort::mail:
      return read_email(typed).map(as_text);
    case FieldSort::number:
      return read_count(typed, 0, 1'000'000).map([](std::int64_t n) { return FieldText(std::to_string(n)); });
    case FieldSort::day:
      return parse_date(typed).map(as_text);
    case FieldSort::organisation:
      return Id<Organisation>::parse(typed).map(as_text);
    default:
      return read_line(typed).map(as_text);
  }
}

// By what is kept, or by the words for it.
Result<std::string> chosen_value(FieldShape const& shape, std::string_view typed) {
  auto const wanted = folded(typed);
  for (auto const& [value, label] : shape.values) {
    if (value == typed || folded(label) == wanted) return value;
  }
  std::vector<std::string> allowed;
  for (auto const& one : shape.values) allowed.push_back(one.label);
  return fail(Fault::invalid, "map_work.choice_wrong",
              {{"value", std::string(typed)}, {"allowed", joined(allowed, ", ")}});
}

Result<FieldText> chosen(FieldShape const& shape, std::vector<std::string_view> const& typed) {
  std::string kept;
  for (auto const one : typed) {
    if (one.empty()) continue;
    auto const value = chosen_value(shape, one);
    if (!value) return fail(value.error());
    if (!kept.empty() && !shape.is_list()) break;
    kept += (kept.empty() ? "" : "; ") + *value;
  }
  return kept.empty() ? FieldText() : FieldText(kept);
}

bool is_text(FieldSort sort) {
  return sort == FieldSort::line || sort == FieldSort::text || sort == FieldSort::link ||
         sort == FieldSort::phone || sort == FieldSort::mail;
}

Result<FieldText> listed(std::string_view typed) {
  std::vector<std::string> lines;
  for (auto const part : split(typed, ';')) {
    auto line = read_line(part);
    if (!line) return fail(line.error());
    lines.push_back(*std::move(line));
  }
  return lines.empty() ? FieldText() : FieldText(joined(lines, "; "));
}

Result<FieldText> as_kept(FieldShape const& shape, std::vector<std::string_view> const& typed) {
  if (shape.is_chosen()) return chosen(shape, typed);
  auto const text = typed.empty() ? std::string_view() : trimmed(typed.front());
  if (text.empty()) return is_text(shape.sort) ? FieldText("") : FieldText();
  if (shape.sort == FieldSort::lines) return listed(text);
  return one_text(shape, text);
}

}  // namespace

std::vector<FieldShape> field_shapes(View const& view, std::string_view record) {
  Shapes shapes(view, record);
  for_each_kind([&](auto kind) {
    using Thing = typename decltype(kind)::type;
    if (record != record_name<Thing>) return;
    for_each_field<Thing>([&](auto const& field) {
      shapes.add<std::remove_cvref_t<decltype(std::declval<Thing>().*field.member)>>(field.name);
    });
  });
  return std::move(shapes).all();
}

Result<FieldText> read_field(FieldShape const& shape, std::vector<std::string_view> const& typed) {
  auto kept = as_kept(shape, typed);
  if (!kept) return fail(in_field(std::move(kept.error()), shape.name));
  if (!shape.may_be_empty && kept->value_or("").empty()) {
    return fail(in_field({Fault::invalid, "map_work.field_needed"}, shape.name));
  }
  return kept;
}

namespace {

char const* type_of(FieldSort sort) {
  switch (sort) {
    case FieldSort::phone:
      return "tel";
    case FieldSort::mail:
      return "email";
    case FieldSort::day:
      return "date";
    default:
      return "text";
  }
}

bool is_among(FieldText const& value, std::string const& one) {
  auto const list = value.value_or("");  // the parts are within it
  auto const parts = split(list, ';');
  return std::ranges::find(parts, std::string_view(one)) != parts.end();
}

Html select_of(View const& view, std::vector<FormChoice> const& values, FieldInput const& input) {
  auto const id = "field-" + input.name;
  auto const nothing = html(R"(<option value="">{}</option>)", view.language("work.not_said"));
  return html(R"(<select id="{}" name="{}" aria-describedby="{}">{}{}</select>)", id, input.name,
              id + "-told", nothing, each(values, [&](FormChoice const& one) {
                return html(R"(<option value="{}" {}>{}</option>)", one.value,
                            Flag{"selected", is_among(input.value, one.value)}, one.label);
              }));
}

Html ticks_of(std::vector<FormChoice> const& values, FieldInput const& input) {
  return html(R"(<div class="choices">{}</div>)", each(values, [&](FormChoice const& one) {
                return html(
                    R"(<label class="choice"><input type="checkbox" name="{}" value="{}" {}> {}</label>)",
                    input.name, one.value, Flag{"checked", is_among(input.value, one.value)}, one.label);
              }));
}

Html typed_input(FieldShape const& shape, FieldInput const& input) {
  auto const id = "field-" + input.name;
  auto const value = input.value.value_or("");
  if (shape.sort == FieldSort::text) {
    return html(R"(<textarea id="{}" name="{}" rows="4" aria-describedby="{}">{}</textarea>)", id, input.name,
                id + "-told", value);
  }
  return html(
      R"(<input id="{}" name="{}" type="{}" value="{}" autocomplete="off" aria-describedby="{}" aria-invalid="{}">)",
      id, input.name, type_of(shape.sort), value, id + "-told", input.problem ? "true" : "false");
}

}  // namespace

Html field_input(View const& view, FieldShape const& shape, FieldInput const& input,
                 std::vector<FormChoice> const& organisations) {
  auto const id = "field-" + input.name;
  auto const told = html(
      R"(<p class="told" id="{}">{}{}</p>)", id + "-told",
      input.hint.empty() ? Html() : html(R"(<span class="hint">{}</span>)", input.hint),
      input.problem ? html(R"(<strong class="problem">{}</strong>)", view.language.sentence(*input.problem))
                    : Html());
  if (shape.is_list()) {
    return html(R"(<fieldset class="field" id="{}" aria-describedby="{}"><legend>{}</legend>{}{}</fieldset>)",
                id, id + "-told", input.label, told, ticks_of(shape.values, input));
  }
  auto const chosen = shape.is_chosen()                       ? select_of(view, shape.values, input)
                      : shape.sort == FieldSort::organisation ? select_of(view, organisations, input)
                                                              : typed_input(shape, input);
  return html(R"(<div class="field"><label for="{}">{}</label>{}{}</div>)", id, input.label, told, chosen);
}

std::vector<FormChoice> organisation_choices(Reader& reader) {
  std::vector<FormChoice> all;
  for (auto& one : reader.organisations().all()) {
    if (!one.archived_on) all.push_back({text(one.id), std::move(one.name)});
  }
  std::ranges::sort(all, {}, [](FormChoice const& one) { return folded(one.label); });
  return all;
}

std::string kind_plural(View const& view, std::string_view record) {
  return view.language("map_work.kinds_" + std::string(record));
}

std::string kind_word(View const& view, std::string_view record) {
  return view.language("record_kind." + std::string(record));
}

}  // namespace wegwijzer::web
