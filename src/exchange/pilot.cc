// SPDX-License-Identifier: EUPL-1.2
#include "exchange/pilot.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>

#include "base/check.h"
#include "base/embedded.h"
#include "base/words.h"

namespace wegwijzer {

namespace {

using PlainJson = nlohmann::json;

// Reads the entries of one file; whatever is not as it should be throws, naming the file and the entry.
class PilotReader {
 public:
  explicit PilotReader(std::string_view file) : file_(file) {}

  Pilot read(std::string_view text) {
    auto const json = PlainJson::parse(text, nullptr, false);
    demand(json.is_object(), "is not a JSON object");
    only(json, {"slug", "name", "holiday_region", "about", "organisations", "collaborations", "facts"});
    Pilot pilot;
    pilot.ecosystem = ecosystem(json);
    at_ = "about";
    only(at(json, "about"), {"nl", "en", "reference", "lines"});
    pilot.about = text_of(at(json, "about"));
    pilot.organisations = all(json, "organisations", &PilotReader::organisation);
    pilot.collaborations = all(json, "collaborations", &PilotReader::collaboration);
    pilot.facts = all(json, "facts", &PilotReader::fact);
    return pilot;
  }

 private:
  void demand(bool condition, std::string_view what) const {
    if (!condition) throw Broken(fmt::format("{}: {} {}", file_, at_, what));
  }

  void only(PlainJson const& object, std::initializer_list<std::string_view> names) const {
    demand(object.is_object(), "is not an object");
    for (auto const& [name, value] : object.items()) {
      demand(std::ranges::find(names, name) != names.end(), fmt::format("has an unknown key \"{}\"", name));
    }
  }

  PlainJson const& at(PlainJson const& object, char const* name) const {
    demand(object.contains(name), fmt::format("lacks \"{}\"", name));
    return object.at(name);
  }

  std::string string(PlainJson const& object, char const* name) const {
    auto const& value = at(object, name);
    demand(value.is_string() && !trimmed(value.get_ref<std::string const&>()).empty(),
           fmt::format("has no text as \"{}\"", name));
    return value.get<std::string>();
  }

  template <Choice Enum>
  Enum choice(PlainJson const& value, char const* name) const {
    auto const parsed = parse_choice<Enum>(value.is_string() ? value.get<std::string>() : "");
    demand(parsed.has_value(), fmt::format("has an unknown \"{}\": {}", name, value.dump()));
    return *parsed;
  }

  // Nothing when the file says nothing.
  std::optional<bool> yes_or_no(PlainJson const& object, char const* name) const {
    auto const value = object.find(name);
    if (value == object.end()) return std::nullopt;
    demand(value->is_boolean(), fmt::format("has a \"{}\" that is not true or false", name));
    return value->get<bool>();
  }

  std::optional<Level> level(PlainJson const& object) const {
    auto const& value = at(object, "level");
    return value.is_null() ? std::nullopt : std::optional(choice<Level>(value, "level"));
  }

  PilotText text_of(PlainJson const& object) const {
    auto const& lines = at(object, "lines");
    demand(lines.is_array() && lines.size() == 2 && lines[0].is_number_integer() &&
               lines[1].is_number_integer() && 0 < lines[0] && lines[0] <= lines[1],
           "has no \"lines\" from and until");
    return {string(object, "nl"), string(object, "en"), string(object, "reference"), lines[0].get<int>(),
            lines[1].get<int>()};
  }

  Ecosystem ecosystem(PlainJson const& json) const {
    Ecosystem made;
    made.slug = string(json, "slug");
    demand(slug(made.slug) == made.slug, "has a \"slug\" that cannot stand in an address");
    made.name = string(json, "name");
    made.holiday_region = choice<HolidayRegion>(at(json, "holiday_region"), "holiday_region");
    made.origin = Origin::report;
    return made;
  }

  template <class Entry>
  std::vector<Entry> all(PlainJson const& json, char const* name,
                         Entry (PilotReader::*read_one)(PlainJson const&)) {
    at_ = name;
    auto const& list = at(json, name);
    demand(list.is_array(), "is not a list");
    std::vector<Entry> entries;
    for (auto const& one : list) {
      at_ = fmt::format("{}[{}]", name, entries.size());
      entries.push_back((this->*read_one)(one));
    }
    return entries;
  }

  std::string known_key(PlainJson const& value) const {
    auto const key = value.is_string() ? value.get<std::string>() : "";
    demand(keys_.contains(key), fmt::format("names an organisation that is not there: {}", value.dump()));
    return key;
  }

  PilotOrganisation organisation(PlainJson const& one) {
    only(one,
         {"key", "name", "sector", "roles", "trained_spotters", "nl", "en", "level", "reference", "lines"});
    PilotOrganisation made;
    made.key = string(one, "key");
    demand(keys_.insert(made.key).second, fmt::format("has the key \"{}\" of another", made.key));
    made.name = string(one, "name");
    made.sector = choice<Sector>(at(one, "sector"), "sector");
    for (auto const& role : at(one, "roles")) made.roles.push_back(choice<Role>(role, "roles"));
    made.trained_spotters = yes_or_no(one, "trained_spotters");
    made.level = level(one);
    made.role = text_of(one);
    return made;
  }

  PilotCollaboration collaboration(PlainJson const& one) {
    only(one, {"from", "to", "kind", "level", "nl", "en", "reference", "lines"});
    PilotCollaboration made{known_key(at(one, "from")), known_key(at(one, "to")),
                            choice<CollaborationKind>(at(one, "kind"), "kind"), level(one), text_of(one)};
    demand(made.from != made.to, "is of an organisation with itself");
    return made;
  }

  PilotFact fact(PlainJson const& one) {
    only(one, {"kind", "level", "organisations", "nl", "en", "reference", "lines"});
    PilotFact made{choice<FactKind>(at(one, "kind"), "kind"), level(one), {}, text_of(one)};
    for (auto const& key : at(one, "organisations")) made.organisations.push_back(known_key(key));
    return made;
  }

  std::string file_;
  std::string at_ = "the file";
  std::set<std::string> keys_;
};

}  // namespace

Pilot read_pilot(std::string_view file, std::string_view json) {
  return PilotReader(file).read(json);
}

std::vector<Pilot> read_embedded_pilots() {
  std::vector<Pilot> pilots;
  for (auto const& file : assets_files()) {
    std::string_view const path(file.path);
    if (path.starts_with("pilots/")) pilots.push_back(read_pilot(path, file.content()));
  }
  return pilots;
}

}  // namespace wegwijzer
