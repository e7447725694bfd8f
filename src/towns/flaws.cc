// SPDX-License-Identifier: EUPL-1.2
#include "towns/flaws.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/check.h"
#include "base/words.h"
#include "towns/miswriting.h"

namespace wegwijzer::towns {

namespace {

// Of the organisations with a place so many are recorded a second time, or get a look-alike.
constexpr double share_of_duplicates = 0.20;
constexpr double share_of_lookalikes = 0.16;
constexpr double share_of_mapped_playgrounds = 0.1;
constexpr double share_of_contradicted_numbers = 0.05;
constexpr double share_of_contradictions = 0.15;  // of numbers, links and addresses, among the others
constexpr double share_of_stale = 0.08;
constexpr double share_of_missing = 0.05;

constexpr std::string_view school_names[] = {"De Kiezel",      "De Vuurtoren", "Het Kompas", "De Schatkist",
                                             "De Zonnewijzer", "De Wegwijzer", "Het Palet",  "De Kameleon",
                                             "De Ark",         "Het Startblok"};
constexpr std::string_view sides[] = {"Noord", "Zuid", "Oost", "West", "Centrum"};

// An organisation with its only place.
struct Settled {
  std::size_t organisation;
  std::size_t venue;
};

class Planting {
 public:
  Planting(Society& society, std::string const& town, std::uint64_t seed, Date today)
      : society_(society), town_(town), seed_(seed), random_(Seed(seed).stream("flaws")), today_(today) {}

  PlantedFlaws all() && {
    auto const settled = settled_ones();
    for (auto const& one : settled) {
      auto const draw = random_.unit();
      if (draw < share_of_duplicates) {
        record_again(one);
      } else if (draw < share_of_duplicates + share_of_lookalikes) {
        add_lookalike(one);
      } else {
        plant_facts(one);
      }
    }
    contradict_some();
    map_playgrounds();
    put_in_order(flaws_.duplicates);
    put_in_order(flaws_.lookalikes);
    return std::move(flaws_);
  }

 private:
  static void put_in_order(std::vector<PlantedPair>& pairs) {
    for (auto& pair : pairs) {
      if (pair.other < pair.one) std::swap(pair.one, pair.other);
    }
  }

  std::vector<Settled> settled_ones() const {
    std::map<Id<Organisation>, std::vector<std::size_t>> venues;
    for (std::size_t i = 0; i < society_.venues.size(); ++i) {
      if (society_.venues[i].organisation) venues[*society_.venues[i].organisation].push_back(i);
    }
    std::vector<Settled> settled;
    for (std::size_t i = 0; i < society_.organisations.size(); ++i) {
      auto const found = venues.find(society_.organisations[i].id);
      if (found != venues.end() && found->second.size() == 1) settled.push_back({i, found->second[0]});
    }
    return settled;
  }

  template <class Thing>
  Id<Thing> new_id() {
    constexpr std::uint64_t some_day = 1'790'000'000'000;
    return Id<Thing>(uuid_v7(some_day + made_++, random_.next(), random_.next()));
  }

  Organisation copy_of_organisation(Settled const& of) {
    auto copy = society_.organisations[of.organisation];
    copy.id = new_id<Organisation>();
    copy.about.clear();
    copy.green_layer.clear(), copy.orange_layer.clear();
    return copy;
  }

  Venue copy_of_venue(std::size_t of) {
    auto copy = society_.venues[of];
    copy.id = new_id<Venue>();
    copy.catchment.clear();
    copy.pupils.reset();
    return copy;
  }

  void remember(std::string_view record, std::string const& source, std::vector<FieldValue> fields) {
    if (!source.empty()) flaws_.said.push_back({std::string(record), source, std::move(fields)});
  }

  Uuid keep(Organisation one) {
    remember("organisation", one.source, field_values(one));
    society_.organisations.push_back(one);
    return one.id.uuid();
  }

  Uuid keep(Venue one) {
    remember("venue", one.source, field_values(one));
    society_.venues.push_back(one);
    return one.id.uuid();
  }

  void same(PlantedFlaw flaw, std::string_view record, Uuid one, Uuid other) {
    flaws_.duplicates.push_back({flaw, record, one, other});
  }

  void two(PlantedFlaw flaw, std::string_view record, Uuid one, Uuid other) {
    flaws_.lookalikes.push_back({flaw, record, one, other});
  }

  Uuid id_of(Settled const& of) const { return society_.organisations[of.organisation].id.uuid(); }

  Uuid venue_id_of(Settled const& of) const { return society_.venues[of.venue].id.uuid(); }

  // What a source leaves out, and writes otherwise.
  void blur(std::string& value, double kept, std::string (*style)(std::string const&, Random&)) {
    if (!random_.chance(kept)) value.clear();
    if (!value.empty()) value = style(value, random_);
  }

