// SPDX-License-Identifier: EUPL-1.2
// How welcome children felt, from what everyone is shown.
#pragma once

#include <map>

#include "disclosure/published_table.h"
#include "domain/felt_welcome.h"
#include "domain/offering.h"
#include "ports/store.h"

namespace wegwijzer {

using FeltWelcomeByOffering = std::map<Id<Offering>, FeltWelcome>;

// Of the activities of which both answers are shown.
FeltWelcomeByOffering felt_welcome_in(disclosure::PublishedTable const& table);

// Of each the latest period in which they are shown.
FeltWelcomeByOffering felt_welcome(Reader& reader);

}  // namespace wegwijzer
