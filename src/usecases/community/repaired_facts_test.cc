// SPDX-License-Identifier: EUPL-1.2
// A map with planted contradictions, stale and missing facts: how many of these the program tells of, and how
// many are right once its keeper decided on each conflict and asked each organisation by mail, of which all
// that have a mail address answer what is true.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <map>

#include "kit/builders.h"
#include "kit/drawn_atlas.h"
#include "kit/fictional_towns.h"
#include "kit/fixed_time.h"
#include "kit/flawed_towns.h"
#include "kit/temporary_folder.h"
#include "outside/kept_secrets.h"
#include "storage/sqlite_store.h"
#include "towns/flaws.h"
#include "usecases/atlas/live.h"
#include "usecases/community/any_record.h"
#include "usecases/community/conflicts.h"
#include "usecases/sourced/merge.h"
#include "usecases/suggestion/answer.h"
#include "usecases/suggestion/ask.h"

namespace wegwijzer::repaired_facts {

namespace {

struct Shares {
  std::size_t planted = 0;
  std::size_t found = 0;
  std::size_t told = 0;  // of this sort, planted or not
  std::size_t right = 0;
  std::size_t without_address = 0;  // of those that are not right: nobody could be asked

  double recall() const { return static_cast<double>(found) / static_cast<double>(planted); }

  double precision() const { return static_cast<double>(found) / static_cast<double>(told); }

