// SPDX-License-Identifier: EUPL-1.2
// A form for what matters: it asks for the password too, unless a mail was read a moment ago. Who has no
// password gets such a mail first.
#pragma once

#include "web/account_parts.h"

namespace wegwijzer::web {

struct ProvenForm {
  char const* path;
  Html fields;  // in front of the password
  std::string button;
  std::string link_first;  // why a mail is needed, for who has no password
  Html after{};            // behind the password
};

Html proven_form(View const& view, Desk const& desk, ProvenForm const& form, Error const* problem);

}  // namespace wegwijzer::web
