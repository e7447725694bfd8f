// SPDX-License-Identifier: EUPL-1.2
#include "community/name_parts.h"

#include <algorithm>
#include <optional>
#include <span>

#include "base/words.h"
#include "search/edit_distance.h"

namespace wegwijzer::community {

namespace {

constexpr std::string_view small_words[] = {
    "aan", "am",  "an",  "auf",  "bei", "beim", "bij", "da",  "das", "de",  "dem", "den", "der", "des",
    "di",  "die", "dr",  "du",   "een", "en",   "fur", "gl",  "het", "im",  "in",  "la",  "le",  "les",
    "met", "mit", "nr",  "of",   "op",  "s",    "t",   "te",  "ten", "ter", "the", "to",  "und", "uit",
    "van", "vom", "von", "voor", "zu",  "zum",  "zur", "and", "for", "at",  "jl",  "a",   "e",   "o"};

// Of law and of how a thing is run; they stand in many names and are left out as easily.
constexpr std::string_view legal_words[] = {"stichting",
                                            "vereniging",
                                            "bv",
                                            "nv",
                                            "vzw",
                                            "ev",
                                            "gmbh",
                                            "ggmbh",
                                            "gbr",
                                            "vof",
                                            "ltd",
                                            "asbl",
                                            "verein",
                                            "stiftung",
                                            "cooperatie",
                                            "io",
                                            "ig",
                                            "vestiging",
                                            "locatie",
                                            "filiaal",
                                            "hoofdvestiging",
                                            "gebouw",
                                            "dependance",
                                            "standort",
                                            "afdeling",
                                            "abt",
                                            "abteilung",
                                            "stedelijk",
                                            "stedelijke",
                                            "gemeentelijk",
                                            "gemeentelijke",
                                            "stadtisch",
                                            "stadtische",
                                            "stadtisches",
                                            "stadtischer",
                                            "algemene",
                                            "koninklijke",
                                            "nederlandse"};

struct KindWord {
  std::string_view word;
  SaidKind kind;
  std::string_view also = {};  // what the word says beside its kind: a "tv" is about tennis
  std::optional<SaidKind> other = {};
};

constexpr KindWord kind_words[] = {{"basisschool", SaidKind::school},
                                   {"school", SaidKind::school},
                                   {"schule", SaidKind::school},
                                   {"bs", SaidKind::school},
                                   {"obs", SaidKind::school},
                                   {"rkbs", SaidKind::school},
                                   {"pcbs", SaidKind::school},
                                   {"cbs", SaidKind::school},
                                   {"kbs", SaidKind::school},
                                   {"gbs", SaidKind::school},
                                   {"ods", SaidKind::school},
                                   {"pcb", SaidKind::school},
                                   {"rk", SaidKind::school},
                                   {"kindcentrum", SaidKind::school, {}, SaidKind::childcare},
                                   {"ikc", SaidKind::school, {}, SaidKind::childcare},
                                   {"kc", SaidKind::school, {}, SaidKind::childcare},
                                   {"sbo", SaidKind::school, "speciaal"},
                                   {"so", SaidKind::school, "speciaal"},
                                   {"vso", SaidKind::school, "speciaal"},
                                   {"college", SaidKind::school, "college"},
                                   {"lyceum", SaidKind::school, "lyceum"},
                                   {"gymnasium", SaidKind::school, "gymnasium"},
                                   {"realschule", SaidKind::school, "realschule"},
                                   {"hauptschule", SaidKind::school, "hauptschule"},
                                   {"gesamtschule", SaidKind::school, "gesamtschule"},
                                   {"grundschule", SaidKind::school},
                                   {"volksschule", SaidKind::school},
                                   {"primarschule", SaidKind::school},
                                   {"montessorischool", SaidKind::school, "montessori"},
                                   {"daltonschool", SaidKind::school, "dalton"},
                                   {"jenaplanschool", SaidKind::school, "jenaplan"},
                                   {"bso", SaidKind::childcare},
                                   {"buitenschoolse", SaidKind::childcare},
                                   {"opvang", SaidKind::childcare},
                                   {"kinderopvang", SaidKind::childcare},
                                   {"kinderdagverblijf", SaidKind::childcare},
                                   {"kdv", SaidKind::childcare},
                                   {"peuterspeelzaal", SaidKind::childcare},
                                   {"peuteropvang", SaidKind::childcare},
                                   {"dagopvang", SaidKind::childcare},
                                   {"creche", SaidKind::childcare},
                                   {"kindergarten", SaidKind::childcare},
                                   {"kita", SaidKind::childcare},
                                   {"kindertagesstatte", SaidKind::childcare},
                                   {"kinderkrippe", SaidKind::childcare},
                                   {"krippe", SaidKind::childcare},
                                   {"hort", SaidKind::childcare},
                                   {"kinderhaus", SaidKind::childcare},
                                   {"nursery", SaidKind::childcare},
                                   {"bibliotheek", SaidKind::library},
                                   {"bieb", SaidKind::library},
                                   {"bibliothek", SaidKind::library},
                                   {"bucherei", SaidKind::library},
                                   {"library", SaidKind::library},
                                   {"mediatheek", SaidKind::library},
                                   {"mediathek", SaidKind::library},
                                   {"museum", SaidKind::heritage},
                                   {"musea", SaidKind::heritage},
                                   {"schloss", SaidKind::heritage, "schloss"},
                                   {"kasteel", SaidKind::heritage, "kasteel"},
                                   {"molen", SaidKind::heritage, "molen"},
                                   {"galerie", SaidKind::heritage, "galerie"},
                                   {"gallery", SaidKind::heritage, "galerie"},
                                   {"sporthal", SaidKind::sports_hall},
                                   {"sportzaal", SaidKind::sports_hall},
                                   {"gymzaal", SaidKind::sports_hall},
                                   {"gymlokaal", SaidKind::sports_hall},
                                   {"sportcentrum", SaidKind::sports_hall},
                                   {"sporthalle", SaidKind::sports_hall},
                                   {"turnhalle", SaidKind::sports_hall},
                                   {"sportzentrum", SaidKind::sports_hall},
                                   {"hal", SaidKind::sports_hall},
                                   {"halle", SaidKind::sports_hall},
                                   {"sportclub", SaidKind::sports_club},
                                   {"sportvereniging", SaidKind::sports_club},
                                   {"sportverein", SaidKind::sports_club},
                                   {"club", SaidKind::sports_club},
                                   {"sv", SaidKind::sports_club},
                                   {"sc", SaidKind::sports_club},
                                   {"tsv", SaidKind::sports_club, "turn"},
                                   {"turnverein", SaidKind::sports_club, "turn"},
                                   {"gv", SaidKind::sports_club, "turn"},
                                   {"vv", SaidKind::sports_club, "voetbal"},
                                   {"fc", SaidKind::sports_club, "voetbal"},
                                   {"rkvv", SaidKind::sports_club, "voetbal"},
                                   {"tv", SaidKind::sports_club, "tennis"},
                                   {"tc", SaidKind::sports_club, "tennis"},
                                   {"ltc", SaidKind::sports_club, "tennis"},
                                   {"hc", SaidKind::sports_club, "hockey"},
                                   {"bc", SaidKind::sports_club, "badminton"},
                                   {"kv", SaidKind::sports_club, "korfbal"},
                                   {"zv", SaidKind::sports_club, "zwem"},
                                   {"av", SaidKind::sports_club, "atletiek"},
                                   {"sportpark", SaidKind::sports_field},
                                   {"sportveld", SaidKind::sports_field},
                                   {"sportplatz", SaidKind::sports_field},
                                   {"bolzplatz", SaidKind::sports_field},
                                   {"stadion", SaidKind::sports_field},
                                   {"zwembad", SaidKind::swimming},
                                   {"zwemparadijs", SaidKind::swimming},
                                   {"schwimmbad", SaidKind::swimming},
                                   {"hallenbad", SaidKind::swimming},
                                   {"freibad", SaidKind::swimming},
                                   {"speeltuin", SaidKind::playground},
                                   {"speelplaats", SaidKind::playground},
                                   {"speelplek", SaidKind::playground},
                                   {"speelveld", SaidKind::playground},
                                   {"speeltuinvereniging", SaidKind::playground},
                                   {"spielplatz", SaidKind::playground},
                                   {"kinderspielplatz", SaidKind::playground},
                                   {"playground", SaidKind::playground},
                                   {"kinderboerderij", SaidKind::animals},
                                   {"stadsboerderij", SaidKind::animals},
                                   {"dierentuin", SaidKind::animals},
                                   {"dierenweide", SaidKind::animals},
                                   {"zoo", SaidKind::animals},
                                   {"tierpark", SaidKind::animals},
                                   {"buurthuis", SaidKind::community},
                                   {"wijkcentrum", SaidKind::community},
                                   {"buurtcentrum", SaidKind::community},
                                   {"buurtkamer", SaidKind::community},
                                   {"dorpshuis", SaidKind::community},
                                   {"wijkhuis", SaidKind::community},
                                   {"ontmoetingscentrum", SaidKind::community},
                                   {"jongerencentrum", SaidKind::community, "jongeren"},
                                   {"jugendzentrum", SaidKind::community, "jongeren"},
                                   {"jugendtreff", SaidKind::community, "jongeren"},
                                   {"muziekschool", SaidKind::music},
                                   {"musikschule", SaidKind::music},
                                   {"harmonie", SaidKind::music, "harmonie"},
                                   {"fanfare", SaidKind::music, "fanfare"},
                                   {"koor", SaidKind::music, "koor"},
                                   {"kinderkoor", SaidKind::music, "koor"},
                                   {"dansschool", SaidKind::dance},
                                   {"dansstudio", SaidKind::dance},
                                   {"balletschool", SaidKind::dance, "ballet"},
                                   {"tanzschule", SaidKind::dance},
                                   {"theater", SaidKind::stage},
                                   {"schouwburg", SaidKind::stage},
                                   {"theatre", SaidKind::stage},
                                   {"bioscoop", SaidKind::stage, "film"},
                                   {"filmhuis", SaidKind::stage, "film"},
                                   {"kino", SaidKind::stage, "film"},
                                   {"cinema", SaidKind::stage, "film"},
                                   {"atelier", SaidKind::arts},
                                   {"kunstencentrum", SaidKind::arts},
                                   {"scouting", SaidKind::scouting},
                                   {"scoutinggroep", SaidKind::scouting},
                                   {"pfadfinder", SaidKind::scouting},
                                   {"natuurcentrum", SaidKind::nature},
                                   {"natuurgebied", SaidKind::nature},
                                   {"schooltuin", SaidKind::nature, "tuin"},
                                   {"moestuin", SaidKind::nature, "tuin"},
                                   {"maakplaats", SaidKind::making},
                                   {"makerspace", SaidKind::making},
                                   {"fablab", SaidKind::making},
                                   {"kerk", SaidKind::church},
                                   {"kirche", SaidKind::church},
                                   {"universiteit", SaidKind::study},
                                   {"universitat", SaidKind::study},
                                   {"hogeschool", SaidKind::study},
                                   {"hochschule", SaidKind::study},
                                   {"welzijn", SaidKind::care},
                                   {"ggd", SaidKind::care},
                                   {"gemeente", SaidKind::authority},
                                   {"provincie", SaidKind::authority},
                                   {"stadt", SaidKind::authority}};

// Ends of a compound: "Regenboogschool", "Stadtbibliothek". What stands before one must be a word.
constexpr KindWord endings[] = {{"basisschool", SaidKind::school},     {"grundschule", SaidKind::school},
                                {"school", SaidKind::school},          {"schule", SaidKind::school},
                                {"kindergarten", SaidKind::childcare}, {"bibliotheek", SaidKind::library},
                                {"bibliothek", SaidKind::library},     {"bucherei", SaidKind::library},
                                {"museum", SaidKind::heritage},        {"vereniging", SaidKind::sports_club},
                                {"verein", SaidKind::sports_club},     {"club", SaidKind::sports_club},
                                {"speeltuin", SaidKind::playground},   {"spielplatz", SaidKind::playground},
                                {"theater", SaidKind::stage}};
constexpr std::size_t shortest_before_ending = 4;

struct CreedWord {
  std::string_view word;
  Creed creed;
};

constexpr CreedWord creed_words[] = {{"openbare", Creed::open_to_all},
                                     {"openbaar", Creed::open_to_all},
                                     {"obs", Creed::open_to_all},
                                     {"ods", Creed::open_to_all},
                                     {"katholieke", Creed::catholic},
                                     {"rooms", Creed::catholic},
                                     {"rk", Creed::catholic},
                                     {"rkbs", Creed::catholic},
                                     {"kbs", Creed::catholic},
                                     {"katholische", Creed::catholic},
                                     {"katholischer", Creed::catholic},
                                     {"katholisches", Creed::catholic},
                                     {"christelijke", Creed::protestant},
                                     {"protestants", Creed::protestant},
                                     {"pc", Creed::protestant},
                                     {"pcb", Creed::protestant},
                                     {"pcbs", Creed::protestant},
                                     {"cbs", Creed::protestant},
                                     {"gereformeerde", Creed::protestant},
                                     {"gbs", Creed::protestant},
                                     {"evangelische", Creed::protestant},
                                     {"evangelischer", Creed::protestant},
                                     {"evangelisches", Creed::protestant},
                                     {"ev", Creed::protestant}};

constexpr std::pair<std::string_view, std::string_view> same_words[] = {
    {"st", "sint"}, {"sankt", "sint"}, {"saint", "sint"}, {"ii", "2"},
    {"iii", "3"},   {"iv", "4"},       {"w", "west"}};

bool is_one_of(std::span<std::string_view const> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

KindWord const* kind_word(std::string_view word) {
  auto const* const found = std::ranges::find(kind_words, word, &KindWord::word);
  return found == std::end(kind_words) ? nullptr : found;
}

// "Basischool": a long word that is but for one error a kind is meant as it.
KindWord const* misspelt_kind_word(std::string_view word) {
  constexpr std::size_t shortest = 7;
  if (word.size() < shortest) return nullptr;
  auto const* const found = std::ranges::find_if(kind_words, [&](KindWord const& one) {
    return one.word.size() >= shortest && one.word.size() + 1 >= word.size() &&
           word.size() + 1 >= one.word.size() && search::edit_distance(one.word, word) == 1;
  });
  return found == std::end(kind_words) ? nullptr : found;
}

KindWord const* ending_of(std::string_view word) {
  auto const* const found = std::ranges::find_if(endings, [&](KindWord const& one) {
    return word.ends_with(one.word) && word.size() >= one.word.size() + shortest_before_ending;
  });
  return found == std::end(endings) ? nullptr : found;
}

// "O.B.S." is folded to three letters that are one word.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  bool spells = false;
  for (auto const& one : folded_words(name)) {
    bool const is_letter = one.text.size() == 1 && (one.text[0] < '0' || one.text[0] > '9');
    bool const goes_on = spells && is_letter && one.begin > 0 && name[one.begin - 1] == '.';
    if (goes_on) {
      words.back() += one.text;
    } else {
      words.push_back(one.text);
    }
    spells = is_letter;
  }
  return words;
}

class TakingApart {
 public:
  void take(std::string_view word) {
    for (auto const& [one, other] : same_words) {
      if (word == one) word = other;
    }
    take_creed(word);
    if (is_one_of(small_words, word)) return;
    if (auto const* const kind = kind_word(word)) return take_kind(*kind);
    if (is_one_of(legal_words, word) || is_creed(word)) return;
    if (auto const* const kind = misspelt_kind_word(word)) return take_kind(*kind);
    if (auto const* const ending = ending_of(word)) return take_compound(word, *ending);
    parts_.words.emplace_back(word);
  }

