// SPDX-License-Identifier: EUPL-1.2
#include "accounts/policy.h"

#include <algorithm>

#include "base/check.h"

namespace wegwijzer::accounts {

namespace {

constexpr auto no = Reach::none, mine = Reach::own_organisation, part = Reach::own_area,
               network = Reach::own_ecosystem, all = Reach::everywhere;

// clang-format off
constexpr Rule table[] = {
    // action                                visitor person  guide editor owner steward coordinator policy ecosystem_owner operator
    {Action::see_public_pages,                    all, all, {all,  all,   all,   all,   all,      all,  all,      all}},
    {Action::leave_suggestion,                    all, all, {all,  all,   all,   all,   all,      all,  all,      all}},
    {Action::answer_question,                     all, all, {all,  all,   all,   all,   all,      all,  all,      all}},
    {Action::sign_in,                             all, all, {all,  all,   all,   all,   all,      all,  all,      all}},
    {Action::keep_own_account,                    no,  all, {all,  all,   all,   all,   all,      all,  all,      all}},
    {Action::see_mails_on_trial,                  all, all, {all,  all,   all,   all,   all,      all,  all,      all}},
    {Action::see_workplace,                       no,  no,  {no,   all,   all,   all,   all,      no,   all,      all}},
    {Action::keep_offering,                       no,  no,  {no,   mine,  mine,  no,    network,  no,   network,  all}},
    {Action::keep_organisation,                   no,  no,  {no,   no,    mine,  no,    network,  no,   network,  all}},
    {Action::decide_on_step,                      no,  no,  {no,   mine,  mine,  no,    network,  no,   network,  all}},
    {Action::see_history,                         no,  no,  {no,   mine,  mine,  no,    network,  no,   network,  all}},
    {Action::keep_map,                            no,  no,  {no,   no,    no,    no,    network,  no,   network,  all}},
    {Action::keep_area,                           no,  no,  {no,   no,    no,    part,  network,  no,   network,  all}},
    {Action::publish_map,                         no,  no,  {no,   no,    no,    no,    no,       no,   network,  all}},
    {Action::open_question_box,                   no,  no,  {all,  all,   all,   all,   all,      all,  all,      all}},
    {Action::use_question_box,                    no,  no,  {network, network, network, network, network,  network, network,  all}},
    {Action::keep_hub,                            no,  no,  {no,   mine,  mine,  no,    network,  no,   network,  all}},
    {Action::use_notice_board,                    no,  no,  {no,   network, network, network, network,  no,   network,  all}},
    {Action::open_contacts,                       no,  no,  {all,  all,   all,   all,   all,      all,  all,      all}},
    {Action::see_contacts,                        no,  no,  {network, network, network, network, network,  network, network,  all}},
    {Action::stand_as_contact,                    no,  no,  {mine, mine,  mine,  no,    network,  network, network,  all}},
    {Action::keep_contacts,                       no,  no,  {no,   mine,  mine,  no,    network,  no,   network,  all}},
    {Action::keep_own_contact,                    all, all, {all,  all,   all,   all,   all,      all,  all,      all}},
    {Action::invite_guide,                        no,  no,  {no,   no,    mine,  no,    network,  no,   network,  all}},
    {Action::invite_provider_editor,              no,  no,  {no,   no,    mine,  no,    network,  no,   network,  all}},
    {Action::invite_organisation_owner,           no,  no,  {no,   no,    mine,  no,    network,  no,   network,  all}},
    {Action::invite_steward,                      no,  no,  {no,   no,    no,    no,    network,  no,   network,  all}},
    {Action::invite_coordinator,                  no,  no,  {no,   no,    no,    no,    no,       no,   network,  all}},
    {Action::invite_policy_maker,                 no,  no,  {no,   no,    no,    no,    no,       no,   network,  all}},
    {Action::invite_ecosystem_owner,              no,  no,  {no,   no,    no,    no,    no,       no,   network,  all}},
    {Action::invite_operator,                     no,  no,  {no,   no,    no,    no,    no,       no,   no,       all}},
    {Action::reset_second_factor_in_organisation, no,  no,  {no,   no,    mine,  no,    no,       no,   network,  all}},
    {Action::reset_second_factor_in_ecosystem,    no,  no,  {no,   no,    no,    no,    no,       no,   network,  all}},
    {Action::reset_second_factor_of_operator,     no,  no,  {no,   no,    no,    no,    no,       no,   no,       all}},
    {Action::open_colleagues,                     no,  no,  {no,   no,    all,   no,    all,      no,   all,      all}},
    {Action::see_colleagues_in_organisation,      no,  no,  {no,   no,    mine,  no,    network,  no,   network,  all}},
    {Action::see_colleagues_in_ecosystem,         no,  no,  {no,   no,    no,    no,    network,  no,   network,  all}},
    {Action::see_operators,                       no,  no,  {no,   no,    no,    no,    no,       no,   no,       all}},
    {Action::take_role_in_organisation,           no,  no,  {no,   no,    mine,  no,    network,  no,   network,  all}},
    {Action::take_organisation_owner,             no,  no,  {no,   no,    mine,  no,    no,       no,   network,  all}},
    {Action::take_role_in_ecosystem,              no,  no,  {no,   no,    no,    no,    no,       no,   network,  all}},
    {Action::take_operator,                       no,  no,  {no,   no,    no,    no,    no,       no,   no,       all}},
    {Action::end_sign_ins_in_organisation,        no,  no,  {no,   no,    mine,  no,    no,       no,   network,  all}},
    {Action::end_sign_ins_in_ecosystem,           no,  no,  {no,   no,    no,    no,    no,       no,   network,  all}},
    {Action::end_sign_ins_of_operator,            no,  no,  {no,   no,    no,    no,    no,       no,   no,       all}},
};
// clang-format on

constexpr bool has_a_row_for_each_action() {
  for (auto const& [action, name] : choices<Action>) {
    if (std::ranges::count(table, action, &Rule::action) != 1) return false;
  }
  return std::size(table) == choices<Action>.size();
}

static_assert(has_a_row_for_each_action(), "each action stands in the table once");

Rule const& rule_of(Action action) {
  auto const found = std::ranges::find(table, action, &Rule::action);
  check(found != std::end(table), "each action stands in the table");
  return *found;
}

bool covers(Reach reach, Place const& own, Place const& about) {
  switch (reach) {
    case Reach::none:
      return false;
    case Reach::own_organisation:
      return own.organisation && own == about;
    case Reach::own_area:
      return own.area && about.area && own.ecosystem == about.ecosystem && lies_in(*about.area, *own.area);
    case Reach::own_ecosystem:
      return own.ecosystem && own.ecosystem == about.ecosystem;
    case Reach::everywhere:
      return true;
  }
  return false;
}

}  // namespace

std::span<Rule const> rules() {
  return table;
}

bool may(Asker const& asker, Action action, Place const& about) {
  auto const& rule = rule_of(action);
  if (covers(asker.signed_in ? rule.person : rule.visitor, {}, about)) return true;
  return asker.signed_in && std::ranges::any_of(asker.memberships, [&](Membership const& one) {
           return covers(rule.roles[static_cast<std::size_t>(one.role())], one.place(), about);
         });
}

bool may_for_all_roles(Asker const& asker, std::span<Membership const> roles, Action (*action)(Role)) {
  if (roles.empty()) return may(asker, action(Role::server_operator));
  return std::ranges::all_of(
      roles, [&](Membership const& one) { return may(asker, action(one.role()), one.place()); });
}

Action invite(Role role) {
  constexpr Action actions[] = {
      Action::invite_guide,           Action::invite_provider_editor, Action::invite_organisation_owner,
      Action::invite_steward,         Action::invite_coordinator,     Action::invite_policy_maker,
      Action::invite_ecosystem_owner, Action::invite_operator};
  return actions[static_cast<std::size_t>(role)];
}

namespace {

// What a role belongs to says which of three actions it takes; an area is looked after as an organisation is.
Action by_place(Belongs to, Action in_organisation, Action in_ecosystem, Action of_server) {
  if (to == Belongs::to_organisation || to == Belongs::to_area) return in_organisation;
  return to == Belongs::to_ecosystem ? in_ecosystem : of_server;
}

}  // namespace

Action reset_second_factor(Role role) {
  return by_place(belongs(role), Action::reset_second_factor_in_organisation,
                  Action::reset_second_factor_in_ecosystem, Action::reset_second_factor_of_operator);
}

Action take_role(Role role) {
  if (role == Role::organisation_owner) return Action::take_organisation_owner;
  return by_place(belongs(role), Action::take_role_in_organisation, Action::take_role_in_ecosystem,
                  Action::take_operator);
}

Action end_sign_ins(Role role) {
  return by_place(belongs(role), Action::end_sign_ins_in_organisation, Action::end_sign_ins_in_ecosystem,
                  Action::end_sign_ins_of_operator);
}

Action see_colleagues(Place const& place) {
  auto const of = place.organisation ? Belongs::to_organisation
                  : place.area       ? Belongs::to_area
                  : place.ecosystem  ? Belongs::to_ecosystem
                                     : Belongs::to_server;
  return by_place(of, Action::see_colleagues_in_organisation, Action::see_colleagues_in_ecosystem,
                  Action::see_operators);
}

}  // namespace wegwijzer::accounts
