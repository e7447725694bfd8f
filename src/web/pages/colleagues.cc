// SPDX-License-Identifier: EUPL-1.2
// Who works at a place of one's own, for who says who does: inviting, taking back and helping out.
#include "usecases/account/colleagues.h"

#include <algorithm>

#include "usecases/account/invite.h"
#include "web/account_parts.h"
#include "web/handlers.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web::pages {

namespace {

using accounts::Membership;
using accounts::Place;
using accounts::Role;

constexpr auto const* here = "/account/colleagues";

std::string typed_here(http::Request const& request, char const* name) {
  return std::string(request.form.first(name).value_or(""));
}

// One's own places, also of what is in no atlas (any more), and all that the program shows.
std::vector<Place> all_places(View const& view, Desk const& desk) {
  std::vector<Place> all;
  for (auto const& one : desk.visit->memberships) all.push_back(one.place());
  auto const& catalogue = view.atlas.catalogue();
  for (auto const& one : catalogue.ecosystems()) all.push_back({one.id, std::nullopt});
  for (auto const& one : catalogue.organisations()) {
    auto const ecosystem = catalogue[catalogue.ecosystem(*catalogue.find(one.id))].id;
    all.push_back({ecosystem, one.id});
  }
  return all;
}

// The wider first, then by name.
std::vector<Place> places_to_see(View const& view, Desk const& desk) {
  std::vector<Place> places;
  for (auto const& one : all_places(view, desk)) {
    bool const new_one = std::ranges::find(places, one) == places.end();
    if (new_one && may(desk.asker(), accounts::see_colleagues(one), one)) places.push_back(one);
  }
  std::ranges::sort(places, {}, [&](Place const& one) {
    return std::tuple(one.ecosystem.has_value(), one.organisation.has_value(), one.area.has_value(),
                      place_phrase(view, one));
  });
  return places;
}

// A part of a map, which nobody chooses from a list: there are hundreds.
std::optional<Place> asked_area(View const& view, std::string_view asked) {
  auto const at = asked.rfind('|');
  auto const code =
      at == asked.npos ? fail(Fault::invalid, "area.code_invalid") : AreaCode::parse(asked.substr(at + 1));
  if (!code || !view.atlas.areas().find(*code)) return std::nullopt;
  for (auto const& ecosystem : view.atlas.catalogue().ecosystems()) {
    Place const place{ecosystem.id, std::nullopt, *code};
    if (key_of(place) == asked) return place;
  }
  return std::nullopt;
}

// The place that was asked for, if it may be seen; without asking one's own first.
Result<Place> chosen_place(View const& view, Desk const& desk, std::string_view asked) {
  if (auto const area = asked_area(view, asked);
      area && may(desk.asker(), accounts::see_colleagues(*area), *area)) {
    return *area;
  }
  auto const places = places_to_see(view, desk);
  auto const same = [&](Place const& one) { return key_of(one) == asked; };
  auto const own = [&](Place const& one) {
    return std::ranges::find(desk.visit->memberships, one, &Membership::place) !=
           desk.visit->memberships.end();
  };
  auto const found = asked.empty() ? std::ranges::find_if(places, own) : std::ranges::find_if(places, same);
  if (found == places.end()) return fail(Fault::forbidden, "account.may_not");
  return *found;
}

Html choosing(View const& view, Desk const& desk, Place const& chosen) {
  auto const places = places_to_see(view, desk);
  if (places.size() < 2) return {};
  auto const options = each(
      places, [&](Place const& one) { return option(key_of(one), place_phrase(view, one), one == chosen); });
  return html(
      R"(<form method="get" action="{}"><div class="field"><label for="place">{}</label>)"
      R"(<select id="place" name="place">{}</select></div><p><button class="button" type="submit">{}</button></p></form>)",
      view.page(here), view.language("account.which_place"), options, view.language("account.look"));
}

// A button that does one thing to one person or invitation of this place.
struct ButtonHere {
  char const* path;
  Html fields;
  std::string label;
};

Html button_here(View const& view, Desk const& desk, Place const& place, ButtonHere const& button) {
  return account_form(view, desk, std::string(here) + button.path,
                      hidden("place", key_of(place)) + button.fields, button.label, "button");
}

std::string role_name(View const& view, Role role) {
  return view.language("account.role." + text(role));
}

Html role_line(View const& view, Desk const& desk, Membership const& one, bool oneself) {
  auto const name = role_name(view, one.role());
  if (oneself || !may(desk.asker(), accounts::take_role(one.role()), one.place())) {
    return html("<p>{}</p>", name);
  }
  return html("<p>{}</p>", name) +
         button_here(view, desk, one.place(),
                     {"/take-role", hidden("person", text(one.person())) + hidden("role", text(one.role())),
                      view.language("account.take_role", {{"role", name}})});
}

Html helping_out(View const& view, Desk const& desk, Place const& place, Colleague const& one) {
  auto const person = hidden("person", text(one.person.id));
  Html out;
  if (one.may_be_signed_out) {
    out += button_here(view, desk, place, {"/end-sign-ins", person, view.language("account.end_all")});
  }
  if (one.may_be_reset && one.has_second_factor) {
    out += button_here(view, desk, place,
                       {"/reset-second-factor", person, view.language("account.reset_factor")});
  }
  return out;
}

Html colleague_line(View const& view, Desk const& desk, Place const& place, Colleague const& one) {
  bool const oneself = one.person.id == desk.visit->person.id;
  auto const you = oneself ? html(" <strong>{}</strong>", view.language("account.that_is_you")) : Html();
  return html("<li><h3>{}{}</h3><p>{}</p>{}{}</li>", one.person.name, you, one.person.mail.text(),
              each(one.roles, [&](Membership const& role) { return role_line(view, desk, role, oneself); }),
              oneself ? Html() : helping_out(view, desk, place, one));
}

Html people(View const& view, Desk const& desk, Place const& place, Colleagues const& all) {
  auto const title = html("<h2>{}</h2>", place_phrase(view, place));
  if (all.people.empty()) return title + html("<p>{}</p>", view.language("account.no_colleagues"));
  return title + html("<ul>{}</ul>", each(all.people, [&](Colleague const& one) {
                        return colleague_line(view, desk, place, one);
                      }));
}

Html invitation_line(View const& view, Desk const& desk, accounts::Invitation const& one) {
  auto const line =
      html("<p>{}</p>",
           view.language("account.waits", {{"mail", one.mail.text()},
                                           {"role", role_name(view, one.role)},
                                           {"ends", date_phrase(view.language, local_date(one.ends))}}));
  if (!may(desk.asker(), accounts::invite(one.role), one.place)) return html("<li>{}</li>", line);
  return html(
      "<li>{}{}</li>", line,
      button_here(view, desk, one.place,
                  {"/withdraw", hidden("invitation", text(one.id)), view.language("account.withdraw")}));
}

Html waiting(View const& view, Desk const& desk, Colleagues const& all) {
  if (all.invitations.empty()) return {};
  return html("<h2>{}</h2><ul>{}</ul>", view.language("account.waiting"),
              each(all.invitations,
                   [&](accounts::Invitation const& one) { return invitation_line(view, desk, one); }));
}

std::vector<Role> roles_to_give(Desk const& desk, Place const& place) {
  std::vector<Role> roles;
  for (auto const& [role, name] : choices<Role>) {
    bool const fits = Membership::make({}, role, place).has_value();
    if (fits && may(desk.asker(), accounts::invite(role), place)) roles.push_back(role);
  }
  return roles;
}

// What came wrong with an invitation, and what was typed.
struct TypedInvitation {
  Error const* problem = nullptr;
  std::string mail{};
  std::string role{};
};

// None is chosen beforehand where there is a choice: nobody gets to be an owner by accident.
Html role_field(View const& view, std::vector<Role> const& roles, TypedInvitation const& typed) {
  auto const& t = view.language;
  auto const one = [&](Role role) {
    bool const chosen = roles.size() == 1 || typed.role == text(role);
    return html(
        R"(<label class="version"><input type="radio" name="role" value="{}" required {}> <strong>{}</strong> <span>{}</span></label>)",
        text(role), Flag{"checked", chosen}, role_name(view, role), t("account.role_text." + text(role)));
  };
  bool const wrong = typed.problem && typed.problem->field == "role";
  return html(R"(<fieldset class="versions"><legend>{}</legend>{}{}</fieldset>)", t("account.their_role"),
              wrong ? html(R"(<p class="problem">{}</p>)", t.sentence(*typed.problem)) : Html(),
              each(roles, one));
}

Html inviting(View const& view, Desk const& desk, Place const& place, TypedInvitation const& typed) {
  auto const& t = view.language;
  auto const roles = roles_to_give(desk, place);
  if (roles.empty()) return {};
  return html("<h2>{}</h2><p>{}</p>", t("account.invite"), t("account.invite_text")) +
         account_form(
             view, desk, std::string(here) + "/invite",
             hidden("place", key_of(place)) +
                 account_field(
                     view,
                     {.id = "mail", .label = t("account.their_mail"), .type = "email", .value = typed.mail},
                     typed.problem) +
                 role_field(view, roles, typed),
             t("account.send_invitation"));
}

http::Response colleagues_page(View const& view, Desk const& desk, std::string const& asked,
                               TypedInvitation const& typed = {}) {
  auto const place = chosen_place(view, desk, asked);
  if (!place) return show_error(view, here, place.error());
  auto const all = see_colleagues(*desk.store.accounts(), desk.asker(), *place, desk.now);
  if (!all) return show_error(view, here, all.error());
  return account_page(view, here, view.language("account.colleagues"),
                      choosing(view, desk, *place) + people(view, desk, *place, *all) +
                          waiting(view, desk, *all) + inviting(view, desk, *place, typed),
                      typed.problem);
}

http::Response back(View const& view, std::string const& place) {
  auto response = http::redirect(view.page(here).with("place", place).text());
  response.headers.set("Cache-Control", "no-store");
  return response;
}

http::Response told(View const& view, Desk const& desk, std::string const& place, Done const& done) {
  return done ? back(view, place) : colleagues_page(view, desk, place, {&done.error()});
}

// What cannot be taken back with a button is asked twice; without script too.
http::Response ask_again(View const& view, Desk const& desk, Place const& place, ButtonHere const& button,
                         std::string const& question) {
  auto const sure =
      button_here(view, desk, place, {button.path, button.fields + hidden("sure", "yes"), button.label});
  return account_page(
      view, here, view.language("account.sure"),
      html(R"(<p class="lead">{}</p>{}<p><a class="button" href="{}">{}</a></p>)", question, sure,
           view.page(here).with("place", key_of(place)), view.language("account.do_not")));
}

// Somebody at the place that the form names, with what they do there.
struct Chosen {
  Place place;
  accounts::Person person;
};

Result<Chosen> chosen_person(http::Request const& request, View const& view, Desk const& desk) {
  auto const place = chosen_place(view, desk, typed_here(request, "place"));
  if (!place) return fail(place.error());
  auto const id = Id<accounts::Person>::parse(typed_here(request, "person"));
  if (!id) return fail(Fault::missing, "account.missing");
  auto const person = desk.store.accounts()->person(*id);
  auto const roles = desk.store.accounts()->memberships(*id);
  bool const there = std::ranges::find(roles, *place, &Membership::place) != roles.end();
  if (!person || !there) return fail(Fault::missing, "account.missing");
  return Chosen{*place, *person};
}

bool is_sure(http::Request const& request) {
  return typed_here(request, "sure") == "yes";
}

}  // namespace

