// SPDX-License-Identifier: EUPL-1.2
#include "usecases/import/pictures.h"

#include <gtest/gtest.h>

#include <fstream>

#include "exchange/vocabulary_csv.h"
#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "kit/picture_files.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "usecases/import/file.h"

namespace wegwijzer {

// A folder as a club sends it: its spreadsheet and its pictures.
class PictureImport : public testing::Test {
 protected:
  PictureImport() {
    writer_->organisations().put_back(an_organisation(writer_->new_id<Organisation>(), "Judoclub"));
  }

  void put(std::string const& name, std::string const& bytes) {
    std::ofstream(folder_.path(name), std::ios::binary) << bytes;
  }

  ImportReport import(std::string const& file) {
    put("aanbod.csv", "titel;organisatie;foto 1;foto 1 beschrijving\nJudo;Judoclub;" + file + ";De zaal\n");
    auto read = read_import(ImportFormat::offerings, folder_.path("aanbod.csv"), read_embedded_vocabulary(),
                            {date(2026, 11, 24), false}, {});
    return (*read)(*writer_).value();
  }

  Pictures kept() { return writer_->offerings().all().at(0).pictures; }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Writer> writer_ = store_->writer(an_ecosystem(), {"test"});
};

TEST_F(PictureImport, keeps_a_picture_in_its_two_widths_once) {
  put("zaal.jpg", pictures::jpeg_of(pictures::red_above_blue(600, 400)));
  EXPECT_EQ(import("zaal.jpg").added, 1U);
  ASSERT_EQ(kept().all.size(), 1U);
  auto const picture = kept().all[0];
  EXPECT_EQ(picture.description, "De zaal");
  EXPECT_EQ(picture.width, 600);
  EXPECT_EQ(picture.height, 400);
  for (auto const width : {480, 600}) {
    auto const file = writer_->ground().file(GroundKind::picture, picture_name(picture, width));
    ASSERT_TRUE(file.has_value()) << width;
    EXPECT_TRUE(writer_->ground().bytes(*file).starts_with("RIFF"));
  }
  EXPECT_EQ(import("zaal.jpg").unchanged, 1U);
  EXPECT_EQ(writer_->ground().files().size(), 2U);
}

// Another picture in its place: the first stays as long as it is a logo, and then it is gone.
TEST_F(PictureImport, forgets_a_picture_that_nobody_shows_any_more) {
  put("zaal.jpg", pictures::jpeg_of(pictures::red_above_blue(600, 400)));
  put("mat.jpg", pictures::jpeg_of(pictures::red_above_blue(300, 200)));
  import("zaal.jpg");
  auto const hall = kept().all.at(0);
  auto ecosystem = writer_->ecosystem();
  ecosystem.logo = hall;
  writer_->describe(ecosystem);
  import("mat.jpg");
  auto const mat = kept().all.at(0);
  ASSERT_NE(mat, hall);
  EXPECT_TRUE(writer_->ground().file(GroundKind::picture, picture_name(hall, 480)).has_value());
  ecosystem.logo.reset();
  writer_->describe(ecosystem);
  writer_->ground().forget_pictures_without_use();
  EXPECT_FALSE(writer_->ground().file(GroundKind::picture, picture_name(hall, 480)).has_value());
  EXPECT_FALSE(writer_->ground().file(GroundKind::picture, picture_name(hall, 600)).has_value());
  auto const left = writer_->ground().file(GroundKind::picture, picture_name(mat, 300));
  ASSERT_TRUE(left.has_value());
  EXPECT_TRUE(writer_->ground().bytes(*left).starts_with("RIFF"));
}

TEST_F(PictureImport, says_of_which_row_and_column_a_picture_cannot_be_used_and_keeps_the_row) {
  put("brief.docx", "PK");
  for (auto const& [file, key] : {std::pair{"weg.jpg", "import.picture_missing"},
                                  {"../s/geheim.jpg", "import.picture_missing"},
                                  {"/etc/hostname", "import.picture_missing"},
                                  {"brief.docx", "picture.unknown_kind"}}) {
    auto const report = import(file);
    ASSERT_EQ(report.problems.size(), 1U) << file;
    EXPECT_EQ(report.problems[0].line, 2U);
    EXPECT_EQ(report.problems[0].place, "foto 1");
    EXPECT_EQ(report.problems[0].error.key, key) << file;
    EXPECT_TRUE(report.problems[0].row_kept);
  }
  EXPECT_TRUE(kept().all.empty());
}

TEST_F(PictureImport, does_not_leave_the_folder_by_a_link) {
  TemporaryFolder elsewhere;
  std::ofstream(elsewhere.path("zaal.png")) << pictures::png_of(pictures::red_above_blue(60, 40));
  std::filesystem::create_symlink(elsewhere.path("zaal.png"), folder_.path("zaal.png"));
  EXPECT_EQ(import("zaal.png").problems.at(0).error.key, "import.picture_missing");
}

TEST_F(PictureImport, takes_no_picture_away_when_its_file_was_not_sent_along) {
  put("zaal.png", pictures::png_of(pictures::red_above_blue(60, 40)));
  import("zaal.png");
  auto const before = kept();
  std::filesystem::remove(folder_.path("zaal.png"));
  EXPECT_EQ(import("zaal.png").unchanged, 1U);
  EXPECT_EQ(kept(), before);
  EXPECT_EQ(before.all.size(), 1U);
}

}  // namespace wegwijzer
