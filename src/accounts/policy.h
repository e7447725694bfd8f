// SPDX-License-Identifier: EUPL-1.2
// Who may do what: one table, and what does not stand in it nobody may. docs/roles.md is made from it.
#pragma once

#include <array>
#include <span>

#include "accounts/membership.h"

namespace wegwijzer::accounts {

enum class Action {
  see_public_pages,
  leave_suggestion,  // of a page, a record, or what is not on the map
  answer_question,   // by the link of a mail that asked it
  sign_in,
  keep_own_account,    // what is one's own, whatever the role
  see_mails_on_trial,  // of a program that only its own machine reaches
  see_workplace,       // what lies in it depends on the place
  keep_offering,       // what an organisation offers, its dates, places and pictures
  keep_organisation,   // what it says of itself: how to reach it, and safety
  decide_on_step,      // yes or no to a next step for one end of it
  see_history,         // who changed what, and when
  keep_map,            // of a whole network: what is on it, and whether it is right
  keep_area,           // a part of that map: the places in it and who is only there
  publish_map,         // as open data, in the name of the network
  open_contacts,       // the list of people to turn to; each network asks for itself
  see_contacts,        // of a network, those who said yes
  stand_as_contact,    // put oneself on the list, for an organisation
  keep_contacts,       // enter, correct and erase people of an organisation
  keep_own_contact,    // what stands there of oneself, by the link of a mail or signed in
  open_question_box,   // the pages; each network asks for itself
  use_question_box,    // of a network: ask its hubs, and answer
  keep_hub,            // of the organisation that carries it: close, pass on, put away, make knowledge of it
  use_notice_board,    // of a network: place for an organisation of one's own, and answer
  invite_guide,
  invite_provider_editor,
  invite_organisation_owner,
  invite_steward,
  invite_coordinator,
  invite_policy_maker,
  invite_ecosystem_owner,
  invite_operator,
  reset_second_factor_in_organisation,  // of who has a role in an organisation or area only
  reset_second_factor_in_ecosystem,
  reset_second_factor_of_operator,
  open_colleagues,  // the page; each place on it asks for itself
  see_colleagues_in_organisation,
  see_colleagues_in_ecosystem,
  see_operators,
  take_role_in_organisation,  // or for an area, but not that of an owner
  take_organisation_owner,
  take_role_in_ecosystem,
  take_operator,
  end_sign_ins_in_organisation,  // of who has a role in an organisation or area only
  end_sign_ins_in_ecosystem,
  end_sign_ins_of_operator
};

// For which things a role may.
enum class Reach { none, own_organisation, own_area, own_ecosystem, everywhere };

struct Rule {
  Action action;
  Reach visitor;
  Reach person;                                   // signed in, whatever the role
  std::array<Reach, choices<Role>.size()> roles;  // in the order of Role
};

std::span<Rule const> rules();

// Whoever asks: nobody known, or a person with roles.
struct Asker {
  bool signed_in = false;
  std::span<Membership const> memberships{};
};

// `about`: what the thing belongs to.
bool may(Asker const& asker, Action action, Place const& about = {});

// Something done to somebody that holds wherever they work: whoever does it may for each role that the person
// has. Who has none is the operator's.
bool may_for_all_roles(Asker const& asker, std::span<Membership const> roles, Action (*action)(Role));

Action invite(Role role);
Action reset_second_factor(Role role);  // of somebody who has it
Action take_role(Role role);
Action end_sign_ins(Role role);             // of somebody who has it
Action see_colleagues(Place const& place);  // who has a role there

}  // namespace wegwijzer::accounts

