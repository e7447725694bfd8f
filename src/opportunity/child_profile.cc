// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/child_profile.h"

#include "base/words.h"
#include "domain/homes.h"

namespace wegwijzer {

namespace {

std::optional<int> age_in(std::string_view text) {
  auto const age = whole_number(text);
  if (!age || *age < ChildrenByAge::youngest || *age > ChildrenByAge::oldest) return std::nullopt;
  return static_cast<int>(*age);
}

std::vector<ChildProfile> all_profiles() {
  std::vector<ChildProfile> all;
  for (int age = ChildrenByAge::youngest; age <= ChildrenByAge::oldest; ++age) {
    for (auto const& [going, g] : choices<Going>) {
      for (auto const& [purse, p] : choices<Purse>) {
        for (auto const& [language, l] : choices<HomeLanguage>) all.push_back({age, going, purse, language});
      }
    }
  }
  return all;
}

}  // namespace

Result<ChildProfile> ChildProfile::parse(std::string_view text) {
  auto const parts = split(text, '-');
  auto const invalid = fail(Fault::invalid, "profile.invalid", {{"value", std::string(text)}});
  if (parts.size() != 4) return invalid;
  auto const age = age_in(parts[0]);
  auto const going = parse_choice<Going>(parts[1]);
  auto const purse = parse_choice<Purse>(parts[2]);
  auto const language = parse_choice<HomeLanguage>(parts[3]);
  if (!age || !going || !purse || !language) return invalid;
  return ChildProfile{*age, *going, *purse, *language};
}

std::string text(ChildProfile const& profile) {
  return std::to_string(profile.age) + "-" + text(profile.going) + "-" + text(profile.purse) + "-" +
         text(profile.language);
}

std::vector<ChildProfile> const& standard_profiles() {
  static auto const all = all_profiles();
  return all;
}

}  // namespace wegwijzer
