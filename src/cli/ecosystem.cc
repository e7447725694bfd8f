// SPDX-License-Identifier: EUPL-1.2
// ecosystem and suggestions: what the operator sees and changes of an ecosystem until there is sign-in.
#include <algorithm>
#include <ostream>

#include "cli/commands.h"

namespace wegwijzer::cli {

namespace {

void show(Context const& context, Ecosystem const& ecosystem) {
  auto const said = [](bool yes) { return to_field_text(yes).value(); };
  context.out << context.language("ecosystem.line", {{"slug", ecosystem.slug},
                                                     {"name", ecosystem.name},
                                                     {"region", text(ecosystem.holiday_region)},
                                                     {"public", said(ecosystem.is_public)},
                                                     {"origin", text(ecosystem.origin)}})
              << '\n';
  auto const look = [](auto const& value) { return to_field_text(value).value_or("–"); };
  if (!ecosystem.colour && !ecosystem.accent && !ecosystem.logo) return;
  context.out << "  "
              << context.language("ecosystem.look", {{"colour", look(ecosystem.colour)},
                                                     {"accent", look(ecosystem.accent)},
                                                     {"logo", said(ecosystem.logo.has_value())}})
              << '\n';
}

constexpr auto const* taken_away = "none";

Result<std::optional<std::optional<Colour>>> read_colour(std::string const& said, char const* option) {
  std::optional<std::optional<Colour>> change;
  if (said.empty()) return change;
  if (said == taken_away) return change.emplace(), change;
  auto const colour = Colour::parse(said);
  if (!colour) return fail(in_field(colour.error(), option));
  return change = *colour;
}

Result<std::optional<MadePictures>> read_logo(std::filesystem::path const& file) {
  if (file.empty()) return std::nullopt;
  if (file == taken_away) return MadePictures();
  auto made = read_picture(file);
  if (!made) return fail(in_field(made.error(), "logo"));
  return *std::move(made);
}

Done read_look(LookOptions const& look, EcosystemChange& change) {
  auto const colour = read_colour(look.colour, "colour");
  if (!colour) return fail(colour.error());
  auto const accent = read_colour(look.accent, "accent");
  if (!accent) return fail(accent.error());
  auto logo = read_logo(look.logo);
  if (!logo) return fail(logo.error());
  change.colour = *colour, change.accent = *accent, change.logo = *std::move(logo);
  return {};
}

}  // namespace

int list_ecosystems(Context const& context, std::filesystem::path const& file) {
  auto const store = context.open_store(file, false);
  if (!store) return complain(context, store.error());
  for (auto const& ecosystem : (*store)->ecosystems()) show(context, ecosystem);
  return 0;
}

int change_ecosystem(Context const& context, std::filesystem::path const& file, std::string const& slug,
                     EcosystemChange change, LookOptions const& look) {
  if (auto const read = read_look(look, change); !read) return complain(context, read.error());
  auto const store = context.open_store(file, false);
  if (!store) return complain(context, store.error());
  auto const all = (*store)->ecosystems();
  auto const found = std::ranges::find(all, slug, &Ecosystem::slug);
  if (found == all.end()) return complain(context, {Fault::missing, "ecosystem.unknown", {{"value", slug}}});
  auto const writer = (*store)->writer(*found, {"operator"});
  auto const changed = describe_ecosystem(*writer, change);
  if (!changed) return complain(context, changed.error());
  writer->commit();
  show(context, *changed);
  return 0;
}

int list_suggestions(Context const& context, std::filesystem::path const& file) {
  auto const store = context.open_store(file, false);
  if (!store) return complain(context, store.error());
  bool any = false;
  for (auto const& ecosystem : (*store)->ecosystems()) {
    for (auto const& one : (*store)->reader(ecosystem)->suggestions().waiting()) {
      any = true;
      context.out << text(one.received_on) << "  " << ecosystem.slug << "  " << one.page << '\n';
      for (auto const& [name, was, value] : one.fields) {
        context.out << name << ": " << was.value_or("-") << " > " << value.value_or("-") << '\n';
      }
      context.out << one.message << "\n\n";
    }
  }
  if (!any) context.out << context.language("suggestions.none") << '\n';
  return 0;
}

}  // namespace wegwijzer::cli
