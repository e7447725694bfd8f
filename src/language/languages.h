// SPDX-License-Identifier: EUPL-1.2
// The languages of the site: those whose translation files are compiled in, and those in a folder of the
// operator. No language has a name in the code but Dutch and English, in which the vocabularies are written.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "language/language.h"

namespace wegwijzer {

class Languages {
 public:
  static Languages const& compiled_in();

  // Those and the files xx.mo in `folder`, of which one takes the place of the same language compiled in. A
  // file that is damaged is an error. One that is not complete gives a warning, and says the rest in English:
  // decisions/0021.
  struct Read;
  static Result<Read> read(std::filesystem::path const& folder);

  // Dutch, then English, then the others by tag; the first is the one without a tag in the address.
  std::vector<std::shared_ptr<Language const>> const& all() const { return all_; }

  Language const& first() const { return *all_.front(); }

  // Null when there is no such language.
  Language const* find(std::string_view tag) const;

 private:
  void put(Language language);

  std::vector<std::shared_ptr<Language const>> all_;
};

struct Languages::Read {
  Languages languages;
  std::vector<Error> warnings;  // "language.file_incomplete"
};

Language const& language(std::string_view tag);  // compiled in; another is a bug

// What a page for everybody can say: the keys and texts of the Dutch file without those of only_commands.txt
// and only_staff.txt in assets/translations.
Sentences const& sentences_of_pages();

// As in a language tag of two or three letters with a region or script: "ar", "pap", "zh-hant".
bool is_language_tag(std::string_view text);

}  // namespace wegwijzer
