// SPDX-License-Identifier: EUPL-1.2
#include "usecases/workplace/rubric.h"

#include <algorithm>

namespace wegwijzer {

namespace {

// What is not said is not known: nobody has to say what they do not have.
std::optional<bool> said(bool is_said) {
  return is_said ? std::optional(true) : std::nullopt;
}

bool has(Offering const& offering, Access need) {
  return std::ranges::find(offering.access, need) != offering.access.end();
}

std::optional<bool> can_be_paid(Offering const& offering) {
  if (!offering.funds.empty()) return true;
  if (!offering.price) return std::nullopt;
  return offering.price->free();
}

}  // namespace

std::optional<bool> answer(Offering const& offering, Inclusion question) {
  switch (question) {
    case Inclusion::costs:
      return can_be_paid(offering);
    case Inclusion::trial:
      return offering.trial_lesson;
    case Inclusion::first_time:
      return said(!offering.expect.empty());
    case Inclusion::people:
      return said(!offering.meets.empty());
    case Inclusion::company:
      return said(offering.company.has_value());
    case Inclusion::wheelchair:
      return said(has(offering, Access::wheelchair));
    case Inclusion::calm:
      return said(has(offering, Access::low_stimulus) || has(offering, Access::small_group));
    case Inclusion::own_language:
      if (offering.languages.empty()) return std::nullopt;
      return offering.languages.size() > 1 || offering.languages.front().text() != "nl";
    case Inclusion::role_models:
      return said(!offering.role_models.empty());
    case Inclusion::bring:
      return said(!offering.bring.empty());
  }
  return std::nullopt;
}

}  // namespace wegwijzer
