// SPDX-License-Identifier: EUPL-1.2
// What a coordinator's file of questions and answers does to the store.
#include "usecases/import/inquiries.h"

#include <gmock/gmock.h>

#include "kit/builders.h"
#include "kit/embedded_words.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"

namespace wegwijzer {

class ImportInquiries : public testing::Test {
 protected:
  ImportInquiries() {
    EXPECT_TRUE(writer_->organisations().save(an_organisation(writer_->new_id<Organisation>(), "Bieb")));
    writer_->ground().save(a_buurt("BU05031201", "Hofbuurt"));
    writer_->ground().save(a_buurt("BU05031202", "Zand, oost"));
    writer_->ground().save(a_buurt("BU05031301", "Centrum"));
    writer_->ground().save(a_buurt("WK050313", "Centrum"));
  }

  ImportReport inquiries(std::string rows) {
    auto const read = read_inquiries_csv(
        "gevraagd aan;gebieden;thema's;leeftijd;antwoord;gevraagd op\n" + rows, words(), date(2026, 11, 24));
    EXPECT_TRUE(read->problems.empty());
    ImportReport report;
    EXPECT_TRUE(import_inquiries(*writer_, read->rows, report));
    return report;
  }

  std::vector<Inquiry> kept() { return records<Inquiry>(*writer_).all(); }

 private:
  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);

 protected:
  std::unique_ptr<Writer> writer_ = store_->writer(an_ecosystem(), {"test"});
};

TEST_F(ImportInquiries, names_its_areas_by_name_or_code) {
  EXPECT_EQ(inquiries("Bieb;hofbuurt, Zand  oost (BU05031202);Natuur;4-12 jaar;niets;1-9-2026\n").added, 1U);
  ASSERT_EQ(kept().size(), 1U);
  EXPECT_THAT(kept()[0].areas,
              testing::ElementsAre(*AreaCode::parse("BU05031201"), *AreaCode::parse("BU05031202")));
  EXPECT_EQ(kept()[0].asked, writer_->organisations().all()[0].id);
}

TEST_F(ImportInquiries, tells_what_it_does_not_know_by_line_and_keeps_the_others) {
  auto const report = inquiries(
      "Bieb;Centrum;Natuur;4-12 jaar;niets;1-9-2026\n"
      "Bieb;BU09999999, Nergens;Natuur;4-12 jaar;niets;1-9-2026\n"
      "Museum;overal;Natuur;4-12 jaar;niets;1-9-2026\n"
      ";overal;Natuur;4-12 jaar;iets;1-9-2026\n");
  std::vector<std::string> found;
  for (auto const& problem : report.problems) {
    found.push_back(std::to_string(problem.line) + " " + problem.place + " " + problem.error.key);
  }
  EXPECT_THAT(found, testing::ElementsAre("2 gebieden import.area_of_several",
                                          "3 gebieden import.area_unknown", "3 gebieden import.area_unknown",
                                          "4 gevraagd aan import.organisation_unknown"));
  ASSERT_EQ(kept().size(), 1U);
  EXPECT_EQ(kept()[0].answer, InquiryAnswer::some);
}

TEST_F(ImportInquiries, the_same_file_twice_changes_nothing_and_a_new_answer_replaces_the_old) {
  inquiries("Bieb;Hofbuurt;Natuur;4-12 jaar;niets;1-9-2026\n");
  auto const audit = writer_->audit().size();
  EXPECT_EQ(inquiries("Bieb;Hofbuurt;Natuur;4-12 jaar;niets;1-9-2026\n").unchanged, 1U);
  EXPECT_EQ(writer_->audit().size(), audit);
  EXPECT_EQ(inquiries("Bieb;Hofbuurt;Natuur;4-12 jaar;iets;1-11-2026\n").updated, 1U);
  ASSERT_EQ(kept().size(), 1U);
  EXPECT_EQ(kept()[0].answer, InquiryAnswer::some);
  EXPECT_EQ(kept()[0].confirmed_on, date(2026, 11, 1));
}

TEST_F(ImportInquiries, counts_the_questions_that_are_still_open) {
  auto const report = inquiries("Bieb;Hofbuurt;alles;4-12 jaar;;\n");
  EXPECT_TRUE(kept().empty());
  EXPECT_FALSE(report.nothing_usable());
  EXPECT_THAT(report.counts, testing::ElementsAre(std::pair<std::string, std::size_t>("open_questions", 1)));
}

}  // namespace wegwijzer
