// SPDX-License-Identifier: EUPL-1.2
#include "web/opportunity_wish.h"

#include "base/words.h"
#include "domain/homes.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

// The ages of a band, as somebody says them.
struct Band {
  int age;  // of standard_profiles()
  int from;
  int to;
};

constexpr std::array bands{Band{5, 4, 5}, Band{7, 6, 8}, Band{9, 9, 11}, Band{12, 12, 14}};

Band const& band_of(int age) {
  for (auto const& band : bands) {
    if (age <= band.to) return band;
  }
  return bands.back();
}

template <class Value, class Parse>
Done read(http::Parameters const& parameters, char const* name, std::optional<Value>& place, Parse parse) {
  auto const text = trimmed(parameters.first(name).value_or(""));
  if (text.empty()) return {};
  auto const value = parse(text);
  if (!value) return fail(in_field(value.error(), name));
  place = *value;
  return {};
}

Result<int> parse_age(std::string_view text) {
  auto const age = whole_number(text);
  if (age && *age >= ChildrenByAge::youngest && *age <= ChildrenByAge::oldest) return static_cast<int>(*age);
  return fail(Fault::invalid, "number.not_between",
              {{"value", std::string(text)},
               {"low", std::to_string(ChildrenByAge::youngest)},
               {"high", std::to_string(ChildrenByAge::oldest)}});
}

template <Choice Enum>
Html choice_options(View const& view, char const* prefix, std::optional<Enum> const& chosen) {
  Html options = option("", view.language("children.any"), !chosen);
  for (auto const& [value, name] : choices<Enum>) {
    options += option(name, choice_phrase(view.language, prefix, value), chosen == value);
  }
  return options;
}

std::string ages_phrase(View const& view, Band const& band) {
  return view.language("children.ages",
                       {{"from", std::to_string(band.from)}, {"to", std::to_string(band.to)}});
}

Html band_options(View const& view, std::optional<int> age) {
  Html options = option("", view.language("children.any_age"), !age);
  for (auto const& band : bands) {
    options +=
        option(std::to_string(band.age), ages_phrase(view, band), age && band_of(*age).age == band.age);
  }
  return options;
}

Html selection(char const* name, std::string const& label, Html const& options) {
  return html(R"(<div class="field"><label for="{}">{}</label><select id="{}" name="{}">{}</select></div>)",
              name, label, name, name, options);
}

}  // namespace

Result<OpportunityQuery> parse_opportunity_query(http::Parameters const& parameters) {
  OpportunityQuery query;
  std::optional<FunnelStage> stage;
  auto& child = query.child;
  auto const done =
      read(parameters, "age", child.age, parse_age)
          .and_then([&] { return read(parameters, "going", child.going, parse_choice<Going>); })
          .and_then([&] { return read(parameters, "purse", child.purse, parse_choice<Purse>); })
          .and_then([&] { return read(parameters, "speaks", child.language, parse_choice<HomeLanguage>); })
          .and_then([&] { return read(parameters, "upTo", stage, parse_choice<FunnelStage>); });
  if (!done) return fail(done.error());
  query.stage = stage.value_or(FunnelStage::supported);
  return query;
}

Fields fields_of(OpportunityQuery const& query) {
  Fields fields;
  auto const& child = query.child;
  if (child.age) fields.emplace_back("age", std::to_string(*child.age));
  if (child.going) fields.emplace_back("going", text(*child.going));
  if (child.purse) fields.emplace_back("purse", text(*child.purse));
  if (child.language) fields.emplace_back("speaks", text(*child.language));
  if (query.stage != FunnelStage::supported) fields.emplace_back("upTo", text(query.stage));
  return fields;
}

Html child_form(View const& view, Url const& page, OpportunityQuery const& query) {
  auto const& t = view.language;
  auto const& child = query.child;
  auto const kept = query.stage == FunnelStage::supported ? Html() : hidden("upTo", text(query.stage));
  return html(
      R"(<form class="search children" method="get" action="{}"><fieldset><legend>{}</legend>{}<div class="asked">)"
      R"({}{}{}{}</div></fieldset><p class="actions"><button class="button primary">{}</button></p></form>)",
      page, t("children.which"), kept, selection("age", t("form.age"), band_options(view, child.age)),
      selection("going", t("children.going"), choice_options(view, "going.", child.going)),
      selection("purse", t("children.purse"), choice_options(view, "purse.", child.purse)),
      selection("speaks", t("children.speaks"), choice_options(view, "speaks.", child.language)),
      t("children.show"));
}

std::string children_phrase(View const& view, ChildWish const& wish) {
  auto const& t = view.language;
  if (wish == ChildWish()) return t("children.all");
  std::vector<std::string> parts;
  if (wish.age) {
    parts.push_back(t("children.of_ages", {{"ages", ages_phrase(view, band_of(*wish.age))}}));
  } else {
    parts.push_back(t("children.children"));
  }
  if (wish.going) parts.push_back(choice_phrase(t, "who_going.", *wish.going));
  if (wish.purse) parts.push_back(choice_phrase(t, "who_purse.", *wish.purse));
  if (wish.language) parts.push_back(choice_phrase(t, "who_speaks.", *wish.language));
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
