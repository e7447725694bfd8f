// SPDX-License-Identifier: EUPL-1.2
// What a flyer says, in the visitor's language: the sentences and addresses that the layer print puts on
// paper.
#pragma once

#include <string>

#include "print/flyer.h"
#include "usecases/offering/flyer.h"
#include "web/view.h"

namespace wegwijzer::web {

struct FlyerAsk {
  std::string heading;
  OfferingQuery query;           // without a home of somebody; a home here is a school, a library …
  Url more;                      // where all of it is to be found
  std::optional<GeoPoint> from;  // marked on the map
};

// Of what was chosen for it (usecases/offering/flyer.h).
print::Flyer flyer_text(View const& view, FlyerAsk const& ask, FlyerChoice choice);

}  // namespace wegwijzer::web
