// SPDX-License-Identifier: EUPL-1.2
// What providers change: two at once, single dates, what asks for attention, and who is welcome.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/builders.h"
#include "kit/drawn_atlas.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "outside/kept_secrets.h"
#include "storage/sqlite_store.h"
#include "usecases/atlas/live.h"
#include "usecases/workplace/attention.h"
#include "usecases/workplace/keep.h"
#include "usecases/workplace/merge_edit.h"
#include "usecases/workplace/rubric.h"
#include "usecases/workplace/sessions.h"
#include "usecases/workplace/steps.h"
#include "usecases/workplace/still_right.h"
#include "usecases/workplace/waiting.h"

namespace wegwijzer {

namespace {

Organisation named(std::string const& name, std::string const& phone, std::string const& email) {
  Organisation organisation;
  organisation.name = name, organisation.phone = phone, organisation.email = email;
  return organisation;
}

std::string some_word() {
  return std::string(1, *rc::gen::inRange('a', 'd'));
}

}  // namespace

// Each field by itself, by the rule in words: what I did not change is as it is now; what only I changed is
// mine; what both changed alike is that; what both changed differently is mine, and told.
RC_GTEST_PROP(MergeEdit, loses_nothing, ()) {
  auto const any = [] { return named(some_word(), some_word(), some_word()); };
  auto const seen = any(), typed = any(), now = any();
  auto const merged = merge_edit(seen, typed, now);
  std::size_t clashes = 0;
  for (auto const member : {&Organisation::name, &Organisation::phone, &Organisation::email}) {
    bool const mine = typed.*member != seen.*member, theirs = now.*member != seen.*member;
    bool const right = merged.thing.*member == (mine ? typed.*member : now.*member);
    RC_ASSERT(right);
    clashes += mine && theirs && typed.*member != now.*member ? 1U : 0U;
  }
  RC_ASSERT(merged.clashes.size() == clashes);
}

TEST(MergeEdit, tells_both_versions) {
  auto const merged =
      merge_edit(named("Club", "1", ""), named("Clubje", "1", ""), named("Vereniging", "2", ""));
  EXPECT_EQ(merged.clashes, (std::vector{Clash{"name", "Clubje", "Vereniging"}}));
  EXPECT_EQ(merged.thing.phone, "2");
}

namespace {

Offering with_places(int capacity, int places_left) {
  Offering offering;
  offering.capacity = capacity, offering.places_left = places_left;
  return offering;
}

std::vector<Clash> asked(Offering const& seen, Offering const& typed, Offering const& now) {
  return merge_offering(seen, typed, now).clashes;
}

}  // namespace

// One made the group smaller while the other said that more places came free: each is right by itself.
TEST(MergeOffering, asks_both_numbers_where_they_do_not_fit_together) {
  EXPECT_EQ(asked(with_places(20, 5), with_places(20, 15), with_places(10, 5)),
            (std::vector{Clash{"capacity", "20", "10"}, Clash{"places_left", "15", "5"}}));
  // Both changed the free places, and theirs are more than the places I left.
  EXPECT_EQ(asked(with_places(20, 5), with_places(4, 3), with_places(20, 10)),
            (std::vector{Clash{"places_left", "3", "10"}, Clash{"capacity", "4", "20"}}));
  EXPECT_TRUE(asked(with_places(20, 5), with_places(20, 15), with_places(30, 5)).empty());
}

TEST(MergeOffering, asks_where_it_is_when_only_one_thinks_of_a_place) {
  Offering seen;
  auto typed = seen, now = seen;
  typed.where = Where::online;
  now.venue = Id<Venue>(Uuid{1, 2});
  auto const merged = merge_offering(seen, typed, now);
  EXPECT_TRUE(merged.asks("at"));
  EXPECT_TRUE(merged.asks("venue"));
  EXPECT_EQ(merged.thing.venue, std::nullopt);
}

namespace {

Schedule each_wednesday() {
  return *Schedule::parse("elke woensdag 14:00-15:30");
}

constexpr auto days(int number) {
  return std::chrono::days(number);
}

Occurrence usual(Date day) {
  return {day, {{14 * 60}, {15 * 60 + 30}}};
}

}  // namespace

TEST(Sessions, are_shown_with_those_that_are_cancelled) {
  auto const wednesday = date(2026, 12, 2);
  auto const schedule = cancel_session(each_wednesday(), {}, usual(wednesday + days(7)));
  ASSERT_TRUE(schedule);
  auto const planned = planned_sessions(*schedule, {}, wednesday, days(20), 40);
  ASSERT_EQ(planned.size(), 3U);
  EXPECT_FALSE(planned[0].cancelled);
  EXPECT_TRUE(planned[1].cancelled);
  EXPECT_EQ(planned[1].when.day, wednesday + days(7));
  EXPECT_EQ(planned_sessions(*schedule, {}, wednesday, days(20), 2).size(), 2U);
}

TEST(Sessions, are_refused_where_there_is_nothing) {
  auto const thursday = date(2026, 12, 3);
  EXPECT_EQ(cancel_session(each_wednesday(), {}, usual(thursday)).error().key, "work_session.missing");
  EXPECT_EQ(restore_session(each_wednesday(), {}, thursday).error().key, "work_session.missing");
  Occurrence const extra{date(2026, 12, 2), {{14 * 60}, {15 * 60 + 30}}};
  EXPECT_EQ(add_session(each_wednesday(), {}, extra, date(2026, 12, 1)).error().key,
            "work_session.there_already");
  EXPECT_EQ(add_session(each_wednesday(), {}, extra, date(2026, 12, 3)).error().key, "work_session.is_over");
}

TEST(Sessions, that_were_added_and_cancelled_are_gone) {
  Occurrence const extra{date(2026, 12, 5), {{10 * 60}, {11 * 60}}};
  auto const added = add_session(each_wednesday(), {}, extra, date(2026, 12, 1));
  ASSERT_TRUE(added);
  EXPECT_EQ(cancel_session(*added, {}, extra), each_wednesday());
}

TEST(Sessions, of_one_day_are_changed_apart) {
  auto const twice = *Schedule::parse("elke zaterdag 10:00-11:00; elke zaterdag 14:00-15:00");
  auto const saturday = date(2026, 12, 5);
  Occurrence const early{saturday, {{600}, {660}}}, late{saturday, {{840}, {900}}};
  auto const cancelled = cancel_session(twice, {}, early);
  ASSERT_TRUE(cancelled);
  EXPECT_EQ(occurrences(*cancelled, {}, saturday, saturday), std::vector{late});
  EXPECT_EQ(restore_session(*cancelled, {}, saturday), twice);
  Occurrence const later{saturday, {{960}, {1020}}};
  auto const moved = move_session(twice, {}, early, later, saturday);
  ASSERT_TRUE(moved);
  EXPECT_EQ(occurrences(*moved, {}, saturday, saturday), (std::vector{late, later}));
}

// Cancelling takes away that day and no other; restoring brings it back; a move keeps the number.
RC_GTEST_PROP(Sessions, change_one_day_only, ()) {
  auto const first = date(2026, 12, 2);
  auto const last = first + days(70);
  auto const schedule = each_wednesday();
  auto const before = occurrences(schedule, {}, first, last);
  auto const which = *rc::gen::inRange<std::size_t>(0, before.size());
  auto const day = before[which].day;
  auto const cancelled = *cancel_session(schedule, {}, before[which]);
  auto without = before;
  without.erase(without.begin() + static_cast<std::ptrdiff_t>(which));
  RC_ASSERT(occurrences(cancelled, {}, first, last) == without);
  RC_ASSERT(restore_session(cancelled, {}, day) == schedule);
  Occurrence const to{first + days(*rc::gen::inRange(0, 70)),
                      {{*rc::gen::inRange(0, 700)}, {*rc::gen::inRange(701, 1439)}}};
  auto const moved = occurrences(*move_session(schedule, {}, before[which], to, first), {}, first, last);
  RC_ASSERT(moved.size() == before.size());
  RC_ASSERT(std::ranges::find(moved, to) != moved.end());
}

namespace {

Holidays christmas() {
  return {{{HolidayRegion::middle, "Kerstvakantie", date(2026, 12, 19), date(2027, 1, 3)}},
          HolidayRegion::middle};
}

// With nothing to say about.
Offering in_order() {
  Offering offering = an_offering(Id<Offering>(Uuid{1, 1}), Id<Organisation>(Uuid{1, 2}))
                          .at(Id<Venue>(Uuid{1, 3}))
                          .for_ages(8, 12)
                          .costing({Euro{0}, Per::time})
                          .when("elke woensdag 14:00-15:30, niet in schoolvakanties");
  offering.kind = OfferingKind::club;
  offering.access = {Access::wheelchair};
  offering.confirmed_on = date(2026, 11, 1);
  return offering;
}

std::vector<Attention> attention(Offering const& offering, bool step = true) {
  return needs_attention(offering, christmas(), step, date(2026, 12, 1));
}

using Only = std::vector<Attention>;

}  // namespace

TEST(NeedsAttention, says_nothing_of_what_is_in_order) {
  EXPECT_EQ(attention(in_order()), Only{});
}

TEST(NeedsAttention, sees_what_ends_before_or_in_the_holidays) {
  auto offering = in_order();
  offering.schedule.repeats.front().last = date(2026, 12, 18);
  EXPECT_EQ(attention(offering), Only{Attention::nothing_after_holidays});
  offering.schedule.repeats.front().last = date(2027, 1, 6);
  EXPECT_EQ(attention(offering), Only{});
  offering.schedule.repeats.front().last = date(2026, 11, 25);
  EXPECT_EQ(attention(offering), Only{Attention::no_dates_ahead});
}

TEST(NeedsAttention, asks_no_dates_of_what_has_none) {
  auto kit = in_order();
  kit.schedule = {};
  EXPECT_EQ(attention(kit), Only{Attention::no_dates_ahead});
  kit.kind = OfferingKind::lesson_kit;
  EXPECT_EQ(attention(kit), Only{});
}

TEST(NeedsAttention, names_each_thing_that_is_missing) {
  auto offering = in_order();
  offering.venue.reset(), offering.ages.reset(), offering.price.reset(), offering.access.clear();
  offering.places_left = 0;
  offering.confirmed_on = date(2026, 1, 1);
  EXPECT_EQ(attention(offering, false), (Only{Attention::no_place, Attention::no_ages, Attention::no_price,
                                              Attention::full_without_waiting_list, Attention::no_next_step,
                                              Attention::no_access_facts, Attention::stale}));
  offering.waiting_list = true;
  EXPECT_EQ(std::ranges::count(attention(offering), Attention::full_without_waiting_list), 0);
}

TEST(Rubric, takes_its_answers_from_what_the_page_says) {
  Offering offering;
  for (auto const& [question, name] : choices<Inclusion>)
    EXPECT_EQ(answer(offering, question), std::nullopt) << name;
  offering.price = Price{Euro{500}, Per::time};
  EXPECT_EQ(answer(offering, Inclusion::costs), false);
  offering.funds = {*FundCode::parse("fund")};
  EXPECT_EQ(answer(offering, Inclusion::costs), true);
  offering.languages = {*LanguageCode::parse("nl")};
  EXPECT_EQ(answer(offering, Inclusion::own_language), false);
  offering.languages.push_back(*LanguageCode::parse("tr"));
  EXPECT_EQ(answer(offering, Inclusion::own_language), true);
  offering.access = {Access::small_group};
  EXPECT_EQ(answer(offering, Inclusion::calm), true);
  EXPECT_EQ(answer(offering, Inclusion::wheelchair), std::nullopt);
  offering.trial_lesson = false;
  EXPECT_EQ(answer(offering, Inclusion::trial), false);
}

class Workplace : public testing::Test {
 protected:
  Workplace() : writer_(store_->writer(ecosystem_, {"test"})) {
    club_ = writer_->organisations().save(an_organisation(writer_->new_id<Organisation>(), "Club"))->id;
    museum_ = writer_->organisations().save(an_organisation(writer_->new_id<Organisation>(), "Museum"))->id;
    chess_ = writer_->offerings().save(an_offering(writer_->new_id<Offering>(), club_))->id;
    tour_ = writer_->offerings().save(an_offering(writer_->new_id<Offering>(), museum_))->id;
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  Ecosystem ecosystem_ = an_ecosystem();
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Writer> writer_;
  Date today_ = date(2026, 12, 1);
  Id<Organisation> club_, museum_;
  Id<Offering> chess_, tour_;
};

TEST_F(Workplace, lets_an_offering_stay_with_its_organisation) {
  auto chess = *writer_->offerings().find(chess_);
  chess.organisation = museum_;
  chess.source = "made up";
  chess.title = "Schaken";
  auto const kept = keep_offering(*writer_, chess, today_);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->organisation, club_);
  EXPECT_EQ(kept->source, "");
  EXPECT_EQ(kept->confirmed_on, today_);
}

TEST_F(Workplace, asks_for_a_place_that_is_there) {
  auto chess = *writer_->offerings().find(chess_);
  chess.venue = Id<Venue>(Uuid{9, 9});
  EXPECT_EQ(keep_offering(*writer_, chess, today_).error().key, "work.venue_missing");
}

TEST_F(Workplace, confirms_only_what_is_of_the_organisation) {
  EXPECT_EQ(confirm_offerings(*writer_, club_, {chess_, tour_}, today_), 1U);
  EXPECT_EQ(writer_->offerings().find(chess_)->confirmed_on, today_);
  EXPECT_NE(writer_->offerings().find(tour_)->confirmed_on, today_);
}

TEST_F(Workplace, has_no_more_free_places_than_places) {
  auto chess = *writer_->offerings().find(chess_);
  chess.capacity = 10;
  ASSERT_TRUE(writer_->offerings().save(chess));
  EXPECT_EQ(set_places(*writer_, chess_, 11).error().key, "work.more_free");
  EXPECT_EQ(set_places(*writer_, chess_, 10)->places_left, 10);
  EXPECT_EQ(set_places(*writer_, chess_, std::nullopt)->places_left, std::nullopt);
}

TEST_F(Workplace, copies_words_and_not_days) {
  Offering chess = an_offering(chess_, club_).when("elke woensdag 14:00-15:30, vanaf 9 september 2026");
  chess.schedule.closed = {date(2026, 10, 21)};
  chess.places_left = 3, chess.version = 7;
  auto const copy = copy_of(chess);
  EXPECT_EQ(copy.version, 0);
  EXPECT_EQ(copy.title, chess.title);
  EXPECT_EQ(copy.places_left, std::nullopt);
  EXPECT_TRUE(copy.schedule.closed.empty());
  EXPECT_EQ(copy.schedule.repeats.front().first, std::nullopt);
  EXPECT_EQ(copy.schedule.repeats.front().hours, chess.schedule.repeats.front().hours);
}

TEST_F(Workplace, shows_a_step_to_both_ends_with_the_yes_that_is_theirs) {
  ASSERT_TRUE(propose_step(*writer_, club_, chess_, tour_, Direction::broaden, "", today_));
  auto const club = own_steps(*writer_, club_), museum = own_steps(*writer_, museum_);
  ASSERT_EQ(club.size(), 1U);
  ASSERT_EQ(museum.size(), 1U);
  EXPECT_EQ(club.front().ours, SaysYes::from);
  EXPECT_FALSE(club.front().waits_for_us());
  EXPECT_EQ(museum.front().ours, SaysYes::to);
  EXPECT_TRUE(museum.front().waits_for_us());
  EXPECT_FALSE(museum.front().is_agreed());
  ASSERT_TRUE(agree_on_step(*writer_, museum.front().edge.id, museum.front().ours, today_));
  EXPECT_TRUE(own_steps(*writer_, club_).front().is_agreed());
}

TEST_F(Workplace, begins_a_step_again_that_was_ended) {
  auto step = propose_step(*writer_, club_, chess_, tour_, Direction::broaden, "", today_);
  ASSERT_TRUE(step);
  step->agreed_by_to = true, step->archived_on = today_;
  ASSERT_TRUE(records<StepEdge>(*writer_).save(*step));
  auto const again = propose_step(*writer_, club_, chess_, tour_, Direction::deepen, "", today_);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->id, step->id);
  EXPECT_TRUE(again->agreed_by_from);
  EXPECT_FALSE(again->agreed_by_to) << "the other says yes anew";
}

