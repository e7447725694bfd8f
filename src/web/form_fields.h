// SPDX-License-Identifier: EUPL-1.2
// Fields of a form that keeps what was typed. A field is asked by the text of the form's name and its own,
// and explained by the same with _hint behind it where there is one; what is wrong stands with it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/parameters.h"
#include "web/html.h"
#include "web/view.h"

namespace wegwijzer::web {

struct FormView {
  View const& view;
  char const* name;  // what its texts begin with, with a dot at the end
  http::Parameters const& typed;
  std::vector<Error> const& problems;

  std::string said(char const* field, char const* of = "") const;  // "" when there is no such text
  std::string value(char const* field) const;
  bool chosen(char const* field, std::string_view value) const;
};

// Above the form: how many things are wrong, with a link to each.
Html problems_of(FormView const& form);

Html line_field(FormView const& form, char const* field, char const* type = "text");
Html area_field(FormView const& form, char const* field, int rows);
Html number_field(FormView const& form, char const* field, int least, int most);
Html select_field(FormView const& form, char const* field, Html const& options);
// Yes, no, or nothing said.
Html yes_no_field(FormView const& form, char const* field);

struct FormChoice {
  std::string value;
  std::string label;
};

Html tick_field(FormView const& form, char const* field);
// Without which the form is not sent.
Html needed_tick_field(FormView const& form, char const* field);
// One of several that stand together.
Html tick_of(FormView const& form, char const* field, FormChoice const& one);
// Chosen from those kinds ("image/png"). What was chosen cannot be kept when the form comes back, so the
// browser asks for it before it sends.
Html file_field(FormView const& form, char const* field, char const* kinds);

// Several inputs that are one field, with its name, its hint and what is wrong with it.
Html fieldset_of(FormView const& form, char const* field, Html const& inside);

// Any number of these.
Html ticks_field(FormView const& form, char const* field, std::vector<FormChoice> const& choices);
// One of these.
Html radio_field(FormView const& form, char const* field, std::vector<FormChoice> const& choices);

Html options_of(FormView const& form, char const* field, std::vector<FormChoice> const& choices);

// An input among the words of a sentence; its label is the word before it.
Html in_sentence(FormView const& form, char const* field, char const* type);

// Around what belongs together; `legend` says what.
Html field_group(std::string const& legend, Html const& fields);

}  // namespace wegwijzer::web
