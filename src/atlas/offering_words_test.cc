// SPDX-License-Identifier: EUPL-1.2
#include "atlas/offering_words.h"

#include <gmock/gmock.h>

#include "kit/drawn_atlas.h"

namespace wegwijzer {

namespace {

Offering robots(AtlasDraft& draft) {
  Offering offering = draft.an_offering_at('A')
                          .titled("Robots bouwen")
                          .about("robotics")
                          .for_ages(5, 7)
                          .costing({Euro{0}, Per::time})
                          .when("elke woensdag 14:00-15:00");
  offering.kind = OfferingKind::series;
  offering.access = {Access::girls_only};
  offering.languages = {*LanguageCode::parse("nl"), *LanguageCode::parse("en")};
  return offering;
}

}  // namespace

TEST(OfferingWords, say_what_is_known_as_people_type_it) {
  AtlasDraft draft("A");
  draft.add(robots(draft));
  auto const atlas = draft.atlas();
  auto const texts = offering_texts(atlas.catalogue(), atlas.themes(), atlas.areas(), atlas.vocabulary(),
                                    Index<Offering>(0));
  ASSERT_EQ(texts.size(), offering_text_count);
  ASSERT_EQ(offering_fields().size(), offering_text_count);
  auto const said = [&](OfferingText text) { return texts[static_cast<std::size_t>(text)]; };
  EXPECT_EQ(said(OfferingText::themes), "robotics robotics");
  EXPECT_EQ(said(OfferingText::wider_themes), "technology technology");
  EXPECT_EQ(said(OfferingText::organisation), "Techniekhuis");
  EXPECT_EQ(said(OfferingText::place), "Waterveen Plek A ");
  EXPECT_EQ(said(OfferingText::practical),
            "cursus lessen  5 6 7 kleuters woensdag gratis meisjes Engels English");
}

TEST(OfferingWords, complete_only_what_finds_something) {
  AtlasDraft draft("A");
  draft.add(robots(draft));
  draft.add(draft.an_offering_at('A').titled("Robots en robben").about("music"));
  draft.add_organisation("Robotloos");
  auto const atlas = draft.atlas();
  std::vector<std::string> texts;
  for (auto const& one : atlas.words().completions().find("ro", 8)) texts.push_back(one.text);
  EXPECT_THAT(texts, testing::ElementsAre("robotics", "robots", "Robots bouwen", "Robots en robben"));
}

}  // namespace wegwijzer
