// SPDX-License-Identifier: EUPL-1.2
#include "towns/society.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/check.h"
#include "towns/phrases.h"
#include "towns/timetable.h"

namespace wegwijzer::towns {

namespace {

// docs/parameters.md, "Fictional towns".
// What a provider offers, of what its kind could do.
constexpr double least_offerings = 1.0;
constexpr double offerings_per_root = 1.05;  // times the square root of the possible activities
constexpr double gravity_of_school = 450;    // metres: how fast a school loses pupils with distance
constexpr double near_enough = 1'600;        // metres between partners that find each other
constexpr std::size_t routes_per_100_thousand = 14;
constexpr double quiet_wijken = 0.25;  // share of the usual wijken where hardly anything settles
constexpr double settles_in_quiet = 0.08;
constexpr double usual_low_incomes = 39;    // % of households
constexpr double low_incomes_of_twice = 7;  // so many more: twice as often quiet, and half as much settles
// Share of the subjects in which nobody in the town goes on after a first step; but in sport there are clubs.
constexpr double subjects_without_sequel = 0.2;
// Of what providers refer to: how much became a step, and to how much of that both said yes.
constexpr double referrals_with_step = 0.6;
constexpr double steps_agreed_by_both = 0.6;
constexpr double share_asked = 0.3;         // of those who meet all children of a neighbourhood
constexpr double exists_off_the_map = 0.2;  // of what nobody put on the map
constexpr double answers_gone_stale = 0.15;
// Of organisations whose people meet children; of the rest of them it is not said.
constexpr double with_trained_spotters = 0.2;
constexpr double without_trained_spotters = 0.25;

// What belongs to an organisation while the town is being made.
struct Made {
  ProviderKind const* kind = nullptr;
  std::uint32_t cell = 0;
  std::optional<std::size_t> venue;
  Point at;
};

class Peopling {
 public:
  Peopling(Plan const& plan, Names const& names, WordLists const& lists, Territory const& territory,
           std::vector<CellDoors> const& doors, Repertoire const& repertoire, std::size_t town)
      : plan_(plan),
        names_(names),
        lists_(lists),
        territory_(territory),
        doors_(doors),
        repertoire_(repertoire),
        town_(town),
        random_(plan.seed.stream("society", town)) {}

  Society people() && {
    find_cells();
    find_gaps();
    for (auto const& kind : repertoire_.kinds) found(kind);
    add_playgrounds();
    fill_schools();
    for (std::size_t i = 0; i < made_.size(); ++i) offer(i);
    collaborate();
    tell();
    lay_routes();
    prepare_first_visits();
    name_all_role_models();
    train_spotters();
    agree_on_steps();
    inquire();
    return std::move(society_);
  }

 private:
  template <class Thing>
  Thing record() {
    return record<Thing>(random_);
  }

  template <class Thing>
  Thing record(Random& random) {
    Thing thing;
    auto const midnight =
        std::chrono::duration_cast<std::chrono::milliseconds>(repertoire_.today.time_since_epoch());
    auto const one = random.next(), other = random.next();
    thing.id = Id<Thing>(uuid_v7(static_cast<std::uint64_t>(midnight.count()) + records_++, one, other));
    thing.source = "";
    return thing;
  }

  std::optional<Date> confirmed() { return confirmed(random_); }

  std::optional<Date> confirmed(Random& random) const {
    auto const draw = random.unit();
    if (draw < 0.06) return std::nullopt;
    auto const most = draw < 0.2 ? 420U : 150U;
    return repertoire_.today - std::chrono::days(random.below(most));
  }

  void find_cells() {
    for (auto const& buurt : territory_.buurten) {
      if (buurt.town == town_) cells_.insert(cells_.end(), buurt.cells.begin(), buurt.cells.end());
    }
    std::erase_if(cells_, [&](std::uint32_t cell) { return doors_[cell].doors.empty(); });
    check(!cells_.empty(), "a fictional town has no doors");
    for (auto const& wijk : territory_.wijken) {
      if (wijk.town != town_) continue;
      auto const quiet = random_.chance(quiet_wijken * need(wijk));
      settles_[wijk.code] = (quiet ? settles_in_quiet : 1) / need(wijk);
    }
  }

  // 1 where the usual share of incomes is low, 2 where more are, 0.5 where less are.
  double need(WijkPlan const& wijk) const {
    double low = 0, inhabitants = 0;
    for (auto const number : wijk.buurten) {
      auto const& buurt = territory_.buurten[number];
      auto const share = buurt.figures.find("income_low");
      if (share == buurt.figures.end()) continue;
      low += share->second * buurt.inhabitants;
      inhabitants += buurt.inhabitants;
    }
    auto const more = inhabitants > 0 ? low / inhabitants - usual_low_incomes : 0;
    return std::clamp(std::exp2(more / low_incomes_of_twice), 0.5, 2.0);
  }

