// SPDX-License-Identifier: EUPL-1.2
#include "web/flyer_text.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/words.h"
#include "web/own_look.h"
#include "web/phrases.h"
#include "web/short_address.h"
#include "web/theme.h"
#include "web/way_to.h"

namespace wegwijzer::web {

namespace {

constexpr std::size_t most_schedule_bytes = 75;  // a longer sentence is read on the page
constexpr std::size_t most_funds = 4;

// A flyer hangs for weeks: a day by its name and date, never "tomorrow".
std::string day_and_hours(View const& view, Occurrence const& next) {
  return next_phrase(view.language, next, next.day - std::chrono::days(2));
}

std::string when(View const& view, Offering const& offering, FoundOffering const& found) {
  auto const said = schedule_phrase(view.language, offering.schedule);
  if (said.empty()) return view.language("flyer.when_unknown");
  if (said.size() <= most_schedule_bytes) return said;
  return found.next ? view.language("flyer.first_time", {{"when", day_and_hours(view, *found.next)}}) : said;
}

std::string where(View const& view, Offering const& offering, FoundOffering const& found,
                  OfferingQuery const& query) {
  auto const venue = view.atlas.catalogue().facts(found.offering).venue;
  if (offering.where != Where::at_venue) return choice_phrase(view.language, "where.", offering.where);
  if (!venue) return view.language("venue.unknown");
  auto const& there = view.atlas.catalogue()[*venue];
  auto out = venue_name(view, there);
  if (!there.street.empty()) out += ", " + there.street;
  out = view.language.in_one_piece(out);
  if (found.travel) out += " (" + travel_phrase(view.language, *found.travel, query.mode) + ")";
  return out;
}

std::string costs(View const& view, Offering const& offering) {
  auto out = price_phrase(view.language, offering.price);
  bool const free = offering.price && offering.price->free();
  if (!free && !offering.funds.empty()) out += " · " + view.language("price.help_possible");
  return out;
}

std::string without_scheme(std::string const& website) {
  auto const host = website.find("://");
  auto out = host == website.npos ? website : website.substr(host + 3);
  if (out.ends_with('/')) out.pop_back();
  return out;
}

std::string take_part(View const& view, Index<Offering> index) {
  auto const& offering = view.atlas.catalogue()[index];
  auto const& organisation = view.atlas.catalogue()[view.atlas.catalogue().facts(index).organisation];
  if (!offering.phone.empty()) return view.language("flyer.call", {{"phone", offering.phone}});
  if (!offering.email.empty()) return view.language.in_one_piece(offering.email);
  if (offering.kind == OfferingKind::walk_in) return view.language("flyer.walk_in");
  if (view.public_address) return view.language("flyer.scan");
  for (auto const* site : {&offering.link, &organisation.website}) {
    if (!site->empty()) return view.language.in_one_piece(without_scheme(*site));
  }
  return view.language("flyer.ask");
}

class Writing {
 public:
  Writing(View const& view, FlyerAsk const& ask, FlyerChoice choice)
      : view_(view), ask_(ask), choice_(std::move(choice)), look_(look_of(view, ecosystem())) {}

  print::Flyer flyer() {
    auto const& t = view_.language;
    print::Flyer flyer;
    flyer.language = t.tag();
    flyer.right_to_left = t.right_to_left();
    flyer.colours = colours();
    flyer.title = ask_.heading;
    flyer.heading = ask_.heading;
    flyer.for_whom = for_whom();
    flyer.notice = made_up_phrase(view_, offerings());
    flyer.themes = themes();
    flyer.map = map();
    flyer.empty = t("flyer.empty");
    flyer.help_title = t("flyer.help_title");
    flyer.help = help();
    flyer.rest = rest();
    flyer.more = way_to(view_, ask_.more);
    flyer.made = t("flyer.made", {{"date", day_phrase(t, view_.moment.today)}});
    flyer.made_at = instant(view_.moment.today, {});
    return flyer;
  }

 private:
  Catalogue const& catalogue() const { return view_.atlas.catalogue(); }

  std::string for_whom() const {
    auto const& t = view_.language;
    auto out = ask_.query.age ? t.count("flyer.for_age", *ask_.query.age) : t("flyer.for_all");
    if (choice_.home_known) {
      auto const* key = ask_.query.mode == Mode::walk ? "flyer.within_walk" : "flyer.within_bike";
      out += " " + t.count(key, ask_.query.minutes.count());
    }
    return out;
  }

  std::vector<Index<Offering>> offerings() const {
    std::vector<Index<Offering>> all;
    for (auto const& theme : choice_.themes) {
      for (auto const& found : theme.offerings) all.push_back(found.offering);
    }
    return all;
  }

