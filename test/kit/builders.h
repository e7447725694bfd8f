// SPDX-License-Identifier: EUPL-1.2
// Records with defaults, so that a test names only what it is about.
#pragma once

#include "domain/asking.h"
#include "domain/contact_person.h"
#include "domain/ecosystem.h"
#include "domain/figure_release.h"
#include "domain/record_kinds.h"
#include "domain/suggestion.h"
#include "domain/talk_kinds.h"

namespace wegwijzer {

inline Ecosystem an_ecosystem(std::string slug = "waterveen") {
  return {Id<Ecosystem>(uuid_v7(1, 0, std::hash<std::string>()(slug))),
          slug,
          "Waterveen",
          HolidayRegion::middle,
          true,
          Origin::fictional};
}

inline Organisation an_organisation(Id<Organisation> id, std::string name = "Techniekhuis") {
  Organisation organisation;
  organisation.id = id;
  organisation.name = std::move(name);
  organisation.roles = {Role::provider};
  return organisation;
}

inline Venue a_venue(Id<Venue> id, GeoPoint point = GeoPoint::of_degrees(52, 4),
                     std::string name = "De Werkplaats") {
  Venue venue;
  venue.id = id;
  venue.name = std::move(name);
  venue.kind = *VenueKind::parse("makerspace");
  venue.point = point;
  return venue;
}

inline Hub a_hub(Id<Hub> id, Id<Organisation> organisation, std::string name = "Hub natuur") {
  Hub hub;
  hub.id = id;
  hub.name = std::move(name);
  hub.organisation = organisation;
  hub.themes = {*ThemeCode::parse("nature")};
  hub.email = "hub@museum.example";
  return hub;
}

inline HubQuestion a_hub_question(Id<HubQuestion> id, Id<Hub> hub, std::string title = "Wie weet het?") {
  HubQuestion question;
  question.id = id;
  question.hub = hub;
  question.title = std::move(title);
  question.asked_on = date(2026, 11, 24);
  return question;
}

inline Notice a_notice(Id<Notice> id, Id<Organisation> organisation, NoticeSide side = NoticeSide::asked) {
  Notice notice;
  notice.id = id;
  notice.side = side;
  notice.what = NoticeWhat::room;
  notice.title = "Een zaal met keuken";
  notice.organisation = organisation;
  notice.placed_on = date(2026, 11, 24);
  notice.until = date(2027, 1, 23);
  return notice;
}

inline Collaboration a_collaboration(Id<Collaboration> id, Id<Organisation> from, Id<Organisation> to) {
  Collaboration collaboration;
  collaboration.id = id;
  collaboration.from = from, collaboration.to = to;
  collaboration.about = "Samen een techniekdag";
  collaboration.about_en = "A technology day together";
  return collaboration;
}

inline Channel a_channel(Id<Channel> id, std::vector<Id<Organisation>> lists,
                         std::string name = "Jeugdkrant") {
  Channel channel;
  channel.id = id;
  channel.name = std::move(name);
  channel.kind = ChannelKind::newsletter;
  channel.lists = std::move(lists);
  return channel;
}

inline LearningRoute a_learning_route(Id<LearningRoute> id, std::vector<Id<Offering>> steps) {
  LearningRoute route;
  route.id = id;
  route.title = "Van klas naar club";
  route.steps = std::move(steps);
  return route;
}

// Proposed; agreed by both where a test says so.
inline StepEdge a_step_edge(Id<StepEdge> id, Id<Offering> from, Id<Offering> to,
                            Direction direction = Direction::deepen) {
  StepEdge edge;
  edge.id = id;
  edge.from = from, edge.to = to;
  edge.direction = direction;
  edge.evidence = "De trainer komt kennismaken";
  return edge;
}

inline Area a_buurt(char const* code, std::string name) {
  return {*AreaCode::parse(code), std::move(name), {}, {}, {}, "cbs"};
}

inline Fact a_fact(Id<Fact> id, std::vector<Id<Organisation>> organisations = {}) {
  Fact fact;
  fact.id = id;
  fact.kind = FactKind::activity;
  fact.organisations = std::move(organisations);
  fact.dutch = "Kinderen zoeken wormen.";
  fact.english = "Children look for worms.";
  fact.reference = "deel 3, Waterveen";
  return fact;
}

inline Inquiry an_inquiry(Id<Inquiry> id, std::vector<AreaCode> areas, std::vector<ThemeCode> themes,
                          InquiryAnswer answer = InquiryAnswer::none) {
  Inquiry inquiry;
  inquiry.id = id;
  inquiry.areas = std::move(areas);
  inquiry.themes = std::move(themes);
  inquiry.ages = {4, 14};
  inquiry.answer = answer;
  return inquiry;
}

// Its files are nonsense, but its own.
// Of a venue, with all that one can say.
inline Suggestion a_suggestion(Id<Suggestion> id, Uuid venue) {
  Suggestion one;
  one.id = id;
  one.from = SuggestionFrom::organisation;
  one.said_by = Id<Organisation>(Uuid{5, 6});
  one.page = "/venues/" + text(venue);
  one.kind = "venue";
  one.record = venue;
  one.place = "Kerkstraat 1";
  one.area = *AreaCode::parse("BU05031203");
  one.message = "Het <nummer> is \"anders\"";
  one.fields = {{"phone", "015", "016"}, {"wheelchair", std::nullopt, "yes"}};
  one.received_on = date(2026, 11, 24);
  one.state = SuggestionState::declined;
  one.reason = "Het klopte wel.";
  one.decided_by = "person:somebody";
  one.decided_on = date(2026, 11, 25);
  one.change = Id<MapChange>(Uuid{7, 8});
  return one;
}

inline Asking an_asking(Id<Asking> id, Id<Organisation> asked) {
  Asking one;
  one.id = id;
  one.token = "hash";
  one.asked = asked;
  one.what = {
      "inquiry", std::nullopt, "", {{"areas", "BU05031203"}, {"themes", std::nullopt}, {"ages", "10-12"}}};
  one.asked_on = date(2026, 11, 24);
  one.ends = one.asked_on + asking_lasts;
  one.asked_by = "person:somebody";
  one.again = true;
  one.state = AskingState::passed_on;
  one.answered_on = date(2026, 11, 30);
  return one;
}

inline FigureRelease a_figure_release(Id<FigureRelease> id, Date day = date(2026, 11, 24)) {
  FigureReleaseFiles files{"indicator,version,of,value,low,high\r\nmean,1,,2,1,3\r\n", "{}\n",
                           "parameter;value;source\r\n", "area,profile\r\n",
                           "indicator,version,of,draws\r\n"};
  FigureRelease release{{id, *AreaCode::parse("GM0001"), "Waterveen", day, "", "1", ""}, files};
  release.head.checksum = checksum_of(release);
  return release;
}

// With all that one can say, and a yes.
inline ContactPerson a_contact(Id<ContactPerson> id, Id<Organisation> organisation,
                               std::string email = "noor@club.example") {
  ContactPerson one;
  one.id = id;
  one.organisation = organisation;
  one.name = "Noor Bakker";
  one.function = "Trainer";
  one.layer = ContactLayer::green;
  one.email = std::move(email);
  one.phone = "015 200 30 40";
  one.turn_to = {TurnTo::activities, TurnTo::rooms};
  one.about = "Alles over de vakantieweek";
  one.themes = {*ThemeCode::parse("sport")};
  one.asked_on = date(2026, 11, 20);
  one.given_on = date(2026, 11, 24);
  one.entered_by = "person:somebody";
  return one;
}

class OfferingBuilder {
 public:
  OfferingBuilder(Id<Offering> id, Id<Organisation> organisation) {
    offering_.id = id;
    offering_.organisation = organisation;
    offering_.title = "Robots bouwen";
    offering_.themes = {*ThemeCode::parse("robotics")};
  }

  OfferingBuilder titled(std::string title) && {
    return offering_.title = std::move(title), std::move(*this);
  }

  OfferingBuilder for_ages(int from, int to) && {
    return offering_.ages = AgeRange{from, to}, std::move(*this);
  }

  OfferingBuilder at(Id<Venue> venue) && { return offering_.venue = venue, std::move(*this); }

  OfferingBuilder at_stage(Stage stage) && { return offering_.stage = stage, std::move(*this); }

  OfferingBuilder costing(Price price) && { return offering_.price = price, std::move(*this); }

  OfferingBuilder about(char const* theme) && {
    return offering_.themes = {*ThemeCode::parse(theme)}, std::move(*this);
  }

  OfferingBuilder when(char const* sentence) && {
    return offering_.schedule = *Schedule::parse(sentence), std::move(*this);
  }

  // NOLINTNEXTLINE(google-explicit-constructor): reads as a sentence
  operator Offering() && { return std::move(offering_); }

 private:
  Offering offering_;
};

inline OfferingBuilder an_offering(Id<Offering> id, Id<Organisation> organisation) {
  return {id, organisation};
}

}  // namespace wegwijzer