  void find_gaps() {
    auto random = plan_.seed.stream("subjects without sequel", town_);
    auto const& themes = repertoire_.vocabulary->themes;
    auto const sport = *ThemeCode::parse("sport");
    for (auto const& theme : themes) {
      auto const ends = random.chance(subjects_without_sequel);
      if (ends && !related(themes, theme.code, sport)) unfollowed_.insert(theme.code);
    }
  }

  // Whether there is anybody in this town who offers such a thing.
  bool is_done_here(Activity const& activity) const {
    return activity.stage == Stage::introduce ||
           std::ranges::none_of(activity.themes,
                                [&](ThemeCode const& theme) { return unfollowed_.contains(theme); });
  }

  BuurtPlan const& buurt_of(std::uint32_t cell) const {
    return territory_.buurten[territory_.buurt_of_cell[cell]];
  }

  double suits(ProviderKind const& kind, std::uint32_t number) const {
    auto const& cell = plan_.cells[number];
    auto const homes = buurt_of(number).inhabitants;
    auto const quarter = cell.quarter;
    switch (kind.spot) {
      case Spot::core:
        return quarter == Quarter::core ? 1 : 1e-6;
      case Spot::centre:
        return quarter == Quarter::core   ? 1
               : quarter == Quarter::ring ? 0.4
               : has_homes(quarter)       ? 0.04
                                          : 1e-9;
      case Spot::neighbourhood:
        return has_homes(quarter) ? homes * liveliness(kind, number) : 1e-9;
      case Spot::edge:
        return is_rural(quarter) ? 0.3 : cell.depth > 0.8 ? 1 : 1e-6;
      case Spot::sportspark:
        return quarter == Quarter::sports ? 20
               : quarter == Quarter::park ? 2
               : cell.depth > 0.75        ? 0.4
                                          : 1e-6;
      case Spot::park:
        return quarter == Quarter::park ? 20 : quarter == Quarter::wood ? 1 : cell.depth > 0.5 ? 0.05 : 1e-6;
      case Spot::business:
        return quarter == Quarter::business ? 20 : has_homes(quarter) ? 0.05 : 1e-9;
      case Spot::village:
        return quarter == Quarter::village ? 20 : cell.depth > 0.8 ? 0.2 : 1e-9;
    }
    return 0;
  }

  // In some wijken hardly anything settles but schools and what belongs to them.
  double liveliness(ProviderKind const& kind, std::uint32_t cell) const {
    auto const everywhere = kind.sector == Sector::education || kind.sector == Sector::childcare;
    return everywhere ? 1 : settles_.at(territory_.wijken[buurt_of(cell).wijk].code);
  }

  std::uint32_t draw_cell(ProviderKind const& kind) {
    double sum = 0;
    for (auto const cell : cells_) sum += suits(kind, cell);
    auto at = random_.unit() * sum;
    for (auto const cell : cells_) {
      at -= suits(kind, cell);
      if (at <= 0) return cell;
    }
    return cells_.back();
  }

  // Of a few places that suit, the one farthest from its likes.
  std::uint32_t place(ProviderKind const& kind) {
    auto best = draw_cell(kind);
    double farthest = -1;
    for (int i = 0; i < 4; ++i) {
      auto const cell = draw_cell(kind);
      auto nearest = 1e12;
      for (auto const& one : made_) {
        if (one.kind == &kind) nearest = std::min(nearest, distance(one.at, plan_.cells[cell].site));
      }
      if (nearest > farthest) farthest = nearest, best = cell;
    }
    return best;
  }

  std::size_t number_of(ProviderKind const& kind) {
    auto const inhabitants = plan_.towns[town_].inhabitants;
    auto const expected = kind.per_100_thousand * inhabitants / 100'000 * repertoire_.organisations;
    auto const whole = std::floor(expected);
    auto const count = static_cast<std::size_t>(whole) + (random_.chance(expected - whole) ? 1 : 0);
    return std::clamp(count, kind.least, kind.most);
  }

  void found(ProviderKind const& kind) {
    for (auto left = number_of(kind); left > 0; --left) found_one(kind);
  }

  void found_one(ProviderKind const& kind) {
    Made made{&kind, place(kind), {}, {}};
    made.at = plan_.cells[made.cell].site;
    auto organisation = record<Organisation>();
    auto const door = random_.below(doors_[made.cell].doors.size());
    auto const& street = doors_[made.cell].streets[doors_[made.cell].doors[door].street];
    slots_ = {
        {"street", street.empty() ? buurt_of(made.cell).name : street},
        {"buurt", buurt_of(made.cell).name},
        {"year", std::to_string(kind.founded_from +
                                static_cast<int>(random_.below(
                                    static_cast<std::uint64_t>(kind.founded_to - kind.founded_from) + 1)))}};
    organisation.name = new_name(kind);
    organisation.roles = kind.roles;
    organisation.sector = kind.sector;
    auto const first = random_.below(kind.about.size()), count = 2 + random_.below(2);
    organisation.about = fresh_.say(kind.about, first, count, word(), random_);
    auto const site = web_name(organisation.name);
    organisation.website = "https://" + site + ".example";
    if (random_.chance(0.75)) organisation.email = "info@" + site + ".example";
    if (random_.chance(0.6)) organisation.phone = fmt::format("0990-{:06}", random_.below(1'000'000));
    organisation.green_layer = kind.green_layer;
    organisation.orange_layer = kind.orange_layer;
    organisation.confirmed_on = confirmed();
    if (kind.venue) made.venue = settle(kind, organisation, made.cell, door);
    society_.organisations.push_back(std::move(organisation));
    made_.push_back(made);
  }

