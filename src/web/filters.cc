// SPDX-License-Identifier: EUPL-1.2
#include "web/filters.h"

namespace wegwijzer::web {

Html filter_chip(Url const& to, std::string const& label, std::optional<std::size_t> count, bool on) {
  auto const number = count ? html(" <b>{}</b>", *count) : Html();
  if (on) {
    return html(R"(<li><a class="chip on" aria-current="true" href="{}">{}{}</a></li>)", to, label, number);
  }
  return html(R"(<li><a class="chip" href="{}">{}{}</a></li>)", to, label, number);
}

Html folded_choice(View const& view, bool made, Html const& chips) {
  return html(R"(<details class="facets" {}><summary>{}</summary>{}</details>)", Flag{"open", made},
              view.language("filter.choose_kind"), chips);
}

Html name_form(View const& view, Url const& list, std::string const& name, Fields const& chosen) {
  auto const& t = view.language;
  auto const kept = each(chosen, [](auto const& field) {
    return field.first == "q" ? Html() : hidden(field.first, field.second);
  });
  return html(
      R"(<form class="search by-name" method="get" action="{}" role="search"><div class="field"><label for="name">{}</label>)"
      R"(<input id="name" name="q" type="text" value="{}" maxlength="100" autocomplete="off"></div>{})"
      R"(<p><button class="button" type="submit">{}</button></p></form>)",
      list, t("filter.name"), name, kept, t("form.search"));
}

}  // namespace wegwijzer::web
