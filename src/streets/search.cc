// SPDX-License-Identifier: EUPL-1.2
#include "streets/search.h"

#include "base/check.h"

namespace wegwijzer {

namespace {

// Both directions are measured from the begin of the line, so that there and back take the same time.
Tenths time_between(Tenths whole, Along a, Along b) {
  auto const amount = static_cast<std::uint32_t>(whole.count());
  auto const before = [amount](Along at) { return static_cast<std::int32_t>(amount_before(amount, at)); };
  return Tenths(std::abs(before(a) - before(b)));
}

Tenths time_along(TravelTimes const& times, Index<Edge> edge, bool forward, Along a, Along b) {
  if (a == b) return Tenths(0);  // a place on a crossing leaves it by any street, also from a one-way one
  auto const whole = times.time(edge, forward);
  return whole == never ? never : time_between(whole, a, b);
}

}  // namespace

Tenths time_to_end(TravelTimes const& times, Place const& place, bool forward) {
  return time_along(times, place.edge, forward, place.along, forward ? line_end : line_begin);
}

Tenths time_from_begin(TravelTimes const& times, Place const& place, bool forward) {
  return time_along(times, place.edge, forward, forward ? line_begin : line_end, place.along);
}

Tenths time_on_shared_edge(TravelTimes const& times, Place const& from, Place const& to) {
  if (from.edge != to.edge) return never;
  return time_along(times, from.edge, from.along < to.along, from.along, to.along);
}

}  // namespace wegwijzer
