// SPDX-License-Identifier: EUPL-1.2
#include "disclosure/classification.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/check.h"

namespace wegwijzer::disclosure {

namespace {

constexpr char const* not_readable = "a classification in the store cannot be read back";

bool can_be_a_code(std::string_view code) {
  return std::ranges::all_of(code, [](char c) { return c != '|' && static_cast<unsigned char>(c) >= 0x20; });
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (auto end = text.find(at); end != text.npos; end = text.find(at)) {
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.emplace_back(text);
  return parts;
}

}  // namespace

Dimension::Dimension(std::string name) : name_(std::move(name)), categories_(1) {
  check(!name_.empty() && can_be_a_code(name_), "a dimension has a name of one line");
}

Dimension& Dimension::add(std::string code, std::string_view below, std::int64_t size) {
  check(!code.empty() && can_be_a_code(code), "a category has a code of one line without |");
  check(find(code) == categories_.size(), "a category is in a dimension once");
  auto const parent = find(below);
  check(parent < categories_.size(), "a category lies below one that is there");
  categories_.push_back({std::move(code), parent, categories_[parent].depth + 1, size});
  return *this;
}

std::size_t Dimension::find(std::string_view code) const {
  auto const found = std::ranges::find(categories_, code, &Category::code);
  return static_cast<std::size_t>(found - categories_.begin());
}

std::size_t Dimension::levels() const {
  return std::ranges::max(categories_, {}, &Category::depth).depth + 1;
}

Classification::Classification(std::vector<Dimension> dimensions, std::vector<Categories> cannot_be)
    : dimensions_(std::move(dimensions)), cannot_be_(std::move(cannot_be)) {
  check(!dimensions_.empty(), "a table has a dimension");
  for (auto const& cell : cannot_be_) {
    check(cell.size() == dimensions_.size(), "a cell has a category of each dimension");
    for (std::size_t i = 0; i < cell.size(); ++i) {
      check(dimensions_[i].find(cell[i]) < dimensions_[i].categories().size(), "a cell has known categories");
    }
  }
}

std::string Classification::text() const {
  std::string text;
  for (auto const& dimension : dimensions_) {
    text += fmt::format("dimension|{}\n", dimension.name());
    for (std::size_t i = 1; i < dimension.categories().size(); ++i) {
      auto const& category = dimension.categories()[i];
      text += fmt::format("category|{}|{}\n", dimension.categories()[category.parent].code, category.code);
    }
  }
  for (auto const& cell : cannot_be_) text += fmt::format("cannot_be|{}\n", fmt::join(cell, "|"));
  return text;
}

Classification Classification::of_text(std::string_view text) {
  std::vector<Dimension> dimensions;
  std::vector<Categories> cannot_be;
  for (auto const& line : split(text, '\n')) {
    if (line.empty()) continue;
    auto words = split(line, '|');
    if (words[0] == "dimension") {
      dimensions.emplace_back(words.at(1));
    } else if (words[0] == "category") {
      check(!dimensions.empty(), not_readable);
      dimensions.back().add(words.at(2), words.at(1));
    } else {
      check(words[0] == "cannot_be", not_readable);
      cannot_be.emplace_back(words.begin() + 1, words.end());
    }
  }
  return Classification(std::move(dimensions), std::move(cannot_be));
}

}  // namespace wegwijzer::disclosure
