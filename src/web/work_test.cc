// SPDX-License-Identifier: EUPL-1.2
// The workplace: who may change what, what two people change at once, and what somebody types to do harm.
#include <gtest/gtest.h>

#include <regex>

#include "domain/record_kinds.h"
#include "kit/visited_site.h"
#include "usecases/atlas/live.h"
#include "usecases/suggestion/leave.h"
#include "usecases/workplace/still_right.h"
#include "web/offering_form.h"
#include "web/routes.h"

namespace wegwijzer::web {

using accounts::Role;

class Work : public VisitedSite {
 protected:
  Work() {
    auto const writer = store_->writer(ecosystem_, {"test"});
    club_ = writer->organisations().save(an_organisation(writer->new_id<Organisation>(), "Club"))->id;
    museum_ = writer->organisations().save(an_organisation(writer->new_id<Organisation>(), "Museum"))->id;
    venue_ = writer->venues().save(a_venue(writer->new_id<Venue>()))->id;
    chess_ = writer->offerings().save(chess(*writer))->id;
    tour_ = writer->offerings().save(an_offering(writer->new_id<Offering>(), museum_))->id;
    writer->commit();
    cookie_ = comes_in("noor", Role::provider_editor, at(club_));
  }

  Offering chess(Writer& writer) const {
    return an_offering(writer.new_id<Offering>(), club_)
        .at(venue_)
        .for_ages(8, 12)
        .costing({Euro{250}, Per::time})
        .when("elke woensdag 14:00-15:30");
  }

  accounts::Place at(Id<Organisation> organisation) const { return {ecosystem_.id, organisation}; }

  std::string path(Id<Offering> id) const { return "/workplace/waterveen/offerings/" + text(id); }

  std::string path(Id<Organisation> id) const { return "/workplace/waterveen/organisations/" + text(id); }

  // As the running program does within a second.
  void show_what_is_kept() { atlas_ = load_atlas(*store_, a_vocabulary()); }

  Id<Suggestion> said_of_tour() {
    auto const writer = store_->writer(ecosystem_, {"visitor"});
    Suggestion said;
    said.kind = "offering", said.record = tour_.uuid(), said.message = "Klopt niet";
    auto const id = leave_suggestion(*writer, said, local_date(clock_.now()))->id;
    writer->commit();
    return id;
  }

  Offering stored(Id<Offering> id) { return *store_->reader(ecosystem_)->offerings().find(id); }

  // The form as it is opened, with some fields typed over.
  http::Parameters opened(Id<Offering> id, std::map<std::string, std::string> const& typed = {}) {
    auto const form = form_of(stored(id));
    auto changed = with(form, typed);
    changed.add("seen", form.text());
    return changed;
  }

  static http::Parameters with(http::Parameters const& form,
                               std::map<std::string, std::string> const& typed) {
    http::Parameters changed;
    for (auto const& [name, value] : form) {
      if (!typed.contains(name)) changed.add(name, value);
    }
    for (auto const& [name, value] : typed) changed.add(name, value);
    return changed;
  }