http::Response colleagues(http::Request const& request, View const& view, Desk const& desk) {
  return colleagues_page(view, desk, std::string(request.query.first("place").value_or("")));
}

http::Response invite_other(http::Request const& request, View const& view, Desk const& desk) {
  auto const asked = typed_here(request, "place");
  auto const place = chosen_place(view, desk, asked);
  if (!place) return show_error(view, here, place.error());
  auto const refused = [&](Error const& error) {
    return colleagues_page(view, desk, asked,
                           {&error, typed_here(request, "mail"), typed_here(request, "role")});
  };
  auto const mail = accounts::EmailAddress::parse(typed_here(request, "mail"));
  if (!mail) return refused(mail.error());
  auto const role = parse_choice<Role>(typed_here(request, "role"));
  if (!role) return refused(in_field({Fault::invalid, "account.role_missing"}, "role"));
  auto const done = desk.change([&](AccountWorld const& world, Visit const& visit) {
    return invite(
        world, asker_of(visit),
        {*mail, *role, *place, visit.person.language, role_phrase(view, *role, *place), visit.person.id});
  });
  if (!done) return refused(done.error());
  return account_page(view, here, view.language("account.invited"),
                      html(R"(<p class="lead">{}</p><p><a class="button" href="{}">{}</a></p>)",
                           view.language("account.invited_text", {{"mail", mail->text()}}),
                           view.page(here).with("place", asked), view.language("account.to_colleagues")));
}

