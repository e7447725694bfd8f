// SPDX-License-Identifier: EUPL-1.2
#include "app/sign_in_file.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>

#include "base/words.h"

namespace wegwijzer {

namespace {

constexpr std::array known_words = {"code",    "issuer",  "client_id",     "client_secret_file",
                                    "name_nl", "name_en", "second_factor", "second_factor_acr",
                                    "sign_out"};
constexpr std::size_t longest_value = 300;

using Words = std::map<std::string, std::string, std::less<>>;

tl::unexpected<Error> wrong(char const* key, std::filesystem::path const& file, std::string const& what) {
  return fail(Fault::invalid, key, {{"file", file.string()}, {"what", what}});
}

bool is_text(std::string_view value) {
  return !value.empty() && value.size() <= longest_value && valid_utf8(value) &&
         std::ranges::none_of(value,
                              [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

Result<Words> words_in(std::filesystem::path const& file) {
  std::ifstream in(file);
  if (!in) return fail(Fault::missing, "sign_in_file.not_there", {{"file", file.string()}});
  Words words;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    auto const text = trimmed(line);
    if (text.empty() || text.starts_with('#')) continue;
    auto const equals = text.find('=');
    std::string const word(trimmed(text.substr(0, equals)));
    bool const known = std::ranges::find(known_words, word) != known_words.end();
    auto const value = equals == text.npos ? std::string_view() : trimmed(text.substr(equals + 1));
    if (!known || !is_text(value) || !words.emplace(word, value).second) {
      return wrong("sign_in_file.line_wrong", file, std::to_string(number));
    }
  }
  return words;
}

// Small letters, digits and dashes: it stands in addresses.
bool is_code(std::string_view text) {
  return text.size() <= 40 && std::ranges::all_of(text, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

// The first line of a file that nobody else on this machine reads.
Result<std::string> secret_in(std::filesystem::path const& file) {
  std::ifstream in(file);
  std::string line;
  if (!std::getline(in, line) || !is_text(trimmed(line))) {
    return fail(Fault::missing, "sign_in_file.no_secret", {{"file", file.string()}});
  }
  struct stat state{};
  if (::stat(file.c_str(), &state) != 0 || (state.st_mode & 07) != 0) {
    return fail(Fault::invalid, "sign_in_file.secret_open", {{"file", file.string()}});
  }
  return std::string(trimmed(line));
}

Done check_words(Words const& words, std::filesystem::path const& file) {
  for (auto const* needed : {"code", "issuer", "client_id", "client_secret_file", "name_nl", "name_en"}) {
    if (!words.contains(needed)) return wrong("sign_in_file.word_missing", file, needed);
  }
  for (auto const* choice : {"second_factor", "sign_out"}) {
    auto const said = words.find(choice);
    if (said != words.end() && said->second != "true" && said->second != "false") {
      return wrong("sign_in_file.value_wrong", file, choice);
    }
  }
  if (!is_code(words.at("code"))) return wrong("sign_in_file.value_wrong", file, "code");
  auto const& issuer = words.at("issuer");
  if (!WebAddress::parse(issuer) || issuer.find('?') != issuer.npos) {
    return wrong("sign_in_file.value_wrong", file, "issuer");
  }
  return {};
}

std::string word_or_nothing(Words const& words, char const* name) {
  auto const found = words.find(name);
  return found == words.end() ? std::string() : found->second;
}

}  // namespace

Result<OidcClient> read_sign_in_file(std::filesystem::path const& file, std::string_view site) {
  auto const words = words_in(file);
  if (!words) return fail(words.error());
  if (auto const good = check_words(*words, file); !good) return fail(good.error());
  // Beside this file, unless it says another folder.
  auto const secret = secret_in(file.parent_path() / words->at("client_secret_file"));
  if (!secret) return fail(secret.error());
  auto const& code = words->at("code");
  return OidcClient{
      .name = {code, words->at("issuer"), words->at("name_nl"), words->at("name_en")},
      .id = words->at("client_id"),
      .secret = *secret,
      .way_back = std::string(site) + "/sign-in/with/" + code + "/back",
      .second_factor = word_or_nothing(*words, "second_factor") == "true",
      .acr = word_or_nothing(*words, "second_factor_acr"),
      .after_sign_out =
          word_or_nothing(*words, "sign_out") == "true" ? std::string(site) + "/sign-in" : std::string(),
  };
}

}  // namespace wegwijzer
