// SPDX-License-Identifier: EUPL-1.2
#include "streets/street_use.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "base/words.h"

namespace wegwijzer {

namespace {

using Words = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view word, Words words) {
  return std::ranges::find(words, word) != words.end();
}

bool any_of(Tags const& tags, Words keys, Words values) {
  return std::ranges::any_of(keys, [&](auto key) { return is_one_of(tags[key], values); });
}

struct ClassName {
  std::string_view highway;
  StreetClass kind;
};

// Absent here, and so no street: construction, proposed, corridor (inside a building), raceway, bus_guideway
// …
constexpr auto class_names = std::to_array<ClassName>({{"motorway", StreetClass::motorway},
                                                       {"motorway_link", StreetClass::motorway},
                                                       {"trunk", StreetClass::trunk},
                                                       {"trunk_link", StreetClass::trunk},
                                                       {"primary", StreetClass::primary},
                                                       {"primary_link", StreetClass::primary},
                                                       {"secondary", StreetClass::secondary},
                                                       {"secondary_link", StreetClass::secondary},
                                                       {"tertiary", StreetClass::tertiary},
                                                       {"tertiary_link", StreetClass::tertiary},
                                                       {"unclassified", StreetClass::unclassified},
                                                       {"residential", StreetClass::residential},
                                                       {"living_street", StreetClass::living_street},
                                                       {"pedestrian", StreetClass::pedestrian},
                                                       {"service", StreetClass::service},
                                                       {"track", StreetClass::track},
                                                       {"path", StreetClass::path},
                                                       {"bridleway", StreetClass::bridleway},
                                                       {"footway", StreetClass::footway},
                                                       {"platform", StreetClass::footway},
                                                       {"cycleway", StreetClass::cycleway},
                                                       {"steps", StreetClass::steps},
                                                       {"road", StreetClass::unknown}});

std::optional<StreetClass> street_class(Tags const& tags) {
  if (tags["route"] == "ferry") return StreetClass::ferry;
  auto const highway = tags["highway"];
  auto const found = std::ranges::find(class_names, highway, &ClassName::highway);
  if (found == class_names.end()) return std::nullopt;
  return found->kind;
}

// What lies inside a building has opening hours that nobody tells us.
bool is_indoor(Tags const& tags) {
  return !tags["indoor"].empty() && tags["indoor"] != "no";
}

Surface surface(Tags const& tags) {
  auto const surface = tags["surface"];
  if (is_one_of(surface, {"unpaved", "compacted", "fine_gravel", "gravel", "pebblestone", "ground", "dirt",
                          "earth", "grass", "grass_paver", "mud", "sand", "woodchips", "rock", "shells"})) {
    return Surface::unpaved;
  }
  if (!surface.empty()) return Surface::paved;
  if (tags["tracktype"] == "grade1") return Surface::paved;
  if (!tags["tracktype"].empty()) return Surface::unpaved;
  return Surface::unknown;
}

bool permits(std::string_view value) {
  return is_one_of(value,
                   {"yes", "designated", "official", "permissive", "destination", "customers", "public"});
}

bool forbids(std::string_view value) {
  return is_one_of(value, {"no", "private", "agricultural", "forestry", "delivery", "military", "permit",
                           "emergency", "restricted", "use_sidepath", "dismount", "residents", "employees"});
}

bool for_motor_traffic_only(StreetClass kind, Tags const& tags) {
  return kind == StreetClass::motorway || kind == StreetClass::trunk || tags["motorroad"] == "yes";
}

bool has_pavement(Tags const& tags) {
  return any_of(tags, {"sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right"},
                {"yes", "both", "left", "right"});
}

bool has_cycleway(Tags const& tags, Words kinds) {
  return any_of(tags, {"cycleway", "cycleway:both", "cycleway:left", "cycleway:right"}, kinds);
}

bool has_cycle_lane(Tags const& tags) {
  return has_cycleway(tags, {"lane", "track", "share_busway", "opposite", "opposite_lane", "opposite_track"});
}

bool is_cycle_street(Tags const& tags) {
  return tags["bicycle_road"] == "yes" || tags["cyclestreet"] == "yes";
}

bool walks_by_default(StreetClass kind, Tags const& tags) {
  if (for_motor_traffic_only(kind, tags)) return has_pavement(tags);
  return kind != StreetClass::bridleway;
}

bool cycles_by_default(StreetClass kind, Tags const& tags) {
  if (for_motor_traffic_only(kind, tags)) return has_cycle_lane(tags);
  return kind != StreetClass::bridleway && kind != StreetClass::pedestrian && kind != StreetClass::footway &&
         kind != StreetClass::steps;
}

// The tag for the mode decides; the general ones (`vehicle`, `access`) can only take away.
bool allowed(bool by_default, std::string_view own, Words general) {
  if (permits(own)) return true;
  if (forbids(own)) return false;
  auto const first = std::ranges::find_if(general, [](auto value) { return !value.empty(); });
  return by_default && (first == general.end() || !forbids(*first));
}

bool may_walk(StreetClass kind, Tags const& tags) {
  return allowed(walks_by_default(kind, tags), tags["foot"], {tags["access"]});
}

bool may_cycle(StreetClass kind, Tags const& tags) {
  if (is_cycle_street(tags)) return !forbids(tags["bicycle"]);
  return allowed(cycles_by_default(kind, tags), tags["bicycle"], {tags["vehicle"], tags["access"]});
}

// Steps only with a ramp for wheels. Elsewhere who pushes a bicycle is a pedestrian.
bool may_push(StreetClass kind, Tags const& tags, bool on_foot) {
  if (tags["bicycle"] == "dismount") return true;
  if (kind != StreetClass::steps) return on_foot;
  return on_foot &&
         (tags["ramp"] == "yes" || tags["ramp:bicycle"] == "yes" || tags["ramp:stroller"] == "yes");
}

struct Directions {
  bool forward = true;
  bool backward = true;
};

std::optional<Directions> directions(std::string_view oneway) {
  if (is_one_of(oneway, {"yes", "true", "1"})) return Directions{true, false};
  if (is_one_of(oneway, {"-1", "reverse"})) return Directions{false, true};
  if (is_one_of(oneway, {"no", "false", "0"})) return Directions{true, true};
  return std::nullopt;
}

bool has_contraflow(Tags const& tags) {
  return has_cycleway(tags, {"opposite", "opposite_lane", "opposite_track", "opposite_share_busway"}) ||
         any_of(tags, {"cycleway:left:oneway", "cycleway:right:oneway", "cycleway:both:oneway"},
                {"-1", "no"});
}

Directions traffic_directions(Tags const& tags) {
  if (auto const tagged = directions(tags["oneway"])) return *tagged;
  bool const round = is_one_of(tags["junction"], {"roundabout", "circular"});
  return {true, !round};
}

Directions cycling_directions(Tags const& tags) {
  auto found = traffic_directions(tags);
  if (has_contraflow(tags)) found = {true, true};
  if (auto const tagged = directions(tags["oneway:bicycle"])) found = *tagged;
  if (permits(tags["bicycle:forward"])) found.forward = true;
  if (permits(tags["bicycle:backward"])) found.backward = true;
  if (forbids(tags["bicycle:forward"])) found.forward = false;
  if (forbids(tags["bicycle:backward"])) found.backward = false;
  return found;
}

Passage passage(StreetClass kind, Tags const& tags) {
  bool const foot = may_walk(kind, tags);
  bool const bike = may_cycle(kind, tags);
  auto const cycling = cycling_directions(tags);
  return {foot, bike && cycling.forward, bike && cycling.backward, may_push(kind, tags, foot)};
}

bool is_through_road(StreetClass kind) {
  return kind >= StreetClass::motorway && kind <= StreetClass::tertiary;
}

// km/h, docs/parameters.md.
constexpr std::int64_t fastest_calm_through_road = 30;
constexpr std::int64_t fastest_calm_street = 60;

// A through road without a speed on record is taken for a fast one, any other street for a slow one. A lane
// between the buses is none of one's own.
bool is_busy(StreetClass kind, Tags const& tags) {
  if (is_cycle_street(tags) || has_cycleway(tags, {"lane", "track", "opposite_lane", "opposite_track"})) {
    return false;
  }
  auto const speed = whole_number(tags["maxspeed"]);
  if (is_through_road(kind)) return !speed || *speed > fastest_calm_through_road;
  return kind == StreetClass::unclassified && speed && *speed > fastest_calm_street;
}

// A place of one's own beside the traffic: a pavement, or, where there is none, a cycle path. A lane is a
// part of the road, on which nobody walks.
bool has_footway_beside(Tags const& tags) {
  return has_pavement(tags) ||
         any_of(tags, {"sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right"}, {"separate"}) ||
         any_of(tags, {"footway", "footway:both", "footway:left", "footway:right"},
                {"yes", "both", "left", "right", "sidewalk", "separate"}) ||
         has_cycleway(tags, {"track", "opposite_track", "separate"}) || tags["bicycle"] == "use_sidepath" ||
         is_cycle_street(tags);
}

bool says_there_is_no_pavement(Tags const& tags) {
  bool const on_neither =
      is_one_of(tags["sidewalk:left"], {"no", "none"}) && is_one_of(tags["sidewalk:right"], {"no", "none"});
  return on_neither || any_of(tags, {"sidewalk", "sidewalk:both"}, {"no", "none"});
}

constexpr std::int64_t slowest_outside_town = 60;  // km/h
constexpr std::int64_t fastest_in_town = 50;

// "NL:urban", "DE:rural": the speed is that of where the road lies.
bool lies(Tags const& tags, std::string_view where) {
  return std::ranges::any_of(
      std::array{tags["maxspeed"], tags["source:maxspeed"], tags["maxspeed:type"], tags["zone:maxspeed"],
                 tags["zone:traffic"]},
      [&](std::string_view value) { return value == where || value.ends_with(":" + std::string(where)); });
}

// In km/h; nothing where neither it nor where the road lies is said.
std::optional<std::int64_t> speed_of_traffic(Tags const& tags) {
  if (auto const said = whole_number(tags["maxspeed"])) return said;
  if (lies(tags, "urban")) return fastest_in_town;
  return lies(tags, "rural") ? std::optional(slowest_outside_town) : std::nullopt;
}

// Within towns there is a pavement unless somebody says that there is none. Of a through road whose speed
// nobody noted the main ones are taken for fast, as for who rides.
bool is_unsafe_on_foot(StreetClass kind, Tags const& tags) {
  if (has_footway_beside(tags)) return false;
  auto const speed = speed_of_traffic(tags);
  // Where riders may mix with traffic, walkers may.
  if (!is_through_road(kind))
    return kind == StreetClass::unclassified && speed && *speed > fastest_calm_street;
  bool const bare = says_there_is_no_pavement(tags);
  if (!speed) return bare || kind != StreetClass::tertiary;
  return *speed >= slowest_outside_town || (bare && *speed >= fastest_in_town);
}

constexpr std::int64_t tenths_per_second = 10;
constexpr std::int64_t seconds_per_week = std::int64_t{7} * 24 * 3600;

std::optional<Tenths> crossing_of_seconds(std::int64_t seconds) {
  if (seconds <= 0 || seconds > seconds_per_week) return std::nullopt;
  return Tenths(static_cast<std::int32_t>(seconds * tenths_per_second));
}

// A part of a duration: at most four digits, so that no sum overflows.
std::optional<std::int64_t> part(std::string_view digits) {
  auto const number = digits.size() <= 4 ? whole_number(digits) : std::nullopt;
  return number && *number >= 0 ? number : std::nullopt;
}

std::optional<Tenths> iso_crossing_time(std::string_view text) {  // behind "PT": "1H30M"
  std::int64_t seconds = 0;
  while (!text.empty()) {
    auto const unit = text.find_first_of("HMS");
    auto const number = unit == std::string_view::npos ? std::nullopt : part(text.substr(0, unit));
    if (!number) return std::nullopt;
    seconds += *number * (text[unit] == 'H' ? 3600 : text[unit] == 'M' ? 60 : 1);
    text.remove_prefix(unit + 1);
  }
  return crossing_of_seconds(seconds);
}

}  // namespace

