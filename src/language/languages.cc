// SPDX-License-Identifier: EUPL-1.2
#include "language/languages.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "base/check.h"
#include "base/embedded.h"
#include "base/words.h"

namespace wegwijzer {

namespace {

constexpr std::string_view ending = ".mo";

Language compiled(std::string const& tag, Language const* next) {
  auto made = Language::read(tag, embedded_file(translations_files(), tag + ".mo"), next);
  check(made.has_value(), "a language that is compiled in is whole");
  return *std::move(made);
}

// Dutch and English, in which every sentence is there, are what others fall back on.
Language const& dutch() {
  static auto const made = compiled("nl", nullptr);
  return made;
}

Language const& english() {
  static auto const made = compiled("en", &dutch());
  return made;
}

Language const* next_of(std::string_view tag) {
  return tag == "nl" ? nullptr : tag == "en" ? &dutch() : &english();
}

// Dutch first, then English.
auto rank(Language const& language) {
  return std::pair(language.dutch() ? 0 : language.english() ? 1 : 2, language.tag());
}

Result<std::vector<std::filesystem::path>> files_in(std::filesystem::path const& folder) {
  std::error_code wrong;
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator at(folder, wrong), end; !wrong && at != end; at.increment(wrong)) {
    if (at->path().extension() == ending) files.push_back(at->path());
  }
  if (wrong) return fail(Fault::missing, "language.no_folder", {{"folder", folder.string()}});
  std::ranges::sort(files);
  return files;
}

Result<Language> read_file(std::filesystem::path const& file) {
  auto const name = file.filename().string();
  auto const tag = file.stem().string();
  if (!is_language_tag(tag)) return fail(Fault::invalid, "language.file_name", {{"file", name}});
  std::ifstream in(file, std::ios::binary);
  std::string const bytes{std::istreambuf_iterator<char>(in), {}};
  auto made = Language::read(tag, bytes, next_of(tag));
  if (!made) return fail(Fault::invalid, made.error().key, {{"file", name}});
  return made;
}

std::optional<Error> incomplete(std::filesystem::path const& file, Language const& language) {
  auto const missing = missing_keys(sentences_of_pages(), language.sentences());
  if (missing.empty()) return std::nullopt;
  constexpr std::ptrdiff_t most_named = 5;
  std::vector<std::string> const named(missing.begin(),
                                       missing.begin() + std::min(most_named, std::ssize(missing)));
  return Error{Fault::invalid,
               "language.file_incomplete",
               {{"file", file.filename().string()},
                {"count", std::to_string(missing.size())},
                {"keys", joined(named, ", ")}}};
}

// Keys, and beginnings of keys, that Dutch and English are enough for.
std::vector<std::string> words_in_two_languages() {
  std::vector<std::string> words;
  for (auto const* file : {"translations/only_commands.txt", "translations/only_staff.txt"}) {
    std::istringstream lines{std::string(embedded_file(assets_files(), file))};
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty() && line[0] != '#') words.push_back(line);
    }
  }
  return words;
}

}  // namespace

bool is_language_tag(std::string_view text) {
  static std::regex const form("[a-z]{2,3}(-[a-z0-9]{2,8})*");
  // Two addresses of ours look like one.
  return text != "api" && text != "map" && std::regex_match(text.begin(), text.end(), form);
}

Sentences const& sentences_of_pages() {
  static auto const all = [] {
    auto kept = dutch().sentences();
    auto const words = words_in_two_languages();
    kept.erase("");  // the header of the file
    std::erase_if(kept, [&](auto const& entry) {
      return std::ranges::any_of(words, [&](std::string const& word) {
        return word.ends_with('.') ? entry.first.starts_with(word) : entry.first == word;
      });
    });
    return kept;
  }();
  return all;
}

void Languages::put(Language language) {
  auto made = std::make_shared<Language const>(std::move(language));
  std::erase_if(all_, [&](auto const& known) { return known->tag() == made->tag(); });
  auto const later =
      std::ranges::find_if(all_, [&](auto const& known) { return rank(*made) < rank(*known); });
  all_.insert(later, std::move(made));
}

Languages const& Languages::compiled_in() {
  static auto const all = [] {
    Languages made;
    for (auto const& file : translations_files()) {
      auto const tag = std::filesystem::path(file.path).stem().string();
      made.put(compiled(tag, next_of(tag)));
    }
    return made;
  }();
  return all;
}

Result<Languages::Read> Languages::read(std::filesystem::path const& folder) {
  auto const files = files_in(folder);
  if (!files) return fail(files.error());
  Read read{compiled_in(), {}};
  for (auto const& file : *files) {
    auto made = read_file(file);
    if (!made) return fail(made.error());
    if (auto warning = incomplete(file, *made)) read.warnings.push_back(*std::move(warning));
    read.languages.put(*std::move(made));
  }
  return read;
}

Language const* Languages::find(std::string_view tag) const {
  auto const found = std::ranges::find_if(all_, [&](auto const& known) { return known->tag() == tag; });
  return found == all_.end() ? nullptr : found->get();
}

Language const& language(std::string_view tag) {
  auto const* const found = Languages::compiled_in().find(tag);
  check(found, "a language that is not compiled in");
  return *found;
}

}  // namespace wegwijzer
