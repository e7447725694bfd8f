// SPDX-License-Identifier: EUPL-1.2
// Fields of a record and what stands in them, in words: for a history, and for two versions beside each
// other.
#pragma once

#include <string>
#include <string_view>

#include "domain/field_text.h"
#include "ports/store.h"
#include "web/view.h"

namespace wegwijzer::web {

// "Prijs"
std::string field_label(View const& view, std::string_view field);

// "€ 12,50 per keer"; what nobody said is told as that. `record` is "offering" or "organisation"; what cannot
// be read is given as it is.
std::string field_words(View const& view, Reader& reader, std::string_view record, std::string_view field,
                        FieldText const& value);

// One value of a field that is chosen from several, without a store: "sport" of "sector" is "Sport".
std::string choice_words(View const& view, std::string_view record, std::string_view field,
                         std::string const& value);

// Who changed something: the name of a person who is still there, or what kind of change it was.
std::string actor_name(View const& view, Accounts& accounts, std::string const& actor);

}  // namespace wegwijzer::web
