// SPDX-License-Identifier: EUPL-1.2
#include "towns/names.h"

#include <algorithm>
#include <limits>
#include <set>

namespace wegwijzer::towns {

namespace {

constexpr std::uint32_t core_streets_per_cell = 16;

void shuffle(std::vector<std::size_t>& order, Random& random) {
  for (auto i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
}

std::vector<std::size_t> shuffled(std::size_t count, Random random) {
  std::vector<std::size_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = i;
  shuffle(order, random);
  return order;
}

constexpr std::array compass{"Noord", "Oost", "Zuid", "West", "Midden"};

// Gives the words of a list one after the other, then once more with a compass point behind them, then with
// a number.
class Deal {
 public:
  Deal(Words const& words, Random random) : words_(&words), order_(shuffled(words.size(), random)) {}

  std::string next() {
    auto const round = given_ / order_.size();
    auto const& word = (*words_)[order_[given_++ % order_.size()]];
    if (round == 0) return word;
    if (round <= compass.size()) return word + " " + compass[round - 1];
    return word + " " + std::to_string(round);
  }

 private:
  Words const* words_;
  std::vector<std::size_t> order_;
  std::size_t given_ = 0;
};

Random stream(Plan const& plan, char const* who, std::size_t town) {
  return plan.seed.stream(who, town);
}

std::string replaced(std::string text, std::string_view slot, std::string_view by) {
  if (auto const at = text.find(slot); at != text.npos) text.replace(at, slot.size(), by);
  return text;
}

}  // namespace

std::string_view period_word(Quarter quarter) {
  switch (quarter) {
    case Quarter::core:
      return "old";
    case Quarter::ring:
    case Quarter::prewar:
      return "prewar";
    case Quarter::postwar:
      return "postwar";
    case Quarter::seventies:
      return "seventies";
    case Quarter::vinex:
      return "vinex";
    case Quarter::village:
      return "village";
    case Quarter::business:
      return "business";
    case Quarter::park:
    case Quarter::sports:
      return "park";
    default:
      return "rural";
  }
}

Names::Names(Plan const& plan, WordLists const& lists) : plan_(plan), lists_(lists) {
  name_towns();
  find_towns();
  name_cells();
  name_streets();
  name_roads();
}

void Names::name_towns() {
  auto random = plan_.seed.stream("town names");
  std::set<std::string> taken(lists_.real_towns.begin(), lists_.real_towns.end());
  while (towns_.size() < plan_.towns.size()) {
    auto const any = any_town(random);
    auto name = any;
    // When all pairs are given out the new town lies beside an old one.
    for (auto const* const point : compass) {
      if (towns_.size() * 2 > lists_.town_firsts.size() * lists_.town_lasts.size() && taken.contains(name)) {
        name = any + "-" + point;
      }
    }
    if (taken.insert(name).second) towns_.push_back(name);
  }
}

std::string Names::any_town(Random& random) const {
  auto const& first = lists_.town_firsts[random.below(lists_.town_firsts.size())];
  return first + lists_.town_lasts[random.below(lists_.town_lasts.size())];
}

void Names::find_towns() {
  for (auto const& cell : plan_.cells) {
    std::size_t nearest = cell.town ? cell.town->value() : 0;
    auto least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < plan_.towns.size() && !cell.town; ++i) {
      auto const away = distance(plan_.towns[i].middle, cell.site) - plan_.towns[i].radius;
      if (away < least) least = away, nearest = i;
    }
    town_of_.push_back(nearest);
  }
}

void Names::name_cells() {
  buurten_.resize(plan_.cells.size());
  greens_.resize(plan_.cells.size());
  std::vector<std::map<std::string_view, Deal>> deals(plan_.towns.size());
  auto const deal = [&](std::size_t town, std::string_view what, Words const& words) -> Deal& {
    return deals[town].try_emplace(what, words, plan_.seed.stream(what, town)).first->second;
  };
  for (std::size_t i = 0; i < plan_.cells.size(); ++i) {
    auto const quarter = plan_.cells[i].quarter;
    auto const town = town_of_[i];
    if (quarter == Quarter::park) {
      greens_[i] = deal(town, "park name", lists_.parks).next();
      buurten_[i] = greens_[i];
      continue;
    }
    if (quarter == Quarter::lake) greens_[i] = deal(town, "lake name", lists_.waters).next();
    auto const period = period_word(quarter);
    buurten_[i] = deal(town, period, lists_.buurten.find(period)->second).next();
  }
}

void Names::name_streets() {
  themes_.resize(plan_.cells.size());
  // Per town: how often each theme was given.
  std::vector<std::vector<std::uint32_t>> given(plan_.towns.size(),
                                                std::vector<std::uint32_t>(lists_.street_themes.size()));
  std::vector<std::uint32_t> core_cells(plan_.towns.size());
  for (std::size_t i = 0; i < plan_.cells.size(); ++i) {
    auto const& cell = plan_.cells[i];
    if (is_rural(cell.quarter)) continue;
    auto const town = town_of_[i];
    if (cell.quarter == Quarter::core) {
      themes_[i].first_stem = core_cells[town]++ * core_streets_per_cell;
      continue;
    }
    auto random = plan_.seed.stream("street theme", i);
    auto const period = period_word(cell.quarter);
    std::size_t best = 0;
    auto least = std::numeric_limits<std::uint64_t>::max();
    for (std::size_t theme = 0; theme < lists_.street_themes.size(); ++theme) {
      auto const& periods = lists_.street_themes[theme].periods;
      auto const fits = std::ranges::find(periods, period) != periods.end();
      auto const rank = (given[town][theme] + (fits ? 0U : 1U)) * 1'000ULL + random.below(1'000);
      if (rank < least) least = rank, best = theme;
    }
    themes_[i] = {static_cast<std::uint32_t>(best), 0, given[town][best]++};
  }
}

