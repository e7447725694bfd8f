// SPDX-License-Identifier: EUPL-1.2
// What a provider changes of its own records. The writer is not yet committed.
#pragma once

#include "ports/store.h"
#include "usecases/workplace/merge_edit.h"

namespace wegwijzer {

// A new one (version 0, its id is made here), or another version of one that is there: its organisation and
// source stay. Who keeps it says that it is right today. Fails with "record.missing", "work.venue_missing"
// of the field "venue", and as save() does.
Result<Offering> keep_offering(Writer& writer, Offering offering, Date today);

// As merge_edit() does; and where the places taken do not fit the places there are, or a place somebody chose
// is for an offering that is at none, both are asked.
MergedEdit<Offering> merge_offering(Offering const& seen, Offering const& typed, Offering const& now);

// All is still right, said today. Those that are archived or of another organisation are left alone; gives
// the number of the others.
std::size_t confirm_offerings(Writer& writer, Id<Organisation> organisation,
                              std::vector<Id<Offering>> const& offerings, Date today);

// How many can still join; numbers only, never who. Fails with "record.missing", and with
// "work.more_free" of the field "places_left".
Result<Offering> set_places(Writer& writer, Id<Offering> id, std::optional<int> places_left);

// As last year's: the words and facts, without its dates, places, deadline and source.
Offering copy_of(Offering const& offering);

}  // namespace wegwijzer
