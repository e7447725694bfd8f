// SPDX-License-Identifier: EUPL-1.2
// What leaves comes back the same: a second export has the same bytes.
#include "usecases/archive/export.h"

#include <gtest/gtest.h>

#include <map>

#include "exchange/homes.h"
#include "kit/builders.h"
#include "kit/file_content.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"

namespace wegwijzer {

namespace {

std::map<std::string, std::string> files_below(std::filesystem::path const& folder) {
  std::map<std::string, std::string> files;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    files[entry.path().lexically_relative(folder).string()] = content(entry.path());
  }
  return files;
}

Homes a_street() {
  Homes homes;
  ChildrenByAge children;
  children.at(9) = 2;
  homes.add({GeoPoint::of_degrees(52, 4), 12, children, *AreaCode::parse("BU05031203")});
  return homes;
}

// One record of every kind, each with what only it can hold.
void fill(Writer& writer) {
  auto const school = *writer.organisations().save(an_organisation(writer.new_id<Organisation>(), "School"));
  auto const club = *writer.organisations().save(an_organisation(writer.new_id<Organisation>(), "Club"));
  auto venue = a_venue(writer.new_id<Venue>());
  venue.catchment = {{*AreaCode::parse("BU05031203"), 45}};
  venue = *writer.venues().save(venue);
  Offering const offering =
      *writer.offerings().save(an_offering(writer.new_id<Offering>(), club.id).at(venue.id));
  auto together = a_collaboration(writer.new_id<Collaboration>(), school.id, club.id);
  together.level = Level::meso;
  ASSERT_TRUE(records<Collaboration>(writer).save(together));
  auto channel = a_channel(writer.new_id<Channel>(), {school.id, club.id});
  channel.families = *Percent::parse("40");
  ASSERT_TRUE(records<Channel>(writer).save(channel));
  ASSERT_TRUE(records<LearningRoute>(writer).save(
      a_learning_route(writer.new_id<LearningRoute>(), {offering.id, offering.id})));
  Offering const training = *writer.offerings().save(an_offering(writer.new_id<Offering>(), school.id));
  auto step = a_step_edge(writer.new_id<StepEdge>(), offering.id, training.id, Direction::broaden);
  step.ages = AgeRange{8, 10};
  step.agreed_by_from = true;
  step.proposed_by = Proposer::program;
  ASSERT_TRUE(records<StepEdge>(writer).save(step));
  ASSERT_TRUE(records<Fact>(writer).save(a_fact(writer.new_id<Fact>(), {school.id})));
  auto const hub = *records<Hub>(writer).save(a_hub(writer.new_id<Hub>(), school.id));
  auto question = a_hub_question(writer.new_id<HubQuestion>(), hub.id);
  question.details = "Een regel,\nmet \"aanhaling\"; en nog een.", question.organisation = club.id;
  question = *records<HubQuestion>(writer).save(question);
  HubAnswer answer;
  answer.id = writer.new_id<HubAnswer>(), answer.question = question.id, answer.text = "- een\n- twee";
  ASSERT_TRUE(records<HubAnswer>(writer).save(answer));
  KnowledgePage page;
  page.id = writer.new_id<KnowledgePage>(), page.hub = hub.id, page.question = question.id;
  page.title = "Wat we weten", page.text = "Veel", page.is_public = true;
  ASSERT_TRUE(records<KnowledgePage>(writer).save(page));
  auto notice = a_notice(writer.new_id<Notice>(), club.id);
  notice.state = NoticeState::agreed, notice.agreed_with = school.id;
  ASSERT_TRUE(records<Notice>(writer).save(notice));
  auto inquiry = an_inquiry(writer.new_id<Inquiry>(), {*AreaCode::parse("WK050312")},
                            {*ThemeCode::parse("nature")}, InquiryAnswer::some);
  inquiry.asked = school.id;
  ASSERT_TRUE(records<Inquiry>(writer).save(inquiry));
  writer.kept_releases().keep({{"attendance", date(2026, 9, 1), date(2026, 9, 30)},
                               "dimension|area\ncategory||WK01\n",
                               1000,
                               true,
                               {{"", 45, 40}, {"WK01", 45, 50}}});
  writer.kept_releases().save({"attendance", 2026, 24'000, 1000});
  for (std::uint64_t i = 1; i < 4; ++i) {
    ASSERT_TRUE(writer.kept_suggestions().save(a_suggestion(suggestion_id(Uuid{i, i}), venue.id.uuid())));
  }
  writer.kept_askings().save(an_asking(writer.new_id<Asking>(), school.id));
  ASSERT_TRUE(writer.kept_contacts().save(a_contact(writer.new_id<ContactPerson>(), club.id)));
  auto waiting = a_contact(writer.new_id<ContactPerson>(), school.id, "\"piet\" <p@school.example>");
  waiting.given_on.reset(), waiting.turn_to.clear(), waiting.themes.clear(), waiting.phone.clear();
  waiting.moved_from = club.id, waiting.moved_by = Id<MapChange>(Uuid{7, 8});
  ASSERT_TRUE(writer.kept_contacts().save(waiting));
  writer.kept_contacts().save({"never", std::nullopt, true});
  writer.ground().replace(GroundKind::homes, "town", write_homes(a_street()));
}

}  // namespace

TEST(Export, gives_back_a_record_of_every_kind_and_the_homes) {
  TemporaryFolder const folder;
  FixedClock const clock;
  CountingIds ids;
  auto const store = *open_store(folder.path("one"), IfMissing::create, clock, ids);
  auto ecosystem = an_ecosystem();
  ecosystem.origin = Origin::report;
  ecosystem.colour = Colour{{0xc8, 0x10, 0x2e}};
  ecosystem.logo = Picture{std::string(32, 'a'), 300, 120, "Gemeente Waterveen"};
  {
    auto const writer = store->writer(ecosystem, {"test"});
    fill(*writer);
    writer->commit();
  }
  auto const release = a_figure_release(Id<FigureRelease>(uuid_v7(1, 1, 1)));
  ASSERT_TRUE(store->add(release));
  ASSERT_TRUE(export_store(*store, folder.path("first")));
  auto const copy = *open_store(folder.path("two"), IfMissing::create, clock, ids);
  ASSERT_TRUE(import_export(*copy, folder.path("first")));
  EXPECT_EQ(copy->ecosystems(), std::vector{ecosystem});
  EXPECT_EQ(copy->figure_release(release.head.id), release);
  auto const reader = copy->reader(ecosystem);
  auto const is_the_same = [&]<class Thing>(Kind<Thing>) {
    EXPECT_EQ(records<Thing>(*reader).all(), records<Thing>(*store->reader(ecosystem)).all());
    EXPECT_FALSE(records<Thing>(*reader).all().empty()) << record_name<Thing>;
  };
  for_each_kind(is_the_same);
  for_each_talk_kind(is_the_same);
  EXPECT_EQ(reader->releases().all(), store->reader(ecosystem)->releases().all());
  EXPECT_EQ(reader->releases().all().size(), 1U);
  EXPECT_EQ(reader->releases().budgets(), store->reader(ecosystem)->releases().budgets());
  EXPECT_EQ(reader->suggestions().all(), store->reader(ecosystem)->suggestions().all());
  EXPECT_EQ(reader->suggestions().all().size(), 3U);
  // All but what could open the link of a mail.
  auto asked = store->reader(ecosystem)->askings().all();
  ASSERT_EQ(asked.size(), 1U);
  asked.front().token.clear();
  EXPECT_EQ(reader->askings().all(), asked);
  auto const ground = copy->ground();
  EXPECT_EQ(read_homes(ground->bytes(ground->files().at(0))), a_street());
  ASSERT_TRUE(export_store(*copy, folder.path("second")));
  auto const first = files_below(folder.path("first"));
  EXPECT_EQ(first, files_below(folder.path("second")));
  EXPECT_TRUE(first.contains("ecosystems/waterveen/learning_routes.csv"));
  EXPECT_TRUE(first.contains("ecosystems/waterveen/next_steps.csv"));
  EXPECT_TRUE(first.contains("ecosystems/waterveen/inquiries.csv"));
  EXPECT_TRUE(first.contains("ecosystems/waterveen/hub_questions.csv"));
  EXPECT_TRUE(first.contains("ecosystems/waterveen/notices.csv"));
  EXPECT_TRUE(first.contains("ground/homes_csv/1.csv"));
}

}  // namespace wegwijzer