  std::size_t settle(ProviderKind const& kind, Organisation const& organisation, std::uint32_t cell,
                     std::size_t number) {
    auto const& doors = doors_[cell];
    auto const& door = doors.doors[number];
    auto venue = record<Venue>();
    venue.name = organisation.name;
    venue.kind = *kind.venue;
    venue.point = door.at;
    venue.organisation = organisation.id;
    if (auto const& street = doors.streets[door.street]; !street.empty()) {
      venue.street = fmt::format("{} {}", street, door.number);
      venue.postcode = postcode_of(territory_, cell, door.street);
    }
    venue.city = names_.town(town_);
    venue.website = organisation.website;
    venue.phone = organisation.phone;
    if (random_.chance(0.8)) venue.wheelchair = random_.chance(kind.wheelchair);
    venue.confirmed_on = organisation.confirmed_on;
    society_.venues.push_back(std::move(venue));
    return society_.venues.size() - 1;
  }

  // The word for a slot: what is known here, the same person for one text, else a word of the lists.
  SlotWord word() {
    return [this](std::string_view slot) -> std::string {
      if (slot == "town") return names_.town(town_);
      if (slot == "n") return std::to_string(2 + random_.below(4));
      if (auto const found = slots_.find(slot); found != slots_.end()) return found->second;
      if (slot == "leader" || slot == "helper") return slots_[std::string(slot)] = person(slot);
      if (slot == "water") return lists_.waters[random_.below(lists_.waters.size())];
      auto const list = lists_.words.find(slot);
      check(list != lists_.words.end(), "a slot in a text of towns is not known");
      return list->second[random_.below(list->second.size())];
    };
  }

  std::string person(std::string_view slot) {
    auto const other = slots_.find(slot == "leader" ? "helper" : "leader");
    while (true) {
      auto const& name = lists_.first_names[random_.below(lists_.first_names.size())];
      if (other == slots_.end() || other->second != name) return name;
    }
  }

  std::string new_name(ProviderKind const& kind) {
    std::string name;
    for (int attempt = 0; attempt < 60; ++attempt) {
      name = phrase(kind.names[random_.below(kind.names.size())], word(), random_);
      if (taken_.insert(name).second) return name;
    }
    for (int number = 2;; ++number) {
      auto const numbered = fmt::format("{} {}", name, number);
      if (taken_.insert(numbered).second) return numbered;
    }
  }

  static std::string web_name(std::string_view name) {
    std::string plain;
    for (char const c : name) {
      auto const lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) plain += lower;
    }
    return plain.substr(0, 40);
  }

  void add_playgrounds() {
    auto const kind = VenueKind::parse("playground");
    for (auto const cell : cells_) {
      auto const& doors = doors_[cell];
      for (auto const& at : doors.playgrounds) {
        auto venue = record<Venue>();
        venue.kind = *kind;
        venue.point = at;
        venue.city = names_.town(town_);
        auto const& street = doors.streets[doors.doors[random_.below(doors.doors.size())].street];
        venue.name = street.empty()
                         ? "Speelplek"
                         : fmt::format("{} {}", random_.chance(0.5) ? "Speelplek" : "Speelveld", street);
        venue.confirmed_on = confirmed();
        society_.venues.push_back(std::move(venue));
      }
    }
  }

  // Children go to the schools around them, the nearer the likelier.
  void fill_schools() {
    std::vector<std::size_t> schools;
    for (std::size_t i = 0; i < made_.size(); ++i) {
      if (made_[i].kind->key == "primary-school" && made_[i].venue) schools.push_back(i);
    }
    if (schools.empty()) return;
    for (auto const& buurt : territory_.buurten) {
      if (buurt.town != town_ || buurt.children_4_12 == 0) continue;
      std::vector<double> pull;
      double sum = 0;
      for (auto const school : schools) {
        pull.push_back(std::exp(-distance(made_[school].at, buurt.middle) / gravity_of_school));
        sum += pull.back();
      }
      double rest = 0;
      for (std::size_t k = 0; k < schools.size(); ++k) {
        rest += sum > 0 ? pull[k] / sum * static_cast<double>(buurt.children_4_12) : 0;
        auto const pupils = static_cast<int>(rest + 0.5);
        if (pupils < 1) continue;
        rest -= pupils;
        auto& venue = society_.venues[*made_[schools[k]].venue];
        venue.catchment.push_back({buurt.code, pupils});
        venue.pupils = venue.pupils.value_or(0) + pupils;
      }
    }
  }

