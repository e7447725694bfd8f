// SPDX-License-Identifier: EUPL-1.2
// What stands above a long list: a field for a name, and choices of which one is made.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"
#include "web/view.h"

namespace wegwijzer::web {

// One choice: the list that it leads to, and how many stand there.
Html filter_chip(Url const& to, std::string const& label, std::optional<std::size_t> count, bool on);

// A row of them: all, or one of the values that there are. `address` gives the list with that value.
template <class Value, class Address>
Html filter_chips(View const& view, char const* prefix, std::optional<Value> const& chosen,
                  std::vector<std::pair<Value, std::size_t>> const& counts, Address address) {
  auto chips =
      filter_chip(address(std::optional<Value>()), view.language("facts.all"), std::nullopt, !chosen);
  for (auto const& [value, count] : counts) {
    chips += filter_chip(address(std::optional(value)), choice_phrase(view.language, prefix, value), count,
                         chosen == value);
  }
  return html(R"(<ul class="chips">{}</ul>)", chips);
}

// A row of many choices: it opens when it is asked for, and stands open when one was made.
Html folded_choice(View const& view, bool made, Html const& chips);

// A form that asks for a name and keeps what else was chosen: the other fields of the list's address.
Html name_form(View const& view, Url const& list, std::string const& name, Fields const& chosen);

}  // namespace wegwijzer::web
