// SPDX-License-Identifier: EUPL-1.2
#include "web/query.h"

#include <algorithm>
#include <array>

#include "base/words.h"
#include "domain/field_text.h"
#include "web/reading.h"

namespace wegwijzer::web {

namespace {

using http::Parameters;

constexpr std::array<std::string_view, 7> day_codes{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

Result<Mode> parse_mode(std::string_view value) {
  if (value == "walk") return Mode::walk;
  if (value == "bike") return Mode::bike;
  return fail(unknown_choice(value));
}

Result<bool> parse_yes(std::string_view value) {
  if (value == "true") return true;
  if (value == "false") return false;
  return fail(unknown_choice(value));
}

Result<std::chrono::weekday> parse_day(std::string_view value) {
  for (unsigned i = 0; i < day_codes.size(); ++i) {
    if (day_codes[i] == value) return std::chrono::weekday(i);
  }
  return fail(unknown_choice(value));
}

Result<std::string> parse_slug(std::string_view value) {
  return Code<Ecosystem>::parse(value).map([](auto const& code) { return code.text(); });
}

Result<std::string> known_slug(std::string_view value, Atlas const& atlas) {
  auto slug = parse_slug(value);
  if (slug && !atlas.catalogue().find_ecosystem(*slug)) return fail(unknown_choice(value));
  return slug;
}

// Enough for a question, and a bound on the work.
Result<std::string> parse_words(std::string_view value) {
  constexpr std::size_t most = 200;
  if (value.size() > most) return fail(Fault::invalid, "words.too_long");
  return std::string(value);
}

std::string minutes_text(Minutes minutes) {
  return std::to_string(minutes.count());
}

}  // namespace

Result<OfferingQuery> parse_query(Parameters const& parameters, Atlas const& atlas) {
  OfferingQuery query;
  auto const has_area = [&](AreaCode const& code) { return atlas.areas().find(code).has_value(); };
  auto const has_theme = [&](ThemeCode const& code) { return atlas.themes().find(code).has_value(); };
  auto const has_language = [&](LanguageCode const& code) {
    auto const& all = atlas.vocabulary().languages;
    return std::ranges::find(all, code, &SpokenLanguage::code) != all.end();
  };
  std::vector<std::chrono::weekday> days;
  int minutes = query.minutes.count();
  std::optional<int> at_most;
  auto const done =
      Reading(parameters)
          .one("q", query.words, parse_words)
          .one("near", query.home, GeoPoint::parse)
          .one("area", query.area, known(AreaCode::parse, has_area))
          .one("age", query.age, whole_between(0, 18))
          .one("mode", query.mode, parse_mode)
          .one("minutes", minutes, whole_between(1, 90))
          .one("free", query.free, parse_yes)
          .one("maxPrice", at_most, whole_between(0, 10'000))
          .each("theme", query.themes, known(ThemeCode::parse, has_theme))
          .each("day", days, parse_day)
          .each("stage", query.stages, parse_choice<Stage>)
          .each("language", query.languages, known(LanguageCode::parse, has_language))
          .each("access", query.access, parse_choice<Access>)
          .one("school", query.school_time, parse_choice<SchoolTimeWish>)
          .one("ecosystem", query.ecosystem, [&](auto value) { return known_slug(value, atlas); })
          .one("sort", query.sort, parse_choice<Sort>)
          .done();
  if (!done) return fail(done.error());
  query.minutes = Minutes(minutes);
  if (at_most) query.at_most = Euro{*at_most * 100};
  for (auto const day : days) query.days.add(day);
  return query;
}

Fields fields_of(OfferingQuery const& query) {
  OfferingQuery const plain;
  Fields fields;
  auto const add = [&](char const* name, std::string_view value) { fields.emplace_back(name, value); };
  if (!query.words.empty()) add("q", query.words);
  if (query.home) add("near", text(*query.home));
  if (query.area) add("area", query.area->text());
  if (query.age) add("age", std::to_string(*query.age));
  if (query.mode != plain.mode) add("mode", "walk");
  if (query.minutes != plain.minutes) add("minutes", minutes_text(query.minutes));
  if (query.free) add("free", "true");
  if (query.at_most) add("maxPrice", std::to_string(query.at_most->cents / 100));
  for (auto const& theme : query.themes) add("theme", theme.text());
  for (auto const day : query.days.list()) add("day", day_codes[day.c_encoding()]);
  for (auto const stage : query.stages) add("stage", code(stage));
  for (auto const& language : query.languages) add("language", language.text());
  for (auto const need : query.access) add("access", code(need));
  if (query.school_time != plain.school_time) add("school", code(query.school_time));
  if (query.ecosystem) add("ecosystem", *query.ecosystem);
  if (query.sort) add("sort", code(*query.sort));
  return fields;
}

Url with_query(Url path, OfferingQuery const& query) {
  return with_fields(std::move(path), fields_of(query));
}

OfferingQuery circumstances_of(OfferingQuery const& query) {
  OfferingQuery only;
  only.home = query.home;
  only.age = query.age;
  only.mode = query.mode;
  only.minutes = query.minutes;
  only.free = query.free;
  only.at_most = query.at_most;
  only.access = query.access;
  return only;
}

std::optional<OfferingQuery> from_the_neighbourhood(OfferingQuery query, Areas const& areas) {
  auto const area = query.home ? areas.smallest_at(*query.home) : std::nullopt;
  if (!area) return std::nullopt;
  query.home = areas.middle(*area);
  return query;
}

OfferingQuery without_home(OfferingQuery query, Areas const& areas) {
  if (auto shared = from_the_neighbourhood(query, areas)) return *std::move(shared);
  query.home.reset();
  return query;
}

Result<FactQuery> parse_fact_query(Parameters const& parameters) {
  FactQuery query;
  auto const done = Reading(parameters)
                        .one("kind", query.kind, parse_choice<FactKind>)
                        .one("level", query.level, parse_choice<Level>)
                        .done();
  if (!done) return fail(done.error());
  return query;
}

Url with_query(Url path, FactQuery const& query) {
  if (query.level) path = std::move(path).with("level", code(*query.level));
  if (query.kind) path = std::move(path).with("kind", code(*query.kind));
  return path;
}

Result<CompletenessQuery> parse_completeness_query(Parameters const& parameters, Atlas const& atlas) {
  CompletenessQuery query;
  auto const can_be_chosen = [&](ThemeCode const& code) {
    auto const theme = atlas.themes().find(code);
    return theme && std::ranges::any_of(atlas.themes().choices(), [&](Index<Theme> choice) {
             return atlas.themes().below(*theme).test(choice.value());
           });
  };
  auto const done = Reading(parameters)
                        .one("age", query.age, whole_between(4, 14))
                        .one("theme", query.theme, known(ThemeCode::parse, can_be_chosen))
                        .done();
  if (!done) return fail(done.error());
  return query;
}

Result<NetworkQuery> parse_network_query(Parameters const& parameters) {
  NetworkQuery query;
  auto const done = Reading(parameters)
                        .one("show", query.part, parse_choice<NetworkPart>)
                        .one("q", query.name, parse_words)
                        .one("sector", query.sector, parse_choice<Sector>)
                        .one("kind", query.kind, parse_choice<CollaborationKind>)
                        .done();
  if (!done) return fail(done.error());
  return query;
}

Result<OrganisationQuery> parse_organisation_query(Parameters const& parameters, Atlas const& atlas) {
  OrganisationQuery query;
  std::optional<std::string> slug;
  auto const done = Reading(parameters)
                        .one("q", query.name, parse_words)
                        .one("sector", query.sector, parse_choice<Sector>)
                        .one("ecosystem", slug, [&](auto value) { return known_slug(value, atlas); })
                        .done();
  if (!done) return fail(done.error());
  if (slug) query.ecosystem = atlas.catalogue().find_ecosystem(*slug);
  return query;
}

Fields fields_of(NetworkQuery const& query) {
  Fields fields;
  if (query.part != NetworkQuery().part) fields.emplace_back("show", code(query.part));
  if (!query.name.empty()) fields.emplace_back("q", query.name);
  if (query.sector) fields.emplace_back("sector", code(*query.sector));
  if (query.kind) fields.emplace_back("kind", code(*query.kind));
  return fields;
}

Fields fields_of(OrganisationQuery const& query, Atlas const& atlas) {
  Fields fields;
  if (!query.name.empty()) fields.emplace_back("q", query.name);
  if (query.sector) fields.emplace_back("sector", code(*query.sector));
  if (query.ecosystem) fields.emplace_back("ecosystem", atlas.catalogue()[*query.ecosystem].slug);
  return fields;
}

Url with_fields(Url path, Fields const& fields) {
  for (auto const& [name, value] : fields) path = std::move(path).with(name, value);
  return path;
}

Result<std::size_t> parse_limit(Parameters const& parameters) {
  int limit = 10;
  auto const done = Reading(parameters).one("limit", limit, whole_between(1, 100)).done();
  if (!done) return fail(done.error());
  return static_cast<std::size_t>(limit);
}

Result<std::size_t> parse_page(Parameters const& parameters, char const* name) {
  int page = 1;
  auto const done = Reading(parameters).one(name, page, whole_between(1, 100'000)).done();
  if (!done) return fail(done.error());
  return static_cast<std::size_t>(page);
}

Result<Paging> parse_paging(Parameters const& parameters) {
  int page = 1, size = 20;
  auto const done = Reading(parameters)
                        .one("page", page, whole_between(1, 100'000))
                        .one("pageSize", size, whole_between(1, 100))
                        .done();
  if (!done) return fail(done.error());
  return Paging{static_cast<std::size_t>(page), static_cast<std::size_t>(size)};
}

}  // namespace wegwijzer::web
