// SPDX-License-Identifier: EUPL-1.2
// What a report says about an ecosystem: facts by kind, with a choice by level and kind, each with its
// reference.
#include "usecases/fact/find.h"
#include "web/filters.h"
#include "web/handlers.h"
#include "web/network_parts.h"
#include "web/page.h"
#include "web/pager.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web::pages {

namespace {

struct AskedFacts {
  Url path;
  FactQuery query;
  Paging paging;
};

template <class Value>
Html choice(View const& view, AskedFacts const& asked, char const* prefix,
            std::optional<Value> FactQuery::* member,
            std::vector<std::pair<Value, std::size_t>> const& counts) {
  return filter_chips(view, prefix, asked.query.*member, counts, [&](std::optional<Value> value) {
    auto then = asked.query;
    then.*member = value;
    return with_query(asked.path, then);
  });
}

Html choices_to_make(View const& view, AskedFacts const& asked, FoundFacts const& found) {
  auto const& t = view.language;
  return html(R"(<div class="facet"><h2>{}</h2>{}</div>{})", t("facts.level"),
              choice(view, asked, "level.", &FactQuery::level, found.levels),
              folded_choice(view, asked.query.kind.has_value(),
                            choice(view, asked, "fact_kind.", &FactQuery::kind, found.kinds)));
}

Html section(View const& view, std::vector<Index<Fact>> const& shown, FactKind kind) {
  auto const facts = of_kind(view, shown, kind);
  if (facts.empty()) return {};
  return html(R"(<section><h2>{}</h2>{}</section>)", choice_phrase(view.language, "fact_kind.", kind),
              fact_list(view, facts, true));
}

Html list(View const& view, AskedFacts const& asked, FoundFacts const& found) {
  auto const page = on_this_page(found.facts, asked.paging);
  std::vector const shown(page.begin(), page.end());
  return (shown.empty() && !found.facts.empty()
              ? past_the_end(view)
              : each(choices<FactKind>,
                     [&](auto const& entry) { return section(view, shown, entry.first); })) +
         pager(view, with_query(asked.path, asked.query), asked.paging, found.facts.size());
}

}  // namespace

http::Response facts(http::Request const& request, View const& view, PathArguments const& arguments) {
  auto const path = "/e/" + arguments.at(0) + "/facts";
  auto const index = view.ecosystem(arguments.at(0));
  if (!index) return show_error(view, path, index.error());
  auto const query = parse_fact_query(request.query);
  if (!query) return show_error(view, path, query.error());
  auto const paging = parse_paging(request.query);
  if (!paging) return show_error(view, path, paging.error());
  auto const& ecosystem = view.atlas.catalogue()[*index];
  auto const found = find_facts(view.atlas.network(), *index, *query);
  AskedFacts const asked{view.page("/e").segment(ecosystem.slug).segment("facts"), *query, *paging};
  auto const& t = view.language;
  auto const title = t("facts.title", {{"name", ecosystem.name}});
  auto body =
      html(R"(<p><a href="{}">{}</a></p><h1>{}</h1><p class="lead">{}</p>)",
           view.page("/e").segment(ecosystem.slug), proper_name(view, ecosystem.name), title,
           t("facts.lead")) +
      choices_to_make(view, asked, found) +
      html(R"(<p class="count" role="status">{}</p>)", t.count("facts.count", std::ssize(found.facts))) +
      list(view, asked, found);
  return show(view,
              {.title = title, .body = std::move(body), .path = path, .facts = *query, .ecosystem = *index});
}

}  // namespace wegwijzer::web::pages