// The atlas and the store know the same; who is asked for a few of its organisations as well.
TEST_F(Workplace, counts_what_waits_wherever_it_looks) {
  auto chess = *writer_->offerings().find(chess_);
  chess.price.reset();
  ASSERT_TRUE(writer_->offerings().save(an_offering(writer_->new_id<Offering>(), club_)));
  ASSERT_TRUE(writer_->offerings().save(chess));
  ASSERT_TRUE(propose_step(*writer_, museum_, tour_, chess_, Direction::broaden, "", today_));
  writer_->commit();
  writer_.reset();
  auto const atlas = load_atlas(*store_, a_vocabulary());
  auto const reader = store_->reader(ecosystem_);
  auto const known = *atlas->catalogue().find_ecosystem(ecosystem_.slug);
  for (auto const* const words : {"", "club", "zzz"}) {
    auto const listed = organisations_at_work(*reader, {}, words, today_);
    EXPECT_EQ(organisations_at_work(*atlas, known, words, today_), listed) << words;
    EXPECT_EQ(organisations_at_work(*reader, {club_, museum_}, {}, words, today_), listed) << words;
  }
  auto const only_club = organisations_at_work(*reader, {club_}, {}, "", today_);
  ASSERT_EQ(only_club.size(), 1U);
  EXPECT_EQ(only_club.front().waiting, (Waiting{2, 2, 1, Attention::no_dates_ahead, 2}));
}

