// SPDX-License-Identifier: EUPL-1.2
// What every use case does that reckons with a whole store: the place that is asked for, and the model, with
// how far it is.
#pragma once

#include <memory>

#include "base/result.h"
#include "opportunity/model.h"
#include "usecases/step_count.h"

namespace wegwijzer {

// A place that lies in no other. Fails with "area.missing" and "release.not_whole".
Result<Index<Area>> whole_place(Areas const& areas, AreaCode const& code);

// Told how far it is as the step `reach`; an order to stop ends it with StepStopped.
template <class Step>
std::shared_ptr<OpportunityModel const> make_model(std::shared_ptr<Atlas const> const& atlas,
                                                   OpportunityParameters const& parameters, Date today,
                                                   unsigned threads, StepWatch<Step> const& watch,
                                                   Step reach) {
  auto const homes = home_areas(*atlas, static_cast<int>(parameters.square)).size();
  // Each way is asked for, some over calm streets too, and then each once more for the seats.
  StepCount<Step> count(watch, reach, (2 * way_count + calm_way_count) * homes);
  return std::make_shared<OpportunityModel const>(
      atlas, parameters, today, threads,
      [&](ModelStep step, std::size_t done) { count.add(step == ModelStep::streets ? 0 : done); });
}

}  // namespace wegwijzer