  void blur_contact(std::string& phone, std::string& website, double kept) {
    blur(phone, kept, other_phone_style);
    blur(website, kept, other_link_style);
  }

  void blur_address(Venue& venue, double kept) {
    blur(venue.street, kept, other_address_style);
    if (venue.street.empty()) venue.postcode.clear();
  }

  Venue mapped(std::size_t of, std::string const& element) {
    auto venue = copy_of_venue(of);
    venue.source = "osm:" + element + "/" + std::to_string(4'000'000'000 + random_.below(1'000'000'000));
    venue.organisation.reset();
    venue.confirmed_on.reset();
    venue.name = as_others_say(venue.name, town_, random_);
    blur_contact(venue.phone, venue.website, 0.4);
    blur_address(venue, 0.5);
    venue.point =
        random_.chance(0.8) ? moved(venue.point, 0, 35, random_) : moved(venue.point, 40, 120, random_);
    if (venue.kind.text() == "sports-club" && random_.chance(0.4))
      venue.kind = *VenueKind::parse("sports-centre");
    return venue;
  }

  void record_again(Settled const& one) {
    auto const draw = random_.unit();
    bool const is_school = society_.organisations[one.organisation].sector == Sector::education;
    if (is_school && draw < 0.5) return add_to_register(one);
    if (draw < 0.35) return add_mapped(one);
    if (draw < 0.50) return add_mapped_twice(one);
    if (draw < 0.72) return type_again(one);
    if (draw < 0.86) return type_without_place(one);
    if (draw < 0.95) return place_wrongly(one);
    rename(one);
  }

  void add_mapped(Settled const& one) {
    same(PlantedFlaw::mapped, "venue", venue_id_of(one), keep(mapped(one.venue, "node")));
  }

  void add_mapped_twice(Settled const& one) {
    auto const node = keep(mapped(one.venue, "node")), way = keep(mapped(one.venue, "way"));
    same(PlantedFlaw::mapped, "venue", venue_id_of(one), node);
    same(PlantedFlaw::mapped, "venue", venue_id_of(one), way);
    same(PlantedFlaw::mapped_twice, "venue", node, way);
  }

  Organisation typed(Settled const& one) {
    auto again = copy_of_organisation(one);
    again.name = as_others_say(again.name, town_, random_);
    blur_contact(again.phone, again.website, 0.6);
    if (!random_.chance(0.5)) again.email.clear();
    return again;
  }

  // The same number is not always what both know.
  void change_phone(std::string& phone) {
    if (!phone.empty()) phone = "0990-" + std::to_string(100'000 + random_.below(900'000));
  }

  void type_again(Settled const& one) {
    auto again = typed(one);
    if (random_.chance(0.12)) change_phone(again.phone);
    auto venue = copy_of_venue(one.venue);
    venue.organisation = again.id;
    venue.name = again.name;
    venue.phone = again.phone;
    venue.website = again.website;
    blur_address(venue, 0.7);
    venue.point = moved(venue.point, 0, 60, random_);
    same(PlantedFlaw::typed_again, "organisation", id_of(one), keep(again));
    same(PlantedFlaw::typed_again, "venue", venue_id_of(one), keep(venue));
  }

  void type_without_place(Settled const& one) {
    same(PlantedFlaw::without_place, "organisation", id_of(one), keep(typed(one)));
  }

  void add_to_register(Settled const& one) {
    auto again = copy_of_organisation(one);
    again.source = "duo:" + std::to_string(10 + random_.below(89)) + "XY-" + std::to_string(made_);
    again.name = as_others_say(again.name, town_, random_);
    again.phone.clear(), again.email.clear();
    blur(again.website, 0.5, other_link_style);
    auto venue = copy_of_venue(one.venue);
    venue.source = again.source + "/venue";
    venue.organisation = again.id;
    venue.name = again.name;
    venue.phone.clear(), venue.website = again.website;
    blur_address(venue, 0.95);
    venue.point = moved(venue.point, 0, 80, random_);
    same(PlantedFlaw::in_register, "organisation", id_of(one), keep(again));
    same(PlantedFlaw::in_register, "venue", venue_id_of(one), keep(venue));
  }

  void place_wrongly(Settled const& one) {
    auto venue = copy_of_venue(one.venue);
    venue.source = "csv:" + slug(venue.name) + "/" + std::to_string(made_);
    venue.organisation.reset();
    venue.name = random_.chance(0.5) ? venue.name : as_others_say(venue.name, town_, random_);
    venue.phone = other_phone_style(venue.phone, random_);
    venue.point = moved(venue.point, 300, 900, random_);
    same(PlantedFlaw::placed_wrongly, "venue", venue_id_of(one), keep(venue));
  }

