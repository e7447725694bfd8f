// SPDX-License-Identifier: EUPL-1.2
#include "usecases/account/new_address.h"

namespace wegwijzer {

using accounts::AccountStep;
using accounts::EmailAddress;
using accounts::MailKind;
using accounts::NewAddress;
using accounts::Person;

Done may_ask_new_address(Attempts& attempts, Id<Person> person, EmailAddress const& wanted, From const& from,
                         Instant now) {
  // Where they come from counts once for a mail.
  auto const own = may_try(attempts, Attempt::link, "new address of " + text(person), {}, now);
  return own ? may_try(attempts, Attempt::link, wanted.text(), from, now) : own;
}

namespace {

// It is sealed also where nobody gets it, so that both take as long.
void write_there(AccountWorld const& world, Person const& person, EmailAddress const& wanted,
                 std::string_view token) {
  auto const owner = world.accounts.person(wanted);
  auto const sealed = world.secrets.seal(token);
  accounts::Mail mail{world.accounts.new_id<accounts::Mail>(),
                      wanted,
                      owner ? MailKind::address_taken : MailKind::address_confirm,
                      owner ? owner->language : person.language,
                      owner ? std::string() : sealed,
                      {},
                      world.now};
  if (!owner) mail.whose = person.id;
  world.accounts.write(mail);
}

void tell_old_address(AccountWorld const& world, Person const& before) {
  world.accounts.write({.id = world.accounts.new_id<accounts::Mail>(),
                        .to = before.mail,
                        .kind = MailKind::address_changed,
                        .language = before.language,
                        .written_at = world.now,
                        .whose = before.id});
}

}  // namespace

Done ask_new_address(AccountWorld const& world, Visit const& visit, EmailAddress const& wanted,
                     Proof const& proof) {
  auto const& person = visit.person;
  if (auto const proven = still_proven(world.accounts, person.id, proof); !proven) return proven;
  if (wanted == person.mail) return fail(in_field({Fault::invalid, "account.same_address"}, "mail"));
  world.accounts.forget_what_ended(world.now);
  auto const token = world.secrets.new_token();
  // Kept also where somebody has it already: one's own page looks the same either way.
  world.accounts.save(NewAddress{world.secrets.hash(Purpose::new_address, token), person.id, wanted,
                                 world.now + accounts::new_address_lasts});
  write_there(world, person, wanted, token);
  write_mail(world, person, MailKind::address_asked);
  world.accounts.add({person.id, world.now, AccountStep::address_asked});
  return {};
}

Result<NewAddress> show_new_address(Accounts& accounts, Secrets& secrets, std::string_view token,
                                    Instant now) {
  auto const found = accounts.new_address(secrets.hash(Purpose::new_address, token));
  if (!found || found->ends <= now) return fail(Fault::missing, "account.address_over");
  return *found;
}

Done take_new_address(AccountWorld const& world, Visit const& visit, std::string_view token) {
  auto const found = show_new_address(world.accounts, world.secrets, token, world.now);
  if (!found) return fail(found.error());
  // A link alone opens nothing: a slip of the pen may have sent it to a stranger.
  if (found->person != visit.person.id) return fail(Fault::forbidden, "account.address_not_yours");
  if (world.accounts.person(found->mail)) return fail(Fault::conflict, "account.address_taken");
  auto moved = visit.person;
  moved.mail = found->mail;
  world.accounts.forget_what_was_mailed(visit.person);
  world.accounts.save(moved);
  end_others(world, visit.sign_in);
  tell_old_address(world, visit.person);
  world.accounts.add({moved.id, world.now, AccountStep::address_changed});
  return {};
}

Done withdraw_new_address(AccountWorld const& world, Visit const& visit) {
  auto const& person = visit.person.id;
  if (!world.accounts.new_address(person)) return fail(Fault::missing, "account.missing");
  world.accounts.remove_new_address(person);
  world.accounts.add({person, world.now, AccountStep::address_withdrawn});
  return {};
}

}  // namespace wegwijzer
