// SPDX-License-Identifier: EUPL-1.2
// Entering, correcting and erasing people of an organisation, for who keeps it or the whole network; and
// putting oneself on the list.
#include <algorithm>

#include "usecases/contact/own_contacts.h"
#include "web/contact_parts.h"
#include "web/field_shapes.h"
#include "web/handlers.h"
#include "web/parts.h"
#include "web/record_words.h"

namespace wegwijzer::web::pages {

namespace {

using accounts::Action;

// Who may be put on the list here: organisations to choose from, for this action.
struct EntryPage {
  View const& view;
  Desk const& desk;
  NetworkBench const& bench;
  Action action;     // keep_contacts: others; stand_as_contact: oneself
  std::string path;  // of the form

  bool oneself() const { return action == Action::stand_as_contact; }

  bool may_for(Id<Organisation> organisation) const {
    return may(desk.asker(), action, {bench.ecosystem.id, organisation});
  }
};

EntryPage entry_page(View const& view, Desk const& desk, NetworkBench const& bench, Action action) {
  auto const end = action == Action::stand_as_contact ? "/me" : "/new";
  return {view, desk, bench, action, contacts_path(bench.ecosystem) + end};
}

std::vector<FormChoice> organisations_for(EntryPage const& page) {
  auto all = organisation_choices(*page.bench.reader);
  std::erase_if(all, [&](FormChoice const& one) {
    auto const id = Id<Organisation>::parse(one.value);
    return !id || !page.may_for(*id);
  });
  return all;
}

Html organisation_field(FormView const& form, std::vector<FormChoice> all) {
  if (all.size() > 1) all.insert(all.begin(), {"", form.view.language("people.choose")});
  return select_field(form, "organisation", options_of(form, "organisation", all));
}

http::Response show_entry(EntryPage const& page, http::Parameters const& typed,
                          std::vector<Error> const& problems = {}, Html const& above = {}) {
  auto const& t = page.view.language;
  auto const organisations = organisations_for(page);
  if (organisations.empty()) return work_refused(page.view, {Fault::forbidden, "account.may_not"});
  FormView const form{page.view, "people.", typed, problems};
  auto const fields = organisation_field(form, organisations) +
                      contact_fields(form, page.oneself() ? AddressField::fixed : AddressField::typed);
  return work_page(
      page.view,
      {.path = page.path,
       .title = t(page.oneself() ? "people.add_me" : "people.add"),
       .body =
           above +
           html(R"(<p class="lead">{}</p>)", t(page.oneself() ? "people.me_lead" : "people.add_lead")) +
           problems_of(form) +
           html(
               R"(<form method="post" class="work" novalidate action="{}">{}{}<p><button class="button primary" type="submit">{}</button></p></form>)",
               page.view.page(page.path), hidden("form", page.desk.form_token), fields,
               t(page.oneself() ? "people.put_me" : "people.ask")),
       .status = problems.empty() ? 200 : 400,
       .back = t("people.title", {{"network", page.bench.ecosystem.name}}),
       .back_to = contacts_path(page.bench.ecosystem)});
}

// The organisation that was chosen, when it is one that may be chosen.
std::optional<Id<Organisation>> chosen_organisation(EntryPage const& page, TypedFields& typed) {
  auto const id = Id<Organisation>::parse(typed.text("organisation"));
  bool const there = id && page.bench.reader->organisations().find(*id) && page.may_for(*id);
  if (there) return *id;
  typed.wrong("organisation", {Fault::missing, "people.organisation_missing"});
  return std::nullopt;
}

Result<ContactAndToken> enter_as(EntryPage const& page, ContactWork const& work, ContactPerson typed,
                                 PrivateMail private_mail) {
  return page.oneself() ? put_oneself_on_list(work, std::move(typed), private_mail)
                        : enter_contact(work, std::move(typed), private_mail);
}

http::Response keep_entry(EntryPage const& page, http::Parameters const& form) {
  TypedFields typed(form);
  auto const organisation = chosen_organisation(page, typed);
  ContactPerson blank;
  if (page.oneself()) blank.email = visit_of(page.desk).person.mail.text();
  blank.entered_by = actor_of(page.desk).name;
  auto const private_mail = typed_private_mail(typed);
  auto contact = read_contact_form(typed, std::move(blank), private_mail);
  if (page.oneself()) contact.email = visit_of(page.desk).person.mail.text();
  if (!organisation || !typed.problems().empty()) return show_entry(page, form, typed.problems());
  contact.organisation = *organisation;
  auto const bench = workbench(page.desk, page.bench.ecosystem.slug, text(*organisation), page.action);
  if (!bench) return work_refused(page.view, bench.error());
  auto const writer = writer_of(page.desk, *bench, page.action);
  if (!writer) return work_refused(page.view, writer.error());
  auto const kept = enter_as(page, {**writer, page.desk.parts.secrets, page.view.moment.today},
                             std::move(contact), private_mail);
  if (!kept) return show_entry(page, form, {in_words(page.view, kept.error())});
  (*writer)->commit();
  auto const kind =
      page.oneself() ? accounts::MailKind::contact_confirmed : accounts::MailKind::contact_consent;
  mail_contact(page.desk, kind, page.bench.ecosystem, bench->organisation.name, *kept);
  return http::redirect(page.view.page(contacts_path(page.bench.ecosystem))
                            .with("done", page.oneself() ? "listed" : "asked")
                            .text());
}

}  // namespace

http::Response new_contact(http::Request const& request, View const& view, Desk const& desk,
                           PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], Action::see_contacts);
  if (!bench) return work_refused(view, bench.error());
  http::Parameters typed;
  typed.add("organisation", std::string(request.query.first("organisation").value_or("")));
  return show_entry(entry_page(view, desk, *bench, Action::keep_contacts), typed);
}