  void rename(Settled const& one) {
    auto again = copy_of_organisation(one);
    again.name = "Huis " + std::string(school_names[random_.below(std::size(school_names))]);
    auto venue = copy_of_venue(one.venue);
    venue.organisation = again.id, venue.name = again.name;
    same(PlantedFlaw::renamed, "organisation", id_of(one), keep(again));
    same(PlantedFlaw::renamed, "venue", venue_id_of(one), keep(venue));
  }

  // Another organisation with its place, which looks like the one.
  void add_neighbour(Settled const& one, PlantedFlaw flaw, std::string const& name, char const* kind,
                     double least, double most, double shares_phone) {
    auto neighbour = copy_of_organisation(one);
    neighbour.name = name;
    if (!random_.chance(shares_phone)) change_phone(neighbour.phone);
    neighbour.email = "info@" + slug(name) + ".example";
    neighbour.website = "https://" + slug(name) + ".example";
    auto venue = copy_of_venue(one.venue);
    venue.organisation = neighbour.id;
    venue.name = name, venue.phone = neighbour.phone, venue.website = neighbour.website;
    if (kind) venue.kind = *VenueKind::parse(kind);
    if (least > 20) venue.street.clear(), venue.postcode.clear();
    venue.point = moved(venue.point, least, most, random_);
    two(flaw, "organisation", id_of(one), keep(neighbour));
    two(flaw, "venue", venue_id_of(one), keep(venue));
  }

  std::string proper_name(Settled const& one) const {
    auto const& name = society_.organisations[one.organisation].name;
    auto const de = name.find(" De "), het = name.find(" Het ");
    auto const at = std::min(de, het);
    return at == name.npos ? town_ : name.substr(at + 1);
  }

  void add_lookalike(Settled const& one) {
    // What is named after the town has a namesake already.
    if (proper_name(one) == town_) return plant_facts(one);
    auto const& organisation = society_.organisations[one.organisation];
    auto const draw = random_.below(3);
    switch (organisation.sector) {
      case Sector::education:
        if (draw == 0) return add_school_in_building(one);
        if (draw == 1)
          return add_neighbour(one, PlantedFlaw::school_and_care, "BSO " + proper_name(one), "childcare", 0,
                               15, 0.3);
        return add_other_creed(one);
      case Sector::childcare:
      case Sector::library:
      case Sector::museum:
        return add_branch(one);
      case Sector::sport:
        if (draw == 0)
          return add_neighbour(one, PlantedFlaw::hall_and_club, "Sporthal " + proper_name(one),
                               "sports-centre", 0, 40, 0.1);
        if (draw == 1) return add_other_sport(one);
        return add_department(one);
      default:
        if (draw == 0) return add_numbered(one);
        return add_branch(one);
    }
  }

  void add_school_in_building(Settled const& one) {
    auto const name = "Basisschool " + std::string(school_names[random_.below(std::size(school_names))]);
    add_neighbour(one, PlantedFlaw::same_building, name, nullptr, 0, 12, 0.25);
  }

