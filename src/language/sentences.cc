// SPDX-License-Identifier: EUPL-1.2
#include "language/sentences.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>

#include "base/words.h"

namespace wegwijzer {

namespace {

constexpr std::uint32_t mark_of_mo = 0x950412de;
constexpr std::size_t header_size = 28;

// The file as gettext's manual describes it ("The Format of GNU MO Files"), in the byte order of this
// machine.
class MoFile {
 public:
  explicit MoFile(std::string_view bytes) : bytes_(bytes) {}

  bool sound() const { return bytes_.size() >= header_size && number(0) == mark_of_mo && tables_fit(); }

  std::size_t size() const { return number(8); }

  // With its forms after each other, each closed by a zero.
  std::optional<std::string_view> key(std::size_t index) const { return text(number(12) + 8 * index); }

  std::optional<std::string_view> value(std::size_t index) const { return text(number(16) + 8 * index); }

 private:
  std::size_t number(std::size_t at) const {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes_.data() + at, sizeof value);
    return value;
  }

  bool fits(std::size_t at, std::size_t length) const {
    return at <= bytes_.size() && length <= bytes_.size() - at;
  }

  // The table of hashes finds a key; with fewer than three places it cannot.
  bool tables_fit() const {
    auto const hashes = number(20);
    if (!fits(number(12), 8 * size()) || !fits(number(16), 8 * size()) || hashes < 3) return false;
    if (!fits(number(24), 4 * hashes)) return false;
    for (std::size_t i = 0; i < hashes; ++i) {
      if (number(number(24) + 4 * i) > size()) return false;
    }
    return true;
  }

  std::optional<std::string_view> text(std::size_t row) const {
    auto const length = number(row);
    auto const at = number(row + 4);
    if (!fits(at, length + 1) || bytes_[at + length] != '\0') return std::nullopt;
    return bytes_.substr(at, length);
  }

  std::string_view bytes_;
};

std::vector<std::string> forms(std::string_view value) {
  std::vector<std::string> all;
  for (auto end = value.find('\0'); end != value.npos; end = value.find('\0')) {
    all.emplace_back(value.substr(0, end));
    value.remove_prefix(end + 1);
  }
  all.emplace_back(value);
  return all;
}

bool can_be_filled(std::vector<std::string> const& known, std::vector<std::string> const& texts) {
  // The other forms may leave out the number: "one minute".
  return holes({texts.back()}) == known && std::ranges::includes(known, holes(texts)) &&
         std::ranges::none_of(texts, &std::string::empty);
}

}  // namespace

Result<Sentences> read_sentences(std::string_view bytes) {
  MoFile const file(bytes);
  if (!file.sound()) return fail(Fault::invalid, "language.file_damaged");
  Sentences all;
  for (std::size_t i = 0; i < file.size(); ++i) {
    auto const key = file.key(i);
    auto const value = file.value(i);
    if (!key || !value || !valid_utf8(*value)) return fail(Fault::invalid, "language.file_damaged");
    all.emplace(key->substr(0, key->find('\0')), forms(*value));
  }
  return all;
}

std::vector<std::string> holes(std::vector<std::string> const& texts) {
  std::vector<std::string> names;
  for (auto const& text : texts) {
    for (auto at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
      if (auto const end = text.find('}', at); end != text.npos)
        names.push_back(text.substr(at + 1, end - at - 1));
    }
  }
  std::ranges::sort(names);
  names.erase(std::ranges::unique(names).begin(), names.end());
  return names;
}

std::vector<std::string> missing_keys(Sentences const& whole, Sentences const& part) {
  std::vector<std::string> missing;
  for (auto const& [key, texts] : whole) {
    auto const found = part.find(key);
    if (found == part.end() || !can_be_filled(holes({texts.back()}), found->second)) missing.push_back(key);
  }
  return missing;
}

}  // namespace wegwijzer
