// SPDX-License-Identifier: EUPL-1.2
// A compiled translation file (GNU gettext's .mo): what it says by key. Whoever made it, after this check it
// can be given to a library that trusts its tables.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wegwijzer {

// By key; a plural has a text for each of its forms. The header of the file has the key "".
using Sentences = std::map<std::string, std::vector<std::string>, std::less<>>;

// Fails with "language.file_damaged" for what msgfmt does not write.
Result<Sentences> read_sentences(std::string_view bytes);

// The names of the {holes} in these texts, sorted, each once.
std::vector<std::string> holes(std::vector<std::string> const& texts);

// The keys that `whole` has and `part` lacks, or fills with other holes, so that a name or number would be
// lost.
std::vector<std::string> missing_keys(Sentences const& whole, Sentences const& part);

}  // namespace wegwijzer
