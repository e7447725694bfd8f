// SPDX-License-Identifier: EUPL-1.2
#include "disclosure/published_table.h"

#include <unordered_map>

namespace wegwijzer::disclosure {

namespace {

bool is_chosen(Categories const& categories, Choice const& choice) {
  for (std::size_t i = 0; i < choice.size() && i < categories.size(); ++i) {
    if (choice[i] && *choice[i] != categories[i]) return false;
  }
  return true;
}

}  // namespace

PublishedTable::PublishedTable(Release const& release, Audience audience)
    : name_(release.name),
      classification_(Classification::of_text(release.classification)),
      cells_(classification_),
      shown_(cells_.size()) {
  std::unordered_map<std::string_view, Count> numbers;
  for (auto const& number : release.numbers) {
    numbers[number.cell] = audience == Audience::partners ? number.partners : number.everyone;
  }
  for (Cell cell = 0; cell < cells_.size(); ++cell) {
    if (!cells_.is_named(cell)) continue;
    if (auto const found = numbers.find(cells_.text(cell)); found != numbers.end()) {
      shown_[cell] = found->second;
    } else if (!cells_.can_be(cell) && !numbers.empty()) {
      shown_[cell] = 0;  // by definition
    }
  }
}

Result<Shown> PublishedTable::at(Categories const& categories) const {
  auto const cell = cells_.find(categories);
  if (!cell) return fail(Fault::missing, "disclosure.no_such_cell");
  return shown_[*cell];
}

std::vector<PublishedRow> PublishedTable::rows(Choice const& choice, std::size_t from,
                                               std::size_t most) const {
  std::vector<PublishedRow> rows;
  std::size_t passed = 0;
  for (Cell cell = 0; cell < cells_.size() && rows.size() < most; ++cell) {
    if (!cells_.is_named(cell)) continue;
    auto categories = cells_.categories(cell);
    if (is_chosen(categories, choice) && passed++ >= from) {
      rows.push_back({std::move(categories), shown_[cell]});
    }
  }
  return rows;
}

Result<std::vector<PublishedRow>> PublishedTable::drill_down(Categories const& categories,
                                                             std::size_t dimension) const {
  if (!cells_.find(categories) || dimension >= categories.size()) {
    return fail(Fault::missing, "disclosure.no_such_cell");
  }
  auto const& all = classification_.dimensions()[dimension].categories();
  auto const here = classification_.dimensions()[dimension].find(categories[dimension]);
  std::vector<PublishedRow> rows;
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (all[i].parent != here) continue;
    auto finer = categories;
    finer[dimension] = all[i].code;
    rows.push_back({finer, shown_[*cells_.find(finer)]});
  }
  return rows;
}

}  // namespace wegwijzer::disclosure
