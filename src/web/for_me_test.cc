// SPDX-License-Identifier: EUPL-1.2
// "Is dit iets voor mij?" on the page of an offering.
#include <gtest/gtest.h>

#include "http/conditional.h"
#include "kit/drawn_atlas.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "web/site.h"

namespace wegwijzer::web {

namespace {

Picture const hall{std::string(32, 'a'), 1200, 800, "De zaal met matten"};

}  // namespace

class ForMe : public testing::Test {
 protected:
  http::Response ask(std::string const& path, std::string const& query = "") {
    auto const atlas = std::make_shared<Atlas const>(draft_.atlas());
    Site const site([&] { return atlas; }, *store_, clock_);
    http::Request request;
    request.path = *http::Path::parse(path);
    request.query = *http::Parameters::parse(query);
    return site.answer(request);
  }

  std::string page(Offering const& offering, std::string const& query = "") {
    return std::string(ask("/offerings/" + wegwijzer::text(draft_.add(offering)), query).body.bytes());
  }

  static std::size_t times(std::string const& page, std::string const& words) {
    std::size_t count = 0;
    for (auto at = page.find(words); at != page.npos; at = page.find(words, at + 1)) ++count;
    return count;
  }

  AtlasDraft draft_{"H---A---B"};
  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
};

TEST_F(ForMe, tells_who_is_there_and_what_to_bring) {
  Offering judo = draft_.an_offering_at('A').titled("Judo");
  judo.expect = "Je kijkt eerst.", judo.meets = "Noor, trainer.", judo.bring = "Een joggingbroek.";
  judo.role_models = {RoleModel::older_children, RoleModel::women_and_men};
  auto const shown = page(judo);
  for (auto const* said : {"Is dit iets voor mij?", "Je kijkt eerst.", "Noor, trainer.", "Een joggingbroek.",
                           "jongeren die hier zelf zijn begonnen", "vrouwen en mannen die de groep leiden"}) {
    EXPECT_EQ(times(shown, said), 1U) << said;
  }
  EXPECT_EQ(shown.find("Hierover is nog niets ingevuld:"), shown.npos);
}

TEST_F(ForMe, asks_who_leads_the_group_where_only_kinds_of_people_are_said) {
  Offering judo = draft_.an_offering_at('A').titled("Judo");
  judo.role_models = {RoleModel::from_area};
  auto const shown = page(judo);
  EXPECT_EQ(times(shown, "De aanbieder zegt dat je hier ziet:"), 1U);
  EXPECT_EQ(times(shown, "wie de groep leidt"), 1U);
  EXPECT_EQ(times(shown, "wie je daar ziet"), 0U);
}

TEST_F(ForMe, tells_how_welcome_children_felt_and_that_it_is_not_exact) {
  Offering judo = draft_.an_offering_at('A').titled("Judo");
  draft_.felt_welcome()[judo.id] = {0.73, date(2026, 2, 1), date(2026, 7, 31)};
  auto const shown = page(judo);
  EXPECT_EQ(times(shown,
                  "Van de kinderen die antwoord gaven, voelden zich ongeveer 3 op de 4 welkom "
                  "(1 februari 2026 tot en met 31 juli 2026)."),
            1U);
  EXPECT_EQ(times(shown, "zodat je er geen kind in herkent"), 1U);
}

TEST_F(ForMe, tells_programs_how_welcome_children_felt) {
  Offering judo = draft_.an_offering_at('A').titled("Judo");
  auto const path = "/api/v1/offerings/" + wegwijzer::text(draft_.add(judo));
  EXPECT_EQ(times(std::string(ask(path).body.bytes()), R"("feltWelcome":null)"), 1U);
  draft_.felt_welcome()[judo.id] = {0.734, date(2026, 2, 1), date(2026, 7, 31)};
  EXPECT_EQ(times(std::string(ask(path).body.bytes()),
                  R"("feltWelcome":{"share":0.73,"first":"2026-02-01","last":"2026-07-31"})"),
            1U);
}

TEST_F(ForMe, says_nothing_of_feeling_welcome_where_nothing_may_be_shown_or_long_ago) {
  EXPECT_EQ(times(page(draft_.an_offering_at('A')), "welkom"), 0U);
  Offering judo = draft_.an_offering_at('A').titled("Judo");
  draft_.felt_welcome()[judo.id] = {0.73, date(2024, 2, 1), date(2024, 7, 31)};
  EXPECT_EQ(times(page(judo), "welkom"), 0U);
}

TEST_F(ForMe, names_all_that_is_unknown_in_one_line_with_whom_to_ask) {
  auto const shown = page(draft_.an_offering_at('A'));
  EXPECT_EQ(times(shown,
                  "Hierover is nog niets ingevuld: hoe het daar gaat, wie je daar ziet, of je daar mensen "
                  "ziet die op jou "
                  "lijken en wat je meeneemt."),
            1U);
  EXPECT_EQ(times(shown, "Vraag het aan Techniekhuis"), 1U);
  EXPECT_EQ(times(shown, "De aanbieder heeft hierover nog niets gezegd. Vraag ernaar."), 1U);
}

TEST_F(ForMe, says_of_safety_what_the_provider_says_in_its_name) {
  auto& provider = draft_.provider();
  provider.certificates = true, provider.certificates_said_on = date(2026, 9, 1);
  auto shown = page(draft_.an_offering_at('A'));
  EXPECT_EQ(
      times(shown,
            "De aanbieder zegt: iedereen die met kinderen werkt, heeft een VOG. Dat zei de aanbieder op "
            "dinsdag 1 september 2026."),
      1U);
  EXPECT_EQ(times(shown, "bij wie je terechtkunt als iets niet goed voelt"), 1U);  // half of it is unknown
  provider.certificates = false, provider.safety_contact = "de voorzitter",
  provider.safety_email = "v@club.nl";
  shown = page(draft_.an_offering_at('A'));
  EXPECT_EQ(times(shown, "De aanbieder zegt: niet iedereen"), 1U);
  EXPECT_EQ(times(shown, "Praat dan met de voorzitter."), 1U);
  EXPECT_EQ(times(shown, "mailto:v%40club.nl"), 1U);
}

TEST_F(ForMe, shows_no_way_to_meet_anybody_at_home) {
  Offering kit = draft_.an_offering_at('A');
  kit.where = Where::at_home;
  auto const shown = page(kit);
  EXPECT_EQ(shown.find("Is het veilig?"), shown.npos);
  EXPECT_EQ(shown.find("Hierover is nog niets ingevuld:"), shown.npos);
}

// From H to A are four signs of 100 m.
TEST_F(ForMe, tells_the_way_on_foot_and_by_bicycle_when_the_home_is_known) {
  Offering const judo = draft_.an_offering_at('A').titled("Judo");
  auto const shown = page(judo, "age=9&near=" + wegwijzer::text(draft_.at('H')));
  EXPECT_EQ(times(shown, "Hoe kom je er?"), 1U);
  EXPECT_NE(shown.find("mode=walk"), shown.npos);
  EXPECT_GE(times(shown, "/route?"), 2U);
  EXPECT_EQ(page(draft_.an_offering_at('A')).find("Hoe kom je er?"), shown.npos);
}

TEST_F(ForMe, leads_to_help_with_costs_in_three_steps) {
  Offering judo = draft_.an_offering_at('A').titled("Judo").costing({Euro{2000}, Per::month});
  judo.email = "judo@club.nl";
  judo.funds = {*FundCode::parse("stadjerspas"), *FundCode::parse("jeugdfonds-sport-cultuur")};
  auto const shown = page(judo);
  for (auto const* said :
       {"Heb je een Stadjerspas?", "Geen pas? Dit kan helpen: Jeugdfonds Sport &amp; Cultuur",
        "Iemand die je kent van school of uit de buurt vraagt het aan", "Zo vraag je het",
        "mijn kind wil graag meedoen met “Judo”", "Ik wil graag meedoen met “Judo” bij Techniekhuis",
        "mailto:judo%40club.nl?subject=Judo&amp;body=Hallo"}) {
    EXPECT_EQ(times(shown, said), 1U) << said;
  }
  EXPECT_EQ(times(page(draft_.an_offering_at('A').costing({Euro{0}, Per::time})), "Te duur?"), 0U);
}

// In Arabic a name stays in its sentence, and the Dutch sentence to say runs from the left.
TEST_F(ForMe, keeps_what_is_dutch_in_its_direction) {
  draft_.provider().certificates = true, draft_.provider().certificates_said_on = date(2026, 9, 1);
  draft_.provider().safety_contact = "de voorzitter", draft_.provider().safety_email = "v@club.nl";
  Offering judo = draft_.an_offering_at('A').titled("Judo").costing({Euro{2000}, Per::month});
  judo.email = "judo@club.nl";
  auto const id = draft_.add(judo);
  std::string const shown(ask("/ar/offerings/" + wegwijzer::text(id)).body.bytes());
  EXPECT_EQ(times(shown, R"(<bdi><span lang="nl" dir="ltr">de voorzitter</span></bdi>)"), 1U);
  EXPECT_EQ(times(shown, R"(<blockquote lang="nl">)"), 0U);
  EXPECT_GE(times(shown, R"(<blockquote lang="nl" dir="ltr">)"), 1U);
}

TEST_F(ForMe, asks_nothing_of_a_family_when_the_school_pays) {
  Offering lesson = draft_.an_offering_at('A').costing({Euro{2000}, Per::time});
  lesson.funds = {*FundCode::parse("school-betaalt")};
  auto const shown = page(lesson);
  EXPECT_EQ(times(shown, "Je hoeft niets te doen."), 1U);
  EXPECT_EQ(shown.find("Zo vraag je het"), shown.npos);
}

TEST_F(ForMe, keeps_room_for_a_picture_and_says_what_it_shows) {
  Offering judo = draft_.an_offering_at('A');
  judo.pictures.all = {hall};
  auto const shown = page(judo);
  EXPECT_EQ(times(shown, R"(width="1200" height="800" alt="De zaal met matten")"), 1U);
  EXPECT_EQ(times(shown, "/pictures/" + hall.checksum + "-480.webp"), 1U);
  EXPECT_EQ(times(shown, "/pictures/" + hall.checksum + "-1200.webp"), 1U);
}

TEST_F(ForMe, serves_a_picture_for_as_long_as_an_offering_shows_it) {
  auto const name = picture_name(hall, 480);
  EXPECT_EQ(ask("/pictures/" + name).status, 404);
  auto writer = store_->writer(an_ecosystem(), {"test"});
  writer->ground().replace(GroundKind::picture, name, "RIFF");
  writer->commit();
  EXPECT_EQ(ask("/pictures/" + name).status, 404);  // nobody shows it: not yet, or no more
  Offering judo = draft_.an_offering_at('A');
  judo.pictures.all = {hall};
  draft_.add(judo);
  auto const response = ask("/pictures/" + name);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body.bytes(), "RIFF");
  EXPECT_EQ(response.headers.first("Content-Type"), "image/webp");
  EXPECT_EQ(response.headers.first("Cache-Control"), "private, max-age=31536000, immutable");
}

}  // namespace wegwijzer::web
