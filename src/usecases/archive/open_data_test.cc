// SPDX-License-Identifier: EUPL-1.2
// A published version of a map: the same for ever, described column by column, and no more than may go out.
#include "usecases/archive/open_data.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>

#include "exchange/columns.h"
#include "exchange/records_csv.h"
#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"

namespace wegwijzer::open_data_of_a_map {

class OpenData : public testing::Test {
 protected:
  template <class Thing>
  Thing keep(Thing thing) {
    auto const writer = store_->writer(an_ecosystem(), {"test"});
    if (thing.version == 0) thing.id = writer->template new_id<Thing>();
    auto saved = *records<Thing>(*writer).save(std::move(thing));
    writer->commit();
    return saved;
  }

  OpenDataVersion publish(OpenLicence licence) {
    auto const writer = store_->writer(an_ecosystem(), {"test"});
    auto version = writer->publish_open_data(licence, "Eerste versie");
    writer->commit();
    later();
    return version;
  }

  void later() { clock_.set(clock_.now() + std::chrono::minutes(1)); }

  std::string file(OpenDataVersion const& version, std::string const& name) {
    return open_file(*store_->reader(an_ecosystem()), version, name)->bytes;
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
};

TEST_F(OpenData, of_a_version_stays_as_it_was) {
  auto club = keep(an_organisation({}, "Club"));
  auto gone = keep(an_organisation({}, "Gaat weg"));
  auto const version = publish(OpenLicence::cc0);
  auto const before = file(version, "organisations.csv");
  EXPECT_NE(before.find("Gaat weg"), std::string::npos);
  club.name = "Vereniging";
  keep(club);
  gone.archived_on = date(2026, 11, 24);
  keep(gone);
  keep(an_organisation({}, "Nieuw"));
  EXPECT_EQ(file(version, "organisations.csv"), before);
  auto const next = file(publish(OpenLicence::cc0), "organisations.csv");
  EXPECT_EQ(next.find("Gaat weg"), std::string::npos);
  EXPECT_NE(next.find("Vereniging"), std::string::npos);
  EXPECT_NE(next.find("Nieuw"), std::string::npos);
}

TEST_F(OpenData, names_nobody) {
  auto club = an_organisation({}, "Club");
  club.safety_contact = "Mirjam de Vries", club.safety_phone = "06-1", club.safety_email = "m@club.example";
  keep(club);
  auto const version = publish(OpenLicence::cc_by);
  for (auto const& name : open_file_names()) {
    auto const bytes = file(version, name);
    EXPECT_EQ(bytes.find("Mirjam"), std::string::npos) << name;
    EXPECT_EQ(bytes.find("m@club.example"), std::string::npos) << name;
  }
}

TEST_F(OpenData, has_what_is_of_openstreetmap_only_under_its_licence) {
  auto venue = a_venue({}, GeoPoint::of_degrees(52, 4), "Speeltuin");
  venue.source = "osm:node/1";
  keep(venue);
  keep(a_venue({}, GeoPoint::of_degrees(52, 5), "Zaal"));
  for (auto const licence : {OpenLicence::cc0, OpenLicence::cc_by, OpenLicence::odbl}) {
    auto const version = publish(licence);
    for (auto const* name : {"venues.csv", "venues.geojson"}) {
      auto const bytes = file(version, name);
      EXPECT_NE(bytes.find("Zaal"), std::string::npos);
      EXPECT_EQ(bytes.find("Speeltuin") != std::string::npos, licence == OpenLicence::odbl) << name;
    }
  }
}

TEST_F(OpenData, is_described_for_programs) {
  keep(an_organisation({}, "Club"));
  auto const version = publish(OpenLicence::odbl);
  auto const package = nlohmann::json::parse(file(version, "datapackage.json"));
  EXPECT_EQ(package.at("version"), "2026-11-24");
  EXPECT_EQ(package.at("licenses").at(0).at("name"), "ODbL-1.0");
  for (auto const& resource : package.at("resources")) {
    auto const bytes = file(version, resource.at("path"));
    auto const first = bytes.substr(3, bytes.find("\r\n") - 3);
    std::string headings;
    for (auto const& field : resource.at("schema").at("fields")) {
      headings += (headings.empty() ? "" : ",") + field.at("name").get<std::string>();
      EXPECT_FALSE(field.at("description").get<std::string>().empty());
    }
    EXPECT_EQ(first, headings) << resource.at("path");
  }
}

TEST_F(OpenData, has_no_file_of_another_name) {
  keep(an_organisation({}, "Club"));
  auto const version = publish(OpenLicence::odbl);
  EXPECT_EQ(open_file(*store_->reader(an_ecosystem()), version, "../secret").error().key,
            "open_data.no_such_file");
}

// Who adds a field says what it means, and whether it may go out.
TEST(Columns, are_each_described_once) {
  std::map<std::string, int> described;
  for (auto const& one : column_meanings()) {
    ++described[one.kind + " " + one.field];
    EXPECT_FALSE(one.dutch.empty() || one.english.empty()) << one.kind << " " << one.field;
  }
  std::map<std::string, int> expected;
  for (auto const* field : {"id", "source", "confirmed_on", "archived_on", "version"}) {
    expected[std::string("all ") + field] = 1;
  }
  auto const of_kind = [&]<class Thing>(Kind<Thing>) {
    for_each_field<Thing>([&](auto const& field) {
      expected[std::string(record_name<Thing>) + " " + std::string(field.name)] = 1;
    });
  };
  for_each_kind(of_kind);
  for_each_talk_kind(of_kind);
  EXPECT_EQ(described, expected);
}

}  // namespace wegwijzer::open_data_of_a_map
