// SPDX-License-Identifier: EUPL-1.2
#include "usecases/account/invite.h"

namespace wegwijzer {

using accounts::Invitation;
using accounts::Membership;
using accounts::Person;

namespace {

bool sent_as_many_as_one_may(AccountWorld const& world, std::optional<Id<Person>> const& by) {
  if (!by) return false;
  auto const since = world.now - accounts::day_of_invitations;
  return world.accounts.invitations_sent(*by, since) >= accounts::most_invitations_a_day;
}

}  // namespace

Done invite(AccountWorld const& world, accounts::Asker const& asker, InvitationWish const& wish) {
  if (auto const fits = Membership::make({}, wish.role, wish.place); !fits) return fail(fits.error());
  if (!may(asker, accounts::invite(wish.role), wish.place)) return fail(Fault::forbidden, "account.may_not");
  if (sent_as_many_as_one_may(world, wish.by)) return fail(Fault::conflict, "account.invited_too_many");
  auto const token = world.secrets.new_token();
  world.accounts.forget_what_ended(world.now);
  world.accounts.add(Invitation{world.accounts.new_id<Invitation>(),
                                world.secrets.hash(Purpose::invitation, token), wish.mail, wish.role,
                                wish.place, wish.language, world.now + accounts::invitation_lasts, wish.by},
                     world.now);
  world.accounts.write({world.accounts.new_id<accounts::Mail>(), wish.mail, accounts::MailKind::invitation,
                        wish.language, world.secrets.seal(token), wish.about, world.now});
  return {};
}

bool is_whole_visit_of(std::optional<Visit> const& visit, Id<Person> person) {
  return visit && visit->person.id == person && visit->sign_in.stage == accounts::Stage::whole;
}

bool stands(Accounts& accounts, Invitation const& invitation, Instant now) {
  if (invitation.ends <= now) return false;
  if (!invitation.invited_by) return true;
  auto const roles = accounts.memberships(*invitation.invited_by);
  return may({true, roles}, accounts::invite(invitation.role), invitation.place);
}

Result<Invitation> show_invitation(Accounts& accounts, Secrets& secrets, std::string_view token,
                                   Instant now) {
  auto const found = accounts.invitation(secrets.hash(Purpose::invitation, token));
  if (!found || !stands(accounts, *found, now)) return fail(Fault::missing, "account.invitation_over");
  return *found;
}

namespace {

// A mail that was passed on, or lies in an archive, must not open an account that is there.
Result<Person> person_of(AccountWorld const& world, Invitation const& invitation, std::string_view name,
                         std::optional<Visit> const& visit) {
  if (auto const known = world.accounts.person(invitation.mail)) {
    if (!is_whole_visit_of(visit, known->id)) return fail(Fault::forbidden, "account.sign_in_first");
    return *known;
  }
  auto const typed = accounts::person_name(name);
  if (!typed) return fail(typed.error());
  Person person{world.accounts.new_id<Person>(), invitation.mail, *typed, invitation.language, world.now};
  world.accounts.save(person);
  return person;
}

}  // namespace

Result<CameIn> accept_invitation(AccountWorld const& world, std::string_view token, std::string_view name,
                                 std::string_view device, std::optional<Visit> const& visit) {
  auto const found = show_invitation(world.accounts, world.secrets, token, world.now);
  if (!found) return fail(found.error());
  auto const person = person_of(world, *found, name, visit);
  if (!person) return fail(person.error());
  auto const membership = Membership::make(person->id, found->role, found->place);
  if (!membership) return fail(membership.error());
  world.accounts.add(*membership);
  world.accounts.remove(found->id);
  end_all(world, person->id);
  auto const way = is_whole_visit_of(visit, person->id) ? visit->sign_in.way : accounts::Way::link;
  return come_in(world, *person, way, device);
}

}  // namespace wegwijzer
