// SPDX-License-Identifier: EUPL-1.2
#include "language/language.h"

#include <algorithm>
#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <deque>

#include "base/check.h"
#include "base/embedded.h"

namespace wegwijzer {

namespace {

std::locale load(std::string const& tag) {
  namespace gettext = boost::locale::gnu_gettext;
  gettext::messages_info info;
  info.language = tag;
  info.encoding = "UTF-8";
  info.domains.emplace_back("messages");
  info.paths.emplace_back("");
  info.callback = [](std::string const& file, std::string const&) {
    // Boost asks for "/nl/LC_MESSAGES/messages.mo"; ours are called "nl.mo".
    auto const wanted = file.substr(file.find_first_not_of('/'));
    auto const name = wanted.substr(0, wanted.find('/')) + ".mo";
    for (auto const& known : translations_files()) {
      if (name == known.path) return std::vector<char>(known.begin, known.end);
    }
    return std::vector<char>();
  };
  return {std::locale::classic(), gettext::create_messages_facet<char>(info)};
}

std::string filled(std::string sentence, Arguments const& arguments) {
  for (auto const& [name, value] : arguments) {
    auto const hole = "{" + name + "}";
    for (auto at = sentence.find(hole); at != std::string::npos;
         at = sentence.find(hole, at + value.size())) {
      sentence.replace(at, hole.size(), value);
    }
  }
  return sentence;
}

}  // namespace

Language::Language(std::string tag) : tag_(std::move(tag)), locale_(load(tag_)) {
  check((*this)("language.name") != "language.name", "a language is not compiled in");
}

std::string Language::operator()(char const* key, Arguments const& arguments) const {
  return filled(boost::locale::translate(key).str(locale_), arguments);
}

std::string Language::operator()(std::string const& key, Arguments const& arguments) const {
  return (*this)(key.c_str(), arguments);
}

std::string Language::count(char const* key, std::int64_t count, Arguments arguments) const {
  arguments.push_back({"count", std::to_string(count)});
  return filled(boost::locale::translate(key, key, static_cast<int>(count)).str(locale_), arguments);
}

std::string Language::sentence(Error const& error) const {
  return (*this)(error.key, error.arguments);
}

std::vector<std::string> const& language_tags() {
  static std::vector<std::string> const tags{"nl", "en"};
  return tags;
}

Language const& language(std::string_view tag) {
  static std::deque<Language> const all(language_tags().begin(), language_tags().end());
  auto const found = std::ranges::find(all, tag, &Language::tag);
  check(found != all.end(), "a language that is not one of ours");
  return *found;
}

}  // namespace wegwijzer
