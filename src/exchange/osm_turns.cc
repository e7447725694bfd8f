// SPDX-License-Identifier: EUPL-1.2
#include "exchange/osm_turns.h"

#include <string_view>
#include <vector>

#include "base/words.h"

namespace wegwijzer {

namespace {

struct Members {
  std::vector<std::int64_t> from{};
  std::vector<std::int64_t> via{};
  std::vector<std::int64_t> to{};
  bool over_a_way = false;
};

Members members_of(osmium::Relation const& relation) {
  Members members;
  for (auto const& member : relation.members()) {
    std::string_view const role = member.role();
    bool const way = member.type() == osmium::item_type::way;
    if (role == "from" && way) members.from.push_back(member.ref());
    if (role == "to" && way) members.to.push_back(member.ref());
    if (role == "via" && way) members.over_a_way = true;
    if (role == "via" && member.type() == osmium::item_type::node) members.via.push_back(member.ref());
  }
  return members;
}

// "psv;bicycle"
bool excepts_bicycles(std::string_view list) {
  while (!list.empty()) {
    auto const end = std::min(list.find(';'), list.size());
    if (trimmed(list.substr(0, end)) == "bicycle") return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

// What it says to bicycles; empty when nothing.
std::string_view said_to_bicycles(Tags const& tags) {
  auto const type = tags["type"];
  if (auto const own = tags["restriction:bicycle"]; !own.empty() && type.starts_with("restriction"))
    return own;
  bool const to_all = type == "restriction" && !excepts_bicycles(tags["except"]);
  return to_all || type == "restriction:bicycle" ? tags["restriction"] : "";
}

}  // namespace

void add_turn_bans(osmium::Relation const& relation, Tags const& tags, StreetsBuilder& streets,
                   TurnBanCounts& counts) {
  auto const said = said_to_bicycles(tags);
  bool const only_that = said.starts_with("only_");
  if ((!only_that && !said.starts_with("no_")) || said.ends_with("_u_turn")) return;
  auto const members = members_of(relation);
  if (members.via.size() != 1 || members.over_a_way || members.from.empty() || members.to.empty()) {
    ++counts.left_out;
    return;
  }
  ++counts.read;
  for (auto const from : members.from) {
    for (auto const to : members.to) streets.ban_turn(from, members.via.front(), to, only_that);
  }
}

}  // namespace wegwijzer
