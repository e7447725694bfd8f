// SPDX-License-Identifier: EUPL-1.2
// The people of the organisations of one ecosystem. They are in no atlas and no history.
#pragma once

#include <optional>
#include <vector>

#include "accounts/secret_hash.h"
#include "base/result.h"
#include "domain/contact_person.h"

namespace wegwijzer {

class Contacts {
 public:
  virtual ~Contacts() = default;
  virtual Result<ContactPerson> find(Id<ContactPerson> id) = 0;  // fails with "people.missing"
  virtual std::vector<ContactPerson> all() = 0;                  // by id
  virtual std::vector<ContactPerson> of(Id<Organisation> organisation) = 0;
  // The one that the link of a mail leads to.
  virtual std::optional<ContactPerson> with_token(accounts::SecretHash const& token) = 0;
  virtual std::optional<ContactMailbox> mailbox(accounts::SecretHash const& address) = 0;
  virtual std::vector<ContactMailbox> mailboxes() = 0;
};

class KeptContacts : public Contacts {
 public:
  // Inserts (version 0) or updates. The history says that somebody was added to the organisation, not who.
  // Fails with Fault::conflict, "people.changed_meanwhile", when another version is in the store.
  virtual Result<ContactPerson> save(ContactPerson contact) = 0;
  virtual void put_back(ContactPerson const& contact) = 0;  // of an export, as it was
  // For good, with its links. The history says that somebody of the organisation went, not who.
  virtual void erase(Id<ContactPerson> id) = 0;
  // One more link that leads to it: those of before stay.
  virtual void add_token(Id<ContactPerson> id, accounts::SecretHash const& token) = 0;
  virtual void save(ContactMailbox const& mailbox) = 0;
  // Of whom was asked on that day or before; a refusal stays.
  virtual void forget_mailboxes(Date asked_until) = 0;
};

}  // namespace wegwijzer