TEST(SortByWhatWaits, puts_who_waits_for_an_answer_before_what_matters_most) {
  auto const named = [](std::string const& name, Waiting const& waiting) {
    return OrganisationAtWork{{}, name, waiting};
  };
  std::vector all{named("In orde", {9, 0, 0, {}, 0}),
                  named("Oud", {9, 9, 0, Attention::stale, 9}),
                  named("Élan", {2, 1, 0, Attention::no_place, 1}),
                  named("Damclub", {2, 1, 0, Attention::no_place, 1}),
                  named("Twee zonder plek", {2, 2, 0, Attention::no_place, 2}),
                  named("Voorstel", {1, 0, 1, {}, 0})};
  sort_by_what_waits(all);
  std::vector<std::string> names;
  for (auto const& one : all) names.push_back(one.name);
  EXPECT_EQ(names,
            (std::vector<std::string>{"Voorstel", "Twee zonder plek", "Damclub", "Élan", "Oud", "In orde"}));
}

TEST_F(Workplace, proposes_nothing_that_is_off_the_map) {
  auto tour = *writer_->offerings().find(tour_);
  tour.archived_on = today_;
  ASSERT_TRUE(writer_->offerings().save(tour));
  EXPECT_EQ(propose_step(*writer_, club_, chess_, tour_, Direction::deepen, "", today_).error().key,
            "record.missing");
}

