// SPDX-License-Identifier: EUPL-1.2
#include "usecases/demo/make.h"

#include <algorithm>

#include "base/check.h"
#include "base/checksum.h"
#include "exchange/homes.h"
#include "pictures/apart.h"
#include "streets/snapshot.h"
#include "towns/flaws.h"
#include "towns/world.h"
#include "usecases/demo/feedback.h"
#include "usecases/demo/talk.h"
#include "usecases/demo/world_files.h"
#include "usecases/demo/world_map.h"
#include "usecases/import/pictures.h"

namespace wegwijzer {

namespace {

MadePictures made_drawings() {
  MadePictures made;
  for (auto const bytes : towns::drawings()) {
    auto renditions = pictures::reencode_apart(bytes);
    check(renditions.has_value(), "a drawing of the demo cannot be read");
    made.emplace(checksum(bytes), *std::move(renditions));
  }
  return made;
}

constexpr std::array made_up_first_names{"Noor", "Daan",  "Samira", "Joost", "Aylin",  "Bram",  "Fenna",
                                         "Omar", "Lotte", "Ruben",  "Wiebe", "Shanti", "Marja", "Pieter"};
constexpr std::array made_up_last_names{"Berghuis",  "van Eik", "Karimi",   "de Ruiter", "Yildiz", "Postma",
                                        "Zonneveld", "Haddad",  "Molenaar", "Ramdin",    "Visch"};

// Somebody who does not exist, of whom nothing depends on chance: the rest of the town stays as it is.
ContactPerson made_up_contact(Organisation const& organisation, ContactLayer layer, std::size_t number,
                              Date today) {
  auto const [high, low] = std::pair(organisation.id.uuid().high, organisation.id.uuid().low);
  std::string const first = made_up_first_names[number % made_up_first_names.size()];
  auto const& functions = layer == ContactLayer::green ? organisation.green_layer : organisation.orange_layer;
  ContactPerson one;
  one.id = Id<ContactPerson>(Uuid{high, low ^ (layer == ContactLayer::green ? 1U : 2U)});
  one.organisation = organisation.id;
  one.name = first + " " + made_up_last_names[number % made_up_last_names.size()];
  one.function = functions.front();
  one.layer = layer;
  one.email = slug(first) + "@" + organisation.website.substr(organisation.website.find("//") + 2);
  one.phone = organisation.phone;
  one.turn_to = layer == ContactLayer::green ? std::vector{TurnTo::activities, TurnTo::next_steps}
                                             : std::vector{TurnTo::working_together, TurnTo::agreements};
  one.given_on = today - std::chrono::days(10 + number % 200);
  one.asked_on = *one.given_on - std::chrono::days(3);
  one.entered_by = "demo";
  one.version = 1;
  return one;
}

// Of most organisations somebody who meets children, of fewer somebody who decides: a network has gaps.
void keep_people(Writer& writer, std::vector<Organisation> const& organisations, Date today) {
  for (std::size_t number = 0; number < organisations.size(); ++number) {
    auto const& one = organisations[number];
    bool const reachable = one.website.starts_with("https://");
    if (reachable && !one.green_layer.empty() && number % 3 != 2) {
      writer.kept_contacts().put_back(made_up_contact(one, ContactLayer::green, number, today));
    }
    if (reachable && !one.orange_layer.empty() && number % 4 == 1) {
      writer.kept_contacts().put_back(made_up_contact(one, ContactLayer::orange, number + 5, today));
    }
  }
}

class MakingDemo {
 public:
  MakingDemo(towns::World& world, Vocabulary const& vocabulary, DemoOrder const& order, Ids& ids,
             Progress const& progress)
      : world_(world), vocabulary_(vocabulary), order_(order), ids_(ids), progress_(progress) {}

  Result<DemoMade> into(Store& store) {
    if (auto const free = find_room(store); !free) return fail(free.error());
    // Who was let in before there was a town stays.
    bool const is_new = store.ecosystems().empty() && store.accounts()->nobody();
    auto const made = is_new ? store.replace([&](Store& beside) { return fill(beside); }) : fill(store);
    if (!made) return fail(made.error());
    return made_;
  }

