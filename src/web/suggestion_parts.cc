// SPDX-License-Identifier: EUPL-1.2
#include "web/suggestion_parts.h"

#include <algorithm>

#include "base/words.h"
#include "usecases/suggestion/record_now.h"
#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

// Pages that are about nothing in particular.
constexpr std::pair<std::string_view, char const*> known_titles[] = {
    {"/", "home.title"},
    {"/about", "about.title"},
    {"/privacy", "privacy.title"},
    {"/join", "join.title"},
    {"/areas", "nav.areas"},
    {"/organisations", "nav.organisations"},
    {"/offerings", "results.title"},
    {"/children", "children.title"},
    {"/teachers", "teachers.title"},
    {"/accessibility", "accessibility.title"},
    {"/opportunity", "opportunity.title"}};

// Assumption: who names a place a few streets beyond a network's last venue means that network.
constexpr Metres near_a_venue{10'000};

template <class Thing>
std::vector<FieldValue> said_fields(Thing const& thing) {
  auto const shown = suggestible_fields(record_name<Thing>);
  auto all = field_values(thing);
  std::erase_if(all,
                [&](FieldValue const& one) { return std::ranges::find(shown, one.name) == shown.end(); });
  std::ranges::sort(all, {}, [&](FieldValue const& one) { return std::ranges::find(shown, one.name); });
  return all;
}

template <class Thing>
SeenRecord seen(Thing const& thing, std::string const& name, Index<Ecosystem> ecosystem) {
  return {std::string(record_name<Thing>), thing.id.uuid(), name, ecosystem, {}, said_fields(thing)};
}

void add_area(std::vector<Index<Area>>& areas, std::optional<Index<Area>> area) {
  if (area && std::ranges::find(areas, *area) == areas.end()) areas.push_back(*area);
}

SeenRecord seen_one(View const& view, Index<Organisation> index) {
  auto const& catalogue = view.atlas.catalogue();
  auto record = seen(catalogue[index], catalogue[index].name, catalogue.ecosystem(index));
  for (std::size_t i = 0; i < catalogue.venues().size(); ++i) {
    auto const& facts = catalogue.facts(Index<Venue>(i));
    if (facts.organisation == index) add_area(record.areas, facts.area);
  }
  for (auto const offering : catalogue.offerings_of(index)) {
    auto const& venue = catalogue.facts(offering).venue;
    if (venue) add_area(record.areas, catalogue.facts(*venue).area);
  }
  return record;
}

SeenRecord seen_one(View const& view, Index<Venue> index) {
  auto const& catalogue = view.atlas.catalogue();
  auto record = seen(catalogue[index], venue_name(view, catalogue[index]), catalogue.facts(index).ecosystem);
  add_area(record.areas, catalogue.facts(index).area);
  return record;
}

SeenRecord seen_one(View const& view, Index<Offering> index) {
  auto const& catalogue = view.atlas.catalogue();
  auto const& facts = catalogue.facts(index);
  auto record = seen(catalogue[index], catalogue[index].title, facts.ecosystem);
  if (facts.venue) add_area(record.areas, catalogue.facts(*facts.venue).area);
  return record;
}

template <class Thing>
std::optional<SeenRecord> seen_of_kind(View const& view, Uuid id) {
  auto const found = view.atlas.catalogue().find(Id<Thing>(id));
  return found ? std::optional(seen_one(view, *found)) : std::nullopt;
}

bool is_of_report(View const& view, Index<Ecosystem> ecosystem) {
  return view.atlas.catalogue()[ecosystem].origin == Origin::report;
}

std::optional<Index<Ecosystem>> nearest_network(View const& view, GeoPoint point) {
  auto const& catalogue = view.atlas.catalogue();
  std::optional<Index<Ecosystem>> nearest;
  auto least = near_a_venue;
  for (std::size_t i = 0; i < catalogue.venues().size(); ++i) {
    auto const away = distance(point, catalogue.venues()[i].point);
    auto const ecosystem = catalogue.facts(Index<Venue>(i)).ecosystem;
    if (away >= least || is_of_report(view, ecosystem)) continue;
    least = away, nearest = ecosystem;
  }
  return nearest;
}

Html suggested_field(View const& view, FieldValue const& now, http::Parameters const& typed,
                     std::vector<Error> const& problems) {
  auto const shown = now.value.value_or("");
  auto const id = "field-" + now.name;
  auto const problem = std::ranges::find(problems, now.name, &Error::field);
  bool const wrong = problem != problems.end();
  auto const told =
      wrong ? html(R"(<p class="problem" id="{}">{}</p>)", id + "-told", view.language.sentence(*problem))
            : html(R"(<span id="{}"></span>)", id + "-told");
  return html(
      R"(<div class="field"><label for="{}">{}</label>{}{}<input id="{}" name="{}" type="text" value="{}" maxlength="300" autocomplete="off" aria-describedby="{}" aria-invalid="{}"></div>)",
      id, suggested_label(view, now.name), told,
      hidden("was_" + now.name, typed.first("was_" + now.name).value_or(shown)), id, now.name,
      typed.first(now.name).value_or(shown), id + "-told", wrong ? "true" : "false");
}

}  // namespace

