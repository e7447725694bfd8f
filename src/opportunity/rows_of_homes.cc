// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/rows_of_homes.h"

#include "reach/parallel.h"

namespace wegwijzer {

std::vector<std::uint32_t> candidates_met(OpportunityModel const& model, std::span<std::size_t const> homes) {
  std::vector<bool> met(model.candidates().all().size(), false);
  Meeting meeting(model);
  for (auto const home : homes) {
    meeting.enter(home);
    for (std::size_t way = 0; way < way_count; ++way) {
      for (auto const& one : meeting.by(travel_of_way(way))) {
        std::fill(met.begin() + one.here.begin, met.begin() + one.here.end, true);
      }
    }
  }
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < met.size(); ++i) {
    if (met[i]) numbers.push_back(i);
  }
  return numbers;
}

RowsOfHomes::RowsOfHomes(OpportunityModel const& model, std::span<std::size_t const> homes, unsigned threads,
                         Also also)
    : model_(&model),
      homes_(homes),
      met_(candidates_met(model, homes)),
      place_(model.candidates().all().size()),
      rows_(foursome_count),
      without_(foursome_count) {
  for (std::uint32_t i = 0; i < met_.size(); ++i) place_[met_[i]] = i;
  in_parallel(foursome_count, threads, [&](unsigned, std::size_t foursome) {
    auto& without = without_[foursome];
    rows_[foursome].reserve(met_.size());
    if (also == Also::without_barriers) without.resize(met_.size());
    for (std::size_t place = 0; place < met_.size(); ++place) {
      rows_[foursome].push_back(
          row_of_four(model, met_[place], foursome, without.empty() ? nullptr : &without[place]));
    }
  });
}

}  // namespace wegwijzer