http::Response enter_contact(http::Request const& request, View const& view, Desk const& desk,
                             PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], Action::see_contacts);
  if (!bench) return work_refused(view, bench.error());
  return keep_entry(entry_page(view, desk, *bench, Action::keep_contacts), request.form);
}

namespace {

// What stands there of who looks already.
Html own_entries(View const& view, Desk const& desk, Ecosystem const& network) {
  auto const& t = view.language;
  auto const all = contacts_of(desk.store, visit_of(desk).person.mail.text());
  auto const list = each(all, [&](OwnContact const& one) {
    if (one.network.id != network.id) return Html();
    auto const to = view.page("/e/" + network.slug + "/contact").with("id", text(one.contact.id));
    return html(R"(<li><a href="{}">{}</a></li>)", to,
                t("people.own_at", {{"organisation", one.organisation}}));
  });
  return list.empty() ? Html() : html(R"(<p>{}</p><ul>{}</ul>)", t("people.own_already"), list);
}

}  // namespace

http::Response own_entry(http::Request const&, View const& view, Desk const& desk,
                         PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], Action::see_contacts);
  if (!bench) return work_refused(view, bench.error());
  http::Parameters typed;
  typed.add("name", visit_of(desk).person.name);
  typed.add("email", visit_of(desk).person.mail.text());
  return show_entry(entry_page(view, desk, *bench, Action::stand_as_contact), typed, {},
                    own_entries(view, desk, bench->ecosystem));
}

http::Response put_on_list(http::Request const& request, View const& view, Desk const& desk,
                           PathArguments const& arguments) {
  auto const bench = network_bench(desk, arguments[0], Action::see_contacts);
  if (!bench) return work_refused(view, bench.error());
  auto form = request.form;
  if (!form.has("email")) form.add("email", visit_of(desk).person.mail.text());
  return keep_entry(entry_page(view, desk, *bench, Action::stand_as_contact), form);
}

namespace {

struct ContactBench {
  Workbench bench;
  ContactPerson contact;
};

Result<ContactBench> contact_bench(Desk const& desk, PathArguments const& arguments) {
  auto const network = network_bench(desk, arguments[0], Action::see_contacts);
  if (!network) return fail(network.error());
  auto const id = Id<ContactPerson>::parse(arguments[1]);
  auto contact = id ? network->reader->contacts().find(*id) : fail(Fault::missing, "page.missing");
  if (!contact) return fail(Fault::missing, "page.missing");
  auto bench = workbench(desk, arguments[0], text(contact->organisation), Action::keep_contacts);
  if (!bench) return fail(bench.error());
  return ContactBench{*std::move(bench), *std::move(contact)};
}

Html ask_again_part(View const& view, Desk const& desk, ContactBench const& at) {
  auto const& t = view.language;
  auto const free = may_be_asked_on(*at.bench.reader, desk.parts.secrets, at.contact);
  if (!free) return html(R"(<p class="hint">{}</p>)", t("people.refused"));
  if (*free > view.moment.today) {
    auto const error = in_words(view, {Fault::conflict, "people.asked_lately", {{"day", text(*free)}}});
    return html(R"(<p class="hint">{}</p>)", t.sentence(error));
  }
  return account_form(view, desk, contact_path(at.bench.ecosystem, at.contact.id) + "/ask", {},
                      t("people.ask_again"), "button");
}

Html erase_part(View const& view, Desk const& desk, ContactBench const& at) {
  auto const& t = view.language;
  return html(R"(<details class="more"><summary>{}</summary><p>{}</p>{}</details>)", t("people.erase"),
              t("people.erase_sure", {{"name", at.contact.name}}),
              account_form(view, desk, contact_path(at.bench.ecosystem, at.contact.id) + "/erase", {},
                           t("people.erase_yes"), "button"));
}

// What is known of the yes.
Html consent_of_contact(View const& view, Desk const& desk, ContactPerson const& one) {
  auto const& t = view.language;
  auto const by =
      one.entered_by.empty()
          ? Html()
          : html(R"(<p class="hint">{}</p>)",
                 t("people.entered_by", {{"who", actor_name(view, *desk.store.accounts(), one.entered_by)}}));
  return html("<p>{}</p>{}", consent_phrase(view, one), by);
}

http::Response show_contact(View const& view, Desk const& desk, ContactBench const& at,
                            http::Parameters const& typed, std::vector<Error> const& problems = {},
                            Html const& above = {}) {
  auto const& t = view.language;
  FormView const form{view, "people.", typed, problems};
  auto const path = contact_path(at.bench.ecosystem, at.contact.id);
  auto const told = consent_of(at.contact) == Consent::given
                        ? html(R"(<p class="hint">{}</p>)", t("people.change_is_mailed"))
                        : Html();
  return work_page(
      view,
      {.path = path,
       .title = at.contact.name,
       .body =
           above + html(R"(<p class="lead">{}</p>)", at.bench.organisation.name) +
           consent_of_contact(view, desk, at.contact) + problems_of(form) +
           html(
               R"(<form method="post" class="work" novalidate action="{}">{}{}{}<p><button class="button primary" type="submit">{}</button></p></form>)",
               view.page(path),
               hidden("form", desk.form_token) + hidden("version", typed.first("version").value_or("")),
               contact_fields(form, AddressField::fixed), told, t("work.keep")) +
           ask_again_part(view, desk, at) + erase_part(view, desk, at),
       .status = problems.empty() ? 200 : 400,
       .back = t("people.title", {{"network", at.bench.ecosystem.name}}),
       .back_to = contacts_path(at.bench.ecosystem)});
}

// What was typed over what stands there now, so that keeping it once more keeps it.
http::Response show_clash(View const& view, Desk const& desk, ContactBench const& at,
                          http::Parameters const& form, Error const& error) {
  http::Parameters again;
  for (auto const& [name, value] : form) {
    if (name != "version" && name != "email") again.add(name, value);
  }
  again.add("email", at.contact.email);
  again.add("version", std::to_string(at.contact.version));
  return show_contact(view, desk, at, again, {error},
                      html(R"(<div class="notice"><p>{}</p>{}</div>)", view.language("people.stands_now"),
                           contact_facts(view, at.contact)));
}

http::Response to_contacts(View const& view, Ecosystem const& network, char const* done) {
  return http::redirect(view.page(contacts_path(network)).with("done", done).text());
}

}  // namespace