  NameParts done() && {
    std::ranges::sort(parts_.words);
    parts_.words.erase(std::ranges::unique(parts_.words).begin(), parts_.words.end());
    return std::move(parts_);
  }

 private:
  static bool is_creed(std::string_view word) {
    return std::ranges::find(creed_words, word, &CreedWord::word) != std::end(creed_words);
  }

  void take_creed(std::string_view word) {
    auto const* const found = std::ranges::find(creed_words, word, &CreedWord::word);
    if (found != std::end(creed_words) && parts_.creed == Creed::unsaid) parts_.creed = found->creed;
  }

  void take_kind(KindWord const& kind) {
    parts_.kinds.add(kind.kind);
    if (kind.other) parts_.kinds.add(*kind.other);
    if (!kind.also.empty()) parts_.words.emplace_back(kind.also);
  }

  void take_compound(std::string_view word, KindWord const& ending) {
    parts_.kinds.add(ending.kind);
    parts_.words.emplace_back(word.substr(0, word.size() - ending.word.size()));
  }

  NameParts parts_;
};

struct KindOfVenue {
  std::string_view code;
  SaidKinds says;
};

constexpr KindOfVenue venue_kinds[] = {
    {"school", {SaidKind::school}},
    {"childcare", {SaidKind::childcare}},
    {"library", {SaidKind::library}},
    {"toy-library", {SaidKind::library}},
    {"museum", {SaidKind::heritage}},
    {"aquarium", {SaidKind::animals}},
    {"petting-farm", {SaidKind::animals}},
    {"zoo", {SaidKind::animals}},
    {"city-farm", {SaidKind::animals, SaidKind::nature}},
    {"botanical-garden", {SaidKind::nature}},
    {"school-garden", {SaidKind::nature}},
    {"nature-centre", {SaidKind::nature}},
    {"nature-reserve", {SaidKind::nature}},
    {"makerspace", {SaidKind::making}},
    {"repair-cafe", {SaidKind::making}},
    {"community-centre", {SaidKind::community}},
    {"youth-centre", {SaidKind::community}},
    {"scouting", {SaidKind::scouting}},
    {"arts-centre", {SaidKind::arts, SaidKind::music, SaidKind::dance, SaidKind::stage}},
    {"music-school", {SaidKind::music}},
    {"dance-school", {SaidKind::dance}},
    {"theatre", {SaidKind::stage}},
    {"cinema", {SaidKind::stage}},
    {"higher-education", {SaidKind::study}},
    {"adventure-playground", {SaidKind::playground}},
    {"playground", {SaidKind::playground}},
    {"swimming-pool", {SaidKind::swimming}},
    {"sports-centre", {SaidKind::sports_hall, SaidKind::sports_field}},
    {"sports-club", {SaidKind::sports_club}},
    {"sports-field", {SaidKind::sports_field}},
    {"mill", {SaidKind::heritage}},
    {"castle", {SaidKind::heritage}},
    {"heritage-site", {SaidKind::heritage}},
    {"gallery", {SaidKind::heritage, SaidKind::arts}}};

}  // namespace

std::string_view street_ending(std::string_view word) {
  constexpr std::string_view endings_of_streets[] = {
      "straat", "laan",  "weg",  "plein", "pad",     "kade", "hof",   "singel", "gracht", "dreef",  "park",
      "erf",    "steeg", "dijk", "oever", "strasse", "str",  "gasse", "platz",  "allee",  "passage"};
  constexpr std::size_t shortest_name = 3;
  auto const* const found = std::ranges::find_if(endings_of_streets, [&](auto const ending) {
    return word.ends_with(ending) && word.size() >= ending.size() + shortest_name;
  });
  return found == std::end(endings_of_streets) ? std::string_view() : *found;
}

bool says_which_branch(std::string_view word) {
  constexpr std::string_view sides[] = {"noord", "zuid",  "oost",  "west",  "centrum", "nord",      "sud",
                                        "ost",   "mitte", "north", "south", "east",    "binnenstad"};
  bool const is_number = word.find_first_not_of("0123456789") == word.npos;
  return is_number || is_one_of(sides, word);
}

NameParts name_parts(std::string_view name) {
  TakingApart parts;
  for (auto const& word : words_of(name)) parts.take(word);
  return std::move(parts).done();
}

SaidKinds said_by_venue_kind(std::string_view venue_kind) {
  auto const* const found = std::ranges::find(venue_kinds, venue_kind, &KindOfVenue::code);
  return found == std::end(venue_kinds) ? SaidKinds() : found->says;
}

}  // namespace wegwijzer::community
