// SPDX-License-Identifier: EUPL-1.2
#include "web/words_found.h"

#include <cmath>

#include "web/page.h"
#include "web/phrases.h"
#include "web/query.h"

namespace wegwijzer::web {

namespace {

Html to_words(View const& view, OfferingQuery query, std::string const& words) {
  query.words = words;
  return html(R"(<a href="{}">{}</a>)", with_query(view.page("/offerings"), query), words);
}

Html meant(View const& view, OfferingQuery const& query, search::Query const& read) {
  if (read.corrected.empty()) return {};
  auto const& t = view.language;
  auto links = to_words(view, query, read.corrected);
  for (auto const& other : read.otherwise)
    links += html("{}", t("list.separator")) + to_words(view, query, other);
  return html("<p>{} {}{} {}</p>", t("words.did_you_mean"), links, t("words.question_mark"),
              t("words.corrected", {{"typed", query.words}, {"words", read.corrected}}));
}

Html nothing_with(View const& view, search::Query const& read) {
  auto unknown = read.unknown();
  if (unknown.empty() || read.hopeless()) return {};
  for (auto& word : unknown) word = view.language("words.quoted", {{"words", word}});
  return html("<p>{}</p>",
              view.language("words.unknown", {{"words", joined_phrase(view.language, unknown)}}));
}

constexpr char const* field_keys[] = {"why.in_title",        "why.in_themes",   "why.in_wider_themes",
                                      "why.in_organisation", "why.in_place",    "why.in_summary",
                                      "why.in_expect",       "why.in_practical"};

constexpr char const* via_key(search::Via via) {
  switch (via) {
    case search::Via::itself:
      return "why.word_itself";
    case search::Via::synonym:
      return "why.word_synonym";
    case search::Via::parts:
      return "why.word_parts";
    case search::Via::beginning:
      return "why.word_beginning";
    case search::Via::correction:
      return "why.word_correction";
  }
  return "";
}

std::string word_sentence(View const& view, search::Reason const& reason) {
  std::vector<std::string> places;
  for (std::size_t field = 0; field < offering_text_count; ++field) {
    if (reason.fields >> field & 1) places.push_back(view.language(field_keys[field]));
  }
  return view.language(
      via_key(reason.via),
      {{"typed", reason.typed}, {"word", reason.matched}, {"places", joined_phrase(view.language, places)}});
}

Html item(std::string const& sentence) {
  return html("<li>{}</li>", sentence);
}

Html other_sentences(View const& view, OfferingQuery const& query, bool home_known,
                     FoundOffering const& found) {
  auto const& t = view.language;
  auto const& offering = view.atlas.catalogue()[found.offering];
  Html items;
  if (found.travel) items += item(t("why.travel", {{"travel", travel_phrase(t, *found.travel, query.mode)}}));
  if (!home_known) items += item(t("why.no_home"));
  if (query.age && found.age == Fit::yes) items += item(t("why.fits_age"));
  if (offering.confirmed_on && !stale(offering, view.moment.today)) {
    items += item(t("why.fresh", {{"date", day_phrase(t, *offering.confirmed_on)}}));
  } else {
    items += item(t("why.not_fresh"));
  }
  return items;
}

std::string points(double share) {
  return std::to_string(std::lround(100 * share));
}

}  // namespace

Html marked(View const& view, search::Query const& words, std::string_view text) {
  Html out;
  std::size_t at = 0;
  for (auto const& [begin, end] : view.atlas.words().index().marks(words, text)) {
    out += html("{}<mark>{}</mark>", text.substr(at, begin - at), text.substr(begin, end - begin));
    at = end;
  }
  return out + html("{}", text.substr(at));
}

Html words_notice(View const& view, OfferingQuery const& query, FoundOfferings const& found) {
  auto const content = meant(view, query, found.read) + nothing_with(view, found.read);
  return content.empty() ? Html() : notice("info", content);
}

Html why_here(View const& view, OfferingQuery const& query, FoundOfferings const& all,
              FoundOffering const& found) {
  auto const& t = view.language;
  auto const why = wegwijzer::why_here(view.atlas, query, all, found, view.moment.today);
  auto const parts = why.ranking.weighed();
  auto const sum = t("why.points", {{"total", points(why.ranking.total())},
                                    {"words", points(parts.words)},
                                    {"distance", points(parts.distance)},
                                    {"fit", points(parts.fit)},
                                    {"freshness", points(parts.freshness)}});
  return html(R"(<details class="why"><summary>{}</summary><ul>{}{}</ul><p>{}</p></details>)", t("why.title"),
              each(why.words, [&](auto const& reason) { return item(word_sentence(view, reason)); }),
              other_sentences(view, query, all.home_known, found), sum);
}

}  // namespace wegwijzer::web
