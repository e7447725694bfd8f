// SPDX-License-Identifier: EUPL-1.2
#include "usecases/demo/world_map.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "exchange/osm_basemap.h"
#include "exchange/osm_shape.h"
#include "exchange/osm_writer.h"
#include "streets/streets_builder.h"

namespace wegwijzer {

namespace {

using towns::MapPatch;
using towns::MapShape;
using towns::MapWay;

std::vector<Tag> tags_of(MapWay const& way) {
  auto const fixed = towns::tags_of(way.kind);
  std::vector<Tag> tags(fixed.begin(), fixed.end());
  if (way.height == towns::Height::bridge) tags.push_back({"bridge", "yes"});
  if (!way.name.empty()) tags.push_back({"name", way.name});
  return tags;
}

std::vector<Tag> tags_of(MapShape const& shape) {
  auto const fixed = towns::tags_of(shape.kind);
  std::vector<Tag> tags(fixed.begin(), fixed.end());
  if (!shape.name.empty()) tags.push_back({"name", shape.name});
  return tags;
}

struct Label {
  Tag kind;
  std::string const& name;
  GeoPoint at;

  std::array<Tag, 2> tags() const { return {kind, Tag{"name", name}}; }
};

void for_each_label(towns::World const& world, auto const& use) {
  for (std::size_t town = 0; town < world.town_count(); ++town) {
    auto const& about = world.plan().towns[town];
    auto const& name = world.names().town(town);
    use(Label{{"place", about.inhabitants > 100'000 ? "city" : "town"}, name, world.earth(about.middle)});
    if (about.station) use(Label{{"railway", "station"}, name, world.earth(about.station->at)});
  }
  for (auto const& buurt : world.territory().buurten) {
    auto const village = buurt.quarter == towns::Quarter::village && buurt.cells.size() > 1;
    if (towns::has_homes(buurt.quarter)) {
      use(Label{{"place", village ? "village" : "neighbourhood"}, buurt.name, world.earth(buurt.middle)});
    }
  }
}

class MapMaking {
 public:
  void add(MapPatch const& patch) {
    for (auto const& way : patch.ways) add(way);
    for (auto const& shape : patch.shapes) add(shape);
  }

  void add(Label const& label) {
    auto const tags = label.tags();
    draw({"", Tags(tags), tags.size(), label.at, {}}, basemap_);
  }

  WorldMap done() && { return {std::move(builder_).build(), std::move(basemap_)}; }

 private:
  void add(MapWay const& way) {
    auto const tags = tags_of(way);
    if (auto const use = street_use(Tags(tags))) {
      points_.clear();
      for (auto const& node : way.nodes) points_.push_back({node.id != 0 ? node.id : --between_, node.at});
      builder_.add_way(points_, *use, way.name);
    } else {
      line_.clear();
      for (auto const& node : way.nodes) line_.push_back(node.at);
      draw_line(Tags(tags), line_, basemap_);
    }
  }

  void add(MapShape const& shape) {
    auto const tags = tags_of(shape);
    std::vector<Polygon> const outline{{shape.outline, {}}};
    draw({"", Tags(tags), tags.size(), point_inside(outline).value_or(shape.outline.front()), outline},
         basemap_);
  }

  StreetsBuilder builder_;
  Basemap basemap_;
  std::int64_t between_ = 0;  // numbers of points that no other way has
  std::vector<WayPoint> points_;
  std::vector<GeoPoint> line_;
};

// Gives the nodes of the world numbers in the order in which they are met, the same in every pass.
class Numbering {
 public:
  // The number, and whether the node is met for the first time in this pass.
  std::pair<std::int64_t, bool> number(towns::MapNode const& node) {
    if (node.id == 0) return {++last_, true};
    auto const [found, is_new] = known_.try_emplace(node.id, last_ + 1);
    auto const first = found->second == last_ + 1;
    if (first) ++last_;
    return {found->second, first};
  }

  std::int64_t next() { return ++last_; }

  void begin_again() { last_ = 0; }

 private:
  std::unordered_map<std::int64_t, std::int64_t> known_;
  std::int64_t last_ = 0;
};

class OsmWriting {
 public:
  OsmWriting(towns::World& world, OsmWriter& writer, std::vector<VenueKindRule> const& kinds,
             std::function<bool()> const& go_on)
      : world_(world), writer_(writer), kinds_(kinds), go_on_(go_on) {}

  Done write() {
    if (!world_.draw([&](MapPatch&& patch) { return nodes_of(patch); })) return stopped();
    for_each_label(world_,
                   [&](Label const& label) { writer_.node(numbering_.next(), label.at, label.tags()); });
    for (std::size_t town = 0; town < world_.town_count(); ++town) points_of(town);
    numbering_.begin_again();
    if (!world_.draw([&](MapPatch&& patch) { return ways_of(patch); })) return stopped();
    return writer_.finish();
  }

 private:
  static Done stopped() { return fail(Fault::conflict, "demo.stopped"); }

  bool nodes_of(MapPatch const& patch) {
    for (auto const& way : patch.ways) {
      for (auto const& node : way.nodes) {
        auto const [number, first] = numbering_.number(node);
        if (first) writer_.node(number, node.at);
      }
    }
    for (auto const& shape : patch.shapes) {
      for (std::size_t i = 0; i + 1 < shape.outline.size(); ++i)
        writer_.node(numbering_.next(), shape.outline[i]);
    }
    return go_on_();
  }

  bool ways_of(MapPatch const& patch) {
    std::vector<std::int64_t> nodes;
    for (auto const& way : patch.ways) {
      nodes.clear();
      for (auto const& node : way.nodes) nodes.push_back(numbering_.number(node).first);
      writer_.way(++ways_, nodes, tags_of(way));
    }
    for (auto const& shape : patch.shapes) {
      nodes.clear();
      for (std::size_t i = 0; i + 1 < shape.outline.size(); ++i) nodes.push_back(numbering_.next());
      nodes.push_back(nodes.front());
      auto tags = tags_of(shape);
      if (auto const drawn = drawn_.find(shape.outline.front()); drawn != drawn_.end())
        tags.push_back({"name", drawn->second});
      writer_.way(++ways_, nodes, tags);
    }
    return go_on_();
  }

  // A playground is on the map with its outline already, and is there only once.
  void points_of(std::size_t town) {
    for (auto const& venue : world_.society(town).venues) {
      if (venue.kind.text() == "playground" && !venue.organisation) {
        drawn_.emplace(venue.point, venue.name);
      } else {
        write(venue);
      }
    }
  }

  void write(Venue const& venue) {
    auto const rule = std::ranges::find_if(
        kinds_, [&](VenueKindRule const& one) { return one.kind == venue.kind && !one.key.empty(); });
    if (rule == kinds_.end()) return;
    auto const value = rule->value == "*" ? std::string_view("yes") : std::string_view(rule->value);
    std::vector<Tag> tags{{rule->key, value}, {"name", venue.name}};
    auto const space = venue.street.rfind(' ');
    if (space != venue.street.npos) {
      tags.push_back({"addr:street", std::string_view(venue.street).substr(0, space)});
      tags.push_back({"addr:housenumber", std::string_view(venue.street).substr(space + 1)});
      tags.push_back({"addr:postcode", venue.postcode});
      tags.push_back({"addr:city", venue.city});
    }
    writer_.node(numbering_.next(), venue.point, tags);
  }

  towns::World& world_;
  OsmWriter& writer_;
  std::vector<VenueKindRule> const& kinds_;
  std::function<bool()> const& go_on_;
  Numbering numbering_;
  std::map<GeoPoint, std::string> drawn_;  // names of playgrounds, by the first point of their outline
  std::int64_t ways_ = 0;
};

}  // namespace

std::optional<WorldMap> map_of(towns::World& world, std::function<bool()> const& go_on) {
  MapMaking making;
  auto const whole = world.draw([&](MapPatch&& patch) {
    making.add(patch);
    return go_on();
  });
  if (!whole) return std::nullopt;
  for_each_label(world, [&](Label const& label) { making.add(label); });
  return std::move(making).done();
}

Done write_osm(towns::World& world, std::filesystem::path const& file,
               std::vector<VenueKindRule> const& kinds, std::function<bool()> const& go_on) {
  auto writer = OsmWriter::create(file);
  if (!writer) return fail(writer.error());
  return OsmWriting(world, *writer, kinds, go_on).write();
}

}  // namespace wegwijzer