  void offer(std::size_t number) {
    auto const& made = made_[number];
    std::vector<std::size_t> possible;
    for (std::size_t i = 0; i < repertoire_.activities.size(); ++i) {
      auto const& activity = repertoire_.activities[i];
      auto const does = std::ranges::find(activity.by, made.kind->key) != activity.by.end();
      if (does && is_done_here(activity)) possible.push_back(i);
    }
    if (possible.empty() || std::ranges::find(made.kind->roles, Role::provider) == made.kind->roles.end())
      return;
    auto const usual = least_offerings + offerings_per_root * std::sqrt(static_cast<double>(possible.size()));
    auto const wanted = usual * repertoire_.offerings * (0.6 + 0.8 * random_.unit());
    auto const count = std::min(static_cast<std::size_t>(wanted + 0.5),
                                possible.size() * (repertoire_.offerings > 1 ? 3 : 1));
    for (std::size_t i = 0; i < std::max<std::size_t>(1, count); ++i) offer_one(number, least_used(possible));
  }

  // What is not done much yet in this town, and not by this organisation.
  std::size_t least_used(std::vector<std::size_t>& possible) {
    auto best = possible.front();
    auto least = ~std::uint64_t{0};
    for (auto const activity : possible) {
      auto const rank = uses_[activity] * 1'000 + random_.below(1'600);
      if (rank < least) least = rank, best = activity;
    }
    if (possible.size() > 1) std::erase(possible, best);
    return best;
  }

  void offer_one(std::size_t number, std::size_t which) {
    auto const& made = made_[number];
    auto const& activity = repertoire_.activities[which];
    auto const use = uses_[which]++;
    auto offering = record<Offering>();
    offering.organisation = society_.organisations[number].id;
    auto const venue = find_place(activity, number);
    auto const cell = made.cell;
    slots_ = {{"buurt", buurt_of(cell).name},
              {"place", venue ? society_.venues[*venue].name : society_.organisations[number].name}};
    if (venue && activity.place != Place::school) offering.venue = society_.venues[*venue].id;
    offering.summary = fresh_.say(activity.what, use * 3, 2 + random_.below(2), word(), random_);
    if (offering.summary.empty()) return;  // all that can be said of it was said in this town
    offering.title = new_title(activity, use);
    offering.expect = fresh_.say(activity.expect, use * 2, 1 + random_.below(2), word(), random_);
    offering.kind = activity.kind;
    offering.themes = activity.themes;
    offering.stage = activity.stage;
    offering.difficulty = activity.difficulty;
    offering.asks_prior = activity.asks_prior;
    offering.school_time = activity.school_time;
    offering.where = activity.place == Place::at_home  ? Where::at_home
                     : activity.place == Place::online ? Where::online
                                                       : Where::at_venue;
    offering.ages = activity.ages;
    offering.groups = activity.groups;
    offering.company = activity.company;
    ask_price(offering, activity);
    welcome(offering, venue);
    plan_places(offering, activity);
    auto const planned = plan_sessions(activity.kind, activity.ages, repertoire_.today, random_);
    offering.schedule = planned.schedule;
    offering.deadline = planned.deadline;
    offering.link = society_.organisations[number].website + "/" + web_name(offering.title);
    if (random_.chance(0.3)) offering.email = society_.organisations[number].email;
    if (activity.kind == OfferingKind::club && random_.chance(0.7))
      offering.trial_lesson = random_.chance(0.9);
    offering.confirmed_on = confirmed();
    society_.offerings.push_back(std::move(offering));
    offered_by_.push_back(number);
  }

  std::string new_title(Activity const& activity, std::size_t use) {
    auto const& pattern = activity.titles[use % activity.titles.size()];
    auto title = phrase(pattern, word(), random_);
    if (titles_.insert(title).second) return title;
    title += " in " + slots_.find("buurt")->second;
    titles_.insert(title);
    return title;
  }

  std::optional<std::size_t> find_place(Activity const& activity, std::size_t number) {
    auto const& made = made_[number];
    if (activity.place == Place::at_home || activity.place == Place::online) return std::nullopt;
    auto const elsewhere =
        activity.place == Place::neighbourhood || activity.place == Place::school || !made.venue;
    if (!elsewhere) return made.venue;
    auto const wanted = activity.place == Place::school ? "primary-school" : "community-centre";
    std::vector<std::size_t> hosts;
    for (std::size_t i = 0; i < made_.size(); ++i) {
      if (made_[i].kind->key == wanted && made_[i].venue && i != number) hosts.push_back(i);
    }
    if (hosts.empty()) return made.venue;
    std::ranges::sort(hosts, {}, [&](std::size_t host) { return distance(made_[host].at, made.at); });
    auto const host = hosts[random_.below(std::min<std::size_t>(hosts.size(), 4))];
    hosted_.insert({host, number});
    return made_[host].venue;
  }