std::string_view Tags::operator[](std::string_view key) const {
  auto const found = std::ranges::find(tags_, key, &Tag::key);
  return found == tags_.end() ? std::string_view() : found->value;
}

// Lights for traffic stop who rides; lights of a crossing who walks, and who rides into it where they are
// one.
Signals signals(Tags const& node) {
  bool const for_traffic = node["highway"] == "traffic_signals";
  bool const for_walkers = node["crossing"] == "traffic_signals" || node["crossing:signals"] == "yes";
  auto const direction = node["traffic_signals:direction"];
  return {for_walkers, for_traffic && direction != "backward", for_traffic && direction != "forward"};
}

std::optional<StreetUse> street_use(Tags const& tags) {
  auto const kind = street_class(tags);
  if (!kind || is_indoor(tags)) return std::nullopt;
  StreetUse use{*kind, surface(tags), passage(*kind, tags)};
  if (use.passage.none()) return std::nullopt;
  use.busy = is_busy(*kind, tags);
  use.unsafe_on_foot = is_unsafe_on_foot(*kind, tags);
  if (*kind == StreetClass::ferry) use.crossing = crossing_time(tags["duration"]).value_or(Tenths(0));
  return use;
}

std::optional<Tenths> crossing_time(std::string_view duration) {
  if (duration.starts_with("PT")) return iso_crossing_time(duration.substr(2));
  auto const parts = split(duration, ':');
  if (parts.empty() || parts.size() > 3) return std::nullopt;
  std::int64_t minutes_and_seconds = 0;
  for (auto const text : parts) {
    auto const number = part(text);
    if (!number) return std::nullopt;
    minutes_and_seconds = minutes_and_seconds * 60 + *number;
  }
  return crossing_of_seconds(parts.size() == 3 ? minutes_and_seconds : minutes_and_seconds * 60);
}

}  // namespace wegwijzer
