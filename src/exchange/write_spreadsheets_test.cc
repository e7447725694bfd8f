// SPDX-License-Identifier: EUPL-1.2
// What is written as the three spreadsheets, their own readers give back.
#include "exchange/write_spreadsheets.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "base/words.h"
#include "exchange/inquiries_csv.h"
#include "exchange/offerings_csv.h"
#include "exchange/organisations_csv.h"
#include "kit/builders.h"
#include "kit/embedded_words.h"

namespace wegwijzer {

namespace {

using testing::ElementsAre;

Date today() {
  return date(2026, 11, 24);
}

struct World {
  std::vector<Organisation> organisations;
  std::vector<Venue> venues;
  std::vector<Offering> offerings;
  std::vector<Area> areas;
  std::vector<Inquiry> inquiries;
};

std::string organisations_file(World const& world) {
  std::ostringstream out;
  EXPECT_TRUE(write_organisations_spreadsheet(out, world.organisations, world.venues, words()));
  return out.str();
}

std::string offerings_file(World const& world) {
  std::ostringstream out;
  EXPECT_TRUE(write_offerings_spreadsheet(out, world.offerings, world.organisations, world.venues, words()));
  return out.str();
}

std::string inquiries_file(World const& world) {
  std::ostringstream out;
  EXPECT_TRUE(write_inquiries_spreadsheet(out, world.inquiries, world.organisations, world.areas, words()));
  return out.str();
}

template <class Row>
std::vector<Row> sound(Result<Import<Row>> const& read) {
  for (auto const& problem : read->problems) {
    ADD_FAILURE() << problem.line << " " << problem.place << " " << problem.error.key;
  }
  return read->rows;
}

std::vector<OrganisationRow> organisations_of(World const& world) {
  return sound(read_organisations_csv(organisations_file(world), words(), today()));
}

std::vector<OfferingRow> offerings_of(World const& world) {
  return sound(read_offerings_csv(offerings_file(world), words(), today()));
}

std::vector<InquiryRow> inquiries_of(World const& world) {
  return sound(read_inquiries_csv(inquiries_file(world), words(), today()));
}

template <class Thing>
Id<Thing> id(std::uint64_t number) {
  return Id<Thing>(uuid_v7(number, 0, 0));
}

// The cells of the line behind the headings.
std::string only_line(std::string const& file) {
  auto const start = file.find("\r\n") + 2;
  return file.substr(start, file.size() - start - 2);
}

// A record as a row can say it.
Offering said(Offering offering) {
  offering.id = {};
  offering.organisation = {};
  offering.venue.reset();
  return offering;
}

std::string any_text() {
  static std::vector<std::string> const pieces{"=",  "+",    "-",  "@", "'", "\"", ";",      ",",   "\n",
                                               "\t", "\r\n", "\r", "é", "€", " ",  "robots", "8-12"};
  std::string text;
  for (auto const& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))) {
    text += piece;
  }
  return std::string(trimmed(text));
}

// At most 200 bytes, since rapidcheck's lists are at most 100 long.
std::string any_line(std::string_view without = "") {
  auto line = any_text().substr(0, 150);
  while (!valid_utf8(line)) line.pop_back();
  std::erase_if(line, [&](char c) { return (c >= 0 && c < ' ') || without.find(c) != without.npos; });
  return std::string(trimmed(line + "."));
}

template <class Value, class Make>
std::optional<Value> perhaps(Make&& make) {
  return *rc::gen::arbitrary<bool>() ? std::optional<Value>(make()) : std::nullopt;
}

bool any_bool() {
  return *rc::gen::arbitrary<bool>();
}

int any_number(int from, int to) {
  return *rc::gen::inRange(from, to + 1);
}

template <class Values>
auto one_of(Values const& values) {
  return values[*rc::gen::inRange<std::size_t>(0, values.size())];
}

template <Choice Enum>
Enum any_choice() {
  return one_of(choices<Enum>).first;
}

template <class Value>
std::vector<Value> some_of(std::vector<Value> values) {
  std::erase_if(values, [](auto const&) { return any_number(0, 3) > 0; });
  return values;
}

template <Choice Enum>
std::vector<Enum> some_choices() {
  std::vector<Enum> values;
  for (auto const& [value, name] : choices<Enum>) values.push_back(value);
  return some_of(values);
}

template <class Words, class Member>
auto codes(Words const& all, Member member) {
  std::vector<std::remove_cvref_t<decltype(all[0].*member)>> found;
  for (auto const& word : all) {
    if (std::ranges::find(found, word.*member) == found.end()) found.push_back(word.*member);
  }
  return found;
}

