// SPDX-License-Identifier: EUPL-1.2
// What the network knows already: pages of knowledge and questions that have the same words, however they are
// bent (stems, compounds, slips of the pen).
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "ports/store.h"

namespace wegwijzer {

using KnownThing = std::variant<KnowledgePage, HubQuestion>;

// The best first, at most so many; nothing when nothing was asked that can be looked for.
std::vector<KnownThing> known_about(Reader& reader, std::string_view words, std::size_t most);

// Of these the ones that have the words, the best first; all of them, as they come, without words.
std::vector<KnowledgePage> pages_with_words(std::vector<KnowledgePage> const& pages, std::string_view words);

}  // namespace wegwijzer