namespace wegwijzer {

template <>
inline constexpr std::array choices<accounts::Action> = {
    std::pair{accounts::Action::see_public_pages, "see_public_pages"},
    std::pair{accounts::Action::leave_suggestion, "leave_suggestion"},
    std::pair{accounts::Action::answer_question, "answer_question"},
    std::pair{accounts::Action::sign_in, "sign_in"},
    std::pair{accounts::Action::keep_own_account, "keep_own_account"},
    std::pair{accounts::Action::see_mails_on_trial, "see_mails_on_trial"},
    std::pair{accounts::Action::see_workplace, "see_workplace"},
    std::pair{accounts::Action::keep_offering, "keep_offering"},
    std::pair{accounts::Action::keep_organisation, "keep_organisation"},
    std::pair{accounts::Action::decide_on_step, "decide_on_step"},
    std::pair{accounts::Action::see_history, "see_history"},
    std::pair{accounts::Action::keep_map, "keep_map"},
    std::pair{accounts::Action::keep_area, "keep_area"},
    std::pair{accounts::Action::publish_map, "publish_map"},
    std::pair{accounts::Action::open_contacts, "open_contacts"},
    std::pair{accounts::Action::see_contacts, "see_contacts"},
    std::pair{accounts::Action::stand_as_contact, "stand_as_contact"},
    std::pair{accounts::Action::keep_contacts, "keep_contacts"},
    std::pair{accounts::Action::keep_own_contact, "keep_own_contact"},
    std::pair{accounts::Action::open_question_box, "open_question_box"},
    std::pair{accounts::Action::use_question_box, "use_question_box"},
    std::pair{accounts::Action::keep_hub, "keep_hub"},
    std::pair{accounts::Action::use_notice_board, "use_notice_board"},
    std::pair{accounts::Action::invite_guide, "invite_guide"},
    std::pair{accounts::Action::invite_provider_editor, "invite_provider_editor"},
    std::pair{accounts::Action::invite_organisation_owner, "invite_organisation_owner"},
    std::pair{accounts::Action::invite_steward, "invite_steward"},
    std::pair{accounts::Action::invite_coordinator, "invite_coordinator"},
    std::pair{accounts::Action::invite_policy_maker, "invite_policy_maker"},
    std::pair{accounts::Action::invite_ecosystem_owner, "invite_ecosystem_owner"},
    std::pair{accounts::Action::invite_operator, "invite_operator"},
    std::pair{accounts::Action::reset_second_factor_in_organisation, "reset_second_factor_in_organisation"},
    std::pair{accounts::Action::reset_second_factor_in_ecosystem, "reset_second_factor_in_ecosystem"},
    std::pair{accounts::Action::reset_second_factor_of_operator, "reset_second_factor_of_operator"},
    std::pair{accounts::Action::open_colleagues, "open_colleagues"},
    std::pair{accounts::Action::see_colleagues_in_organisation, "see_colleagues_in_organisation"},
    std::pair{accounts::Action::see_colleagues_in_ecosystem, "see_colleagues_in_ecosystem"},
    std::pair{accounts::Action::see_operators, "see_operators"},
    std::pair{accounts::Action::take_role_in_organisation, "take_role_in_organisation"},
    std::pair{accounts::Action::take_organisation_owner, "take_organisation_owner"},
    std::pair{accounts::Action::take_role_in_ecosystem, "take_role_in_ecosystem"},
    std::pair{accounts::Action::take_operator, "take_operator"},
    std::pair{accounts::Action::end_sign_ins_in_organisation, "end_sign_ins_in_organisation"},
    std::pair{accounts::Action::end_sign_ins_in_ecosystem, "end_sign_ins_in_ecosystem"},
    std::pair{accounts::Action::end_sign_ins_of_operator, "end_sign_ins_of_operator"}};

template <>
inline constexpr std::array choices<accounts::Reach> = {
    std::pair{accounts::Reach::none, "none"},
    std::pair{accounts::Reach::own_organisation, "own_organisation"},
    std::pair{accounts::Reach::own_area, "own_area"},
    std::pair{accounts::Reach::own_ecosystem, "own_ecosystem"},
    std::pair{accounts::Reach::everywhere, "everywhere"}};

}  // namespace wegwijzer
