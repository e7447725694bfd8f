// SPDX-License-Identifier: EUPL-1.2
// What partners say to each other, kind by kind: kept as records are, with versions, history and export, but
// not on the map, not in the atlas and not in open data (decisions/0063).
#pragma once

#include "domain/hub_talk.h"
#include "domain/notice.h"
#include "domain/record_kinds.h"

namespace wegwijzer {

// What refers to another kind comes after it.
using TalkKinds = RecordKindList<HubQuestion, HubAnswer, KnowledgePage, Notice>;

template <template <class> class Of>
using OfEveryTalk = TalkKinds::Tuple<Of>;

template <class Thing>
inline constexpr bool is_talk = TalkKinds::has<Thing>;

template <class Visit>
void for_each_talk_kind(Visit visit) {
  std::apply([&](auto... kind) { (visit(kind), ...); }, OfEveryTalk<Kind>());
}

}  // namespace wegwijzer
