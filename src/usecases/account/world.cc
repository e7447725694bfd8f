// SPDX-License-Identifier: EUPL-1.2
#include "usecases/account/world.h"

#include <algorithm>

namespace wegwijzer {

using accounts::Mail;
using accounts::MailKind;
using accounts::Membership;
using accounts::Person;
using accounts::SignIn;
using accounts::Way;

void end_others(AccountWorld const& world, SignIn const& but) {
  for (auto const& one : world.accounts.sign_ins(but.person)) {
    if (one.id != but.id) world.accounts.remove(one.id);
  }
  world.accounts.remove_new_address(but.person);
}

void end_all(AccountWorld const& world, Id<Person> person) {
  for (auto const& one : world.accounts.sign_ins(person)) world.accounts.remove(one.id);
  world.accounts.remove_new_address(person);
}

bool needs_second_factor(Accounts& accounts, Id<Person> person, Way way) {
  return std::ranges::any_of(accounts.memberships(person), [&](Membership const& one) {
    return accounts::needs_second_factor(one.role(), way);
  });
}

namespace {

accounts::Stage stage_for(Accounts& accounts, Id<Person> person, Way way) {
  auto const factor = accounts.second_factor(person);
  bool const has_one = factor && factor->confirmed_at;
  bool const needed = needs_second_factor(accounts, person, way);
  // Who has a second factor shows it beside every password and account elsewhere, needed or not.
  if (has_one && (needed || way == Way::password || way == Way::elsewhere))
    return accounts::Stage::awaits_code;
  return needed ? accounts::Stage::awaits_enrolment : accounts::Stage::whole;
}

}  // namespace

CameIn come_in(AccountWorld const& world, Person const& person, Way way, std::string_view device) {
  // What was begun in another visit and never confirmed may have been read there.
  auto const factor = world.accounts.second_factor(person.id);
  if (factor && !factor->confirmed_at) world.accounts.remove_second_factor(person.id);
  auto token = world.secrets.new_token();
  SignIn const sign_in{world.accounts.new_id<SignIn>(),
                       world.secrets.hash(Purpose::sign_in, token),
                       person.id,
                       way,
                       stage_for(world.accounts, person.id, way),
                       world.now,
                       world.now,
                       std::string(device)};
  world.accounts.save(sign_in);
  return {sign_in, std::move(token)};
}

void write_mail(AccountWorld const& world, Person const& to, MailKind kind, std::string_view token,
                std::string const& about) {
  world.accounts.write({world.accounts.new_id<Mail>(), to.mail, kind, to.language,
                        token.empty() ? std::string() : world.secrets.seal(token), about, world.now});
}

}  // namespace wegwijzer