Date any_day() {
  return today() - std::chrono::days(any_number(0, 500));
}

Schedule any_schedule() {
  static std::vector<std::string> const sentences{
      "",
      "elke woensdag 14:00-15:30, niet in schoolvakanties, vanaf 9 september 2026; niet 21 oktober 2026",
      "elke eerste zaterdag van de maand 10:00-12:00, tot en met 1 mei 2027",
      "elke even week dag 09:00-17:00, alleen in schoolvakanties",
      "zaterdag 3 oktober 2026 10:00-12:00; zaterdag 10 oktober 2026 10:00-12:00",
      "niet van 21 december 2026 tot en met 3 januari 2027"};
  return *Schedule::parse(one_of(sentences));
}

Organisation any_organisation(std::uint64_t number) {
  auto organisation = an_organisation(id<Organisation>(number), any_line() + std::to_string(number));
  if (any_bool()) organisation.roles = {Role::network_partner};
  if (any_bool()) organisation.roles = {Role::provider, Role::network_partner};
  organisation.sector = any_choice<Sector>();
  organisation.about = any_text();
  if (any_bool()) organisation.website = "https://club.example/?a=1;b=2";
  if (any_bool()) organisation.phone = "+31 15 123 45 67";
  if (any_bool()) organisation.email = "=info+kind@club.example";
  if (any_bool()) organisation.green_layer = {any_line(",;") + "1", any_line(",;") + "2"};
  if (any_bool()) organisation.orange_layer = {any_line(",;")};
  organisation.trained_spotters = perhaps<bool>(any_bool);
  organisation.certificates = perhaps<bool>(any_bool);
  if (organisation.certificates) organisation.certificates_said_on = perhaps<Date>(any_day);
  if (any_bool()) organisation.safety_contact = any_line();
  if (any_bool()) organisation.safety_phone = "015-1234567";
  if (any_bool()) organisation.safety_email = "-veilig@club.example";
  if (any_bool()) organisation.safety_rules = "https://club.example/veilig;a";
  organisation.confirmed_on = perhaps<Date>(any_day);
  return organisation;
}

// Of few names and streets, so that they clash.
Venue any_venue(std::uint64_t number, std::optional<Id<Organisation>> organisation) {
  auto venue = a_venue(id<Venue>(number));
  venue.name = one_of(std::vector<std::string>{"Zaal", "zaal", "=De Brink; \"hal\""});
  venue.kind = one_of(codes(words().venue_kinds, &VenueKindRule::kind));
  venue.point = {any_number(507'000'001, 536'999'999), any_number(32'000'001, 72'999'999)};
  venue.organisation = organisation;
  if (any_bool()) venue.street = "Voorbeeldstraat 12";
  if (any_bool()) venue.postcode = "2611AB";
  if (any_bool()) venue.city = any_line();
  venue.wheelchair = perhaps<bool>(any_bool);
  return venue;
}

