// SPDX-License-Identifier: EUPL-1.2
#include "usecases/account/sign_in.h"

#include <algorithm>

namespace wegwijzer {

using accounts::Person;
using accounts::SignIn;

void ask_for_link(AccountWorld const& world, accounts::EmailAddress const& mail) {
  world.accounts.forget_what_ended(world.now);
  auto const token = world.secrets.new_token();
  auto const hash = world.secrets.hash(Purpose::link, token);
  auto const person = world.accounts.person(mail);
  if (!person) {
    world.accounts.as_if_written({world.accounts.new_id<accounts::Mail>(),
                                  mail,
                                  accounts::MailKind::link,
                                  "nl",
                                  world.secrets.seal(token),
                                  {},
                                  world.now});
    return;
  }
  world.accounts.add(accounts::Link{hash, person->id, world.now + accounts::link_lasts});
  write_mail(world, *person, accounts::MailKind::link, token);
}

Result<Person> show_link(Accounts& accounts, Secrets& secrets, std::string_view token, Instant now) {
  auto const found = accounts.link(secrets.hash(Purpose::link, token));
  if (!found || found->ends <= now) return fail(Fault::missing, "account.link_over");
  return accounts.person(found->person);
}

Result<CameIn> use_link(AccountWorld const& world, std::string_view token, std::string_view device) {
  auto const person = show_link(world.accounts, world.secrets, token, world.now);
  if (!person) return fail(person.error());
  world.accounts.remove_links(person->id);
  return come_in(world, *person, accounts::Way::link, device);
}

Done may_try(Attempts& attempts, Attempt what, std::string_view account, From const& from, Instant now) {
  auto const wait = attempts.begin(what, account, from, now);
  if (wait) return fail(Fault::unavailable, "account.wait", {{"seconds", std::to_string(wait->count())}});
  return {};
}

tl::unexpected<Error> busy(Attempts& attempts, std::string_view account, From const& from) {
  attempts.not_made(Attempt::password, account, from);
  return fail(Fault::unavailable, "account.busy");
}

namespace {

tl::unexpected<Error> wrong_password() {
  return fail(in_field({Fault::invalid, "account.wrong_password"}, "password"));
}

}  // namespace

Result<Checked> check_sign_in(Accounts& accounts, Secrets& secrets, Attempts& attempts,
                              accounts::EmailAddress const& mail, std::string_view password, From const& from,
                              Instant now) {
  if (auto const free = may_try(attempts, Attempt::password, mail.text(), from, now); !free) {
    return fail(free.error());
  }
  auto const turn = attempts.turns().take();
  if (!turn) return busy(attempts, mail.text(), from);
  auto const person = accounts.person(mail);
  auto const hash = person ? accounts.password_hash(person->id) : std::nullopt;
  bool const right = hash && secrets.is_password(*hash, password);
  if (!hash) secrets.as_if(password);
  if (!right || !person) return wrong_password();
  attempts.succeeded(Attempt::password, mail.text(), from);
  return Checked{*person, *hash};
}

Result<CameIn> come_in_by_password(AccountWorld const& world, Checked const& checked,
                                   std::string_view device) {
  auto const person = world.accounts.person(checked.person.id);
  if (!person || world.accounts.password_hash(person->id) != checked.hash) return wrong_password();
  world.accounts.forget_what_ended(world.now);
  return come_in(world, *person, accounts::Way::password, device);
}

namespace {

std::optional<Visit> visit_by(Accounts& accounts, accounts::SecretHash const& token, Instant now) {
  auto const sign_in = accounts.sign_in(token);
  if (!sign_in) return std::nullopt;
  if (over(*sign_in, now)) return std::nullopt;
  auto const person = accounts.person(sign_in->person);
  if (!person) return std::nullopt;
  return Visit{*sign_in, *person, accounts.memberships(person->id)};
}

}  // namespace

accounts::Asker asker_of(Visit const& visit) {
  if (visit.sign_in.stage != accounts::Stage::whole) return {};
  return {true, visit.memberships};
}

std::optional<Visit> visit_of(Accounts& accounts, Secrets& secrets, std::string_view token, Instant now) {
  return visit_by(accounts, secrets.hash(Purpose::sign_in, token), now);
}

std::optional<Visit> still(AccountWorld const& world, std::optional<Visit> const& seen) {
  if (!seen) return std::nullopt;
  auto now = visit_by(world.accounts, seen->sign_in.token, world.now);
  return now && now->sign_in.stage == seen->sign_in.stage ? now : std::nullopt;
}

bool to_be_marked(SignIn const& sign_in, Instant now) {
  return now - sign_in.seen >= accounts::seen_again_after;
}

void mark_seen(AccountWorld const& world, SignIn const& sign_in) {
  // One that was ended meanwhile does not come back.
  auto now = world.accounts.sign_in(sign_in.token);
  if (!now) return;
  now->seen = world.now;
  world.accounts.save(*now);
}

Done end_sign_in(AccountWorld const& world, Id<Person> person, Id<SignIn> sign_in) {
  auto const all = world.accounts.sign_ins(person);
  if (std::ranges::find(all, sign_in, &SignIn::id) == all.end())
    return fail(Fault::missing, "account.missing");
  world.accounts.remove(sign_in);
  return {};
}

}  // namespace wegwijzer
