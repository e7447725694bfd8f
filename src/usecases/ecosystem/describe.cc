// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ecosystem/describe.h"

#include "base/words.h"

namespace wegwijzer {

namespace {

constexpr std::size_t longest = 200;  // bytes

Result<std::string> line(std::string const& said, char const* wrong) {
  std::string text(trimmed(said));
  if (text.empty() || text.size() > longest) return fail(Fault::invalid, wrong);
  return text;
}

std::optional<Picture> logo_of(MadePictures const& made, std::string const& name) {
  if (made.empty()) return std::nullopt;
  auto const& [sum, renditions] = *made.begin();
  return picture_of(sum, renditions, name);
}

// A logo that is called by the name keeps doing so when the name changes.
Done change_logo(Ecosystem& ecosystem, EcosystemChange const& change, std::string const& name_before) {
  if (change.logo) ecosystem.logo = logo_of(*change.logo, ecosystem.name);
  if (ecosystem.logo && ecosystem.logo->description == name_before) {
    ecosystem.logo->description = ecosystem.name;
  }
  if (!change.logo_text) return {};
  if (!ecosystem.logo) return fail(Fault::invalid, "ecosystem.no_logo");
  return line(*change.logo_text, "ecosystem.logo_text_empty").map([&](std::string text) {
    ecosystem.logo->description = std::move(text);
  });
}

}  // namespace

Result<Ecosystem> describe_ecosystem(Writer& writer, EcosystemChange const& change) {
  if (change == EcosystemChange()) return fail(Fault::invalid, "ecosystem.nothing_to_change");
  auto ecosystem = writer.ecosystem();
  auto const before = ecosystem.name;
  auto name = line(change.name.value_or(before), "ecosystem.name_empty");
  if (!name) return fail(name.error());
  ecosystem.name = *std::move(name);
  ecosystem.holiday_region = change.holiday_region.value_or(ecosystem.holiday_region);
  ecosystem.is_public = change.is_public.value_or(ecosystem.is_public);
  ecosystem.origin = change.origin.value_or(ecosystem.origin);
  ecosystem.colour = change.colour.value_or(ecosystem.colour);
  ecosystem.accent = change.accent.value_or(ecosystem.accent);
  if (auto const done = change_logo(ecosystem, change, before); !done) return fail(done.error());
  if (change.logo) keep_pictures(writer.ground(), *change.logo);
  writer.describe(ecosystem);
  if (change.logo) writer.ground().forget_pictures_without_use();
  return ecosystem;
}

}  // namespace wegwijzer