 private:
  // The map takes about as long as all the rest.
  bool go_on(double share_of_map, double share_of_people) const {
    return !progress_ ||
           progress_(static_cast<std::uint64_t>(500 * share_of_map + 500 * share_of_people), 1'000);
  }

  Done find_room(Store& store) const {
    auto const there = store.ecosystems();
    for (std::size_t town = 0; town < world_.town_count(); ++town) {
      if (std::ranges::find(there, world_.slug(town), &Ecosystem::slug) != there.end()) {
        return fail(Fault::conflict, "demo.already_there", {{"name", world_.names().town(town)}});
      }
    }
    if (world_.town_count() > 1 && !there.empty()) return fail(Fault::conflict, "demo.store_not_empty");
    return {};
  }

  Ecosystem ecosystem_of(std::size_t town) {
    Ecosystem ecosystem;
    ecosystem.id = Id<Ecosystem>(ids_.next());
    ecosystem.name = world_.names().town(town);
    ecosystem.slug = world_.slug(town);
    ecosystem.origin = Origin::fictional;
    constexpr std::array regions{HolidayRegion::middle, HolidayRegion::north, HolidayRegion::south};
    ecosystem.holiday_region = regions[town % regions.size()];
    return ecosystem;
  }

  // One transaction a town; the ground goes with the first, and the files with the last, so that nothing is
  // kept when they cannot be written.
  Done fill(Store& store) {
    std::vector<Ecosystem> ecosystems;
    for (std::size_t town = 0; town < world_.town_count(); ++town) {
      auto const ecosystem = ecosystem_of(town);
      auto const writer = store.writer(ecosystem, {"demo"});
      if (town == 0) {
        if (auto const laid = lay_the_ground(writer->ground()); !laid) return laid;
      }
      if (!go_on(1, static_cast<double>(town) / static_cast<double>(world_.town_count()))) return stopped();
      settle(*writer, town);
      if (town + 1 == world_.town_count()) {
        if (auto const written = write_world_files(world_, order_, vocabulary_, progress_); !written)
          return written;
      }
      writer->commit();
      made_.towns.push_back(ecosystem.name);
      ecosystems.push_back(ecosystem);
    }
    return ask_children(store, ecosystems);
  }

  // Each release is a transaction of its own, so after those of the towns.
  Done ask_children(Store& store, std::vector<Ecosystem> const& ecosystems) const {
    for (std::size_t town = 0; town < ecosystems.size(); ++town) {
      auto const done =
          publish_made_up_feedback(store, ecosystems[town], order_.today, order_.size.seed + town);
      if (!done) return done;
    }
    return {};
  }

  static Done stopped() { return fail(Fault::conflict, "demo.stopped"); }

  Done lay_the_ground(GroundWriter& ground) {
    std::size_t patches = 0;
    auto const all = static_cast<double>(world_.plan().cells.size());
    auto const map = map_of(world_, [&] { return go_on(static_cast<double>(patches++) / all, 0); });
    if (!map) return stopped();
    made_.street_nodes = map->streets.node_count();
    made_.street_edges = map->streets.edge_count();
    ground.replace(GroundKind::streets, made_up_source, snapshot(map->streets));
    ground.replace(GroundKind::basemap, made_up_source, write_basemap(map->basemap));
    lay_people(ground);
    keep_pictures(ground, made_drawings());
    return {};
  }

  void lay_people(GroundWriter& ground) {
    Homes homes;
    std::vector<PlaceName> names;
    for (std::size_t town = 0; town < world_.town_count(); ++town) {
      for (auto const& area : world_.areas(town)) {
        ground.save(area);
        ++made_.areas;
      }
      std::ranges::move(world_.place_names(town), std::back_inserter(names));
      for (auto const& home : world_.homes(town)) {
        homes.add(home);
        for (int age = 4; age <= 12; ++age) made_.children += static_cast<std::size_t>(home.children.at(age));
      }
    }
    made_.homes = homes.size();
    ground.replace(GroundKind::homes, made_up_source, write_homes(homes));
    ground.replace_place_names(made_up_source, names);
  }

  template <class Thing>
  static void keep(Writer& writer, std::vector<Thing> things) {
    for (auto& thing : things) {
      auto const kept = records<Thing>(writer).save(std::move(thing));
      check(kept.has_value(), "a record of the demo is not new");
    }
  }

  void plant(Writer& writer, towns::Society& society, std::size_t town) const {
    auto const seed = order_.size.seed + town;
    auto const flaws = towns::plant_flaws(society, world_.names().town(town), seed, order_.today);
    for (auto const& said : flaws.said) writer.remember(said);
    for (auto const& one : flaws.contradictions) {
      auto const venue = std::ranges::find(society.venues, Id<Venue>(one.id), &Venue::id);
      writer.note(SourceConflict{std::string(one.record), venue->source, one.field});
    }
  }

  void settle(Writer& writer, std::size_t town) {
    auto society = world_.society(town);
    if (order_.flawed) plant(writer, society, town);
    made_.organisations += society.organisations.size();
    made_.venues += society.venues.size();
    made_.offerings += society.offerings.size();
    keep_people(writer, society.organisations, order_.today);
    keep(writer, std::move(society.organisations));
    keep(writer, std::move(society.venues));
    keep(writer, std::move(society.offerings));
    keep(writer, std::move(society.collaborations));
    keep(writer, std::move(society.channels));
    keep(writer, std::move(society.routes));
    keep(writer, std::move(society.steps));
    keep(writer, std::move(society.inquiries));
    let_partners_talk(writer, order_.today);
  }

  towns::World& world_;
  Vocabulary const& vocabulary_;
  DemoOrder const& order_;
  Ids& ids_;
  Progress const& progress_;
  DemoMade made_;
};

// Codes of gemeenten and memory end somewhere.
constexpr std::size_t most_towns = 900;
constexpr std::size_t most_children = 3'000'000;
constexpr std::size_t least_children = 700;  // of a town, on average: the smallest is much smaller

Done check_size(towns::WorldSize const& size) {
  auto const number = [](std::size_t n) { return std::to_string(n); };
  if (size.towns > most_towns || size.children > most_children) {
    return fail(Fault::invalid, "demo.too_large",
                {{"towns", number(most_towns)}, {"children", number(most_children)}});
  }
  if (size.towns == 0 || size.children / size.towns < least_children) {
    return fail(Fault::invalid, "demo.too_small", {{"least", number(least_children)}});
  }
  return {};
}

}  // namespace

Result<DemoMade> make_demo(Store& store, Vocabulary const& vocabulary, Ids& ids, DemoOrder const& order,
                           Progress const& progress) {
  if (auto const fits = check_size(order.size); !fits) return fail(fits.error());
  if (auto const free = check_world_files(order); !free) return fail(free.error());
  auto words = towns::read_world_words(vocabulary, order.today);
  words.repertoire.organisations = order.organisations;
  words.repertoire.offerings = order.offerings;
  towns::World world(order.size, words, order.threads);
  return MakingDemo(world, vocabulary, order, ids, progress).into(store);
}

}  // namespace wegwijzer