  void add_other_creed(Settled const& one) {
    auto& name = society_.organisations[one.organisation].name;
    name = "OBS " + proper_name(one);
    society_.venues[one.venue].name = name;
    add_neighbour(one, PlantedFlaw::other_creed, "RKBS " + proper_name(one), nullptr, 100, 1'500, 0);
  }

  void add_other_sport(Settled const& one) {
    auto const name = society_.organisations[one.organisation].name;
    auto const plain = folded(name);
    bool const is_tennis =
        plain.starts_with("tc ") || plain.starts_with("tv ") || plain.find("tennis") != plain.npos;
    auto const other = std::string(is_tennis ? "Voetbalvereniging " : "Tennisvereniging ") + proper_name(one);
    add_neighbour(one, PlantedFlaw::other_sport, other, "sports-club", 30, 180, 0);
  }

  void add_department(Settled const& one) {
    auto& name = society_.organisations[one.organisation].name;
    auto const club = name;
    auto const site = society_.organisations[one.organisation].website;
    name = club + " afdeling Turnen";
    society_.venues[one.venue].name = name;
    add_neighbour(one, PlantedFlaw::department, club + " afdeling Volleybal", "sports-club", 0, 60, 0.7);
    society_.organisations.back().website = site;
    society_.venues.back().website = site;
  }

  // Each place has the details of the whole; some are an organisation of their own, some a place of the
  // first.
  void add_branch(Settled const& one) {
    auto const first = society_.organisations[one.organisation];
    auto const side = std::string(sides[random_.below(std::size(sides))]);
    auto venue = copy_of_venue(one.venue);
    venue.name = random_.chance(0.7) ? venue.name + " " + side : venue.name;
    venue.point = moved(venue.point, 600, 2'500, random_);
    venue.street = "Dorpslaan " + std::to_string(1 + random_.below(200)), venue.postcode.clear();
    if (random_.chance(0.5)) {
      auto branch = copy_of_organisation(one);
      branch.name = first.name + " " + side;
      venue.organisation = branch.id, venue.name = branch.name;
      two(PlantedFlaw::branch, "organisation", first.id.uuid(), keep(branch));
    } else if (random_.chance(0.3)) {
      venue.organisation.reset();
      venue.source = "osm:node/" + std::to_string(3'000'000'000 + random_.below(1'000'000'000));
    }
    two(PlantedFlaw::branch, "venue", venue_id_of(one), keep(venue));
  }

  void add_numbered(Settled const& one) {
    auto& name = society_.organisations[one.organisation].name;
    auto const plain = name;
    name = plain + " 1";
    society_.venues[one.venue].name = name;
    add_neighbour(one, PlantedFlaw::numbered, plain + " 2", nullptr, 0, 60, 0.5);
  }

  void plant_facts(Settled const& one) {
    auto& venue = society_.venues[one.venue];
    auto& organisation = society_.organisations[one.organisation];
    if (random_.chance(share_of_contradicted_numbers)) contradict_number(venue);
    if (venue.source.empty()) recorded_once_.push_back(one.venue);
    if (random_.chance(share_of_stale)) {
      organisation.confirmed_on = today_ - std::chrono::days(500 + random_.below(900));
      flaws_.stale.push_back({"organisation", organisation.id.uuid(), {}});
    }
    if (random_.chance(share_of_missing)) lose(venue.street, "venue", venue.id.uuid(), "street");
    if (random_.chance(share_of_missing))
      lose(organisation.phone, "organisation", organisation.id.uuid(), "phone");
  }

  void lose(std::string& value, std::string_view record, Uuid id, char const* field) {
    value.clear();
    flaws_.missing.push_back({record, id, field});
  }

  static std::string a_node(Random& random) {
    return "osm:node/" + std::to_string(2'000'000'000 + random.below(1'000'000'000));
  }

  // The source of a venue says otherwise than what somebody wrote.
  void contradict(Venue const& venue, Venue const& said, std::string field) {
    remember("venue", venue.source, field_values(said));
    flaws_.contradictions.push_back({"venue", venue.id.uuid(), std::move(field)});
  }

  void contradict_number(Venue& venue) {
    if (venue.phone.empty() || !venue.source.empty()) return;
    venue.source = a_node(random_);
    auto said = venue;
    change_phone(said.phone);
    contradict(venue, said, "phone");
  }

  // By a draw of its own, so that the other flaws stay where they were.
  void contradict_some() {
    auto random = Seed(seed_).stream("contradictions");
    for (auto const of : recorded_once_) {
      if (!random.chance(share_of_contradictions)) continue;
      auto& venue = society_.venues[of];
      auto said = venue;
      auto const field = contradicted_field(said, random);
      if (field.empty()) continue;
      venue.source = said.source = a_node(random);
      contradict(venue, said, field);
    }
  }

  // Changes what is there of three fields, drawn; empty when that says nothing.
  static std::string contradicted_field(Venue& said, Random& random) {
    auto const draw = random.below(3);
    if (draw == 0 && !said.phone.empty()) {
      said.phone = "0990-" + std::to_string(100'000 + random.below(900'000));
      return "phone";
    }
    if (draw == 1 && !said.website.empty()) {
      said.website += "/nieuw";
      return "website";
    }
    if (draw == 2 && !said.street.empty()) {
      said.street += "a";
      return "street";
    }
    return {};
  }

  // Those without an organisation: drawn a second time, or beside another in their street.
  void map_playgrounds() {
    for (std::size_t i = 0, there = society_.venues.size(); i < there; ++i) {
      bool const is_free = !society_.venues[i].organisation && society_.venues[i].source.empty();
      if (!is_free || !random_.chance(share_of_mapped_playgrounds)) continue;
      auto const first = society_.venues[i].id.uuid();
      if (random_.chance(0.5)) {
        same(PlantedFlaw::mapped, "venue", first, keep(mapped(i, "way")));
      } else {
        auto second = copy_of_venue(i);
        second.point = moved(second.point, 120, 400, random_);
        two(PlantedFlaw::same_street, "venue", first, keep(second));
      }
    }
  }

  Society& society_;
  std::string const& town_;
  std::uint64_t seed_;
  Random random_;
  Date today_;
  std::uint64_t made_ = 0;
  std::vector<std::size_t> recorded_once_;  // venues of which nothing else is planted than facts
  PlantedFlaws flaws_;
};

}  // namespace

PlantedFlaws plant_flaws(Society& society, std::string const& town, std::uint64_t seed, Date today) {
  return Planting(society, town, seed, today).all();
}

}  // namespace wegwijzer::towns
