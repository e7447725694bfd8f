// SPDX-License-Identifier: EUPL-1.2
#include "atlas/offering_words.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/words.h"
#include "search/common_words.h"

namespace wegwijzer {

namespace {

constexpr std::size_t shortest_completion = 4;

void add(std::string& text, std::string_view more) {
  if (!text.empty()) text += ' ';
  text += more;
}

void add(std::string& text, Names const& names) {
  add(text, names.dutch);
  add(text, names.english);
}

std::string const* kind_name(Vocabulary const& vocabulary, VenueKind const& kind) {
  auto const rule = std::ranges::find(vocabulary.venue_kinds, kind, &VenueKindRule::kind);
  return rule == vocabulary.venue_kinds.end() ? nullptr : &rule->names.dutch;
}

// The Dutch words that people type for a value.
std::string_view words_for(OfferingKind kind) {
  switch (kind) {
    case OfferingKind::workshop:
      return "workshop";
    case OfferingKind::series:
      return "cursus lessen";
    case OfferingKind::club:
      return "club vereniging";
    case OfferingKind::event:
      return "evenement";
    case OfferingKind::walk_in:
      return "inloop";
    case OfferingKind::holiday_school:
      return "vakantie vakantieschool kamp";
    case OfferingKind::lesson:
      return "les";
    case OfferingKind::lesson_kit:
      return "leskist";
    case OfferingKind::loan_item:
      return "lenen uitlenen";
  }
  return {};
}

std::string_view words_for(Access access) {
  switch (access) {
    case Access::wheelchair:
      return "rolstoel";
    case Access::low_stimulus:
      return "prikkelarm";
    case Access::special_education:
      return "speciaal onderwijs";
    case Access::hearing:
      return "slechthorend gebarentaal";
    case Access::sight:
      return "slechtziend";
    case Access::small_group:
      return "kleine groep";
    case Access::girls_only:
      return "meisjes";
  }
  return {};
}

std::string_view words_for(Where where) {
  return where == Where::online ? "online" : where == Where::at_home ? "thuis" : "";
}

void add_ages(std::string& text, OfferingFacts const& facts) {
  if (!facts.age_known) return;
  for (int age = 0; age <= 18; ++age) {
    if (fits(facts, age)) add(text, std::to_string(age));
  }
  // Groups 1 and 2 of the primary school, and the years around the first of the secondary school.
  if (fits(facts, 4) || fits(facts, 5)) add(text, "kleuters");
  if (fits(facts, 12) && fits(facts, 13)) add(text, "tieners");
}

void add_days(std::string& text, Weekdays days) {
  constexpr std::string_view names[] = {"zondag",    "maandag", "dinsdag", "woensdag",
                                        "donderdag", "vrijdag", "zaterdag"};
  for (auto const day : days.list()) add(text, names[day.c_encoding()]);
  if (days.contains(std::chrono::Saturday) || days.contains(std::chrono::Sunday)) add(text, "weekend");
}

class Writing {
 public:
  Writing(Catalogue const& catalogue, Themes const& themes, Areas const& areas, Vocabulary const& vocabulary)
      : catalogue_(catalogue), themes_(themes), areas_(areas), vocabulary_(vocabulary) {}

  std::vector<std::string> texts(Index<Offering> index) const {
    auto const& offering = catalogue_[index];
    auto const& facts = catalogue_.facts(index);
    auto [own, wider] = theme_texts(offering);
    return {offering.title,    std::move(own),   std::move(wider), catalogue_[facts.organisation].name,
            place_text(facts), offering.summary, offering.expect,  practical_text(offering, facts)};
  }

 private:
  std::pair<std::string, std::string> theme_texts(Offering const& offering) const {
    std::string own;
    std::set<Index<Theme>> above;
    for (auto const& code : offering.themes) {
      auto const theme = themes_.find(code);
      if (!theme) continue;
      add(own, themes_[*theme].names);
      for (auto higher = above_of(*theme); higher; higher = above_of(*higher)) above.insert(*higher);
    }
    std::string wider;
    for (auto const theme : above) add(wider, themes_[theme].names);
    return {std::move(own), std::move(wider)};
  }

  std::optional<Index<Theme>> above_of(Index<Theme> theme) const {
    auto const& above = themes_[theme].above;
    return above ? themes_.find(*above) : std::nullopt;
  }

