// SPDX-License-Identifier: EUPL-1.2
#include "web/linked_data.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "web/parts.h"
#include "web/phrases.h"

namespace wegwijzer::web {

namespace {

using Json = nlohmann::ordered_json;

constexpr char const* vocabulary = "https://schema.org";

std::string term(char const* name) {
  return fmt::format("{}/{}", vocabulary, name);
}

void put(Json& thing, char const* name, std::string const& text) {
  if (!text.empty()) thing[name] = text;
}

void put(Json& thing, char const* name, std::optional<int> number) {
  if (number) thing[name] = *number;
}

void put_website(Json& thing, char const* name, std::string const& text) {
  if (Url::website(text)) thing[name] = text;
}

void put_address(View const& view, Json& thing, char const* name, Url const& page) {
  if (view.public_address) thing[name] = view.public_address->of(page).text();
}

// A program does not see the note at the top of a page.
void say_if_made_up(View const& view, Json& thing, Index<Ecosystem> index) {
  auto const& ecosystem = view.atlas.catalogue()[index];
  if (ecosystem.origin != Origin::fictional) return;
  thing["disambiguatingDescription"] = view.language("site.fictional", {{"names", ecosystem.name}});
}

JsonBlock block(Json const& thing) {
  Json whole{{"@context", vocabulary}};
  whole.update(thing);
  return JsonBlock(whole);
}

Json postal_address(Venue const& venue) {
  Json address{{"@type", "PostalAddress"}};
  put(address, "streetAddress", venue.street);
  put(address, "postalCode", venue.postcode);
  put(address, "addressLocality", venue.city);
  return address;
}

Json place(View const& view, Venue const& venue) {
  Json place{{"@type", "Place"}, {"name", venue_name(view, venue)}};
  put_address(view, place, "url", view.page("/venues", venue.id));
  if (auto const address = postal_address(venue); address.size() > 1) place["address"] = address;
  place["geo"] = {{"@type", "GeoCoordinates"},
                  {"latitude", venue.point.latitude_degrees()},
                  {"longitude", venue.point.longitude_degrees()}};
  return place;
}

Json organisation_name(View const& view, Index<Organisation> index) {
  auto const& organisation = view.atlas.catalogue()[index];
  Json named{{"@type", "Organization"}, {"name", organisation.name}};
  put_website(named, "url", organisation.website);
  return named;
}

// "2026-11-25T14:00:00+01:00", as the clock in the Netherlands has it on that day.
std::string moment(Date day, TimeOfDay time) {
  auto const then = instant(day, time);
  auto const shown_day = local_date(then);
  auto const shown_time = local_time(then);
  auto const ahead = shown_day.time_since_epoch() + std::chrono::minutes(shown_time.minutes) -
                     std::chrono::floor<std::chrono::minutes>(then).time_since_epoch();
  return fmt::format("{}T{}:00+{:02}:00", text(shown_day), text(shown_time),
                     std::chrono::duration_cast<std::chrono::hours>(ahead).count());
}

enum class Type { event, course, service };

Type type_of(Offering const& offering, std::optional<Occurrence> const& next) {
  if (next) return Type::event;
  switch (offering.kind) {
    case OfferingKind::workshop:
    case OfferingKind::series:
    case OfferingKind::holiday_school:
    case OfferingKind::lesson:
      return Type::course;
    case OfferingKind::club:
    case OfferingKind::event:
    case OfferingKind::walk_in:
    case OfferingKind::lesson_kit:
    case OfferingKind::loan_item:
      return Type::service;
  }
  return Type::service;
}

Json audience(AgeRange ages) {
  Json children{{"@type", "PeopleAudience"}, {"suggestedMinAge", ages.from}};
  if (ages.to < AgeRange().to) children["suggestedMaxAge"] = ages.to;
  return children;
}

void put_ages(Json& thing, Offering const& offering) {
  if (offering.ages) {
    thing["audience"] = audience(*offering.ages);
  } else if (offering.groups) {
    thing["audience"] = audience(offering.groups->ages());
  }
}

void put_price(Json& offer, Price const& price) {
  bool const by_time = price.per == Per::month || price.per == Per::year;
  Json amount{{"price", text(price.amount)}, {"priceCurrency", "EUR"}};
  if (!by_time) return offer.update(amount);
  // What a month or year costs; the units of time have codes (UN/CEFACT 20).
  amount["@type"] = "UnitPriceSpecification";
  amount["unitCode"] = price.per == Per::month ? "MON" : "ANN";
  offer["priceSpecification"] = std::move(amount);
}

// Who can no longer apply is offered nothing.
Json offer(View const& view, Offering const& offering) {
  if (joining(offering, view.moment.today) == Joining::closed) return {};
  Json offer{{"@type", "Offer"}};
  if (offering.price) put_price(offer, *offering.price);
  if (offering.deadline) offer["validThrough"] = text(*offering.deadline);
  if (joining(offering, view.moment.today) == Joining::full) {
    offer["availability"] = term("SoldOut");
    return offer;
  }
  put_website(offer, "url", offering.link);
  if (offering.places_left.value_or(0) > 0) offer["availability"] = term("InStock");
  return offer;
}

void put_venue(View const& view, Json& event, OfferingFacts const& facts, Offering const& offering) {
  if (offering.where == Where::at_venue && facts.venue) {
    event["location"] = place(view, view.atlas.catalogue()[*facts.venue]);
  } else if (offering.where == Where::online && Url::website(offering.link)) {
    event["location"] = {{"@type", "VirtualLocation"}, {"url", offering.link}};
  }
}

void put_attendance(Json& event, Offering const& offering) {
  if (offering.where == Where::at_home) return;
  bool const online = offering.where == Where::online;
  event["eventAttendanceMode"] = term(online ? "OnlineEventAttendanceMode" : "OfflineEventAttendanceMode");
}

void put_event(View const& view, Json& event, OfferingFacts const& facts, Offering const& offering,
               Occurrence const& next) {
  event["startDate"] = moment(next.day, next.hours.from);
  event["endDate"] = moment(next.day, next.hours.until);
  put_attendance(event, offering);
  put_venue(view, event, facts, offering);
  put(event, "maximumAttendeeCapacity", offering.capacity);
  put(event, "remainingAttendeeCapacity", offering.places_left);
}

Json channel(View const& view, Venue const& venue) {
  return {{"@type", "ServiceChannel"}, {"serviceLocation", place(view, venue)}};
}

// What an Event and a Course can say and a Service cannot.
void put_languages_and_themes(View const& view, Json& thing, OfferingFacts const& facts,
                              Offering const& offering) {
  for (auto const& code : offering.languages) thing["inLanguage"].push_back(code.text());
  put(thing, "keywords", theme_names(view, facts.themes));
  if (offering.price) thing["isAccessibleForFree"] = offering.price->free();
}

// A program elsewhere needs the whole address.
void put_pictures(View const& view, Json& thing, Pictures const& pictures) {
  if (!view.public_address) return;
  for (auto const& picture : pictures.all) {
    Json image{{"@type", "ImageObject"}, {"caption", picture.description}};
    put_address(view, image, "contentUrl", picture_address(picture, picture.width));
    put(image, "width", picture.width);
    put(image, "height", picture.height);
    thing["image"].push_back(std::move(image));
  }
}

constexpr char const* type_names[] = {"Event", "Course", "Service"};

Json common(View const& view, OfferingFacts const& facts, Offering const& offering, Type type) {
  Json thing{{"@type", type_names[static_cast<int>(type)]}, {"name", offering.title}};
  put(thing, "description", offering.summary);
  put_address(view, thing, "url", view.page("/offerings", offering.id));
  put_pictures(view, thing, offering.pictures);
  thing[type == Type::event ? "organizer" : "provider"] = organisation_name(view, facts.organisation);
  put_ages(thing, offering);
  if (type == Type::service) {
    put(thing, "category", theme_names(view, facts.themes));
  } else {
    put_languages_and_themes(view, thing, facts, offering);
  }
  if (auto const made = offer(view, offering); made.size() > 1) thing["offers"] = made;
  say_if_made_up(view, thing, facts.ecosystem);
  return thing;
}

}  // namespace

std::optional<JsonBlock> linked_data(View const& view, Index<Offering> index,
                                     std::optional<Occurrence> const& next) {
  auto const& offering = view.atlas.catalogue()[index];
  auto const& facts = view.atlas.catalogue().facts(index);
  if (!next && !offering.schedule.empty()) return std::nullopt;
  auto const type = type_of(offering, next);
  auto thing = common(view, facts, offering, type);
  if (next) put_event(view, thing, facts, offering, *next);
  if (type == Type::service && offering.where == Where::at_venue && facts.venue) {
    thing["availableChannel"] = channel(view, view.atlas.catalogue()[*facts.venue]);
  }
  return block(thing);
}

namespace {

void put_safety_contact(View const& view, Json& thing, Organisation const& organisation) {
  if (!names_safety_contact(organisation)) return;
  Json point{{"@type", "ContactPoint"}, {"contactType", view.language("safety.contact_type")}};
  put(point, "name", organisation.safety_contact);
  put(point, "telephone", organisation.safety_phone);
  put(point, "email", organisation.safety_email);
  thing["contactPoint"] = std::move(point);
}

}  // namespace

JsonBlock linked_data(View const& view, Index<Organisation> index) {
  auto const& organisation = view.atlas.catalogue()[index];
  auto thing = organisation_name(view, index);
  put(thing, "description", organisation.about);
  put(thing, "telephone", organisation.phone);
  put(thing, "email", organisation.email);
  put_safety_contact(view, thing, organisation);
  put_address(view, thing, "mainEntityOfPage", view.page("/organisations", organisation.id));
  say_if_made_up(view, thing, view.atlas.catalogue().ecosystem(index));
  return block(thing);
}

JsonBlock linked_data(View const& view, Index<Venue> index) {
  auto const& venue = view.atlas.catalogue()[index];
  auto thing = place(view, venue);
  put_website(thing, "sameAs", venue.website);
  put(thing, "telephone", venue.phone);
  if (venue.wheelchair) {
    thing["amenityFeature"] = {{"@type", "LocationFeatureSpecification"},
                               {"name", view.language("venue.wheelchair")},
                               {"value", *venue.wheelchair}};
  }
  say_if_made_up(view, thing, view.atlas.catalogue().facts(index).ecosystem);
  return block(thing);
}

}  // namespace wegwijzer::web