  void ask_price(Offering& offering, Activity const& activity) {
    if (random_.chance(0.05)) return;  // nobody said what it costs
    auto const cents = activity.cents[random_.below(activity.cents.size())];
    offering.price = Price{{cents}, activity.per};
    if (cents == 0) return;
    auto const add = [&](char const* fund, double chance) {
      if (random_.chance(chance)) offering.funds.push_back(*FundCode::parse(fund));
    };
    if (activity.school_time == SchoolTime::in_school) {
      add("school-betaalt", 0.6);
      add("jeugdeducatiefonds", 0.2);
      return;
    }
    add("jeugdfonds-sport-cultuur", activity.stage == Stage::belong ? 0.6 : 0.2);
    add("stadspas", 0.35);
    add("stichting-leergeld", 0.2);
    add("gemeente", 0.12);
    add("eigen-korting", 0.12);
  }

  void welcome(Offering& offering, std::optional<std::size_t> venue) {
    if (venue && society_.venues[*venue].wheelchair.value_or(false))
      offering.access.push_back(Access::wheelchair);
    auto const add = [&](Access access, double chance) {
      if (random_.chance(chance)) offering.access.push_back(access);
    };
    add(Access::low_stimulus, 0.1);
    add(Access::special_education, 0.06);
    add(Access::small_group, 0.18);
    add(Access::girls_only, 0.015);
    if (random_.chance(0.7)) offering.languages.push_back(*LanguageCode::parse("nl"));
    for (auto const* const language : {"en", "ar", "tr", "pl", "uk"}) {
      if (random_.chance(0.06)) offering.languages.push_back(*LanguageCode::parse(language));
    }
  }

  void plan_places(Offering& offering, Activity const& activity) {
    if (!random_.chance(0.85)) return;
    auto const spread = static_cast<std::uint64_t>(activity.capacity_to - activity.capacity_from) + 1;
    offering.capacity = activity.capacity_from + static_cast<int>(random_.below(spread));
    if (activity.school_time == SchoolTime::in_school || !random_.chance(0.55)) return;
    offering.places_left =
        random_.chance(0.1)
            ? 0
            : static_cast<int>(random_.below(static_cast<std::uint64_t>(*offering.capacity) / 2 + 1));
    if (offering.places_left == 0) offering.waiting_list = random_.chance(0.6);
  }

  void join(std::size_t from, std::size_t to, CollaborationKind kind, std::optional<Level> level,
            std::string about, std::string english) {
    if (from == to || !joined_.insert({from, to, kind}).second) return;
    auto one = record<Collaboration>();
    one.from = society_.organisations[from].id;
    one.to = society_.organisations[to].id;
    one.kind = kind;
    one.level = level;
    one.about = std::move(about);
    one.about_en = std::move(english);
    one.confirmed_on = confirmed();
    society_.collaborations.push_back(std::move(one));
  }

  std::string const& name(std::size_t number) const { return society_.organisations[number].name; }

