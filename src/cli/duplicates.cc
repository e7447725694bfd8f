// SPDX-License-Identifier: EUPL-1.2
// duplicates: what is probably recorded twice, and why, a line for each pair.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "usecases/community/find_duplicates.h"

namespace wegwijzer::cli {

namespace {

template <class Choices>
std::string codes(Choices const& all) {
  std::vector<std::string> texts;
  for (auto const one : all) texts.push_back(text(one));
  return joined(texts, " ");
}

template <class Thing>
void list_pair(Context const& context, Reader& reader, community::LikelyPair<Thing> const& pair) {
  auto const one = records<Thing>(reader).find(pair.one);
  auto const other = records<Thing>(reader).find(pair.other);
  if (!one || !other) return;
  auto const apart = pair.likeness.apart ? fmt::format("{:.0f}", pair.likeness.apart->value) : "";
  context.out << fmt::format("{:.3f};{};{};{};{};{};{};{};{};{}\n", pair.likeness.score, record_name<Thing>,
                             text(pair.one), one->name, text(pair.other), other->name, apart,
                             codes(pair.likeness.reasons), codes(pair.likeness.doubts),
                             one->source + " " + other->source);
}

}  // namespace

int list_duplicates(Context const& context, DuplicatesOptions const& options) {
  auto const store = context.open_store(options.store, false);
  if (!store) return complain(context, store.error());
  auto const all = (*store)->ecosystems();
  auto const ecosystem = std::ranges::find(all, options.ecosystem, &Ecosystem::slug);
  if (ecosystem == all.end()) {
    return complain(context, {Fault::missing, "ecosystem.unknown", {{"value", options.ecosystem}}});
  }
  auto const reader = (*store)->reader(*ecosystem);
  auto const found = find_duplicates(*reader, options.from);
  context.out << "chance;kind;id;name;other_id;other_name;metres;reasons;doubts;sources\n";
  for (auto const& pair : found.organisations) list_pair(context, *reader, pair);
  for (auto const& pair : found.venues) list_pair(context, *reader, pair);
  return 0;
}

}  // namespace wegwijzer::cli
