// SPDX-License-Identifier: EUPL-1.2
#include "web/completeness_parts.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

#include "web/network_parts.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

constexpr std::size_t most_areas_named = 4;

Html areas_of(View const& view, Inquiry const& inquiry) {
  if (inquiry.areas.empty()) return html("{}", view.language("completeness.everywhere"));
  auto const named = inquiry.areas.size() > most_areas_named ? most_areas_named - 1 : inquiry.areas.size();
  Html out;
  for (std::size_t i = 0; i < named; ++i) {
    if (i > 0) {
      out += html("{}", view.language(separator_key(i, named < inquiry.areas.size() ? named + 1 : named)));
    }
    auto const found = view.atlas.areas().find(inquiry.areas[i]);
    out += proper_name(view, found ? view.atlas.areas()[*found].name : inquiry.areas[i].text());
  }
  auto const more = static_cast<std::int64_t>(inquiry.areas.size() - named);
  return more == 0 ? out : out + html(" {}", view.language.count("completeness.more_areas", more));
}

std::string themes_of(View const& view, Inquiry const& inquiry) {
  if (inquiry.themes.empty()) return view.language("completeness.all_themes");
  return theme_names(view, view.atlas.themes().set(inquiry.themes));
}

Html when_of(View const& view, Inquiry const& inquiry) {
  auto const& t = view.language;
  if (!inquiry.confirmed_on) return html("{}", t("answer.unknown"));
  auto const day = t("completeness.asked_on", {{"date", day_phrase(t, *inquiry.confirmed_on)}});
  if (!stale(inquiry, view.moment.today)) return html("{}", day);
  return html("{} <strong>{}</strong>", day, t("completeness.answer_stale"));
}

}  // namespace

Url completeness_page(View const& view, Index<Ecosystem> ecosystem, CompletenessQuery const& query,
                      std::optional<Index<Area>> area) {
  auto url = view.page("/e").segment(view.atlas.catalogue()[ecosystem].slug).segment("completeness");
  if (area) url = std::move(url).segment(view.atlas.areas()[*area].code.text());
  if (query.theme) url = std::move(url).with("theme", query.theme->text());
  return std::move(url).with("age", std::to_string(query.age));
}

Url questions_page(View const& view, Index<Ecosystem> ecosystem) {
  return view.page("/e").segment(view.atlas.catalogue()[ecosystem].slug).segment("questions");
}

Html state_cell(View const& view, CellState state, Url const& to, std::string const& what) {
  auto const word = choice_phrase(view.language, "completeness.short_", state);
  return html(R"(<td class="state is-{}"><a href="{}">{}<span class="hidden"> {}</span></a></td>)",
              text(state), to, word, what);
}

Html state_sign(View const& view, CellState state) {
  return html(R"(<span class="state is-{}">{}</span>)", text(state),
              choice_phrase(view.language, "completeness.short_", state));
}

StateCounts whole_percents(StateCounts const& counts) {
  auto const all = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
  StateCounts percents{};
  if (all == 0) return percents;
  std::array<std::size_t, std::tuple_size_v<StateCounts>> by_remainder{};
  std::iota(by_remainder.begin(), by_remainder.end(), std::size_t{0});
  std::ranges::stable_sort(by_remainder, std::ranges::greater(),
                           [&](std::size_t i) { return counts[i] * 100 % all; });
  for (std::size_t i = 0; i < counts.size(); ++i) percents[i] = counts[i] * 100 / all;
  auto left = 100 - std::accumulate(percents.begin(), percents.end(), std::size_t{0});
  for (auto const i : by_remainder) {
    bool const would_seem_all = percents[i] == 99;
    if (left == 0 || would_seem_all) continue;
    ++percents[i];
    --left;
  }
  return percents;
}

std::string ages_phrase(Language const& language, AgeRange ages) {
  auto const* key = ages.from == ages.to ? "ages.one" : ages.to == 99 ? "ages.from" : "ages.range";
  return language(key, {{"from", std::to_string(ages.from)}, {"to", std::to_string(ages.to)}});
}

namespace {

// All of what a child can choose is not told apart: nothing.
std::optional<std::vector<Index<Theme>>> widest_themes(Themes const& themes, ThemeSet const& asked) {
  auto const& choices = themes.choices();
  auto const is_asked = [&](Index<Theme> theme) { return asked.test(theme.value()); };
  if (std::ranges::all_of(choices, is_asked)) return std::nullopt;
  std::vector<Index<Theme>> widest;
  for (auto const top : themes.top()) {
    std::vector<Index<Theme>> within;
    std::ranges::copy_if(choices, std::back_inserter(within),
                         [&](Index<Theme> theme) { return themes.below(top).test(theme.value()); });
    if (std::ranges::all_of(within, is_asked)) {
      widest.push_back(top);
    } else {
      std::ranges::copy_if(within, std::back_inserter(widest), is_asked);
    }
  }
  return widest;
}

// "Balsport" is "balsport" within a sentence; "EHBO" and the name of a language stay as they are.
std::string name_within_sentence(View const& view, Index<Theme> theme) {
  auto name = theme_name(view, theme);
  auto const is_capital = [](char one) { return one >= 'A' && one <= 'Z'; };
  bool const is_own_name = view.atlas.themes()[theme].code.text() == "dutch";
  bool const is_letters = name.size() > 1 && is_capital(name[1]);
  if (!name.empty() && is_capital(name[0]) && !is_own_name && !is_letters) {
    name[0] = static_cast<char>(name[0] - 'A' + 'a');
  }
  return name;
}

}  // namespace

std::string themes_phrase(View const& view, ThemeSet const& asked) {
  auto const themes = widest_themes(view.atlas.themes(), asked);
  if (!themes) return sentence_case(view.language("completeness.all_themes"));
  std::vector<std::string> names;
  for (auto const theme : *themes) names.push_back(theme_name(view, theme));
  return joined_phrase(view.language, names);
}

std::string themes_within_sentence(View const& view, ThemeSet const& asked) {
  auto const themes = widest_themes(view.atlas.themes(), asked);
  if (!themes) return view.language("completeness.all_themes");
  std::vector<std::string> names;
  for (auto const theme : *themes) names.push_back(name_within_sentence(view, theme));
  return joined_phrase(view.language, names);
}

std::string number_phrase(Language const& language, std::size_t number) {
  auto text = std::to_string(number);
  for (auto at = std::ssize(text) - 3; at > 0; at -= 3) {
    text.insert(static_cast<std::size_t>(at), language("number.thousands_sign"));
  }
  return text;
}

Html inquiry_item(View const& view, Index<Inquiry> index) {
  auto const& inquiry = view.atlas.network()[index];
  auto const& asked = view.atlas.network().links(index).asked;
  auto const& t = view.language;
  return html(
      R"(<li><p class="who"><strong>{}</strong> {}</p><p>{}{}<span class="count">{}</span></p>{}<p class="provenance">{}</p></li>)",
      choice_phrase(t, "completeness.answer_", inquiry.answer),
      asked ? html("{} {}", t("completeness.says"), organisation_link(view, *asked))
            : html("{} {}", t("completeness.says"), t("completeness.somebody")),
      html("{}: {}", sentence_case(themes_of(view, inquiry)), areas_of(view, inquiry)),
      t("children.separator"), ages_phrase(t, inquiry.ages),
      inquiry.note.empty() ? Html() : html("<p>{}</p>", in_dutch(view, inquiry.note)),
      when_of(view, inquiry));
}

}  // namespace wegwijzer::web
