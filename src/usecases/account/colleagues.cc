// SPDX-License-Identifier: EUPL-1.2
#include "usecases/account/colleagues.h"

#include <algorithm>

#include "usecases/account/invite.h"
#include "usecases/account/own.h"
#include "usecases/account/second_factor.h"

namespace wegwijzer {

using accounts::Asker;
using accounts::Invitation;
using accounts::Membership;
using accounts::Person;
using accounts::Place;

namespace {

tl::unexpected<Error> may_not() {
  return fail(Fault::forbidden, "account.may_not");
}

Colleague colleague_of(Accounts& accounts, Asker const& asker, Person const& person) {
  auto const factor = accounts.second_factor(person.id);
  auto const everywhere = accounts.memberships(person.id);
  return {person,
          {},
          factor && factor->confirmed_at,
          may_for_all_roles(asker, everywhere, accounts::reset_second_factor),
          may_for_all_roles(asker, everywhere, accounts::end_sign_ins)};
}

std::vector<Colleague> people_at(Accounts& accounts, Asker const& asker, Place const& place) {
  std::vector<Colleague> people;
  for (auto const& [role, name] : choices<accounts::Role>) {
    for (auto const& one : accounts.holders(role, place)) {
      auto found = std::ranges::find(people, one.person(), [](Colleague const& c) { return c.person.id; });
      if (found == people.end()) {
        people.push_back(colleague_of(accounts, asker, *accounts.person(one.person())));
        found = people.end() - 1;
      }
      found->roles.push_back(one);
    }
  }
  std::ranges::sort(people, {},
                    [](Colleague const& one) { return std::pair(one.person.name, one.person.id); });
  return people;
}

}  // namespace

Result<Colleagues> see_colleagues(Accounts& accounts, Asker const& asker, Place const& place, Instant now) {
  if (!may(asker, accounts::see_colleagues(place), place)) return may_not();
  Colleagues all{people_at(accounts, asker, place), accounts.invitations(place)};
  std::erase_if(all.invitations, [&](Invitation const& one) { return !stands(accounts, one, now); });
  return all;
}

namespace {

// Somebody else, who is there.
Result<Person> other_person(AccountWorld const& world, Visit const& by, Id<Person> person) {
  if (person == by.person.id) return may_not();
  return world.accounts.person(person);
}

}  // namespace

Done take_role(AccountWorld const& world, Visit const& by, Membership const& membership,
               std::string const& about) {
  auto const person = other_person(world, by, membership.person());
  if (!person) return fail(person.error());
  if (!may(asker_of(by), accounts::take_role(membership.role()), membership.place())) return may_not();
  if (is_last_owner(world.accounts, membership)) return fail(Fault::conflict, "account.last_owner_there");
  if (auto const gone = leave(world, membership); !gone) return gone;
  end_all(world, person->id);
  write_mail(world, *person, accounts::MailKind::role_taken, {}, about);
  return {};
}

Done withdraw_invitation(AccountWorld const& world, Visit const& by, Place const& place,
                         Id<Invitation> invitation) {
  auto const there = world.accounts.invitations(place);
  auto const found = std::ranges::find(there, invitation, &Invitation::id);
  if (found == there.end()) return fail(Fault::missing, "account.invitation_over");
  if (!may(asker_of(by), accounts::invite(found->role), place)) return may_not();
  world.accounts.remove(invitation);
  return {};
}

Done end_all_sign_ins(AccountWorld const& world, Visit const& by, Id<Person> id) {
  auto const person = other_person(world, by, id);
  if (!person) return fail(person.error());
  if (!may_for_all_roles(asker_of(by), world.accounts.memberships(id), accounts::end_sign_ins)) {
    return may_not();
  }
  end_all(world, id);
  write_mail(world, *person, accounts::MailKind::sign_ins_ended);
  return {};
}

Done reset_factor_of(AccountWorld const& world, Visit const& by, Id<Person> id) {
  auto const person = other_person(world, by, id);
  if (!person) return fail(person.error());
  return reset_second_factor(world, asker_of(by), *person);
}

}  // namespace wegwijzer