std::optional<SeenRecord> seen_record(View const& view, std::string_view kind, Uuid id) {
  if (kind == record_name<Organisation>) return seen_of_kind<Organisation>(view, id);
  if (kind == record_name<Venue>) return seen_of_kind<Venue>(view, id);
  if (kind == record_name<Offering>) return seen_of_kind<Offering>(view, id);
  return std::nullopt;
}

std::optional<SeenRecord> seen_record_of_page(View const& view, std::string_view page) {
  auto const id = parse_uuid(page.substr(page.rfind('/') + 1));
  if (!id) return std::nullopt;
  for (auto const kind : {record_name<Offering>, record_name<Organisation>, record_name<Venue>}) {
    if (auto found = seen_record(view, kind, *id)) return found;
  }
  return std::nullopt;
}

std::optional<Index<Ecosystem>> ecosystem_of_page(View const& view, std::string_view page) {
  auto const& catalogue = view.atlas.catalogue();
  if (auto const record = seen_record_of_page(view, page)) return record->ecosystem;
  if (auto const named = catalogue.find_ecosystem(page.substr(page.rfind('/') + 1))) return named;
  // "/e/delft/knowledge/…"
  if (auto const parts = split(page, '/'); parts.size() > 1 && parts.front() == "e") {
    if (auto const its = catalogue.find_ecosystem(parts[1])) return its;
  }
  auto const code = AreaCode::parse(page.substr(page.rfind('/') + 1));
  auto const area = code ? view.atlas.areas().find(*code) : std::nullopt;
  auto const middle = area ? view.atlas.areas().middle(*area) : std::nullopt;
  if (auto const near = middle ? nearest_network(view, *middle) : std::nullopt) return near;
  for (std::size_t i = 0; i < catalogue.ecosystems().size(); ++i) {
    if (!is_of_report(view, Index<Ecosystem>(i))) return Index<Ecosystem>(i);
  }
  return catalogue.ecosystems().empty() ? std::nullopt : std::optional(Index<Ecosystem>(0));
}

NamedPlace named_place(View const& view, std::string_view words) {
  auto const found = view.atlas.gazetteer().find(words, 2);
  if (found.empty()) return {};
  auto const point = found.front().point;
  auto const ecosystem = nearest_network(view, point);
  // Of several with that name we do not know which is meant, unless only one is of a network.
  if (found.size() > 1 && !ecosystem) return {};
  return {point, view.atlas.areas().smallest_at(point), ecosystem};
}

std::string name_of_page(View const& view, std::string_view page) {
  if (auto const record = seen_record_of_page(view, page); record && !record->name.empty()) {
    return record->name;
  }
  auto const code = AreaCode::parse(page.substr(page.rfind('/') + 1));
  auto const area = code ? view.atlas.areas().find(*code) : std::nullopt;
  if (area) return view.atlas.areas()[*area].name;
  for (auto const& [path, title] : known_titles) {
    if (page == path) return view.language(title);
  }
  return std::string(page.substr(0, 200));
}

Html way_to_missing(View const& view, std::string_view page) {
  return html(R"(<p><a href="{}">{}</a></p>)", view.page("/suggestions").with("page", page),
              view.language("missing.title"));
}

SuggestionFrom who_says_it(View const& view) {
  return view.account == View::Account::signed_in ? SuggestionFrom::colleague : SuggestionFrom::visitor;
}

std::string suggested_label(View const& view, std::string_view field) {
  return view.language("suggestion.field_" + std::string(field));
}

Html suggested_fields(View const& view, std::vector<FieldValue> const& now, http::Parameters const& typed,
                      std::vector<Error> const& problems) {
  return each(now, [&](FieldValue const& one) { return suggested_field(view, one, typed, problems); });
}

TypedSuggestion read_suggested_fields(View const& view, std::vector<std::string_view> const& fields,
                                      http::Parameters const& typed) {
  TypedSuggestion read;
  for (auto const field : fields) {
    auto const name = std::string(field);
    auto const now = std::string(trimmed(typed.first(name).value_or("")));
    auto const shown = std::string(trimmed(typed.first("was_" + name).value_or("")));
    // A time or an age that is gone is no change of it: somebody says so in the message.
    bool const is_gone = now.empty() && (field == "schedule" || field == "ages");
    if (now == shown || is_gone) continue;
    auto value = read_suggested(field, now);
    if (value) {
      read.fields.push_back({name, {}, *std::move(value)});
    } else if (field == "schedule") {
      read.message += suggested_label(view, field) + ": " + now + "\n";
    } else {
      read.problems.push_back(in_field({Fault::invalid, "suggestion.invalid_" + name}, name));
    }
  }
  return read;
}

}  // namespace wegwijzer::web
