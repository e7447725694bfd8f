// SPDX-License-Identifier: EUPL-1.2
#include "language/language.h"

#include <algorithm>
#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <exception>

namespace wegwijzer {

namespace {

using Messages = boost::locale::message_format<char>;

// Boost asks for a file by its path; it gets these bytes.
std::locale messages_of(std::string const& tag, std::string_view bytes) {
  namespace gettext = boost::locale::gnu_gettext;
  gettext::messages_info info;
  info.language = tag;
  info.encoding = "UTF-8";
  info.domains.emplace_back("messages");
  info.paths.emplace_back("");
  info.callback = [bytes](std::string const&, std::string const&) {
    return std::vector<char>(bytes.begin(), bytes.end());
  };
  return {std::locale::classic(), gettext::create_messages_facet<char>(info)};
}

std::optional<std::string> direction_of(Sentences const& sentences) {
  auto const found = sentences.find("language.direction");
  if (found == sentences.end()) return std::nullopt;
  auto const& said = found->second.front();
  return said == "ltr" || said == "rtl" ? std::optional(said) : std::nullopt;
}

// Letters from left to right, and numbers with signs between them. Numbers alone keep their order, and so
// does what has letters from right to left: it goes with the sentence, and its parts were seen to before.
bool may_fall_apart(std::string const& text) {
  auto const digit = [](char c) { return c >= '0' && c <= '9'; };
  auto const letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  // The first bytes in UTF-8 of U+0580 to U+07FF: Hebrew, Arabic, Syriac, Thaana, N'Ko.
  auto const from_the_right = [](char c) { return c >= '\xd6' && c <= '\xdf'; };
  if (std::ranges::any_of(text, from_the_right)) return false;
  return std::ranges::any_of(text, letter) ||
         (std::ranges::any_of(text, digit) && !std::ranges::all_of(text, digit));
}

}  // namespace

Result<Language> Language::read(std::string tag, std::string_view bytes, Language const* next) {
  auto sentences = read_sentences(bytes);
  if (!sentences) return fail(sentences.error());
  if (!sentences->contains("language.name")) return fail(Fault::invalid, "language.file_nameless");
  if (!direction_of(*sentences)) return fail(Fault::invalid, "language.file_without_direction");
  try {
    auto locale = messages_of(tag, bytes);
    return Language(std::move(tag), std::move(locale), *std::move(sentences), next);
  } catch (std::exception const&) {  // Boost, of a header that it cannot use
    return fail(Fault::invalid, "language.file_damaged");
  }
}

Language::Language(std::string tag, std::locale locale, Sentences sentences, Language const* next)
    : tag_(std::move(tag)),
      locale_(std::move(locale)),
      sentences_(std::move(sentences)),
      next_(next),
      right_to_left_(direction_of(sentences_) == "rtl") {}

std::string Language::said(char const* key, std::optional<int> count) const {
  auto const& messages = std::use_facet<Messages>(locale_);
  auto const* const text = count ? messages.get(0, nullptr, key, *count) : messages.get(0, nullptr, key);
  if (text && *text) return text;
  return next_ ? next_->said(key, count) : key;
}

std::string Language::filled(std::string sentence, Arguments const& arguments) const {
  for (auto const& [name, argument] : arguments) {
    auto const hole = "{" + name + "}";
    auto const value = in_one_piece(argument);
    for (auto at = sentence.find(hole); at != std::string::npos;
         at = sentence.find(hole, at + value.size())) {
      sentence.replace(at, hole.size(), value);
    }
  }
  return sentence;
}

std::string Language::operator()(char const* key, Arguments const& arguments) const {
  return filled(said(key, std::nullopt), arguments);
}

std::string Language::operator()(std::string const& key, Arguments const& arguments) const {
  return (*this)(key.c_str(), arguments);
}

std::string Language::count(char const* key, std::int64_t count, Arguments arguments) const {
  arguments.push_back({"count", std::to_string(count)});
  return filled(said(key, static_cast<int>(count)), arguments);
}

std::string Language::sentence(Error const& error) const {
  return (*this)(error.key, error.arguments);
}

std::optional<std::string> Language::find(std::string const& key) const {
  auto const found = sentences_.find(key);
  return found == sentences_.end() ? std::nullopt : std::optional(found->second.front());
}

std::string Language::in_one_piece(std::string text) const {
  // Left-to-right isolate and pop directional isolate: https://www.unicode.org/reports/tr9/
  return right_to_left_ && may_fall_apart(text) ? "\u2066" + std::move(text) + "\u2069" : std::move(text);
}

}  // namespace wegwijzer
