// SPDX-License-Identifier: EUPL-1.2
#include "web/offering_fields.h"

#include <algorithm>

#include "domain/offering.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

template <Choice Enum>
std::vector<FormChoice> all_of(Language const& t, char const* prefix) {
  std::vector<FormChoice> all;
  all.reserve(choices<Enum>.size());
  for (auto const& [value, name] : choices<Enum>) {
    all.push_back({std::string(name), choice_phrase(t, prefix, value)});
  }
  return all;
}

// With what stands for nothing said in front.
std::vector<FormChoice> or_nothing(Language const& t, std::vector<FormChoice> all) {
  all.insert(all.begin(), {"", t("work.not_said")});
  return all;
}

constexpr std::size_t theme_fields = 3, most_themes = 12;

Html theme_field(FormView const& form, std::size_t number) {
  auto const& t = form.view.language;
  auto const chosen = form.typed.all("themes");
  std::vector<ThemeCode> its;
  if (number < chosen.size()) {
    if (auto const code = ThemeCode::parse(chosen[number])) its = {*code};
  }
  return html(R"(<select name="themes" aria-label="{}">{}</select>)",
              t("offering_form.themes_nth", {{"number", std::to_string(number + 1)}}),
              theme_options(form.view, its, t("offering_form.no_theme")));
}

}  // namespace

Html themes_field(FormView const& form) {
  Html fields;
  auto const number = std::clamp(form.typed.all("themes").size(), theme_fields, most_themes);
  for (std::size_t at = 0; at < number; ++at) fields += theme_field(form, at);
  return fieldset_of(form, "themes", html(R"(<div class="themes">{}</div>)", fields));
}