  std::vector<std::size_t> of_kind(std::string_view key) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < made_.size(); ++i) {
      if (made_[i].kind->key == key) found.push_back(i);
    }
    return found;
  }

  std::vector<std::size_t> of_sector(Sector sector) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < made_.size(); ++i) {
      if (made_[i].kind->sector == sector) found.push_back(i);
    }
    return found;
  }

  void collaborate() {
    for (auto const& [host, guest] : hosted_) {
      join(host, guest, CollaborationKind::hosts, Level::micro,
           fmt::format("{} geeft {} een ruimte voor activiteiten in de buurt.", name(host), name(guest)),
           fmt::format("{} lends {} a room for activities in the neighbourhood.", name(host), name(guest)));
    }
    for (auto const school : of_kind("primary-school")) collaborate_with_neighbours(school);
    for (auto const town_hall : of_kind("municipality")) {
      for (auto const fund : of_kind("fund")) {
        join(town_hall, fund, CollaborationKind::works_together, Level::meso,
             fmt::format("{} en {} spreken af wie welke kosten voor kinderen betaalt.", name(town_hall),
                         name(fund)),
             fmt::format("{} and {} agree on who pays which costs for children.", name(town_hall),
                         name(fund)));
      }
      for (auto const library : of_kind("library")) {
        join(town_hall, library, CollaborationKind::funds, Level::meso,
             fmt::format("{} betaalt mee aan het werk van {} in de wijken.", name(town_hall), name(library)),
             fmt::format("{} pays a part of what {} does in the districts.", name(town_hall), name(library)));
      }
    }
    for (auto const point : of_kind("culture-point")) {
      for (auto const partner : of_sector(Sector::culture)) {
        if (!random_.chance(0.35)) continue;
        join(point, partner, CollaborationKind::coordinates, Level::meso,
             fmt::format("{} stemt het aanbod van {} af op wat scholen vragen.", name(point), name(partner)),
             fmt::format("{} tunes what {} offers to what schools ask for.", name(point), name(partner)));
      }
    }
    refer();
  }

  void collaborate_with_neighbours(std::size_t school) {
    for (std::size_t other = 0; other < made_.size(); ++other) {
      auto const away = distance(made_[school].at, made_[other].at);
      if (other == school || away > near_enough) continue;
      auto const& key = made_[other].kind->key;
      auto const chance = key == "bso" ? 0.6 : made_[other].kind->sector == Sector::education ? 0.0 : 0.07;
      if (!random_.chance(chance)) continue;
      if (key == "bso") {
        join(school, other, CollaborationKind::works_together, Level::micro,
             fmt::format("Na de bel lopen kinderen van {} mee naar {}.", name(school), name(other)),
             fmt::format("After school children of {} walk along to {}.", name(school), name(other)));
      } else {
        join(
            school, other, CollaborationKind::works_together, Level::micro,
            fmt::format("{} komt bij {} in de klas, of de klas gaat er op bezoek.", name(other),
                        name(school)),
            fmt::format("{} visits the classes of {}, or the class visits them.", name(other), name(school)));
      }
    }
  }

  // Who offers a first step knows some of those who offer the next one: not all, and so paths end.
  void refer() {
    for (std::size_t i = 0; i < society_.offerings.size(); ++i) {
      auto const& one = society_.offerings[i];
      if (one.stage == Stage::belong || !random_.chance(0.4)) continue;
      auto const next =
          next_of(i, one.stage == Stage::introduce ? Stage::deepen : Stage::belong, near_enough * 1.5);
      if (!next) continue;
      referred_.emplace_back(i, *next);
      auto const from = offered_by_[i], to = offered_by_[*next];
      join(from, to, CollaborationKind::refers_to, Level::micro,
           fmt::format("Wie bij {} verder wil, hoort over “{}” van {}.", name(from),
                       society_.offerings[*next].title, name(to)),
           fmt::format("Children at {} who want more hear of “{}” at {}.", name(from),
                       society_.offerings[*next].title, name(to)));
    }
  }

  bool share_a_theme(Offering const& one, Offering const& other) const {
    return std::ranges::any_of(one.themes, [&](ThemeCode const& a) {
      return std::ranges::any_of(
          other.themes, [&](ThemeCode const& b) { return related(repertoire_.vocabulary->themes, a, b); });
    });
  }

  // A nearby offering of another provider that goes one stage further in the same theme.
  std::optional<std::size_t> next_of(std::size_t from, Stage stage, double within) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < society_.offerings.size(); ++i) {
      if (society_.offerings[i].stage != stage || offered_by_[i] == offered_by_[from]) continue;
      if (society_.offerings[i].school_time == SchoolTime::in_school) continue;
      if (distance(made_[offered_by_[i]].at, made_[offered_by_[from]].at) > within) continue;
      if (share_a_theme(society_.offerings[from], society_.offerings[i])) found.push_back(i);
    }
    if (found.empty()) return std::nullopt;
    return found[random_.below(found.size())];
  }

  struct Share {
    int from, to;  // % of families
  };

  void add_channel(std::string name, ChannelKind kind, std::optional<std::size_t> by,
                   std::vector<std::size_t> const& lists, std::vector<AreaCode> areas, Share reaches) {
    auto channel = record<Channel>();
    channel.name = std::move(name);
    channel.kind = kind;
    if (by) channel.organisation = society_.organisations[*by].id;
    for (auto const number : lists) channel.lists.push_back(society_.organisations[number].id);
    channel.areas = std::move(areas);
    channel.families = *Percent::parse(std::to_string(percent(reaches)));
    channel.confirmed_on = confirmed();
    society_.channels.push_back(std::move(channel));
  }

  std::vector<std::size_t> some_providers(Point around, double within, double share) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < made_.size(); ++i) {
      if (std::ranges::find(made_[i].kind->roles, Role::provider) == made_[i].kind->roles.end()) continue;
      if (distance(made_[i].at, around) < within && random_.chance(share)) found.push_back(i);
    }
    return found;
  }

  int percent(Share share) {
    return share.from +
           static_cast<int>(random_.below(static_cast<std::uint64_t>(share.to - share.from) + 1));
  }

  void tell() {
    auto const middle = plan_.towns[town_].middle;
    for (auto const school : of_kind("primary-school")) {
      std::vector<AreaCode> areas;
      if (made_[school].venue) {
        for (auto const& part : society_.venues[*made_[school].venue].catchment) {
          if (part.pupils >= 10) areas.push_back(part.buurt);
        }
      }
      add_channel("Ouderapp van " + name(school), ChannelKind::school, school,
                  some_providers(made_[school].at, near_enough, 0.3), std::move(areas), {12, 35});
    }
    for (auto const library : of_kind("library")) {
      add_channel("Nieuwsbrief van " + name(library), ChannelKind::newsletter, library,
                  some_providers(middle, 1e9, 0.12), {}, {8, 22});
    }
    for (auto const hall : of_kind("municipality")) {
      add_channel("Vrije tijd in " + names_.town(town_), ChannelKind::platform, hall,
                  some_providers(middle, 1e9, 0.5), {}, {10, 25});
    }
    for (auto const coaches : of_kind("sports-coaches")) {
      add_channel("Folder van " + name(coaches), ChannelKind::flyer, coaches,
                  some_providers(middle, 1e9, 0.15), {}, {15, 40});
    }
    for (auto const& wijk : territory_.wijken) {
      if (wijk.town != town_) continue;
      std::vector<AreaCode> areas;
      Point at;
      for (auto const buurt : wijk.buurten) {
        areas.push_back(territory_.buurten[buurt].code);
        at = at + territory_.buurten[buurt].middle * (1.0 / static_cast<double>(wijk.buurten.size()));
      }
      add_channel("Van ouder op ouder in " + wijk.name, ChannelKind::parents, {},
                  some_providers(at, 1'100, 0.5), std::move(areas), {25, 60});
    }
  }

  // Created routes in three stages: know it, go deeper, belong.
  void lay_routes() {
    auto const wanted =
        static_cast<std::size_t>(plan_.towns[town_].inhabitants / 100'000 * routes_per_100_thousand) + 1;
    std::set<std::size_t> used;
    for (std::size_t attempt = 0;
         attempt < wanted * 12 && society_.routes.size() < wanted && !society_.offerings.empty(); ++attempt) {
      auto const first = random_.below(society_.offerings.size());
      if (society_.offerings[first].stage != Stage::introduce || used.contains(first)) continue;
      auto const second = next_of(first, Stage::deepen, near_enough * 1.5);
      auto const third = second ? next_of(*second, Stage::belong, near_enough * 1.5) : std::nullopt;
      if (!third || offered_by_[*third] == offered_by_[first] || used.contains(*second)) continue;
      if (!share_a_theme(society_.offerings[first], society_.offerings[*third])) continue;
      used.insert({first, *second, *third});
      add_route({first, *second, *third});
    }
  }

  void add_route(std::array<std::size_t, 3> steps) {
    auto route = record<LearningRoute>();
    auto const& last = society_.offerings[steps[2]];
    route.title =
        fmt::format("Van {} naar {}", quoted(society_.offerings[steps[0]].title), quoted(last.title));
    route.summary = fmt::format(
        "Eerst kennismaken bij {}, dan verder bij {}. Wie het leuk blijft vinden, wordt lid bij {}.",
        name(offered_by_[steps[0]]), name(offered_by_[steps[1]]), name(offered_by_[steps[2]]));
    for (auto const step : steps) route.steps.push_back(society_.offerings[step].id);
    route.confirmed_on = confirmed();
    society_.routes.push_back(std::move(route));
  }

  void prepare_first_visits() {
    auto random = plan_.seed.stream("first visits", town_);
    for (auto& organisation : society_.organisations) {
      speak_of_safety(organisation, repertoire_.first_visits, repertoire_.today, random);
    }
    for (std::size_t i = 0; i < society_.offerings.size(); ++i) {
      welcome_first_visit(society_.offerings[i], society_.organisations[offered_by_[i]],
                          repertoire_.first_visits, repertoire_.vocabulary->themes, lists_.first_names,
                          random);
    }
  }

  void name_all_role_models() {
    auto random = plan_.seed.stream("role models", town_);
    for (std::size_t i = 0; i < society_.offerings.size(); ++i) {
      name_role_models(society_.offerings[i], society_.organisations[offered_by_[i]], random);
    }
  }

  void train_spotters() {
    auto random = plan_.seed.stream("talent spotters", town_);
    for (auto& organisation : society_.organisations) {
      auto const draw = random.unit();
      bool const is_said = draw < with_trained_spotters + without_trained_spotters;
      if (is_said && !organisation.green_layer.empty())
        organisation.trained_spotters = draw < with_trained_spotters;
    }
  }

  // What follows in a route is agreed; of what providers refer to, a part is, and a part waits for one of the
  // two.
  void agree_on_steps() {
    auto random = plan_.seed.stream("next steps", town_);
    std::map<Id<Offering>, std::size_t> numbers;
    for (std::size_t i = 0; i < society_.offerings.size(); ++i) numbers[society_.offerings[i].id] = i;
    for (auto const& route : society_.routes) {
      for (std::size_t i = 1; i < route.steps.size(); ++i) {
        add_step({numbers.at(route.steps[i - 1]), numbers.at(route.steps[i])}, true, true,
                 "Ze zijn samen bedacht, als stappen van een leerroute.", random);
      }
    }
    for (auto const& [from, to] : referred_) {
      if (!random.chance(referrals_with_step)) continue;
      bool const both = random.chance(steps_agreed_by_both), first = random.chance(0.5);
      add_step({from, to}, both || first, both || !first,
               fmt::format("Wie van {} komt, mag bij {} een keer op proef meedoen.", name(offered_by_[from]),
                           name(offered_by_[to])),
               random);
    }
  }

  void add_step(std::pair<std::size_t, std::size_t> between, bool by_from, bool by_to, std::string evidence,
                Random& random) {
    if (!stepped_.insert(between).second) return;
    auto step = record<StepEdge>(random);
    step.from = society_.offerings[between.first].id;
    step.to = society_.offerings[between.second].id;
    step.agreed_by_from = by_from;
    step.agreed_by_to = by_to;
    step.evidence = std::move(evidence);
    step.confirmed_on = confirmed(random);
    society_.steps.push_back(std::move(step));
  }

  // What a child can choose from in the finder.
  std::vector<ThemeCode> themes_to_ask_about() const {
    auto const widest = *ThemeCode::parse("wnt");
    std::vector<ThemeCode> found;
    for (auto const& theme : repertoire_.vocabulary->themes) {
      if (theme.above ? *theme.above == widest : theme.code != widest) found.push_back(theme.code);
    }
    return found;
  }

  bool is_there(AreaCode const& buurt, ThemeCode const& theme, AgeRange ages) const {
    for (std::size_t i = 0; i < society_.offerings.size(); ++i) {
      auto const& offering = society_.offerings[i];
      if (buurt_of(made_[offered_by_[i]].cell).code != buurt) continue;
      if (fits_age(offering, ages.from) == Fit::no && fits_age(offering, ages.to) == Fit::no) continue;
      if (std::ranges::any_of(offering.themes, [&](ThemeCode const& own) {
            return related(repertoire_.vocabulary->themes, own, theme);
          }))
        return true;
    }
    return false;
  }

  std::vector<AreaCode> buurten_without(std::size_t wijk, ThemeCode const& theme, AgeRange ages) const {
    std::vector<AreaCode> found;
    for (auto const number : territory_.wijken[wijk].buurten) {
      auto const& buurt = territory_.buurten[number];
      if (buurt.children_4_12 > 0 && !is_there(buurt.code, theme, ages)) found.push_back(buurt.code);
    }
    return found;
  }

  // A part of those who meet all children of a neighbourhood was asked what there is in its wijk.
  void inquire() {
    auto random = plan_.seed.stream("inquiries", town_);
    auto const themes = themes_to_ask_about();
    for (std::size_t i = 0; i < made_.size(); ++i) {
      auto const sector = made_[i].kind->sector;
      bool const meets_all =
          sector == Sector::education || sector == Sector::childcare || sector == Sector::welfare;
      if (!meets_all || !made_[i].venue || !random.chance(share_asked)) continue;
      auto left = themes;
      for (auto questions = 2 + random.below(4); questions > 0 && !left.empty(); --questions) {
        auto const at = left.begin() + static_cast<std::ptrdiff_t>(random.below(left.size()));
        ask(i, *at, random);
        left.erase(at);
      }
    }
  }

  // What is on the map needs no asking; of the rest of the wijk there is nothing, or something that nobody
  // knew.
  void ask(std::size_t number, ThemeCode const& theme, Random& random) {
    auto inquiry = record<Inquiry>(random);
    inquiry.ages = {4, made_[number].kind->sector == Sector::welfare ? 14 : 12};
    inquiry.areas = buurten_without(buurt_of(made_[number].cell).wijk, theme, inquiry.ages);
    inquiry.themes = {theme};
    inquiry.asked = society_.organisations[number].id;
    if (random.chance(exists_off_the_map)) {
      inquiry.answer = InquiryAnswer::some;
      inquiry.note = "Er komt iemand in het buurthuis. Nog navragen wie en wanneer.";
    }
    auto const days = random.below(300);
    inquiry.confirmed_on =
        repertoire_.today - std::chrono::days(random.chance(answers_gone_stale) ? 400 + days : days);
    if (!inquiry.areas.empty()) society_.inquiries.push_back(std::move(inquiry));
  }

  static std::string quoted(std::string const& title) { return "“" + title + "”"; }

  Plan const& plan_;
  Names const& names_;
  WordLists const& lists_;
  Territory const& territory_;
  std::vector<CellDoors> const& doors_;
  Repertoire const& repertoire_;
  std::size_t town_;
  Random random_;
  std::uint64_t records_ = 0;
  std::vector<std::uint32_t> cells_;
  std::map<AreaCode, double> settles_;  // how much, of what would settle in a usual wijk
  std::set<ThemeCode> unfollowed_;
  std::vector<Made> made_;                   // as society_.organisations
  std::vector<std::size_t> offered_by_;      // as society_.offerings
  std::map<std::size_t, std::size_t> uses_;  // of activities
  std::set<std::pair<std::size_t, std::size_t>> hosted_;
  std::set<std::tuple<std::size_t, std::size_t, CollaborationKind>> joined_;
  std::vector<std::pair<std::size_t, std::size_t>> referred_;  // from one offering to another
  std::set<std::pair<std::size_t, std::size_t>> stepped_;
  std::map<std::string, std::string, std::less<>> slots_;
  std::set<std::string> taken_, titles_;
  FreshSentences fresh_;
  Society society_;
};

}  // namespace

Society people(Plan const& plan, Names const& names, WordLists const& lists, Territory const& territory,
               std::vector<CellDoors> const& doors, Repertoire const& repertoire, std::size_t town) {
  return Peopling(plan, names, lists, territory, doors, repertoire, town).people();
}

}  // namespace wegwijzer::towns