  std::string place_text(OfferingFacts const& facts) const {
    std::string text = catalogue_[facts.ecosystem].name;
    if (!facts.venue) return text;
    auto const& venue = catalogue_[*facts.venue];
    add(text, venue.name);
    add(text, venue.city);
    if (auto const* const kind = kind_name(vocabulary_, venue.kind)) add(text, *kind);
    for (auto area = catalogue_.facts(*facts.venue).area; area; area = areas_.around(*area)) {
      add(text, areas_[*area].name);
    }
    return text;
  }

  std::string practical_text(Offering const& offering, OfferingFacts const& facts) const {
    std::string text(words_for(offering.kind));
    add(text, words_for(offering.where));
    add_ages(text, facts);
    add_days(text, facts.days);
    if (facts.free) add(text, "gratis");
    for (auto const access : offering.access) add(text, words_for(access));
    for (auto const& language : vocabulary_.languages) {
      auto const& said = offering.languages;
      bool const dutch = language.code.text() == "nl";
      if (!dutch && std::ranges::find(said, language.code) != said.end()) add(text, language.names);
    }
    return text;
  }

  Catalogue const& catalogue_;
  Themes const& themes_;
  Areas const& areas_;
  Vocabulary const& vocabulary_;
};

std::vector<search::Synonym> synonyms_of(Vocabulary const& vocabulary) {
  std::vector<search::Synonym> all;
  all.reserve(vocabulary.synonyms.size());
  for (auto const& synonym : vocabulary.synonyms) all.push_back({synonym.words, synonym.means});
  return all;
}

// What offerings are about, the words of their titles, who offers them and what they are called; of each only
// what finds something.
class Completing {
 public:
  explicit Completing(Catalogue const& catalogue) : catalogue_(catalogue) {}

  std::vector<search::Completion> run(Themes const& themes, search::Lexicon const& lexicon) {
    add_themes(themes);
    add_words(lexicon);
    for (std::size_t i = 0; i < catalogue_.organisations().size(); ++i) {
      auto const count = catalogue_.offerings_of(Index<Organisation>(i)).size();
      if (count > 0) add(catalogue_.organisations()[i].name, CompletionKind::organisation, count);
    }
    for (auto const& offering : catalogue_.offerings()) add(offering.title, CompletionKind::title, 1);
    return std::move(all_);
  }

 private:
  void add(std::string text, CompletionKind kind, std::size_t weight) {
    all_.push_back({std::move(text), static_cast<std::uint8_t>(kind), static_cast<std::uint32_t>(weight)});
  }

  void add_themes(Themes const& themes) {
    std::map<Index<Theme>, std::size_t> counts;
    for (auto const& offering : catalogue_.offerings()) {
      for (auto const& code : offering.themes) {
        if (auto const theme = themes.find(code)) ++counts[*theme];
      }
    }
    for (auto const& [theme, count] : counts) add(themes[theme].names.dutch, CompletionKind::theme, count);
  }

  void add_words(search::Lexicon const& lexicon) {
    std::set<std::string> words;
    for (auto const& offering : catalogue_.offerings()) {
      for (auto& word : folded_words(offering.title)) words.insert(std::move(word.text));
    }
    for (auto const& word : words) {
      auto const* const known = lexicon.find(word);
      bool const dull = search::is_stop_word(word) || word.size() < shortest_completion;
      if (known && known->documents > 1 && !dull) add(word, CompletionKind::word, known->documents);
    }
  }

  Catalogue const& catalogue_;
  std::vector<search::Completion> all_;
};

}  // namespace

// Weights and shares: docs/parameters.md, assumptions.
std::vector<search::Field> const& offering_fields() {
  static std::vector<search::Field> const fields{{5, 0.3},   {4, 0.3},   {1.5, 0.3}, {3, 0.2},
                                                 {1.5, 0.3}, {1.2, 0.6}, {0.6, 0.6}, {1.5, 0}};
  return fields;
}

std::vector<std::string> offering_texts(Catalogue const& catalogue, Themes const& themes, Areas const& areas,
                                        Vocabulary const& vocabulary, Index<Offering> offering) {
  return Writing(catalogue, themes, areas, vocabulary).texts(offering);
}

OfferingWords::OfferingWords(Catalogue const& catalogue, Themes const& themes, Areas const& areas,
                             Vocabulary const& vocabulary) {
  Writing const writing(catalogue, themes, areas, vocabulary);
  search::IndexBuilder builder(offering_fields(), synonyms_of(vocabulary));
  for (std::size_t i = 0; i < catalogue.offerings().size(); ++i) {
    builder.add(writing.texts(Index<Offering>(i)));
  }
  index_ = std::move(builder).build();
  completions_ = search::Completions(Completing(catalogue).run(themes, index_.lexicon()));
}

}  // namespace wegwijzer