namespace {

Html what(FormView const& form) {
  auto const& t = form.view.language;
  return field_group(
      t("offering_form.what"),
      line_field(form, "title") +
          select_field(form, "kind", options_of(form, "kind", all_of<OfferingKind>(t, "kind."))) +
          area_field(form, "summary", 3) + themes_field(form));
}

Html for_whom(FormView const& form) {
  auto const& t = form.view.language;
  return field_group(
      t("offering_form.for_whom"),
      html(R"(<div class="sentence">{}{} <span>{}</span></div>)", in_sentence(form, "ages_from", "number"),
           in_sentence(form, "ages_to", "number"), t("offering_form.years")));
}

std::vector<FormChoice> weekdays(Language const& t) {
  std::vector<FormChoice> days;
  for (auto const day : Weekdays::all().list()) {
    auto const number = std::to_string(day.c_encoding());
    days.push_back({number, t("weekday." + number)});
  }
  return days;
}

Html hours(FormView const& form) {
  return html(R"(<div class="sentence hours">{}{}</div>)", in_sentence(form, "from", "time"),
              in_sentence(form, "until", "time"));
}

Html when(FormView const& form) {
  auto const& t = form.view.language;
  auto const how = radio_field(form, "when",
                               {{"weekly", t("offering_form.weekly")},
                                {"once", t("offering_form.once")},
                                {"words", t("offering_form.in_words")},
                                {"unknown", t("offering_form.not_yet")}});
  auto const holidays = select_field(form, "in_holidays",
                                     options_of(form, "in_holidays",
                                                {{"not_then", t("offering_form.not_in_holidays")},
                                                 {"also", t("offering_form.also_in_holidays")},
                                                 {"only", t("offering_form.only_in_holidays")}}));
  return field_group(
      t("offering_form.when_title"),
      how +
          html(
              R"(<div class="of-weekly">{}</div><div class="of-once">{}</div><div class="of-hours">{}</div><div class="of-weekly">{}<div class="row">{}{}</div></div><div class="of-words">{}</div>)",
              ticks_field(form, "day", weekdays(t)), line_field(form, "date", "date"), hours(form), holidays,
              line_field(form, "first", "date"), line_field(form, "last", "date"),
              area_field(form, "words", 3)));
}

std::string venue_label(Venue const& venue) {
  auto const address = address_phrase(venue);
  return address.empty() ? venue.name : venue.name + ", " + address;
}

Html where(FormView const& form, std::vector<Venue> const& venues) {
  auto const& t = form.view.language;
  std::vector<FormChoice> all{{"", t("offering_form.place_unknown")}};
  for (auto const& venue : venues) all.push_back({text(venue.id), venue_label(venue)});
  all.push_back({"at_home", t("where.at_home")});
  all.push_back({"online", t("where.online")});
  auto const other =
      html(R"(<details class="more" {}><summary>{}</summary>{}{}</details>)",
           Flag{"open", venues.empty() || !form.value("new_place").empty()}, t("offering_form.other_place"),
           line_field(form, "new_place"), line_field(form, "new_address"));
  return field_group(t("offering_form.where"),
                     select_field(form, "venue", options_of(form, "venue", all)) + other);
}

Html costs(FormView const& form) {
  auto const& t = form.view.language;
  return field_group(t("offering_form.costs"),
                     html(R"(<div class="row">{}{}</div>)", line_field(form, "amount"),
                          select_field(form, "per",
                                       options_of(form, "per",
                                                  {{"", t("offering_form.per_choose")},
                                                   {"time", t("offering_form.per_time")},
                                                   {"series", t("offering_form.per_series")},
                                                   {"month", t("offering_form.per_month")},
                                                   {"year", t("offering_form.per_year")}}))));
}

Html taking_part(FormView const& form) {
  return field_group(
      form.view.language("offering_form.taking_part"),
      line_field(form, "link") + line_field(form, "phone", "tel") + line_field(form, "email", "email"));
}

Html company(FormView const& form) {
  auto const& t = form.view.language;
  return select_field(form, "company",
                      options_of(form, "company", or_nothing(t, all_of<Company>(t, "company."))));
}

Html first_time(FormView const& form) {
  auto const& t = form.view.language;
  return field_group(t("offering_form.first_time"),
                     area_field(form, "expect", 5) + line_field(form, "meets") + line_field(form, "bring") +
                         yes_no_field(form, "trial_lesson") + company(form));
}

std::vector<FormChoice> spoken(View const& view) {
  std::vector<FormChoice> all;
  for (auto const& language : view.atlas.vocabulary().languages) {
    all.push_back({language.code.text(), spoken_name(view, language.code)});
  }
  return all;
}

std::vector<FormChoice> known_funds(View const& view) {
  std::vector<FormChoice> all;
  for (auto const& fund : view.atlas.vocabulary().funds) {
    all.push_back({fund.code.text(), fund_name(view, fund)});
  }
  return all;
}

// Folded where nothing is chosen but Dutch: there are many.
Html spoken_languages(FormView const& form) {
  auto const chosen = form.typed.all("languages");
  bool const only_dutch = std::ranges::all_of(chosen, [](std::string_view one) { return one == "nl"; });
  return html(R"(<details class="more" {}><summary>{}</summary>{}</details>)", Flag{"open", !only_dutch},
              form.view.language("offering_form.languages_more"),
              ticks_field(form, "languages", spoken(form.view)));
}

Html for_everybody(FormView const& form) {
  auto const& t = form.view.language;
  return field_group(t("offering_form.for_everybody"),
                     ticks_field(form, "access", all_of<Access>(t, "access.")) +
                         ticks_field(form, "funds", known_funds(form.view)) +
                         ticks_field(form, "role_models", all_of<RoleModel>(t, "role_model.")) +
                         spoken_languages(form));
}

Html places(FormView const& form) {
  return field_group(form.view.language("offering_form.places"),
                     html(R"(<div class="row">{}{}</div>)", number_field(form, "capacity", 0, 100'000),
                          number_field(form, "places_left", 0, 100'000)) +
                         yes_no_field(form, "waiting_list") + line_field(form, "deadline", "date"));
}

Html in_the_rocket(FormView const& form) {
  auto const& t = form.view.language;
  return field_group(
      t("offering_form.in_between"),
      select_field(form, "stage", options_of(form, "stage", or_nothing(t, all_of<Stage>(t, "stage.")))) +
          select_field(form, "difficulty",
                       options_of(form, "difficulty",
                                  {{"", t("work.not_said")},
                                   {"1", t("difficulty.1")},
                                   {"2", t("difficulty.2")},
                                   {"3", t("difficulty.3")}})) +
          tick_field(form, "asks_prior") + tick_field(form, "in_school") +
          html(R"(<div class="sentence of-school">{}{}</div>)", in_sentence(form, "groups_from", "number"),
               in_sentence(form, "groups_to", "number")));
}

// Some of what can be ticked, without a frame of their own.
Html ticks(FormView const& form, char const* field, std::vector<FormChoice> const& choices) {
  return html(R"(<div class="choices">{}</div>)",
              each(choices, [&](FormChoice const& one) { return tick_of(form, field, one); }));
}

Html access_ticks(FormView const& form, std::vector<Access> const& needs) {
  std::vector<FormChoice> some;
  for (auto const need : needs) {
    some.push_back({std::string(text(need)), choice_phrase(form.view.language, "access.", need)});
  }
  return ticks(form, "access", some);
}

// Whether something is wrong in what is folded: then it must be seen.
bool is_wrong_inside(FormView const& form) {
  constexpr std::string_view inside[] = {
      "expect",       "meets",     "bring",       "trial_lesson", "company",     "access",
      "funds",        "languages", "role_models", "capacity",     "places_left", "deadline",
      "waiting_list", "stage",     "difficulty",  "groups_from",  "groups_to"};
  return std::ranges::any_of(form.problems, [&](Error const& one) {
    return std::ranges::find(inside, std::string_view(one.field)) != std::end(inside);
  });
}

}  // namespace

Html answer_fields(FormView const& form, Inclusion question) {
  auto const& t = form.view.language;
  switch (question) {
    case Inclusion::costs:
      return ticks(form, "funds", known_funds(form.view));
    case Inclusion::trial:
      return yes_no_field(form, "trial_lesson");
    case Inclusion::first_time:
      return area_field(form, "expect", 4);
    case Inclusion::people:
      return line_field(form, "meets");
    case Inclusion::company:
      return company(form);
    case Inclusion::wheelchair:
      return access_ticks(form, {Access::wheelchair});
    case Inclusion::calm:
      return access_ticks(form, {Access::low_stimulus, Access::small_group});
    case Inclusion::own_language:
      return spoken_languages(form);
    case Inclusion::role_models:
      return ticks(form, "role_models", all_of<RoleModel>(t, "role_model."));
    case Inclusion::bring:
      return line_field(form, "bring");
  }
  return {};
}

bool answers_a_question(std::string_view field, std::string_view value) {
  constexpr std::string_view fields[] = {"funds",  "trial_lesson", "expect",      "meets", "company",
                                         "access", "languages",    "role_models", "bring"};
  constexpr std::array needs{Access::wheelchair, Access::low_stimulus, Access::small_group};
  bool const asked = field != "access" ||
                     std::ranges::find(needs, value, [](Access one) { return text(one); }) != needs.end();
  return asked && std::ranges::find(fields, field) != std::end(fields);
}

Html offering_fields(FormView const& form, std::vector<Venue> const& venues, bool all_open) {
  auto const& t = form.view.language;
  return what(form) + for_whom(form) + when(form) + where(form, venues) + costs(form) + taking_part(form) +
         html(R"(<details class="more rest" {}><summary>{}</summary>{}</details>)",
              Flag{"open", all_open || is_wrong_inside(form)}, t("offering_form.more"),
              places(form) + for_everybody(form) + first_time(form) + in_the_rocket(form));
}

}  // namespace wegwijzer::web
