// SPDX-License-Identifier: EUPL-1.2
#include "streets/reached_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wegwijzer {

namespace {

// How far along a line one gets, from its begin, in a time that is left.
Along along_in(Tenths left, Tenths whole) {
  if (left < Tenths(0) || whole == never) return line_begin;
  if (left >= whole) return line_end;
  auto const parts =
      static_cast<std::uint64_t>(left.count()) * Along::whole / static_cast<std::uint64_t>(whole.count());
  return Along{static_cast<std::uint32_t>(parts)};
}

Along from_end(Along along) {
  return Along{Along::whole - along.parts};
}

class Parting {
 public:
  Parting(Search const& search, Place const& home, Tenths bound)
      : search_(search), home_(home), bound_(bound) {}

  void part(Index<Edge> number, std::vector<StreetPart>& parts) const {
    auto const& edge = streets().edge(number);
    if (edge.use.kind == StreetClass::ferry) return;
    auto const along = times().time(number, true), against = times().time(number, false);
    if (along == never && against == never) return;
    auto const begin = along_in(left(edge.from), along);
    auto const end = from_end(along_in(left(edge.to), against));
    auto const own = number == home_.edge ? around_home(along, against) : Piece{line_begin, line_begin};
    add(number, {Piece{line_begin, begin}, own, Piece{end, line_end}}, parts);
  }

 private:
  struct Piece {
    Along from, to;
  };

  TravelTimes const& times() const { return search_.times(); }

  Streets const& streets() const { return times().streets(); }

  // Of the budget, at a node; negative where one does not get.
  Tenths left(Index<Node> node) const {
    auto const label = search_.label(node);
    return label == Search::unreached ? Tenths(-1) : bound_ - Tenths(static_cast<std::int32_t>(label));
  }

  Piece around_home(Tenths along, Tenths against) const {
    auto const ahead = static_cast<std::uint64_t>(home_.along.parts) + along_in(bound_, along).parts;
    auto const back = along_in(bound_, against).parts;
    return {Along{home_.along.parts - std::min(home_.along.parts, back)},
            Along{static_cast<std::uint32_t>(std::min<std::uint64_t>(ahead, Along::whole))}};
  }

  // The pieces as one row of parts, reached and not, without empty ones.
  static void add(Index<Edge> edge, std::array<Piece, 3> pieces, std::vector<StreetPart>& parts) {
    std::ranges::sort(pieces, {}, &Piece::from);
    auto at = line_begin;
    for (auto const& [from, to] : pieces) {
      if (to <= at || to == from) continue;
      if (from > at) parts.push_back({edge, at, from, false});
      parts.push_back({edge, std::max(at, from), to, true});
      at = to;
    }
    if (at < line_end) parts.push_back({edge, at, line_end, false});
  }

  Search const& search_;
  Place const& home_;
  Tenths bound_;
};

}  // namespace

std::vector<StreetPart> reached_parts(Search& search, Place const& home, Tenths bound, Metres margin) {
  std::vector<StreetPart> parts;
  if (bound < Tenths(0)) return parts;
  auto const& streets = search.times().streets();
  auto const line = streets.line(home.edge);
  LocalPlane const plane(part_of_line(line, home.along, home.along).front());
  auto const away = [&](GeoPoint point) {
    auto const [east, north] = plane.position(point);
    return std::hypot(east, north);
  };
  auto farthest = std::max(away(line.front()), away(line.back()));
  search.run(home, bound, [&](Index<Node> node, std::uint32_t) {
    farthest = std::max(farthest, away(streets.node(node)));
    return static_cast<std::uint32_t>(bound.count());
  });
  Parting const parting(search, home, bound);
  auto const radius = farthest + margin.value;
  streets.tree().near(plane, radius, [&](Index<Edge> edge) {
    parting.part(edge, parts);
    return radius;
  });
  return parts;
}

}  // namespace wegwijzer
