// SPDX-License-Identifier: EUPL-1.2
// Opportunities on streets, areas and places of real cities; what is offered there is made up.
#include <gtest/gtest.h>

#include "base/random.h"
#include "exchange/areas.h"
#include "exchange/places_geojson.h"
#include "exchange/table.h"
#include "exchange/vocabulary_csv.h"
#include "exchange/whole_file.h"
#include "kit/builders.h"
#include "kit/compared_with_oracle.h"
#include "kit/shared_data.h"
#include "usecases/ground/streets.h"

namespace wegwijzer {

namespace {

Date const day_of_city = date(2026, 11, 24);

std::shared_ptr<StreetMap const> map_of(std::filesystem::path const& file) {
  auto read = streets_of_file(file, [](std::uint64_t, std::uint64_t) { return true; });
  check(read.has_value(), "real streets can be read");
  return std::make_shared<StreetMap const>("real", 1, *read);
}

class CityDraft {
 public:
  CityDraft() {
    records_.ecosystem = an_ecosystem();
    organisation_ = Id<Organisation>(ids());
    records_.organisations.push_back(an_organisation(organisation_));
    vocabulary_ = std::make_shared<Vocabulary const>(read_embedded_vocabulary());
  }

  std::vector<Area>& areas() { return areas_; }

  Homes& homes() { return homes_; }

  NetworkRecords& network() { return records_.network; }

  Id<Organisation> add_organisation(std::string name) {
    Id<Organisation> const id(ids());
    records_.organisations.push_back(an_organisation(id, std::move(name)));
    return id;
  }

  Offering& add_offering(GeoPoint at, Id<Organisation> of) {
    Id<Venue> const venue(ids());
    records_.venues.push_back(a_venue(venue, at, "Plek " + std::to_string(records_.venues.size())));
    Offering offering = an_offering(Id<Offering>(ids()), of)
                            .at(venue)
                            .titled("Activiteit " + std::to_string(records_.offerings.size()))
                            .for_ages(4, 14);
    records_.offerings.push_back(offering);
    return records_.offerings.back();
  }

  Vocabulary const& vocabulary() const { return *vocabulary_; }

  Id<Organisation> organisation() const { return organisation_; }

  std::shared_ptr<Atlas const> atlas(std::shared_ptr<StreetMap const> map) const {
    AtlasSource source;
    source.records = {records_};
    source.areas = areas_;
    source.vocabulary = vocabulary_;
    source.street_maps = {std::move(map)};
    source.homes = {homes_};
    return std::make_shared<Atlas const>(std::move(source));
  }

  template <class Thing>
  Id<Thing> new_id() {
    return Id<Thing>(ids());
  }

 private:
  Uuid ids() { return uuid_v7(++last_, 0, 0); }

