// SPDX-License-Identifier: EUPL-1.2
#include "web/contact_parts.h"

#include <algorithm>

#include "base/words.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

Html fact_row(std::string const& term, Html const& words) {
  return html("<div><dt>{}</dt><dd>{}</dd></div>", term, words);
}

// What they are to be turned to for, as the list shows it.
Html turned_to_for(View const& view, ContactPerson const& one) {
  auto const& t = view.language;
  auto facts = one.turn_to.empty() && one.about.empty()
                   ? Html()
                   : fact_row(t("people.turn_to"),
                              html("{}{}{}", turn_to_words(view, one.turn_to),
                                   one.turn_to.empty() || one.about.empty() ? "" : " · ", one.about));
  if (!one.themes.empty())
    facts += fact_row(t("people.themes"), html("{}", contact_themes(view, one.themes)));
  return facts;
}

Html reached_by(View const& view, ContactPerson const& one) {
  auto const& t = view.language;
  auto facts = fact_row(t("people.email"), html(R"(<a href="{}">{}</a>)", Url::mail(one.email), one.email));
  if (!one.phone.empty()) {
    facts +=
        fact_row(t("people.phone"), html(R"(<a href="{}">{}</a>)", Url::telephone(one.phone), one.phone));
  }
  return facts;
}

std::vector<FormChoice> turn_to_choices(Language const& t) {
  std::vector<FormChoice> all;
  for (auto const& [value, name] : choices<TurnTo>) {
    all.push_back({std::string(name), choice_phrase(t, "people.for_", value)});
  }
  return all;
}

// The broad ones: a person is turned to for technology, not for one of its branches.
std::vector<FormChoice> broad_themes(View const& view) {
  std::vector<FormChoice> all;
  for (auto const& theme : view.atlas.vocabulary().themes) {
    if (!theme.above) all.push_back({text(theme.code), theme_name(view, theme)});
  }
  return all;
}

// Asked only of who typed a private one, so that nobody ticks it beforehand.
Html private_mail_tick(FormView const& form) {
  bool const is_private =
      std::ranges::any_of(form.problems, [](Error const& one) { return one.key == "people.mail_private"; });
  return is_private || form.chosen("used_by_organisation", "yes") ? tick_field(form, "used_by_organisation")
                                                                  : Html();
}

Html fixed_address(FormView const& form) {
  auto const& t = form.view.language;
  return html(R"(<div class="field"><p class="label">{}</p><p>{}</p><p class="hint">{}</p></div>)",
              t("people.email"), form.value("email"), t("people.address_stays"));
}

}  // namespace

std::string turn_to_words(View const& view, std::vector<TurnTo> const& all) {
  std::vector<std::string> words;
  for (auto const one : all) words.push_back(choice_phrase(view.language, "people.for_", one));
  return joined(words, " · ");
}

std::string contact_themes(View const& view, std::vector<ThemeCode> const& codes) {
  std::vector<std::string> names;
  for (auto const& code : codes) {
    auto const index = view.atlas.themes().find(code);
    names.push_back(index ? theme_name(view, *index) : text(code));
  }
  return joined(names, " · ");
}

std::string contacts_path(Ecosystem const& network) {
  return "/workplace/" + network.slug + "/contacts";
}

std::string contact_path(Ecosystem const& network, Id<ContactPerson> id) {
  return contacts_path(network) + "/" + text(id);
}

Html contact_facts(View const& view, ContactPerson const& one) {
  auto const& t = view.language;
  return html(R"(<dl class="about">{}</dl>)",
              fact_row(t("people.name"), html("{}", one.name)) +
                  fact_row(t("people.function"), html("{}", one.function)) +
                  fact_row(t("people.layer"), html("{}", choice_phrase(t, "people.layer_", one.layer))) +
                  reached_by(view, one) + turned_to_for(view, one));
}

Html contact_card(View const& view, ContactPerson const& one, Html const& below) {
  auto const& t = view.language;
  bool const is_quiet = consent_of(one) == Consent::given && !is_asked_again(one);
  auto const told = is_quiet ? Html() : html(R"(<p class="hint waits">{}</p>)", consent_phrase(view, one));
  return html(
      R"(<li class="person {}" id="{}"><p><strong>{}</strong><br>{}</p><p class="hint">{}</p>{}<dl>{}</dl>{}</li>)",
      text(one.layer), "contact-" + text(one.id), one.name, one.function,
      choice_phrase(t, "people.in_", one.layer), told, reached_by(view, one) + turned_to_for(view, one),
      below);
}

std::string consent_phrase(View const& view, ContactPerson const& one) {
  auto const& t = view.language;
  if (consent_of(one) == Consent::asked) {
    if (!one.asked_on) return t("people.waits_for_mail");
    return t("people.waits", {{"day", date_phrase(t, *one.asked_on + consent_waits)}});
  }
  auto const day = date_phrase(t, one.given_on.value_or(Date()));
  return t(is_asked_again(one) ? "people.asked_again" : "people.said_yes", {{"day", day}});
}

std::string layers_phrase(View const& view, LayerCounts const& counts) {
  return view.language("people.layers",
                       {{"green", std::to_string(counts.green)}, {"orange", std::to_string(counts.orange)}});
}

