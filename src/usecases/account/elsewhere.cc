// SPDX-License-Identifier: EUPL-1.2
#include "usecases/account/elsewhere.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "usecases/account/own.h"

namespace wegwijzer {

using accounts::AccountElsewhere;
using accounts::LinkedAccount;
using accounts::MailKind;
using accounts::Person;
using accounts::SignIn;
using accounts::Way;

namespace {

// The key seals other things too; none of those is a errand.
constexpr char const* mark = "errand";

tl::unexpected<Error> errand_over() {
  return fail(Fault::forbidden, "account.elsewhere_over");
}

void tell(AccountWorld const& world, Person const& to, MailKind kind, std::string_view provider) {
  world.accounts.write({world.accounts.new_id<accounts::Mail>(),
                        to.mail,
                        kind,
                        to.language,
                        {},
                        std::string(provider),
                        world.now});
}

}  // namespace

Errand new_errand(Secrets& secrets, std::string provider, Instant now) {
  return {
      .provider = std::move(provider),
      .way = {.state = secrets.new_token(), .nonce = secrets.new_token(), .verifier = secrets.new_token()},
      .next = {},
      .language = {},
      .ends = now + errand_lasts};
}

std::string sealed(Secrets& secrets, Errand const& errand) {
  nlohmann::json const all{mark,
                           errand.provider,
                           errand.way.state,
                           errand.way.nonce,
                           errand.way.verifier,
                           errand.next,
                           errand.language,
                           errand.linking ? text(*errand.linking) : "",
                           text(errand.ends)};
  return secrets.seal(all.dump());
}

Result<Errand> unsealed(Secrets& secrets, std::string_view sealed, Instant now) {
  auto const plain = secrets.unseal(sealed);
  if (!plain) return errand_over();
  auto const read = nlohmann::json::parse(*plain, nullptr, false);
  // What this key sealed as a errand is one; after the mark nothing is looked at twice.
  if (!read.is_array() || read.size() != 9 || read[0] != mark) return errand_over();
  auto const all = read.get<std::vector<std::string>>();
  auto const ends = parse_instant(all[8]);
  if (!ends || *ends <= now) return errand_over();
  Errand errand{all[1], {all[2], all[3], all[4]}, all[5], all[6], std::nullopt, *ends};
  if (auto const linking = Id<SignIn>::parse(all[7])) errand.linking = *linking;
  return errand;
}

IdentityProvider* Elsewhere::find(std::string_view code) const {
  auto const found =
      std::ranges::find_if(providers_, [&](auto const& provider) { return provider->name().code == code; });
  return found == providers_.end() ? nullptr : found->get();
}

bool Elsewhere::comes_back_first(Errand const& errand, Instant now) {
  std::scoped_lock const lock(mutex_);
  std::erase_if(ended_, [&](auto const& one) { return one.second <= now; });
  return ended_.emplace(errand.way.state, errand.ends).second;
}

Result<CameIn> come_in_from_elsewhere(AccountWorld const& world, KnownElsewhere const& known,
                                      std::string_view device) {
  world.accounts.forget_what_ended(world.now);
  auto const linked = world.accounts.linked(known.account);
  if (!linked) return fail(Fault::forbidden, "account.elsewhere_unknown");
  auto const person = world.accounts.person(linked->person);
  if (!person) return fail(person.error());
  return come_in(world, *person, known.showed_second_factor ? Way::elsewhere_with_factor : Way::elsewhere,
                 device);
}

Done may_link(Visit const& visit, Instant now) {
  if (is_fresh(visit.sign_in, now) && visit.sign_in.stage == accounts::Stage::whole) return {};
  return fail(Fault::forbidden, "account.link_by_mail");
}

Done link_account(AccountWorld const& world, Visit const& visit, AccountElsewhere const& account,
                  std::string_view provider) {
  // It may have ended while the provider was asked.
  auto const still = world.accounts.sign_in(visit.sign_in.token);
  if (!still || still->id != visit.sign_in.id) return fail(Fault::forbidden, "account.elsewhere_over");
  auto const there = world.accounts.linked(account);
  if (there && there->person == visit.person.id) return {};
  if (there) return fail(Fault::conflict, "account.elsewhere_taken");
  world.accounts.add(LinkedAccount{account, visit.person.id, world.now});
  tell(world, visit.person, MailKind::account_linked, provider);
  return {};
}

Done unlink_account(AccountWorld const& world, Visit const& visit, AccountElsewhere const& account,
                    std::string_view provider) {
  auto const there = world.accounts.linked(account);
  if (!there || there->person != visit.person.id) return fail(Fault::missing, "account.missing");
  world.accounts.remove(account);
  for (auto const& one : world.accounts.sign_ins(visit.person.id)) {
    bool const from_elsewhere = one.way == Way::elsewhere || one.way == Way::elsewhere_with_factor;
    if (from_elsewhere && one.id != visit.sign_in.id) world.accounts.remove(one.id);
  }
  tell(world, visit.person, MailKind::account_unlinked, provider);
  return {};
}

}  // namespace wegwijzer
