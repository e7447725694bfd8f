// SPDX-License-Identifier: EUPL-1.2
#include "storage/contact_table.h"

#include <sqlite3.h>

#include "base/check.h"

namespace wegwijzer {

namespace {

template <class Value>
Value value_in_row(FieldText const& text) {
  auto value = from_field_text<Value>(text);
  check(value.has_value(), "a contact in the store cannot be read back");
  return *std::move(value);
}

ContactPerson contact_in_row(sqlite::Run const& row) {
  ContactPerson one;
  one.id = value_in_row<Id<ContactPerson>>(row.text(0));
  one.version = row.number(1);
  one.organisation = value_in_row<Id<Organisation>>(row.text(2));
  one.name = row.text(3);
  one.function = row.text(4);
  one.layer = value_in_row<ContactLayer>(row.text(5));
  one.email = row.text(6);
  one.phone = row.text(7);
  one.turn_to = value_in_row<std::vector<TurnTo>>(row.optional_text(8));
  one.about = row.text(9);
  one.themes = value_in_row<std::vector<ThemeCode>>(row.optional_text(10));
  one.way = value_in_row<ConsentWay>(row.text(11));
  one.asked_on = value_in_row<std::optional<Date>>(row.optional_text(12));
  one.given_on = value_in_row<std::optional<Date>>(row.optional_text(13));
  one.entered_by = row.text(14);
  one.moved_from = value_in_row<std::optional<Id<Organisation>>>(row.optional_text(15));
  one.moved_by = value_in_row<std::optional<Id<MapChange>>>(row.optional_text(16));
  return one;
}

std::vector<ContactPerson> contacts_in(sqlite::Run rows) {
  std::vector<ContactPerson> all;
  while (rows.step()) all.push_back(contact_in_row(rows));
  return all;
}

ContactMailbox mailbox_in_row(sqlite::Run const& row) {
  return {row.text(0), value_in_row<std::optional<Date>>(row.optional_text(1)), row.text(2) == "yes"};
}

}  // namespace

void ContactTable::count_rows() {
  rows_written_ += sqlite3_changes(scope_.database.handle());
}

void ContactTable::tell(Id<Organisation> organisation, char const* what) {
  check(stamp_ != nullptr, "only a writer changes contacts");
  auto entry = stamp_->entry("contact", organisation.uuid());
  entry.field = what;
  add_audit_entry(scope_, stamp_->ids.next(), entry);
  count_rows();
}

Result<ContactPerson> ContactTable::find(Id<ContactPerson> id) {
  auto row = scope_.database.query(
      "SELECT id, version, organisation, name, position, layer, email, phone, turn_to, about, themes, way, "
      "asked_on, given_on, entered_by, moved_from, moved_by FROM contact WHERE ecosystem_id = ?1 AND id = ?2",
      std::string_view(scope_.ecosystem), std::string_view(text(id)));
  if (!row.step()) return fail(Fault::missing, "people.missing");
  return contact_in_row(row);
}

std::vector<ContactPerson> ContactTable::all() {
  return contacts_in(scope_.database.query(
      "SELECT id, version, organisation, name, position, layer, email, phone, turn_to, about, themes, way, "
      "asked_on, given_on, entered_by, moved_from, moved_by FROM contact WHERE ecosystem_id = ?1 ORDER BY id",
      std::string_view(scope_.ecosystem)));
}

std::vector<ContactPerson> ContactTable::of(Id<Organisation> organisation) {
  return contacts_in(scope_.database.query(
      "SELECT id, version, organisation, name, position, layer, email, phone, turn_to, about, themes, way, "
      "asked_on, given_on, entered_by, moved_from, moved_by FROM contact WHERE ecosystem_id = ?1 AND "
      "organisation = ?2 ORDER BY id",
      std::string_view(scope_.ecosystem), std::string_view(text(organisation))));
}

std::optional<ContactPerson> ContactTable::with_token(accounts::SecretHash const& token) {
  auto row = scope_.database.query("SELECT contact FROM contact_link WHERE ecosystem_id = ?1 AND token = ?2",
                                   std::string_view(scope_.ecosystem), std::string_view(token.text));
  if (!row.step()) return std::nullopt;
  auto found = find(value_in_row<Id<ContactPerson>>(row.text(0)));
  return found ? std::optional(*std::move(found)) : std::nullopt;
}

std::optional<ContactMailbox> ContactTable::mailbox(accounts::SecretHash const& address) {
  auto row = scope_.database.query(
      "SELECT address, asked_on, refused FROM contact_mailbox WHERE ecosystem_id = ?1 AND address = ?2",
      std::string_view(scope_.ecosystem), std::string_view(address.text));
  if (!row.step()) return std::nullopt;
  return mailbox_in_row(row);
}

std::vector<ContactMailbox> ContactTable::mailboxes() {
  auto rows = scope_.database.query(
      "SELECT address, asked_on, refused FROM contact_mailbox WHERE ecosystem_id = ?1 ORDER BY address",
      std::string_view(scope_.ecosystem));
  std::vector<ContactMailbox> all;
  while (rows.step()) all.push_back(mailbox_in_row(rows));
  return all;
}

Result<ContactPerson> ContactTable::save(ContactPerson contact) {
  auto const before = find(contact.id);
  if (contact.version != (before ? before->version : 0)) {
    return fail(Fault::conflict, "people.changed_meanwhile");
  }
  ++contact.version;
  put_back(contact);
  if (!before) tell(contact.organisation, "added");
  return contact;
}

void ContactTable::put_back(ContactPerson const& one) {
  scope_.database.run(
      "INSERT INTO contact (ecosystem_id, id, version, organisation, name, position, layer, email, phone, "
      "turn_to, about, themes, way, asked_on, given_on, entered_by, moved_from, moved_by) VALUES (?1, ?2, "
      "?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18) "
      "ON CONFLICT (ecosystem_id, id) DO UPDATE SET version = excluded.version, organisation = "
      "excluded.organisation, name = excluded.name, position = excluded.position, layer = excluded.layer, "
      "email = excluded.email, phone = excluded.phone, turn_to = excluded.turn_to, about = excluded.about, "
      "themes = excluded.themes, way = excluded.way, asked_on = excluded.asked_on, given_on = "
      "excluded.given_on, entered_by = excluded.entered_by, moved_from = excluded.moved_from, moved_by = "
      "excluded.moved_by",
      std::string_view(scope_.ecosystem), std::string_view(text(one.id)), one.version,
      std::string_view(text(one.organisation)), std::string_view(one.name), std::string_view(one.function),
      code(one.layer), std::string_view(one.email), std::string_view(one.phone), to_field_text(one.turn_to),
      std::string_view(one.about), to_field_text(one.themes), code(one.way), to_field_text(one.asked_on),
      to_field_text(one.given_on), std::string_view(one.entered_by), to_field_text(one.moved_from),
      to_field_text(one.moved_by));
  count_rows();
}

void ContactTable::erase(Id<ContactPerson> id) {
  auto const there = find(id);
  if (!there) return;
  scope_.database.run("DELETE FROM contact_link WHERE ecosystem_id = ?1 AND contact = ?2",
                      std::string_view(scope_.ecosystem), std::string_view(text(id)));
  count_rows();
  scope_.database.run("DELETE FROM contact WHERE ecosystem_id = ?1 AND id = ?2",
                      std::string_view(scope_.ecosystem), std::string_view(text(id)));
  count_rows();
  tell(there->organisation, "erased");
}

void ContactTable::add_token(Id<ContactPerson> id, accounts::SecretHash const& token) {
  scope_.database.run("INSERT INTO contact_link (ecosystem_id, token, contact) VALUES (?1, ?2, ?3)",
                      std::string_view(scope_.ecosystem), std::string_view(token.text),
                      std::string_view(text(id)));
  count_rows();
}

void ContactTable::save(ContactMailbox const& mailbox) {
  scope_.database.run(
      "INSERT INTO contact_mailbox (ecosystem_id, address, asked_on, refused) VALUES (?1, ?2, ?3, ?4) "
      "ON CONFLICT (ecosystem_id, address) DO UPDATE SET asked_on = excluded.asked_on, refused = "
      "excluded.refused",
      std::string_view(scope_.ecosystem), std::string_view(mailbox.address), to_field_text(mailbox.asked_on),
      std::string_view(mailbox.refused ? "yes" : "no"));
  count_rows();
}

void ContactTable::forget_mailboxes(Date asked_until) {
  scope_.database.run(
      "DELETE FROM contact_mailbox WHERE ecosystem_id = ?1 AND refused = 'no' AND asked_on <= ?2",
      std::string_view(scope_.ecosystem), std::string_view(text(asked_until)));
  count_rows();
}

}  // namespace wegwijzer