// What a merge of two people's fields may give.
TEST_F(Workplace, keeps_no_place_of_what_is_online_and_no_more_free_than_places) {
  auto chess = *writer_->offerings().find(chess_);
  chess.venue = writer_->venues().save(a_venue(writer_->new_id<Venue>()))->id;
  chess.where = Where::online;
  auto kept = keep_offering(*writer_, chess, today_);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->venue, std::nullopt);
  kept->capacity = 5, kept->places_left = 8;
  EXPECT_EQ(keep_offering(*writer_, *kept, today_).error().key, "work.more_free");
}

TEST_F(Workplace, lets_a_place_that_is_gone_stay_until_another_is_chosen) {
  auto venue = *writer_->venues().save(a_venue(writer_->new_id<Venue>()));
  auto chess = *writer_->offerings().find(chess_);
  chess.venue = venue.id;
  chess = *keep_offering(*writer_, chess, today_);
  venue.archived_on = today_;
  ASSERT_TRUE(writer_->venues().save(venue));
  chess.title = "Schaken";
  EXPECT_TRUE(keep_offering(*writer_, chess, today_));
}

TEST_F(Workplace, refuses_a_step_that_is_there_or_leads_nowhere) {
  ASSERT_TRUE(propose_step(*writer_, club_, chess_, tour_, Direction::broaden, "", today_));
  EXPECT_EQ(propose_step(*writer_, club_, chess_, tour_, Direction::deepen, "", today_).error().key,
            "work_step.there_already");
  EXPECT_EQ(propose_step(*writer_, club_, chess_, chess_, Direction::deepen, "", today_).error().key,
            "work_step.to_itself");
}

