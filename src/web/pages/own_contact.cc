// SPDX-License-Identifier: EUPL-1.2
// What a contact list says of somebody, for that person: where the link of a mail leads, and who has signed
// in with the same address. Opening it changes nothing; a button does.
#include <algorithm>

#include "usecases/contact/consent.h"
#include "usecases/contact/own_contacts.h"
#include "web/contact_parts.h"
#include "web/handlers.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/record_words.h"

namespace wegwijzer::web::pages {

namespace {

struct OwnContactPage {
  View const& view;
  Desk const& desk;
  Ecosystem network;
  OwnKey key;
  ContactPerson contact;
  std::string organisation;

  std::string path() const { return "/e/" + network.slug + "/contact"; }
};

http::Response own_contact_over(View const& view, Error const& error) {
  auto const& t = view.language;
  return work_page(view, {.path = "/",
                          .title = t("people.over_title"),
                          .body = html(R"(<p class="lead">{}</p><p><a class="button" href="{}">{}</a></p>)",
                                       t.sentence(error), view.page("/"), t("error.home")),
                          .status = status_of(error.fault)});
}

OwnKey own_key(Desk const& desk, http::Parameters const& typed) {
  auto const id = Id<ContactPerson>::parse(typed.first("id").value_or(""));
  return {std::string(typed.first("token").value_or("")),
          id ? std::optional<Id<ContactPerson>>(*id) : std::nullopt,
          desk.whole() ? visit_of(desk).person.mail.text() : ""};
}

Result<OwnContactPage> own_contact_page(View const& view, Desk const& desk, std::string const& slug,
                                        http::Parameters const& typed) {
  auto const all = desk.store.ecosystems();
  auto const found = std::ranges::find(all, slug, &Ecosystem::slug);
  if (found == all.end()) return fail(Fault::missing, "people.over");
  auto const reader = desk.store.reader(*found);
  auto key = own_key(desk, typed);
  auto contact = open_own_contact(*reader, desk.parts.secrets, key);
  if (!contact) return fail(contact.error());
  auto const organisation = reader->organisations().find(contact->organisation);
  return OwnContactPage{view, desk, *found, std::move(key), *contact, organisation ? organisation->name : ""};
}

Html key_fields(OwnContactPage const& page) {
  auto const which = page.key.token.empty() ? hidden("id", page.key.id ? text(*page.key.id) : "")
                                            : hidden("token", page.key.token);
  return hidden("form", page.desk.form_token) + which +
         hidden("version", std::to_string(page.contact.version));
}

// A form of one button.
Html own_button(OwnContactPage const& page, char const* what, char const* label, char const* kind) {
  return html(
      R"(<form method="post" action="{}">{}<button class="{}" type="submit" name="do" value="{}">{}</button></form>)",
      page.view.page(page.path()), key_fields(page), kind, what, page.view.language(label));
}

Html yes_and_no(OwnContactPage const& page) {
  bool const waits = consent_of(page.contact) == Consent::asked;
  bool const asked = waits || is_asked_again(page.contact);
  return html(
      R"(<div class="actions">{}{}{}</div>)",
      asked ? own_button(page, "yes", waits ? "people.say_yes" : "people.still_right", "button primary big")
            : Html(),
      own_button(page, "no", waits ? "people.say_no" : "people.withdraw", "button"),
      waits ? own_button(page, "never", "people.say_never", "button") : Html());
}

Html correcting(OwnContactPage const& page, FormView const& form) {
  auto const& t = page.view.language;
  bool const waits = consent_of(page.contact) == Consent::asked;
  return html(
      R"(<details class="more" {}><summary>{}</summary><form method="post" class="work" novalidate action="{}">{}{}<p><button class="button primary" type="submit" name="do" value="correct">{}</button></p></form></details>)",
      Flag{"open", !form.problems.empty()}, t(waits ? "people.correct_first" : "people.correct"),
      page.view.page(page.path()), key_fields(page), contact_fields(form, AddressField::fixed),
      t(waits ? "people.correct_and_yes" : "work.keep"));
}

Html what_is_kept(OwnContactPage const& page) {
  auto const& t = page.view.language;
  auto const who = actor_name(page.view, *page.desk.store.accounts(), page.contact.entered_by);
  bool const oneself = page.contact.way == ConsentWay::signed_in && page.contact.asked_on == std::nullopt;
  bool const waits = consent_of(page.contact) == Consent::asked;
  return html("<h2>{}</h2><p>{}</p><p>{}</p><p>{}</p>", t("people.about_list"),
              t("people.who_sees", {{"network", page.network.name}}),
              oneself ? t("people.entered_yourself") : t("people.entered_by", {{"who", who}}),
              t("people.how_long")) +
         html(R"(<div class="actions">{}{}</div>)", own_button(page, "download", "people.download", "button"),
              waits ? Html() : own_button(page, "never", "people.withdraw_never", "button"));
}

http::Response show_own(OwnContactPage const& page, http::Parameters const& typed,
                        std::vector<Error> const& problems = {}, char const* done = nullptr) {
  auto const& t = page.view.language;
  bool const waits = consent_of(page.contact) == Consent::asked;
  FormView const form{page.view, "people.", typed, problems};
  auto const notice = done ? html(R"(<p class="notice" role="status">{}</p>)", t(done)) : Html();
  auto const asked = waits ? "people.own_question" : "people.own_title";
  return work_page(page.view, {.path = page.path(),
                               .title = t(asked, {{"network", page.network.name}}),
                               .body = notice + problems_of(form) +
                                       html(R"(<p class="lead">{}</p><p>{}</p>)",
                                            t("people.own_lead", {{"organisation", page.organisation}}),
                                            consent_phrase(page.view, page.contact)) +
                                       html(R"(<div class="own-contact">{}</div>)",
                                            contact_facts(page.view, page.contact)) +
                                       yes_and_no(page) + correcting(page, form) + what_is_kept(page),
                               .status = problems.empty() ? 200 : 400});
}

http::Response show_own(OwnContactPage const& page, std::vector<Error> const& problems = {},
                        char const* done = nullptr) {
  return show_own(page, contact_form_of(page.contact), problems, done);
}

http::Response gone_page(View const& view, bool never) {
  auto const& t = view.language;
  return work_page(
      view, {.path = "/",
             .title = t("people.gone_title"),
             .body = html(R"(<p class="lead">{}</p><p><a class="button" href="{}">{}</a></p>)",
                          t(never ? "people.gone_never" : "people.gone"), view.page("/"), t("error.home"))});
}

http::Response download_own(OwnContactPage const& page) {
  auto response = http::json(own_contact_data({page.network, page.organisation, page.contact}));
  response.headers.set("Content-Disposition", "attachment; filename=\"wegwijzer-contact.json\"");
  response.headers.set("Cache-Control", "no-store");
  return response;
}

std::unique_ptr<Writer> writer_of_own(OwnContactPage const& page) {
  return page.desk.store.writer(page.network, {"contact itself"});
}

http::Response withdraw_own(OwnContactPage const& page, AskAgain again) {
  auto const writer = writer_of_own(page);
  auto const gone =
      withdraw_contact({*writer, page.desk.parts.secrets, page.view.moment.today}, page.key, again);
  if (!gone) return own_contact_over(page.view, gone.error());
  writer->commit();
  forget_mails_of(page.desk, page.network, *gone);
  return gone_page(page.view, again == AskAgain::never);
}

// What was typed over what stands there now.
http::Parameters typed_again(OwnContactPage const& now, http::Parameters const& form) {
  if (form.first("do") != "correct") return contact_form_of(now.contact);
  http::Parameters again;
  for (auto const& [name, value] : form) {
    if (name != "email") again.add(name, value);
  }
  again.add("email", now.contact.email);
  return again;
}

// As it is now, after a yes or when somebody else changed it.
http::Response shown_again(OwnContactPage const& page, http::Parameters const& form,
                           std::vector<Error> const& problems, char const* done) {
  auto const now = own_contact_page(page.view, page.desk, page.network.slug, form);
  if (!now) return own_contact_over(page.view, now.error());
  return problems.empty() ? show_own(*now, {}, done)
                          : show_own(*now, typed_again(*now, form), problems, done);
}

http::Response kept_own(OwnContactPage const& page, http::Parameters const& form, Writer& writer,
                        Result<ContactAndToken> const& kept) {
  if (!kept && kept.error().key == "people.over") return own_contact_over(page.view, kept.error());
  if (!kept) return shown_again(page, form, {kept.error()}, nullptr);
  writer.commit();
  mail_contact(page.desk, accounts::MailKind::contact_confirmed, page.network, page.organisation, *kept);
  return shown_again(page, form, {}, "people.done_yes");
}

http::Response correct_own(OwnContactPage const& page, http::Parameters form) {
  form.add("email", page.contact.email);
  TypedFields typed(form);
  auto const contact = read_contact_form(typed, page.contact, PrivateMail::used_by_organisation);
  if (!typed.problems().empty()) return show_own(page, form, typed.problems());
  auto const writer = writer_of_own(page);
  return kept_own(
      page, form, *writer,
      correct_own_contact({*writer, page.desk.parts.secrets, page.view.moment.today}, page.key, contact));
}

http::Response say_yes_to(OwnContactPage const& page, http::Parameters const& form) {
  auto const version = whole_number(TypedFields(form).text("version")).value_or(-1);
  auto const writer = writer_of_own(page);
  return kept_own(page, form, *writer,
                  say_yes({*writer, page.desk.parts.secrets, page.view.moment.today}, page.key, version));
}

}  // namespace

http::Response own_contact(http::Request const& request, View const& view, Desk const& desk,
                           PathArguments const& arguments) {
  auto const page = own_contact_page(view, desk, arguments[0], request.query);
  return page ? show_own(*page) : own_contact_over(view, page.error());
}

http::Response change_own_contact(http::Request const& request, View const& view, Desk const& desk,
                                  PathArguments const& arguments) {
  auto const page = own_contact_page(view, desk, arguments[0], request.form);
  if (!page) return own_contact_over(view, page.error());
  auto const what = request.form.first("do").value_or("");
  if (what == "yes") return say_yes_to(*page, request.form);
  if (what == "correct") return correct_own(*page, request.form);
  if (what == "download") return download_own(*page);
  if (what == "no") return withdraw_own(*page, AskAgain::later);
  if (what == "never") return withdraw_own(*page, AskAgain::never);
  return show_own(*page);
}

}  // namespace wegwijzer::web::pages
