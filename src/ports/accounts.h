// SPDX-License-Identifier: EUPL-1.2
// People who sign in, of the whole store. They are in no atlas and no export of an ecosystem.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "accounts/account_elsewhere.h"
#include "accounts/account_event.h"
#include "accounts/draft.h"
#include "accounts/invitation.h"
#include "accounts/mail.h"
#include "accounts/membership.h"
#include "accounts/new_address.h"
#include "accounts/question.h"
#include "accounts/second_factor.h"
#include "accounts/sign_in.h"

namespace wegwijzer {

// One unchanging view.
class Accounts {
 public:
  virtual ~Accounts() = default;
  virtual bool nobody() = 0;                                             // neither a person nor an invitation
  virtual Result<accounts::Person> person(Id<accounts::Person> id) = 0;  // fails with "account.missing"
  virtual std::optional<accounts::Person> person(accounts::EmailAddress const& mail) = 0;
  virtual std::vector<accounts::Membership> memberships(Id<accounts::Person> person) = 0;
  virtual std::vector<accounts::Membership> holders(accounts::Role role, accounts::Place const& place) = 0;
  virtual std::vector<accounts::Membership> stewards(Id<Ecosystem> ecosystem) = 0;  // by area
  virtual std::optional<std::string> password_hash(Id<accounts::Person> person) = 0;
  virtual std::optional<accounts::SecondFactor> second_factor(Id<accounts::Person> person) = 0;
  virtual std::set<accounts::SecretHash> recovery_codes(Id<accounts::Person> person) = 0;
  virtual std::optional<accounts::SignIn> sign_in(accounts::SecretHash const& token) = 0;
  virtual std::vector<accounts::SignIn> sign_ins(Id<accounts::Person> person) = 0;  // oldest first
  virtual std::optional<accounts::Invitation> invitation(accounts::SecretHash const& token) = 0;
  virtual std::vector<accounts::Invitation> invitations(accounts::Place const& place) = 0;  // oldest first
  virtual int invitations_sent(Id<accounts::Person> by, Instant since) = 0;
  virtual std::optional<accounts::Link> link(accounts::SecretHash const& token) = 0;
  virtual std::optional<accounts::LinkedAccount> linked(accounts::AccountElsewhere const& account) = 0;
  virtual std::vector<accounts::LinkedAccount> linked_accounts(Id<accounts::Person> person) = 0;
  virtual std::vector<accounts::Mail> mails_waiting() = 0;  // oldest first
  virtual std::optional<accounts::Question> question(accounts::SecretHash const& token) = 0;
  virtual std::optional<Instant> last_asked(accounts::Place const& organisation) = 0;
  virtual std::optional<accounts::Draft> draft(Id<accounts::Person> person, std::string_view subject) = 0;
  virtual std::vector<accounts::Draft> drafts(Id<accounts::Person> person) = 0;  // by subject
  virtual std::optional<accounts::NewAddress> new_address(accounts::SecretHash const& token) = 0;
  virtual std::optional<accounts::NewAddress> new_address(Id<accounts::Person> person) = 0;
  virtual std::vector<accounts::AccountEvent> events(Id<accounts::Person> person) = 0;  // oldest first
};

// One transaction: nothing is kept unless commit() returns.
class KeptAccounts : public Accounts {
 public:
  virtual void save(accounts::Person const& person) = 0;
  // With all that belongs to it, and what contact lists say of their mail address.
  virtual void erase(Id<accounts::Person> person) = 0;
  virtual void add(accounts::Membership const& membership) = 0;  // once more is no difference
  virtual void remove(accounts::Membership const& membership) = 0;
  virtual void save_password(Id<accounts::Person> person, std::string const& hash) = 0;
  virtual void save(accounts::SecondFactor const& factor) = 0;
  virtual void remove_second_factor(Id<accounts::Person> person) = 0;  // with its recovery codes
  virtual void save_recovery_codes(Id<accounts::Person> person,
                                   std::set<accounts::SecretHash> const& codes) = 0;
  virtual void save(accounts::SignIn const& sign_in) = 0;
  virtual void remove(Id<accounts::SignIn> sign_in) = 0;
  virtual void add(accounts::Invitation const& invitation, Instant now) = 0;  // counted for who sent it
  virtual void remove(Id<accounts::Invitation> invitation) = 0;
  virtual void add(accounts::Link const& link) = 0;
  virtual void remove_links(Id<accounts::Person> person) = 0;
  virtual void add(accounts::Question const& question) = 0;
  virtual void remove(accounts::Question const& question) = 0;  // that it was asked stays known
  virtual void save(accounts::Draft const& draft) = 0;
  virtual void remove_draft(Id<accounts::Person> person, std::string_view subject) = 0;
  virtual void add(accounts::LinkedAccount const& linked) = 0;
  virtual void remove(accounts::AccountElsewhere const& account) = 0;
  virtual void save(accounts::NewAddress const& wanted) = 0;  // instead of the one that they asked for before
  virtual void remove_new_address(Id<accounts::Person> person) = 0;
  virtual void add(accounts::AccountEvent const& event) = 0;
  // Whatever lets somebody in by a mail to the address of this person: links, questions, invitations. Other
  // mails to it go with the person from now on.
  virtual void forget_what_was_mailed(accounts::Person const& person) = 0;
  virtual void forget_what_ended(Instant now) = 0;     // sign-ins, invitations, links, drafts
  virtual void forget_all_secrets() = 0;               // of everybody: their key is lost
  virtual void write(accounts::Mail const& mail) = 0;  // to be sent after the commit
  // Those about a contact list that went, or would go, to somebody who is erased from it. `list`: the first
  // line of what they are about.
  virtual void forget_contact_mails(accounts::EmailAddress const& to, std::string_view list) = 0;
  // Takes as long as write() and leaves nothing: who asks for somebody unknown cannot tell by the time.
  virtual void as_if_written(accounts::Mail const& mail) = 0;
  virtual void commit() = 0;

  template <class Thing>
  Id<Thing> new_id() {
    return Id<Thing>(next_uuid());
  }

 protected:
  virtual Uuid next_uuid() = 0;
};

// Mails on their way out. Each call is a transaction of its own.
class Outbox {
 public:
  virtual ~Outbox() = default;
  // The oldest that is due, now taken: no other worker gets it.
  virtual std::optional<accounts::Mail> take(Instant now) = 0;
  virtual void sent(Id<accounts::Mail> mail) = 0;  // what could let somebody in is forgotten
  virtual void try_again(Id<accounts::Mail> mail, Instant at) = 0;
  virtual void give_up(Id<accounts::Mail> mail) = 0;
  // Those that were sent or given up before `until`: whom they went to is nobody's to know for ever.
  virtual void forget_sent(Instant until) = 0;
  // Those that a worker took before and never told of: it was stopped in between.
  virtual int put_back_taken() = 0;
};

}  // namespace wegwijzer
