// SPDX-License-Identifier: EUPL-1.2
// Is this for every child? Ten plain questions about an offering (DOMAIN.md R12), answered by what its page
// already says, so that nobody answers twice and every yes can be read by parents.
#pragma once

#include <array>
#include <optional>
#include <utility>

#include "domain/offering.h"

namespace wegwijzer {

enum class Inclusion {
  costs,         // free, or a fund can pay
  trial,         // one may come and look first
  first_time,    // it is told how the first time goes
  people,        // and whom one meets there
  company,       // and whether a parent comes along
  wheelchair,    //
  calm,          // few stimuli, or a small group
  own_language,  // more than Dutch is spoken
  role_models,   // children see people like themselves
  bring          // it is told what to bring
};

template <>
inline constexpr std::array choices<Inclusion> = {std::pair{Inclusion::costs, "costs"},
                                                  std::pair{Inclusion::trial, "trial"},
                                                  std::pair{Inclusion::first_time, "first_time"},
                                                  std::pair{Inclusion::people, "people"},
                                                  std::pair{Inclusion::company, "company"},
                                                  std::pair{Inclusion::wheelchair, "wheelchair"},
                                                  std::pair{Inclusion::calm, "calm"},
                                                  std::pair{Inclusion::own_language, "own_language"},
                                                  std::pair{Inclusion::role_models, "role_models"},
                                                  std::pair{Inclusion::bring, "bring"}};

// Nothing: the page does not say.
std::optional<bool> answer(Offering const& offering, Inclusion question);

}  // namespace wegwijzer
