// SPDX-License-Identifier: EUPL-1.2
#include "storage/release_table.h"

#include "base/check.h"

namespace wegwijzer {

namespace {

Date stored_day(std::string const& text) {
  auto const day = parse_date(text);
  check(day.has_value(), "a day in the store cannot be read back");
  return *day;
}

ReleaseName name_of(sqlite::Run const& row) {
  return {row.text(0), stored_day(row.text(1)), stored_day(row.text(2))};
}

PrivacyBudget budget_of(sqlite::Run const& row) {
  return {row.text(0), static_cast<int>(row.number(1)), row.number(2), row.number(3)};
}

}  // namespace

std::vector<Release> ReleaseTable::all() {
  auto rows = scope_.database.query(
      "SELECT subject, first_day, last_day FROM child_release WHERE ecosystem_id = ?1 "
      "ORDER BY subject, first_day",
      ecosystem());
  std::vector<Release> all;
  while (rows.step()) all.push_back(known(find(name_of(rows)), "a release is there when it is listed"));
  return all;
}

std::optional<Release> ReleaseTable::find(ReleaseName const& name) {
  auto row = scope_.database.query(
      "SELECT subject, first_day, last_day, classification, cost, for_everyone FROM child_release "
      "WHERE ecosystem_id = ?1 AND subject = ?2 AND first_day = ?3 AND last_day = ?4",
      ecosystem(), std::string_view(name.subject), std::string_view(text(name.first)),
      std::string_view(text(name.last)));
  if (!row.step()) return std::nullopt;
  return Release{name_of(row), row.text(3), row.number(4), row.text(5) == "yes", numbers(name)};
}

std::vector<ReleasedNumber> ReleaseTable::numbers(ReleaseName const& name) {
  auto rows = scope_.database.query(
      "SELECT cell, partners, everyone FROM released_number "
      "WHERE ecosystem_id = ?1 AND subject = ?2 AND first_day = ?3 ORDER BY cell",
      ecosystem(), std::string_view(name.subject), std::string_view(text(name.first)));
  std::vector<ReleasedNumber> all;
  while (rows.step()) all.push_back({rows.text(0), rows.number(1), rows.number(2)});
  return all;
}

std::vector<ReleaseName> ReleaseTable::overlapping(ReleaseName const& name) {
  auto rows = scope_.database.query(
      "SELECT subject, first_day, last_day FROM child_release "
      "WHERE ecosystem_id = ?1 AND subject = ?2 AND first_day <= ?4 AND last_day >= ?3 ORDER BY first_day",
      ecosystem(), std::string_view(name.subject), std::string_view(text(name.first)),
      std::string_view(text(name.last)));
  std::vector<ReleaseName> all;
  while (rows.step()) all.push_back(name_of(rows));
  return all;
}

std::vector<PrivacyBudget> ReleaseTable::budgets() {
  auto rows = scope_.database.query(
      "SELECT subject, year, most, spent FROM privacy_budget WHERE ecosystem_id = ?1 ORDER BY subject, year",
      ecosystem());
  std::vector<PrivacyBudget> all;
  while (rows.step()) all.push_back(budget_of(rows));
  return all;
}

std::optional<PrivacyBudget> ReleaseTable::budget(std::string_view subject, int year) {
  auto row = scope_.database.query(
      "SELECT subject, year, most, spent FROM privacy_budget "
      "WHERE ecosystem_id = ?1 AND subject = ?2 AND year = ?3",
      ecosystem(), subject, std::int64_t{year});
  if (!row.step()) return std::nullopt;
  return budget_of(row);
}

void ReleaseTable::keep(Release const& release) {
  auto const first = text(release.name.first);
  scope_.database.run(
      "INSERT INTO child_release (ecosystem_id, subject, first_day, last_day, classification, cost, "
      "for_everyone) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      ecosystem(), std::string_view(release.name.subject), std::string_view(first),
      std::string_view(text(release.name.last)), std::string_view(release.classification), release.cost,
      to_field_text(release.for_everyone));
  for (auto const& number : release.numbers) {
    scope_.database.run(
        "INSERT INTO released_number (ecosystem_id, subject, first_day, cell, partners, everyone) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        ecosystem(), std::string_view(release.name.subject), std::string_view(first),
        std::string_view(number.cell), number.partners, number.everyone);
  }
}

void ReleaseTable::show_to_everyone(ReleaseName const& name) {
  scope_.database.run(
      "UPDATE child_release SET for_everyone = 'yes' "
      "WHERE ecosystem_id = ?1 AND subject = ?2 AND first_day = ?3",
      ecosystem(), std::string_view(name.subject), std::string_view(text(name.first)));
}

void ReleaseTable::save(PrivacyBudget const& budget) {
  scope_.database.run(
      "INSERT INTO privacy_budget (ecosystem_id, subject, year, most, spent) VALUES (?1, ?2, ?3, ?4, ?5) "
      "ON CONFLICT (ecosystem_id, subject, year) DO UPDATE SET spent = excluded.spent",
      ecosystem(), std::string_view(budget.subject), std::int64_t{budget.year}, budget.most, budget.spent);
}

}  // namespace wegwijzer