Offering any_offering(std::uint64_t number, World const& world) {
  Offering offering = an_offering(id<Offering>(number), one_of(world.organisations).id);
  if (any_bool()) offering.venue = one_of(world.venues).id;
  offering.title = any_line();
  offering.summary = any_text();
  offering.expect = any_text();
  offering.meets = any_line();
  offering.bring = any_line();
  offering.kind = any_choice<OfferingKind>();
  offering.themes = some_of(codes(words().themes, &Theme::code));
  offering.stage = perhaps<Stage>(any_choice<Stage>);
  offering.difficulty = perhaps<int>([] { return any_number(1, 3); });
  offering.asks_prior = any_bool();
  offering.school_time = any_choice<SchoolTime>();
  offering.where = any_choice<Where>();
  auto const from = any_number(0, 99);
  offering.ages = perhaps<AgeRange>([&] { return AgeRange{from, any_number(from, 99)}; });
  auto const group = any_number(1, 8);
  offering.groups = perhaps<SchoolGroups>([&] { return SchoolGroups{group, any_number(group, 8)}; });
  offering.price = perhaps<Price>([] { return Price{{any_number(0, 3) * 1295}, any_choice<Per>()}; });
  offering.funds = some_of(codes(words().funds, &Fund::code));
  offering.languages = some_of(codes(words().languages, &SpokenLanguage::code));
  offering.access = some_choices<Access>();
  offering.role_models = some_choices<RoleModel>();
  offering.company = perhaps<Company>(any_choice<Company>);
  offering.capacity = perhaps<int>([] { return any_number(5, 100'000); });
  offering.places_left = perhaps<int>([] { return any_number(0, 5); });
  offering.schedule = any_schedule();
  if (any_bool()) offering.link = "https://club.example/;a";
  if (any_bool()) offering.phone = "(015) 123-45.67";
  if (any_bool()) offering.email = "-a@club.example";
  offering.deadline = perhaps<Date>([] { return today() + std::chrono::days(any_number(-99, 99)); });
  offering.trial_lesson = perhaps<bool>(any_bool);
  offering.waiting_list = perhaps<bool>(any_bool);
  offering.confirmed_on = perhaps<Date>(any_day);
  return offering;
}

Inquiry any_inquiry(std::uint64_t number, World const& world) {
  auto inquiry = an_inquiry(id<Inquiry>(number), {}, some_of(codes(words().themes, &Theme::code)));
  for (auto const& area : some_of(world.areas)) inquiry.areas.push_back(area.code);
  auto const from = any_number(0, 99);
  inquiry.ages = {from, any_number(from, 99)};
  inquiry.asked = perhaps<Id<Organisation>>([&] { return one_of(world.organisations).id; });
  inquiry.answer = any_choice<InquiryAnswer>();
  inquiry.note = any_text();
  inquiry.confirmed_on = any_day();
  return inquiry;
}

World any_world() {
  World world;
  std::uint64_t number = 1;
  world.venues.push_back(any_venue(number++, std::nullopt));
  for (auto left = any_number(1, 4); left > 0; --left) {
    world.organisations.push_back(any_organisation(number++));
    auto const owner = world.organisations.back().id;
    for (auto more = any_number(0, 3); more > 0; --more) world.venues.push_back(any_venue(number++, owner));
  }
  for (auto left = any_number(0, 6); left > 0; --left) {
    world.offerings.push_back(any_offering(number++, world));
  }
  world.areas = {a_buurt("BU05031201", "Zand, oost; noord"), a_buurt("BU05031202", "Hof (oud)")};
  for (auto left = any_number(0, 4); left > 0; --left) {
    world.inquiries.push_back(any_inquiry(number++, world));
  }
  return world;
}

bool same_place(Venue const& one, Venue const& other) {
  return one.street == other.street && one.postcode == other.postcode && one.city == other.city &&
         one.point == other.point;
}

World two_clubs() {
  World world;
  world.organisations = {an_organisation(id<Organisation>(1), "Judoclub"),
                         an_organisation(id<Organisation>(2), "Dansclub")};
  for (std::uint64_t i = 0; i < 5; ++i) {
    world.venues.push_back(
        a_venue(id<Venue>(11 + i), GeoPoint{520'000'000 + static_cast<int>(i), 40'000'000}, "Zaal"));
    if (i < 4) world.venues.back().organisation = id<Organisation>(1 + i % 2);
  }
  return world;
}

std::vector<std::string> places_of(World const& world) {
  std::vector<std::string> places;
  for (auto const& row : offerings_of(world)) {
    places.push_back(row.venue->venue.name + " " + text(row.venue->venue.point).substr(0, 10));
  }
  return places;
}

}  // namespace

RC_GTEST_PROP(WriteSpreadsheets, gives_every_organisation_back_with_its_first_venue, ()) {
  auto const world = any_world();
  auto const rows = organisations_of(world);
  RC_ASSERT(rows.size() == world.organisations.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const& organisation = world.organisations[i];
    auto expected = organisation;
    expected.id = {};
    expected.source = "csv:organisation/" + text(organisation.id);
    RC_ASSERT(rows[i].organisation == expected);
    auto const venue = std::ranges::find(world.venues, std::optional(organisation.id), &Venue::organisation);
    RC_ASSERT(rows[i].venue.has_value() == (venue != world.venues.end()));
    if (!rows[i].venue) continue;
    auto const& read = rows[i].venue->venue;
    RC_ASSERT(!rows[i].venue->needs_position && same_place(read, *venue));
    RC_ASSERT(read.name == venue->name && read.kind == venue->kind && read.wheelchair == venue->wheelchair);
  }
}

RC_GTEST_PROP(WriteSpreadsheets, gives_every_offering_back_and_where_it_is, ()) {
  auto const world = any_world();
  auto const rows = offerings_of(world);
  RC_ASSERT(rows.size() == world.offerings.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const& offering = world.offerings[i];
    RC_ASSERT(rows[i].number == text(offering.id));
    RC_ASSERT(rows[i].offering == said(offering));
    auto const by = std::ranges::find(world.organisations, offering.organisation, &Organisation::id);
    RC_ASSERT(rows[i].organisation == by->name);
    RC_ASSERT(rows[i].venue.has_value() == offering.venue.has_value());
    if (!offering.venue) continue;
    auto const venue = std::ranges::find(world.venues, *offering.venue, &Venue::id);
    RC_ASSERT(same_place(rows[i].venue->venue, *venue));
    RC_ASSERT(rows[i].venue->venue.name.starts_with(venue->name));
  }
}

RC_GTEST_PROP(WriteSpreadsheets, gives_every_inquiry_back_and_who_was_asked_of_where, ()) {
  auto const world = any_world();
  auto const rows = inquiries_of(world);
  RC_ASSERT(rows.size() == world.inquiries.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto expected = world.inquiries[i];
    RC_ASSERT(rows[i].number == text(expected.id));
    auto const by = std::ranges::find(world.organisations, expected.asked, &Organisation::id);
    RC_ASSERT(rows[i].asked == (expected.asked ? by->name : ""));
    std::vector<AreaCode> areas;
    for (auto const& area : rows[i].areas) areas.push_back(*said_code(area));
    RC_ASSERT(areas == expected.areas);
    expected.id = {};
    expected.source = inquiry_source(rows[i].number);
    expected.areas.clear();
    expected.asked.reset();
    RC_ASSERT(rows[i].answered && rows[i].inquiry == expected);
  }
}

TEST(WriteSpreadsheets, says_an_organisation_in_the_words_of_the_manual) {
  World world;
  auto library = an_organisation(id<Organisation>(1), "Bibliotheek \"Oost\"; hoofdgebouw");
  library.source = "csv:organisation/bieb";
  library.roles = {Role::network_partner, Role::provider};
  library.sector = Sector::library;
  library.about = "=lezen\nen spelen";
  library.website = "https://bieb.example";
  library.phone = "+31 15 123";
  library.green_layer = {"gids", "begeleider"};
  library.trained_spotters = true;
  library.confirmed_on = date(2026, 9, 1);
  auto venue = a_venue(id<Venue>(2), GeoPoint{520'116'000, 43'571'001}, "@Oost");
  venue.organisation = library.id;
  venue.kind = *VenueKind::parse("library");
  venue.street = "Plein 1";
  venue.postcode = "2611AB";
  venue.city = "Delft";
  venue.wheelchair = false;
  world.organisations = {library};
  world.venues = {venue};
  // In order: nummer, naam, rol, sector, omschrijving, website, telefoon, e-mail; locatie, adres, postcode,
  // plaats, breedte- and lengtegraad; soort plek, rolstoel, groene laag, oranje laag,
  // talentfluisteraars, six of safety, gecontroleerd op. What begins like a formula gets an apostrophe
  // (docs/manual/bestanden.md).
  EXPECT_EQ(only_line(organisations_file(world)),
            "bieb;\"Bibliotheek \"\"Oost\"\"; hoofdgebouw\";beide;bibliotheek;\"'=lezen\nen spelen\";"
            "https://bieb.example;'+31 15 123;;'@Oost;Plein 1;2611AB;Delft;52.0116000;4.3571001;"
            "Bibliotheek;nee;gids, begeleider;;ja;;;;;;;2026-09-01");
}

TEST(WriteSpreadsheets, says_an_offering_in_the_words_of_the_manual) {
  World world;
  world.organisations = {an_organisation(id<Organisation>(1), "Bieb")};
  Offering offering =
      an_offering(id<Offering>(3), id<Organisation>(1)).for_ages(8, 12).costing({{2750}, Per::series});
  offering.source = "csv:offering/" + text(id<Organisation>(1)) + "/b-1";
  offering.title = "-Robots-";
  offering.kind = OfferingKind::series;
  offering.stage = Stage::belong;
  offering.groups = SchoolGroups{5, 8};
  offering.access = {Access::hearing};
  offering.role_models = {RoleModel::older_children, RoleModel::home_languages};
  offering.schedule = *Schedule::parse("elke wo 14-15; niet 5 november 2026");
  offering.waiting_list = false;
  world.offerings = {offering};
  // In order: nummer, titel, organisatie; six empty cells of a place; soort, thema's, trap, niveau, vervolg,
  // schooltijd, waar, leeftijd, groepen, prijs, per; regelingen, talen; toegankelijk, samen, plaatsen, vrij;
  // wanneer; three empty up to wie je ziet; rolmodellen; six empty up to aanmelden voor and proefles;
  // wachtlijst, gecontroleerd op; four pictures.
  EXPECT_EQ(only_line(offerings_file(world)),
            "b-1;'-Robots-;Bieb;;;;;;;cursus;Robotica;lid worden;;;buiten;op locatie;8-12 jaar;groep 5-8;"
            "27,50;reeks;;;doof/slechthorend;;;;\"elke woensdag 14:00-15:00; niet 5 november 2026\";;;;"
            "oudere kinderen, andere thuistaal;;;;;;;nee;;;;;;;;;");
}

TEST(WriteSpreadsheets, every_word_of_the_vocabulary_comes_back_by_its_dutch_name) {
  World world;
  Offering offering = an_offering(id<Offering>(1), id<Organisation>(1));
  offering.themes = codes(words().themes, &Theme::code);
  offering.funds = codes(words().funds, &Fund::code);
  offering.languages = codes(words().languages, &SpokenLanguage::code);
  for (auto const& kind : codes(words().venue_kinds, &VenueKindRule::kind)) {
    auto const number = world.venues.size() + 1;
    world.organisations.push_back(an_organisation(id<Organisation>(number), std::to_string(number)));
    world.venues.push_back(a_venue(id<Venue>(number)));
    world.venues.back().kind = kind;
    world.venues.back().organisation = id<Organisation>(number);
  }
  world.offerings = {offering};
  EXPECT_EQ(offerings_of(world).at(0).offering, said(offering));
  auto const rows = organisations_of(world);
  ASSERT_EQ(rows.size(), world.venues.size());
  for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(rows[i].venue->venue.kind, world.venues[i].kind);
}

TEST(WriteSpreadsheets, tells_places_of_one_organisation_with_the_same_name_apart) {
  // Zaal 0 and 2 are of the judo club, 1 and 3 of the dance club, 4 of nobody.
  auto world = two_clubs();
  world.venues[2].street = "Weg 2";
  for (std::uint64_t i = 0; i < 5; ++i) {
    world.offerings.push_back(an_offering(id<Offering>(20 + i), id<Organisation>(1)));
    world.offerings.back().venue = world.venues[i].id;
  }
  world.offerings.push_back(world.offerings[2]);
  world.offerings.back().id = id<Offering>(30);
  // The row of the dance club itself has zaal 1, so there it is known by its name and position.
  EXPECT_THAT(places_of(world),
              ElementsAre("Zaal 52.0000000", "Zaal 52.0000001", "Zaal, Weg 2 52.0000002", "Zaal 2 52.0000003",
                          "Zaal 3 52.0000004", "Zaal, Weg 2 52.0000002"));
}

TEST(WriteSpreadsheets, leaves_out_what_is_archived) {
  auto world = two_clubs();
  for (std::uint64_t i = 0; i < 3; ++i) {
    world.offerings.push_back(an_offering(id<Offering>(20 + i), id<Organisation>(i == 0 ? 1 : 2)));
  }
  for (std::uint64_t i = 0; i < 4; ++i) {
    world.inquiries.push_back(an_inquiry(id<Inquiry>(30 + i), {}, {}));
    world.inquiries.back().confirmed_on = today();
  }
  world.organisations[0].archived_on = today();
  world.offerings[1].archived_on = today();
  world.inquiries[0].asked = id<Organisation>(1);
  world.inquiries[1].archived_on = today();
  world.inquiries[2].confirmed_on.reset();  // the day of its answer
  EXPECT_EQ(organisations_of(world).size(), 1U);
  auto const rows = offerings_of(world);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].number, text(id<Offering>(22)));
  ASSERT_EQ(inquiries_of(world).size(), 1U);
  EXPECT_EQ(inquiries_of(world)[0].number, text(id<Inquiry>(33)));
}

TEST(WriteSpreadsheets, refuses_two_organisations_of_one_name) {
  auto world = two_clubs();
  world.organisations[1].name = "JUDOCLUB";
  std::ostringstream out;
  auto const written = write_organisations_spreadsheet(out, world.organisations, world.venues, words());
  EXPECT_EQ(written.error().key, "export.organisation_twice");
  EXPECT_TRUE(!write_offerings_spreadsheet(out, world.offerings, world.organisations, world.venues, words()));
  EXPECT_TRUE(!write_inquiries_spreadsheet(out, world.inquiries, world.organisations, world.areas, words()));
  EXPECT_EQ(out.str(), "");
}

}  // namespace wegwijzer
