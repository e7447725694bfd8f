// SPDX-License-Identifier: EUPL-1.2
// person: the operator invites somebody, and takes off the second factor of who lost it.
#include <algorithm>
#include <ostream>

#include "base/words.h"
#include "cli/commands.h"
#include "usecases/account/invite.h"
#include "usecases/account/second_factor.h"

namespace wegwijzer::cli {

namespace {

struct Named {
  accounts::Place place{};
  std::string name{};
};

Result<Named> named_area(Store& store, Ecosystem const& ecosystem, std::string const& typed) {
  auto const code = AreaCode::parse(typed);
  if (!code) return fail(in_field(code.error(), "area"));
  auto const areas = store.ground()->areas();
  auto const area = std::ranges::find(areas, *code, &Area::code);
  if (area == areas.end())
    return fail(in_field({Fault::missing, "person.area_unknown", {{"value", typed}}}, "area"));
  return Named{{ecosystem.id, std::nullopt, *code}, area->name};
}

Result<Named> named_place(Store& store, PersonOptions const& options) {
  if (options.ecosystem.empty() && !(options.organisation.empty() && options.area.empty()))
    return fail(Fault::missing, "person.ecosystem_missing");
  if (options.ecosystem.empty()) return Named{};
  auto const all = store.ecosystems();
  auto const ecosystem = std::ranges::find(all, options.ecosystem, &Ecosystem::slug);
  if (ecosystem == all.end())
    return fail(Fault::missing, "ecosystem.unknown", {{"value", options.ecosystem}});
  if (!options.area.empty()) return named_area(store, *ecosystem, options.area);
  if (options.organisation.empty()) return Named{{ecosystem->id, std::nullopt}, ecosystem->name};
  auto const id = Id<Organisation>::parse(options.organisation);
  if (!id) return fail(in_field(id.error(), "organisation"));
  auto const organisation = store.reader(*ecosystem)->organisations().find(*id);
  if (!organisation) return fail(in_field(organisation.error(), "organisation"));
  return Named{{ecosystem->id, *id}, organisation->name};
}

// Opens store and secrets, makes one change as the operator, keeps it when it succeeded, and says what was
// done.
template <class Step>
int change_as_operator(Context const& context, PersonOptions const& options, char const* done_key,
                       Step step) {
  auto const mail = accounts::EmailAddress::parse(options.mail);
  if (!mail) return complain(context, mail.error());
  auto const store = context.open_store(options.store, false);
  if (!store) return complain(context, store.error());
  auto const secrets = context.open_secrets(**store, options.store);
  if (!secrets) return complain(context, secrets.error());
  auto const changing = (*store)->change_accounts();
  accounts::Membership const roles[] = {*accounts::Membership::make({}, accounts::Role::server_operator, {})};
  Done const done = step(**store, AccountWorld{*changing, **secrets, context.clock.now()},
                         accounts::Asker{true, roles}, *mail);
  if (!done) return complain(context, done.error());
  changing->commit();
  context.out << context.language(done_key, {{"mail", mail->text()}}) << '\n';
  return 0;
}

Error unknown_role(std::string const& typed) {
  std::vector<std::string> names;
  for (auto const& [role, name] : choices<accounts::Role>) names.emplace_back(name);
  return in_field({Fault::invalid, "person.role_unknown", {{"value", typed}, {"roles", joined(names, ", ")}}},
                  "role");
}

}  // namespace

int invite_person(Context const& context, PersonOptions const& options) {
  auto const role = parse_choice<accounts::Role>(options.role);
  if (!role) return complain(context, unknown_role(options.role));
  return change_as_operator(context, options, "person.invited",
                            [&](Store& store, AccountWorld const& world, accounts::Asker const& asker,
                                accounts::EmailAddress const& mail) -> Done {
                              auto const place = named_place(store, options);
                              if (!place) return fail(place.error());
                              auto const about = place->name.empty() ? "Wegwijzer" : place->name;
                              return invite(world, asker,
                                            {mail, *role, place->place, options.language, about});
                            });
}

// What no key opens any more goes: who has an account comes in by a link, and puts on an app anew.
int make_new_key(Context const& context, PersonOptions const& options) {
  auto const store = context.open_store(options.store, false);
  if (!store) return complain(context, store.error());
  auto const there = context.open_secrets_with(options.store, IfNoKey::refuse);
  if (there) return complain(context, {Fault::conflict, "secrets.key_there"});
  if (there.error().key != "secrets.key_lost") return complain(context, there.error());
  auto const made = context.open_secrets_with(options.store, IfNoKey::make);
  if (!made) return complain(context, made.error());
  auto const changing = (*store)->change_accounts();
  changing->forget_all_secrets();
  changing->commit();
  context.out << context.language("person.new_key") << '\n';
  return 0;
}

int reset_person(Context const& context, PersonOptions const& options) {
  return change_as_operator(context, options, "person.reset",
                            [&](Store&, AccountWorld const& world, accounts::Asker const& asker,
                                accounts::EmailAddress const& mail) -> Done {
                              auto const person = world.accounts.person(mail);
                              if (!person) return fail(Fault::missing, "account.missing");
                              return reset_second_factor(world, asker, *person);
                            });
}

}  // namespace wegwijzer::cli
