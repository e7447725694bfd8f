// SPDX-License-Identifier: EUPL-1.2
#include "usecases/account/second_factor.h"

#include <algorithm>
#include <bit>

#include "base/words.h"

namespace wegwijzer {

using accounts::Person;
using accounts::SecondFactor;
using accounts::SignIn;

namespace {

Done may_enrol(Visit const& visit) {
  if (visit.sign_in.way == accounts::Way::link) return {};
  return fail(Fault::forbidden, "account.enrol_by_link");
}

}  // namespace

Result<std::string> begin_second_factor(AccountWorld const& world, Visit const& visit) {
  if (auto const may = may_enrol(visit); !may) return fail(may.error());
  auto const person = visit.person.id;
  auto const there = world.accounts.second_factor(person);
  if (there && there->confirmed_at) return fail(Fault::conflict, "account.factor_there");
  if (there) return world.secrets.unseal(there->sealed);
  auto const secret = world.secrets.new_shared_secret();
  world.accounts.save(SecondFactor{person, world.secrets.seal(secret)});
  return secret;
}

namespace {

tl::unexpected<Error> wrong_code() {
  return fail(in_field({Fault::invalid, "account.wrong_code"}, "code"));
}

// Digits as the app shows them, "123 456".
std::string without_blanks(std::string_view typed) {
  std::string out;
  for (char const c : typed) {
    if (c != ' ') out += c;
  }
  return out;
}

// Takes the code and with it all steps up to it: nobody who looked over a shoulder uses it once more.
Done use_code(AccountWorld const& world, SecondFactor factor, std::string_view code) {
  auto const secret = world.secrets.unseal(factor.sealed);
  if (!secret) return fail(secret.error());
  auto const step = world.secrets.step_of_code(*secret, without_blanks(code), world.now);
  if (!step || *step <= factor.last_step) return wrong_code();
  factor.last_step = *step;
  if (!factor.confirmed_at) factor.confirmed_at = world.now;
  world.accounts.save(factor);
  return {};
}

Done use_recovery_code(AccountWorld const& world, Person const& person, std::string_view typed) {
  auto codes = world.accounts.recovery_codes(person.id);
  auto const hash = world.secrets.hash(Purpose::recovery, lower_case(without_blanks(typed)));
  if (codes.erase(hash) == 0) return wrong_code();
  world.accounts.save_recovery_codes(person.id, codes);
  write_mail(world, person, accounts::MailKind::recovery_code_used);
  return {};
}

// By each way apart: who has guessed a password keeps nobody waiting who comes in by a mail.
std::string counted_as(Visit const& visit) {
  return text(visit.sign_in.way) + " " + text(visit.person.id);
}

Done in_time(Attempts& attempts, Visit const& visit, From const& from, Instant now) {
  return may_try(attempts, Attempt::code, counted_as(visit), from, now);
}

Done use_either(AccountWorld const& world, Attempts& attempts, Visit const& visit, std::string_view code,
                From const& from) {
  auto const& person = visit.person;
  if (auto const may = in_time(attempts, visit, from, world.now); !may) return may;
  auto const factor = world.accounts.second_factor(person.id);
  if (!factor || !factor->confirmed_at) return wrong_code();
  auto const used =
      code.find('-') == code.npos ? use_code(world, *factor, code) : use_recovery_code(world, person, code);
  if (used) attempts.succeeded(Attempt::code, counted_as(visit), from);
  return used;
}

std::vector<std::string> new_recovery_codes(AccountWorld const& world, Id<Person> person) {
  std::vector<std::string> codes;
  std::set<accounts::SecretHash> hashes;
  for (int i = 0; i < accounts::recovery_codes; ++i) {
    codes.push_back(world.secrets.new_recovery_code());
    hashes.insert(world.secrets.hash(Purpose::recovery, codes.back()));
  }
  world.accounts.save_recovery_codes(person, hashes);
  return codes;
}

// The same visit by a new secret: who knew the old one has nothing.
CameIn made_whole(AccountWorld const& world, SignIn const& before) {
  auto token = world.secrets.new_token();
  auto after = before;
  after.id = world.accounts.new_id<SignIn>();
  after.token = world.secrets.hash(Purpose::sign_in, token);
  after.stage = accounts::Stage::whole;
  after.began = after.seen = world.now;
  world.accounts.remove(before.id);
  world.accounts.save(after);
  return {after, std::move(token)};
}

}  // namespace

Result<PutOn> confirm_second_factor(AccountWorld const& world, Attempts& attempts, Visit const& visit,
                                    std::string_view code, From const& from) {
  auto const& person = visit.person;
  if (auto const may = may_enrol(visit); !may) return fail(may.error());
  if (auto const may = in_time(attempts, visit, from, world.now); !may) return fail(may.error());
  auto const factor = world.accounts.second_factor(person.id);
  if (!factor) return wrong_code();
  if (factor->confirmed_at) return fail(Fault::conflict, "account.factor_there");
  if (auto const used = use_code(world, *factor, code); !used) return fail(used.error());
  attempts.succeeded(Attempt::code, counted_as(visit), from);
  end_others(world, visit.sign_in);
  write_mail(world, person, accounts::MailKind::second_factor_on);
  return PutOn{new_recovery_codes(world, person.id), made_whole(world, visit.sign_in)};
}

Result<CameIn> show_second_factor(AccountWorld const& world, Attempts& attempts, Visit const& visit,
                                  std::string_view code, From const& from) {
  if (auto const used = use_either(world, attempts, visit, code, from); !used) {
    return fail(used.error());
  }
  return made_whole(world, visit.sign_in);
}

void tell_of_wrong_codes(AccountWorld const& world, Attempts const& attempts, Visit const& visit) {
  constexpr unsigned first = 5;
  auto const times = static_cast<unsigned>(attempts.times(Attempt::code, counted_as(visit)));
  if (times % first != 0 || !std::has_single_bit(times / first)) return;
  write_mail(world, visit.person, accounts::MailKind::wrong_codes);
}

Result<std::vector<std::string>> renew_recovery_codes(AccountWorld const& world, Attempts& attempts,
                                                      Visit const& visit, std::string_view code,
                                                      From const& from) {
  if (auto const used = use_either(world, attempts, visit, code, from); !used) {
    return fail(used.error());
  }
  return new_recovery_codes(world, visit.person.id);
}

Done reset_second_factor(AccountWorld const& world, accounts::Asker const& asker, Person const& person) {
  auto const roles = world.accounts.memberships(person.id);
  if (!may_for_all_roles(asker, roles, accounts::reset_second_factor)) {
    return fail(Fault::forbidden, "account.may_not");
  }
  world.accounts.remove_second_factor(person.id);
  end_all(world, person.id);
  write_mail(world, person, accounts::MailKind::second_factor_off);
  return {};
}

}  // namespace wegwijzer
