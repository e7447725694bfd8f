// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ecosystem/describe.h"

#include <gtest/gtest.h>

#include <fstream>

#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "kit/picture_files.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"

namespace wegwijzer {

class DescribeEcosystem : public testing::Test {
 protected:
  MadePictures a_logo() {
    std::ofstream(folder_.path("logo.jpg"), std::ios::binary)
        << pictures::jpeg_of(pictures::red_above_blue(300, 120));
    return read_picture(folder_.path("logo.jpg")).value();
  }

  std::string refused(EcosystemChange const& change) {
    auto const changed = describe_ecosystem(*writer_, change);
    return changed ? "" : changed.error().key;
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Writer> writer_ = store_->writer(an_ecosystem(), {"test"});
};

TEST_F(DescribeEcosystem, gives_it_colours_and_takes_them_away) {
  Colour const red{{0xc8, 0x10, 0x2e}}, yellow{{0xff, 0xff, 0x00}};
  auto changed = *describe_ecosystem(*writer_, {.colour = red, .accent = yellow});
  EXPECT_EQ(changed.colour, red);
  EXPECT_EQ(changed.accent, yellow);
  changed = *describe_ecosystem(*writer_, {.colour = std::optional<Colour>()});
  EXPECT_EQ(changed.colour, std::nullopt);
  EXPECT_EQ(changed.accent, yellow);
}

TEST_F(DescribeEcosystem, keeps_its_logo_as_a_picture_called_by_its_name) {
  auto const logo = *describe_ecosystem(*writer_, {.logo = a_logo()})->logo;
  EXPECT_EQ(logo.description, "Waterveen");
  EXPECT_EQ(logo.width, 300);
  EXPECT_TRUE(writer_->ground().file(GroundKind::picture, picture_name(logo, 300)).has_value());
  EXPECT_EQ(describe_ecosystem(*writer_, {.name = "Waterveen-Zuid"})->logo->description, "Waterveen-Zuid");
  EXPECT_EQ(describe_ecosystem(*writer_, {.logo_text = " Gemeente "})->logo->description, "Gemeente");
  EXPECT_EQ(describe_ecosystem(*writer_, {.name = "Waterveen"})->logo->description, "Gemeente");
  EXPECT_EQ(describe_ecosystem(*writer_, {.logo = MadePictures()})->logo, std::nullopt);
  EXPECT_FALSE(writer_->ground().file(GroundKind::picture, picture_name(logo, 300)).has_value());
}

TEST_F(DescribeEcosystem, says_what_is_wrong) {
  EXPECT_EQ(refused({}), "ecosystem.nothing_to_change");
  EXPECT_EQ(refused({.logo_text = "Gemeente"}), "ecosystem.no_logo");
  EXPECT_EQ(refused({.logo = a_logo(), .logo_text = " "}), "ecosystem.logo_text_empty");
  EXPECT_EQ(refused({.name = std::string(201, 'a')}), "ecosystem.name_empty");
  EXPECT_EQ(read_picture(folder_.path("niets.png")).error().key, "picture.no_file");
  EXPECT_EQ(read_picture(folder_.path("")).error().key, "picture.no_file");
}

}  // namespace wegwijzer