namespace {

void is_for(Writer& writer, Id<Offering> id, std::optional<AgeRange> ages,
            std::optional<SchoolGroups> groups = {}) {
  auto offering = *writer.offerings().find(id);
  offering.ages = ages, offering.groups = groups;
  ASSERT_TRUE(writer.offerings().save(offering));
}

}  // namespace

TEST_F(Workplace, proposes_no_step_to_younger_children_only) {
  is_for(*writer_, chess_, AgeRange{9, 12});
  is_for(*writer_, tour_, AgeRange{6, 8});
  for (auto const direction : {Direction::deepen, Direction::broaden}) {
    auto const made = propose_step(*writer_, club_, chess_, tour_, direction, "", today_);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().key, "work_step.younger");
  }
  // Group 5 is 8 and 9 years old: who is 9 goes there from what begins at 9.
  is_for(*writer_, tour_, AgeRange{6, 8}, SchoolGroups{5, 5});
  EXPECT_TRUE(propose_step(*writer_, club_, chess_, tour_, Direction::deepen, "", today_));
}

TEST_F(Workplace, proposes_a_step_where_one_of_both_does_not_say_for_whom_it_is) {
  is_for(*writer_, chess_, std::nullopt);
  is_for(*writer_, tour_, AgeRange{4, 5});
  EXPECT_TRUE(propose_step(*writer_, club_, chess_, tour_, Direction::deepen, "", today_));
}

