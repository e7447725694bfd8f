// SPDX-License-Identifier: EUPL-1.2
#include "web/help_with_costs.h"

#include <algorithm>

#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

using Funds = std::vector<Fund const*>;

Funds funds_of(View const& view, Offering const& offering) {
  auto const& all = view.atlas.vocabulary().funds;
  Funds funds;
  for (auto const& code : offering.funds) {
    auto const found = std::ranges::find(all, code, &Fund::code);
    if (found != all.end()) funds.push_back(&*found);
  }
  return funds;
}

template <class Wanted>
Funds only(Funds funds, Wanted wanted) {
  std::erase_if(funds, [&](Fund const* fund) { return !wanted(*fund); });
  return funds;
}

std::string names_of(View const& view, Funds const& funds, std::string const& between) {
  std::vector<std::string> names;
  names.reserve(funds.size());
  for (auto const* fund : funds) names.push_back(fund_name(view, *fund));
  return joined(names, between);
}

Html item(View const& view, Fund const& fund) {
  auto const site = Url::website(fund.website);
  auto const& name = fund_name(view, fund);
  return html(
      "<li>{}. {} {} {}</li>",
      site ? html(R"(<a href="{}" rel="noreferrer">{}</a>)", *site, name) : html("<strong>{}</strong>", name),
      view.name("fund_about:" + fund.code.text(), fund.about),
      fund.is_pass ? "" : choice_phrase(view.language, "help.applies.", fund.applies),
      view.name("fund_needs:" + fund.code.text(), fund.needs));
}

Html items(View const& view, Funds const& funds) {
  return html("<ul>{}</ul>", each(funds, [&](Fund const* fund) { return item(view, *fund); }));
}

Html step(std::string const& question, Html const& answer) {
  return html("<li><details><summary>{}</summary>{}</details></li>", question, answer);
}

Html pass_step(View const& view, Funds const& passes) {
  auto const& t = view.language;
  if (passes.empty()) return step(t("help.any_pass"), html("<p>{}</p>", t("help.any_pass_text")));
  return step(t("help.pass", {{"pass", names_of(view, passes, " / ")}}), items(view, passes));
}

Html fund_step(View const& view, Funds const& funds) {
  auto const& t = view.language;
  if (funds.empty()) return step(t("help.any_fund"), html("<p>{}</p>", t("help.any_fund_text")));
  return step(t("help.fund", {{"funds", names_of(view, funds, t("list.separator"))}}), items(view, funds));
}

// Whom the sentence is said to.
bool asked_of_somebody_you_know(Funds const& funds) {
  return std::ranges::any_of(funds, [](Fund const* fund) {
    return fund->applies == Applicant::professional || fund->applies == Applicant::school;
  });
}

struct Asking {
  Offering const& offering;
  Organisation const& organisation;

  std::string sentence(Language const& t, char const* key) const {
    return t(key, {{"title", offering.title}, {"organisation", organisation.name}});
  }
};

// What one can say, and in Dutch too, since that is what it will be said in.
Html ready_sentence(View const& view, Asking const& asking, char const* key) {
  auto const in_dutch = asking.sentence(language("nl"), key);
  return html(R"({}<blockquote lang="nl" dir="ltr"><p>{}</p></blockquote>)",
              view.language.dutch() ? Html() : html("<p>{}</p>", asking.sentence(view.language, key)),
              in_dutch);
}

Html mail_button(View const& view, Asking const& asking) {
  auto const& address = asking.offering.email.empty() ? asking.organisation.email : asking.offering.email;
  if (address.empty()) return {};
  return html(R"(<p><a class="button" href="{}">{}</a></p>)",
              Url::mail(address)
                  .with("subject", asking.offering.title)
                  .with("body", asking.sentence(language("nl"), "help.say_to_provider")),
              view.language("help.mail"));
}

Html asking_step(View const& view, Asking const& asking, Funds const& funds) {
  auto const& t = view.language;
  auto const other =
      asked_of_somebody_you_know(funds)
          ? html("<p>{}</p>{}", t("help.to_somebody"), ready_sentence(view, asking, "help.say_to_somebody"))
          : Html();
  return step(t("help.how"),
              html("<p>{}</p>{}{}{}", t("help.to_provider"),
                   ready_sentence(view, asking, "help.say_to_provider"), mail_button(view, asking), other));
}

Html path(View const& view, Asking const& asking, Funds const& all) {
  auto const passes = only(all, [](Fund const& fund) { return fund.is_pass; });
  auto const funds = only(all, [](Fund const& fund) { return !fund.is_pass; });
  return html(R"(<ol class="path">{}{}{}</ol>)", pass_step(view, passes), fund_step(view, funds),
              asking_step(view, asking, funds));
}

}  // namespace

Html help_with_costs(View const& view, Index<Offering> index) {
  auto const& catalogue = view.atlas.catalogue();
  Asking const asking{catalogue[index], catalogue[catalogue.facts(index).organisation]};
  if (!asking.offering.price || asking.offering.price->free()) return {};
  auto const funds = funds_of(view, asking.offering);
  auto const paid = only(funds, [](Fund const& fund) { return fund.applies == Applicant::nobody; });
  return html(R"(<div class="help"><h3 id="help">{}</h3>{}</div>)", view.language("help.title"),
              paid.empty() ? path(view, asking, funds) : items(view, paid));
}

}  // namespace wegwijzer::web