  Ecosystem ecosystem_ = an_ecosystem();
  Id<Organisation> club_, museum_;
  Id<Venue> venue_;
  Id<Offering> chess_, tour_;
};

TEST_F(Work, changes_an_offering_and_says_who_did) {
  auto const answer = post(path(chess_), opened(chess_, {{"title", "Schaken"}, {"amount", "0"}}));
  ASSERT_EQ(answer.status, 303) << page(answer);
  EXPECT_EQ(stored(chess_).title, "Schaken");
  EXPECT_TRUE(stored(chess_).price->free());
  EXPECT_EQ(stored(chess_).confirmed_on, local_date(clock_.now()));
  auto const history = page(get("/workplace/waterveen/history/offering/" + text(chess_)));
  EXPECT_NE(history.find("noor"), std::string::npos);
  EXPECT_NE(history.find("Schaken"), std::string::npos);
}

// Of whatever kind: one's own, and for who keeps the network all of it.
TEST_F(Work, of_whatever_kind_has_a_history_that_its_own_people_read) {
  auto const writer = store_->writer(ecosystem_, {"test"});
  auto hall = a_venue(writer->new_id<Venue>());
  hall.organisation = club_;
  auto const own_venue = writer->venues().save(hall)->id;
  hall.id = writer->new_id<Venue>(), hall.organisation = museum_;
  auto const their_venue = writer->venues().save(hall)->id;
  StepEdge step;
  step.id = writer->new_id<StepEdge>(), step.from = chess_, step.to = tour_;
  auto const edge = records<StepEdge>(*writer).save(step)->id;
  Collaboration together;
  together.id = writer->new_id<Collaboration>(), together.from = museum_, together.to = club_;
  auto const partners = records<Collaboration>(*writer).save(together)->id;
  Fact fact;
  fact.id = writer->new_id<Fact>(), fact.dutch = "Er zijn veel clubs", fact.reference = "deel 1";
  auto const said = records<Fact>(*writer).save(fact)->id;
  writer->commit();
  auto const status = [&](std::string const& kind, auto id) {
    return get("/workplace/waterveen/history/" + kind + "/" + text(id)).status;
  };
  for (auto const& [kind, id] :
       {std::pair{"venue", text(own_venue)}, std::pair{"next_step", text(edge)},
        std::pair{"collaboration", text(partners)}, std::pair{"organisation", text(club_)}})
    EXPECT_EQ(get("/workplace/waterveen/history/" + std::string(kind) + "/" + id).status, 200) << kind;
  EXPECT_EQ(status("venue", their_venue), 403);
  EXPECT_EQ(status("offering", tour_), 403);
  EXPECT_EQ(status("fact", said), 403);
  EXPECT_EQ(status("offering", their_venue), 404);
  EXPECT_EQ(status("person", chess_), 404);
  cookie_ = comes_in("lea", Role::coordinator, {ecosystem_.id, {}});
  EXPECT_EQ(status("venue", their_venue), 200);
  EXPECT_EQ(status("offering", tour_), 200);
  EXPECT_EQ(status("fact", said), 200);
}

TEST_F(Work, of_whatever_kind_has_a_name_for_each_of_its_fields) {
  for_each_kind([&]<class Thing>(Kind<Thing>) {
    for (auto const* const tag : {"nl", "en"}) {
      auto const& t = *Languages::compiled_in().find(tag);
      EXPECT_TRUE(t.find("record_kind." + std::string(record_name<Thing>))) << record_name<Thing>;
      for_each_field<Thing>([&](auto const& field) {
        EXPECT_TRUE(t.find("record_field." + std::string(field.name)))
            << record_name<Thing> << " " << field.name;
      });
    }
  });
}

TEST_F(Work, keeps_what_was_typed_when_something_is_wrong) {
  auto const answer =
      post(path(chess_), opened(chess_, {{"ages_from", "12"}, {"ages_to", "8"}, {"title", "Nieuwe naam"}}));
  EXPECT_EQ(answer.status, 400);
  EXPECT_NE(page(answer).find("Nieuwe naam"), std::string::npos);
  EXPECT_NE(page(answer).find("Draai ze om"), std::string::npos);
  EXPECT_NE(stored(chess_).title, "Nieuwe naam");
}

TEST_F(Work, says_beside_the_themes_what_is_wrong_with_them) {
  auto const shown = page(post(path(chess_), opened(chess_, {{"themes", "no-such-theme"}})));
  std::regex const beside(R"(id="field-themes-told">.*?<strong class="problem">)");
  EXPECT_TRUE(std::regex_search(shown, beside));
}

TEST_F(Work, looks_at_it_without_keeping_it) {
  auto form = opened(chess_, {{"title", "Proef"}});
  form.add("do", "preview");
  auto const answer = post(path(chess_), form);
  EXPECT_EQ(answer.status, 200);
  EXPECT_NE(page(answer).find("<h2>Proef</h2>"), std::string::npos);
  EXPECT_NE(stored(chess_).title, "Proef");
}

TEST_F(Work, of_two_people_on_different_fields_is_all_kept) {
  auto const hers = opened(chess_, {{"title", "Schaken"}}), his = opened(chess_, {{"summary", "Met klok"}});
  EXPECT_EQ(post(path(chess_), hers).status, 303);
  EXPECT_EQ(post(path(chess_), his).status, 303);
  EXPECT_EQ(stored(chess_).title, "Schaken");
  EXPECT_EQ(stored(chess_).summary, "Met klok");
}

TEST_F(Work, of_two_people_on_one_field_is_asked) {
  auto const hers = opened(chess_, {{"title", "Schaken"}}), his = opened(chess_, {{"title", "Dammen"}});
  EXPECT_EQ(post(path(chess_), hers).status, 303);
  auto const asked = post(path(chess_), his);
  EXPECT_EQ(asked.status, 409);
  EXPECT_NE(page(asked).find("Schaken"), std::string::npos);
  EXPECT_NE(page(asked).find("Dammen"), std::string::npos);
  EXPECT_EQ(stored(chess_).title, "Schaken");
  auto mine = his, theirs = his;
  mine.add("decided", std::to_string(stored(chess_).version));
  theirs.add("decided", std::to_string(stored(chess_).version));
  theirs.add("take.title", "theirs");
  EXPECT_EQ(post(path(chess_), theirs).status, 303);
  EXPECT_EQ(stored(chess_).title, "Schaken");
  // Decided about a version that is gone: asked again.
  EXPECT_EQ(post(path(chess_), mine).status, 409);
  mine = with(mine, {{"decided", std::to_string(stored(chess_).version)}});
  EXPECT_EQ(post(path(chess_), mine).status, 303);
  EXPECT_EQ(stored(chess_).title, "Dammen");
}

// Each number was right by itself. What is chosen has to fit as well.
TEST_F(Work, of_two_people_on_places_and_places_taken_is_asked) {
  {
    auto const writer = store_->writer(ecosystem_, {"test"});
    auto chess = *writer->offerings().find(chess_);
    chess.capacity = 20, chess.places_left = 5;
    ASSERT_TRUE(writer->offerings().save(chess));
    writer->commit();
  }
  auto const hers = opened(chess_, {{"capacity", "10"}}), his = opened(chess_, {{"places_left", "15"}});
  EXPECT_EQ(post(path(chess_), hers).status, 303);
  auto const asked = post(path(chess_), his);
  EXPECT_EQ(asked.status, 409);
  EXPECT_NE(page(asked).find("name=\"take.capacity\""), std::string::npos);
  EXPECT_NE(page(asked).find("name=\"take.places_left\""), std::string::npos);
  auto decided = his;
  decided.add("decided", std::to_string(stored(chess_).version));
  auto const mixed = post(path(chess_), with(decided, {{"take.capacity", "theirs"}}));
  EXPECT_EQ(mixed.status, 409);
  EXPECT_NE(page(mixed).find("role=\"alert\""), std::string::npos);
  EXPECT_EQ(post(path(chess_), with(decided, {{"take.capacity", "mine"}})).status, 303);
  EXPECT_EQ(stored(chess_).capacity, 20);
  EXPECT_EQ(stored(chess_).places_left, 15);
}

TEST_F(Work, of_a_form_that_does_not_say_what_it_showed_overwrites_nothing) {
  auto const answer = post(path(chess_), with(form_of(stored(chess_)), {{"title", "Dammen"}}));
  EXPECT_EQ(answer.status, 409);
  EXPECT_NE(stored(chess_).title, "Dammen");
}

// Who was signed out while typing gets it back, to be sent once more by who has signed in again.
TEST_F(Work, typed_by_who_was_signed_out_is_not_lost) {
  auto const form = opened(chess_, {{"title", "Schaken <b>"}});
  auto const before = cookie_;
  cookie_ = "of a sign-in that ended";
  auto late = post(path(chess_), form);
  EXPECT_EQ(late.status, 403);
  EXPECT_NE(page(late).find("Wat je typte, is er nog"), std::string::npos);
  EXPECT_NE(page(late).find(R"(name="title" value="Schaken &lt;b&gt;")"), std::string::npos);
  EXPECT_NE(
      page(post(path(club_) + "/offerings/new?copy=" + text(chess_), form)).find("new?copy=" + text(chess_)),
      std::string::npos);
  cookie_ = comes_in("noor2", Role::provider_editor, at(club_));
  auto sent = form;
  sent.add("form", secrets_->hash(Purpose::form, before).text);
  late = ask(http::Method::post, path(chess_), sent.text());
  EXPECT_EQ(late.status, 403);
  EXPECT_NE(page(late).find(secrets_->hash(Purpose::form, cookie_).text), std::string::npos);
  EXPECT_EQ(post(path(chess_), form).status, 303);
  EXPECT_EQ(stored(chess_).title, "Schaken <b>");
}

TEST_F(Work, only_pressed_by_who_was_signed_out_is_pressed_again) {
  cookie_ = "of a sign-in that ended";
  auto const answer = post(path(chess_) + "/archive", {});
  EXPECT_EQ(answer.status, 403);
  EXPECT_NE(page(answer).find("doe het dan nog een keer"), std::string::npos);
}

TEST_F(Work, answers_the_ten_questions_and_keeps_the_draft_of_the_rest) {
  http::Parameters draft = opened(chess_, {{"title", "Half af"}});
  draft.add("do", "draft");
  EXPECT_EQ(post(path(chess_), draft).status, 303);
  EXPECT_NE(page(get(path(club_))).find("Ga verder met wat je had getypt"), std::string::npos);
  EXPECT_NE(page(get(path(chess_) + "/for-everybody")).find(R"(value="answers")"), std::string::npos);
  auto answers = opened(chess_, {{"bring", "Niets"}, {"access", "wheelchair"}});
  answers.add("do", "answers");
  EXPECT_EQ(post(path(chess_), answers).status, 303);
  EXPECT_EQ(stored(chess_).bring, "Niets");
  EXPECT_EQ(stored(chess_).access, (std::vector{Access::wheelchair}));
  EXPECT_NE(page(get(path(club_))).find("Ga verder met wat je had getypt"), std::string::npos);
  EXPECT_NE(page(get(path(chess_))).find("Half af"), std::string::npos);
}

TEST_F(Work, refuses_days_that_are_over_unless_they_were_there) {
  auto const over = opened(chess_, {{"when", "once"}, {"date", "2020-01-01"}});
  auto const answer = post(path(chess_), over);
  EXPECT_EQ(answer.status, 400);
  EXPECT_NE(page(answer).find("al voorbij"), std::string::npos);
  auto const writer = store_->writer(ecosystem_, {"test"});
  auto old = stored(chess_);
  old.schedule = {{}, {{Date{std::chrono::year{2020} / 1 / 1}, {{840}, {900}}}}, {}};
  ASSERT_TRUE(writer->offerings().save(old));
  writer->commit();
  EXPECT_EQ(post(path(chess_), opened(chess_, {{"title", "Schaken"}})).status, 303);
}

// What was cancelled on a Wednesday is not heard of when it is on Thursdays from now on.
TEST_F(Work, forgets_what_was_cancelled_on_a_day_on_which_it_is_no_more) {
  auto const writer = store_->writer(ecosystem_, {"test"});
  auto weekly = stored(chess_);
  weekly.schedule.closed = {Date{std::chrono::year{2030} / 1 / 2}};  // a Wednesday
  ASSERT_TRUE(writer->offerings().save(weekly));
  writer->commit();
  EXPECT_EQ(post(path(chess_), opened(chess_, {{"title", "Schaken"}})).status, 303);
  EXPECT_EQ(stored(chess_).schedule.closed.size(), 1U);
  EXPECT_EQ(post(path(chess_), opened(chess_, {{"day", "4"}})).status, 303);
  EXPECT_TRUE(stored(chess_).schedule.closed.empty());
}

TEST_F(Work, refuses_a_last_day_to_sign_up_that_is_over) {
  auto const answer = post(path(chess_), opened(chess_, {{"deadline", "2020-01-01"}}));
  EXPECT_EQ(answer.status, 400);
  EXPECT_NE(page(answer).find("al voorbij"), std::string::npos);
}

TEST_F(Work, asks_what_an_amount_is_for) {
  auto const answer = post(path(chess_), opened(chess_, {{"per", ""}}));
  EXPECT_EQ(answer.status, 400);
  EXPECT_NE(page(answer).find("Kies waar dit bedrag voor is"), std::string::npos);
  EXPECT_EQ(post(path(chess_), opened(chess_, {{"per", ""}, {"amount", "0"}})).status, 303);
}

TEST_F(Work, looks_at_the_place_before_it_shows_how_it_looks) {
  auto form = opened(chess_, {{"new_place", "De Hoek"}});
  form.add("do", "preview");
  EXPECT_NE(page(post(path(chess_), form)).find("adres"), std::string::npos);
  EXPECT_EQ(page(post(path(chess_), form)).find("class=\"preview\""), std::string::npos);
}

// What somebody else's page sends is not shown as a form that only waits for a press.
TEST_F(Work, typed_on_the_page_of_somebody_else_is_not_shown) {
  http::Headers from_nowhere;
  from_nowhere.add("Host", "wegwijzer.example");
  auto const answer = ask(http::Method::post, path(chess_), "title=Kwaad", from_nowhere);
  EXPECT_EQ(answer.status, 403);
  EXPECT_EQ(page(answer).find("Kwaad"), std::string::npos);
}

TEST_F(Work, sent_twice_makes_one) {
  http::Parameters form;
  for (auto const& [name, value] : std::map<std::string, std::string>{
           {"title", "Dammen"}, {"kind", "club"}, {"when", "unknown"}, {"seen", ""}})
    form.add(name, value);
  auto const count = [&] {
    return store_->reader(ecosystem_)->offerings().with("organisation", text(club_)).size();
  };
  EXPECT_EQ(post(path(club_) + "/offerings/new", form).status, 303);
  EXPECT_EQ(post(path(club_) + "/offerings/new", form).status, 303);
  EXPECT_EQ(count(), 2U);
}

// Every address with an offering or organisation of somebody else in it, and of another ecosystem.
TEST_F(Work, of_somebody_else_is_refused_at_every_address) {
  auto const elsewhere = an_ecosystem("elders");
  store_->writer(elsewhere, {"test"})->commit();
  auto const said = said_of_tour();
  auto const filled = [&](std::string pattern, std::string const& slug) {
    pattern.replace(pattern.find("{slug}"), 6, slug);
    if (auto const kind = pattern.find("{kind}"); kind != pattern.npos)
      pattern.replace(kind, 6, "organisation");
    bool const offering = pattern.find("/offerings/{id}") != pattern.npos;
    bool const suggestion = pattern.find("/suggestions/{id}") != pattern.npos;
    auto const of = suggestion ? text(said) : offering ? text(tour_) : text(museum_);
    auto const id = pattern.find("{id}");
    return id == pattern.npos ? pattern : pattern.replace(id, 4, of);
  };
  // What is of a network is refused before anything is looked for in it.
  auto const of_network = [](std::string_view pattern) {
    return std::ranges::none_of(std::array{"/organisations/", "/offerings/", "/history/", "/suggestions/"},
                                [&](auto part) { return pattern.find(part) != pattern.npos; });
  };
  auto const before = store_->change_sequence();
  int asked = 0;
  for (auto const& route : routes()) {
    if (!std::holds_alternative<Working*>(route.handler) ||
        route.pattern.find("{slug}") == route.pattern.npos) {
      continue;
    }
    // By the link of a mail; and a list of what one may decide on (SuggestionPages).
    bool const by_mail = route.pattern == "/e/{slug}/answer" || route.pattern == "/e/{slug}/contact";
    if (by_mail || route.pattern == "/workplace/{slug}/suggestions") continue;
    // What every partner of a network may open asks there whose it is (ContactPages, TalkPages).
    bool const of_partners =
        std::ranges::any_of(std::array{"/contacts", "/hubs", "/questions/", "/knowledge/", "/notices"},
                            [&](auto part) { return route.pattern.find(part) != route.pattern.npos; });
    ++asked;
    for (auto const* const slug : {"waterveen", "elders"}) {
      if (of_partners && std::string_view(slug) == "waterveen") continue;
      auto const address = filled(std::string(route.pattern), slug);
      auto const answer = route.method == http::Method::get ? get(address) : post(address, {});
      bool const is_sought = std::string_view(slug) == "elders" && !of_network(route.pattern);
      EXPECT_EQ(answer.status, is_sought ? 404 : 403) << address;
    }
  }
  EXPECT_GT(asked, 34);
  EXPECT_EQ(store_->change_sequence(), before);
}

TEST_F(Work, of_a_guide_and_of_a_visitor_is_refused) {
  cookie_ = comes_in("gids", Role::guide, at(club_));
  EXPECT_EQ(get("/workplace").status, 403);
  EXPECT_EQ(post(path(chess_), opened(chess_, {{"title", "X"}})).status, 403);
  cookie_.clear();
  EXPECT_EQ(location(get("/workplace")), "/sign-in?next=%2Fworkplace");
  EXPECT_EQ(ask(http::Method::post, path(chess_), "title=X").status, 403);
}

TEST_F(Work, of_a_coordinator_is_all_of_the_ecosystem) {
  cookie_ = comes_in("lead", Role::coordinator, {ecosystem_.id, std::nullopt});
  EXPECT_EQ(get(path(chess_)).status, 200);
  EXPECT_EQ(get(path(tour_)).status, 200);
  EXPECT_EQ(get(path(museum_) + "/about").status, 200);
}

// The club has an offering that lacks much, the museum one that lacks more, and a proposal waits at the club.
TEST_F(Work, of_a_coordinator_begins_where_something_waits) {
  auto const place_of = [](std::string const& shown, std::string const& name) {
    auto const at = shown.find(">" + name + "</a>");
    EXPECT_NE(at, std::string::npos) << name;
    return at;
  };
  cookie_ = comes_in("lead", Role::coordinator, {ecosystem_.id, std::nullopt});
  show_what_is_kept();
  auto const before = page(get("/workplace"));
  EXPECT_NE(before.find("<h2>2 organisaties</h2>"), std::string::npos);
  EXPECT_LT(place_of(before, "Museum"), place_of(before, "Club")) << "no days before nothing else";
  http::Parameters wish;
  wish.add("from", text(tour_));
  wish.add("to", text(chess_));
  ASSERT_EQ(post(path(museum_) + "/next-steps/propose", wish).status, 303);
  show_what_is_kept();
  auto const after = page(get("/workplace"));
  EXPECT_LT(place_of(after, "Club"), place_of(after, "Museum"));
  EXPECT_NE(after.find("1 voorstel wacht op antwoord"), std::string::npos);
}

TEST_F(Work, of_a_coordinator_is_found_by_the_name_of_an_organisation_or_activity) {
  cookie_ = comes_in("lead", Role::coordinator, {ecosystem_.id, std::nullopt});
  show_what_is_kept();
  auto const by_name = page(get("/workplace?q=muse"));
  EXPECT_NE(by_name.find(">Museum</a>"), std::string::npos);
  EXPECT_EQ(by_name.find(">Club</a>"), std::string::npos);
  ASSERT_EQ(post(path(chess_), opened(chess_, {{"title", "Schaken"}})).status, 303);
  show_what_is_kept();
  auto const by_activity = page(get("/workplace?q=club+schaak"));
  EXPECT_EQ(by_activity.find(">Schaken</a>"), std::string::npos);
  auto const found = page(get("/workplace?q=club+SCHAK"));
  EXPECT_NE(found.find(">Club</a>"), std::string::npos);
  EXPECT_NE(found.find(">Schaken</a>"), std::string::npos);
  EXPECT_EQ(page(get("/workplace?q=zzz")).find(">Club</a>"), std::string::npos);
  EXPECT_EQ(get("/workplace?page=99").status, 200);
  EXPECT_EQ(get("/workplace?page=x").status, 400);
  EXPECT_EQ(page(get("/workplace?q=%22%3E%3Cscript%3E")).find("\"><script>"), std::string::npos);
}

// Who works for two organisations sees these and no other.
TEST_F(Work, of_an_editor_is_listed_when_there_is_more_than_one) {
  EXPECT_EQ(location(get("/workplace")), path(club_));
  auto const changing = store_->change_accounts();
  auto const noor = changing->person(*accounts::EmailAddress::parse("noor@club.example"));
  ASSERT_TRUE(noor);
  changing->add(*accounts::Membership::make(noor->id, Role::provider_editor, at(museum_)));
  changing->commit();
  {
    auto const writer = store_->writer(ecosystem_, {"test"});
    ASSERT_TRUE(writer->organisations().save(an_organisation(writer->new_id<Organisation>(), "Koor")));
    writer->commit();
  }
  auto const shown = page(get("/workplace"));
  EXPECT_NE(shown.find(">Club</a>"), std::string::npos);
  EXPECT_NE(shown.find(">Museum</a>"), std::string::npos);
  EXPECT_EQ(shown.find(">Koor</a>"), std::string::npos);
}

TEST_F(Work, of_an_editor_has_no_say_in_what_the_organisation_promises) {
  EXPECT_EQ(get(path(club_) + "/about").status, 403);
  cookie_ = comes_in("baas", Role::organisation_owner, at(club_));
  EXPECT_EQ(get(path(club_) + "/about").status, 200);
  http::Parameters form;
  form.add("name", "Schaakclub");
  form.add("certificates", "yes");
  form.add("seen", "name=Club");
  EXPECT_EQ(post(path(club_) + "/about", form).status, 303);
  auto const club = *store_->reader(ecosystem_)->organisations().find(club_);
  EXPECT_EQ(club.name, "Schaakclub");
  EXPECT_EQ(club.certificates_said_on, local_date(clock_.now()));
}

// Of two that both changed one field, the other fields of the first are not taken back by the second.
TEST_F(Work, of_an_organisation_loses_nothing_that_somebody_else_wrote) {
  cookie_ = comes_in("baas", Role::organisation_owner, at(club_));
  http::Parameters first, second;
  for (auto const& [name, value] : std::map<std::string, std::string>{
           {"name", "Club"}, {"about", "B"}, {"phone", "015 1234567"}, {"seen", "name=Club"}})
    first.add(name, value);
  for (auto const& [name, value] :
       std::map<std::string, std::string>{{"name", "Club"}, {"about", "C"}, {"seen", "name=Club"}})
    second.add(name, value);
  ASSERT_EQ(post(path(club_) + "/about", first).status, 303);
  auto const asked = post(path(club_) + "/about", second);
  EXPECT_EQ(asked.status, 400);
  EXPECT_NE(page(asked).find("015 1234567"), std::string::npos) << "what only the other changed is shown";
  EXPECT_NE(page(asked).find(">C</textarea>"), std::string::npos) << "and what was typed";
}

TEST_F(Work, drafts_are_of_an_offering_and_not_without_number) {
  auto const kept = [&](std::string const& subject) {
    http::Parameters draft;
    draft.add("title", "x");
    draft.add("subject", subject);
    return post("/workplace/drafts", draft).status;
  };
  EXPECT_EQ(kept("anything"), 400);
  EXPECT_EQ(kept("offering/1"), 400);
  for (std::uint64_t number = 1; number <= 50; ++number)
    EXPECT_EQ(kept("offering/" + text(Id<Offering>(Uuid{7, number}))), 200);
  EXPECT_EQ(kept("offering/" + text(Id<Offering>(Uuid{7, 51}))), 400);
  EXPECT_EQ(kept("offering/" + text(Id<Offering>(Uuid{7, 50}))), 200) << "one that is there";
}

// Nothing that is accepted may make the store unreadable.
TEST_F(Work, takes_days_that_are_closed_for_years) {
  auto const years =
      "elke dag 10:00-11:00; niet van 1 januari 2027 tot en met 31 december 2027; niet van 1 januari 2028 "
      "tot en "
      "met 31 december 2028";
  EXPECT_EQ(post(path(chess_), opened(chess_, {{"when", "words"}, {"words", years}})).status, 303);
  EXPECT_EQ(stored(chess_).schedule.closed.size(), 731U);
  std::string longer = "elke dag 10:00-11:00";
  for (int i = 0; i < 2000; ++i) longer += "; elke dag 10:00-11:00";
  EXPECT_EQ(post(path(chess_), opened(chess_, {{"when", "words"}, {"words", longer}})).status, 400);
}

// A script in every field that takes words: shown as words, everywhere it is shown.
TEST_F(Work, shows_a_script_as_words) {
  std::string const harm = "\"><script>alert(1)</script>";
  std::map<std::string, std::string> typed;
  for (auto const* const field : {"title", "summary", "expect", "meets", "bring"}) typed[field] = harm;
  ASSERT_EQ(post(path(chess_), opened(chess_, typed)).status, 303);
  auto draft = opened(tour_, {});
  EXPECT_EQ(stored(chess_).title, harm);
  for (auto const& address :
       {path(club_), path(chess_), path(chess_) + "/sessions",
        "/workplace/waterveen/history/offering/" + text(chess_), path(chess_) + "/for-everybody",
        path(club_) + "/next-steps?own=" + text(chess_) + "&q=a"}) {
    auto const shown = page(get(address));
    EXPECT_EQ(shown.find("<script>alert"), std::string::npos) << address;
    EXPECT_NE(shown.find("&lt;script&gt;alert"), std::string::npos) << address;
  }
  for (auto const* const field :
       {"link", "phone", "email", "venue", "themes", "words", "deadline", "amount"}) {
    auto form = opened(chess_, {{field, harm}, {"when", "words"}});
    auto const answer = post(path(chess_), form);
    EXPECT_EQ(answer.status, 400) << field;
    EXPECT_EQ(page(answer).find("<script>alert"), std::string::npos) << field;
  }
}

TEST_F(Work, drafts_are_of_who_typed_them) {
  auto draft = opened(chess_, {{"title", "Half af"}});
  draft.add("subject", "offering/" + text(chess_));
  EXPECT_EQ(post("/workplace/drafts", draft).status, 200);
  EXPECT_NE(page(get(path(chess_))).find("Half af"), std::string::npos);
  auto const noor = cookie_;
  cookie_ = comes_in("sam", Role::provider_editor, at(club_));
  EXPECT_EQ(page(get(path(chess_))).find("Half af"), std::string::npos);
  cookie_ = noor;
  EXPECT_EQ(post(path(chess_), opened(chess_, {{"title", "Af"}})).status, 303);
  EXPECT_EQ(page(get(path(chess_))).find("Half af"), std::string::npos);
}

// A new one, and copies of two others, each go on where they were.
TEST_F(Work, drafts_of_copies_are_not_that_of_a_new_one) {
  auto const second = [&] {
    auto const writer = store_->writer(ecosystem_, {"test"});
    auto const id = writer->offerings().save(chess(*writer))->id;
    writer->commit();
    return id;
  }();
  auto const fresh = path(club_) + "/offerings/new";
  auto const copy = [&](Id<Offering> of) { return fresh + "?copy=" + text(of); };
  auto const typed = [](std::string const& title) {
    http::Parameters form;
    for (auto const& [name, value] :
         std::map<std::string, std::string>{{"title", title}, {"when", "unknown"}, {"do", "draft"}})
      form.add(name, value);
    return form;
  };
  EXPECT_EQ(post(fresh, typed("Nieuw")).status, 303);
  EXPECT_EQ(post(copy(chess_), typed("Eerste kopie")).status, 303);
  EXPECT_NE(page(get(fresh)).find("value=\"Nieuw\""), std::string::npos);
  EXPECT_NE(page(get(copy(chess_))).find("value=\"Eerste kopie\""), std::string::npos);
  EXPECT_EQ(page(get(copy(second))).find("Eerste kopie"), std::string::npos);
  // Of another organisation there is no copy.
  EXPECT_EQ(page(get(copy(tour_))).find("copy/"), std::string::npos);
  auto kept = with(typed("Eerste kopie"), {{"do", "keep"}});
  EXPECT_EQ(post(copy(chess_), kept).status, 303);
  EXPECT_EQ(page(get(copy(chess_))).find("value=\"Eerste kopie\""), std::string::npos);
  EXPECT_NE(page(get(fresh)).find("value=\"Nieuw\""), std::string::npos);
}

TEST_F(Work, cancels_and_moves_a_session) {
  auto const sessions = path(chess_) + "/sessions";
  auto const today = local_date(clock_.now());
  auto const next = next_occurrence(stored(chess_).schedule, {}, today, {})->day;
  http::Parameters cancel;
  for (auto const& [name, value] : std::map<std::string, std::string>{
           {"day", text(next)}, {"do", "cancel"}, {"was_from", "14:00"}, {"was_until", "15:30"}})
    cancel.add(name, value);
  EXPECT_EQ(post(sessions, cancel).status, 303);
  EXPECT_EQ(stored(chess_).schedule.closed, std::vector{next});
  http::Parameters move;
  for (auto const& [name, value] :
       std::map<std::string, std::string>{{"day", text(next + std::chrono::days(7))},
                                          {"do", "move"},
                                          {"to", text(next + std::chrono::days(7))},
                                          {"from", "16:00"},
                                          {"was_from", "14:00"},
                                          {"was_until", "15:30"},
                                          {"until", "17:00"}})
    move.add(name, value);
  EXPECT_EQ(post(sessions, move).status, 303);
  auto const come = occurrences(stored(chess_).schedule, {}, next, next + std::chrono::days(7));
  EXPECT_EQ(come, (std::vector{Occurrence{next + std::chrono::days(7), {{16 * 60}, {17 * 60}}}}));
  // A day on which there is nothing.
  EXPECT_EQ(post(sessions, cancel).status, 400);
}

namespace {

http::Parameters fields_of(std::map<std::string, std::string> const& fields) {
  http::Parameters form;
  for (auto const& [name, value] : fields) form.add(name, value);
  return form;
}

// From the element with that id on.
std::string part_from(std::string const& shown, std::string const& id) {
  auto const begin = shown.find("id=\"" + id + "\"");
  return begin == shown.npos ? "" : shown.substr(begin);
}

}  // namespace

// Whoever typed a wrong time sees it again with the message, in the form that was sent.
TEST_F(Work, gives_back_a_wrong_time_beside_the_form_it_was_typed_in) {
  auto const sessions = path(chess_) + "/sessions";
  auto const added = page(post(
      sessions, fields_of({{"do", "add"}, {"to", "2026-12-05"}, {"from", "15:00"}, {"until", "14:10"}})));
  auto const form = part_from(added, "extra");
  EXPECT_NE(form.find("class=\"problem\""), std::string::npos);
  EXPECT_NE(form.find("value=\"14:10\""), std::string::npos);
  EXPECT_NE(form.find("/sessions#extra"), std::string::npos);
  auto const next = next_occurrence(stored(chess_).schedule, {}, local_date(clock_.now()), {})->day;
  auto const place = "session-" + text(next) + "-840-930";
  auto const moved = page(post(sessions, fields_of({{"do", "move"},
                                                    {"day", text(next)},
                                                    {"was_from", "14:00"},
                                                    {"was_until", "15:30"},
                                                    {"to", text(next)},
                                                    {"from", "25:10"},
                                                    {"until", "17:00"}})));
  auto const row = part_from(moved, place).substr(0, 2000);
  EXPECT_NE(row.find("class=\"problem\""), std::string::npos);
  EXPECT_NE(row.find("<details open>"), std::string::npos);
  EXPECT_NE(row.find("value=\"25:10\" required aria-invalid=\"true\""), std::string::npos);
}

TEST_F(Work, says_at_the_row_which_day_is_cancelled_moved_or_added) {
  auto const sessions = path(chess_) + "/sessions";
  auto const next = next_occurrence(stored(chess_).schedule, {}, local_date(clock_.now()), {})->day;
  std::map<std::string, std::string> asked{
      {"day", text(next)}, {"do", "cancel"}, {"was_from", "14:00"}, {"was_until", "15:30"}};
  auto const cancelled = location(post(sessions, fields_of(asked)));
  auto const place = "session-" + text(next) + "-840-930";
  EXPECT_TRUE(cancelled.ends_with("#" + place)) << cancelled;
  auto const address = cancelled.substr(0, cancelled.find('#'));
  auto const row = part_from(page(get(address)), place).substr(0, 400);
  EXPECT_NE(row.find("role=\"status\""), std::string::npos) << row;
  EXPECT_NE(row.find("gaat niet door."), std::string::npos) << row;
  asked["do"] = "restore";
  EXPECT_TRUE(location(post(sessions, fields_of(asked))).ends_with("#" + place));
  // Opened again later it says nothing that is no longer so.
  EXPECT_EQ(page(get(address)).find("role=\"status\""), std::string::npos);
  asked["do"] = "move", asked["to"] = text(next + std::chrono::days(1));
  asked["from"] = "16:00", asked["until"] = "17:00";
  auto const moved = location(post(sessions, fields_of(asked)));
  EXPECT_TRUE(moved.ends_with("#session-" + asked["to"] + "-960-1020")) << moved;
  EXPECT_NE(page(get(moved.substr(0, moved.find('#')))).find("Verplaatst: het was"), std::string::npos);
}

TEST_F(Work, shows_the_days_of_a_school_year_and_the_public_holidays_among_them) {
  auto const shown = page(get(path(chess_) + "/sessions"));
  std::size_t rows = 0;
  for (auto at = shown.find("<li id=\"session-"); at != shown.npos;
       at = shown.find("<li id=\"session-", at + 1))
    ++rows;
  EXPECT_EQ(rows, 53U);  // Wednesdays in 371 days
  EXPECT_NE(shown.find("Daarna gaat het verder"), std::string::npos);
  // 5 May 2027 is a Wednesday.
  auto const liberation = part_from(shown, "session-2027-05-05-840-930").substr(0, 200);
  EXPECT_NE(liberation.find("Bevrijdingsdag"), std::string::npos) << liberation;
  auto chess = stored(chess_);
  chess.schedule = *Schedule::parse("elke dag 14:00-15:30");
  {
    auto const writer = store_->writer(ecosystem_, {"test"});
    ASSERT_TRUE(writer->offerings().save(chess));
    writer->commit();
  }
  EXPECT_NE(page(get(path(chess_) + "/sessions")).find("Daarna gaat het verder"), std::string::npos);
}

TEST_F(Work, agrees_on_a_step_that_a_partner_proposed) {
  http::Parameters wish;
  wish.add("from", text(chess_));
  wish.add("to", text(tour_));
  wish.add("direction", "broaden");
  auto const museum = comes_in("gea", Role::provider_editor, at(museum_));
  EXPECT_EQ(post(path(club_) + "/next-steps/propose", wish).status, 303);
  auto const edge = records<StepEdge>(*store_->reader(ecosystem_)).all().front();
  EXPECT_TRUE(edge.agreed_by_from);
  EXPECT_FALSE(edge.agreed_by_to);
  auto const mails = store_->accounts()->mails_waiting();
  ASSERT_EQ(mails.size(), 1U);
  EXPECT_EQ(mails.front().to.text(), "gea@club.example");
  http::Parameters yes;
  yes.add("step", text(edge.id));
  yes.add("do", "yes");
  // Who proposed it cannot say yes for the other.
  EXPECT_EQ(post(path(club_) + "/next-steps/decide", yes).status, 303);
  EXPECT_FALSE(records<StepEdge>(*store_->reader(ecosystem_)).all().front().agreed_by_to);
  cookie_ = museum;
  EXPECT_EQ(post(path(museum_) + "/next-steps/decide", yes).status, 303);
  EXPECT_TRUE(records<StepEdge>(*store_->reader(ecosystem_)).all().front().agreed_by_to);
  EXPECT_EQ(post(path(museum_) + "/next-steps/propose", wish).status, 409);
}

TEST_F(Work, says_what_was_proposed_and_who_gets_a_mail) {
  auto const steps = path(club_) + "/next-steps";
  auto const proposed = location(post(
      steps + "/propose", fields_of({{"from", text(chess_)}, {"to", text(tour_)}, {"direction", "deepen"}})));
  auto const edge = records<StepEdge>(*store_->reader(ecosystem_)).all().front();
  EXPECT_EQ(proposed, steps + "?done=" + text(edge.id) + "#step-" + text(edge.id));
  auto const address = proposed.substr(0, proposed.find('#'));
  // The museum has nobody yet who would read it.
  EXPECT_NE(page(get(address)).find("Bij Museum heeft nog niemand een account"), std::string::npos);
  comes_in("gea", Role::provider_editor, at(museum_));
  auto const row = part_from(page(get(address)), "step-" + text(edge.id)).substr(0, 1500);
  EXPECT_NE(row.find("Museum krijgt een mail"), std::string::npos) << row;
  // Ending it is asked once more.
  EXPECT_NE(row.find("<summary>Stop deze stap</summary>"), std::string::npos) << row;
  auto const ended = location(post(steps + "/decide", fields_of({{"step", text(edge.id)}, {"do", "no"}})));
  EXPECT_NE(page(get(ended)).find("role=\"status\""), std::string::npos);
  EXPECT_EQ(page(get(steps)).find("role=\"status\""), std::string::npos);
}

TEST_F(Work, finds_a_next_step_by_for_whom_when_and_where_it_is) {
  {
    auto const writer = store_->writer(ecosystem_, {"test"});
    auto tour = stored(tour_);
    tour.title = "Rondleiding";
    tour.ages = AgeRange{6, 7};
    tour.schedule = *Schedule::parse("elke zaterdag 10:00-11:00");
    ASSERT_TRUE(writer->offerings().save(tour));
    writer->commit();
  }
  auto const steps = path(club_) + "/next-steps";
  // From the card of an activity: chosen, and nothing looked for yet.
  auto const opened = page(get(steps + "?own=" + text(chess_)));
  EXPECT_NE(opened.find("<option value=\"" + text(chess_) + "\" selected"), std::string::npos);
  EXPECT_FALSE(part_from(opened, "propose").empty());
  EXPECT_TRUE(part_from(opened, "found").empty());
  EXPECT_NE(opened.find("/next-steps#found\""), std::string::npos);
  auto const after = part_from(page(get(steps + "?own=" + text(chess_) + "&q=rondleiding")), "found");
  EXPECT_NE(after.find("Gevonden: 1"), std::string::npos);
  EXPECT_NE(after.find("6 tot en met 7 jaar · "), std::string::npos) << after.substr(0, 800);
  EXPECT_NE(after.find("zaterdag 10:00"), std::string::npos) << after.substr(0, 800);
  // Chess is for who is 8 or older: those do not go on with what is for who is 6 or 7.
  EXPECT_EQ(after.find("value=\"deepen\""), std::string::npos);
  EXPECT_NE(after.find("jongere kinderen"), std::string::npos);
  auto const before =
      part_from(page(get(steps + "?own=" + text(chess_) + "&q=rondleiding&way=before")), "found");
  EXPECT_NE(before.find("value=\"deepen\""), std::string::npos);
  EXPECT_NE(part_from(page(get(steps + "?own=" + text(chess_) + "&q=")), "found").find("Typ een woord"),
            std::string::npos);
}

// The link of the mail, without signing in: looking changes nothing, the button says yes.
TEST_F(Work, is_still_right_by_one_click) {
  {
    auto const writer = store_->writer(ecosystem_, {"test"});
    auto chess = *writer->offerings().find(chess_);
    chess.confirmed_on = local_date(clock_.now()) - std::chrono::days(400);
    ASSERT_TRUE(writer->offerings().save(chess));
    writer->commit();
  }
  ASSERT_EQ(ask_whether_still_right(*store_, *secrets_, clock_.now()), 1U);
  auto const token = *secrets_->unseal(store_->accounts()->mails_waiting().back().sealed_token);
  cookie_.clear();
  auto const shown = get("/workplace/still-right?token=" + token);
  ASSERT_EQ(shown.status, 200);
  EXPECT_NE(page(shown).find(stored(chess_).title), std::string::npos);
  EXPECT_NE(stored(chess_).confirmed_on, local_date(clock_.now()));
  auto const yes = "token=" + token + "&offering=" + text(chess_);
  EXPECT_EQ(ask(http::Method::post, "/workplace/still-right", yes).status, 200);
  EXPECT_EQ(stored(chess_).confirmed_on, local_date(clock_.now()));
  EXPECT_EQ(get("/workplace/still-right?token=" + token).status, 404);
}

}  // namespace wegwijzer::web
