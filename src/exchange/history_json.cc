// SPDX-License-Identifier: EUPL-1.2
#include "exchange/history_json.h"

#include <nlohmann/json.hpp>

namespace wegwijzer {

namespace {

using Json = nlohmann::ordered_json;

constexpr char const* format_name = "wegwijzer-export";
constexpr int format_version = 2;

class Unreadable {};

template <class Value>
Value good(Result<Value> value) {
  if (!value) throw Unreadable();
  return *std::move(value);
}

Json or_null(FieldText const& value) {
  return value ? Json(*value) : Json();
}

FieldText field_text(Json const& value) {
  return value.is_null() ? FieldText() : FieldText(value.get<std::string>());
}

std::string string(Json const& object, char const* name) {
  return object.at(name).get<std::string>();
}

template <class Thing, class Make>
std::string array(std::vector<Thing> const& all, Make make) {
  auto out = Json::array();
  for (auto const& one : all) out.push_back(make(one));
  return out.dump(1);
}

// The one place where the library's exceptions, and ours, become a failure.
template <class Read>
auto reading(std::string_view text, Read read) -> Result<decltype(read(Json()))> {
  auto const unreadable = fail(Fault::invalid, "export.unreadable");
  try {
    return read(Json::parse(text));
  } catch (nlohmann::json::exception const&) {
    return unreadable;
  } catch (Unreadable const&) {
    return unreadable;
  }
}

template <class Make>
auto each(Json const& array, Make make) {
  std::vector<decltype(make(array))> out;
  for (auto const& one : array) out.push_back(make(one));
  return out;
}

Said said_of(Json const& json) {
  Said said{string(json, "record"), string(json, "source"), {}};
  for (auto const& [name, value] : json.at("fields").items()) {
    said.fields.push_back({name, field_text(value)});
  }
  return said;
}

// An older export does not have the field.
template <class Thing>
std::optional<Id<Thing>> id_or_nothing(Json const& object, char const* name) {
  auto const found = object.find(name);
  if (found == object.end() || found->is_null()) return std::nullopt;
  return good(Id<Thing>::parse(found->get<std::string>()));
}

AuditEntry audit_entry_of(Json const& json) {
  return {good(parse_instant(string(json, "at"))),
          string(json, "actor"),
          string(json, "record"),
          good(parse_uuid(string(json, "id"))),
          string(json, "field"),
          field_text(json.at("before")),
          field_text(json.at("after")),
          id_or_nothing<MapChange>(json, "change")};
}

MapChange map_change_of(Json const& json) {
  return {good(Id<MapChange>::parse(string(json, "id"))),
          good(parse_instant(string(json, "at"))),
          string(json, "actor"),
          good(parse_choice<MapChangeKind>(string(json, "kind"))),
          string(json, "about"),
          id_or_nothing<MapChange>(json, "undoes")};
}

SavedView saved_view_of(Json const& json) {
  return {good(Id<SavedView>::parse(string(json, "id"))), string(json, "name"), string(json, "kind"),
          string(json, "query")};
}

OpenDataVersion open_data_version_of(Json const& json) {
  return {good(Id<OpenDataVersion>::parse(string(json, "id"))), good(parse_instant(string(json, "at"))),
          good(parse_choice<OpenLicence>(string(json, "licence"))), string(json, "note"),
          string(json, "actor")};
}

SourceConflict source_conflict_of(Json const& json) {
  return {string(json, "record"), string(json, "source"), string(json, "field")};
}

Verdict verdict_of(Json const& json) {
  return {string(json, "record"),
          good(parse_uuid(string(json, "one"))),
          good(parse_uuid(string(json, "other"))),
          good(parse_choice<OneOrTwo>(string(json, "says"))),
          json.at("grounds").get<std::vector<std::string>>(),
          string(json, "actor"),
          good(parse_instant(string(json, "at"))),
          id_or_nothing<MapChange>(json, "change")};
}

Suggestion correction_of(Json const& json) {
  Suggestion said;
  said.id = suggestion_id(good(parse_uuid(string(json, "id"))));
  said.page = string(json, "page");
  said.message = string(json, "message");
  said.received_on = good(parse_date(string(json, "receivedOn")));
  said.version = 1;
  return said;
}

template <class Read>
auto read_unless_null(Json const& json, char const* name, Read read)
    -> std::optional<decltype(good(read(std::string_view())))> {
  if (json.at(name).is_null()) return std::nullopt;
  return good(read(string(json, name)));
}

template <class Value>
Json text_or_null(std::optional<Value> const& value) {
  return value ? Json(text(*value)) : Json();
}

Suggestion suggestion_of(Json const& json) {
  Suggestion one;
  one.id = good(Id<Suggestion>::parse(string(json, "id")));
  one.from = good(parse_choice<SuggestionFrom>(string(json, "from")));
  one.said_by = read_unless_null(json, "saidBy", Id<Organisation>::parse);
  one.page = string(json, "page");
  one.kind = string(json, "kind");
  one.record = read_unless_null(json, "record", parse_uuid);
  one.place = string(json, "place");
  one.area = read_unless_null(json, "area", AreaCode::parse);
  one.message = string(json, "message");
  for (auto const& field : json.at("fields")) {
    one.fields.push_back({string(field, "name"), field_text(field.at("was")), field_text(field.at("value"))});
  }
  one.received_on = good(parse_date(string(json, "receivedOn")));
  one.state = good(parse_choice<SuggestionState>(string(json, "state")));
  one.reason = string(json, "reason");
  one.decided_by = string(json, "decidedBy");
  one.decided_on = read_unless_null(json, "decidedOn", parse_date);
  one.change = read_unless_null(json, "change", Id<MapChange>::parse);
  one.version = json.at("version").get<std::int64_t>();
  return one;
}

Json json_of(Suggestion const& one) {
  auto fields = Json::array();
  for (auto const& [name, was, value] : one.fields) {
    fields.push_back(Json{{"name", name}, {"was", or_null(was)}, {"value", or_null(value)}});
  }
  return Json{{"id", text(one.id)},
              {"from", text(one.from)},
              {"saidBy", text_or_null(one.said_by)},
              {"page", one.page},
              {"kind", one.kind},
              {"record", text_or_null(one.record)},
              {"place", one.place},
              {"area", text_or_null(one.area)},
              {"message", one.message},
              {"fields", std::move(fields)},
              {"receivedOn", text(one.received_on)},
              {"state", text(one.state)},
              {"reason", one.reason},
              {"decidedBy", one.decided_by},
              {"decidedOn", text_or_null(one.decided_on)},
              {"change", text_or_null(one.change)},
              {"version", one.version}};
}

Asking asking_of(Json const& json) {
  Asking one;
  one.id = good(Id<Asking>::parse(string(json, "id")));
  one.asked = good(Id<Organisation>::parse(string(json, "asked")));
  one.what = {string(json, "kind"), read_unless_null(json, "record", parse_uuid), string(json, "field"), {}};
  for (auto const& [name, value] : json.at("inquiry").items()) {
    one.what.inquiry.push_back({name, field_text(value)});
  }
  one.asked_on = good(parse_date(string(json, "askedOn")));
  one.ends = good(parse_date(string(json, "ends")));
  one.asked_by = string(json, "askedBy");
  one.again = json.at("again").get<bool>();
  one.state = good(parse_choice<AskingState>(string(json, "state")));
  one.answered_on = read_unless_null(json, "answeredOn", parse_date);
  return one;
}

Json json_of(Asking const& one) {
  auto inquiry = Json::object();
  for (auto const& [name, value] : one.what.inquiry) inquiry[name] = or_null(value);
  return Json{{"id", text(one.id)},
              {"asked", text(one.asked)},
              {"kind", one.what.kind},
              {"record", text_or_null(one.what.record)},
              {"field", one.what.field},
              {"inquiry", std::move(inquiry)},
              {"askedOn", text(one.asked_on)},
              {"ends", text(one.ends)},
              {"askedBy", one.asked_by},
              {"again", one.again},
              {"state", text(one.state)},
              {"answeredOn", text_or_null(one.answered_on)}};
}

ContactPerson contact_of(Json const& json) {
  ContactPerson one;
  one.id = good(Id<ContactPerson>::parse(string(json, "id")));
  one.version = json.at("version").get<std::int64_t>();
  one.organisation = good(Id<Organisation>::parse(string(json, "organisation")));
  one.name = string(json, "name"), one.function = string(json, "function");
  one.layer = good(parse_choice<ContactLayer>(string(json, "layer")));
  one.email = string(json, "email"), one.phone = string(json, "phone");
  one.turn_to = good(from_field_text<std::vector<TurnTo>>(field_text(json.at("turnTo"))));
  one.about = string(json, "about");
  one.themes = good(from_field_text<std::vector<ThemeCode>>(field_text(json.at("themes"))));
  auto const& consent = json.at("consent");
  one.way = good(parse_choice<ConsentWay>(string(consent, "way")));
  one.asked_on = read_unless_null(consent, "askedOn", parse_date);
  one.given_on = read_unless_null(consent, "givenOn", parse_date);
  one.entered_by = string(json, "enteredBy");
  one.moved_from = read_unless_null(json, "movedFrom", Id<Organisation>::parse);
  one.moved_by = read_unless_null(json, "movedBy", Id<MapChange>::parse);
  return one;
}

Json json_of(ContactPerson const& one) {
  return Json{{"id", text(one.id)},
              {"version", one.version},
              {"organisation", text(one.organisation)},
              {"name", one.name},
              {"function", one.function},
              {"layer", text(one.layer)},
              {"email", one.email},
              {"phone", one.phone},
              {"turnTo", or_null(to_field_text(one.turn_to))},
              {"about", one.about},
              {"themes", or_null(to_field_text(one.themes))},
              {"consent",
               {{"state", text(consent_of(one))},
                {"way", text(one.way)},
                {"askedOn", text_or_null(one.asked_on)},
                {"givenOn", text_or_null(one.given_on)}}},
              {"enteredBy", one.entered_by},
              {"movedFrom", text_or_null(one.moved_from)},
              {"movedBy", text_or_null(one.moved_by)}};
}

PlaceName place_name_of(Json const& json) {
  return {good(parse_choice<PlaceNameKind>(string(json, "kind"))), string(json, "name"),
          string(json, "context"), good(GeoPoint::parse(string(json, "point")))};
}

Release release_of(Json const& json) {
  return {{string(json, "subject"), good(parse_date(string(json, "first"))),
           good(parse_date(string(json, "last")))},
          string(json, "classification"),
          json.at("cost").get<std::int64_t>(),
          json.at("forEveryone").get<bool>(),
          each(json.at("numbers"), [](Json const& number) {
            return ReleasedNumber{string(number, "cell"), number.at("partners").get<std::int64_t>(),
                                  number.at("everyone").get<std::int64_t>()};
          })};
}

Json json_of(Release const& release) {
  auto numbers = Json::array();
  for (auto const& [cell, partners, everyone] : release.numbers) {
    numbers.push_back({{"cell", cell}, {"partners", partners}, {"everyone", everyone}});
  }
  return Json{{"subject", release.name.subject},
              {"first", text(release.name.first)},
              {"last", text(release.name.last)},
              {"classification", release.classification},
              {"cost", release.cost},
              {"forEveryone", release.for_everyone},
              {"numbers", std::move(numbers)}};
}

PrivacyBudget budget_of(Json const& json) {
  return {string(json, "subject"), json.at("year").get<int>(), json.at("most").get<std::int64_t>(),
          json.at("spent").get<std::int64_t>()};
}

// What an export of before this field does not have is unknown.
template <class Value>
Value field_of(Json const& json, char const* name) {
  bool const known = json.contains(name) && !json.at(name).is_null();
  return good(from_field_text<Value>(known ? FieldText(string(json, name)) : std::nullopt));
}

Ecosystem ecosystem_of(Json const& json) {
  return {good(Id<Ecosystem>::parse(string(json, "id"))),
          string(json, "slug"),
          string(json, "name"),
          good(parse_choice<HolidayRegion>(string(json, "holidayRegion"))),
          json.at("public").get<bool>(),
          good(parse_choice<Origin>(string(json, "origin"))),
          field_of<std::optional<Colour>>(json, "colour"),
          field_of<std::optional<Colour>>(json, "accent"),
          field_of<std::optional<Picture>>(json, "logo")};
}

}  // namespace

std::string write_said(std::vector<Said> const& all) {
  return array(all, [](Said const& said) {
    auto fields = Json::object();
    for (auto const& [name, value] : said.fields) fields[name] = or_null(value);
    return Json{{"record", said.record}, {"source", said.source}, {"fields", std::move(fields)}};
  });
}

std::string write_audit(std::vector<AuditEntry> const& all) {
  return array(all, [](AuditEntry const& entry) {
    return Json{{"at", text(entry.at)},          {"actor", entry.actor},
                {"record", entry.record},        {"id", text(entry.id)},
                {"field", entry.field},          {"before", or_null(entry.before)},
                {"after", or_null(entry.after)}, {"change", or_null(to_field_text(entry.change))}};
  });
}

std::string write_changes(std::vector<MapChange> const& all) {
  return array(all, [](MapChange const& one) {
    return Json{{"id", text(one.id)}, {"at", text(one.at)},
                {"actor", one.actor}, {"kind", text(one.kind)},
                {"about", one.about}, {"undoes", or_null(to_field_text(one.undoes))}};
  });
}

std::string write_saved_views(std::vector<SavedView> const& all) {
  return array(all, [](SavedView const& one) {
    return Json{{"id", text(one.id)}, {"name", one.name}, {"kind", one.kind}, {"query", one.query}};
  });
}

std::string write_open_data_versions(std::vector<OpenDataVersion> const& all) {
  return array(all, [](OpenDataVersion const& one) {
    return Json{{"id", text(one.id)},
                {"at", text(one.at)},
                {"licence", text(one.licence)},
                {"note", one.note},
                {"actor", one.actor}};
  });
}

std::string write_source_conflicts(std::vector<SourceConflict> const& all) {
  return array(all, [](SourceConflict const& one) {
    return Json{{"record", one.record}, {"source", one.source}, {"field", one.field}};
  });
}

std::string write_verdicts(std::vector<Verdict> const& all) {
  return array(all, [](Verdict const& one) {
    return Json{{"record", one.record},     {"one", text(one.one)},
                {"other", text(one.other)}, {"says", text(one.says)},
                {"grounds", one.grounds},   {"actor", one.actor},
                {"at", text(one.at)},       {"change", or_null(to_field_text(one.change))}};
  });
}

std::string write_suggestions(std::vector<Suggestion> const& all) {
  return array(all, [](Suggestion const& one) { return json_of(one); });
}

std::string write_askings(std::vector<Asking> const& all) {
  return array(all, [](Asking const& one) { return json_of(one); });
}

std::string write_contacts(std::vector<ContactPerson> const& all) {
  return array(all, [](ContactPerson const& one) { return json_of(one); });
}

std::string write_contact_refusals(std::vector<ContactMailbox> const& all) {
  auto refusals = all;
  std::erase_if(refusals, [](ContactMailbox const& one) { return !one.refused; });
  return array(refusals, [](ContactMailbox const& one) { return Json{{"address", one.address}}; });
}

std::string write_releases(std::vector<Release> const& all) {
  return array(all, [](Release const& one) { return json_of(one); });
}

std::string write_budgets(std::vector<PrivacyBudget> const& all) {
  return array(all, [](PrivacyBudget const& one) {
    return Json{{"subject", one.subject}, {"year", one.year}, {"most", one.most}, {"spent", one.spent}};
  });
}

std::string write_ecosystem(Ecosystem const& ecosystem) {
  return Json{{"id", text(ecosystem.id)},
              {"slug", ecosystem.slug},
              {"name", ecosystem.name},
              {"holidayRegion", text(ecosystem.holiday_region)},
              {"public", ecosystem.is_public},
              {"origin", text(ecosystem.origin)},
              {"colour", or_null(to_field_text(ecosystem.colour))},
              {"accent", or_null(to_field_text(ecosystem.accent))},
              {"logo", or_null(to_field_text(ecosystem.logo))}}
      .dump(1);
}

std::string write_figure_release(FigureReleaseHead const& release) {
  return Json{{"id", text(release.id)},      {"area", text(release.area)}, {"areaName", release.area_name},
              {"day", text(release.day)},    {"note", release.note},       {"versions", release.versions},
              {"checksum", release.checksum}}
      .dump(1);
}

std::string write_place_names(std::vector<PlaceName> const& all) {
  return array(all, [](PlaceName const& name) {
    return Json{{"kind", text(name.kind)},
                {"name", name.name},
                {"context", name.context},
                {"point", text(name.point)}};
  });
}

Result<std::vector<Said>> read_said(std::string_view json) {
  return reading(json, [](Json const& all) { return each(all, said_of); });
}

Result<std::vector<AuditEntry>> read_audit(std::string_view json) {
  return reading(json, [](Json const& all) { return each(all, audit_entry_of); });
}

Result<std::vector<MapChange>> read_changes(std::string_view json) {
  return reading(json, [](Json const& all) { return each(all, map_change_of); });
}

Result<std::vector<SavedView>> read_saved_views(std::string_view json) {
  return reading(json, [](Json const& all) { return each(all, saved_view_of); });
}

Result<std::vector<OpenDataVersion>> read_open_data_versions(std::string_view json) {
  return reading(json, [](Json const& all) { return each(all, open_data_version_of); });
}

Result<std::vector<SourceConflict>> read_source_conflicts(std::string_view json) {
  return reading(json, [](Json const& all) { return each(all, source_conflict_of); });
}

Result<std::vector<Verdict>> read_verdicts(std::string_view json) {
  return reading(json, [](Json const& all) { return each(all, verdict_of); });
}

Result<std::vector<Suggestion>> read_suggestions(std::string_view json) {
  return reading(json, [](Json const& all) { return each(all, suggestion_of); });
}

Result<std::vector<Asking>> read_askings(std::string_view json) {
  return reading(json, [](Json const& all) { return each(all, asking_of); });
}

Result<std::vector<ContactPerson>> read_contacts(std::string_view json) {
  return reading(json, [](Json const& all) { return each(all, contact_of); });
}

Result<std::vector<ContactMailbox>> read_contact_refusals(std::string_view json) {
  return reading(json, [](Json const& all) {
    return each(all,
                [](Json const& one) { return ContactMailbox{string(one, "address"), std::nullopt, true}; });
  });
}

Result<std::vector<Suggestion>> read_corrections(std::string_view json) {
  return reading(json, [](Json const& all) { return each(all, correction_of); });
}

Result<std::vector<PlaceName>> read_place_names(std::string_view json) {
  return reading(json, [](Json const& all) { return each(all, place_name_of); });
}

Result<std::vector<Release>> read_releases(std::string_view json) {
  return reading(json, [](Json const& all) { return each(all, release_of); });
}

Result<std::vector<PrivacyBudget>> read_budgets(std::string_view json) {
  return reading(json, [](Json const& all) { return each(all, budget_of); });
}

Result<Ecosystem> read_ecosystem(std::string_view json) {
  return reading(json, [](Json const& one) { return ecosystem_of(one); });
}

Result<FigureReleaseHead> read_figure_release(std::string_view json) {
  return reading(json, [](Json const& one) {
    return FigureReleaseHead{good(Id<FigureRelease>::parse(string(one, "id"))),
                             good(AreaCode::parse(string(one, "area"))),
                             string(one, "areaName"),
                             good(parse_date(string(one, "day"))),
                             string(one, "note"),
                             string(one, "versions"),
                             string(one, "checksum")};
  });
}

std::string write_manifest(std::vector<ExportedFile> const& files) {
  auto list = Json::array();
  for (auto const& file : files) {
    list.push_back({{"path", file.path}, {"checksum", file.checksum}, {"about", file.about}});
  }
  return Json{{"format", format_name}, {"version", format_version}, {"files", std::move(list)}}.dump(1);
}

Result<std::vector<ExportedFile>> read_manifest(std::string_view json) {
  return reading(json, [](Json const& manifest) {
    if (string(manifest, "format") != format_name || manifest.at("version") != format_version) {
      throw Unreadable();
    }
    return each(manifest.at("files"), [](Json const& file) {
      return ExportedFile{string(file, "path"), string(file, "checksum"), string(file, "about")};
    });
  });
}

}  // namespace wegwijzer
