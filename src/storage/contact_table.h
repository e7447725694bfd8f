// SPDX-License-Identifier: EUPL-1.2
// The people of the organisations of one ecosystem. What is erased is overwritten (PRAGMA secure_delete).
#pragma once

#include "ports/contacts.h"
#include "storage/record_table.h"

namespace wegwijzer {

class ContactTable : public KeptContacts {
 public:
  // Without a stamp it is only read.
  ContactTable(Scope scope, Stamp const* stamp) : scope_(std::move(scope)), stamp_(stamp) {}

  Result<ContactPerson> find(Id<ContactPerson> id) override;
  std::vector<ContactPerson> all() override;
  std::vector<ContactPerson> of(Id<Organisation> organisation) override;
  std::optional<ContactPerson> with_token(accounts::SecretHash const& token) override;
  std::optional<ContactMailbox> mailbox(accounts::SecretHash const& address) override;
  std::vector<ContactMailbox> mailboxes() override;
  Result<ContactPerson> save(ContactPerson contact) override;
  void put_back(ContactPerson const& contact) override;
  void erase(Id<ContactPerson> id) override;
  void add_token(Id<ContactPerson> id, accounts::SecretHash const& token) override;
  void save(ContactMailbox const& mailbox) override;
  void forget_mailboxes(Date asked_until) override;

  int rows_written() const { return rows_written_; }

 private:
  // Says of an organisation that somebody of it was "added" or "erased", and nothing of who.
  void tell(Id<Organisation> organisation, char const* what);
  void count_rows();

  Scope scope_;
  Stamp const* stamp_;
  int rows_written_ = 0;
};

}  // namespace wegwijzer
