// SPDX-License-Identifier: EUPL-1.2
// What towns know, or not, of a first visit: who is there, what to bring, what is said about safety, and a
// drawing where another would have a photograph (assets/towns/first_visit.json, assets/towns/drawings).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "domain/offering.h"
#include "domain/vocabulary.h"

namespace wegwijzer::towns {

struct Subject {
  ThemeCode theme;
  std::string drawing;  // "robot"
  Picture picture;
  std::vector<std::string> bring;
};

struct FirstVisits {
  std::vector<Subject> subjects;  // the first that is related counts
  std::vector<std::string> contacts;
};

// The file comes with the program: a fault in it is a bug and throws.
FirstVisits read_first_visits(std::string_view json);

// The bytes of every drawing, as files of the program.
std::vector<std::string_view> drawings();

// Of some something is not known, as in life; from a stream of chance of their own.
void speak_of_safety(Organisation& organisation, FirstVisits const& visits, Date today, Random& random);
void welcome_first_visit(Offering& offering, Organisation const& by, FirstVisits const& visits,
                         std::vector<Theme> const& themes, std::vector<std::string> const& first_names,
                         Random& random);
void name_role_models(Offering& offering, Organisation const& by, Random& random);

}  // namespace wegwijzer::towns
