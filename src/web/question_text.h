// SPDX-License-Identifier: EUPL-1.2
// A question to an organisation, as it is put in a mail and stands above its answer.
#pragma once

#include "domain/asking.h"
#include "ports/store.h"
#include "web/view.h"

namespace wegwijzer::web {

// "Is er voor kinderen van 10 tot en met 12 jaar iets met techniek in Buitenhof?", "Voor welke leeftijd is
// Schaken?", in the language of the view.
std::string question_sentence(View const& view, Reader& reader, AskedFor const& what);

}  // namespace wegwijzer::web
