// SPDX-License-Identifier: EUPL-1.2
#include "usecases/feedback/felt_welcome.h"

#include "disclosure/publish.h"
#include "usecases/feedback/answers.h"
#include "usecases/feedback/publish.h"

namespace wegwijzer {

FeltWelcomeByOffering felt_welcome_in(disclosure::PublishedTable const& table) {
  FeltWelcomeByOffering felt;
  constexpr std::size_t depth_of_offering = 2;
  for (auto const& category : table.classification().dimensions().at(0).categories()) {
    auto const offering = Id<Offering>::parse(category.code);
    if (category.depth != depth_of_offering || !offering) continue;
    auto const yes = table.at({category.code, answer_yes});
    auto const not_quite = table.at({category.code, answer_not_quite});
    if (!yes || !not_quite || !*yes || !*not_quite) continue;
    auto const all = static_cast<double>(**yes + **not_quite);
    felt[*offering] = {static_cast<double>(**yes) / all, table.name().first, table.name().last};
  }
  return felt;
}

FeltWelcomeByOffering felt_welcome(Reader& reader) {
  FeltWelcomeByOffering latest;
  for (auto const& release : reader.releases().all()) {  // by first day; no two share one
    if (release.name.subject != feedback_subject) continue;
    auto const table = disclosure::published(reader, release.name, disclosure::Audience::everyone);
    if (!table) continue;
    for (auto const& [offering, felt] : felt_welcome_in(*table)) latest[offering] = felt;
  }
  return latest;
}

}  // namespace wegwijzer
