// SPDX-License-Identifier: EUPL-1.2
// The sentences of one language, from assets/translations/*.po (gettext), looked up by key.
#pragma once

#include <locale>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace wegwijzer {

class Language {
 public:
  explicit Language(std::string tag);  // "nl", "en"; a language that is not compiled in is a bug

  std::string const& tag() const { return tag_; }

  bool dutch() const { return tag_ == "nl"; }

  // The sentence with {name} replaced by the argument of that name; a missing key shows itself.
  std::string operator()(char const* key, Arguments const& arguments = {}) const;
  std::string operator()(std::string const& key, Arguments const& arguments = {}) const;
  // Singular or plural by `count`, which fills {count}.
  std::string count(char const* key, std::int64_t count, Arguments arguments = {}) const;
  std::string sentence(Error const& error) const;

 private:
  std::string tag_;
  std::locale locale_;
};

std::vector<std::string> const& language_tags();  // {"nl", "en"}; the first is the default
Language const& language(std::string_view tag);   // of one of these tags

}  // namespace wegwijzer
