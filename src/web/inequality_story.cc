// SPDX-License-Identifier: EUPL-1.2
#include "web/inequality_story.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/words.h"
#include "web/opportunity_parts.h"
#include "web/page.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

using Written = std::function<std::string(double)>;

std::string said_between(Language const& t, std::optional<Interval> const& between, Written const& written) {
  if (!between) return "–";
  return t("chart.between", {{"low", written(between->low)}, {"high", written(between->high)}});
}

// A line may end before it, and not within.
std::string kept_together(std::string const& text) {
  std::string out;
  for (auto const sign : text) out += sign == ' ' ? std::string("\u00a0") : std::string(1, sign);
  return out;
}

std::string said_with(Language const& t, Figure const& figure, Written const& written) {
  if (!figure.between) return written(figure.value);
  return t("inequality.with_between", {{"amount", written(figure.value)},
                                       {"between", kept_together(said_between(t, figure.between, written))}});
}

Written amounts_in(Language const& t) {
  return [&t](double amount) { return rounded_opportunities(t, amount); };
}

constexpr int gini_digits = 2;

}  // namespace

std::vector<AreaInOrder> Story::order() const {
  std::vector<AreaInOrder> order;
  auto const& in_order = place.population->in_order;
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    auto& one = order.emplace_back(AreaInOrder{in_order[i]});
    if (!sure()) continue;
    one.rank = sure()->ranks[i];
    one.among_least = sure()->among_least[i];
  }
  std::ranges::stable_sort(order, {}, [&](AreaInOrder const& one) { return now().area_means[one.number]; });
  return order;
}

std::vector<std::uint32_t> Story::apart() const {
  std::vector<std::uint32_t> apart;
  for (std::uint32_t i = 0; i < place.population->areas.size(); ++i) {
    if (!std::ranges::binary_search(place.population->in_order, i)) apart.push_back(i);
  }
  return apart;
}

std::string Story::amount_alone(Figure const& figure) const {
  return rounded_opportunities(t, figure.value);
}

std::string Story::amount(Figure const& figure) const {
  return said_with(t, figure, amounts_in(t));
}

std::string Story::amount_between(Figure const& figure) const {
  return said_between(t, figure.between, amounts_in(t));
}

std::string Story::gini(double value) const {
  return decimal(t, value, gini_digits);
}

std::string Story::gini(Figure const& figure) const {
  return said_with(t, figure, [&](double value) { return gini(value); });
}

std::string Story::gini_between(Figure const& figure) const {
  return said_between(t, figure.between, [&](double value) { return gini(value); });
}

std::string Story::times(double ratio) const {
  return decimal(t, ratio, ratio < 10 ? 1 : 0);
}

std::string Story::times(Figure const& ratio) const {
  return said_with(t, ratio, [&](double value) { return times(value); });
}

std::string Story::in_draws(double share) const {
  auto const all = static_cast<double>(sure()->draws);
  return t("inequality.in_draws", {{"times", std::to_string(std::lround(share * all))}, {"draws", draws()}});
}

std::string Story::draws() const {
  return std::to_string(sure() ? sure()->draws : usual_draws);
}

Result<Story> tell_story(OpportunityQuestion const& asked) {
  auto const child = counted(asked.query.child);
  auto place = inequality_to_tell(*asked.view.opportunities, asked.area, child);
  if (!place) return fail(place.error());
  return Story(asked.view, asked.view.atlas.areas().outermost(asked.area), child, *std::move(place),
               child != asked.query.child);
}

Figure area_figure(Story const& story, std::uint32_t number) {
  return story.figure([&](PlaceFigures const& of) { return of.area_means[number]; });
}

std::string rank_phrase(Language const& language, RankInterval const& rank) {
  if (rank.low == rank.high) return std::to_string(rank.low);
  return language("inequality.places",
                  {{"low", std::to_string(rank.low)}, {"high", std::to_string(rank.high)}});
}

std::string why_no_margins(Language const& language, Margins margins) {
  switch (margins) {
    case Margins::failed:
      return language("inequality.no_answer");
    case Margins::too_busy:
      return language("inequality.too_busy");
    case Margins::waiting:
      return language("inequality.in_line");
    case Margins::running:
      return language("inequality.not_yet_sure");
    case Margins::there:
      break;
  }
  return {};
}

std::string group_phrase(Story const& story, ChildGroup const& group) {
  auto wish = story.child;
  switch (group.trait) {
    case Trait::age:
      wish.ages = *AgeRange::parse(group.value);
      break;
    case Trait::going:
      wish.going = *parse_choice<Going>(group.value);
      break;
    case Trait::purse:
      wish.purse = *parse_choice<Purse>(group.value);
      break;
    case Trait::language:
      wish.language = *parse_choice<HomeLanguage>(group.value);
      break;
  }
  return children_phrase(story.view, wish);
}

std::string group_label(Story const& story, ChildGroup const& group) {
  auto const& t = story.t;
  switch (group.trait) {
    case Trait::age:
      return t.count("form.age_years", whole_number(group.value).value_or(0));
    case Trait::going:
      return sentence_case(t("going." + group.value));
    case Trait::purse:
      return sentence_case(t("purse." + group.value));
    case Trait::language:
      return sentence_case(t("speaks." + group.value));
  }
  return {};
}

