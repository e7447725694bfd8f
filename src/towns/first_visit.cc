// SPDX-License-Identifier: EUPL-1.2
#include "towns/first_visit.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/check.h"
#include "base/checksum.h"
#include "base/embedded.h"

namespace wegwijzer::towns {

namespace {

// docs/parameters.md, "Fictional towns".
constexpr double says_nothing_of_safety = 0.4;
constexpr double knows_who_is_there = 0.6;
constexpr double knows_what_to_bring = 0.55;
constexpr double has_a_picture = 0.35;
constexpr double speaks_of_role_models = 0.4;

// How often each is said, by who speaks of role models.
double said_of(RoleModel one) {
  switch (one) {
    case RoleModel::older_children:
      return 0.35;
    case RoleModel::from_area:
      return 0.3;
    case RoleModel::home_languages:
      return 0.25;
    case RoleModel::women_and_men:
      return 0.5;
  }
  return 0;
}

constexpr int drawing_width = 960, drawing_height = 640;

template <class Things>
auto const& one_of(Things const& things, Random& random) {
  return things[random.below(things.size())];
}

Subject subject(nlohmann::json const& row) {
  auto theme = ThemeCode::parse(row.at("theme").get<std::string>());
  check(theme.has_value(), "a theme in the files of towns is wrong");
  Subject one{*std::move(theme), row.at("drawing").get<std::string>(), {}, {}};
  one.picture = {checksum(embedded_file(assets_files(), fmt::format("towns/drawings/{}.webp", one.drawing))),
                 drawing_width, drawing_height, row.at("description").get<std::string>()};
  one.bring = row.at("bring").get<std::vector<std::string>>();
  return one;
}

Subject const* subject_of(Offering const& offering, FirstVisits const& visits,
                          std::vector<Theme> const& themes) {
  for (auto const& theme : offering.themes) {
    auto const found = std::ranges::find_if(
        visits.subjects, [&](Subject const& subject) { return related(themes, theme, subject.theme); });
    if (found != visits.subjects.end()) return &*found;
  }
  return nullptr;
}

std::string who_is_there(Organisation const& by, std::vector<std::string> const& first_names,
                         Random& random) {
  if (by.green_layer.empty() || !random.chance(knows_who_is_there)) return {};
  auto const& function = one_of(by.green_layer, random);
  auto const& name = one_of(first_names, random);
  return random.chance(0.6) ? fmt::format("{}, {}.", name, function) : fmt::format("Een {}.", function);
}

}  // namespace

FirstVisits read_first_visits(std::string_view json) {
  auto const file = nlohmann::json::parse(json);
  FirstVisits visits;
  for (auto const& row : file.at("subjects")) visits.subjects.push_back(subject(row));
  visits.contacts = file.at("contacts").get<std::vector<std::string>>();
  return visits;
}

std::vector<std::string_view> drawings() {
  std::vector<std::string_view> all;
  for (auto const& file : assets_files()) {
    if (std::string_view(file.path).starts_with("towns/drawings/")) all.push_back(file.content());
  }
  return all;
}

void speak_of_safety(Organisation& organisation, FirstVisits const& visits, Date today, Random& random) {
  if (!is_provider(organisation) || random.chance(says_nothing_of_safety)) return;
  if (random.chance(0.85)) organisation.certificates = random.chance(0.93);
  if (organisation.certificates && random.chance(0.7)) {
    organisation.certificates_said_on = today - std::chrono::days(random.below(500));
  }
  if (random.chance(0.35)) organisation.safety_rules = organisation.website + "/veilig";
  if (!random.chance(0.65)) return;
  organisation.safety_contact = one_of(visits.contacts, random);
  if (random.chance(0.8))
    organisation.safety_email = "veilig@" + organisation.website.substr(sizeof "https://" - 1);
  if (random.chance(0.4)) organisation.safety_phone = organisation.phone;
}

void welcome_first_visit(Offering& offering, Organisation const& by, FirstVisits const& visits,
                         std::vector<Theme> const& themes, std::vector<std::string> const& first_names,
                         Random& random) {
  if (offering.where == Where::at_home) return;
  offering.meets = who_is_there(by, first_names, random);
  auto const* const subject = subject_of(offering, visits, themes);
  if (!subject) return;
  if (offering.where == Where::at_venue && random.chance(knows_what_to_bring)) {
    offering.bring = one_of(subject->bring, random);
  }
  if (random.chance(has_a_picture)) offering.pictures.all = {subject->picture};
}

void name_role_models(Offering& offering, Organisation const& by, Random& random) {
  if (offering.where == Where::at_home || by.green_layer.empty()) return;
  if (!random.chance(speaks_of_role_models)) return;
  for (auto const& [one, name] : choices<RoleModel>) {
    if (random.chance(said_of(one))) offering.role_models.push_back(one);
  }
}

}  // namespace wegwijzer::towns
