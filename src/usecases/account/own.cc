// SPDX-License-Identifier: EUPL-1.2
#include "usecases/account/own.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "accounts/password.h"

namespace wegwijzer {

using accounts::Membership;
using accounts::Person;

Done rename_person(AccountWorld const& world, Person person, std::string_view name,
                   std::string_view language) {
  auto const typed = accounts::person_name(name);
  if (!typed) return fail(typed.error());
  if (language != "nl" && language != "en") return fail(Fault::invalid, "account.language_unknown");
  person.name = *typed, person.language = language;
  world.accounts.save(person);
  return {};
}

bool is_fresh(accounts::SignIn const& sign_in, Instant now) {
  return sign_in.way == accounts::Way::link && now - sign_in.began < accounts::fresh_for;
}

namespace {

tl::unexpected<Error> wrong_old_password() {
  return fail(in_field({Fault::invalid, "account.wrong_old_password"}, "old"));
}

}  // namespace

Done still_proven(Accounts& accounts, Id<Person> person, Proof const& proof) {
  if (proof.hash && accounts.password_hash(person) != proof.hash) return wrong_old_password();
  return {};
}

Result<Proof> prove(Accounts& accounts, Secrets& secrets, Attempts& attempts, Visit const& visit,
                    std::string_view password, From const& from, Instant now) {
  auto const hash = accounts.password_hash(visit.person.id);
  bool const fresh = is_fresh(visit.sign_in, now);
  if (!fresh && !hash) return fail(Fault::forbidden, "account.sign_in_again");
  // Also where nothing is guessed: making a hash costs this machine more than asking for it costs somebody.
  auto const what = (fresh ? "new password of " : "") + visit.person.mail.text();
  if (auto const free = may_try(attempts, Attempt::password, what, from, now); !free) {
    return fail(free.error());
  }
  if (fresh) return Proof{};
  auto const turn = attempts.turns().take();
  if (!turn) return busy(attempts, what, from);
  if (!secrets.is_password(*hash, password)) return wrong_old_password();
  attempts.succeeded(Attempt::password, what, from);
  return Proof{hash};
}

Result<NewPassword> prepare_password(Accounts& accounts, Secrets& secrets, Attempts& attempts,
                                     Visit const& visit, std::string_view old, std::string_view wanted,
                                     From const& from, Instant now) {
  auto const& person = visit.person;
  auto const good = accounts::check_password(wanted, person.mail.text(), person.name);
  if (!good) return fail(good.error());
  auto proof = prove(accounts, secrets, attempts, visit, old, from, now);
  if (!proof) return fail(proof.error());
  auto const turn = attempts.turns().take();
  if (!turn) return fail(Fault::unavailable, "account.busy");
  return NewPassword{*std::move(proof), secrets.password_hash(wanted)};
}

Done keep_password(AccountWorld const& world, Visit const& visit, NewPassword const& wanted) {
  auto const& person = visit.person;
  if (auto const proven = still_proven(world.accounts, person.id, wanted.proof); !proven) return proven;
  world.accounts.save_password(person.id, wanted.hash);
  end_others(world, visit.sign_in);
  write_mail(world, person, accounts::MailKind::password_changed);
  return {};
}

namespace {

bool has_to_be_somebody(accounts::Role role) {
  return role == accounts::Role::organisation_owner || role == accounts::Role::ecosystem_owner ||
         role == accounts::Role::server_operator;
}

}  // namespace

bool is_last_owner(Accounts& accounts, Membership const& one) {
  return has_to_be_somebody(one.role()) && accounts.holders(one.role(), one.place()).size() <= 1;
}

Done leave(AccountWorld const& world, Membership const& membership) {
  auto const all = world.accounts.memberships(membership.person());
  if (std::ranges::find(all, membership) == all.end()) return fail(Fault::missing, "account.missing");
  if (is_last_owner(world.accounts, membership)) return fail(Fault::conflict, "account.last_owner");
  world.accounts.remove(membership);
  return {};
}

std::string own_data(Accounts& accounts, Person const& person, std::vector<OwnContact> const& contacts) {
  nlohmann::ordered_json out{{"mail", person.mail.text()},
                             {"name", person.name},
                             {"language", person.language},
                             {"made_at", text(person.made_at)},
                             {"has_password", accounts.password_hash(person.id).has_value()},
                             {"has_second_factor", accounts.second_factor(person.id).has_value()},
                             {"invitations_sent_today", accounts.invitations_sent(person.id, {})},
                             {"roles", nlohmann::ordered_json::array()},
                             {"sign_ins", nlohmann::ordered_json::array()},
                             {"linked_accounts", nlohmann::ordered_json::array()}};
  for (auto const& one : accounts.memberships(person.id)) {
    nlohmann::ordered_json role{{"role", text(one.role())}};
    if (one.place().ecosystem) role["ecosystem"] = text(*one.place().ecosystem);
    if (one.place().organisation) role["organisation"] = text(*one.place().organisation);
    if (one.place().area) role["area"] = text(*one.place().area);
    out["roles"].push_back(std::move(role));
  }
  for (auto const& one : accounts.sign_ins(person.id)) {
    out["sign_ins"].push_back({{"began", text(one.began)}, {"seen", text(one.seen)}, {"device", one.device}});
  }
  for (auto const& one : accounts.drafts(person.id))
    out["drafts"].push_back({{"subject", one.subject}, {"saved_at", text(one.saved_at)}, {"form", one.form}});
  for (auto const& one : accounts.linked_accounts(person.id)) {
    out["linked_accounts"].push_back({{"issuer", one.account.issuer},
                                      {"subject", one.account.subject},
                                      {"linked_at", text(one.linked_at)}});
  }
  if (auto const wanted = accounts.new_address(person.id))
    out["new_address"] = {{"mail", wanted->mail.text()}, {"ends", text(wanted->ends)}};
  for (auto const& one : accounts.events(person.id))
    out["events"].push_back({{"at", text(one.at)}, {"step", text(one.step)}});
  out["contacts"] = nlohmann::ordered_json::array();
  for (auto const& one : contacts)
    out["contacts"].push_back(nlohmann::ordered_json::parse(own_contact_data(one)));
  return out.dump(2);
}

Done erase_person(AccountWorld const& world, Person const& person, Proof const& proof) {
  if (auto const proven = still_proven(world.accounts, person.id, proof); !proven) return proven;
  for (auto const& one : world.accounts.memberships(person.id)) {
    if (is_last_owner(world.accounts, one)) return fail(Fault::conflict, "account.last_owner");
  }
  world.accounts.erase(person.id);
  return {};
}

}  // namespace wegwijzer
