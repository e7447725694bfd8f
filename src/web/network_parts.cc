// SPDX-License-Identifier: EUPL-1.2
#include "web/network_parts.h"

#include <algorithm>
#include <iterator>

#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

Html level_mark(View const& view, std::optional<Level> level) {
  if (!level) return {};
  return html(R"(<span class="level">{}</span>)", choice_phrase(view.language, "level.", *level));
}

// As "a, b en c".
template <class Item>
Html enumerated(View const& view, std::vector<Index<Organisation>> const& all, Item item) {
  Html out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0) out += html("{}", view.language(separator_key(i, all.size())));
    out += item(all[i]);
  }
  return out;
}

Html organisation_links(View const& view, std::vector<Index<Organisation>> const& all) {
  return enumerated(view, all, [&](auto index) { return organisation_link(view, index); });
}

// Without links, for a card, which is one link as a whole.
Html organisation_names(View const& view, std::vector<Index<Organisation>> const& all) {
  return enumerated(view, all,
                    [&](auto index) { return proper_name(view, view.atlas.catalogue()[index].name); });
}

// Of whom a channel tells: read at a glance, or opened when there are many.
Html told_of(View const& view, std::vector<Index<Organisation>> const& all) {
  constexpr std::size_t read_at_a_glance = 6;
  auto const& t = view.language;
  if (all.empty()) return {};
  if (all.size() <= read_at_a_glance)
    return html("<p>{} {}</p>", t("channel.lists"), organisation_links(view, all));
  return html(
      R"(<details class="more"><summary>{} <span class="count">{}</span></summary><p>{}</p></details>)",
      t("channel.lists"), t.count("organisations.title", std::ssize(all)), organisation_links(view, all));
}

Html fact_item(View const& view, Index<Fact> index, bool with_organisations) {
  auto const& fact = view.atlas.network()[index];
  auto const& about = view.atlas.network().links(index).organisations;
  return html(R"(<li><p>{} {}</p>{}{}</li>)", text_of(view, fact), level_mark(view, fact.level),
              with_organisations && !about.empty()
                  ? html(R"(<p class="whom">{}</p>)", organisation_links(view, about))
                  : Html(),
              fact_reference(view, fact.reference));
}

Html what_they_do(View const& view, Collaboration const& collaboration) {
  auto const shown = in_dutch_or_english(view, collaboration.about, collaboration.about_en);
  return (shown.empty() ? Html() : html("<p>{} {}</p>", shown, level_mark(view, collaboration.level))) +
         fact_reference(view, collaboration.reference);
}

std::string areas_phrase(View const& view, Channel const& channel) {
  if (channel.areas.empty()) return view.language("channel.everywhere");
  std::vector<std::string> names;
  for (auto const& code : channel.areas) {
    auto const area = view.atlas.areas().find(code);
    names.push_back(area ? view.atlas.areas()[*area].name : code.text());
  }
  return view.language("channel.areas", {{"areas", joined_phrase(view.language, names)}});
}

std::string families_phrase(View const& view, Channel const& channel) {
  if (!channel.families) return view.language("channel.families_unknown");
  return view.language("channel.families", {{"percent", text(*channel.families)}});
}

Html offering_link(View const& view, Index<Offering> index) {
  auto const& offering = view.atlas.catalogue()[index];
  return html(R"(<a href="{}">{}</a>)", view.page("/offerings", offering.id), in_dutch(view, offering.title));
}

// The providers that said yes, each once.
std::vector<Index<Organisation>> who_said_yes(View const& view, Index<StepEdge> index) {
  auto const& edge = view.atlas.network()[index];
  auto const& links = view.atlas.network().links(index);
  auto const from = view.atlas.catalogue().facts(links.from).organisation;
  auto const to = view.atlas.catalogue().facts(links.to).organisation;
  std::vector<Index<Organisation>> who;
  if (edge.agreed_by_from) who.push_back(from);
  if (edge.agreed_by_to && (from != to || who.empty())) who.push_back(to);
  return who;
}

Html step_item(View const& view, Index<Offering> step, bool is_current) {
  auto const& offering = view.atlas.catalogue()[step];
  auto const stage = offering.stage ? html(R"( <span class="level">{}</span>)",
                                           choice_phrase(view.language, "stage.", *offering.stage))
                                    : Html();
  if (is_current) {
    return html(R"(<li><strong aria-current="step">{}</strong>{}</li>)", in_dutch(view, offering.title),
                stage);
  }
  return html(R"(<li>{}{}</li>)", offering_link(view, step), stage);
}

}  // namespace

Html organisation_link(View const& view, Index<Organisation> index) {
  auto const& organisation = view.atlas.catalogue()[index];
  return html(R"(<a href="{}">{}</a>)", view.page("/organisations", organisation.id),
              proper_name(view, organisation.name));
}

std::string roles_phrase(View const& view, Organisation const& organisation) {
  std::vector<std::string> names;
  names.reserve(organisation.roles.size());
  for (auto const role : organisation.roles) names.push_back(choice_phrase(view.language, "role.", role));
  return joined_phrase(view.language, names);
}

Html text_of(View const& view, Fact const& fact) {
  return in_dutch_or_english(view, fact.dutch, fact.english);
}

Html fact_reference(View const& view, std::string const& reference) {
  if (reference.empty()) return {};
  return html(R"(<p class="reference">{} <cite>{}</cite></p>)", view.language("fact.reference"),
              in_dutch(view, reference));
}

