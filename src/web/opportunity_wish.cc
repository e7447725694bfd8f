// SPDX-License-Identifier: EUPL-1.2
#include "web/opportunity_wish.h"

#include <algorithm>

#include "base/words.h"
#include "domain/homes.h"
#include "web/completeness_parts.h"
#include "web/parts.h"
#include "web/phrases.h"
#include "web/reading.h"

namespace wegwijzer::web {

namespace {

// Those who go about alike; in a form one can also choose a single year.
constexpr std::array bands{AgeRange{4, 5}, AgeRange{6, 8}, AgeRange{9, 11}, AgeRange{12, 14}};

constexpr AgeRange all_ages{ChildrenByAge::youngest, ChildrenByAge::oldest};

// "9" or "9-11"
Result<AgeRange> parse_ages(std::string_view value) {
  auto ages = AgeRange::parse(value);
  if (!ages) return ages;
  if (all_ages.contains(ages->from) && all_ages.contains(ages->to)) return ages;
  return fail(Fault::invalid, "number.not_between",
              {{"value", std::string(value)},
               {"low", std::to_string(all_ages.from)},
               {"high", std::to_string(all_ages.to)}});
}

// "dutch", "other", or which other: the code of a language that the vocabulary has.
struct Spoken {
  HomeLanguage language = HomeLanguage::other;
  std::optional<LanguageCode> which{};
};

auto parse_spoken(Vocabulary const& vocabulary) {
  return [&](std::string_view value) -> Result<Spoken> {
    if (auto const language = parse_choice<HomeLanguage>(value)) return Spoken{*language};
    auto const which = LanguageCode::parse(value);
    if (!which || !(language_bit(vocabulary, *which) & ~dutch_in(vocabulary))) {
      return fail(unknown_choice(value));
    }
    return Spoken{HomeLanguage::other, *which};
  };
}

template <Choice Enum>
Html choice_options(View const& view, char const* prefix, std::optional<Enum> const& chosen) {
  Html options = option("", view.language("children.any"), !chosen);
  for (auto const& [value, name] : choices<Enum>) {
    options += option(name, choice_phrase(view.language, prefix, value), chosen == value);
  }
  return options;
}

Html age_options(View const& view, std::optional<AgeRange> const& chosen) {
  std::vector<AgeRange> offered(bands.begin(), bands.end());
  for (int age = all_ages.from; age <= all_ages.to; ++age) offered.push_back({age, age});
  if (chosen && std::ranges::find(offered, *chosen) == offered.end()) offered.push_back(*chosen);
  return option("", view.language("children.any_age"), !chosen) + each(offered, [&](AgeRange const& ages) {
           return option(ages_text(ages), ages_phrase(view.language, ages), chosen == ages);
         });
}

std::string spoken_text(ChildWish const& child, HomeLanguage language) {
  return child.tongue ? child.tongue->text() : text(language);
}

Html spoken_options(View const& view, ChildWish const& child, bool which) {
  auto options = choice_options(view, "speaks.", child.tongue ? std::nullopt : child.language);
  if (!which) return options;
  for (auto const& language : view.atlas.vocabulary().languages) {
    if (language_bit(view.atlas.vocabulary(), language.code) == dutch_in(view.atlas.vocabulary())) continue;
    options += option(language.code.text(),
                      view.language("speaks.which", {{"language", spoken_name(view, language.code)}}),
                      child.tongue == language.code);
  }
  return options;
}

Html needs_to_choose(View const& view, std::vector<Access> const& needs) {
  auto const& t = view.language;
  auto const box = [&](auto const& choice) {
    bool const chosen = std::ranges::find(needs, choice.first) != needs.end();
    return html(
        R"(<label class="choice"><input type="checkbox" name="access" value="{}" {}><span>{}</span></label>)",
        choice.second, Flag{"checked", chosen}, choice_phrase(t, "need.", choice.first));
  };
  return html(
      R"(<details class="more" {}><summary>{}</summary><fieldset class="field"><legend class="hidden">{}</legend>)"
      R"(<div class="choices">{}</div></fieldset></details>)",
      Flag{"open", !needs.empty()}, t("children.needs"), t("children.needs"), each(choices<Access>, box));
}

Html selection(char const* name, std::string const& label, Html const& options) {
  return html(R"(<div class="field"><label for="{}">{}</label><select id="{}" name="{}">{}</select></div>)",
              name, label, name, name, options);
}

}  // namespace

Result<OpportunityQuery> parse_opportunity_query(http::Parameters const& parameters,
                                                 Vocabulary const& vocabulary) {
  OpportunityQuery query;
  std::optional<Spoken> speaks;
  auto& child = query.child;
  auto const done = Reading(parameters)
                        .one("age", child.ages, parse_ages)
                        .one("going", child.going, parse_choice<Going>)
                        .one("purse", child.purse, parse_choice<Purse>)
                        .one("speaks", speaks, parse_spoken(vocabulary))
                        .each("access", child.needs, parse_choice<Access>)
                        .one("upTo", query.stage, parse_choice<FunnelStage>)
                        .done();
  if (!done) return fail(done.error());
  std::ranges::sort(child.needs);
  auto const again = std::ranges::unique(child.needs);
  child.needs.erase(again.begin(), again.end());
  if (speaks) child.language = speaks->language, child.tongue = speaks->which;
  return query;
}

Result<OpportunityQuestion> read_opportunity_question(http::Request const& request, View const& view,
                                                      PathArguments const& arguments) {
  auto there = view_of_opportunities(view);
  if (!there) return fail(there.error());
  auto const code = AreaCode::parse(arguments.at(0));
  auto const area = code ? there->atlas.areas().find(*code) : std::nullopt;
  if (!area) return fail(Fault::missing, "area.missing");
  auto const query = parse_opportunity_query(request.query, there->atlas.vocabulary());
  if (!query) return fail(query.error());
  return OpportunityQuestion{*there, *area, *query};
}

Url opportunity_page(View const& view, Index<Area> area) {
  return view.page("/opportunity").segment(view.atlas.areas()[area].code.text());
}

std::optional<http::Response> leads_to_whole(OpportunityQuestion const& asked, std::string const& below) {
  auto const whole = asked.view.atlas.areas().outermost(asked.area);
  if (whole == asked.area) return std::nullopt;
  auto const there = with_fields(opportunity_page(asked.view, whole).segment(below),
                                 fields_of({counted(asked.query.child)}));
  return http::redirect(there.text());
}

Fields fields_of(OpportunityQuery const& query) {
  Fields fields;
  auto const& child = query.child;
  if (child.ages) fields.emplace_back("age", ages_text(*child.ages));
  if (child.going) fields.emplace_back("going", text(*child.going));
  if (child.purse) fields.emplace_back("purse", text(*child.purse));
  if (child.language) fields.emplace_back("speaks", spoken_text(child, *child.language));
  for (auto const need : child.needs) fields.emplace_back("access", text(need));
  if (query.stage != FunnelStage::supported) fields.emplace_back("upTo", text(query.stage));
  return fields;
}

namespace {

Html form_of_children(View const& view, Url const& page, OpportunityQuery const& query, bool only_counted) {
  auto const& t = view.language;
  auto const& child = query.child;
  auto const kept = query.stage == FunnelStage::supported ? Html() : hidden("upTo", text(query.stage));
  bool const chosen = child != ChildWish();
  return html(
      R"(<details class="more" {}><summary>{}</summary>)"
      R"(<form class="search children" method="get" action="{}"><fieldset><legend class="hidden">{}</legend>{}<div class="asked">)"
      R"({}{}{}{}</div></fieldset>{}<p class="actions"><button class="button primary">{}</button></p></form></details>)",
      Flag{"open", !chosen && !only_counted}, t(chosen ? "children.others" : "children.which"), page,
      t("children.which"), kept, selection("age", t("form.age"), age_options(view, child.ages)),
      selection("going", t("children.going"), choice_options(view, "going.", child.going)),
      selection("purse", t("children.purse"), choice_options(view, "purse.", child.purse)),
      selection("speaks", t("children.speaks"), spoken_options(view, child, !only_counted)),
      only_counted ? Html() : needs_to_choose(view, child.needs), t("children.show"));
}

}  // namespace

Html child_form(View const& view, Url const& page, OpportunityQuery const& query) {
  return form_of_children(view, page, query, false);
}

Html counted_child_form(View const& view, Url const& page, ChildWish const& child) {
  return form_of_children(view, page, {child}, true);
}

ChildWish counted(ChildWish child) {
  child.needs.clear();
  child.tongue.reset();
  return child;
}

namespace {

// `and_also`: what they speak was said just before.
std::string needs_phrase(View const& view, std::vector<Access> const& needs, bool and_also) {
  std::vector<std::string> names;
  names.reserve(needs.size());
  for (auto const need : needs) names.push_back(choice_phrase(view.language, "need.", need));
  return view.language(and_also ? "children.and_with_needs" : "children.with_needs",
                       {{"needs", joined(names, view.language("children.separator"))}});
}

}  // namespace

std::string children_phrase(View const& view, ChildWish const& wish) {
  auto const& t = view.language;
  if (wish == ChildWish()) return t("children.all");
  std::vector<std::string> parts;
  if (wish.ages) {
    auto const* const key = wish.ages->from == wish.ages->to ? "children.of_age" : "children.of_ages";
    parts.push_back(
        t(key, {{"from", std::to_string(wish.ages->from)}, {"to", std::to_string(wish.ages->to)}}));
  } else {
    parts.push_back(t("children.children"));
  }
  if (wish.going) parts.push_back(choice_phrase(t, "who_going.", *wish.going));
  if (wish.purse) parts.push_back(choice_phrase(t, "who_purse.", *wish.purse));
  if (wish.tongue) {
    parts.push_back(t("who_speaks.which", {{"language", spoken_name(view, *wish.tongue)}}));
  } else if (wish.language) {
    parts.push_back(choice_phrase(t, "who_speaks.", *wish.language));
  }
  if (!wish.needs.empty()) parts.push_back(needs_phrase(view, wish.needs, wish.tongue || wish.language));
  if (!wish.ages) {  // "kinderen zonder fiets"
    parts[1] = parts[0] + " " + parts[1];
    parts.erase(parts.begin());
  }
  return joined(parts, t("children.separator"));
}

std::string child_phrase(View const& view, ChildProfile const& child) {
  auto const& t = view.language;
  return joined(
      {t.count("form.age_years", child.age), choice_phrase(t, "short_going.", child.going),
       choice_phrase(t, "short_purse.", child.purse), choice_phrase(t, "short_speaks.", child.language)},
      t("children.separator"));
}

std::string behind_phrase(View const& view, char const* prefix, std::optional<Factor> behind) {
  return behind ? choice_phrase(view.language, prefix, *behind) : view.language(prefix + std::string("none"));
}

Result<View> view_of_opportunities(View const& view) {
  if (!view.opportunities) return fail(Fault::unavailable, "opportunity.not_yet");
  return View{view.opportunities->model().atlas(),
              view.language,
              view.moment,
              view.public_address,
              view.languages,
              view.opportunities};
}

}  // namespace wegwijzer::web
