// SPDX-License-Identifier: EUPL-1.2
// The sentences of one language, from a translation file (gettext), looked up by key. What the file does not
// say is said in the next language: of a further one in English, of English in Dutch.
#pragma once

#include <locale>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "language/sentences.h"

namespace wegwijzer {

class Language {
 public:
  // Fails with "language.file_…": damaged, without its name, or without its direction. `next` must outlive
  // it.
  static Result<Language> read(std::string tag, std::string_view bytes, Language const* next);

  std::string const& tag() const { return tag_; }

  Sentences const& sentences() const { return sentences_; }

  bool dutch() const { return tag_ == "nl"; }

  bool english() const { return tag_ == "en"; }

  bool right_to_left() const { return right_to_left_; }

  // The sentence with {name} replaced by the argument of that name; a missing key shows itself.
  std::string operator()(char const* key, Arguments const& arguments = {}) const;
  std::string operator()(std::string const& key, Arguments const& arguments = {}) const;
  // Singular or plural by `count`, which fills {count}.
  std::string count(char const* key, std::int64_t count, Arguments arguments = {}) const;
  std::string sentence(Error const& error) const;
  // In this language or not at all.
  std::optional<std::string> find(std::string const& key) const;
  // A name, a price or times among words that run from right to left: signs that keep it in one piece.
  std::string in_one_piece(std::string text) const;

 private:
  Language(std::string tag, std::locale locale, Sentences sentences, Language const* next);

  std::string filled(std::string sentence, Arguments const& arguments) const;
  std::string said(char const* key, std::optional<int> count) const;

  std::string tag_;
  std::locale locale_;
  Sentences sentences_;
  Language const* next_;
  bool right_to_left_;
};

}  // namespace wegwijzer