http::Response contact_form(http::Request const&, View const& view, Desk const& desk,
                            PathArguments const& arguments) {
  auto const at = contact_bench(desk, arguments);
  if (!at) return work_refused(view, at.error());
  return show_contact(view, desk, *at, contact_form_of(at->contact));
}

http::Response change_contact(http::Request const& request, View const& view, Desk const& desk,
                              PathArguments const& arguments) {
  auto const at = contact_bench(desk, arguments);
  if (!at) return work_refused(view, at.error());
  auto form = request.form;
  form.add("email", at->contact.email);
  TypedFields typed(form);
  auto contact = read_contact_form(typed, at->contact, PrivateMail::used_by_organisation);
  if (!typed.problems().empty()) return show_contact(view, desk, *at, form, typed.problems());
  auto const writer = writer_of(desk, at->bench, Action::keep_contacts);
  if (!writer) return work_refused(view, writer.error());
  auto const kept = correct_contact({**writer, desk.parts.secrets, view.moment.today}, contact);
  if (!kept && kept.error().key == "people.changed_meanwhile") {
    auto const now = contact_bench(desk, arguments);
    return now ? show_clash(view, desk, *now, request.form, kept.error()) : work_refused(view, now.error());
  }
  if (!kept) return work_refused(view, kept.error());
  (*writer)->commit();
  mail_contact(desk, accounts::MailKind::contact_changed, at->bench.ecosystem, at->bench.organisation.name,
               *kept);
  return to_contacts(view, at->bench.ecosystem, kept->token.empty() ? "saved" : "told");
}

http::Response erase_contact(http::Request const&, View const& view, Desk const& desk,
                             PathArguments const& arguments) {
  auto const at = contact_bench(desk, arguments);
  if (!at) return work_refused(view, at.error());
  auto const writer = writer_of(desk, at->bench, Action::keep_contacts);
  if (!writer) return work_refused(view, writer.error());
  (*writer)->kept_contacts().erase(at->contact.id);
  (*writer)->commit();
  forget_mails_of(desk, at->bench.ecosystem, {at->contact});
  return to_contacts(view, at->bench.ecosystem, "erased");
}

http::Response ask_contact(http::Request const&, View const& view, Desk const& desk,
                           PathArguments const& arguments) {
  auto const at = contact_bench(desk, arguments);
  if (!at) return work_refused(view, at.error());
  auto const writer = writer_of(desk, at->bench, Action::keep_contacts);
  if (!writer) return work_refused(view, writer.error());
  auto const asked = ask_contact_again({**writer, desk.parts.secrets, view.moment.today}, at->contact.id);
  if (!asked) {
    return show_contact(view, desk, *at, contact_form_of(at->contact), {in_words(view, asked.error())});
  }
  (*writer)->commit();
  auto const kind = consent_of(at->contact) == Consent::given ? accounts::MailKind::contact_yearly
                                                              : accounts::MailKind::contact_consent;
  mail_contact(desk, kind, at->bench.ecosystem, at->bench.organisation.name, *asked);
  return to_contacts(view, at->bench.ecosystem, "asked");
}

}  // namespace wegwijzer::web::pages