  double repaired() const { return static_cast<double>(right) / static_cast<double>(planted); }
};

void print(char const* what, Shares const& shares) {
  fmt::print("{}: planted {}, found {} of {} told; right afterwards {}; nobody to ask {}\n", what,
             shares.planted, shares.found, shares.told, shares.right, shares.without_address);
}

template <class Thing>
void keep_as_they_are(Writer& writer, std::vector<Thing> things) {
  for (auto& thing : things) ASSERT_TRUE(records<Thing>(writer).save(std::move(thing)));
}

class FlawedTown {
 public:
  explicit FlawedTown(std::uint64_t seed) {
    auto const world = towns::a_world(seed, 1, 6'000);
    truth_ = world->society(0);
    auto society = truth_;
    flaws_ = towns::plant_flaws(society, world->names().town(0), seed, today_);
    auto const writer = open();
    keep_as_they_are(*writer, society.organisations);
    keep_as_they_are(*writer, society.venues);
    writer->commit();
  }

  // The sources said something of all they know; of each contradicted field they say another thing now.
  void sources_speak() {
    auto const writer = open();
    for (auto said : flaws_.said) {
      for (auto& [name, value] : said.fields) {
        if (is_contradicted(said.source, name)) value = said_before(name);
      }
      writer->remember(said);
    }
    for (auto const& said : flaws_.said) {
      if (said.record == record_name<Venue>) {
        speak<Venue>(*writer, said);
      } else {
        speak<Organisation>(*writer, said);
      }
    }
    writer->commit();
  }

  // Whoever keeps the map looks at each and takes the source's word.
  void decide_contradictions(Shares& sum) {
    auto const writer = open();
    auto const conflicts = open_conflicts(*writer);
    sum.planted += flaws_.contradictions.size(), sum.told += conflicts.size();
    std::vector<std::pair<OpenConflict, Stands>> decisions;
    for (auto const& conflict : conflicts) {
      if (is_planted(flaws_.contradictions, conflict.id, conflict.at.field)) ++sum.found;
      decisions.emplace_back(conflict, Stands::theirs);
    }
    decide_conflicts(*writer, decisions);
    for (auto const& one : flaws_.contradictions) {
      if (value_of(*writer, one.record, one.id, one.field) == source_says(*writer, one)) ++sum.right;
    }
    writer->commit();
  }

  // What the coordinator's page of questions tells, before anything was asked.
  void count_told(Shares& stale_ones, Shares& missing_ones) {
    for (auto const& one : to_ask()) {
      for (auto const& question : one.questions) {
        if (!is_of_itself(question)) continue;
        bool const stale_one = question.what.field == "confirmed_on";
        if (stale_one) count(stale_ones, flaws_.stale, question, "");
        if (question.why == WhyAsk::missing)
          count(missing_ones, flaws_.missing, question, question.what.field);
      }
    }
    stale_ones.planted += flaws_.stale.size(), missing_ones.planted += flaws_.missing.size();
  }

  // A day at a time until there is nothing left to ask.
  void ask_and_be_answered() {
    for (int day = 0; day < 60 && ask_on(today_ + std::chrono::days(day)); ++day) continue;
  }

  void count_right(Shares& stale_ones, Shares& missing_ones) {
    auto const reader = store_->reader(an_ecosystem());
    for (auto const& one : flaws_.stale) {
      auto const now = *reader->organisations().find(Id<Organisation>(one.id));
      note(stale_ones, !stale(now, today_), now.email.empty());
    }
    for (auto const& one : flaws_.missing) {
      auto const value = value_of(*reader, one.record, one.id, one.field);
      note(missing_ones, value == true_value(one.record, one.id, one.field), !has_address(*reader, one));
    }
  }

 private:
  std::unique_ptr<Writer> open() { return store_->writer(an_ecosystem(), {"test"}); }

  static bool is_of_itself(QuestionToAsk const& question) {
    return question.what.kind == record_name<Organisation> || question.what.kind == record_name<Venue>;
  }

  static bool is_planted(std::vector<towns::PlantedFact> const& facts, Uuid id, std::string_view field) {
    return std::ranges::any_of(facts, [&](auto const& one) { return one.id == id && one.field == field; });
  }

  static void count(Shares& sum, std::vector<towns::PlantedFact> const& facts, QuestionToAsk const& question,
                    std::string_view field) {
    ++sum.told;
    if (is_planted(facts, *question.what.record, field)) ++sum.found;
  }

  static void note(Shares& sum, bool right, bool nobody_to_ask) {
    sum.right += right ? 1U : 0U;
    sum.without_address += !right && nobody_to_ask ? 1U : 0U;
  }

  bool is_contradicted(std::string const& source, std::string const& field) const {
    return std::ranges::any_of(flaws_.contradictions, [&](auto const& one) {
      auto const venue = store_->reader(an_ecosystem())->venues().find(Id<Venue>(one.id));
      return venue->source == source && one.field == field;
    });
  }

  // What a source said of a field that it contradicts now.
  static std::string said_before(std::string const& field) {
    static std::map<std::string, std::string> const before = {
        {"phone", "015 000 00 00"}, {"website", "https://eerst.example"}, {"street", "Oude weg 1"}};
    return before.at(field);
  }

  template <class Thing>
  static void speak(Writer& writer, Said const& said) {
    Thing thing;
    for (auto const& [name, value] : said.fields) (void)set_text(thing, name, value);
    thing.source = said.source;
    ASSERT_TRUE(merge_from_source(writer, std::move(thing)));
  }

  static FieldText value_of(Reader& reader, std::string_view record, Uuid id, std::string_view field) {
    FieldText value;
    with_kind(record, [&]<class Thing>(Kind<Thing>) {
      value = text_of(*records<Thing>(reader).find(Id<Thing>(id)), field);
    });
    return value;
  }

  FieldText true_value(std::string_view record, Uuid id, std::string_view field) const {
    if (record == record_name<Venue>) return of_truth(truth_.venues, id, field);
    return of_truth(truth_.organisations, id, field);
  }

  template <class Thing>
  static FieldText of_truth(std::vector<Thing> const& things, Uuid id, std::string_view field) {
    auto const found = std::ranges::find(things, Id<Thing>(id), &Thing::id);
    return found == things.end() ? FieldText() : text_of(*found, field);
  }

  FieldText source_says(Reader& reader, towns::PlantedFact const& one) const {
    auto const source = reader.venues().find(Id<Venue>(one.id))->source;
    auto const said = std::ranges::find(flaws_.said, source, &Said::source);
    return std::ranges::find(said->fields, one.field, &FieldValue::name)->value;
  }

  static bool has_address(Reader& reader, towns::PlantedFact const& one) {
    auto organisation = std::optional(Id<Organisation>(one.id));
    if (one.record == record_name<Venue>)
      organisation = reader.venues().find(Id<Venue>(one.id))->organisation;
    return organisation && !reader.organisations().find(*organisation)->email.empty();
  }

  std::vector<OrganisationToAskBy> to_ask() {
    atlas_ = load_atlas(*store_, a_vocabulary());
    auto const ecosystem = *atlas_->catalogue().find_ecosystem(an_ecosystem().slug);
    return questions_to_ask(*atlas_, ecosystem, store_->reader(an_ecosystem())->askings().all(), today_);
  }

  // False when there was nobody to ask.
  bool ask_on(Date day) {
    std::size_t asked = 0;
    for (auto const& one : to_ask()) {
      auto const& organisation = atlas_->catalogue()[one.organisation];
      if (organisation.email.empty() || asked == most_organisations_a_day) continue;
      std::vector<QuestionToAsk> questions;
      for (auto const& question : one.questions) {
        bool const fits = is_of_itself(question) && question.may == MayAsk::yes && is_known(question);
        if (fits && questions.size() < most_questions_in_a_mail) questions.push_back(question);
      }
      if (questions.empty()) continue;
      ++asked;
      ask_and_accept(organisation.id, questions, day);
    }
    return asked > 0;
  }

  bool is_known(QuestionToAsk const& question) const {
    return question.what.field == "confirmed_on" || !true_answer(question.what).value_or("").empty();
  }

  FieldText true_answer(AskedFor const& what) const {
    return true_value(what.kind, *what.record, what.field);
  }

  void ask_and_accept(Id<Organisation> id, std::vector<QuestionToAsk> const& questions, Date day) {
    auto const writer = open();
    auto const asked = ask_organisation(*writer, *secrets_, id, questions, {"lea", day});
    ASSERT_TRUE(asked) << asked.error().key;
    for (auto const& one : *asked) {
      auto const& what = one.asking.what;
      auto const now = value_of(*writer, what.kind, *what.record, what.field);
      FieldText const answer = what.field == "confirmed_on" ? FieldText(text(day)) : true_answer(what);
      auto const said = keep_answer(*writer, *secrets_, one.token, {{{what.field, now, answer}}, ""}, day);
      ASSERT_TRUE(said) << said.error().key;
      ASSERT_TRUE(accept_suggestion(*writer, said->id, {{what.field, now}}, {"lea", day}));
    }
    writer->commit();
  }

  Date today_ = towns::day_of_tests();
  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Secrets> secrets_ = *open_secrets(folder_.path("s.key"));
  std::shared_ptr<Atlas const> atlas_;
  towns::Society truth_;
  towns::PlantedFlaws flaws_;
};

}  // namespace

TEST(FlawedMap, tells_of_contradictions_and_of_what_is_stale_and_missing_and_they_are_repaired) {
  Shares contradictions, stale_ones, missing_ones;
  for (auto const seed : seeds_of_flawed_towns()) {
    FlawedTown town(seed);
    town.sources_speak();
    town.decide_contradictions(contradictions);
    town.count_told(stale_ones, missing_ones);
    town.ask_and_be_answered();
    town.count_right(stale_ones, missing_ones);
  }
  print("contradictions", contradictions);
  print("stale", stale_ones);
  print("missing", missing_ones);
  ASSERT_GT(contradictions.planted, 5U);
  EXPECT_EQ(contradictions.recall(), 1);
  EXPECT_EQ(contradictions.precision(), 1);
  EXPECT_EQ(contradictions.repaired(), 1);
  EXPECT_EQ(stale_ones.recall(), 1);
  EXPECT_EQ(missing_ones.recall(), 1);
  // Who has no address is not asked by mail; all others answered, so nothing else may be left.
  EXPECT_EQ(stale_ones.right + stale_ones.without_address, stale_ones.planted);
  EXPECT_EQ(missing_ones.right + missing_ones.without_address, missing_ones.planted);
}

}  // namespace wegwijzer::repaired_facts
