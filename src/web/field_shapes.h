// SPDX-License-Identifier: EUPL-1.2
// How the fields of a record are shown in a table, chosen from and typed, whatever the kind: made from its
// field list, so that a new field needs nothing here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/field_text.h"
#include "ports/store.h"
#include "web/form_fields.h"
#include "web/view.h"

namespace wegwijzer::web {

enum class FieldSort {
  line,
  text,   // more than one line
  lines,  // a list of lines, typed with ";" between them
  link,
  phone,
  mail,
  number,
  day,
  yes_no,
  choice,   // one of `values`
  choices,  // any number of them
  organisation,
  other  // has a form of its own
};

struct FieldShape {
  std::string name;
  FieldSort sort = FieldSort::other;
  bool may_be_empty = true;
  std::vector<FormChoice> values{};  // as they are kept, and in words

  bool is_list() const { return sort == FieldSort::choices; }

  bool is_chosen() const { return sort == FieldSort::choice || is_list() || sort == FieldSort::yes_no; }
};

// In the order of the field list; empty when there is no such kind.
std::vector<FieldShape> field_shapes(View const& view, std::string_view record);

// What was typed or chosen, as it is kept; fails with what is wrong, said of the field. An organisation is
// given by its id.
Result<FieldText> read_field(FieldShape const& shape, std::vector<std::string_view> const& typed);

struct FieldInput {
  std::string name;  // of the parameter
  std::string label;
  FieldText value{};  // what stands there
  std::string hint{};
  Error const* problem = nullptr;
};

// An organisation is chosen from `organisations`, by id and name.
Html field_input(View const& view, FieldShape const& shape, FieldInput const& input,
                 std::vector<FormChoice> const& organisations = {});

// Those of a network that are on the map, by name.
std::vector<FormChoice> organisation_choices(Reader& reader);

// "Organisaties", "organisatie"
std::string kind_plural(View const& view, std::string_view record);
std::string kind_word(View const& view, std::string_view record);

}  // namespace wegwijzer::web