Html fact_list(View const& view, std::vector<Index<Fact>> const& facts, bool with_organisations) {
  if (facts.empty()) return {};
  return html(R"(<ul class="said">{}</ul>)",
              each(facts, [&](auto index) { return fact_item(view, index, with_organisations); }));
}

std::vector<Index<Fact>> of_kind(View const& view, std::vector<Index<Fact>> const& facts, FactKind kind) {
  std::vector<Index<Fact>> found;
  std::ranges::copy_if(facts, std::back_inserter(found),
                       [&](auto index) { return view.atlas.network()[index].kind == kind; });
  return found;
}

Html facts_by_kind(View const& view, std::vector<Index<Fact>> const& facts) {
  return each(choices<FactKind>, [&](auto const& entry) {
    auto const found = of_kind(view, facts, entry.first);
    if (found.empty() || found.size() == facts.size()) return fact_list(view, found, false);
    return html(R"(<details class="more"><summary>{} ({})</summary>{}</details>)",
                choice_phrase(view.language, "fact_kind.", entry.first), found.size(),
                fact_list(view, found, false));
  });
}

Html collaboration_item(View const& view, Index<Collaboration> index) {
  auto const& collaboration = view.atlas.network()[index];
  auto const& links = view.atlas.network().links(index);
  return html(R"(<li><p class="who">{} {} {}</p>{}</li>)", organisation_link(view, links.from),
              choice_phrase(view.language, "collaboration.", collaboration.kind),
              organisation_link(view, links.to), what_they_do(view, collaboration));
}

Html collaboration_item(View const& view, Index<Collaboration> index, Index<Organisation> seen_by) {
  auto const& collaboration = view.atlas.network()[index];
  auto const& links = view.atlas.network().links(index);
  auto const* const prefix = links.from == seen_by ? "collaboration." : "collaboration_by.";
  return html(R"(<li><p class="who">{} {}</p>{}</li>)",
              sentence_case(choice_phrase(view.language, prefix, collaboration.kind)),
              organisation_link(view, links.partner_of(seen_by)), what_they_do(view, collaboration));
}

Html channel_item(View const& view, Index<Channel> index, bool with_lists) {
  auto const& channel = view.atlas.network()[index];
  auto const& links = view.atlas.network().links(index);
  auto const& t = view.language;
  return html(
      R"(<li><p class="who"><strong>{}</strong> <span class="count">{}</span>{}</p><p>{} {}</p>{}</li>)",
      in_dutch(view, channel.name), choice_phrase(t, "channel.kind_", channel.kind),
      links.organisation ? html("{}{} {}", t("list.separator"), t("channel.of"),
                                organisation_link(view, *links.organisation))
                         : Html(),
      areas_phrase(view, channel), families_phrase(view, channel),
      with_lists ? told_of(view, links.lists) : Html());
}

Html route_item(View const& view, Index<LearningRoute> index) {
  auto const& route = view.atlas.network()[index];
  auto const steps = std::ssize(view.atlas.network().links(index).steps);
  return html(R"(<li><a href="{}">{}</a> <span class="count">{}</span></li>)", view.page("/routes", route.id),
              in_dutch(view, route.title), view.language.count("learning_route.steps", steps));
}

Html route_steps(View const& view, Index<LearningRoute> route, Index<Offering> current) {
  return html(R"(<ol class="route">{}</ol>)", each(view.atlas.network().links(route).steps, [&](auto step) {
                return step_item(view, step, step == current);
              }));
}

Html step_edge_item(View const& view, Index<StepEdge> index) {
  auto const& edge = view.atlas.network()[index];
  auto const& links = view.atlas.network().links(index);
  auto const& t = view.language;
  return html(R"(<li><p class="who">{} {} {} <span class="count">{}{}{}</span></p>{}</li>)",
              offering_link(view, links.from), t("network.then"), offering_link(view, links.to),
              choice_phrase(t, "direction.", edge.direction), t("list.separator"), agreed_phrase(view, index),
              step_edge_notes(view, index));
}

Html step_edge_notes(View const& view, Index<StepEdge> index) {
  auto const& edge = view.atlas.network()[index];
  auto const why = edge.evidence.empty() ? Html() : html("<p>{}</p>", in_dutch(view, edge.evidence));
  auto const who = who_said_yes(view, index);
  if (who.empty()) return why;
  auto const* const key = view.atlas.network().links(index).agreed ? "step.agreed_between" : "step.yes_of";
  return why + html("<p>{} {}</p>", view.language(key), organisation_names(view, who)) +
         provenance(view, edge);
}

std::string agreed_phrase(View const& view, Index<StepEdge> index) {
  auto const& edge = view.atlas.network()[index];
  auto const& links = view.atlas.network().links(index);
  auto const& t = view.language;
  auto const& catalogue = view.atlas.catalogue();
  bool const within_one = catalogue[links.from].organisation == catalogue[links.to].organisation;
  if (links.agreed) return t(within_one ? "step.agreed" : "step.agreed_by_both");
  return t(edge.agreed_by_from || edge.agreed_by_to ? "step.agreed_by_one" : "step.proposed");
}

Html listed(std::string const& heading, Html const& items) {
  if (items.empty()) return {};
  return html(R"(<section><h2>{}</h2><ul class="said">{}</ul></section>)", heading, items);
}

}  // namespace wegwijzer::web
