// SPDX-License-Identifier: EUPL-1.2
// What a provider fills in about an offering, from and to the fields of a form. A form keeps what was typed,
// also what is wrong.
#pragma once

#include <vector>

#include "domain/offering.h"
#include "domain/vocabulary.h"
#include "http/parameters.h"

namespace wegwijzer::web {

// What the form shows of it.
http::Parameters form_of(Offering const& offering);

// As it is opened: what it shows is remembered in it, in the field "seen".
http::Parameters opened_form(Offering const& offering);

struct ReadOffering {
  Offering offering;
  std::vector<Error> problems;  // each of a field of the form
};

// `before` is what it was: what the form does not ask stays as it is there. A place that is typed is not
// looked up here: `new_place` of the form.
ReadOffering read_offering(http::Parameters const& form, Offering const& before, Vocabulary const& vocabulary,
                           Date today);

}  // namespace wegwijzer::web
