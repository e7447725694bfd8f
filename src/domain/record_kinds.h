// SPDX-License-Identifier: EUPL-1.2
// Every kind of record, once. The store's tables, the export and its reading back follow from this list and
// from what stands beside each record: its field list, record_name and record_plural.
#pragma once

#include <tuple>
#include <type_traits>

#include "domain/channel.h"
#include "domain/collaboration.h"
#include "domain/fact.h"
#include "domain/hub.h"
#include "domain/inquiry.h"
#include "domain/learning_route.h"
#include "domain/offering.h"
#include "domain/organisation.h"
#include "domain/step_edge.h"
#include "domain/venue.h"

namespace wegwijzer {

template <class... Things>
struct RecordKindList {
  template <template <class> class Of>
  using Tuple = std::tuple<Of<Things>...>;

  template <class Thing>
  static constexpr bool has = (std::is_same_v<Thing, Things> || ...);
};

// What refers to another kind comes after it.
using RecordKinds = RecordKindList<Organisation, Venue, Offering, Collaboration, Channel, LearningRoute,
                                   StepEdge, Fact, Inquiry, Hub>;

// Of<Organisation>, Of<Venue>, …: one for every kind.
template <template <class> class Of>
using OfEveryKind = RecordKinds::Tuple<Of>;

template <class Thing>
struct Kind {
  using type = Thing;
};

// Calls visit(Kind<Thing>()) for every kind, in the order of the list.
template <class Visit>
void for_each_kind(Visit visit) {
  std::apply([&](auto... kind) { (visit(kind), ...); }, OfEveryKind<Kind>());
}

}  // namespace wegwijzer
