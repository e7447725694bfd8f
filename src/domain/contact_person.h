// SPDX-License-Identifier: EUPL-1.2
// A contact (contactpersoon): somebody of an organisation whom the network may turn to, with business details
// only. It is no record of the map: it stands in no history, and who goes is gone; decisions/0062.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "domain/audit.h"
#include "domain/choice.h"
#include "domain/code.h"
#include "domain/organisation.h"

namespace wegwijzer {

enum class ContactLayer {
  green,  // meets children in person
  orange  // director, board
};

template <>
inline constexpr std::array choices<ContactLayer> = {std::pair{ContactLayer::green, "green"},
                                                     std::pair{ContactLayer::orange, "orange"}};

// What one may turn to somebody for.
enum class TurnTo {
  activities,
  school_visits,
  next_steps,
  working_together,
  rooms,
  costs,
  access,
  volunteers,
  news,
  agreements
};

template <>
inline constexpr std::array choices<TurnTo> = {std::pair{TurnTo::activities, "activities"},
                                               std::pair{TurnTo::school_visits, "school_visits"},
                                               std::pair{TurnTo::next_steps, "next_steps"},
                                               std::pair{TurnTo::working_together, "working_together"},
                                               std::pair{TurnTo::rooms, "rooms"},
                                               std::pair{TurnTo::costs, "costs"},
                                               std::pair{TurnTo::access, "access"},
                                               std::pair{TurnTo::volunteers, "volunteers"},
                                               std::pair{TurnTo::news, "news"},
                                               std::pair{TurnTo::agreements, "agreements"}};

// Withdrawn is none of them: then nothing is left that could say so.
enum class Consent { asked, given };

template <>
inline constexpr std::array choices<Consent> = {std::pair{Consent::asked, "asked"},
                                                std::pair{Consent::given, "given"}};

// How somebody says yes.
enum class ConsentWay {
  mail,      // by the link of a mail
  signed_in  // who puts themselves on the list
};

template <>
inline constexpr std::array choices<ConsentWay> = {std::pair{ConsentWay::mail, "mail"},
                                                   std::pair{ConsentWay::signed_in, "signed_in"}};

struct ContactPerson {
  Id<ContactPerson> id;
  Id<Organisation> organisation;
  std::string name;
  std::string function;
  ContactLayer layer = ContactLayer::green;
  std::string email;  // never another one: whoever reads it says yes
  std::string phone;
  std::vector<TurnTo> turn_to;
  std::string about;  // the same in a short line
  std::vector<ThemeCode> themes;
  ConsentWay way = ConsentWay::mail;
  std::optional<Date> asked_on;  // the last mail that asked: whether it may, or whether it is still right
  std::optional<Date> given_on;  // the last yes
  std::string entered_by;        // as an Actor is called
  // Where it stood before its organisation became part of another one, and the change that did so.
  std::optional<Id<Organisation>> moved_from{};
  std::optional<Id<MapChange>> moved_by{};
  std::int64_t version = 0;
  bool operator==(ContactPerson const&) const = default;
};

inline Consent consent_of(ContactPerson const& contact) {
  return contact.given_on ? Consent::given : Consent::asked;
}

// Whether it is still right was asked after the last yes.
inline bool is_asked_again(ContactPerson const& contact) {
  return contact.given_on && contact.asked_on && *contact.asked_on > *contact.given_on;
}

// What is kept of an address apart from any contact, so that nobody is asked too often: a keyed hash in which
// nobody can read it.
struct ContactMailbox {
  std::string address;             // keyed hash
  std::optional<Date> asked_on{};  // the last time
  bool refused = false;            // "never again"
  bool operator==(ContactMailbox const&) const = default;
};

inline constexpr std::chrono::days consent_waits{30};           // assumption: then it is erased by itself
inline constexpr std::chrono::days mailbox_rests{30};           // assumption: between two mails that ask
inline constexpr std::chrono::days consent_lasts{365};          // assumption: then it is asked again
inline constexpr std::chrono::days yearly_question_waits{60};   // assumption: then it is erased by itself
inline constexpr std::chrono::days archived_contacts_stay{30};  // assumption: then nobody puts it back
inline constexpr std::size_t most_waiting_of_one = 10;          // assumption: people of one organisation
inline constexpr std::size_t longest_contact_line = 120;        // letters, of each line that is typed

}  // namespace wegwijzer
