// SPDX-License-Identifier: EUPL-1.2
#include "usecases/workplace/tell.h"

#include <algorithm>

namespace wegwijzer {

std::vector<accounts::Person> keepers_of(Accounts& accounts, accounts::Place const& organisation) {
  std::vector<accounts::Person> all;
  for (auto const role : {accounts::Role::organisation_owner, accounts::Role::provider_editor}) {
    for (auto const& one : accounts.holders(role, organisation)) {
      if (std::ranges::find(all, one.person(), &accounts::Person::id) != all.end()) continue;
      if (auto person = accounts.person(one.person())) all.push_back(*std::move(person));
    }
  }
  return all;
}

Done tell_of_proposal(AccountWorld const& world, accounts::Place const& organisation,
                      std::string const& about) {
  auto const waiting = world.accounts.mails_waiting();
  for (auto const& person : keepers_of(world.accounts, organisation)) {
    // One at a time: the page shows them all.
    bool const is_told = std::ranges::any_of(waiting, [&](accounts::Mail const& mail) {
      return mail.kind == accounts::MailKind::step_proposed && mail.to == person.mail;
    });
    if (is_told) continue;
    world.accounts.write({world.accounts.new_id<accounts::Mail>(),
                          person.mail,
                          accounts::MailKind::step_proposed,
                          person.language,
                          {},
                          about,
                          world.now});
  }
  return {};
}

}  // namespace wegwijzer
