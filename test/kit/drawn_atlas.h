// SPDX-License-Identifier: EUPL-1.2
// An atlas for tests: a drawn town, a small vocabulary, and records placed at the letters of the drawing.
#pragma once

#include <algorithm>
#include <memory>
#include <string_view>

#include "atlas/atlas.h"
#include "kit/builders.h"
#include "kit/drawn_town.h"
#include "kit/fixed_time.h"

namespace wegwijzer {

inline Theme a_theme(char const* code, char const* above = nullptr) {
  return {
      *ThemeCode::parse(code), above ? std::optional(*ThemeCode::parse(above)) : std::nullopt, {code, code}};
}

inline Fund a_fund(char const* code, std::string const& name, Applicant applies) {
  Fund fund;
  fund.code = *FundCode::parse(code);
  fund.names = {name, name};
  fund.applies = applies;
  return fund;
}

// technology is above robotics and chemistry; nature and music stand alone.
inline std::shared_ptr<Vocabulary const> make_vocabulary() {
  auto words = std::make_shared<Vocabulary>();
  words->themes = {a_theme("technology"), a_theme("robotics", "technology"),
                   a_theme("chemistry", "technology"), a_theme("nature"), a_theme("music")};
  words->languages = {{*LanguageCode::parse("nl"), {"Nederlands", "Dutch"}},
                      {*LanguageCode::parse("en"), {"Engels", "English"}}};
  words->funds = {a_fund("stadjerspas", "Stadjerspas", Applicant::parent),
                  a_fund("jeugdfonds-sport-cultuur", "Jeugdfonds Sport & Cultuur", Applicant::professional),
                  a_fund("school-betaalt", "De school betaalt", Applicant::nobody)};
  words->funds.front().is_pass = true;
  return words;
}

// The same at each call.
inline std::shared_ptr<Vocabulary const> a_vocabulary() {
  static auto const words = make_vocabulary();
  return words;
}

class AtlasDraft {
 public:
  explicit AtlasDraft(std::string_view drawing) : town_(draw(drawing)) {
    records_.ecosystem = an_ecosystem();
    organisation_ = add_organisation("Techniekhuis");
  }

  GeoPoint at(char letter) const { return town_.at(letter); }

  Id<Organisation> organisation() const { return organisation_; }

  Organisation& provider() { return records_.organisations.front(); }  // of all offerings

  Id<Organisation> add_organisation(std::string name, std::vector<Role> roles = {Role::provider}) {
    Id<Organisation> const id(ids_.next());
    records_.organisations.push_back(an_organisation(id, std::move(name)));
    records_.organisations.back().roles = std::move(roles);
    return id;
  }

  Organisation& organisation_of(Id<Organisation> id) {
    return *std::ranges::find(records_.organisations, id, &Organisation::id);
  }

  Id<Venue> add_venue(char letter, std::optional<Id<Organisation>> of = {}) {
    Id<Venue> const id(ids_.next());
    records_.venues.push_back(a_venue(id, at(letter), std::string("Plek ") + letter));
    records_.venues.back().organisation = of;
    return id;
  }

  Id<Venue> add_venue_of_kind(char letter, char const* kind, std::string name) {
    auto const id = add_venue(letter);
    records_.venues.back().kind = *VenueKind::parse(kind);
    records_.venues.back().name = std::move(name);
    return id;
  }

  // Begins an offering; `add` puts it in the atlas.
  OfferingBuilder an_offering_at(char letter) {
    return an_offering(Id<Offering>(ids_.next()), organisation_).at(add_venue(letter));
  }

  Id<Offering> add(Offering offering) {
    records_.offerings.push_back(offering);
    return offering.id;
  }

  Offering& offering(Id<Offering> id) { return *std::ranges::find(records_.offerings, id, &Offering::id); }

  NetworkRecords& network() { return records_.network; }

  std::map<Id<Offering>, FeltWelcome>& felt_welcome() { return records_.felt_welcome; }

  Ecosystem& ecosystem() { return records_.ecosystem; }

  std::vector<Area>& areas() { return areas_; }

  std::vector<Homes>& homes() { return homes_; }

  // A buurt from this letter to that one, with some room around it.
  void add_buurt_between(char first, char last, char const* code, std::string name) {
    auto const [south, west] = at(first);
    auto const [north, east] = at(last);
    constexpr std::int32_t room = 100'000;
    Area buurt = a_buurt(code, std::move(name));
    buurt.outline = {{{{south - room, west - room},
                       {south - room, east + room},
                       {north + room, east + room},
                       {north + room, west - room}},
                      {}}};
    areas_.push_back(std::move(buurt));
  }

  // A front door with so many children of an age behind it.
  void add_home(char letter, char const* buurt, int age, std::uint8_t children) {
    Home home{at(letter), 10, {}, *AreaCode::parse(buurt)};
    home.children.at(age) = children;
    if (homes_.empty()) homes_.emplace_back();
    homes_.front().add(home);
  }

  // A buurt that is spoken of as the place of this letter.
  void add_buurt_at(char letter, char const* code) {
    Area buurt{.code = *AreaCode::parse(code),
               .name = code,
               .outline = {},
               .label = at(letter),
               .figures = {},
               .source = {}};
    areas_.push_back(std::move(buurt));
  }

  // A buurt that holds the places of these letters, with so many children from 0 to 14; unknown when not
  // said.
  void add_buurt_around(std::string_view letters, char const* code, std::optional<double> children = {}) {
    constexpr std::int32_t margin = 4'000;  // of 1e-7 degree: some 30 to 40 m
    auto low = at(letters.front()), high = low;
    for (auto const letter : letters) {
      low = {std::min(low.latitude, at(letter).latitude), std::min(low.longitude, at(letter).longitude)};
      high = {std::max(high.latitude, at(letter).latitude), std::max(high.longitude, at(letter).longitude)};
    }
    low = {low.latitude - margin, low.longitude - margin};
    high = {high.latitude + margin, high.longitude + margin};
    auto area = a_buurt(code, code);
    area.outline = {{{low, {low.latitude, high.longitude}, high, {high.latitude, low.longitude}, low}, {}}};
    if (children) area.figures["pop_0_14"] = *children;
    areas_.push_back(std::move(area));
  }

  Venue& venue(Id<Venue> id) { return *std::ranges::find(records_.venues, id, &Venue::id); }

  template <class Thing>
  Id<Thing> new_id() {
    return Id<Thing>(ids_.next());
  }

  // After an edit with the street maps of the atlas before.
  Atlas atlas(Atlas const* before = nullptr) const {
    AtlasSource source;
    source.records = {records_};
    source.areas = areas_;
    source.homes = homes_;
    source.vocabulary = a_vocabulary();
    source.street_maps = {std::make_shared<StreetMap const>("drawn", 1, town_.streets())};
    if (before) source.street_maps = before->streets().maps();
    source.map = std::make_shared<tiles::TileMaker const>(
        "v1", tiles::MapSources{std::make_shared<tiles::MapSource const>(Basemap(), town_.streets())});
    return Atlas(std::move(source));
  }

 private:
  DrawnTown town_;
  CountingIds ids_;
  EcosystemRecords records_;
  std::vector<Area> areas_;
  std::vector<Homes> homes_;
  Id<Organisation> organisation_;
};

}  // namespace wegwijzer
