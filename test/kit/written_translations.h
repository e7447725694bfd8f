// SPDX-License-Identifier: EUPL-1.2
// A compiled translation file as msgfmt writes it, for languages that are made up in a test.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace wegwijzer {

// By key; a plural has its forms, and "" the header.
using Translations = std::map<std::string, std::vector<std::string>>;

inline Translations a_language(std::string name, std::string direction) {
  return {{"",
           {"Content-Type: text/plain; charset=UTF-8\n"
            "Plural-Forms: nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2;\n"}},
          {"language.name", {std::move(name)}},
          {"language.direction", {std::move(direction)}}};
}

// P.J. Weinberger's hash, by which gettext finds a key.
inline std::uint32_t pjw_hash(std::string const& text) {
  std::uint32_t value = 0;
  for (unsigned char const c : text) {
    value = (value << 4) + c;
    if (auto const high = value & 0xf0000000U; high != 0) value = (value ^ (high >> 24)) ^ high;
  }
  return value;
}

inline std::vector<std::uint32_t> hash_table(Translations const& all) {
  std::vector<std::uint32_t> table(all.size() * 2 + 3, 0);
  auto const size = static_cast<std::uint32_t>(table.size());
  std::uint32_t number = 0;
  for (auto const& [key, forms] : all) {
    auto const hash = pjw_hash(key);
    auto place = hash % size;
    while (table[place] != 0) place = (place + 1 + hash % (size - 2)) % size;
    table[place] = ++number;
  }
  return table;
}

inline std::string compiled(Translations const& all) {
  std::string out, texts;
  auto const put = [](std::string& to, std::size_t number) {
    for (unsigned shift = 0; shift < 32; shift += 8) to += static_cast<char>(number >> shift & 0xff);
  };
  auto const table = hash_table(all);
  auto const count = all.size(), keys = std::size_t{28}, values = keys + 8 * count,
             hashes = values + 8 * count;
  auto const first_text = hashes + 4 * table.size();
  for (auto const number :
       {std::size_t{0x950412de}, std::size_t{0}, count, keys, values, table.size(), hashes}) {
    put(out, number);
  }
  auto const row = [&](std::string const& text) {
    put(out, text.size());
    put(out, first_text + texts.size());
    texts += text + '\0';
  };
  for (auto const& [key, forms] : all) row(forms.size() > 1 ? key + '\0' + key : key);
  for (auto const& [key, forms] : all) {
    std::string value = forms.front();
    for (std::size_t i = 1; i < forms.size(); ++i) value += '\0' + forms[i];
    row(value);
  }
  for (auto const place : table) put(out, place);
  return out + texts;
}

inline void write_translations(std::filesystem::path const& file, Translations const& all) {
  std::ofstream(file, std::ios::binary) << compiled(all);
}

}  // namespace wegwijzer