std::string Names::street(std::size_t cell, std::uint32_t line) const {
  auto const& given = themes_[cell];
  if (is_rural(plan_.cells[cell].quarter)) {
    return lists_.rural_roads[(cell * 7 + line) % lists_.rural_roads.size()];
  }
  if (plan_.cells[cell].quarter == Quarter::core) {
    return lists_.core_streets[(given.first_stem + line) % lists_.core_streets.size()];
  }
  auto const& theme = lists_.street_themes[given.theme];
  auto const round = static_cast<std::uint32_t>(line / theme.stems.size());
  auto const& stem = theme.stems[(line + given.suffix * 11) % theme.stems.size()];
  return stem + theme.suffixes[(given.suffix + round) % theme.suffixes.size()];
}

void Names::name_roads() {
  std::uint32_t most = 0;
  for (auto const& seam : plan_.seams) most = std::max(most, seam.name);
  for (auto const& strip : plan_.strips) most = std::max(most, strip.name);
  roads_.resize(most + 1);
  auto random = plan_.seed.stream("road names");

  enum { canal, main, cycleway, rural, kinds };

  std::vector<std::map<int, Deal>> deals(plan_.towns.size());
  auto const next = [&](std::size_t town, int kind, Words const& words) {
    return deals[town]
        .try_emplace(kind, words, stream(plan_, "roads", town * kinds + static_cast<std::size_t>(kind)))
        .first->second.next();
  };
  for (std::uint32_t i = 0; i < plan_.seams.size(); ++i) {
    auto const& seam = plan_.seams[i];
    if (seam.name == 0 || !roads_[seam.name].empty()) continue;
    auto const cell = owner(plan_, seam);
    auto const town = town_of_[cell];
    auto& name = roads_[seam.name];
    switch (seam.kind) {
      case SeamKind::canal:
        name = next(town, canal, lists_.canals);
        break;
      case SeamKind::ring_road:
        name = "Ringweg";
        break;
      case SeamKind::path:
        name = next(town, cycleway, lists_.cycleways);
        break;
      case SeamKind::country_road:
        name = next(town, rural, lists_.rural_roads);
        break;
      case SeamKind::avenue: {
        auto const other = plan_.towns.size() > 1 ? towns_[random.below(towns_.size())] : any_town(random);
        name = replaced(next(town, main, lists_.main_roads), "{town}", other);
        break;
      }
      default:
        name = street(cell, 40 + i % 20);
        break;
    }
  }
}

std::string Names::station(std::size_t town) const {
  return replaced(lists_.station, "{town}", towns_[town]);
}

StreetNaming naming_of(Names const& names) {
  return {[&](std::size_t cell, std::uint32_t line, WayKind) { return names.street(cell, line); },
          [&](Seam const& seam) { return names.road(seam.name); },
          [&](std::size_t cell) { return names.green(cell); }, names.station_square()};
}

}  // namespace wegwijzer::towns
