// SPDX-License-Identifier: EUPL-1.2
#include "search/query.h"

#include <algorithm>

#include "base/words.h"
#include "search/common_words.h"
#include "search/edit_distance.h"
#include "search/stem.h"
#include "search/word_index.h"

namespace wegwijzer::search {

namespace {

// How much a match counts against one with the word itself: docs/parameters.md, assumptions.
constexpr float as_synonym = 0.7F;
constexpr float as_all_parts = 0.8F;
constexpr float as_first_part = 0.5F;
constexpr float as_beginning = 0.6F;
constexpr float as_correction = 0.8F;

constexpr std::size_t most_beginnings = 50;
constexpr std::size_t shortest_beginning = 3;
constexpr std::size_t most_other_corrections = 2;

class Reader {
 public:
  Reader(WordIndex const& index, std::string_view typed)
      : index_(index), lexicon_(index.lexicon()), typed_(typed), words_(folded_words(typed)) {
    if (words_.size() > most_query_words) words_.resize(most_query_words);
    for (auto& word : words_) {
      word.text.resize(std::min(word.text.size(), longest_query_word));
      stems_.push_back(stemmer_.stem(word.text));
    }
    only_common_ = std::ranges::all_of(words_, [](auto const& word) { return is_stop_word(word.text); });
  }

  Query read() {
    for (std::size_t at = 0; at < words_.size();) at += take(at);
    // When nothing else was typed, it is about the form itself: "club".
    auto const needed = std::ranges::any_of(query_.words, &QueryWord::needed);
    for (auto& word : query_.words) word.needed = word.needed || !needed;
    return std::move(query_);
  }

 private:
  bool is_common(std::size_t at) const { return !only_common_ && is_stop_word(words_[at].text); }

  // How many words it took.
  std::size_t take(std::size_t at) {
    if (auto const taken = take_phrase(at)) return taken;
    if (is_common(at)) return 1;
    if (take_pair(at)) return 2;
    take_word(at);
    return 1;
  }

  // The longest synonym of several words that begins here.
  std::size_t take_phrase(std::size_t at) {
    for (auto length = std::min(index_.synonyms().longest(), words_.size() - at); length >= 2; --length) {
      auto const* const means = index_.synonyms().find(joined_from(stems_, at, length));
      if (!means) continue;
      QueryWord word{joined_words(at, length), {}};
      add_phrase(word, word.typed, Via::itself, 1);
      for (auto const& meaning : *means) add_phrase(word, meaning, Via::synonym, as_synonym);
      query_.words.push_back(std::move(word));
      return length;
    }
    return 0;
  }

  // Two words that the texts write as one: "repair cafe", "kinder boerderij".
  bool take_pair(std::size_t at) {
    if (at + 1 == words_.size() || is_common(at + 1)) return false;
    auto const* const one = lexicon_.find(words_[at].text + words_[at + 1].text);
    if (!one || !has_documents(one->term)) return false;
    QueryWord word{joined_words(at, 2), {}};
    word.alternatives.push_back({{one->term}, one->text, Via::itself, 1});
    add_phrase(word, word.typed, Via::itself, 1);
    if (is_form_word(words_[at + 1].text)) add_phrase(word, words_[at].text, Via::parts, as_first_part);
    query_.words.push_back(std::move(word));
    return true;
  }

  void take_word(std::size_t at) {
    auto const& text = words_[at].text;
    QueryWord word{text, {}, !is_form_word(text)};
    add_known(word, text, Via::itself, 1);
    bool const known = !word.alternatives.empty();
    add_parts(word, text, known);
    if (!known && at + 1 == words_.size()) add_beginnings(word, text);
    // A form of a known word that nobody offers is no mistake.
    if (word.alternatives.empty() && !lexicon_.term(text, stemmer_)) add_correction(word, at);
    query_.words.push_back(std::move(word));
  }

  // The word and what it is a synonym of.
  void add_known(QueryWord& word, std::string const& text, Via via, float weight) {
    add_phrase(word, text, via, weight);
    auto const* const verb = lexicon_.verb_of(text);
    auto const* const means = index_.synonyms().find(stemmer_.stem(verb ? verb->text : text));
    if (!means) return;
    auto const as = via == Via::itself ? Via::synonym : via;
    for (auto const& meaning : *means) add_phrase(word, meaning, as, weight * as_synonym);
  }

