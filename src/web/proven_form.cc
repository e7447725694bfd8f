// SPDX-License-Identifier: EUPL-1.2
#include "web/proven_form.h"

#include "usecases/account/own.h"
#include "web/parts.h"

namespace wegwijzer::web {

namespace {

Html password_field(View const& view, Error const* problem) {
  return account_field(view,
                       {.id = "old",
                        .label = view.language("account.your_password"),
                        .hint = view.language("account.your_password_hint"),
                        .type = "password",
                        .complete = "current-password"},
                       problem);
}

}  // namespace

Html proven_form(View const& view, Desk const& desk, ProvenForm const& form, Error const* problem) {
  bool const fresh = is_fresh(desk.visit->sign_in, desk.now);
  if (!fresh && !desk.store.accounts()->password_hash(desk.visit->person.id)) {
    return html("<p>{}</p>", form.link_first) + account_form(view, desk, "/sign-in/link",
                                                             hidden("mail", desk.visit->person.mail.text()),
                                                             view.language("account.send_link"));
  }
  return account_form(view, desk, form.path,
                      form.fields + (fresh ? Html() : password_field(view, problem)) + form.after,
                      form.button);
}

}  // namespace wegwijzer::web