  std::vector<print::FlyerTheme> themes() {
    std::vector<print::FlyerTheme> out;
    for (auto const& theme : choice_.themes) {
      auto const name = theme.theme ? theme_name(view_, *theme.theme) : view_.language("flyer.other");
      auto& group = out.emplace_back(print::FlyerTheme{sentence_case(name), {}});
      for (auto const& found : theme.offerings) group.offerings.push_back(offering(found));
    }
    return out;
  }

  print::FlyerOffering offering(FoundOffering const& found) {
    auto const& t = view_.language;
    auto const& offering = catalogue()[found.offering];
    auto const& facts = catalogue().facts(found.offering);
    auto const place = where(view_, offering, found, ask_.query);
    auto const& by = catalogue()[facts.organisation].name;
    return {offering.title,
            place.find(by) != place.npos ? "" : by,
            offering.summary,
            {{t("offering.for_whom"), for_whom_phrase(t, offering) + " · " + costs(view_, offering)},
             {t("offering.when"), when(view_, offering, found)},
             {t("offering.where"), place},
             {t("flyer.take_part"), take_part(view_, found.offering)}},
            number_of(facts.venue),
            way_to(view_, short_address(view_, offering.id))};
  }

  // The one ecosystem of which all on it is.
  std::optional<Index<Ecosystem>> ecosystem() const {
    std::set<Index<Ecosystem>> all;
    for (auto const offering : offerings()) all.insert(catalogue().facts(offering).ecosystem);
    return all.size() == 1 ? std::optional(*all.begin()) : std::nullopt;
  }

  print::FlyerColours colours() const {
    print::FlyerColours out;
    if (!look_) return out;
    auto const roles = theme_of(own_colours(*look_), tiles::Look::light);
    if (auto const main = colour_of(roles, "primary")) out.main = text(*main);
    if (auto const sun = colour_of(roles, "sun")) out.accent = text(*sun);
    out.band = !roles.empty();
    return out;
  }

  // Each place is one dot, numbered in the order of reading.
  std::optional<std::size_t> number_of(std::optional<Index<Venue>> venue) {
    if (!venue || !view_.atlas.map().box()) return std::nullopt;
    auto const known = std::ranges::find(dots_, *venue);
    auto const number = static_cast<std::size_t>(known - dots_.begin()) + 1;
    if (known == dots_.end()) dots_.push_back(*venue);
    return number;
  }

  std::optional<print::FlyerMap> map() const {
    if (dots_.empty()) return std::nullopt;
    print::FlyerMap map;
    for (auto const venue : dots_) map.wish.dots.push_back(catalogue()[venue].point);
    map.wish.home = ask_.from;
    map.wish.dot = own_dot(look_, tiles::Look::light);
    auto const& maps = view_.atlas.streets().maps();
    bool const made_up =
        std::ranges::all_of(maps, [](auto const& one) { return one->source() == made_up_source; });
    map.credit = view_.language(made_up ? "flyer.map_made_up" : "flyer.map_credit");
    return map;
  }

  // The funds that can pay for what stands on it, else where to ask.
  std::string help() const {
    std::vector<std::string> names;
    for (auto const& fund : view_.atlas.vocabulary().funds) {
      if (names.size() < most_funds && pays_for_some(fund.code)) names.push_back(fund_name(view_, fund));
    }
    if (names.empty()) return view_.language("flyer.help");
    return view_.language("flyer.help_funds", {{"funds", joined_phrase(view_.language, names)}});
  }

  bool pays_for_some(FundCode const& code) const {
    return std::ranges::any_of(choice_.themes, [&](auto const& theme) {
      return std::ranges::any_of(theme.offerings, [&](auto const& found) {
        auto const& funds = catalogue()[found.offering].funds;
        return std::ranges::find(funds, code) != funds.end();
      });
    });
  }

  std::string rest() const {
    auto const& t = view_.language;
    if (!view_.public_address) return {};
    if (choice_.left_out() == 0) return t("flyer.always_now");
    return t.count("flyer.rest", static_cast<std::int64_t>(choice_.left_out()));
  }

  View const& view_;
  FlyerAsk const& ask_;
  FlyerChoice choice_;
  Ecosystem const* look_;
  std::vector<Index<Venue>> dots_;
};

}  // namespace

print::Flyer flyer_text(View const& view, FlyerAsk const& ask, FlyerChoice choice) {
  return Writing(view, ask, std::move(choice)).flyer();
}

}  // namespace wegwijzer::web
