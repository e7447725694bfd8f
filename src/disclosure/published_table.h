// SPDX-License-Identifier: EUPL-1.2
// What is shown of a table about real children: numbers, and cells that are withheld. Every page, tooltip,
// export and answer of the API chooses among these cells and reckons nothing anew.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "disclosure/cells.h"
#include "domain/release.h"

namespace wegwijzer::disclosure {

enum class Audience {
  partners,  // signed in, within the network
  everyone
};

// The sentence for a cell without a number: neither zero nor "fewer than ten" is known of it.
inline constexpr char const* not_shown = "disclosure.not_shown";

// And for a table without any number.
inline constexpr char const* table_withheld = "disclosure.table_withheld";

using Shown = std::optional<Count>;  // nothing: withheld

struct PublishedRow {
  Categories categories;
  Shown children;
  bool operator==(PublishedRow const&) const = default;
};

// A category of some dimensions by position; nothing is any of it.
using Choice = std::vector<std::optional<std::string>>;

class PublishedTable {
 public:
  ReleaseName const& name() const { return name_; }

  Classification const& classification() const { return classification_; }

  // True when nothing could be shown safely, not even the total.
  bool withheld_whole() const { return !shown_[0]; }

  // Fails with "disclosure.no_such_cell".
  Result<Shown> at(Categories const& categories) const;

  // A page of the rows that have these categories; all of them without a choice.
  std::vector<PublishedRow> rows(Choice const& choice = {}, std::size_t from = 0,
                                 std::size_t most = static_cast<std::size_t>(-1)) const;

  // One step finer: the cells directly below this one in that dimension. Fails with
  // "disclosure.no_such_cell".
  Result<std::vector<PublishedRow>> drill_down(Categories const& categories, std::size_t dimension) const;

 private:
  friend class Publisher;
  PublishedTable(Release const& release, Audience audience);

  ReleaseName name_;
  Classification classification_;
  Cells cells_;
  std::vector<Shown> shown_;
};

}  // namespace wegwijzer::disclosure
