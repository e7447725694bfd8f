// SPDX-License-Identifier: EUPL-1.2
// Four questions about how unequal opportunities are in a gemeente, and what their pages and the paper share:
// which children are meant, how a figure and what is not known of it are said, and the frame of a page.
#pragma once

#include <optional>

#include "opportunity/intervals.h"
#include "usecases/opportunity/inequality.h"
#include "web/charts.h"
#include "web/opportunity_wish.h"

namespace wegwijzer::web {

enum class StoryPage { least, why, sure, change };

}  // namespace wegwijzer::web

namespace wegwijzer {

template <>
inline constexpr std::array choices<web::StoryPage> = {
    std::pair{web::StoryPage::least, "least"}, std::pair{web::StoryPage::why, "why"},
    std::pair{web::StoryPage::sure, "sure"}, std::pair{web::StoryPage::change, "change"}};

}  // namespace wegwijzer

namespace wegwijzer::web {

// A figure, and where nine in ten draws lie when that is known.
struct Figure {
  double value = 0;
  std::optional<Interval> between{};
};

struct AreaInOrder {
  std::uint32_t number = 0;  // of the population
  RankInterval rank{};       // this and the share of the draws mean something when Story::sure() is there
  double among_least = 0;
};

// What is asked of a gemeente, with the answer.
class Story {
 public:
  // `leaves_out`: something was asked that these figures do not know, a need or a tongue.
  Story(View const& view, Index<Area> whole, ChildWish child, InequalityOfPlace place, bool leaves_out)
      : view(view),
        t(view.language),
        whole(whole),
        child(std::move(child)),
        place(std::move(place)),
        leaves_out(leaves_out) {}

  PlaceFigures const& now() const { return *place.figures; }

  Uncertainty const* sure() const { return place.sure.get(); }

  // What `of` takes from all figures.
  template <class Of>
  Figure figure(Of of) const {
    if (!place.sure) return {of(*place.figures), {}};
    return {of(*place.figures), Interval{of(place.sure->low), of(place.sure->high)}};
  }

  std::string const& name() const { return name_of(whole); }

  std::string const& name_of(Index<Area> area) const { return view.atlas.areas()[area].name; }

  Index<Area> area(std::uint32_t number) const { return place.population->areas[number]; }

  std::string children() const { return children_phrase(view, child); }

  Url page(std::string const& below) const {
    return with_fields(opportunity_page(view, whole).segment(below), fields_of({child}));
  }

  // With least first; without those where hardly any such child lives.
  std::vector<AreaInOrder> order() const;
  std::vector<std::uint32_t> apart() const;

  std::size_t least_fifth() const { return (place.population->in_order.size() + 4) / 5; }

  std::string amount_alone(Figure const& figure) const;    // "5,3"
  std::string amount(Figure const& figure) const;          // "5,3 (4,1 tot 7,0)"
  std::string amount_between(Figure const& figure) const;  // "4,1 tot 7,0"; "–" when not known
  std::string gini(double value) const;
  std::string gini(Figure const& figure) const;
  std::string gini_between(Figure const& figure) const;
  std::string times(double ratio) const;         // "8,3"; "12"
  std::string times(Figure const& ratio) const;  // "2,2 (1,7 tot 2,5)"
  std::string in_draws(double share) const;      // "184 van de 200 keer"
  std::string draws() const;                     // "200"

  View const view;
  Language const& t;
  Index<Area> const whole;
  ChildWish const child;
  InequalityOfPlace const place;
  bool const leaves_out;
};

inline double mean_of(PlaceFigures const& of) {
  return of.spread.mean;
}

inline double gini_of(PlaceFigures const& of) {
  return of.spread.gini;
}

inline double least_fifth_of(PlaceFigures const& of) {
  return (of.spread.tenths[0] + of.spread.tenths[1]) / 2;
}

// Of the gemeente around the area in the address, without what nobody counts. Fails as
// read_opportunity_question(), and with "opportunity.nobody".
Result<Story> tell_story(OpportunityQuestion const& asked);

Figure area_figure(Story const& story, std::uint32_t number);
std::string rank_phrase(Language const& language, RankInterval const& rank);  // "tussen 3 en 9"

// Why a figure has no margins (yet), and what to do; nothing when it has.
std::string why_no_margins(Language const& language, Margins margins);

// Of this kind of children among those that are meant: "kinderen zonder fiets".
std::string group_phrase(Story const& story, ChildGroup const& group);
std::string group_label(Story const& story, ChildGroup const& group);  // "9 jaar"; "weinig geld"

// A share of the draws in which something holds counts as sure from here on.
inline constexpr double sure_enough = 0.9;

// The frame: where one is, the four questions, the answer, which children, how sure; and at the end the data.
Html story_page(Story const& story, StoryPage page, std::vector<std::string> const& answer,
                Html const& content);

std::string story_title(Story const& story, StoryPage page);

// From elsewhere to the four questions about a gemeente.
Html to_four_questions(View const& view, Index<Area> whole, ChildWish const& child);

Html least_content(Story const& story);
Html why_content(Story const& story);
Html sure_content(Story const& story);
Html change_content(Story const& story);

// The answer in a few sentences, the same on the page and on paper.
std::vector<std::string> least_answer(Story const& story);
std::vector<std::string> why_answer(Story const& story);
std::vector<std::string> sure_answer(Story const& story);
std::vector<std::string> change_answer(Story const& story);

// What the paper says as well.
std::vector<std::string> gini_in_words(Story const& story);
std::vector<std::size_t> factors_by_share(Story const& story);
// Those that do something, by what they do for the fifth with least.
std::vector<Lever> levers_by_least(Story const& story);
std::string lever_sentence(Story const& story, Lever lever);
std::vector<std::string> what_is_sure(Story const& story);
std::vector<std::string> what_is_not_sure(Story const& story);
// Also when it is known how sure the figures are.
std::vector<std::string> what_is_not_known(Story const& story);
// The parameters that make an outcome unsure, the most first, without those that explain hardly more than
// chance.
std::vector<std::size_t> unsure_by(Story const& story, Outcome outcome);
std::vector<std::string> what_to_measure(Story const& story);

}  // namespace wegwijzer::web