  std::uint64_t last_ = 0;
  std::shared_ptr<Vocabulary const> vocabulary_;
  EcosystemRecords records_;
  std::vector<Area> areas_;
  Homes homes_;
  Id<Organisation> organisation_;
};

// Anything at all, so that every rule is met.
void make_up(Offering& offering, Vocabulary const& vocabulary, Random& random) {
  auto const from = 4 + static_cast<int>(random.below(8));
  offering.ages = AgeRange{from, from + 1 + static_cast<int>(random.below(6))};
  offering.themes = {vocabulary.themes[random.below(vocabulary.themes.size())].code};
  offering.stage = static_cast<Stage>(random.below(3));
  offering.kind = static_cast<OfferingKind>(random.below(6));
  if (random.chance(0.8))
    offering.price = Price{{static_cast<std::int64_t>(random.below(6'000))}, Per::month};
  if (random.chance(0.3)) offering.funds = {*FundCode::parse("stadspas")};
  if (random.chance(0.7)) offering.capacity = static_cast<int>(5 + random.below(40));
  if (random.chance(0.6)) offering.expect = "Eerst kijken, dan doen.";
  if (random.chance(0.4)) offering.languages = {*LanguageCode::parse(random.chance(0.7) ? "nl" : "ar")};
  if (random.chance(0.5)) offering.access = {Access::wheelchair};
  char const* const days[] = {"elke zaterdag 10:00-12:00", "elke woensdag 14:00-15:30",
                              "elke dinsdag 18:30-20:00", "elke maandag 09:00-10:00"};
  if (random.chance(0.8)) offering.schedule = *Schedule::parse(days[random.below(4)]);
}

// Delft: its streets and playgrounds as they are, its thirteen wijken with the figures of CBS.
std::shared_ptr<Atlas const> delft() {
  CityDraft draft;
  auto const areas = read_areas_geojson(*read_whole(*shared_data("cbs/wijken_2022_selected.geojson")));
  for (auto const& area : areas->rows) {
    if (area.code.text().starts_with("WK0503")) draft.areas().push_back(area);
  }
  Random random = Seed(4).stream("Delft");
  std::vector<Id<Organisation>> organisations;
  for (int i = 0; i < 30; ++i) organisations.push_back(draft.add_organisation("Club " + std::to_string(i)));
  auto const places = read_whole(*shared_data("delft/delft_leisure_2022.geojson"));
  auto const found = read_places_geojson(*places, draft.vocabulary());
  for (auto const& venue : found->rows) {
    auto& offering = draft.add_offering(venue.point, organisations[random.below(organisations.size())]);
    make_up(offering, draft.vocabulary(), random);
  }
  auto newsletter = a_channel(draft.new_id<Channel>(), {organisations.begin(), organisations.begin() + 12});
  newsletter.families = *Percent::parse("30");
  newsletter.areas = {draft.areas()[3].code, draft.areas()[5].code};
  draft.network().channels = {newsletter};
  return draft.atlas(map_of(*shared_data("delft/delft_derived.osm.pbf")));
}

}  // namespace

TEST(Opportunity, is_what_the_slow_formulas_give_in_delft) {
  if (!shared_data("delft")) GTEST_SKIP() << "no shared data";
  auto const model =
      std::make_shared<OpportunityModel const>(delft(), OpportunityParameters(), day_of_city, 1);
  EXPECT_EQ(model->homes().size(), 13U);
  compare_with_oracle(model, 5);
}

// Cumulative access: with no decay and seats for all, what is within reach is a count. Every cell of the
// grid, schools as what is offered, on foot; a plain search through the streets counts again.
TEST(Opportunity, within_reach_is_a_count_where_nothing_decays_in_porto_alegre) {
  if (!shared_data("r5r")) GTEST_SKIP() << "no shared data";
  CityDraft draft;
  auto table = Table::open(*read_whole(*shared_data("r5r/poa_hexgrid.csv")),
                           {{"lon"}, {"lat"}, {"population"}, {"schools"}});
  auto const number = [](Cells& cells, char const* name) { return std::stod(std::string(cells[name])); };
  std::vector<GeoPoint> schools;
  Area city = a_buurt("BU00010101", "Porto Alegre");
  city.outline = {{{GeoPoint::of_degrees(-31, -52), GeoPoint::of_degrees(-31, -50),
                    GeoPoint::of_degrees(-29, -50), GeoPoint::of_degrees(-29, -52)},
                   {}}};
  draft.areas().push_back(city);
  while (auto cells = table->next()) {
    auto const point = GeoPoint::of_degrees(number(*cells, "lat"), number(*cells, "lon"));
    for (auto left = number(*cells, "schools"); left > 0; --left) schools.push_back(point);
    if (number(*cells, "population") <= 0) continue;
    Home home{point, 1, {}, city.code};
    home.children.at(9) = 1;
    draft.homes().add(home);
  }
  for (auto const& point : schools) draft.add_offering(point, draft.organisation());
  auto const map = map_of(*shared_data("r5r/poa_osm.pbf"));
  auto const atlas = draft.atlas(map);
  ASSERT_GT(schools.size(), 100U);
  auto const& times = *map->times({Mode::walk, AgeBand::from_9});
  std::vector<std::optional<Place>> places;
  for (auto const& point : schools) {
    auto const place = snap(times, point);
    places.push_back(place ? std::optional(*place) : std::nullopt);
  }
  Destinations const destinations(times, places);
  Travel travel(times);
  ChildProfile const child{9, Going::on_foot};
  for (auto const minutes : {15, 30, 45}) {
    OpportunityParameters parameters;
    parameters.square = 100;
    parameters.longest_journey = minutes;
    parameters.half_at = 0;
    OpportunityModel const model(atlas, parameters, day_of_city, 1);
    ASSERT_GT(model.homes().size(), 500U);
    Reckoner reckoner(model, Subjects(atlas->themes()));
    ProfileTable const profile(model, child);
    double sum = 0;
    for (std::size_t home = 0; home < model.homes().size(); ++home) {
      auto const place = snap(times, model.homes()[home].point);
      auto const expected = place ? travel.within(*place, Minutes(minutes), destinations).size() : 0;
      auto const reached = model.reached(home, child.travel());
      auto const counted = reckoner.reckon(model.homes()[home].area, reached, profile).funnel.within_reach;
      ASSERT_EQ(counted, static_cast<double>(expected)) << home;
      sum += counted;
    }
    EXPECT_GT(sum, 100);
  }
}

}  // namespace wegwijzer
