// SPDX-License-Identifier: EUPL-1.2
// What Cairo does not write in a PDF and a screen reader needs: in which language it is, and that its window
// is named after its title.
#pragma once

#include <string>
#include <string_view>

namespace wegwijzer::print {

// The PDF as Cairo finished it, with these two added as an update at its end (ISO 32000-1, 7.5.6).
std::string in_language(std::string pdf, std::string_view language);

}  // namespace wegwijzer::print