// Going on from A to B and from B to A is a circle; trying something else there is not.
TEST_F(Workplace, proposes_no_step_that_leads_back) {
  auto const there = propose_step(*writer_, club_, chess_, tour_, Direction::deepen, "", today_);
  ASSERT_TRUE(there);
  auto const back = propose_step(*writer_, museum_, tour_, chess_, Direction::deepen, "", today_);
  ASSERT_FALSE(back);
  EXPECT_EQ(back.error().key, "work_step.leads_back");
  auto ended = *there;
  ended.archived_on = today_;
  ASSERT_TRUE(records<StepEdge>(*writer_).save(ended));
  EXPECT_TRUE(propose_step(*writer_, museum_, tour_, chess_, Direction::deepen, "", today_));
}

TEST_F(Workplace, may_try_something_else_both_ways) {
  ASSERT_TRUE(propose_step(*writer_, club_, chess_, tour_, Direction::broaden, "", today_));
  EXPECT_TRUE(propose_step(*writer_, museum_, tour_, chess_, Direction::broaden, "", today_));
}

// Club and museum, of which the club has an editor, and an offering that nobody checked for long.
class StillRight : public Workplace {
 protected:
  StillRight() {
    auto chess = *writer_->offerings().find(chess_);
    chess.confirmed_on = local_date(now_) - days(400);
    chess_ = writer_->offerings().save(chess)->id;
    writer_->commit();
    writer_.reset();
    auto const changing = store_->change_accounts();
    changing->save(noor_);
    changing->add(
        *accounts::Membership::make(noor_.id, accounts::Role::provider_editor, {ecosystem_.id, club_}));
    changing->commit();
  }

