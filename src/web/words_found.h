// SPDX-License-Identifier: EUPL-1.2
// What a search by words shows beside its results: the words themselves, what they were taken for, and why an
// offering stands where it stands.
#pragma once

#include <string_view>

#include "usecases/offering/ranking.h"
#include "web/view.h"

namespace wegwijzer::web {

// The text with what matched in <mark>.
Html marked(View const& view, search::Query const& words, std::string_view text);

// "Bedoelde je …?", and which words nothing has.
Html words_notice(View const& view, OfferingQuery const& query, FoundOfferings const& found);

// Closed until it is asked for; in sentences, with the points that each part gave.
Html why_here(View const& view, OfferingQuery const& query, FoundOfferings const& all,
              FoundOffering const& found);

}  // namespace wegwijzer::web
