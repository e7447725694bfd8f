// SPDX-License-Identifier: EUPL-1.2
#include "accounts/policy.h"

#include <algorithm>

#include "base/check.h"

namespace wegwijzer::accounts {

namespace {

constexpr auto no = Reach::none, mine = Reach::own_organisation, network = Reach::own_ecosystem,
               all = Reach::everywhere;

// clang-format off
constexpr Rule table[] = {
    // action                                visitor person  guide editor owner  coordinator policy ecosystem_owner operator
    {Action::see_public_pages,                    all, all, {all, all, all, all, all, all, all}},
    {Action::leave_correction,                    all, all, {all, all, all, all, all, all, all}},
    {Action::sign_in,                             all, all, {all, all, all, all, all, all, all}},
    {Action::keep_own_account,                    no,  all, {all, all, all, all, all, all, all}},
    {Action::see_mails_on_trial,                  all, all, {all, all, all, all, all, all, all}},
    {Action::see_workplace,                       no,  no,  {no,  all,  all,  all,     no, all,     all}},
    {Action::keep_offering,                       no,  no,  {no,  mine, mine, network, no, network, all}},
    {Action::keep_organisation,                   no,  no,  {no,  no,   mine, network, no, network, all}},
    {Action::decide_on_step,                      no,  no,  {no,  mine, mine, network, no, network, all}},
    {Action::see_history,                         no,  no,  {no,  mine, mine, network, no, network, all}},
    {Action::invite_guide,                        no,  no,  {no,  no, mine, network, no, network, all}},
    {Action::invite_provider_editor,              no,  no,  {no,  no, mine, network, no, network, all}},
    {Action::invite_organisation_owner,           no,  no,  {no,  no, mine, network, no, network, all}},
    {Action::invite_coordinator,                  no,  no,  {no,  no, no,   no,      no, network, all}},
    {Action::invite_policy_maker,                 no,  no,  {no,  no, no,   no,      no, network, all}},
    {Action::invite_ecosystem_owner,              no,  no,  {no,  no, no,   no,      no, network, all}},
    {Action::invite_operator,                     no,  no,  {no,  no, no,   no,      no, no,      all}},
    {Action::reset_second_factor_in_organisation, no,  no,  {no,  no, mine, no,      no, network, all}},
    {Action::reset_second_factor_in_ecosystem,    no,  no,  {no,  no, no,   no,      no, network, all}},
    {Action::reset_second_factor_of_operator,     no,  no,  {no,  no, no,   no,      no, no,      all}},
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

Action invite(Role role) {
  constexpr Action actions[] = {
      Action::invite_guide,       Action::invite_provider_editor, Action::invite_organisation_owner,
      Action::invite_coordinator, Action::invite_policy_maker,    Action::invite_ecosystem_owner,
      Action::invite_operator};
  return actions[static_cast<std::size_t>(role)];
}

Action reset_second_factor(Role role) {
  switch (belongs(role)) {
    case Belongs::to_organisation:
      return Action::reset_second_factor_in_organisation;
    case Belongs::to_ecosystem:
      return Action::reset_second_factor_in_ecosystem;
    case Belongs::to_server:
      break;
  }
  return Action::reset_second_factor_of_operator;
}

}  // namespace wegwijzer::accounts