http::Response withdraw(http::Request const& request, View const& view, Desk const& desk) {
  auto const asked = typed_here(request, "place");
  auto const place = chosen_place(view, desk, asked);
  if (!place) return show_error(view, here, place.error());
  auto const id = Id<accounts::Invitation>::parse(typed_here(request, "invitation"));
  if (!id) return colleagues_page(view, desk, asked, {&id.error()});
  return told(view, desk, asked, desk.change([&](AccountWorld const& world, Visit const& visit) {
    return withdraw_invitation(world, visit, *place, *id);
  }));
}

http::Response take_role_away(http::Request const& request, View const& view, Desk const& desk) {
  auto const chosen = chosen_person(request, view, desk);
  if (!chosen) return show_error(view, here, chosen.error());
  auto const& [place, person] = *chosen;
  auto const role = parse_choice<Role>(typed_here(request, "role"));
  auto const membership = role ? Membership::make(person.id, *role, place) : fail(role.error());
  if (!membership) return colleagues_page(view, desk, key_of(place), {&membership.error()});
  if (!is_sure(request)) {
    auto const label = view.language("account.take_role", {{"role", role_name(view, *role)}});
    auto const fields = hidden("person", text(person.id)) + hidden("role", text(*role));
    return ask_again(view, desk, place, {"/take-role", fields, label},
                     view.language("account.take_role_sure",
                                   {{"name", person.name}, {"role", role_phrase(view, *role, place)}}));
  }
  auto const* const theirs = view.languages.find(person.language);
  auto const about = role_phrase(theirs ? view.in(*theirs) : view, *role, place);
  return told(view, desk, key_of(place), desk.change([&](AccountWorld const& world, Visit const& visit) {
    return take_role(world, visit, *membership, about);
  }));
}

http::Response end_sign_ins_of(http::Request const& request, View const& view, Desk const& desk) {
  auto const chosen = chosen_person(request, view, desk);
  if (!chosen) return show_error(view, here, chosen.error());
  return told(view, desk, key_of(chosen->place),
              desk.change([&](AccountWorld const& world, Visit const& visit) {
                return end_all_sign_ins(world, visit, chosen->person.id);
              }));
}

http::Response reset_factor(http::Request const& request, View const& view, Desk const& desk) {
  auto const chosen = chosen_person(request, view, desk);
  if (!chosen) return show_error(view, here, chosen.error());
  auto const& [place, person] = *chosen;
  if (!is_sure(request)) {
    return ask_again(
        view, desk, place,
        {"/reset-second-factor", hidden("person", text(person.id)), view.language("account.reset_factor")},
        view.language("account.reset_factor_sure", {{"name", person.name}}));
  }
  return told(view, desk, key_of(place), desk.change([&](AccountWorld const& world, Visit const& visit) {
    return reset_factor_of(world, visit, chosen->person.id);
  }));
}

}  // namespace wegwijzer::web::pages
