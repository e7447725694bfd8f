// SPDX-License-Identifier: EUPL-1.2
#include "web/elsewhere_parts.h"

#include <algorithm>

#include "web/account_parts.h"
#include "web/parts.h"

namespace wegwijzer::web {

namespace {

std::vector<ProviderName> provider_names(Desk const& desk) {
  std::vector<ProviderName> all;
  if (!desk.parts.elsewhere) return all;
  for (auto const& provider : desk.parts.elsewhere->all()) all.push_back(provider->name());
  return all;
}

Html linked_line(View const& view, Desk const& desk, accounts::LinkedAccount const& one) {
  auto const& t = view.language;
  auto const name = name_of_issuer(desk, t, one.account.issuer);
  return html("<li><p>{}</p>{}</li>",
              t("account.elsewhere_line", {{"name", name}, {"date", text(local_date(one.linked_at))}}),
              account_form(view, desk, "/account/elsewhere/unlink",
                           hidden("issuer", one.account.issuer) + hidden("subject", one.account.subject),
                           t("account.unlink_elsewhere", {{"name", name}}), "button"));
}

Html ways_to_link(View const& view, Desk const& desk, std::vector<accounts::LinkedAccount> const& linked) {
  auto const& t = view.language;
  auto all = provider_names(desk);
  std::erase_if(all, [&](ProviderName const& name) {
    return std::ranges::any_of(linked, [&](auto const& one) { return one.account.issuer == name.issuer; });
  });
  if (all.empty()) return {};
  if (!may_link(*desk.visit, desk.now)) return html("<p>{}</p>", t("account.link_by_mail"));
  return each(all, [&](ProviderName const& name) {
    return account_form(view, desk, "/account/elsewhere/link", hidden("provider", name.code),
                        t("account.link_elsewhere", {{"name", name_in(t, name)}}), "button");
  });
}

}  // namespace

std::string name_in(Language const& language, ProviderName const& name) {
  return language.dutch() ? name.dutch : name.english;
}

std::string name_of_issuer(Desk const& desk, Language const& language, std::string const& issuer) {
  auto const all = provider_names(desk);
  auto const found = std::ranges::find(all, issuer, &ProviderName::issuer);
  return found == all.end() ? issuer : name_in(language, *found);
}

Html elsewhere_buttons(View const& view, Desk const& desk, std::string const& next) {
  auto const& t = view.language;
  auto const all = provider_names(desk);
  if (all.empty()) return {};
  return html("<h2>{}</h2>", t("account.by_elsewhere")) + each(all, [&](ProviderName const& name) {
           return account_form(view, desk, "/sign-in/with/" + name.code,
                               next.empty() ? Html() : hidden("next", next_page(next)),
                               t("account.with_elsewhere", {{"name", name_in(t, name)}}));
         });
}

std::string path_after_sign_out(Desk const& desk) {
  using accounts::Way;
  auto const way = desk.visit ? desk.visit->sign_in.way : Way::link;
  if (!desk.parts.elsewhere || (way != Way::elsewhere && way != Way::elsewhere_with_factor)) return {};
  http::Parameters with;
  auto const linked = desk.store.accounts()->linked_accounts(desk.visit->person.id);
  for (auto const& provider : desk.parts.elsewhere->all()) {
    bool const may_be = std::ranges::any_of(
        linked, [&](auto const& one) { return one.account.issuer == provider->name().issuer; });
    if (may_be && provider->signs_out()) with.add("with", provider->name().code);
  }
  return with.empty() ? std::string() : "/sign-out?" + with.text();
}

Html own_accounts_elsewhere(View const& view, Desk const& desk, Accounts& accounts) {
  auto const& t = view.language;
  auto const linked = accounts.linked_accounts(desk.visit->person.id);
  if (linked.empty() && provider_names(desk).empty()) return {};
  auto const list =
      linked.empty()
          ? html("<p>{}</p>", t("account.elsewhere_text"))
          : html("<ul>{}</ul>", each(linked, [&](auto const& one) { return linked_line(view, desk, one); }));
  return html("<h2>{}</h2>", t("account.by_elsewhere")) + list + ways_to_link(view, desk, linked);
}

}  // namespace wegwijzer::web