  std::string mailed() { return *secrets_->unseal(store_->accounts()->mails_waiting().back().sealed_token); }

  Offering chess() { return *store_->reader(ecosystem_)->offerings().find(chess_); }

  Instant now_ = clock_.now();
  accounts::Person noor_{Id<accounts::Person>(Uuid{8, 8}),
                         *accounts::EmailAddress::parse("noor@club.example"), "Noor", "nl", now_};
  std::unique_ptr<Secrets> secrets_ = *open_secrets(folder_.path("s.key"));
};

TEST_F(StillRight, is_asked_once_in_half_a_year) {
  EXPECT_EQ(ask_whether_still_right(*store_, *secrets_, now_), 1U);
  EXPECT_EQ(ask_whether_still_right(*store_, *secrets_, now_ + std::chrono::hours(24 * 100)), 0U);
  EXPECT_EQ(ask_whether_still_right(*store_, *secrets_, now_ + std::chrono::hours(24 * 184)), 1U);
  EXPECT_EQ(store_->accounts()->mails_waiting().front().about, "Club");
}

TEST_F(StillRight, is_not_asked_of_what_is_fresh) {
  {
    auto const writer = store_->writer(ecosystem_, {"test"});
    confirm_offerings(*writer, club_, {chess_}, local_date(now_));
    writer->commit();
  }
  EXPECT_EQ(ask_whether_still_right(*store_, *secrets_, now_), 0U);
}

TEST_F(StillRight, is_answered_once_by_the_link) {
  ask_whether_still_right(*store_, *secrets_, now_);
  auto const token = mailed();
  auto const asked = show_question(*store_, *secrets_, token, now_);
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->organisation.id, club_);
  ASSERT_EQ(asked->offerings.size(), 1U);
  // Looking is no answer; neither is what belongs to somebody else.
  EXPECT_NE(chess().confirmed_on, local_date(now_));
  ASSERT_TRUE(answer_question(*store_, *secrets_, token, {chess_, tour_}, now_));
  EXPECT_EQ(chess().confirmed_on, local_date(now_));
  EXPECT_NE(store_->reader(ecosystem_)->offerings().find(tour_)->confirmed_on, local_date(now_));
  auto const history = store_->reader(ecosystem_)->audit("offering", chess_.uuid());
  EXPECT_EQ(history.back().actor, "person:" + text(noor_.id));
  EXPECT_EQ(answer_question(*store_, *secrets_, token, {chess_}, now_).error().key, "work.question_over");
}

TEST_F(StillRight, link_is_over_for_who_has_lost_the_role) {
  ask_whether_still_right(*store_, *secrets_, now_);
  auto const token = mailed();
  auto const changing = store_->change_accounts();
  changing->remove(
      *accounts::Membership::make(noor_.id, accounts::Role::provider_editor, {ecosystem_.id, club_}));
  changing->commit();
  EXPECT_EQ(show_question(*store_, *secrets_, token, now_).error().key, "work.question_over");
}

TEST_F(StillRight, link_is_over_after_a_while_and_for_who_is_gone) {
  ask_whether_still_right(*store_, *secrets_, now_);
  auto const token = mailed();
  EXPECT_EQ(show_question(*store_, *secrets_, token, now_ + accounts::question_lasts).error().key,
            "work.question_over");
  auto const changing = store_->change_accounts();
  changing->erase(noor_.id);
  changing->commit();
  EXPECT_EQ(show_question(*store_, *secrets_, token, now_).error().key, "work.question_over");
  EXPECT_EQ(show_question(*store_, *secrets_, "guessed", now_).error().key, "work.question_over");
}

}  // namespace wegwijzer
