// SPDX-License-Identifier: EUPL-1.2
// What a report says about an ecosystem: facts by kind, with a choice by level and kind, each with its
// reference.
#include "usecases/fact/find.h"
#include "web/handlers.h"
#include "web/network_parts.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web::pages {

namespace {

struct Asked {
  Url path;
  FactQuery query;
};

Html chip(Asked const& asked, FactQuery const& then, std::string const& label,
          std::optional<std::size_t> count, bool on) {
  auto const number = count ? html(" <b>{}</b>", *count) : Html();
  if (on) {
    return html(R"(<li><a class="chip on" aria-current="true" href="{}">{}{}</a></li>)",
                with_query(asked.path, then), label, number);
  }
  return html(R"(<li><a class="chip" href="{}">{}{}</a></li>)", with_query(asked.path, then), label, number);
}

// All, or one of the values that there are.
template <class Value>
Html choice(View const& view, Asked const& asked, char const* prefix,
            std::optional<Value> FactQuery::* member,
            std::vector<std::pair<Value, std::size_t>> const& counts) {
  auto then = asked.query;
  then.*member = std::nullopt;
  auto chips = chip(asked, then, view.language("facts.all"), std::nullopt, !(asked.query.*member));
  for (auto const& [value, count] : counts) {
    then.*member = value;
    chips +=
        chip(asked, then, choice_phrase(view.language, prefix, value), count, asked.query.*member == value);
  }
  return html(R"(<ul class="chips">{}</ul>)", chips);
}

Html choices_to_make(View const& view, Asked const& asked, FoundFacts const& found) {
  auto const& t = view.language;
  return html(
      R"(<div class="facet"><h2>{}</h2>{}</div><details class="facets" {}><summary>{}</summary>{}</details>)",
      t("facts.level"), choice(view, asked, "level.", &FactQuery::level, found.levels),
      Flag{"open", asked.query.kind.has_value()}, t("facts.choose_kind"),
      choice(view, asked, "fact_kind.", &FactQuery::kind, found.kinds));
}

Html section(View const& view, FoundFacts const& found, FactKind kind) {
  auto const facts = of_kind(view, found.facts, kind);
  if (facts.empty()) return {};
  return html(R"(<section><h2>{}</h2>{}</section>)", choice_phrase(view.language, "fact_kind.", kind),
              fact_list(view, facts, true));
}

}  // namespace

http::Response facts(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const path = "/e/" + arguments.at(0) + "/facts";
  auto const index = view.ecosystem(arguments.at(0));
  if (!index) return show_error(view, path, index.error());
  auto const query = parse_fact_query(request.query);
  if (!query) return show_error(view, path, query.error());
  auto const& ecosystem = view.atlas.catalogue()[*index];
  auto const found = find_facts(view.atlas.network(), *index, *query);
  Asked const asked{view.page("/e").segment(ecosystem.slug).segment("facts"), *query};
  auto const& t = view.language;
  auto const title = t("facts.title", {{"name", ecosystem.name}});
  auto body =
      html(R"(<p><a href="{}">{}</a></p><h1>{}</h1><p class="lead">{}</p>)",
           view.page("/e").segment(ecosystem.slug), proper_name(view, ecosystem.name), title,
           t("facts.lead")) +
      choices_to_make(view, asked, found) +
      html(R"(<p class="count" role="status">{}</p>)", t.count("facts.count", std::ssize(found.facts))) +
      each(choices<FactKind>, [&](auto const& entry) { return section(view, found, entry.first); });
  return show(view,
              {.title = title, .body = std::move(body), .path = path, .facts = *query, .ecosystem = *index});
}

}  // namespace wegwijzer::web::pages
