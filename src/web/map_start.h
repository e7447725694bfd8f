// SPDX-License-Identifier: EUPL-1.2
// Where somebody begins who keeps a map or a part of it: how much is on it, how much of that has to be looked
// at, and the ways on.
#pragma once

#include "web/map_table.h"

namespace wegwijzer::web {

// A table with a row for each kind that matters, each number a link to what it counts.
Html map_numbers(View const& view, NetworkBench const& bench);

// The table of a kind, of the part of the map that the bench is about.
Url table_url(View const& view, NetworkBench const& bench, std::string const& record,
              std::optional<Standing> standing = {});

// What is asked of the table of that part.
TableQuery query_of(View const& view, NetworkBench const& bench, Standing standing);

// A way on, under a key whose sentence with "_hint" behind it says what it leads to.
struct Way {
  char const* name;
  char const* hint;
};

Html way(View const& view, Url const& to, Way const& key, std::string const& count = "");

// "3 wachten"; empty for none.
std::string that_wait(Language const& t, std::size_t count);

}  // namespace wegwijzer::web