std::string story_title(Story const& story, StoryPage page) {
  return story.t("inequality_in." + text(page), {{"place", story.name()}});
}

namespace {

Html four_questions(Story const& story, StoryPage here) {
  auto const link = [&](auto const& choice) {
    auto const label = choice_phrase(story.t, "inequality_question.", choice.first);
    if (choice.first == here) {
      return html(R"(<li><a class="chip on" aria-current="page" href="{}">{}</a></li>)",
                  story.page(choice.second), label);
    }
    return html(R"(<li><a class="chip" href="{}">{}</a></li>)", story.page(choice.second), label);
  };
  return html(R"(<nav class="upto" aria-label="{}"><ol class="chips">{}</ol></nav>)",
              story.t("inequality.questions"), each(choices<StoryPage>, link));
}

// A page that loads itself again takes the screen away from who reads slowly (WCAG 2.2.1, F41): so one asks.
Html how_far(Story const& story, StoryPage page) {
  auto const& t = story.t;
  auto const done = std::to_string(story.place.draws_done), all = std::to_string(usual_draws);
  return html(
      R"(<p class="progress"><label for="draws">{}</label> <progress id="draws" max="{}" value="{}"></progress></p>)"
      R"(<p><a class="button" href="{}">{}</a></p>)",
      t("inequality.draws_done", {{"done", done}, {"draws", all}}), all, done, story.page(text(page)),
      t("inequality.again"));
}

Html no_margins_yet(Story const& story, StoryPage page) {
  auto const why = html("<p>{}</p>", why_no_margins(story.t, story.place.margins));
  return notice("", story.place.margins == Margins::failed ? why : why + how_far(story, page));
}

Html how_sure_this_is(Story const& story, StoryPage page) {
  auto const& t = story.t;
  if (!story.sure()) return no_margins_yet(story, page);
  if (page == StoryPage::sure) return {};
  return html(R"(<p class="hint">{} <a href="{}">{}</a></p>)",
              t("inequality.what_between", {{"draws", story.draws()}}), story.page(text(StoryPage::sure)),
              t("inequality_question.sure"));
}

Html to_data(Story const& story) {
  auto const link = [&](char const* below, char const* key) {
    return html(R"(<a class="button" href="{}">{}</a> )", story.page(below), story.t(key));
  };
  auto const releases =
      html(R"(<a class="button" href="{}">{}</a> )",
           opportunity_page(story.view, story.whole).segment("releases"), story.t("inequality.to_releases"));
  return html(R"(<section><h2>{}</h2><p>{}</p><p class="actions">{}{}{}{}</p></section>)",
              story.t("inequality.further"), story.t("inequality.further_hint"), releases,
              link("summary.pdf", "inequality.as_summary"),
              link("figures.csv", story.sure() ? "inequality.as_figures" : "inequality.as_figures_without"),
              link("method", "inequality.method"));
}

Html next_question(Story const& story, StoryPage page) {
  if (page == StoryPage::change) return {};
  auto const next = static_cast<StoryPage>(static_cast<int>(page) + 1);
  return html(R"(<p class="actions"><a class="button primary" href="{}">{}</a></p>)", story.page(text(next)),
              choice_phrase(story.t, "inequality_question.", next));
}

}  // namespace

Html to_four_questions(View const& view, Index<Area> whole, ChildWish const& child) {
  auto const& t = view.language;
  auto const link = [&](auto const& choice) {
    return html(
        R"(<li><a class="chip" href="{}">{}</a></li>)",
        with_fields(opportunity_page(view, whole).segment(choice.second), fields_of({counted(child)})),
        choice_phrase(t, "inequality_question.", choice.first));
  };
  return html(R"(<section class="upto"><h2>{}</h2><p>{}</p><ol class="chips">{}</ol></section>)",
              t("inequality.link_title"), t("inequality.link_hint"), each(choices<StoryPage>, link));
}

Html story_page(Story const& story, StoryPage page, std::vector<std::string> const& answer,
                Html const& content) {
  auto const& t = story.t;
  return html(
             R"(<p class="by"><a href="{}">{}</a></p><h1>{}</h1>{}<section class="answer"><h2>{}</h2>{}</section>)",
             with_fields(opportunity_page(story.view, story.whole), fields_of({story.child})),
             t("opportunity.title_in", {{"place", story.name()}}), story_title(story, page),
             four_questions(story, page), t("inequality.answer"),
             each(answer, [](std::string const& said) { return html("<p>{}</p>", said); })) +
         (story.leaves_out ? notice("", html("<p>{}</p>", t("inequality.leaves_out"))) : Html()) +
         html("<p>{} {}</p>", t("paths.whose", {{"children", story.children()}}),
              t("inequality.how_many", {{"number", rounded_children(t, story.now().children)}})) +
         (story.child.ages ? Html() : html(R"(<p class="hint">{}</p>)", t("inequality.choose_age"))) +
         counted_child_form(story.view, opportunity_page(story.view, story.whole).segment(text(page)),
                            story.child) +
         how_sure_this_is(story, page) + what_is_an_opportunity(story.view) + content +
         next_question(story, page) + to_data(story);
}

}  // namespace wegwijzer::web