Html people_section(View const& view, Desk const& desk, Ecosystem const& network, Reader& reader,
                    Organisation const& organisation) {
  if (!may(desk.asker(), accounts::Action::see_contacts, {network.id, organisation.id})) return {};
  auto const& t = view.language;
  auto const people = people_of(reader, organisation.id, may_show_contact(desk, network));
  auto const names = each(people, [&](ContactPerson const& one) {
    return html("<li>{} · {} · {}</li>", one.name, one.function, choice_phrase(t, "people.in_", one.layer));
  });
  auto const list = people.empty() ? Html() : html("<ul>{}</ul>", names);
  auto const to_list = view.page(contacts_path(network)).with("q", organisation.name);
  auto const add = view.page(contacts_path(network) + "/new").with("organisation", text(organisation.id));
  auto const may_add = may(desk.asker(), accounts::Action::keep_contacts, {network.id, organisation.id})
                           ? html(R"(<a class="button" href="{}">{}</a>)", add, t("people.add"))
                           : Html();
  return html(
      R"(<section class="people-of"><h2>{}</h2><p>{}</p>{}<div class="actions"><a class="button" href="{}">{}</a>{}</div></section>)",
      t("people.people_of"), layers_phrase(view, count_layers(people)), list, to_list, t("people.to_list"),
      may_add);
}

MayShow may_show_contact(Desk const& desk, Ecosystem const& network) {
  return [&desk, id = network.id, self = actor_of(desk).name](ContactPerson const& one) {
    return consent_of(one) == Consent::given || one.entered_by == self ||
           may(desk.asker(), accounts::Action::keep_contacts, {id, one.organisation});
  };
}

Html contact_fields(FormView const& form, AddressField address) {
  auto const& t = form.view.language;
  std::vector<FormChoice> const layers{{"green", t("people.layer_green")},
                                       {"orange", t("people.layer_orange")}};
  auto const mail = address == AddressField::fixed
                        ? fixed_address(form) + private_mail_tick(form)
                        : line_field(form, "email", "email") + private_mail_tick(form);
  return field_group(t("people.who"), line_field(form, "name") + line_field(form, "function") +
                                          radio_field(form, "layer", layers)) +
         field_group(t("people.reach"), html(R"(<p class="hint">{}</p>)", t("people.business_only")) + mail +
                                            line_field(form, "phone", "tel")) +
         field_group(t("people.turn_to"),
                     ticks_field(form, "turn_to", turn_to_choices(t)) + line_field(form, "about") +
                         html(R"(<details class="more" {}><summary>{}</summary>{}</details>)",
                              Flag{"open", form.typed.has("themes")}, t("people.themes_more"),
                              ticks_field(form, "themes", broad_themes(form.view))));
}

http::Parameters contact_form_of(ContactPerson const& one) {
  http::Parameters form;
  auto const put = [&](char const* name, std::string const& value) {
    if (!value.empty()) form.add(name, value);
  };
  put("organisation", text(one.organisation));
  put("name", one.name), put("function", one.function), put("layer", text(one.layer));
  put("email", one.email), put("phone", one.phone), put("about", one.about);
  for (auto const purpose : one.turn_to) put("turn_to", text(purpose));
  for (auto const& theme : one.themes) put("themes", text(theme));
  put("version", std::to_string(one.version));
  return form;
}

ContactPerson read_contact_form(TypedFields& typed, ContactPerson contact, PrivateMail private_mail) {
  contact.name = typed.text("name"), contact.function = typed.text("function");
  if (typed.has("email")) contact.email = typed.text("email");
  contact.phone = typed.text("phone"), contact.about = typed.text("about");
  auto const layer = parse_choice<ContactLayer>(typed.text("layer"));
  if (!layer) typed.wrong("layer", {Fault::missing, "people.layer_missing"});
  contact.layer = layer.value_or(contact.layer);
  contact.turn_to = typed.list("turn_to", parse_choice<TurnTo>);
  contact.themes = typed.list("themes", ThemeCode::parse);
  contact.version = whole_number(typed.text("version")).value_or(0);
  for (auto& problem : tidy_contact(contact, private_mail)) typed.wrong(std::string(problem.field), problem);
  return contact;
}

PrivateMail typed_private_mail(TypedFields const& typed) {
  return typed.ticked("used_by_organisation") ? PrivateMail::used_by_organisation : PrivateMail::refused;
}

Error in_words(View const& view, Error error) {
  for (auto& argument : error.arguments) {
    auto const day =
        argument.name == "day" ? parse_date(argument.value) : fail(Fault::invalid, "date.invalid");
    if (day) argument.value = date_phrase(view.language, *day);
  }
  return error;
}

void mail_contact(Desk const& desk, accounts::MailKind kind, Ecosystem const& network,
                  std::string const& organisation, ContactAndToken const& told) {
  if (told.token.empty()) return;
  auto const changing = desk.store.change_accounts();
  write_contact_mail({*changing, desk.parts.secrets, desk.now}, kind,
                     {network.slug, network.name, organisation, told.contact, told.token});
  changing->commit();
}

void forget_mails_of(Desk const& desk, Ecosystem const& network, std::vector<ContactPerson> const& gone) {
  auto const changing = desk.store.change_accounts();
  forget_contact_mails(*changing, network.slug, gone);
  changing->commit();
}

}  // namespace wegwijzer::web
