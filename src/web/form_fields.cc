// SPDX-License-Identifier: EUPL-1.2
#include "web/form_fields.h"

#include <algorithm>

#include "web/parts.h"

namespace wegwijzer::web {

std::string FormView::said(char const* field, char const* of) const {
  return view.language.find(std::string(name) + field + of).value_or("");
}

std::string FormView::value(char const* field) const {
  return std::string(typed.first(field).value_or(""));
}

bool FormView::chosen(char const* field, std::string_view value) const {
  auto const all = typed.all(field);
  return std::ranges::find(all, value) != all.end();
}

namespace {

std::string id_of(char const* field) {
  return std::string("field-") + field;
}

std::string sentence_of_problem(FormView const& form, char const* field) {
  auto const found = std::ranges::find(form.problems, std::string(field), &Error::field);
  return found == form.problems.end() ? "" : form.view.language.sentence(*found);
}

// What stands between the label and the field: always there, so that it can be referred to.
struct Told {
  std::string id;
  Html html;
  bool wrong;
};

Told told(FormView const& form, char const* field) {
  auto const hint = form.said(field, "_hint"), problem = sentence_of_problem(form, field);
  auto const id = id_of(field) + "-told";
  auto const text = (hint.empty() ? Html() : html(R"(<span class="hint">{}</span>)", hint)) +
                    (problem.empty() ? Html() : html(R"(<strong class="problem">{}</strong>)", problem));
  return {id, html(R"(<p class="told" id="{}">{}</p>)", id, text), !problem.empty()};
}

Html with_label(FormView const& form, char const* field, Told const& about, Html const& input) {
  return html(R"(<div class="field"><label for="{}">{}</label>{}{}</div>)", id_of(field), form.said(field),
              about.html, input);
}

Html choice(char const* type, char const* field, FormChoice const& one, bool chosen) {
  return html(R"(<label class="choice"><input type="{}" name="{}" value="{}" {}> {}</label>)", type, field,
              one.value, Flag{"checked", chosen}, one.label);
}

Html choices_field(FormView const& form, char const* type, char const* field,
                   std::vector<FormChoice> const& choices) {
  auto const all = each(choices, [&](FormChoice const& one) {
    return choice(type, field, one, form.chosen(field, one.value));
  });
  return fieldset_of(form, field, html(R"(<div class="choices">{}</div>)", all));
}

}  // namespace

Html problems_of(FormView const& form) {
  if (form.problems.empty()) return {};
  auto const& t = form.view.language;
  return html(R"(<div class="problem summary" role="alert"><p><strong>{}</strong></p><ul>{}</ul></div>)",
              t.count("form.problems", static_cast<int>(form.problems.size())),
              each(form.problems, [&](Error const& one) {
                if (one.field.empty()) return html("<li>{}</li>", t.sentence(one));
                return html(R"(<li><a href="{}">{}</a></li>)", Url::fragment_only(id_of(one.field.c_str())),
                            t.sentence(one));
              }));
}

Html fieldset_of(FormView const& form, char const* field, Html const& inside) {
  auto const about = told(form, field);
  return html(R"(<fieldset class="field" id="{}" aria-describedby="{}"><legend>{}</legend>{}{}</fieldset>)",
              id_of(field), about.id, form.said(field), about.html, inside);
}

Html line_field(FormView const& form, char const* field, char const* type) {
  auto const about = told(form, field);
  return with_label(
      form, field, about,
      html(
          R"(<input id="{}" name="{}" type="{}" value="{}" autocomplete="off" aria-describedby="{}" aria-invalid="{}">)",
          id_of(field), field, type, form.value(field), about.id, about.wrong ? "true" : "false"));
}

Html area_field(FormView const& form, char const* field, int rows) {
  auto const about = told(form, field);
  return with_label(
      form, field, about,
      html(R"(<textarea id="{}" name="{}" rows="{}" aria-describedby="{}" aria-invalid="{}">{}</textarea>)",
           id_of(field), field, rows, about.id, about.wrong ? "true" : "false", form.value(field)));
}

Html number_field(FormView const& form, char const* field, int least, int most) {
  auto const about = told(form, field);
  return with_label(
      form, field, about,
      html(
          R"(<input id="{}" name="{}" type="number" inputmode="numeric" min="{}" max="{}" value="{}" aria-describedby="{}" aria-invalid="{}">)",
          id_of(field), field, least, most, form.value(field), about.id, about.wrong ? "true" : "false"));
}

Html select_field(FormView const& form, char const* field, Html const& options) {
  auto const about = told(form, field);
  return with_label(form, field, about,
                    html(R"(<select id="{}" name="{}" aria-describedby="{}" aria-invalid="{}">{}</select>)",
                         id_of(field), field, about.id, about.wrong ? "true" : "false", options));
}

Html yes_no_field(FormView const& form, char const* field) {
  auto const& t = form.view.language;
  return select_field(
      form, field,
      options_of(form, field, {{"", t("work.not_said")}, {"yes", t("work.yes")}, {"no", t("work.no")}}));
}

Html needed_tick_field(FormView const& form, char const* field) {
  auto const about = told(form, field);
  return html(
      R"(<div class="field" id="{}">{}<label class="choice"><input type="checkbox" name="{}" value="yes" required {}> {}</label></div>)",
      id_of(field), about.wrong ? about.html : Html(), field, Flag{"checked", form.chosen(field, "yes")},
      form.said(field));
}

Html tick_field(FormView const& form, char const* field) {
  auto const about = told(form, field);
  return html(R"(<div class="field" id="{}">{}{}</div>)", id_of(field), about.wrong ? about.html : Html(),
              choice("checkbox", field, {"yes", form.said(field)}, form.chosen(field, "yes")));
}

Html tick_of(FormView const& form, char const* field, FormChoice const& one) {
  return choice("checkbox", field, one, form.chosen(field, one.value));
}

Html file_field(FormView const& form, char const* field, char const* kinds) {
  auto const about = told(form, field);
  return with_label(
      form, field, about,
      html(
          R"(<input id="{}" name="{}" type="file" accept="{}" required aria-describedby="{}" aria-invalid="{}">)",
          id_of(field), field, kinds, about.id, about.wrong ? "true" : "false"));
}

Html ticks_field(FormView const& form, char const* field, std::vector<FormChoice> const& choices) {
  return choices_field(form, "checkbox", field, choices);
}

Html radio_field(FormView const& form, char const* field, std::vector<FormChoice> const& choices) {
  return choices_field(form, "radio", field, choices);
}

Html options_of(FormView const& form, char const* field, std::vector<FormChoice> const& choices) {
  auto const value = form.value(field);
  return each(choices,
              [&](FormChoice const& one) { return option(one.value, one.label, one.value == value); });
}

Html in_sentence(FormView const& form, char const* field, char const* type) {
  auto const about = told(form, field);
  return html(
      R"(<div class="part"><label for="{}">{}</label> <input id="{}" name="{}" type="{}" value="{}" autocomplete="off" aria-describedby="{}" aria-invalid="{}">{}</div>)",
      id_of(field), form.said(field), id_of(field), field, type, form.value(field), about.id,
      about.wrong ? "true" : "false", about.html);
}

Html field_group(std::string const& legend, Html const& fields) {
  return html(R"(<section class="group"><h2>{}</h2>{}</section>)", legend, fields);
}

}  // namespace wegwijzer::web
