// SPDX-License-Identifier: EUPL-1.2
#include "usecases/contact/move.h"

#include "base/check.h"

namespace wegwijzer {

namespace {

void move_contact(Writer& writer, ContactPerson one, Id<Organisation> to, Id<MapChange> change) {
  one.moved_from = one.organisation, one.moved_by = change;
  one.organisation = to;
  check(writer.kept_contacts().save(std::move(one)).has_value(), "a contact that was just read is kept");
}

}  // namespace

std::size_t move_contacts(Writer& writer, Id<Organisation> from, Id<Organisation> to, Id<MapChange> change) {
  auto const all = writer.contacts().of(from);
  for (auto const& one : all) move_contact(writer, one, to, change);
  return all.size();
}

void move_contacts_back(Writer& writer, Id<MapChange> undone, Id<MapChange> undoing) {
  for (auto const& one : writer.contacts().all()) {
    if (one.moved_by == undone && one.moved_from) move_contact(writer, one, *one.moved_from, undoing);
  }
}

}  // namespace wegwijzer