  void add_phrase(QueryWord& word, std::string const& text, Via via, float weight) {
    Alternative alternative{{}, text, via, weight};
    for (auto const part : split(text, ' ')) {
      if (is_stop_word(part) && text.size() > part.size()) continue;
      auto const term = lexicon_.term(part, stemmer_);
      if (!term || !has_documents(*term)) return;
      alternative.terms.push_back(*term);
    }
    if (!alternative.terms.empty()) word.alternatives.push_back(std::move(alternative));
  }

  // "zwemles" is about "zwemmen", whatever the texts call the lesson.
  void add_parts(QueryWord& word, std::string_view text, bool known) {
    auto const parts = lexicon_.parts_of(text, stemmer_);
    if (parts.empty() || !has_documents(parts[0].term)) return;
    auto const words = std::string(parts[0].text);
    if (!known && has_documents(parts[1].term)) {
      word.alternatives.push_back({{parts[0].term, parts[1].term},
                                   words + " " + std::string(parts[1].text),
                                   Via::parts,
                                   as_all_parts});
    }
    if (is_form_word(parts[1].text)) {
      word.alternatives.push_back({{parts[0].term}, words, Via::parts, as_first_part});
    }
  }

  // The word that is still being typed.
  void add_beginnings(QueryWord& word, std::string_view text) {
    if (text.size() < shortest_beginning) return;
    std::vector<KnownWord const*> longer;
    for (auto const& known : lexicon_.beginning_with(text)) {
      if (has_documents(known.term)) longer.push_back(&known);
    }
    std::ranges::stable_sort(longer, std::ranges::greater(), &KnownWord::documents);
    longer.resize(std::min(longer.size(), most_beginnings));
    for (auto const* known : longer) {
      word.alternatives.push_back({{known->term}, known->text, Via::beginning, as_beginning});
    }
  }

  // The word with the fewest errors; others with as few are named, for who meant one of those.
  void add_correction(QueryWord& word, std::size_t at) {
    KnownWord const* chosen = nullptr;
    for (auto const* similar : lexicon_.similar_to(word.typed)) {
      if (is_stop_word(similar->text)) continue;
      if (!chosen) {
        add_known(word, similar->text, Via::correction, as_correction);
        if (word.alternatives.empty()) continue;
        query_.corrected = with(at, similar->text, query_.corrected);
        chosen = similar;
      } else if (as_likely(word.typed, *similar, *chosen) &&
                 query_.otherwise.size() < most_other_corrections) {
        query_.otherwise.push_back(with(at, similar->text, {}));
      }
    }
  }

  bool as_likely(std::string_view typed, KnownWord const& similar, KnownWord const& chosen) const {
    return similar.term != chosen.term && has_documents(similar.term) &&
           edit_distance(typed, similar.text) == edit_distance(typed, chosen.text);
  }

  // What was typed, with another word in that place; `so_far` has corrections of words before it.
  std::string with(std::size_t at, std::string_view text, std::string const& so_far) const {
    auto const rest = typed_.substr(words_[at].end);
    auto const before = typed_.substr(0, words_[at].begin);
    auto const whole = so_far.empty() ? typed_ : std::string_view(so_far);
    auto const kept =
        so_far.empty() ? before : whole.substr(0, whole.size() - (typed_.size() - before.size()));
    return std::string(kept) + std::string(text) + std::string(rest);
  }

  bool has_documents(Index<Term> term) const { return index_.postings().of(term).size() > 0; }

  static std::string joined_from(std::vector<std::string> const& all, std::size_t at, std::size_t length) {
    auto const first = all.begin() + static_cast<std::ptrdiff_t>(at);
    return joined({first, first + static_cast<std::ptrdiff_t>(length)}, " ");
  }

  std::string joined_words(std::size_t at, std::size_t length) const {
    std::vector<std::string> texts;
    for (auto i = at; i < at + length; ++i) texts.push_back(words_[i].text);
    return joined(texts, " ");
  }

  WordIndex const& index_;
  Lexicon const& lexicon_;
  std::string_view typed_;
  std::vector<FoldedWord> words_;
  std::vector<std::string> stems_;
  Stemmer stemmer_;
  bool only_common_ = false;
  Query query_;
};

}  // namespace

bool Query::hopeless() const {
  return !words.empty() && std::ranges::none_of(words, [](QueryWord const& word) {
    return word.needed && !word.alternatives.empty();
  });
}

std::vector<std::string> Query::unknown() const {
  std::vector<std::string> unknown;
  for (auto const& word : words) {
    if (word.needed && word.alternatives.empty()) unknown.push_back(word.typed);
  }
  return unknown;
}

Query read_query(WordIndex const& index, std::string_view typed) {
  return Reader(index, typed).read();
}

}  // namespace wegwijzer::search
